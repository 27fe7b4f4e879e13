"""Many workbooks together: what each rule found in all of them, and who is overdue with how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from peerxl.model.finding import Severity
from peerxl.portfolio.same_plans import find_same_plans
from peerxl.portfolio.summary import WorkbookSummary


@dataclass(frozen=True, slots=True)
class PortfolioRule:
    """How often a rule found something in all plans, and in how many of them."""

    code: str
    severity: Severity
    number: int
    workbooks: int


@dataclass(frozen=True, slots=True)
class LeagueLine:
    """How much of a plan is overdue and since when: of the overdue actions, how many since at most a quarter, a year,
    and longer; the median and the longest in days. ``place`` is shared by those that have as many overdue."""

    place: int
    workbook: WorkbookSummary
    quarter: int
    year: int
    longer: int
    median_days: int
    longest_days: int

    @property
    def overdue(self) -> int:
        return len(self.workbook.overdue)

    @property
    def share(self) -> int:
        """How many of a hundred open actions are overdue."""
        return round(100 * self.overdue / self.workbook.open)


@dataclass(frozen=True)
class Portfolio:
    """The workbooks that were asked for, in the order of their names; ``left_out`` are those not to be read."""

    workbooks: tuple[WorkbookSummary, ...]
    left_out: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[WorkbookSummary, ...]:
        return tuple(workbook for workbook in self.workbooks if workbook.is_read)

    @property
    def unread(self) -> tuple[WorkbookSummary, ...]:
        """Those that could not be read."""
        return tuple(workbook for workbook in self.workbooks if not workbook.is_read and not workbook.is_made)

    @property
    def left_aside(self) -> tuple[WorkbookSummary, ...]:
        """The forms, lists and papers that peerxl made of the plans beside them."""
        return tuple(workbook for workbook in self.workbooks if workbook.is_made)

    @property
    def without_quarter(self) -> tuple[WorkbookSummary, ...]:
        """Those of which nothing says the quarter, so that nothing in them can be overdue."""
        return tuple(workbook for workbook in self.read if workbook.quarter is None)

    def ahead(self, today: date) -> tuple[WorkbookSummary, ...]:
        """Those that report on a quarter which has not begun, so that what is due before it counts as overdue."""
        return tuple(workbook for workbook in self.read if workbook.begins and workbook.begins > today)

    @cached_property
    def same_plans(self) -> Mapping[str, WorkbookSummary]:
        """Those whose actions are all in another too, so that they are counted twice, and which other."""
        return find_same_plans(self.read)

    @property
    def rules(self) -> tuple[PortfolioRule, ...]:
        """What each rule found, the most serious first, and of those what is found most often."""
        numbers: Counter[tuple[Severity, str]] = Counter()
        workbooks: Counter[tuple[Severity, str]] = Counter()
        for workbook in self.workbooks:
            for rule in workbook.findings:
                numbers[rule.severity, rule.code] += rule.number
                workbooks[rule.severity, rule.code] += 1
        ordered = sorted(numbers, key=lambda pair: (pair[0].rank, -numbers[pair], pair[1]))
        return tuple(PortfolioRule(code, rank, numbers[rank, code], workbooks[rank, code]) for rank, code in ordered)

    @property
    def league(self) -> tuple[LeagueLine, ...]:
        """The plans with anything overdue: the most overdue first, then the longest."""
        late = [workbook for workbook in self.read if workbook.overdue]
        ordered = sorted(late, key=lambda each: (-len(each.overdue), -each.overdue[0].days, each.name, each.file))
        numbers = [len(workbook.overdue) for workbook in ordered]
        places: dict[int, int] = {}
        for place, number in enumerate(numbers, 1):
            places.setdefault(number, place)
        return tuple(rank_workbook(workbook, places[number]) for workbook, number in zip(ordered, numbers, strict=True))


def rank_workbook(workbook: WorkbookSummary, place: int) -> LeagueLine:
    """A plan's line in the league table; it has something overdue."""
    days = [action.days for action in workbook.overdue]
    quarters = [action.quarters for action in workbook.overdue]
    return LeagueLine(
        place=place,
        workbook=workbook,
        quarter=sum(1 for number in quarters if number <= 1),
        year=sum(1 for number in quarters if 1 < number <= 4),
        longer=sum(1 for number in quarters if number > 4),
        median_days=round(median(days)),
        longest_days=max(days),
    )
