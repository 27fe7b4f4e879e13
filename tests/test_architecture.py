"""The house's shape: imports go one way, and each library is known to the modules that it is for, and to no others."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE

PACKAGE = Path(__file__).resolve().parents[1] / "peerxl"

# From the ground up; a module imports from its own room and those before it.
ROOMS = (
    "garbage",
    "frozen",
    "pattern",
    "advice",
    "errors",
    "text",
    "files",
    "model",
    "language",
    "identity",
    "reading",
    "checks",
    "chasing",
    "calendar",
    "movement",
    "merge",
    "documents",
    "adoption",
    "returns",
    "excel",
    "papers",
    "dataset",
    "portfolio",
    "mail",
    "record",
    "undo_log",
    "commands",
    "page",
    "cli",
)
# What people see of the package stands above all rooms.
FACES = ("__init__", "__main__")

# The folders of the patch, likewise; what lies beside them is named as a folder would be.
PATCH_LAYERS = ("address", "zip", "parts", "sheet", "edit", "proof", "target")
# And those of the reading.
READING_LAYERS = (
    "headings",
    "cells",
    "headers",
    "columns",
    "rows",
    "verdicts",
    "own_sheets",
    "trackers",
    "actions",
    "plan",
    "quarter_words",
    "answer_columns",
    "nowhere",
    "next_quarter",
)

# Which modules may import a library, by the start of their name; every library used stands here.
LIBRARIES = {
    "click": ("cli",),
    "python_calamine": ("excel.native",),
    "openpyxl": ("excel.formulas",),
    "xlsxwriter": ("excel.written_mould", "excel.publish.clean"),
    "defusedxml": ("excel",),
    "filelock": ("files.lock",),
    "pandas": ("model.fiscal", "model.plan"),
    "rapidfuzz": ("identity.pairs",),
    "platformdirs": ("record.index", "page.maker"),
    "holidays": ("calendar.working_days",),
    "dateutil": ("calendar.reminders",),
    "icalendar": ("calendar.ics",),
    "jinja2": ("mail.page", "mail.wording", "papers.html", "papers.docx", "page.maker"),
    "msal": ("mail.graph",),
    "oxmsg": ("mail.outlook",),
    "olefile": ("mail.outlook", "excel.old_formats"),
    "fsspec": ("commands.portfolio.addresses",),
    "distributed": ("commands.portfolio.cluster",),
    "tqdm": ("cli.progress",),
    "pyarrow": ("dataset.arrow",),
    "duckdb": ("dataset.duckdb",),
    "typst": ("papers.pdf",),
    "docx": ("papers.docx_template",),
    "docxtpl": ("papers.docx_template",),
}

# What is installed under another name than it is imported by.
IMPORTED_AS = {"python_dateutil": "dateutil", "python_docx": "docx", "python_oxmsg": "oxmsg"}
# What only some need, and an extra installs.
EXTRAS = {"distributed", "docx", "docxtpl", "duckdb", "fsspec", "msal", "pyarrow", "typst"}

# Heavy libraries are imported in the function that needs them, never at the head of a module.
HEAVY = {
    "openpyxl",
    "pandas",
    "pyarrow",
    "duckdb",
    "fsspec",
    "distributed",
    "tqdm",
    "xlsxwriter",
    "rapidfuzz",
    "holidays",
    "icalendar",
    "jinja2",
    "msal",
    "oxmsg",
    "olefile",
    "typst",
    "docx",
    "docxtpl",
}


MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def height(name: str) -> int:
    """How far up a module is: the index of its room."""
    return (*ROOMS, *FACES).index(name.partition(".")[0])


@cache
def list_nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree))


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module imported; for "from package import module" the module."""
    for node in list_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            module = node.module or ""
            named = [f"{module}.{alias.name}" for alias in node.names]
            yield from (name if is_module(name) else module for name in named)


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return name.startswith("peerxl.") and (path.with_suffix(".py").is_file() or path.is_dir())


def for_types_only(tree: ast.Module) -> set[str]:
    blocks = [
        node for node in list_nodes(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return {name for block in blocks for name in imports(block)}


def built_on(tree: ast.Module) -> set[str]:
    """The modules of ours that a module cannot be run without."""
    needed = set(imports(tree)) - for_types_only(tree)
    return {name.removeprefix("peerxl.") for name in needed if name.startswith("peerxl.")}


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    tree, name = parse(path), module_name(path)
    assert {module for module in built_on(tree) if height(module) > height(name)} == set()


@pytest.mark.parametrize(("place", "layers"), [("excel.patch", PATCH_LAYERS), ("reading", READING_LAYERS)])
def test_a_room_of_many_is_layered(place: str, layers: tuple[str, ...]) -> None:
    folder, prefix = PACKAGE.joinpath(*place.split(".")), f"peerxl.{place}."
    upward = set()
    for path in folder.rglob("*.py"):
        layer = path.relative_to(folder).with_suffix("").parts[0]
        own = {module.removeprefix(prefix) for module in imports(parse(path)) if module.startswith(prefix)}
        known = {layers.index(module.partition(".")[0]) for module in own}
        if layer != "__init__" and known and max(known) > layers.index(layer):
            upward.add(path.name)
    assert upward == set()


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_each_library_is_imported_only_where_it_belongs(path: Path) -> None:
    tree, name = parse(path), module_name(path)
    others = {module.partition(".")[0] for module in imports(tree)} - set(sys.stdlib_module_names) - {"peerxl"}
    assert others <= set(LIBRARIES)
    misplaced = {library for library in others if not name.startswith(LIBRARIES[library])}
    assert misplaced == set()


def test_every_library_that_is_required_is_used() -> None:
    used = {module.partition(".")[0] for path in MODULES for module in imports(parse(path))}
    assert set(LIBRARIES) <= used
    required = (PACKAGE.parent / "setup.cfg").read_text(encoding="utf-8").split("install_requires")[1].split("[")[0]
    names = {line.split(">=")[0].strip().lower().replace("-", "_") for line in required.splitlines() if ">=" in line}
    assert {IMPORTED_AS.get(name, name) for name in names} == set(LIBRARIES) - EXTRAS


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    heads = [node for node in parse(path).body if isinstance(node, ast.Import | ast.ImportFrom)]
    at_head = {module.partition(".")[0] for node in heads for module in imports(node)}
    assert at_head.isdisjoint(HEAVY)


def test_no_module_of_ours_imports_in_a_circle() -> None:
    graph = {module_name(path): built_on(parse(path)) for path in MODULES}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for below in sorted(graph.get(name, ())):
                visit(below, (*above, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_a_class_name_has_one_meaning() -> None:
    homes = defaultdict(list)
    for path in MODULES:
        for node in list_nodes(parse(path)):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(module_name(path))
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_plan_s_words_are_read_by_its_own_way_of_counting_years(path: Path) -> None:
    """Those that may leave it out are for whoever has no plan; those for a plan cannot be called without it."""
    for_no_plan = {"parse_timescale", "read_quarter"}
    taken = {
        alias.name
        for node in list_nodes(parse(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("peerxl.language.timescales")
        for alias in node.names
    }
    may_have_none = module_name(path) in ("__init__", "cli.plan_commands")
    assert may_have_none or taken.isdisjoint(for_no_plan)


def test_every_module_says_what_it_is_for() -> None:
    silent = [module_name(path) for path in MODULES if not ast.get_docstring(parse(path))]
    assert silent == []


def test_the_rooms_are_those_that_stand_here() -> None:
    assert {module_name(path).partition(".")[0] for path in MODULES} == {*ROOMS, *FACES}


@pytest.mark.parametrize("room", [room for room in ROOMS if (PACKAGE / room).is_dir()])
def test_a_folder_says_what_it_owns_and_what_it_must_never_know(room: str) -> None:
    text = " ".join((ast.get_docstring(parse(PACKAGE / room / "__init__.py")) or "").split())
    assert "It owns " in text
    assert "It must never " in text


def test_what_a_command_does_needs_no_command_line_and_no_frame(tmp_path: Path) -> None:
    """All of it, run in a process of its own; what adds to a record or writes into a master also takes filelock."""
    master = shutil.copy(EXAMPLE, tmp_path / "plan.xlsx")
    code = f"""
import sys
from datetime import date
from peerxl import adopt, check_plan, read_plan, write_appendix, write_chase, write_findings, write_quarter
master, out = {str(master)!r}, {str(tmp_path)!r}
plan, today = read_plan(master), date(2026, 1, 5)
write_findings(plan, check_plan(plan), out + "/findings.xlsx", master)
write_appendix(plan, out + "/appendix.xlsx")
adopt(master, output=out + "/master.xlsx")
print(*{{"click", "filelock", "pandas"}} & set(sys.modules))
write_chase(plan, out + "/chase", today=today)
write_quarter(plan, out + "/quarter", master, today=today)
from peerxl import collect, undo
print(*{{"click", "pandas"}} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    assert len(list(tmp_path.rglob("*.xlsx"))) > 5
