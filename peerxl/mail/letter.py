"""What a letter says, and the words that officers may merge into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from peerxl.documents.wording import counted, listed, name_actions, weekday_words

FEW = 6
"""How many others are named in a letter; more are counted."""


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table in a letter: its headings, and rows of as many texts."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What one owner is written: ``others`` were asked as well, ``told`` are refs that somebody else has answered."""

    owner: str
    plan: str
    quarter: str
    coordinator: str
    table: LetterTable
    name: str = ""
    council: str = ""
    reply_by: date | None = None
    asked_on: date | None = None
    days_late: int = 0
    others: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class MergeWord:
    """A word that stands for something in a letter's wording: what for, and what it becomes."""

    meaning: str
    value: Callable[[Letter], str]


TABLE = "table"
TABLE_MARK = "\x00"
"""Where the table goes, in a text that holds no such character otherwise."""

MERGE_WORDS: Mapping[str, MergeWord] = {
    "owner": MergeWord("the owner as the plan writes it", lambda letter: letter.owner),
    "name": MergeWord("the owner's own name, else the post", lambda letter: letter.name or letter.owner),
    "plan": MergeWord("what the plan is called", lambda letter: letter.plan),
    "council": MergeWord("what the council is called", lambda letter: letter.council),
    "quarter": MergeWord("the quarter", lambda letter: letter.quarter),
    "number": MergeWord("how many questions: 6 questions", lambda letter: counted(len(letter.table.rows), "question")),
    "reply_by": MergeWord("the day to reply by", lambda letter: day_words(letter.reply_by)),
    "asked_on": MergeWord("the day of the first letter", lambda letter: day_words(letter.asked_on)),
    "days_late": MergeWord("how late the answer is: 8 days", lambda letter: counted(letter.days_late, "day")),
    "coordinator": MergeWord("whom to ask", lambda letter: letter.coordinator),
    "others": MergeWord("who else was asked, in a sentence", lambda letter: others_words(letter.others)),
    "told": MergeWord(
        "what somebody else has answered: action 2", lambda letter: name_actions(letter.told) if letter.told else ""
    ),
    "form": MergeWord("what the attached workbook is called", lambda letter: letter.form),
    TABLE: MergeWord("the questions, as a table", lambda letter: TABLE_MARK),
}


def day_words(day: date | None) -> str:
    return weekday_words(day) if day else ""


def others_words(others: tuple[str, ...]) -> str:
    """ "AD Roads and AD Legal were asked as well.\""""
    if len(others) > FEW:
        return f"{len(others)} others were asked as well."
    verb = "was" if len(others) == 1 else "were"
    return f"{listed(others)} {verb} asked as well." if others else "Nobody else was asked."
