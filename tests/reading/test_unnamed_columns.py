"""Columns whose heading does not say what they are for, named by their cells and their place."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.cells.profile import profile_values
from peerxl.reading.columns.unnamed_columns import are_in_order, name_columns
from tests.reading.tables import drafts_of, summarise

ACTION = "Action: Mend the pier · Paint the quay · Light it up"

FOUR = "Action: Mend the pier · Paint the quay · Light it up · Sell it on"
AIMS = "A pier that stands · A quay that all like · Nobody falls · Money for the lamps"
TOLD = (
    "The pier was mended in May · The quay was painted in June · The lamps were lit in July · It was sold to the trust"
)


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"Agenda: 1.1 · 1.2 · 2.1\n{ACTION}", "ref · action"),
        # Two codes of one form are refs beyond doubt, under the name of the thing itself too.
        ("Risk: RSK-2026-0019 · RSK-2026-0014\nAction: Mend the pier · Paint it", "ref · action"),
        ("Breach: B-12 · B-7\nAction: Mend the pier · Paint it", "ref · action"),
        ("decision_id: D1 · D2\nDecision: Mend the pier · Paint it\nAction: Buy it · Sell it", "ref · extra · action"),
        ("Breach: B-12 · C/7\nAction: Mend the pier · Paint it", "extra · action"),
        ("Breach: B-12 · B-12\nAction: Mend the pier · Paint it", "extra · action"),
        ("Breach: 12 · 7\nAction: Mend the pier · Paint it", "extra · action"),
        ("Breach: Week 1 · Week 2\nAction: Mend the pier · Paint it", "extra · action"),
        # What counts the rows is their ref, whatever the word for a place among others is used for besides.
        *(
            (f"{place}: 1 · 2 · 3\n{ACTION}", "ref · action")
            for place in ("Order", "Sort order", "Rank", "Position", "Pos.", "Nr")
        ),
        *((f"{place}: 4411 · 4417 · 4502\n{ACTION}", "extra · action") for place in ("Order", "Position")),
        (f"Order: 120 · 80 · 45\n{ACTION}", "extra · action"),
        (f"Order: 1 · 1 · 2\n{ACTION}", "extra · action"),
        (f"Order: 1 · 2\n{ACTION}", "extra · action"),
        (f"Purchase order: 1 · 2 · 3\n{ACTION}", "extra · action"),
        (f"{ACTION}\nOrder: 1 · 2 · 3", "action · extra"),
        (f"Order: 1 · 2 · 3\nRef: A-4 · A-5 · A-6\n{ACTION}", "extra · ref · action"),
        (f"Agenda: Week 1 · Week 2 · Week 3\n{ACTION}", "extra · action"),
        (f"Agenda: Pier · Quay · Lamp\n{ACTION}", "extra · action"),
        (f"Agenda: 1.1 · 1.2 · 1.2\n{ACTION}", "extra · action"),
        (f"{ACTION}\nAgenda: 1.1 · 1.2 · 2.1", "action · extra"),
        (f"Place: Pier\nAgenda: 1.1 · 1.2 · 2.1\n{ACTION}", "extra · ref · action"),
        (f"Place: Pier\nRoom: 1.1 · 1.2 · 2.1\n{ACTION}", "extra · extra · action"),
        (f"Minute: 25/1 · 25/2 · 25/3\nAgenda: 1.1 · 1.2 · 2.1\n{ACTION}", "ref · extra · action"),
        # A column that lists several codes in a cell says what a row is about, where another numbers the rows.
        (f"Rank: R-1 · R-2 · R-3\nFinding ID: F1, F2 · F3; F4 · F5\n{ACTION}", "ref · extra · action"),
        (f"Rank: R-1 · R-2 · R-3\nFinding ID: F1 · F3; F4 · F5\n{ACTION}", "extra · ref · action"),
        (f"Finding ID: F1, F2 · F3; F4 · F5\n{ACTION}", "ref · action"),
        (f"{ACTION}\nResolution: Done · Open · Done", "action · status"),
        (f"Agenda: 1.1 · 1.2 · 2.1\nRef: 1 · 2 · 3\n{ACTION}", "extra · ref · action"),
        (f"Impact: 1.1 · 1.2 · 2.1\n{ACTION}", "extra · action"),
        ("Agenda: 1.1 · 1.2 · 2.1\nOwner: Ann", "extra · owner"),
        (f"workstream_id: W1 · W2 · W3\nworkstream: Acme · Bolt · Crest\n{ACTION}", "ref · theme · action"),
        (f"workstream_id: W1 · W1 · W3\nworkstream: Acme · Acme · Crest\n{ACTION}", "extra · theme · action"),
        (f"vendor_id: V1 · V2 · V3\nvendor_name: Acme · Bolt · Crest\n{ACTION}", "extra · extra · action"),
        (f"Control ID: CM-3 · IA-2 · PE-10\n{ACTION}", "ref · action"),
        (f"Control family: Media · Media · People\nControl ID: CM-3 · IA-2 · PE-10\n{ACTION}", "extra · ref · action"),
        (f"Control ID: CM-3 · CM-3 · PE-10\n{ACTION}", "extra · action"),
        (f"{ACTION}\nControl ID: CM-3 · IA-2 · PE-10", "action · extra"),
        (f"Complaint ref: V1 · V2 · V3\n{ACTION}", "ref · action"),
        (f"{ACTION}\nList: To do · Done · Done", "action · status"),
        (f"{ACTION}\nList: To do · To do · On hold", "action · extra"),
        (f"{ACTION}\nList: To do · Done · Done\nStatus: Open", "action · extra · status"),
        (f"{ACTION}\nList: To do · Done · Done\nBucket: Done · To do · Done", "action · extra · extra"),
        (f"{ACTION}\nType: To do · Done · Done", "action · extra"),
        (f"{ACTION}\nFor: FY26 · FY27 · Q3 2025/26", "action · timescale"),
        (f"{ACTION}\nYear: 2025/26 · 2026/27 · 2026/27", "action · timescale"),
        (f"Year: 2025/26 · 2026/27 · 2026/27\n{ACTION}", "extra · action"),
        (f"{ACTION}\nYear: Year 1 · Ongoing · Ongoing", "action · timescale"),
        (f"{ACTION}\nYear: Ongoing · Ongoing · Ongoing", "action · extra"),
        (f"{ACTION}\nYear: Year 1 · Ongoing · Wet", "action · extra"),
        (f"{ACTION}\nSpan: Year 1 · Ongoing · Ongoing", "action · extra"),
        (f"{ACTION}\nFor: 2025/26 · 2026/27 · 2026/27\nDue: Q1 2025/26", "action · extra · timescale"),
        (f"{ACTION}\nDate: FY26 · FY27 · Q3 2025/26", "action · timescale"),
        (f"{ACTION}\nTarget close-out: 2026-03-31 · 2026-04-30 · 2026-05-31", "action · timescale"),
        (f"{ACTION}\nPlanned start on: 2026-03-31 · 2026-04-30 · 2026-05-31", "action · extra"),
        (f"{ACTION}\nHarbour date: FY26 · FY27 · Q3 2025/26", "action · timescale"),
        (f"{ACTION}\nDate raised: FY26 · FY27 · Q3 2025/26", "action · extra"),
        (f"{ACTION}\nStarted: FY26 · FY27 · Q3 2025/26", "action · extra"),
        (f"{ACTION}\nFor: FY26 Q2 · Q3 FY26 · fy 26/27", "action · timescale"),
        (f"{ACTION}\nFor: Annual · Quarterly · Monthly", "action · extra"),
        (f"{ACTION}\nFor: 2026-03-31 · 2026-04-30 · 2026-05-31", "action · extra"),
        (f"{ACTION}\nFor: March 2026 · April 2026 · May 2026", "action · extra"),
        (f"{ACTION}\nFor: 2025 · 2026 · 2026", "action · extra"),
        (f"What happened: it leaks\n{ACTION}\nOutcome: mended", "extra · action · comment"),
        # What each action is for stands before who does it and when; what came of it behind, or not in each row.
        (f"{FOUR}\nOutcome: {AIMS}\nOwner: Ann\nDue: Q1", "action · extra · owner · timescale"),
        (f"{FOUR}\nResults: {AIMS}\nDue: Q1\nOwner: Ann", "action · extra · timescale · owner"),
        (f"{FOUR}\nOwner: Ann\nOutcome: {AIMS}\nDue: Q1", "action · owner · comment · timescale"),
        (f"{FOUR}\nOutcome: {AIMS}\nOwner: Ann", "action · comment · owner"),
        (f"{FOUR}\nOutcome: Piers that stand\nOwner: Ann\nDue: Q1", "action · comment · owner · timescale"),
        (f"{FOUR}\nOutcome: {TOLD}\nOwner: Ann\nDue: Q1", "action · comment · owner · timescale"),
        (f"{FOUR}\nComments: {AIMS}\nOwner: Ann\nDue: Q1", "action · comment · owner · timescale"),
        (f"Comments: it leaks\n{ACTION}", "comment · action"),
        (f"Case ref: A1\n{ACTION}\nInvoice ref: B7", "ref · action · extra"),
        (f"{ACTION}\nRef: B7", "action · ref"),
        (f"Foo: Pier · Quay\n{FOUR}", "theme · action"),
        (f"Outcome: Pier · Quay\n{FOUR}", "theme · action"),
        (f"Foo: Pier · Quay\nBar: Old · New\n{FOUR}", "theme · extra · action"),
        (f"Foo: Pier · Quay\nTheme: Old\n{FOUR}", "extra · theme · action"),
        (f"Foo: Pier · Quay\nRecommendation: Mend it\n{FOUR}", "extra · recommendation · action"),
        (f"Risk: Pier · Quay\n{FOUR}", "extra · action"),
        (f"Project: Pier · Quay\n{FOUR}", "extra · action"),
        (f"Department: Pier · Quay\n{FOUR}", "extra · action"),
        (f"{FOUR}\nFoo: Pier · Quay", "action · extra"),
        (f"Foo: Done · Done · To do · To do\n{FOUR}", "status · action"),
    ],
)
def test_what_cells_say_where_a_heading_does_not(columns: str, fields: str) -> None:
    drafts = drafts_of(columns)
    # An update column is settled before these are looked at.
    assert summarise(name_columns(drafts, DEFAULT_VOCABULARY, {})) == fields


def test_a_field_settled_by_hand_is_not_looked_for() -> None:
    drafts = drafts_of(f"Agenda: 1.1 · 1.2 · 2.1\n{ACTION}\nList: To do · Done · Done")
    for chosen in ({Field.REF: 9, Field.STATUS: 9}, {Field.OWNER: 1, Field.COMMENT: 3}):
        assert summarise(name_columns(drafts, DEFAULT_VOCABULARY, chosen)) == "extra · action · extra"


@pytest.mark.parametrize(("last", "are_so"), [("14", True), ("3", False), ("9" * 400, False)])
def test_numbers_in_order_are_refs_as_text_too(last: str, are_so: bool) -> None:
    assert are_in_order(profile_values(["2", "4", "5", "9", last])) == are_so
