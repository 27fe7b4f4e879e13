"""What a terminal would obey never reaches it: not from cells, names of sheets and files, or what was typed."""

from __future__ import annotations

import ast
import json
import shlex
import subprocess
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from peerxl.cli import main
from peerxl.text import UNSAFE, quote_argument, show_unsafe, show_unsafe_as_json
from tests.conftest import ROOT

TITLE, RED, TURNED = "\x1b]0;owned\x07", "\x9b31m", "\u202etxt.exe"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (TITLE, "\\x1b]0;owned\\x07"),
        (RED, "\\x9b31m"),
        (TURNED, "\\u202etxt.exe"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\rb\x7f\x00", "a\\rb\\x7f\\x00"),
        ("Zoë – “x” 日本", "Zoë – “x” 日本"),
    ],
)
def test_what_is_shown_of_it(text: str, shown: str) -> None:
    assert show_unsafe(text) == shown
    assert json.loads(show_unsafe_as_json(json.dumps(text, ensure_ascii=False))) == text


@given(st.text())
def test_nothing_of_it_is_left(text: str) -> None:
    document = show_unsafe_as_json(json.dumps([text], ensure_ascii=False))
    assert not UNSAFE.search(show_unsafe(text) + document)
    assert json.loads(document) == [text]


def write_plan(folder: Path) -> Path:
    path = folder / f"plan{TURNED}{RED}.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(f"Plan{RED}{TURNED}")
        for row, cells in enumerate(
            [
                ("Ref", "Action", "Owner", "Timescale", "Q1 2023/24 update", "Comments"),
                (
                    f"H1{RED}",
                    f"Repair the pier{TURNED}",
                    f"AD Estates{RED}",
                    f"soon{RED}{TURNED}",
                    f"Odd{RED}",
                    f"x{TURNED}",
                ),
                (f"H1{RED}", f"Light the pier{TURNED}", f"AD Estates{RED}", "Q1 23/24", "In progress", ""),
            ]
        ):
            sheet.write_row(row, 0, cells)
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--json"),
        ("show",),
        ("show", "--explain"),
        ("show", "--json"),
        ("owners",),
        ("doctor",),
        ("history",),
        ("publish-check",),
        ("publish-check", "--json"),
        ("chase", "--dry-run", "--today", "2023-06-01"),
        ("appendix", "-o", f"{RED}.txt"),
        ("check", "--sheet", f"none{RED}"),
        ("check", "--header-row", f"none{RED}"),
    ],
    ids=" ".join,
)
def test_no_command_prints_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    result = CliRunner().invoke(main, [command, str(write_plan(tmp_path)), *rest])
    assert result.output
    assert result.exit_code in (0, 1, 2)
    assert UNSAFE.sub("", result.output) == result.output


@pytest.mark.parametrize("name", [TITLE, RED, TURNED])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path / name.replace("/", ""))])
    assert result.exit_code == 2
    assert UNSAFE.sub("", result.output) == result.output


def test_only_one_module_prints() -> None:
    printing = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "peerxl").rglob("*.py")
        if path.name != "printing.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("print", "click.echo", "click.secho", "click.style")
    ]
    assert printing == []


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("H1.status=theirs", "H1.status=theirs"),
        ("H1.status=AD Roads", '"H1.status=AD Roads"'),
        ("H1.status=Bill's", '"H1.status=Bill\'s"'),
        ("a|b&c>d^e (f)", '"a|b&c>d^e (f)"'),
        ("10% more", '"10% more"'),
        ("a$b", "'a$b' (at Windows' prompt \"a$b\")"),
        ('say "no"', '\'say "no"\' (at Windows\' prompt "say ""no""")'),
        ("a`b`", "'a`b`' (at Windows' prompt \"a`b`\")"),
    ],
)
def test_words_to_type(words: str, typed: str) -> None:
    assert quote_argument(words) == typed
    assert shlex.split(typed.partition(" (at Windows")[0]) == [words]


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1))
def test_what_is_to_be_typed_arrives(words: str) -> None:
    line = quote_argument(words).partition(" (at Windows")[0]
    done = subprocess.run(["/bin/sh", "-c", f"printf %s {line}"], capture_output=True, text=True, check=True)
    assert done.stdout == words
