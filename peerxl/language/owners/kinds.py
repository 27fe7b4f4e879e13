"""What a run of words can be: a post, a hat, a person, a body, letters, or only words of somebody's portfolio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from peerxl.language.owners import words
from peerxl.language.owners.lexer import Token

Words = tuple[Token, ...]


class Kind(Enum):
    """What the words can be; all but WORDS can stand alone."""

    ROLE = auto()
    HAT = auto()
    PERSON = auto()
    BODY = auto()
    LETTERS = auto()
    WORDS = auto()


NOWHERE = -1
_INITIAL = re.compile(r"(?:[^\W\d_]\.?|(?:[^\W\d_]\.)+[^\W\d_]?)\Z")


def kind_of(found: Words) -> tuple[Kind, int]:
    """The kind, and which word is the post or the person's title (NOWHERE where none is)."""
    if hat_of(found):
        return Kind.HAT, NOWHERE
    if is_everybody(found) or is_breaking(found):
        return Kind.BODY, NOWHERE
    if is_titled(found) or is_ranked(found):
        return Kind.PERSON, 0
    at = role_at(found)
    if at != NOWHERE:
        return (Kind.BODY if is_collective(found, at) else Kind.ROLE), at
    return _kind_without_role(found), NOWHERE


def _kind_without_role(found: Words) -> Kind:
    head = heading(found)
    if head and head[-1].word in words.BODIES and (len(head) > 1 or head[-1].word not in words.FIELD_BODIES):
        return Kind.BODY
    if is_sure_name(found) or is_likely_name(found):
        return Kind.PERSON
    return Kind.LETTERS if is_letters(found) else Kind.WORDS


def heading(found: Words) -> Words:
    """The words before the first "of" or "for", or all of them."""
    ends = (index for index, token in enumerate(found) if index and token.word in words.PREPOSITIONS)
    return found[: next(ends, len(found))]


def hat_of(found: Words) -> str | None:
    """The office of a statutory hat: monitoring for "Deputy Monitoring Officer"."""
    said = tuple(token.word for token in found[:8])
    while said and said[0] in words.HAT_RANKS:
        said = said[1:]
    if len(said) == 1 and said[0] in words.CAPITALS_OF_HATS and not found[-1].text.isupper():
        return None
    return words.HATS.get(said)


def is_everybody(found: Words) -> bool:
    """ "All", "All Directors", "relevant Heads of Service"."""
    if not found or found[0].word not in words.GATHERERS:
        return False
    return len(found) == 1 or any(is_plural(token) for token in heading(found))


def is_breaking(found: Words) -> bool:
    return bool(found) and heading(found)[-1].word in words.BREAKING


def is_collective(found: Words, at: int) -> bool:
    """ "Heads of Service": the posts of a whole kind, not of a portfolio."""
    rest = [token.word for token in found[at + 1 :] if token.word not in words.PREPOSITIONS]
    return is_plural(found[at]) and bool(rest) and set(rest) <= words.COLLECTIVE


def post(token: Token) -> str | None:
    """The post a word names, in the singular: director for "Directors", ad for "ADs"."""
    word = token.word
    for name in (word, words.IRREGULAR.get(word, "").casefold(), word.removesuffix("s").removesuffix("'")):
        if name in words.ROLES:
            is_said = name not in words.CAPITALS or sum(map(str.isupper, token.text)) >= 2 or token.text == "Ads"
            return name if is_said and (not word.endswith("'s") or name in words.CAPITALS) else None
    return None


def is_plural(token: Token) -> bool:
    return token.word in words.PLURAL_TITLES or (token.word not in words.ROLES and post(token) is not None)


def singular(token: Token) -> str:
    """A plural post as one of them is called: "ADs" is AD, "Cllrs." Cllr."""
    word = token.word
    if word in words.PLURAL_TITLES or word in words.IRREGULAR:
        name = words.PLURAL_TITLES.get(word) or words.IRREGULAR[word]
        return name.upper() if token.text.isupper() else name
    return token.text.rstrip(".")[:-1].rstrip("'’")


def role_at(found: Words) -> int:
    """Which word is the post: the last before "of", one its portfolio may follow at once, or the last of all."""
    before = len(heading(found)) - 1
    if found and _is_post(found, before):
        return before
    front = _front(found)
    if front != NOWHERE:
        return front
    return len(found) - 1 if found and _is_post(found, len(found) - 1) else NOWHERE


def _is_post(found: Words, at: int) -> bool:
    name = post(found[at])
    if name in ("executive", "exec"):
        return at > 0 and found[at - 1].word == "chief"
    return name is not None


def _front(found: Words) -> int:
    for index, token in enumerate(found[:-1]):
        fronts = words.RANKED_FRONT if index else words.FRONT
        if post(token) in fronts and found[index + 1].word != "office":
            return index
        if token.word not in words.BEFORE_POSTS:
            break
    return NOWHERE


def is_bare(found: Words, end: int) -> bool:
    """Whether only ranks come before: "Executive Director", "senior leadership team"."""
    return all(token.word in words.BEFORE_POSTS for token in found[:end])


def is_titled(found: Words) -> bool:
    """ "Cllr Smith", "Dr. Jane O'Neil", and no "Lord Mayor" or "Councillor Development"."""
    if len(found) < 2 or found[0].word not in words.PEOPLE:
        return False
    return role_at(found) == NOWHERE and not {token.word for token in found[1:4]} & (
        words.NOT_NAMES | words.PREPOSITIONS
    )


def is_ranked(found: Words) -> bool:
    """ "Supt Kelly", "Det Insp Jane Hall", and no "ACC Crime"."""
    after = (index for index, token in enumerate(found[:5]) if token.word not in words.BEFORE_UNIFORMED)
    at = next(after, NOWHERE)
    if at == NOWHERE or found[at].word not in words.UNIFORMED:
        return False
    name = found[at + 1 :]
    is_said = found[at].text.isupper() or found[at].word not in words.CAPITALS_IN_UNIFORM
    return is_said and (is_sure_name(name) or (found[at].word not in words.CAPITALS and _is_surname(name)))


def _is_surname(found: Words) -> bool:
    return len(found) == 1 and _is_name_shaped(found) and not is_subject(found[0]) and not _is_loud(found[0])


def is_sure_name(found: Words) -> bool:
    """A title, a known first name or an initial, then a surname: "Jane Smith", "A. B. Jones"."""
    if not 2 <= len(found) <= 5 or not _is_name_shaped(found):
        return False
    is_known = is_first_name(found[0])
    is_initial = _INITIAL.match(found[0].text) is not None and not is_subject(found[-1])
    return is_known or is_initial


def is_likely_name(found: Words) -> bool:
    """Two or three words that no portfolio has, or a first name alone."""
    if len(found) == 1:
        return is_first_name(found[0])
    is_short = 2 <= len(found) <= 3
    return is_short and _is_name_shaped(found) and not any(is_subject(token) or _is_loud(token) for token in found)


def is_first_name(token: Token) -> bool:
    return token.text[:1].isupper() and words.fold(token.text.split("-")[0]) in words.FIRST_NAMES


def _is_name_shaped(found: Words) -> bool:
    is_initial = _INITIAL.match(found[-1].text) is not None
    ends_well = _is_capital(found[-1]) and (not is_initial or is_first_name(found[0]))
    return (
        ends_well
        and all(_is_capital(token) or token.word in words.PARTICLES for token in found)
        and not any(post(token) or token.word in words.BODIES for token in found)
    )


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_loud(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def is_subject(token: Token) -> bool:
    """Whether the word belongs to a portfolio: "Finance", "Children's", "Regeneration"."""
    word = token.word.removesuffix("'").removesuffix("'s")
    return word in words.SUBJECTS or word.endswith(words.SUBJECT_ENDINGS)


def is_letters(found: Words) -> bool:
    """Initials or an abbreviation that can stand alone: "DM", "HR", "DfE", "HRBPs"; not "UK", not "LEGAL"."""
    if len(found) != 1 or found[0].word in words.QUALIFIERS:
        return False
    letters = "".join(filter(str.isalpha, found[0].text))
    capitals = sum(map(str.isupper, letters))
    if found[0].word in words.LETTERS:
        return capitals >= 2
    return 2 <= capitals <= 4 and 2 * capitals >= len(letters) and found[0].word not in words.SUBJECTS


def is_listable(found: Sequence[Token]) -> bool:
    """Whether the words name a service in a list of them: "Planning, Legal, HR"."""
    return is_letters(tuple(found)) or all(is_subject(token) for token in found)
