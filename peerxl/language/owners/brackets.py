"""Folds what stands in brackets into one token, and reads the brackets that say how an owner stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peerxl.language.owners.lexicon import CONNECTIVES, MARKS, NOBODY, find_connective
from peerxl.language.owners.tokens import Kind, Standing, Token, written

_MARK_KINDS = {Standing.LEAD: Kind.LEAD_MARK, Standing.SUPPORTER: Kind.SUPPORT_MARK}


def fold_brackets(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with each pair of brackets as one aside, and without brackets that have no partner."""
    inner: list[Token] = []
    depth = 0
    for token in _drop_unpaired(tokens):
        if token.kind is Kind.OPENING:
            depth += 1
        if depth:
            inner.append(token)
        else:
            yield token
        if token.kind is Kind.CLOSING:
            depth -= 1
        if inner and not depth:
            yield from _read_aside(inner)
            inner = []


def _drop_unpaired(tokens: Sequence[Token]) -> Iterator[Token]:
    pairs = _find_pairs(tokens)
    was_dropped = False
    for index, token in enumerate(tokens):
        is_dropped = token.kind in (Kind.OPENING, Kind.CLOSING) and index not in pairs
        if not is_dropped:
            yield replace(token, has_gap=True) if was_dropped else token
        was_dropped = is_dropped


def _find_pairs(tokens: Sequence[Token]) -> set[int]:
    opened: list[int] = []
    pairs: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind is Kind.OPENING:
            opened.append(index)
        elif token.kind is Kind.CLOSING and opened:
            pairs.update((opened.pop(), index))
    return pairs


def _read_aside(inner: Sequence[Token]) -> Iterator[Token]:
    words = tuple(token.word for token in inner if token.word)
    if words in MARKS:
        yield Token(_MARK_KINDS[MARKS[words]], "")
    elif _names_supporters(inner, words):
        yield from (Token(Kind.STOP, ""), *inner[1:-1], Token(Kind.LEAD, ""))
    elif words and words not in NOBODY:
        yield Token(Kind.ASIDE, written(inner), inner[0].has_gap)


def _names_supporters(inner: Sequence[Token], words: tuple[str, ...]) -> bool:
    """Whether brackets, with none inside them, name supporters: "(supported by Clinical Directors)"."""
    if not words or words[0] not in CONNECTIVES or any(token.kind is Kind.OPENING for token in inner[1:]):
        return False
    length, kind = find_connective(words)
    return kind is Kind.SUPPORT and length < len(words)
