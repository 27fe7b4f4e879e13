"""What a cell goes on to tell of an action that it calls closed: whether that leaves it closed in all, and done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerxl.language.timescales.deadline import is_deadline, list_words
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.status import Status, find_meaning, status_key
from peerxl.pattern import compile_late
from peerxl.reading.cells.written_dates import is_written_date
from peerxl.reading.headings.words import split_phrases

_LIMITS = compile_late(
    r"\b(?:except\w*|bar|minus|excl\w*|without|but|however|although|unless|if|apart from|other than|pending|await\w*"
    r"|remain\w*|rest|others?|still|yet|no|not|none|never|nothing|nobody|false|cannot|partial\w*|partly|part"
    r"|outstanding|on-?going|in progress|under ?way|continu\w*|next|to be|to do|to follow|will|needs?|needed|further"
    r"|re-?open\w*|reinstat\w*|until|subject to|phase|stage|pilot\w*|first|initial\w*|only|some|most|mostly|mainly"
    r"|largely|nearly|almost|draft|interim|provisional\w*|due|expect\w*|target\w*|plan|planned|un\w+ed|incomplete"
    r"|monitor\w*|review|half|fail\w*|reject\w*|refus\w*|cancel\w*|withdrawn|duplicate\w*|supersed\w*|replaced"
    r"|in principle|revers\w*|overturn\w*|revok\w*|rescind\w*|defer\w*|delay\w*|postpon\w*|paus\w*"
    r"|tolerat\w*|risks? (?:\w+ )?accepted|accept\w* (?:the |this )?risks?"
    r"|(?<!/)\d+ ?(?:of|out of|/) ?\d+(?! ?/ ?\d))\b|n't\b|%",
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
_NUMBER = compile_late(r"(?:[A-Z]{1,6}\W{0,2}|#)\d+|(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}")
"""A number that something is filed under: "PR #2268", or that of a change to a program: "e402f3d"."""
_FIGURES = r"\d+(?:[/.-]\d+)*(?: ?\([a-z]{1,4}\)?)?"
_MINUTED = compile_late(
    rf"(?:(?:see|per|as per|under) )?(?:the )?(?:minutes?|min|resolution|res)\.? (?:no\.? ?|ref\.? ?)?{_FIGURES}"
    rf"|(?:see|per|as per|under) (?:the )?(?:agenda )?(?:item|para(?:graph)?|page|section|appendix) {_FIGURES}",
    re.IGNORECASE,
)
"""Where papers speak of a thing: "see minute 25/006", "see item 4"."""
_PARTICIPLE = compile_late(
    r"\w+ed|sent|held|made|given|met|built|bought|paid|set|done|taken|written|seen|put|kept|begun|sold|laid|lit|shown",
    re.IGNORECASE,
)
_ON_AGENDA = compile_late(
    r"(?:now )?on (?:the |this |today['’]s )?(?:meeting )?agenda"
    r"(?: (?:as |under |at )?item \S+| for (?:this|today['’]s) meeting)?",
    re.IGNORECASE,
)
"""What is told of an action that was to bring something to the meeting at which it is reported."""
FEWEST_WORDS = 4
"""How many words a sentence has, at least, that is sure to tell what was done."""


AFTER_CLOSED = frozenset("in on at by".split())
"""The words that go on without a sign after a status that is closed."""


def holds_closed(word: str, rest: str, status: Status) -> bool:
    """Whether a closed status holds in all after what a cell goes on to tell; ``word`` is the cell's own for it."""
    is_ended = status_key(word) in ENDED and _ENDED_OTHERWISE.match(rest) is not None
    return not is_ended and (leaves_closed(rest, status) or is_accepted(word, rest))


def leaves_closed(rest: str, status: Status) -> bool:
    """Whether what a cell goes on to tell of a closed status leaves it closed in all, and as it was.

    That is a date, a number, a few words that end with what was done ("report sent") or a sentence: none of them with a
    word that may limit it, or a status of another meaning.
    """
    if limits(rest) or is_to_be_done(rest):
        return False
    if rest.strip(EDGES).casefold() in CONFIRMED or _ON_AGENDA.fullmatch(rest.strip(EDGES)):
        return True
    words = rest.split()
    link = words[0].casefold() if words else ""
    after = skip_date(words[link in AFTER_CLOSED :])
    if after is None and link in SCOPES:  # "in Wales" is not everywhere
        return False
    words = (rest if after is None else after).strip(EDGES).split()
    if not words:
        return True
    heads = [" ".join(words[:count]) for count in (len(words), 2, 1)]
    meaning = next(filter(None, map(find_meaning, heads)), None)
    if words[0].casefold() in SCOPES or (meaning and meaning.canonical != status.canonical):
        return False
    is_short = len(words) < FEWEST_WORDS and not tells_done(words)
    return not is_short or bool(meaning) or is_filed(words) or words[0].casefold() == "by"


EDGES = " ()[].,;:–—-"


def is_accepted(head: str, rest: str) -> bool:
    """Whether all that is told of what was done is that it was accepted; of what was closed, that may be a risk."""
    return status_key(head) in CARRIED_OUT and rest.strip(EDGES).casefold() in ("accepted", "approved")


CARRIED_OUT = frozenset("done complete completed finished delivered implemented actioned".split())


def is_to_be_done(rest: str) -> bool:
    """Whether a time to be done by is told before anything that was done: "by March", "all sites by Q3"."""
    words = list_words(rest)
    done = next((index for index, word in enumerate(words) if _PARTICIPLE.fullmatch(word)), len(words))
    return any(is_deadline(words[index:]) for index in range(done))


def is_filed(words: Sequence[str]) -> bool:
    """Whether a few words say under what number a thing is filed: "PR #2268", "see A12", "design decision DEC-002"."""
    if _NUMBER.fullmatch(" ".join(words)) or _MINUTED.fullmatch(" ".join(words)):
        return True
    is_referred = len(words) == 1 or words[0].casefold() in REFERRING or words[-2].casefold() in RECORDS
    return is_referred and bool(_NUMBER.fullmatch(words[-1]))


def tells_done(words: Sequence[str]) -> bool:
    """Whether a few words say what was done: "report sent", "submitted Apr 14", "moored to the quay"."""
    if len(words) > 2 and words[1].casefold() in COMPLEMENTS and _PARTICIPLE.fullmatch(words[0]):
        return words[0].casefold() not in LEFT_OPEN and not any(map(str.isdigit, "".join(words)))
    dates = [count for count in range(1, len(words)) if is_day_or_month(" ".join(words[count:]))]
    told = words[: dates[0]] if dates else words
    if len(told) > 1 and dates and told[-1].casefold() in AFTER_CLOSED:  # "sent on 3 May"
        return bool(_PARTICIPLE.fullmatch(told[-2])) and told[-2].casefold() not in LEFT_OPEN
    return (len(told) > 1 or bool(dates)) and bool(_PARTICIPLE.fullmatch(told[-1]))


CONFIRMED = frozenset(
    split_phrases("""
        early, late, on time, on schedule, ahead of time, ahead of schedule, within budget, on budget, verified,
        confirmed, evidenced, signed off, sent out, set up, carried out, rolled out
    """)
)
"""What says that something is done, or when, and nothing of how much of it."""
COMPLEMENTS = frozenset("to into onto by with via through from".split())
"""The words after what was done that do not say where alone it was done, as "in" and "for" may."""
LEFT_OPEN = frozenset(
    "moved merged transferred carried passed handed escalated referred rolled combined absorbed subsumed incorporated "
    "included reassigned reallocated folded redirected returned added linked tied left put held kept drafted begun "
    "removed deleted taken stopped halted blocked dropped abandoned scrapped declined denied opposed objected vetoed "
    "challenged appealed downgraded lost".split()
)
"""What may be done with an action itself, before it is done or against it."""
REFERRING = frozenset("via per see under ref reference".split())
RECORDS = frozenset("decision minute resolution ticket commit change request record case".split())
"""What is filed under a number of its own, which says why or where a thing was done, and not how much of it."""
SCOPES = frozenset("for in at of to on".split())
"""The words that say of what, where or for whom something holds."""


def limits(text: str) -> bool:
    """Whether a text has a word or a share that leaves it open whether what is called closed is so in all."""
    return bool(_LIMITS.search(_DAY_AND_MONTH.sub(drop_day, _MINUTED.sub("", text))))


def drop_day(found: re.Match[str]) -> str:
    """Nothing in the place of a day and a month, of which the first number is the higher; what may be a share."""
    return "" if is_day_and_month(found) else found[0]


def is_day_and_month(found: re.Match[str]) -> bool:
    """Whether two numbers with a stroke between can be no share of something: "14/9"."""
    return int(found[1]) > int(found[2])


_DAY_AND_MONTH = compile_late(r"(?<![\d/])(3[01]|[12]?\d)/(1[0-2]|0?[1-9])(?![\d/])")


def skip_date(words: Sequence[str]) -> str | None:
    """What follows a date that some words begin with; None where they begin with none."""
    heads = (" ".join(words[:end]).strip("(),.;:") for end in range(1, LONGEST_DATE + 1))
    lengths = [end for end, head in enumerate(heads, 1) if is_day_or_month(head)]
    return " ".join(words[lengths[-1] :]) if lengths else None


def is_day_or_month(text: str) -> bool:
    short = _DAY_AND_MONTH.fullmatch(text)
    is_short = short is not None and is_day_and_month(short)
    return is_short or text.casefold() in MONTHS or (is_written_date(text) and bool(_DATED.search(text)))


LONGEST_DATE = 3
