"""The Owners, Statuses and Settings of a master, filled from what was found in the tracker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peerxl.adoption.words import fills, status_words
from peerxl.checks.roster import list_owners
from peerxl.model.plan import ActionPlan, unique
from peerxl.model.settings import Contact, Directory, Settings
from peerxl.model.sheet import is_error
from peerxl.model.status import Vocabulary, status_key
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
    """The plan's words, and those met that nobody has settled."""
    known = plan.settings.vocabulary
    unsettled = {status_key(word): word for word in known.unsettled}
    for word in unknown_words(plan):
        unsettled.setdefault(status_key(word), word)
    return replace(known, unsettled=tuple(unsettled.values()))


def unknown_words(plan: ActionPlan) -> Iterator[str]:
    """Every status that is no word of the plan's, a colour by its name."""
    colours = fills(plan)
    for action in plan.actions:
        for update in action.updates:
            is_error_shown = is_error(update.status_text)
            # An error is no word to settle: cell-error says what to do about it.
            if update.status is None and (update.has_status or update.status_fill) and not is_error_shown:
                yield status_words(update, colours)


def directory(plan: ActionPlan) -> Directory:
    """The contacts there are, then everybody else who answers for an action, with the spellings met."""
    contacts = plan.settings.directory.contacts
    found = (
        Contact(line.owner.name, tuple(each for each in line.spellings if each != line.owner.name))
        for line in list_owners(plan)
        if plan.settings.directory.find(line.owner.key) is None
    )
    return directory_of(unique((*contacts, *found)))
