"""What is new in a plan since the record last knew of it: the values that somebody put into the workbook itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from peerxl.language.date_history import read_date_history
from peerxl.language.timescales import read_timescale
from peerxl.model.action import Action
from peerxl.model.fiscal import FiscalYear, YearConvention
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.record.dates import same_words
from peerxl.record.entry import Entry
from peerxl.record.event import Merged, Seen, Undone
from peerxl.record.naming import ActionIds

Meaning = Callable[[str], object]
DATES = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE)


def list_sightings(plan: ActionPlan, ids: ActionIds, entries: Iterable[Entry]) -> Iterator[Seen]:
    """Every value of the plan that is not what the record of it, in its order, says last."""
    known = known_values(entries)
    means_date = date_meaning(plan)
    for action in plan.actions:
        action_id = ids.of(action)
        for field, quarter, values in values_of(action):
            last = known.get((action_id.key, field, quarter))
            meaning = means_date if field == Field.TIMESCALE else same_words
            # The same words mean the same, and reading two dates for each action would take most of a run.
            is_same = last is not None and (values[-1] == last[0] or meaning(values[-1]) == meaning(last[0]))
            has_new_ref = field == Field.ACTION and last is not None and last[1] != action.ref
            if (last or values[-1]) and (not is_same or has_new_ref):
                # The dates that a cell tells of are new only with the first sight of it.
                yield from (
                    Seen(action_id, field, value, quarter) for value in (values if last is None else values[-1:])
                )


def known_values(entries: Iterable[Entry]) -> dict[tuple[str, str, str], tuple[str, str]]:
    """What each field of each action said last, with the ref that the action then had."""
    known: dict[tuple[str, str, str], tuple[str, str]] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, Seen | Merged | Undone):
            value = event.value if isinstance(event, Seen) else event.after
            known[event.action.key, event.field, event.quarter] = value, event.action.ref
    return known


def values_of(action: Action) -> Iterator[tuple[Field, str, tuple[str, ...]]]:
    """The values of an action that are remembered: field, quarter, and the value after those it took the place of."""
    yield Field.ACTION, "", (action.text,)
    yield Field.OWNER, "", ("; ".join(owner.name for owner in action.owners),)
    yield Field.TIMESCALE, "", dates_of(action)
    for update in action.updates:
        if update.quarter:
            yield Field.STATUS, str(update.quarter), (update.status_text.strip(),)
            yield Field.COMMENT, str(update.quarter), (update.comment,)


def dates_of(action: Action) -> tuple[str, ...]:
    """The dates that the plan itself tells of an action, the one in force last."""
    history = read_date_history(action.timescale.text.strip())
    original = action.original_timescale.text.strip() if action.original_timescale else ""
    earlier = unique(date for date in (original, history.first, history.last) if date and date != history.current)
    return *earlier, history.current


def date_meaning(plan: ActionPlan) -> Meaning:
    """What two ways to write one date of a plan share: "31/3/26" and "31 March 2026"."""
    return partial(read_meaning, plan.settings.years, plan.year or (plan.quarter.year if plan.quarter else None))


def read_meaning(years: YearConvention, year: FiscalYear | None, text: str) -> object:
    return read_timescale(text, years, year).due_date or same_words(text)


def of_record(field: str, text: str) -> str:
    """A cell's words as the record has them: a date without those it took the place of.

    A status keeps the spaces around it, as it may be they that were taken away.
    """
    if field == Field.STATUS:
        return text
    return read_date_history(text.strip()).current if field in DATES else text.strip()
