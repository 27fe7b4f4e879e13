"""How Excel shows a number or a date by its number format, as far as refs and months need it."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, auto

from peerxl.pattern import compile_late

# "mmm-yy" shows a month, "d mmm" and "dd/mm/yyyy" a day; colours and locales stand in brackets, literals in quotes.
_NOT_FORMAT = compile_late(r'"[^"]*"|\[[^\]]*\]|\\.')
_LOCALE = compile_late(r"\[\$[^\]-]*-([0-9a-f]{6,8})\]", re.IGNORECASE)
_OTHER_YEAR, _DAY, _TIME, _YEAR = (compile_late(code) for code in ("[gbe]", "(?<!d)dd?(?!d)", "[hs]", "y"))
# The calendars of locales that count our years: the system's, ours, and ours in other languages.
GREGORIAN = frozenset({0x00, 0x01, 0x02, 0x09, 0x0A, 0x0B, 0x0C})
_COLOUR = compile_late(r"\[[^\]]*\]|_.|\*.")
_TOKEN = compile_late(r'"([^"]*)"|\\(.)|([0#?.,%])|(.)', re.DOTALL)
_DATE_TOKEN = compile_late(r'"([^"]*)"|\\(.)|(yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d)|(.)', re.IGNORECASE | re.DOTALL)
DATE_CODES = {
    "yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d",
}  # fmt: skip


class ShownDate(Enum):
    """What of a date a number format shows."""

    DAY = auto()
    MONTH = auto()
    MONTH_NAME = auto()  # without a year
    YEAR = auto()


class HiddenDateError(ValueError):
    """A date of which the cell does not show what anybody could go by; the text says why."""


def find_shown_date(value: date, number_format: str | None) -> ShownDate:
    """What of a date a format shows, None for one that is not known; HiddenDateError where that is no date of ours.

    The years of other calendars are told by their codes ("ggge", "bbbb") and by the calendar in a locale
    ("[$-D07041E]": 07 is the Buddhist one).
    """
    if number_format is None:
        # Excel keeps a month as its first day.
        if value.day == 1:
            raise HiddenDateError("how the date is shown cannot be read, so that this may be a day or its whole month")
        return ShownDate.DAY
    codes = _NOT_FORMAT.sub("", number_format).lower().split(";")[0]
    if codes.strip() in ("", "general", "@"):
        return ShownDate.DAY
    calendars = (int(match[1], 16) >> 16 & 0xFF for match in _LOCALE.finditer(number_format))
    if _OTHER_YEAR.search(codes) or any(calendar not in GREGORIAN for calendar in calendars):
        raise HiddenDateError("the cell shows the year of another calendar")
    if _DAY.search(codes) or (_TIME.search(codes) and _YEAR.search(codes)):
        return ShownDate.DAY
    if _TIME.search(codes) or not re.search("[ym]", codes):
        raise HiddenDateError("the cell shows a time or the day of a week, and no date")
    if "m" in codes:
        return ShownDate.MONTH if "y" in codes else ShownDate.MONTH_NAME
    return ShownDate.YEAR


def show_value(value: float | date, number_format: str | None) -> str | None:
    """A value as its format shows it: 1.1 in "0.00" is "1.10"; None where the format says nothing plain."""
    if not number_format:
        return None
    section = _COLOUR.sub("", number_format.split(";", maxsplit=1)[0])
    if isinstance(value, date):
        return show_date(value, section) if shows_date(value, number_format) else None
    codes = _NOT_FORMAT.sub("", section)
    # From so many digits on Excel shows others than were typed.
    if not 0 <= value < 1e15 or not re.search(r"[0#?]", codes) or re.search(r"[a-df-z@/]|e[+-]", codes, re.IGNORECASE):
        return None
    # By its shortest digits: 1.1 itself is 1.100000000000000088817….
    return show_number(repr(value), section)


def shows_date(value: date, number_format: str) -> bool:
    """Whether a format shows a date, and in our calendar."""
    try:
        find_shown_date(value, number_format)
    except HiddenDateError:
        return False
    return True


def show_date(value: date, section: str) -> str | None:
    codes = _NOT_FORMAT.sub("", section).lower()
    if not section or section == "General" or _TIME.search(codes):
        return None
    shown = ""
    for quoted, escaped, code, other in _DATE_TOKEN.findall(section):
        shown += quoted + escaped + other + show_part(value, code.lower())
    return shown.strip()


def show_part(value: date, code: str) -> str:
    """A date's day, month or year as a code of its format has it."""
    numbers = {"": "", "d": str(value.day), "m": str(value.month)}
    return numbers[code] if code in numbers else value.strftime(DATE_CODES[code])


def show_number(digits: str, section: str) -> str:
    """A number in a format of digits, a point, a per cent sign and words; digits fill their places from the right."""
    from decimal import ROUND_HALF_UP, Decimal

    value = Decimal(digits)
    tokens = [(quoted + escaped + other, place) for quoted, escaped, place, other in _TOKEN.findall(section)]
    places = [place for _, place in tokens]
    if "%" in places:
        value *= 100
    decimals = places[places.index(".") + 1 :] if "." in places else []
    fixed, most = decimals.count("0"), len([place for place in decimals if place in "0#?"])
    # Excel rounds a half away from nought; Python's own round goes to the even digit.
    rounded = str(value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP))
    whole, _, fraction = rounded.partition(".")
    fraction = fraction[:fixed] + fraction[fixed:].rstrip("0")
    before = tokens[: places.index(".")] if "." in places else tokens
    after = tokens[places.index(".") + 1 :] if "." in places else []
    point = "." if fraction else ""
    return (
        fill_whole(whole, before).strip()
        + point
        + fraction
        + "".join(text or ("%" if place == "%" else "") for text, place in after)
    )


def fill_whole(whole: str, tokens: list[tuple[str, str]]) -> str:
    """The digits before the point among the words of the format, from the right; what is left over stands first."""
    digits, shown = list(whole if whole != "0" else ""), ""
    first = next((index for index, (_, place) in enumerate(tokens) if place and place in "0#?"), len(tokens))
    has_thousands = any(place == "," for _, place in tokens)
    for index in range(len(tokens) - 1, -1, -1):
        text, place = tokens[index]
        if place == "%":
            shown = "%" + shown
        elif place and place in "0#?":
            digit = digits.pop() if digits else ("0" if place == "0" else "")
            rest = "".join(digits) if index == first else ""
            digits = [] if index == first else digits
            shown = rest + digit + shown
        elif text:
            shown = text + shown
    return group_thousands(shown) if has_thousands else shown


def group_thousands(shown: str) -> str:
    return re.sub(r"\d+", lambda match: f"{int(match[0]):,}", shown, count=1)
