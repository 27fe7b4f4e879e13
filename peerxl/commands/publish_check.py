"""What must not be published, in anybody's workbook; and a clean copy of what is visible in it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peerxl.advice import OVERRIDE
from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath
from peerxl.errors import PeerxlError
from peerxl.excel.publish.check import LEAKS, RULES, FindExposures, is_unsafe, list_exposures
from peerxl.excel.publish.clean import clean_workbook
from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.workbook import read_published
from peerxl.files.save import save_all


class UnpublishableError(PeerxlError):
    """A paper that would be published with something that must not leave the council."""

    def __init__(self, path: object, exposures: Sequence[Exposure]) -> None:
        first, *others = exposures
        more = f" (and {len(others)} more)" if others else ""
        super().__init__(
            f"{path}: the paper would hold {first.message} in {first.place}{more}; {first.remedy}{OVERRIDE.words()}."
        )


@dataclass(frozen=True, slots=True)
class PublishCheckResult:
    """What stands in the way of publishing a workbook, and the clean copy of it where one was asked for.

    ``left`` is what must not be published and stands in the copy too: it shows it, as a name or an address in a cell.
    """

    path: Path
    exposures: tuple[Exposure, ...]
    cleaned: Path | None = None
    left: tuple[Exposure, ...] = ()

    @property
    def is_safe(self) -> bool:
        """Whether nothing is in it that must not leave the council."""
        return not any(map(is_unsafe, self.exposures))


def check_publishable(path: AnyPath, *, clean: AnyPath | None = None, force: bool = False) -> PublishCheckResult:
    """Hold a workbook against the rules on what may be published; with ``clean`` write what is visible as a new one.

    Raises the PeerxlError that says why the workbook cannot be read, or no clean copy be made safely.
    """
    source = Path(path)
    workbook = read_published(source)
    exposures = list_exposures(workbook)
    if clean is None:
        return PublishCheckResult(source, exposures)
    target = Path(clean)
    refuse_output(target, source)
    content = clean_workbook(workbook)
    save_all({target: content}, force=force)
    return PublishCheckResult(source, exposures, target, list_leaks(content, RULES))


def refuse_unpublishable(source: object, content: bytes) -> None:
    """Raise where a workbook that was made to be published holds what must not be.

    What its words say is judged where they are known by the plan's cells, before the workbook is made.
    """
    if leaks := list_leaks(content, LEAKS):
        raise UnpublishableError(source, leaks)


def list_leaks(content: bytes, rules: Sequence[FindExposures]) -> tuple[Exposure, ...]:
    """What must not be published of a workbook that was made, by some of the rules."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.xlsx"
        path.write_bytes(content)
        return tuple(filter(is_unsafe, list_exposures(read_published(path), rules)))
