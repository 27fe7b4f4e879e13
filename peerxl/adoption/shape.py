"""What a plan's master has columns for: its year's quarters, others that say something, and what was kept besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from peerxl.adoption.words import reports
from peerxl.documents.master import Shape, comments_heading, list_plan_columns, update_heading
from peerxl.model.fiscal import FiscalQuarter, FiscalYear, YearConvention
from peerxl.model.layout import Column, Field
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.sheet import Cell
from peerxl.reading.headers.title import keep_title
from peerxl.reading.headings.heading import read_heading
from peerxl.text import cut_line

HOUSE = Shape()
LONGEST = 200
"""How long a heading may be that is kept: Excel's own limit is 255."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each column of a tracker goes in its master, by headings; ``extras`` by the old headings' cells."""

    title: str
    shape: Shape
    quarters: Mapping[FiscalQuarter, str]
    extras: Mapping[Cell, str]

    def of_report(self, column: Column) -> str:
        """Where a status or a comment goes: its quarter's column, else one of its own."""
        name = quarter_name(column, self.quarters)
        if not name:
            return self.extras[column.heading]
        return update_heading(name) if column.field is Field.STATUS else comments_heading(name)


def places_of(plan: ActionPlan) -> Places:
    """The master's columns for a plan."""
    year = plan.quarter.year if plan.quarter else plan.year
    titled = plan.year or year
    said = (report.column.quarter for action in plan.actions for report in reports(plan, action))
    used = {quarter for quarter in said if quarter}
    # The whole year, to be reported on, and of others what has been.
    laid = sorted(used | {year.quarter(number) for number in (1, 2, 3, 4)}) if year else sorted(used)
    quarters = {quarter: named(quarter, titled) for quarter in laid}
    has_original = plan.has_column(Field.ORIGINAL_TIMESCALE) or any(
        action.original_timescale for action in plan.actions
    )
    shape = Shape(tuple(quarters.values()) or HOUSE.quarters, has_original)
    extras = extra_headings(plan, quarters, shape)
    shape = replace(shape, extras=unique(extras.values()))
    return Places(keep_title(plan.title, titled, plan.settings.years), shape, quarters, extras)


def named(quarter: FiscalQuarter, titled: FiscalYear | None) -> str:
    """A quarter as the headings have it: with its year, unless that is the title's."""
    return f"Quarter {quarter.number}" if quarter.year == titled else f"Quarter {quarter.number} {quarter.year}"


def quarter_name(column: Column, quarters: Mapping[FiscalQuarter, str]) -> str:
    """The name of a report's quarter in the headings; nothing where nobody says which quarter it is."""
    if column.quarter is not None:
        return quarters.get(column.quarter, "")
    return f"Quarter {column.name.removeprefix('Q')}" if column.name else ""


def extra_headings(plan: ActionPlan, quarters: Mapping[FiscalQuarter, str], shape: Shape) -> dict[Cell, str]:
    """The new heading of each column that has no place in the house's, where anything stands under it.

    Columns of one heading stay apart, and so many of it go on from one table of the plan to the next.
    """
    taken = {column.heading.casefold() for column in list_plan_columns(shape)}
    extras: dict[Cell, str] = {}
    by_name: dict[tuple[str, int], str] = {}
    counts: Counter[tuple[str, int, str]] = Counter()
    # A status of no quarter holds in the master too, and so keeps its name.
    overall = {column.heading for table in plan.tables for column in table.all_of(Field.OVERALL_STATUS)}
    for heading in unique(kept_headings(plan, quarters)):
        words = " ".join(heading.text.split())
        counts[heading.sheet, heading.row, words] += 1
        name = (words, counts[heading.sheet, heading.row, words])
        if name not in by_name:
            is_free = heading in overall and words.casefold() not in taken
            by_name[name] = words if is_free else free_heading(words, taken, plan.settings.years)
            taken.add(by_name[name].casefold())
        extras[heading] = by_name[name]
    return extras


def kept_headings(plan: ActionPlan, quarters: Mapping[FiscalQuarter, str]) -> Iterator[Cell]:
    """The cells of these columns' headings."""
    for action in plan.actions:
        yield from (heading for heading, cell in action.extras if cell.text.strip())
        for report in reports(plan, action):
            if not quarter_name(report.column, quarters):
                yield report.column.heading


def free_heading(heading: str, taken: set[str], years: YearConvention) -> str:
    """A heading that no other column has and that is read as nothing but itself, or the plan would read otherwise."""
    words = cut_line(heading, LONGEST) or "Column without a heading"
    # “Status” over a column that was kept would make it one of statuses in the master.
    plain = words if not reads_as_more(words, years) else f"Kept: “{words}” from before"
    # One number more than there are headings is enough for one to be free.
    numbered = (f"{plain} ({number})" for number in range(2, len(taken) + 3))
    return next(each for each in (plain, *numbered) if each.casefold() not in taken)


def reads_as_more(words: str, years: YearConvention) -> bool:
    heading = read_heading(words, years)
    return (heading.is_known and heading.field is not Field.EXTRA) or heading.year is not None
