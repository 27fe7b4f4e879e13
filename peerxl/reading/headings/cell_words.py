"""The words that cells of a tracker hold and that are no values: levels, progress, guidance, what ends a table."""

from __future__ import annotations

import re

from peerxl.pattern import compile_late
from peerxl.reading.headings.words import split_phrases, split_words

# How much something matters, however it is written: such a word is no theme.
LEVELS = split_words("""
    high medium low h m l critical urgent normal none very must should could wont moderate minor major severe
    significant negligible insignificant essential desirable important standard top extreme catastrophic serious
    trivial blocker highest lowest nice immediate routine
""")

# How far something has come, in words that a plan's vocabulary may not settle and that are no less words for it.
PROGRESS = split_words("""
    open closed pending outstanding overdue new assigned resolved blocked red amber green blue yellow r a g b y n yes no
    x true false accepted approved draft active inactive monitoring mitigated mitigating escalated todo backlog doing
    verified reopened rejected delayed planned ontrack offtrack atrisk underreview inreview awaiting wontfix started
    ontime deferred cancelled canceled onhold late due transferred identified watch workingonit stuck carriedforward
    carriedover
""")

# The lamps of traffic lights.
LIGHTS = split_words("🔴 🟠 🟡 🟢 🔵 ⚪ ⚫")

# Words of the above that say beyond doubt that there is still something to do, and nothing of how far it has come.
UNDERWAY = split_words("""
    workingonit stuck doing blocked inreview underreview awaiting waiting late overdue escalated atrisk backlog
    offtrack carriedforward carriedover
""")

# What was decided on a row, which says nothing of how far it has come.
VERDICTS = split_words("""
    accepted approved rejected agreed noted declined active inactive draft true false partiallyagreed partlyagreed
    partiallyaccepted partlyaccepted notagreed notaccepted agreedinpart acceptedinpart
""")

# How a thing is that a list is of, which says nothing of work.
STATES = frozenset(
    split_phrases("""
        current, live, in force, in use, effective, valid, active, inactive, published, released, deprecated, retired,
        expired, archived, available, unavailable, permanent
    """)
)

YES_OR_NO = split_words("yes no y n x true false ✓ ✔ ☑ ✅ ✗ ✘ ☐ ❌ ⬜")

# How a sentence begins that says what to do: common verbs, as a form of words that titles and findings do not have.
_VERBS = split_words("""
    accelerate achieve acquire activate add address adopt advertise advise agree alert align allocate amend analyse
    analyze apply appoint approve archive arrange ask assemble assess assign attend audit automate backup book brief
    bring build buy calculate call cancel capture carry centralise change chase check circulate clarify clean clear
    close coach collate collect combine commence commission communicate compare compile complete conduct configure
    confirm connect consider consolidate construct consult contact continue convene convert coordinate correct create
    customise cut decide decommission define delegate delete deliver demonstrate deploy design determine develop devise
    diagnose digitise disable discuss dispose distribute document draft edit eliminate email embed empower enable
    encourage encrypt enforce engage enhance ensure enter equip escalate establish evaluate evidence examine execute
    expand explain explore extend facilitate file fill finalise find finish fit fix follow formalise forward fulfil fund
    gather generate get give guide handle help hire hold identify implement improve include incorporate increase inform
    initiate insert inspect install instruct insulate integrate introduce investigate invite issue join keep launch
    learn liaise light limit link list lobby locate lock look lower maintain make manage map mark maximise measure meet
    mend merge migrate minimise mitigate mobilise modernise modify monitor move negotiate nominate normalise notify
    obtain offer open optimise order organise outline oversee paint patch pay perform persuade pilot plan post prepare
    present prevent print prioritise procure produce promote propose protect provide publicise publish purchase pursue
    put quantify raise rationalise reach read rebuild recalibrate recommend reconcile record recover recruit redesign
    redirect redraft reduce refactor refer refine refresh register rehearse reinforce reinstate reissue relaunch
    relocate remind remove renew reopen repair replace report request require rerun research reset resolve respond
    restore restrict restructure retain retrain return review revise rewrite roll rotate run schedule scope seal search
    secure seek segment select sell send separate set settle share show sign simplify sort source speak specify split
    standardise start stop streamline strengthen submit summarise supervise supply support survey switch synchronise
    take talk teach tell terminate test tidy tighten trace track train transfer translate triage trial unblock undertake
    unlock update upgrade upload use utilise validate verify visit widen withdraw work write
""")
# "Optimize" is "optimise".
IMPERATIVES = _VERBS | {f"{verb[:-3]}ize" for verb in _VERBS if verb.endswith("ise")}


# Those that are nouns as well: "Draft written" and "Review of fees" tell nobody to do it.
NOUNS_AS_WELL = split_words("""
    audit book call change check contact cut design document draft evidence file fund issue launch limit list look
    measure move offer order pay pilot plan post print purchase raise record report request research return review roll
    schedule share sign start stop supply support survey switch talk test track train transfer trial update upgrade use
    visit work
""")
AFTER_NOUNS = split_words("of is was are were has have had been will went sent seen done held made paid met in")

_PHRASES = """
    please, choose, select, pick, enter, insert, describe, state, specify, indicate, provide, give, use the, type,
    unique, what, who, when, which, why, how, for example, example, brief, short, free text, auto, name of, names
    of, the person, the date, the name, the officer, the owner, the individual, the current, the action, date when,
    date by, date that, date on, date the, yyyy, individual, person, list of, number, any, add, record, reference,
    to be completed
"""
# How a cell begins that says what to write in its column.
_GUIDANCE = compile_late(
    rf"[(\[<]?\s*(?:{'|'.join(re.escape(phrase.strip()) for phrase in _PHRASES.split(','))}|e\.?g\.?|drop.?down"
    r"|dd[/ .-]mm|mm[/ .-]dd|y/n|yes ?/ ?no|open ?/ ?closed|high ?/ ?med|h ?/ ?m)\b",
    re.IGNORECASE,
)
_GUIDING = (
    *(phrase.strip() for phrase in _PHRASES.split(",")),
    *("e.g", "eg", "drop", "dd", "mm", "y/n", "yes", "open", "high", "h/", "h "),
)


def begins_as_guidance(text: str) -> bool:
    """Whether a cell says what to write in its column: "Please state …", "e.g. June 2024", "[Name of …"."""
    is_guiding = text.lstrip("([<").lstrip().casefold().startswith(_GUIDING)
    return is_guiding and _GUIDANCE.match(text) is not None


EXAMPLE = re.compile(r"\s*[(\[<]?(?:example|e\.g\.?|sample)\b", re.IGNORECASE)
# An example of an action: "EXAMPLE: Review the policy", "(Example) …".
EXAMPLE_OF = re.compile(r"example(?: only| \d+)?(?:\s*:|\s+[–—-]\s)|[(\[<]\s*example\b[^)\]>]*[)\]>]", re.IGNORECASE)
# What is to be replaced by an action: "[Insert action here]", "<Describe the action>".
ASKS_FOR_ONE = compile_late(
    r"\W*(?:insert|enter|add|type|write|describe|state)\b.{0,30}\b(?:actions?|here|text|description|details?)\W*$",
    re.IGNORECASE,
)
# A line that asks for more actions: "Add further actions here", "Insert more rows above this line".
ASKS_FOR_MORE = re.compile(
    r"\W*(?:please )?(?:add|insert|enter|type|write|list)\b(?: \w+){0,4} (?:actions?|rows?|lines?|items?)"
    r"(?: (?:here|below|above(?: this (?:line|row))?|as (?:needed|required|necessary)))\W*",
    re.IGNORECASE,
)
_PARTS = (
    r"work[ -]?packages?|work[ -]?streams?|(?:sub[ -]?)?tasks?|(?:key )?actions?|activit(?:y|ies)|milestones?"
    r"|deliverables?|objectives?|goals?|phases?|stages?|themes?|projects?|initiatives?"
)
# What stands where a part of a plan or an action is to be named: "Work package name", "Title of task 2".
_NAME_TO_GIVE = compile_late(
    rf"(?:{_PARTS}) (?:name|title|description)\W*(?:\d+\W*)?|(?:name|title|description) of (?:the )?(?:{_PARTS})\W*",
    re.IGNORECASE,
)


_NAMED = tuple(
    "work sub task key action activit milestone deliverable objective goal phase stage theme project initiative name "
    "title description".split()
)


def asks_for_name(text: str) -> bool:
    """Whether a text stands where a part of a plan or an action is to be named."""
    folded = text.casefold()
    is_of_name = "name" in folded or "title" in folded or "description" in folded
    return is_of_name and folded.startswith(_NAMED) and _NAME_TO_GIVE.fullmatch(text) is not None


# How a note under a table begins: "NB …", "See also the risk register".
FOOTNOTE = compile_late(r"(?:n\.?b\b|please note\b|note that\b|see also\b)", re.IGNORECASE)

# How a line begins over notes on how a table is filled in: "Notes on completion", "How to use this log".
NOTES_BEGIN = compile_late(
    r"(?:guidance |explanatory )?notes? (?:on|for|to|about)\b|guidance(?: notes?)?(?: on| for| to|\s*:|$)"
    r"|how to (?:use|complete|fill|read)\b|instructions?(?: on| for| to|\s*:|$)",
    re.IGNORECASE,
)

# What stands alone over a list that a table is followed by, and that says what it speaks of and where it is from.
LIST_BENEATH = compile_late(
    r"(?:(?:data |information )?sources?|(?:further )?references|bibliography|(?:useful |related )?links|see also"
    r"|related documents?|foot ?notes?|end ?notes?|legend|glossary|definitions|abbreviations|acronyms)\s*:?",
    re.IGNORECASE,
)

# How a row begins that stands under a table: a total, a key, a note, a signature.
BENEATH = compile_late(
    r"(?!key actions?\b)(?:totals?|grand total|(?:status |rag |colou?r )?keys?|legend|notes?|key to \w+"
    r"|signed(?: off)?(?: by)?|approved by|prepared by|completed by|reviewed by|version|source|date"
    r"|(?:last )?(?:updated|revised|reviewed|amended|printed)(?: on| by)?)"
    r"(?:\s*[:=(].*|\s*[\d.]*|\s+(?:actions?|number)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)

# How a line begins that says what a colour, a letter or a status means: "Red - date passed", "O = open".
KEY_LINE = compile_late(
    r"(?:red|amber|orange|yellow|green|blue|gr[ae]y|black|purple|white)(?: rag)?\s*[-–—:=]\s*\S"
    r"|\w{1,3}\s*=\s*\S|\*{1,5}\s*[-–—:=]?\s*\w"
    r"|(?:new|open|closed|complete|completed|in progress|not started)\s*[:=]\s*\S",
    re.IGNORECASE,
)

# A row whose only words say whose the actions beneath it are: "Owner: Ann Field", "Directorate: Place".
_SIGN = r"\s*[:–—-]\s*"
_OWNER_LABEL = r"(?:action |lead |responsible |accountable )?(?:owner|lead|officer)"
OWNED = compile_late(rf"{_OWNER_LABEL}{_SIGN}(?P<owner>\S.*)", re.IGNORECASE | re.DOTALL)
LABELLED = compile_late(rf"(?:{_OWNER_LABEL}|service|directorate|department|team){_SIGN}\S", re.IGNORECASE)
# The day of a meeting, in a title over what was agreed there.
DATED = compile_late(r"\b\d{1,2}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}\b", re.IGNORECASE)
SUBTOTAL = re.compile(r"sub[ -]?totals?\b", re.IGNORECASE)
_SUM = r"(?:(?:grand|overall|running|sub)[ -]?)?totals?|sums?|averages?|avg\.?|mean|median|count"
# The word of a row that adds up others, and how its words begin that say of what: "Total effort", "Number of actions".
TOTAL = compile_late(rf"(?:{_SUM})(?:\s*[:=])?", re.IGNORECASE)
TOTAL_OF = compile_late(
    rf"(?:{_SUM}|(?:total )?number of) (?:(?:estimated|planned|actual|approved|project|programme|annual|net|gross) )?"
    r"(?:costs?|budget|effort|hours|days|weeks|time|spend|expenditure|funding|value|amount|price|savings?|estimate"
    r"|points|score|actions?|items?|tasks?|risks?|issues?)(?: (?:required|needed|remaining|spent))?(?:\s*[:=])?",
    re.IGNORECASE,
)
# The total of a part of a plan, and how much is added up: "Sprint 2 subtotal", "Total for phase 1", "Total spent: £90".
_PART_OF = "story|user story|epic|feature|phase|stage|sprint|iteration|release|milestone|work ?stream|section|part|week"
TOTAL_OF_PART = compile_late(
    r"(?:[\w&/'’.()#–—-]+ ){1,4}(?:grand |running )?(?:sub[ -]?)?totals?(?:\s*[:=])?"
    rf"|(?:{_SUM}) (?:(?:for|of|in) )?(?:(?:the|this) )?(?:{_PART_OF})(?: (?:#?\d[\w.]{{0,3}}|[a-h]))?(?:\s*[:=])?",
    re.IGNORECASE,
)
TOTAL_SAID = compile_late(
    rf"(?P<name>(?:{_SUM})(?: [\w&/'’#–—-]+){{0,4}}|(?:[\w&/'’#–—-]+ ){{1,4}}(?:sub[ -]?)?totals?)\s*[:=]\s*[~≈]?\s*"
    r"(?P<amount>[£$€]\s?\d[\d.,]*\s?[kmb]?|\d[\d.,]*\s?(?:%|h|hrs?|hours?|d|(?:working |person[ -])?days?|wks?|weeks?"
    r"|months?|mins?|minutes?|pts?|sp|(?:story )?points?)?)\.?",
    re.IGNORECASE,
)
_BEGINNINGS_OF_TOTALS = tuple("grand overall running sub total sum average avg mean median count number".split())


def is_sum(text: str) -> bool:
    """Whether a text says no more than that a row adds up others: "Total", "Average:"."""
    return begins_as_sum(text) and TOTAL.fullmatch(text) is not None


def begins_as_sum(text: str) -> bool:
    """Whether a text may be of a row that adds up others: hardly any row has to be held against the patterns."""
    return text.casefold().startswith(_BEGINNINGS_OF_TOTALS)


# A row whose only words name a part of the plan: "Priority 1: Fair employment", "Theme B – Homes".
_NUMBERED_THEME = compile_late(
    r"(?:strategic )?"
    r"(?:theme|priority|objective|aim|goal|strand|work ?stream|pillar|outcome|ambition|section|part|domain"
    r"|area (?:for|of) \w+|(?:priority|focus|key) area)\s*"
    r"(?:no\.?\s*)?(?:\d{1,2}|[a-z]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight)\s*(?:[:.\-–—]|$)"
)
_THEMES = tuple(
    "strategic theme priority objective aim goal strand work pillar outcome ambition section part domain area focus "
    "key".split()
)


def is_numbered_theme(text: str) -> bool:
    """Whether a text begins as the title of a part of the plan that has a number."""
    folded = text.casefold()
    return folded.startswith(_THEMES) and _NUMBERED_THEME.match(folded) is not None
