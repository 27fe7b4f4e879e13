"""What a cell is to hold: a value as the kind and the text by which the format writes it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from peerxl.errors import PeerxlError
from peerxl.excel.limits import check_text
from peerxl.excel.patch.edit.serial import make_serial
from peerxl.model.sheet import Value

# Beyond it whole numbers are not all told apart by a cell, which holds them as Excel does: in 53 bits.
LARGEST = 2**53


class NotCellValueError(PeerxlError):
    """Something to be written that is no value of a cell's."""

    def __init__(self, place: object, value: object) -> None:
        super().__init__(
            f"{place}: a cell cannot hold {value!r}; give text, a number, a day, true or false, or None to empty it."
        )


class UnwritableValueError(PeerxlError):
    """A number or a day that a cell does not hold as it is."""

    def __init__(self, place: object, value: object, why: str) -> None:
        super().__init__(f"{place}: a cell cannot hold {value}, because {why}; write it as text.")


class ValueKind(Enum):
    """What a cell holds: nothing, text that stands in the cell itself, a number, a day by its number, a truth value."""

    # As an object is, and not by its name, which takes ten times as long: each cell is looked up by its kind.
    __hash__ = object.__hash__

    EMPTY = auto()
    TEXT = auto()
    NUMBER = auto()
    DAY = auto()
    TRUTH = auto()

    @property
    def type(self) -> str:
        """What the format calls it; a number is what a cell holds that says nothing."""
        return {ValueKind.TEXT: "inlineStr", ValueKind.TRUTH: "b"}.get(self, "n")


@dataclass(frozen=True, slots=True)
class Content:
    """A value's kind, and its text as it stands for the value: a number's digits, "1" for true."""

    kind: ValueKind
    text: str = ""


def make_content(value: Value, is_1904: bool, where: str) -> Content:
    """What a cell holds for a value; the PeerxlError that says why it can hold none. An empty text is no text."""
    if value is None or value == "":
        return Content(ValueKind.EMPTY)
    if isinstance(value, str):
        check_text(value, where)
        return Content(ValueKind.TEXT, value)
    # Before numbers: to Python True is an int.
    if isinstance(value, bool):
        return Content(ValueKind.TRUTH, "1" if value else "0")
    if isinstance(value, date):
        try:
            return Content(ValueKind.DAY, make_serial(value, is_1904))
        except ValueError as error:
            raise UnwritableValueError(where, value, str(error)) from error
    if isinstance(value, int | float):
        return Content(ValueKind.NUMBER, write_number(value, where))
    raise NotCellValueError(where, value)


def write_number(number: int | float, where: str) -> str:
    """A number's digits; UnwritableValueError for one that a cell does not hold as it is."""
    if isinstance(number, int) and abs(number) > LARGEST:
        raise UnwritableValueError(where, number, "a cell holds no more than 15 digits")
    if not math.isfinite(number):
        raise UnwritableValueError(where, number, "it is no number")
    # The fewest digits that read back as this very number.
    return repr(number)
