"""How a plan was read: its title and quarter, its sheets, and what each column was taken for."""

from __future__ import annotations

from collections.abc import Iterator

from peerxl.commands.read import PaperAsPlanError, refuse_form, refuse_list
from peerxl.documents.plan_list import summarize_plan
from peerxl.errors import PeerxlError
from peerxl.model.layout import KEPT, Fate, Field, Table
from peerxl.model.plan import ActionPlan
from peerxl.model.sheet import Sheet, column_letter
from peerxl.page.desk.enquiry import Enquiry, Json

CHOOSABLE = tuple(field for field in Field if field not in KEPT)
"""What a column can be said to be."""


FIRST_ROWS = 15
"""How many rows of a sheet are shown to point at its headings."""
WIDEST = 40


def describe_plan(enquiry: Enquiry) -> Json:
    """The plan as it was read; where it was not, why, and the sheets to say by hand what is where."""
    for refuse in (refuse_form, refuse_list):
        refuse(enquiry.plan, enquiry.sheets)
    choices = {"fields": list(map(str, CHOOSABLE)), "all_sheets": [show_sheet(sheet) for sheet in enquiry.sheets]}
    try:
        plan = enquiry.read
    except PaperAsPlanError:
        raise
    except PeerxlError as error:
        return {"unread": str(error), **choices}
    return {
        "title": plan.title,
        "file": plan.source,
        "quarter": str(plan.quarter) if plan.quarter else None,
        "actions": len(plan.actions),
        "words": summarize_plan(plan),
        "sheets": [
            {"name": sheet.name, "fate": str(sheet.fate), "why": sheet.why, "is_read": sheet.fate is Fate.READ}
            for sheet in plan.sheets
        ],
        "tables": [describe_table(plan, table) for table in plan.tables],
        "faults": [f"{fault.place}: {fault.message}" for fault in plan.faults],
        **choices,
    }


def describe_table(plan: ActionPlan, table: Table) -> Json:
    return {
        "sheet": table.sheet,
        "header_row": table.last_header_row,
        "actions": len([action for action in plan.actions if action.sheet == table.sheet]),
        "columns": [
            {
                "letter": column_letter(column.number),
                "heading": column.heading.text,
                "field": str(column.field),
                "quarter": str(column.quarter) if column.quarter else None,
            }
            for column in table.columns
        ],
    }


def show_sheet(sheet: Sheet) -> Json:
    """A sheet's first rows, for somebody who is to point at the headings."""
    return {"name": sheet.name, "rows": list(list_rows(sheet))}


def list_rows(sheet: Sheet) -> Iterator[Json]:
    for row in sheet.filled_rows[:FIRST_ROWS]:
        cells = (sheet.cell(row, column) for column in range(1, len(sheet.rows[row - 1]) + 1))
        words = ((column_letter(cell.column), shorten(cell.text.strip())) for cell in cells)
        yield {"row": row, "cells": [{"letter": letter, "words": text} for letter, text in words if text]}


def shorten(text: str) -> str:
    """As much of a text as is shown of a cell."""
    return text if len(text) <= WIDEST else f"{text[:WIDEST].rstrip()}…"
