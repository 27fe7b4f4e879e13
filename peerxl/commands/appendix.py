"""The committee appendix of a plan, written as a new workbook."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.outputs import save_outputs
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.model.plan import ActionPlan


def render_appendix(
    plan: ActionPlan, *, layout: str = "full", number: str | None = None, merged: bool = False
) -> bytes:
    """The committee appendix as a workbook's bytes; NoQuarterError where nothing says the quarter."""
    from peerxl.documents.appendix import build_appendix
    from peerxl.excel.write import render

    # An empty --number is an appendix without one.
    number = plan.settings.appendix_number if number is None else number
    return render(build_appendix(plan, require_quarter(plan), layout=layout, number=number, merged=merged))


def write_appendix(
    plan: ActionPlan,
    path: AnyPath,
    *,
    layout: str = "full",
    number: str | None = None,
    merged: bool = False,
    force: bool = False,
) -> Path:
    """Write the committee appendix; an existing different file is refused unless forced."""
    target = Path(path)
    save_outputs(plan, {target: render_appendix(plan, layout=layout, number=number, merged=merged)}, force=force)
    return target
