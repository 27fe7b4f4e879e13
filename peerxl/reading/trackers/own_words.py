"""The plan's own words for a status: its Statuses sheet, else the drop-down of its status cells, else its use.

What each counts as comes from the words that are known beyond doubt; a word that is not among them is unsettled, and
open until somebody says what it counts as.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.model.plan import unique
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary, status_key
from peerxl.model.status_keys import SAYS_MORE
from peerxl.reading.cells.ticks import asks_whether_done, settle_ticks
from peerxl.reading.trackers.tracker import Request, Tracker

MOST_ASKED = 20
"""How many cells of a column are asked for their drop-down before the column is taken to have none."""
# Spellings that mean a status and that no plan means to have as its own.
SLIPS = frozenset("completd compleated complted superceded inprogess inprogres ongong".split())


def find_vocabulary(trackers: Sequence[Tracker], request: Request) -> Vocabulary:
    """The status words of a plan."""
    known = request.settings.vocabulary
    if known is not DEFAULT_VOCABULARY and not known.is_partial:  # a Statuses sheet has settled them
        return replace(known, is_own=True)
    columns = list(list_status_columns(trackers))
    if ticks := find_ticks(trackers, columns, request):
        if ticks.is_own:
            return ticks
        known = ticks
    offered = unique(word for column in columns for word in request.offered_to(column[:MOST_ASKED]) if word.strip())
    if len(offered) > 1:
        return Vocabulary.from_words(offered, known)
    used = vocabulary_from_use((cell.text.strip() for column in columns for cell in column), known)
    from peerxl.reading.trackers.legend import add_signs

    return add_signs(used, trackers)


def find_ticks(trackers: Sequence[Tracker], columns: Sequence[Sequence[Cell]], request: Request) -> Vocabulary | None:
    """The ticks of a plan whose headings ask no more than whether something is done."""
    headings = [use.heading for tracker in trackers for use in tracker.layout.uses if use.field is Field.STATUS]
    if not headings or not all(asks_whether_done(heading.text) for heading in headings):
        return None
    written = [cell.text for column in columns for cell in column]
    offered = [word for column in columns for word in request.offered_to(column[:MOST_ASKED])]
    return settle_ticks([*offered, *written], request.settings.vocabulary)


def list_status_columns(trackers: Iterable[Tracker]) -> Iterator[list[Cell]]:
    """The cells of each column of statuses."""
    for tracker in trackers:
        for index, use in enumerate(tracker.layout.uses):
            if use.field is Field.STATUS:
                yield [row.cells[index] for row in tracker.rows]


def vocabulary_from_use(texts: Iterable[str], known: Vocabulary) -> Vocabulary:
    """The known words, each in the spelling that every cell of its meaning shares, where they share one.

    An open word that says more than its meaning is nobody's word for all of it: not everything in progress is delayed.
    """
    uses: dict[str, dict[str, int]] = {}
    written = Counter(filter(None, texts))
    is_alike = are_written_alike(written)
    for text, count in written.items():
        if (meaning := known.find(text)) and not known.is_narrower(text):
            uses.setdefault(meaning.word, {})[text] = count
    # A word that stands in one cell alone is no use yet: it may as well be a slip, unless each word has its capital.
    shared = {
        word: next(iter(spellings))
        for word, spellings in uses.items()
        if len(spellings) == 1 and (sum(spellings.values()) > 1 or word.title() in spellings or is_alike)
    }
    own = {
        word: spelling for word, spelling in shared.items() if status_key(spelling) not in SLIPS and spelling != word
    }
    used = list(list_used(text for text in written.elements() if known.find(text)))
    usual = tuple(spelling for spelling, is_usual in used if is_usual)
    if not own and not used:
        return known
    statuses = tuple(respell(status, own.get(status.word)) for status in known.statuses)
    return replace(known, statuses=statuses, usual=usual, used=tuple(spelling for spelling, _ in used))


def list_used(texts: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The words that say more than the status they count as, each as most of its cells have it, else as the first has.

    Beside each stands whether that is its usual spelling: that of most of its cells, and of two at least.
    """
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        if (key := status_key(text)) in SAYS_MORE:
            spellings.setdefault(key, Counter())[text] += 1
    for counts in spellings.values():
        (most, number), *others = counts.most_common(2)
        yield most, number > max(1, *(count for _, count in others), 0)


def are_written_alike(texts: Collection[str]) -> bool:
    """Whether a plan writes all its statuses, of which it has two at least, in small letters, or all in capitals."""
    return len(texts) > 1 and (all(map(str.islower, texts)) or all(map(str.isupper, texts)))


def respell(status: Status, spelling: str | None) -> Status:
    """A status by the plan's own spelling of it."""
    if spelling is None:
        return status
    others = tuple(other for other in (status.word, *status.spellings) if status_key(other) != status_key(spelling))
    return replace(status, word=spelling, spellings=others)
