"""The owners asked: a return form for each of them, and the coordinator's list of who was asked what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from peerxl.chasing import Chase, chase_plan
from peerxl.commands.outputs import FileContents, save_outputs
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.errors import CalendarEndError, ReplyDayError
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.reading.plan import require_actions

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class ChaseResult:
    """A chase with its files: the form of each owner asked, in the owners' order, then the coordinator's list."""

    chase: Chase
    forms: tuple[Path, ...]
    chase_list: Path
    reply_by: date
    contents: FileContents

    @property
    def stale_forms(self) -> tuple[Path, ...]:
        """Forms that lie beside these from an earlier chase and are not of this one."""
        folder = self.chase_list.parent / "forms"
        return tuple(sorted(set(folder.glob("*.xlsx")) - set(self.forms))) if folder.is_dir() else ()


def write_chase(
    plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None, force: bool = False
) -> ChaseResult:
    """Write a return form for each owner in ``out/forms`` and ``out/chase-list.xlsx``: all of them or none."""
    result = prepare_chase(plan, out, today=today, reply_by=reply_by)
    save_outputs(plan, result.contents, force=force)
    return result


def prepare_chase(plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None) -> ChaseResult:
    """Make the return forms and the chase list, and write nothing yet."""
    from peerxl.documents.chase_list import build_chase_list
    from peerxl.excel.write import render
    from peerxl.returns import build_forms

    require_actions(plan)
    chase = chase_plan(plan, require_quarter(plan))
    reply_by = choose_reply_day(plan, today) if reply_by is None else reply_by
    if reply_by < today:
        raise ReplyDayError(reply_by, today)
    folder, names = Path(out), name_forms(chase)
    documents = build_forms(plan, chase, today=today, reply_by=reply_by)
    forms = {folder / "forms" / name: render(documents[owner]) for owner, name in names.items()}
    listing = folder / "chase-list.xlsx"
    contents = {**forms, listing: render(build_chase_list(plan, chase, names, today=today, reply_by=reply_by))}
    return ChaseResult(chase, tuple(forms), listing, reply_by, contents)


def name_forms(chase: Chase) -> dict[Owner, str]:
    """The file name of each owner's form, no two alike."""
    from peerxl.documents.chase_list import name_form_file

    names: dict[Owner, str] = {}
    for owner in chase.owners:
        names[owner] = name_form_file(owner, set(names.values()))
    return names


def choose_reply_day(plan: ActionPlan, today: date) -> date:
    """The day to reply by: the settings' days from today, on to Monday where that is a weekend."""
    try:
        day = today + timedelta(days=plan.settings.reply_days)
        # Saturday is 5, Sunday 6, and the next Monday 7.
        return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day
    except OverflowError as error:
        raise CalendarEndError(plan.settings.reply_days, today) from error
