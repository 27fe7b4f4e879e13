"""The committee appendix: the plan as members and the public read it, on paper, on screen or with a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from peerxl.documents import wording
from peerxl.documents.appendix_intro import Account, intro
from peerxl.documents.layout import MOST_LINES, PAGE_WIDTH, Column, Document, Entry, Row, TableSheet, entry_lines
from peerxl.documents.measure import portions
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import Action, ActionPlan

FULL, EXCEPTIONS = "full", "exceptions"
SHEET = "Action plan"
AS_ABOVE, CONTINUED = "As above", "(continued)"
SHORT = 2
LEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A column of the appendix and what it says of each action; a group's column says the same of several."""

    column: Column
    tell: Callable[[Action], Entry]
    is_group: bool = False


def appendix(
    plan: ActionPlan, quarter: FiscalQuarter, *, layout: str = FULL, number: str = "", merged: bool = False
) -> Document:
    """The plan at a quarter: every action, or the open ones only; ``merged`` gives the traditional, merged look."""
    title = appendix_title(plan, number, quarter)
    open_only = layout == EXCEPTIONS
    actions = plan.open_actions(quarter) if open_only else plan.actions
    parts = sized((exceptions_parts if open_only else full_parts)(plan, quarter), merged)
    rows = tuple(rows_of(actions, parts))
    sheet = TableSheet(
        name=SHEET,
        title=title,
        intro=tuple(intro(Account(plan, quarter, actions, open_only, merged, len(rows) > len(actions)))),
        table_name="ActionPlan",
        columns=tuple(part.column for part in parts),
        rows=rows,
        footer=title,
    )
    return Document(
        title=title,
        subject=f"{plan.name}, {wording.quarter_in_full(quarter)}",
        creator=plan.settings.council or plan.title or title,
        dated=quarter.last_day,
        sheets=(sheet,),
    )


def appendix_title(plan: ActionPlan, number: str, quarter: FiscalQuarter) -> str:
    """ "Appendix 9 - Peer review action plan - Quarter 3 2023/24"; without the appendix where it has no number."""
    bare = number.strip().removeprefix("Appendix").strip()
    numbered = (f"Appendix {bare}",) if bare else ()
    return " - ".join((*numbered, plan.name, wording.quarter_name(quarter)))


def full_parts(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[Part]:
    """The columns of the council's full appendix, less those the plan has nothing for."""
    if any(action.recommendation for action in plan.actions):
        yield Part(Column("Recommendation", 150), theme_and_recommendation, is_group=True)
    elif plan.themes:
        yield Part(Column("Priority", 100), theme, is_group=True)
    yield Part(Column("Actions", 160), action_words)
    if plan.has_column(Field.TIMESCALE):
        yield Part(Column("Timescale/Due date", 92), timescale)
    if has_owners(plan):
        yield Part(Column("Officer", 92), owners)
    yield from update_parts(quarter, 200)


def exceptions_parts(plan: ActionPlan, quarter: FiscalQuarter) -> Iterator[Part]:
    """The columns of the council's exceptions appendix and the timescale, less those the plan has nothing for."""
    if plan.themes:
        yield Part(Column("Priority", 110), theme, is_group=True)
    if has_owners(plan):
        yield Part(Column("Director/AD", 92), owners)
    yield Part(Column("Milestones/Actions", 166), action_words)
    if plan.has_column(Field.TIMESCALE):
        yield Part(Column("Timescale", 84), timescale)
    yield from update_parts(quarter, 240)


def update_parts(quarter: FiscalQuarter, comment_width: float) -> Iterator[Part]:
    yield Part(Column(f"Quarter {quarter.number} update", 78), partial(status, quarter))
    yield Part(Column("Comments", comment_width), partial(comment, quarter))


def has_owners(plan: ActionPlan) -> bool:
    return plan.has_column(Field.OWNER) or any(action.owners for action in plan.actions)


def theme_and_recommendation(action: Action) -> Entry:
    """The theme in bold, then the recommendation it is about."""
    return Entry(action.recommendation or wording.NOT_SET, lead=action.theme)


def theme(action: Action) -> Entry:
    return Entry(action.theme or wording.NOT_SET)


def action_words(action: Action) -> Entry:
    return Entry(wording.action_words(action))


def timescale(action: Action) -> Entry:
    return Entry(wording.timescale_words(action.timescale))


def owners(action: Action) -> Entry:
    return Entry(wording.owner_words(action))


def status(quarter: FiscalQuarter, action: Action) -> Entry:
    return wording.status_entry(action.update(quarter))


def comment(quarter: FiscalQuarter, action: Action) -> Entry:
    return Entry(wording.comment_words(action.update(quarter)))


def sized(parts: Iterator[Part], merged: bool) -> tuple[Part, ...]:
    """The columns stretched to the page's width, so that what a plan lacks gives room to the others."""
    found = tuple(parts)
    stretch = PAGE_WIDTH / sum(part.column.width for part in found)
    return tuple(
        replace(
            part,
            column=replace(part.column, width=part.column.width * stretch, is_merged=merged and part.is_group),
        )
        for part in found
    )


def rows_of(actions: tuple[Action, ...], parts: tuple[Part, ...]) -> Iterator[Row]:
    """The rows of the table: one an action, or more where Excel lets no row be tall enough."""
    above: Action | None = None
    for action in actions:
        is_new_theme = above is not None and action.theme != above.theme
        repeats = above is not None and not is_new_theme and action.recommendation == above.recommendation
        entries = tuple(shortened(part, part.tell(action)) if repeats else part.tell(action) for part in parts)
        yield from split_rows(Row(entries, starts_group=is_new_theme), parts)
        above = action


def shortened(part: Part, entry: Entry) -> Entry:
    """What a row says of the group it shares with the row above: the theme again, but no long text."""
    recommendation = replace(entry, lead="")
    if not part.is_group or part.column.is_merged or entry_lines(recommendation, part.column.width) <= SHORT:
        return entry
    return replace(entry, value=AS_ABOVE)


def split_rows(row: Row, parts: tuple[Part, ...]) -> Iterator[Row]:
    """The row; where a text is too tall for one, rows below it in which the text goes on."""
    pieces = [pieces_of(part, entry) for part, entry in zip(parts, row.entries, strict=True)]
    yield replace(row, entries=tuple(first for first, *_ in pieces))
    for number in range(1, max(map(len, pieces))):
        cells = zip(parts, pieces, strict=True)
        yield Row(tuple(told[number] if number < len(told) else below(part, told[0]) for part, told in cells))


def pieces_of(part: Part, entry: Entry) -> tuple[Entry, ...]:
    """An entry in pieces that each fit the tallest row; those after the first say that they go on."""
    if part.column.is_merged or entry_lines(entry, part.column.width) <= MOST_LINES:
        return (entry,)
    first, *others = portions(str(entry.value), part.column.width, MOST_LINES - LEAD_LINES)
    lead = f"{entry.lead} {CONTINUED}".strip()
    return (replace(entry, value=first), *(replace(entry, value=other, lead=lead) for other in others))


def below(part: Part, entry: Entry) -> Entry:
    """What stands under a cell whose neighbour goes on."""
    return shortened(part, entry) if part.is_group else Entry(AS_ABOVE)
