"""An officer cell cut into words and joints, without what is not an owner's name.

Telephone numbers, extensions and e-mail addresses go, and so do brackets that hold nothing, or nobody ("(vacant)").
What stands in brackets is one aside, whatever is in it. Each step reads its tokens once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from peerxl.language.owners import words


class Sign(Enum):
    """What a token is."""

    WORD = auto()
    ASIDE = auto()  # (…)
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()
    AND = auto()
    AMPERSAND = auto()
    SLASH = auto()
    STOP = auto()  # a semicolon or a bullet
    LINE = auto()
    LINK = auto()  # a dash or a colon
    WITH = auto()
    SUPPORT = auto()  # "with support from"
    LEAD = auto()  # "led by"
    LEAD_MARK = auto()  # "(lead)"
    SUPPORT_MARK = auto()  # "(support)"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the cell as written, whether a space stands before it, and a word as it is looked up."""

    sign: Sign
    text: str
    has_gap: bool = False
    word: str = ""


SIGNS = {
    ",": Sign.COMMA, ";": Sign.STOP, "|": Sign.STOP, "\\": Sign.STOP, "/": Sign.SLASH, "&": Sign.AMPERSAND,
    "+": Sign.AND, ":": Sign.LINK, "(": Sign.OPEN, "[": Sign.OPEN, "{": Sign.OPEN, ")": Sign.CLOSE, "]": Sign.CLOSE,
    "}": Sign.CLOSE, **dict.fromkeys("-–—―−‒", Sign.LINK), **dict.fromkeys("•●▪◦‣►", Sign.STOP),
}  # fmt: skip
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BREAK = re.compile(r"_x000[Dd]_|</?\s?(?:p|br|li|ul|ol|div|b|strong|em|i|span|u)\s?/?>")
_BULLET = re.compile(r"(?:\s*(?:[-–—•●▪◦‣►*·]+|o\s|\d{1,2}[.)]\s|[a-z]\)\s))+")
_LETTER = r"""[^\s,;/|\\&+:()\[\]{}<>–—―−‒•●▪◦‣►*…"“”‘?!-]"""
_SCAN = re.compile(
    r"""(?P<space>\s+)
    |(?P<none>n\s?/\s?a(?!\w))
    |(?P<either>and\s?/\s?or(?!\w))
    |(?P<section>s(?:ec(?:t(?:ion)?)?)?\.?\s?151(?!\w))
    |(?P<pair>(?-i:[A-Z]&[A-Z])(?!\w))
    |(?P<ampersand>&amp;)
    |(?P<word>(?:\+(?=\d))?{letter}(?:{letter}|-(?={letter}))*)
    |(?P<sign>.)""".replace("{letter}", _LETTER),
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\W?\+?\d[\d-]*\W*\Z")
_EXTENSION = re.compile(r"\W?(?:x|extn?|tel|mob|ddi)\.?\d+\W*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


def tokens(text: str) -> list[Token]:
    """The cell's tokens, the phrases that mean one thing ("with support from") as one."""
    found = list(_scan(text))
    for step in (_ranked, _paired, _without_contacts, _asides, _unwrapped, _phrases):
        found = list(step(found))
    return found


def written(tokens: Iterable[Token]) -> str:
    """Tokens as text, spaced as the cell spaces them."""
    pieces: list[str] = []
    for token in filter(lambda token: token.text, tokens):
        is_run_on = bool(pieces) and pieces[-1][-1:].isalnum() and token.text[:1].isalnum()
        pieces.append(" " + token.text if token.has_gap or is_run_on else token.text)
    return "".join(pieces).strip()


def _scan(text: str) -> Iterator[Token]:
    for line in _BREAK.sub("\n", text.translate(_INVISIBLE)).splitlines():
        yield Token(Sign.LINE, "")
        bullet = _BULLET.match(line)
        if bullet:
            yield Token(Sign.STOP, "")
        yield from _scan_line(line, bullet.end() if bullet else 0)


def _scan_line(line: str, start: int) -> Iterator[Token]:
    has_gap = True
    for match in _SCAN.finditer(line, start):
        read = tuple(_read(match.lastgroup or "", match.group(), has_gap))
        yield from read
        has_gap = not read


def _read(name: str, text: str, has_gap: bool) -> Iterator[Token]:
    match name:
        case "word" if any(map(str.isalnum, text)):
            yield Token(Sign.WORD, text, has_gap, words.fold(text))
        case "section":
            yield Token(Sign.WORD, " ".join(text.split()), has_gap, "s151")
        case "either":
            yield Token(Sign.AND, text, has_gap)
        case "none" | "pair":
            yield Token(Sign.WORD, text, has_gap, "".join(text.casefold().split()))
        case "ampersand":
            yield Token(Sign.AMPERSAND, "&", has_gap)
        case _ if text in SIGNS:
            yield Token(SIGNS[text], text, has_gap)


def _ranked(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with a temporary rank as one word: "T/Supt", "A/Head"."""
    index = 0
    while index < len(tokens):
        found = tokens[index : index + 3]
        is_rank = _is_acting(found)
        yield (
            replace(found[2], text="".join(token.text for token in found), has_gap=found[0].has_gap)
            if is_rank
            else found[0]
        )
        index += 3 if is_rank else 1


def _is_acting(found: Sequence[Token]) -> bool:
    if len(found) < 3 or found[0].word not in words.ACTING or found[1].sign is not Sign.SLASH:
        return False
    is_run_on = not found[1].has_gap and not found[2].has_gap
    return is_run_on and found[0].text[0].isupper() and found[2].word in words.PEOPLE | words.ROLES | words.UNIFORMED


def _without_contacts(tokens: Sequence[Token]) -> Iterator[Token]:
    held: list[Token] = []  # a label and the numbers after it, until it is clear whether they are a telephone number
    for token in tokens:
        if _is_address(token):
            held = _unlabelled(held)
        elif _is_contact_word(token) or (held and token.sign is Sign.LINK and not _has_number(held)):
            if _has_number(held) and not _NUMBER.match(token.text):
                yield from _unless_telephone(held)
                held = []
            held.append(token)
        else:
            yield from _unless_telephone(held)
            held = []
            yield token
    yield from _unless_telephone(held)


def _is_address(token: Token) -> bool:
    return bool(_EXTENSION.match(token.text)) or "@" in token.text[1:]


def _is_contact_word(token: Token) -> bool:
    return token.word in words.CONTACT_LABELS or (token.sign is Sign.WORD and bool(_NUMBER.match(token.text)))


def _has_number(held: Sequence[Token]) -> bool:
    return bool(held) and bool(_NUMBER.match(held[-1].text))


def _unlabelled(held: list[Token]) -> list[Token]:
    while held and not _NUMBER.match(held[-1].text):
        held.pop()
    return held


def _unless_telephone(held: Sequence[Token]) -> Sequence[Token]:
    numbers = [token.text for token in held if _NUMBER.match(token.text)]
    if not numbers:
        return held
    digits = sum(map(str.isdigit, "".join(numbers)))
    is_labelled = len(numbers) < len(held)
    is_dialled = digits >= 5 and not _YEAR.match(numbers[0])
    is_part = digits >= 3 and numbers[0][0] in "+0"
    return () if is_labelled or is_dialled or is_part else held


def _paired(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens without brackets that have no partner."""
    pairs = _pairs(tokens)
    was_dropped = False
    for index, token in enumerate(tokens):
        is_dropped = token.sign in (Sign.OPEN, Sign.CLOSE) and index not in pairs
        if not is_dropped:
            yield replace(token, has_gap=True) if was_dropped else token
        was_dropped = is_dropped


def _pairs(tokens: Sequence[Token]) -> set[int]:
    opened: list[int] = []
    pairs: set[int] = set()
    for index, token in enumerate(tokens):
        if token.sign is Sign.OPEN:
            opened.append(index)
        elif token.sign is Sign.CLOSE and opened:
            pairs.update((opened.pop(), index))
    return pairs


def _asides(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with what stands in brackets as one."""
    inner: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.sign is Sign.OPEN
        if depth:
            inner.append(token)
        else:
            yield token
        depth -= token.sign is Sign.CLOSE
        if inner and not depth:
            yield from _aside(inner)
            inner = []


def _aside(inner: Sequence[Token]) -> Iterator[Token]:
    said = tuple(token.word for token in inner if token.word)
    if said in words.LEAD_MARKS:
        yield Token(Sign.LEAD_MARK, "")
    elif said in words.SUPPORT_MARKS:
        yield Token(Sign.SUPPORT_MARK, "")
    elif _is_support(inner, said):
        yield from (Token(Sign.STOP, ""), *inner[1:-1], Token(Sign.LEAD, ""))
    elif said and said not in words.NO_OWNER:
        yield Token(Sign.ASIDE, written(inner), inner[0].has_gap)


def _is_support(inner: Sequence[Token], said: tuple[str, ...]) -> bool:
    """Whether brackets, with none inside them, name supporters: "(supported by Clinical Directors)"."""
    is_plain = not any(token.sign is Sign.OPEN for token in inner[1:])
    return is_plain and any(said[:length] in words.SUPPORT for length in range(1, min(len(said), _LONGEST + 1)))


_CONNECTIVES = {Sign.COMMA, Sign.AND, Sign.AMPERSAND, Sign.SLASH, Sign.LINK}
_UNFINISHED = words.PREPOSITIONS | {"the", "and", "or", "with", "from"}


def _unwrapped(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens without the line breaks that fall inside a phrase: "Director of", "Finance and", "(Jane Smith)"."""
    before: Token | None = None
    for index, token in enumerate(tokens):
        if token.sign is not Sign.LINE:
            yield token
            before = token
        elif before is None or index + 1 == len(tokens) or not _is_wrap(before, tokens[index + 1]):
            yield token


def _is_wrap(before: Token, after: Token) -> bool:
    if after.sign in (Sign.STOP, Sign.LINE):
        return before.sign in _CONNECTIVES and after.sign is Sign.LINE
    is_open = before.sign in _CONNECTIVES or before.word in _UNFINISHED
    return is_open or after.sign in _CONNECTIVES | {Sign.ASIDE} or after.word in words.PREPOSITIONS | {"and", "or"}


_MEANINGS = {
    **dict.fromkeys(words.SUPPORT, Sign.SUPPORT),
    **dict.fromkeys(words.LEADING, Sign.LEAD),
    **dict.fromkeys(words.AND, Sign.AND),
    ("with",): Sign.WITH,
}
_OPENERS = {phrase[0] for phrase in _MEANINGS}
_LONGEST = max(map(len, _MEANINGS))


def _phrases(tokens: Sequence[Token]) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        length = _phrase_length(tokens, index) if tokens[index].word in _OPENERS else 0
        phrase = tokens[index : index + (length or 1)]
        sign = _MEANINGS[tuple(token.word for token in phrase)] if length else phrase[0].sign
        is_fixed = _is_fixed(tokens, index, sign)
        yield _spoken(phrase, Sign.WORD if is_fixed else sign) if length or is_fixed else phrase[0]
        index += length or 1


def _spoken(phrase: Sequence[Token], sign: Sign) -> Token:
    said = " ".join(token.word or token.text for token in phrase)
    return Token(sign, written(phrase), phrase[0].has_gap, said)


def _is_fixed(tokens: Sequence[Token], index: int, sign: Sign) -> bool:
    around = tuple(token.word for token in tokens[max(index - 1, 0) : index + 4 : 2])
    if sign is Sign.COMMA:
        joint = tokens[index + 2 : index + 3]
        is_last = bool(joint) and (joint[0].sign is Sign.AMPERSAND or joint[0].word == "and")
        return is_last and around in words.FIXED_LISTS
    return sign in (Sign.AND, Sign.AMPERSAND) and around[:2] in words.FIXED


def _phrase_length(tokens: Sequence[Token], index: int) -> int:
    said = tuple(token.word for token in tokens[index : index + _LONGEST])
    return next((length for length in range(len(said), 0, -1) if said[:length] in _MEANINGS), 0)
