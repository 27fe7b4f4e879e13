"""The return form: the small workbook an owner fills in and sends back.

What the owner types stands in the few cells that can be typed into; what the master said when the form was made
stands on its last sheet, so that the reply can be told from what others changed meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peerxl.chasing import Ask, Chase
from peerxl.documents import wording
from peerxl.documents.issued import NOT_ASKED, issued_sheet
from peerxl.documents.layout import Choices, Column, Document, Entry, Kind, Row, TableSheet
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import Action, ActionPlan, Update
from peerxl.model.status import Vocabulary

ASKED, OTHERS, WORDS = "Your actions", "Your other actions", "Status words"
OTHERS_TITLE, WORDS_TITLE = "Your other open actions", "What the status words mean"
FILL_IN = "Fill in"
NONE_YET = "None given so far"
ROOM_TO_WRITE = 96.0
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
        sheets=(
            asked,
            others,
            words_sheet(plan.settings.vocabulary),
            issued_sheet(plan, chase, owner, asked, others, today=today, reply_by=reply_by),
        ),
    )


def asked_sheet(request: Request) -> TableSheet:
    """What to fill in."""
    columns = asked_columns(request)
    return TableSheet(
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
        is_protected=True,
        is_frozen=True,
    )


def date_step(request: Request) -> str:
    if request.asks_for_date:
        return "2. Where a new date is asked for and the action is not finished, give the new date and say why."
    return "2. Two or three sentences are enough: what has happened this quarter, and what comes next."


def asked_columns(request: Request) -> tuple[Column, ...]:
    """The columns, together as wide as a laptop's screen: what a form does without is room for the comment."""
    ref = (Column("Ref", 74),) if request.has_refs else ()
    new_date = (
        (Column("New date", 86, kind=Kind.DATE, prompt=DATE_PROMPT, marker=FILL_IN),) if request.asks_for_date else ()
    )
    before = (
        *ref,
        Column("Action", 150),
        Column("Timescale", 80),
        Column("Why you are asked", 122),
        Column("Last status", 84),
        Column("Last comment", 125),
        Column("Status", 88, Kind.AS_TYPED, Choices(WORDS, "Status"), STATUS_PROMPT, FILL_IN),
    )
    room = SCREEN_WIDTH - sum(column.width for column in (*before, *new_date))
    return (*before, Column("Comment", room, Kind.AS_TYPED, prompt=COMMENT_PROMPT, marker=FILL_IN), *new_date)


def asked_row(ask: Ask, request: Request) -> Row:
    action, update = ask.action, ask.action.update(request.quarter)
    last = action.last_update_before(request.quarter)
    return Row.of(
        *((action.ref,) if request.has_refs else ()),
        action.text,
        wording.timescale_words(action.timescale),
        "\n".join(reason.sentence for reason in ask.reasons),
        last_status(last),
        last_comment(last),
        filled(update.status.word if update.status else update.status_text.strip()),
        filled(update.comment),
        *((new_date(ask),) if request.asks_for_date else ()),
        min_height=ROOM_TO_WRITE,
    )


def filled(text: str) -> Entry:
    """A cell to type into, with what the master has already."""
    return Entry(text, Tone.INPUT, is_input=True)


def new_date(ask: Ask) -> Entry:
    return filled("") if ask.asks_for_date else Entry(NOT_ASKED, Tone.MUTED)


def last_status(last: Update | None) -> str:
    """The status before this quarter and the quarter it was given for."""
    if last is None:
        return NONE_YET
    words = wording.status_words(last) if last.has_status else NONE_YET
    return f"{words} ({last.quarter})"


def last_comment(last: Update | None) -> str:
    return last.comment.strip() or NONE_YET if last else NONE_YET


def others_sheet(request: Request) -> TableSheet:
    """The owner's other open actions, to read."""
    return TableSheet(
        name=OTHERS,
        title=OTHERS_TITLE,
        intro=(
            "These actions are yours too. Nothing is asked about them now, so there is nothing to fill in here."
            if request.others
            else "There are none: every open action of yours is on the first sheet.",
        ),
        table_name="YourOtherActions",
        columns=(
            *((Column("Ref", 82),) if request.has_refs else ()),
            Column("Action", 390),
            Column("Timescale", 130),
            Column("Last status", 170),
        ),
        rows=tuple(other_row(action, request) for action in request.others),
        footer=f"{request.title}, {request.owner.name}",
        is_protected=True,
        is_frozen=True,
    )


def other_row(action: Action, request: Request) -> Row:
    ref = (action.ref,) if request.has_refs else ()
    latest = action.latest_update(request.quarter)
    return Row.of(*ref, action.text, wording.timescale_words(action.timescale), last_status(latest))


def words_sheet(vocabulary: Vocabulary) -> TableSheet:
    """What the status words mean, which is also what the drop-down offers."""
    return TableSheet(
        name=WORDS,
        title=WORDS_TITLE,
        intro=("Choose one of these words for each action on the first sheet.",),
        table_name="StatusWords",
        columns=(Column("Status", 130), Column("What it means", 460), Column("Counts as", 100)),
        rows=tuple(
            Row.of(status.word, status.meaning or wording.NOT_SET, "Open" if status.is_open else "Closed")
            for status in vocabulary.statuses
        ),
        footer="Status words",
        is_protected=True,
    )
