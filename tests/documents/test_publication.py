"""What must not be published unasked, found in a document with the plan's cells."""

from __future__ import annotations

from datetime import date

from peerxl.documents.appendix import build_appendix
from peerxl.documents.document import Document, Section, TableColumn, TableEntry, TableRow
from peerxl.documents.publication import list_personal_data
from peerxl.model.owner import Owner
from tests.documents.plans import PLAN, Q2, Q3, action, plan_of, update


def test_each_cell_is_named_once_with_what_it_holds() -> None:
    plan = plan_of(
        action(4, "Ask ann.lee@wexmere.example", theme="Vision", status="Done", comment="Ring 01632 960123."),
        action(5, "Plant", theme="Vision", comment="Ring ext 4321 or mail a@b.example."),
        action(6, "Mend", owners=(Owner("bo@wexmere.example", "bo"),), status="WIP"),
    )
    assert list(map(str, list_personal_data(build_appendix(plan, Q3)))) == [
        "Action plan!D4 (an email address)",
        "Action plan!H4 (a telephone number)",
        "Action plan!H5 (an email address and a telephone number)",
        "Action plan!F6 (an email address)",
    ]


def test_only_what_is_published_counts() -> None:
    last = update(4, Q2, "WIP", "Ring 01632 960123.")
    closed = action(5, "Plant", status="Done", comment="Mail a@b.example.")
    plan = plan_of(action(4, "Mend", status="WIP", comment="Begun.", last=last), closed)
    assert list_personal_data(build_appendix(plan, Q3, layout="open")) == ()
    assert len(list_personal_data(build_appendix(plan, Q3))) == 1
    assert list_personal_data(build_appendix(PLAN, Q3)) == ()


def test_words_above_the_table_count_too() -> None:
    columns, rows = (TableColumn("A"),), (TableRow.of(TableEntry("a@b.example")),)
    document = Document("T", (Section("S", "Ring 01632 960123", columns=columns, rows=rows),), date(2024, 1, 1))
    assert list(map(str, list_personal_data(document))) == [
        "the lines above the table (a telephone number)",
        "the lines above the table (an email address)",
    ]
