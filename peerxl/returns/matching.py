"""Which line of a form is about which of the actions it was issued for, however it was sorted or edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from peerxl.documents.wording import NOT_SET
from peerxl.identity.wording import is_one
from peerxl.merge.find import key
from peerxl.merge.returned import Returned
from peerxl.returns.table import Line

Rule = Callable[[Returned, Line], bool]


def match(issued: Sequence[Returned], lines: Sequence[Line]) -> dict[int, int]:
    """The line of each action, both by number: by ref and words, by either, else by its place; none in doubt."""
    matched: dict[int, int] = {}
    clear = [number for number, line in enumerate(lines) if not is_torn(issued, line)]
    for rule in (has_all, has_both, has_ref, has_words):
        for number in clear:
            free = (place for place, asked in enumerate(issued) if place not in matched and rule(asked, lines[number]))
            if number not in matched.values() and (place := next(free, None)) is not None:
                matched[place] = number
    if len(issued) == len(lines):
        for place in clear:
            is_free = place not in matched and place not in matched.values()
            if is_free and not issued[place].ref and is_one(issued[place].words, lines[place].text("Action")):
                matched[place] = place
    sure = {place for place in matched if not is_doubtful(issued[place], issued, matched, lines)}
    return {place: number for place, number in matched.items() if place in sure}


def named_by(issued: Sequence[Returned], line: Line) -> set[int]:
    """The actions that a line's ref or its words name."""
    return {place for place, asked in enumerate(issued) if has_ref(asked, line) or has_words(asked, line)}


def is_torn(issued: Sequence[Returned], line: Line) -> bool:
    """Whether a line has the ref of one action and the words of another, as where one column was sorted alone."""
    by_ref, by_words = set(places(issued, line, has_ref)), set(places(issued, line, has_words))
    return bool(by_ref and by_words) and not by_ref & by_words


def places(issued: Sequence[Returned], line: Line, rule: Rule) -> Iterator[int]:
    return (place for place, asked in enumerate(issued) if rule(asked, line))


def is_doubtful(asked: Returned, issued: Sequence[Returned], matched: Mapping[int, int], lines: Sequence[Line]) -> bool:
    """Whether the form had several rows that look like this one and no longer has them all, or now has more.

    Where the form was sorted nobody can tell either which of them is which.
    """
    alike = [place for place, other in enumerate(issued) if look(other) == look(asked)]
    same = sum(has_both(asked, line) for line in lines)
    had = sum(look(other)[:2] == look(asked)[:2] for other in issued)
    numbers = [matched[place] for place in sorted(matched)]
    is_sorted = len(alike) > 1 and numbers != sorted(numbers)
    return same > had or is_sorted or any(place not in matched for place in alike)


def look(asked: Returned) -> tuple[str, str, str]:
    return key(asked.ref), key(asked.words), key(asked.timescale)


def has_all(asked: Returned, line: Line) -> bool:
    return has_both(asked, line) and has_timescale(asked, line)


def has_both(asked: Returned, line: Line) -> bool:
    return key(line.text("Ref")) == key(asked.ref) and has_words(asked, line)


def has_ref(asked: Returned, line: Line) -> bool:
    return bool(asked.ref) and key(line.text("Ref")) == key(asked.ref)


def has_timescale(asked: Returned, line: Line) -> bool:
    return key(line.text("Timescale")) == key(asked.timescale.strip() or NOT_SET)


def has_words(asked: Returned, line: Line) -> bool:
    words = key(asked.words)
    return key(line.text("Action")) in (words, words.removeprefix(key(asked.ref)))
