"""What must not be published, as text: a line for each thing, with where it is and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.findings import count_severities

if TYPE_CHECKING:
    from peerxl.commands.publish_check import PublishCheckResult


def format_publish_check(result: PublishCheckResult) -> Iterator[str]:
    """A line a thing found: "report.xlsx!Data!C4: error: rule 10, hidden-text: text in the colour of its ground; …"."""
    for each in result.exposures:
        place = f"{result.path}!{each.place}" if each.place else str(result.path)
        yield f"{place}: {each.severity}: rule {each.rule}, {each.code}: {each.message}; {each.remedy}"
    if result.is_safe:
        yield f"{result.path}: nothing in it that must not be published"
    else:
        yield f"{result.path}: not to be published as it is: {count_severities(result.exposures)}"
