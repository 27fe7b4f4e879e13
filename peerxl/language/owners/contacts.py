"""Takes telephone numbers and extensions out of an officer cell, with the labels before them and before addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from peerxl.language.owners.lexicon import USES, Use
from peerxl.language.owners.tokens import Token, TokenKind
from peerxl.pattern import compile_late

_NUMBER = compile_late(r"\W?\+?\d[\d-]*\W*\Z")
_EXTENSION = compile_late(r"\W?(?:x|extn?|tel|mob|ddi)\.?\d+\W*\Z", re.IGNORECASE)
_YEAR = compile_late(r"(?:19|20)\d\d(?!\d)")

FEWEST_DIALLED = 9
"""How many figures a telephone number has at least, with its area's."""


def drop_contacts(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens without telephone numbers, and addresses without "Email:"; a number that is none ("Year 6") stays."""
    tokens = [
        token for index, token in enumerate(tokens) if not (token.word == "on" and _is_dialled(tokens, index + 1))
    ]
    held: list[Token] = []  # a label and the numbers after it, until it is clear whether they are a telephone number
    for token in tokens:
        if token.kind is TokenKind.ADDRESS:
            yield from (*_unless_telephone(_without_label(held)), token)
            held = []
        elif _EXTENSION.match(token.text):
            held = _without_label(held)
        elif _is_contact(token) or (held and token.kind is TokenKind.LINK and not _has_number(held)):
            if _has_number(held) and not _is_number(token):
                yield from _unless_telephone(held)
                held = []
            held.append(token)
        else:
            yield from _unless_telephone(held)
            held = []
            yield token
    yield from _unless_telephone(held)


def _is_dialled(tokens: Sequence[Token], start: int) -> bool:
    """Whether a whole telephone number stands here: "on 01632 960 123"."""
    figures = "".join(token.text for token in takewhile(_is_number, tokens[start:]))
    return figures.startswith(("0", "+")) and sum(map(str.isdecimal, figures)) >= FEWEST_DIALLED


def _is_number(token: Token) -> bool:
    return bool(_NUMBER.match(token.text))


def _is_contact(token: Token) -> bool:
    return Use.CONTACT in USES.get(token.word, Use.NONE) or _is_number(token)


def _has_number(held: Sequence[Token]) -> bool:
    return bool(held) and _is_number(held[-1])


def _without_label(held: list[Token]) -> list[Token]:
    return held if _has_number(held) else []


def _unless_telephone(held: Sequence[Token]) -> Sequence[Token]:
    numbers = [token.text for token in held if _is_number(token)]
    if not numbers:
        return held
    digits = len([character for number in numbers for character in number if character.isdigit()])
    is_labelled = len(numbers) < len(held)
    is_dialled = digits >= 5 and not _YEAR.match(numbers[0])
    is_part = digits >= 3 and numbers[0].startswith(("+", "0"))
    return () if is_labelled or is_dialled or is_part else held
