"""The return form: the small workbook an owner fills in and sends back.

What the owner types stands in the few cells that can be typed into; what the master said when the form was made
stands on its last sheet, so that the reply can be told from what others changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from peerxl.chasing import Ask, Chase
from peerxl.documents import wording
from peerxl.documents.document import Choices, ContentKind, Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.palette import Tone
from peerxl.identity.index import ActionIndex
from peerxl.model.action import Action, Update
from peerxl.model.answer_field import AnswerField, AnswerKind
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.status import Vocabulary, status_key
from peerxl.returns.baseline import build_issued_section, prefill
from peerxl.returns.layout import (
    ACTION,
    ASKED,
    FILL_IN,
    LAST_COMMENT,
    LAST_STATUS,
    NONE_BEFORE,
    NONE_YET,
    NOT_ASKED,
    OTHERS,
    OTHERS_TITLE,
    REF,
    SCREEN_WIDTH,
    SHOWN_ROOMS,
    TIMESCALE,
    WHY,
    WORDS,
    WORDS_TITLE,
)
from peerxl.returns.request import OwnerRequest, list_requests
from peerxl.text import one_line

LINES_TO_WRITE, LINES_ON_A_PAGE = 6, 14
"""How many lines of writing a comment has room for at least, and all of them together where there are few."""
STATUS_CHOICES = Choices(WORDS, "Status")


def build_forms(plan: ActionPlan, chase: Chase, *, today: date, reply_by: date) -> dict[Owner, Document]:
    """The return form of everybody asked."""
    index = ActionIndex(plan.actions)
    requests = list_requests(plan, chase, today, lambda _: reply_by)
    return {owner: build_form(request, index) for owner, request in requests.items()}


def build_form(request: OwnerRequest, index: ActionIndex) -> Document:
    """The return form of one owner; ``index`` has the plan's actions."""
    asked, others = build_asked_section(request), build_others_section(request)
    return Document(
        title=f"{request.title}: {request.owner.name}",
        subject=request.plan.title,
        creator=request.plan.settings.council or request.plan.title,
        dated=request.today,
        sections=(
            asked,
            others,
            build_words_section(request.plan.settings.vocabulary, has_comments=asks_for_comment(request)),
            build_issued_section(request, index, asked, others),
        ),
    )


def build_asked_section(request: OwnerRequest) -> Section:
    """What to fill in."""
    return Section(
        name=ASKED,
        title=f"{request.title} - please reply by {wording.weekday_words(request.reply_by)}",
        intro=(
            f"For {request.owner.name}: {wording.title_at(request.plan, request.quarter)}.",
            say_first_step(request),
            f"2. {say_second_step(request)}{ONE_IS_ENOUGH if is_joint(request) else ''}",
            say_last_step(request),
        ),
        table_name="YourActions",
        columns=tuple(list_columns(request)),
        rows=tuple(build_asked_row(ask, request) for ask in request.asks),
        footer=f"{request.title}, {request.owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


FIRST_STEPS = {
    AnswerKind.STATUS: "choose a status",
    AnswerKind.WORDS: "write a comment",
    AnswerKind.DATE: "give the new date",
}


def say_first_step(request: OwnerRequest) -> str:
    """What to do for each action: the questions that are asked of all of them, or else whatever is asked."""
    kinds = {field.kind for field in request.fields if not field.is_asked_when_due} or {AnswerKind.DATE}
    steps = " and ".join(step for kind, step in FIRST_STEPS.items() if kind in kinds)
    return (
        f"1. Choose Enable Editing if Excel offers it, then {steps} for each action: only yellow cells can be changed."
    )


ONE_IS_ENOUGH = " Where others are asked too, one answer is enough."


def is_joint(request: OwnerRequest) -> bool:
    """Whether anybody else is asked about one of the actions."""
    return any(len(ask.action.asked) > 1 for ask in request.asks)


def say_second_step(request: OwnerRequest) -> str:
    kinds = {field.kind for field in request.fields}
    if AnswerKind.DATE in kinds and AnswerKind.WORDS in kinds:
        return "Where a new date is asked for and the action is not finished, give the new date and say why."
    if AnswerKind.DATE in kinds:
        return "Where a new date is asked for and the action is not finished, give the new date."
    if AnswerKind.WORDS in kinds:
        return "Two or three sentences are enough: what has happened this quarter, and what comes next."
    return "The sheet of status words says what each of them means."


def say_last_step(request: OwnerRequest) -> str:
    """How to send it back, and whom to ask."""
    settings = request.plan.settings
    # Nobody is told to ask themselves.
    coordinator = "" if wording.is_coordinator(request.owner, settings) else wording.coordinator_words(settings)
    ask = f" Questions: ask {coordinator}." if coordinator else ""
    return f"3. Save this workbook and send it back as a reply to the message it came with.{ask}"


def asks_for_comment(request: OwnerRequest) -> bool:
    return any(field.kind is AnswerKind.WORDS for field in request.fields)


def list_columns(request: OwnerRequest) -> Iterator[TableColumn]:
    """The columns, together as wide as a laptop's screen: what a form does without is room for the comment."""
    shown = {heading: room for heading, room in SHOWN_ROOMS.items() if heading != REF or request.has_refs}
    rooms = [field.room for field in request.fields if field.room is not None]
    left = SCREEN_WIDTH - sum(shown.values()) - sum(rooms)
    wide = len(request.fields) - len(rooms)
    has_comment = asks_for_comment(request)
    yield from (TableColumn(heading, room) for heading, room in shown.items())
    for field in request.fields:
        room = left / wide if field.room is None else field.room
        is_date = field.kind is AnswerKind.DATE
        hints = (field.prompt, *list_date_hints(request, says_why=has_comment)) if is_date else (field.prompt,)
        lines = max(LINES_TO_WRITE, LINES_ON_A_PAGE // len(request.asks)) if field.room is None else 0
        yield build_answer_column(field, room, " ".join(hints), lines)


def list_date_hints(request: OwnerRequest, *, says_why: bool) -> Iterator[str]:
    """How a new date is written, by one that is to come, and that it wants a reason where there is room."""
    quarter = request.plan.settings.years.quarter_of(request.today) + 1
    yield f"Write it as {quarter.last_day:%d/%m/%Y} or {quarter}."
    if says_why:
        yield "Say why in the comment."


def build_answer_column(field: AnswerField, room: float, prompt: str, lines: int) -> TableColumn:
    """A column to fill in, with so many lines to write on."""
    kind = ContentKind.DATE if field.kind is AnswerKind.DATE else ContentKind.AS_TYPED
    choices = STATUS_CHOICES if field.kind is AnswerKind.STATUS else None
    return TableColumn(field.heading, room, kind, choices, prompt, FILL_IN, lines)


def build_asked_row(ask: Ask, request: OwnerRequest) -> TableRow:
    """One action: what there is to know of it, and the cells to fill in."""
    action, last = ask.action, ask.action.last_update_before(request.quarter)
    now = action.update(request.quarter)
    shown = {
        REF: action.shown_ref,
        ACTION: action.text,
        TIMESCALE: wording.timescale_words(action.timescale),
        WHY: wording.why_labels(ask),
        LAST_STATUS: say_last_status(find_unexplained(action, request.quarter) or last, is_given=now.has_status),
        LAST_COMMENT: (last and (last.comment.strip() or last.story)) or name_none(is_given=now.has_comment),
    }
    return TableRow.of(
        *(words for heading, words in shown.items() if heading != REF or request.has_refs),
        *(build_answer_entry(field, ask, request.quarter) for field in request.fields),
    )


def build_answer_entry(field: AnswerField, ask: Ask, quarter: FiscalQuarter) -> TableEntry:
    """A cell to type into, with what the master has already; a new date is always to be given anew."""
    if field not in ask.fields:
        return TableEntry(NOT_ASKED, Tone.MUTED)
    # An old date that is left as it stands would be taken for one that is given again, and asked about.
    text = "" if field.kind is AnswerKind.DATE else prefill(field, ask.action, quarter)
    return TableEntry(text, Tone.INPUT, is_input=True)


def find_unexplained(action: Action, quarter: FiscalQuarter) -> Update | None:
    """The quarter's own update where its status cannot stand in a cell to fill in as it is.

    It is shown as the last one: an owner who does not see it would write over it unawares.
    """
    update = action.update(quarter)
    return update if says_more(update) else None


def name_none(*, is_given: bool) -> str:
    """What stands where nothing was given before; ``is_given`` where the quarter has it, and it is filled in."""
    return NONE_BEFORE if is_given else NONE_YET


def say_last_status(last: Update | None, *, is_given: bool = False) -> str:
    """A status that was given before, and the quarter it was given for, where it was given for one."""
    if last is None:
        return name_none(is_given=is_given)
    words = say_status(last) if last.has_status else name_none(is_given=is_given)
    return f"{words} ({last.quarter})" if last.quarter else words


def say_status(update: Update) -> str:
    """A status by its canonical word, and by all its own words where it says more."""
    return one_line(update.status_text) if says_more(update) else wording.status_words(update)


def says_more(update: Update) -> bool:
    """Whether a status says more than a word to choose can, or is none of them."""
    is_word = update.status is not None and status_key(update.status_text) == status_key(update.status.word)
    return bool(update.status_text) and update.has_status and not is_word


def build_others_section(request: OwnerRequest) -> Section:
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
            *((TableColumn(REF, 82),) if request.has_refs else ()),
            TableColumn(ACTION, 390),
            TableColumn(TIMESCALE, 130),
            TableColumn(LAST_STATUS, 170),
        ),
        rows=tuple(build_other_row(action, request) for action in request.others),
        footer=f"{request.title}, {request.owner.name}",
        is_locked=True,
        keeps_headings_in_sight=True,
    )


def build_other_row(action: Action, request: OwnerRequest) -> TableRow:
    ref = (action.shown_ref,) if request.has_refs else ()
    latest = action.latest_update(request.quarter)
    return TableRow.of(*ref, action.text, wording.timescale_words(action.timescale), say_last_status(latest))


# One for all forms of a plan that ask alike, which is then drawn once.
@lru_cache(maxsize=4)
def build_words_section(vocabulary: Vocabulary, *, has_comments: bool) -> Section:
    """What the status words mean, which is also what the drop-down offers."""
    return Section(
        name=WORDS,
        title=WORDS_TITLE,
        intro=("Choose one of these words for each action on the first sheet.",),
        table_name="StatusWords",
        columns=(TableColumn("Status", 130), TableColumn("What it means", 460), TableColumn("Counts as", 100)),
        rows=tuple(
            TableRow.of(
                status.word,
                status.explain(has_comments=has_comments) or wording.NOT_SET,
                "Open" if status.is_open else "Closed",
            )
            for status in vocabulary.statuses
        ),
        footer="Status words",
        is_locked=True,
    )
