"""The command that looks at what is to be published: what it prints, its JSON, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from peerxl.cli import main
from tests.conftest import EXAMPLE


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.xlsx"
    done = CliRunner().invoke(main, ["appendix", str(EXAMPLE), "-o", str(path), "--sheets", "actions", "--no-record"])
    assert done.exit_code == 0
    return path


@pytest.fixture
def secret(paper: Path) -> Path:
    book = openpyxl.load_workbook(paper)
    book.create_sheet("Pay").sheet_state = "veryHidden"
    book.save(paper)
    return paper


def test_a_sound_paper_is_said_to_be_so(paper: Path) -> None:
    done = CliRunner().invoke(main, ["publish-check", str(paper)])
    assert (done.exit_code, done.stdout) == (0, f"{paper}: nothing in it that must not be published\n")


def test_a_secret_is_named_with_its_rule_its_place_and_what_to_do(secret: Path) -> None:
    done = CliRunner().invoke(main, ["publish-check", str(secret)])
    assert done.exit_code == 1
    first, *_, last = done.stdout.splitlines()
    assert first == (
        f"{secret}!Pay: error: rule 10, very-hidden-sheet: a sheet that no menu of Excel shows; show it in the Visual Basic editor "
        "(Visible: -1), then delete it, or copy the rest to a new workbook"
    )
    assert last.startswith(f"{secret}: not to be published as it is: 1 error")


def test_the_json(secret: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean.xlsx"
    done = CliRunner().invoke(main, ["publish-check", str(secret), "--json", "--clean", str(clean)])
    document = json.loads(done.stdout)
    assert (document["file"], document["safe"], document["cleaned"]) == (str(secret), False, str(clean))
    assert document["findings"][0] == {
        "rule": 10,
        "code": "very-hidden-sheet",
        "severity": "error",
        "sheet": "Pay",
        "cells": [],
        "part": "xl/worksheets/sheet2.xml",
        "message": "a sheet that no menu of Excel shows",
        "remedy": "show it in the Visual Basic editor (Visible: -1), then delete it, or copy the rest to a new workbook",
    }
    assert document["left"] == []
    assert done.stderr == f"wrote {clean}: values only, without pictures and charts\n"


def test_a_clean_copy_says_what_it_still_shows(secret: Path, tmp_path: Path) -> None:
    """The hidden sheet is gone, and an address that stands in a cell is not."""
    book = openpyxl.load_workbook(secret)
    book.worksheets[0]["A30"] = "Ask ann@council.gov.uk"
    book.save(secret)
    clean = tmp_path / "clean.xlsx"
    done = CliRunner().invoke(main, ["publish-check", str(secret), "--clean", str(clean)])
    wrote, left = done.stderr.splitlines()
    assert (done.exit_code, wrote) == (1, f"wrote {clean}: values only, without pictures and charts")
    name = book.worksheets[0].title
    assert left == (
        f"still in it, as it is not hidden: {clean}!{name}!A30: error: rule 11, personal-data: an email address in 1 cell; "
        "take it out, or see that whoever it is agrees"
    )
    done = CliRunner().invoke(main, ["publish-check", str(secret), "--json", "--clean", str(clean), "--force"])
    assert [(each["code"], each["cells"]) for each in json.loads(done.stdout)["left"]] == [("personal-data", ["A30"])]


def test_what_is_no_workbook_is_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_text("notes")
    done = CliRunner().invoke(main, ["publish-check", str(tmp_path / "notes.xlsx")])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"peerxl: {tmp_path / 'notes.xlsx'}: ")
