"""What holds for every timescale: it reads back, begins and ends on whole periods, never raises, and is read in line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from peerxl.language.timescales import (
    assemble,
    may_be_period,
    outline,
    parse_timescale,
    promises,
    read_quarter,
    read_timescale,
    read_year,
)
from peerxl.language.timescales.assemble import LONGEST_KEPT
from peerxl.language.timescales.chunks import LANGUAGE, read_chunks
from peerxl.language.timescales.lexicon import MONTHS, SEASONS
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.phrases import PHRASES
from peerxl.language.timescales.rule_table import ChunkRule, RuleTable
from peerxl.language.timescales.tokens import Chunks, split_tokens
from peerxl.model.fiscal import FiscalYear, SingleYear, YearConvention, month_range
from peerxl.model.timescale import Milestone, Timescale, TimescaleKind
from tests.conftest import examples

if TYPE_CHECKING:
    from _typeshed import TraceFunction

DAYS = st.dates(date(1990, 1, 1), date(2120, 12, 31))
FIRST_MONTHS = st.integers(1, 12)
YEARS = st.one_of(st.none(), st.integers(1990, 2120))
QUIET = settings(deadline=None, derandomize=True, max_examples=examples(2))
LITTLE_WORDS = "Q1 Q4 23/24 2023/24 2025 31 1 '24 / - – , . : ; ( ) & + ? • → % £ item and or \n".split(" ")
WORDS = [*LITTLE_WORDS, *MONTHS, *SEASONS, *(phrase for group in PHRASES.values() for phrase in group.split("|"))]
CELLS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
PLAUSIBLE = st.lists(
    st.sampled_from(
        "by |end of |from |early |Q1 23/24|June 2024|14 June 2024|2024/25|Summer 2024| - | to | and |, | (|) "
        "|; | draft | ongoing| was | Cabinet | or | then ".split("|")
    ),
    max_size=9,
).map("".join)
LABELS = st.lists(st.sampled_from("agree the draft plan with partners Cabinet report review".split()), max_size=6)


def year_of(start: int | None, first_month: int) -> FiscalYear | None:
    return None if start is None else FiscalYear(start, first_month)


def promised(timescale: Timescale) -> tuple[object, ...]:
    """What a reading promises, without the words."""
    periods = [(each.start, each.end, each.start_date, each.end_date) for each in timescale.milestones]
    return timescale.kind, timescale.start, timescale.due, timescale.due_date, timescale.open_ended, periods


@st.composite
def milestones(draw: st.DrawFn) -> tuple[int, list[Milestone]]:
    """Milestones of every form that prints: bounded, due, open at the end, ongoing."""
    first_month = draw(FIRST_MONTHS)
    days = st.tuples(DAYS, st.integers(0, 1500)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))
    forms = st.one_of(
        days,
        days.map(lambda pair: (pair[0].replace(day=1), month_range(pair[1].year, pair[1].month)[1])),
        st.tuples(st.none(), DAYS),
        st.tuples(DAYS, st.none()),
        st.tuples(st.none(), st.none()),
    )
    return first_month, [
        Milestone.between(first, last, first_month) for first, last in draw(st.lists(forms, min_size=1, max_size=4))
    ]


@QUIET
@given(st.dates(), FIRST_MONTHS, YEARS, st.sampled_from(SingleYear), st.booleans())
@example(date(1900, 12, 31), 4, None, SingleYear.FISCAL, False)
@example(date(1901, 1, 1), 4, None, SingleYear.FISCAL, False)
@example(date(2198, 12, 31), 4, 2024, SingleYear.FISCAL, True)
@example(date(2199, 1, 1), 4, 2024, SingleYear.FISCAL, True)
@example(date(2024, 2, 29), 1, 2024, SingleYear.CALENDAR, False)
def test_a_date_is_read_as_its_words_are(
    day: date, first_month: int, start: int | None, single_year: SingleYear, is_month: bool
) -> None:
    years, year = YearConvention(first_month, single_year), year_of(start, first_month)
    words = f"{day:%B} {day.year:04}" if is_month else f"{day.day} {day:%B} {day.year:04}"
    assert read_timescale(day, years, year, month_only=is_month) == read_timescale(words, years, year)


@QUIET
@given(milestones())
def test_every_canonical_form_reads_back(made: tuple[int, list[Milestone]]) -> None:
    first_month, expected = made
    kind = TimescaleKind.DATED if any(milestone.end for milestone in expected) else TimescaleKind.OPEN
    printed = str(Timescale("", kind, tuple(expected)))
    reading = parse_timescale(printed, first_month=first_month)
    periods = [(each.start_date, each.end_date) for each in reading.milestones]
    assert (reading.kind, periods) == (kind, [(each.start_date, each.end_date) for each in expected])
    assert reading.open_ended == any(each.is_open for each in expected)
    assert promised(parse_timescale(str(reading), first_month=first_month)) == promised(reading)


@settings(QUIET, max_examples=examples(15))
@given(CELLS, YEARS, FIRST_MONTHS)
def test_whatever_is_read_reads_back(text: str, start: int | None, first_month: int) -> None:
    year = year_of(start, first_month)
    reading = parse_timescale(text, year, first_month=first_month)
    if reading.kind is not TimescaleKind.UNSET:
        assert promised(parse_timescale(str(reading), year, first_month=first_month)) == promised(reading)


@settings(QUIET, max_examples=examples(15))
@given(CELLS, YEARS, FIRST_MONTHS)
def test_readings_are_sound(text: str, start: int | None, first_month: int) -> None:
    reading = parse_timescale(text, year_of(start, first_month), first_month=first_month)
    assert reading.text == text
    assert (reading.kind is TimescaleKind.UNREADABLE) == bool(reading.reason)
    assert (reading.due is None) == (reading.due_date is None)
    assert not reading.open_ended or reading.kind in {TimescaleKind.DATED, TimescaleKind.OPEN}
    if reading.kind not in {TimescaleKind.DATED, TimescaleKind.OPEN, TimescaleKind.RECURRING}:
        assert (reading.milestones, reading.start, reading.due) == ((), None, None)
    ends = [each.end_date for each in reading.milestones if each.end_date]
    assert reading.due_date == max(ends, default=None)
    for milestone in reading.milestones:
        is_sound(milestone, text)


@settings(QUIET, max_examples=examples(15))
@given(st.one_of(CELLS, PLAUSIBLE), YEARS)
def test_no_period_is_passed_over_in_silence(text: str, start: int | None) -> None:
    reading = parse_timescale(text, year_of(start, 4))
    codes = {note.code for note in reading.notes}
    if reading.kind in {TimescaleKind.DATED, TimescaleKind.OPEN} and codes.isdisjoint({"context-year", "date-moved"}):
        tokens = split_tokens(text, LANGUAGE.grammar)
        for chunk in read_chunks(tokens, LANGUAGE.rules):
            span = tokens.starts[chunk.first], tokens.ends[max(chunk.after, 1) - 1]
            spans = [each.span for each in reading.milestones]
            assert not chunk.period or any(first <= span[0] and span[1] <= last for first, last in spans)


def is_sound(milestone: Milestone, text: str) -> None:
    """Each end lies in its quarter, the start not after the end, and the span in the text."""
    first, last = milestone.start_date, milestone.end_date
    assert (first is None) == (milestone.start is None)
    assert (last is None) == (milestone.end is None)
    assert first is None or (milestone.start is not None and first in milestone.start)
    assert last is None or (milestone.end is not None and last in milestone.end)
    assert first is None or last is None or first <= last
    assert 0 <= milestone.span[0] <= milestone.span[1] <= len(text)


PERIODS = st.builds(
    lambda form, number, year: form.format(
        quarter=number % 4 + 1, month=list(MONTHS)[number], year=year, next=(year + 1) % 100
    ),
    st.sampled_from(
        ("Q{quarter} {year}/{next:02d}", "{month} {year}", "{year}/{next:02d}", "Summer {year}", "Winter {year}")
    ),
    st.integers(0, 11),
    st.integers(2001, 2098),
)
PREFIXES = st.sampled_from(("", "by ", "by the end of ", "from ", "after ", "before ", "until ", "ongoing until "))


@QUIET
@given(PREFIXES, PERIODS, st.sampled_from((" – ", " to ", " until ")), PERIODS)
def test_a_range_of_whole_periods_begins_and_ends_with_whole_months(
    prefix: str, left: str, sign: str, right: str
) -> None:
    reading = parse_timescale(f"{prefix}{left}{sign}{right}")
    for milestone in reading.milestones:
        assert milestone.start_date is None or milestone.start_date.day == 1
        assert milestone.end_date is None or milestone.end_date == month_range(
            milestone.end_date.year, milestone.end_date.month
        )[1]  # fmt: skip


@QUIET
@given(DAYS, DAYS)
def test_a_range_of_days_begins_and_ends_on_the_days_named(first: date, last: date) -> None:
    reading = parse_timescale(f"{first:%d/%m/%Y} – {last:%d/%m/%Y}")
    if first > last:
        assert reading.notes[0].code == "reversed-range"
    else:
        assert [(each.start_date, each.end_date) for each in reading.milestones] == [(first, last)]


@QUIET
@given(LABELS, YEARS)
def test_words_without_a_period_give_no_date(words: list[str], start: int | None) -> None:
    reading = parse_timescale(" ".join(words), year_of(start, 4))
    assert (reading.milestones, reading.due_date) == ((), None)


@QUIET
@given(LABELS, PERIODS, LABELS)
def test_words_beside_a_period_do_not_change_it(before: list[str], period: str, after: list[str]) -> None:
    alone, beside = parse_timescale(period), parse_timescale(" ".join((*before, period, *after)))
    assert promised(beside) == promised(alone)


@QUIET
@given(st.text(), YEARS)
@example("\ud800", None)
@example("\0Q1\0 23/24\u200f", None)
@example("٣١/٠٣/٢٠٢٤", 2023)
@example("²³/²⁴ ½ Ⅳ", 2023)
@example("9" * 5000, None)
@example("9" * 5000 + "/" + "9" * 5000, None)
@example("31/12/" + "9" * 5000, None)
@example("Q" + "9" * 5000 + " March " + "9" * 5000, None)
@example("<" * 50 + "p" * 300 + ">&" + "a" * 300 + ";&#999999;&#0;", None)
def test_no_text_raises(text: str, start: int | None) -> None:
    str(parse_timescale(text, year_of(start, 4)))
    read_quarter(text)
    read_year(text)


ENORMOUS = (
    "Q1 23/24 " * 200_000,
    "1/" * 500_000,
    "(" * 1_000_000,
    "1" * 1_000_000,
    "a" * 1_000_000,
    "<p " * 400_000,
    "&a" * 500_000,
    "\ud800" * 1_000_000,
    "\u200f" * 1_000_000,
)


@pytest.mark.parametrize("text", ENORMOUS, ids=lambda text: repr(text[:4]))
def test_an_enormous_cell_is_read(text: str) -> None:
    assert parse_timescale(text, "2023/24").due_date is None


def test_space_however_long_changes_nothing() -> None:
    gap = " \n\u00a0" * 500_000
    assert str(parse_timescale(f"{gap}by{gap}March{gap}2024{gap}")) == "by 31 March 2024"


REPEATED = (
    "Q1 23/24 ",
    "Q1 23/24, ",
    "March 2024; ",
    "14 June 2023 ",
    "March 2024 - ongoing. ",
    "ongoing ",
    "was x ",
    "was ",
    "6 months ",
    "by the end of ",
    "1,111,",
    "a, ",
    "( ",
    "1/",
    "Q1 agree ",
    "24/25 budget ",
    "<a",
    "quarter the ",
    "june - ",
    "1. ",
    "each ",
    "January ",
)


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("tail", ["", "March 2024"])
def test_the_work_grows_with_the_length_alone(piece: str, tail: str) -> None:
    short, long = (work(piece * count + tail) for count in (150, 600))
    assert long < 6 * short + 5000  # four times the text: a square law would be sixteen times the work


def work(text: str) -> int:
    """How many lines of our code a reading runs."""
    lines = 0

    def count(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal lines
        lines += event == "line"
        return count if "peerxl" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(count)
    try:
        parse_timescale(text, "2023/24")
    finally:
        sys.settrace(before)
    return lines


def test_quarters_follow_each_other_in_any_calendar() -> None:
    for first_month in range(1, 13):
        labels = [f"Q{number} {FiscalYear(2023, first_month)}" for number in range(1, 5)]
        quarters = [read_quarter(label, first_month) for label in labels]
        assert all(left and left + 1 == right for left, right in pairwise(quarters))


class AllRules(RuleTable):
    """Every rule tried at every token, whatever its first tokens may be."""

    def __missing__(self, pair: str) -> Sequence[ChunkRule]:
        return self.rules


@QUIET
@given(st.one_of(CELLS, PLAUSIBLE, CELLS.map(lambda text: text.replace(" ", ""))))
def test_no_rule_that_reads_something_is_passed_over(text: str) -> None:
    """The rules sought by two tokens are those that read something there."""
    tokens = split_tokens(text, LANGUAGE.grammar)

    def read(rules: RuleTable) -> Chunks | str:
        try:
            return read_chunks(tokens, rules)
        except Unreadable as refusal:
            return str(refusal)

    assert read(LANGUAGE.rules) == read(AllRules(LANGUAGE.rules.rules))


@QUIET
@given(st.one_of(CELLS, PLAUSIBLE), YEARS, YEARS)
def test_a_text_that_was_read_in_another_year_reads_as_if_it_were_new(
    text: str, start: int | None, other: int | None
) -> None:
    parse_timescale(text, year_of(other, 4))
    remembered = parse_timescale(text, year_of(start, 4))
    # So long a text is read anew each time.
    assert promised(remembered) == promised(parse_timescale(text + " " * LONGEST_KEPT, year_of(start, 4)))


@QUIET
@given(st.lists(st.one_of(CELLS, PLAUSIBLE), min_size=1, max_size=5), YEARS)
@example(["by June 2024 (draft)", "By June 2024 – report"], None)
@example(["to the end of 2024 or so", "to the end of 2024 and so on"], 2024)
def test_what_is_remembered_of_other_cells_changes_no_reading(texts: list[str], start: int | None) -> None:
    """A piece, a row of codes, an outline and a promise are the same whatever cell they were first met in."""
    year = year_of(start, 4)
    remembered = [parse_timescale(text, year) for text in texts]
    for text, reading in zip(texts, remembered, strict=True):
        forget()
        assert parse_timescale(text, year) == reading


def forget() -> None:
    """Leave nothing known of any cell."""
    for recall in (assemble._recall_words, outline._recall_outline, promises._recall_promise):
        recall.cache_clear()
    LANGUAGE.rules.rows.clear()
    LANGUAGE.grammar.pieces.clear()


@QUIET
@given(CELLS)
@example("first quarter")
@example("Quarter two of 2024/25")
@example("Autumn")
@example("financial year end")
def test_words_that_count_nothing_are_no_period(text: str) -> None:
    line = " ".join(text.split())
    reading = read_timescale(line, YearConvention(4), FiscalYear(2024))
    dated = [milestone for milestone in reading.milestones if milestone.end is not None and not milestone.label]
    # The end of the plan's own year needs no number.
    assert may_be_period(line) or all(str(milestone) == "by 31 March 2025" for milestone in dated)
