"""Checks of the words that say how far an action has come, and of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.checks.part import blame_part, list_parts_without
from peerxl.checks.rule import Fault, Faults, list_cells
from peerxl.checks.wording import find_done_words, find_ongoing_words
from peerxl.model.action import LONGEST_STATUS, Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.layout import Field
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Cell
from peerxl.model.status import COLOURS, Vocabulary, status_key
from peerxl.model.timescale import TimescaleKind
from peerxl.pattern import compile_late
from peerxl.reading.cells.closed_ahead import is_closed_ahead
from peerxl.reading.cells.closed_stories import limits
from peerxl.text import measure_likeness, mention_spaces

LEAST_LIKENESS = 75
LEAST_LIKENESS_IF_CLOSED = 85
SHORTEST_WORD = 4
"""Shorter words differ by a letter without being misspelled: "not" and "now"."""

SETTLE_IT = "say on a Statuses sheet whether it is open or closed"
SAY_NOW = "write how far the action is now, and the date as its timescale"
COLOURS_DIFFER = (
    "which counts as one thing here and another there; say on a Statuses sheet what it counts as, or use words"
)


def check_status_spelling(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status is spelled otherwise than the plan's word for it.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | IN PROGRESS       | Timber is ordered |
    """
    vocabulary = plan.settings.vocabulary
    for text, (read, cells) in plan.spellings.items():
        # An adopted plan's words are other than those that its statuses were read by.
        status = vocabulary.find(text) if read else None
        if status is not None and vocabulary.is_misspelled(text):
            word = vocabulary.spell(text, status)
            yield Fault(f"{quote_spelling(text)} is another spelling of {word!r}; write that.", cells, suggestion=word)


def check_status_unknown(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status is no word of the plan's, so that nobody can say whether the action is open.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | Sliding           | Timber is ordered |
    | 2   | Repair the jib  | AD Estates | Q2 23/24  | In progress       | Steel is ordered  |
    """
    vocabulary = plan.settings.vocabulary
    for text, (status, cells) in plan.spellings.items():
        if status is None and vocabulary.is_unsettled(text):
            yield Fault(f"{quote_spelling(text)} is not known; {SETTLE_IT}.", cells)
        elif status is None and quarter and is_closed_ahead(text, vocabulary, quarter, plan.settings.years):
            yield Fault(f"{quote_spelling(text)} speaks of a day after {quarter}; {SAY_NOW}.", cells)
        elif status is None and status_key(text) in COLOURS:
            yield Fault(f"{quote_spelling(text)} is a colour, {COLOURS_DIFFER}.", cells)
        elif status is None and len(text.split()) > LONGEST_STATUS:
            words = ", ".join(vocabulary.words)
            said = "does not say beyond doubt how far this is"
            yield Fault(f"{quote_spelling(text)} {said}; write one of {words} alone, and the rest as a comment.", cells)
        elif status is None:
            words = ", ".join(vocabulary.words)
            message = f"{quote_spelling(text)} is not known; {SETTLE_IT}, or use one of {words}."
            yield Fault(message, cells, suggestion=suggest_status(text, vocabulary))


def check_status_missing(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """An open action has no status for the reporting quarter.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  |                   | Timber is ordered |
    """
    for action in plan.open_actions(quarter):
        update = action.update(quarter)
        # Without a column, or with a colour in its cell, another rule speaks.
        if update.status_cell is not None and not update.has_status and not update.status_fill:
            owners = " and ".join(owner.name for owner in action.asked)
            what = f"No status for {quarter}" if quarter else "No status"
            message = f"{what}; ask {owners}." if owners else f"{what}, and nobody is named to ask; name an owner."
            yield Fault(message, (update.status_cell,), action.ref)


def check_status_by_colour(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status is given by the colour of its cell alone, which nobody can hear, print in black and white or count.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails, with green cells:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  |                   | Timber is ordered |
    """
    cells: dict[str, list[Cell]] = {}
    for action in plan.actions:
        update = action.update(quarter)
        if update.status_fill and update.status_cell:
            cells.setdefault(update.status_fill, []).append(update.status_cell)
    for colour, filled in cells.items():
        yield Fault(f"The status is given by a colour alone ({colour}); write the status word in.", tuple(filled))


def check_status_in_action(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status stands in the words of the action, where nothing can count it.

    passes:
    | Ref | Action                   | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the closed pier   | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action                   | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | [CLOSED] Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |
    """
    for action in plan.actions:
        cell = action.cell(Field.ACTION)
        if words := find_marked_status(action.text, plan.settings.vocabulary):
            yield Fault(
                f"The action says {words!r} in its text; move it to the status column.", list_cells(cell), action.ref
            )


def find_marked_status(text: str, vocabulary: Vocabulary) -> str:
    """A status marked as one within a text: in square brackets, in capitals in brackets, or after "Status:"."""
    if "[" not in text and "(" not in text and "status" not in text.casefold():
        return ""
    for match in _MARKED.finditer(text):
        words = next(filter(None, match.groups()))
        if vocabulary.find(words):
            return match[0].strip()
    return ""


def check_status_in_timescale(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A status stands in the timescale column, where a date should be.

    passes:
    | Ref | Action          | Officer    | Timescale     | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q1 23/24      | Completed         | Reopened on 2 May |

    fails:
    | Ref | Action          | Officer    | Timescale     | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Complete      | Completed         | Reopened on 2 May |
    """
    for action in plan.actions:
        labels = [milestone.label for milestone in action.timescale.milestones]
        # Of several dates each may be called by what is done then: "Draft Q1, delivered Q3".
        is_label = len(labels) == 1 and plan.settings.vocabulary.find(labels[0]) is not None
        # "Q1 23/24 – ongoing" says that it has no end, which is no status.
        if action.timescale.kind is TimescaleKind.STATUS or (is_label and not action.timescale.open_ended):
            text = " ".join(action.timescale.text.split())
            message = f"The timescale says {text!r}; keep the date there and move the status to its own column."
            yield Fault(message, list_cells(action.cell(Field.TIMESCALE)), action.ref)


def check_status_no_column(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The plan has no status column, so that nobody can say what is done.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails:
    | Ref | Action          | Officer    | Timescale | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | Timber is ordered |
    """
    for part in list_parts_without(plan, lambda table, _: table.has(Field.STATUS)):
        denied = (
            "says in no few words how far an action has come, and no other column was read as the status; add one that "
            "says it, headed Status."
        )
        yield blame_part(plan, part, Field.STATUS, denied, "has no status column; add one, headed Status.")


def check_status_contradicts_comment(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The status says one thing and the comment beside it another: done, or going on.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                     |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | The pier reopened on 2 June. |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                     |
    | 1   | Repair the pier | AD Estates | Q1 23/24  | Completed         | This is an ongoing process.  |
    """
    for action, update in list_updates(plan):
        if update.status is None:
            continue
        words = (
            find_done_words(update.comment, action.text)
            if update.status.is_open
            else find_ongoing_words(update.comment)
        )
        if words:
            message = (
                f"The status is {update.status_text.strip()!r} and the comment says {words!r}; "
                "put right the one that is wrong."
            )
            yield Fault(message, list_cells(update.status_cell, update.comment_cell), action.ref)


def check_status_contradicts_timescale(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The status says the action is done and its timescale says that it has no end.

    passes:
    | Ref | Action          | Officer    | Timescale          | Q1 2023/24 update | Comments                     |
    | 1   | Repair the pier | AD Estates | Q1 23/24           | Completed         | The pier reopened on 2 June. |

    fails:
    | Ref | Action          | Officer    | Timescale          | Q1 2023/24 update | Comments                     |
    | 1   | Repair the pier | AD Estates | Q1 23/24 - ongoing | Completed         | The pier reopened on 2 June. |
    """
    for action, update in plan.latest_updates(quarter):
        if update and update.status and update.status.is_done and action.timescale.open_ended:
            message = (
                f"The status is {update.status_text.strip()!r} and the timescale is "
                f"{' '.join(action.timescale.text.split())!r}, which has no end; say when it ended, or that it goes on."
            )
            yield Fault(message, list_cells(update.status_cell, action.cell(Field.TIMESCALE)), action.ref)


# “[CLOSED]”, “(ON HOLD)”, “Status: complete”; in small letters brackets hold words of the action: “(done weekly)”.
_MARKED = compile_late(
    r"\[([A-Za-z][A-Za-z -]{2,30})\]|\(([A-Z][A-Z -]{2,30})\)|\b(?i:status)\s*[:=-]\s*([A-Za-z]+(?: [a-z]+){0,2})"
)


def list_updates(plan: ActionPlan) -> Iterator[tuple[Action, Update]]:
    """Every update of the plan that counts, with its action."""
    return ((action, update) for action in plan.actions for update in action.counted_updates)


def quote_spelling(text: str) -> str:
    """A spelling in quotes; spaces around it, which nobody can see, are mentioned."""
    return f"{text.strip()!r}{mention_spaces(text)}"


def suggest_status(text: str, vocabulary: Vocabulary) -> str:
    """The status word of which a spelling is likely a slip of the pen; "" where none is.

    It takes less to suggest an open word than a closed one, which would have the action counted as done.
    """
    is_limited = limits(text) or any(map(str.isdigit, text))
    suggestion, likeness = "", 0.0
    for status in vocabulary.statuses:
        measured = max(measure_slip(text, spelling) for spelling in (status.word, *status.spellings))
        least = LEAST_LIKENESS if status.is_open else LEAST_LIKENESS_IF_CLOSED
        if measured >= least and measured > likeness and not (status.is_done and is_limited):
            suggestion, likeness = status.word, measured
    return suggestion


def measure_slip(text: str, spelling: str) -> float:
    """How like a spelling a text is, from 0 to 100: as its least like word, and 0 where it may say something else.

    "Complted" is like "Completed"; "Incomplete", "Not completed" and "Completed?" are not.
    """
    words, others = (_WORD.findall(each.casefold()) for each in (text, spelling))
    # “On-going” and “ongoing” are one word or two by taste.
    if 1 in (len(words), len(others)):
        words, others = ["".join(words)], ["".join(others)]
    if "?" in text or len(words) != len(others):
        return 0
    likeness = (
        # Slips are rare in a first letter, and “closed” is no slip of “posed”.
        measure_likeness(word, other) if word == other or (word[:1] == other[:1] and len(word) >= SHORTEST_WORD) else 0
        for word, other in zip(words, others, strict=True)
    )
    return min(likeness, default=0)


_WORD = compile_late(r"[^\W_]+")
