"""The forms that lie in a folder from an earlier run: which are as they were written, and which were typed into.

A note beside the folder of forms has the SHA-256 of each as it was written. A form that is another by now is
somebody's work, and is not replaced.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from peerxl.commands.outputs import FileContents
from peerxl.errors import PeerxlError
from peerxl.excel.save import save_all

FORMS, RETURNED = "forms", "returned"
"""The folders of a chase: the forms that go out, and those that came back."""
NOTE = ".peerxl-forms.json"


class FilledFormError(PeerxlError):
    """A form that is in the way of another, and not as it was written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this form is not as it was made, so somebody may have filled it in, and nothing was written; "
            f"move it to the folder {RETURNED!r} beside the folder {FORMS!r} and start again."
        )


def find_filled(forms: FileContents) -> tuple[Path, ...]:
    """The forms in the way of new ones that are not as they were written."""
    digests = {folder: read_digests(folder) for folder in {path.parent for path in forms}}
    return tuple(
        path
        for path, content in forms.items()
        if path.is_file()
        and (there := path.read_bytes()) != content
        and digest(there) != digests[path.parent].get(path.name)
    )


def read_digests(folder: Path) -> Mapping[str, str]:
    """What each form in a folder was written as, by its name; nothing where the note is gone or cannot be read."""
    try:
        names = json.loads((folder.parent / NOTE).read_text(encoding="utf-8"))
        return {str(name): str(written) for name, written in names.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def note_forms(paths: Iterable[Path]) -> None:
    """Keep what forms were written as; those noted before stay noted."""
    by_folder: dict[Path, dict[str, str]] = {}
    for path in paths:
        by_folder.setdefault(path.parent, {})[path.name] = digest(path.read_bytes())
    for folder, names in by_folder.items():
        note = json.dumps({**read_digests(folder), **names}, ensure_ascii=False, indent=1)
        save_all({folder.parent / NOTE: note.encode()}, force=True)


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()
