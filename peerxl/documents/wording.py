"""The words every document shares: quarters, days, figures, statuses and what stands where there is nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from peerxl.documents.document import TableEntry, date_words
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import Action, ActionPlan, Update
from peerxl.model.status import Status, Vocabulary
from peerxl.model.timescale import Timescale

NOT_SET = "Not set"
NO_UPDATE = "No update received"
STOPPED = frozenset({"On hold", "Not started"})


def name_in_sentence(plan: ActionPlan) -> str:
    """What the plan is called within a sentence: "peer review action plan", but "LGA action plan"."""
    return plan.name[:1].lower() + plan.name[1:] if plan.name[1:2].islower() else plan.name


def quarter_name(quarter: FiscalQuarter) -> str:
    """ "Quarter 3 2023/24"."""
    return f"Quarter {quarter.number} {quarter.year}"


def quarter_in_full(quarter: FiscalQuarter) -> str:
    """ "Quarter 3 2023/24 (October to December 2023)"."""
    return f"{quarter_name(quarter)} ({quarter.in_words})"


def weekday_words(day: date) -> str:
    """ "Friday 12 January 2024"."""
    return f"{day:%A} {date_words(day)}"


def counted(number: int, noun: str) -> str:
    """ "1 action", "3 actions"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(parts: Iterable[str]) -> str:
    """ "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def status_words(update: Update) -> str:
    """The status as it is shown: its canonical word, else the cell's own, else that there is none."""
    return update.status.word if update.status else update.status_text.strip() or NO_UPDATE


def status_tone(update: Update) -> Tone:
    """What the colour of a status says besides its word."""
    if update.status is None:
        return Tone.WARNING
    if not update.status.is_open:
        return Tone.GOOD if update.status.is_done else Tone.MUTED
    return Tone.WARNING if update.status.canonical in STOPPED else Tone.INFO


def status_entry(update: Update) -> TableEntry:
    return TableEntry(status_words(update), status_tone(update))


def comment_words(update: Update) -> str:
    return update.comment.strip() or NO_UPDATE


def timescale_words(timescale: Timescale) -> str:
    return timescale.text.strip() or NOT_SET


def owner_words(action: Action) -> str:
    """Everybody who answers for an action, then who supports it."""
    leads = " / ".join(owner.name for owner in action.owners if not owner.is_supporter)
    supporters = listed_names(owner.name for owner in action.owners if owner.is_supporter)
    support = f"with support from {supporters}" if supporters else ""
    return " ".join(part for part in (leads, support) if part) or NOT_SET


def listed_names(names: Iterable[str]) -> str:
    several = tuple(names)
    return listed(several) if several else ""


def action_words(action: Action) -> str:
    """The action with its ref before it, where it has one."""
    return f"{action.ref} {action.text}" if action.ref else action.text


def figures(updates: Iterable[Update], vocabulary: Vocabulary) -> str:
    """How many of each status, in the order an action passes through them: "2 in progress and 1 completed"."""
    counts = Counter(status_words(update) for update in updates)
    order = [word for word in vocabulary.words if word in counts]
    others = sorted(word for word in counts if word not in order and word != NO_UPDATE)
    parts = [f"{counts[word]} {in_sentence(word)}" for word in order]
    parts += [f"{counts[word]} “{word}”" for word in others]
    if counts[NO_UPDATE]:
        parts.append(f"{counts[NO_UPDATE]} with no status")
    return listed(parts)


def in_sentence(word: str) -> str:
    """A status word inside a sentence; one that is all capitals stays."""
    return word if word.isupper() else word[:1].lower() + word[1:]


def used_statuses(updates: Iterable[Update], vocabulary: Vocabulary) -> tuple[Status, ...]:
    """The statuses that stand in a document, in the vocabulary's order."""
    words = {update.status.word for update in updates if update.status}
    return tuple(status for status in vocabulary.statuses if status.word in words)
