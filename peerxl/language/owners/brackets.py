"""Folds what stands in brackets into one token, and reads the brackets that say how an owner stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from peerxl.language.owners.describe import find_kind
from peerxl.language.owners.phrases import AWAITING, FORMER, LABELS, MARKS, NOBODY, find_connective
from peerxl.language.owners.segment import Trait
from peerxl.language.owners.tokens import TRAITS, Standing, Token, TokenKind, written

_MARK_KINDS = {Standing.LEAD: TokenKind.LEAD_MARK, Standing.SUPPORTER: TokenKind.SUPPORT_MARK}


def fold_brackets(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with each pair of brackets as one aside, and without brackets that have no partner."""
    inner: list[Token] = []
    depth = 0
    for token in _drop_unpaired(tokens):
        if token.kind is TokenKind.OPENING:
            depth += 1
        if depth:
            inner.append(token)
        else:
            yield token
        if token.kind is TokenKind.CLOSING:
            depth -= 1
            if not depth:
                yield from _read_aside(inner)
                inner = []


def _drop_unpaired(tokens: Sequence[Token]) -> Iterator[Token]:
    pairs = _find_pairs(tokens)
    for index, token in enumerate(tokens):
        if index in pairs or token.kind not in (TokenKind.OPENING, TokenKind.CLOSING):
            yield token


def _find_pairs(tokens: Sequence[Token]) -> set[int]:
    opened: list[int] = []
    pairs: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.OPENING:
            opened.append(index)
        elif token.kind is TokenKind.CLOSING and opened:
            pairs.update((opened.pop(), index))
    return pairs


def _read_aside(inner: Sequence[Token]) -> Iterator[Token]:
    addresses = [token for token in inner if token.kind is TokenKind.ADDRESS]
    if addresses:
        inner = _without_addresses(inner)
    words = tuple(token.word for token in inner if token.word)
    if words in MARKS:
        yield Token(_MARK_KINDS[MARKS[words]], "")
    elif _names_supporters(inner):
        yield from (Token(TokenKind.STOP, ""), *inner[1:-1], Token(TokenKind.LEAD, ""))
    elif words and words not in NOBODY and words[0] not in AWAITING and not (words[0] in FORMER and len(words) > 1):
        yield Token(TokenKind.ASIDE, written(inner), inner[0].has_gap)
    yield from addresses


def _without_addresses(inner: Sequence[Token]) -> list[Token]:
    """Tokens of brackets without addresses and the connectives that parted them: "(HR, hr@council.example)"."""
    kept: list[Token] = []
    for token in inner:
        if token.kind in (TokenKind.ADDRESS, TokenKind.CLOSING):
            while TRAITS[kept[-1].kind].strength:
                kept.pop()
        is_first = bool(kept) and kept[-1].kind is TokenKind.OPENING
        if token.kind is not TokenKind.ADDRESS and not (is_first and TRAITS[token.kind].strength):
            kept.append(token._replace(has_gap=False) if is_first else token)
    return kept


def _names_supporters(inner: Sequence[Token]) -> bool:
    """Whether brackets, with none inside them, name supporters.

    "(supported by Clinical Directors)" and "(Support: HR)" do, "(with Jane Smith)" too, "(with responsibility for HR)"
    does not.
    """
    spoken = tuple(token for token in inner if token.word)
    words = tuple(token.word for token in spoken)
    if not words or any(token.kind is TokenKind.OPENING for token in inner[1:]):
        return False
    label = tuple(token.word for token in takewhile(lambda token: token.kind is TokenKind.WORD, inner[1:]))
    if LABELS.get(label) is Standing.SUPPORTER and inner[len(label) + 1].kind is TokenKind.LINK:
        return True
    length, kind = find_connective(words)
    names_somebody = kind is TokenKind.WITH and find_kind(spoken[length:])[0] is not Trait.WORDS
    return length < len(words) and (kind is TokenKind.SUPPORT or names_somebody)
