"""A line of the record as bytes, and read back: JSON in plain ASCII, which no editor or code page spoils.

A line says all about itself: the schema's version, plan, run and number, and the digest of the line before. So it can
be read wherever it lies, and what was lost or changed around it can be told.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, get_type_hints

from peerxl.advice import COUNT_NEWER
from peerxl.model.owner import Owner
from peerxl.record.entry import Entry
from peerxl.record.event import KINDS, NAMES, ActionId, Event, Step
from peerxl.text import mend_escapes

SCHEMA = 1
Values = dict[str, Any]
LIFTS: Mapping[int, Callable[[Values], Values]] = {}
"""How a line of an older version becomes one of the next: the version it has, and what lifts it."""


EARLIER = "bring an earlier version back from a backup, or from OneDrive's version history"
"""What to do about a file of the record of which something is lost."""


class LineError(ValueError):
    """A line that cannot be read; its text says why, as the end of a sentence."""


class NewerLineError(LineError):
    """A line of a version that is not known yet."""

    def __init__(self, version: object) -> None:
        super().__init__(f"it was written by a newer peerxl (schema {version}): {COUNT_NEWER.words()}")


def digest_of(line: bytes) -> str:
    """What a line is known by: its bytes without the line's end."""
    return sha256(line).hexdigest()[:32]


def write_line(plan: str, run: str, number: int, at: datetime, event: Event, follows: str) -> tuple[bytes, Entry]:
    """An event as a line without its end, and as the entry that this line reads as."""
    # What says nothing is left out, so that a field can be added and older lines still read.
    said = {name: value for name, default in DEFAULTS[type(event)] if (value := getattr(event, name)) != default}
    values = {"v": SCHEMA, "at": at.isoformat(), "kind": NAMES[type(event)], **said}
    chain = {"plan": plan, "run": run, "n": number, "follows": follows}
    # The chain last, so that people who open a file read first what happened.
    written = ENCODER.encode(values | chain)
    mended = mend_escapes(written)
    line = mended.encode("ascii")
    if mended != written:  # half a character cannot be written, and so is not what the line reads as
        return line, parse_line(line)
    entry = Entry(plan, run, number, at, event, follows, digest_of(line))
    KNOWN.keep(line, entry)
    return line, entry


DEFAULTS: Mapping[type, tuple[tuple[str, object], ...]] = {
    kind: tuple((each.name, each.default) for each in dataclasses.fields(kind)) for kind in (*NAMES, ActionId, Owner)
}
"""The fields of each kind of event, and of what is within one, each with what it is where it says nothing."""


def spell_out(value: Any) -> object:
    """A day, or an owner or an action within an event, as a line has it."""
    if isinstance(value, date):
        return value.isoformat()
    # Not by ``asdict``, which copies: a chase writes ten lines of every action.
    return {name: said for name, default in DEFAULTS[type(value)] if (said := getattr(value, name)) != default}


ENCODER = json.JSONEncoder(default=spell_out, separators=(",", ":"))


class KnownLines(dict[bytes, Entry]):
    """The entries of lines that were read or written lately: the same bytes say the same, whenever they are read."""

    def keep(self, line: bytes, entry: Entry) -> None:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[line] = entry


KNOWN, MOST_KNOWN = KnownLines(), 20_000
"""What is read to be taken into the index is read again to answer, and a page reads what it has written itself."""


def read_line(line: bytes) -> Entry:
    """The entry a line reads as; LineError where it is none."""
    if line not in KNOWN:
        KNOWN.keep(line, parse_line(line))
    return KNOWN[line]


def parse_line(line: bytes) -> Entry:
    """The entry that the bytes of a line say; LineError where they say none."""
    try:
        values = lifted(as_object(json.loads(mend_escapes(line.decode()))))
        return Entry(
            plan=as_text(values["plan"]),
            run=as_text(values["run"]),
            number=as_number(values["n"]),
            at=as_moment(values["at"]),
            event=read_event(values),
            follows=as_text(values["follows"]),
            digest=digest_of(line),
        )
    # A newer version's line is no damaged one: it says itself what to do.
    except LineError:
        raise
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise LineError(f"it is damaged; {EARLIER}") from error


def lifted(values: Values, lifts: Mapping[int, Callable[[Values], Values]] = LIFTS, schema: int = SCHEMA) -> Values:
    """A line's values as today's version has them; NewerLineError where only tomorrow's could."""
    version = as_number(values["v"])
    if version > schema:
        raise NewerLineError(version)
    for older in range(version, schema):
        values = lifts[older](values)
    return values


def read_event(values: Values) -> Event:
    kind = KINDS[as_text(values["kind"])]
    return kind(**{name: read(values[name]) for name, read in FIELDS[kind].items() if name in values})


def as_object(value: object) -> Values:
    if not isinstance(value, dict):
        raise TypeError("a line is a JSON object")
    return value


def as_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value


def as_number(value: object) -> int:
    # isinstance would let True pass for 1.
    if type(value) is not int:
        raise TypeError("a number was expected")
    return value


def as_moment(value: object) -> datetime:
    at = datetime.fromisoformat(as_text(value))
    if at.tzinfo is None:
        raise ValueError("a time without its offset")
    return at


def as_truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false was expected")
    return value


def as_list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return value


def as_day(value: object) -> date:
    return date.fromisoformat(as_text(value))


def as_owner(value: object) -> Owner:
    values = as_object(value)
    return Owner(as_text(values["name"]), as_text(values["key"]), bool(values.get("is_supporter", False)))


def as_action(value: object) -> ActionId:
    values = as_object(value)
    return ActionId(as_text(values["key"]), as_text(values.get("ref", "")), as_text(values.get("words", "")))


def as_pair(value: object) -> tuple[str, str]:
    first, second = map(as_text, as_list(value))
    return first, second


READERS: Mapping[object, Callable[[Any], Any]] = {
    str: as_text,
    bool: as_truth,
    Step: Step,
    date | None: as_day,
    Owner: as_owner,
    Owner | None: as_owner,
    ActionId: as_action,
    tuple[ActionId, ...]: lambda value: tuple(map(as_action, as_list(value))),
    tuple[str, ...]: lambda value: tuple(map(as_text, as_list(value))),
    tuple[tuple[str, str], ...]: lambda value: tuple(map(as_pair, as_list(value))),
}
FIELDS: Mapping[type[Event], Mapping[str, Callable[[Any], Any]]] = {
    kind: {name: READERS[hint] for name, hint in get_type_hints(kind).items()} for kind in KINDS.values()
}
"""How each field of a kind is read."""
