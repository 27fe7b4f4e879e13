"""Owners who are called otherwise now than when they were asked, so that nobody is asked again for a corrected name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from peerxl.checks.roster import is_misspelled
from peerxl.commands.addresses import address
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.record.asks import RecordedAsk, asking_of
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId, Asked, Returned

Questions = Mapping[Owner, Sequence[ActionId]]


def follow_names(plan: ActionPlan, questions: Questions, entries: Iterable[Entry], quarter: str) -> tuple[Entry, ...]:
    """The entries as if those who were asked in a quarter had been called then as the plan calls them now."""
    entries = tuple(entries)
    names = find_new_names(plan, questions, asking_of(entries, quarter).asks_of)
    # The many that are of nobody, or of somebody who is called the same, stay the same objects.
    return tuple(rename(entry, names) for entry in entries) if names else entries


def find_new_names(
    plan: ActionPlan, questions: Questions, asks: Mapping[Owner, Sequence[RecordedAsk]]
) -> dict[Owner, Owner]:
    """Whoever was asked and is on no row any more, with the one owner who is asked the same now and most likely is
    them."""
    here = {owner for action in plan.actions for owner in action.asked}
    names: dict[Owner, Owner] = {}
    for gone in asks.keys() - here:
        asked = {action for ask in asks[gone] for action in ask.event.actions}
        heirs = [owner for owner, open_ones in questions.items() if not asked.isdisjoint(open_ones)]
        known = [owner for owner in heirs if is_same_person(plan, gone, asks[gone][-1].event.to, owner)]
        if len(known) == 1:
            names[gone] = known[0]
    return names


def is_same_person(plan: ActionPlan, gone: Owner, addresses: Collection[str], owner: Owner) -> bool:
    """Whether a name is one that was corrected, or whose mails went to the very address that this owner has."""
    now = {email.casefold() for email in address(owner, (), plan.settings).emails}
    return is_misspelled(gone.key, owner.key) or not now.isdisjoint(map(str.casefold, addresses))


def rename(entry: Entry, names: Mapping[Owner, Owner]) -> Entry:
    event = entry.event
    if not isinstance(event, Asked | Returned) or event.owner not in names:
        return entry
    return replace(entry, event=replace(event, owner=names[event.owner]))


def find_unreached(plan: ActionPlan, questions: Questions, entries: Iterable[Entry], quarter: str) -> frozenset[Owner]:
    """Those whose last message went to an address that is not theirs any more: a new holder's, or one put right."""
    asks = asking_of(entries, quarter).asks_of
    return frozenset(
        owner
        for owner in questions
        if (last := asks.get(owner)) and is_elsewhere(last[-1].event.to, address(owner, (), plan.settings).emails)
    )


def is_elsewhere(before: Collection[str], now: Collection[str]) -> bool:
    """Whether both are known and none is the same."""
    return bool(before and now) and set(map(str.casefold, before)).isdisjoint(map(str.casefold, now))
