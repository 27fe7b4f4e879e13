"""Returned forms collected into the master, or into a copy of it, with a report of what came of each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

from peerxl.commands.inputs import find_inputs, read_inputs
from peerxl.commands.outputs import link_to, refuse_output
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter, store_options
from peerxl.documents.collect_report import TITLE, build_collect_report
from peerxl.errors import (
    FormulaCellError,
    OutputEndingError,
    OutputExistsError,
    OutputIsMasterError,
    PeerxlError,
    SameOutputError,
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
from peerxl.excel.validations import explain_refusals
from peerxl.merge import Change, Merge, Refusal, Return, merge_returns, read_settled
from peerxl.merge.settlement import Settlement
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.returns import ANSWER_FIELDS
from peerxl.undo_log import LoggedCell, LoggedStep, index_sheets, log_cell, log_step

REPORT = "collect-report.xlsx"


@dataclass(frozen=True, slots=True)
class CollectResult:
    """What came of the returns, and the files written: None for each that was not."""

    plan: ActionPlan
    quarter: FiscalQuarter
    merge: Merge
    master: Path
    backup: Path | None = None
    output: Path | None = None
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class CollectOutputs:
    """Where the report goes, where the merged plan goes if not into the master, and whether files may be replaced."""

    report: Path
    merged: Path | None
    force: bool


def collect(
    master: AnyPath,
    returns: Iterable[AnyPath],
    *,
    now: datetime,
    accept: Iterable[str] = (),
    dry_run: bool = False,
    output: AnyPath | None = None,
    report: AnyPath | None = None,
    force: bool = False,
    **options: Unpack[ReadOptions],
) -> CollectResult:
    """Merge return forms (files, or folders of them) into the master, and write the report of it.

    ``accept`` settles conflicts ("PEER05.01.status=theirs"); ``output`` writes the merged master there and leaves the
    master alone. A form that cannot be read is a refusal and does not stop the others. Raises a PeerxlError, with
    nothing written, where the master cannot be read or saved or has no column for the quarter.
    """
    settled, opened = read_settled(accept, ANSWER_FIELDS), open_master(master)
    outputs = CollectOutputs(
        report=Path(report) if report is not None else opened.path.with_name(REPORT),
        merged=Path(output) if output is not None else None,
        force=force,
    )
    with steady(opened):
        plan = read_plan(master, **options)
        quarter = require_quarter(plan)
        forms = [Path(path) for path in returns]
        merge = merge_files(plan, quarter, forms, opened, outputs, settled, today=now.date())
        refuse_outputs(merge, opened, outputs)
    result = CollectResult(plan, quarter, merge, opened.path)
    if dry_run:
        return result
    # Two runs at once would each undo what the other wrote; a copy is nobody else's.
    with alone(opened.path) if outputs.merged is None else nullcontext():
        return write(
            result, opened, outputs, LoggedStep("collect", now, store_options(options), tuple(log_changes(result)))
        )


def merge_files(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    returns: list[Path],
    opened: Opened,
    outputs: CollectOutputs,
    settled: tuple[Settlement, ...],
    *,
    today: date,
) -> Merge:
    """Merge the answers of all forms that can be read; the others, and files that are no forms, are listed."""
    inputs = find_inputs(returns, (opened.path, outputs.report))
    forms = read_inputs(inputs.paths, plan)
    sheets = read_sheets(opened.path)
    merge = merge_returns(
        plan,
        # Cells that the plan has no words of, as an empty one, are looked at in the sheets.
        {sheet.name: sheet for sheet in sheets},
        quarter,
        [form for form in forms if isinstance(form, Return)],
        today=today,
        fields=ANSWER_FIELDS,
        settled=settled,
    )
    unread = tuple(form for form in forms if isinstance(form, Refusal))
    merge = replace(merge, refusals=(*unread, *merge.refusals), notes=(*inputs.notes, *merge.notes))
    merge = hold_back(merge, "not-allowed", find_not_allowed(merge, opened, sheets))
    return hold_back(merge, "formula-in-plan", find_formulas(merge, opened))


def find_not_allowed(merge: Merge, opened: Opened, sheets: Sequence[Sheet]) -> Mapping[Cell, str]:
    """Why cells of the plan do not take what would be put into them, by their own rules of validation, and what to do."""
    values: dict[Cell, Value] = {change.cell: change.value for change in merge.changes}
    refusals = explain_refusals(opened.path, sheets, values)
    return {cell: f"{why}, and the answer is “{{}}”; put in yourself what is meant" for cell, why in refusals.items()}


def find_formulas(merge: Merge, opened: Opened) -> Mapping[Cell, str]:
    """That cells which would be changed are formulas, and what to do."""
    try:
        make_patch(opened.path, merge.values)
    except FormulaCellError:
        places = formula_places(opened.path)
        cells = (change.cell for change in merge.changes)
        return {
            cell: "is a formula, which is not written over; put “{}” in yourself"
            for cell in cells
            if (cell.sheet, cell.row, cell.column) in places
        }
    except PeerxlError:  # whatever it is will be said when the master is saved
        return {}
    return {}


def hold_back(merge: Merge, code: str, why: Mapping[Cell, str]) -> Merge:
    """The merge without the answers to cells that do not take them: one in the way stops no other.

    ``why`` says after a cell's name why it does not, with braces where the answer goes.
    """
    held = [change for change in merge.changes if change.cell in why]
    # A new date and the first one that it puts aside go together or not at all.
    questions = {(change.cell.sheet, change.cell.row, change.field) for change in held}
    changes = tuple(
        change for change in merge.changes if (change.cell.sheet, change.cell.row, change.field) not in questions
    )
    refusals = (refuse_change(change, code, why[change.cell]) for change in held)
    return replace(merge, changes=changes, refusals=(*merge.refusals, *refusals))


def refuse_change(change: Change, code: str, why: str) -> Refusal:
    """What is said of an answer that its cell does not take."""
    message = f"{change.action.name}: the plan's cell {change.cell} {why.replace('{}', change.text)}."
    return Refusal(code, change.file, message, change.owner, change.action.ref, change.form_cell)


def refuse_outputs(merge: Merge, opened: Opened, outputs: CollectOutputs) -> None:
    """Raise where anything could not be written, before anything is."""
    refuse_foreign_report(outputs.report, opened, outputs.force)
    if outputs.merged is not None:
        refuse_merged(outputs.merged, opened, outputs)
    refuse_unwritable(opened, merge.values, in_copy=outputs.merged is not None)


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


def refuse_merged(target: Path, opened: Opened, outputs: CollectOutputs) -> None:
    """Raise where the merged plan cannot go: onto the plan or the report, under a name of another kind, or unless
    forced onto another file.
    """
    if target.resolve() == opened.file:
        raise OutputIsMasterError(target)
    if target.suffix.lower() != opened.file.suffix.lower():
        raise OutputEndingError(target, opened.file.suffix)
    if target.resolve() == outputs.report.resolve():
        raise SameOutputError(target)
    if target.exists() and not outputs.force:
        raise OutputExistsError(target)


def log_changes(result: CollectResult) -> Iterator[LoggedCell]:
    """The changes as they can be taken back."""
    index = index_sheets(result.plan)
    for change in result.merge.changes:
        yield log_cell(result.plan, index, change.action, change.field.name, change.cell, change.text)


def write(result: CollectResult, opened: Opened, outputs: CollectOutputs, step: LoggedStep) -> CollectResult:
    """Write the report, then the master or its copy: where that fails the report is as it was."""
    refuse_changed(opened)
    target, values = outputs.report, result.merge.values
    # The report comes first: answers in the master that stand in no report would be worse than the reverse.
    content = render_report(result, link_to(outputs.merged or opened.path, target))
    before = target.read_bytes() if target.is_file() else None
    if before is not None and before != content:
        keep_report(target, step.at)
    save_all({target: content}, force=True)
    try:
        if outputs.merged is not None:
            save_copy(opened, outputs.merged, values)
            return replace(result, output=outputs.merged, report=target)
        with log_step(opened, step):
            saved = save_cells(opened, values, now=step.at)
    # Whoever presses Ctrl-C meanwhile must not be left with a report of what was never written.
    except BaseException as error:
        if not is_saved(opened, error):
            restore_report(target, before)
        raise
    return replace(result, backup=saved.backup, report=target)


def render_report(result: CollectResult, master: str) -> bytes:
    from peerxl.excel.write import render

    return render(build_collect_report(result.plan, result.quarter, result.merge, master))


def keep_report(target: Path, now: datetime) -> None:
    """Keep the report before this one as earlier masters are kept."""
    folder = target.resolve().parent / BACKUPS
    prune_backups(target, folder, keep_backup(target, folder, now))


def restore_report(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        save_all({target: content}, force=True)
