"""The Owners, Statuses and Settings of a master, filled from what was found in the tracker."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from peerxl.adoption.words import fills, status_words
from peerxl.checks.roster import list_owners
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.settings import Contact, Directory, Settings
from peerxl.model.sheet import is_error
from peerxl.model.status import Status, Vocabulary, status_key
from peerxl.reading.cells.told_statuses import read_told
from peerxl.reading.headers.title import find_council
from peerxl.reading.own_sheets.contacts import directory_of


def settings_of(plan: ActionPlan) -> Settings:
    """What the tracker's own sheets settle, and beyond that the title's council, and every owner and status word."""
    return replace(
        plan.settings,
        council=plan.settings.council or find_council(plan.title),
        quarter=plan.quarter,
        plan_starts=plan.starts,
        vocabulary=vocabulary_of(plan),
        directory=directory(plan),
    )


def vocabulary_of(plan: ActionPlan) -> Vocabulary:
    """The plan's words, those met that say more than one of them, and those that nobody has settled."""
    known = add_fuller_words(plan.settings.vocabulary, plan)
    unsettled = {status_key(word): word for word in known.unsettled}
    for word in unknown_words(plan):
        unsettled.setdefault(status_key(word), word)
    return replace(known, unsettled=tuple(unsettled.values()))


def add_fuller_words(known: Vocabulary, plan: ActionPlan) -> Vocabulary:
    """A vocabulary with each word met that says more than its status ("Delayed") as one of its own, right after it."""
    found: dict[str, list[Status]] = {}
    taken: set[str] = set()
    for update in (update for action in plan.actions for update in action.updates if update.own_words):
        told = read_told(update.status_text, known)
        key = status_key(told.word)
        is_kept = (
            told.status and not known.is_misspelled(update.status_text) and known.says_more(told.word, told.status)
        )
        if told.status and is_kept and key not in taken:
            taken.add(key)
            word = known.spell(told.word, told.status)
            found.setdefault(told.status.word, []).append(replace(told.status, word=word, spellings=()))
    statuses = (
        each
        for status in known.statuses
        for each in (replace(status, spellings=spellings_beside(status, taken)), *found.get(status.word, ()))
    )
    return replace(known, statuses=tuple(statuses)) if found else known


def spellings_beside(status: Status, taken: Container[str]) -> tuple[str, ...]:
    """The spellings of a status but for those that are words of their own."""
    return tuple(spelling for spelling in status.spellings if status_key(spelling) not in taken)


def unknown_words(plan: ActionPlan) -> Iterator[str]:
    """Every status that is no word of the plan's, a colour by its name."""
    colours = fills(plan)
    for action in plan.actions:
        for update in action.updates:
            is_error_shown = is_error(update.status_text)
            # An error is no word to settle: cell-error says what to do about it.
            if update.status is None and (update.has_status or update.status_fill) and not is_error_shown:
                yield status_words(update, colours, plan.settings.vocabulary)


def directory(plan: ActionPlan) -> Directory:
    """The contacts there are, then everybody else who answers for an action, with the spellings met."""
    contacts = plan.settings.directory.contacts
    found = (
        Contact(line.owner.name, tuple(each for each in line.spellings if each != line.owner.name))
        for line in list_owners(plan)
        if plan.settings.directory.find(line.owner.key) is None
    )
    return directory_of(unique((*contacts, *found)))
