"""The forms that lie in a folder from an earlier run: which are as they were issued, and which were typed into.

What was issued is kept with the record. A form that is nothing of that is somebody's work, and is not replaced.
"""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.outputs import FileContents
from peerxl.errors import PeerxlError
from peerxl.record.folder import Folder
from peerxl.record.forms import digest_of, issued_digests

FORMS, DRAFTS, RETURNED = "forms", "drafts", "returned"
"""The folders of a chase: the forms that go out, the mails that lie ready, and the forms that came back."""
MERGE_LIST, LINKS = "mail-merge.csv", "chase.html"
"""The same mails for who has no Outlook."""


class FilledFormError(PeerxlError):
    """A form that is in the way of another, and not as it was issued."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this form is not as it was made, so somebody may have filled it in, and nothing was written; "
            f"move it to the folder {RETURNED!r} beside the folder {FORMS!r} and start again."
        )


def find_filled(forms: FileContents, folder: Folder | None) -> tuple[Path, ...]:
    """The forms in the way of new ones that are not as they were issued, as far as the folder of the record knows."""
    issued = issued_digests(folder.forms) if folder else frozenset[str]()
    return tuple(
        path
        for path, content in forms.items()
        if path.is_file() and (there := path.read_bytes()) != content and digest_of(there) not in issued
    )
