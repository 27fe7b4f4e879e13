"""What the cells of a column hold: dates, numbers, names, a few words over and over, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from peerxl.frozen import frozen
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.sheet import Sheet, Value, is_error, shown
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary, says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.told_times import says_when
from peerxl.reading.cells.written_dates import is_written_date
from peerxl.reading.headings.cell_words import LEVELS, LIGHTS, PROGRESS, YES_OR_NO

MOST_ROWS = 300
"""How many rows of a column are looked at, evenly spread: more would say the same."""
FEW = 3
"""Fewer cells say nothing of what a column holds."""
YEARS = frozenset(map(str, range(1990, 2101)))
LONGEST_COUNT = 9
"""How many figures a number written as text has at most, where it counts rows."""
MOST_PHRASES = 12
"""How many different phrases of a column are read as timescales."""

_NUMBER = re.compile(r"[-+(]?[£$€]?\s?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?\)?\s?(?:%|[kmb])?", re.IGNORECASE)
_USER = compile_late(r"[a-z][a-z0-9]*[._]?[a-z0-9]+")
_LISTED = compile_late(r"[,;] *")
_LEVEL = re.compile(r"[a-z]+")
# What a timescale has in it, however it is misspelt.
_WHEN = compile_late(
    rf"\b(?:q\d|fy ?\d\d|eo[dwmqy]\b|cob\b|(?:{'|'.join(MONTHS)})(?![a-z])|(?:19|20)?\d\d[-/.]\d\d|20\d\d|week"
    rf"|month|quarter|year|day"
    rf"|spring|summer|autumn|winter|christmas|easter|ongoing|tbc|asap|terms?\b|by\b"
    rf"|end[- ](?:of\b|the\b|q?\d|(?:{'|'.join(MONTHS)})(?![a-z])))",
    re.IGNORECASE,
)
_BY = compile_late(
    r"\b(?:by|before|until|no later than) (?:the )?(?:(?:end|start|middle) (?:of )?)?(?:q?\d|(?=(\w+)))", re.IGNORECASE
)
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


@frozen
class ColumnProfile:
    """The filled cells of a column's rows, or an even sample of them.

    ``dates`` and ``numbers`` count typed ones and texts that are written so; how long ago something was is a date.
    """

    values: tuple[Value, ...]
    texts: tuple[str, ...]
    dates: int
    numbers: int

    @property
    def filled(self) -> int:
        return len(self.values)

    @property
    def are_dates(self) -> bool:
        return self.filled > 0 and self.dates >= 0.6 * self.filled

    @property
    def are_numbers(self) -> bool:
        return self.filled > 0 and self.numbers >= 0.7 * self.filled

    @property
    def counted(self) -> tuple[float, ...]:
        """The numbers among its cells, typed or written in figures alone."""
        pairs = zip(self.values, self.texts, strict=True)
        return tuple(
            float(value if isinstance(value, int | float) else text)
            for value, text in pairs
            if isinstance(value, int | float) or (text.isdecimal() and len(text) <= LONGEST_COUNT)
        )

    @property
    def is_all_dates(self) -> bool:
        """Whether every cell is a real date."""
        return self.filled > 0 and all(isinstance(value, date) for value in self.values)

    @property
    def is_in_order(self) -> bool:
        """Whether its real dates stand in order, as those of a log do."""
        days = [value.toordinal() for value in self.values if isinstance(value, date)]
        return len(days) > 1 and (days == sorted(days) or days == sorted(days, reverse=True))

    @property
    def are_percentages(self) -> bool:
        """Whether the numbers say how much of something is done: typed from 0 to 1, written with a per cent sign."""
        pairs = zip(self.values, self.texts, strict=True)
        numbers = [(value, text) for value, text in pairs if is_number(value, text)]
        return self.are_numbers and all(
            text.endswith("%") if isinstance(value, str) else 0 <= float(text) <= 1 for value, text in numbers
        )

    @property
    def mean_words(self) -> float:
        """How many words a cell has on the average."""
        return sum(len(text.split()) for text in self.texts) / len(self.texts) if self.texts else 0.0

    @property
    def share_distinct(self) -> float:
        return len(set(self.texts)) / len(self.texts) if self.texts else 0.0

    @property
    def is_wordy(self) -> bool:
        """Whether the cells are words of several each, and different ones."""
        are_words = not self.are_dates and not self.are_numbers
        return are_words and self.mean_words >= 2.4 and self.share_distinct >= 0.6

    @property
    def is_repeated(self) -> bool:
        """Whether the cells are a few short words over and over, as a choice from a list is."""
        return len(self.texts) >= 5 and self.share_distinct <= 0.4 and self.mean_words < 3

    @property
    def is_short(self) -> bool:
        return all(len(text) <= 25 and len(text.split()) <= 3 for text in self.texts)

    @property
    def are_names(self) -> bool:
        """Whether the cells could be people or posts: short, without a sentence, with a capital."""
        return bool(self.texts) and all(
            len(text) <= 40 and len(text.split()) <= 5 and begins_as_name(text) and not text.endswith(".")
            for text in self.texts
        )

    @property
    def are_mostly_names(self) -> bool:
        """Whether most cells could be people, posts or bodies: a few words, without a number or a sentence."""
        names = [
            text for text in self.texts if len(text.split()) <= 4 and begins_as_name(text) and not text.endswith(".")
        ]
        plain = [text for text in names if not is_progress(text, DEFAULT_VOCABULARY)]
        return len(plain) >= 0.6 * self.filled and self.mean_words <= 3 and not self.are_dates

    @property
    def are_user_names(self) -> bool:
        """Whether the cells are names by which people log in, some of them again: "nkirby", "nkirby, osman_t"."""
        listed = [name for text in self.texts for name in _LISTED.split(text)]
        names = [name for name in listed if _USER.fullmatch(name) and not is_progress(name, DEFAULT_VOCABULARY)]
        return len(names) >= 0.8 * len(listed) > 0 and len(set(listed)) < len(listed)

    @property
    def are_single_words(self) -> bool:
        """Whether the cells are a word each, and some of them the same: a choice, and nothing to be done."""
        return len(self.texts) > FEW and self.mean_words < 1.3 and self.share_distinct < 0.9

    @property
    def are_kinds(self) -> bool:
        """Whether the cells say of which kind a row is, in a word of a few: "Order", "Recommendation"."""
        return self.is_repeated and self.are_single_words and all(text.isalpha() for text in self.texts)

    @property
    def has_levels(self) -> bool:
        """Whether any cell says how much something matters ("P1", "3 (High)", "Must"): such a column has no themes."""
        return any(map(is_level, set(self.texts)))

    @property
    def are_marks(self) -> bool:
        """Whether the cells are no more than marks of a chart: a cross, a number, a block."""
        return all(is_mark(text) for text in self.texts)

    @property
    def are_links(self) -> bool:
        """Whether the cells are addresses of pages; those of mail are people."""
        linked = [text for text in self.texts if _LINK.search(text)]
        return bool(self.texts) and len(linked) >= 0.6 * len(self.texts)

    def share_known(self, vocabulary: Vocabulary) -> float:
        """How many of the cells are words of the plan's vocabulary, from 0 to 1."""
        known = [text for text in self.texts if vocabulary.find(text) is not None]
        return len(known) / len(self.texts) if self.texts else 0.0

    def share_progress(self, vocabulary: Vocabulary) -> float:
        """How many of the cells say how far something has come, in whatever words."""
        words = [text for text in self.texts if is_progress(text, vocabulary)]
        return len(words) / len(self.texts) if self.texts else 0.0

    def is_status(self, vocabulary: Vocabulary) -> bool:
        """Whether the cells are words for a status: most are known, or all are a word or three and they repeat."""
        if self.share_progress(vocabulary) >= 0.5:
            return True
        return self.is_short and len(set(self.texts)) < len(self.texts)

    @property
    def share_timescales(self) -> float:
        """How many of the cells say when: dates, and phrases that read as a timescale or as none yet."""
        if not self.filled:
            return 0.0
        phrases = [text for text, value in zip(self.texts, self.values, strict=True) if not isinstance(value, date)]
        distinct = list(dict.fromkeys(phrases))[:MOST_PHRASES]
        read = {text: says_when(text) for text in distinct}
        seen = [text for text in phrases if text in read]
        share = len([text for text in seen if read[text]]) / len(seen) if seen else 0.0
        typed = self.filled - len(phrases)
        return (typed + share * len(phrases)) / self.filled

    @property
    def names_ends(self) -> bool:
        """Whether most cells say by when something is to be done, whatever else they say: "Draft by Apr 30"."""
        ended = [text for text in self.texts if says_by_when(text)]
        return self.filled >= FEW and len(ended) >= 0.6 * self.filled

    @property
    def denies_when(self) -> bool:
        """Whether the cells are no timescales, readable or not: numbers that are no years, or words alone."""
        if self.are_numbers:  # "2025" and "2030" beside "2027/28" say when
            return not all(text in YEARS or not _NUMBER.fullmatch(text) for text in self.texts)
        return self.filled >= FEW and self.share_timescales < 0.4 and not self.hints_when

    @property
    def hints_when(self) -> bool:
        """Whether half of the texts have in them what a timescale has, however it is written."""
        hints = [text for text in self.texts if _WHEN.search(text)]
        return bool(hints) and len(hints) >= 0.5 * len(self.texts)


def profile_column(sheet: Sheet, rows: Sequence[int], column: int) -> ColumnProfile:
    """What stands in a column's rows."""
    return profile_values(sheet.value(row, column) for row in spread_sample(rows))


def spread_sample(rows: Sequence[int]) -> Sequence[int]:
    """The rows, or as many of them as are looked at."""
    return rows if len(rows) <= MOST_ROWS else [rows[index * len(rows) // MOST_ROWS] for index in range(MOST_ROWS)]


def profile_values(values: Iterable[Value]) -> ColumnProfile:
    told = ((value, shown(value).strip()) for value in values)
    filled = [(value, text) for value, text in told if text and not is_error(text) and not is_unnamed(text)]
    dates = [text for _, text in filled if is_written_date(text)]
    numbers = [text for value, text in filled if is_number(value, text)]
    kept, texts = tuple(value for value, _ in filled), tuple(text for _, text in filled)
    return ColumnProfile(kept, texts, len(dates), len(numbers))


def says_by_when(text: str) -> bool:
    """Whether a text has in it by what day, month or quarter: "Draft by Apr 30"."""
    return any(found[1] is None or found[1].casefold() in MONTHS for found in _BY.finditer(text))


def is_unnamed(text: str) -> bool:
    """Whether a text is what a program writes in the place of a name that nobody has given yet."""
    return len(text) <= LONGEST_UNNAMED and text.casefold() in UNNAMED


UNNAMED = frozenset(["untitled", "(untitled)", "unnamed"])
LONGEST_UNNAMED = max(map(len, UNNAMED))


def is_number(value: Value, text: str) -> bool:
    typed = isinstance(value, int | float) and not isinstance(value, bool)
    return typed or bool(_NUMBER.fullmatch(text))


@lru_cache(maxsize=4096)
def is_level(text: str) -> bool:
    """Whether a text says how much something matters: "High", "P1", "3 (High)", "Must have"."""
    folded = text.casefold()
    words = [word for word in _LEVEL.findall(folded) if word not in ("have", "to", "p", "priority", "level")]
    if not words:
        return any(character.isdigit() for character in folded) and len(folded) <= 12
    return all(word in LEVELS for word in words)


def begins_as_name(text: str) -> bool:
    """Whether a text begins with a letter that is no small one; many scripts have but one kind."""
    return text[:1].isalpha() and not text[:1].islower()


def is_mark(text: str) -> bool:
    return len(text) <= 2 or not any(character.isalpha() for character in text)


def is_progress(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text says how far something has come, or that nothing is said."""
    folded = "".join(character for character in text.casefold() if character.isalnum())
    is_said = folded in PROGRESS or text.casefold() in YES_OR_NO or text in LIGHTS
    return is_said or vocabulary.find(text) is not None or says_nothing(text) or text.endswith("%")
