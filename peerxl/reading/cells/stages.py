"""Stages of a project, by a number, a letter or the name that a release has: "Sprint-3", "Phase A", "Alpha launch"."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST
from peerxl.reading.cells.profile import FEW, ColumnProfile


def are_stages(cells: ColumnProfile) -> bool:
    """Whether most cells name a stage of a project, by a number or a letter: "Phase A", "Sprint 3", "Phase A Day 1"."""
    staged = [text for text in cells.texts if _STAGE.match(text)]
    return cells.filled >= FEW and len(staged) >= MOST * cells.filled


_STAGE = compile_late(
    r"(?:phase|sprint|wave|iteration|release|increment|stage|tranche|gate(?:way)?)s?(?: ?[#-]| )?"
    r"(?:\d{1,3}(?:\.\d)?|[a-h])\b",
    re.IGNORECASE,
)


def is_stage(text: str) -> bool:
    """Whether a text names a stage; "Alpha" alone may as well be what somebody or something is called."""
    return _STAGE.match(text) is not None or _RELEASE.fullmatch(text.strip()) is not None


_RUN = (
    r"(?:launch|release|canary|phase|stage|build|test(?:ing)?|pilot|roll[ -]?out|cut[ -]?over|go[ -]live|milestone"
    r"|\d{1,2})"
)
_RELEASE = compile_late(
    rf"(?:pre|post|private|public|closed|open|internal|limited|early)[ -](?:alpha|beta|pilot|mvp|ga)(?: {_RUN})*"
    rf"|(?:alpha|beta|pilot|canary|mvp|ga|soft)(?:[ -]{_RUN})+"
    rf"|(?:mvp|ga|general availability|release candidate(?: \d)?|rc ?\d|go[ -]live)",
    re.IGNORECASE,
)
