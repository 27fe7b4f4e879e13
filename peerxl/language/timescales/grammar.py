"""The grammar of a cell's chunks, written out in ``PATTERNS`` and compiled from there: what stands there is what runs.

Every token has a code by the classes of words, numbers or signs that it is in. A pattern names classes, quoted words
and earlier patterns, and becomes a regular expression over the codes:

    a b      a, then b                  a | b    one or the other         ( )      together
    [ a ]    a or nothing               { a }    a, up to a dozen times
    &a       a follows, and is left     !a       a does not follow
    ~        with no space before       ^        with a space before      <a       a stands before
    name:a   a, which a rule asks for by the name
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from peerxl.frozen import frozen
from peerxl.language.timescales.alphabet import GLUED, NEW_LINE, SPACED, Alphabet, make_alphabet, write_ranges
from peerxl.language.timescales.lexicon import Lexicon
from peerxl.language.timescales.pieces import PieceTable
from peerxl.language.timescales.roles import Role

PATTERNS = r"""
join          = '-' | '.' | '/' | '&' | ','
sep           = '-' | '.' | '/'
lists         = '-' | '/' | '&' | '+' | ',' | 'and' | 'to'
years         = years-start any any
date          = date-start any any any any
time          = ['t'] number ':' number {~(':' | '.') ~number} ['z']
count         = ['a'] 'couple' 'of' | small | count-word
year-words    = 'fy' | 'fys' | 'f' '/' 'y' | 'year' | 'years' | 'yr' | kind-of-year [~'-' ~] ('year' | 'years')
parts         = {~join ~part} [('&' | 'and') digit !month-name !suffix]

ordinal       = digit ~suffix | ordinal-word
quarter       = ordinal quarter-word | quarter-word ['.' | '-'] (quarter-number | not-year)
of-years      = {'of' | 'in' | 'the'} [year-words] years
of-year       = {'of' | 'in' | 'the'} ('calendar' | [year-words] (years | plain-year))
short-end     = &month-name | !(month-name | ~word | 'am' | 'pm' | sep ~number | unit | '%' | ':')
one-year      = ["'"] full:plain-year !(sep ~number) | ("'" | &(plain-pair short-end)) short:plain-pair
year          = [~'.' &("'" | '-' | '/' | ',')] !((',' | 'of') ["'"] plain-pair) !('-' ^ pair month-name)
                (['of' | ',' | sep | '('] ["'"] fiscal:years | ['of' | ',' | sep] one-year | '(' one-year ')')
day-of-month  = day:figure ([suffix] ['of' | ~sep ~] | suffix 'day' 'of')
              | [tens:day-tens ['-']] word:day-word ['day'] 'of'
day           = day-of-month month:month-name [!(sep pair month-name) year] [time]
month         = month:month-name [year | ~'.' &'/']
season        = season:season-name [year]

item          = ^ | <('•' | ';')
letters       = letter {('and' | '&' | ',' | '-' | 'to' | '/') letter}
list-mark     = '(' (letters | figure !(any ~number)) ')'
              | item (letters | point:(figure !(any ~number))) (')' | ('.' | ':') &^)
amount        = ('£' | '$' | '€') number {('.' | ',' | '-') ~number} ['%' | 'percent']
              | number {('.' | ',' | '-') ~number} ('%' | 'percent')
repeated      = count ['-'] periodic
              | every ((ordinal quarter-word | quarter-word (quarter-number | quarter-digit)) !number
              | [count | ordinal] [kind-of-year | other-kind | other-word] (every-what | month-name !number))
title-year    = title ['.' | '#'] plain-year !(join ~number) parts
title-years   = title ['.' | '#'] year:plain-year &(join ~last:pair) parts
doubtful-day  = !(stage ['.' | '#'] digit) designator ['.' | '#'] plain &month-name
              | designator ['.' | '#'] plain-small ('&' | 'and') plain &month-name
named-number  = designator ['.' | '#'] plain-small !suffix parts
code          = !(month-name | quarter-word | unit | season-name | weekday-name | time-letter | suffix | phrase-word)
                letters:word [~'-'] ~figure:plain-small parts {~(word | number)}
duration      = count [('-' | 'to' | 'or' | '/') count] ['-' | '+'] [length] unit
part-week     = ordinal ('week' | 'fortnight' | 'half' !of-year) ('of' | 'in') ['the']
plan-year     = 'y' ~digit | ordinal ('year' | 'years') | !('day' count month-name) plan-unit !years !('a' | 'an') count
                {('-' | 'to' | '&' | 'and' | ',' | '/') !years !(any month-name) count}
first-of-two  = number:ordinal sign:lists &(ordinal quarter-word)
quarters      = (!uncounted | &(ordinal quarter-word of-years)) number:quarter
                more:{lists quarter-digit !month-name !unit !suffix !(sep ~longer)}
                [label:(label-start any any) &month-name
                | [('/' | '-' | "'") ~] short:plain-pair !(word | '%') !(~(sep | ':') number)
                | ~ stop:'.' &((years | plain-year) end)]
half          = 'h' ~number:half-digit | number:ordinal 'half' &(of-years | sign | end)
listed-day    = figure [~suffix] lists &number
sharing-days  = day:figure [('/' | '.') month:figure ['.']] ('-' | 'to') numbers:date
days          = !date-start listed:(listed-day {listed-day}) last:day
weekday       = weekday:weekday-name {',' | '.' | 'the'} (day | numbers:date [time])
numeric-date  = numbers:date [time]
spaced-date   = numbers:plain-pair ^ plain-pair ^ plain-year !(sep ~number | number)
backward-day  = month:month-name [~'.'] day:figure ([~suffix] [','] full:plain-year | ~suffix)
school-term   = season term-word | term-word count | ordinal term-word | term-word ordinal
no-season     = season not-season
fiscal-years  = [year-words [':' | '-' | '.' | "'"]] years:years [year-words !number [~'-' ~ end:'end']]
                [end:'end' !'of']
counted-year  = figure:plain-year &other-word
between-years = 'between' first:plain-year 'and' last:plain-year !(sep ~number)
one-calendar  = ('calendar' 'year' | 'cy') year:plain-year | year:plain-year 'calendar' 'year'
half-a-label  = words:year-words [':' | '-' | '.' | "'"] figure:number
calendar-year = year:plain-year (words:year-words | title:title | ~sep ~period:quarter !number
              | !(sep number) [period:(quarter | (month-name | season-name) !year)])
phrase        = phrase-start | number
counted       = (small {',' ~triple} [~suffix] !month-name !suffix !quarter-word !season-name | big &other-word)
                &thing:word
loose-number  = number {sep ~number}
other         = any
"""
REPEATS = {"(": "", "[": "?", "{": "{0,12}"}  # nobody lists more, and the work stays in proportion to the text
LOOKS = {"!": "?!", "&": "?=", "<": "?<="}
GAPS = {"~": GLUED, "^": f"[{SPACED}{NEW_LINE}]"}

_RULE = re.compile(r"^([a-z-]+) += (.*(?:\n +.*)*)", re.MULTILINE)
_WORD = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]")
_SYMBOL = re.compile(r"""'[^']*'|"[^"]*"|[a-z-]+:?|\S""")


class Piece(NamedTuple):
    """A part of a pattern: its regular expression, the codes of its first and second tokens, and how short it may be.

    A code may stand there more than once, as texts are sooner put together than sets.
    What a look ahead asks of a token is left to the expression. A text that fits has a token of each lot of codes in
    ``needed``. ``is_token`` marks any one token of some codes.
    """

    regex: str
    first: str = ""
    second: str = ""
    is_optional: bool = False
    may_be_one: bool = False
    is_token: bool = False
    needed: tuple[str, ...] = ()


class PhraseNode:
    """The words of phrases up to one of them: what they do if that is all, and what may follow."""

    __slots__ = ("following", "role")

    def __init__(self) -> None:
        self.role: Role | None = None
        self.following: dict[str, PhraseNode] = {}

    def list_later(self) -> Iterator[str]:
        """The words that stand anywhere after these."""
        for word, node in self.following.items():
            yield word
            yield from node.list_later()


Phrases = Mapping[str, PhraseNode]


@frozen
class Grammar:
    """A lexicon made ready: its alphabet, the patterns over it, and its phrases, each a way of words from the first."""

    lexicon: Lexicon
    alphabet: Alphabet
    pieces: PieceTable
    patterns: Mapping[str, Piece]
    phrases: Phrases


def build_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar for the words of a lexicon."""
    phrases = _cut_phrases(lexicon)
    classes = {
        **{name: numbers.keys() for name, numbers in lexicon.numbers.items()},
        **lexicon.classes,
        "phrase-start": {first for first in phrases if not first.isdecimal()},
        "phrase-word": {first for first, node in phrases.items() if node.role and not first.isdecimal()},
        **{symbol: {symbol[1:-1]} for symbol in _SYMBOL.findall(PATTERNS) if symbol[0] in "'\""},
    }
    alphabet = make_alphabet(classes)
    patterns: dict[str, Piece] = {}
    classes_met: dict[str, Piece] = {}
    for name, rule in _RULE.findall(PATTERNS):
        piece = _Compiler(_SYMBOL.findall(rule), alphabet, patterns, classes_met).read_choice()
        patterns[name] = piece._replace(regex=_shorten(piece.regex))
    return Grammar(lexicon, alphabet, PieceTable(alphabet), patterns, phrases)


def _shorten(regex: str) -> str:
    """The expression with each look at a gap, before a token with any, made that gap: it is sooner compiled."""
    for gap in GAPS.values():
        regex = regex.replace(f"(?={gap}).", gap)
    return regex


def _cut_phrases(lexicon: Lexicon) -> Phrases:
    start = PhraseNode()
    for role, written in lexicon.phrases.items():
        for phrase in written.split("|"):
            node = start
            for text in _WORD.findall(phrase):
                if text != "-":
                    following = node.following.get(text)
                    if following is None:
                        following = node.following[text] = PhraseNode()
                    node = following
            node.role = node.role or role
    return start.following


class _Compiler:
    """Reads the symbols of one pattern from left to right."""

    def __init__(
        self, symbols: list[str], alphabet: Alphabet, patterns: Mapping[str, Piece], classes: dict[str, Piece]
    ) -> None:
        self.symbols = symbols[::-1]
        self.alphabet = alphabet
        self.patterns = patterns
        self.classes = classes  # those that have been met

    def read_choice(self) -> Piece:
        pieces = [self.read_sequence()]
        while self.symbols and self.symbols[-1] == "|":
            self.symbols.pop()
            piece = self.read_sequence()
            if piece.is_token and pieces[-1].is_token:
                # One set is compiled and held against a token sooner than two.
                piece = _make_token("".join({*pieces.pop().first, *piece.first}))
            pieces.append(piece)
        if len(pieces) == 1:
            return pieces[0]
        return Piece(
            f"(?:{'|'.join(piece.regex for piece in pieces)})",
            "".join([piece.first for piece in pieces]),
            "".join([piece.second for piece in pieces]),
            any(piece.is_optional for piece in pieces),
            any(piece.may_be_one for piece in pieces),
            needed=_need_any(pieces),
        )

    def read_sequence(self) -> Piece:
        whole = Piece("", is_optional=True)
        while self.symbols and self.symbols[-1] not in {"|", ")", "]", "}"}:
            piece = self.read_atom()
            whole = _join(whole, piece) if whole.regex else piece
        return whole

    def read_atom(self) -> Piece:
        symbol = self.symbols.pop()
        if symbol in {"(", "[", "{"}:
            piece = self.read_choice()
            self.symbols.pop()
            second = _join(piece, piece).second if symbol == "{" else piece.second
            if symbol == "(" and piece.is_token:
                return piece
            is_optional = symbol != "(" or piece.is_optional
            needed = piece.needed if symbol == "(" else ()
            regex = f"(?:{piece.regex}){REPEATS[symbol]}"
            return Piece(regex, piece.first, second, is_optional, piece.may_be_one, needed=needed)
        if symbol in LOOKS:
            return Piece(f"({LOOKS[symbol]}{self.read_atom().regex})", is_optional=True)
        if symbol in GAPS:
            return Piece(f"(?={GAPS[symbol]})", is_optional=True)
        if symbol.endswith(":"):
            piece = self.read_atom()
            return piece._replace(regex=f"(?P<{symbol[:-1]}>{piece.regex})", is_token=False)
        return self.patterns.get(symbol) or self.read_class(symbol)

    def read_class(self, name: str) -> Piece:
        """Any token of a class."""
        if name not in self.classes:
            self.classes[name] = _make_token(self.alphabet.members[name])
        return self.classes[name]


def _make_token(codes: str) -> Piece:
    """Any token with one of the codes."""
    written = f"[{write_ranges(codes)}]" if len(codes) > 1 else write_ranges(codes)
    return Piece(f".{written}", codes, may_be_one=True, is_token=True, needed=(codes,))


def _join(piece: Piece, following: Piece) -> Piece:
    """One part of a pattern, then another."""
    return Piece(
        piece.regex + following.regex,
        piece.first + following.first if piece.is_optional else piece.first,
        piece.second + (following.first if piece.may_be_one else "") + (following.second if piece.is_optional else ""),
        piece.is_optional and following.is_optional,
        (piece.may_be_one and following.is_optional) or (piece.is_optional and following.may_be_one),
        needed=piece.needed + following.needed,
    )


def _need_any(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What is needed where any one of several pieces may fit: the fewest codes that each needs, in one lot."""
    if not all(piece.needed for piece in pieces):
        return ()
    return ("".join([min(piece.needed, key=len) for piece in pieces]),)
