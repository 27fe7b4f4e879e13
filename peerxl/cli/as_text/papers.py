"""What was written for a quarter, as text: who is asked, what was found, and where each file is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.findings import count_severities
from peerxl.cli.as_text.table import format_table
from peerxl.commands.forms import DRAFTS, LINKS
from peerxl.documents.chase_list import describe_unaddressed
from peerxl.documents.document import date_words
from peerxl.documents.plan_list import summarize_plan
from peerxl.documents.wording import counted, weekday_words
from peerxl.record.event import Step
from peerxl.record.say import refs

if TYPE_CHECKING:
    from peerxl.commands.calendar import CalendarResult
    from peerxl.commands.chase.result import ChaseResult
    from peerxl.commands.outgoing import Outgoing
    from peerxl.commands.quarter import QuarterResult


STEPS = {Step.ASK: "asked", Step.REMINDER: "reminded", Step.ESCALATION: "late and reminded", Step.NOTICE: "told"}


def format_chase(result: ChaseResult) -> Iterator[str]:
    """Who gets what today with the file of each, what nobody is asked, and where the files are."""
    yield summarize_chase(result)
    if not result.outgoing:
        whys = Counter(turn.why for turn in result.turns)
        yield from (f"  {counted(number, 'owner')}: {why}" for why, number in whys.items())
    for each in result.outgoing:
        yield f"  {each.owner.name}: {step_words(each)}{place_words(result, each)}"
    yield from format_deliveries(result)
    yield from describe_gaps(result)
    if result.contents:
        yield f"  who was asked: {result.chase_list}"
        if any(map(result.draft_of, result.outgoing)):
            yield f"  mails that lie ready: {result.out / DRAFTS}; without Outlook: {result.out / LINKS}"
        yield f"  save those that come back in: {result.returned}"
    yield from format_exceptions(result)


def describe_gaps(result: ChaseResult) -> Iterator[str]:
    """What of the day somebody has to see to: who cannot be asked or written to, and what waits to be settled."""
    for unowned in result.chase.unowned:
        yield f"  nobody for {unowned.action.name}: {unowned.why}"
    yield from describe_hindrances(result)


def describe_hindrances(result: ChaseResult) -> Iterator[str]:
    """Who cannot be written to, that the mails name nobody to ask, and the conflicts that wait to be settled."""
    unaddressed = describe_unaddressed(result.unaddressed, has_sheet=result.has_owners_sheet)
    yield from (f"  {sentence}" for sentence in (*unaddressed, *result.unsigned, *result.conflicts))


def format_deliveries(result: ChaseResult) -> Iterator[str]:
    """The mails that were not sent, and those of which there is more to know."""
    for delivery, each in zip(result.deliveries, result.outgoing, strict=False):
        if delivery.why:
            state = "sent" if delivery.is_out else "not sent, to be tried again at the next run"
            yield f"  {each.owner.name}: {state}: {delivery.why}"


def explain_chase(result: ChaseResult) -> Iterator[str]:
    """What would be done today: each owner with what they get and why, and the day of their next message."""
    yield summarize_chase(result)
    outgoing = {each.owner: each for each in result.outgoing}
    for turn in result.turns:
        each = outgoing.get(turn.owner)
        what = f"{step_words(each)}{address_words(each)}" if each else "nothing"
        later = f" Next on {weekday_words(turn.next_on)}." if turn.next_on and turn.step else ""
        yield f"  {turn.owner.name}: {what}: {turn.why}{later}"
    yield from describe_gaps(result)
    yield from format_not_asked(result)
    yield "nothing was written"


def summarize_chase(result: ChaseResult) -> str:
    """Today in a sentence."""
    chase = result.chase
    if not result.outgoing:
        return f"Nothing goes out today for {chase.quarter}{next_words(result)}"
    due = {each.owner for each in result.outgoing}
    asks = [ask for ask in chase.asks if ask.owner in due]
    actions = len({(ask.action.sheet, ask.action.row) for ask in asks})
    by = f", to reply by {date_words(result.reply_by)}" if asks else ""
    return (
        f"{owners_words(result)} about {counted(actions, 'action')} for {chase.quarter}, "
        f"{counted(len(asks), 'question')}{by}"
    )


def owners_words(result: ChaseResult) -> str:
    """ "3 owners asked", or "3 owners written to (1 asked, 2 reminded)"."""
    owners, counts = counted(len(result.outgoing), "owner"), Counter(each.step for each in result.outgoing)
    if set(counts) == {Step.ASK}:
        return f"{owners} asked"
    return f"{owners} written to ({', '.join(f'{number} {STEPS[step]}' for step, number in sorted(counts.items()))})"


def next_words(result: ChaseResult) -> str:
    return f"; next on {weekday_words(result.next_on)}" if result.next_on else ""


def step_words(outgoing: Outgoing) -> str:
    """ "reminded of 3 questions, to reply by 19 January 2026"."""
    if outgoing.step is Step.NOTICE:
        return f"told that {refs(outgoing.turn.told)} {'is' if len(outgoing.turn.told) == 1 else 'are'} answered"
    by = f", to reply by {date_words(outgoing.turn.reply_by)}" if outgoing.turn.reply_by else ""
    return f"{STEPS[outgoing.step]}, {counted(len(outgoing.asks), 'question')}{by}"


def place_words(result: ChaseResult, outgoing: Outgoing) -> str:
    path = result.form_of(outgoing) or result.draft_of(outgoing)
    return f": {path}" if path else ""


def address_words(outgoing: Outgoing) -> str:
    """To whom a message goes, and who gets a copy."""
    addressed = outgoing.addressed
    to = ", ".join(each.email for each in addressed.to) or "no address"
    cc = f", copy to {', '.join(each.email for each in addressed.cc)}" if addressed.cc else ""
    return f" ({to}{cc})"


def format_exceptions(result: ChaseResult) -> Iterator[str]:
    """What was not asked, and the forms of earlier runs that are still there."""
    yield from format_not_asked(result)
    for path in result.kept:
        yield f"  filled in and kept as it is, so no new form was made: {path}; move it to {result.returned}"
    for path in result.stale_forms:
        yield f"  from an earlier chase, not to be sent: {path}"


def format_not_asked(result: ChaseResult) -> Iterator[str]:
    """The questions that are asked of nobody."""
    for nowhere in result.chase.nowhere:
        yield f"  not asked: {nowhere.sheet}: {nowhere.sentence}"


def format_calendar(result: CalendarResult) -> Iterator[str]:
    """A line for each day: "Tuesday 16 February 2027  The committee hears Q3 2026/27"."""
    yield from format_table(("Day", "What"), [(weekday_words(day.day), day.what) for day in result.days])


def format_quarter(result: QuarterResult) -> Iterator[str]:
    chase = result.chase.chase
    yield result.plan.title
    yield f"  {summarize_plan(result.plan)}"
    yield f"  Found: {count_severities(result.findings)}: {result.report}"
    yield f"  Appendix: {result.appendix}"
    yield f"  {summarize_chase(result.chase)}{f': {result.chase.chase_list}' if result.chase.contents else ''}"
    if result.chase.forms:
        yield f"  Forms: {counted(len(result.chase.forms), 'workbook')} in {result.chase.forms[0].parent}"
    if result.chase.deliveries:
        sent = [each for each in result.chase.deliveries if each.is_out]
        yield f"  Mails: {len(sent)} of {len(result.chase.deliveries)} sent"
        yield from format_deliveries(result.chase)
    yield from format_exceptions(result.chase)
    if chase.unowned:
        listed = f", listed in {result.chase.chase_list.name}" if result.chase.contents else ""
        yield f"  Nobody to ask: {counted(len(chase.unowned), 'action')}{listed}"
    yield from describe_hindrances(result.chase)
