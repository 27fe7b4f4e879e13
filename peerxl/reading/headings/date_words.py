"""The words of columns of days, as data: when a thing is due, and whose day a heading with "date" speaks of.

They are written as ``words`` are, which has those of all other columns.
"""

from __future__ import annotations

from peerxl.model.layout import Field
from peerxl.reading.headings.words import (
    FORESEEN,
    INTENDED,
    PLAIN,
    SUBJECTS,
    TENTATIVE,
    join_phrases,
    split_phrases,
    split_words,
)

ENDINGS = split_phrases("completion, finish, end, delivery, closure, close, go live, close out")
_DUE_PHRASES = split_phrases("""
    time scale, due, due by, due on, due in, by when, when, deadline, target, time line, timetable, time frame, end,
    finish, completion, target completion, expected completion, planned completion, estimated completion,
    anticipated completion, scheduled completion, planned finish, planned end, target end, target finish,
    target sprint, due sprint, sprint due, target iteration, target resolution, expected resolution,
    target closure, planned closure, required by, needed by, complete by,
    to be completed by, to be complete by, to be done by when, due quarter, target quarter, target month, target year,
    expected delivery, planned delivery, timing, planned for, scheduled for, time period, time limit,
    projected completion, expected by, need by, reply due, closure target, target close, delivery quarter,
    delivery year, completion by, sla due, extended to, must be done by, target delivery, deadline for completion,
    when will it be done, when will this be done, when by, completion target, delivery time scale, finish by,
    resolve by, close by, complete by when, estimated delivery, complete before, number later than, due back, revised,
    revised due, revised target, revised deadline, new deadline, completion due, due for completion, key date,
    forecast completion, forecast, estimated finish, end quarter, delivery by, time line end, year to action,
    year to be actioned, year to complete, year to be completed, year to deliver, year for action, year for completion,
    year for delivery, target response, year for implementation, year of completion, year of delivery,
    year of implementation, do by, must complete by, must be completed by, not later than, completed number later than,
    complete number later than, by number later than, to be completed number later than, should be completed by,
    will be completed by, latest by, reply by, due revised, time bound, timebound, reforecast, deferred until,
    time schedule, time plan, implementation schedule, implementation period, delivery schedule, delivery period,
    proposed schedule, time to completion, time to complete, time to implementation, time to implement,
    completion period, period for completion, target window, delivery window, completion window,
    implementation window
""")
PERIODS = ("week", "month", "quarter", "year", "time")
REACHED = ("completion", "delivery", "implementation")
# In either order: "Expected delivery", "Delivery expected".
TIMESCALE_HEADS = tuple(
    dict.fromkeys(
        (
            *_DUE_PHRASES,
            *join_phrases(sorted(FORESEEN | INTENDED), (*ENDINGS, "week", "month", "quarter", "year")),
            *join_phrases(sorted(FORESEEN), ("resolution", "implementation", "to complete", "to be completed")),
            *join_phrases(("extended", "postponed", "rescheduled", "slipped", "delayed"), ("to", "until")),
            *join_phrases(PERIODS, join_phrases(("of", "for"), REACHED)),
            *join_phrases(REACHED, PERIODS[:-1]),
            *join_phrases(ENDINGS, sorted((FORESEEN | INTENDED | {"estimate"}) - {"scheduled"})),
        )
    )
)
TIMESCALE_BEFORE = (
    SUBJECTS
    | PLAIN
    | TENTATIVE
    | FORESEEN
    | INTENDED
    | split_words(
        "revised original baseline initial compliance updated amended changed extended sla statutory contractual"
    )
)
TIMESCALE_AFTER = PLAIN | split_words("""
    completion delivery implementation resolution action closure time week month quarter year
""")
ORIGINAL = split_words("original baseline initial originally first")

# Whose date a heading speaks of: the first line of the table with a word of the heading says it.
DATE_KINDS: tuple[tuple[Field, frozenset[str]], ...] = (
    (
        Field.EXTRA,
        split_words("start started begin began commence commencement birth hire joined review meeting"),
    ),
    (Field.CLOSED, frozenset(["actual"])),
    (
        Field.TIMESCALE,
        split_words("""
            due target planned plan expect expected require required deadline need needed finish by estimated will be
            forecast proposed agreed scheduled schedule anticipated intended projected targeted forecasted indicative
            approximate approx promise statutory contractual revised sla new tentative provisional extended extension
            committed commit promised live compliance
        """),
    ),
    (
        Field.CLOSED,
        split_words("closed closure close closing resolved finished done achieved cleared complied rectified fixed"),
    ),
    (
        Field.UPDATED,
        split_words("""
            updated update modified modification reviewed status changed edited last verified checked
        """),
    ),
    (
        Field.RAISED,
        split_words("""
            raised opened open identified identify identification logged log created create creation reported report
            recorded record entered entry submitted submission received added issued found requested request assigned
            discovered detected detection registered noted initiated escalated registration audit inspection observed
            notified
        """),
    ),
    (Field.CLOSED, frozenset(["completed", "implemented", "delivered", "actioned"])),
    (
        Field.TIMESCALE,
        split_words("""
            end completion complete resolution resolve implementation delivery milestone action time deliverable
            remediation mitigation fix treatment commitment task
        """),
    ),
)
DATE_NOUNS = split_words("date when")
# A participle alone is the day it happened, where its cells are dates.
HAPPENED: dict[str, Field] = {
    phrase: field
    for field, phrases in (
        (Field.RAISED, "raised, opened, identified, logged, created, reported, created on, raised on, created at"),
        (
            Field.UPDATED,
            "updated, last updated, last update, updated on, updated at, modified, last modified, last reviewed",
        ),
        (
            Field.CLOSED,
            "resolved, closed on, completed on, closed at, completed at, closure, actual, actual completion, "
            "actual end, actual finish",
        ),
    )
    for phrase in split_phrases(phrases)
}
