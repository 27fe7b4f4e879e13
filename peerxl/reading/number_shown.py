"""How Excel shows a number or a date by its number format, as far as refs and months need it."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

# "mmm-yy" shows a month, "d mmm" and "dd/mm/yyyy" a day; colours and locales stand in brackets, literals in quotes.
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_COLOUR = re.compile(r"\[[^\]]*\]|_.|\*.")
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|([0#?.,%])|(.)', re.DOTALL)
_DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d)|(.)', re.IGNORECASE | re.DOTALL)
DATE_CODES = {
    "yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d",
}  # fmt: skip


def is_month_only(number_format: str) -> bool:
    """Whether a number format shows a month without a day."""
    codes = _NOT_FORMAT.sub("", number_format).lower().split(";")[0]
    return "m" in codes and "y" in codes and "d" not in codes and "h" not in codes


def show_value(value: float | date, number_format: str) -> str | None:
    """A value as its format shows it: 1.1 in "0.00" is "1.10"; None where the format says nothing plain."""
    section = _COLOUR.sub("", number_format.split(";", maxsplit=1)[0])
    if isinstance(value, date):
        return show_date(value, section)
    codes = _NOT_FORMAT.sub("", section)
    if value < 0 or not re.search(r"[0#?]", codes) or re.search(r"[a-df-z@/]|e[+-]", codes, re.IGNORECASE):
        return None
    # By its shortest digits: 1.1 itself is 1.100000000000000088817….
    return show_number(Decimal(repr(value)), section)


def show_date(value: date, section: str) -> str | None:
    if re.search(r"[hs]", _NOT_FORMAT.sub("", section), re.IGNORECASE) or not section or section == "General":
        return None
    shown = ""
    for quoted, escaped, code, other in _DATE_TOKEN.findall(section):
        shown += quoted + escaped + other + show_part(value, code.lower())
    return shown.strip()


def show_part(value: date, code: str) -> str:
    """A date's day, month or year as a code of its format has it."""
    numbers = {"": "", "d": str(value.day), "m": str(value.month)}
    return numbers[code] if code in numbers else value.strftime(DATE_CODES[code])


def show_number(value: Decimal, section: str) -> str:
    """A number in a format of digits, a point, a per cent sign and words; digits fill their places from the right."""
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
