"""What a sheet says that its signs mean, where its statuses are signs without a word: "⬜ Not started"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from peerxl.model.layout import Field
from peerxl.model.sheet import Sheet
from peerxl.model.status import Vocabulary, is_sign
from peerxl.reading.trackers.tracker import Tracker

_AFTER = r"\ufe0f?\s*[=:–—-]*\s*(?P<words>[^\W\d_][^,;|·•()\n]*)"
"""What follows a sign in a legend: the words for it, up to the next."""


def add_signs(vocabulary: Vocabulary, trackers: Sequence[Tracker]) -> Vocabulary:
    """A vocabulary with the signs that stand for its statuses, where each sheet that uses one says the same of it."""
    meanings: dict[str, set[str | None]] = {}
    for tracker in trackers:
        signs = list_signs(tracker, vocabulary)
        sheet = tracker.layout.sheet
        rows = {row.number for each in trackers if each.layout.sheet is sheet for row in each.rows}
        told = list(read_legend(sheet, rows, signs))
        for sign in signs:
            found = {status.word if (status := vocabulary.find(words)) else None for of, words in told if of == sign}
            meanings.setdefault(sign, set()).update(found or {None})
    words = {sign: next(iter(said)) for sign, said in meanings.items() if len(said) == 1}
    statuses = tuple(
        replace(status, spellings=(*status.spellings, *(sign for sign, word in words.items() if word == status.word)))
        for status in vocabulary.statuses
    )
    return replace(vocabulary, statuses=statuses) if any(words.values()) else vocabulary


def list_signs(tracker: Tracker, vocabulary: Vocabulary) -> list[str]:
    """The signs that are all that statuses of a tracker say, and that nobody knows."""
    columns = [index for index, use in enumerate(tracker.layout.uses) if use.field is Field.STATUS]
    texts = (row.cells[index].text.strip() for row in tracker.rows for index in columns)
    return [text for text in dict.fromkeys(texts) if is_bare_sign(text) and vocabulary.find(text) is None]


def is_bare_sign(text: str) -> bool:
    characters = text.replace("\ufe0f", "")
    return len(characters) == 1 and is_sign(characters)


def read_legend(sheet: Sheet, rows: Collection[int], signs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The signs that a sheet explains outside the rows of its actions, each with its words."""
    beside = [sheet.rows[number - 1] for number in sheet.filled_rows if number not in rows]
    for sign in signs:
        pattern = re.compile(re.escape(sign.replace("\ufe0f", "")) + _AFTER)
        for values in beside:
            texts = [value.strip() if isinstance(value, str) else "" for value in values]
            told = [
                *texts,
                *(f"{first} {then}" for first, then in pairwise(texts) if first == sign),
            ]
            yield from ((sign, match["words"].strip()) for text in told for match in pattern.finditer(text))
