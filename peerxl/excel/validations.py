"""What a cell's rule of validation refuses: a word that its list does not offer, words where it takes days or numbers,
a text that is too long for it.

A rule that works its limits out refuses nothing that could be said beforehand, nor does one that only warns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from peerxl.errors import PeerxlError
from peerxl.excel.offers import Offers, match_offers, read_offers, read_text
from peerxl.excel.patch.address import find_blocks, parse_blocks
from peerxl.excel.patch.parts.package import Package, local_name
from peerxl.excel.patch.parts.workbook import read_sheet_list
from peerxl.excel.patch.sheet.grid import read_surroundings
from peerxl.excel.patch.zip.archive import read_archive
from peerxl.model.sheet import Block, Cell, Sheet, Value
from peerxl.text import count_units

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FIRST_DAY = date(1899, 12, 30)
"""The day that Excel's dates are counted from."""
NOUNS = {"date": "days", "time": "times", "whole": "whole numbers", "decimal": "numbers"}
# What a text's length or a day's number may be, by the operator of the rule.
COMPARISONS: Mapping[str, Callable[[int, int, int], bool]] = {
    "between": lambda number, low, high: low <= number <= high,
    "notBetween": lambda number, low, high: not low <= number <= high,
    "equal": lambda number, low, high: number == low,
    "notEqual": lambda number, low, high: number != low,
    "greaterThan": lambda number, low, high: number > low,
    "lessThan": lambda number, low, high: number < low,
    "greaterThanOrEqual": lambda number, low, high: number >= low,
    "lessThanOrEqual": lambda number, low, high: number <= low,
}


@dataclass(frozen=True, slots=True)
class Validation:
    """A rule that stops what it does not allow: the blocks of cells it is for, its kind, its operator and its limits.

    A limit is None where it is worked out.
    """

    blocks: tuple[Block, ...]
    kind: str
    operator: str
    limits: tuple[float | None, float | None]

    def explain(self, value: Value) -> str:
        """Why the rule refuses a value, in words that follow the cell; empty where it does not, or nobody can say."""
        if self.kind in NOUNS and isinstance(value, str):
            return f"takes {NOUNS[self.kind]} only"
        measured = self.measure(value)
        low, high = self.limits
        needs_both = self.operator in ("between", "notBetween")
        if measured is None or low is None or (needs_both and high is None):
            return ""
        if COMPARISONS[self.operator](measured, int(low), int(high or 0)):
            return ""
        return f"takes no text of {measured:,} characters" if self.kind == "textLength" else "takes other days only"

    def measure(self, value: Value) -> int | None:
        """What the rule holds against its limits: a text's length, a day's number."""
        if self.kind == "textLength" and isinstance(value, str):
            return count_units(value)
        if self.kind == "date" and isinstance(value, date):
            day = value.date() if isinstance(value, datetime) else value
            return (day - FIRST_DAY).days
        return None


@dataclass(frozen=True)
class CellRules:
    """The rules of a workbook's cells, read when they are first asked for; ``sheets`` are its values."""

    path: Path
    sheets: Sequence[Sheet]

    @cached_property
    def _offers(self) -> Offers:
        return read_offers(self.path, self.sheets)

    @cached_property
    def _validations(self) -> Mapping[str, tuple[Validation, ...]]:
        return read_validations(self.path)

    def explain(self, values: Mapping[Cell, Value]) -> dict[Cell, str]:
        """Why each of these cells would not take its value, in words that follow the cell's name: those that would
        not.
        """
        if not values:
            return {}
        by_name = {sheet.name: sheet for sheet in self.sheets}
        why: dict[Cell, str] = {}
        for cell, offer in match_offers(self._offers, values).items():
            value = values[cell]
            if not isinstance(value, str) or offer.accepts(value):
                continue
            if offer.words is None:
                # What it offers nobody can say; what stands in the column was chosen from it.
                sheet = by_name[cell.sheet]
                if all(sheet.cell(row, cell.column).text.strip() != value for row in range(1, len(sheet.rows) + 1)):
                    why[cell] = "has a drop-down whose words cannot be read"
            else:
                why[cell] = f"has a drop-down that offers {', '.join(offer.words) or 'nothing'}"
        for name, of_sheet in self._validations.items():
            here = {(cell.row, cell.column): cell for cell in values if cell.sheet == name}
            owners = {block: rule for rule in reversed(of_sheet) for block in rule.blocks}
            for position, blocks in find_blocks(here, owners).items():
                if reason := owners[blocks[0]].explain(values[here[position]]):
                    why.setdefault(here[position], reason)
        return why


def read_validations(path: Path) -> dict[str, tuple[Validation, ...]]:
    """The rules of each sheet that are no lists and stop what they do not allow."""
    try:
        package = Package(read_archive(path))
        listed = read_sheet_list(package, package.find_workbook())
        return {
            sheet.name: tuple(read_rules(package.read_xml(sheet.get_part(package.archive.path)).body))
            for sheet in listed
        }
    except (PeerxlError, ValueError):  # whatever it is will be said when the workbook is written to
        return {}


def read_rules(body: bytes | bytearray) -> Iterator[Validation]:
    if body.find(b"dataValidation") < 0:
        return
    for rule in read_surroundings(body).iter():
        kind = rule.get("type", "")
        if local_name(rule) == "dataValidation" and kind in (*NOUNS, "textLength") and stops(rule):
            blocks = parse_blocks(rule.get("sqref") or read_text(rule, "sqref")) or ()
            limits = read_limit(rule, "formula1"), read_limit(rule, "formula2")
            yield Validation(blocks, kind, rule.get("operator", "between"), limits)


def stops(rule: Element) -> bool:
    """Whether a rule keeps out what it does not allow, and does not only warn."""
    return rule.get("showErrorMessage") in ("1", "true") and rule.get("errorStyle", "stop") == "stop"


def read_limit(rule: Element, name: str) -> float | None:
    try:
        return float(read_text(rule, name))
    except ValueError:
        return None
