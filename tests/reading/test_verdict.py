"""Whether a table is a tracker: what speaks for it, what against it, and how much of it is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.verdicts.cell_evidence import weigh_cells, weigh_companion
from peerxl.reading.verdicts.controls import find_controls
from peerxl.reading.verdicts.needed_weight import (
    ALL,
    FAR,
    needed_of_descriptions,
    needed_of_tasks,
    needed_of_topics,
    needed_weight,
)
from peerxl.reading.verdicts.surroundings import Surroundings, look_around
from peerxl.reading.verdicts.verdict import SheetHints, describe_column, judge, list_candidates
from tests.reading.tables import draft, drafts_of


@pytest.mark.parametrize(
    ("foreign", "typical", "needed"),
    [
        (0, 2, 0.5),
        (0, 1, 1),
        (0, 0, 1),
        (1, 0, 1),
        (1, 2, 1),
        (2, 0, 2),
        (2, 1, 1),
        (3, 0, 2),
        (4, 0, 3),
        (4, 1, 2),
        (5, 1, 3),
    ],
)
def test_what_tasks_need(foreign: int, typical: int, needed: float) -> None:
    assert needed_of_tasks(Surroundings(foreign, typical, False, False)) == needed


@pytest.mark.parametrize(
    ("foreign", "typical", "topics", "descriptions", "ownerless"),
    [
        (0, 0, 1.5, 2, FAR),
        (0, 1, 1.5, 2, FAR),
        (0, 2, 1.5, 2, 2),
        (0, 4, 1, 1.5, 1.5),
        (1, 1, 2, FAR, FAR),
        (1, 2, 1.5, 2, 2),
        (1, 3, 1.5, 2, 2),
        (1, 4, 1, 1.5, 1.5),
        (2, 2, 3, 3, 3),
        (2, 3, 2, 2, 2),
        (2, 4, 1.5, 2, 2),
        (4, 3, 4, 4, 4),
        (4, 6, 3, 3, 3),
    ],
)
def test_what_topics_and_descriptions_need(
    foreign: int, typical: int, topics: float, descriptions: float, ownerless: float
) -> None:
    around = Surroundings(foreign, typical, True, False)
    assert (needed_of_topics(around), needed_of_descriptions(around)) == (topics, descriptions)
    assert needed_of_descriptions(Surroundings(foreign, typical, False, False)) == ownerless


def test_a_register_needs_one_thing_more_once_it_lists_anything() -> None:
    register = Surroundings(9, 0, False, True)
    assert (needed_of_topics(register), needed_of_descriptions(register)) == (1, 0.5)
    for risks, needed in (("", 0), (" It leaks · It rots", 1)):
        drafts = drafts_of(f"Risk:{risks}\nImpact:\nLikelihood:")
        assert needed_weight(drafts[0], drafts) == needed


@pytest.mark.parametrize(
    ("headings", "around"),
    [
        ("Action | Owner | Status", Surroundings(0, 2, True, False)),
        ("Item | Customer | Supplier invoice | Passenger", Surroundings(4, 0, False, False, is_counted=True)),
        ("Item | Customer | Invoice comment", Surroundings(1, 0, False, False, is_counted=True)),
        ("Risk | Impact | Likelihood | Mitigation", Surroundings(0, 4, False, True)),
        ("Hazard | Impact | Probability | Severity", Surroundings(0, 3, False, True)),
        ("Severity | Impact | Probability", Surroundings(0, 3, False, True)),
        ("Mitigation | Impact | Probability", Surroundings(0, 3, False, True)),
        ("Risk | Impact | Likelihood", Surroundings(0, 3, False, True)),
        ("Hazard | Impact | Likelihood", Surroundings(0, 2, False, True)),
        ("Item | Date session logged | Order status", Surroundings(1, 0, False, False)),
        ("Risk | Impact", Surroundings(0, 2, False, False)),
        ("Activity | Consulted | Informed", Surroundings(0, 0, False, False, True)),
        ("Activity | By who | By when", Surroundings(0, 0, True, False, is_assigned=True, is_timed=True)),
        ("Activity | By who", Surroundings(0, 0, True, False)),
        ("Activity | Person | By when", Surroundings(0, 0, True, False, is_timed=True)),
        ("Risk | Likelihood", Surroundings(0, 2, False, False)),
        ("Story | Impact | Likelihood", Surroundings(0, 2, False, False)),
    ],
)
def test_what_a_table_has_columns_for(headings: str, around: Surroundings) -> None:
    assert look_around(drafts_of(headings)) == around


@pytest.mark.parametrize(
    ("headings", "needed"),
    [
        ("Action | Customer | Supplier | Invoice", 2),
        ("Mitigation | Customer | Supplier", 1),
        ("Task | Customer | Supplier", 2),
        ("Issue | Customer", 2),
        ("Issue", 1.5),
        ("Recommendation", 1.5),
        ("Description | Owner", 2),
        ("Description", FAR),
        ("Activity | Responsible | Accountable | Consulted | Informed", 2),
        ("Activity | Responsible | Accountable | Informed", 1),
        ("Snarf", 3),
        ("Snarf | Customer", 3),
        ("Snarf | Customer | Supplier", FAR),
    ],
)
def test_what_the_heading_of_the_actions_needs(headings: str, needed: float) -> None:
    drafts = drafts_of(headings)
    assert needed_weight(drafts[0], drafts) == needed


@pytest.mark.parametrize(
    ("column", "foreign"),
    [
        ("Foo: 1200 · 40 · 3", 1),
        ("Foo: 0.5 · 1.25 · 3", 1),
        ("Foo: 25 · 9 · 12", 0),
        ("Foo: 26 · 9 · 12", 1),
        ("Foo: 101 · 102 · 103", 0),
        ("Foo: 2024 · 2025 · 2025", 0),
        ("Foo: 0.5 · 1 · 0.25", 0),
        ("Foo: 09:00 · 10.30 am · 2 pm · noon · late", 1),
        ("Foo: a@b.example · 01904 100200 · +44 1904 100200 · none · none", 1),
        ("Foo: a@b.example · 01904 100200 · none · none", 0),
        ("Supplier: Mend Ltd · Paint Ltd", 1),
        ("Supplier: 1200 · 40 · 3", 1),
        ("Supplier ref: S1 · S2", 1),
        ("Ref: S1 · S2", 0),
        ("Owner: Ann · Bo", 0),
        ("Foo:", 0),
    ],
)
def test_what_of_a_column_is_foreign_by_its_cells(column: str, foreign: int) -> None:
    assert look_around([draft(column)]).foreign == foreign


@pytest.mark.parametrize(
    ("columns", "needed"),
    [
        ("Description: Mend the pier · Paint the quay\nOwner: Ann", 1.5),
        ("Description: Mend the pier · Paint the quay\nStatus: Open", 1.5),
        ("Description: it leaks when it rains · it rots in the sun\nOwner: Ann", 2),
        ("Description: Oak table · Pine chair\nOwner: Ann", FAR),
        ("Description: Oak table · Pine chair\nOwner: Ann\nPriority: High", 2),
        ("Project name: the garden by the old quay · the lamp of the pier\nOwner: Ann\nPriority: High", FAR),
        ("Project name: Mend the pier · Paint the quay\nOwner: Ann\nPriority: High", 1.5),
        ("Name: Oak table · Pine chair\nOwner: Ann", ALL),
        ("Name: Oak table · Pine chair\nOwner: Ann\nSupplier: Bo", FAR),
        ("Project name:\nOwner: Ann\nPriority: High", 2),
    ],
)
def test_a_list_of_things_is_no_tracker_by_its_descriptions(columns: str, needed: float) -> None:
    drafts = drafts_of(columns)
    assert needed_weight(drafts[0], drafts) == needed


@pytest.mark.parametrize(
    ("columns", "needed"),
    [
        ("Snarf: Mend the pier · Paint the quay · Light it up", 1.5),
        ("Snarf: Mend the pier · Paint the quay · Light it up\nIssue: it leaks", 1),
        ("Snarf: the pier leaks · the quay rots · the lamp fails", 3),
    ],
)
def test_cells_that_say_what_to_do_need_less_under_any_heading(columns: str, needed: float) -> None:
    drafts = drafts_of(columns)
    assert needed_weight(replace(drafts[0], field=Field.ACTION), drafts) == needed


@pytest.mark.parametrize(
    ("column", "weight"),
    [
        ("Owner:", 0.5),
        ("Owner: Ann Field · Head of Roads", 1),
        ("Owner: whoever of the team is there late at night", 0),
        ("Owner: whoever of the team is there then", 1),
        ("Due: Q2 23/24 · Q3 23/24 · soon · Mon · Tue", 1),
        ("Lead Partner: Ann Field · Head of Roads", 0.5),
        ("Due: Q2 23/24 · soon", 1),
        ("Due: Q2 23/24 · Q3 22/24 · spring so 24 · year end", 0.5),
        ("Due: Autumn 1 · In term 2 · soon", 0.5),
        ("Original due: Q2 23/24", 1),
        ("Status: In progress · Waiting on the weather", 1),
        ("Status: In progress · Completed · In progress", 1.5),
        ("Status: In progress · Completed · Waiting · On hold · Not started", 1.5),
        ("Status: In progress · Completed · Waiting · On hold", 1),
        ("Status: In progress · Completed", 1),
        ("Status: Open · Closed · Open", 1.5),
        ("Status: Open · Pending · Open", 1),
        ("Status: Accepted · Rejected · Accepted · Open", 0.5),
        ("Status: Accepted · Rejected · Open · Open · Closed", 1.5),
        ("Status: Accepted · Rejected · Open · Open · Overdue", 1),
        ("% complete: 0.5 · 1", 0.5),
        ("Status: Waiting · Stuck · Gone", 0.5),
        ("Status: Waiting · Stuck · Gone · Lost", 0.5),
        ("Status: Waiting · Stuck · Gone · Lost · Found", 0),
        ("Status: Waiting · Gone · Waiting · Gone · Gone", 0.5),
        ("RAG: Waiting · Stuck · Gone", 0),
        ("Status: Bad in the weather · Stuck in the harbour", 0),
        ("Status:", 0.5),
    ],
)
def test_what_a_column_weighs(column: str, weight: float) -> None:
    assert weigh_cells(draft(column), DEFAULT_VOCABULARY) == weight


def test_numbers_and_dates_are_no_owners() -> None:
    for cells in ("1 · 2", "2026-03-31 · 2026-04-30"):
        column = draft(f"Owner: {cells}")
        assert weigh_cells(replace(column, field=Field.OWNER), DEFAULT_VOCABULARY) == 0


def test_a_date_that_says_no_more_weighs_half() -> None:
    assert weigh_cells(replace(draft("Date: 2026-03-31"), field=Field.TIMESCALE), DEFAULT_VOCABULARY) == 0.5


def test_the_weightiest_column_of_a_field_counts_and_a_choice_settles_it() -> None:
    drafts = drafts_of("Due:\nOriginal due: Q2 23/24\nOwner:\nStatus: Gone · Lost · Stuck")
    weights = [weigh_companion(drafts, field, DEFAULT_VOCABULARY, {}) for field in (Field.TIMESCALE, Field.OWNER)]
    assert weights == [1, 0.5]
    assert weigh_companion(drafts, Field.OWNER, DEFAULT_VOCABULARY, {Field.OWNER: 3}) == 1
    assert weigh_companion(drafts[:1], Field.OWNER, DEFAULT_VOCABULARY, {}) == 0
    assert weigh_companion(drafts_of("Due: Q2 23/24"), Field.TIMESCALE, DEFAULT_VOCABULARY, {}) == 1


def test_a_column_of_use_is_not_foreign_whatever_its_heading() -> None:
    columns = drafts_of("Price update\nDate session logged\nHome:")
    assert look_around([replace(columns[0], field=Field.STATUS), *columns[1:]]).foreign == 1


@pytest.mark.parametrize(
    ("columns", "is_tracker", "present", "missing"),
    [
        ("Action: Mend it\nOwner: Ann", True, "action owner", "timescale status"),
        ("Action: Mend it\nState:", False, "action status", "owner timescale"),
        ("Action: Mend it\nOwner:\nRAG:\nPredecessor:", True, "action owner status", "timescale"),
        ("Action: Mend it\nDate: 2026-03-31", False, "action", "owner timescale status"),
        ("Action: Mend it\nOwner: Ann\nTime: 09:00 · 09:30 · 10:00", False, "action owner", "timescale status"),
        ("What we do: Mend it\nWho: Ann\nHow often: Weekly", False, "action owner", "timescale status"),
        ("Price: 3\nOwner: Ann", False, "owner", "action timescale status"),
    ],
)
def test_the_verdict(columns: str, is_tracker: bool, present: str, missing: str) -> None:
    verdict = judge(drafts_of(columns), DEFAULT_VOCABULARY, {})
    fields = (" ".join(each.field for each in verdict.present), " ".join(verdict.missing))
    assert (verdict.is_tracker, *fields, verdict.candidates) == (is_tracker, present, missing, ())


@pytest.mark.parametrize(
    ("columns", "trusts", "is_tracker"),
    [
        ("Action: Mend it", False, False),
        ("Action: Mend it", True, True),
        ("Action: Mend it\nStatus: Open", False, True),
        ("Action: Open · Closed\nOwner: Ann", False, False),
        ("Action: Open · Mend the pier\nOwner: Ann", False, False),
        ("Action: Mend it · Mend the pier · Open\nOwner: Ann", False, True),
    ],
)
def test_a_choice_of_actions_made_by_hand(columns: str, trusts: bool, is_tracker: bool) -> None:
    assert judge(drafts_of(columns), DEFAULT_VOCABULARY, {Field.ACTION: 1}, SheetHints(trusts)).is_tracker == is_tracker


@pytest.mark.parametrize(
    ("columns", "candidates"),
    [
        ("Snarf: Mend the old pier · Light the long quay\nNotes: Ann · Bo\nPrice: 3", "A 'Snarf'"),
        ("Snarf: Mend · Light\nNotes: Ann · Bo\nPrice: 3\nHome: 2026-03-31\nFoo:", "A 'Snarf', B 'Notes'"),
        ("Owner: Mend the old pier · Light the long quay", ""),
        (
            "Item: Pier · Quay walls · Lamp\nOwner: Ann · Bo · Cy\nTarget: The board · All · Crew",
            "A 'Item', C 'Target'",
        ),
        ("Item: R-1 · R-2 · R-3\nOwner: Ann · Bo · Cy\nTarget: The board · All · Crew", "C 'Target'"),
        ("Late: Yes · No · Yes\nGrade: High · Low · Low\nCause: Rust · Rot · Rust", "C 'Cause'"),
    ],
)
def test_the_columns_that_might_hold_the_actions(columns: str, candidates: str) -> None:
    assert ", ".join(map(describe_column, list_candidates(drafts_of(columns)))) == candidates


def test_a_column_without_a_heading_is_named_by_its_letter() -> None:
    assert describe_column(draft(": Mend it", 28)) == "AB"


@pytest.mark.parametrize(
    ("columns", "has_chart", "is_tracker"),
    [
        ("Action: Mend it\nPersonnel: Ann Field", True, True),
        ("Action: Mend it\nPersonnel: Ann Field", False, False),
        ("Action: Mend it", True, False),
        ("Task: Mend it\nPersonnel: Ann Field", True, False),
    ],
)
def test_a_chart_of_when_each_is_done_is_half_a_date(columns: str, has_chart: bool, is_tracker: bool) -> None:
    assert judge(drafts_of(columns), DEFAULT_VOCABULARY, {}, SheetHints(has_chart=has_chart)).is_tracker == is_tracker


@pytest.mark.parametrize(
    ("columns", "is_called_plan", "is_tracker"),
    [
        ("Action: Mend it\nState:", False, False),
        ("Action: Mend it\nState:", True, True),
        ("Action: Mend it", True, False),
        # What describes the rows of such a sheet describes what is to be done.
        ("Title: The pier · The quay · The lamp\nStatus: Done · To do · To do", True, True),
        ("Title: The pier · The quay · The lamp\nStatus: Done · To do · To do", False, False),
        ("Item: The pier · The quay · The lamp\nOwner: Ann · Bo · Ann\nTarget date:", True, True),
        ("Item: The pier · The quay · The lamp\nOwner: Ann · Bo · Ann\nTarget date:", False, False),
        (
            "Item: The pier · The quay · The lamp\nOwner: Ann · Bo · Ann\nPrice: 3 · 4 · 5\nQuantity: 1 · 1 · 2",
            True,
            False,
        ),
        # Words of work say how far it has come under a weak heading too.
        ("Action: Mend it · Light it · Draw it\nDisposition: Done · In progress · To do", False, True),
        ("Action: Mend it · Light it · Draw it\nDisposition: Scrap · Use as is · Scrap", False, False),
        # What describes a gap is one, as its number says.
        ("Summary: No rail · No lamp · No map\nGap ID: G1 · G2 · G3\nStatus: Done · To do · To do", False, True),
        ("Summary: No rail · No lamp · No map\nLamp ID: G1 · G2 · G3\nStatus: Done · To do · To do", False, False),
        ("Summary: No rail · No lamp · No map\nGap ID: G1 · G2 · G3\nStatus: Open · Open · Open", False, False),
        # A key of statuses stands on no sheet that calls itself a plan; what customers owe may stand on any.
        ("Description: Repair the quay · Paint the rail · Call them\nStatus: Done · To do · Open", True, True),
        (
            "Item: Ann Ltd owes for rope · Bo Ltd for paint\nCustomer: Ann Ltd · Bo Ltd\nDue date: 2026-03-31",
            True,
            False,
        ),
        # What to do, from day to day.
        ("Steps we promise: Mend the pier · Light it up\nStart date: May 2026\nEnd date: July 2026", False, True),
        ("Steps we promise: Mend the pier · Light it up\nEnd date: July 2026 · May 2026", False, False),
        ("Steps we promise: The pier · The lamp\nStart date: May 2026\nEnd date: July 2026", False, False),
        ("Description: Mend the pier · Light it up\nOwner: Ann", True, True),
        ("Description: Mend the pier · Light it up\nOwner: Ann\nProgress: 20 · 100", False, True),
        ("Description: Mend the pier · Light it up\nOwner: Ann\nProgress: 20 · 120", False, False),
        ("Recommendation: That it be mended\nOwner: Ann\nComments on action: None", False, True),
        ("Recommendation: That it be mended\nOwner: Ann\nComments: None", False, False),
    ],
)
def test_what_hints_at_a_tracker_adds_to_what_the_cells_bear_out(
    columns: str, is_called_plan: bool, is_tracker: bool
) -> None:
    verdict = judge(
        [replace(each, field=Field.ACTION) if each.column == 1 else each for each in drafts_of(columns)],
        DEFAULT_VOCABULARY,
        {},
        SheetHints(is_called_plan=is_called_plan),
    )
    assert verdict.is_tracker == is_tracker


@pytest.mark.parametrize(
    ("rated", "is_standing"),
    [(("Inherent score", "Residual score"), True), (("Gross", "Net"), True), (("Score", "Priority"), False)],
)
def test_controls_between_two_ratings_of_a_risk_are_there(rated: tuple[str, str], is_standing: bool) -> None:
    before, after = rated
    drafts = drafts_of(
        f"Risk: Loss of staff · Cyber attack · Flood\n{before}: 16 · 20 · 12\n"
        f"Controls: Workforce plan · Patches for all · Pumps and rotas\n{after}: 9 · 12 · 8"
    )
    drafts = [replace(each, field=Field.ACTION) if each.column == drafts[2].column else each for each in drafts]
    assert (find_controls(drafts) is not None) is is_standing
