"""A plan's rows written as data files for analysts: one row an action-quarter, the same in each form."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.first_dates import recall_first
from peerxl.commands.memory import RecordOptions
from peerxl.commands.outputs import refuse_names, refuse_overwriting
from peerxl.commands.read import AnyPath
from peerxl.dataset.forms import FORMS
from peerxl.dataset.rows import list_rows
from peerxl.files.save import save_all
from peerxl.model.plan import ActionPlan


def write_export(
    plan: ActionPlan,
    *paths: AnyPath,
    with_emails: bool = False,
    force: bool = False,
    recording: RecordOptions | None = None,
) -> tuple[Path, ...]:
    """Write the plan's rows as each file's ending says: .csv, .parquet, .duckdb, .sqlite, .xlsx; all or none.

    ``recording`` says where the plan's record is, which knows the dates first agreed that the plan has forgotten. An
    existing different file is refused unless forced. MissingExtraError where a form needs ``.[data]``.
    """
    targets = tuple(map(Path, paths))
    refuse_names(targets, FORMS)
    for target in targets:
        refuse_overwriting(target, plan.path, plan.settings_path)
    rows = tuple(list_rows(recall_first(plan, **recording or {}), with_emails=with_emails))
    files = {target: FORMS[target.suffix.lower()](rows, plan.title or "Action plan") for target in targets}
    save_all(files, force=force)
    return targets
