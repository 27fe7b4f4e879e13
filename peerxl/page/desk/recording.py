"""The record of a plan as one file, for browsers that cannot keep it in a folder beside the plan."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from peerxl.errors import PeerxlError
from peerxl.files.backup import HOME
from peerxl.files.lock import JOB_LOCK, LOCK
from peerxl.page.desk.enquiry import Enquiry, Json

OUT = Path("out")
LARGEST = 500_000_000
"""The most bytes that a record unpacks to."""


class NotARecordError(PeerxlError):
    """A file that is no record of a plan."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: this is not the record of a plan; choose the file that was saved with the plan.")


def name_record(plan: Path) -> str:
    return f"{plan.stem}-record.zip"


def pack_record(enquiry: Enquiry) -> Json:
    """The record, the forms as they were issued and the plans of before, in one zip file."""
    OUT.mkdir(exist_ok=True)
    target = OUT / name_record(enquiry.path)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in Path(HOME).rglob("*") if each.is_file()):
            if path.name not in (LOCK, JOB_LOCK):
                archive.write(path, path.relative_to(HOME).as_posix())
    return {"downloads": [target.as_posix()]}


def unpack_record(enquiry: Enquiry) -> Json:
    """Put a record that was saved back beside its plan; what is there is replaced."""
    path = Path(enquiry.values["file"])
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if not infos or not all(is_of_record(info.filename) for info in infos):
                raise NotARecordError(path.name)
            if sum(info.file_size for info in infos) > LARGEST:
                raise NotARecordError(path.name)
            for info in infos:
                archive.extract(info, HOME)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise NotARecordError(path.name) from error
    return {"files": len(infos)}


def is_of_record(name: str) -> bool:
    """Whether a file lies in one of the record's own folders."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.parts[0] in RECORD_FOLDERS


RECORD_FOLDERS = frozenset({"record", "forms", "backup"})
