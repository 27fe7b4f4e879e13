"""Statuses that a cell begins with and goes on to tell of: "Completed – the register went live in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peerxl.model.status import Status, Vocabulary, find_meaning
from peerxl.reading.profile import is_written_date

_END = re.compile(r"\s+[-–—]+\s*|[-–—]+\s+|\s*[–—:;.,(\n]\s*")
"""What stands between a status and what is told of it."""
_LINKS = {
    True: frozenset("as with and due until to by for in on at since because following from".split()),
    False: frozenset("as with and in on at".split()),
}
"""The words that go on without a sign after an open status and a closed one: "Completed for adults" is not all."""
_LIMITS = re.compile(
    r"\b(?:except\w*|but|however|although|apart from|pending|await\w*|remain\w*|still|yet|not|partial\w*|partly|part"
    r"|outstanding|on-?going|in progress|under ?way|continu\w*|next|to be|to do|to follow|will|needs?|needed|further"
    r"|reopen\w*|until|subject to|phase|stage|first|only|some|most|draft|due|monitor\w*|review|half"
    r"|\d+ (?:of|out of) \d+)\b|n't\b|%",
    re.IGNORECASE,
)
"""Words that leave it open whether what is called closed is so in all."""
LONGEST_WORDS = 3


def find_told(text: str, vocabulary: Vocabulary) -> Status | None:
    """The status of a cell: the one that it is, else the one that it begins with, where what follows does not limit it.

    What follows an open one changes nothing; after a closed one any word that may limit it leaves the cell unknown.
    """
    return read_told(text, vocabulary)[0]


def read_told(text: str, vocabulary: Vocabulary) -> tuple[Status | None, str]:
    """The status of a cell, and what the cell goes on to tell of it."""
    if (status := vocabulary.find(text)) is not None or "?" in text:
        return status, ""
    for head, rest in cut_heads(text):
        status = vocabulary.find(head) or find_listed(head, vocabulary)
        if status is not None:
            is_limited = not status.is_open and _LIMITS.search(rest)
            return (None, "") if is_limited else (status, tidy_story(rest))
    return None, ""


def tidy_story(rest: str) -> str:
    """What is told of a status, without brackets around all of it and the stop after it."""
    story = rest.strip(" .;")
    if story.count(")") > story.count("("):  # the cut took the opening one away
        story = f"({story}"
    return story[1:-1].strip() if story.startswith("(") and story.find(")") == len(story) - 1 else story


def find_listed(head: str, vocabulary: Vocabulary) -> Status | None:
    """The plan's word for what a word means, where it has one: its own "Open" for "OPEN"."""
    meaning = find_meaning(head)
    return vocabulary.find(meaning.word) if meaning and meaning.word else None


def cut_heads(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a cell into a status and what is told of it: at a sign, before a date or a word that goes on."""
    end = _END.search(text, 1)
    if end is not None and end.end() < len(text):
        yield text[: end.start()], text[end.end() :]
    words = text.split()
    for count in range(min(LONGEST_WORDS, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if (after := skip_date(words[count:])) is not None:
            yield head, after
        meaning = find_meaning(head)
        if meaning is not None and words[count].casefold() in _LINKS[meaning.is_open]:
            yield head, rest


def skip_date(words: Sequence[str]) -> str | None:
    """What follows a date that some words begin with; None where they begin with none."""
    lengths = [end for end in range(1, LONGEST_DATE + 1) if is_written_date(" ".join(words[:end]).strip("(),.;:"))]
    return " ".join(words[lengths[-1] :]) if lengths else None


LONGEST_DATE = 3


def begins_with_status(text: str) -> bool:
    """Whether a cell is, or begins with, a word of which it is beyond doubt whether it is open or closed."""
    return any(find_meaning(head) is not None for head in (text, *(head for head, _ in cut_heads(text))))


def tell_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or begin with one, and are told of in the rest."""
    told = [text for text in texts if begins_with_status(text)]
    return bool(told) and 2 * len(told) >= len(texts)
