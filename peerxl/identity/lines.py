"""Which line of a form is about which of the actions it was issued for, however it was sorted or edited.

Both are traces: of an action that was asked about, and of a line as it came back, of which the ref, the words and the
timescale are known. The rules are tried in this order; what one of them has matched is not matched again.

| rule          | a line is of an action where                                                                  |
|---------------|-----------------------------------------------------------------------------------------------|
| all three     | the ref, the words and the timescale are the same                                             |
| ref and words | the ref and the words are the same                                                            |
| ref           | the action has a ref, and the line has it too                                                 |
| words         | the words are the same                                                                        |
| index         | no row came or went, it stands where the action did, which has no ref, and says the same      |

A line with the ref of one action and the words of another is of neither. Where one of several actions that look alike
has no line, or the form was sorted, none of them has.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from peerxl.identity.trace import ActionTrace
from peerxl.identity.wording import fold_words, same_action


@dataclass(frozen=True, slots=True)
class FoldedTrace:
    """A trace's ref, words and timescale as letters and digits alone, by which lines of a form are compared."""

    ref: str
    words: str
    timescale: str


def fold_trace(trace: ActionTrace) -> FoldedTrace:
    return FoldedTrace(fold_words(trace.shown_ref), fold_words(trace.words), fold_words(trace.timescale or ""))


Key = tuple[str, ...]
RULES: Mapping[str, Callable[[FoldedTrace], Key]] = {
    "all three": lambda trace: (trace.ref, trace.words, trace.timescale),
    "ref and words": lambda trace: (trace.ref, trace.words),
    "ref": lambda trace: (trace.ref,),
    "words": lambda trace: (trace.words,),
}


@dataclass(frozen=True)
class AskedIndex:
    """The actions that a form was issued for, found by what a line of it says."""

    asked: tuple[ActionTrace, ...]

    @cached_property
    def _indexes(self) -> Mapping[str, Mapping[Key, dict[int, None]]]:
        """By rule, then by what it goes by, the indexes of the actions in their order."""
        # Dicts of None, as sets that keep the order of the actions.
        indexes: dict[str, defaultdict[Key, dict[int, None]]] = {rule: defaultdict(dict) for rule in RULES}
        for index, trace in enumerate(self.asked):
            for rule, key_of in RULES.items():
                for reading in readings_of(trace) if trace.ref or rule != "ref" else ():
                    indexes[rule][key_of(reading)][index] = None
        return indexes

    def matches(self, line: ActionTrace, rule: str) -> Collection[int]:
        """The actions that a line is of by one rule, in their order."""
        return self._indexes[rule].get(RULES[rule](fold_trace(line)), {})

    def named_by(self, line: ActionTrace) -> set[int]:
        """The actions that a line's ref or its words name."""
        return {*self.matches(line, "ref"), *self.matches(line, "words")}

    def is_torn(self, line: ActionTrace) -> bool:
        """Whether a line has the ref of one action and the words of another, as where one column was sorted alone."""
        by_ref, by_words = self.matches(line, "ref"), self.matches(line, "words")
        return bool(by_ref and by_words) and not any(index in by_words for index in by_ref)


def readings_of(trace: ActionTrace) -> tuple[FoldedTrace, ...]:
    """An action as a line may have it: in some plans its words begin with the ref, which the line may do without."""
    whole = fold_trace(trace)
    return whole, replace(whole, words=whole.words.removeprefix(fold_words(trace.ref)))


def has_words(asked: ActionTrace, line: ActionTrace) -> bool:
    """Whether a line has an action's words, with its ref before them or without."""
    return fold_words(line.words) in {reading.words for reading in readings_of(asked)}


def match_lines(index: AskedIndex, lines: Sequence[ActionTrace]) -> dict[int, int]:
    """The line of each action, both by their indexes; none where it is in doubt."""
    matched: dict[int, int] = {}
    left = [line_index for line_index, line in enumerate(lines) if not index.is_torn(line)]
    for rule in RULES:
        matched |= match_by_rule(index, lines, rule, left, matched)
        taken = set(matched.values())
        left = [line_index for line_index in left if line_index not in taken]
    # By place only where no row came or went, as after that every row below stands elsewhere.
    if len(index.asked) == len(lines):
        matched |= {same: same for same in left if same not in matched and is_reworded(index.asked[same], lines[same])}
    doubtful = find_doubtful(index, lines, matched)
    return {asked_index: line_index for asked_index, line_index in matched.items() if asked_index not in doubtful}


def match_by_rule(
    index: AskedIndex, lines: Sequence[ActionTrace], rule: str, left: Sequence[int], matched: Mapping[int, int]
) -> dict[int, int]:
    """For each of the lines left the first action still without a line that it is of by one rule."""
    matches: dict[int, int] = {}
    queues: dict[Key, deque[int]] = {}
    for line_index in left:
        key = RULES[rule](fold_trace(lines[line_index]))
        if key not in queues:
            queues[key] = deque(asked for asked in index.matches(lines[line_index], rule) if asked not in matched)
        # Rows that say the same share a queue, so that a form of a thousand such rows is gone through once.
        queue = queues[key]
        while queue and queue[0] in matches:
            queue.popleft()
        if queue:
            matches[queue.popleft()] = line_index
    return matches


def is_reworded(asked: ActionTrace, line: ActionTrace) -> bool:
    """Whether a line says what an action without a ref says, in other words."""
    return not asked.ref and same_action(asked.words, line.words)


def find_doubtful(index: AskedIndex, lines: Sequence[ActionTrace], matched: Mapping[int, int]) -> set[int]:
    """The actions that look like others of which the form no longer has all the rows, or now has more, or is sorted.

    Where a form was sorted nobody can tell either which of two rows alike is which.
    """
    by_both = RULES["ref and words"]
    looks = [fold_trace(asked) for asked in index.asked]
    alike, alike_matched = Counter(looks), Counter(looks[asked_index] for asked_index in matched)
    had, has = Counter(map(by_both, looks)), Counter(by_both(fold_trace(line)) for line in lines)
    line_indexes = [matched[asked_index] for asked_index in sorted(matched)]
    is_sorted = line_indexes != sorted(line_indexes)
    return {
        asked_index
        for asked_index, look in enumerate(looks)
        if sum(has[key] for key in set(map(by_both, readings_of(index.asked[asked_index])))) > had[by_both(look)]
        or (is_sorted and alike[look] > 1)
        or alike_matched[look] < alike[look]
    }
