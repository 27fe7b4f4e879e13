"""Columns of a tracker that only their cells name: blank headings, odd ones, and what nothing may be taken for."""

from __future__ import annotations

import pytest

from peerxl.model.layout import Field
from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.reading.columns.cells_alone import add_bare_action, name_by_cells
from peerxl.reading.columns.draft import Draft
from tests.reading.tables import drafts_of, summarise

ACTION = "Action: Mend the pier · Paint the quay · Light it up"
PEOPLE = "Ann Field · Head of Roads · Ann Field"
TOLD = "Lamps were ordered in May · The timber has now come · Awaiting a price from them"
LINKS = "https://a.example/1 · https://a.example/2 · https://a.example/3"
TO_COME = "to be named by the Mayor and the Harbour Board once the lights have been paid for in full"
YET = f"Quay Lead – {TO_COME} · Lights Lead – {TO_COME} · Pier Lead – {TO_COME}"
SAID = "The lamps of the long quay and of the short one are to be looked after by whoever has the key of the old shed"
WHO = "Owner: Ann\nDue: 2026-03-31"
DEMANDS = "The port must mend its pier · The port should paint its quay · The port must light it"


def read(columns: str) -> str:
    """The fields that come out; a column without a heading begins with a colon and is none of the table's so far."""
    drafts = drafts_of(columns)
    bare = [draft for draft in drafts if not draft.cell.text]
    headed = [draft for draft in drafts if draft.cell.text]
    return summarise(name_by_cells(headed, bare, DEFAULT_VOCABULARY, {}))


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f": 1 · 2 · 3\n{ACTION}", "ref · action"),
        (f": R1 · R2 · R3\n{ACTION}", "ref · action"),
        (f"{ACTION}\n: 1 · 2 · 3", "action"),
        (f": 1 · 2 · 3\n: 1.1 · 1.2 · 2.1\n{ACTION}", "action"),
        (f": 1 · 2 · 3\nRef: A · B · C\n{ACTION}", "ref · action"),
        (f": Pier · Quay · Lamp\n{ACTION}", "action"),
        (": 1 · 2 · 3\nOwner: Ann", "owner"),
        (f"{ACTION}\n: Done · Open · Done", "action · status"),
        (f"{ACTION}\n: Done · Open · Done\nStatus: Open", "action · status"),
        (f"{ACTION}\nConfidence: Green · Amber · Red", "action · status"),
        (f"{ACTION}\nConfidence: Green · Green · Green", "action · extra"),
        (f"{ACTION}\nConfidence: Green · Amber · High", "action · extra"),
        (f"{ACTION}\nProgress indicator: Green · Amber · In progress", "action · status"),
        (f"{ACTION}\nProgress indicator: In progress · In progress", "action · status"),
        (f"{ACTION}\nProgress indicator: Ships seen · Amber", "action · extra"),
        (f"{ACTION}\nRisk rating: Green · Amber · Red", "action · extra"),
        (f"{ACTION}\nConfidence: Green · Amber · Red\nStatus: Open", "action · extra · status"),
        (f"{ACTION}\n: {PEOPLE}", "action · owner"),
        (f"{ACTION}\nChampion: {PEOPLE}", "action · owner"),
        (f"{ACTION}\nChampion: {PEOPLE}\nOwner: Bo", "action · extra · owner"),
        (f"{ACTION}\nChampion: {PEOPLE}\nAlly: {PEOPLE}", "action · extra · extra"),
        (f"{ACTION}\nGroups as listed below: All · All · All", "action · extra"),
        (f"{ACTION}\nTrade bodies: All · Ann Field · All", "action · extra"),
        (f"{ACTION}\nSegment focus: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nTarget cohort: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nWho: All · All · All", "action · owner"),
        (f"{ACTION}\nReviewer: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nSupporting: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nApprover: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nAcceptance authority: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nSign-off: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nAction owner: {YET}\nChampion: {PEOPLE}", "action · owner · extra"),
        (f"{ACTION}\nAction owner: {SAID}\nChampion: {PEOPLE}", "action · extra · extra"),
        (f"{ACTION}\nResponsibility: {SAID}\nChampion: {PEOPLE}", "action · extra · owner"),
        (f"{ACTION}\nDescription: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nSubject: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nTenant: {PEOPLE}", "action · extra"),
        (f"{ACTION}\nAgency: Ports · Roads · Ports", "action · owner"),
        (f"{ACTION}\nDept.: Finance · HR · Finance", "action · owner"),
        (f"{ACTION}\nTrade: Plumbing · Joinery · Plumbing", "action · owner"),
        (f"{ACTION}\nDept.: 12 · 14 · 12", "action · extra"),
        (f"Dept.: Finance · HR · Finance\n{ACTION}", "extra · action"),
        (f"{ACTION}\nDept.: Finance · HR · Finance\nOwner: Bo", "action · extra · owner"),
        (f"{ACTION}\nOwner: Bo\nEvaluation: {TOLD}", "action · owner · comment"),
        (f"{ACTION}\nEvaluation: {TOLD}", "action · extra"),
        (f"{ACTION}\nOwner: Bo\nBackground: {TOLD}", "action · owner · extra"),
        (f"{ACTION}\nOwner: Bo\nBenefit: {TOLD}", "action · owner · extra"),
        (f"{ACTION}\nOwner: Bo\nIndicators: {TOLD}", "action · owner · extra"),
        (
            f"{ACTION}\nOwner: Bo\nRequired or not: Required in ports · Needed by all · Required in May",
            "action · owner · extra",
        ),
        (f"{ACTION}\nOwner: Bo\nEvaluation: {TOLD}\nNotes: It leaks", "action · owner · extra · comment"),
        (f"{ACTION}\nOwner: Bo\n: {TOLD}", "action · owner"),
        (f"{ACTION}\nDescription: It leaks", "action · comment"),
        (f"{ACTION}\nTitle: It leaks", "action · comment"),
        (f"{ACTION}\nTitle: It leaks a lot · It is old", "action · extra"),
        (f"{ACTION}\nDescription: It leaks · It is old · It is dark", "action · extra"),
        (f"{ACTION}\nDescription:", "action · extra"),
        (f"Description: It leaks\n{ACTION}", "extra · action"),
        (f"{ACTION}\nDescription: It leaks\nNotes: It leaks", "action · extra · comment"),
        (f"{ACTION}\nR: Ports · Roads\nA: Bo\nC: Bo\nI: Bo", "action · owner · extra · extra · extra"),
        (f"{ACTION}\nR: Ports · Roads\nA: Bo\nC: Bo", "action · extra · extra · extra"),
        (f"{ACTION}\nEvidence of progress: it is lit", "action · comment"),
        (f"{ACTION}\nEvidence of progress: it is lit\nNotes: it leaks", "action · evidence · comment"),
        (f"{ACTION}\nEvidence: it is lit", "action · evidence"),
        (f"{ACTION}\nEvidence of progress: {LINKS}", "action · evidence"),
        (f"CQC requirement: {DEMANDS}\n{ACTION}", "recommendation · action"),
        (f"Finding: {DEMANDS}\n{ACTION}", "recommendation · action"),
        (f"Finding: {DEMANDS}\nRecommendation: Mend it\n{ACTION}", "extra · recommendation · action"),
        (f"{ACTION}\nFinding: {DEMANDS}", "action · extra"),
        (f"{ACTION}\nReview date: 2026-03-31 · 2026-04-30", "action · timescale"),
        (f"{ACTION}\nNext review due: 2026-03-31 · 2026-04-30\nOwner: Bo", "action · timescale · owner"),
        (f"{ACTION}\nReview date: 2026-03-31\nDue: 2026-03-31", "action · extra · timescale"),
        (f"{ACTION}\nReview date: 2026-03-31\nDue:", "action · extra · timescale"),
        (f"{ACTION}\nReview date: 2026-03-31\nDate raised:", "action · extra · date raised"),
        (f"{ACTION}\nReview date: 2026-03-31\nHarbour: 2026-03-31", "action · extra · extra"),
        (f"{ACTION}\nReview date:", "action · timescale"),
        (f"{ACTION}\nReview date: asked · not asked · in hand", "action · extra"),
        (f"Review date: 2026-03-31\n{ACTION}", "extra · action"),
        (f"{ACTION}\nReview of fees date: 2026-03-31", "action · extra"),
    ],
)
def test_what_cells_alone_say(columns: str, fields: str) -> None:
    assert read(columns) == fields


def test_a_field_settled_by_hand_is_not_looked_for() -> None:
    drafts = drafts_of(f"{ACTION}\nChampion: {PEOPLE}\nReview date: 2026-03-31")
    chosen = {Field.OWNER: 9, Field.TIMESCALE: 9}
    assert summarise(name_by_cells(drafts, [], DEFAULT_VOCABULARY, chosen)) == "action · extra · extra"
    assert summarise(name_by_cells(drafts, [], DEFAULT_VOCABULARY, {Field.REF: 2})) == "action · extra · timescale"
    *headed, bare = drafts_of(f"{WHO}\n: Mend the pier · Paint the quay · Light it up")
    assert summarise(add_bare_action(headed, [bare], {Field.ACTION: 9})) == "owner · timescale"


def with_bare(columns: str) -> str:
    drafts = drafts_of(columns)
    bare: list[Draft] = [draft for draft in drafts if not draft.cell.text]
    return summarise(add_bare_action([draft for draft in drafts if draft.cell.text], bare, {}))


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (f"{WHO}\n: Mend the pier · Paint the quay · Light it up", "owner · timescale · action"),
        ("Owner: Ann\n: Mend the pier · Paint the quay · Light it up", "owner"),
        (f"{WHO}\n: Mend the pier · Paint the quay", "owner · timescale"),
        (f"{WHO}\n: The pier leaks · The quay too · It is dark", "owner · timescale"),
        # Beside who and when, what says something of each row alone.
        (
            f"{WHO}\n: Gauge whether anybody comes · The trust to send a claim · Repainting of the box by BT",
            "owner · timescale · action",
        ),
        (
            f"{WHO}\n: Gauge whether anybody comes · Gauge whether anybody comes · Repainting of the box by BT",
            "owner · timescale",
        ),
        (f"{WHO}\nIssue: It leaks\n: Mend the pier · Paint the quay · Light it up", "owner · timescale · extra"),
        (
            f"{WHO}\nRecommendation: Mend it\n: Mend the pier · Paint the quay · Light it up",
            "owner · timescale · recommendation",
        ),
        (f"{ACTION}\n: Mend the pier · Paint the quay · Light it up", "action"),
        (f"{WHO}\nAction:\n: Mend the pier · Paint the quay · Light it up", "owner · timescale · action"),
    ],
)
def test_actions_without_a_heading(columns: str, fields: str) -> None:
    assert with_bare(columns) == fields
