"""Statuses that a cell begins with and goes on to tell of: "Completed – the register went live in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from peerxl.language.timescales import read_timescale
from peerxl.language.timescales.deadline import is_deadline, list_words
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.fiscal import FiscalQuarter, YearConvention
from peerxl.model.status import DOUBTING, Status, Vocabulary, find_meaning, status_key
from peerxl.model.timescale import Milestone
from peerxl.pattern import compile_late
from peerxl.reading.cells.profile import is_written_date

_END = compile_late(r"\s+[-–—]+\s*|[-–—]+\s+|\s*[–—:;.,([\n]\s*")
"""What stands between a status and what is told of it."""
_LINKS = {
    True: frozenset("as with and due until to by for in on at since because following from".split()),
    False: frozenset("in on at by".split()),
}
"""The words that go on without a sign after an open status and a closed one."""
_LIMITS = compile_late(
    r"\b(?:except\w*|bar|minus|excl\w*|without|but|however|although|unless|if|apart from|other than|pending|await\w*"
    r"|remain\w*|rest|others?|still|yet|no|not|none|never|nothing|nobody|false|cannot|partial\w*|partly|part"
    r"|outstanding|on-?going|in progress|under ?way|continu\w*|next|to be|to do|to follow|will|needs?|needed|further"
    r"|re-?open\w*|reinstat\w*|until|subject to|phase|stage|pilot\w*|first|initial\w*|only|some|most|mostly|mainly"
    r"|largely|nearly|almost|draft|interim|provisional\w*|due|expect\w*|target\w*|plan|planned|un\w+ed|incomplete"
    r"|monitor\w*|review|half|fail\w*|reject\w*|refus\w*|cancel\w*|withdrawn|duplicate\w*|supersed\w*|replaced"
    r"|revers\w*|overturn\w*|revok\w*|rescind\w*|defer\w*|delay\w*|postpon\w*|paus\w*"
    r"|tolerat\w*|risks? (?:\w+ )?accepted|accept\w* (?:the |this )?risks?"
    r"|\d+ ?(?:of|out of|/) ?\d+)\b|n't\b|%",
    re.IGNORECASE,
)
"""Words that leave it open whether what is called closed is so in all."""
_ENDED_OTHERWISE = compile_late(
    r"[\W_]*(?:(?:now|has been|been|was|is|action|actions|item|risk|issue|to be|this|and|as|it) )*"
    r"(?:moved|transferred|merged|incorporated|absorbed|combined|folded|rolled|carried|escalated|converted|passed to"
    r"|re-?assigned|re-?allocated|parked|abandoned|obsolete|lapsed|expired|void|out of scope|overtaken)\b",
    re.IGNORECASE,
)
"""What may be told of an action that is closed and was not carried out."""
ENDED = frozenset("closed closedout".split())
"""The words that say that an action is over, and not that it is done."""
_DATED = compile_late(r"[a-z]|\d[./-]\d+[./-]\d", re.IGNORECASE)
"""What a date has and a share has not: "2/5" may be two of five."""
_NUMBER = compile_late(r"(?:[A-Z]{1,6}\W{0,2}|#)\d+")
"""A number that something is filed under: "PR #2268"."""
_PARTICIPLE = compile_late(
    r"\w+ed|sent|held|made|given|met|built|bought|paid|set|done|taken|written|seen|put|kept|begun|sold|laid|lit|shown",
    re.IGNORECASE,
)
LONGEST_WORDS = 3
FEWEST_WORDS = 4
"""How many words a sentence has, at least, that is sure to tell what was done."""


def find_told(text: str, vocabulary: Vocabulary) -> Status | None:
    """The status of a cell: the one that it is, else the one that it begins with, where what follows does not limit it.

    What follows an open one changes nothing; after a closed one it must be plain that it is so in all.
    """
    return read_told(text, vocabulary)[0]


def read_told(text: str, vocabulary: Vocabulary) -> tuple[Status | None, str]:
    """The status of a cell, and what the cell goes on to tell of it."""
    if (status := vocabulary.find(text)) is not None or not DOUBTING.isdisjoint(text):
        return status, ""
    for head, rest in cut_heads(text):
        status = vocabulary.find(head) or find_listed(head, vocabulary)
        if status is not None:
            is_ended = status_key(head) in ENDED and _ENDED_OTHERWISE.match(rest)
            is_plain = status.is_open or (leaves_closed(rest, status) and not is_ended)
            return (status, tidy_story(rest)) if is_plain else (None, "")
    return None, ""


def is_closed_ahead(text: str, vocabulary: Vocabulary, quarter: FiscalQuarter, years: YearConvention) -> bool:
    """Whether a cell calls closed, of a day after a quarter, what is not so yet then: "Completed May 2027".

    A year is too long to say so, and a date among more words may be of anything.
    """
    heads = (text, *(head for head, _ in cut_heads(text)))
    status = next(filter(None, map(vocabulary.find, heads)), None)
    if status is None or status.is_open or status_key(text) == status_key(status.word):
        return False
    return any(
        len(dated.label.split()) <= FEWEST_WORDS and is_after(dated, quarter.last_day)
        for dated in read_timescale(text, years).milestones
    )


def is_after(dated: Milestone, day: date) -> bool:
    """Whether a day, a month or a quarter begins, or else ends, after a day."""
    first, last = dated.start_date, dated.end_date
    is_short = first is None or (last is not None and (last - first).days < DAYS_OF_QUARTER)
    begins = first or last
    return is_short and begins is not None and begins > day


DAYS_OF_QUARTER = 93


def leaves_closed(rest: str, status: Status) -> bool:
    """Whether what a cell goes on to tell of a closed status leaves it closed in all, and as it was.

    That is a date, a number, a few words that end with what was done ("report sent") or a sentence: none of them with a
    word that may limit it, or a status of another meaning.
    """
    if limits(rest) or is_to_be_done(rest):
        return False
    words = rest.split()
    link = words[0].casefold() if words else ""
    after = skip_date(words[link in _LINKS[False] :])
    if after is None and link in SCOPES:  # "in Wales" is not everywhere
        return False
    words = (rest if after is None else after).strip(" ()[].,;:–—-").split()
    if not words:
        return True
    heads = [" ".join(words[:count]) for count in (len(words), 2, 1)]
    meaning = next(filter(None, map(find_meaning, heads)), None)
    if words[0].casefold() in SCOPES or (meaning and meaning.canonical != status.canonical):
        return False
    is_short = len(words) < FEWEST_WORDS and not tells_done(words)
    return not is_short or bool(meaning) or is_filed(words) or words[0].casefold() == "by"


def is_to_be_done(rest: str) -> bool:
    """Whether a time to be done by is told before anything that was done: "by March", "all sites by Q3"."""
    words = list_words(rest)
    done = next((index for index, word in enumerate(words) if _PARTICIPLE.fullmatch(word)), len(words))
    return any(is_deadline(words[index:]) for index in range(done))


def is_filed(words: Sequence[str]) -> bool:
    """Whether a few words say under what number a thing is filed: "PR #2268", "see A12", "design decision DEC-002"."""
    if _NUMBER.fullmatch(" ".join(words)):
        return True
    is_referred = len(words) == 1 or words[0].casefold() in REFERRING or words[-2].casefold() in RECORDS
    return is_referred and bool(_NUMBER.fullmatch(words[-1]))


def tells_done(words: Sequence[str]) -> bool:
    """Whether a few words say what was done: "report sent", "submitted Apr 14"."""
    dates = [count for count in range(1, len(words)) if is_day_or_month(" ".join(words[count:]))]
    told = words[: dates[0]] if dates else words
    return (len(told) > 1 or bool(dates)) and bool(_PARTICIPLE.fullmatch(told[-1]))


REFERRING = frozenset("via per see under ref reference".split())
RECORDS = frozenset("decision minute resolution ticket commit change request record case".split())
"""What is filed under a number of its own, which says why or where a thing was done, and not how much of it."""
SCOPES = frozenset("for in at of to on".split())
"""The words that say of what, where or for whom something holds."""


def limits(text: str) -> bool:
    """Whether a text has a word or a share that leaves it open whether what is called closed is so in all."""
    return bool(_LIMITS.search(text))


def tidy_story(rest: str) -> str:
    """What is told of a status, without brackets around all of it and the stop after it."""
    story = rest.strip(" .;")
    for opening, closing in ("()", "[]"):
        if story.count(closing) > story.count(opening):  # the cut took the opening one away
            story = f"{opening}{story}"
        if story.startswith(opening) and story.find(closing) == len(story) - 1:
            return story[1:-1].strip()
    return story


def find_listed(head: str, vocabulary: Vocabulary) -> Status | None:
    """The plan's word for what a word means, where it has one: its own "Open" for "OPEN"."""
    meaning = find_meaning(head)
    return vocabulary.find(meaning.word) if meaning and meaning.word else None


def cut_heads(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a cell into a status and what is told of it: at a sign, before a date or a word that goes on."""
    end = _END.search(text, 1)
    if end is not None and end.end() < len(text):
        yield text[: end.start()], text[end.end() :]
    words = text.split()
    for count in range(min(LONGEST_WORDS, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if (after := skip_date(words[count:])) is not None:
            yield head, after
        meaning = find_meaning(head)
        if meaning is not None and words[count].casefold() in _LINKS[meaning.is_open]:
            yield head, rest


def skip_date(words: Sequence[str]) -> str | None:
    """What follows a date that some words begin with; None where they begin with none."""
    heads = (" ".join(words[:end]).strip("(),.;:") for end in range(1, LONGEST_DATE + 1))
    lengths = [end for end, head in enumerate(heads, 1) if is_day_or_month(head)]
    return " ".join(words[lengths[-1] :]) if lengths else None


def is_day_or_month(text: str) -> bool:
    return text.casefold() in MONTHS or (is_written_date(text) and bool(_DATED.search(text)))


LONGEST_DATE = 3


def begins_with_status(text: str) -> bool:
    """Whether a cell is, or begins with, a word of which it is beyond doubt whether it is open or closed."""
    return any(find_meaning(head) is not None for head in (text, *(head for head, _ in cut_heads(text))))


def mark_off_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or have one before a sign: "Completed – it went live"."""
    heads = ((text, text[: end.start()] if (end := _END.search(text, 1)) else text) for text in texts)
    told = [each for each in heads if any(map(find_meaning, each))]
    return bool(told) and 2 * len(told) >= len(texts)


def tell_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or begin with one, and are told of in the rest."""
    told = [text for text in texts if begins_with_status(text)]
    return bool(told) and 2 * len(told) >= len(texts)
