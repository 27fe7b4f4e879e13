"""The return form: the small workbook an owner fills in and sends back.

What the owner types stands in the few cells that can be typed into; what the master said when the form was made
stands on its last sheet, so that the reply can be told from what others changed meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peerxl.chasing import Ask, Chase
from peerxl.documents import wording
from peerxl.documents.document import Choices, ContentKind, Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.issued import NOT_ASKED, issued_sheet
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan, Update
from peerxl.model.status import Vocabulary

ASKED, OTHERS, WORDS = "Your actions", "Your other actions", "Status words"
OTHERS_TITLE, WORDS_TITLE = "Your other open actions", "What the status words mean"
FILL_IN = "Fill in"
NONE_YET = "None given so far"
LINES_TO_WRITE = 6
SCREEN_WIDTH = 974.0

STATUS_PROMPT = "Choose a word from the list. The Status words sheet says what each one means."
COMMENT_PROMPT = "What has happened this quarter, and what comes next? Two or three sentences will do."
DATE_PROMPT = "If it is not finished: the new date, such as 31/03/2024 or Q4 2023/24. Say why in the comment."


@dataclass(frozen=True, slots=True)
class Request:
    """What one owner is asked, by when."""

    plan: ActionPlan
    owner: Owner
    quarter: FiscalQuarter
    asks: tuple[Ask, ...]
    today: date
    reply_by: date

    @property
    def title(self) -> str:
        return f"Your update for {wording.quarter_name(self.quarter)}"

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(ask.action for ask in self.asks)

    @property
    def others(self) -> tuple[Action, ...]:
        """The owner's open actions that nothing is asked about."""
        mine = (action for action in self.plan.open_actions(self.quarter) if self.owner in action.asked)
        return tuple(action for action in mine if action not in self.actions)

    @property
    def asks_for_date(self) -> bool:
        return any(ask.asks_for_date for ask in self.asks)

    @property
    def has_refs(self) -> bool:
        return any(action.ref for action in (*self.actions, *self.others))


def form(plan: ActionPlan, chase: Chase, owner: Owner, *, today: date, reply_by: date) -> Document:
    """The return form of one owner."""
    request = Request(plan, owner, chase.quarter, chase.asks_of(owner), today, reply_by)
    asked, others = asked_sheet(request), others_sheet(request)
    return Document(
        title=f"{request.title}: {owner.name}",
        subject=plan.title,
        creator=plan.settings.council or plan.title,
        dated=today,
        sections=(
            asked,
            others,
            words_sheet(plan.settings.vocabulary),
            issued_sheet(plan, chase, owner, asked, others, today=today, reply_by=reply_by),
        ),
    )


def asked_sheet(request: Request) -> Section:
    """What to fill in."""
    columns = asked_columns(request)
    return Section(
        name=ASKED,
        title=f"{request.title} - please reply by {wording.weekday_words(request.reply_by)}",
        intro=(
            f"For {request.owner.name}: {request.plan.title or 'Action plan'}, "
            f"{wording.quarter_in_full(request.quarter)}.",
            "1. Choose a status and write a comment for each action below: only the yellow cells can be changed.",
            date_step(request),
            "3. Save this workbook and send it back as a reply to the message it came with.",
        ),
        table_name="YourActions",
        columns=columns,
        rows=tuple(asked_row(ask, request) for ask in request.asks),
        footer=f"{request.title}, {request.owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


def date_step(request: Request) -> str:
    if request.asks_for_date:
        return "2. Where a new date is asked for and the action is not finished, give the new date and say why."
    return "2. Two or three sentences are enough: what has happened this quarter, and what comes next."


def asked_columns(request: Request) -> tuple[TableColumn, ...]:
    """The columns, together as wide as a laptop's screen: what a form does without is room for the comment."""
    ref = (TableColumn("Ref", 74),) if request.has_refs else ()
    new_date = (
        (TableColumn("New date", 86, kind=ContentKind.DATE, prompt=DATE_PROMPT, marker=FILL_IN),)
        if request.asks_for_date
        else ()
    )
    before = (
        *ref,
        TableColumn("Action", 150),
        TableColumn("Timescale", 80),
        TableColumn("Why you are asked", 122),
        TableColumn("Last status", 84),
        TableColumn("Last comment", 125),
        TableColumn("Status", 88, ContentKind.AS_TYPED, Choices(WORDS, "Status"), STATUS_PROMPT, FILL_IN),
    )
    room = SCREEN_WIDTH - sum(column.room for column in (*before, *new_date))
    comment = TableColumn(
        "Comment",
        room,
        ContentKind.AS_TYPED,
        prompt=COMMENT_PROMPT,
        marker=FILL_IN,
        writing_lines=LINES_TO_WRITE,
    )
    return (*before, comment, *new_date)


def asked_row(ask: Ask, request: Request) -> TableRow:
    action, update = ask.action, ask.action.update(request.quarter)
    last = action.last_update_before(request.quarter)
    return TableRow.of(
        *((action.ref,) if request.has_refs else ()),
        action.text,
        wording.timescale_words(action.timescale),
        "\n".join(reason.sentence for reason in ask.reasons),
        last_status(last),
        last_comment(last),
        filled(update.status.word if update.status else update.status_text.strip()),
        filled(update.comment),
        *((new_date(ask),) if request.asks_for_date else ()),
    )


def filled(text: str) -> TableEntry:
    """A cell to type into, with what the master has already."""
    return TableEntry(text, Tone.INPUT, is_input=True)


def new_date(ask: Ask) -> TableEntry:
    return filled("") if ask.asks_for_date else TableEntry(NOT_ASKED, Tone.MUTED)


def last_status(last: Update | None) -> str:
    """The status before this quarter and the quarter it was given for."""
    if last is None:
        return NONE_YET
    words = wording.status_words(last) if last.has_status else NONE_YET
    return f"{words} ({last.quarter})"


def last_comment(last: Update | None) -> str:
    return last.comment.strip() or NONE_YET if last else NONE_YET


def others_sheet(request: Request) -> Section:
    """The owner's other open actions, to read."""
    return Section(
        name=OTHERS,
        title=OTHERS_TITLE,
        intro=(
            "These actions are yours too. Nothing is asked about them now, so there is nothing to fill in here."
            if request.others
            else "There are none: every open action of yours is on the first sheet.",
        ),
        table_name="YourOtherActions",
        columns=(
            *((TableColumn("Ref", 82),) if request.has_refs else ()),
            TableColumn("Action", 390),
            TableColumn("Timescale", 130),
            TableColumn("Last status", 170),
        ),
        rows=tuple(other_row(action, request) for action in request.others),
        footer=f"{request.title}, {request.owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


def other_row(action: Action, request: Request) -> TableRow:
    ref = (action.ref,) if request.has_refs else ()
    latest = action.latest_update(request.quarter)
    return TableRow.of(*ref, action.text, wording.timescale_words(action.timescale), last_status(latest))


def words_sheet(vocabulary: Vocabulary) -> Section:
    """What the status words mean, which is also what the drop-down offers."""
    return Section(
        name=WORDS,
        title=WORDS_TITLE,
        intro=("Choose one of these words for each action on the first sheet.",),
        table_name="StatusWords",
        columns=(TableColumn("Status", 130), TableColumn("What it means", 460), TableColumn("Counts as", 100)),
        rows=tuple(
            TableRow.of(status.word, status.meaning or wording.NOT_SET, "Open" if status.is_open else "Closed")
            for status in vocabulary.statuses
        ),
        footer="Status words",
        is_locked=True,
    )
