"""A proper master from any tracker: its files read, its new workbook written and proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from peerxl.adoption import Adoption, adopt_plan, differences
from peerxl.api import AnyPath, AnyQuarter, read_plan, refuse_output
from peerxl.excel.beside import read_beside
from peerxl.excel.read import read_sheets
from peerxl.excel.save import save_all
from peerxl.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class Adopted:
    """A tracker adopted: the plan as it was read, what became of it, and the master (None where none was written)."""

    plan: ActionPlan
    adoption: Adoption
    master: Path | None


def adopt(
    old: AnyPath,
    *,
    output: AnyPath | None = None,
    from_last: AnyPath | None = None,
    quarter: AnyQuarter = None,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: AnyPath | None = None,
    force: bool = False,
) -> Adopted:
    """Make a master from a tracker, with refs carried over from last year's plan where the wording is the same.

    The master is read back before it is written, and what would read otherwise than in the old workbook is a note.
    Without ``output`` nothing is written. Raises a PeerxlError where a workbook cannot be read or the master written.
    """
    source, target = Path(old), Path(output) if output is not None else None
    last_path = Path(from_last) if from_last is not None else None
    plan = read_plan(source, quarter=quarter, sheet=sheet, columns=columns, settings=settings)
    if target is not None:
        refuse_output(target, source, last_path)
    last = read_plan(last_path) if last_path is not None else None
    adoption = proved(plan, adopt_plan(plan, read_sheets(source), last), source)
    if target is not None:
        save_all({target: master_bytes(adoption)}, force=force)
    return Adopted(plan, adoption, target)


def proved(plan: ActionPlan, adoption: Adoption, source: Path) -> Adoption:
    """The adoption with a note for everything that reads otherwise in the master, or is not in it at all."""
    with TemporaryDirectory() as folder:
        trial = Path(folder) / "master.xlsx"
        trial.write_bytes(master_bytes(adoption))
        found = tuple(differences(plan, read_plan(trial), adoption.named))
    beside = read_beside(source)
    return adoption.with_notes(found, beside.links, beside.comments)


def master_bytes(adoption: Adoption) -> bytes:
    from peerxl.excel.write import render

    return render(adoption.document())
