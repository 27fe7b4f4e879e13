"""Signs of a list of things, rules or what has been: states, tests, measures, meanings, records, decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.model.layout import KEPT, Field
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import is_test_result
from peerxl.reading.cells.column_kinds import MOST, are_instructions
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.columns.dated_columns import is_decision
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.field_proposals import NOTED
from peerxl.reading.headings.cell_words import STATES
from peerxl.reading.headings.words import PLAIN, split_phrases, split_words
from peerxl.reading.verdicts.standing_sign import (
    NO_DAY,
    StandingSign,
    answers_findings,
    is_due,
    is_finding,
    is_followed,
    is_scheduled,
)


def find_states(drafts: Sequence[Draft]) -> StandingSign | None:
    """A status of how things are, and not of how far work has come: "Current" of every row, "Live" and "Retired"."""
    if is_due(drafts) or answers_findings(drafts):
        return None
    is_noted = any(is_noted_of(draft, drafts) for draft in of_field(drafts, Field.ACTION))
    same = next((draft for draft in of_field(drafts, Field.STATUS) if are_states(draft.profile, is_noted)), None)
    return (
        StandingSign((same,), f"{same.profile.texts[0]!r} and the like, and not how far it has come") if same else None
    )


def is_noted_of(action: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "Actions / Notes" says what to know of a thing that stands before it."""
    things = [draft for draft in drafts if draft.field is Field.EXTRA and draft.column < action.column]
    return not NOTED.isdisjoint(action.reading.key.split()) and any(draft.profile.filled for draft in things)


def are_states(cells: ColumnProfile, is_noted: bool) -> bool:
    words = {text.casefold() for text in cells.texts}
    # An action is active as long as somebody works on it.
    return cells.filled >= FEW and words <= STATES and (is_noted or words != {"active"})


def find_tests(drafts: Sequence[Draft]) -> StandingSign | None:
    """What passed and what failed, or what each test is to show, where no day is plainly due.

    What was recommended, by a day, is tried again when it is put right.
    """
    is_recommended = any(draft.reading.field is Field.RECOMMENDATION for draft in drafts)
    if is_due(drafts) or (is_recommended and is_scheduled(drafts)):
        return None
    tested = [draft for draft in drafts if draft.field in MAY_TEST and are_test_results(draft.profile)]
    if tested:
        return StandingSign((tested[0],), "what passed and what failed, and not how far it has come")
    shown = list_expected(drafts) if any(map(is_of_tests, drafts)) else []
    return StandingSign((shown[0],), "what each test is to show, and not what is to be done once") if shown else None


def is_of_tests(draft: Draft) -> bool:
    """Whether a heading names or numbers tests: "Test ID", "Test case"."""
    words = set(draft.reading.key.split())
    return "test" in words and words <= OF_TESTS


OF_TESTS = PLAIN | split_words("test case id number reference code step name title scenario script description")


def list_expected(drafts: Sequence[Draft]) -> list[Draft]:
    """The columns that say what is to be seen when each is tried; what is wrong with a thing is said likewise."""
    if any("reproduce" in draft.reading.key.split() or is_finding(draft) for draft in drafts):
        return []
    kept = [draft for draft in drafts if draft.field in KEPT and draft.profile.filled]
    return [draft for draft in kept if draft.reading.key in EXPECTED]


EXPECTED = frozenset(
    split_phrases("""
        expected, expected result, expected behaviour, expected behavior, expected outcome, expected output,
        expected response, result expected
    """)
)
MAY_TEST = KEPT | {Field.STATUS, Field.COMMENT, Field.CLOSED}


def are_test_results(cells: ColumnProfile) -> bool:
    results = [text for text in cells.texts if is_test_result(text)]
    return len(results) > 1 and len(results) >= MOST * cells.filled


def find_meanings(drafts: Sequence[Draft]) -> StandingSign | None:
    """What each means, as a list of terms says it."""
    if is_due(drafts) or is_followed(drafts):
        return None
    meanings = [draft for draft in drafts if draft.field in KEPT and draft.reading.key in ("definition", "meaning")]
    return StandingSign((meanings[0],), "what each means, and nothing how far it has come") if meanings else None


def find_key(drafts: Sequence[Draft]) -> StandingSign | None:
    """The statuses that a table begins with, each but once, where it has nothing else than a description of each."""
    first = min(drafts, key=lambda draft: draft.column, default=None)
    if first is None or first.field is not Field.STATUS or first.profile.share_distinct < 1:
        return None
    others = [draft for draft in drafts if draft is not first and draft.profile.filled]
    is_described = {draft.field for draft in others} <= {Field.ACTION, Field.EXTRA}
    is_to_do = any(draft.reading.field is Field.ACTION or draft.reading.is_task for draft in others)
    is_key = first.profile.filled >= FEW and is_described and not is_to_do
    return StandingSign((first,), "each of some statuses once, and nothing else but what it means") if is_key else None


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


def find_decisions(drafts: Sequence[Draft]) -> StandingSign | None:
    """Which decisions or assumptions hold, as a log of them says it ("Active", "Reversed"), or who took each decision.

    Nothing is due by a day. What is decided may be done by somebody as well: how far that has come speaks for a plan.
    """
    actions = of_field(drafts, Field.ACTION)[:1]
    are_assumed = any(map(is_assumption, actions))
    if is_scheduled(drafts) or not (are_assumed or any(map(is_decision, actions))):
        return None
    statuses = [draft for draft in of_field(drafts, Field.STATUS) if draft.profile.filled]
    is_log = any(draft.profile.are_dates or draft.field is Field.RAISED for draft in drafts)
    numbers = [draft for draft in of_field(drafts, Field.REF) if draft.reading.key.split()[:1] == ["decision"]]
    if numbers and is_log and any(map(is_decision, actions)):
        return StandingSign((numbers[0],), "the number of each decision, and nothing says by when any is to be done")
    if statuses and all(are_states_of_decisions(draft.profile, is_log) for draft in statuses):
        held = "assumptions" if are_assumed else "decisions"
        return StandingSign((statuses[0],), f"which {held} hold, and not how far anything has come")
    takers = [draft for draft in drafts if draft.reading.key in TAKERS and draft.profile.filled]
    if not takers or is_followed(drafts):
        return None
    return StandingSign((takers[0],), "who took each decision, and not who is to do anything")


def is_assumption(action: Draft) -> bool:
    """Whether the actions are headed as what is taken to be so, which nobody is to do."""
    return "assumption" in action.reading.key.split() and action.reading.field is not Field.ACTION


def are_states_of_decisions(cells: ColumnProfile, is_log: bool) -> bool:
    """Whether all cells say whether a decision holds, and one at least in a word that is said of nothing to be done.

    Where the day or month of each decision stands beside it (``is_log``), that it was approved is such a word.
    """
    states = {first_words(text) for text in cells.texts}
    # What is in force beside it has been put into practice once for all.
    if is_log and not states.isdisjoint(IN_FORCE):
        states -= PUT_INTO_FORCE
    return states <= HOLDS | MAY_HOLD and not states.isdisjoint(HOLDS | TAKEN if is_log else HOLDS)


def first_words(text: str) -> str:
    """What a cell says before a bracket, a dash or who it is by, without signs: "✅ Approved (by the board)"."""
    return _SIGNS.sub("", _AFTER.split(text, maxsplit=1)[0]).casefold()


_SIGNS = compile_late(r"\A\W+|\W+\Z")
_AFTER = compile_late(r"(?<!\s)\s*[(–—:;,]|(?<!\s)\s+-|\.\s|(?<!\s)\s+(?=by\b)", re.IGNORECASE)
HOLDS = frozenset(
    split_phrases("""
        active, accepted, adopted, effective, reversed, revoked, rescinded, overturned, reaffirmed, deprecated, decided,
        ratified, confirmed, affirmed, locked, in force, in effect, recorded, minuted, noted, endorsed, carried
    """)
)
MAY_HOLD = split_words("superseded proposed approved agreed rejected withdrawn final draft replaced amended applied")
TAKEN = split_words("approved agreed rejected final")
"""What is said of a decision that was taken, and of an action that may be begun."""
IN_FORCE = frozenset(["active", "effective", "in force", "in effect"])
PUT_INTO_FORCE = frozenset(["implemented"])
TAKERS = frozenset(
    split_phrases("""
        decider, decided by, decision by, taken by, decision taken by, made by, decision made by, agreed by,
        approved by, ratified by
    """)
)


def find_ways(drafts: Sequence[Draft]) -> StandingSign | None:
    """How each person of a list is reached, or does something, in words that tell nobody what to do.

    A plan may say no more than how, after what is aimed at or found, by when or how far.
    """
    ways = [draft for draft in of_field(drafts, Field.ACTION) if draft.reading.key == "how" and draft.profile.filled]
    is_plan = is_followed(drafts) or answers_findings(drafts) or any(of_field(drafts, field) for field in PLANNED)
    if not ways or is_plan or are_instructions(ways[0].profile):
        return None
    people = [draft for draft in of_field(drafts, Field.OWNER) if draft.column < ways[0].column]
    is_of_people = bool(people) and people[0].profile.share_distinct == 1
    return StandingSign((ways[0],), f"how each is reached or done{NO_DAY}") if is_of_people else None


PLANNED = (Field.TIMESCALE, Field.ORIGINAL_TIMESCALE, Field.STATUS, Field.CLOSED, Field.THEME)


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
