"""How a master was read, kept in words with a change, so that whoever takes it back reads the master likewise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import NoneType
from typing import Any

from peerxl.commands.outputs import link_to
from peerxl.commands.read import ReadOptions
from peerxl.undo_log.log import UndoLogUnreadableError

# What each option is kept as; a list or a table holds words.
KINDS: Mapping[str, tuple[type, ...]] = {
    "quarter": (str, NoneType),
    "sheet": (str, list, NoneType),
    "all_sheets": (bool,),
    "header_row": (int, NoneType),
    "columns": (dict,),
    "settings": (str, NoneType),
}


def pack_options(options: ReadOptions) -> dict[str, Any]:
    """The options in words and numbers; the settings file by its whole path, as whoever reads may stand elsewhere."""
    quarter, settings, sheet = options.get("quarter"), options.get("settings"), options.get("sheet")
    return {
        "quarter": str(quarter) if quarter is not None else None,
        "sheet": sheet if isinstance(sheet, str | None) else list(sheet),
        "all_sheets": options.get("all_sheets", False),
        "header_row": options.get("header_row"),
        "columns": dict(options.get("columns") or {}),
        "settings": str(Path(settings).resolve()) if settings is not None else None,
    }


def store_options(options: ReadOptions, master: Path) -> dict[str, Any]:
    """The options as a file beside the master keeps them: they name no folder that is nobody's business.

    A settings file that lies elsewhere is looked for beside the master when they are taken back.
    """
    settings = options.get("settings")
    return pack_options(options) | {"settings": link_to(settings, master) if settings is not None else None}


def restore_options(kept: Mapping[str, Any], master: Path) -> ReadOptions:
    """The options that were kept; UndoLogUnreadableError where they are not as ``store_options`` writes them."""
    for name, value in kept.items():
        words = list(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
        if not isinstance(value, KINDS.get(name, ())) or any(not isinstance(word, str) for word in words):
            raise UndoLogUnreadableError(master)
    settings = kept.get("settings")
    options: ReadOptions = {**kept, "settings": master.resolve().parent / settings if settings else None}  # type: ignore[typeddict-item]
    return options
