"""What a column heading says: the field it names, how plainly, and the quarter it reports on.

A heading is folded (case, camel case, underscores, plurals, abbreviations, footnote marks, later brackets), then held
against the tables of ``heading_words``: whole; as the heading of a date; as words that change nothing around words that
name a field; part by part ("Timescale/Due date"). What only ends or begins with such words ("LGA peer recommendation",
"Officer responsible for delivery") is read as well, but weakly: any plainer heading goes before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from peerxl.language.timescales import read_year
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import YearConvention
from peerxl.model.layout import Field
from peerxl.reading import heading_words as lexicon
from peerxl.reading.cell_words import IMPERATIVES
from peerxl.reading.heading_key import EDGE, fold_word, heading_key
from peerxl.reading.heading_rules import (
    DESCRIPTION_RANK,
    EDGE_HEADS,
    FIELD_HEADS,
    LAST_TASK_RANK,
    RANK_HEADS,
    Heading,
    find_rule,
)
from peerxl.reading.quarter_names import PREVIOUS, split_quarter
from peerxl.text import one_line

LONGEST_HEADING = 200
"""Longer texts are no headings, whatever stands in their brackets."""
LONGEST_KEY, MOST_WORDS = 90, 12
"""What is left of a heading when its brackets are gone."""
OPENING_WORDS = 6
"""How many words of a longer question are read."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_FIRST = re.compile(r"fy|\d")
_PART = re.compile(r" (?:[/,&+|]|and|or) ")
_QUARTER_OR_YEAR = re.compile(r"\bq(?:uarter|tr)?\b|\bq\d|\d{2,4}", re.IGNORECASE)
_MAY_NAME_QUARTER = re.compile(
    rf"\bq(?:tr)?\.?\s*[1-4]\b|quarter|\b(?:{'|'.join(MONTHS)})|\d\d\d\d|\d[/-]\d",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"([^:()]*\w)\s*(?::\s*([^:()]+)|\(([^()]+)\))\s*\Z")
# "Last update" is the latest one; "last quarter" is the one before.
_PREVIOUS = re.compile(r"\b(?:previous|prior|preceding|last (?:quarter|period|time|month))\b")


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
    reading = replace(find_explained(text) or find_meaning(key), key=key)
    if reading.field is not None and reading.field not in (Field.STATUS, Field.COMMENT):
        return reading
    if (reading.field or reading.is_update) and _PREVIOUS.search(key):
        return replace(reading, quarter=PREVIOUS)
    return add_quarter(reading, text, years) if _MAY_NAME_QUARTER.search(text) else reading


def find_explained(text: str) -> Heading | None:
    """What a heading says after a colon or, where it alone says nothing, in brackets: "Doer (Assignee)"."""
    match = _EXPLAINED.match(one_line(text))
    if match is None:
        return None
    before, after, inner = (heading_key(part or "") for part in match.groups())
    words = (after or inner).split()
    reading = find_meaning(before) if inner else NOTHING
    if reading.field is Field.CLOSED and not PLANNING.isdisjoint(words):  # "Closure date (planned)"
        return Heading(field=Field.TIMESCALE)
    is_open = not reading.is_known or (reading.field is Field.EXTRA and words == ["rag"])
    if not is_open:
        return None
    end = next((index for index, word in enumerate(words) if word == "including"), len(words))
    explained = find_whole(" ".join(words[:end]))
    return explained if explained and explained.field is not None and not explained.is_weak else None


PLANNED = frozenset(
    "target targeted plan planned schedule scheduled forecast estimated baseline baselined agreed set".split()
)
PLANNING = next(words for field, words in lexicon.DATE_KINDS if field is Field.TIMESCALE)


def add_quarter(reading: Heading, text: str, years: YearConvention) -> Heading:
    """The heading of a report with the quarter it names, or of a band of years with its year."""
    quarter, rest = split_quarter(one_line(text), years)
    if quarter is None:
        year = read_year(reading.key, years.first_month) if _YEAR_FIRST.match(reading.key) else None
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
    if words[-2:] == MADE_TO:  # "Recommendation made to"
        return Heading(field=Field.OWNER, is_weak=True)
    reading = find_whole(key) or find_in_clause(words) or find_in_parts(key) or find_at_edges(words)
    undated = tuple(word for word in words if not _YEAR.fullmatch(word) and word not in SEASONS)
    if reading is None and 0 < len(undated) < len(words):  # "Progress 2024"
        timeless = find_meaning(" ".join(undated))
        reading = replace(timeless, is_weak=True) if timeless.is_known else None
    return reading or NOTHING


MADE_TO = ("made", "to")
SEASONS = frozenset("spring summer autumn winter term".split())


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
    happened = lexicon.HAPPENED.get(key) or (lexicon.HAPPENED.get(words[0]) if words[1:] in AT else None)
    reading = exact or find_date(words) or (Heading(field=happened) if happened else None) or around
    if reading is not None:
        reading = reading if reading.field is not Field.TIMESCALE else with_original(reading, words)
        return replace(reading, action_rank=rank) if reading.field in WITH_RANK or reading.is_weak else reading
    return Heading(action_rank=rank) if rank is not None else None


AT = (("at",), ("in",), ("on",))
"""What may follow a participle that says when or where something happened: "Raised at"."""
DESCRIBERS = frozenset("description detail summary name title nature statement".split())
"""Words that say no more than what follows them: "Description of action"."""
WITH_RANK = frozenset({Field.RECOMMENDATION, Field.COMMENT, Field.REF})
"""Fields whose columns may hold the actions where nothing else does: "Recommendation", "Resolution", "Item"."""


def with_original(reading: Heading, words: tuple[str, ...]) -> Heading:
    is_original = not lexicon.ORIGINAL.isdisjoint(words)
    return replace(reading, field=Field.ORIGINAL_TIMESCALE) if is_original else reading


def find_date(words: tuple[str, ...]) -> Heading | None:
    """Whose date a heading speaks of, where it speaks of one; an extra where no table knows."""
    if lexicon.DATE_NOUNS.isdisjoint(words) or words[-2:] == SO_FAR:
        return None
    others = [word for word in words if word not in lexicon.DATE_NOUNS | lexicon.ORIGINAL]
    if "to" in others:  # "Date to validate"
        return Heading(field=Field.TIMESCALE)
    if any(is_planned_again(word) for word in others):
        return Heading(field=Field.TIMESCALE)
    field = next((field for field, kinds in lexicon.DATE_KINDS if not kinds.isdisjoint(others)), None)
    if field is None:
        field = Field.RAISED if DATE_SUBJECTS.issuperset(others) else Field.EXTRA
    if not lexicon.ORIGINAL.isdisjoint(words) and field is Field.RAISED and not others:
        field = Field.TIMESCALE
    return Heading(field=field)


def is_planned_again(word: str) -> bool:
    """Whether a word says that something was planned anew: "retarget", "rescheduled", "re-baselined"."""
    return word.startswith("re") and word.removeprefix("re") in PLANNED


SO_FAR = ("to", "date")


def find_in_clause(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that is a question or has a relative clause: its noun, and not what its clause ends with."""
    if words[0] in WHETHER and not DONE.isdisjoint(words):  # "Has the recommendation been implemented?"
        return Heading(field=Field.STATUS)
    if words[-3:] in YES_OR_NO and not DONE.isdisjoint(words[:-3]):  # "Action completed Y/N"
        return Heading(field=Field.STATUS)
    if words[0] == "what" and words[1:2] in (("is",), ("are",)) and len(words) > 2:  # "What is the current status?"
        asked = words[3:] if words[2] == "the" else words[2:]
        return (find_whole(" ".join(asked)) or find_at_edges(asked)) if asked else None
    start = next((index for index, word in enumerate(words) if index and word in RELATIVES), None)
    if start is None:
        return None
    if words[start] == "who" and words[start - 1] in PERSONS:  # "Name and post of the officer who is responsible"
        return Heading(field=Field.OWNER)
    noun = find_whole(" ".join(words[:start]))
    return replace(noun, is_weak=True) if noun else None


RELATIVES = frozenset(["who", "that", "which", "whose"])
YES_OR_NO = (("y", "/", "n"), ("yes", "/", "no"))
WHETHER = frozenset("has have is was were are".split())
DONE = frozenset(
    map(
        fold_word,
        "completed complete implemented done delivered actioned closed finished achieved resolved met".split(),
    )
)


def find_in_parts(key: str) -> Heading | None:
    """What a heading of several names means: "Milestones/Actions", "Comments and status"."""
    parts = tuple(part.strip(EDGE) for part in _PART.split(key))
    readings = [reading for part in parts if (reading := find_whole(part))] if len(parts) > 1 else []
    noun = find_whole(parts[0].partition(" of ")[0]) if parts[1:] and " of " in parts[0] else None
    is_of_when = noun is not None and noun.field is Field.TIMESCALE  # "Timescales of tasks/actions"
    if is_of_when or not readings:
        return noun if is_of_when else None
    fields = {reading.field for reading in readings}
    update = Heading(is_update=True) if readings[0].is_update else None
    is_due = Field.TIMESCALE in fields and not UNSAID.isdisjoint(parts)
    named_by_one = update or (Heading(field=Field.TIMESCALE) if is_due else None)
    if joint := next((heading for several, heading in JOINT if several <= fields), named_by_one):
        return joint
    is_about_else = readings[0].field in (Field.STATUS, Field.COMMENT, Field.OWNER) and not readings[0].is_weak
    if Field.ACTION in fields and not is_about_else:
        return Heading(field=Field.ACTION)
    named = [reading for reading in readings if reading.field in OF_TOPICS]
    if named and readings[0].field is None:  # "Requirement / Recommendation", "Issues / Comments"
        return named[0]
    first = next((each for each in readings if each.field is not Field.EXTRA and not each.is_weak), readings[0])
    if first.field is Field.THEME and readings[0].field is Field.EXTRA:  # "Location/Area" is a place
        return readings[0]
    ranks = [reading.action_rank for reading in readings if reading.action_rank is not None]
    # "Comments/Actions" are comments, unless nothing else in the table could be the actions.
    rank = LAST_TASK_RANK if Field.ACTION in fields else min(ranks, default=None)
    return replace(first, action_rank=rank)


JOINT = (
    (frozenset({Field.STATUS, Field.COMMENT}), Heading(is_update=True)),
    (frozenset({Field.EVIDENCE, Field.COMMENT}), Heading(field=Field.COMMENT)),
)
"""What a heading is that names several fields, whichever comes first."""
UNSAID = frozenset(["date", "the date", "actual", "actual date"])
"""Names of dates that leave it to one beside them when something is due: "Date / Timescale", "Actual / Revised"."""
OF_TOPICS = (Field.RECOMMENDATION, Field.COMMENT)
"""What is said of what is wrong: it names a column better than that."""


def find_at_edges(words: tuple[str, ...]) -> Heading | None:
    """What a heading's last words say ("LGA peer recommendation"), else its first before a preposition."""
    if words[0] in DESCRIBERS and words[1:2] == ("of",) and len(words) > 2:
        return find_described(words)
    if words[-2:] == SO_FAR:  # "Actions taken to date" tells what has been done
        return Heading(is_update=True, is_weak=True)
    # "Action to address it" speaks of no address.
    nouns = [word for before, word in zip(("", *words), words, strict=False) if before != "to"]
    is_foreign = not lexicon.FOREIGN.isdisjoint(nouns)
    is_named = "responsible" in (words[0], words[-1])
    reading = None if is_foreign and not is_named else find_by_first_word(words)
    ends = (words[start:] for start in range(1, len(words)) if words[start - 1] not in PREPOSITIONS)
    starts = (words[:end] for end in range(len(words) - 1, 0, -1) if words[end] in PREPOSITIONS or words[0] in PERSONS)
    for edge in (*ends, *starts):
        reading = reading or next((rule.reading for _, rule in EDGE_HEADS.get(" ".join(edge), ())), None)
    reading = reading or find_number(words) or find_stated(words) or find_day_to_do(words)
    is_kept = is_named or not is_foreign or (reading is not None and reading.field in KEPT_IF_FOREIGN)
    return replace(reading, is_weak=True) if reading is not None and is_kept else None


KEPT_IF_FOREIGN = (None, Field.COMMENT, Field.REF)
"""What a heading with a word of other tables may say all the same: "Customer comments", "Complaint ref"."""


def find_described(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that describes something: what that is, else that it describes it ("Description of work")."""
    described = find_at_edges(words[3:] if words[2] == "the" else words[2:])
    return described or (Heading(action_rank=DESCRIPTION_RANK) if words[0] in TELLING else None)


TELLING = DESCRIBERS - {"name", "title"}
"""Words that say more of a thing than what it is called."""


def find_number(words: tuple[str, ...]) -> Heading | None:
    """A ref, where a heading of a few words ends as one: "Complaint ref", "Minute no"."""
    return Heading(field=Field.REF) if words[-1] in NUMBERS and 1 < len(words) <= LONGEST_REF else None


LONGEST_REF = 4
NUMBERS = frozenset(["number", "id", "reference"])


def find_stated(words: tuple[str, ...]) -> Heading | None:
    """What a heading names before its first preposition: "Current status of implementation"."""
    start = next((index for index, word in enumerate(words) if word in PREPOSITIONS), 0)
    if 1 < start <= MOST_BEFORE and words[start - 1] == "action" and words[start] in ("from", "at"):
        return Heading(field=Field.ACTION)  # "Clerk's actions from the last meeting"
    stated = find_rule(words[:start], FIELD_HEADS)
    return stated if stated is not None and (stated.is_update or stated.field in STATED) else None


MOST_BEFORE = 3


def find_day_to_do(words: tuple[str, ...]) -> Heading | None:
    """A date by which something is to be done: "Fix by", "Quarter due"."""
    is_due = words[-1] == "due" and 1 < len(words) <= MOST_DUE_WORDS
    is_to_do = words[-1] == "by" and words[0] in IMPERATIVES
    return Heading(field=Field.TIMESCALE) if is_due or is_to_do else None


MOST_DUE_WORDS = 3


STATED = frozenset({Field.STATUS, Field.COMMENT, Field.OWNER, Field.TIMESCALE})


def asks_how_it_goes(words: tuple[str, ...]) -> bool:
    """Whether a heading is "How are we doing?" or "How is it going?", and no "How are we going to do it?"."""
    return words[0] == "how" and (words[-1] in ("doing", "going") or "getting" in words)


def find_by_first_word(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that begins with a word for a person or an action, or numbers what it is a list of."""
    if words[0] == "evidence" and 1 < len(words) <= LONGEST_REF and words[-1] not in ("status", "required"):
        return Heading(field=Field.EVIDENCE)  # "Evidence pointer"
    if words[0] in ASKING and not lexicon.EXISTING.isdisjoint(words):  # "What are you already doing?"
        return Heading(field=Field.EXTRA)
    is_who = words[0] == "who" and AFFECTED.isdisjoint(words)
    if is_who or (words[0] in LEADERS and len(words) <= 4):
        return Heading(field=Field.OWNER)
    is_told = words[0] in ASKING and not DOING_SO_FAR.isdisjoint(words)
    if is_told or asks_how_it_goes(words) or (words[0] == "where" and "we" in words):
        return Heading(is_update=True)
    is_action = words[0] == "action" and words[1:2] in (("to",), ("for",))
    return Heading(field=Field.ACTION) if is_action or (words[0] in ASKING and not DOING.isdisjoint(words)) else None


AFFECTED = frozenset("affected harmed benefit benefiting consulted informed know told audience".split())
"""What happens to people who need not act: "Who might be harmed?"."""
# "What action will be taken?", "What progress has been made?"
ASKING = frozenset(["what", "how"])
DOING = frozenset("action do doing done step take taken task achieved happen".split())
DOING_SO_FAR = frozenset("progress happened far".split())
LEADERS = frozenset("lead responsible accountable nominated designated named assigned".split())
PREPOSITIONS = frozenset("if of for on against towards to since from in with at made".split())
PERSONS = frozenset(["officer", "person", "people", "responsible"])
