"""That a paper was written, on the record of its plan."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Unpack

from peerxl.commands.memory import RecordOptions, remember
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.model.plan import ActionPlan
from peerxl.record.event import Published


def note_published(
    master: AnyPath, plan: ActionPlan, paper: AnyPath, command: str, now: datetime, **keeping: Unpack[RecordOptions]
) -> None:
    """Write down that a paper was written, with what tells whether a file is that very one."""
    path = Path(paper)
    digest = sha256(path.read_bytes()).hexdigest()
    with remember(master, plan, command, now, **keeping) as memory:
        memory.write(Published(str(require_quarter(plan)), path.name, digest))
