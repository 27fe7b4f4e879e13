"""A line of the record reads back as it was written; what is none is refused; what older versions wrote stays read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given

from peerxl.record.event import KINDS, Asked, Began, Event, Merged, Published, Returned, Seen, Step
from peerxl.record.line import (
    KNOWN,
    MOST_KNOWN,
    LineError,
    NewerLineError,
    digest_of,
    lifted,
    parse_line,
    read_line,
    write_line,
)
from peerxl.record.reading import read_file
from peerxl.record.verify import verify_record
from tests.record.happenings import EVENTS, H1, H2, HR, MONDAY, PLAN, QUARTER

DATA = Path(__file__).resolve().parents[1] / "data"
LINE = (
    b'{"v":1,"at":"2026-11-23T07:00:00+00:00","kind":"asked",'
    b'"owner":{"name":"Head of HR","key":"headhr"},"quarter":"Q3 2026/27","step":"ask",'
    b'"actions":[{"key":"k1","ref":"H1"},{"key":"k2","ref":"H2"}],"reply_by":"2026-12-07",'
    b'"plan":"9f2c5a71b3de","run":"run000","n":4,"follows":"ab"}'
)


def test_a_line_says_all_about_itself() -> None:
    event = Asked(HR, QUARTER, Step.ASK, (H1, H2), date(2026, 12, 7))
    line, entry = write_line(PLAN, "run000", 4, MONDAY, event, "ab")
    assert line == LINE
    assert parse_line(line) == entry
    assert (entry.kind, entry.owner, entry.quarter, entry.actions) == ("asked", HR, QUARTER, (H1, H2))
    assert entry.digest == digest_of(LINE)


@example(Seen(H1, "timescale", "\ud800", QUARTER))
@given(EVENTS)
def test_every_event_reads_back(event: Event) -> None:
    line, entry = write_line(PLAN, "run000", 1, MONDAY, event, "")
    assert parse_line(line) == entry
    assert b"\n" not in line
    assert line.isascii()


def test_no_field_of_an_event_is_taken_for_the_line_s_own() -> None:
    own = json.loads(LINE).keys() - {"owner", "quarter", "step", "actions", "reply_by"}
    assert own == {"v", "at", "kind", "plan", "run", "n", "follows"}
    assert own.isdisjoint(field for kind in KINDS.values() for field in kind.__dataclass_fields__)


DAMAGE = {
    "no JSON": (b"{", b"["),
    "no object": (LINE, b"[1]"),
    "no version": (b'"v":1,', b""),
    "a version that is no number": (b'"v":1', b'"v":true'),
    "a kind nobody knows": (b'"asked"', b'"forgotten"'),
    "no owner": (b'"owner"', b'"honour"'),
    "an owner that is a text": (b'{"name":"Head of HR","key":"headhr"}', b'"HR"'),
    "a step nobody knows": (b'"ask"', b'"shout"'),
    "actions that are a text": (b'[{"key":"k1","ref":"H1"},{"key":"k2","ref":"H2"}]', b'"H1"'),
    "no day": (b"2026-12-07", b"2026-13-07"),
    "a time without its offset": (b"+00:00", b""),
    "a run that is a number": (b'"run000"', b"1"),
    "too deep": (LINE, b"[" * 100_000),
    "no text": (b"Head", b"\xff\xfe"),
    "a number too long": (b'"n":4', b'"n":' + b"4" * 5000),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_line_is_refused(damage: str) -> None:
    before, after = DAMAGE[damage]
    with pytest.raises(LineError, match="it is damaged"):
        read_line(LINE.replace(before, after, 1))


def test_half_a_character_is_one_that_could_not_be_read() -> None:
    entry = read_line(LINE.replace(b'"run000"', rb'"r\ud800 \\ud800 \ud83d\ude00 \uDC80"'))
    assert entry.run == "r\ufffd \\ud800 \U0001f600 \ufffd"
    # As of a file whose name is no UTF-8.
    line, _ = write_line(PLAN, "run000", 4, MONDAY, Published(QUARTER, "paper\udce9.xlsx", "d1"), "")
    event = read_line(line).event
    assert event == Published(QUARTER, "paper\ufffd.xlsx", "d1")


def test_a_line_of_tomorrow_says_so() -> None:
    with pytest.raises(NewerLineError) as error:
        read_line(LINE.replace(b'"v":1', b'"v":2'))
    assert str(error.value) == "it was written by a newer peerxl (schema 2): update peerxl to count it"


def test_older_versions_are_lifted_one_by_one() -> None:
    lifts = {1: lambda values: values | {"v": 2, "ref": values["number"]}, 2: lambda values: values | {"v": 3}}
    assert lifted({"v": 1, "number": "H1"}, lifts, 3) == {"v": 3, "number": "H1", "ref": "H1"}
    assert lifted({"v": 3}, lifts, 3) == {"v": 3}


def test_version_1_is_read_for_ever() -> None:
    """The file is as the first version wrote it, and is never made anew."""
    file = read_file(DATA / "record-v1.jsonl")
    assert file.faults == ()
    assert [json.loads(line.raw)["v"] for line in file.lines] == [1] * 6
    assert [entry.event for entry in file.entries] == [
        Began("chase", (("r8m2p0", "0123456789abcdef0123456789abcdef"),)),
        Seen(H1, "timescale", "31 March 2027"),
        Asked(HR, QUARTER, Step.ASK, (H1,), date(2026, 12, 7), "<1@peerxl>", "form1", ("hr@council.example",), why="x"),
        Returned(HR, QUARTER, "HR.xlsx", (H1,), "form1", "hr@council.example", date(2026, 12, 1)),
        Merged(
            H1, "timescale", "31 March 2027", "30 June 2027", QUARTER, HR, "form1", "The supplier – at last – signed"
        ),
        Published(QUARTER, "appendix.xlsx", "00ff"),
    ]
    assert [str(fault) for fault in verify_record(DATA)] == [
        "…-r8m2p0.jsonl: the file is missing; bring an earlier version back from a backup, or from OneDrive's version history."
    ]


def test_a_line_that_was_written_is_known_as_what_it_reads_as() -> None:
    KNOWN.clear()
    line, entry = write_line(PLAN, "run0", 0, MONDAY, Began("chase"), "")
    assert {line: entry} == KNOWN
    assert read_line(line) == parse_line(line) == entry


def test_half_a_character_is_not_known_by_what_was_written_but_by_what_it_reads_as() -> None:
    KNOWN.clear()
    line, _ = write_line(PLAN, "run0", 0, MONDAY, Began("\ud800"), "")
    assert KNOWN == {}
    assert read_line(line).event == Began("\ufffd")


def test_no_more_lines_are_known_than_were_read_lately() -> None:
    KNOWN.clear()
    for number in range(MOST_KNOWN + 1):
        KNOWN.keep(b"%d" % number, read_line(LINE))
    assert len(KNOWN) < MOST_KNOWN
    KNOWN.clear()
