"""The committee appendix of a plan, written as a new workbook."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from peerxl.commands.movement import compare_files
from peerxl.commands.outputs import save_outputs
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.errors import NothingToSayError, PersonalDataError, UnexplainedStatusError
from peerxl.model.plan import ActionPlan, unique
from peerxl.reading.plan import require_actions

if TYPE_CHECKING:
    from peerxl.documents.document import Document
    from peerxl.documents.publication import PersonalData

PERSONAL_DATA = "personal-data"


class PaperOptions(TypedDict, total=False):
    """What the appendix is to be.

    ``layout`` and ``sheets`` are some of those of ``peerxl appendix``, ``number`` is the appendix's on the agenda, else
    the one that the settings say, and ``last`` the file of last time's plan or appendix, for what changed since, else
    the plan's own columns tell. ``merged`` gives the traditional look, ``strict`` refuses a status that nothing
    explains, and ``allow`` says what is to be published all the same: "personal-data".
    """

    layout: str
    number: str | None
    sheets: Collection[str]
    last: AnyPath | None
    merged: bool
    strict: bool
    allow: Collection[str]


def write_appendix(plan: ActionPlan, path: AnyPath, *, force: bool = False, **options: Unpack[PaperOptions]) -> Path:
    """Write the committee appendix; an existing different file is refused unless forced.

    ``options`` are those of ``PaperOptions``. Raises PersonalDataError and UnexplainedStatusError with the cells.
    """
    target = Path(path)
    save_outputs(plan, {target: render_appendix(plan, **options)}, force=force)
    return target


def render_appendix(plan: ActionPlan, **options: Unpack[PaperOptions]) -> bytes:
    """The committee appendix as a workbook's bytes; NoQuarterError where nothing says the quarter."""
    from peerxl.excel.write import render

    require_actions(plan)
    if options.get("strict"):
        refuse_unexplained(plan, **options)
    document = make_document(plan, **options)
    if PERSONAL_DATA not in options.get("allow", ()):
        refuse_personal_data(plan, document)
    return render(document)


def list_published(plan: ActionPlan, **options: Unpack[PaperOptions]) -> tuple[PersonalData, ...]:
    """The personal data that stands in the appendix."""
    from peerxl.documents.publication import list_personal_data

    return list_personal_data(make_document(plan, **options))


def refuse_personal_data(plan: ActionPlan, document: Document) -> None:
    from peerxl.documents.publication import list_personal_data

    if places := list_personal_data(document):
        raise PersonalDataError(plan.source, places)


def refuse_unexplained(plan: ActionPlan, **options: Unpack[PaperOptions]) -> None:
    """Raise where the appendix would show a status that is no word of the plan's."""
    from peerxl.documents.appendix import FULL, select_actions
    from peerxl.documents.reported import is_unexplained, name_missing_status

    quarter = require_quarter(plan)
    actions = select_actions(plan, quarter, options.get("layout", FULL))
    updates = [update for action in actions if is_unexplained(update := action.standing_update(quarter))]
    if updates:
        raise UnexplainedStatusError(
            plan.source, unique(map(name_missing_status, updates)), unique(update.status_cell for update in updates)
        )


def make_document(plan: ActionPlan, **options: Unpack[PaperOptions]) -> Document:
    from peerxl.documents.appendix import FULL
    from peerxl.documents.paper import SHEETS, build_paper

    quarter, number, last = require_quarter(plan), options.get("number"), options.get("last")
    sheets = options.get("sheets") or SHEETS
    document = build_paper(
        plan,
        quarter,
        sheets=sheets,
        movement=compare_files(last, plan) if last is not None else None,
        layout=options.get("layout", FULL),
        number=plan.settings.appendix_number if number is None else number,
        merged=options.get("merged", False),
    )
    if not document.sections:
        raise NothingToSayError(plan.source, sheets)
    return document
