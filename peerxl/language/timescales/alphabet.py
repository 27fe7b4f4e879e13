"""The codes of tokens: one character for each set of classes that a word, a number or a sign may be in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from peerxl.frozen import frozen
from peerxl.language.timescales.period import is_year

NEW_LINE, SPACED, GLUED = "\n", " ", "_"  # what stands before a token
FIRST_CODE = 0x30  # the digits, letters and whatever follows: one character for each set of classes

SHAPES: Mapping[str, str] = {  # the classes of a number by its shape
    "half": "number figure small digit part not-year quarter-digit half-digit",
    "quarter": "number figure small digit part not-year quarter-digit",
    "digit": "number figure small digit part not-year",
    "pair": "number figure small pair part not-year longer",
    "triple": "number small triple part not-year longer",
    "year": "number year longer",
    "four": "number not-year longer big",
    "big": "number not-year longer big",
    "long": "number not-year longer",
}
MARKS: Mapping[str, str] = {  # and by what it begins
    "plain": "plain",
    "label": "years-start label-start",
    "span": "years-start",
    "backward": "years-start",
    "date": "date-start",
}


@frozen
class Alphabet:
    """The characters of tokens (``texts`` for words and signs in a class of their own), and those of each class."""

    texts: Mapping[str, str]
    figures: Mapping[tuple[str, str], str]  # by shape and mark
    word: str
    sign: str
    end: str
    members: Mapping[str, str]
    pair: re.Pattern[str]  # a number before a sign and another, and whether a sign and a third follow, by codes alone


def make_alphabet(classes: Mapping[str, Collection[str]]) -> Alphabet:
    """The alphabet for these classes of words and signs, and for those of numbers."""
    codes: dict[frozenset[str], str] = {}

    def give_code(names: Iterable[str]) -> str:
        return codes.setdefault(frozenset(names), chr(FIRST_CODE + len(codes)))

    names_of: dict[str, list[str]] = {}
    for name, texts in classes.items():
        for text in texts:
            names_of.setdefault(text, ["word" if text[0].isalpha() else "sign"]).append(name)
    figures = {(shape, mark): give_code(_list_classes(shape, mark)) for shape in SHAPES for mark in MARKS}
    by_text = {text: give_code(names) for text, names in names_of.items()}
    word, sign, end = give_code(["word", "other-word"]), give_code(["sign"]), give_code(["end"])
    members = {"any": "".join(codes.values())}
    for names, char in codes.items():
        for name in names:
            members[name] = members.get(name, "") + char
    return Alphabet(by_text, figures, word, sign, end, members, _compile_pair(members["number"]))


def _compile_pair(numbers: str) -> re.Pattern[str]:
    number = f"[{write_ranges(numbers)}]"
    return re.compile(f"{number}(?=[^{number[1:]}{number}([^{number[1:]}{number})?)")


def _list_classes(shape: str, mark: str) -> Iterable[str]:
    """The classes of a number; a plain pair is one that begins neither years nor a date."""
    names = SHAPES[shape].split()
    return [*names, *MARKS[mark].split(), *(f"plain-{name}" for name in names if mark == "plain")]


def find_shape(figure: str) -> str:
    """The shape of a number, one of ``SHAPES``."""
    if len(figure) == 1:
        return "half" if figure in "12" else "quarter" if figure in "34" else "digit"
    if len(figure) == 4:
        return "year" if is_year(figure) else "four"
    return {2: "pair", 3: "triple", 5: "big", 6: "big"}.get(len(figure), "long")


def write_ranges(chars: Iterable[str]) -> str:
    """Characters as a set of a regular expression has them: as ranges where they can be, sooner compiled."""
    ranges: list[tuple[int, int]] = []
    for code in sorted(map(ord, chars)):
        first, last = ranges[-1] if ranges else (code, code)
        if code == last + 1:
            ranges[-1] = (first, code)
        else:
            ranges.append((code, code))
    return "".join(_write_range(*each) for each in ranges)


@cache
def _write_range(first: int, last: int) -> str:
    return re.escape(chr(first)) if first == last else f"{re.escape(chr(first))}-{re.escape(chr(last))}"
