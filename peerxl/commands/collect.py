"""Returns collected into the master: the files of it, the merge itself being ``merge``'s."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from peerxl.api import AnyPath, AnyQuarter, how_to_read, link_to, read_plan, refuse_output, reporting_quarter
from peerxl.commands.inputs import read_all
from peerxl.documents.collect_report import TITLE, collect_report
from peerxl.documents.issued import plan_id
from peerxl.errors import (
    FormulaCellError,
    OutputEndingError,
    OutputExistsError,
    OutputIsMasterError,
    PeerxlError,
    UnreadableFileError,
)
from peerxl.excel.backup import BACKUPS, keep_backup, prune_backups
from peerxl.excel.formulas import formula_places
from peerxl.excel.lock import alone
from peerxl.excel.master import (
    Opened,
    is_saved,
    open_master,
    refuse_changed,
    refuse_unwritable,
    save_cells,
    save_copy,
    steady,
)
from peerxl.excel.patch import make_patch
from peerxl.excel.read import read_sheets
from peerxl.excel.save import save_all
from peerxl.merge import Change, Merge, Refusal, Return, merge_returns, read_settled
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.undo_log import Step, entry_of, recorded

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
REPORT = "collect-report.xlsx"


class NoReturnsError(PeerxlError):
    """A folder without a form in it."""

    def __init__(self, folders: str) -> None:
        super().__init__(f"{folders}: there is no workbook to collect; save the forms that came back there.")


@dataclass(frozen=True, slots=True)
class Collected:
    """A collect: what came of the returns, and the files written (None where none was)."""

    plan: ActionPlan
    quarter: FiscalQuarter
    merge: Merge
    master: Path
    opened: Opened
    how: Mapping[str, Any]
    backup: Path | None = None
    output: Path | None = None
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the report goes, where the merged plan goes if not into the master, and whether files may be replaced."""

    report: Path
    merged: Path | None
    force: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The files to collect, by their places, and what was left aside in the folders."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def collect(
    master: AnyPath,
    returns: Iterable[AnyPath],
    *,
    now: datetime,
    quarter: AnyQuarter = None,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: AnyPath | None = None,
    accept: Iterable[str] = (),
    dry_run: bool = False,
    output: AnyPath | None = None,
    report: AnyPath | None = None,
    force: bool = False,
) -> Collected:
    """Merge return forms (files, or folders of them) into the master, and write the report of it.

    ``accept`` settles conflicts ("PEER05.01.status=theirs"); ``output`` writes the merged master there and leaves the
    master alone. A form that cannot be read is a refusal and does not stop the others. Raises a PeerxlError, with
    nothing written, where the master cannot be read or saved or has no column for the quarter.
    """
    settled = read_settled(accept)
    opened, how = open_master(master), how_to_read(quarter, sheet, columns, settings)
    with steady(opened):
        plan = read_plan(master, **how)
        reporting = reporting_quarter(plan)
        target = Path(report) if report is not None else opened.path.with_name(REPORT)
        found = find_files([Path(path) for path in returns], (opened.path, target))
        read = read_all(found.files, plan)
        merge = merge_returns(
            plan,
            {one.name: one for one in read_sheets(opened.path)},
            reporting,
            [one for one in read if isinstance(one, Return)],
            plan_id(plan),
            settled,
        )
        unread = tuple(one for one in read if isinstance(one, Refusal))
        merge = replace(merge, refusals=(*unread, *merge.refusals), notes=(*found.notes, *merge.notes))
        collected = Collected(plan, reporting, past_formulas(merge, opened), opened.path, opened, how)
        outputs = Outputs(target, Path(output) if output is not None else None, force)
        refuse_outputs(collected, outputs)
    if dry_run:
        return collected
    with alone(opened.path) if outputs.merged is None else nullcontext():
        return write(collected, outputs, now)


def find_files(paths: Iterable[Path], others: tuple[Path, ...]) -> Found:
    """The files named and the workbooks in the folders named, but for ``others``; what else lies there is said."""
    paths, apart = tuple(paths), {path.resolve() for path in others}
    listed = [file for path in paths if path.is_dir() for file in inside(path) if file.resolve() not in apart]
    named = [path for path in paths if not path.is_dir()]
    files = {path.resolve(): path for path in (*named, *filter(is_workbook, listed))}
    if not files:
        raise NoReturnsError(", ".join(map(str, paths)))
    notes = tuple(left_alone(path) for path in listed if not is_workbook(path))
    return Found(tuple(files.values()), notes)


def left_alone(path: Path) -> str:
    kind = "a folder of its own" if path.is_dir() else "no workbook"
    return f"{path.name} is {kind} and was left alone."


def is_workbook(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in WORKBOOKS


def inside(folder: Path) -> list[Path]:
    """What lies in a folder, without what programs leave beside an open file."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    except OSError as error:
        raise UnreadableFileError(folder, error.strerror or str(error)) from error


def past_formulas(merge: Merge, opened: Opened) -> Merge:
    """The merge without the answers that would go where the plan has a formula: one in the way stops no other."""
    try:
        make_patch(opened.file, merge.texts)
    except FormulaCellError:
        formulas = formula_places(opened.file)
    except PeerxlError:  # whatever it is will be said when the master is saved
        return merge
    else:
        return merge
    held = [one for one in merge.changes if (one.cell.sheet, one.cell.row, one.cell.column) in formulas]
    changes = tuple(one for one in merge.changes if one not in held)
    return replace(merge, changes=changes, refusals=(*merge.refusals, *map(held_by_formula, held)))


def held_by_formula(change: Change) -> Refusal:
    why = f"the plan's cell {change.cell} is a formula, which is not written over; put “{change.text}” in yourself"
    return Refusal(
        "formula-in-plan",
        change.file,
        f"{change.action.name}: {why}.",
        change.owner,
        change.action.ref,
        change.theirs,
    )


def refuse_outputs(collected: Collected, outputs: Outputs) -> None:
    """Raise where anything could not be written, before anything is."""
    refuse_foreign_report(outputs.report, collected.opened, outputs.force)
    if outputs.merged is not None:
        refuse_merged(outputs.merged, collected.opened, outputs)
    refuse_unwritable(collected.opened, collected.merge.texts, in_copy=outputs.merged is not None)


def write(collected: Collected, outputs: Outputs, now: datetime) -> Collected:
    """Write the report, then the master: where that fails the report is as it was."""
    refuse_changed(collected.opened)
    opened, merge, target = collected.opened, collected.merge, outputs.report
    content = report_bytes(collected, link_to(outputs.merged or opened.path, target))
    before = target.read_bytes() if target.is_file() else None
    if before is not None and before != content:
        keep_report(target, now)
    save_all({target: content}, force=True)
    try:
        if outputs.merged is not None:
            save_copy(opened, outputs.merged, merge.texts)
            return replace(collected, output=outputs.merged, report=target)
        with recorded(opened, step_of(collected, now)):
            saved = save_cells(opened, merge.texts, now=now)
    except BaseException as error:
        if not is_saved(opened, error):
            put_back(target, before)
        raise
    return replace(collected, backup=saved.backup, report=target)


def step_of(collected: Collected, now: datetime) -> Step:
    """The changes as they can be taken back."""
    entries = (
        entry_of(collected.plan, one.action, one.part.value, one.cell, one.text) for one in collected.merge.changes
    )
    return Step("collect", now, collected.how, tuple(entries))


def report_bytes(collected: Collected, master: str) -> bytes:
    from peerxl.excel.write import render

    return render(collect_report(collected.plan, collected.quarter, collected.merge, master))


def refuse_merged(other: Path, opened: Opened, outputs: Outputs) -> None:
    """Raise where the merged plan cannot go: onto the plan or the report, under a name of another kind, or unless
    forced onto another file.
    """
    if other.resolve() == opened.file:
        raise OutputIsMasterError(other)
    if other.suffix.lower() != opened.file.suffix.lower():
        raise OutputEndingError(other, opened.file.suffix)
    if other.resolve() == outputs.report.resolve() or (other.exists() and not outputs.force):
        raise OutputExistsError(other)


def refuse_foreign_report(target: Path, opened: Opened, force: bool) -> None:
    """Raise where the report would take the place of the plan, or unless forced of a file that is no such report."""
    refuse_output(target, opened.file)
    if not target.exists() or force:
        return
    try:
        sheets = read_sheets(target)
    except PeerxlError as error:
        raise OutputExistsError(target) from error
    if not sheets or not sheets[0].cell(1, 1).text.startswith(TITLE):
        raise OutputExistsError(target)


def keep_report(target: Path, now: datetime) -> None:
    """Keep the report before this one as earlier masters are kept."""
    folder = target.resolve().parent / BACKUPS
    prune_backups(target, folder, keep_backup(target, folder, now))


def put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        save_all({path: content}, force=True)
