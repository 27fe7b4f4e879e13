"""What moved, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.table import find_width
from peerxl.documents.what_changed import build_movement
from peerxl.papers.text import render_text
from peerxl.text import quote_argument

if TYPE_CHECKING:
    from peerxl.model.action import Action
    from peerxl.movement.compare import Movement
    from peerxl.movement.matching import DoubtfulPair


def format_movement(movement: Movement) -> Iterator[str]:
    """The actions with what became of each, then what somebody has to decide."""
    yield render_text(build_movement(movement), find_width())
    yield from map(format_doubt, movement.doubts)
    for departure in movement.lost:
        yield f"to ask: {departure.action.name} was still open and is gone: “{departure.action.text}”"


def format_doubt(doubt: DoubtfulPair) -> str:
    """Two actions that may be one, and what to type if they are."""
    how = "one ref" if doubt.has_same_ref else "no ref in common"
    pair = quote_argument(f"{name_for_option(doubt.old)}={name_for_option(doubt.new)}")
    return (
        f"to decide: {doubt.old.name} “{doubt.old.text}” and {doubt.new.name} “{doubt.new.text}”: "
        f"{how}, words {doubt.likeness:.0f} of 100 alike; they count as two, and as one with --same {pair}"
    )


def name_for_option(action: Action) -> str:
    """What --same calls an action: its ref, else its row."""
    return action.ref or str(action.row)
