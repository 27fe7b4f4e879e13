"""Finds the officers' phrases in a cell: the longest that begins at a place, a hyphen standing for a space."""

from __future__ import annotations

from functools import cache

from peerxl.language.timescales.cursor import Tokens
from peerxl.language.timescales.lexer import lex
from peerxl.language.timescales.phrasebook import PHRASES
from peerxl.language.timescales.words import YEAR_WORDS, Role

FIRST_YEAR_WORDS = frozenset(phrase.split()[0].split("/")[0] for phrase in YEAR_WORDS.split("|"))
Phrase = tuple[str, ...]
Lexicon = dict[str, list[tuple[Phrase, Role]]]


def _cut(written: str) -> Phrase:
    return tuple(token.text for token in lex(written) if token.text != "-")


def _lexicon(groups: dict[Role, str]) -> Lexicon:
    """The phrases by their first token, the longest first."""
    lexicon: Lexicon = {}
    for role, written in groups.items():
        for phrase in map(_cut, written.split("|")):
            lexicon.setdefault(phrase[0], []).append((phrase, role))
    for phrases in lexicon.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return lexicon


@cache
def lexicon() -> Lexicon:
    return _lexicon(PHRASES)


@cache
def _year_words() -> Lexicon:
    return _lexicon({Role.FILLER: YEAR_WORDS})


def phrase_at(tokens: Tokens, place: int) -> tuple[Role, int] | None:
    """What the longest phrase at a place does, and the place after it."""
    return _longest(lexicon(), tokens, place)


def after_year_words(tokens: Tokens, place: int) -> int:
    """The place after words like "financial year"; the same place where there are none."""
    found = _longest(_year_words(), tokens, place)
    return found[1] if found else place


def _longest(phrases: Lexicon, tokens: Tokens, place: int) -> tuple[Role, int] | None:
    for phrase, role in phrases.get(tokens[place].text, ()):
        after = _after(phrase, tokens, place)
        if after:
            return role, after
    return None


def _after(phrase: Phrase, tokens: Tokens, place: int) -> int:
    """The place after the phrase, 0 where the tokens do not spell it."""
    for position, text in enumerate(phrase):
        if position and text != "-" and _is_hyphen(tokens, place):
            place += 1
        if tokens[place].text != text:
            return 0
        place += 1
    return place


def _is_hyphen(tokens: Tokens, place: int) -> bool:
    return tokens.sign(place) == "-" and tokens.is_glued(place) and tokens.is_glued(place + 1)
