"""A portfolio as a Document: what each workbook was read as, what was found, how plans stand and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from peerxl.documents.document import UNDATED, Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.findings import RULES, show_severity
from peerxl.documents.palette import Tone
from peerxl.documents.wording import counted
from peerxl.model.finding import Severity
from peerxl.model.layout import Fate, SheetFate
from peerxl.portfolio.portfolio import Portfolio
from peerxl.portfolio.summary import STANDINGS, WorkbookSummary

NOT_SAID, NO_THEME, NO_REF, NOBODY = "Not said", "No theme", "No ref", "Nobody"
AGES = "How long is counted to the end of the quarter that each plan reports on."
MOST_ROWS = 1_000_000
"""A sheet has 1,048,576 rows."""
WORKING_PAPER = (
    "A working paper, not for publication: it holds the names of owners and the words of plans as they stand."
)


def build_portfolio(portfolio: Portfolio) -> Document:
    """A sheet of figures, then one for each thing that is listed; those with nothing to list say so."""
    title = f"Portfolio of {counted(len(portfolio.workbooks), 'workbook')}"
    sections = (
        build_figures(portfolio, title),
        build_workbooks(portfolio),
        build_rules(portfolio),
        build_findings_by_workbook(portfolio),
        build_statuses(portfolio),
        build_league(portfolio),
        build_overdue(portfolio),
        build_unread(portfolio),
    )
    return Document(title, sections, UNDATED)


def build_figures(portfolio: Portfolio, title: str) -> Section:
    read = portfolio.read
    figures = (
        ("Workbooks", len(portfolio.workbooks)),
        ("Read as a plan", len(read)),
        ("Could not be read", len(portfolio.unread)),
        ("Say no quarter, so that nothing in them is overdue", len(portfolio.without_quarter)),
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


def list_section(
    name: str, title: str, nothing: str, columns: tuple[TableColumn, ...], rows: Iterator[TableRow], *intro: str
) -> Section:
    """A sheet that lists things, to be filtered; a line where there are none, or more than a sheet holds."""
    listed = tuple(islice(rows, MOST_ROWS))
    if rest := sum(1 for _ in rows):
        intro = (*intro, f"Another {rest:,} are not listed, as a sheet holds no more; printed as JSON they are.")
    return Section(
        name=name,
        title=title,
        intro=intro if listed else (nothing,),
        table_name="".join(filter(str.isalpha, name)),
        columns=columns if listed else (),
        rows=listed,
        is_filterable=True,
        keeps_headings_in_sight=True,
    )


def name_council(workbook: WorkbookSummary) -> TableEntry | str:
    return workbook.council or TableEntry(NOT_SAID, Tone.MUTED)


WHO = (TableColumn("Council", 200, names_row=True), TableColumn("File", 170))


def who(workbook: WorkbookSummary) -> tuple[TableEntry | str, str]:
    return name_council(workbook), workbook.file


def build_workbooks(portfolio: Portfolio) -> Section:
    return list_section(
        "Workbooks",
        "What each workbook was read as",
        "No workbook could be read.",
        (
            *WHO,
            TableColumn("Plan", 200),
            TableColumn("Quarter", 100),
            TableColumn("Sheet", 110),
            TableColumn("Headings in row", 80),
            TableColumn("Columns", 260),
            TableColumn("Actions", 70),
            TableColumn("Open", 70),
            TableColumn("Overdue", 75),
            *(TableColumn(f"{severity}".capitalize(), 75) for severity in Severity),
        ),
        map(describe_workbook, portfolio.read),
        "A workbook whose quarter is not said has nothing overdue. Columns are named by their letters.",
    )


def describe_workbook(workbook: WorkbookSummary) -> TableRow:
    sheets = [sheet for sheet in workbook.sheets if sheet.fate is Fate.READ]
    return TableRow.of(
        *who(workbook),
        workbook.title or NOT_SAID,
        workbook.quarter or NOT_SAID,
        "\n".join(sheet.name for sheet in sheets),
        "\n".join(str(sheet.header_row) for sheet in sheets),
        "\n".join(map(describe_columns, sheets)),
        workbook.actions,
        workbook.open,
        len(workbook.overdue) if workbook.quarter else NOT_SAID,
        *(workbook.count_findings(severity) for severity in Severity),
    )


def describe_columns(sheet: SheetFate) -> str:
    """ "ref A, action C, status E and G"."""
    return ", ".join(f"{field} {' and '.join(letters)}" for field, letters in sheet.columns)


def build_rules(portfolio: Portfolio) -> Section:
    return list_section(
        RULES,
        "Findings by rule",
        "Nothing was found.",
        (
            TableColumn("How serious", 100),
            TableColumn("Rule", 220, names_row=True),
            TableColumn("Findings", 90),
            TableColumn("Workbooks", 90),
        ),
        (TableRow.of(show_severity(rule.severity), rule.code, rule.number, rule.workbooks) for rule in portfolio.rules),
        "How often each rule found something, and in how many workbooks; peerxl check lists what it found in one.",
    )


def build_findings_by_workbook(portfolio: Portfolio) -> Section:
    return list_section(
        "By workbook",
        "Findings by workbook",
        "Nothing was found.",
        (*WHO, TableColumn("How serious", 100), TableColumn("Rule", 220), TableColumn("Findings", 90)),
        (
            TableRow.of(*who(workbook), show_severity(rule.severity), rule.code, rule.number)
            for workbook in portfolio.read
            for rule in workbook.findings
        ),
    )


def build_statuses(portfolio: Portfolio) -> Section:
    return list_section(
        "Status",
        "How actions stand, by council and theme",
        "There are no actions.",
        (
            *WHO,
            TableColumn("Theme", 200),
            *(TableColumn(standing, 80) for standing in STANDINGS),
            TableColumn("Actions", 75),
            TableColumn("Open", 70),
            TableColumn("Overdue", 75),
        ),
        (
            TableRow.of(
                *who(workbook),
                theme.theme or NO_THEME,
                *theme.standings,
                theme.actions,
                theme.open,
                NOT_SAID if theme.overdue is None else theme.overdue,
            )
            for workbook in portfolio.read
            for theme in workbook.themes
        ),
        "Each action stands in one way, by its latest status up to the quarter reported on, in words all plans share.",
    )


def build_league(portfolio: Portfolio) -> Section:
    return list_section(
        "League table",
        "Who is overdue",
        "Nothing is overdue.",
        (
            TableColumn("Place", 60),
            *WHO,
            TableColumn("Quarter", 100),
            TableColumn("Open", 70),
            TableColumn("Overdue", 75),
            TableColumn("Of 100 open", 80),
            TableColumn("Up to a quarter", 80),
            TableColumn("Up to a year", 80),
            TableColumn("Longer", 75),
            TableColumn("Median days", 80),
            TableColumn("Longest days", 80),
        ),
        (
            TableRow.of(
                line.place,
                *who(line.workbook),
                line.workbook.quarter or NOT_SAID,
                line.workbook.open,
                line.overdue,
                line.share,
                line.quarter,
                line.year,
                line.longer,
                line.median_days,
                line.longest_days,
            )
            for line in portfolio.league
        ),
        f"The plans with most overdue first. {AGES}",
    )


def build_overdue(portfolio: Portfolio) -> Section:
    return list_section(
        "Overdue",
        "Overdue actions",
        "Nothing is overdue.",
        (
            *WHO,
            TableColumn("Ref", 90),
            TableColumn("Theme", 130),
            TableColumn("Action", 300),
            TableColumn("Owners", 150),
            TableColumn("Status", 100),
            TableColumn("Timescale", 120),
            TableColumn("Due quarter", 100),
            TableColumn("Due", 120),
            TableColumn("Quarters", 75),
            TableColumn("Days", 70),
        ),
        (
            TableRow.of(
                *who(workbook),
                action.ref or NO_REF,
                action.theme or NO_THEME,
                action.text,
                "; ".join(action.owners) or NOBODY,
                action.standing,
                action.timescale,
                action.due_quarter,
                action.due,
                action.quarters,
                action.days,
            )
            for workbook in portfolio.read
            for action in workbook.overdue
        ),
        f"The longest overdue of each plan first. {AGES}",
    )


def build_unread(portfolio: Portfolio) -> Section:
    return list_section(
        "Not read",
        "What could not be read, and why",
        "Every workbook was read.",
        (TableColumn("File", 220, names_row=True), TableColumn("Why", 500)),
        (TableRow.of(workbook.file, workbook.why) for workbook in portfolio.unread),
    )
