"""A portfolio as a Document: what each workbook was read as, what was found, how plans stand and what is overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from peerxl.documents.document import UNDATED, Document, EntryValue, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.findings import RULES, show_severity
from peerxl.documents.own_titles import PORTFOLIO_OF, WORKBOOKS_READ
from peerxl.documents.palette import Tone
from peerxl.documents.wording import NO_REF, counted
from peerxl.model.finding import Severity
from peerxl.model.layout import Fate, SheetFate
from peerxl.portfolio.portfolio import LeagueLine, Portfolio, PortfolioRule
from peerxl.portfolio.summary import STANDINGS, OverdueAction, RuleCount, ThemeCount, WorkbookSummary

NOT_SAID, NO_THEME, NOBODY = "Not said", "No theme", "Nobody"
AGES = "How long is counted to the end of the quarter that each plan reports on."
MOST_ROWS = 1_000_000
"""A sheet has 1,048,576 rows."""
WORKING_PAPER = (
    "A working paper, not for publication: it holds the names of owners and the words of plans as they stand."
)


def build_portfolio(portfolio: Portfolio) -> Document:
    """A sheet of figures, then one for each thing that is listed; those with nothing to list say so."""
    title = f"{PORTFOLIO_OF}{counted(len(portfolio.workbooks), 'workbook')}"
    lists = (sheet.build(portfolio) for sheet in LISTS)
    return Document(title, (build_figures(portfolio, title), *lists), UNDATED)


def build_figures(portfolio: Portfolio, title: str) -> Section:
    read = portfolio.read
    figures = (
        ("Workbooks", len(portfolio.workbooks)),
        ("Read as a plan", len(read)),
        ("Could not be read", len(portfolio.unread)),
        ("Are forms, lists and papers that peerxl made, and were left aside", len(portfolio.left_aside)),
        *((("Were left out as you asked, and not read", len(portfolio.left_out)),) if portfolio.left_out else ()),
        ("Say no quarter, so that nothing in them is overdue", len(portfolio.without_quarter)),
        ("Hold a plan that another workbook holds too, so that it is counted twice", len(portfolio.same_plans)),
        ("Actions", sum(map(attrgetter("actions"), read))),
        ("Open actions", sum(map(attrgetter("open"), read))),
        ("Overdue actions", sum(len(workbook.overdue) for workbook in read)),
        *(
            (f"Findings: {severity}", sum(workbook.count_findings(severity) for workbook in read))
            for severity in Severity
        ),
    )
    return Section(
        name="Figures",
        title=title,
        intro=(WORKING_PAPER, AGES),
        table_name="Figures",
        columns=(TableColumn("What", 320, names_row=True), TableColumn("How many", 90)),
        rows=tuple(TableRow.of(*figure) for figure in figures),
    )


T_contra = TypeVar("T_contra", contravariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListedColumn(Generic[T_contra]):
    """A column of a list: its heading, its width, and what each thing that is listed has in it."""

    heading: str
    width: float
    take: Callable[[T_contra], EntryValue | TableEntry]
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioList(Generic[T]):
    """A sheet that lists things of a portfolio, to be filtered; ``nothing`` is said where there are none."""

    name: str
    title: str
    nothing: str
    things: Callable[[Portfolio], Iterable[T]]
    columns: tuple[ListedColumn[T], ...]
    intro: str = ""

    def build(self, portfolio: Portfolio) -> Section:
        """The sheet of a portfolio, with a line that says so where there is more than it holds."""
        things = iter(self.things(portfolio))
        rows = tuple(TableRow.of(*(column.take(each) for column in self.columns)) for each in islice(things, MOST_ROWS))
        intro = [self.intro] if self.intro else []
        if rest := sum(1 for _ in things):
            intro.append(f"Another {rest:,} are not listed, as a sheet holds no more; printed as JSON they are.")
        columns = (TableColumn(each.heading, each.width, names_row=each.names_row) for each in self.columns)
        return Section(
            name=self.name,
            title=self.title,
            intro=tuple(intro) if rows else (self.nothing,),
            table_name="".join(filter(str.isalpha, self.name)),
            columns=tuple(columns) if rows else (),
            rows=rows,
            is_filterable=True,
            keeps_headings_in_sight=True,
        )


class OfWorkbook(Protocol):
    """Anything that belongs to a workbook."""

    @property
    def workbook(self) -> WorkbookSummary: ...


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A thing and the workbook that it was found in."""

    workbook: WorkbookSummary
    thing: T


def list_things(portfolio: Portfolio, take: Callable[[WorkbookSummary], Iterable[T]]) -> Iterator[Listed[T]]:
    """What each workbook that was read has of a kind."""
    return (Listed(workbook, thing) for workbook in portfolio.read for thing in take(workbook))


def describe_columns(sheet: SheetFate) -> str:
    """ "ref A, action C, status E and G"."""
    return ", ".join(f"{field} {' and '.join(letters)}" for field, letters in sheet.columns)


def join_read(workbook: WorkbookSummary, describe: Callable[[SheetFate], object]) -> str:
    """What there is to say of each sheet that was read, a line each."""
    return "\n".join(str(describe(sheet)) for sheet in workbook.sheets if sheet.fate is Fate.READ)


def name_same_plan(portfolio: Portfolio, workbook: WorkbookSummary) -> str:
    """The file of another workbook that has all of its actions; "" where none has."""
    same = portfolio.same_plans.get(workbook.file)
    return same.file if same else ""


def count_severity(severity: Severity) -> ListedColumn[OfWorkbook]:
    """The column that says how many findings of a severity a workbook has."""
    return ListedColumn(f"{severity}".capitalize(), 75, lambda listed: listed.workbook.count_findings(severity))


def count_standing(index: int, standing: str) -> ListedColumn[Listed[ThemeCount]]:
    """The column that says how many actions of a theme stand in a way."""
    return ListedColumn(standing, 80, lambda listed: listed.thing.standings[index])


WHO: tuple[ListedColumn[OfWorkbook], ...] = (
    ListedColumn(
        "Council", 200, lambda listed: listed.workbook.council or TableEntry(NOT_SAID, Tone.MUTED), names_row=True
    ),
    ListedColumn("File", 170, lambda listed: listed.workbook.file),
)
WORKBOOKS: PortfolioList[Listed[str]] = PortfolioList(
    "Workbooks",
    WORKBOOKS_READ,
    "No workbook could be read.",
    lambda portfolio: list_things(portfolio, lambda workbook: (name_same_plan(portfolio, workbook),)),
    (
        *WHO,
        ListedColumn("Plan", 200, lambda listed: listed.workbook.title or NOT_SAID),
        ListedColumn("Quarter", 100, lambda listed: listed.workbook.quarter or NOT_SAID),
        ListedColumn("Sheet", 110, lambda listed: join_read(listed.workbook, lambda sheet: sheet.name)),
        ListedColumn("Headings in row", 80, lambda listed: join_read(listed.workbook, lambda sheet: sheet.header_row)),
        ListedColumn("Columns", 260, lambda listed: join_read(listed.workbook, describe_columns)),
        ListedColumn("Actions", 70, lambda listed: listed.workbook.actions),
        ListedColumn("Open", 70, lambda listed: listed.workbook.open),
        ListedColumn(
            "Overdue", 75, lambda listed: len(listed.workbook.overdue) if listed.workbook.quarter else NOT_SAID
        ),
        *map(count_severity, Severity),
        ListedColumn("Same actions as", 170, lambda listed: listed.thing),
    ),
    "A workbook whose quarter is not said has nothing overdue. Columns are named by their letters. Where all actions "
    "of a workbook are in another too, as a paper's are in its plan, leave one of them out, or they are counted twice.",
)
RULES_FOUND: PortfolioList[PortfolioRule] = PortfolioList(
    RULES,
    "Findings by rule",
    "Nothing was found.",
    lambda portfolio: portfolio.rules,
    (
        ListedColumn("How serious", 100, lambda rule: show_severity(rule.severity)),
        ListedColumn("Rule", 220, lambda rule: rule.code, names_row=True),
        ListedColumn("Findings", 90, lambda rule: rule.number),
        ListedColumn("Workbooks", 90, lambda rule: rule.workbooks),
    ),
    "How often each rule found something, and in how many workbooks; peerxl check lists what it found in one.",
)
FINDINGS: PortfolioList[Listed[RuleCount]] = PortfolioList(
    "By workbook",
    "Findings by workbook",
    "Nothing was found.",
    lambda portfolio: list_things(portfolio, lambda workbook: workbook.findings),
    (
        *WHO,
        ListedColumn("How serious", 100, lambda listed: show_severity(listed.thing.severity)),
        ListedColumn("Rule", 220, lambda listed: listed.thing.code),
        ListedColumn("Findings", 90, lambda listed: listed.thing.number),
    ),
)
STATUSES: PortfolioList[Listed[ThemeCount]] = PortfolioList(
    "Status",
    "How actions stand, by council and theme",
    "There are no actions.",
    lambda portfolio: list_things(portfolio, lambda workbook: workbook.themes),
    (
        *WHO,
        ListedColumn("Theme", 200, lambda listed: listed.thing.theme or NO_THEME),
        *(count_standing(index, standing) for index, standing in enumerate(STANDINGS)),
        ListedColumn("Actions", 75, lambda listed: listed.thing.actions),
        ListedColumn("Open", 70, lambda listed: listed.thing.open),
        ListedColumn("Overdue", 75, lambda listed: NOT_SAID if listed.thing.overdue is None else listed.thing.overdue),
    ),
    "Each action stands in one way, by its latest status up to the quarter reported on, in words all plans share.",
)
LEAGUE: PortfolioList[LeagueLine] = PortfolioList(
    "League table",
    "Who is overdue",
    "Nothing is overdue.",
    lambda portfolio: portfolio.league,
    (
        ListedColumn("Place", 60, lambda line: line.place),
        *WHO,
        ListedColumn("Quarter", 100, lambda line: line.workbook.quarter or NOT_SAID),
        ListedColumn("Open", 70, lambda line: line.workbook.open),
        ListedColumn("Overdue", 75, lambda line: line.overdue),
        ListedColumn("Of 100 open", 80, lambda line: line.share),
        ListedColumn("Up to a quarter", 80, lambda line: line.quarter),
        ListedColumn("Up to a year", 80, lambda line: line.year),
        ListedColumn("Longer", 75, lambda line: line.longer),
        ListedColumn("Median days", 80, lambda line: line.median_days),
        ListedColumn("Longest days", 80, lambda line: line.longest_days),
    ),
    f"The plans with most overdue first. {AGES}",
)
OVERDUE: PortfolioList[Listed[OverdueAction]] = PortfolioList(
    "Overdue",
    "Overdue actions",
    "Nothing is overdue.",
    lambda portfolio: list_things(portfolio, lambda workbook: workbook.overdue),
    (
        *WHO,
        ListedColumn("Ref", 90, lambda listed: listed.thing.ref or NO_REF),
        ListedColumn("Theme", 130, lambda listed: listed.thing.theme or NO_THEME),
        ListedColumn("Action", 300, lambda listed: listed.thing.text),
        ListedColumn("Owners", 150, lambda listed: "; ".join(listed.thing.owners) or NOBODY),
        ListedColumn("Status", 100, lambda listed: listed.thing.standing),
        ListedColumn("Timescale", 120, lambda listed: listed.thing.timescale),
        ListedColumn("Due quarter", 100, lambda listed: listed.thing.due_quarter),
        ListedColumn("Due", 120, lambda listed: listed.thing.due),
        ListedColumn("Quarters", 75, lambda listed: listed.thing.quarters),
        ListedColumn("Days", 70, lambda listed: listed.thing.days),
    ),
    f"The longest overdue of each plan first. {AGES}",
)
UNREAD: PortfolioList[WorkbookSummary] = PortfolioList(
    "Not read",
    "What was not read, and why",
    "Every workbook was read.",
    lambda portfolio: (*portfolio.unread, *portfolio.left_aside),
    (
        ListedColumn("File", 220, lambda workbook: workbook.file, names_row=True),
        ListedColumn("Why", 500, lambda workbook: workbook.why),
    ),
)
LISTS = (WORKBOOKS, RULES_FOUND, FINDINGS, STATUSES, LEAGUE, OVERDUE, UNREAD)
"""The sheets after the figures, in their order."""
