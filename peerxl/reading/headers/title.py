"""What stands above a tracker: its title, and the quarter and year the title speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, dropwhile

from peerxl.frozen import frozen
from peerxl.language.timescales import read_timescale, read_year
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.sheet import Cell, Sheet, Value
from peerxl.model.timescale import Timescale
from peerxl.pattern import compile_late
from peerxl.text import one_line

QUARTER = re.compile(
    r"\b(?:q(?:uarter|tr)?\.?\s*(?P<digit>[1-4])|(?:quarter\s+)(?P<word>one|two|three|four)"
    r"|(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth)\s+q(?:uarter|tr))\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?:fy\s*)?((?:20)?\d\d\s*(?:[-–—/]|to)\s*(?:20)?\d\d)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\bq(?:uarter|tr)?s?\.?\s*[1-4]\s*(?:&|and|to|,|[-–/+])\s*q?(?:uarter)?\s*[1-4]\b(?!/)", re.IGNORECASE
)
_ANY_YEAR = compile_late(r"\d\d")
_PLAN = re.compile(r"\b(?:plan|tracker|log|register|review|challenge|recommendations?|audit|report|update)\b", re.I)
_YEAR = re.compile(r"\b20\d\d\b")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
LABEL = compile_late(
    r"(?:plan|project|programme) (?:title|topic|name|subject)\s*:?"
    r"|(?:title|topic|name|subject|plan|project|programme)\s*:",
    re.IGNORECASE,
)
"""What stands before a title on its left."""
MARKINGS = re.compile(
    r"(?:(?:not |un)?(?:protectively marked|restricted|classified)|public|official(?:[ -]+sensitive)?|confidential"
    r"|internal(?: use only)?|exempt|draft|final|private|open|part (?:i|ii|1|2))(?:\s*[-–—:/,]\s*\w+)?",
    re.IGNORECASE,
)
"""Who may see a paper, and whether it is finished: what stands above titles and is none."""
GENERIC_NAMES = compile_late(r"sheet ?\d*|feuil\d+|tabelle\d+|foglio\d+|", re.IGNORECASE)


@frozen
class Title:
    """A title's words, with the fiscal year and the quarter it names where it names them.

    ``counted`` is the year whose quarters the headings number where they name none: the fiscal year, or the calendar
    year that the title's quarter is one of.
    """

    text: str
    year: FiscalYear | None
    quarter: FiscalQuarter | None
    counted: FiscalYear | None = None


def find_title(sheet: Sheet, header_row: int, stem: str, years: YearConvention) -> Title:
    """The title above a header, with the quarter and the year that it or the lines around it name.

    The title is what a label names as it, else the first line that speaks of a plan, else the first line; else the
    sheet's name, else the file's.
    """
    cells = list(list_title_cells(sheet, header_row))
    lines = [one_line(cell.text) for cell in cells]
    names = [line for line in lines if is_name(line)] or [name_file(sheet.name, stem)]
    labelled = (one_line(cell.text) for cell in cells if find_labelled(sheet.rows[cell.row - 1]) == cell.column)
    best = next(chain(labelled, filter(_PLAN.search, names)), names[0])
    readings = [read_title(line, years) for line in (best, *lines)]
    quarter = next((reading.quarter for reading in readings if reading.quarter), None)
    year = quarter.year if quarter else next((reading.year for reading in readings if reading.year), None)
    counted = next((reading.counted for reading in readings if reading.counted), year)
    number = next((number for line in lines if (number := quarter_number(line))), None)
    return Title(best, year, quarter or (year.quarter(number) if year and number else None), counted)


def is_name(line: str) -> bool:
    """Whether a line above a table may be what its plan is called: no label, marking or number of an appendix alone."""
    return not (line.endswith(":") or _APPENDIX.fullmatch(line) or MARKINGS.fullmatch(line))


def name_file(sheet: str, stem: str) -> str:
    """What a plan without a title is called: as its sheet, or as its file where that is called as any sheet is."""
    return (stem if GENERIC_NAMES.fullmatch(sheet.strip()) else sheet).replace("_", " ").strip()


def list_title_cells(sheet: Sheet, header_row: int) -> Iterator[Cell]:
    """The cells above a header that are lines of its title: alone in their row, or the first in it and of a plan.

    One beside "Title:" or "Topic:" is one too.
    """
    for number, row in enumerate(sheet.rows[: header_row - 1], 1):
        columns = list_text_columns(row)
        if column := find_labelled(row):
            yield Cell(sheet.name, number, column, str(row[column - 1]))
        elif columns and (len(columns) == 1 or _PLAN.search(str(row[columns[0] - 1]))):
            yield Cell(sheet.name, number, columns[0], str(row[columns[0] - 1]))


def list_text_columns(row: Sequence[Value]) -> list[int]:
    return [column for column, value in enumerate(row, 1) if isinstance(value, str) and value.strip()]


def find_labelled(row: Sequence[Value]) -> int:
    """The column of the title that stands beside its label in a row, 0 where none does."""
    columns = list_text_columns(row)
    is_labelled = len(columns) == 2 and LABEL.fullmatch(str(row[columns[0] - 1]).strip())
    return columns[1] if is_labelled else 0


def read_title(text: str, years: YearConvention) -> Title:
    """The year and the quarter a title speaks of; a span of several years is no fiscal year.

    The quarter with what stands right beside it comes first ("Peer challenge 2022: action plan Q1 2023"), then the one
    year that the title names anywhere ("Action Plan 2023 - 2024 - Quarter 3").
    """
    beside = quarter_beside_its_year(text, years)
    if beside is not None:
        is_counted = years.has_calendar_quarters and not _SPAN.search(text)
        return Title(text, beside.year, beside, FiscalYear(beside.first_day.year, 1) if is_counted else beside.year)
    labels = {read_year(span, years.first_month) for span in _SPAN.findall(QUARTER.sub(" ; ", text))} - {None}
    year = labels.pop() if len(labels) == 1 else None
    number = quarter_number(text)
    return Title(text, year, year.quarter(number) if year and number else None, year)


def quarter_beside_its_year(text: str, years: YearConvention) -> FiscalQuarter | None:
    """The quarter that the longest run of a title's words with a quarter and a year in it reads as."""
    _, reading = find_quarter_run(text, years)
    return reading.due if reading and reading.start == reading.due and len(reading.milestones) == 1 else None


def find_quarter_run(text: str, years: YearConvention) -> tuple[str, Timescale | None]:
    """The longest run of a title's words that reads as a period and has a quarter and a year in it, and its reading."""
    words = text.split()
    for length in range(min(len(words), LONGEST_RUN), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length]).strip(" -–—:;,.()")
            if QUARTER.search(run) and _ANY_YEAR.search(run):
                reading = read_timescale(run, years)
                if reading.milestones and is_all_period(reading):
                    return run, reading
    return "", None


def is_all_period(reading: Timescale) -> bool:
    """Whether all the words were read as one period, and none as talk of other years."""
    talked = {"context-year", "year-span-assumed"} & {note.code for note in reading.notes}
    return not talked and not any(milestone.label for milestone in reading.milestones)


LONGEST_RUN = 8
"""How many words a quarter takes at most: "4th Quarter (1 January 2013 to 31 March 2013)"."""
_APPENDIX = re.compile(r"\b(?:appendix|annex|item)\s+[a-z0-9]{1,4}\b\s*[-–—:.]?", re.IGNORECASE)
_BREAKS = re.compile(r"\s*(?:[-–—:|,(]|\s)+\s*$|^\s*(?:[-–—:|,)]|\s)+\s*")
_EMPTY_BRACKETS = compile_late(r"\(\s*\)|\[\s*\]")
_NAME = r"[A-Z][\w'’.-]*(?:(?:\s+(?:of|and|the|upon|on|in|with|&))*\s+[A-Z][\w'’.-]*)*"
_COUNCIL = compile_late(
    rf"(?:{_NAME}\s+)?Council\b(?:\s+of\s+(?:the\s+)?{_NAME})?|(?:London|Royal|Metropolitan)\s+Borough\s+of\s+{_NAME}"
)
KINDS_OF_COUNCIL = frozenset(
    "district borough city county town parish community metropolitan unitary london royal of and the council".split()
)
_DASHES = re.compile(r"\s+[-–—:|]+\s+|\(\s*\)")
# Words that a title writes with a capital and a sentence does not; any other may be a name.
PLAIN_WORDS = frozenset(
    "action actions plan plans peer review challenge improvement audit internal external tracker update updates "
    "progress report monitoring corporate recovery delivery annual quarterly performance recommendations follow up log "
    "register risk issue of and the for".split()
)
JOINTS = frozenset("of and the for".split())
"""Those of them that names have within them."""


NO_COUNCIL = PLAIN_WORDS | frozenset("our your new full".split())
"""Words before a council's name that are none of it."""
LONGEST_NAME = 70
"""A longer title is a sentence, and would not fit at the head of a page."""


def plan_name(title: str, council: str = "") -> str:
    """What a plan is called: "Appendix 4 - Peer review Action plan – Q1 2023" is a "Peer review action plan".

    The appendix's number, the council's name, the quarter and the years go; "Action plan" where nothing is left.
    """
    text = re.sub(re.escape(council), " ", title, flags=re.IGNORECASE) if council else title
    for pattern in (_APPENDIX, QUARTER, _SPAN, _YEAR):
        text = pattern.sub(" ", text)
    words = _DASHES.sub(" ", _BREAKS.sub("", f" {text} ")).split()
    while words and not any(character.isalnum() for character in words[-1]):
        words.pop()
    name = " ".join(words[index] if is_of_name(words, index) else words[index].lower() for index in range(len(words)))
    is_name = any(map(str.isalpha, name)) and len(name) <= LONGEST_NAME
    return name[:1].upper() + name[1:] if is_name else "Action plan"


def is_of_name(words: list[str], index: int) -> bool:
    """Whether a word of a title may be a name's, and so keeps its capitals: "HULL AND EAST RIDING" is one name."""
    word = words[index].casefold()
    if word not in PLAIN_WORDS:
        return True
    if word not in JOINTS or not words[index].isupper():
        return False
    before = next((each for each in reversed(words[:index]) if each.casefold() not in JOINTS), "of")
    after = next((each for each in words[index + 1 :] if each.casefold() not in JOINTS), "of")
    return PLAIN_WORDS.isdisjoint((before.casefold(), after.casefold()))


def keep_title(title: str, year: FiscalYear | None, years: YearConvention) -> str:
    """A title in its own words with its fiscal year, without the appendix's number and the quarter.

    "Appendix 4 - Peer review Action plan – Q1 2023" is "Peer review Action plan 2023/24" for the whole year.
    """
    text = _APPENDIX.sub(" ", title, count=1)
    run, _ = find_quarter_run(text, years)
    text = QUARTER.sub(" ", text.replace(run, " ") if run else text)
    text = " ".join(_BREAKS.sub("", f" {_EMPTY_BRACKETS.sub(' ', text)} ").split())
    return f"{text} {year}".strip() if year and read_title(text, years).year != year else text


def find_council(title: str) -> str:
    """The council that a title names, as "Marrowby District Council"; empty where it names none."""
    for match in _COUNCIL.finditer(one_line(title)):
        name = list(dropwhile(lambda word: word.casefold() in NO_COUNCIL, match[0].split()))
        if any(word.casefold() not in KINDS_OF_COUNCIL for word in name):
            return " ".join(name)
    return ""


def find_council_apart(title: str) -> str:
    """The council that a title names apart from what the plan is called: "Wexmere Council: harbour plan"."""
    council = find_council(title)
    around = rf"(?:^|[:|,(]\s*|\s[-–—]+\s+){re.escape(council)}\s*(?:$|[:|,)]|\s[-–—]+\s)"
    return council if council and re.search(around, one_line(title)) else ""


def quarter_number(text: str) -> int | None:
    """The one quarter a title names; None where it names none or several ("Quarters 1 & 2", "Q1-Q3")."""
    if _SEVERAL.search(text):
        return None
    numbers = {_number(match) for match in QUARTER.finditer(text)}
    return numbers.pop() if len(numbers) == 1 else None


def _number(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return ORDINALS.get(match["ordinal"].lower()) or int(match["ordinal"][0])
    return NUMBERS[(match["digit"] or match["word"]).lower()]
