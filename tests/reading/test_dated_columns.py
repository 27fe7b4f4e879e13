"""Which of several columns of dates counts: of those revised again the last, of one revised the revised one."""

from __future__ import annotations

import pytest

from peerxl.reading.columns.dated_columns import (
    place_current_dates,
    place_planned_dates,
    split_closing_dates,
    split_original_dates,
    split_revisions,
)
from tests.reading.tables import drafts_of, summarise

DAY = "2026-03-31"


@pytest.mark.parametrize(
    ("columns", "fields", "superseded"),
    [
        (f"Revised date 1: {DAY}\nRevised date 2: {DAY}", "extra · timescale", (1,)),
        (f"Revised date 1: {DAY}\nRevised date 2:", "timescale · extra", ()),
        ("Revised date 1:\nRevised date 2:", "timescale · extra", ()),
        (f"Revised date 1:\nRevised date 2: {DAY}\nRevised date 3:", "extra · timescale · extra", (1,)),
        (f"Revised date 1: {DAY}\nRevised date 2: {DAY}\nRevised date 3: {DAY}", "extra · extra · timescale", (2, 1)),
        (f"Due: {DAY}\nRevised date 1: {DAY}\nRevised date 2: {DAY}", "timescale · extra · timescale", (2,)),
        (f"Revised date: {DAY}", "timescale", ()),
        (f"Revised date: {DAY}\nLatest deadline: {DAY}", "timescale · timescale", ()),
        (f"Due: {DAY}\nDeadline: {DAY}", "timescale · timescale", ()),
    ],
)
def test_dates_that_were_revised_again(columns: str, fields: str, superseded: tuple[int, ...]) -> None:
    drafts, before = split_revisions(drafts_of(columns))
    assert (summarise(drafts), before) == (fields, superseded)


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Due: {DAY}\nRevised date: {DAY}", "original timescale · timescale"),
        (f"Revised date: {DAY}\nDue: {DAY}", "timescale · original timescale"),
        (f"Due: {DAY}\nDeadline: {DAY}\nRevised date: {DAY}", "original timescale · timescale · timescale"),
        (f"Original date: {DAY}\nDue: {DAY}\nRevised date: {DAY}", "original timescale · timescale · timescale"),
        (f"Due: {DAY}\nDeadline: {DAY}", "timescale · timescale"),
        (f"Revised date: {DAY}\nLatest deadline: {DAY}", "timescale · timescale"),
    ],
)
def test_the_plain_date_beside_a_revised_one_is_the_original(columns: str, fields: str) -> None:
    assert summarise(split_original_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"planned_date: {DAY}\ncurrent_date: {DAY}", "timescale · timescale"),
        (f"Original due date: {DAY}\nNew date: {DAY}", "original timescale · timescale"),
        (f"Planned date: {DAY}\nRevised date: {DAY}\nCurrent date: {DAY}", "timescale · timescale · date raised"),
        (f"Planned date: {DAY}\nThe date: {DAY}", "timescale · date raised"),
        (f"Current date: {DAY}", "date raised"),
        (f"Original due date: {DAY}\nRetarget date: {DAY}", "original timescale · timescale"),
    ],
)
def test_a_date_that_is_called_current_beside_a_planned_one_is_due(columns: str, fields: str) -> None:
    assert summarise(place_current_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Due: {DAY}\nCompletion date: {DAY}", "timescale · date closed"),
        (f"Completion date: {DAY}\nTarget: {DAY}", "date closed · timescale"),
        (f"Completion date: {DAY}", "timescale"),
        (f"Completion date: {DAY}\nResolution date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nRevised completion date: {DAY}", "timescale · timescale"),
        (f"Date needed: {DAY}\nAgreed completion date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nExpected completion date: {DAY}", "timescale · timescale"),
        (f"Due: {DAY}\nDelivery date: {DAY}\nEnd date: {DAY}", "timescale · date closed · date closed"),
    ],
)
def test_a_closing_date_beside_one_that_is_plainly_due(columns: str, fields: str) -> None:
    assert summarise(split_closing_dates(drafts_of(columns))) == fields


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Planned: {DAY}\nActual/Revised: {DAY}", "original timescale · timescale"),
        (f"Revised date: {DAY}\nPlanned: {DAY}", "timescale · original timescale"),
        (f"Planned: {DAY}\nDue: {DAY}", "extra · timescale"),
        (f"Planned: {DAY}\nOriginal date: {DAY}\nRevised date: {DAY}", "extra · original timescale · timescale"),
        (f"Planned: {DAY}\nScheduled: {DAY}\nRevised date: {DAY}", "extra · extra · timescale"),
        (f"Planned: yes\nRevised date: {DAY}", "extra · timescale"),
        (f"Planned: {DAY}", "extra"),
    ],
)
def test_dates_that_were_only_planned(columns: str, fields: str) -> None:
    assert summarise(place_planned_dates(drafts_of(columns))) == fields
