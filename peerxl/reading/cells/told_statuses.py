"""Statuses that a cell begins with and goes on to tell of: "Completed – the register went live in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peerxl.frozen import frozen
from peerxl.model.status import (
    CROSSES,
    DOUBTING,
    STILL_OPEN,
    Status,
    Vocabulary,
    find_meaning,
    strip_box,
    strip_when,
)
from peerxl.pattern import compile_late
from peerxl.reading.cells.closed_stories import AFTER_CLOSED, CONFIRMED, holds_closed, skip_date

# Each is tried where a run of spaces or dashes begins, and not at every one of it: a cell may have thousands.
_END = compile_late(r"(?<!\s)\s+[-–—]+\s*|(?<![-–—])[-–—]+\s+|(?<!\s)\s*[–—:;.,([\n]\s*")
"""What stands between a status and what is told of it."""
_UNDERSCORE = compile_late(r"(?<=[^\W_])_+(?=[^\W_])")
"""What parts words where a program has put it in the place of their spaces: "CLOSED_VERIFIED"."""
_PRINTED = compile_late(
    r"(?P<word>[^()]+?) \((?:“(?P<quoted>[^”]+)”|(?P<beside>[^(),“”]+))(?:, Quarter [1-4][^()]*)?\)"
)
"""A status as our own paper prints it where the plan says more beside it."""
_JOINT = compile_late(r"(?<!\s)\s*[/&+]\s*|(?<!\s)\s+and\s+", re.IGNORECASE)
_LINKS = {
    True: frozenset("as with and due until to by for in on at since because following from".split()),
    False: AFTER_CLOSED,
}
"""The words that go on without a sign after an open status and a closed one."""
LONGEST_WORDS = 3


@frozen
class Told:
    """What a cell says of a status: the status, the cell's word for it, and what it goes on to tell ("report sent").

    ``own_words`` are the cell's own where the status alone would not say all of them, and they are no part of the
    story: "Delayed", which counts as in progress, and "Completed 28 October".
    """

    status: Status | None = None
    word: str = ""
    own_words: str = ""
    story: str = ""


NOT_TOLD = Told()
UNCROSSED = str.maketrans(dict.fromkeys(CROSSES, ""))


def find_told(text: str, vocabulary: Vocabulary) -> Status | None:
    """The status of a cell: the one that it is, else the one that it begins with, where what follows does not limit it.

    What follows an open one changes nothing; after a closed one it must be plain that it is so in all.
    """
    return read_told(text, vocabulary).status


def read_told(text: str, vocabulary: Vocabulary) -> Told:
    """The status of a cell, and what the cell says and tells of it beyond that."""
    if (status := vocabulary.find(text)) is not None:
        return make_told(status, strip_when(text), text, "", vocabulary)
    if (bare := strip_box(text)) != text or not DOUBTING.isdisjoint(text):
        return read_doubted(text, bare, vocabulary)
    if told := read_printed(text, vocabulary) or read_joined(text, vocabulary):
        return told
    for head, said, rest in cut_heads(text):
        status = vocabulary.find(head) or find_listed(head, vocabulary)
        if status is not None:
            is_plain = not is_closed(rest, vocabulary) if status.is_open else holds_closed(head, rest, status)
            return make_told(status, head, said, rest, vocabulary) if is_plain else NOT_TOLD
        if (further := find_further(head, rest, vocabulary)) is not None:
            return make_told(further, rest, text, "", vocabulary)
    return NOT_TOLD


def is_closed(rest: str, vocabulary: Vocabulary) -> bool:
    """Whether what a cell goes on to tell is that the action is closed, and no more: "In progress – completed"."""
    status = vocabulary.find(tidy_story(rest)) or find_listed(tidy_story(rest), vocabulary)
    return status is not None and not status.is_open


def find_further(head: str, rest: str, vocabulary: Vocabulary) -> Status | None:
    """How far something has come that a cell only calls open before: "Open – not started", "Overdue (in progress)"."""
    if find_meaning(head) != STILL_OPEN:
        return None
    further = vocabulary.find(tidy_story(rest))
    return further if further is not None and further.is_open else None


def read_doubted(text: str, bare: str, vocabulary: Vocabulary) -> Told:
    """What a cell says with a sign that doubts its words, where the sign agrees with them.

    An empty box doubts only what would be closed, a cross only what would be done: "❌ On hold until May".
    """
    if bare != text:
        told = read_told(bare, vocabulary)
        return told if told.status and told.status.is_open else NOT_TOLD
    told = (
        read_told(text.translate(UNCROSSED).strip(), vocabulary)
        if CROSSES.issuperset(DOUBTING.intersection(text))
        else NOT_TOLD
    )
    return told if told.status and not told.status.is_done else NOT_TOLD


def read_printed(text: str, vocabulary: Vocabulary) -> Told | None:
    """What our own paper prints of a status beside which a cell says more, as the cell said it; None where it is none.

    It is "In progress (“Delayed”)", and "Completed (28 October, Quarter 1)".
    """
    printed = _PRINTED.fullmatch(text) if text.endswith(")") else None
    if printed is None:
        return None
    quoted, beside = printed["quoted"], printed["beside"]
    told = read_told(quoted or f"{printed['word']} {beside}", vocabulary)
    is_same = told.status is not None and told.status == vocabulary.find(printed["word"])
    return told if is_same and told.own_words and not told.story else None


def read_joined(text: str, vocabulary: Vocabulary) -> Told | None:
    """What statuses say that are joined: "Completed / closed" the one thing that both mean, nothing if they differ."""
    parts = _JOINT.split(text)
    if len(parts) == 2 and (further := find_further(parts[0], parts[1], vocabulary)) is not None:
        return make_told(further, parts[1], text, "", vocabulary)
    found = [vocabulary.find(part) or find_listed(part, vocabulary) for part in parts]
    if len(parts) < 2 or None in found:
        return None
    first = found[0]
    return make_told(first, parts[0], text, "", vocabulary) if first and found.count(first) == len(found) else NOT_TOLD


def make_told(status: Status, word: str, said: str, rest: str, vocabulary: Vocabulary) -> Told:
    """What is told by a cell's word for a status, by what it says before the story begins, and by the rest."""
    # Our own paper puts words that nobody has explained in quotation marks.
    word, said = (" ".join(each.split()).strip('“”"').rstrip(" .") for each in (word, said))
    is_all = said == word and not vocabulary.says_more(word, status)
    return Told(status, word, "" if is_all else said, tidy_story(rest))


def tidy_story(rest: str) -> str:
    """What is told of a status, without brackets around all of it and the stop after it."""
    story = rest.strip(" .;").lstrip("–—- ")
    for opening, closing in ("()", "[]"):
        if story.count(closing) > story.count(opening):  # the cut took the opening one away
            story = f"{opening}{story}"
        if story.startswith(opening) and story.find(closing) == len(story) - 1:
            return story[1:-1].strip()
    return story


def find_listed(head: str, vocabulary: Vocabulary) -> Status | None:
    """The plan's word for what a word means, where it has one: its own "Open" for "OPEN"."""
    meaning = find_meaning(head)
    return vocabulary.find(meaning.word) if meaning and meaning.word else None


def cut_heads(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to cut a cell at a sign, at an underscore, before a date or a word that goes on.

    Each gives a word for a status, that word with a date after it, and what is told of it.
    """
    end = _END.search(text, 1)
    if end is not None and end.end() < len(text):
        yield text[: end.start()], text[: end.start()], text[end.end() :]
    for end in reversed(list(_UNDERSCORE.finditer(text))):
        yield text[: end.start()], text[: end.start()], text[end.end() :].replace("_", " ")
    words = text.split()
    for count in range(min(LONGEST_WORDS, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if head.endswith(JOINTS):
            continue
        if (after := skip_date(words[count:])) is not None:
            yield head, " ".join(words[: len(words) - len(after.split())]), after
        meaning = find_meaning(head)
        if meaning is None:
            continue
        if words[count].casefold() in _LINKS[meaning.is_open] or (not meaning.is_open and rest.casefold() in CONFIRMED):
            yield head, head, rest


JOINTS = ("/", "&", "+")


def begins_with_status(text: str) -> bool:
    """Whether a cell is, or begins with, a word of which it is beyond doubt whether it is open or closed."""
    return any(find_meaning(head) is not None for head in (text, *(head for head, _, _ in cut_heads(text))))


def mark_off_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or have one before a sign: "Completed – it went live"."""
    told = [text for text in texts if any(map(find_meaning, (text, cut_story(text))))]
    return bool(told) and 2 * len(told) >= len(texts)


def cut_story(text: str) -> str:
    """What a cell says before a sign that a story may follow: "Completed" of "Completed – it went live"."""
    return text[: end.start()] if (end := _END.search(text, 1)) else text


def tell_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or begin with one, and are told of in the rest."""
    told = [text for text in texts if begins_with_status(text)]
    return bool(told) and 2 * len(told) >= len(texts)
