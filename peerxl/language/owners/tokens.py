"""What an officer cell is made of: tokens, and one table of what each kind of token does."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple


class Standing(Enum):
    """How an owner stands among the cell's others."""

    LEAD = auto()
    PLAIN = auto()
    SUPPORTER = auto()


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    ASIDE = auto()  # (…), whatever is in it
    ADDRESS = auto()  # an e-mail address
    OPENING = auto()
    CLOSING = auto()
    STOP = auto()  # a semicolon or a bullet
    SLASH = auto()
    STROKE = auto()  # a slash without a space beside it
    WITH = auto()
    AND = auto()
    AMPERSAND = auto()
    COMMA = auto()
    LINK = auto()  # a dash or a colon
    LINE = auto()  # a line break
    SUPPORT = auto()  # "with support from"
    LEAD = auto()  # "led by"
    LEAD_MARK = auto()  # "(lead)"
    SUPPORT_MARK = auto()  # "(support)"


class Traits(NamedTuple):
    """What the tokens of one kind do.

    ``strength``: where several connectives meet (", and"), the strongest is what they come to; 0 is no connective.
    ``binding``: how closely a connective that may stand within a name binds, "&" closest; 0 is not within a name.
    ``is_wrapped``: a line break beside it only wraps the line. ``standing``: how the owners after it stand.
    ``mark``: how the owner before it stands.
    """

    is_text: bool = False
    strength: int = 0
    binding: int = 0
    is_wrapped: bool = False
    standing: Standing | None = None
    mark: Standing | None = None


TRAITS = {
    TokenKind.WORD: Traits(is_text=True),
    TokenKind.ASIDE: Traits(is_text=True),
    TokenKind.ADDRESS: Traits(),
    TokenKind.OPENING: Traits(),
    TokenKind.CLOSING: Traits(),
    TokenKind.STOP: Traits(strength=8),
    TokenKind.SLASH: Traits(strength=7, is_wrapped=True),
    TokenKind.STROKE: Traits(strength=7, is_wrapped=True),
    TokenKind.WITH: Traits(strength=6),
    TokenKind.AND: Traits(strength=5, binding=2, is_wrapped=True),
    TokenKind.AMPERSAND: Traits(strength=4, binding=3, is_wrapped=True),
    TokenKind.COMMA: Traits(strength=3, binding=1, is_wrapped=True),
    TokenKind.LINK: Traits(strength=2, is_wrapped=True),
    TokenKind.LINE: Traits(strength=1),
    TokenKind.SUPPORT: Traits(standing=Standing.SUPPORTER),
    TokenKind.LEAD: Traits(standing=Standing.PLAIN),
    TokenKind.LEAD_MARK: Traits(mark=Standing.LEAD),
    TokenKind.SUPPORT_MARK: Traits(mark=Standing.SUPPORTER),
}
# The connectives that may stand within a name: "Head of Policy, Planning and Transport".
SOFT = frozenset(kind for kind, traits in TRAITS.items() if traits.binding)
SLASHES = frozenset({TokenKind.SLASH, TokenKind.STROKE})


class Token(NamedTuple):
    """A piece of the cell as written, whether a space stands before it, and a word as it is looked up.

    ``is_lowered`` is of a cell without a capital in it, whose names have none.
    """

    kind: TokenKind
    text: str
    has_gap: bool = False
    word: str = ""
    is_lowered: bool = False


def written(tokens: Iterable[Token]) -> str:
    """Tokens as text, spaced as the cell spaces them."""
    pieces: list[str] = []
    for token in filter(lambda token: token.text, tokens):
        is_run_on = bool(pieces) and pieces[-1][-1:].isalnum() and token.text[:1].isalnum()
        has_gap = token.has_gap and token.text != ","
        pieces.append(" " + token.text if has_gap or is_run_on else token.text)
    return "".join(pieces).strip()
