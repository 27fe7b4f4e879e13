"""Signs of a table of what is done whenever something is found, or of what was done: a catalogue, a history."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.language.owners.personal_names import FIRST_NAMES
from peerxl.model.layout import Field
from peerxl.model.status import find_meaning
from peerxl.reading.cells.cell_kinds import says_what_happened
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import FEW
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.words import split_phrases, split_words
from peerxl.reading.verdicts.standing_sign import DUE, NO_DAY, StandingSign, is_finding


def find_catalogue(drafts: Sequence[Draft]) -> StandingSign | None:
    """Which kind of thing each is ("Anti-pattern"), or by what it is known and whence it comes, and what is done then.

    The causes that something may have are kinds where they are named in capitals ("Data Gap"), beside nothing found.

    Nobody is named in it but posts, and it has no column of statuses, comments or days.
    """
    said = (*DUE, Field.STATUS, Field.COMMENT, Field.CLOSED, Field.RAISED, Field.RECOMMENDATION)
    if any(of_field(drafts, field) for field in said) or any(map(names_persons, of_field(drafts, Field.OWNER))):
        return None
    told = [draft for draft in drafts if draft.field is not Field.REF and draft.profile.filled > 1]
    first = min(told, key=lambda draft: draft.column, default=None)
    words = {word for draft in told for word in draft.reading.key.split()}
    is_kind = first is not None and (first.reading.key in KINDS or are_kinds_of_cause(first, told))
    is_catalogue = is_kind or words >= KNOWN_BY
    return StandingSign((first,), f"of which kind each is{NO_DAY}") if first and is_catalogue else None


KINDS = frozenset(
    split_phrases("""
        anti pattern, antipattern, pattern, pitfall, common pitfall, common mistake, common problem, common issue,
        common error, typical problem, smell, code smell, symptom, scenario, failure scenario, error, error code,
        error message
    """)
)
KNOWN_BY = frozenset(["symptom", "cause"])


def are_kinds_of_cause(first: Draft, told: Sequence[Draft]) -> bool:
    """Whether a table begins with causes that are called by names, as kinds of what may have happened are."""
    if first.reading.key not in CAUSES or any(is_finding(draft) for draft in told if draft is not first):
        return False
    named = [text for text in first.profile.texts if is_name_of_kind(text)]
    return first.profile.share_distinct == 1 and len(named) == first.profile.filled >= FEW


CAUSES = frozenset(["root cause", "cause", "cause category", "root cause category"])


def is_name_of_kind(text: str) -> bool:
    """Whether a text is two words or a few, each with a capital: "Data Gap"."""
    words = text.split()
    return 1 < len(words) <= LONGEST_KIND and all(word[:1].isupper() for word in words)


LONGEST_KIND = 4


def names_persons(draft: Draft) -> bool:
    """Whether a cell of a column begins with a first name."""
    firsts = (words[0] for text in draft.profile.texts if (words := text.casefold().split()))
    return not FIRST_NAMES.isdisjoint(firsts)


def find_history(drafts: Sequence[Draft]) -> StandingSign | None:
    """What was decided and done on days that have passed, all of it closed, where nobody is named who is to act."""
    if any(of_field(drafts, field) for field in (*DUE, Field.OWNER)) or not any(map(is_of_past, drafts)):
        return None
    done = [draft for draft in of_field(drafts, Field.ACTION) if tells_only_past(draft)]
    ended = [draft for draft in of_field(drafts, Field.STATUS) if are_all_closed(draft)]
    return StandingSign((done[0],), "what was done, and names nobody who is to do anything") if done and ended else None


def is_of_past(draft: Draft) -> bool:
    """Whether a column has the days on which each was received or decided."""
    return draft.profile.are_dates and not PASSED.isdisjoint(draft.reading.key.split())


PASSED = split_words("decision decided received considered")


def tells_only_past(draft: Draft) -> bool:
    told = list(filter(says_what_happened, draft.profile.texts))
    return bool(told) and len(told) >= MOST * draft.profile.filled


def are_all_closed(draft: Draft) -> bool:
    meanings = [find_meaning(text) for text in draft.profile.texts]
    return bool(meanings) and all(meaning is not None and not meaning.is_open for meaning in meanings)
