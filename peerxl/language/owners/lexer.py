"""Cuts an officer cell into tokens, without what is no part of an owner's name.

Telephone numbers and extensions go, and so do brackets that hold nothing, or nobody ("(vacant)").
Each step reads its tokens once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from peerxl.language.owners.brackets import fold_brackets
from peerxl.language.owners.contacts import drop_contacts
from peerxl.language.owners.lexicon import USES, Use, fold
from peerxl.language.owners.phrases import FIXED_LISTS, FIXED_PAIRS, LABELS, LONGEST_PHRASE, find_connective
from peerxl.language.owners.titles import name_office, name_post, uses
from peerxl.language.owners.tokens import SOFT, TRAITS, Standing, Token, TokenKind, written
from peerxl.pattern import compile_late
from peerxl.text import DROP_INVISIBLE

SIGNS = {
    ",": TokenKind.COMMA, "/": TokenKind.SLASH, "&": TokenKind.AMPERSAND, "+": TokenKind.STROKE,
    **dict.fromkeys("([{", TokenKind.OPENING), **dict.fromkeys(")]}", TokenKind.CLOSING),
    **dict.fromkeys(";|\\•●▪◦‣►", TokenKind.STOP), **dict.fromkeys(":-–—―−‒", TokenKind.LINK),
}  # fmt: skip
_BREAK = compile_late(r"_x000[Dd]_|</?\s?(?:p|br|li|ul|ol|div|b|strong|em|i|span|u)\s?/?>")
_QUOTED = compile_late("‘([^‘’]*)’")
_BULLET = re.compile(r"(?:\s*(?:[-–—•●▪◦‣►*·]+|o\s|\d{1,2}[.)]\s|[a-z]\)\s|[ivx]{1,4}[.)]\s))+")
# A list in one line: "1) Jane Smith 2) John Brown".
_NUMBERED = re.compile(r"\s*1[.)]\s")
_NEXT_ITEM = compile_late(r"\s\d{1,2}[.)]\s")
_LETTER = r"""[^\s,;/|\\&+:()\[\]{}<>–—―−‒•●▪◦‣►*…"“”‘?!-]"""
_PIECE = re.compile(
    r"""(?P<space>\s+)
    |(?P<none>n\s?/\s?[ak](?!\w))
    |(?P<either>and\s?/\s?or(?!\w))
    |(?P<section>s(?:ec(?:t(?:ion)?)?)?\.?\s?151(?!\w))
    |(?P<pair>(?-i:[A-Z][&+][A-Z]{1,3}|[A-Z]{2,3}[&+][A-Z]|[A-Z]{2,3}&[A-Z]{2,3}|(?<=[Cc]hair\ )[A-Z]\ &\ [A-Z]{2,3})
        (?!\w))
    |(?P<figures>(?<![\w/])(?-i:[a-zA-Z]{0,3})\d{1,2}/\d{1,2}(?![\w/]))
    |(?P<letters>(?-i:(?<![\w/])[A-Z]/[A-Z]{3,5}(?=\ [A-Z][\w-]*[a-z])))
    |(?P<plus>lgbt\w*\+|c\+\+(?!\w)|ci/cd(?!\w))
    |(?P<ampersand>&amp;)
    |(?P<arrow>[-=]+>|→|⇒|➔)
    |(?P<brief>w/(?=\s)|c/o(?!\w))
    |(?P<address>[\w.%'+-]{1,64}@[\w-]+(?:\.[\w-]+)*)
    |(?P<word>(?:\+(?=\d))?{letter}+(?:-{letter}+)*(?:(?-i:\(s\)|/s)(?!\w))?)
    |(?P<sign>.)""".replace("{letter}", _LETTER),
    re.VERBOSE | re.IGNORECASE,
)
_PIECE_KINDS: Mapping[str | None, TokenKind] = {
    **dict.fromkeys(("word", "none", "section", "pair", "figures", "letters", "plus", "brief"), TokenKind.WORD),
    "address": TokenKind.ADDRESS, "either": TokenKind.AND, "ampersand": TokenKind.AMPERSAND, "arrow": TokenKind.STOP,
}  # fmt: skip
_FOLDS: Mapping[str | None, Callable[[str], str]] = {
    "word": fold,
    "none": lambda text: "".join(text.casefold().split()),
    "pair": str.casefold,
    "figures": str.casefold,
    "letters": str.casefold,
    "plus": str.casefold,
    "section": lambda text: "s151",
    "brief": lambda text: {"w/": "with"}.get(text.casefold(), text.casefold()),
}
_UNFINISHED = frozenset("of for to on the and or with from".split())
_CONTINUING = frozenset("of for to on and or".split())


TEXTS = frozenset(kind for kind, traits in TRAITS.items() if traits.is_text)


def cut_tokens(text: str) -> list[Token]:
    """The cell's tokens, the phrases that mean one thing ("with support from") as one."""
    tokens = list(_scan(text))
    if text.islower():
        tokens = [token._replace(is_lowered=True) for token in tokens]
    characters = set(text)
    for step, occasions in _STEPS:
        if not characters.isdisjoint(occasions):
            tokens = list(step(tokens))
    return list(_join_phrases(tokens))


def _scan(text: str) -> Iterator[Token]:
    text = text.translate(DROP_INVISIBLE)
    if "‘" in text:
        text = _QUOTED.sub(r"\1", text)
    if "<" in text or "_" in text:
        text = _BREAK.sub("\n", text)
    for line in text.splitlines():
        yield Token(TokenKind.LINE, "")
        items = _NEXT_ITEM.split(line) if _NUMBERED.match(line) else [line]
        for number, item in enumerate(items):
            bullet = _BULLET.match(item)
            if bullet or number:
                yield Token(TokenKind.STOP, "")
            yield from _scan_line(item[bullet.end() :] if bullet else item)


def _scan_line(line: str) -> Iterator[Token]:
    has_gap, before = True, None
    for match in _PIECE.finditer(line):
        token = _read_piece(match.lastgroup, match.group(), has_gap)
        if token is not None:
            if match.group().startswith("@") and (before in SOFT or (before in TEXTS and line.startswith("@"))):
                # "@ann @bo", "@ann and @bo"; "Ann Field @afield" is one.
                yield Token(TokenKind.STOP, "")
            yield token
            before = token.kind
        has_gap = token is None


def _read_piece(name: str | None, text: str, has_gap: bool) -> Token | None:
    """The token of a piece, None for a space and for a sign that says nothing."""
    kind = _PIECE_KINDS.get(name) or SIGNS.get(text)
    if kind is None or (name == "word" and not any(map(str.isalnum, text))):
        return None
    text = " ".join(text.replace("&amp;", "&").split()).strip("@'" if name == "address" else "@")
    return Token(kind, text, has_gap, _FOLDS[name](text) if name in _FOLDS else "")


def _join_ranks(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with a temporary rank as one word: "T/Supt", "A/Head"."""
    index = 0
    while index < len(tokens):
        group = tokens[index : index + 3]
        is_rank = _is_acting(group)
        text = "".join(token.text for token in group)
        yield group[2]._replace(text=text, has_gap=group[0].has_gap) if is_rank else group[0]
        index += 3 if is_rank else 1


def _is_acting(group: Sequence[Token]) -> bool:
    if len(group) < 3 or group[1].kind is not TokenKind.SLASH or group[1].has_gap or group[2].has_gap:
        return False
    has_post = bool(USES.get(group[2].word, Use.NONE) & (Use.HONORIFIC | Use.POST | Use.UNIFORM))
    return has_post and group[0].text[0].isupper() and Use.ACTING in USES.get(group[0].word, Use.NONE)


def _find_strokes(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with each slash that has no space beside it as a stroke: "Comms/Marketing".

    Beside another such a space on one side only is a slip, and both part alike: "Staff/ Parents/Pupils".
    """
    gaps = [
        None if after is None or token.kind is not TokenKind.SLASH else (token.has_gap, after.has_gap).count(True)
        for token, after in zip(tokens, (*tokens[1:], None), strict=True)
    ]
    most = 1 if 0 in gaps and 2 not in gaps else 0
    for token, gap in zip(tokens, gaps, strict=True):
        yield token._replace(kind=TokenKind.STROKE) if gap is not None and gap <= most else token


def _read_pluses(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with a plus as "and" where it joins what one post or body is of: "Policy + Performance Manager".

    Between other words it parts two, and so it does before a statutory office: who adds one with a plus adds somebody
    ("Data Architect + DPO").
    """
    for index, token in enumerate(tokens):
        after = _list_words(tokens, index + 1) if token.text == "+" else []
        if after and _are_fields(tokens, index, after):
            yield token._replace(kind=TokenKind.AMPERSAND)
        elif after and name_office(tuple(after)):
            yield token._replace(kind=TokenKind.STOP)
        else:
            yield token


def _list_words(tokens: Sequence[Token], start: int) -> list[Token]:
    return list(takewhile(lambda token: token.kind is TokenKind.WORD, tokens[start:]))


def _list_words_before(tokens: Sequence[Token], end: int) -> list[Token]:
    return list(takewhile(lambda token: token.kind is TokenKind.WORD, reversed(tokens[:end])))


def _are_fields(tokens: Sequence[Token], plus: int, after: Sequence[Token]) -> bool:
    """Whether a word that is nobody stands before one more and a post, or before a body.

    With spaces beside the plus, more words than one are somebody's before a post ("Data Science + Release Lead"), and
    so are those between two pluses.
    """
    before = _list_words_before(tokens, plus)
    is_field = bool(before) and not any(USES.get(token.word, Use.NONE) & _SOMEBODY for token in before)
    head = USES.get(after[-1].word, Use.NONE) & (Use.POST | Use.BODY | Use.TEAM)
    are_capital = all(token.text[:1].isupper() for token in (*before, *after))
    is_listed = plus > len(before) and tokens[plus - len(before) - 1].text == "+"
    is_short = len(before) == 1 and len(after) == 2 and not is_listed
    is_near = is_short or Use.POST not in head or not tokens[plus].has_gap
    return is_field and len(after) > 1 and bool(head) and are_capital and is_near


_SOMEBODY = Use.POST | Use.BODY | Use.TEAM | Use.RANK | Use.HONORIFIC | Use.FIRST_NAME | Use.SERVICE


def _part_sentences(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens with a stop before a label that begins a sentence: "Lead: HR. Support: IT", "Lead - HR. Support - IT"."""
    for index, token in enumerate(tokens):
        yield token
        if token.text.endswith(".") and "." not in token.text[:-1] and _is_label(tokens, index + 1):
            yield Token(TokenKind.STOP, "")


def _is_label(tokens: Sequence[Token], start: int) -> bool:
    after = tokens[start : start + LONGEST_PHRASE]
    label = tuple(token.word for token in takewhile(lambda token: token.kind is TokenKind.WORD, after))
    if label not in LABELS or len(label) == len(after) or after[len(label)].kind is not TokenKind.LINK:
        return False
    return after[len(label)].text == ":" or LABELS[label] is not Standing.PLAIN


def _unwrap_lines(tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens without the line breaks that fall inside a phrase: "Director of", "Finance and", "(Jane Smith)"."""
    before: Token | None = None
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.LINE:
            yield token
            before = token
        elif before is None or index + 1 == len(tokens) or not _is_wrap(before, tokens[index + 1]):
            yield token


def _is_wrap(before: Token, after: Token) -> bool:
    is_connected = TRAITS[before.kind].is_wrapped
    if after.kind in (TokenKind.STOP, TokenKind.LINE):
        return is_connected and after.kind is TokenKind.LINE
    goes_on = TRAITS[after.kind].is_wrapped or after.kind is TokenKind.ASIDE or after.word in _CONTINUING
    return is_connected or goes_on or before.word in _UNFINISHED


def _join_phrases(tokens: Sequence[Token]) -> Iterator[Token]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        length, kind = find_connective(tuple(token.word for token in tokens[index : index + LONGEST_PHRASE]))
        if _is_fixed(tokens, index, kind or token.kind) or _joins_posts(tokens, index, kind or token.kind):
            yield token._replace(kind=TokenKind.WORD, word=token.word or ("and" if token.text == "/" else token.text))
        elif kind:
            yield token._replace(kind=kind, text=written(tokens[index : index + length]))
        else:
            yield token
        index += length


def _is_fixed(tokens: Sequence[Token], index: int, kind: TokenKind) -> bool:
    """Whether a connective stands within one name: "Police and Crime", "Equality, Diversity and Inclusion"."""
    around = tuple(tokens[near].word for near in (index - 1, index + 1, index + 3) if near < len(tokens))
    if kind is TokenKind.COMMA:
        joiner = tokens[index + 2] if index + 2 < len(tokens) else tokens[index]
        return (joiner.kind is TokenKind.AMPERSAND or joiner.word == "and") and around in FIXED_LISTS
    is_and, is_stroke = kind in (TokenKind.AND, TokenKind.AMPERSAND), tokens[index].text == "/"
    if is_stroke and kind is TokenKind.STROKE:
        return around[:2] in FIXED_PAIRS
    return is_and and (around[:2] in FIXED_PAIRS or _joins_letters(tokens[max(index - 2, 0) : index + 3]))


def _joins_letters(tokens: Sequence[Token]) -> bool:
    """Whether an "and" amid five words joins two letters of what a body or post is called: "CCG E and D core group".

    "Ann A and D Brown" are two people: what follows has to be no name, and nothing before the letters one either.
    """
    if len(tokens) < 5 or any(token.kind is not TokenKind.WORD for token in (*tokens[:2], *tokens[3:])):
        return False
    earlier, first, _, second, following = tokens
    are_letters = all(len(token.text) == 1 and token.text.isupper() for token in (first, second))
    is_name = bool(uses(earlier) & (Use.FIRST_NAME | Use.HONORIFIC | Use.PREPOSITION))
    goes_on = following.text.islower() or bool(uses(following) & (Use.POST | Use.BODY | Use.SUBJECT))
    return are_letters and goes_on and not is_name


def _joins_posts(tokens: Sequence[Token], index: int, kind: TokenKind) -> bool:
    """Whether an "and" joins two ranks or two posts that share what follows: "Head and Deputy Head of Finance"."""
    if kind not in (TokenKind.AND, TokenKind.AMPERSAND) or index == 0:
        return False
    before, earlier = tokens[index - 1], tokens[index - 2] if index > 1 else None
    rank, post, *others = (*tokens[index + 1 : index + 4], None, None)
    if rank is None or post is None or Use.UNDER not in uses(rank):
        return False
    name = name_post(post)
    if Use.UNDER in uses(before):
        return name is not None
    is_shared = bool(others) and others[0] is not None and Use.PREPOSITION in uses(others[0])
    is_first = earlier is None or earlier.kind is not TokenKind.WORD
    is_alike = name is not None and name == name_post(before) and Use.COMPLETE not in USES[name]
    return is_shared and is_first and is_alike


# Each step with the characters without which it has nothing to do.
_STEPS: tuple[tuple[Callable[[Sequence[Token]], Iterator[Token]], frozenset[str]], ...] = (
    (_join_ranks, frozenset("/")),
    (_find_strokes, frozenset("/")),
    (_read_pluses, frozenset("+")),
    (drop_contacts, frozenset("0123456789@")),
    (fold_brackets, frozenset("()[]{}")),
    (_part_sentences, frozenset(".")),
    (_unwrap_lines, frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029_<")),
)
