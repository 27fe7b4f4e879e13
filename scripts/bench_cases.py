"""Each piece of work that is measured: ours, and beside it what others do with the same rows.

A case works on one plan, ``Path``, and writes beside it. What it needs first is prepared without being measured.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bench_patch import choose_cells, load_and_save, modify, patch
from bench_plans import make_plan

from peerxl import (
    adopt,
    check_plan,
    collect,
    find_movement,
    next_quarter,
    read_plan,
    undo,
    write_appendix,
    write_chase,
    write_findings,
)
from peerxl.checks.roster import list_owners
from peerxl.commands.fix import fix

CHASED_ON = date(2024, 1, 10)
DONE_AT = datetime(2024, 1, 17, 12)
CELLS = 1_000

Work = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A piece of work; ``needs`` is the module without which it cannot be measured."""

    name: str
    run: Work
    prepare: Work = lambda path: None
    needs: str = ""

    @property
    def is_installed(self) -> bool:
        return not self.needs or importlib.util.find_spec(self.needs) is not None


def check(path: Path) -> None:
    check_plan(read_plan(path))


def read_by_openpyxl(path: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(path):
        for _ in sheet.iter_rows(values_only=True):
            pass


def read_by_calamine(path: Path) -> None:
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def find(path: Path) -> None:
    plan = read_plan(path)
    write_findings(plan, check_plan(plan), path.with_name("findings.xlsx"), path, force=True)


def chase(path: Path) -> None:
    write_chase(read_plan(path), path.with_suffix(""), today=CHASED_ON, force=True, no_record=True)


def chase_once(path: Path) -> None:
    """Make the forms that are collected, where no case before has."""
    if not path.with_suffix("").exists():
        chase(path)


def collect_forms(path: Path) -> None:
    collect(path, [path.with_suffix("") / "forms"], now=DONE_AT, dry_run=True, no_record=True)


def copy_of(path: Path) -> Path:
    """The copy of a plan that is changed in its place."""
    return path.with_name(f"changed-{path.name}")


def copy_plan(path: Path) -> None:
    shutil.rmtree(path.with_name(".peerxl"), ignore_errors=True)
    shutil.copyfile(path, copy_of(path))


def fix_plan(path: Path) -> None:
    fix(copy_of(path), now=DONE_AT, timescales=True, no_record=True)


def copy_and_fix(path: Path) -> None:
    copy_plan(path)
    fix_plan(path)


def move_on(path: Path) -> None:
    next_quarter(copy_of(path), now=DONE_AT, no_record=True)


def earlier_of(path: Path) -> Path:
    return path.with_name(f"earlier-{path.name}")


def cells_of(path: Path) -> dict[str, str]:
    rows = int(path.stem)
    return choose_cells(rows, min(CELLS, rows // 2))


def target_of(path: Path) -> Path:
    return path.with_name("set.xlsx")


# Collect takes in the forms that chase has written, so it comes after. A peer stands below what it is a peer of.
CASES = (
    Case("read and check", check),
    Case("  openpyxl reads", read_by_openpyxl, needs="openpyxl"),
    Case("  calamine reads", read_by_calamine, needs="python_calamine"),
    Case("findings workbook", find),
    Case("owners", lambda path: list_owners(read_plan(path))),
    Case("chase", chase),
    Case("collect", collect_forms, chase_once),
    Case("fix", fix_plan, copy_plan),
    Case("undo", lambda path: undo(copy_of(path), now=DONE_AT, no_record=True), copy_and_fix),
    Case("next", move_on, copy_plan),
    Case("movement", lambda path: find_movement(earlier_of(path), path)),
    Case("adopt", lambda path: adopt(path, output=path.with_name("adopted.xlsx"), force=True)),
    Case("appendix", lambda path: write_appendix(read_plan(path), path.with_name("appendix.xlsx"), force=True)),
    Case("  XlsxWriter writes the plan", lambda path: make_plan(path.with_name("written.xlsx"), int(path.stem))),
    Case("1,000 cells set", lambda path: patch(path, target_of(path), cells_of(path))),
    Case("  openpyxl sets them", lambda path: load_and_save(path, target_of(path), cells_of(path)), needs="openpyxl"),
    Case("  wolfxl sets them", lambda path: modify(path, target_of(path), cells_of(path)), needs="wolfxl"),
)
"""What is measured at each size."""
HELD = ("read and check", "  openpyxl reads", "  calamine reads")
"""The cases whose memory is measured too, each in a process of its own."""


def make_plans(folder: Path, count: int) -> Path:
    """A plan of so many actions, and the same a quarter earlier."""
    path = folder / f"{count}.xlsx"
    make_plan(path, count)
    make_plan(earlier_of(path), count, quarter=2)
    return path


def find_cases(names: list[str]) -> Iterator[Case]:
    """The cases that were asked for, by the beginning of their names; all where none was."""
    return (case for case in CASES if not names or any(case.name.strip().startswith(name) for name in names))
