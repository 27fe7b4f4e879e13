"""Statuses that a cell begins with and goes on to tell of: "Completed – the register went live in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peerxl.frozen import frozen
from peerxl.language.timescales.deadline import is_deadline, list_words
from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.status import DOUBTING, Status, Vocabulary, find_meaning, status_key, strip_box, strip_when
from peerxl.pattern import compile_late
from peerxl.reading.cells.written_dates import is_written_date
from peerxl.reading.headings.words import split_phrases

_END = compile_late(r"\s+[-–—]+\s*|[-–—]+\s+|\s*[–—:;.,([\n]\s*")
"""What stands between a status and what is told of it."""
_PRINTED = compile_late(
    r"(?P<word>[^()]+?) \((?:“(?P<quoted>[^”]+)”|(?P<beside>[^(),“”]+))(?:, Quarter [1-4][^()]*)?\)"
)
"""A status as our own paper prints it where the plan says more beside it."""
_JOINT = compile_late(r"\s*[/&+]\s*|\s+and\s+", re.IGNORECASE)
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
_NUMBER = compile_late(r"(?:[A-Z]{1,6}\W{0,2}|#)\d+")
"""A number that something is filed under: "PR #2268"."""
_PARTICIPLE = compile_late(
    r"\w+ed|sent|held|made|given|met|built|bought|paid|set|done|taken|written|seen|put|kept|begun|sold|laid|lit|shown",
    re.IGNORECASE,
)
LONGEST_WORDS = 3
FEWEST_WORDS = 4
"""How many words a sentence has, at least, that is sure to tell what was done."""


@frozen
class Told:
    """What a cell says of a status: the status, the cell's word for it, and what it goes on to tell ("report sent").

    ``own_words`` are the cell's own where the status alone would not say all of them, and they are no part of the
    story: "Delayed", which counts as in progress, and "Completed 28 October".
    """

    status: Status | None = None
    word: str = ""
    own_words: str = ""
    story: str = ""


NOT_TOLD = Told()


def find_told(text: str, vocabulary: Vocabulary) -> Status | None:
    """The status of a cell: the one that it is, else the one that it begins with, where what follows does not limit it.

    What follows an open one changes nothing; after a closed one it must be plain that it is so in all.
    """
    return read_told(text, vocabulary).status


def read_told(text: str, vocabulary: Vocabulary) -> Told:
    """The status of a cell, and what the cell says and tells of it beyond that."""
    text = fold_spaces(text)
    if (status := vocabulary.find(text)) is not None:
        return make_told(status, strip_when(text), text, "", vocabulary)
    if (bare := strip_box(text)) != text:  # an empty box doubts only what would be closed
        boxed = read_told(bare, vocabulary)
        return boxed if boxed.status and boxed.status.is_open else NOT_TOLD
    if not DOUBTING.isdisjoint(text):
        return NOT_TOLD
    if told := read_printed(text, vocabulary) or read_joined(text, vocabulary):
        return told
    for head, said, rest in cut_heads(text):
        status = vocabulary.find(head) or find_listed(head, vocabulary)
        if status is not None:
            is_ended = status_key(head) in ENDED and _ENDED_OTHERWISE.match(rest)
            is_left = leaves_closed(rest, status) or is_accepted(head, rest)
            is_plain = status.is_open or (is_left and not is_ended)
            return make_told(status, head, said, rest, vocabulary) if is_plain else NOT_TOLD
    return NOT_TOLD


def fold_spaces(text: str) -> str:
    """The lines of a text with one space for several, so that no pattern has to look for where they end."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if not line.isspace())


def read_printed(text: str, vocabulary: Vocabulary) -> Told | None:
    """What our own paper prints of a status beside which a cell says more, as the cell said it; None where it is none.

    It is "In progress (“Delayed”)", and "Completed (28 October, Quarter 1)".
    """
    printed = _PRINTED.fullmatch(text)
    if printed is None:
        return None
    quoted, beside = printed["quoted"], printed["beside"]
    told = read_told(quoted or f"{printed['word']} {beside}", vocabulary)
    is_same = told.status is not None and told.status == vocabulary.find(printed["word"])
    return told if is_same and told.own_words and not told.story else None


def read_joined(text: str, vocabulary: Vocabulary) -> Told | None:
    """What statuses say that are joined: "Completed / closed" the one thing that both mean, nothing if they differ."""
    parts = _JOINT.split(text)
    found = [vocabulary.find(part) or find_listed(part, vocabulary) for part in parts]
    if len(parts) < 2 or None in found:
        return None
    first = found[0]
    return make_told(first, parts[0], text, "", vocabulary) if first and found.count(first) == len(found) else NOT_TOLD


def make_told(status: Status, word: str, said: str, rest: str, vocabulary: Vocabulary) -> Told:
    """What is told by a cell's word for a status, by what it says before the story begins, and by the rest."""
    # Our own paper puts words that nobody has explained in quotation marks.
    word, said = (" ".join(each.split()).strip('“”"').rstrip(" .") for each in (word, said))
    is_all = said == word and not vocabulary.says_more(word, status)
    return Told(status, word, "" if is_all else said, tidy_story(rest))


def leaves_closed(rest: str, status: Status) -> bool:
    """Whether what a cell goes on to tell of a closed status leaves it closed in all, and as it was.

    That is a date, a number, a few words that end with what was done ("report sent") or a sentence: none of them with a
    word that may limit it, or a status of another meaning.
    """
    if limits(rest) or is_to_be_done(rest):
        return False
    if rest.strip(EDGES).casefold() in CONFIRMED:
        return True
    words = rest.split()
    link = words[0].casefold() if words else ""
    after = skip_date(words[link in _LINKS[False] :])
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
    if _NUMBER.fullmatch(" ".join(words)):
        return True
    is_referred = len(words) == 1 or words[0].casefold() in REFERRING or words[-2].casefold() in RECORDS
    return is_referred and bool(_NUMBER.fullmatch(words[-1]))


def tells_done(words: Sequence[str]) -> bool:
    """Whether a few words say what was done: "report sent", "submitted Apr 14", "moored to the quay"."""
    if len(words) > 2 and words[1].casefold() in COMPLEMENTS and _PARTICIPLE.fullmatch(words[0]):
        return words[0].casefold() not in LEFT_OPEN and not any(map(str.isdigit, "".join(words)))
    dates = [count for count in range(1, len(words)) if is_day_or_month(" ".join(words[count:]))]
    told = words[: dates[0]] if dates else words
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
    return bool(_LIMITS.search(text))


def tidy_story(rest: str) -> str:
    """What is told of a status, without brackets around all of it and the stop after it."""
    story = rest.strip(" .;").lstrip("–—- ")
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


def cut_heads(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to cut a cell at a sign, before a date or a word that goes on.

    Each gives a word for a status, that word with a date after it, and what is told of it.
    """
    end = _END.search(text, 1)
    if end is not None and end.end() < len(text):
        yield text[: end.start()], text[: end.start()], text[end.end() :]
    words = text.split()
    for count in range(min(LONGEST_WORDS, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        if head.endswith(JOINTS):
            continue
        if (after := skip_date(words[count:])) is not None:
            yield head, " ".join(words[: len(words) - len(after.split())]), after
        meaning = find_meaning(head)
        if meaning is not None and words[count].casefold() in _LINKS[meaning.is_open]:
            yield head, head, rest


def skip_date(words: Sequence[str]) -> str | None:
    """What follows a date that some words begin with; None where they begin with none."""
    heads = (" ".join(words[:end]).strip("(),.;:") for end in range(1, LONGEST_DATE + 1))
    lengths = [end for end, head in enumerate(heads, 1) if is_day_or_month(head)]
    return " ".join(words[lengths[-1] :]) if lengths else None


def is_day_or_month(text: str) -> bool:
    return text.casefold() in MONTHS or (is_written_date(text) and bool(_DATED.search(text)))


JOINTS = ("/", "&", "+")
LONGEST_DATE = 3


def begins_with_status(text: str) -> bool:
    """Whether a cell is, or begins with, a word of which it is beyond doubt whether it is open or closed."""
    text = fold_spaces(text)
    return any(find_meaning(head) is not None for head in (text, *(head for head, _, _ in cut_heads(text))))


def mark_off_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or have one before a sign: "Completed – it went live"."""
    told = [text for text in texts if any(map(find_meaning, (text, cut_story(text))))]
    return bool(told) and 2 * len(told) >= len(texts)


def cut_story(text: str) -> str:
    """What a cell says before a sign that a story may follow: "Completed" of "Completed – it went live"."""
    text = fold_spaces(text)
    return text[: end.start()] if (end := _END.search(text, 1)) else text


def tell_statuses(texts: Sequence[str]) -> bool:
    """Whether half of the cells of a column are statuses or begin with one, and are told of in the rest."""
    told = [text for text in texts if begins_with_status(text)]
    return bool(told) and 2 * len(told) >= len(texts)
