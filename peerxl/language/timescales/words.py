"""The words of council officers' timescales, as data: what each may stand for, and nothing about how they combine."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a piece of a cell does in the grammar."""

    TERM = "period"
    # words that govern the period after them
    BY = "by"
    UNTIL = "until"
    TO = "to"
    END = "end of"
    START_OF = "start of"
    START = "start"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    BETWEEN = "between"
    DURING = "during"
    FILLER = "filler"
    PART = "part of"
    LATE = "late"
    NEXT = "next"
    AT_LEAST = "at least"
    # words about a date that has moved
    OLD = "was"
    MOVED = "moved"
    SLIPPED = "slipped"
    NEW = "now"
    # words that say something by themselves
    ONGOING = "ongoing"
    ROLLING = "rolling"
    ONWARDS = "onwards"
    RECURRING = "recurring"
    ANNUAL = "annual"
    DURATION = "duration"
    PLAN_YEAR = "year of the plan"
    HORIZON = "horizon"
    IMMEDIATE = "immediate"
    STATUS = "status"
    STOPPED = "stopped"
    UNSET = "unset"
    # words that spoil a reading
    DENY = "deny"
    DEICTIC = "this or next year"
    PRESENT = "until now"
    OTHER_YEAR = "another kind of year"
    NO_PERIOD = "not a period"
    OR = "or"
    LOOSE = "number"
    # the rest
    THEN = "then"
    LABEL = "label"
    ENUM = "list mark"
    DASH = "-"
    SLASH = "/"
    COMMA = ","
    COLON = ":"
    SEMICOLON = ";"
    STOP = "."
    BULLET = "•"
    OPEN = "("
    CLOSE = ")"
    AND = "and"
    PLUS = "+"
    QUESTION = "?"
    ARROW = "→"
    SIGN = "sign"


SIGNS = {
    "-": Role.DASH,
    "/": Role.SLASH,
    ",": Role.COMMA,
    ":": Role.COLON,
    ";": Role.SEMICOLON,
    "|": Role.SEMICOLON,
    ".": Role.STOP,
    "•": Role.BULLET,
    "(": Role.OPEN,
    ")": Role.CLOSE,
    "&": Role.AND,
    "+": Role.PLUS,
    "?": Role.QUESTION,
    "→": Role.ARROW,
    "<": Role.ARROW,
    ">": Role.ARROW,
    "≤": Role.ARROW,
    "≥": Role.ARROW,
}

_MONTH_LINES = """
january jan janury janurary januray jannuary
february feb febuary feburary febrary februrary feburay
march mar
april apr apil
may
june jun
july jul
august aug agust augst
september sept sep setpember septmber septemer septembar sepetember sepember spetember
october oct ocotber octber octobre
november nov novemeber novmber novembre
december dec decemeber decmber decembre
"""
MONTHS = {
    spelling: number
    for number, line in enumerate(_MONTH_LINES.strip().splitlines(), start=1)
    for spelling in line.split()
}
LONG_MONTHS = ("january", "february", "august", "september", "october", "november", "december")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # and the month each begins in
NOT_A_SEASON = frozenset(
    "term terms half holiday holidays break recess budget statement conference school vacation bank time".split()
)
WEEKDAYS = {
    spelling: number
    for number, line in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for spelling in line.split()
}
ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
MODAL_FOLLOWERS = frozenset(  # "may" before one of these is the verb
    "be have need slip not also change require take move extend result include become vary well still include".split()
)

QUARTER_WORDS = frozenset("q qtr qtrs quarter quarters qs qrt qrtr quater quaters".split())
QUARTER_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
UNCOUNTED_ORDINALS = frozenset(("final", "last"))
YEAR_WORDS = (  # before or after a fiscal year, or between a quarter and its year
    "fy|fys|f/y|fin year|financial year|financial years|fiscal year|fiscal years|year|years|yr|finance year|budget year"
)
NUMBER_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"eighteen": 18, "twenty": 20, "thirty": 30, "a": 1, "an": 1, "couple": 2, "few": 3}
UNITS = frozenset(
    """day days week weeks wk wks fortnight fortnights month months mth mths mnth mnths year years yr yrs quarter
    quarters hour hours hrs""".split()
)
EVERY = frozenset(("every", "each"))
EVERY_WHAT = UNITS | frozenset("term meeting meetings time autumn spring summer winter".split()) | frozenset(MONTHS)
DURATION_ADJECTIVES = frozenset(("working", "calendar", "school", "consecutive", "full"))
TIME_WORDS = (  # never the letters of a code
    QUARTER_WORDS
    | UNITS
    | frozenset(SEASONS)
    | frozenset(WEEKDAYS)
    | frozenset("fy fys h t z".split())
    | ORDINAL_SUFFIXES
)
COUNTED_PERIODS = frozenset("p m w y s wk mth per sem".split())  # "P6 2023/24" is no year
COUNTABLE = frozenset("regular annual quarterly monthly times x am pm hours hrs".split())

DESIGNATORS = frozenset(  # the number after one of these names a thing, never a day or a year
    """phase phases stage stages part parts action actions ref refs reference item items objective objectives priority
    priorities recommendation recommendations rec recs step steps tranche lot lots option options appendix section
    wave tier level version no nos number numbers page table group outcome theme milestone task tasks point points
    para paragraph row strand workstream pillar ward zone block batch round cohort area goal aim chapter article
    covid iso paper annex schedule regulation circular standard grade band unit""".split()
)
STAGES = frozenset("phase stage step part tranche lot wave".split())  # "Phase 2 March 2024" is surely no 2 March
TITLES = frozenset(  # a calendar year after one of these belongs to a name: "Local Plan 2040"
    "plan plans strategy vision policy act agenda census framework regulations order bill charter".split()
)
