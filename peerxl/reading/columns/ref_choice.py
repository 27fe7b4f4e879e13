"""Which of two columns of refs tells an officer the rows apart: codes before what only counts them."""

from __future__ import annotations

from peerxl.model.layout import Field
from peerxl.reading.cells.column_kinds import are_refs
from peerxl.reading.columns.draft import Draft
from peerxl.reading.headings.words import PLAIN, split_words


def find_codes(first: Draft, second: Draft) -> Draft | None:
    """Of two columns of refs the one with codes, where the other but counts the rows: "Code" beside "#"."""
    pairs = ((first, second), (second, first)) if first.field is Field.REF else ()
    return next(
        (
            codes
            for count, codes in pairs
            if (counts_rows(count) or numbers_the_same(count, codes)) and has_codes(codes, count)
        ),
        None,
    )


def numbers_the_same(count: Draft, codes: Draft) -> bool:
    """Whether a column has a program's own number of what another has the code of: "Issue id" beside "Issue key"."""
    subjects = [frozenset(draft.reading.key.split()) - NUMBERING for draft in (count, codes)]
    return count.profile.are_numbers and bool(subjects[0]) and subjects[0] == subjects[1]


def counts_rows(draft: Draft) -> bool:
    """Whether a column counts its rows, under a heading that says no more."""
    is_bare = COUNTING.issuperset(draft.reading.key.split())
    return is_bare and draft.profile.are_numbers and are_refs(draft.profile)


COUNTING = split_words("number serial row line item sequence seq index s n sn /")


def has_codes(draft: Draft, count: Draft) -> bool:
    """Whether a column has a code with letters for each row that another counts."""
    cells = draft.profile
    is_lettered = all(any(map(str.isalpha, text)) for text in cells.texts)
    return not draft.reading.is_weak and is_lettered and are_refs(cells) and cells.filled == count.profile.filled


def refers_to_others(other: Draft, best: Draft) -> bool:
    """Whether a column right of the refs numbers something else by its name: "Finding ID" beside "Remediation ID"."""
    subjects = [frozenset(draft.reading.key.split()) - NUMBERING for draft in (other, best)]
    return bool(subjects[0]) and subjects[0] != subjects[1] and other.column > best.column


NUMBERING = PLAIN | split_words("id reference number code key unique identifier serial internal")
