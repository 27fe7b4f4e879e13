"""The mould of a workbook: all of it but its cells, its texts and where its tables end.

Workbooks that differ in nothing else, as the forms of one quarter do, have the same mould, which is then written once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from peerxl.documents.document import Document, TableRow, TextLine
from peerxl.excel.drawn_sheet import DrawnSheet, JoinedCell, LinkedCell
from peerxl.excel.drop_downs import DropDown, list_drop_downs
from peerxl.excel.formats import Look
from peerxl.excel.palette import Palette
from peerxl.excel.sheet_layout import SheetLayout


@dataclass(frozen=True, slots=True)
class SheetMould:
    """One sheet without its words; ``layout`` has one empty row where the sheet has any, or all those of a chart."""

    layout: SheetLayout
    title: Look
    drop_downs: tuple[DropDown, ...]
    links: tuple[LinkedCell, ...]
    joined: tuple[JoinedCell, ...]


@dataclass(frozen=True, slots=True)
class Mould:
    """A workbook without its words; ``looks`` are those of its cells, ``led`` those of cells whose first line is bold.

    Looks are in an order of their own, so that it is one mould in whichever order they are first met with.
    """

    subject: str
    creator: str
    dated: date
    language: str
    sheets: tuple[SheetMould, ...]
    looks: tuple[Look, ...]
    led: tuple[Look, ...]


def build_mould(
    document: Document, layouts: Sequence[SheetLayout], sheets: Sequence[DrawnSheet], palette: Palette
) -> Mould:
    """The mould of a document whose sheets are laid out and drawn."""
    moulds = (
        SheetMould(
            take_out_words(layout),
            Look.title(layout.title_size),
            tuple(drop_down for drop_down, _ in list_drop_downs(layout, layouts)),
            tuple(sheet.links),
            tuple(sheet.joined),
        )
        for layout, sheet in zip(layouts, sheets, strict=True)
    )
    return Mould(
        document.subject,
        document.creator,
        document.dated,
        document.language,
        tuple(moulds),
        palette.in_order(frozenset(chain.from_iterable(sheet.looks for sheet in sheets))),
        tuple(sorted(frozenset[Look]().union(*(sheet.led for sheet in sheets)))),
    )


def take_out_words(layout: SheetLayout) -> SheetLayout:
    """The layout without what its cells say, how tall its rows are and how many; a chart keeps its figures."""
    # How many lines there are to write on says nothing but how tall a row is.
    columns = tuple(
        replace(column, writing_lines=0) if column.writing_lines else column for column in layout.section.columns
    )
    section = replace(layout.section, title="", intro=(), rows=(), columns=columns, footer="")
    lines = (TextLine(""),) * len(layout.lines)
    if layout.has_chart:
        return replace(layout, section=replace(section, rows=layout.section.rows), lines=lines)
    rows = (TableRow(()),) if layout.has_table else ()
    return replace(layout, section=section, lines=lines, rows=rows, heights=(), chart_height=0.0)
