"""The committee appendix of a plan, written anew in each form that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from peerxl.advice import PUBLISH_PERSONAL
from peerxl.commands.first_dates import recall_first
from peerxl.commands.memory import RecordOptions, read_past
from peerxl.commands.movement import QuarterOrderError, compare_files, recall_movement
from peerxl.commands.outputs import refuse_names, refuse_overwriting
from peerxl.commands.publish_check import refuse_unpublishable
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.errors import MissingFileError, PeerxlError, UnreadableFileError
from peerxl.files.save import save_all
from peerxl.model.plan import ActionPlan, unique
from peerxl.reading.plan import require_actions

if TYPE_CHECKING:
    from peerxl.documents.document import Document
    from peerxl.documents.publication import PersonalData
    from peerxl.movement.compare import Movement

PERSONAL_DATA = "personal-data"
RECORDS = ".csv"


class UnusedTemplateError(PeerxlError):
    """A Word template, and no Word document to be written in it."""

    def __init__(self, template: object) -> None:
        super().__init__(f"{template}: a template is for a Word document; name one that ends in .docx with -o.")


class MergedPaperError(PeerxlError):
    """Merged cells asked for where there are none."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: only a workbook can have merged cells; leave out --merged, or write an .xlsx alone.")


class PersonalDataError(PeerxlError):
    """A paper would publish personal data."""

    def __init__(self, path: object, places: Iterable[object]) -> None:
        super().__init__(
            f"{path}: the paper would publish personal data: {', '.join(map(str, places))}; "
            f"take it out, or {PUBLISH_PERSONAL.words()}."
        )


class UnexplainedStatusError(PeerxlError):
    """A paper would show a status of which nothing says what it counts as."""

    def __init__(self, path: object, words: Iterable[str], cells: Iterable[object]) -> None:
        super().__init__(
            f"{path}: nothing says what {', '.join(words)} counts as, in {', '.join(map(str, cells))}; "
            "use a word of the plan, or say on a Statuses sheet what each counts as."
        )


class NothingToSayError(PeerxlError):
    """A paper of sheets none of which has anything to say."""

    def __init__(self, path: object, sheets: Iterable[str]) -> None:
        super().__init__(
            f"{path}: there is nothing to say in {', '.join(sheets)}, so no paper was written; ask for others too, "
            "as --sheets summary,actions."
        )


class LastNotEarlierError(PeerxlError):
    """Last time's file is not of an earlier quarter than the plan."""

    def __init__(self, path: object, since: object, quarter: object) -> None:
        super().__init__(
            f"{path}: it is of {since}, which is not before the plan's {quarter}; name an older file with --last, or "
            "leave that out."
        )


class PaperOptions(TypedDict, total=False):
    """What the appendix is to be.

    ``layout`` and ``sheets`` are some of those of ``peerxl appendix``, ``number`` is the appendix's on the agenda, else
    the one that the settings say, and ``last`` the file of last time's plan or appendix, for what changed since, else
    the plan's own columns tell. ``merged`` gives the traditional look, ``strict`` refuses a status that nothing
    explains, ``allow`` says what is to be published all the same ("personal-data"), ``override`` is the reason for
    which everything is, and ``template`` is a Word document to write the .docx in. ``recording`` says where the plan's
    record is kept, which tells of dates and quarters that the plan has forgotten; without it only the plan tells.
    """

    layout: str
    number: str | None
    sheets: Collection[str]
    last: AnyPath | None
    merged: bool
    strict: bool
    allow: Collection[str]
    override: str
    template: Path | None
    recording: RecordOptions


def write_appendix(
    plan: ActionPlan, *paths: AnyPath, force: bool = False, **options: Unpack[PaperOptions]
) -> tuple[Path, ...]:
    """Write the committee appendix as each file's ending says: .xlsx, .docx, .pdf, .html, .csv; all of them or none.

    An existing different file is refused unless forced. ``options`` are those of ``PaperOptions``. Raises
    PersonalDataError and UnexplainedStatusError with the cells.
    """
    targets = tuple(map(Path, paths))
    refuse_papers(targets, plan, **options)
    papers = render_papers(plan, {target.suffix.lower() for target in targets}, **options)
    save_all({target: papers[target.suffix.lower()] for target in targets}, force=force)
    return targets


def refuse_papers(targets: Collection[Path], plan: ActionPlan, **options: Unpack[PaperOptions]) -> None:
    """Raise where a paper would be written over what is read, or over another, or its name is none for the options."""
    from peerxl.papers.formats import FORMATS, WORD, WORKBOOK

    template = options.get("template")
    if template and WORD not in {target.suffix.lower() for target in targets}:
        raise UnusedTemplateError(template)
    refuse_names(targets, FORMATS)
    for target in targets:
        refuse_overwriting(target, plan.path, plan.settings_path, Path(template) if template else None)
        if options.get("merged") and target.suffix.lower() != WORKBOOK:
            raise MergedPaperError(target)


def render_appendix(plan: ActionPlan, **options: Unpack[PaperOptions]) -> bytes:
    """The committee appendix as a workbook's bytes; NoQuarterError where nothing says the quarter."""
    return render_papers(plan, [".xlsx"], **options)[".xlsx"]


def render_papers(plan: ActionPlan, endings: Iterable[str], **options: Unpack[PaperOptions]) -> dict[str, bytes]:
    """The committee appendix as the bytes of a file with each of these endings, all with the same figures."""
    from peerxl.papers.characters import check_characters

    require_actions(plan)
    plan = recall_agreed(plan, **options)
    if options.get("strict"):
        refuse_unexplained(plan, **options)
    document = make_document(plan, **options)
    check_characters(document)
    overridden = bool(options.get("override"))
    if not (overridden or PERSONAL_DATA in options.get("allow", ())):
        refuse_personal_data(plan, document)
    records = take_records(document)
    papers = {
        ending: render_paper(records if ending == RECORDS else document, ending, options.get("template"))
        for ending in endings
    }
    # The rules that hold for anybody's workbook hold for ours, and are tried on what was written.
    if ".xlsx" in papers and not overridden:
        refuse_unpublishable(plan.source, papers[".xlsx"])
    return papers


def take_records(document: Document) -> Document:
    """The actions alone, which is what a file of records is for; all of a paper that has no list of them."""
    from peerxl.documents.paper import OTHER_SECTIONS

    actions = tuple(section for section in document.sections if section.name not in OTHER_SECTIONS)
    return replace(document, sections=actions or document.sections)


def render_paper(document: Document, ending: str, template: Path | None) -> bytes:
    from peerxl.papers.formats import FORMATS, WORD

    if template and ending == WORD:
        from peerxl.papers.docx_template import render_in_template

        return render_in_template(document, read_template(template), template.name)
    return FORMATS[ending](document)


def read_template(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or type(error).__name__) from error


def list_published(plan: ActionPlan, **options: Unpack[PaperOptions]) -> tuple[PersonalData, ...]:
    """The personal data that stands in the appendix."""
    from peerxl.documents.publication import list_personal_data

    return list_personal_data(make_document(recall_agreed(plan, **options), **options))


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

    quarter, number = require_quarter(plan), options.get("number")
    sheets = options.get("sheets") or SHEETS
    document = build_paper(
        plan,
        quarter,
        sheets=sheets,
        movement=find_changes(plan, **options),
        layout=options.get("layout", FULL),
        number=plan.settings.appendix_number if number is None else number,
        merged=options.get("merged", False),
    )
    if not document.sections:
        raise NothingToSayError(plan.source, sheets)
    return document


def recall_agreed(plan: ActionPlan, **options: Unpack[PaperOptions]) -> ActionPlan:
    """The plan with the first dates that its record has, where the paper is to know the record."""
    recording = options.get("recording")
    return plan if recording is None else recall_first(plan, **recording)


def find_changes(plan: ActionPlan, **options: Unpack[PaperOptions]) -> Movement | None:
    """What changed since last time, by last time's file, else by the record; None where the plan alone tells."""
    last, recording = options.get("last"), options.get("recording")
    if last is not None:
        try:
            return compare_files(last, plan)
        except QuarterOrderError as error:
            raise LastNotEarlierError(last, error.since, error.quarter) from error
    if recording is None or plan.path is None:
        return None
    return recall_movement(plan, read_past(plan.path, plan, **recording).entries)
