"""The findings of a plan, written as a workbook that links to the master."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.outputs import link_to, refuse_output, save_outputs
from peerxl.commands.read import AnyPath
from peerxl.files.save import OutputExistsError
from peerxl.model.finding import Findings
from peerxl.model.plan import ActionPlan


def render_findings(plan: ActionPlan, findings: Findings, master: str) -> bytes:
    """The findings as a workbook's bytes; ``master`` is where its links find the master from."""
    from peerxl.documents.findings import build_findings
    from peerxl.excel.write import render

    return render(build_findings(plan, findings, master))


def write_findings(
    plan: ActionPlan, findings: Findings, path: AnyPath, master: AnyPath, *, force: bool = False
) -> Path:
    """Write the findings workbook, each finding with a link to its cell in the master."""
    target = Path(path)
    save_outputs(plan, {target: render_findings(plan, findings, link_to(master, target))}, force=force)
    return target


def refuse_findings(path: Path, master: Path, settings: AnyPath | None = None, *, force: bool) -> None:
    """Raise where the findings workbook could not be written, before anything else is done."""
    refuse_output(path, master, Path(settings) if settings is not None else None)
    if path.exists() and not force:
        raise OutputExistsError(path)
