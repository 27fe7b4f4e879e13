"""What --accept says: how a conflict is settled, that a refused line is taken, what a status word counts as.

| written as                     | says                                                                        |
|--------------------------------|-----------------------------------------------------------------------------|
| H3.status=theirs               | whose answer to a question counts: theirs, mine, both, or an owner's name   |
| AD Roads.xlsx:8                | what was refused on line 8 of a form, named by its file or its id, is taken |
| AD Roads.xlsx:8=H3             | and it is about H3                                                          |
| Delayed counts as On hold      | a word that nobody knew is another way to write one of the plan's own       |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from peerxl.merge.settlement import Settlement, SettlementError, fold_name, option, read_settlement
from peerxl.model.answer_field import AnswerField

_LINE = re.compile(r"(?P<form>.+):(?P<line>\d{1,7})(?:\s*=\s*(?P<name>.*\S))?", re.DOTALL)
_MEANING = re.compile(r"(?P<word>.*\S)\s+counts\s+as\s+(?P<status>\S.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class AcceptedLine:
    """A line of a form whose answers are taken though they were refused; ``name`` is that of the action they are about.

    ``form`` is the name of its file, or its id, and ``text`` what was typed.
    """

    text: str
    form: str
    line: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """A status word that counts as one of the plan's own."""

    text: str
    word: str
    status: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """Everything that was said with --accept."""

    settlements: tuple[Settlement, ...] = ()
    lines: tuple[AcceptedLine, ...] = ()
    meanings: tuple[WordMeaning, ...] = ()


def read_accepted(texts: Iterable[str], fields: Sequence[AnswerField]) -> Accepted:
    """What --accept says; SettlementError for what is none of it."""
    read = [read_one(text, fields) for text in texts]
    return Accepted(
        tuple(each for each in read if isinstance(each, Settlement)),
        tuple(each for each in read if isinstance(each, AcceptedLine)),
        tuple(each for each in read if isinstance(each, WordMeaning)),
    )


def read_one(text: str, fields: Sequence[AnswerField]) -> Settlement | AcceptedLine | WordMeaning:
    plain = " ".join(text.split())
    if settlement := read_settlement(text, fields):
        return settlement
    if meaning := _MEANING.fullmatch(plain):
        return WordMeaning(plain, meaning["word"], meaning["status"])
    if line := _LINE.fullmatch(plain):
        return AcceptedLine(plain, fold_name(line["form"]), int(line["line"]), fold_name(line["name"] or ""))
    raise SettlementError(text, fields)


NOTHING_ACCEPTED = Accepted()


def find_idle_lines(lines: Iterable[AcceptedLine], taken: Collection[AcceptedLine]) -> Iterator[str]:
    """Why each line that settles nothing does so; ``taken`` are those that had answers to be taken."""
    for line in lines:
        if line not in taken:
            why = "no refused answer on that line of that form can be taken" + (
                f" for {line.name!r}" if line.name else ""
            )
            yield f"{option(line.text)} settles nothing: {why}; write the form and the line as the refusal has them."
