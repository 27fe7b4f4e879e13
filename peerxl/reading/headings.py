"""What a column heading says: the words councils use for each field, as data, and how a heading is held against them.

A heading is matched whole, then part by part ("Timescale/Due date", "Milestones/Actions"), then by its last words
("LGA peer recommendation") and its first ("Officer responsible for delivery"): whole beats part beats end beats start.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from peerxl.language.timescales import parse_timescale, read_year
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import APRIL, FiscalYear
from peerxl.model.layout import Field
from peerxl.text import one_line

LONGEST_HEADING = 120

# "Update" and its like are a status in one council and a comment in the next: the column's cells decide.
UPDATE_WORDS = """
update, updates, progress, progress update, position, current position, latest position, progress report,
status update, status and progress, progress status, status comments, quarterly update, update on progress
"""

# A plan without an action column has its actions in the first of these, then in the first of the others.
TASK_WORDS = ("task", "milestone", "mitigation", "control", "resolution", "deliverable", "commitment", "response")
TOPIC_WORDS = ("recommendation", "issue", "finding", "risk", "assumption", "dependency", "description", "summary")

WORDS: dict[Field, str] = {
    Field.ACTION: """
        action, actions, agreed action, agreed actions, proposed action, proposed actions, key action, key actions,
        action required, actions required, required action, required actions, management action,
        management actions, action to be taken, actions to be taken, action point, action points, what we will do,
        what will we do, how we will do it, activity, activities, key activity, key activities, action description,
        description of action, improvement action, improvement actions, planned action, planned actions,
        action needed, next step, next steps, agreed management action, what needs to be done
        """,
    Field.THEME: """
        theme, themes, key theme, workstream, work stream, strand, priority, priorities, priority area,
        key priority, objective, objectives, strategic objective, pillar, aim, area for improvement, focus area,
        area of focus, improvement area, outcome area, section
        """,
    Field.RECOMMENDATION: """
        recommendation, recommendations, peer recommendation, peer review recommendation, key recommendation,
        lga recommendation, audit recommendation, recommendation text, agreed recommendation
        """,
    Field.TIMESCALE: """
        timescale, timescales, time scale, due date, due, due by, date due, target date, target, by when, when,
        deadline, completion date, target completion date, target completion, expected completion,
        expected completion date, date for completion, date of completion, planned completion date, timeline,
        timelines, timetable, timeframe, time frame, end date, finish date, implementation date,
        target implementation date, delivery date, delivery timescale, revised date, revised due, revised due date,
        revised target date, revised timescale, current timescale, current due date, revised completion date,
        revised deadline, new date, agreed date, to be completed by, complete by, date, finish, due quarter,
        target resolution date, resolution date, target quarter, planned end date, revised end date,
        estimated completion date, estimated completion
        """,
    Field.ORIGINAL_TIMESCALE: """
        original timescale, original due, original due date, original target date, original date,
        original deadline, original completion date, original target, baseline date, original end date,
        original implementation date
        """,
    Field.OWNER: """
        officer, officers, owner, owners, lead, leads, lead officer, lead officers, director/ad, director,
        directors, responsible, responsible officer, responsible officers, responsibility, responsible person,
        person responsible, persons responsible, people responsible, who, by whom, assigned to, assignee,
        action owner, action owners, risk owner, accountable, accountable officer, accountability, named officer,
        lead director, sro, senior responsible officer, senior responsible owner, head of service, action by,
        led by, service lead, lead person, delivery lead, project lead, resourcing, who is responsible,
        responsible lead, lead service, lead team, responsible team, responsible service, lead responsibility,
        actioned by, officer responsible, owner/lead, lead name, staff responsible, responsible manager, manager
        """,
    Field.STATUS: """
        status, current status, action status, rag, rag status, rag rating, brag, brag status, brag rating, state,
        complete?, completed?, completed, complete, completion status, delivery status, overall status,
        progress rag, open/closed, status rag, overall rag, delivery confidence
        """,
    Field.COMMENT: """
        comment, comments, commentary, narrative, remarks, notes, note, latest update, progress to date,
        officer comments, progress comments, progress commentary, supporting commentary, update comments,
        update comment, progress notes, progress made, latest progress, comments/progress, progress/comments,
        comments/update, update/comments, current position and comments, detail of progress, what has been done,
        action taken, actions taken, resolution, supporting narrative, summary of progress, update notes
        """,
    Field.EVIDENCE: """
        evidence, evidence of completion, supporting evidence, evidence of progress, link to evidence,
        evidence/link, evidence provided, documents, evidence of impact
        """,
    Field.REF: """
        ref, reference, ref no, reference number, ref number, no, number, #, id, item, item no, item number,
        action ref, action no, action number, action id, action reference, key, rec no, rec ref,
        recommendation number, recommendation no, recommendation ref, serial, serial no, s/n, sn, row, unique id,
        unique ref, line, issue no, risk id, risk ref, risk no, task id, task no, issue id
        """,
    Field.EXTRA: """
        start date, start, date raised, raised, date opened, opened, date completed, completed date, date closed,
        closed date, actual completion date, actual completion, actual end date, date of update, last updated,
        date updated, review date, next review, date of last review, lead member, portfolio holder, cabinet member,
        portfolio, category, categories, type, impact, likelihood, probability, severity, score, risk score,
        rating, cost, budget, resources, resource, resource implications, success measure, success measures,
        success criteria, measure of success, measures of success, outcome, outcomes, expected outcome,
        intended outcome, kpi, kpis, output, outputs, impact measure, priority level, source, support,
        supported by, supporting officer, supporting officers, partners, duration, predecessor, predecessors,
        strategy, reporter, raised by, created, source of recommendation, source of action, committee, meeting,
        meeting date, page, paragraph
        """,
}

_MAY_NAME_QUARTER = re.compile(rf"\d|quarter|{'|'.join(MONTHS)}", re.IGNORECASE)
_QUARTER_OR_YEAR = re.compile(r"\bq(?:uarter|tr)?\b|\bq\d|\d{2,4}", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[[ivxlcdm\d]{1,5}\]|[*†‡§¹²³⁰-⁹]+|\((?:[ivx]{1,4}|\d{1,2})\)")
# "Last update" is the latest one; "last quarter" is the one before.
_PREVIOUS = re.compile(r"\b(?:previous|prior|preceding|last (?:quarter|period|time|month))\b")
_BRACKET = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"\s*(?:/|,|&|\+|\band\b|\bor\b)\s*")
_EDGE = " .:;-–—_?!\"'“”‘’"


@dataclass(frozen=True, slots=True)
class QuarterName:
    """A quarter as a heading names it: with its year, or with None for the year the plan will say.

    ``last_day`` is that of the period named, which of two months of one quarter tells the later.
    """

    number: int
    year: int | None = None
    last_day: date | None = dataclasses.field(default=None, compare=False)


PREVIOUS = QuarterName(0)
"""The quarter before the one reported, as in "Previous update"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: a field, or that its cells must say whether it is a status or a comment (``is_update``).

    ``year`` is the fiscal year a band over quarters names, by the calendar year it starts in.
    """

    key: str
    field: Field | None = None
    is_update: bool = False
    quarter: QuarterName | None = None
    year: int | None = None

    @property
    def is_known(self) -> bool:
        return self.field is not None or self.is_update or is_action_word(self.key)


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading without what does not change it: case, spaces, footnote marks, what stands in a later bracket."""
    text = _FOOTNOTE.sub(" ", one_line(text).casefold().replace("(s)", ""))
    whole = " ".join(text.split()).strip(_EDGE)
    return " ".join(whole.split("(")[0].split()).strip(_EDGE) or whole


def _table(words: dict[Field, str]) -> dict[str, Field]:
    return {
        phrase.strip(): field for field, phrases in words.items() for phrase in " ".join(phrases.split()).split(",")
    }


FIELDS = _table(WORDS)
UPDATES = frozenset(phrase.strip() for phrase in " ".join(UPDATE_WORDS.split()).split(","))


@lru_cache(maxsize=4096)
def read_heading(text: str, first_month: int = APRIL) -> Heading:
    """What a heading says; a Heading that is not known where it says nothing to us."""
    if not text.strip() or len(text) > LONGEST_HEADING:
        return Heading("")
    key = heading_key(text)
    field, is_update = find_field(key)
    if field is not None and field not in (Field.STATUS, Field.COMMENT):
        return Heading(key, field)
    if (field or is_update) and _PREVIOUS.search(key):
        return Heading(key, field, is_update, PREVIOUS)
    quarter, rest = split_quarter(one_line(text), first_month) if _MAY_NAME_QUARTER.search(text) else (None, "")
    if quarter is None:
        year = read_year(key, first_month) if key[:1].isdigit() or key.startswith("fy") else None
        return Heading(key, field, is_update, year=year.start if year else None)
    rest_key = heading_key(rest)
    # "Q3 2023/24" alone is that quarter's update; "Jan" alone is a bar of a chart.
    field, is_update = find_field(rest_key) if rest_key else (None, bool(_QUARTER_OR_YEAR.search(text)))
    return Heading(key, field, is_update, quarter) if field or is_update else Heading(key)


def find_field(key: str) -> tuple[Field | None, bool]:
    """The field a heading's key means, and whether it is one of the update words."""
    words = key.split()
    whole, *parts = (look_up(phrase) for phrase in (key, *split_parts(key)))
    ends = (" ".join(words[start:]) for start in range(1, len(words)))
    starts = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
    inside = [look_up(phrase) for phrase in (*ends, *starts) if phrase not in NOT_A_PART] if len(words) <= 8 else []
    if whole != NOTHING:
        return whole
    meanings = [meaning for meaning in (*parts, *inside) if meaning != NOTHING]
    # "Milestones/Actions" is about actions though milestones alone may be something else.
    return next((meaning for meaning in meanings if meaning[0] is not Field.EXTRA), (meanings or [NOTHING])[0])


NOTHING: tuple[None, bool] = (None, False)


def look_up(phrase: str) -> tuple[Field | None, bool]:
    """What a phrase means as it stands."""
    return (None, True) if phrase in UPDATES else (FIELDS.get(phrase), False)


# Words that mean a field alone and something else inside a longer heading ("Date of meeting", "No further action").
NOT_A_PART = frozenset(
    "date no number line row page item key id state due when who target note source type raised start "
    "complete completed lead manager director line section area".split()
)


def split_parts(key: str) -> tuple[str, ...]:
    """The parts of a heading with two names: a heading is the first of them that is known."""
    parts = tuple(part.strip(_EDGE) for part in _PART.split(key))
    return parts if len(parts) > 1 else ()


def is_action_word(key: str) -> bool:
    """Whether the heading can head the actions where none is called so."""
    return action_rank(key) is not None


def action_rank(key: str) -> int | None:
    """How good a heading is for the actions of a plan that has no action column; lower is better."""
    forms = {
        form for phrase in (key, *split_parts(key), *key.split()[-1:]) for form in (phrase, phrase.removesuffix("s"))
    }
    ranks = [rank for rank, word in enumerate((*TASK_WORDS, *TOPIC_WORDS)) if word in forms]
    return ranks[0] if ranks else None


def split_quarter(text: str, first_month: int) -> tuple[QuarterName | None, str]:
    """The quarter a heading names and the words beside it; no quarter where it names none, or more than one.

    The longest run of words at the heading's end, else at its beginning or within brackets, that is a period and
    nothing else: "Progress March 23", "Q3 2023/24 update", "Current position (Sept 2023)".
    """
    words = text.split()
    ends = [(" ".join(words[index:]), " ".join(words[:index])) for index in range(len(words))]
    starts = [(" ".join(words[:index]), " ".join(words[index:])) for index in range(len(words) - 1, 0, -1)]
    within = [(inner, text.replace(f"({inner})", " ")) for inner in _BRACKET.findall(text)]
    for period, rest in (*ends, *starts, *within):
        if quarter := read_quarter_name(period.strip(_EDGE + "(),"), first_month):
            return quarter, rest
    return None, text


def read_quarter_name(period: str, first_month: int) -> QuarterName | None:
    """The one quarter that a period lies in, where the words are that period and nothing else."""
    for year in (None, FiscalYear(2000, first_month)):  # a quarter without a year needs one to be read
        reading = parse_timescale(period, year, first_month=first_month)
        if len(reading.milestones) == 1 and not reading.milestones[0].label:
            milestone = reading.milestones[0]
            if milestone.end is not None and (milestone.start or milestone.end) == milestone.end:
                start_year = None if year else milestone.end.start_year
                return QuarterName(milestone.end.number, start_year, milestone.end_date)
    return None
