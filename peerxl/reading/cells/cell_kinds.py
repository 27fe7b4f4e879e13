"""What the words of a single cell are, whatever its heading: something to do, a code, an address, a quantity."""

from __future__ import annotations

import re
from functools import lru_cache

from peerxl.pattern import compile_late
from peerxl.reading.cells.written_dates import says_how_long_ago
from peerxl.reading.headings.cell_words import AFTER_NOUNS, IMPERATIVES, NOUNS_AS_WELL, UNDERWAY, VERDICTS, YES_OR_NO

LONGEST_CODE = 14
MOST_CODE_WORDS = 2
LONGEST_WORDLESS = 20
MOST_DIGITS = 8
"""A telephone number has more."""
LOOKED_AT, LONGEST_OPENING = 60, 200
"""How many letters of a text show how it begins, and with what a resolution does."""

_SMALL_WORD = compile_late(r"[a-z]{2}")
_CODE = compile_late(r"[A-Za-z0-9 ./_#()-]+")
_TIME = compile_late(
    r"(?:week|wk|day|month|year|yr|quarter|q|fy|sprint|phase|stage|term)s?\b[ .]*\d|q\d", re.IGNORECASE
)
_SECTION = compile_late(r"\d{1,3}(?:\.\d{1,3})+[a-z]?")
_CONTACT = compile_late(r"\S+@\S+\.\S+|(?:\+|0)[\d ()-]{8,}")
_AMOUNT = r"(?:\d+(?:\.\d+)?(?: ?[-–] ?\d+(?:\.\d+)?)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|an)"
_SHORT_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|h|(?:working |business |calendar |school |clear )?day)s?"
_UNIT = rf"(?:{_SHORT_UNIT}|(?:week|wk|month|year|yr)s?)"
_BY_WHEN_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|h|(?:working|business|calendar|school|clear) day)s?"
_ROUTINE = r"daily|weekly|fortnightly|(?:bi-?)?monthly|hourly|(?:each|every|per) (?!year|term)\w.*|before each \w.*"
_OFTEN = rf"{_ROUTINE}|(?:six-)?monthly|(?:bi-?)?annual(?:ly)?|yearly|quarterly|termly|(?:each|every|per) \w.*"
_OFFSET = r"[a-z]+(?: [a-z]+)? ?\+ ?\d+|[td][+-]\d+"
_PACE = compile_late(
    rf"(?:(?:within|up to|no later than|after|for|at least|maximum) |[<≤~≈] ?)?{_AMOUNT}[ -]?{_UNIT}\b.*"
    rf"|(?:{_OFTEN})\b.*|{_OFFSET}",
    re.IGNORECASE,
)
_KIND = (
    r"(?:open|closed|completed?|done|overdue|late|outstanding|pending|remaining|new|due|in progress|(?:in )?total"
    r"|actions?|action items?|items?|tasks?|recommendations?)"
)
_NUMBER_OF = rf"\d+(?: ?(?:/|of|out of) ?\d+)?(?: {_KIND})*"
_COUNT = compile_late(rf"{_NUMBER_OF}(?: ?[,;/+] ?{_NUMBER_OF}| ?\({_NUMBER_OF}\))*", re.IGNORECASE)
_TALLY = compile_late(
    rf"(?:(?:total )?(?:number|count|no\.?) of )?{_KIND}(?: {_KIND})*\s*[:=]\s*\d+\s?%?", re.IGNORECASE
)
_TIME_LIMIT = compile_late(
    rf"(?:within|no later than|after) {_AMOUNT}[ -]?{_SHORT_UNIT}\b.*|(?:[<≤~≈] ?)?{_AMOUNT}[ -]?{_BY_WHEN_UNIT}\b.*"
    rf"|.*\b(?:working|business) days?\b.*|(?:{_ROUTINE})\b.*|after {_AMOUNT} {_UNIT}\b.*"
    rf"|{_AMOUNT} {_UNIT} before\b.*|{_OFFSET}",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY_OF = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|last)"
_TURN = compile_late(
    rf"(?:on )?(?:the )?{_DAY_OF}(?: (?:working |business )?day| {_WEEKDAY})?"
    r" of (?:(?:the|each|every) )?(?:month|quarter)"
    rf"|(?:at )?(?:the )?(?:start|beginning|end|close) of (?:the |each |every )?(?:work(?:ing)?|business|school) ?day"
    rf"|(?:at )?(?:the )?(?:start|beginning|end|close) of (?:(?:each|every) \w+|(?:the )?shift)"
    rf"|(?:on )?{_WEEKDAY}s(?:,? .*)?|{_WEEKDAY},? (?:at )?\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm)|after (?:each|every) \w.*",
    re.IGNORECASE,
)
_DAYS = compile_late(r"(?:within )?\d{1,3} days?", re.IGNORECASE)
_PROJECT_MONTH = compile_late(r"m ?\d{1,3}|\[m ?\d{1,3}\]", re.IGNORECASE)
_AT_ONCE = compile_late(
    r"immediate(?:ly)?|asap|at once|same day|without delay|ongoing|as (?:required|needed)|any ?time|ad[- ]hoc"
    r"|event[- ]driven",
    re.IGNORECASE,
)
_AHEAD = compile_late(
    r"(?:still )?to be \w+(?:ed|en|t)\b.{0,30}|(?:\w+ ){1,2}(?:pending|outstanding|awaited)"
    r"|not (?:yet )?(?!agreed|accepted)\w+(?:ed|t)",
    re.IGNORECASE,
)
_TEST_RESULT = compile_late(r"\W*(?:pass(?:ed|es)?|fail(?:ed|s|ure)?)\W*", re.IGNORECASE)
_PERMISSION = compile_late(
    r"(?:(?:yes|no|own|full|(?:not )?(?:allowed|permitted|granted)|denied|[✓✔☑✅✗✘❌])(?:\s*[,;:(–—-].*)?"
    r"|(?:full|no|limited|partial|read|write|view|edit) access|(?:read|view|write|edit)(?:[/ -](?:only|write|edit))*"
    r"|(?:own|self|author|creator|owner|admin)s? only)\ufe0f?",
    re.IGNORECASE | re.DOTALL,
)
# How a permission begins, and "Not started" does not: nearly all cells are told from one by it.
_PERMITTED = (
    *"yes own full allowed permitted granted denied limited partial read write view edit self author creator".split(),
    *("admin", "not a", "not p", "not g"),
    *"✓✔☑✅✗✘❌",
)
_ROLE = compile_late(r"[RACISQ](?:\s*[/,&]?\s*[RACISQ]){0,3}|[CRUDWX]{1,4}")
_CLOCK = compile_late(r"\d{1,2}:\d\d(?::\d\d)?|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?", re.IGNORECASE)
_HAPPENED = compile_late(
    r"\b(?:was|were|has|have|had|been|is now|are now|not yet|so far|awaiting|await|waiting|underway|under way"
    r"|on track|nothing|no (?:progress|update|change)|still|already"
    r"|(?<!to be )\w{2,}(?:ed|ing) (?:by|in|on|at|for|with|to|and)"
    r"|(?:held|done|met|sent|made|begun|built|paid))\b|^\w+ed\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_REF_BEFORE = re.compile(r"\A\s*[A-Z]{1,3}[-.]?\d{1,3}(?:\.\d{1,3})*[.):]\s+(?=[A-Z])")
# "(?:d|s|)" is "[ds]?" for a quarter of the time: of a set that has an "s" in it, all letters like that one are sought.
_STANCE = compile_late(
    r"\s*(?:(?:we|the \w+|this|it|recommendation|management|officers)\s+)?"
    r"(?:(?:is|are|has|have|does|do|been|not|fully|partly|partially|broadly|in principle)\s+){0,3}"
    r"(?:(?:(?:dis)?agree|endorse|decline|acknowledge)(?:d|s|)|accept(?:s|ed)?|support(?:s|ed)|noted?|concurs?"
    r"|reject(?:s|ed)?|yes|no)\b"
    r"(?:\s+(?:in (?:part|principle|full)|with \w+|partially|partly|fully))?",
    re.IGNORECASE,
)
_UNDERTAKING = compile_late(
    r"\b(?:will|shall|going to|plan(?:s|ned|ning)? to|intends? to|propos\w+ to|aims? to|commit\w* to|to be \w+ed)\b",
    re.IGNORECASE,
)
_RESOLUTION = compile_late(
    r"\W{0,5}(?:\d{1,3}|[a-z]|[ivx]{1,5})?[.):\s]{0,5}(?:(?:\S+\s+){0,3}?resolved:?\s+(?:\d{1,2}[.)]\s*)?)?"
    r"that (?!is\b|was\b|has\b|had\b|will\b|were\b|can\b|said\b)(?:\S+\s+){2}\S"
)


@lru_cache(maxsize=4096)
def says_what_to_do(text: str) -> bool:
    """Whether a text begins as an instruction does: "Publish the register", "1. Publish …", "A12. Publish …"."""
    text = _REF_BEFORE.sub("", text[:LOOKED_AT])
    words = _WORD.findall(text.casefold())
    if len(words) < 2 or _LABELLED.match(text):
        return False
    is_noun = words[0] in NOUNS_AS_WELL and (words[1] in AFTER_NOUNS or words[1].endswith(("ed", "en")))
    return (is_imperative(words[0]) and not is_noun) or (words[0] == "to" and is_imperative(words[1]))


def is_imperative(word: str) -> bool:
    """Whether a word says what to do, be it again: "paint", "repaint"."""
    again = word.removeprefix("re")
    is_again = again != word and again in IMPERATIVES - NOUNS_AS_WELL and word not in NO_VERBS
    return word in IMPERATIVES or is_again


NO_VERBS = frozenset("remark resort".split())
"""Words that begin as verbs for doing something again, and say something else."""


_LABELLED = compile_late(r"[a-z]+\s*(?:[–—:]|\s-)\s", re.IGNORECASE)
"""How a text begins that tells more of its first word: "Open - the bank was asked" says how something stands."""


@lru_cache(maxsize=4096)
def says_what_happened(text: str) -> bool:
    """Whether a text tells of what was done, or how things are: "Lamps were ordered", "Awaiting the supplier"."""
    return _HAPPENED.search(text) is not None and not says_what_to_do(text)


def is_code(text: str) -> bool:
    """Whether a text is a ref by its form: short, with a figure in it ("CA-01", "24/17", "1.10"), and no time.

    It may be longer where it has no word in small letters ("BOD 192/17 (f)"), and be one of several lines of such.
    """
    lines = text.splitlines()
    if len(lines) > 1:
        return all(map(is_code, lines))
    digits = sum(map(str.isdigit, text))
    is_wordless = _SMALL_WORD.search(text) is None and len(text) <= LONGEST_WORDLESS
    is_short = len(text) <= LONGEST_CODE and len(text.split()) <= MOST_CODE_WORDS
    return (
        (is_short or is_wordless)
        and 0 < digits <= MOST_DIGITS
        and _CODE.fullmatch(text) is not None
        and not _TIME.match(text)
        and not _MEASURE.search(text)
    )


_MEASURE = compile_late(
    r"\d ?(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|wks?|months?|years?|yrs?|km|kg|mm|cm|miles?)\b",
    re.IGNORECASE,
)
"""How long or how much, which has a figure as a ref has: "21 days", "0-15 min"."""


def is_section(text: str) -> bool:
    """Whether a text numbers a part of a part: "1.2", "3.10.1"."""
    return _SECTION.fullmatch(text) is not None


def is_contact(text: str) -> bool:
    """Whether a text is an e-mail address or a telephone number."""
    return _CONTACT.fullmatch(text) is not None


def is_clock_time(text: str) -> bool:
    """Whether a text is a time of day: "15:00", "9.30 am"."""
    return _CLOCK.fullmatch(text) is not None


def is_yes_or_no(text: str) -> bool:
    """Whether a text does no more than tick or cross: "Yes", "n", "x"."""
    return text.casefold() in YES_OR_NO


def is_underway(text: str) -> bool:
    """Whether a text says that there is still something to do, in a word of no plan's own: "Working on it"."""
    return "".join(filter(str.isalnum, text.casefold())) in UNDERWAY


def is_ahead(text: str) -> bool:
    """Whether a text says that something is to be done, awaited or not done: "To be agreed", "Response pending"."""
    return _AHEAD.fullmatch(text.strip(" .")) is not None


@lru_cache(maxsize=4096)
def takes_a_stance(text: str) -> bool:
    """Whether a text begins by accepting what it answers, or not: "Agreed", "We accept this in part, as …"."""
    return _STANCE.match(text) is not None


@lru_cache(maxsize=4096)
def undertakes(text: str) -> bool:
    """Whether a text says that something is going to be done: "Agreed. A report will be brought in May"."""
    after = _STANCE.sub("", text, count=1).lstrip(" .,;:–—-")
    return _UNDERTAKING.search(text) is not None or says_what_to_do(after) or is_resolution(text)


def is_resolution(text: str) -> bool:
    """Whether a text is what a meeting resolved: "1. That the lease be renewed", "That the board notes it again"."""
    return _RESOLUTION.match(text[:LONGEST_OPENING].casefold()) is not None


def is_verdict(text: str) -> bool:
    """Whether a text says what was decided on a row: "Accepted", "Partially agreed"."""
    return "".join(filter(str.isalnum, text.casefold())) in VERDICTS


@lru_cache(maxsize=4096)
def is_pace(text: str, is_due: bool) -> bool:
    """Whether a text says how soon, how long or how often: "Within 24 hours", "Monthly", "Deadline + 5", "6 years".

    Where its heading says by when (``is_due``), "30 days", weeks and more may be counted from the day of the plan, and
    what is done again each year is a part of it.
    """
    is_paced = (_TIME_LIMIT if is_due else _PACE).fullmatch(text) is not None
    return is_paced and not says_how_long_ago(text)


def is_turn(text: str) -> bool:
    """Whether a text says at what hour, or on which day of a week or month, something is done each time it comes."""
    return _TURN.fullmatch(text.strip(" .")) is not None


def is_count_of_days(text: str) -> bool:
    """Whether a text says no more than a number of days: "20 days"."""
    return _DAYS.fullmatch(text.strip(" .")) is not None


def is_count(text: str) -> bool:
    """Whether a text says no more than how many of something there are: "5 open", "2 of 3 closed", "3 open, 1 done"."""
    words = text.strip(" .")
    return words[:1].isdecimal() and _COUNT.fullmatch(words) is not None


def is_tally(text: str) -> bool:
    """Whether a text says of which kind there are how many: "Open: 2", "Number of actions: 12"."""
    return (":" in text or "=" in text) and _TALLY.fullmatch(text) is not None


def is_month_of_project(text: str) -> bool:
    """Whether a text counts the months of a project: "M12", "[M3]"."""
    return _PROJECT_MONTH.fullmatch(text) is not None


def is_at_once(text: str) -> bool:
    """Whether a text says no more of when than "Immediately" or "Ongoing"."""
    return _AT_ONCE.fullmatch(text.strip(" .")) is not None


def is_test_result(text: str) -> bool:
    """Whether a text says that a test was passed or failed."""
    folded = text.casefold()
    return ("pass" in folded or "fail" in folded) and _TEST_RESULT.fullmatch(text) is not None


def is_permission(text: str) -> bool:
    """Whether a text says that somebody may do something, or how much: "Yes, as creator", "Denied", "Read only"."""
    folded = text.casefold()
    is_no = folded.startswith("no") and not folded[2:3].isalpha()
    return (is_no or folded.startswith(_PERMITTED)) and _PERMISSION.fullmatch(text) is not None


def is_role(text: str) -> bool:
    """Whether a text is of the letters by which a matrix says who does what: "A", "R/C", or "RW" for read and write."""
    return _ROLE.fullmatch(text) is not None
