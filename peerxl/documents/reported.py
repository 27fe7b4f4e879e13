"""What the paper says of how an action stands at a quarter: never more, and never less, than the plan says.

A closed action stays closed: where a later quarter is blank, the status that closed it is said with its quarter. What
is missing is named for what it is, and a word that the plan does not explain is quoted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from peerxl.documents.document import TableEntry, Topic
from peerxl.documents.palette import Tone
from peerxl.documents.wording import NO_UPDATE, in_sentence, listed, name_status, quarter_name, say_own_words
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import unique
from peerxl.model.sheet import Cell
from peerxl.model.status import Status, Vocabulary

NO_STATUS, NO_COMMENT = "No status given", "No comment given"
COLOUR_ONLY = "Colour only"
NOT_NEEDED = "No update needed"
TONES = {"Not started": Tone.WAITING, "On hold": Tone.WARNING}
"""What the colours of the open statuses say that are not being worked on."""


def report_status(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """The status an action has at a quarter, or what there is in its place."""
    return report_update(action.standing_update(quarter), quarter)


def report_update(update: Update, quarter: FiscalQuarter) -> TableEntry:
    """A status as it is told at a quarter, with its own where that is an earlier one; or what is in its place."""
    if update.status is None:
        tone = Tone.UNKNOWN if update.has_status or update.status_fill else Tone.BAD
        missing = name_missing_status(update)
        return TableEntry(missing, tone, topics=(Topic(missing),), sources=list_cells(update))
    # "Completed (Quarter 1)" may stand in the plan as in the paper before.
    asides = unique((say_own_words(update.status, update.own_words), name_earlier(update, quarter)))
    text, topics = name_status(update.status, asides), (Topic(update.status.word),)
    return TableEntry(text, status_tone(update.status), topics=topics, sources=list_cells(update))


def status_tone(status: Status) -> Tone:
    """What the colour of a status says besides its word."""
    if not status.is_open:
        return Tone.GOOD if status.is_done else Tone.CLOSED
    return TONES.get(status.canonical, Tone.INFO)


def name_missing_status(update: Update) -> str:
    """What stands for a status that is none of the plan's words."""
    if update.has_status:
        return f"“{update.status_text.strip()}”"
    if update.status_fill:
        return COLOUR_ONLY
    return NO_STATUS if update.has_comment else NO_UPDATE


def report_comment(action: Action, quarter: FiscalQuarter) -> TableEntry:
    """The comment for a quarter, or why there is none."""
    update, standing = action.update(quarter), action.standing_update(quarter)
    cells = (update.comment_cell,) if update.comment_cell else ()
    story = "" if name_earlier(standing, quarter) else standing.story
    if any(map(str.isalnum, update.comment)):  # a dash says nothing
        return tell_both(story, update.comment.strip(), list_cells(standing), cells)
    if story:
        return TableEntry(story, sources=list_cells(standing))
    if standing is action.overall and standing.has_comment and standing.comment_cell:
        return TableEntry(standing.comment.strip(), sources=(standing.comment_cell,))
    if standing.quarter != quarter:
        return TableEntry(NOT_NEEDED, sources=cells)  # closed in an earlier quarter
    return TableEntry(NO_COMMENT if update.has_status or update.status_fill else NO_UPDATE, sources=cells)


def tell_both(story: str, comment: str, told: tuple[Cell, ...], cells: tuple[Cell, ...]) -> TableEntry:
    """What the status cell tells, and then the comment, which may tell it too."""
    if not story or story.casefold() in comment.casefold():
        return TableEntry(comment, sources=cells)
    return TableEntry(f"{story}\n{comment}", sources=(*told, *cells))


def name_earlier(update: Update, quarter: FiscalQuarter) -> str:
    """The quarter of an earlier update, with its year where that is another one: "Quarter 1", "Quarter 4 2022/23".

    Nothing for the quarter's own, and for a status of no quarter, of which nobody can say since when it holds.
    """
    earlier = update.quarter
    if earlier is None or earlier == quarter:
        return ""
    return f"Quarter {earlier.number}" if earlier.year == quarter.year else quarter_name(earlier)


def list_cells(update: Update) -> tuple[Cell, ...]:
    return (update.status_cell,) if update.status_cell else ()


def count_statuses(actions: Sequence[Action], quarter: FiscalQuarter, vocabulary: Vocabulary) -> str:
    """How many of each status, in the order an action passes through them: "2 in progress and 1 completed"."""
    updates = [action.standing_update(quarter) for action in actions]
    known = Counter(update.status.word for update in updates if update.status)
    # Words that nobody has explained are counted each by itself, as they may mean different things.
    unknown = Counter(name_missing_status(update) for update in updates if update.status is None and update.has_status)
    parts = [f"{known[word]} {in_sentence(word)}" for word in vocabulary.words if known[word]]
    parts += [f"{number} {word}" for word, number in sorted(unknown.items())]
    if missing := len(updates) - known.total() - unknown.total():
        parts.append(f"{missing} with no status")
    return listed(parts)


def explain_statuses(
    actions: Sequence[Action], quarter: FiscalQuarter, vocabulary: Vocabulary, *, has_comments: bool = True
) -> Iterator[str]:
    """A sentence for each status, and each word in a status's place, that stands in the paper and needs one."""
    updates = [action.standing_update(quarter) for action in actions]
    used = {update.status.word for update in updates if update.status}
    for status in vocabulary.statuses:
        if status.word in used and status.meaning:
            yield f"{status.word}: {status.explain(has_comments=has_comments).rstrip('.')}."
    if any(name_earlier(update, quarter) for update in updates):
        yield "A quarter in brackets is the one in which an action was closed; it needs no update after that."
    yield from explain_own_words(updates)
    yield from explain_unknown(updates)
    if any(name_missing_status(update) == COLOUR_ONLY for update in updates if update.status is None):
        yield f"{COLOUR_ONLY}: the plan gives the status by a colour and does not say what the colour counts as."
    if any(name_missing_status(update) == NO_UPDATE for update in updates if update.status is None):
        yield f"{NO_UPDATE}: neither a status nor a comment was given for this quarter."


def explain_own_words(updates: Sequence[Update]) -> Iterator[str]:
    """What words count as which say more than the status they stand beside in the paper, as nothing else says it."""
    words: dict[str, list[str]] = {}
    for update in updates:
        if update.status and (said := say_own_words(update.status, update.own_words)).startswith("“"):
            words.setdefault(update.status.word, []).append(said)
    for status, own in words.items():
        count = "it counts" if len(set(own)) == 1 else "they count"
        yield f"{listed(unique(own))}: the plan does not say what {count} as; here {count} as “{status}”."


def explain_unknown(updates: Sequence[Update]) -> Iterator[str]:
    """That nothing says what words count as which are none of the plan's; a key of its own may say what they mean."""
    unexplained = [update for update in updates if is_unexplained(update)]
    words = unique(map(name_missing_status, unexplained))
    if words:
        it = "it counts" if len(words) == 1 else "they count"
        counts = "the action counts" if len(unexplained) == 1 else f"the {len(unexplained)} actions count"
        yield f"{listed(words)}: the plan does not say what {it} as; {counts} as open."


def is_unexplained(update: Update) -> bool:
    """Whether a status says something and nobody has said what it means."""
    return update.status is None and update.has_status
