"""Plans made by hand, so that what a document shows does not hang on how a workbook is read."""

from __future__ import annotations

from dataclasses import replace

from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Column, Field, Table
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Contact, Directory, Settings
from peerxl.model.sheet import Cell
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.model.timescale import Timescale, TimescaleKind

SHEET = "Action plan"
Q2, Q3 = FiscalQuarter(2023, 2), FiscalQuarter(2023, 3)
COLUMNS = (
    Field.REF,
    Field.THEME,
    Field.RECOMMENDATION,
    Field.ACTION,
    Field.TIMESCALE,
    Field.OWNER,
    Field.STATUS,
    Field.COMMENT,
)
STATUS_COLUMN, COMMENT_COLUMN = 7, 8

ENVIRONMENT = Owner("AD for Environment", "ad environment")
FINANCE = Owner("AD for Finance", "ad finance")
CLERK = Owner("Clerk", "clerk", is_supporter=True)
VISION = "The council needs a compelling vision and narrative for the district and the part it will play in it."


def action(row: int, text: str, **given: object) -> Action:
    """An action with a cell for each of its values; ``status``, ``comment`` and ``last`` make its updates."""
    status, comment, last = str(given.pop("status", "")), str(given.pop("comment", "")), given.pop("last", None)
    timescale = given.pop("timescale", Timescale("", TimescaleKind.UNSET))
    assert isinstance(timescale, Timescale)
    updates = (*((last,) if isinstance(last, Update) else ()), update(row, Q3, status, comment))
    made = Action(SHEET, row, text, timescale, updates=updates)
    told = replace(made, **given)  # type: ignore[arg-type]
    words = {
        Field.REF: told.ref,
        Field.THEME: told.theme,
        Field.RECOMMENDATION: told.recommendation,
        Field.ACTION: f" {told.text}",
        Field.TIMESCALE: timescale.text,
        Field.OWNER: " / ".join(owner.name for owner in told.owners),
    }
    places = {field: number for number, field in enumerate(COLUMNS, 1) if field in words}
    cells = tuple(Cell(SHEET, row, number, words[field]) for field, number in places.items())
    return replace(told, fields=tuple(places), cells=cells)


def update(row: int, quarter: FiscalQuarter, status: str = "", comment: str = "") -> Update:
    return Update(
        quarter,
        DEFAULT_VOCABULARY.find(status),
        Cell(SHEET, row, STATUS_COLUMN, status),
        comment.strip(),
        Cell(SHEET, row, COMMENT_COLUMN, comment),
    )


def dated(text: str, due: FiscalQuarter) -> Timescale:
    return Timescale(text, TimescaleKind.DATED, due=due, due_date=due.last_day)


ACTIONS = (
    action(
        4,
        "Refresh the climate strategy",
        ref="V1.1",
        theme="Vision",
        recommendation=VISION,
        owners=(ENVIRONMENT, CLERK),
        timescale=dated("Q2 23/24", Q2),
        status="In Progress",
        comment="Drafted. ",
        last=update(4, Q2, "In progress", "Begun."),
    ),
    action(
        5,
        "Embed the delivery plan",
        ref="V1.2",
        theme="Vision",
        recommendation=VISION,
        owners=(FINANCE,),
        timescale=dated("Q3 23/24", Q3),
        status="Complete",
        comment="=SUM(A1) is how it was put.",
    ),
    action(6, "Agree the budget", ref="S1.1", theme="Savings", recommendation="Meet the savings.", owners=(FINANCE,)),
    action(
        7,
        "Review the assets",
        ref="S1.2",
        theme="Savings",
        recommendation="Meet the savings.",
        owners=(ENVIRONMENT, FINANCE),
        timescale=dated("Q4 23/24", Q3 + 1),
        status="Stalled?",
        comment="Waiting.",
    ),
    action(8, "Tell everybody", ref="S1.3", theme="Savings", status="On hold", comment="+44 later"),
)
HEADINGS = (
    "Ref",
    "Theme",
    "Recommendation",
    "Actions",
    "Timescale/Due date",
    "Officer",
    "Quarter 3 update",
    "Comments",
)
QUARTERLY = frozenset({Field.STATUS, Field.COMMENT})
TABLE = Table(
    SHEET,
    3,
    3,
    tuple(
        Column(Cell(SHEET, 3, number, heading), field, Q3 if field in QUARTERLY else None)
        for number, (field, heading) in enumerate(zip(COLUMNS, HEADINGS, strict=True), 1)
    ),
)
SETTINGS = Settings(
    council="Wexmere Council",
    directory=Directory(
        contacts=(Contact("AD for Environment", (), "Ann Lee", "ann.lee@wexmere.example"),),
        keys=(
            (ENVIRONMENT.key, Contact("AD for Environment", (), "Ann Lee", "ann.lee@wexmere.example")),
            (FINANCE.key, Contact("AD for Finance")),
        ),
    ),
)
PLAN = ActionPlan(
    "master.xlsx", "Wexmere action plan", Q3, Q2, ACTIONS, (TABLE,), SETTINGS, name="Peer review action plan"
)


def plan_of(*actions: Action, columns: tuple[Field, ...] = COLUMNS) -> ActionPlan:
    """The plan with other actions, or with fewer columns."""
    table = replace(TABLE, columns=tuple(column for column in TABLE.columns if column.field in columns))
    return replace(PLAN, actions=actions, tables=(table,))
