"""The grammar of timescales: how a cell is cut into chunks, what two periods are together, and that a word is a line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from peerxl.language.timescales.assemble import read_cell
from peerxl.language.timescales.chunks import RULES, build_language, read_chunks
from peerxl.language.timescales.grammar import PATTERNS, build_grammar
from peerxl.language.timescales.lexicon import LEXICON, MONTHS, Lexicon
from peerxl.language.timescales.period import Calendar
from peerxl.language.timescales.ranges import RELATIONS
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import split_tokens
from peerxl.model.fiscal import YearConvention
from peerxl.model.timescale import Timescale
from tests.language.timescale_tables import summary

CHUNKS = """
June 2023 | period
14 June 2023 | period
Friday, 14th of June '24 | period
31/03/2024 10:30 | period
March 31, 2024 | period
Q1&2 23/24 | period; and; period; period
1st and 2nd quarter | period; and; period
Quarters 1 to 3 | period; to; period
5, 12 and 19 June 2024 | period; ,; period; and; period
H1 2024/25 | period; period
2023/24 year end | end of; period
end of the financial year | end of; period
2024 March | period
2023-Q4 | period
by the end of March 2018 (15%) | by; end of; period; (; label; )
a. Autumn 2025 b and c. April 2026 | list mark; period; list mark; period
1. March 2024 2. April 2024 | list mark; period; list mark; period
every 6 months | recurring
each August | recurring
6-12 months | duration
couple of weeks | duration
Year 1 | year of the plan
Local Plan 2040 | label; label
Corporate Plan 2024-28 | label; label
Phase 2 March 2024 | label; period
PEER01.04 | label
P6 2023/24 | not a period; period
Summer term 2024 | a school's term or year; period
3 workshops | label; label
1,500 homes | label; label
£1.2m | label; label
06/23 | number
It may slip | label; label; slipped
By May | by; period
on-going | ongoing
we won't | label; deny
- agree\\n- report | •; label; •; label
March 2024¹ | period; label
March ²⁰²⁴ | period; number
<p>Q1&nbsp;23/24</p> | period; period
at the latest | at the latest
until June | until; period
start of June | start of; period
starts June | start; period
before June | before; period
from June | from; period
after June | after; period
between June and July | between; period; and; period
in line with June | in line with; period
next June | next; period
at least June | at least; period
during June | during; period
due date June | filler; period
mid June | part of; period
was June | was; period
moved to June | moved; to; period
now June | now; period
rolling | rolling
June onwards | period; onwards
annual | annual
long term | horizon
asap | immediate
completed | status
on hold | stopped
tbc | unset
next year | this or next year
to date | until now
municipal year | another kind of year
or | or
then | then
June - July | period; -; period
June / July: August | period; /; period; :; period
June + July? | period; +; period; ?
June; July. August | period; ;; period; .; period
June ! | period; sign
June → July | period; →; period
"""


def roles_of(text: str, lexicon: Lexicon = LEXICON) -> str:
    language = build_language(lexicon)
    chunks = read_chunks(split_tokens(text, language.grammar), language.rules)
    return "; ".join(chunk.role.word for chunk in chunks)


@pytest.mark.parametrize("line", CHUNKS.strip().splitlines())
def test_chunks(line: str) -> None:
    text, _, roles = line.partition(" | ")
    assert roles_of(text.replace("\\n", "\n")) == roles


def read(text: str, lexicon: Lexicon = LEXICON) -> Timescale:
    return read_cell(text, Calendar(YearConvention()), build_language(lexicon))


def with_phrase(role: Role, phrase: str) -> Lexicon:
    return replace(LEXICON, phrases={**LEXICON.phrases, role: f"{LEXICON.phrases[role]}|{phrase}"})


@pytest.mark.parametrize(
    ("lexicon", "text", "before", "after"),
    [
        (
            replace(LEXICON, numbers={**LEXICON.numbers, "month-name": {**MONTHS, "mehefin": 6}}),
            "by 14 Mehefin 2024",
            "unreadable: unclear",
            "dated … – Q1 2024/25, 2024-06-14",
        ),
        (
            with_phrase(Role.DENY, "touch wood"),
            "March 2024, touch wood",
            "dated Q4 2023/24 – Q4 2023/24, 2024-03-31",
            "unreadable: denied",
        ),
        (
            with_phrase(Role.PART, "the tail of"),
            "the tail-of May 2024",
            "dated Q1 2024/25 – Q1 2024/25, 2024-05-31",
            "dated Q1 2024/25 – Q1 2024/25, 2024-05-31",
        ),
        (
            with_phrase(Role.BY, "done and dusted by"),
            "done and dusted by Q3 24/25",
            "dated … – Q3 2024/25, 2024-12-31",
            "dated … – Q3 2024/25, 2024-12-31",
        ),
        (
            with_phrase(Role.RECURRING, "once in a blue moon"),
            "once in a blue moon",
            "unreadable: no-period",
            "recurring",
        ),
        (
            replace(LEXICON, classes={**LEXICON.classes, "designator": LEXICON.classes["designator"] | {"bundle"}}),
            "Bundle 7 March 2024",
            "dated Q4 2023/24 – Q4 2023/24, 2024-03-07",
            "unreadable: unclear",
        ),
    ],
)
def test_a_word_is_one_line(lexicon: Lexicon, text: str, before: str, after: str) -> None:
    assert (summary(read(text)), summary(read(text, lexicon))) == (before, after)


def test_a_new_phrase_governs_and_is_no_label() -> None:
    text = "the tail of May 2024"
    assert [milestone.label for milestone in read(text).milestones] == ["the tail"]
    reading = read(text, with_phrase(Role.PART, "the tail of"))
    assert [milestone.label for milestone in reading.milestones] == [""]
    assert [note.code for note in reading.notes] == ["part-of-period"]


def test_every_rule_has_a_pattern_and_every_pattern_a_use() -> None:
    rules = {name for name, _ in RULES}
    bodies = re.sub(r"^[a-z-]+ +=|\"'\"|'[^']*'", "", PATTERNS, flags=re.MULTILINE)
    used = set(re.findall(r"[a-z-]+(?![a-z:-])", bodies))
    patterns = build_grammar(LEXICON).patterns.keys()
    assert (rules - patterns, patterns - rules - used) == (set(), set())


def test_a_trait_must_be_one() -> None:
    with pytest.raises(ValueError, match="odd: no such trait: sings"):
        Role.BY.__init__("odd", "governs sings")  # type: ignore[misc]
    assert Role.BY.word == "by"


TOGETHER = """
13.09.2023 08.11.2023 | 2 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023 - 08.11.2023 | 1 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023 to 08.11.2023 | 1 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023 and 08.11.2023 | 2 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023 / 08.11.2023 | 2 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023, 08.11.2023 | 2 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
13.09.2023 (08.11.2023) | 0 unreadable: gloss-mismatch
13.09.2023: 08.11.2023 | 0 unreadable: gloss-mismatch
13.09.2023 or 08.11.2023 | 0 unreadable: unclear
13.09.2023 → 08.11.2023 | 0 unreadable: unclear
13.09.2023 report 08.11.2023 | 2 dated Q2 2023/24 – Q3 2023/24, 2023-11-08
June 2023 Sept 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-09-30
June 2023 and Sept 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-09-30
June, Sept 2023 | 2 dated Q1 2023/24 – Q2 2023/24, 2023-09-30
June 2023, Sept 2023 | 2 dated Q1 2023/24 – Q2 2023/24, 2023-09-30
14 June 2023 June 2023 | 1 dated Q1 2023/24 – Q1 2023/24, 2023-06-14
14 June 2023 July 2023 | 0 unreadable: unclear
14 June 2023 - July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
14 June 2023 and July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
14 June 2023 / July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
14 June 2023, July 2023 | 2 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 June 2023 | 1 dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1 23/24 July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 - July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 to July 2023 | 1 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 and July 2023 | 2 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 / July 2023 | 0 unreadable: unclear
Q1 23/24, July 2023 | 2 dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Q1 23/24 (July 2023) | 0 unreadable: gloss-mismatch
Q1 23/24: July 2023 | 0 unreadable: gloss-mismatch
H1 2023/24, Q2 2023/24 | 1 dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Summer 2023 Dec 2023 | 0 unreadable: unclear
Summer 2023 - Dec 2023 | 1 dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Summer 2023 and Dec 2023 | 2 dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Summer 2023 (July 2023) | 1 dated Q2 2023/24 – Q2 2023/24, 2023-07-31
2023/24 May 2024 | 0 unreadable: unclear
2023/24 - May 2024 | 1 dated Q1 2023/24 – Q1 2024/25, 2024-05-31
2023/24, May 2024 | 2 dated Q1 2023/24 – Q1 2024/25, 2024-05-31
2023/24 and May 2024 | 2 dated Q1 2023/24 – Q1 2024/25, 2024-05-31
May 2023 – 24/25 budget | 1 dated Q1 2023/24 – Q1 2023/24, 2023-05-31
end of 2024 - end of 2025 | 1 dated … – Q3 2025/26, 2025-12-31
2024 May 2025 | 0 unreadable: unclear
Q4 2023/24: Jan 2024 (Feb 2024) | 0 unreadable: gloss-mismatch
"""


@pytest.mark.parametrize("line", TOGETHER.strip().splitlines())
def test_what_two_periods_are_together(line: str) -> None:
    text, _, expected = line.partition(" | ")
    reading = read(text)
    assert f"{len(reading.milestones)} {summary(reading)}" == expected


def test_every_relation_is_in_the_table() -> None:
    assert {str(relation) for relations in RELATIONS.values() for relation in relations} == {
        "join", "share", "list", "gloss", "range", "bare", "apart", "refuse",
    }  # fmt: skip
