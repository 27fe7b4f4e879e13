"""A question as the page asks it: the plan's file, how it is to be read, the moment, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from peerxl.advice import Voice, listening, speaking, voice
from peerxl.commands.read import ReadOptions, read_plan_from
from peerxl.excel.read import read_sheets
from peerxl.garbage import uncollected
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question about the plan in the file ``plan``, asked at ``now``; ``values`` are those of its kind."""

    plan: str
    now: datetime
    options: ReadOptions
    values: Mapping[str, Any]

    @property
    def path(self) -> Path:
        return Path(self.plan)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of the plan's workbook, read once as long as it does not change."""
        return read_sheets_once(self.plan, self.digest)

    @property
    def read(self) -> ActionPlan:
        """The plan as it is to be read; read once as long as neither its file nor the options change."""
        key = self.plan, self.digest, freeze(self.options)
        plan, is_voiced = read_once(*key, Voice.PAGE)
        return read_once(*key, Voice.COMMAND)[0] if is_voiced and voice() is Voice.COMMAND else plan

    @property
    def digest(self) -> str:
        return sha256(self.path.read_bytes()).hexdigest()

    def day(self, name: str) -> date | None:
        """A day that was chosen; None where none was."""
        text = self.values.get(name)
        return date.fromisoformat(text) if text else None

    @property
    def today(self) -> date:
        return self.day("today") or self.now.date()


def read_enquiry(values: Mapping[str, Any]) -> Enquiry:
    """The question in what the page sent."""
    asked = values.get("options", {})
    options: ReadOptions = {
        "quarter": asked.get("quarter") or None,
        "sheet": tuple(asked.get("sheet", ())) or None,
        "header_row": asked.get("header_row") or None,
        "columns": asked.get("columns", {}),
    }
    return Enquiry(values["plan"], datetime.fromisoformat(values["now"]), options, values)


Frozen = tuple[Any, ...]


def freeze(options: ReadOptions) -> Frozen:
    """The options as something that can be looked up."""
    columns = options.get("columns") or {}
    return options.get("quarter"), options.get("sheet"), options.get("header_row"), tuple(sorted(columns.items()))


@lru_cache(maxsize=2)
def read_sheets_once(plan: str, digest: str) -> tuple[Sheet, ...]:
    """The sheets of a file with these bytes, of which ``digest`` is the hash."""
    return read_sheets(Path(plan))


@lru_cache(maxsize=4)
def read_once(plan: str, digest: str, frozen: Frozen, voice: Voice) -> tuple[ActionPlan, bool]:
    """The plan of a file with these bytes as one voice tells of it, and whether another would tell of it otherwise."""
    quarter, sheet, header_row, columns = frozen
    options: ReadOptions = {"quarter": quarter, "sheet": sheet, "header_row": header_row, "columns": dict(columns)}
    sheets = read_sheets_once(plan, digest)
    with speaking(voice), listening() as heard, uncollected():
        return read_plan_from(Path(plan), sheets, options), bool(heard)
