"""A plural post shared out: "ADs for Finance and Customer Focus" is an AD for Finance and an AD for Customer Focus.

Where both "and" and "&" stand in it, "&" keeps a portfolio together: "ADs for Growth & Economy and Housing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peerxl.language.owners import kinds, words
from peerxl.language.owners.kinds import NOWHERE, Kind
from peerxl.language.owners.lexer import Sign, Token
from peerxl.language.owners.part import Part, Standing
from peerxl.language.owners.runs import PLAIN, SOFT, Run


@dataclass(frozen=True, slots=True)
class Named:
    """The tokens of one owner, and how it stands."""

    tokens: tuple[Token, ...]
    standing: Standing


def shared(tokens: list[Token], parts: list[Part], runs: list[Run], at: int) -> tuple[int, tuple[Named, ...]]:
    """The owners that share the plural post of a part, and the part after them; none where it is not shared."""
    first = parts[at]
    start = _portfolio_start(tokens, parts, at)
    if start == NOWHERE:
        return at, ()
    end = at + 1
    while end < len(parts) and _is_share(first, parts[end], runs[end]):
        end += 1
    before = _singular(tokens, first, start)
    named = tuple(
        Named((*before, *_spaced(tokens[share[0].start : share[-1].end])), share[0].standing)
        for share in _shares(tokens, parts[at:end], start)
    )
    return (end, named) if len(named) > 1 else (at, ())


def _portfolio_start(tokens: list[Token], parts: list[Part], at: int) -> int:
    """The token where the first portfolio begins: after "ADs for", "Cllrs", "Heads of Service for", "Directors -"."""
    first = parts[at]
    if not first.is_plural or first.is_closed or first.words[0].word in words.GATHERERS:
        return NOWHERE
    if first.role < len(first.words) - 1:
        return _after_preposition(tokens, first)
    after = parts[at + 1] if at + 1 < len(parts) else None
    if after is None or after.joint is not Sign.LINK or after.kind not in PLAIN:
        return NOWHERE
    return after.start if tokens[after.start - 1].sign is Sign.LINK else NOWHERE


def _after_preposition(tokens: list[Token], first: Part) -> int:
    start = first.role_end
    said = [token.word for token in tokens[start : start + 3]]
    if said[:1] and said[0] in words.PREPOSITIONS:
        is_whole = len(said) == 3 and said[1] in words.COLLECTIVE and said[2] in words.PREPOSITIONS
        start += 3 if is_whole else 1
    return start if start < first.end else NOWHERE


def _is_share(first: Part, part: Part, run: Run) -> bool:
    if part.joint is Sign.LINK:
        return part.kind in PLAIN
    if part.joint not in (*SOFT, Sign.SLASH):
        return False
    if part.kind is Kind.PERSON:
        return not part.is_titled and (first.is_titled or not part.is_sure)
    is_body = part.kind is Kind.BODY and not part.is_breaking and not first.is_titled
    return is_body or (part.kind in PLAIN and not _begins_another(part, run))


def _begins_another(part: Part, run: Run) -> bool:
    return run.head is not None and run.head.kind is Kind.ROLE and run.is_tighter_than(part)


def _shares(tokens: list[Token], taken: Sequence[Part], start: int) -> list[list[Part]]:
    """The parts of each share, the first without the post."""
    first = replace(taken[0], start=start)
    is_bound = not first.is_titled and any(part.joint is Sign.AND for part in taken[1:])
    shares = [[first]]
    for part in taken[1:]:
        if part.joint is Sign.LINK or (is_bound and part.joint is Sign.AMPERSAND):
            shares[-1].append(part)
        else:
            shares.append([_without_preposition(tokens, part)])
    return shares


def _spaced(tokens: list[Token]) -> list[Token]:
    return [replace(tokens[0], has_gap=True), *tokens[1:]]


def _without_preposition(tokens: list[Token], part: Part) -> Part:
    is_repeated = part.end - part.start > 1 and tokens[part.start].word in words.PREPOSITIONS
    return replace(part, start=part.start + 1) if is_repeated else part


def _singular(tokens: list[Token], first: Part, start: int) -> list[Token]:
    before = list(tokens[first.start : start])
    place = first.role_end - 1 - first.start
    before[place] = replace(before[place], text=kinds.singular(before[place]))
    return before
