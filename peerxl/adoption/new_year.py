"""Next year's plan made from this year's: what is still to be done, and four quarters with nothing in them yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from peerxl.adoption.colour import colour_words
from peerxl.adoption.refs import ActionRef, name_actions
from peerxl.adoption.settings import settings_of
from peerxl.adoption.shape import Places, places_of
from peerxl.adoption.taking import Taken, take_actions
from peerxl.adoption.words import fills, own_words
from peerxl.documents.document import Document
from peerxl.documents.master import LAST_COMMENT, LAST_STATUS, MasterRow, build_master
from peerxl.language.date_history import read_date_history
from peerxl.language.timescales import read_timescale
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet
from peerxl.model.timescale import Timescale
from peerxl.reading.headers.title import keep_title
from peerxl.reading.quarter_words import move_year

LAST = (LAST_STATUS, LAST_COMMENT)


@dataclass(frozen=True, slots=True)
class NewYear:
    """Next year's plan: the plan as it is to be read, its refs, its columns and its rows; ``left`` does not come along.

    ``closed`` are the actions of it that were closed in the quarter last reported.
    """

    plan: ActionPlan
    named: tuple[ActionRef, ...]
    places: Places
    taken: tuple[Taken, ...]
    closed: tuple[Action, ...]
    left: tuple[Action, ...]

    @property
    def quarter(self) -> FiscalQuarter:
        """The quarter that it reports first."""
        assert self.plan.quarter is not None
        return self.plan.quarter

    def document(self) -> Document:
        """The master of it."""
        rows = tuple(taken.row for taken in self.taken)
        return build_master(self.places.title, self.plan.settings, self.quarter.last_day, rows, shape=self.places.shape)


def begin_year(plan: ActionPlan, sheets: Sequence[Sheet], quarter: FiscalQuarter, *, with_closed: bool) -> NewYear:
    """Make next year's plan of one that reports a quarter; ``sheets`` are those it was read from.

    It has the actions that are open, and ``with_closed`` those closed in that quarter, under their refs; owners, status
    words and settings come along. What was last said of each stands in two columns of its own.
    """
    year = plan.year or quarter.year
    kept = [action for action in plan.actions if is_kept(action, quarter, with_closed=with_closed)]
    refs = dict(zip(map(id, plan.actions), name_actions(plan, (), ()), strict=True))
    next_plan = empty_plan(plan, [clear_reports(action) for action in kept], year)
    named = tuple(refs[id(action)] for action in kept)
    places = places_of(next_plan)
    shape = replace(places.shape, extras=(*places.shape.extras, *LAST))
    taken = take_actions(next_plan, named, places, sheets)
    colours = fills(plan)
    last = (describe_last(action, quarter, colours) for action in kept)
    rows = (
        replace(each, row=keep_years(replace(each.row, extras=(*each.row.extras, *words)), action, plan.settings.years))
        for each, words, action in zip(taken, last, kept, strict=True)
    )
    return NewYear(
        next_plan,
        named,
        replace(places, shape=shape),
        tuple(rows),
        tuple(action for action in kept if not action.is_open(quarter)),
        tuple(action for action in plan.actions if not is_kept(action, quarter, with_closed=with_closed)),
    )


def keep_years(row: MasterRow, action: Action, years: YearConvention) -> MasterRow:
    """A row whose dates name their year: "December" would be next year's in next year's plan."""
    original = say_year(row.original, action.original_timescale or action.timescale, years)
    return replace(row, timescale=say_year(row.timescale, action.timescale, years), original=original)


def say_year(words: str | date, reading: Timescale, years: YearConvention) -> str | date:
    """A date's words with the year that they were read in, where it is the only thing that is not among them."""
    if not isinstance(words, str) or not words.strip() or reading.due_date is None or read_date_history(words).moves:
        return words
    is_all = len(reading.milestones) == 1 and not reading.milestones[0].label
    return str(reading) if is_all and read_timescale(words, years).due_date is None else words


def is_kept(action: Action, quarter: FiscalQuarter, *, with_closed: bool) -> bool:
    """Whether an action comes along: one that is open, or where asked for was still open the quarter before."""
    return action.is_open(quarter) or (with_closed and action.is_open(quarter - 1))


def clear_reports(action: Action) -> Action:
    """An action with nothing reported of it, nor what was said the year before last."""
    status = action.overall.status_cell if action.overall else None
    extras = (pair for pair in action.extras if " ".join(pair[0].text.split()) not in LAST and pair[1] != status)
    return replace(action, updates=(), overall=None, extras=tuple(extras))


def empty_plan(plan: ActionPlan, actions: Sequence[Action], year: FiscalYear) -> ActionPlan:
    """The plan in the year after one, with these actions."""
    first = (year + 1).quarter(1)
    settings = replace(settings_of(plan), quarter=first)
    title = move_year(keep_title(plan.title, year, plan.settings.years), year, year + 1)
    return replace(plan, actions=tuple(actions), settings=settings, quarter=first, year=year + 1, title=title)


def describe_last(action: Action, quarter: FiscalQuarter, colours: frozenset[str]) -> Iterator[str]:
    """The last status and the last comment of an action, each in its own words."""
    updates = action.updates_until(quarter)
    statuses = [words for update in updates if (words := describe_status(update, colours))]
    comments = [words for update in updates if (words := own_words(update.comment_cell))]
    yield statuses[-1] if statuses else ""
    yield comments[-1] if comments else ""


def describe_status(update: Update, colours: frozenset[str]) -> str:
    """A status in the cell's own words, a colour by its name."""
    return colour_words(update.status_fill, colours) if update.status_fill else own_words(update.status_cell)
