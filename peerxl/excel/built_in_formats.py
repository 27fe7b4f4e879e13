"""The number formats that a workbook names by number, and what a number stands for."""

from __future__ import annotations

from collections.abc import Mapping

# The formats that a workbook names by number and does not spell out; those of dates by what they show in Britain.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
}  # fmt: skip
# What these show hangs on the language that Excel speaks: the years of an emperor, for one.
BY_LANGUAGE = frozenset({*range(27, 37), *range(50, 59)})
FIRST_OF_ITS_OWN = 164


def find_format(formats: Mapping[int, str], number: int) -> str | None:
    """A number format by its number: nothing for one that shows no date, None for one that is not known."""
    is_unknown = number in BY_LANGUAGE or number >= FIRST_OF_ITS_OWN or number < 0
    return formats.get(number, None if is_unknown else "")
