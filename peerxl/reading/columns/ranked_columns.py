"""Which column holds the actions by headings that could head them: what is to be done, what is wrong, a description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from peerxl.model.layout import KEPT, Field
from peerxl.reading.cells.cell_kinds import undertakes
from peerxl.reading.cells.column_kinds import MOST, are_answers, are_instructions, are_owners, are_refs
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.cells.treatments import are_treatments
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.schedule import is_schedule
from peerxl.reading.headings.rules import DESCRIPTION_RANK
from peerxl.reading.headings.words import EXISTING, INTENDED, split_words

RANKED = frozenset({Field.EXTRA, Field.RECOMMENDATION, Field.COMMENT, Field.REF})
"""What a column may have been read as that could hold the actions where no heading says action."""


def rank_columns(drafts: list[Draft], chosen: Mapping[Field, int]) -> list[Draft]:
    """The columns whose headings could head the actions, best first, less those whose cells cannot be actions."""
    is_planned = is_schedule(drafts)
    able = [
        draft
        for draft in drafts
        if draft.reading.action_rank is not None
        and (draft.field in RANKED or is_named_twice(draft, drafts) or is_name(draft, is_planned))
        and draft.column not in chosen.values()
        and (can_hold_actions(draft) or is_name(draft, is_planned))
    ]
    able = [draft for draft in able if not any(refers_to(draft, other) for other in able)]
    if any(not QUERIES.isdisjoint(draft.reading.key.split()) and draft.profile.is_wordy for draft in able):
        # What was asked is to be answered, whatever the answer was.
        able = [draft for draft in able if ANSWERS.isdisjoint(draft.reading.key.split())]
    able = [draft for draft in able if not (is_remark(draft, drafts) or is_waited_for(draft, drafts))]
    able = [draft for draft in able if not (is_said_of(draft, able, drafts) or is_of_test(draft, drafts))]
    if any(is_matter(draft) for draft in able):
        able = [draft for draft in able if not is_there_already(draft)]
    # Neither why something is wrong, nor the package it is a part of, nor a code is an action where another column is;
    # what is said of a package after who does it is none.
    others = [draft for draft in able if BESIDE.isdisjoint(draft.reading.key.split())]
    packages = [draft for draft in able if draft not in others and draft.reading.is_task]
    said_before = [draft for draft in others if not (is_description(draft) and is_after_companions(draft, drafts))]
    able = packages if packages and not said_before else others or able
    able = [draft for draft in able if not are_refs(draft.profile)] or able
    if any(draft.profile.share_distinct == 1 for draft in able):
        able = [draft for draft in able if not are_phases(draft)]
    # "Planned mitigation" over what to do comes before "Current mitigation" over what is there.
    told_first = sorted(able, key=lambda draft: not are_instructions(draft.profile))
    return sorted(told_first, key=attrgetter("reading.action_rank"))


BESIDE = frozenset(["cause", "package"])
"""Words of headings that name an action only where no other does."""
QUERIES, ANSWERS = split_words("query question"), split_words("response answer resolution")


def is_remark(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a heading of remarks that may describe something ("Remarks / Details") stands beside what it is said of.

    That tells the rows apart, before who does each and how far it has come.
    """
    is_noted = draft.reading.field is Field.COMMENT and not draft.reading.is_weak and is_description(draft)
    if not is_noted or not is_after_companions(draft, drafts):
        return False
    before = [other for other in drafts if other.field in KEPT and not is_after_companions(other, drafts)]
    return any(other.profile.share_distinct == 1 and not are_refs(other.profile) for other in before)


def is_waited_for(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a column says what each action depends on: beside a ref of it, or after who does it and by when.

    A log of dependencies has them first, as what its rows are about.
    """
    if "dependency" not in draft.reading.key.split():
        return False
    refs = {text for other in of_field(drafts, Field.REF) for text in other.profile.texts}
    return is_after_companions(draft, drafts) or not refs.isdisjoint(draft.profile.texts)


def is_said_of(draft: Draft, able: list[Draft], drafts: list[Draft]) -> bool:
    """Whether what may go wrong stands after who does what each row says, and is said of what stands before.

    That is asked or awaited there, in words that tell the rows apart: "Dependency", "Requirement".
    """
    if WRONG.isdisjoint(draft.reading.key.split()) or not is_after_companions(draft, drafts):
        return False
    before = [other for other in able if other.reading.is_topic and not is_after_companions(other, drafts)]
    return any(other.profile.share_distinct >= ALL_DIFFERENT and not are_refs(other.profile) for other in before)


def is_of_test(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether steps stand beside what was expected of them and what came of it, as in a report of a fault."""
    beside = {word for other in drafts for word in other.reading.key.split()}
    return draft.reading.key in ("step", "step taken") and beside >= {"expected", "actual"}


def is_matter(draft: Draft) -> bool:
    """Whether a column says in each row what is the matter there, in words that tell the rows apart."""
    is_named = draft.reading.is_topic and not is_description(draft) and has_statements(draft)
    return is_named and draft.profile.share_distinct >= ALL_DIFFERENT


def is_there_already(draft: Draft) -> bool:
    """Whether a heading is of what is done about something already: "Current mitigation", and not a planned one."""
    words = draft.reading.key.split()
    return words[-1] in MEASURES and not THERE.isdisjoint(words) and AHEAD.isdisjoint(words)


MEASURES, THERE = split_words("mitigation control measure safeguard"), EXISTING | {"current", "present"}
AHEAD = INTENDED | split_words("further additional required")
WRONG = split_words("risk issue problem concern blocker impediment threat")


def is_description(draft: Draft) -> bool:
    return draft.reading.action_rank is not None and draft.reading.action_rank >= DESCRIPTION_RANK


def is_after_companions(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a column stands after who does what each row says, by when, or how far it has come."""
    return any(other.column < draft.column for field in COMPANIONS for other in of_field(drafts, field))


COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)


def is_name(draft: Draft, is_planned: bool) -> bool:
    """Whether a column of a schedule names what is done: its "Name" is no person's."""
    is_of_rows = draft.reading.key == "name" and draft.profile.share_distinct >= DIFFERENT
    return is_planned and is_of_rows and not are_owners(draft.profile)


def are_phases(draft: Draft) -> bool:
    """Whether milestones stand in several rows each, and so say only which of them a row is a part of."""
    is_milestone = "milestone" in draft.reading.key.split()
    return is_milestone and draft.profile.filled >= FEW and draft.profile.share_distinct < ALL_DIFFERENT


def refers_to(draft: Draft, other: Draft) -> bool:
    """Whether a column's cells are those of another that has more: what each row depends on, or is a part of."""
    own, others = set(draft.profile.texts), set(other.profile.texts)
    return draft is not other and len(own) < len(others) and len(own & others) >= MOST * len(own) > 0


def is_named_twice(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a column could be people by its heading ("Name"), and another is."""
    return draft.reading.is_weak and len(of_field(drafts, Field.OWNER)) > 1 and draft.field is Field.OWNER


def can_hold_actions(draft: Draft) -> bool:
    """Whether a column's cells could be actions: no dates, no numbers, no choice from a list, no codes."""
    cells = draft.profile
    # A plan that is only begun has no cells to judge by.
    if not cells.filled:
        return draft.field is not Field.REF or draft.reading.key == "item"
    if cells.are_dates or cells.are_numbers or cells.is_repeated or cells.are_links or are_treatments(cells):
        return False
    if draft.reading.key.endswith(" type"):  # of a few types there are several rows each
        return cells.mean_words >= 1.5 and cells.filled >= FEW and cells.share_distinct == 1
    if draft.reading.key == "name":
        return cells.is_wordy or are_instructions(cells) or are_no_names(cells)
    return cells.mean_words >= 1.5 or (draft.reading.is_task and cells.share_distinct >= ALL_DIFFERENT)


def are_no_names(cells: ColumnProfile) -> bool:
    """Whether most cells are several words of which not all begin with a capital, as those of a name do."""
    lower = [text for text in cells.texts if any(word[:1].islower() and len(word) > 2 for word in text.split()[1:])]
    return len(lower) >= MOST * cells.filled


def choose_ranked(ranked: list[Draft]) -> Draft | None:
    """The best heading that half as many rows fill as the fullest; a short statement before a long description."""
    fullest = max((draft.profile.filled for draft in ranked), default=0)
    filled = [draft for draft in ranked if 2 * draft.profile.filled >= fullest]
    best = next(iter(filled), None)
    if best is None or best.reading.action_rank is None or best.reading.action_rank < DESCRIPTION_RANK:
        return find_described(best, filled) or prefer_stated(best, filled)
    # What is to be done tells the rows apart.
    shares = [draft.profile.share_distinct for draft in filled]
    least = ALL_DIFFERENT if max(shares) >= ALL_DIFFERENT else DIFFERENT
    different = [draft for draft in filled if draft.profile.share_distinct >= least] or filled
    short = [draft for draft in different if draft.profile.mean_words <= LONGEST_STATEMENT]
    told = [draft for draft in short if are_instructions(draft.profile)]
    return (told or short or filled)[0]


def find_described(best: Draft | None, filled: list[Draft]) -> Draft | None:
    """A description that says what to do, where what is wrong says it of no row: "Blocker" beside "Description"."""
    if best is None or not best.reading.is_topic or are_instructions(best.profile):
        return None
    told = [draft for draft in filled if draft.reading.action_rank is not None and are_instructions(draft.profile)]
    described = [draft for draft in told if (draft.reading.action_rank or 0) >= DESCRIPTION_RANK]
    return next((draft for draft in described if draft.profile.share_distinct >= ALL_DIFFERENT), None)


DIFFERENT, ALL_DIFFERENT = 0.6, 0.9
LONGEST_STATEMENT = 25
"""How many words an action has at most on the average, where another column can hold it."""


def prefer_stated(best: Draft | None, filled: list[Draft]) -> Draft | None:
    """A response ("Agreed", "Mitigate", "Accepted in part, as …") leaves the action to what it responds to."""
    wrong = find_asked(filled) if best is not None and tells_only(best) else None
    if wrong is not None or best is None or best.profile.filled < FEW:
        return wrong or best
    if asked := find_answered(best, filled):
        return asked
    if best.profile.mean_words >= 2.5:
        return best
    if best.profile.mean_words >= 1.5 and best.profile.share_distinct >= ALL_DIFFERENT:  # what each row is called
        return best
    topics = [draft for draft in filled if draft.reading.is_topic and draft.profile.is_wordy]
    return topics[0] if topics and not best.reading.is_topic else best


def find_answered(best: Draft, filled: list[Draft]) -> Draft | None:
    """What a response responds to where it says no more than that it does, and what deliverables are there for."""
    asked = [
        draft
        for draft in filled
        if (are_answers(best.profile) and draft.reading.is_topic)
        or (answers_only(best) and draft.reading.field is Field.RECOMMENDATION)
        or (names_things(best) and tells_topic(draft))
    ]
    return asked[0] if asked else None


def names_things(draft: Draft) -> bool:
    """Whether deliverables are but called by name, in words that tell nobody what to do: "Plan v2"."""
    is_short = draft.profile.mean_words <= LONGEST_NAME
    return "deliverable" in draft.reading.key.split() and is_short and not are_instructions(draft.profile)


def tells_topic(draft: Draft) -> bool:
    """Whether what is asked in each row ("Requirement") says what to do, and tells the rows apart."""
    is_apart = draft.profile.share_distinct >= ALL_DIFFERENT
    return draft.reading.is_topic and is_apart and are_instructions(draft.profile)


LONGEST_NAME = 3


def answers_only(draft: Draft) -> bool:
    """Whether a heading is a response, and fewer than half of its cells say what is going to be done."""
    is_response = draft.reading.key.split()[-1:] in (["response"], ["comment"])
    return is_response and not says_undertaken(draft)


def says_undertaken(draft: Draft) -> bool:
    """Whether half of a column's cells say that something is going to be done."""
    return 2 * len([text for text in draft.profile.texts if undertakes(text)]) >= draft.profile.filled


def tells_only(draft: Draft) -> bool:
    """Whether a heading may be of what was done or is there, and few of its cells say what is going to be done."""
    may_be_told = draft.reading.key.split()[-1:] in TOLD_AFTERWARDS and draft.profile.filled > 1
    return may_be_told and not says_undertaken(draft)


TOLD_AFTERWARDS = (["resolution"], ["control"], ["fix"], ["solution"], ["workaround"])
"""How headings end that stand over what will be done in some logs, and in others over what was."""


def find_asked(filled: list[Draft]) -> Draft | None:
    """What is wrong in each row, or else its description, where that tells the rows apart."""
    able = [draft for draft in filled if has_statements(draft) and draft.profile.share_distinct >= ALL_DIFFERENT]
    return next((draft for draft in able if draft.reading.is_topic), None)


def has_statements(draft: Draft) -> bool:
    """Whether most cells are more than a word: "Two formats"."""
    return draft.profile.is_wordy or draft.profile.mean_words >= 1.5


def list_stand_ins(drafts: Sequence[Draft]) -> tuple[int, ...]:
    """The columns whose words may stand in for a blank action: what is asked, what is wrong, then descriptions."""
    able = [
        draft
        for draft in drafts
        if draft.field in (Field.EXTRA, Field.RECOMMENDATION)
        and draft.reading.is_topic
        and "cause" not in draft.reading.key.split()
        and draft.profile.filled
        and can_hold_actions(draft)
    ]
    return tuple(draft.column for draft in sorted(able, key=lambda draft: draft.reading.action_rank or 0))
