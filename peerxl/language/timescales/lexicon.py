"""The words of council officers' timescales, as data: what each may stand for, and nothing about how they combine.

Every spelling, phrase and sign that the reading knows stands here once. ``LEXICON`` is what cells are read with; one
made with ``replace(LEXICON, …)`` reads them with other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peerxl.frozen import frozen
from peerxl.language.timescales.phrases import PHRASES
from peerxl.language.timescales.roles import Role

Numbers = Mapping[str, int]


def _read_numbered(lines: str, first: int = 1) -> dict[str, int]:
    """The spellings on each line, each with the line's number."""
    numbered = enumerate(lines.strip().splitlines(), start=first)
    return {spelling: number for number, line in numbered for spelling in line.split()}


def _split_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _list_beginnings(words: Iterable[str]) -> list[str]:
    """Those of the words that none of the others is the beginning of."""
    beginnings: list[str] = []
    for word in sorted(words):  # a beginning stands right before what it begins
        if not (beginnings and word.startswith(beginnings[-1])):
            beginnings.append(word)
    return beginnings


MONTHS = _read_numbered("""
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
""")
# How the spellings of months begin: "jan" is the beginning of six.
MONTH_BEGINNINGS = _list_beginnings(MONTHS)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # and the month each begins in
WEEKDAYS = _read_numbered(
    """
monday mon
tuesday tue tues
wednesday wed weds
thursday thu thur thurs
friday fri
saturday sat
sunday sun
""",
    first=0,
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
# The days of a month, in words: "the first of June", "the twenty-first".
DAY_WORDS = _read_numbered("""
first
second
third
fourth
fifth
sixth
seventh
eighth
ninth
tenth
eleventh
twelfth
thirteenth
fourteenth
fifteenth
sixteenth
seventeenth
eighteenth
nineteenth
twentieth
""") | {"thirtieth": 30}
DAY_TENS = {"twenty": 20, "thirty": 30}
QUARTER_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
NUMBERS: Mapping[str, Numbers] = {  # classes of words that stand for a number
    "month-name": MONTHS,
    "season-name": SEASONS,
    "weekday-name": WEEKDAYS,
    "ordinal-word": ORDINALS,
    "day-word": DAY_WORDS,
    "day-tens": DAY_TENS,
    "quarter-number": QUARTER_NUMBERS,
}

_UNITS = """
    day days week weeks wk wks fortnight fortnights month months mth mths mnth mnths year years yr yrs quarter quarters
    hour hours hrs
"""
CLASSES: Mapping[str, frozenset[str]] = {  # classes of words that the patterns of the grammar name
    "quarter-word": _split_words("q qtr qtrs quarter quarters qs qrt qrtr quater quaters"),
    "uncounted": _split_words("final last"),  # "last quarter" is the one before this unless a fiscal year follows
    "suffix": _split_words("st nd rd th"),
    "count-word": _split_words(
        "one two three four five six seven eight nine ten eleven twelve eighteen twenty thirty a an couple few several"
    ),
    "kind-of-year": _split_words("financial fiscal fin finance budget"),  # the kinds of "year" that are the plan's
    "other-kind": _split_words("academic school calendar municipal"),  # and those that are not
    "unit": _split_words(_UNITS),
    "plan-unit": _split_words(_UNITS) - _split_words("quarter quarters"),
    "every": _split_words("every each"),
    "every-what": _split_words(_UNITS)
    | _split_words("term meeting meetings time cycle agm cabinet committee")
    | SEASONS.keys(),
    "length": _split_words("working business calendar school consecutive full"),  # "six full months"
    "letter": frozenset("abcdefghijklmnopqrstuvwxyz") | _split_words("ii iii iv vi vii viii ix"),  # that mark an item
    # the number after one of these names a thing and is never a day or a year
    "designator": _split_words("""
    phase phases stage stages part parts action actions ref refs reference item items objective objectives priority
    priorities recommendation recommendations rec recs step steps tranche lot lots option options appendix section
    wave tier level version no nos number numbers page table group outcome theme milestone task tasks point points
    para paragraph row strand workstream pillar ward zone block batch round cohort area goal aim chapter article
    covid iso kpi kpis risk project paper annex schedule regulation circular standard grade band unit gate gates gateway
    gateways sprint sprints iteration iterations
    """),
    "stage": _split_words(
        "phase stage step part tranche lot wave gate gateway sprint iteration"
    ),  # "Phase 2 March 2024" is surely no 2 March
    # a calendar year after one of these belongs to a name: "Local Plan 2040"
    "title": _split_words("""
    plan plans strategy vision policy act agenda census framework regulations order bill charter
    """),
    "term-word": _split_words("term terms"),  # a school's
    "not-season": _split_words("""
    half holiday holidays break recess budget statement conference school vacation bank time
    """),
    "periodic": _split_words("yearly monthly weekly quarterly daily annually"),  # after a number: "3 yearly"
    "counted-period": _split_words("p m w s wk mth per sem"),  # "P6 2023/24" is no year
    "countable": _split_words(
        "regular annual quarterly monthly times x am pm hours hrs per"
    ),  # phrases that a number may count
    "modal-verb": _split_words("""
    be have need slip not also change require take move extend result include become vary well still
    """),  # "may" before one of these is the verb
    "time-letter": _split_words("fy fys h t z"),  # letters that mean something about time, so never those of a code
}
IMPERATIVES = _split_words("complete live")  # no status where they are told to somebody: "Complete the review"
BARE_HORIZONS = _split_words("short medium long")  # "Long", but not "a long list"
BEGUN = _split_words("commenced started begun")  # a status where no date stands beside them
DOUBTS = _split_words("may might could likely possibly to probably")  # "may slip to June"
OLD_ANYWHERE = frozenset(("was", "were", "has been", "had been", "current", "initially", "former", "original"))
LONG_MONTHS = ("january", "february", "august", "september", "october", "november", "december")
# no slips, though a slip away from words that govern a period
ORDINARY_WORDS = _split_words("""
    nearly sending states stars staring changes mostly charged status beings continued stairs formed starving shipping
    update slapped skipped farmer shipped hanged extent starring chained pending dearly containing longing skipping
    stared pushes bending startled stating owning starved vending slapping lending sipping currents extends startle
    tending stares reschedule meddle updates startling starling stats commerce starter beginnings endings revived
    manually revise exited finnish oozing mending starred slipper pearly tarts mended originals commented commenting
    muddle extensions pusher smarts shifter fending forger struts commended motley expended expend sifted decayed
    weakly stuart chanced firmer changer edging deterred reviled currant snipping smarting pulsed pursed rending
    commending rafter postpones defers preciously finisher finis smarted wending formers finishers annuals aurally
    biennials commencements deferrals delayer extender forcer framer midden middles reschedules reviser revises
    slippages undated updater uprated ranging changing hanging charging star tart stat sine earl
""")

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


@frozen
class Lexicon:
    """The words a reading knows: those that stand for a number, those that patterns name, and phrases by their role."""

    __eq__ = object.__eq__  # each is one of its own
    __hash__ = object.__hash__

    numbers: Mapping[str, Numbers]
    classes: Mapping[str, frozenset[str]]
    phrases: Mapping[Role, str]


LEXICON = Lexicon(NUMBERS, CLASSES, PHRASES)
