"""Returned forms collected into the master, or into a copy of it, with a report of what came of each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

from peerxl.commands.collect.column_readings import say_read_otherwise
from peerxl.commands.collect.merge_forms import Quarterly, merge_files
from peerxl.commands.collect.outputs import (
    PENDING,
    CollectOutputs,
    has_pending_report,
    keep_report,
    list_read_files,
    list_reports,
    name_report,
    refuse_outputs,
)
from peerxl.commands.collect.status_words import learn_words
from peerxl.commands.kept_options import store_options
from peerxl.commands.memory import RecordOptions, imagine, read_past, remember
from peerxl.commands.outputs import link_to
from peerxl.commands.read import AnyPath, ReadOptions, read_plan_from, require_quarter
from peerxl.commands.replies import replies_of
from peerxl.documents.collect_report import MovedDate, build_collect_report
from peerxl.excel.master import Opened, is_saved, open_master, refuse_changed, save_cells, save_copy, steady
from peerxl.excel.patch import Changes
from peerxl.excel.read import read_sheets
from peerxl.files.lock import alone
from peerxl.files.save import NotSavedError, holds, reason, replace_file, save_all
from peerxl.garbage import uncollected
from peerxl.merge import Merge, read_accepted
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.record.collecting import Collection, list_news
from peerxl.record.dates import list_dates
from peerxl.record.entry import Entry
from peerxl.record.event import Event
from peerxl.record.naming import name_actions
from peerxl.record.reading import RecordFault
from peerxl.record.replies import Replies
from peerxl.record.say import action_words
from peerxl.record.sighting import date_meaning, list_sightings
from peerxl.returns import ANSWER_FIELDS
from peerxl.undo_log.log import log_step
from peerxl.undo_log.step import LoggedCell, LoggedStep, index_sheets, log_cell


@dataclass(frozen=True, slots=True)
class CollectResult:
    """What came of the returns, and the files written: None for each that was not.

    ``values`` is what goes into the master, by sheet and cell: answers, and words that its Statuses sheet learns.
    ``replies`` are those of the quarter on the day ``today``, with these, ``moved`` all dates that were ever moved, and
    ``faults`` what of the record is not to be read.
    """

    plan: ActionPlan
    quarter: FiscalQuarter
    merge: Merge
    values: Changes
    master: Path
    today: date
    replies: Replies
    moved: tuple[MovedDate, ...] = ()
    faults: tuple[RecordFault, ...] = ()
    backup: Path | None = None
    output: Path | None = None
    report: Path | None = None


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
    record: AnyPath | None = None,
    no_record: bool = False,
    by: str = "",
    **options: Unpack[ReadOptions],
) -> CollectResult:
    """Merge return forms (files, saved messages, folders of them) into the master, and write the report of it.

    ``accept`` settles conflicts ("PEER05.01.status=theirs") and what else ``merge.acceptance`` says, and ``by`` is who
    does so. ``output`` writes
    the merged master there and leaves the master and its record alone; ``record`` and ``no_record`` are those of
    ``RecordOptions``. A form that cannot be read is a refusal and does not stop the others. Raises a PeerxlError, with
    nothing written, where the master cannot be read or saved or has no column for the quarter, or the record cannot be
    written.
    """
    accepted, opened = read_accepted(accept, ANSWER_FIELDS), open_master(master)
    outputs = CollectOutputs(
        report=Path(report) if report is not None else name_report(opened.path, now),
        merged=Path(output) if output is not None else None,
        force=force,
    )
    keeping: RecordOptions = {"record": record, "no_record": no_record}
    with steady(opened):
        with uncollected():
            sheets = read_sheets(opened.path)
            read = read_plan_from(Path(master), sheets, options)
        learnt = learn_words(read, sheets, accepted.meanings)
        plan = learnt.plan
        past = read_past(opened.path, plan, **keeping)
        quarter, ids = require_quarter(plan), name_actions(plan, past.entries)
        before = Quarterly(
            plan,
            quarter,
            opened,
            sheets,
            ids,
            past.entries,
            past.others,
            is_recorded=not no_record and output is None,
        )
        forms = [Path(each) for each in returns]
        own = (opened.path, outputs.report, *list_reports(opened.path))
        merge, arrivals = merge_files(forms, before, accepted, own_files=own, today=now.date())
        otherwise = say_read_otherwise(plan, opened.path, sheets, merge.changes, options)
        merge = replace(merge, notes=(*learnt.notes, *merge.notes, *otherwise))
        values = {**merge.values, **learnt.values}
        refuse_outputs(values, opened, list_read_files(plan, forms, opened, outputs.report), outputs)
    news = tuple(list_news(Collection(merge, before.quarter, before.ids, arrivals, by).events, past.entries))
    result = foresee(before, merge, values, news, now, past.faults)
    if dry_run:
        return result
    if outputs.merged is not None:
        return write_copy(result, opened, outputs.merged, outputs.report, now)
    # Two runs at once would each undo what the other wrote; a copy is nobody else's.
    with alone(opened.path), remember(opened.path, plan, "collect", now, **keeping) as memory:
        cells = (*log_changes(result), *learnt.logged)
        how = store_options(options, opened.path)
        # Collected again and again, the same forms would fill the folder with reports that nothing came back.
        is_told = report is not None or merge.tells_anything or has_pending_report(opened.path)
        target = outputs.report if is_told else None
        step = LoggedStep("collect", now, how, cells, memory.run_id, quarter=str(before.quarter))
        done = write(result, opened, target, step)
        memory.write(*news)
    return done


def foresee(
    before: Quarterly,
    merge: Merge,
    values: Changes,
    news: Iterable[Event],
    now: datetime,
    faults: tuple[RecordFault, ...],
) -> CollectResult:
    """What a collect comes to, with the replies and the dates moved as they are once it is on the record."""
    plan, quarter, ids = before.plan, before.quarter, before.ids
    seen = list_sightings(plan, ids, before.entries)
    entries = (*before.entries, *imagine(before.master.path, "collect", now, (*seen, *news)))
    replies, moved = replies_of(plan, quarter, entries, ids), tuple(list_moved(plan, entries))
    return CollectResult(plan, quarter, merge, values, before.master.path, now.date(), replies, moved, faults)


def list_moved(plan: ActionPlan, entries: Iterable[Entry]) -> Iterator[MovedDate]:
    """Every date that was moved, by the record."""
    for dates in list_dates(entries, date_meaning(plan)):
        for change in dates.changes:
            owner = change.owner.name if change.owner else ""
            yield MovedDate(
                action_words(dates.action), dates.first, change.value, change.on, owner, change.why, change.said
            )


def log_changes(result: CollectResult) -> Iterator[LoggedCell]:
    """The changes as they can be taken back."""
    index = index_sheets(result.plan)
    for change in result.merge.changes:
        yield log_cell(result.plan, index, change.action, change.field.name, change.cell, change.text)


def write(result: CollectResult, opened: Opened, report: Path | None, step: LoggedStep) -> CollectResult:
    """Write the master, and the report of it where there is anything to tell."""
    refuse_changed(opened)
    telling = reported(result, report, opened, opened.path, step.at) if report else nullcontext()
    with telling, log_step(opened, step):
        saved = save_cells(opened, result.values, now=step.at)
    return replace(result, backup=saved.backup, report=report)


def write_copy(result: CollectResult, opened: Opened, target: Path, report: Path, now: datetime) -> CollectResult:
    """Write the merged plan elsewhere, and the report of it."""
    refuse_changed(opened)
    with reported(result, report, opened, target, now):
        save_copy(opened, target, result.values)
    return replace(result, output=target, report=report)


@contextmanager
def reported(result: CollectResult, report: Path, opened: Opened, plan: Path, now: datetime) -> Iterator[None]:
    """Write the report under a name that says it is not so yet, and give it its own once it is; ``plan`` is where its
    links lead.

    Whoever is stopped in between has a report that is whole, and known for what it is.
    """
    content = render_report(result, link_to(plan, report))
    pending = report.with_stem(f"{report.stem}{PENDING}")
    if report.is_file() and not holds(report, content):
        keep_report(report, now)
    save_all({pending: content}, force=True)
    try:
        refuse_held(report)
        yield
    # Whoever presses Ctrl-C meanwhile must not be left with a report of what was never written.
    except BaseException as error:
        if is_saved(opened, error):
            replace_file(pending, report)
        raise
    else:
        replace_file(pending, report)
    finally:
        pending.unlink(missing_ok=True)


def refuse_held(report: Path) -> None:
    """Raise NotSavedError where another program holds the last report, before the master is written."""
    try:
        if report.exists():
            report.open("r+b").close()
    except OSError as error:
        raise NotSavedError(report, reason(error)) from error


def render_report(result: CollectResult, master: str) -> bytes:
    from peerxl.excel.write import render

    return render(build_collect_report(result.plan, result.quarter, result.merge, master, result.moved))
