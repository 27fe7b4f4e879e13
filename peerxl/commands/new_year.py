"""Next year's plan written as a new workbook; this year's stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Unpack

from peerxl.adoption import NewYear, begin_year, differences
from peerxl.adoption.proof import Difference
from peerxl.commands.first_dates import recall_first, say_unread_past
from peerxl.commands.memory import RecordOptions
from peerxl.commands.outputs import refuse_output
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter, settings_file
from peerxl.excel.read import read_sheets
from peerxl.files.save import save_all
from peerxl.model.fiscal import FiscalQuarter
from peerxl.reading.plan import require_actions


@dataclass(frozen=True, slots=True)
class NewYearResult:
    """The plan made and where it was written, the quarter this year's reports, and what reads otherwise in it.

    ``unread`` says what of this year's record could not be read.
    """

    new: NewYear
    was: FiscalQuarter
    master: Path
    differences: tuple[Difference, ...]
    unread: tuple[str, ...] = ()


def new_year(
    master: AnyPath,
    output: AnyPath,
    *,
    with_closed: bool = False,
    force: bool = False,
    recording: RecordOptions | None = None,
    **options: Unpack[ReadOptions],
) -> NewYearResult:
    """Write next year's plan: the open actions, and ``with_closed`` those closed in the quarter last reported.

    ``recording`` says where this year's record is, which knows the dates first agreed that the plan has forgotten; they
    stand in a column of their own. The new plan is read back before it is written. Raises a PeerxlError where the plan
    cannot be read, reports no quarter or has no action, or the new one cannot be written.
    """
    source, target = Path(master), Path(output)
    refuse_output(target, source, settings_file(options))
    read = read_plan(source, **options)
    plan = recall_first(read, **recording or {})
    require_actions(plan)
    quarter = require_quarter(plan)
    new = begin_year(plan, read_sheets(source), quarter, with_closed=with_closed)
    content = render_year(new)
    with TemporaryDirectory() as folder:
        trial = Path(folder) / target.name
        trial.write_bytes(content)
        found = tuple(differences(new.plan, read_plan(trial), new.named))
    save_all({target: content}, force=force)
    return NewYearResult(new, quarter, target, found, say_unread_past(read, **recording or {}))


def render_year(new: NewYear) -> bytes:
    """The workbook of a new year's plan."""
    from peerxl.excel.write import render

    return render(new.document())
