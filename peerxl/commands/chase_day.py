"""A day's chase: who gets what is decided, the forms and the list are made, and nothing is written yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

from peerxl.advice import EARLIER_DAY, LATER_REPLY
from peerxl.calendar.reminders import reply_day
from peerxl.calendar.rules import Level
from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.chasing import Chase, Unowned, chase_plan
from peerxl.commands.addresses import address
from peerxl.commands.chase_notes import (
    CopiedPlanError,
    find_asked_by_copy,
    list_notes,
    say_ahead,
    say_listed_twice,
)
from peerxl.commands.forms import DRAFTS, FORMS, LINKS, MERGE_LIST, RETURNED
from peerxl.commands.mails import write_mails
from peerxl.commands.memory import Past, name_plan
from peerxl.commands.missing_answers import list_missing_answers
from peerxl.commands.outgoing import (
    DRAFTING,
    Outgoing,
    Today,
    decide_turns,
    list_outgoing,
    outstanding,
    stopped_messages,
)
from peerxl.commands.outputs import FileContents
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.documents.chase_list import OwnerLine
from peerxl.documents.wording import weekday_words
from peerxl.errors import PeerxlError
from peerxl.identity.index import ActionIndex
from peerxl.mail.delivery import Delivery
from peerxl.mail.draft import TITLE, MailDraft, draft_files, links_page, merge_list
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.reading.nowhere import Nowhere, has_place
from peerxl.reading.plan import require_actions
from peerxl.record.entry import Entry
from peerxl.record.event import Asked, Step
from peerxl.record.naming import name_actions
from peerxl.record.run import Run, RunFile
from peerxl.record.steps import Turn
from peerxl.returns.baseline import read_form_id
from peerxl.returns.request import list_requests

STEP_WORDS = {Step.ASK: "Asked", Step.REMINDER: "Reminded", Step.ESCALATION: "Reminded, late", Step.NOTICE: "Told"}
"""What an owner gets, in a word."""
NOON = time(12)
Progress = Callable[[int, int], None]
"""Told how many forms and mails are made, and of how many."""


class ReplyDayError(PeerxlError):
    """A day to reply by that is past."""

    def __init__(self, day: object, today: object) -> None:
        super().__init__(f"{day}: nobody can reply by then, as today is {today}; {LATER_REPLY.words()}.")


class CalendarEndError(PeerxlError):
    """The days to reply that the settings give end after the last day there is."""

    def __init__(self, days: int, today: object) -> None:
        super().__init__(f"{days} days from {today} is past the end of the calendar; {EARLIER_DAY.words()}.")


class NowhereError(PeerxlError):
    """A plan in which neither a status nor a comment could be put, so that nobody is asked."""

    def __init__(self, source: str, nowhere: Nowhere) -> None:
        super().__init__(f"{source}!{nowhere.sheet}: {nowhere.sentence[:1].lower()}{nowhere.sentence[1:]}")


@dataclass(frozen=True, slots=True)
class ChaseResult:
    """A day's chase with its files.

    ``chase`` is all that is outstanding, ``turns`` what becomes of everybody who is asked or was, ``outgoing`` what
    goes out today, ``nobody`` what the coordinator has to ask about, ``drafts`` the mail of each message by the name of
    its file. ``at`` is when the run takes place, ``day`` the day that its messages go out on, ``new_reply_by`` the day
    to reply by of whoever is asked then, ``last_on`` the last day before on which anything went out, ``is_again``
    whether a run was stopped that had begun the same. ``kept`` are the
    forms of an earlier run that were filled in, and so were not replaced; ``deliveries`` what became of the mails,
    where they were sent; ``notes`` are sentences about the record and the day.
    """

    chase: Chase
    turns: tuple[Turn, ...]
    outgoing: tuple[Outgoing, ...]
    out: Path
    at: datetime
    day: date
    new_reply_by: date
    last_on: date | None = None
    is_again: bool = False
    notes: tuple[str, ...] = ()
    nobody: tuple[Unowned, ...] = ()
    drafts: Mapping[str, MailDraft] = field(default_factory=dict)
    contents: FileContents = field(default_factory=dict)
    form_ids: Mapping[Path, str] = field(default_factory=dict)
    kept: tuple[Path, ...] = ()
    deliveries: tuple[Delivery, ...] = ()

    @property
    def today(self) -> date:
        return self.at.date()

    @property
    def goes_out_at(self) -> datetime:
        """When its messages go out, at the hour of the run."""
        return datetime.combine(self.day, self.at.timetz())

    @property
    def later_day(self) -> date | None:
        """The day that its messages are laid ready for, where it is not the run's own."""
        return self.day if self.day != self.today else None

    @property
    def chase_list(self) -> Path:
        return self.out / "chase-list.xlsx"

    @property
    def returned(self) -> Path:
        """The folder for the forms that come back."""
        return self.out / RETURNED

    def form_of(self, outgoing: Outgoing) -> Path | None:
        """Where a message's form lies; a notice has none."""
        return self.out / FORMS / outgoing.form if outgoing.form else None

    def draft_of(self, outgoing: Outgoing) -> Path | None:
        """Where a message lies ready; None where it is sent instead."""
        names = dict(zip((each.message for each in self.outgoing), self.drafts, strict=True))
        path = self.out / DRAFTS / names[outgoing.message]
        return path if path in self.contents else None

    @property
    def unaddressed(self) -> tuple[Owner, ...]:
        """Those who get a message today of whom no address is known."""
        return tuple(each.owner for each in self.outgoing if not each.addressed.to)

    @property
    def forms(self) -> tuple[Path, ...]:
        """The forms of those who are asked today, in the owners' order."""
        return tuple(path for each in self.outgoing if (path := self.form_of(each)))

    @property
    def stale_forms(self) -> tuple[Path, ...]:
        """Forms that lie beside these from an earlier chase and are not of this one."""
        return tuple(sorted(set((self.out / FORMS).glob("*.xlsx")) - set(self.forms))) if self.forms else ()

    @property
    def reply_by(self) -> date:
        """The earliest day to reply by of what goes out today, else of all that is outstanding."""
        turns = [each.turn for each in self.outgoing] or self.turns
        return min((turn.reply_by for turn in turns if turn.reply_by), default=self.new_reply_by)

    @property
    def next_on(self) -> date | None:
        """The day of the next message, if nobody answers; None where there will be none."""
        return min((turn.next_on for turn in self.turns if turn.next_on), default=None)


def moment(today: date, now: datetime | None) -> datetime:
    """When a run takes place: the hour by the clock, else noon, on the day that it is about."""
    return datetime.combine(today, now.time() if now else NOON).astimezone()


def prepare_chase(
    plan: ActionPlan,
    out: AnyPath,
    past: Past,
    *,
    at: datetime,
    reply_by: date | None = None,
    is_drafted: bool = True,
    is_ahead: bool = True,
    progress: Progress | None = None,
) -> ChaseResult:
    """Decide who gets what on a day, make their forms, mails and the list, and write nothing yet.

    Raises what ``decide_chase`` raises, and where the Letters sheet has a wording that is none LetterError or
    NoSuchLetterError.
    """
    result = decide_chase(plan, out, past, at=at, reply_by=reply_by, is_drafted=is_drafted, is_ahead=is_ahead)
    tell = progress or (lambda done, number: None)
    return make_mails(plan, make_forms(plan, result, tell), tell, is_drafted=is_drafted)


def decide_chase(
    plan: ActionPlan,
    out: AnyPath,
    past: Past,
    *,
    at: datetime,
    reply_by: date | None = None,
    is_drafted: bool = True,
    is_ahead: bool = True,
) -> ChaseResult:
    """Decide who gets what on a day, and make none of it yet.

    Raises CopiedPlanError where a copy of the plan beside it has asked the same. What is drafted on a day that is no
    working day is what goes out on the next one, unless ``is_ahead`` says that such days are left alone: an officer who
    sits down on a Saturday finds on Monday what there is to send. Raises NowhereError where no answer of the quarter
    could be put into the plan.
    """
    today = at.date()
    require_actions(plan)
    chase = chase_plan(plan, require_quarter(plan))
    if chase.nowhere and not has_any_place(plan, chase):
        raise NowhereError(plan.source, chase.nowhere[0])
    if reply_by is not None and reply_by < today:
        raise ReplyDayError(reply_by, today)
    ids, rules = name_actions(plan, past.entries), rules_of(plan.settings, plan.source)
    dates = dates_by_quarter(plan.settings, rules, chase.quarter).get(chase.quarter)
    try:
        next_day = rules.working_days.on_or_after(today) if is_drafted and is_ahead else today
        day = Today(next_day, rules, dates, reply_by)
        turns = decide_turns(plan, chase, ids, without_stopped(past), day)
        new_reply_by = reply_by or reply_day(day.day, day.rules, day.dates)
    except OverflowError as error:
        raise CalendarEndError(plan.settings.reply_days, today) from error
    left = outstanding(chase, turns, ids)
    left = replace(left, unowned=(*left.unowned, *list_missing_answers(chase, past, ids)))
    outgoing = list_outgoing(name_plan(plan.path or plan.source), left, turns, ids, plan.settings, day.day)
    if not is_drafted:
        # Who has no address cannot be sent anything, and stays on the coordinator's list.
        outgoing = tuple(each for each in outgoing if each.addressed.to)
    if other := find_asked_by_copy(past, outgoing, chase.quarter):
        raise CopiedPlanError(plan.source, *other)
    nobody = tuple(list_nobody(plan, left))
    notes = (
        *list_notes(plan, past, replace(day, day=today)),
        *say_listed_twice(plan),
        *(say_ahead(today, day) if outgoing else ()),
    )
    asked_on = (entry.event.sent_on or entry.at.date() for entry in past.entries if isinstance(entry.event, Asked))
    last_on = max((each for each in asked_on if each < day.day), default=None)
    is_again = bool(stopped_messages(past.entries))
    return ChaseResult(left, turns, outgoing, Path(out), at, day.day, new_reply_by, last_on, is_again, notes, nobody)


def make_mails(plan: ActionPlan, result: ChaseResult, tell: Progress, *, is_drafted: bool) -> ChaseResult:
    """The result with each message's mail, and the files that they lie ready in where they are not sent at once."""
    forms = {path.name: result.contents[path] for path in result.forms}
    mails = tuple(write_mails(plan, result.outgoing, result.chase.owners, forms, result.goes_out_at))
    names = draft_files(count_off(mails, tell))
    drafts = dict(zip(names, mails, strict=True))
    if not mails or not is_drafted:
        return replace(result, drafts=drafts)
    contents = {result.out / DRAFTS / name: content for name, content in names.items()}
    title = f"{TITLE}{plan.name}, {result.chase.quarter}, {weekday_words(result.day)}"
    lists = {result.out / MERGE_LIST: merge_list(mails), result.out / LINKS: links_page(mails, title)}
    return replace(result, drafts=drafts, contents={**result.contents, **contents, **lists})


def count_off(mails: Sequence[MailDraft], tell: Progress) -> Iterator[MailDraft]:
    """The mails one after the other, each told once it is made: half of what there is to do, after the forms."""
    for done, mail in enumerate(mails, 1):
        yield mail
        tell(len(mails) + done, 2 * len(mails))


def make_forms(plan: ActionPlan, result: ChaseResult, tell: Progress) -> ChaseResult:
    """The result with the forms and the list: none where nothing goes out, but for a list that says so once."""
    from peerxl.documents.chase_list import build_chase_list
    from peerxl.excel.write import Moulds, render
    from peerxl.returns.document import build_form

    index, contents, form_ids = ActionIndex(plan.actions), dict[Path, bytes](), dict[Path, str]()
    reply_by = {each.owner: each.turn.reply_by or result.new_reply_by for each in result.outgoing}
    due = replace(result.chase, asks=tuple(ask for ask in result.chase.asks if ask.owner in reply_by))
    requests = list_requests(plan, due, result.day, reply_by.__getitem__)
    moulds: Moulds = {}
    for done, each in enumerate(result.outgoing, 1):
        if path := result.form_of(each):
            form = build_form(requests[each.owner], index)
            contents[path], form_ids[path] = render(form, moulds), read_form_id(form)
        tell(done, 2 * len(result.outgoing))
    if result.outgoing or (not result.turns and not result.chase_list.exists()):
        contents[result.chase_list] = render(
            build_chase_list(plan, result.chase, tuple(list_lines(result)), today=result.today)
        )
    return replace(result, contents=contents, form_ids=form_ids)


def list_lines(result: ChaseResult) -> Iterator[OwnerLine]:
    """The coordinator's list: everybody of whom something is outstanding, and who is told something."""
    unaddressed = set(result.unaddressed)
    for turn in result.turns:
        if turn.demands or turn.step:
            yield OwnerLine(
                turn.owner,
                STEP_WORDS[turn.step] if turn.step else "",
                turn.why,
                turn.reply_by,
                turn.asked_on or (result.day if turn.step else None),
                turn.next_on,
                turn.days_late,
                Level.CHIEF_EXECUTIVE in turn.levels,
                turn.owner not in unaddressed,
            )


def list_nobody(plan: ActionPlan, left: Chase) -> Iterator[Unowned]:
    """What the coordinator has to ask about: actions of nobody's, and those of owners without an address."""
    yield from left.unowned
    whys = {owner: address(owner, (), plan.settings).why for owner in left.owners}
    yield from (Unowned(ask.action, ask.reasons, whys[ask.owner]) for ask in left.asks if whys[ask.owner])


def has_any_place(plan: ActionPlan, chase: Chase) -> bool:
    """Whether a question that is asked of every action has a place for its answer on any."""
    fields = [field for field in chase.fields if not field.is_asked_when_due]
    actions = plan.open_actions(chase.quarter)
    return any(has_place(plan, action, field, chase.quarter) for action in actions for field in fields)


def without_stopped(past: Past) -> tuple[Entry, ...]:
    """The past in which the messages of a run that was stopped have failed."""
    stopped = stopped_messages(past.entries)
    # An id of letters after all that runs have, so that it comes after what it is about.
    run = RunFile(None, Run("stopped", "", DRAFTING, past.entries[-1].at)) if stopped else None
    return (*past.entries, *(run.write(*stopped) if run else ()))
