"""What a portfolio keeps of a workbook: what it was read as, what was found, how it stands, what is overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2s

from peerxl.dataset.action_quarter import ActionQuarter, council_of
from peerxl.dataset.rows import hide_emails
from peerxl.model.action import Action
from peerxl.model.finding import Findings, Severity
from peerxl.model.layout import SheetFate
from peerxl.model.plan import ActionPlan
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.text import UNWRITABLE, cut_line, one_line

NO_STATUS, UNKNOWN = "No status", "Unknown word"
OTHER_OPEN, OTHER_CLOSED = "Other, open", "Other, closed"
STANDINGS = (*DEFAULT_VOCABULARY.words, OTHER_OPEN, OTHER_CLOSED, UNKNOWN, NO_STATUS)
"""How an action may stand: the words that all plans share; a plan's own word without such a meaning; a word that nobody
knows; no word at all. Each action stands in one way."""


LONGEST = 1_000
"""Where a text is cut short: the plan itself has all of it, and one plan must not swell the list of all."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule found something in a plan."""

    code: str
    severity: Severity
    number: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How the actions of a theme stand: how many in each way, how many are open, how many overdue.

    ``standings`` are numbers in the order of STANDINGS; ``overdue`` is None where nothing says the plan's quarter.
    """

    theme: str
    standings: tuple[int, ...]
    open: int
    overdue: int | None

    @property
    def actions(self) -> int:
        return sum(self.standings)


@dataclass(frozen=True, slots=True)
class OverdueAction:
    """An action that was open and past due at the plan's reporting quarter, and by how much at that quarter's end."""

    ref: str
    theme: str
    text: str
    owners: tuple[str, ...]
    standing: str
    timescale: str
    due: date
    due_quarter: str
    quarters: int
    days: int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class WorkbookSummary:
    """A workbook of a portfolio. Where it was not read ``why`` says why, and it has nothing but its name.

    ``file`` is its name within what was asked for, ``digest`` the SHA-256 of its content, empty where that was not
    got at; ``quarter`` is the reporting quarter, None where nothing says it, and ``begins`` its first day. ``marks``
    are of its actions' words.
    ``is_made`` says that it is a form, a list or a paper that peerxl made of a plan.
    """

    file: str
    digest: str = ""
    why: str = ""
    council: str = ""
    title: str = ""
    quarter: str | None = None
    sheets: tuple[SheetFate, ...] = ()
    findings: tuple[RuleCount, ...] = ()
    themes: tuple[ThemeCount, ...] = ()
    overdue: tuple[OverdueAction, ...] = ()
    marks: tuple[str, ...] = ()
    is_made: bool = False
    begins: date | None = None

    @property
    def is_read(self) -> bool:
        return not self.why

    @property
    def name(self) -> str:
        """What to call it: by its council, else by its file."""
        return self.council or self.file

    @property
    def actions(self) -> int:
        return sum(theme.actions for theme in self.themes)

    @property
    def open(self) -> int:
        return sum(theme.open for theme in self.themes)

    def count_findings(self, severity: Severity) -> int:
        return sum(rule.number for rule in self.findings if rule.severity is severity)


def summarize_workbook(plan: ActionPlan, findings: Findings, file: str, digest: str) -> WorkbookSummary:
    """What a portfolio keeps of a plan and of what was found in it; email addresses are left out."""
    themes = dict.fromkeys(action.theme for action in plan.actions)
    current = [ActionQuarter(plan, file, action, action.update(plan.quarter)) for action in plan.actions]
    return WorkbookSummary(
        file=file,
        digest=digest,
        council=plain(council_of(plan)),
        title=plain(plan.title),
        quarter=str(plan.quarter) if plan.quarter else None,
        begins=plan.quarter.first_day if plan.quarter else None,
        sheets=tuple(replace(sheet, name=plain(sheet.name), why=plain(sheet.why)) for sheet in plan.sheets),
        findings=count_rules(findings),
        themes=tuple(
            count_theme(plan, theme, [item for item in current if item.action.theme == theme]) for theme in themes
        ),
        overdue=tuple(list_overdue(current)),
        marks=tuple(map(mark_action, plan.actions)),
    )


def mark_action(action: Action) -> str:
    """An action's words, in whatever case, as a mark of twelve letters and digits."""
    return blake2s(one_line(action.text).casefold().encode("utf-8", "replace"), digest_size=6).hexdigest()


def plain(text: str) -> str:
    """A text as a list of many plans has it: on one line, no longer than LONGEST, without email addresses."""
    return cut_line(hide_emails(UNWRITABLE.sub("\ufffd", text)), LONGEST)


def count_rules(findings: Findings) -> tuple[RuleCount, ...]:
    """How often each rule found something, the most serious first."""
    counts = Counter((finding.severity, finding.code) for finding in findings)
    ordered = sorted(counts, key=lambda pair: (pair[0].rank, pair[1]))
    return tuple(RuleCount(code, severity, counts[severity, code]) for severity, code in ordered)


def count_theme(plan: ActionPlan, theme: str, items: Iterable[ActionQuarter]) -> ThemeCount:
    listed = tuple(items)
    standings = Counter(standing_of(plan, item.action) for item in listed)
    overdue = sum(1 for item in listed if item.is_overdue) if plan.quarter else None
    still_open = sum(1 for item in listed if item.is_open)
    return ThemeCount(plain(theme), tuple(standings[each] for each in STANDINGS), still_open, overdue)


def standing_of(plan: ActionPlan, action: Action) -> str:
    """How an action stands at the plan's quarter: one of STANDINGS."""
    latest = action.latest_update(plan.quarter)
    if latest is None:
        return NO_STATUS
    if latest.status is None:
        return UNKNOWN
    return latest.status.canonical or (OTHER_OPEN if latest.status.is_open else OTHER_CLOSED)


def list_overdue(current: Iterable[ActionQuarter]) -> Iterable[OverdueAction]:
    """The overdue actions of a plan, the longest overdue first."""
    late = [item for item in current if item.is_overdue]
    return map(describe_overdue, sorted(late, key=lambda item: -(item.days_overdue or 0)))


def describe_overdue(item: ActionQuarter) -> OverdueAction:
    action, timescale = item.action, item.action.timescale
    assert timescale.due_date is not None  # or it would not be overdue
    return OverdueAction(
        ref=plain(action.ref),
        theme=plain(action.theme),
        text=plain(action.text),
        owners=tuple(plain(owner.name) for owner in action.asked),
        standing=standing_of(item.plan, action),
        timescale=plain(timescale.text),
        due=timescale.due_date,
        due_quarter=str(timescale.due),
        quarters=item.quarters_overdue or 0,
        days=item.days_overdue or 0,
        sheet=plain(action.sheet),
        row=action.row,
    )
