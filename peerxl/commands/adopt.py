"""A proper master made from any tracker: its files read, its new workbook written and proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Unpack

from peerxl.adoption import Adoption, adopt_plan, differences, settle_pairs
from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, read_plan_from, settings_file
from peerxl.documents.document import Section
from peerxl.excel.beside import read_beside
from peerxl.excel.laying_out import lay_out
from peerxl.excel.read import read_sheets
from peerxl.excel.sheet_layout import SheetLayout
from peerxl.files.save import save_all
from peerxl.garbage import uncollected
from peerxl.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class AdoptResult:
    """The plan as it was read, what became of it, and the master; None where none was written."""

    plan: ActionPlan
    adoption: Adoption
    master: Path | None


def adopt(
    old: AnyPath,
    *,
    output: AnyPath | None = None,
    from_last: AnyPath | None = None,
    same: Mapping[str, int] | None = None,
    force: bool = False,
    **options: Unpack[ReadOptions],
) -> AdoptResult:
    """Make a master from a tracker, with last year's refs where the wording is the same, and its names and addresses.

    ``same`` are rows of the tracker by the ref of the action of last year's plan that each is, whatever its wording.

    The master is read back before it is written, and what would read otherwise than in the old workbook is a note.
    Without ``output`` nothing is written. Raises a PeerxlError where a workbook cannot be read or the master written.
    """
    source, target = Path(old), Path(output) if output is not None else None
    last_path = Path(from_last) if from_last is not None else None
    if target is not None:
        refuse_output(target, source, last_path, settings_file(options))
    last = read_plan(last_path, may_be_paper=True) if last_path is not None else None
    sheets = read_sheets(source)
    plan = read_plan_from(source, sheets, options, last.settings.directory if last else None, may_be_paper=True)
    renderer = MasterRenderer()
    with uncollected():
        made = adopt_plan(plan, sheets, renderer.find_first_row, last, settle_pairs(plan, last, same or {}))
        adoption = prove(plan, made, source, renderer)
        master = renderer.render(adoption) if target is not None else b""
    if target is not None:
        save_all({target: master}, force=force)
    return AdoptResult(plan, adoption, target)


@dataclass(frozen=True, slots=True)
class MasterRenderer:
    """Renders a master whose plan is laid out once: where it stands is known before its last sheet is."""

    layouts: dict[str, SheetLayout] = field(default_factory=dict)

    def find_first_row(self, section: Section) -> int:
        """The row of its sheet in which a section's table will begin."""
        self.layouts[section.name] = layout = lay_out(section)
        return layout.first_row

    def render(self, adoption: Adoption) -> bytes:
        from peerxl.excel.write import write_workbook

        document = adoption.document()
        layouts = [self.layouts.get(section.name) or lay_out(section) for section in document.sections]
        return write_workbook(document, layouts)


def prove(plan: ActionPlan, adoption: Adoption, source: Path, renderer: MasterRenderer) -> Adoption:
    """The adoption with a note for everything that reads otherwise in the master, or is not in it at all."""
    with TemporaryDirectory() as folder:
        # Only what was written to a file and read again shows what the new master says.
        trial = Path(folder) / "master.xlsx"
        trial.write_bytes(renderer.render(adoption))
        notes = tuple(differences(plan, read_plan(trial), adoption.named))
    beside = read_beside(source)
    return adoption.with_notes(notes, beside.links, beside.comments)
