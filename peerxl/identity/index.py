"""A plan's actions by what they are looked for by, so that a form of a thousand lines is found in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from peerxl.identity.wording import fold_words
from peerxl.model.action import Action


@dataclass(frozen=True)
class ActionIndex:
    """The actions of a plan, or of one of its sheets, in order; ``unread`` are sheets beside it that have others."""

    actions: tuple[Action, ...]
    unread: frozenset[str] = frozenset()

    @cached_property
    def _by_ref(self) -> Mapping[str, list[int]]:
        return self._indexes_by(lambda action: action.ref)

    @cached_property
    def _by_words(self) -> Mapping[str, list[int]]:
        return self._indexes_by(lambda action: action.text)

    @cached_property
    def _indexes(self) -> Mapping[tuple[str, int], int]:
        """Each action's index by its sheet and row."""
        return {(action.sheet, action.row): index for index, action in enumerate(self.actions)}

    def _indexes_by(self, text_of: Callable[[Action], str]) -> Mapping[str, list[int]]:
        indexes: defaultdict[str, list[int]] = defaultdict(list)
        for index, action in enumerate(self.actions):
            indexes[fold_words(text_of(action))].append(index)
        return indexes

    def at(self, sheet: str, row: int) -> Action | None:
        """The action that stands in a row."""
        index = self._indexes.get((sheet, row))
        return None if index is None else self.actions[index]

    def with_ref(self, ref: str) -> list[Action]:
        """The actions that have a ref, whatever its case and punctuation."""
        key = fold_words(ref)
        return [self.actions[index] for index in self._by_ref.get(key, ())] if key else []

    def with_words(self, words: str, ref: str) -> list[Action]:
        """The actions of the same words; in some plans these begin with the ref."""
        whole = fold_words(words)
        keys = {whole, whole.removeprefix(fold_words(ref))} if whole else set()
        return [self.actions[index] for index in sorted(index for key in keys for index in self._by_words.get(key, ()))]

    def rows_of(self, actions: Iterable[Action], sheet: str) -> str:
        """Where actions stand, "5; 6"; those of another sheet with its name, "5; Quay!5"."""
        return "; ".join(
            str(action.row) if action.sheet == sheet else f"{action.sheet}!{action.row}" for action in actions
        )

    def neighbours_of(self, action: Action) -> str:
        """What changes when an action gets other owners or other actions beside it, in a few letters."""
        index = self._indexes[action.sheet, action.row]
        beside = self.actions[max(index - 1, 0) : index + 2]
        words = (
            f"{fold_words(neighbour.text)} {sorted(owner.key for owner in neighbour.owners)}" for neighbour in beside
        )
        # Short, as it stands in a column of the form, and only tells whether anything changed.
        return sha256("|".join(words).encode()).hexdigest()[:8]
