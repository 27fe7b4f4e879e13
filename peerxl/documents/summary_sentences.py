"""Sentences in plain English on how a plan stands, each number with the actions it counts.

Up to ``FEW`` actions are named where they are counted; of more the Notes say which they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerxl.documents.appendix_columns import has_comments, has_updates
from peerxl.documents.document import date_words
from peerxl.documents.figure import ActionNames, Figure
from peerxl.documents.movement_words import name_time
from peerxl.documents.reported import is_unexplained
from peerxl.documents.summary_figures import DelayBands, SummaryFacts, list_moved
from peerxl.documents.wording import counted, in_sentence, listed, quarter_name
from peerxl.model.action import Action
from peerxl.movement.compare import Movement

FEW = 6


def write_sentences(facts: SummaryFacts) -> Iterator[str]:
    """How the plan stands, what moved, what is late and what is due or unanswered."""
    if not facts.plan.actions:
        yield "The plan has no actions."
        return
    names = ActionNames.of(facts.plan)
    yield tell_standing(facts, names)
    yield tell_movement(facts.movement, names) if facts.movement else tell_no_movement(facts)
    yield tell_delay(facts, names)
    yield tell_due(facts, names)


def tell_standing(facts: SummaryFacts, names: ActionNames) -> str:
    """How many actions are open and closed: "Of the plan's 27 actions, 11 are closed (10 completed, 1 superseded)"."""
    actions = facts.plan.actions
    whole = f"Of the plan's {counted(len(actions), 'action')}"
    if not any(action.standing_update(facts.quarter).has_status for action in actions):
        return tell_unknown_standing(len(actions))
    if not facts.closed.number:
        return f"{whole}, none is closed.{tell_unexplained(facts, names)}"
    closed = [figure for figure in facts.statuses if not figure.actions[0].is_open(facts.quarter)]
    parts = [f"{figure.number} {in_sentence(figure.words)}" for figure in closed]
    how = f", all {in_sentence(closed[0].words)}," if len(closed) == 1 else f" ({listed(parts)})"
    if facts.closed.number == 1:
        how = f" ({in_sentence(closed[0].words)})"
    still = f"{count(facts.open)} open" if facts.open.number else "none is open"
    return f"{whole}, {count(facts.closed)} closed{how} and {still}.{tell_unexplained(facts, names)}"


def tell_unknown_standing(number: int) -> str:
    """That no action has a status."""
    which, counts = (f"its {number} actions have", "all are") if number > 1 else ("its 1 action has", "it is")
    return f"Nothing in the plan says how far {which} come, so {counts} counted as open."


def tell_unexplained(facts: SummaryFacts, names: ActionNames) -> str:
    """That a status nobody explains is counted as open."""
    unknown = tuple(a for a in facts.open.actions if is_unexplained(a.standing_update(facts.quarter)))
    if not unknown:
        return ""
    one = len(unknown) == 1
    return (
        f" {len(unknown)} of these {'has' if one else 'have'} a status that the plan does not explain and "
        f"{'is' if one else 'are'} counted as open{name_few(unknown, names)}."
    )


def tell_movement(movement: Movement, names: ActionNames) -> str:
    """What was completed, closed, opened again, added and taken out since last time."""
    figures = {figure.words: figure for figure in list_moved(movement)}
    completed = figures.pop("Completed")
    first = f"{counted(completed.number, 'action')} {'was' if completed.number == 1 else 'were'} completed"
    parts = [f"{first if completed.number else 'no action was completed'}{name_few(completed.actions, names)}"]
    parts += [
        f"{figure.number} {'was' if figure.number == 1 else 'were'} {VERBS[words]}{name_few(figure.actions, names)}"
        for words, figure in figures.items()
        if figure.number
    ]
    parts += tell_gone(movement)
    unknown = "" if movement.knows_added else "; the plan does not say which actions were added"
    return f"Since {name_time(movement.old)}, {listed(parts)}{unknown}."


VERBS = {"Closed without being done": "closed without being done", "Open again": "opened again", "Added": "added"}


def tell_gone(movement: Movement) -> Iterator[str]:
    """How many actions the plan no longer has, and which of them were open when they were last told of."""
    if not movement.gone:
        return
    names = ActionNames.of(movement.old.plan, is_numbered=False)
    lost = tuple(departure.action for departure in movement.lost)
    still = f", {len(lost)} of them still open when last reported{name_few(lost, names)}" if lost else ""
    yield f"{len(movement.gone)} {'is' if len(movement.gone) == 1 else 'are'} no longer in the plan{still}"


def tell_no_movement(facts: SummaryFacts) -> str:
    return f"The plan has nothing of a quarter before {quarter_name(facts.quarter)}, so what changed is not known."


FIRST_KNOWN = "first date known", "first dates known"
"""Of a plan without a column for them: another may have been agreed before anybody wrote it down."""


def tell_delay(facts: SummaryFacts, names: ActionNames) -> str:
    """How the open actions stand by the date that was first agreed for each, or is the first known."""
    bands, day = facts.bands, date_words(facts.quarter.last_day)
    if not facts.open.number:
        return "No action is open, so none is late."
    if bands.undated.number == facts.open.number:
        return "No open action has a date, so none can be said to be late."
    undated = f"; {bands.undated.number} {'has' if bands.undated.number == 1 else 'have'} no date to measure by"
    rest = undated if bands.undated.number else ""
    date, dates = ("date first agreed", "dates first agreed") if facts.has_first_dates else FIRST_KNOWN
    if not bands.late:
        return f"On {day}, no open action was past the {date} for it{rest}."
    late = f"1 open action was past the {date} for it"
    if len(bands.late) > 1:
        late = f"{len(bands.late)} open actions were past the {dates} for them"
    in_time = f"{bands.in_time.number} {'was' if bands.in_time.number == 1 else 'were'} not"
    return (
        f"On {day}, {late}, {listed(tell_bands(bands, names))}{f'; {in_time}' if bands.in_time.number else ''}{rest}."
    )


def tell_bands(bands: DelayBands, names: ActionNames) -> Iterator[str]:
    """By how much those are late that are: "2 by less than three months"."""
    late_by = [
        (band, words)
        for band, words in (
            (bands.under_three_months, "less than three months"),
            (bands.three_months, "three months or more"),
        )
        if band.number
    ]
    for band, words in late_by:
        # Their number has been said already where all of them are of one band.
        number = f"{band.number} " if len(late_by) > 1 else ""
        yield f"{number}by {words}{name_few(band.actions, names)}"


def tell_due(facts: SummaryFacts, names: ActionNames) -> str:
    """What is due now and next, whose date has changed, and what was not answered."""
    if not facts.open.number:
        return "Nothing is due."
    dated = any(action.timescale.due for action in facts.open.actions)
    due = [
        f"{count(figure)} due in {quarter_name(quarter)}{name_few(figure.actions, names)}"
        for figure, quarter in ((facts.due, facts.quarter), (facts.due_next, facts.quarter + 1))
    ]
    parts = [*([listed(due)] if dated else ()), *tell_answers(facts, names)]
    return f"Of the open actions, {'; '.join(parts)}." if parts else "The plan tells neither times nor updates."


def tell_answers(facts: SummaryFacts, names: ActionNames) -> Iterator[str]:
    """On how many actions the date is another than the first, and on how many there is no update."""
    moved, unanswered = facts.moved, facts.unanswered
    article, noun = ("an", "update") if has_comments(facts.plan) else ("a", "status")
    if moved.number:
        yield f"{count(moved)} to be done at another date than the first{name_few(moved.actions, names)}"
    if not has_updates(facts.plan):
        return
    if unanswered.number:
        yield f"{unanswered.number} had no {noun}{name_few(unanswered.actions, names)}"
    else:
        yield f"all had {article} {noun}"


def count(figure: Figure) -> str:
    """ "none is", "1 is", "3 are"."""
    return "none is" if not figure.number else f"{figure.number} {'is' if figure.number == 1 else 'are'}"


def name_few(actions: Sequence[Action], names: ActionNames) -> str:
    """The actions in brackets where they are few, else nothing."""
    return f" ({names.list(actions)})" if 0 < len(actions) <= FEW else ""
