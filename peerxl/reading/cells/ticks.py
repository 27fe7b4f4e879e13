"""Columns that only tick what is done: what "Yes", "x" and "✓" count as under a heading that asks whether it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from peerxl.model.status import STILL_OPEN, Status, Vocabulary, find_meaning
from peerxl.reading.headings.key import heading_key
from peerxl.reading.headings.parts import DONE
from peerxl.reading.headings.words import TICK_HEADS, split_words

SAYS_YES = split_words("yes y true ✓ ✔ ☑ ✅")
SAYS_NO = split_words("no n false ✗ ✘ ☐ ❌ ⬜")
CROSS = "x"
"""It ticks what is done where nothing else does, and may say no beside what does."""
AROUND = split_words("is it has have been action task yes no y n / or ? fully")


def asks_whether_done(heading: str) -> bool:
    """Whether a heading asks no more than whether something is done: "Done?", "Action completed Y/N", "✓"."""
    words = set(heading_key(heading).split())
    return heading.strip() in TICK_HEADS or (not DONE.isdisjoint(words) and words <= DONE | AROUND)


def settle_ticks(words: Sequence[str], known: Vocabulary) -> Vocabulary | None:
    """The words of columns that ask whether something is done as a vocabulary, None where none is a tick beyond doubt.

    A tick alone stands beside the known words, as there is none yet for what is not done; so do ticks among other
    words ("Yes" and "Yearly"), of which a cross may be anything.
    """
    folded: dict[str, str] = {}
    for word in filter(None, map(str.strip, words)):
        folded.setdefault(word.casefold(), word)
    marks = frozenset([CROSS]) if folded.keys() == {CROSS} else SAYS_YES
    is_whole = folded.keys() <= marks | SAYS_NO
    ticks = [word for key, word in folded.items() if key in marks | SAYS_NO and (is_whole or known.find(word) is None)]
    if not ticks or (not is_whole and CROSS in folded):
        return None
    statuses = tuple(make_statuses(ticks, marks))
    both = Vocabulary(statuses, listed=tuple(status.word for status in statuses), is_own=True)
    has_both = len({status.is_open for status in statuses}) == 2
    return both if has_both and is_whole else replace(known, statuses=(*known.statuses, *statuses))


def make_statuses(words: Iterable[str], marks: frozenset[str]) -> Iterable[Status]:
    done = find_meaning("Completed")
    assert done is not None
    for word in words:
        yield replace(done if word.casefold() in marks else STILL_OPEN, word=word, spellings=())
