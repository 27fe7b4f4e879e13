"""Refs for a plan's actions: those it has are kept, last year's are carried over, new ones come after all of them.

A ref is a stem and a number: "PEER05.03" is "PEER05." and 3. A new one takes the stem of its theme and the number after
the highest ever used with it, so that a gap stays a gap: the ref of an action that is gone is never given to another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from peerxl.identity.pairs import ActionPair
from peerxl.identity.wording import fold_theme
from peerxl.model.action import Action
from peerxl.model.plan import ActionPlan, unique

_REF = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,6})[a-z]?", re.IGNORECASE | re.DOTALL)  # “PEER05.03a” counts as 3
# A theme's number within a stem; one of four figures is a year.
_GROUP = re.compile(r"(?P<head>.*?)(?P<number>(?<!\d)\d{1,3})(?P<tail>\D+)", re.DOTALL)
LONGEST_PREFIX = 4
# What a plan is called by, which says nothing of what it is about.
PLAIN_WORDS = frozenset("action actions plan plans tracker log register list the of and for a an on in to".split())


class Origin(StrEnum):
    """Where an action's ref comes from."""

    OWN = "kept"
    LAST = "last year's"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ActionRef:
    """An action's ref, where it comes from, and last year's action where it is one: for sure, or likely."""

    ref: str
    origin: Origin
    last: Action | None = None
    likeness: float = 0.0
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Stem:
    """What a ref begins with, and how many figures its number has at least."""

    text: str
    width: int = 1

    def ref(self, number: int) -> str:
        return f"{self.text}{number:0{self.width}}"


def name_actions(plan: ActionPlan, pairs: Sequence[ActionPair], last: Sequence[Action]) -> tuple[ActionRef, ...]:
    """A ref for every action, in the plan's order; ``last`` are the actions that pairs name by their places.

    One that two of last year's actions have, or another of this year's, is nobody's to carry over.
    """
    by_new = {pair.new: pair for pair in pairs}
    taken = Counter(action.ref.casefold() for action in plan.actions if action.ref)
    twice = {ref for ref, times in Counter(action.ref.casefold() for action in last if action.ref).items() if times > 1}
    named: list[ActionRef] = []
    for index, action in enumerate(plan.actions):
        pair = by_new.get(index)
        old = last[pair.old] if pair else None
        likeness, is_certain = (pair.likeness, pair.is_certain) if pair else (0.0, False)
        if action.ref:
            named.append(ActionRef(action.ref, Origin.OWN, old, likeness, is_certain))
        elif old and is_certain and old.ref and not taken[old.ref.casefold()] and old.ref.casefold() not in twice:
            taken[old.ref.casefold()] += 1
            named.append(ActionRef(old.ref, Origin.LAST, old, likeness, is_certain))
        else:
            named.append(ActionRef("", Origin.NEW, old, likeness, is_certain))
    return tuple(with_new(plan, named, last))


def with_new(plan: ActionPlan, named: Sequence[ActionRef], last: Iterable[Action]) -> Iterator[ActionRef]:
    """The same with a ref for each action that has none yet."""
    known = [(fold_theme(action.theme), action.ref) for action in last if action.ref]
    known += [
        (fold_theme(action.theme), given.ref) for action, given in zip(plan.actions, named, strict=True) if given.ref
    ]
    themes = unique(fold_theme(action.theme) for action in plan.actions)
    numbering = numbering_after(known, house_stems(prefix_of(plan.name), themes))
    for action, given in zip(plan.actions, named, strict=True):
        yield given if given.ref else replace(given, ref=numbering.next_ref(fold_theme(action.theme)))


def prefix_of(name: str) -> str:
    """The initials of what a plan is about: "Peer review action plan" gives PR."""
    words = re.findall(r"[^\W\d_]+", name)
    telling = [word for word in words if word.casefold() not in PLAIN_WORDS]
    # A plan that is called “Action plan” is AP, one without a letter in its name A.
    return "".join(word[0].upper() for word in (telling or words or ["A"])[:LONGEST_PREFIX])


def house_stems(prefix: str, themes: Sequence[str]) -> dict[str, Stem]:
    """The stems of a plan that has no refs at all: PR1. and PR2. for its themes, PR where it has none."""
    if not any(themes):
        return {theme: Stem(prefix) for theme in themes}
    return {theme: Stem(f"{prefix}{number}.") for number, theme in enumerate(themes, 1)}


@dataclass(slots=True)
class Numbering:
    """How refs go on, each theme with its stem: mutable, and local to one adoption."""

    stems: dict[str, Stem]
    house: Mapping[str, Stem]
    highest: dict[str, int]
    taken: set[str]

    def next_ref(self, theme: str) -> str:
        """The next free ref of a theme."""
        if theme not in self.stems:
            self.stems[theme] = next_stem(tuple(self.stems.values())) or self.house[theme]
        stem = self.stems[theme]
        key = stem.text.casefold()
        numbers = count(self.highest.get(key, 0) + 1)
        number = next(number for number in numbers if stem.ref(number).casefold() not in self.taken)
        self.highest[key] = number
        self.taken.add(stem.ref(number).casefold())
        return stem.ref(number)


def numbering_after(known: Sequence[tuple[str, str]], house: Mapping[str, Stem]) -> Numbering:
    """The numbering that goes on after refs that are known, each with its theme."""
    read = [(theme, *parts) for theme, ref in known if (parts := read_ref(ref))]
    highest: dict[str, int] = {}
    widths: dict[str, int] = {}
    by_theme: dict[str, Counter[str]] = {}
    for theme, stem, number in read:
        key = stem.text.casefold()
        highest[key] = max(number, highest.get(key, 0))
        widths[key] = max(stem.width, widths.get(key, 1))
        by_theme.setdefault(theme, Counter())[stem.text] += 1
    usual = {theme: texts.most_common(1)[0][0] for theme, texts in by_theme.items()}
    stems = {theme: Stem(text, widths[text.casefold()]) for theme, text in usual.items()}
    return Numbering(stems, house, highest, {ref.casefold() for _, ref in known})


def read_ref(ref: str) -> tuple[Stem, int] | None:
    """A ref as its stem and its number; None where it does not end in a number."""
    match = _REF.fullmatch(ref.strip())
    if match is None:
        return None
    figures = match["number"]
    return Stem(match["stem"], len(figures) if figures.startswith("0") else 1), int(figures)


def next_stem(stems: Sequence[Stem]) -> Stem | None:
    """The stem of a theme that has none yet, numbered after the others; the one stem where all themes share it."""
    if not stems:
        return None
    # A slip in one ref must not become the pattern of the new ones.
    usual = Counter(stems).most_common(1)[0][0]
    group = _GROUP.fullmatch(usual.text)
    if group is None or (len(stems) > 1 and len(set(stems)) == 1):
        return usual
    groups = (_GROUP.fullmatch(stem.text) for stem in stems)
    numbers = [int(each["number"]) for each in groups if each and each["head"].casefold() == group["head"].casefold()]
    width = len(group["number"]) if group["number"].startswith("0") else 1
    return Stem(f"{group['head']}{max(numbers) + 1:0{width}}{group['tail']}", usual.width)
