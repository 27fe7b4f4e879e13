"""What must not be published, as text: a line for each thing, with where it is and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.findings import count_severities

if TYPE_CHECKING:
    from pathlib import Path

    from peerxl.commands.publish_check import PublishCheckResult
    from peerxl.excel.publish.exposure import Exposure


def format_publish_check(result: PublishCheckResult) -> Iterator[str]:
    """A line a thing found: "report.xlsx!Data!C4: error: rule 10, hidden-text: text in the colour of its ground; …"."""
    for each in result.exposures:
        yield format_exposure(each, result.path)
    if result.is_safe:
        yield f"{result.path}: nothing in it that must not be published"
    else:
        yield f"{result.path}: not to be published as it is: {count_severities(result.exposures)}"


def format_left(result: PublishCheckResult) -> Iterator[str]:
    """What must not be published and is in the clean copy too, a line each; nothing where there is none."""
    for each in result.left:
        yield f"still in it, as it is not hidden: {format_exposure(each, result.cleaned)}"


def format_exposure(exposure: Exposure, path: Path | None) -> str:
    place = f"{path}!{exposure.place}" if exposure.place else str(path)
    return f"{place}: {exposure.severity}: rule {exposure.rule}, {exposure.code}: {exposure.message}; {exposure.remedy}"
