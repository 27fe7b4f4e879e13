"""A step as JSON, and read back: all of it is looked at, so that an undo never finds it damaged half-way."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from peerxl.excel.patch import snapshot_from_json
from peerxl.text import mend_escapes
from peerxl.undo_log.step import LoggedCell, LoggedStep


def step_as_json(step: LoggedStep) -> str:
    """The step as it is kept in a file."""
    return json.dumps(asdict(step) | {"at": step.at.isoformat()}, ensure_ascii=False, indent=1)


def step_from_json(text: str) -> LoggedStep:
    """The step that a file holds; KeyError, TypeError, ValueError or AttributeError where it is damaged."""
    return read_step(json.loads(mend_escapes(text)))


def read_step(step: dict[str, Any]) -> LoggedStep:
    cells = tuple(map(read_cell, expect_list(step["cells"])))
    at, whole = datetime.fromisoformat(step["at"]), (str(step["before"]), str(step["after"]))
    sheets = tuple(map(expect_text, expect_list(step.get("sheets", []))))
    quarter = expect_text(step.get("quarter", ""))
    return LoggedStep(str(step["command"]), at, dict(step["how"]), cells, str(step["run"]), *whole, sheets, quarter)


def read_cell(values: dict[str, Any]) -> LoggedCell:
    """A cell of a step, all of it looked at now, so that an undo does not find the log damaged half-way."""
    words = tuple(tuple(map(expect_text, pair)) for pair in expect_list(values.get("row_words", [])))
    cell = LoggedCell(**(values | {"rows": tuple(values["rows"]), "row_words": words}))
    numbers = (cell.row, cell.column, *cell.rows)
    texts = (value for field in fields(cell) if field.type == "str" for value in [getattr(cell, field.name)])
    # isinstance would let True pass for 1.
    is_whole = all(isinstance(text, str) for text in texts) and all(len(pair) == 2 for pair in words)
    if not is_whole or any(type(number) is not int for number in numbers):
        raise TypeError("a cell's words are texts, and its places numbers")
    snapshot_from_json(cell.kept)
    return cell


def expect_list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a step is a list of cells")
    return value


def expect_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a cell's words are texts")
    return value
