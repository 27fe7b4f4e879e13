"""When each action is to be done, quarter by quarter, as words in cells: bars that print, and that read as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peerxl.documents.appendix_columns import (
    describe_action,
    describe_ref,
    has_refs,
    has_themes,
    list_sources,
    name_theme,
)
from peerxl.documents.document import Section, TableColumn, TableEntry, TableRow, TextLine
from peerxl.documents.own_titles import PaperContents
from peerxl.documents.palette import Tone
from peerxl.documents.summary_figures import NO_THEME
from peerxl.documents.wording import counted, quarter_name
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind

NAME, TABLE = "Timeline", "Timeline"
MOST_QUARTERS = 6
QUARTERS_BEFORE = 2
"""How many quarters have a column, and how many of them before the reporting one where there are more."""


@dataclass(frozen=True, slots=True)
class QuarterWord:
    """A word in a cell of the timeline, what it means, and its colour."""

    word: str
    meaning: str
    tone: Tone = Tone.PLAIN


PLANNED = QuarterWord("Planned", "it is planned for then and later", Tone.INFO)
TO_DO = QuarterWord("To do", "it is to be done by a later quarter", Tone.INFO)
DUE = QuarterWord("Due", "it is to be done by the end of the quarter", Tone.WARNING)
ONGOING = QuarterWord("Ongoing", "it goes on with no end date", Tone.INFO)
LATE = QuarterWord("Late", "it was due before and was still open", Tone.BAD)
DONE = QuarterWord("Done", "it was done in the quarter or before", Tone.GOOD)
CLOSED = QuarterWord("Closed", "it was closed in the quarter or before, and not done", Tone.CLOSED)
NOT_KNOWN = QuarterWord("Not known", "it was due before, and nothing was reported for the quarter", Tone.UNKNOWN)
NOTHING = QuarterWord("Nothing", "nothing is planned for the quarter")
WORDS = (PLANNED, TO_DO, DUE, ONGOING, LATE, DONE, CLOSED, NOT_KNOWN, NOTHING)

QuarterWords = Mapping[tuple[str, int], Sequence[QuarterWord]]
"""The words of each action by its sheet and row, one for each quarter."""


def build_timeline(plan: ActionPlan, quarter: FiscalQuarter, title: str) -> Section | None:
    """The actions whose time can be placed, by theme; None where there is none to show."""
    placed = tuple(action for action in plan.actions if has_periods(action.timescale))
    quarters = find_span([period for action in placed for period in action.timescale.milestones], quarter)
    words = {(a.sheet, a.row): tuple(name_quarter(a, each, quarter) for each in quarters) for a in placed}
    shown = tuple(action for action in placed if not set(words[action.sheet, action.row]) <= {DONE, CLOSED})
    if not shown:
        return None
    theme = name_theme(plan, ("Ref", "Action", "When")) if has_themes(plan) else ""
    has_ref = has_refs(plan)
    return Section(
        name=NAME,
        title=f"{title}: timeline",
        intro=tuple(build_intro(plan, quarter, quarters, shown, words)),
        table_name=TABLE,
        columns=tuple(list_columns(quarters, quarter, theme, has_ref)),
        rows=tuple(build_rows(shown, quarter, words, bool(theme), has_ref)),
        footer=title,
        is_paper=True,
    )


def has_periods(timescale: Timescale) -> bool:
    """Whether a timescale says anything of quarters."""
    return timescale.kind in {TimescaleKind.DATED, TimescaleKind.OPEN} and bool(timescale.milestones)


def find_span(periods: Collection[Milestone], reporting: FiscalQuarter) -> tuple[FiscalQuarter, ...]:
    """All the quarters that anything is planned for; where they are too many, those around the reporting one."""
    ends = [quarter for period in periods for quarter in (period.start, period.end) if quarter]
    first, last = min((*ends, reporting)), max((*ends, reporting))
    if first + (MOST_QUARTERS - 1) < last:
        first = max(first, min(reporting - QUARTERS_BEFORE, last - (MOST_QUARTERS - 1)))
        last = first + (MOST_QUARTERS - 1)
    quarters = [first]
    while quarters[-1] < last:
        quarters.append(quarters[-1] + 1)
    return tuple(quarters)


def name_quarter(action: Action, quarter: FiscalQuarter, reporting: FiscalQuarter) -> QuarterWord:
    """What there is to say of an action in a quarter, as far as it was reported on."""
    status = action.status(min(quarter, reporting))
    if status is not None and not status.is_open:
        return DONE if status.is_done else CLOSED
    periods = action.timescale.milestones
    if any(period.end == quarter for period in periods):
        return DUE
    if word := next((word for period in periods if (word := name_period(period, quarter))), None):
        return word
    if action.timescale.is_overdue(quarter) and quarter <= reporting:
        is_known = action.is_open(reporting) or action.latest_update(quarter) is not None
        return LATE if is_known else NOT_KNOWN
    return NOTHING


def name_period(period: Milestone, quarter: FiscalQuarter) -> QuarterWord | None:
    """What a promised period says of a quarter that is not its last; None where it says nothing of it."""
    # A day is when it is to be done by, as "by 31 March" is; a longer period is what the work is planned for.
    is_deadline = period.start is None or period.start_date == period.end_date
    if not is_deadline and period.start and quarter < period.start:
        return None
    if period.end is None:
        return ONGOING
    if quarter > period.end:
        return None
    return TO_DO if is_deadline else PLANNED


def list_columns(
    quarters: Sequence[FiscalQuarter], reporting: FiscalQuarter, theme: str, has_ref: bool
) -> Iterator[TableColumn]:
    """The columns: what the action is, when it is to be done in words, and each quarter, the reporting one so named.

    ``theme`` is the heading of the themes, where there are any.
    """
    if theme:
        yield TableColumn(theme, is_group=True)
    if has_ref:
        yield TableColumn("Ref", is_unbroken=True)
    yield TableColumn("Action", names_row=True)
    yield TableColumn("When")
    for quarter in quarters:
        yield TableColumn(f"{quarter} (reported)" if quarter == reporting else str(quarter), is_unbroken=True)


def build_rows(
    actions: Sequence[Action], quarter: FiscalQuarter, words: QuarterWords, has_theme: bool, has_ref: bool
) -> Iterator[TableRow]:
    for action, above in zip(actions, (None, *actions), strict=False):
        entries = [
            *([TableEntry(action.theme or NO_THEME)] if has_theme else []),
            *([describe_ref(action, quarter)] if has_ref else []),
            describe_action(action, quarter),
            TableEntry(str(action.timescale), sources=list_sources(action, Field.TIMESCALE)),
            *(TableEntry(each.word, each.tone) for each in words[action.sheet, action.row]),
        ]
        yield TableRow(tuple(entries), above is not None and action.theme != above.theme)


def build_intro(
    plan: ActionPlan,
    quarter: FiscalQuarter,
    quarters: Sequence[FiscalQuarter],
    shown: Sequence[Action],
    words: QuarterWords,
) -> Iterator[str | TextLine]:
    """What is shown, what is not, and what each word means."""
    span = f"from {quarter_name(quarters[0])} to {quarter_name(quarters[-1])}, of which {quarter_name(quarter)} is"
    if len(quarters) == 1:
        span = f"in {quarter_name(quarter)}, which is"
    yield PaperContents.TIMELINE.format(span=span)
    closed, unplaced = len(words) - len(shown), len(plan.actions) - len(words)
    left_out = [
        f"{counted(closed, 'action')} closed before then" if closed else "",
        f"{counted(unplaced, 'action')} without a time that can be placed" if unplaced else "",
    ]
    if any(left_out):
        yield f"Not shown: {' and '.join(filter(None, left_out))}."
    used = {word for action in shown for word in words[action.sheet, action.row]}
    yield " ".join(f"{each.word}: {each.meaning}." for each in WORDS if each in used)
