"""The words every document shares: quarters, days, names, lists and what stands where there is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from peerxl.chasing import Ask
from peerxl.documents.document import date_words
from peerxl.language.owners import owner_key
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.status import DEFAULT_VOCABULARY, Status
from peerxl.model.timescale import Timescale
from peerxl.reading.headers.title import PLAIN_WORDS, find_council_apart, keep_title

NOT_SET = "Not set"
WORD = re.compile(r"[^\W\d_]+")
NO_UPDATE = "No update received"
NO_REF, NO_DAY = "No ref", "No day"
"""What stands in a table for a ref or a day that there is none of."""


KINDS_OF_PLAN = frozenset(
    "plan plans tracker log register schedule programme program project strategy roadmap framework list review audit "
    "report monitoring actions recommendations tasks issues risks commitments priorities objectives".split()
)
"""The nouns of which one at least says in a name that it is a plan's."""


def name_in_sentence(plan: ActionPlan) -> str:
    """What the plan is called after "the": "peer review action plan", "LGA action plan", "“Office move” plan".

    Only a word that says what kind of plan it is loses its capital, and not before another capital: "Audit Wales plan".
    """
    if KINDS_OF_PLAN.isdisjoint(WORD.findall(plan.name.casefold())):
        return f"“{plan.name}” plan"
    first, *others = plan.name.split()
    is_plain = first.casefold() in PLAIN_WORDS and not any(other[:1].isupper() for other in others[:1])
    return plan.name[:1].lower() + plan.name[1:] if is_plain else plan.name


def name_council(plan: ActionPlan) -> str:
    """Whose plan it is: as the Settings sheet has it, else as the title names it apart from what the plan is called."""
    return plan.settings.council or find_council_apart(plan.title)


def quarter_name(quarter: FiscalQuarter) -> str:
    """ "Quarter 3 2023/24"."""
    return f"Quarter {quarter.number} {quarter.year}"


def quarter_in_full(quarter: FiscalQuarter) -> str:
    """ "Quarter 3 2023/24 (October to December 2023)"."""
    return f"{quarter_name(quarter)} ({quarter.in_words})"


def title_at(plan: ActionPlan, quarter: FiscalQuarter) -> str:
    """A plan by its title at a quarter, which is said once where the title says it too."""
    title = keep_title(plan.title, None, plan.settings.years) or "Action plan"
    return f"{title}, {quarter_in_full(quarter)}"


# A chase names few days, and names them in every mail and form.
@lru_cache(maxsize=256)
def weekday_words(day: date) -> str:
    """ "Friday 12 January 2024"."""
    return f"{day:%A} {date_words(day)}"


def count_doubts(held: int, asked: int) -> str:
    """ ", 2 dates held back, 1 to ask": of new dates that may not be meant, those not put in and those that were."""
    return (f", {counted(held, 'date')} held back" if held else "") + (f", {asked} to ask" if asked else "")


def counted(number: int, noun: str) -> str:
    """ "1 action", "3 actions"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def name_actions(names: Sequence[str]) -> str:
    """ "action 2", "actions 2 and 5"; a bare ref would be taken for a number. "nothing" where there are none."""
    if not names:
        return "nothing"
    # The last may be those that have no name of their own: "2 actions without a ref".
    noun = "" if names[-1].endswith("without a ref") else "action " if len(names) == 1 else "actions "
    return f"{noun}{listed(names)}"


def owners_sheet_words(has_sheet: bool) -> str:
    """The sheet that addresses are on, or what makes one."""
    return "the Owners sheet" if has_sheet else "a sheet named Owners, with the headings Owner and Email"


def listed(parts: Iterable[str]) -> str:
    """ "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def status_words(update: Update) -> str:
    """The status as it is shown: its word with what the cell says beside it, else the cell's own, else that none is."""
    if update.status is None:
        return update.status_text.strip() or NO_UPDATE
    return name_status(update.status, (say_own_words(update.status, update.own_words),))


def name_status(status: Status, asides: Iterable[str]) -> str:
    """A status by its word, with what is said beside it in brackets: "Completed (28 October, Quarter 1)"."""
    told = ", ".join(filter(None, asides))
    return f"{status.word} ({told})" if told else status.word


def say_own_words(status: Status, own_words: str) -> str:
    """What a cell's own words say beside its status: “Delayed” in quotes, "28 October" of "Completed 28 October"."""
    if not own_words.casefold().startswith(status.word.casefold()):
        return f"“{own_words}”" if own_words else ""
    rest = own_words[len(status.word) :].strip(" ,.;:–—-")
    return rest[1:-1] if rest[:1] == "(" and rest[-1:] == ")" else rest


def why_words(ask: Ask) -> str:
    """Why an owner is asked, a sentence a line, and with whom."""
    return "\n".join((*(reason.sentence for reason in ask.reasons), *joint_words(ask)))


def why_labels(ask: Ask) -> str:
    """Why an owner is asked in a few words, and on a line of their own who else is: "Overdue, no status"."""
    labels = ", ".join(reason.label for reason in ask.reasons)
    others = [owner.name for owner in ask.action.asked if owner != ask.owner]
    return "\n".join((f"{labels[:1].upper()}{labels[1:]}", *((f"With {listed(others)}",) if others else ())))


def joint_words(ask: Ask) -> Iterator[str]:
    """Who leads on an action that several answer for, and that one answer is enough."""
    lead, *supporters = ask.action.asked
    if not supporters:
        return
    others = listed(owner.name for owner in ask.action.asked if owner != ask.owner)
    verb = "is" if len(supporters) == 1 else "are"
    leads = f"You lead; {others} {verb} asked too" if ask.owner == lead else f"{lead.name} leads"
    yield f"{leads}. One answer is enough."


def timescale_words(timescale: Timescale) -> str:
    return timescale.text.strip() or NOT_SET


def owner_words(action: Action) -> str:
    """Everybody who answers for an action, then who supports it."""
    leads = " / ".join(owner.name for owner in action.owners if not owner.is_supporter)
    supporters = [owner.name for owner in action.owners if owner.is_supporter]
    support = f"with support from {listed(supporters)}" if supporters else ""
    return " ".join(part for part in (leads, support) if part) or NOT_SET


def is_coordinator(owner: Owner, settings: Settings) -> bool:
    """Whether an owner is whom the others are told to ask, by whichever of the spellings on the Owners sheet."""
    if not settings.coordinator:
        return False
    key = owner_key(settings.coordinator)
    contact = settings.directory.find(key)
    return owner.key == key or (contact is not None and settings.directory.find(owner.key) == contact)


def coordinator_words(settings: Settings) -> str:
    """Whom to ask: the coordinator's own name, else the post; empty where the plan names neither."""
    contact = settings.directory.find(owner_key(settings.coordinator)) if settings.coordinator else None
    return (contact.name if contact else "") or settings.coordinator


def in_sentence(word: str) -> str:
    """A status word inside a sentence: a usual one without its capital; any other may begin with a name."""
    # “BAU” and the like stay in capitals.
    return word.lower() if DEFAULT_VOCABULARY.find(word) and not word.isupper() else word
