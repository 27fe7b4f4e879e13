"""The forms as they were issued, by id and by what they say, so that a form that comes back is known whatever its name.

A form that is issued again under one id with other questions lies beside the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from peerxl.files.save import save_all

ENDING = ".xlsx"
_ID = re.compile(r"[0-9a-f]{12}")


def form_id(plan: str, quarter: str, owner_key: str, issued_on: str) -> str:
    """What a form is known by: the same for the same owner, quarter and day."""
    return sha256("\n".join((plan, quarter, owner_key, issued_on)).encode()).hexdigest()[:12]


def keep_forms(folder: Path, forms: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Keep forms, each with its id, in a folder of forms, and say where; NotSavedError where that cannot be."""
    paths = {folder / f"{form}-{digest_of(content)}{ENDING}": content for form, content in forms}
    save_all(paths, force=True)
    return tuple(paths)


def find_forms(folder: Path, form: str) -> tuple[Path, ...]:
    """Every form that was issued under an id and still says what it did; none for what is no id."""
    if not _ID.fullmatch(form):
        return ()
    paths = sorted(folder.glob(f"{form}-*{ENDING}"))
    # A form that somebody opened and saved where it is kept is no longer what was sent.
    return tuple(path for path in paths if path.stem == f"{form}-{digest_of(path.read_bytes())}")


def issued_digests(folder: Path) -> frozenset[str]:
    """What tells whether a form's bytes, by ``digest_of``, were ever issued."""
    return frozenset(path.stem.rpartition("-")[2] for path in folder.glob(f"*{ENDING}"))


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
