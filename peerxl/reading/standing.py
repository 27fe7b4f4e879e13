"""Rules that stand, and things that are: tables in which nobody has to do something once, by a day.

A plan says of each row that it is done or not yet. A procedure says how soon or how often each is done, an inventory
how each is, tests which were passed, indicators how much was reached, a rota whose turn it is. Each sign is told by a
heading and its cells together. By which day something is due, or how far it has come, speaks against most of them, and
so does what was found and is to be put right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from peerxl.frozen import frozen
from peerxl.model.layout import KEPT, Field
from peerxl.model.status import DEFAULT_VOCABULARY, find_meaning, says_nothing
from peerxl.reading.cell_kinds import is_at_once, is_count_of_days, is_pace, is_test_result
from peerxl.reading.cell_words import STATES
from peerxl.reading.column_kinds import MOST, are_instructions, are_stages, tell_what_happened
from peerxl.reading.dated_columns import is_plainly_due
from peerxl.reading.draft import Draft, of_field
from peerxl.reading.heading_rules import DESCRIPTION_RANK
from peerxl.reading.heading_words import split_words
from peerxl.reading.profile import FEW, ColumnProfile, is_progress, recurs, says_day, says_when
from peerxl.reading.told_statuses import tell_statuses


@frozen
class StandingSign:
    """Why a table's rows stand, and are not to be done once: the columns that say it, and what they say."""

    columns: tuple[Draft, ...]
    says: str


def find_standing(drafts: Sequence[Draft], is_called_rules: bool = False) -> StandingSign | None:
    """The first sign that a table's rows are rules or things; None where it may well be a plan.

    ``is_called_rules`` is whether its sheet calls it a procedure or a list of who does what.
    """
    signs = (find(drafts) for find in SIGNS)
    return next(filter(None, signs), None) or find_time_limits(drafts, is_called_rules)


def find_pace(drafts: Sequence[Draft]) -> StandingSign | None:
    """What says how soon, how long or how often, where nothing says by which day or how far."""
    if is_scheduled(drafts) or is_followed(drafts) or answers_findings(drafts):
        return None
    paced = [draft for draft in drafts if draft.field in MAY_PACE and is_paced(draft)]
    # What else is done by a day, the same plan may do each month.
    if any(draft not in paced and count_days(draft) > 1 for draft in drafts if draft.field in DUE):
        return None
    return StandingSign((paced[0],), f"how soon, how long or how often{NO_DAY}") if paced else None


MAY_PACE = KEPT | {Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.STATUS}
NO_DAY = ", and nothing says by which day or how far it has come"


def is_paced(draft: Draft) -> bool:
    """Whether most cells, or the heading, say how soon, how long or how often; how long a task takes is none of it.

    Under a heading that says by when, weeks and months are counted from when the plan was agreed; what is to be done at
    once speaks neither for a plan nor against it.
    """
    if not EFFORT.isdisjoint(draft.reading.key.split()):
        return False
    is_due = draft.field in DUE and not OPEN_TO_DOUBT.issuperset(draft.reading.key.split())
    told = [text for text in draft.profile.texts if not says_nothing(text) and not is_at_once(text)]
    paced = [text for text in told if is_pace(text, is_due)]
    is_headed = draft.field in KEPT and is_pace(draft.cell.text.strip(), True)
    return is_headed or (draft.profile.filled >= FEW and len(paced) > 1 and len(paced) >= MOST * len(told))


def find_time_limits(drafts: Sequence[Draft], is_called_rules: bool) -> StandingSign | None:
    """Days counted from an occasion ("20 days") under a heading that says by when, where nothing says how far.

    A plan counts its days from when it was agreed; beside hours and working days, or in a procedure, they are limits.
    """
    if is_scheduled(drafts) or is_followed(drafts) or answers_findings(drafts):
        return None
    limited = [draft for draft in drafts if draft.field in DUE and are_time_limits(draft.profile, is_called_rules)]
    return StandingSign((limited[0],), f"within how many days{NO_DAY}") if limited else None


def are_time_limits(cells: ColumnProfile, is_called_rules: bool) -> bool:
    """Whether most cells say within how many days, a third of them in words that no plan has, or one where all do."""
    told = [text for text in cells.texts if not says_nothing(text) and not is_at_once(text)]
    limits = [text for text in told if is_pace(text, is_due=True) and any(map(str.isdigit, text))]
    days = [text for text in told if text not in limits and is_count_of_days(text)]
    counted = len(limits) + len(days)
    are_limits = is_called_rules or 3 * len(limits) >= len(told) or (limits != [] and counted == len(told))
    return are_limits and counted >= max(FEW, MOST * len(told))


EFFORT = split_words("duration effort estimate estimated hours days length size")
OPEN_TO_DOUBT = split_words("when target time limit")
"""Words of headings that say by when in a plan, and on what occasion or how soon in a list of rules."""


def find_steps(drafts: Sequence[Draft]) -> StandingSign | None:
    """Steps without a day or a status: how something is done each time.

    They are numbers, or steps on occasions that come again, in words that tell nobody what to do.
    """
    on_occasions = any(are_occasions(draft.profile) for draft in of_field(drafts, Field.TIMESCALE))
    headed = [draft for draft in drafts if draft.reading.key in STEPS]
    steps = [draft for draft in headed if draft.profile.are_numbers or (on_occasions and is_told(draft))]
    is_plan = is_scheduled(drafts) or of_field(drafts, Field.STATUS)
    return StandingSign((steps[0],), f"which step of a procedure each is{NO_DAY}") if steps and not is_plan else None


STEPS = split_words("step stage order")


def is_told(draft: Draft) -> bool:
    """Whether what is read as the action tells how something goes, and does not say what to do."""
    return draft.field is Field.ACTION and draft.profile.filled > 0 and not are_instructions(draft.profile)


def are_occasions(cells: ColumnProfile) -> bool:
    """Whether half of the cells say on what occasion, or how often: "At launch", "Annually".

    Stages of a project do not, nor does what is to be done at once or is not known yet.
    """
    told = [text for text in cells.texts if not says_nothing(text) and not is_at_once(text)]
    occasions = [text for text in told if recurs(text) or is_pace(text, is_due=True) or not says_when(text)]
    return cells.filled >= FEW and 2 * len(occasions) >= cells.filled and not are_stages(cells)


def find_states(drafts: Sequence[Draft]) -> StandingSign | None:
    """A status of how things are, and not of how far work has come: "Current" of every row, "Live" and "Retired"."""
    if is_due(drafts) or answers_findings(drafts):
        return None
    same = next((draft for draft in of_field(drafts, Field.STATUS) if are_states(draft.profile)), None)
    return (
        StandingSign((same,), f"{same.profile.texts[0]!r} and the like, and not how far it has come") if same else None
    )


def are_states(cells: ColumnProfile) -> bool:
    words = {text.casefold() for text in cells.texts}
    # An action is active as long as somebody works on it.
    return cells.filled >= FEW and words <= STATES and words != {"active"}


def find_tests(drafts: Sequence[Draft]) -> StandingSign | None:
    """What passed and what failed, where no day is plainly due."""
    if is_due(drafts):
        return None
    tested = [draft for draft in drafts if draft.field in MAY_TEST and are_test_results(draft.profile)]
    return StandingSign((tested[0],), "what passed and what failed, and not how far it has come") if tested else None


MAY_TEST = KEPT | {Field.STATUS, Field.COMMENT, Field.CLOSED}


def are_test_results(cells: ColumnProfile) -> bool:
    results = [text for text in cells.texts if is_test_result(text)]
    return len(results) > 1 and len(results) >= MOST * cells.filled


def find_recurring(drafts: Sequence[Draft]) -> StandingSign | None:
    """When each is due next beside when it was done last, as things are that are done again and again."""
    days = [draft for draft in drafts if draft.profile.share_timescales >= MOST]
    following = [draft for draft in days if is_of_turn(draft, "next")]
    before = [draft for draft in days if is_of_turn(draft, "last")]
    if not following or not before or is_followed(drafts):
        return None
    return StandingSign((following[0], before[0]), "that each is done again and again")


def is_of_turn(draft: Draft, turn: str) -> bool:
    """Whether a heading says when each had, or will have, its turn; to report on it or look at it is none."""
    words = draft.reading.key.split()
    return words[:1] == [turn] and TALK.isdisjoint(words)


TALK = split_words("review reviewed update updated report meeting modified changed edited progress")


def find_rota(drafts: Sequence[Draft]) -> StandingSign | None:
    """The same few tasks again and again, on days that follow each other in even steps."""
    actions = of_field(drafts, Field.ACTION)
    again = [draft for draft in actions if are_repeated(draft.profile)]
    days = [draft for draft in drafts if is_in_even_steps(draft.profile)]
    return StandingSign((days[0], again[0]), "whose turn it is on which day") if again and days else None


def are_repeated(cells: ColumnProfile) -> bool:
    """Whether most cells stand there more than once."""
    repeated = sum(number for number in Counter(cells.texts).values() if number > 1)
    return cells.filled > FEW and repeated >= MOST * cells.filled


def is_in_even_steps(cells: ColumnProfile) -> bool:
    days = [value.toordinal() for value in cells.values if isinstance(value, date)]
    steps = {later - earlier for earlier, later in pairwise(days)}
    return len(days) == cells.filled > FEW and len(steps) == 1 and steps != {0}


def find_measures(drafts: Sequence[Draft]) -> StandingSign | None:
    """How much is to be reached beside how much was, of what no heading calls an action."""
    actions = of_field(drafts, Field.ACTION)
    if any(draft.reading.field is Field.ACTION or draft.reading.is_task for draft in actions):
        return None
    numbers = [draft for draft in drafts if draft.profile.are_numbers]
    targets = [draft for draft in numbers if "target" in draft.reading.key.split()]
    reached = [draft for draft in numbers if not REACHED.isdisjoint(draft.reading.key.split())]
    return StandingSign((targets[0], reached[0]), "how much was to be reached and was") if targets and reached else None


REACHED = split_words("actual outturn achieved performance result current baseline")


def find_meanings(drafts: Sequence[Draft]) -> StandingSign | None:
    """What each means, as a list of terms says it."""
    if is_due(drafts) or is_followed(drafts):
        return None
    meanings = [draft for draft in drafts if draft.field in KEPT and draft.reading.key in ("definition", "meaning")]
    return StandingSign((meanings[0],), "what each means, and nothing how far it has come") if meanings else None


def find_records(drafts: Sequence[Draft]) -> StandingSign | None:
    """Who has done each, where nobody is named who is to do anything, and nothing is plainly due."""
    if of_field(drafts, Field.OWNER) or is_due(drafts):
        return None
    rows = max((draft.profile.filled for draft in drafts), default=0)
    doers = [draft for draft in drafts if draft.field in KEPT and is_doer(draft) and draft.profile.filled == rows]
    return StandingSign((doers[0],), "who has done each already") if doers and rows >= FEW else None


def is_doer(draft: Draft) -> bool:
    words = draft.reading.key.split()
    return len(words) > 1 and words[-1] == "by" and words[-2] in DONE_BY


DONE_BY = split_words("implemented completed performed executed carried done delivered")


def find_hours(drafts: Sequence[Draft]) -> StandingSign | None:
    """How long each took, as a sheet of hours worked says it; nothing is plainly due, nor says how far it has come."""
    if of_field(drafts, Field.STATUS) or is_due(drafts):
        return None
    spent = [draft for draft in drafts if draft.reading.key in SPENT and draft.profile.are_numbers]
    return StandingSign((spent[0],), f"how long each took{NO_DAY}") if spent else None


SPENT = frozenset(["hour", "hrs", "minute", "time spent", "hour worked", "hour spent"])


def find_means(drafts: Sequence[Draft]) -> StandingSign | None:
    """With what or within what bounds each is done, after who does it, as a rule says it; nothing says by when."""
    said = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.STATUS, Field.COMMENT, Field.CLOSED)
    owners = [draft.column for draft in of_field(drafts, Field.OWNER)]
    others = [draft for draft in drafts if draft.reading.key not in BOUNDS]
    if not owners or any(of_field(drafts, field) for field in said) or answers_findings(others):
        return None
    after = [draft for draft in drafts if draft.field in KEPT and draft.column > min(owners)]
    means = [draft for draft in after if draft.reading.key in MEANS | BOUNDS and draft.profile.filled >= FEW]
    if not means:
        return None
    says = "with what" if means[0].reading.key in MEANS else "within what bounds"
    return StandingSign((means[0],), f"{says} each is done{NO_DAY}")


MEANS = split_words("module system screen form template tool software application page interface")
BOUNDS = frozenset(["limit", "financial limit", "condition", "penalty", "exception"])


def find_deciders(drafts: Sequence[Draft]) -> StandingSign | None:
    """Who is to decide on each, as forward plans of decisions say it; nothing says how far it has come."""
    if is_followed(drafts):
        return None
    deciders = [draft for draft in drafts if draft.reading.key in DECIDERS and draft.profile.filled]
    return StandingSign((deciders[0],), "who is to decide on each, and not who is to do it") if deciders else None


DECIDERS = frozenset(["decision maker", "decision taker", "decision to be taken by", "decision making body"])


def find_requests(drafts: Sequence[Draft]) -> StandingSign | None:
    """What was decided on what each asks for, as on applications: "Granted", "Refused"."""
    decided = [draft for draft in drafts if draft.field in MAY_TEST and are_decisions(draft.profile)]
    return (
        StandingSign((decided[0],), "what was decided on a request, and not how far it has come") if decided else None
    )


def are_decisions(cells: ColumnProfile) -> bool:
    """Whether most cells decide on a request, and one at least in a word that nothing else is decided by."""
    words = [text.casefold() for text in cells.texts]
    decided = [word for word in words if word in GRANTED or word in DECIDED]
    return cells.filled >= FEW and len(decided) >= MOST * cells.filled and not GRANTED.isdisjoint(words)


GRANTED = split_words("granted refused permitted allowed dismissed")
DECIDED = split_words("approved declined rejected withdrawn pending undecided")


def find_transitions(drafts: Sequence[Draft]) -> StandingSign | None:
    """Which status may follow which, as a workflow allows it: what is next in one row is current in another.

    Nothing is due by a day in it; a plan may say of each action what is to come next.
    """
    if is_due(drafts):
        return None
    states = [draft for draft in drafts if not STATE.isdisjoint(draft.reading.key.split())]
    pairs = ((before, after) for before in states for after in states if follows(after, before))
    linked = next(((a, b) for a, b in pairs if not set(a.profile.texts).isdisjoint(b.profile.texts)), None)
    return StandingSign(linked, "which status may follow which, as a workflow allows it") if linked else None


def follows(after: Draft, before: Draft) -> bool:
    """Whether the headings of two statuses say that one comes after the other: "Next status", "To status"."""
    late, early = set(after.reading.key.split()), set(before.reading.key.split())
    is_later = "to" in late and "from" in early
    return is_later or (not FOLLOWING.isdisjoint(late) and FOLLOWING.isdisjoint(early))


STATE = split_words("status state stage")
FOLLOWING = split_words("next resulting following subsequent")


SIGNS = (
    find_hours,
    find_means,
    find_transitions,
    find_requests,
    find_deciders,
    find_steps,
    find_pace,
    find_states,
    find_tests,
    find_recurring,
    find_rota,
    find_measures,
    find_meanings,
    find_records,
)


def is_due(drafts: Sequence[Draft]) -> bool:
    """Whether a column has days, under a heading that says that they lie ahead."""
    return any(is_plainly_due(draft) and has_days(draft) for draft in drafts if draft.field in DUE)


def is_scheduled(drafts: Sequence[Draft]) -> bool:
    """Whether a column has days on which something is due or was done; to look at it again is none of it."""
    return any(has_days(draft) for draft in drafts if draft.field in (*DUE, Field.CLOSED))


DUE = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE)


def has_days(draft: Draft) -> bool:
    """Whether a third of the cells name a day, a month or another part of the calendar."""
    is_looked_at = "review" in draft.reading.key.split()
    return draft.profile.filled > 0 and 3 * count_days(draft) >= draft.profile.filled and not is_looked_at


def count_days(draft: Draft) -> int:
    return len(list(filter(says_day, draft.profile.texts)))


def is_followed(drafts: Sequence[Draft]) -> bool:
    """Whether a column says how far each has come, or is there to say it."""
    return any(map(tells_how_each_is, of_field(drafts, Field.STATUS))) or any(
        tell_what_happened(draft.profile) or is_for_updates(draft) for draft in of_field(drafts, Field.COMMENT)
    )


def is_for_updates(draft: Draft) -> bool:
    return draft.reading.is_update or "progress" in draft.reading.key.split()


def tells_how_each_is(draft: Draft) -> bool:
    """Whether words, or a per cent, say how far each has come; an empty "Status" is there to say it."""
    cells = draft.profile
    if not cells.filled:
        return not PLAIN_STATUS.isdisjoint(draft.reading.key.split())
    told = [text for text in cells.texts if tells_how_far(text)]
    return 2 * len(told) >= cells.filled or cells.are_percentages or tell_statuses(cells.texts)


PLAIN_STATUS = split_words("status rag brag progress")


def tells_how_far(text: str) -> bool:
    return find_meaning(text) is not None or is_progress(text, DEFAULT_VOCABULARY)


def answers_findings(drafts: Sequence[Draft]) -> bool:
    """Whether a column beside the actions says what was found or asked, which is put right once."""
    asked = [draft for draft in drafts if draft.field is not Field.ACTION and draft.profile.filled]
    return any(draft.field is Field.RECOMMENDATION or is_finding(draft) for draft in asked)


def is_finding(draft: Draft) -> bool:
    rank = draft.reading.action_rank
    return draft.reading.is_topic and rank is not None and rank < DESCRIPTION_RANK
