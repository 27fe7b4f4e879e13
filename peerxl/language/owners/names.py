"""People: whether some words are a person's name, and how sure that is."""

from __future__ import annotations

from peerxl.language.owners.lexicon import USES, Use, fold
from peerxl.language.owners.titles import NOWHERE, Words, is_known_subject, is_subject, name_post, uses
from peerxl.language.owners.tokens import Token
from peerxl.pattern import compile_late

_INITIAL = compile_late(r"(?:[^\W\d_]\.?|(?:[^\W\d_]\.)+[^\W\d_]?)\Z")
_MOST_WORDS = 5


def has_honorific(words: Words) -> bool:
    """ "Cllr Smith", "Dr. Jane O'Neil", and no "Councillor Development"; of words that name no post."""
    return (
        len(words) > 1
        and Use.HONORIFIC in uses(words[0])
        and not any(Use.NOT_NAME in uses(token) for token in words[:4])
    )


def has_rank(words: Words) -> bool:
    """ "Supt Kelly", "Det Insp Jane Hall", and no "ACC Crime"."""
    before = Use.RANK | Use.UNIFORM_RANK
    index = next((index for index, token in enumerate(words[:5]) if not uses(token) & before), NOWHERE)
    if index == NOWHERE or Use.UNIFORM not in uses(words[index]):
        return False
    rank, name = words[index], words[index + 1 :]
    is_rank = rank.text.isupper() or Use.UNIFORM_CAPITALS not in uses(rank)
    return is_rank and (is_sure_name(name) or (Use.CAPITALS not in uses(rank) and _is_surname(name)))


def _is_surname(words: Words) -> bool:
    if len(words) != 1 or not _is_name_shaped(words):
        return False
    (name,) = words
    return may_be_surname(name) and not _is_loud(name)


def may_be_surname(token: Token) -> bool:
    """Whether a word is no subject, or a surname all the same: "Ward", "Manning"."""
    return Use.FAMILY_NAME in uses(token) or not is_subject(token)


def is_sure_name(words: Words) -> bool:
    """A known first name or an initial, then a surname: "Jane Smith", "A. B. Jones", and no "E Learning".

    A first name alone is sure as well, but for one that is a surname too: "Jane", and no "Thomas".
    """
    if len(words) == 1:
        (name,) = words
        return is_likely_name(words) and Use.FAMILY_NAME not in uses(name)
    if not words or len(words) > _MOST_WORDS or not _is_name_shaped(words):
        return False
    is_known = is_first_name(words[0]) and (Use.FAMILY_NAME in uses(words[-1]) or not is_known_subject(words[-1]))
    return is_known or (is_initial(words[0]) and may_be_surname(words[-1]))


def is_likely_name(words: Words) -> bool:
    """Two or three words that no portfolio has, a surname and an initial, or a first name alone."""
    if len(words) < 2:
        return any(is_first_name(token) and not is_known_subject(token) for token in words)
    if any(token.is_lowered for token in words):
        return False
    if len(words) == 2 and len(words[1].word) == 1 and words[1].text[0].isupper():
        return is_capital(words[0]) and may_be_surname(words[0])  # "Smith J"
    if len(words) > 3 or not _is_name_shaped(words) or any(map(_is_loud, words)):
        return False
    return may_be_surname(words[-1]) and not any(map(is_subject, words[:-1]))


def is_first_name(token: Token) -> bool:
    return is_capital(token) and Use.FIRST_NAME in USES.get(fold(token.text.split("-")[0]), Use.NONE)


def _is_name_shaped(words: Words) -> bool:
    if not is_capital(words[-1]) or (is_initial(words[-1]) and not is_first_name(words[0])):
        return False
    return all(is_capital(token) or Use.PARTICLE in uses(token) for token in words) and not any(
        name_post(token) or Use.BODY in uses(token) for token in words
    )


def is_capital(token: Token) -> bool:
    return token.is_lowered or token.text[:1].isupper()


def is_initial(token: Token) -> bool:
    return _INITIAL.match(token.text) is not None


def _is_loud(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()
