"""The record of a plan as one file, for browsers that cannot keep it in a folder beside the plan."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath

from peerxl.commands.memory import read_past
from peerxl.errors import PeerxlError
from peerxl.files.backup import HOME
from peerxl.files.lock import JOB_LOCK, LOCK
from peerxl.page.desk.enquiry import Enquiry, Json
from peerxl.record.naming import name_actions
from peerxl.record.sighting import known_values

OUT = Path("out")
TAKEN = OUT / "record"
"""Where a record lies until it is known whose it is."""
LARGEST = 500_000_000
"""The most bytes that a record unpacks to."""


class NotARecordError(PeerxlError):
    """A file that is no record of a plan."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: this is not the record of a plan; choose the file that was saved with the plan.")


class OtherRecordError(PeerxlError):
    """The record of another plan."""

    def __init__(self, name: str, plan: str) -> None:
        super().__init__(
            f"{name}: this is the record of another plan, as it tells of no action of {plan}; choose the one that was "
            "saved with this plan."
        )


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
    # One that could not be unpacked to its end may have left something.
    shutil.rmtree(TAKEN, ignore_errors=True)
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if not infos or not all(is_of_record(info.filename) for info in infos):
                raise NotARecordError(path.name)
            if sum(info.file_size for info in infos) > LARGEST:
                raise NotARecordError(path.name)
            for info in infos:
                archive.extract(info, TAKEN)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise NotARecordError(path.name) from error
    try:
        refuse_other(enquiry, path.name)
        shutil.copytree(TAKEN, HOME, dirs_exist_ok=True)
    finally:
        shutil.rmtree(TAKEN, ignore_errors=True)
    return {"files": len(infos)}


def refuse_other(enquiry: Enquiry, name: str) -> None:
    """Raise OtherRecordError for a record that tells of actions, and of none of the plan's."""
    plan, past = enquiry.read, read_past(enquiry.path, record=TAKEN)
    known = {key for key, *_ in known_values(past.entries)}
    ids = name_actions(plan, past.entries)
    if known and known.isdisjoint(ids.of(action).key for action in plan.actions):
        raise OtherRecordError(name, enquiry.plan)


def is_of_record(name: str) -> bool:
    """Whether a file lies in one of the record's own folders."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.parts[0] in RECORD_FOLDERS


RECORD_FOLDERS = frozenset({"record", "forms", "backup"})
