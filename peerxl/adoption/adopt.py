"""A plan, and last year's where there is one, made into a master: its document, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from peerxl.adoption.listing import adoption_sheet
from peerxl.adoption.note import Adopting, AdoptionNote, bare
from peerxl.adoption.notes import notes_of, on_cells, reads_otherwise
from peerxl.adoption.proof import Difference
from peerxl.adoption.refs import ActionRef, name_actions
from peerxl.adoption.same import join_settled
from peerxl.adoption.settings import settings_of
from peerxl.adoption.shape import Places, places_of
from peerxl.adoption.taking import Taken, take_actions
from peerxl.checks import check_plan
from peerxl.documents.document import Document, Section
from peerxl.documents.master import PLAN, PLAN_INTRO, build_master, build_plan_section
from peerxl.identity.pairs import ActionPair, find_pairs
from peerxl.model.plan import ActionPlan
from peerxl.model.settings import Settings
from peerxl.model.sheet import Cell, Sheet
from peerxl.text import one_line

UNDATED = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Adoption:
    """A plan on its way into a master: ``source`` is the name of the old workbook, ``plan_section`` the plan itself."""

    source: str
    settings: Settings
    places: Places
    plan_section: Section
    adopting: Adopting
    notes: tuple[AdoptionNote, ...]

    @property
    def named(self) -> tuple[ActionRef, ...]:
        return self.adopting.named

    @property
    def dated(self) -> date:
        """The day the master stands for: the end of the quarter it reports on."""
        return self.settings.quarter.last_day if self.settings.quarter else UNDATED

    def document(self) -> Document:
        """The master, with a sheet that lists what there is to say."""
        listing = (adoption_sheet(self.source, self.notes),)
        master = build_master(self.places.title, self.settings, self.dated, others=listing)
        return replace(master, sections=(self.plan_section, *master.sections[1:]))

    def with_notes(self, found: Iterable[Difference], links: int, comments: int) -> Adoption:
        """The same with a note for everything that reads otherwise, and for what stands on cells."""
        before = reads_otherwise(self.adopting, found)
        return replace(self, notes=(*before, *self.notes, *on_cells(links, comments)))


def adopt_plan(
    plan: ActionPlan,
    sheets: Sequence[Sheet],
    find_first_row: Callable[[Section], int],
    last: ActionPlan | None = None,
    settled: Sequence[ActionPair] = (),
) -> Adoption:
    """A plan made into a master; ``sheets`` are those it was read from, ``last`` is last year's plan.

    ``find_first_row`` says in which row of its sheet a section's table will begin. ``settled`` are pairs of the two
    years' actions that somebody has said to be one.
    """
    settings = settings_of(plan)
    plan = replace(plan, settings=settings)
    old = last.actions if last else ()
    pairs = join_settled(find_pairs(plan.actions, old), settled)
    named = name_actions(plan, pairs, old)
    places = places_of(plan)
    taken = take_actions(plan, named, places, sheets)
    plan_section = build_plan_section(places.title, tuple(each.row for each in taken), places.shape)
    # Known before it is written: the sheet of notes, which goes into it, names its cells.
    cells = list_cells(plan_section, find_first_row(plan_section))
    adopting = Adopting(
        plan, check_plan(plan), named, places, cells, moved(taken, cells), lines_above(plan, sheets), pairs, last
    )
    return Adoption(plan.source, settings, places, plan_section, adopting, notes_of(adopting))


def lines_above(plan: ActionPlan, sheets: Sequence[Sheet]) -> tuple[Cell, ...]:
    """What stands above the plan's tables beside its title, but for what a master of ours says there itself."""
    named = {sheet.name: sheet for sheet in sheets}
    # Reversed, so that of several tables on a sheet the uppermost counts.
    first = {table.sheet: table.first_header_row for table in reversed(plan.tables)}
    cells = (
        named[name].cell(row, column)
        for name, header in first.items()
        for row in range(1, header)
        for column in range(1, len(named[name].rows[row - 1]) + 1)
    )
    return tuple(cell for cell in cells if one_line(cell.text) not in ("", plan.title, PLAN_INTRO))


def list_cells(section: Section, first_row: int) -> tuple[Mapping[str, Cell], ...]:
    """The master's cells of each action, by the headings."""
    columns = [(column.heading, number) for number, column in enumerate(section.columns, 1)]
    return tuple(
        {heading: Cell(PLAN, first_row + index, number) for heading, number in columns}
        for index in range(len(section.rows))
    )


def moved(taken: Sequence[Taken], cells: Sequence[Mapping[str, Cell]]) -> dict[Cell, tuple[Cell, ...]]:
    """Where each old cell went: one that is merged or carried down went to several."""
    found: dict[Cell, tuple[Cell, ...]] = {}
    for old, new in pairs_of(taken, cells):
        found[bare(old)] = (*found.get(bare(old), ()), new)
    return found


def pairs_of(taken: Sequence[Taken], cells: Sequence[Mapping[str, Cell]]) -> Iterator[tuple[Cell, Cell]]:
    for each, places in zip(taken, cells, strict=True):
        yield from ((old, places[heading]) for heading, old in each.origins.items())
