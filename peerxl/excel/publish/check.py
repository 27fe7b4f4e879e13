"""Every rule on what may be published, in its order, held against a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from peerxl.excel.publish.exposure import Exposure
from peerxl.excel.publish.hidden_rules import (
    list_hidden_cells,
    list_hidden_sheets,
    list_remote_cells,
    list_unseen_text,
    list_what_ifs,
)
from peerxl.excel.publish.look_rules import list_headings, list_look_faults, list_openings, list_pictures
from peerxl.excel.publish.page_rules import list_page_faults
from peerxl.excel.publish.part_rules import list_parts, list_properties, list_targets, list_workbook_facts
from peerxl.excel.publish.table_rules import list_table_faults
from peerxl.excel.publish.text_rules import list_formulas, list_personal_data
from peerxl.excel.publish.workbook import PublishedWorkbook
from peerxl.model.finding import Severity

FindExposures = Callable[[PublishedWorkbook], Iterator[Exposure]]
LEAKS: tuple[FindExposures, ...] = (
    list_hidden_sheets,
    list_hidden_cells,
    list_unseen_text,
    list_remote_cells,
    list_what_ifs,
    list_parts,
    list_workbook_facts,
    list_properties,
    list_targets,
)
"""What lies in a file beside the words that it shows."""
RULES: tuple[FindExposures, ...] = (
    *LEAKS,
    list_personal_data,
    list_formulas,
    list_table_faults,
    list_headings,
    list_look_faults,
    list_pictures,
    list_openings,
    list_page_faults,
)
UNSAFE = 10
"""From this rule on a file tells what it should not; those before say who can read it."""


def list_exposures(workbook: PublishedWorkbook, rules: Sequence[FindExposures] = RULES) -> tuple[Exposure, ...]:
    """What stands in the way of publishing a workbook, what is unsafe first."""
    found = [exposure for rule in rules for exposure in rule(workbook)]
    # What lies in the file unseen comes before what is only hard to read.
    return tuple(sorted(found, key=lambda each: (each.severity.rank, each.rule < UNSAFE, each.rule)))


def is_unsafe(exposure: Exposure) -> bool:
    """Whether it stands in the way of a file's leaving the council, and not only of everybody's reading it."""
    return exposure.severity is Severity.ERROR
