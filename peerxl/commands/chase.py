"""The owners asked: a return form for each of them, and the coordinator's list of who was asked what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from peerxl.chasing import Chase, chase_plan
from peerxl.commands.forms import FORMS, RETURNED, FilledFormError, find_filled, note_forms
from peerxl.commands.outputs import FileContents, save_outputs
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.errors import CalendarEndError, PeerxlError, ReplyDayError
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.reading.nowhere import Nowhere, has_place
from peerxl.reading.plan import require_actions

FRIDAY = 4


class NowhereError(PeerxlError):
    """A plan in which neither a status nor a comment could be put, so that nobody is asked."""

    def __init__(self, source: str, nowhere: Nowhere) -> None:
        super().__init__(f"{source}!{nowhere.sheet}: {nowhere.sentence[:1].lower()}{nowhere.sentence[1:]}")


@dataclass(frozen=True, slots=True)
class ChaseResult:
    """A chase with its files: the form of each owner asked, in the owners' order, then the coordinator's list.

    ``kept`` are the forms of an earlier run that were filled in, and so were not replaced.
    """

    chase: Chase
    forms: tuple[Path, ...]
    chase_list: Path
    reply_by: date
    contents: FileContents
    kept: tuple[Path, ...] = ()

    @property
    def returned(self) -> Path:
        """The folder for the forms that come back."""
        return self.chase_list.parent / RETURNED

    @property
    def stale_forms(self) -> tuple[Path, ...]:
        """Forms that lie beside these from an earlier chase and are not of this one."""
        folder = self.chase_list.parent / FORMS
        return tuple(sorted(set(folder.glob("*.xlsx")) - set(self.forms))) if folder.is_dir() else ()


def write_chase(
    plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None, force: bool = False
) -> ChaseResult:
    """Write a return form for each owner in ``out/forms`` and ``out/chase-list.xlsx``: all of them or none.

    ``out/returned`` is there for the forms that come back. One in ``out/forms`` that somebody has filled in is never
    replaced, forced or not.
    """
    return save_chase(plan, prepare_chase(plan, out, today=today, reply_by=reply_by), {}, force=force)


def save_chase(plan: ActionPlan, result: ChaseResult, others: FileContents, *, force: bool) -> ChaseResult:
    """Write the files of a chase, and others with them, all or none; the filled forms that were kept are told."""
    filled = find_filled({path: result.contents[path] for path in result.forms})
    if filled and not force:
        raise FilledFormError(filled[0])
    contents = {path: content for path, content in result.contents.items() if path not in filled}
    save_outputs(plan, {**others, **contents}, force=force)
    note_forms(path for path in result.forms if path not in filled)
    result.returned.mkdir(exist_ok=True)
    return replace(result, kept=filled)


def prepare_chase(plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None) -> ChaseResult:
    """Make the return forms and the chase list, and write nothing yet.

    Raises NowhereError where no answer of the quarter could be put into the plan.
    """
    from peerxl.documents.chase_list import build_chase_list
    from peerxl.excel.write import render
    from peerxl.returns import build_forms

    require_actions(plan)
    chase = chase_plan(plan, require_quarter(plan))
    if chase.nowhere and not has_any_place(plan, chase):
        raise NowhereError(plan.source, chase.nowhere[0])
    reply_by = choose_reply_day(plan, today) if reply_by is None else reply_by
    if reply_by < today:
        raise ReplyDayError(reply_by, today)
    folder, names = Path(out), name_forms(chase)
    documents = build_forms(plan, chase, today=today, reply_by=reply_by)
    forms = {folder / FORMS / name: render(documents[owner]) for owner, name in names.items()}
    listing = folder / "chase-list.xlsx"
    contents = {**forms, listing: render(build_chase_list(plan, chase, names, today=today, reply_by=reply_by))}
    return ChaseResult(chase, tuple(forms), listing, reply_by, contents)


def has_any_place(plan: ActionPlan, chase: Chase) -> bool:
    """Whether a question that is asked of every action has a place for its answer on any."""
    fields = [field for field in chase.fields if not field.is_asked_when_due]
    actions = plan.open_actions(chase.quarter)
    return any(has_place(plan, action, field, chase.quarter) for action in actions for field in fields)


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
