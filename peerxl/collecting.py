"""Returns collected into the master: the files of it, the merge itself being ``merge``'s."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from peerxl.api import AnyPath, AnyQuarter, link_to, read_plan, refuse_output, reporting_quarter
from peerxl.documents.collect_report import TITLE, collect_report
from peerxl.documents.issued import plan_id
from peerxl.errors import OutputExistsError, OutputIsMasterError, PeerxlError, UnreadableFileError
from peerxl.excel.backup import BACKUPS, keep_backup, prune_backups
from peerxl.excel.formulas import read_formulas
from peerxl.excel.master import Opened, open_master, save_cells
from peerxl.excel.patch import set_cells
from peerxl.excel.read import read_sheets
from peerxl.excel.save import save_all
from peerxl.journal import Step, entry_of, recorded
from peerxl.merge import Merge, Refusal, Return, merge_returns, read_settled
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.returns import read_return

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
    backup: Path | None = None
    output: Path | None = None
    report: Path | None = None


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
    opened = open_master(master)
    plan = read_plan(master, quarter=quarter, sheet=sheet, columns=columns, settings=settings)
    reporting = reporting_quarter(plan)
    target = Path(report) if report is not None else opened.path.with_name(REPORT)
    found = find_files([Path(path) for path in returns], (opened.path, target))
    read = [read_file(path, plan) for path in found.files]
    merge = merge_returns(
        plan,
        reporting,
        [one for one in read if isinstance(one, Return)],
        plan_id(plan),
        settled,
        {one.name: one.merged for one in read_sheets(opened.path)},
    )
    unread = tuple(one for one in read if isinstance(one, Refusal))
    merge = replace(merge, refusals=(*unread, *merge.refusals), notes=(*found.notes, *merge.notes))
    collected = Collected(plan, reporting, merge, opened.path)
    return collected if dry_run else write(collected, opened, target, output, now, force)


def find_files(paths: Iterable[Path], others: tuple[Path, ...]) -> Found:
    """The files named and the workbooks in the folders named, but for ``others``; what else lies there is said."""
    paths, apart = tuple(paths), {path.resolve() for path in others}
    listed = [file for path in paths if path.is_dir() for file in inside(path) if file.resolve() not in apart]
    named = [path for path in paths if not path.is_dir()]
    files = {path.resolve(): path for path in (*named, *filter(is_workbook, listed))}
    if not files:
        raise NoReturnsError(", ".join(map(str, paths)))
    notes = tuple(f"{path.name} is no workbook and was left alone." for path in listed if not is_workbook(path))
    return Found(tuple(files.values()), notes)


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() in WORKBOOKS


def inside(folder: Path) -> list[Path]:
    """The files of a folder, without what programs leave beside an open one."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    except OSError as error:
        raise UnreadableFileError(folder, error.strerror or str(error)) from error


def read_file(path: Path, plan: ActionPlan) -> Return | Refusal:
    """The return in a file, or why it cannot be read."""
    try:
        sheets = read_sheets(path)
        first_month = plan.settings.first_month
        return read_return(
            path.name, sheets, read_formulas(path), modified=path.stat().st_mtime, first_month=first_month
        )
    except PeerxlError as error:
        return Refusal("not-a-return", path.name, str(error).replace(str(path), path.name))


def write(
    collected: Collected, opened: Opened, target: Path, output: AnyPath | None, now: datetime, force: bool
) -> Collected:
    """Write the report, then the master: where that fails the report is as it was."""
    refuse_foreign_report(target, opened, force)
    plan, merge = collected.plan, collected.merge
    other = Path(output) if output is not None else None
    if other is not None:
        refuse_merged(other, opened, force)
    content = report_bytes(collected, link_to(other or opened.path, target))
    before = target.read_bytes() if target.is_file() else None
    if before is not None and before != content:
        keep_report(target, now)
    save_all({target: content}, force=True)
    try:
        if other is not None:
            set_cells(opened.path, other, merge.texts)
            return replace(collected, output=other, report=target)
        with recorded(opened.path, step_of(plan, merge, now)):
            saved = save_cells(opened, merge.texts, now=now)
    except BaseException:
        put_back(target, before)
        raise
    return replace(collected, backup=saved.backup, report=target)


def step_of(plan: ActionPlan, merge: Merge, now: datetime) -> Step:
    """The changes as they can be taken back."""
    changes = merge.changes
    entries = (entry_of(plan, one.action, one.part.value, one.cell, one.text) for one in changes)
    return Step("collect", now, tuple(entries))


def report_bytes(collected: Collected, master: str) -> bytes:
    from peerxl.excel.write import render

    return render(collect_report(collected.plan, collected.quarter, collected.merge, master))


def refuse_merged(other: Path, opened: Opened, force: bool) -> None:
    """Raise where the merged plan cannot go: onto the plan itself, or unless forced onto another file."""
    if other.resolve() == opened.file:
        raise OutputIsMasterError(other)
    if other.exists() and not force:
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
