"""What a heading means by its parts: a question's clause, several names with a stroke between them."""

from __future__ import annotations

from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.reading.headings.dates import PLANNING
from peerxl.reading.headings.edges import PERSONS, find_at_edges
from peerxl.reading.headings.key import EDGE, fold_word
from peerxl.reading.headings.rules import LAST_RANK, LAST_TASK_RANK, Heading
from peerxl.reading.headings.whole import NAMES_APART, find_whole


def find_in_clause(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that is a question or has a relative clause: its noun, and not what its clause ends with."""
    if words[0] in WHETHER and not DONE.isdisjoint(words):  # "Has the recommendation been implemented?"
        return Heading(field=Field.STATUS)
    if words[-3:] in YES_OR_NO and not DONE.isdisjoint(words[:-3]):  # "Action completed Y/N"
        return Heading(field=Field.STATUS)
    if words[0] == "what" and words[1:2] in (("is",), ("are",)) and len(words) > 2:  # "What is the current status?"
        asked = words[3:] if words[2] == "the" else words[2:]
        return (find_whole(" ".join(asked)) or find_at_edges(asked)) if asked else None
    start = next((index for index in range(1, len(words)) if begins_clause(words, index)), None)
    if start is None:
        return None
    if words[start] == "who" and words[start - 1] in PERSONS:  # "Name and post of the officer who is responsible"
        return Heading(field=Field.OWNER)
    noun = find_whole(" ".join(words[:start]))
    return replace(noun, is_weak=True) if noun else None


def begins_clause(words: tuple[str, ...], index: int) -> bool:
    """Whether a word begins a clause that is about the noun before: "Follow-up action if incomplete"."""
    return words[index] in RELATIVES or (words[index] == "if" and words[index + 1 :] in UNFINISHED)


UNFINISHED = (("incomplete",), ("not", "complete"), ("not", "completed"), ("outstanding",), ("still", "open"))
RELATIVES = frozenset(["who", "that", "which", "whose"])
YES_OR_NO = (("y", "/", "n"), ("yes", "/", "no"), ("y", "or", "n"), ("yes", "or", "no"))
WHETHER = frozenset("has have is was were are".split())
DONE = frozenset(
    map(
        fold_word,
        "completed complete implemented done delivered actioned closed finished achieved resolved met complied fixed "
        "remediated rectified addressed cleared finalised finalized".split(),
    )
)


def find_in_parts(key: str) -> Heading | None:
    """What a heading of several names means: "Milestones/Actions", "Comments and status"."""
    parts = tuple(part.strip(EDGE) for each in NAMES_APART.split(key) for part in split_with(each))
    readings = [reading for part in parts if (reading := find_part(part))] if len(parts) > 1 else []
    noun = find_whole(parts[0].partition(" of ")[0]) if parts[1:] and " of " in parts[0] else None
    is_of_when = noun is not None and noun.field is Field.TIMESCALE  # "Timescales of tasks/actions"
    if is_of_when or not readings:
        return noun if is_of_when else None
    fields = {reading.field for reading in readings}
    update = Heading(is_update=True) if readings[0].is_update else None
    is_due = Field.TIMESCALE in fields and not UNSAID.isdisjoint(parts)
    is_reached = "target" in parts and not REACHED.isdisjoint(parts)  # "Outcomes/Targets"
    are_outcomes = Field.COMMENT in fields and all(reading.is_weak for reading in readings)
    is_wished = are_outcomes and not WISHED.isdisjoint(key.split())  # "Expected outcome / result"
    # "KPI with deliverable and target" says what is to be done as well.
    tasks = [reading.action_rank for reading in readings if reading.is_task and reading.action_rank is not None]
    extra = Heading(field=Field.EXTRA, action_rank=min(tasks, default=None)) if is_reached or is_wished else None
    is_doer = "contractor" in parts and DOERS.issuperset(parts)
    doer = Heading(field=Field.OWNER, is_weak=True) if is_doer else None
    # "Finished / ETA" is when it was, or else will be, done.
    is_ahead = Field.TIMESCALE in fields or not PLANNING.isdisjoint(parts)
    is_ended = is_ahead and parts[0] in DONE and readings[0].field is Field.STATUS
    named_by_one = extra or doer or update or (Heading(field=Field.TIMESCALE) if is_due or is_ended else None)
    named_by_one = named_by_one or find_whose(parts, readings)
    if joint := next((heading for several, heading in JOINT if several <= fields), named_by_one):
        return joint
    is_about_else = readings[0].field in (Field.STATUS, Field.COMMENT, Field.OWNER) and not readings[0].is_weak
    if Field.ACTION in fields and not is_about_else:
        return Heading(field=Field.ACTION)
    named = [reading for reading in readings if reading.field in OF_TOPICS]
    if named and readings[0].field is None:  # "Requirement / Recommendation", "Issues / Comments"
        return named[0]
    first = next((each for each in readings if each.field is not Field.EXTRA and not each.is_weak), readings[0])
    if first.field is Field.THEME and readings[0].field is Field.EXTRA:  # "Location/Area" is a place
        return readings[0]
    ranks = [reading.action_rank for reading in readings if reading.action_rank is not None]
    # "Comments/Actions" are comments, unless nothing else in the table could be the actions.
    rank = LAST_TASK_RANK if Field.ACTION in fields else min(ranks, default=None)
    if first.field is Field.STATUS and rank is not None and rank < LAST_TASK_RANK:  # "Status / Mitigation"
        rank = LAST_RANK
    return replace(first, action_rank=rank)


def split_with(part: str) -> tuple[str, ...]:
    """A name, or the two that "with" stands between: "KPI with deliverable"."""
    before, _, after = part.partition(" with ")
    return (before, after) if after and find_whole(before) and find_whole(after) else (part,)


UNITS = frozenset("team department directorate".split())


def find_whose(parts: tuple[str, ...], readings: list[Heading]) -> Heading | None:
    """What a heading says that names a unit beside a person: "Team / Person"."""
    is_of_unit = len(readings) == len(parts) and not UNITS.isdisjoint(parts)
    is_of_both = is_of_unit and {reading.field for reading in readings} == {Field.EXTRA, Field.OWNER}
    return next((reading for reading in readings if reading.field is Field.OWNER), None) if is_of_both else None


def find_leader(key: str) -> Heading | None:
    """Who acts, where a heading names a body that leads beside those that help: "Lead council & partners"."""
    parts = tuple(part.strip(EDGE) for part in NAMES_APART.split(key))
    helped = [part for part in parts if HELPERS.isdisjoint(part.split())]
    if len(helped) != 1 or len(parts) < 2 or find_whole(helped[0]) is not None:
        return None
    words = tuple(helped[0].split())
    leader = find_at_edges(words) if not LEADING.isdisjoint(words) else None
    return leader if leader and leader.field is Field.OWNER else None


LEADING = frozenset("lead responsible accountable coordinating".split())
HELPERS = frozenset("partner supporting support stakeholder contributor".split())
"""Words for those who help who is to act."""


def find_part(part: str) -> Heading | None:
    """What one of several names means: a whole heading, or who is responsible ("Manager responsible")."""
    words = tuple(part.split())
    return find_whole(part) or (Heading(field=Field.OWNER) if words[1:] == ("responsible",) else None)


REACHED = frozenset("outcome output indicator measure aim objective goal kpi success".split())
"""What a target stands beside that is to be reached, and no day."""
DOERS = frozenset("contractor subcontractor team officer department service trade supplier staff person".split())
"""Who may do work beside a contractor: "Contractor / team"."""
WISHED = frozenset("expected intended desired anticipated".split())
"""What is said of an outcome that is yet to be."""
JOINT = (
    (frozenset({Field.STATUS, Field.COMMENT}), Heading(is_update=True)),
    (frozenset({Field.EVIDENCE, Field.COMMENT}), Heading(field=Field.COMMENT)),
)
"""What a heading is that names several fields, whichever comes first."""
UNSAID = frozenset(["date", "the date", "actual", "actual date"])
"""Names of dates that leave it to one beside them when something is due: "Date / Timescale", "Actual / Revised"."""
OF_TOPICS = (Field.RECOMMENDATION, Field.COMMENT)
"""What is said of what is wrong: it names a column better than that."""
