"""A workbook read as its plan, and the options that say how: every command that reads a master takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from peerxl.advice import ADOPT_PAPER, CHOOSE_PLAN, SAY_QUARTER_OR_SETTING
from peerxl.documents.own_titles import is_paper, name_own_list
from peerxl.errors import ColumnError, PeerxlError
from peerxl.excel.cell_styles import CellStyles
from peerxl.excel.obstacles import find_obstacles
from peerxl.excel.read import read_sheets
from peerxl.garbage import uncollected
from peerxl.language.timescales import find_quarter
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Directory, Settings
from peerxl.model.sheet import Cell, Sheet, column_number
from peerxl.reading.headings.quarter_names import read_quarter_name
from peerxl.reading.nowhere import list_targets
from peerxl.reading.own_sheets.contacts import join_contacts
from peerxl.reading.own_sheets.settings import explain_foreign_key, read_settings
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.trackers.tracker import NoTrackerError, Request, find_asked

if TYPE_CHECKING:
    from peerxl.excel.offers import Offers

AnyPath = str | PathLike[str]
AnyQuarter = str | FiscalQuarter | None


class QuarterUnreadableError(PeerxlError):
    """A quarter that reads as nothing."""

    def __init__(self, text: object) -> None:
        super().__init__(f'{str(text)!r} is no quarter; write it as "Q3 2023/24".')


class NoQuarterError(PeerxlError):
    """Neither an option, nor the Settings sheet, nor the title says which quarter is reported."""

    def __init__(self, source: object) -> None:
        super().__init__(
            f"{source}: nothing says which quarter this is; {SAY_QUARTER_OR_SETTING.words(quarter='Q3 2023/24')}."
        )


class FormAsPlanError(PeerxlError):
    """A form that was sent to an owner, named as the plan."""

    def __init__(self, name: str, plan: str) -> None:
        super().__init__(
            f"{name}: this is a form that an owner was sent, and not the plan; {CHOOSE_PLAN.words(plan=plan)}."
        )


class ListAsPlanError(PeerxlError):
    """One of the lists that were made from a plan, named as the plan."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"{name}: this is {kind} that peerxl made, and not the plan; give the plan that it was made from."
        )


class PaperAsPlanError(PeerxlError):
    """An appendix that was written of a plan, named as the plan."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: this is an appendix that peerxl wrote, and not the plan; give the plan that it was written of"
            f"{ADOPT_PAPER.words()}."
        )


class ReadOptions(TypedDict, total=False):
    """How a master is to be read.

    ``quarter`` is the reporting quarter ("Q3 2023/24", or "Q3" where the plan says the year), ``sheet`` the sheet or
    sheets to read (``all_sheets`` for every tracker), ``header_row`` the row of the headings, ``columns`` the letters
    of columns by field ({"status": "F"}), ``settings`` another workbook with Owners, Statuses and Settings sheets.
    """

    quarter: AnyQuarter
    sheet: str | Sequence[str] | None
    all_sheets: bool
    header_row: int | None
    columns: Mapping[str, str] | None
    settings: AnyPath | None


def read_plan(master: AnyPath, *, may_be_paper: bool = False, **options: Unpack[ReadOptions]) -> ActionPlan:
    """Read the action plan that a workbook holds.

    ``options`` are those of ``ReadOptions``. An appendix that peerxl wrote is read only where it ``may_be_paper``: what
    is asked and remembered is the plan's. Raises a PeerxlError whose text is for the officer.
    """
    path = Path(master)
    with uncollected():
        return read_plan_from(path, read_sheets(path), options, may_be_paper=may_be_paper)


def read_plan_from(
    path: Path,
    sheets: tuple[Sheet, ...],
    options: ReadOptions,
    last: Directory | None = None,
    *,
    may_be_paper: bool = False,
) -> ActionPlan:
    """Read the action plan that a workbook's sheets hold, or would: all but their values is read from the file.

    ``last`` are last year's contacts, for owners of whom the workbook itself says nothing.
    """
    refuse_form(path.name, sheets)
    refuse_list(path.name, sheets)
    other, sheet = options.get("settings"), options.get("sheet")
    columns = parse_columns(options.get("columns") or {})
    base = read_settings(read_sheets(Path(other)), str(other)) if other is not None else Settings()
    # What the workbook itself says comes last, and so counts more than --settings.
    own = tuple(sheet for sheet in sheets if not explain_foreign_key(sheet))
    settings = read_settings(own, str(path), base)
    if last is not None:
        settings = replace(settings, directory=join_contacts(settings.directory, last))
    quarter = options.get("quarter")
    if lacks_year(quarter, settings.years):
        # "Q3" alone is of the year that the plan says, once it is read as if nothing had been asked.
        undated: ReadOptions = {**options, "quarter": None}
        quarter = parse_plan_quarter(quarter, read_plan_from(path, sheets, undated, last, may_be_paper=True))
    styles = CellStyles(path)
    request = Request(
        source=path.name,
        quarter=parse_quarter(quarter, settings.years),
        sheets=(sheet,) if isinstance(sheet, str) else tuple(sheet or ()),
        all_sheets=options.get("all_sheets", False),
        header_row=options.get("header_row"),
        columns=columns,
        settings=settings,
        fill_of=styles.fill,
        number_format_of=styles.number_format,
        offered_to=make_offer_words(path, sheets),
    )
    read = read_beside_papers(path.name, sheets, request, may_be_paper=may_be_paper)
    plan = replace(read, path=path, settings_path=settings_file(options))
    if not plan.quarter or not plan.open_actions(plan.quarter):
        return plan
    # A workbook that cannot be written is said to be so also where it lacks the columns that answers would go to.
    targets = (cell for _, _, cell in list_targets(plan, plan.quarter) if cell)
    return replace(plan, obstacles=find_obstacles(path, {table.sheet for table in plan.tables}, targets))


FORM_MARK = "Form id"
"""A heading of what a form keeps of how it was issued, which no plan has."""


def refuse_form(name: str, sheets: Sequence[Sheet]) -> None:
    """Raise where a workbook holds what was issued to an owner."""
    # Reading forms is asked for by few commands, and a plan need not wait for it.
    if not any(FORM_MARK in row for sheet in sheets for row in sheet.rows):
        return
    from peerxl.returns.read import NotAReturnError, find_issued

    try:
        issued = find_issued(name, sheets)
    except NotAReturnError:
        return
    raise FormAsPlanError(name, issued.lines[0].text("File"))


def refuse_list(name: str, sheets: Sequence[Sheet]) -> None:
    """Raise where a workbook is one of the lists that are made from a plan."""
    if kind := name_own_list(sheets):
        raise ListAsPlanError(name, kind)


def read_beside_papers(name: str, sheets: Sequence[Sheet], request: Request, *, may_be_paper: bool) -> ActionPlan:
    """The plan on a workbook's sheets; PaperAsPlanError where there is none but an appendix that was written of one.

    Somebody may keep a paper's sheet in the plan's own workbook: that sheet is none of the plan.
    """
    papers = frozenset(sheet.name for sheet in sheets if is_paper([sheet]))
    if not papers:
        return plan_from_sheets(sheets, request)
    asked = {sheet.name for sheet in find_asked(sheets, request)}
    if not asked & papers:
        try:
            plan = plan_from_sheets(sheets, replace(request, papers=papers))
        except NoTrackerError:
            if asked:
                raise
        else:
            if plan.actions or asked:
                return plan
    if may_be_paper:
        return plan_from_sheets(sheets, request)
    raise PaperAsPlanError(name)


def make_offer_words(path: Path, sheets: Sequence[Sheet]) -> Callable[[Sequence[Cell]], tuple[str, ...]]:
    """What the drop-downs of a workbook offer, which is read when it is first asked for, and asked for of few."""

    @cache
    def read() -> Offers:
        from peerxl.excel.offers import read_offers

        return read_offers(path, sheets)

    def offer_words(cells: Sequence[Cell]) -> tuple[str, ...]:
        """The words that the drop-down of the first of these cells offers that has one; none where none has."""
        from peerxl.excel.offers import match_offers

        matched = match_offers(read(), cells)
        return next((matched[cell].words or () for cell in cells if cell in matched), ())

    return offer_words


def settings_file(options: ReadOptions) -> Path | None:
    """The workbook that the settings are taken from beside the plan's own."""
    settings = options.get("settings")
    return Path(settings) if settings is not None else None


def parse_quarter(quarter: AnyQuarter, years: YearConvention) -> FiscalQuarter | None:
    """Read a quarter given as one or as words; QuarterUnreadableError where the words name none."""
    if quarter is None or isinstance(quarter, FiscalQuarter):
        return quarter
    reading = find_quarter(quarter, years)
    if reading is None:
        raise QuarterUnreadableError(quarter)
    return reading


def lacks_year(quarter: AnyQuarter, years: YearConvention) -> bool:
    """Whether words name a quarter without its year: "Q3"; not where quarters may be the calendar's."""
    if not isinstance(quarter, str) or years.has_calendar_quarters:
        return False
    name = read_quarter_name(quarter, years)
    return name is not None and name.year is None


def parse_plan_quarter(quarter: AnyQuarter, plan: ActionPlan) -> FiscalQuarter | None:
    """Read a quarter of a plan: one without a year is of the plan's; QuarterUnreadableError where it says none."""
    years = plan.settings.years
    year = plan.year or (plan.quarter.year if plan.quarter else None)
    if year is not None and isinstance(quarter, str) and lacks_year(quarter, years):
        name = read_quarter_name(quarter, years)
        return year.quarter(name.number) if name else None
    return parse_quarter(quarter, years)


def parse_columns(columns: Mapping[str, str]) -> dict[Field, int]:
    """Read the columns settled by hand: the number of the column of each field."""
    numbers: dict[Field, int] = {}
    for name, letters in columns.items():
        try:
            numbers[Field(name.strip().casefold())] = column_number(letters.strip())
        except ValueError as error:
            fields = ", ".join(field for field in Field if field is not Field.EXTRA)
            raise ColumnError(f"{name}={letters}", f"names no field or no column (fields: {fields})") from error
    return numbers


def require_quarter(plan: ActionPlan) -> FiscalQuarter:
    """The plan's reporting quarter; NoQuarterError where nothing says it."""
    if plan.quarter is None:
        raise NoQuarterError(plan.source)
    return plan.quarter
