"""What stands above a tracker: its title, and the quarter and year the title speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerxl.language.timescales import read_quarter, read_year
from peerxl.model.fiscal import FiscalQuarter, FiscalYear
from peerxl.model.sheet import Sheet
from peerxl.reading.text import one_line

_QUARTER = re.compile(
    r"\b(?:q(?:uarter|tr)?\.?\s*(?P<digit>[1-4])|(?:quarter\s+)(?P<word>one|two|three|four)"
    r"|(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth)\s+q(?:uarter|tr))\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?:fy\s*)?((?:20)?\d\d\s*(?:[-–—/]|to)\s*(?:20)?\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
GENERIC_NAMES = re.compile(r"sheet ?\d*|feuil\d+|tabelle\d+|foglio\d+|", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words, with the fiscal year and the quarter it names where it names them."""

    text: str
    year: FiscalYear | None
    quarter: FiscalQuarter | None


def find_title(sheet: Sheet, header_row: int, stem: str) -> str:
    """The first words above the header that stand alone in their row; else the sheet's name, else the file's."""
    for row in range(1, header_row):
        filled = [cell for cell in sheet.rows[row - 1] if isinstance(cell, str) and cell.strip()]
        if len(filled) == 1:
            return one_line(filled[0])
    return stem if GENERIC_NAMES.fullmatch(sheet.name.strip()) else sheet.name.strip()


def read_title(text: str, first_month: int) -> Title:
    """The year and the quarter a title speaks of; a span of several years is no fiscal year."""
    number = quarter_number(text)
    rest = _QUARTER.sub(" ", text)
    label = next((span for span in _SPAN.findall(rest) if read_year(span, first_month)), None)
    if label is not None:
        year = read_year(label, first_month)
        return Title(text, year, year.quarter(number) if year and number else None)
    if number and (single := _YEAR.search(rest)) and not _SPAN.search(rest):
        # "Q1 2023" reads by the rule for a quarter with a single year.
        quarter = read_quarter(f"Q{number} {single[0]}", first_month)
        return Title(text, quarter.year if quarter else None, quarter)
    return Title(text, None, None)


_APPENDIX = re.compile(r"\b(?:appendix|annex|item)\s+[a-z0-9]{1,4}\b\s*[-–—:.]?", re.IGNORECASE)
_BREAKS = re.compile(r"\s*(?:[-–—:|,(]|\s)+\s*$|^\s*(?:[-–—:|,)]|\s)+\s*")
_DASHES = re.compile(r"\s+[-–—:|]+\s+|\(\s*\)")
# Words that a title writes with a capital and a sentence does not; any other may be a name.
PLAIN_WORDS = frozenset(
    "action actions plan plans peer review challenge improvement audit internal external tracker update updates "
    "progress report monitoring corporate recovery delivery annual quarterly performance recommendations follow up log "
    "register risk issue of and the for".split()
)


def plan_name(title: str, council: str = "") -> str:
    """What a plan is called: "Appendix 4 - Peer review Action plan – Q1 2023" is a "Peer review action plan".

    The appendix's number, the council's name, the quarter and the years go; "Action plan" where nothing is left.
    """
    text = re.sub(re.escape(council), " ", title, flags=re.IGNORECASE) if council else title
    for pattern in (_APPENDIX, _QUARTER, _SPAN, _YEAR):
        text = pattern.sub(" ", text)
    words = _DASHES.sub(" ", _BREAKS.sub("", f" {text} ")).split()
    while words and not any(character.isalnum() for character in words[-1]):
        words.pop()
    lowered = [word.lower() if word.casefold() in PLAIN_WORDS else word for word in words]
    name = " ".join(lowered)
    return name[:1].upper() + name[1:] if any(map(str.isalpha, name)) else "Action plan"


def quarter_number(text: str) -> int | None:
    """The one quarter a title names; None where it names none or several."""
    found = {_number(match) for match in _QUARTER.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _number(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return ORDINALS.get(match["ordinal"].lower()) or int(match["ordinal"][0])
    return NUMBERS[(match["digit"] or match["word"]).lower()]
