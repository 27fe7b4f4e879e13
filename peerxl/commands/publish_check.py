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
from peerxl.excel.publish.check import LEAKS, is_unsafe, list_exposures
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
    """What stands in the way of publishing a workbook, and the clean copy of it where one was asked for."""

    path: Path
    exposures: tuple[Exposure, ...]
    cleaned: Path | None = None

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
    target = None if clean is None else Path(clean)
    if target is not None:
        refuse_output(target, source)
        save_all({target: clean_workbook(workbook)}, force=force)
    return PublishCheckResult(source, list_exposures(workbook), target)


def refuse_unpublishable(source: object, content: bytes) -> None:
    """Raise where a workbook that was made to be published holds what must not be.

    What its words say is judged where they are known by the plan's cells, before the workbook is made.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.xlsx"
        path.write_bytes(content)
        leaks = tuple(filter(is_unsafe, list_exposures(read_published(path), LEAKS)))
    if leaks:
        raise UnpublishableError(source, leaks)
