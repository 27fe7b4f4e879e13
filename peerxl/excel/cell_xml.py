"""The texts and values of a workbook's cells as XML: texts stand once in a part that all sheets share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from peerxl.documents.document import EntryValue, date_words
from peerxl.excel.formats import Look

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BLANK = '"/>'
"""What a blank cell ends in, from the number of its style on."""
# Excel takes 1900 for a leap year: days before its March have other numbers in other programs.
FIRST_DATE, NOUGHT, DAY = datetime(1900, 3, 1), datetime(1899, 12, 30), timedelta(days=1)
BETWEEN = "\0"
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
Fonts = Mapping[Look, tuple[str, str]]
"""By the look of a cell, the fonts of its bold first line and of its words below, as XML."""


class LedText(NamedTuple):
    """A text whose first line stands out, in a cell of a look."""

    lead: str
    words: str
    look: Look


class Ending(NamedTuple):
    """A value that is no text, as what its cell ends in."""

    ending: str


Said = str | LedText | Ending
"""What a cell says; a blank one says nothing."""


class Endings(dict[Said, str]):
    """By what is said in a workbook, what its cells end in: the number of a text, given when it is first asked for."""

    def __init__(self) -> None:
        super().__init__({"": BLANK})

    def __missing__(self, said: Said) -> str:
        if isinstance(said, Ending):
            return said.ending
        # Counted from 0, and a blank cell has none.
        ending = self[said] = f'" t="s"><v>{len(self) - 1}</v></c>'
        return ending

    def render_texts(self, fonts: Fonts) -> str:
        """The part that holds the texts."""
        _, *texts = (said for said in self if not isinstance(said, Ending))
        # Escaped together: what stands between them is in no text, as no workbook can hold it.
        escaped = escape(BETWEEN.join([text if isinstance(text, str) else "" for text in texts])).split(BETWEEN)
        items = [
            f"<si>{wrap_words(text, words)}</si>" if isinstance(text, str) else render_led(text, fonts)
            for text, words in zip(texts, escaped, strict=bool(texts))
        ]
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{"".join(items)}</sst>'


def say(value: EntryValue) -> Said:
    """What the cell of a value says."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return Ending(f'" t="b"><v>{value:d}</v></c>')
    number = count_days(value) if isinstance(value, date) else value
    return date_words(value) if number is None else Ending(f'"><v>{number:.16G}</v></c>')


def count_days(day: date) -> float | None:
    """The number that a day, or a moment, is in a workbook; None for one that every program would show as another."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return (moment - NOUGHT) / DAY if moment >= FIRST_DATE else None


def render_led(text: LedText, fonts: Fonts) -> str:
    """A text whose first line stands out as an item of the part."""
    lead, words = fonts[text.look]
    first, below = (wrap_words(each, escape(each)) for each in (text.lead, f"\n{text.words}"))
    return f"<si><r><rPr>{lead}</rPr>{first}</r><r><rPr>{words}</rPr>{below}</r></si>"


def wrap_words(text: str, escaped: str) -> str:
    """A text, as XML has it, in its element, which says so where it begins or ends with white space."""
    return f"<t>{escaped}</t>" if text == text.strip() else f'<t xml:space="preserve">{escaped}</t>'


def escape(text: str) -> str:
    """A cell's text as XML has it, in which Excel sees nothing that it would take for a character's code."""
    if "_x" in text:
        text = ESCAPE.sub("_x005F_", text)
    # A parser of XML would make the end of a line of it.
    return escape_xml(text.replace("\r", "_x000D_"))


def escape_xml(text: str) -> str:
    """A text as an element of XML has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
