"""A cell as it was, as JSON and back, for whoever keeps it from one run to the next."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from peerxl.excel.patch.edit.snapshot import CellSnapshot, References
from peerxl.model.sheet import Value


def snapshot_as_json(snapshot: CellSnapshot) -> dict[str, Any]:
    """A snapshot in lists, texts, numbers and so on; its value is named by its kind where JSON has none."""
    return {
        "xml": snapshot.xml,
        "has_row": snapshot.has_row,
        "value": value_as_json(snapshot.value),
        "references": asdict(snapshot.references),
    }


def value_as_json(value: Value) -> Any:
    """A value that JSON has, or a day as {"day": "2024-03-31"}, with its time where it has one."""
    return {"day": value.isoformat()} if isinstance(value, date) else value


def snapshot_from_json(kept: Any) -> CellSnapshot:
    """The snapshot that was kept; ValueError, TypeError or KeyError where it is none."""
    references = kept["references"]
    namespaces = tuple((str(prefix), str(uri)) for prefix, uri in references["namespaces"])
    marks = {name: str(references[name]) for name in ("style", "string", "metadata")}
    xml = None if kept["xml"] is None else str(kept["xml"])
    return CellSnapshot(xml, bool(kept["has_row"]), value_from_json(kept["value"]), References(namespaces, **marks))


def value_from_json(kept: Any) -> Value:
    """The value that was kept; ValueError, TypeError or KeyError where it is none."""
    if isinstance(kept, dict):
        day = kept["day"]
        return datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)
    if kept is None or isinstance(kept, str | int | float | bool):
        return kept
    raise TypeError("this is no value of a cell")
