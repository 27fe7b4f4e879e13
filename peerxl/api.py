"""One function per command: files in, values or files out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from os import PathLike
from pathlib import Path
from typing import Any

from peerxl.chasing import Chase, chase_plan
from peerxl.checks import check_plan
from peerxl.errors import (
    ColumnError,
    NoQuarterError,
    OutputIsMasterError,
    OutputNameError,
    QuarterUnreadableError,
    ReplyDayError,
)
from peerxl.excel.read import Styles, read_sheets
from peerxl.language.timescales import read_quarter
from peerxl.model.finding import Findings
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.sheet import column_number
from peerxl.reading.plan import plan_from_sheets
from peerxl.reading.settings import read_settings
from peerxl.reading.tracker import Request

AnyPath = str | PathLike[str]
AnyQuarter = str | FiscalQuarter | None


@dataclass(frozen=True, slots=True)
class Files:
    """What was written, or would be: each file's bytes by its path."""

    contents: Mapping[Path, bytes]

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(self.contents)


@dataclass(frozen=True, slots=True)
class Chased:
    """A chase with its files: the form of each owner asked, in the owners' order, then the coordinator's list."""

    chase: Chase
    forms: tuple[Path, ...]
    chase_list: Path
    reply_by: date
    files: Files

    @property
    def stale(self) -> tuple[Path, ...]:
        """Forms that lie beside these from an earlier chase and are not of this one."""
        folder = self.chase_list.parent / "forms"
        return tuple(sorted(set(folder.glob("*.xlsx")) - set(self.forms))) if folder.is_dir() else ()


@dataclass(frozen=True, slots=True)
class Quarter:
    """The whole quarter: the plan, its findings, the chase, and everything written."""

    plan: ActionPlan
    quarter: FiscalQuarter
    findings: Findings
    findings_report: Path
    appendix: Path
    chased: Chased


def read_plan(
    master: AnyPath,
    *,
    quarter: AnyQuarter = None,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: AnyPath | None = None,
) -> ActionPlan:
    """The action plan a workbook holds.

    ``quarter`` is the reporting quarter ("Q3 2023/24"), ``sheet`` the one sheet to read, ``columns`` the letters of
    columns by field ({"status": "F"}), ``settings`` another workbook with Owners, Statuses and Settings sheets.
    Raises a PeerxlError whose text is for the officer.
    """
    path = Path(master)
    chosen = columns_of(columns or {})
    sheets = read_sheets(path)
    base = read_settings(read_sheets(Path(settings)), str(settings)) if settings is not None else Settings()
    own = read_settings(sheets, str(master), base)
    styles = Styles(path)
    request = Request(
        source=path.name,
        quarter=quarter_of(quarter, own.first_month),
        sheet=sheet,
        columns=chosen,
        settings=own,
        shows_month_only=styles.shows_month_only,
        fill_of=styles.fill,
    )
    return replace(plan_from_sheets(sheets, request), path=path)


def how_to_read(
    quarter: AnyQuarter, sheet: str | None, columns: Mapping[str, str] | None, settings: AnyPath | None
) -> dict[str, Any]:
    """How a plan is read, by the names that ``read_plan`` has for it and in words that a file can keep."""
    return {
        "quarter": str(quarter) if quarter is not None else None,
        "sheet": sheet,
        "columns": dict(columns or {}),
        "settings": str(Path(settings).resolve()) if settings is not None else None,
    }


def quarter_of(quarter: AnyQuarter, first_month: int) -> FiscalQuarter | None:
    """A quarter given as one or as words; QuarterUnreadableError where the words name none."""
    if quarter is None or isinstance(quarter, FiscalQuarter):
        return quarter
    read = read_quarter(quarter, first_month)
    if read is None:
        raise QuarterUnreadableError(quarter)
    return read


def columns_of(columns: Mapping[str, str]) -> dict[Field, int]:
    """Columns settled by hand, each field by the number of its column."""
    chosen: dict[Field, int] = {}
    for name, letters in columns.items():
        try:
            chosen[Field(name.strip().casefold())] = column_number(letters.strip())
        except ValueError as error:
            fields = ", ".join(field for field in Field if field is not Field.EXTRA)
            raise ColumnError(f"{name}={letters}", f"names no field or no column (fields: {fields})") from error
    return chosen


def reporting_quarter(plan: ActionPlan) -> FiscalQuarter:
    """The plan's reporting quarter; NoQuarterError where nothing says it."""
    if plan.quarter is None:
        raise NoQuarterError(plan.source)
    return plan.quarter


def reply_day(plan: ActionPlan, today: date) -> date:
    """The day to reply by: the settings' days from today, on to Monday where that is a weekend."""
    try:
        day = today + timedelta(days=plan.settings.reply_days)
        return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else 0)
    except OverflowError as error:
        raise ReplyDayError(f"{plan.settings.reply_days} days on", today) from error


def save(plan: ActionPlan, contents: Mapping[Path, bytes], force: bool) -> None:
    """Write all files or none, and never over the plan they are made from."""
    from peerxl.excel.save import save_all

    for path in contents:
        refuse_output(path, plan.path)
    save_all(contents, force=force)


def refuse_output(path: Path, *inputs: Path | None) -> None:
    """Raise where an output would take the place of what it is made from, or has the name of no workbook."""
    if any(each is not None and path.exists() and path.samefile(each) for each in inputs):
        raise OutputIsMasterError(path)
    if path.suffix.lower() != ".xlsx":
        raise OutputNameError(path)


def appendix_bytes(plan: ActionPlan, *, layout: str = "full", number: str | None = None, merged: bool = False) -> bytes:
    """The committee appendix as a workbook's bytes."""
    from peerxl.documents.appendix import appendix
    from peerxl.excel.write import render

    number = plan.settings.appendix_number if number is None else number
    return render(appendix(plan, reporting_quarter(plan), layout=layout, number=number, merged=merged))


def write_appendix(
    plan: ActionPlan,
    path: AnyPath,
    *,
    layout: str = "full",
    number: str | None = None,
    merged: bool = False,
    force: bool = False,
) -> Path:
    """The committee appendix, written; an existing different file is refused unless forced."""
    target = Path(path)
    save(plan, {target: appendix_bytes(plan, layout=layout, number=number, merged=merged)}, force)
    return target


def findings_bytes(plan: ActionPlan, findings: Findings, master: str) -> bytes:
    """The findings as a workbook's bytes; ``master`` is where its links find the master from."""
    from peerxl.documents.findings import findings_report
    from peerxl.excel.write import render

    return render(findings_report(plan, findings, master))


def write_findings(
    plan: ActionPlan, findings: Findings, path: AnyPath, master: AnyPath, *, force: bool = False
) -> Path:
    """The findings workbook, written, each finding with a link to its cell in the master."""
    target = Path(path)
    save(plan, {target: findings_bytes(plan, findings, link_to(master, target))}, force)
    return target


def link_to(master: AnyPath, target: Path) -> str:
    """How a file finds the master from its own folder; only the name where they share no root."""
    from os.path import relpath

    try:
        return Path(relpath(Path(master).resolve(), target.resolve().parent)).as_posix()
    except ValueError:  # two drives
        return Path(master).name


def prepare_chase(plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None) -> Chased:
    """The return forms and the chase list, not yet written."""
    from peerxl.documents.chase_list import chase_list, form_file_name
    from peerxl.documents.form import form
    from peerxl.excel.write import render

    chase = chase_plan(plan, reporting_quarter(plan))
    reply_by = reply_by or reply_day(plan, today)
    if reply_by < today:
        raise ReplyDayError(reply_by, today)
    names: dict[str, str] = {}
    for owner in chase.owners:
        names[owner.key] = form_file_name(owner, set(names.values()))
    folder = Path(out)
    forms = {
        folder / "forms" / names[owner.key]: render(form(plan, chase, owner, today=today, reply_by=reply_by))
        for owner in chase.owners
    }
    by_owner = {owner: names[owner.key] for owner in chase.owners}
    listing = folder / "chase-list.xlsx"
    contents = {**forms, listing: render(chase_list(plan, chase, by_owner, today=today, reply_by=reply_by))}
    return Chased(chase, tuple(forms), listing, reply_by, Files(contents))


def write_chase(
    plan: ActionPlan, out: AnyPath, *, today: date, reply_by: date | None = None, force: bool = False
) -> Chased:
    """A return form for each owner in ``out/forms`` and the coordinator's ``chase-list.xlsx``: all of them or none."""
    chased = prepare_chase(plan, out, today=today, reply_by=reply_by)
    save(plan, chased.files.contents, force)
    return chased


def write_quarter(
    plan: ActionPlan,
    out: AnyPath,
    master: AnyPath,
    *,
    today: date,
    reply_by: date | None = None,
    layout: str = "full",
    number: str | None = None,
    force: bool = False,
) -> Quarter:
    """The whole quarter into a folder: findings, appendix, forms and chase list, all of them or none."""
    quarter, folder = reporting_quarter(plan), Path(out)
    findings = check_plan(plan, quarter)
    report, paper = folder / f"findings-{quarter.slug}.xlsx", folder / f"appendix-{quarter.slug}.xlsx"
    chased = prepare_chase(plan, folder, today=today, reply_by=reply_by)
    contents = {
        report: findings_bytes(plan, findings, link_to(master, report)),
        paper: appendix_bytes(plan, layout=layout, number=number),
        **chased.files.contents,
    }
    save(plan, contents, force)
    return Quarter(plan, quarter, findings, report, paper, chased)
