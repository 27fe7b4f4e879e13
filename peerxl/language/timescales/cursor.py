"""A list of tokens that can be asked about any place, also before its start and past its end."""

from __future__ import annotations

from peerxl.language.timescales.lexer import END, Token

BEYOND = 16  # places; no reader looks further past the end


class Tokens:
    """The tokens of a cell; asked beyond either end it answers with the end, which is no word, number or sign."""

    __slots__ = ("_numbers", "_signs", "_words", "items", "size")

    def __init__(self, items: list[Token]) -> None:
        self.size = len(items)
        self.items = items + [END] * BEYOND
        self._words = [token.text if token.kind == "word" else "" for token in self.items]
        self._numbers = [token.text if token.kind == "number" else "" for token in self.items]
        self._signs = [token.text if token.kind == "sign" else "" for token in self.items]

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, place: int) -> Token:
        return self.items[place]

    def word(self, place: int) -> str:
        return self._words[place]

    def number(self, place: int) -> str:
        return self._numbers[place]

    def sign(self, place: int) -> str:
        return self._signs[place]

    def is_glued(self, place: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return place > 0 and not self.items[place].spaced

    def words(self, first: int, last: int) -> str:
        """The tokens from one place up to another, as a short piece of text for a message."""
        pieces = [(" " if token.spaced else "") + token.text for token in self.items[first : min(last, first + 12)]]
        text = "".join(pieces).strip()
        return text if len(text) <= 60 else text[:59] + "…"
