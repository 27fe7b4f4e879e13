"""The files that a collect writes: whether each can be written, and the report kept, or put back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peerxl.commands.outputs import refuse_output
from peerxl.documents.collect_report import TITLE
from peerxl.errors import OutputEndingError, OutputExistsError, OutputIsMasterError, PeerxlError, SameOutputError
from peerxl.excel.backup import BACKUPS, keep_backup, prune_backups
from peerxl.excel.master import Opened, refuse_unwritable
from peerxl.excel.patch import Changes
from peerxl.excel.read import read_sheets
from peerxl.excel.save import save_all


@dataclass(frozen=True, slots=True)
class CollectOutputs:
    """Where the report goes, where the merged plan goes if not into the master, and whether files may be replaced."""

    report: Path
    merged: Path | None
    force: bool


def refuse_outputs(values: Changes, opened: Opened, outputs: CollectOutputs) -> None:
    """Raise where anything could not be written, before anything is."""
    refuse_foreign_report(outputs.report, opened, outputs.force)
    if outputs.merged is not None:
        refuse_merged(outputs.merged, opened, outputs)
    refuse_unwritable(opened, values, in_copy=outputs.merged is not None)


def refuse_foreign_report(target: Path, opened: Opened, force: bool) -> None:
    """Raise where the report would take the place of the plan, or unless forced of a file that is no such report."""
    refuse_output(target, opened.file)
    if not target.exists() or force:
        return
    try:
        sheets = read_sheets(target)
    except PeerxlError as error:
        raise OutputExistsError(target) from error
    if not sheets or not sheets[0].cell(1, 1).text.startswith(TITLE):
        raise OutputExistsError(target)


def refuse_merged(target: Path, opened: Opened, outputs: CollectOutputs) -> None:
    """Raise where the merged plan cannot go: onto the plan or the report, under a name of another kind, or unless
    forced onto another file.
    """
    if target.resolve() == opened.file:
        raise OutputIsMasterError(target)
    if target.suffix.lower() != opened.file.suffix.lower():
        raise OutputEndingError(target, opened.file.suffix)
    if target.resolve() == outputs.report.resolve():
        raise SameOutputError(target)
    if target.exists() and not outputs.force:
        raise OutputExistsError(target)


def keep_report(target: Path, now: datetime) -> None:
    """Keep the report before this one as earlier masters are kept."""
    folder = target.resolve().parent / BACKUPS
    prune_backups(target, folder, keep_backup(target, folder, now))


def restore_report(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
    else:
        save_all({target: content}, force=True)
