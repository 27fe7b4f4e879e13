"""That papers were written, on the record of their plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Unpack

from peerxl.commands.memory import RecordOptions, remember
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.model.plan import ActionPlan
from peerxl.record.event import Published


def note_published(
    master: AnyPath,
    plan: ActionPlan,
    papers: Iterable[AnyPath],
    command: str,
    now: datetime,
    reason: str = "",
    **keeping: Unpack[RecordOptions],
) -> None:
    """Write down that papers were written, each with what tells whether a file is that very one; each paper once.

    ``reason`` is why they were written with what should be kept back.
    """
    quarter = str(require_quarter(plan))
    with remember(master, plan, command, now, **keeping) as memory:
        digests = ((path.name, sha256(path.read_bytes()).hexdigest()) for path in map(Path, papers))
        events = [Published(quarter, name, digest, reason) for name, digest in digests]
        known = {entry.event for entry in memory.past.entries}
        memory.write(*(event for event in events if event not in known))
