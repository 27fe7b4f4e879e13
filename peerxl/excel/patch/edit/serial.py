"""A day and its time as the number that stands for them in a workbook: days from a first one, the time a fraction."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

# Excel takes 1900 for a leap year, so that days before March of it have other numbers in other programs.
EPOCH, FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
# In the other calendar that a workbook may have, that of the Macintosh, the first day is number 0.
EPOCH_1904 = date(1904, 1, 1)
FROM = "the workbook's days begin on {:%d/%m/%Y}"


def make_serial(day: date, is_1904: bool) -> str:
    """The number of a day, or of a day and its time; ValueError, whose text says why, where it has none."""
    epoch, first = (EPOCH_1904, EPOCH_1904) if is_1904 else (EPOCH, FIRST_DAY)
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    if moment.tzinfo:
        raise ValueError("a cell knows no time zone")
    if moment.date() < first:
        raise ValueError(FROM.format(first))
    days = (moment.date() - epoch).days
    fraction = (moment - datetime.combine(moment.date(), time())) / timedelta(days=1)
    return repr(days + fraction) if fraction else str(days)


def read_serial(number: float, is_1904: bool) -> date | datetime | None:
    """The day, or the day and its time, that a number stands for; None where programs differ on it."""
    epoch, first = (EPOCH_1904, EPOCH_1904) if is_1904 else (EPOCH, FIRST_DAY)
    try:
        # Few times are an exact fraction of a day: half past nine is 0.3958333…, so the nearest millisecond is meant.
        moment = datetime.combine(epoch, time()) + timedelta(milliseconds=round(number * 86_400_000))
    except OverflowError:  # beyond the year 9999
        return None
    if moment.date() < first:
        return None
    return moment if moment.time() != time() else moment.date()
