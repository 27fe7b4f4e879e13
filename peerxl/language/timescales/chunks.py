"""Sorts a cell's tokens into chunks: periods, words that govern them, signs, and the officer's other words.

    cell  = { chunk }
    chunk = the first of ``RULES`` that reads something at a token, by its pattern in the grammar

No token is read twice and none is left out. A number that nothing explains is LOOSE, which spoils the reading later.
"""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.language.timescales import dates
from peerxl.language.timescales.grammar import Grammar, build_grammar
from peerxl.language.timescales.lexicon import LEXICON, SIGNS, WEEKDAYS, Lexicon
from peerxl.language.timescales.notes import Unreadable
from peerxl.language.timescales.period import Period, Unit, doubt_year
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.rule_table import ChunkRule, Result, RuleTable
from peerxl.language.timescales.slips import find_meant
from peerxl.language.timescales.tokens import Chunk, Chunks, PatternMatch, Tokens

NEAR_YEARS = range(2001, 2060)  # a plan may speak of these; "2000 homes" is a count
NEAR = 40  # tokens; the marks of one list are not farther apart


class Language:
    """A grammar and its rules; what is read by one is remembered for it."""

    __slots__ = ("grammar", "rules")

    def __init__(self, grammar: Grammar, rules: RuleTable) -> None:
        self.grammar = grammar
        self.rules = rules


def read_chunks(tokens: Tokens, rules: RuleTable) -> Chunks:
    """The chunks of a cell in order; every token belongs to exactly one."""
    chunks: Chunks = []
    index, row = 0, rules.get_row(tokens.codes)
    while index < tokens.size:
        fit = row[index]
        made = fit.chunks or fit.read(tokens)
        while not made:
            fit = row.find_next(fit)
            made = fit.chunks or fit.read(tokens)
        chunks += made
        index = made[-1].after
    return chunks


def _read_list_mark(match: PatternMatch) -> Chunks | None:
    """A list mark; "1." before a month may be its day, so it needs a fellow: "1. March 2024 2. April 2024"."""
    tokens, point = match.tokens, match.locate("point")
    if point >= 0 and tokens.texts[point + 1] == "." and tokens.get_month(point + 2):
        number = int(tokens.texts[point])
        near = range(max(0, point - NEAR), min(tokens.size, point + NEAR))
        fellows = {str(number - 1), str(number + 1)}
        if not any(tokens.texts[index] in fellows and tokens.texts[index + 1] == "." for index in near):
            return None
    return [Chunk(Role.ENUM, match.first, match.after)]


def _read_title_years(match: PatternMatch) -> Chunks | None:
    """The years of a name: the "2024-28" of "Corporate Plan 2024-28", but not what is no span."""
    is_span = match.get_text("last") > match.get_text("year")[2:]
    return [Chunk(Role.LABEL, match.first, match.after)] if is_span else None


def _refuse_doubtful_day(match: PatternMatch) -> Chunks | None:
    words = match.tokens.get_words(match.first, match.after + 1)
    raise Unreadable("unclear", f"“{words}” may be a day or a number and a month")


def _read_code(match: PatternMatch) -> Chunks:
    """Letters stuck to figures that are no year and no period: "A14", "COVID-19", "PEER01.04"."""
    letters = match.get_text("letters")
    is_period = letters in match.tokens.grammar.lexicon.classes["counted-period"] or letters.endswith("q")
    role = Role.NO_PERIOD if is_period and len(match.get_text("figure")) < 3 else Role.LABEL
    return [Chunk(role, match.first, match.after)]


def _read_phrase(match: PatternMatch) -> Chunks | None:
    """The longest phrase of the lexicon; "the end of the financial year" is an end and a year that is not named."""
    phrase = match.tokens.find_phrase(match.first)
    if phrase is None:
        return None
    role, after = phrase
    if role is not Role.END:
        return [Chunk(role, match.first, after)]
    if _is_half_named(match.tokens.texts, match.first, after):
        words = match.tokens.get_words(match.first, after + 1)
        raise Unreadable("unclear", doubt_year(words, match.tokens.texts[after]))
    year = _find_open_year(match.tokens, match.first, after)
    chunk = Chunk(role, match.first, after)
    return [chunk, Chunk(Role.PERIOD, year - 1, year, Period(Unit.YEAR))] if year else [chunk]


FISCAL = frozenset({"financial", "fiscal", "fy", "eofy"})


def _is_half_named(texts: Sequence[str], first: int, after: int) -> bool:
    """Whether one year stands for a financial one: "financial year end 2024", and no "financial year end 2023/24"."""
    is_year = texts[after].isdecimal() and len(texts[after]) == 4
    return texts[first] in FISCAL and is_year and texts[after + 1] not in {"/", "-", "to"}


def _find_open_year(tokens: Tokens, first: int, after: int) -> int:
    """The index after a financial year that is not named, as in "end of FY"; 0 where it is another end."""
    texts, stop = tokens.texts, after
    if texts[after] == "fy":
        stop = after + 1
    elif texts[after] in tokens.grammar.lexicon.classes["kind-of-year"] and texts[after + 1] == "year":
        stop = after + 2
    is_named = stop > after or texts[first] in {"financial", "fy"}
    is_dated = texts[stop].isdecimal() or texts[stop] in {"of", "for", "in"} or bool(tokens.get_month(stop))
    return stop if is_named and not is_dated else 0


def _read_counted_year(match: PatternMatch) -> Chunks | None:
    """Four figures that would be a year, but not one that a plan speaks of: "2000 homes"."""
    is_near = int(match.get_text("figure")) in NEAR_YEARS
    return None if is_near else [Chunk(Role.LABEL, match.first, match.after)]


def _read_counted(match: PatternMatch) -> Chunks | None:
    """A number with the thing it counts, "3 workshops", "1,500 homes": never the figures of a date."""
    tokens, thing = match.tokens, match.locate("thing")
    is_stuck = not tokens.is_spaced(match.first) and tokens.texts[match.first - 1] in {"/", "-", ".", "'"}
    is_phrase = (
        match.get_text("thing") not in tokens.grammar.lexicon.classes["countable"]
        and tokens.find_phrase(thing) is not None
    )
    return None if is_stuck or is_phrase else [Chunk(Role.LABEL, match.first, thing)]


def _read_word_or_sign(match: PatternMatch) -> Chunks:
    tokens, index = match.tokens, match.first
    text = tokens.texts[index]
    if tokens.codes[2 * index + 1] in tokens.grammar.alphabet.members["word"]:
        role = _find_role(tokens, index)
    elif text == "-" and tokens.texts[0] == "-" and tokens.is_broken(index) and tokens.is_spaced(index + 1):
        role = Role.BULLET  # a line like the first one, which a dash begins too
    else:
        role = Role.LOOSE if text.isdigit() else SIGNS.get(text, Role.SIGN)
    return [Chunk(role, index, index + 1)]


def _find_role(tokens: Tokens, index: int) -> Role:
    """What a word does that is no part of a phrase; refuses a slip in one that would be."""
    word = tokens.texts[index]
    meant = find_meant(word, tokens.grammar.lexicon)
    if meant:
        raise Unreadable("misspelt", f"“{word}” is nearly “{meant}”, which would change what the cell says")
    if word.isdigit() and tokens.is_spaced(index):
        return Role.LOOSE  # "March ²⁰²⁴"; stuck to something it is the mark of a footnote
    if word.endswith("n't"):
        return Role.DENY
    is_time = word in tokens.grammar.lexicon.classes["quarter-word"] or (word in WEEKDAYS and word.endswith("day"))
    return Role.NO_PERIOD if is_time else Role.LABEL


RULES: Sequence[tuple[str, Result]] = (  # in order: the first that reads something wins; the last reads anything
    ("list-mark", _read_list_mark),  # "(a) June 2024"
    ("amount", Role.LABEL),  # "£1.5m"
    ("repeated", Role.RECURRING),  # "every two months"
    ("title-year", Role.LABEL),  # "Corporate Plan 2024"
    ("title-years", _read_title_years),  # "Corporate Plan 2024-28"
    ("doubtful-day", _refuse_doubtful_day),  # "Item 3 March"
    ("named-number", Role.LABEL),  # "Phase 2"
    ("duration", Role.DURATION),  # "6 to 12 months"
    ("plan-year", Role.PLAN_YEAR),  # "Year 2"
    ("code", _read_code),  # "COVID-19"
    ("first-of-two", dates.read_first_of_two),  # "1st and 2nd quarter"
    ("quarters", dates.read_quarters),  # "Q1&2"
    ("half", dates.read_half),  # "H1 2024/25"
    ("part-week", Role.PART),  # "first week of June"
    ("sharing-days", dates.read_sharing_days),  # "10/1-11/2/2017"
    ("days", dates.read_days),  # "1-5 May 2024"
    ("weekday", dates.read_weekday),  # "Friday 14 June 2024"
    ("day", dates.read_day),  # "14 June 2024"
    ("numeric-date", dates.read_date),  # "14/06/2024"
    ("spaced-date", dates.read_spaced_date),  # "14 06 2024"
    ("backward-day", dates.read_backward_day),  # "March 31, 2024"
    ("month", dates.read_month),  # "June 2023"
    ("school-term", Role.SCHOOL),  # "summer term"
    ("no-season", Role.NO_PERIOD),  # "autumn statement"
    ("season", dates.read_season),  # "autumn 2024"
    ("between-years", dates.read_between_years),  # "between 2021 and 2023"
    ("one-calendar", dates.read_calendar),  # "calendar year 2024"
    ("fiscal-years", dates.read_fiscal_years),  # "FY 2023/24"
    ("half-a-label", dates.refuse_half_a_label),  # "FY24"
    ("counted-year", _read_counted_year),  # "2000 homes"
    ("calendar-year", dates.read_calendar_year),  # "2024 March"
    ("phrase", _read_phrase),  # "by the end of"
    ("counted", _read_counted),  # "3 workshops"
    ("loose-number", Role.LOOSE),
    ("other", _read_word_or_sign),
)


def build_language(lexicon: Lexicon) -> Language:
    """A lexicon's grammar and rules."""
    grammar = build_grammar(lexicon)
    return Language(grammar, RuleTable([ChunkRule(grammar.patterns[name], result) for name, result in RULES]))


LANGUAGE = build_language(LEXICON)
