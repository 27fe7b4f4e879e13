"""Spellings of a plan that can be put right without asking anybody, since what they mean is beyond doubt.

A status is written by the plan's own word where it is known what the spelling means; a word that is merely like one is
left. So is one that says more than the word it counts as, as "Delayed" does, in a plan that does not list its words.

A timescale is written in the house form where it is a period in plain words and nothing else: one that carries a label
or a mark, that lists several, or in which anything had to be assumed, keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from peerxl.language.timescales import read_timescale
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.action import Action
from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell to be changed: its action and field, the cell with its words of now, and the text to put there."""

    action: Action
    field: Field
    cell: Cell
    text: str


IsText = Callable[[Cell], bool]
"""Whether a cell holds words, and not a date or a number that is shown as some."""


def list_corrections(plan: ActionPlan, is_text: IsText, *, timescales: bool = False) -> tuple[Correction, ...]:
    """Every safe correction, each cell once, in the plan's order; those of timescales only where they are asked for."""
    by_cell: dict[Cell, Correction] = {}
    for correction in (*correct_statuses(plan), *(correct_timescales(plan) if timescales else ())):
        by_cell.setdefault(correction.cell, correction)
    return tuple(correction for correction in by_cell.values() if is_text(correction.cell))


def correct_statuses(plan: ActionPlan) -> Iterator[Correction]:
    vocabulary = plan.settings.vocabulary
    for action in plan.actions:
        for update in action.updates:
            if update.status and update.status_cell and vocabulary.is_misspelled(update.status_text):
                word = vocabulary.spell(update.status_text, update.status)
                yield Correction(action, Field.STATUS, update.status_cell, word)


def correct_timescales(plan: ActionPlan) -> Iterator[Correction]:
    for action in plan.actions:
        cell = action.cell(Field.TIMESCALE)
        text = convert_to_house_form(action.timescale, plan.settings.years)
        if cell is not None and text and text != cell.text:
            yield Correction(action, Field.TIMESCALE, cell, text)


def convert_to_house_form(reading: Timescale, years: YearConvention) -> str:
    """A timescale written as "Q1 2022/23"; "" where that could lose a word, or settle what was only assumed."""
    words = _WORD.findall(reading.text.casefold().replace("–", "-").replace("—", "-").strip().rstrip("."))
    is_plain = all(_PLAIN.fullmatch(word) for word in words) and reading.open_ended == (not OPEN.isdisjoint(words))
    is_whole = not reading.notes and len(reading.milestones) == 1 and not reading.milestones[0].label
    if reading.kind not in (TimescaleKind.DATED, TimescaleKind.OPEN) or not is_plain or not is_whole:
        return ""
    has_period = reading.start is not None or reading.due is not None
    text = str(reading) if has_period else ""
    # What is written must read as what was there, or the cell keeps its words.
    return text if strip_words(read_timescale(text, years)) == strip_words(reading) else ""


OPEN = frozenset(("ongoing", "onwards"))
_WORD = re.compile(r"\S+")
# The words and figures of a period; a list, a comma, a question mark or any other word says something more.
_PLAIN = re.compile(
    r"(?:q|qtr|quarter)\s?[1-4]|q|qtr|quarter|[1-4]|1st|2nd|3rd|4th|first|second|third|fourth"
    r"|\d{1,2}(?:st|nd|rd|th)?|\d{4}|(?:fy)?\d{2,4}[/-]\d{1,4}|\d{1,2}([./])\d{1,2}\1(?:\d\d){1,2}"
    r"|fy|financial|year|to|by|end|of|the|until|-|ongoing|onwards|" + "|".join(MONTHS)
)


def strip_words(reading: Timescale) -> tuple[TimescaleKind, bool, tuple[Milestone, ...]]:
    """What a reading says, apart from the words it was read from."""
    return (
        reading.kind,
        reading.open_ended,
        tuple(replace(milestone, label="", span=(0, 0)) for milestone in reading.milestones),
    )
