"""The job that runs by itself: what came back is collected, who is due is written to, and a page says how it stands.

Everything it does can be done again: a run that was stopped is made good by the next. Where what came back cannot be
collected nobody is chased, so that nobody is asked for what they have sent.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TypedDict, Unpack

from peerxl.commands.chase.command import write_chase
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.collect.command import CollectResult, collect
from peerxl.commands.forms import DRAFTS, RETURNED
from peerxl.commands.inputs import NoReturnsError, find_inputs, list_left_alone, name_apart
from peerxl.commands.memory import Past, RecordOptions, read_past
from peerxl.commands.open_conflicts import find_open_conflicts, say_open_conflicts
from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter
from peerxl.commands.replies import replies_of
from peerxl.commands.sending import MailSender
from peerxl.commands.weekly.needs import WeekNeeds, list_needs
from peerxl.commands.weekly.owners import list_owners
from peerxl.documents.collect_report import count_outcome
from peerxl.documents.own_titles import THIS_WEEK
from peerxl.documents.this_week import Need, WeekFacts, build_this_week
from peerxl.documents.wording import counted, weekday_words
from peerxl.errors import PeerxlError
from peerxl.excel.read import read_sheets
from peerxl.files.lock import JOB_LOCK, alone
from peerxl.files.save import OutputExistsError, save_all
from peerxl.merge import Merge
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.record.event import Drafted, Sent
from peerxl.record.naming import ActionIds, name_actions
from peerxl.record.replies import Replies

PAGE, COLLECTED = "this-week.xlsx", "collected"
FindSender = Callable[[Settings], MailSender]


class WeekOptions(TypedDict, total=False):
    """How a run of the job is done.

    ``returned`` is the folder where forms that came back lie, if not those in the job's own folder; ``find_sender``
    gives what mails are sent by, where they are to be sent.
    """

    returned: Path | None
    find_sender: FindSender | None


class ReturnsFolderError(PeerxlError):
    """The folder of what came back is not there, as where a share is not connected."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: there is no such folder of what came back, so nobody was asked for what may lie there; make it, "
            "connect its drive, or name another with --returned."
        )


@dataclass(frozen=True, slots=True)
class WeekResult:
    """A run of the job: what was collected and what went out (None where it was not come to), and how things stand.

    ``failure`` says why not all could be done. ``collected_files`` are those with which nothing is left to do, where
    they lie now, ``left_alone`` a sentence on each thing that came back and cannot be collected.
    """

    plan: ActionPlan
    quarter: FiscalQuarter
    today: date
    out: Path
    replies: Replies
    collected: CollectResult | None = None
    collected_files: tuple[Path, ...] = ()
    left_alone: tuple[str, ...] = ()
    chase: ChaseResult | None = None
    needs: tuple[Need, ...] = ()
    page: Path | None = None
    failure: str = ""

    @property
    def exit_code(self) -> int:
        """0 where all is done or nothing was to do, 1 where something needs somebody, 2 where not all could be done."""
        return 2 if self.failure else 1 if self.needs else 0

    @property
    def sentence(self) -> str:
        """All of it in a line for a log."""
        failure = f"Not all could be done: {self.failure}" if self.failure else ""
        needs = f"{counted(len(self.needs), 'thing')} to look at: {self.page}." if self.needs and self.page else ""
        return " ".join(filter(None, (*run_lines(self, self.out), failure, needs, self.replies.sentence(self.today))))


def run_week(
    master: AnyPath,
    out: AnyPath,
    *,
    now: datetime,
    week: WeekOptions | None = None,
    keeping: RecordOptions | None = None,
    **options: Unpack[ReadOptions],
) -> WeekResult:
    """Collect what came back, chase who is due on the day that ``now`` is, and write the page, in a folder.

    What goes out lies in ``out/DAY``; forms are collected from the folders "returned" there, or the one that ``week``
    names, and those that are done with are put into ``out/collected/DAY``. Raises MasterBusyError where another run of
    the job is at work, and a PeerxlError where the plan cannot be read; what else goes wrong is the result's
    ``failure``.
    """
    asked, keeping, folder = week or WeekOptions(), keeping or RecordOptions(), Path(out)
    path = Path(master)
    with alone(path, JOB_LOCK, patience=0):
        plan = read_plan(path, **options)
        result = WeekResult(plan, require_quarter(plan), now.date(), folder, Replies("", ()))
        try:
            result = collect_returns(result, asked.get("returned"), now, keeping, options)
            result = chase_due(replace(result, plan=read_plan(path, **options)), now, asked.get("find_sender"), keeping)
        except PeerxlError as error:
            result = replace(result, failure=str(error))
        return write_page(result, read_past(path, result.plan, **keeping))


def collect_returns(
    result: WeekResult, returned: Path | None, now: datetime, keeping: RecordOptions, options: ReadOptions
) -> WeekResult:
    """Collect what lies in the folders of what came back, and put away what nothing is left to do with."""
    folders = find_folders(result.out, returned)
    result = replace(result, left_alone=tuple(list_left_alone(folders)))
    master = require_path(result.plan)
    try:
        collected = collect(master, folders, now=now, **keeping, **options) if folders else None
    except NoReturnsError:
        collected = None
    if collected is None:
        return result
    moved = tuple(put_away(collected, folders, result.out / COLLECTED / now.date().isoformat()))
    return replace(result, collected=collected, collected_files=moved)


def find_folders(out: Path, returned: Path | None) -> tuple[Path, ...]:
    """The folders where what came back may lie, of those that are there; the job's own is made."""
    if returned is not None:
        if not returned.is_dir():
            raise ReturnsFolderError(returned)
        return (returned,)
    (out / RETURNED).mkdir(parents=True, exist_ok=True)
    # Each day's list of who was asked says to save what comes back beside it.
    return (out / RETURNED, *sorted(folder for folder in out.glob(f"*/{RETURNED}") if folder.is_dir()))


def require_path(plan: ActionPlan) -> Path:
    return plan.path or Path(plan.source)


def put_away(collected: CollectResult, folders: Sequence[Path], target: Path) -> Iterator[Path]:
    """Move the files of which nothing is left to settle; where they lie now."""
    own = (collected.master, *([collected.report] if collected.report else []))
    merge = collected.merge
    open_names = (*(each.file for each in merge.disputed), *(each.file for each in merge.refusals))
    for path, name in name_apart(find_inputs(folders, own).paths).items():
        # A form that lies in a message is called by the message's name first.
        if any(each.startswith(name) for each in open_names):
            continue
        # What cannot be moved now, such as an open file, is collected again: that changes nothing.
        with suppress(OSError):
            target.mkdir(parents=True, exist_ok=True)
            free = free_name(target / path.name)
            shutil.move(path, free)
            yield free


def free_name(path: Path) -> Path:
    """A name that is not taken: "2026-11-30", then "2026-11-30 (2)"."""
    names = (path if number == 1 else path.with_stem(f"{path.stem} ({number})") for number in count(1))
    return next(name for name in names if not name.exists())


def chase_due(result: WeekResult, now: datetime, find_sender: FindSender | None, keeping: RecordOptions) -> WeekResult:
    """Lay ready, or send, what is due; no folder is made on a day on which nothing is."""
    plan, folder = result.plan, choose_folder(result, keeping)
    # Nobody sits at this desk on a Saturday: Monday's run knows what has come back until then.
    chase = write_chase(plan, folder, today=result.today, now=now, dry_run=True, is_ahead=False, **keeping)
    if chase.outgoing:
        sender = find_sender(plan.settings) if find_sender else None
        chase = write_chase(plan, folder, today=result.today, now=now, sender=sender, is_ahead=False, **keeping)
    return replace(result, chase=chase)


def choose_folder(result: WeekResult, keeping: RecordOptions) -> Path:
    """The folder of the day: a new one where a run has laid messages ready there, and the same where one was
    stopped."""
    folder = result.out / result.today.isoformat()
    entries = read_past(require_path(result.plan), result.plan, **keeping).entries
    # Without a memory nobody knows whether what lies there was sent.
    is_done = keeping.get("no_record") or any(
        isinstance(entry.event, Drafted | Sent) and entry.at.date() == result.today for entry in entries
    )
    return free_name(folder) if is_done else folder


def write_page(result: WeekResult, past: Past) -> WeekResult:
    """The result with how things stand by now, and the page of it, in the place of the one before."""
    ids = name_actions(result.plan, past.entries)
    result = replace(result, replies=replies_of(result.plan, result.quarter, past.entries, ids))
    told = (result.replies, result.collected, result.chase, result.failure, past.faults, result.left_alone)
    sources = WeekNeeds(result.today, *told, still_open=tuple(list_still_open(result, past, ids)))
    result = replace(result, needs=tuple(list_needs(sources)))
    page = result.out / PAGE
    try:
        refuse_foreign(page, require_path(result.plan))
        save_all({page: render_page(result, past)}, force=True)
    except PeerxlError as error:
        return replace(result, failure=" ".join(filter(None, (result.failure, str(error)))))
    return replace(result, page=page)


def list_still_open(result: WeekResult, past: Past, ids: ActionIds) -> Iterator[Need]:
    """The conflicts that nobody has settled, but for those of the forms that were collected today."""
    merge = result.collected.merge if result.collected else Merge()
    today = {(each.action.name, each.field.column, each.owner) for each in merge.disputed}
    found = find_open_conflicts(result.plan, result.quarter, past.entries, ids)
    names = {ids.of(action).key: action.name for action in result.plan.actions}
    for conflict, says in zip(found, say_open_conflicts(result.plan, ids, found), strict=True):
        name = names[conflict.action.key]
        if (name, conflict.field, conflict.owner.name) not in today:
            yield Need(name, says)


def refuse_foreign(page: Path, master: Path) -> None:
    """Raise where the page would take the place of the plan, or of a file that is no such page."""
    refuse_output(page, master)
    if not page.exists():
        return
    try:
        sheets = read_sheets(page)
    except PeerxlError as error:
        raise OutputExistsError(page) from error
    if not sheets or not sheets[0].cell(1, 1).text.startswith(THIS_WEEK):
        raise OutputExistsError(page)


def render_page(result: WeekResult, past: Past) -> bytes:
    from peerxl.excel.write import render

    turns = result.chase.turns if result.chase else ()
    owners = tuple(list_owners(past.entries, result.replies, turns, result.today))
    facts = WeekFacts((count_replies(result.replies), *run_lines(result, Path())), result.needs, owners)
    return render(build_this_week(result.plan, result.quarter, facts, today=result.today))


def count_replies(replies: Replies) -> str:
    """The replies without the names, which the page has below."""
    if not replies.replies:
        return f"Nobody has been asked for {replies.quarter}."
    left = sum(len(reply.outstanding) for reply in replies.replies)
    return f"{replies.score}; {counted(left, 'question')} outstanding." if left else f"{replies.score}."


def run_lines(result: WeekResult, out: Path) -> Iterator[str]:
    """What the run did, a sentence each; ``out`` is the way to the job's folder."""
    if result.collected:
        number = len(result.collected.merge.replies)
        yield f"{counted(number, 'form')} collected: {count_outcome(result.collected.merge)}."
    if result.chase:
        yield chase_line(result.chase, out)


def chase_line(chase: ChaseResult, out: Path) -> str:
    """What goes out today, or that nothing does and when the next message is."""
    if not chase.outgoing:
        later = f"; next on {weekday_words(chase.next_on)}" if chase.next_on else ""
        return f"Nobody to write to for {chase.chase.quarter}{later}."
    owners, questions = counted(len(chase.outgoing), "owner"), sum(len(each.asks) for each in chase.outgoing)
    about = counted(questions, "question") if questions else "told that somebody else has answered"
    what = f"{owners}, {about} for {chase.chase.quarter}"
    if chase.deliveries:
        sent = [each for each in chase.deliveries if each.is_out]
        return f"{what}: {len(sent)} of {len(chase.deliveries)} mails sent."
    return f"{what}: the mails lie ready in {out / chase.out.name / DRAFTS}."
