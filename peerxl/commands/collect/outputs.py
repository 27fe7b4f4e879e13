"""The files that a collect writes: whether each can be written, and the report kept, or put back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peerxl.commands.inputs import find_inputs
from peerxl.commands.outputs import refuse_output, refuse_overwriting
from peerxl.documents.own_titles import CAME_BACK
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, refuse_unwritable
from peerxl.excel.patch import Changes
from peerxl.excel.read import read_sheets
from peerxl.files.backup import BACKUPS, free_name, keep_backup, prune_backups
from peerxl.files.save import OutputExistsError
from peerxl.model.plan import ActionPlan

REPORT = "collect-report.xlsx"
"""What a report is called, with the time of its collect before the ending."""
PENDING = " (not in the plan yet)"
"""What stands in the name of a report while the plan is not written."""


class OutputEndingError(PeerxlError):
    """A copy of a workbook under a name that says it is another kind."""

    def __init__(self, path: object, ending: str) -> None:
        super().__init__(
            f"{path}: the copy is a workbook of the plan's own kind; give it a name that ends in {ending}."
        )


class SameOutputError(PeerxlError):
    """One name for two files that are written together."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: two files cannot have one name; give the report or the merged plan another.")


@dataclass(frozen=True, slots=True)
class CollectOutputs:
    """Where the report goes, where the merged plan goes if not into the master, and whether files may be replaced."""

    report: Path
    merged: Path | None
    force: bool


def refuse_outputs(values: Changes, opened: Opened, others: Sequence[Path], outputs: CollectOutputs) -> None:
    """Raise where anything could not be written, before anything is; ``others`` are the files read beside the plan."""
    refuse_foreign_report(outputs.report, opened, others, outputs.force)
    if outputs.merged is not None:
        refuse_merged(outputs.merged, opened, others, outputs)
    refuse_unwritable(opened, values, in_copy=outputs.merged is not None)


def list_read_files(plan: ActionPlan, returns: Sequence[Path], opened: Opened, report: Path) -> tuple[Path, ...]:
    """The files that are read beside the plan: its settings and each form; earlier reports are none of them."""
    own_files = (opened.path, *list_reports(opened.path), *((report,) if is_report(report) else ()))
    return (*find_inputs(returns, own_files).paths, *((plan.settings_path,) if plan.settings_path else ()))


def name_report(master: Path, now: datetime) -> Path:
    """A name for a report beside a master that no other has, so that those of earlier collects stay in view."""
    return free_name(master.with_name(REPORT), master.parent, now)


def list_reports(master: Path) -> tuple[Path, ...]:
    """The reports of earlier collects beside a master: by their names, as by what they say."""
    names = Path(REPORT)
    return tuple(path for path in master.parent.glob(f"{names.stem}*{names.suffix}") if is_report(path))


def has_pending_report(master: Path) -> bool:
    """Whether a collect was stopped before the plan, or the name of its report, was written: it is told anew."""
    return any(path.stem.endswith(PENDING) for path in list_reports(master))


def is_report(path: Path) -> bool:
    """Whether a file is a report of what was collected."""
    try:
        sheets = read_sheets(path)
    except PeerxlError:
        return False
    return bool(sheets) and sheets[0].cell(1, 1).text.startswith(CAME_BACK)


def refuse_foreign_report(target: Path, opened: Opened, others: Sequence[Path], force: bool) -> None:
    """Raise where the report would take the place of a file that is read, or unless forced of one that is no report."""
    refuse_output(target, opened.file, *others)
    if target.exists() and not force and not is_report(target):
        raise OutputExistsError(target)


def refuse_merged(target: Path, opened: Opened, others: Sequence[Path], outputs: CollectOutputs) -> None:
    """Raise where the merged plan cannot go: onto the plan or the report, under a name of another kind, or unless
    forced onto another file.
    """
    refuse_overwriting(target, opened.file, *others)
    if target.suffix.lower() != opened.file.suffix.lower():
        raise OutputEndingError(target, opened.file.suffix)
    if target.resolve() == outputs.report.resolve():
        raise SameOutputError(target)
    if target.exists() and not outputs.force:
        raise OutputExistsError(target)


def keep_report(target: Path, now: datetime) -> None:
    """Keep the report before this one as earlier masters are kept."""
    folder = target.resolve().parent / BACKUPS
    prune_backups(target, folder, keep_backup(target, folder, now))
