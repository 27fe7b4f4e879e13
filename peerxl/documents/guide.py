"""The Guide sheet of a master: one page on how to keep the plan."""

from __future__ import annotations

import calendar
from datetime import date

from peerxl.documents.document import Section, TableColumn, TableRow, date_words
from peerxl.model.fiscal import YearConvention
from peerxl.model.settings import Settings
from peerxl.model.status import Status

GUIDE = "Guide"


def build_guide_section(settings: Settings) -> Section:
    """One page on how to keep the plan."""
    return Section(
        name=GUIDE,
        title="How to keep this plan",
        intro=("For everybody who types in this workbook.",),
        table_name="Guide",
        columns=(TableColumn("About", 112), TableColumn("Guidance", 660)),
        rows=tuple(TableRow.of(about, "\n".join(lines)) for about, lines in list_guidance(settings)),
    )


def list_guidance(settings: Settings) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the Guide sheet says: each subject and its lines."""
    return (
        ("To begin", ("Put the council's name and the year in the plan's title. Fill in Settings and Owners.",)),
        ("Each quarter", EACH_QUARTER),
        (
            "Rows",
            (
                "One action a row, with its theme and recommendation repeated. To add one, type below the last row. "
                "Do not merge cells, leave blank rows or say anything by colour alone.",
            ),
        ),
        ("Ref", ("A short label such as PC1.2. No two actions share one, and it never changes.",)),
        ("Timescale", explain_timescales(settings.years)),
        (
            "A new date",
            ("Type it over the old one. Say in the comment what the old date was and who agreed the change.",),
        ),
        (
            "Owner",
            (
                "A post or a person on the Owners sheet. “AD for Planning / AD for People” is two; the first leads, "
                "and “AD for Planning (lead) / AD for People” says so. Put anybody who only helps last: “AD for "
                "Housing, with support from AD for Finance”.",
            ),
        ),
        ("Update", explain_statuses(settings.vocabulary.statuses)),
        (
            "Comments",
            (
                "What has changed since last quarter and what comes next, in about 100 words. "
                "They are published: name no resident.",
            ),
        ),
        ("Evidence", ("Where to see it: the meeting and its date, the report or the web page.",)),
        (
            f"Each {calendar.month_name[settings.years.first_month]}",
            (
                "The coordinator has peerxl make next year's plan from this one: the actions still open, the first "
                "quarter to report, nothing reported yet. A copy with another year in its title would still report the "
                "last quarter of this one.",
            ),
        ),
    )


EACH_QUARTER = (
    "1. The coordinator sets the reporting quarter on the Settings sheet and has the plan checked.",
    "2. Owners fill in the quarter's two columns, or the form they are sent.",
    "3. The plan goes to committee in a new workbook. This one, with names and addresses, is not published.",
)


def explain_timescales(years: YearConvention) -> tuple[str, ...]:
    """How timescales are read, by examples in a year."""
    first, second, third = map(years.year(2025).quarter, (1, 2, 3))
    alone = years.quarter_of(date(2025, 1, 1)) if years.has_calendar_quarters else first
    single = f" “Q1 2025” is {alone}." if years.first_month != 1 else ""
    return (
        f"“{third}” is due on {date_words(third.last_day)}. "
        f"“{first} – {second}” runs from {date_words(first.first_day)} to {date_words(second.last_day)}.",
        "“by 31 March 2026”, “31/03/2026” and “March 2026” are all due on 31 March 2026.",
        "“Autumn 2025” ends on 30 November 2025. "
        f"“{first} – ongoing” starts on {date_words(first.first_day)} and has no end.{single}",
        "“TBC” means that no date is set. “Before Christmas” and “2025” cannot be read: say which quarter or day.",
    )


def count_as(status: Status) -> str:
    return "open" if status.is_open else "closed"


def explain_statuses(statuses: tuple[Status, ...]) -> tuple[str, ...]:
    """What each status word means, and what its action counts as."""
    # A word that is the council's own may have no meaning written beside it.
    described = (f"{status.word} ({count_as(status)}): {status.meaning}".removesuffix(": ") for status in statuses)
    return (*described, "Once an action is closed, its later quarters can stay blank.")
