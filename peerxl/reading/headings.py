"""What a column heading says: the field it names, how plainly, and the quarter it reports on.

A heading is folded (case, camel case, underscores, plurals, abbreviations, footnote marks, later brackets), then held
against the tables of ``heading_words``: whole; as the heading of a date; as words that change nothing around words that
name a field; part by part ("Timescale/Due date"). What only ends or begins with such words ("LGA peer recommendation",
"Officer responsible for delivery") is read as well, but weakly: any plainer heading goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from peerxl.language.timescales import read_year
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field
from peerxl.reading import heading_words as lexicon
from peerxl.reading.quarter_names import PREVIOUS, QuarterName, split_quarter
from peerxl.text import one_line

LONGEST_HEADING = 200
"""Longer texts are no headings, whatever stands in their brackets."""
LONGEST_KEY, MOST_WORDS = 90, 12
"""What is left of a heading when its brackets are gone."""
OPENING_WORDS = 6
"""How many words of a longer question are read."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_FOOTNOTE = re.compile(r"\[[ivxlcdm\d]{1,5}\]|[*†‡§¹²³⁰-⁹]+|\((?:[ivx]{1,4}|\d{1,2}|e?s)\)", re.IGNORECASE)
_JOINT = re.compile(r"\s[-‐–—]\s|[_\s]+|(?<=\w)[-‐–](?=\w)|[.:;?!\"'“”‘’`]")
_ABBREVIATED_AND = re.compile(r"(?<=[A-Z])&(?=[A-Z])")  # "POA&M" is one word
_SIGN = re.compile(r"\s*([/,&+|])\s*")
_PART = re.compile(r" (?:[/,&+|]|and|or) ")
_QUARTER_OR_YEAR = re.compile(r"\bq(?:uarter|tr)?\b|\bq\d|\d{2,4}", re.IGNORECASE)
_MAY_NAME_QUARTER = re.compile(
    rf"\bq(?:tr)?\.?\s*[1-4]\b|quarter|\b(?:{'|'.join(MONTHS)})|\d\d\d\d|\d[/-]\d",
    re.IGNORECASE,
)
# "Last update" is the latest one; "last quarter" is the one before.
_PREVIOUS = re.compile(r"\b(?:previous|prior|preceding|last (?:quarter|period|time|month))\b")
_EDGE = " .:;-–—_?!\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: a field, or that its cells must say whether it is a status or a comment (``is_update``).

    ``action_rank`` says how well it would head the actions where no heading names them: None for not at all, else the
    lower the better. ``is_weak`` marks a reading that any plainer one goes before. ``year`` is the fiscal year a band
    over quarters names, by the calendar year it starts in.
    """

    key: str = ""
    field: Field | None = None
    is_update: bool = False
    quarter: QuarterName | None = None
    year: int | None = None
    action_rank: int | None = None
    is_weak: bool = False

    @property
    def is_known(self) -> bool:
        return self.field is not None or self.is_update or self.action_rank is not None

    @property
    def is_bare_date(self) -> bool:
        """Whether it says that its cells are dates, and not of what."""
        return self.key in ("date", "the date")


TASK_RANK, LAST_TASK_RANK, TOPIC_RANK, DESCRIPTION_RANK = 0, 99, 100, 200
"""Where the ranks of headings begin that say what is to be done, what about, and that they describe something."""


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading folded: without what does not change it."""
    words = _FOOTNOTE.sub(" ", one_line(text))
    before, bracket, within = words.partition("(")
    shorter = before if bracket and before.strip(_EDGE) else words
    if shorter is before and within.strip(" )").casefold() == "date":  # "Completed (date)"
        shorter = f"{before} date"
    shorter = _ABBREVIATED_AND.sub("", shorter)
    spaced = _SIGN.sub(r" \1 ", _CAMEL.sub(" ", shorter).replace("#", " number ")).casefold()
    folded = " ".join(map(fold_word, _JOINT.sub(" ", spaced).split()))
    return folded.replace("number number", "number").strip(_EDGE)


def fold_word(word: str) -> str:
    """A word in the singular and written out: "Recs" is "recommendation"."""
    word = word.strip("()[]{}<>")
    return lexicon.ABBREVIATIONS.get(word) or lexicon.ABBREVIATIONS.get(singular(word)) or singular(word)


def singular(word: str) -> str:
    if len(word) < 4 or word == "news" or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """A way to head a field: ``before* head after*``, all folded."""

    reading: Heading
    heads: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def make_rule(
    reading: Heading, heads: tuple[str, ...], before: frozenset[str] = frozenset(), after: frozenset[str] = frozenset()
) -> HeadingRule:
    return HeadingRule(
        reading, frozenset(map(heading_key, heads)), frozenset(map(fold_word, before)), frozenset(map(fold_word, after))
    )


def rank_rules(
    heads: tuple[str, ...], first_rank: int, before: frozenset[str], after: frozenset[str]
) -> tuple[HeadingRule, ...]:
    """A rule for each head, better ones first."""
    return tuple(
        make_rule(Heading(action_rank=first_rank + index), (head,), before, after) for index, head in enumerate(heads)
    )


# Where a heading fits several, the first counts.
FIELD_RULES = (
    make_rule(Heading(field=Field.EXTRA), lexicon.EXTRA_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.OWNER), lexicon.OWNER_HEADS, lexicon.OWNER_BEFORE, lexicon.OWNER_AFTER),
    make_rule(Heading(is_update=True), lexicon.UPDATE_HEADS, lexicon.COMMENT_BEFORE, lexicon.PLAIN),
    make_rule(Heading(field=Field.COMMENT), lexicon.COMMENT_HEADS, lexicon.COMMENT_BEFORE, lexicon.COMMENT_AFTER),
    make_rule(Heading(field=Field.STATUS), lexicon.STATUS_HEADS, lexicon.STATUS_BEFORE, lexicon.STATUS_AFTER),
    make_rule(
        Heading(field=Field.TIMESCALE), lexicon.TIMESCALE_HEADS, lexicon.TIMESCALE_BEFORE, lexicon.TIMESCALE_AFTER
    ),
    make_rule(Heading(field=Field.OWNER, is_weak=True), lexicon.RESOURCE_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.EVIDENCE), lexicon.EVIDENCE_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.THEME), lexicon.THEME_HEADS, lexicon.THEME_BEFORE, lexicon.THEME_AFTER),
    make_rule(Heading(field=Field.COMMENT, is_weak=True), lexicon.OUTCOME_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.ACTION), lexicon.ACTION_HEADS, lexicon.ACTION_BEFORE, lexicon.ACTION_AFTER),
    make_rule(
        Heading(field=Field.RECOMMENDATION), lexicon.RECOMMENDATION_HEADS, lexicon.TOPIC_BEFORE, lexicon.TOPIC_AFTER
    ),
    make_rule(Heading(field=Field.REF), lexicon.REF_HEADS, lexicon.REF_BEFORE, lexicon.PLAIN),
)
RANK_RULES = (
    *rank_rules(lexicon.TASK_HEADS, TASK_RANK, lexicon.ACTION_BEFORE, lexicon.ACTION_AFTER),
    *rank_rules(lexicon.TOPIC_HEADS, TOPIC_RANK, lexicon.TOPIC_BEFORE, lexicon.TOPIC_AFTER),
    *rank_rules(lexicon.DESCRIPTION_HEADS, DESCRIPTION_RANK, lexicon.TOPIC_BEFORE, lexicon.TOPIC_AFTER),
)
EDGE_RULES = (
    make_rule(
        Heading(field=Field.OWNER), ("owner", "lead", "officer", "responsible", "responsibility", "accountable person")
    ),
    make_rule(Heading(is_update=True), ("update", "progress", "position")),
    make_rule(Heading(field=Field.COMMENT), ("comment", "commentary", "remark", "note", "narrative")),
    make_rule(Heading(field=Field.STATUS), ("status", "rag", "rag rating", "rag status")),
    make_rule(Heading(field=Field.TIMESCALE), ("deadline", "time scale", "time frame", "due date")),
    make_rule(Heading(field=Field.EVIDENCE), ("evidence",)),
    make_rule(Heading(field=Field.RECOMMENDATION, action_rank=TOPIC_RANK), ("recommendation",)),
)


def index_heads(rules: Iterable[HeadingRule]) -> dict[str, tuple[tuple[int, HeadingRule], ...]]:
    """The rules that each head belongs to, each with its place in the order of the rules."""
    index: dict[str, tuple[tuple[int, HeadingRule], ...]] = {}
    for order, rule in enumerate(rules):
        for head in rule.heads:
            index[head] = (*index.get(head, ()), (order, rule))
    return index


FIELD_HEADS, RANK_HEADS, EDGE_HEADS = map(index_heads, (FIELD_RULES, RANK_RULES, EDGE_RULES))


def find_rule(words: tuple[str, ...], heads: Mapping[str, tuple[tuple[int, HeadingRule], ...]]) -> Heading | None:
    """What the first of the rules says of which the words are a head among words that change nothing."""
    matching = [
        (order, rule)
        for start in range(len(words))
        for end in range(len(words), start, -1)
        for order, rule in heads.get(" ".join(words[start:end]), ())
        if rule.before.issuperset(words[:start]) and rule.after.issuperset(words[end:])
    ]
    return min(matching, key=lambda match: match[0])[1].reading if matching else None


DATE_SUBJECTS = frozenset(map(fold_word, lexicon.SUBJECTS | lexicon.PLAIN))
NOTHING = Heading()


@lru_cache(maxsize=4096)
def read_heading(text: str, years: YearConvention) -> Heading:
    """What a heading says; a Heading that is not known where it says nothing to us."""
    if not text.strip() or len(text) > LONGEST_HEADING:
        return NOTHING
    key = heading_key(text)
    if len(key) > LONGEST_KEY or key.count(" ") >= MOST_WORDS:
        # A form may head its columns with whole questions, which say at once what they ask for.
        opening = " ".join(key.split()[:OPENING_WORDS]) if text.rstrip().endswith("?") else ""
        return replace(find_meaning(opening), key=key, is_weak=True) if opening else NOTHING
    if not key:
        return NOTHING
    reading = replace(find_meaning(key), key=key)
    if reading.field is not None and reading.field not in (Field.STATUS, Field.COMMENT):
        return reading
    if (reading.field or reading.is_update) and _PREVIOUS.search(key):
        return replace(reading, quarter=PREVIOUS)
    return add_quarter(reading, text, years) if _MAY_NAME_QUARTER.search(text) else reading


def add_quarter(reading: Heading, text: str, years: YearConvention) -> Heading:
    """The heading of a report with the quarter it names, or of a band of years with its year."""
    quarter, rest = split_quarter(one_line(text), years)
    if quarter is None:
        year = (
            read_year(reading.key, years.first_month)
            if reading.key[:1].isdigit() or reading.key.startswith("fy")
            else None
        )
        return replace(reading, year=year.start if year else None)
    rest_key = heading_key(rest)
    if not rest_key:  # "Q3 2023/24" alone is that quarter's update; "Jan" alone is a bar of a chart.
        is_named = bool(_QUARTER_OR_YEAR.search(text))
        return Heading(reading.key, is_update=True, quarter=quarter) if is_named else Heading(reading.key)
    report = find_meaning(rest_key)
    is_report = report.field in (Field.STATUS, Field.COMMENT) or report.is_update
    return replace(report, key=reading.key, quarter=quarter) if is_report else reading


@lru_cache(maxsize=4096)
def find_meaning(key: str) -> Heading:
    """What a folded heading means as a whole, else by its clause, its parts, or its last or first words."""
    words = tuple(key.split())
    return find_whole(key) or find_in_clause(words) or find_in_parts(key) or find_at_edges(words) or NOTHING


def find_whole(key: str) -> Heading | None:
    """What the whole heading means; with its rank as a heading of actions where it has one."""
    words = tuple(key.split())
    if not words:
        return None
    if len(words) > 2 and words[0] in DESCRIBERS and words[1] == "of":
        return find_whole(" ".join(words[2:]))
    ranked = find_rule(words, RANK_HEADS)
    rank = ranked.action_rank if ranked else None
    exact = next((rule.reading for _, rule in FIELD_HEADS.get(key, ())), None)
    if exact is None and _PART.search(key):
        return None
    around = find_rule(words, FIELD_HEADS)
    happened = lexicon.HAPPENED.get(key)
    reading = exact or find_date(words) or (Heading(field=happened) if happened else None) or around
    if reading is not None:
        reading = reading if reading.field is not Field.TIMESCALE else with_original(reading, words)
        return replace(reading, action_rank=rank) if reading.field in WITH_RANK or reading.is_weak else reading
    return Heading(action_rank=rank) if rank is not None else None


DESCRIBERS = frozenset("description detail summary name title nature statement".split())
"""Words that say no more than what follows them: "Description of action"."""
WITH_RANK = frozenset({Field.RECOMMENDATION, Field.COMMENT, Field.REF})
"""Fields whose columns may hold the actions where nothing else does: "Recommendation", "Resolution", "Item"."""


def with_original(reading: Heading, words: tuple[str, ...]) -> Heading:
    is_original = not lexicon.ORIGINAL.isdisjoint(words)
    return replace(reading, field=Field.ORIGINAL_TIMESCALE) if is_original else reading


def find_date(words: tuple[str, ...]) -> Heading | None:
    """Whose date a heading speaks of, where it speaks of one; an extra where no table knows."""
    if lexicon.DATE_NOUNS.isdisjoint(words):
        return None
    others = [word for word in words if word not in lexicon.DATE_NOUNS | lexicon.ORIGINAL]
    field = next((field for field, kinds in lexicon.DATE_KINDS if not kinds.isdisjoint(others)), None)
    if field is None:
        field = Field.RAISED if DATE_SUBJECTS.issuperset(others) else Field.EXTRA
    if not lexicon.ORIGINAL.isdisjoint(words) and field is Field.RAISED and not others:
        field = Field.TIMESCALE
    return Heading(field=field)


def find_in_clause(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that is a question or has a relative clause: its noun, and not what its clause ends with."""
    if words[:1] and words[0] in WHETHER and not DONE.isdisjoint(words):  # "Has the recommendation been implemented?"
        return Heading(field=Field.STATUS)
    start = next((index for index, word in enumerate(words) if index and word in RELATIVES), None)
    if start is None:
        return None
    if words[start] == "who" and words[start - 1] in PERSONS:  # "Name and post of the officer who is responsible"
        return Heading(field=Field.OWNER)
    noun = find_whole(" ".join(words[:start]))
    return replace(noun, is_weak=True) if noun else None


RELATIVES = frozenset(["who", "that", "which", "whose"])
WHETHER = frozenset("has have is was were are".split())
DONE = frozenset(map(fold_word, "completed implemented done delivered actioned closed finished".split()))


def find_in_parts(key: str) -> Heading | None:
    """What a heading of several names means: "Milestones/Actions", "Comments and status"."""
    parts = tuple(part.strip(_EDGE) for part in _PART.split(key))
    readings = [reading for part in parts if (reading := find_whole(part))] if len(parts) > 1 else []
    if not readings:
        return None
    fields = {reading.field for reading in readings}
    if {Field.STATUS, Field.COMMENT} <= fields or readings[0].is_update:
        return Heading(is_update=True)
    is_about_else = readings[0].field in (Field.STATUS, Field.COMMENT, Field.OWNER) and not readings[0].is_weak
    if Field.ACTION in fields and not is_about_else:
        return Heading(field=Field.ACTION)
    first = next((reading for reading in readings if reading.field is not Field.EXTRA), readings[0])
    # "Comments/Actions" are comments, unless nothing else in the table could be the actions.
    return replace(first, action_rank=LAST_TASK_RANK) if Field.ACTION in fields else first


def find_at_edges(words: tuple[str, ...]) -> Heading | None:
    """What a heading's last words say ("LGA peer recommendation"), else its first before a preposition."""
    if words[0] in DESCRIBERS and words[1:2] == ("of",) and len(words) > 3:  # "Details of the recommendation made by …"
        return find_at_edges(words[3:] if words[2] == "the" else words[2:])
    is_foreign = not lexicon.FOREIGN.isdisjoint(words)
    reading = None if is_foreign else find_by_first_word(words)
    ends = (words[start:] for start in range(1, len(words)) if words[start - 1] not in PREPOSITIONS)
    starts = (words[:end] for end in range(len(words) - 1, 0, -1) if words[end] in PREPOSITIONS or words[0] in PERSONS)
    for edge in (*ends, *starts):
        reading = reading or next((rule.reading for _, rule in EDGE_HEADS.get(" ".join(edge), ())), None)
    is_named = reading is not None and reading.field is Field.OWNER and words[-1] == "responsible"
    if reading is None or (is_foreign and not is_named and reading.field not in (None, Field.COMMENT)):
        return None
    return replace(reading, is_weak=True)


def find_by_first_word(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that begins with a word for a person or an action, or numbers what it is a list of."""
    if len(words) == 2 and words[1] in NUMBERS:
        return Heading(field=Field.REF)
    if words[0] == "who" or (words[0] in LEADERS and len(words) <= 4):
        return Heading(field=Field.OWNER)
    if words[0] in ASKING and not DOING_SO_FAR.isdisjoint(words):
        return Heading(is_update=True)
    is_action = words[0] == "action" and words[1:2] in (("to",), ("for",))
    return Heading(field=Field.ACTION) if is_action or (words[0] in ASKING and not DOING.isdisjoint(words)) else None


# "What action will be taken?", "What progress has been made?"
ASKING = frozenset(["what", "how"])
DOING = frozenset("action do done step take taken task achieved".split())
DOING_SO_FAR = frozenset("progress happened far".split())
LEADERS = frozenset("lead responsible accountable nominated designated named assigned".split())
NUMBERS = frozenset(["number", "id", "reference"])
PREPOSITIONS = frozenset("of for on against towards to since from in with at made".split())
PERSONS = frozenset(["officer", "person", "people", "responsible"])


def name_parts(text: str) -> Iterator[str]:
    """The single words of a heading, by which a table is known for what it is."""
    yield from heading_key(text).split()
