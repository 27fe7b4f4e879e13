"""What the page says when something is wrong: in its own words, never in the options of a command line."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from peerxl import advice
from peerxl.advice import Advice, Voice, speaking
from peerxl.cli import main
from peerxl.commands.read import FormAsPlanError, PaperAsPlanError
from peerxl.errors import ColumnError
from peerxl.files.save import OutputExistsError
from peerxl.merge.settlement import option
from peerxl.page.desk import answer
from peerxl.page.desk.enquiry import read_once, read_sheets_once
from peerxl.record.line import NewerLineError
from tests.cli import test_remedies as remedies
from tests.cli.test_remedies import REMEDIES, Trouble, save
from tests.conftest import ROOT
from tests.test_architecture import imports, is_module, list_nodes, parse

NOW = "2024-01-08T10:00:00"
QUESTIONS: dict[str, dict[str, Any]] = {
    "read": {},
    "findings": {},
    "papers": {},
    "returns": {},
    "publish": {"endings": [".csv"]},
    "next": {"is_dry": True},
    "new-year": {},
    "undo": {},
}
"""What the page asks of a plan at its steps, in their order; what else it asks comes to no other words."""
NO_WORDS = frozenset({"html", "style", "downloads", "files", "path", "kept", "gone"})
"""What of an answer is shown as it is, or names files that the page has."""
COMMANDS = "|".join(main.commands)
FOREIGN = re.compile(rf"(?<![\w-])--[a-z]|\bpeerxl (?:{COMMANDS})\b|\brun (?:{COMMANDS})\b|\bout/|/tmp\b|command line")
"""What nobody understands who has never seen a command line, and where the page keeps its files."""
OF_FOLDERS = frozenset({remedies.a_folder_without_forms})
"""Troubles with folders that the page has not."""
TROUBLES = tuple({each.trouble: each.about for each in REMEDIES if each.trouble not in OF_FOLDERS}.items())


@pytest.fixture(name="folder")
def make_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the page has it: a plan, and something that came back and is no form."""
    monkeypatch.chdir(tmp_path)
    read_once.cache_clear()
    read_sheets_once.cache_clear()
    save()
    for name in ("forms", "out/returned"):
        Path(name).mkdir(parents=True)
    Path("out/returned/notes.txt").write_text("no form", encoding="utf-8")
    return tmp_path


def ask(what: str, plan: str = "master.xlsx", **values: Any) -> dict[str, Any]:
    return dict(json.loads(answer(json.dumps({"ask": what, "plan": plan, "now": NOW, "options": {}, **values}))))


def list_words(reply: object) -> Iterator[str]:
    """Everything that an answer says."""
    if isinstance(reply, str):
        yield reply
    elif isinstance(reply, dict):
        for name, value in reply.items():
            if name not in NO_WORDS and not name.startswith("accept"):
                yield from list_words(value)
    elif isinstance(reply, list):
        for each in reply:
            yield from list_words(each)


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("trouble", "about"), TROUBLES, ids=[about for _, about in TROUBLES])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_whatever_is_wrong_is_said_in_the_words_of_the_page(trouble: Trouble, about: str) -> None:
    with ExitStack() as troubles:
        troubles.enter_context(trouble())
        said = {what: list(list_words(ask(what, **values))) for what, values in QUESTIONS.items()}
    assert [(about, what, words) for what, each in said.items() for words in each if FOREIGN.search(words)] == []


SAYS = {
    "SAY_QUARTER": (
        remedies.no_quarter,
        "findings",
        "Nothing says which quarter this is, so what is due or late was not checked; write the quarter, as Q3 2023/24, "
        "under “How it was read”, or say it in the plan.",
    ),
    "SAY_QUARTER_OR_SETTING": (
        remedies.no_quarter,
        "papers",
        "master.xlsx: nothing says which quarter this is; write it, as Q3 2023/24, under “How it was read”, or say it in "
        "the plan.",
    ),
    "SAY_COLUMN": (
        remedies.two_status_columns,
        "read",
        "Plan!F3,E3: 'Current status' was read as the status column and 'Status', which could be it too, was not; choose "
        "which it is under “How it was read”.",
    ),
    "SAY_ACTIONS": (
        remedies.no_headings,
        "read",
        "master.xlsx: no sheet has a row of headings that make a plan; if it is one all the same, say under “How it was "
        "read” in which row and column its actions begin.",
    ),
    "READ_SHEET": (
        remedies.another_tracker,
        "read",
        "Roads: The sheet 'Roads' also looks like a tracker and was not read, as it has other columns than the sheet "
        "'Plan'; to read it, choose it under “How it was read”.",
    ),
    "RUN_NEXT": (
        remedies.a_plan_that_has_moved_on,
        "papers",
        "master.xlsx!Plan: there is no column for the status and the comment of Q2 2023/24, so that is not asked; add "
        "columns headed “Quarter 2 update” and “Quarter 2 comments”, or write Q1 2023/24 as the quarter under “How it was "
        "read” and move on to the next.",
    ),
    "RUN_NEXT_AGAIN": (
        remedies.a_title_with_a_day,
        "next",
        "master.xlsx!Plan!A1: “Harbour action plan Q1 2023/24 (as at 30 June 2023)” cannot be moved on to Q2 2023/24; "
        "write “Q1 2023/24” there, with no month beside it, and move on again.",
    ),
    "MAKE_YEAR": (
        remedies.the_last_quarter_of_the_year_in_the_title,
        "next",
        "Q1 2024/25 is not of the year that the title says, “Harbour plan 2023/24”; make next year’s plan, and take "
        "a move back that is made already",
    ),
    "MOVE_ON": (
        remedies.nothing,
        "asked",
        "Today is in Q4 2023/24; the plan still reports Q1 2023/24. Once that has been reported, move it on to the next "
        "quarter.",
    ),
    "PUBLISH_PERSONAL": (
        remedies.an_address,
        "publish",
        "master.xlsx: the paper would publish personal data: Plan!F4 (an email address); take it out, or tick “Publish "
        "personal data all the same”.",
    ),
    "OVERRIDE": (
        remedies.a_hidden_sheet_in_the_paper,
        "publish",
        "master.xlsx: the paper would hold a hidden sheet in Pay; delete it.",
    ),
    "SAVE_FORMS": (
        remedies.nothing,
        "returns",
        "None of these files is a form or a mail; choose the workbooks that came back, or the mails as they were saved.",
    ),
    "KEEP_ELSEWHERE": (
        remedies.a_file_in_the_way_of_the_record,
        "publish",
        ".peerxl/record: what is done cannot be remembered there (File exists); move what has that name away.",
    ),
    "EARLIER_COPIES": (
        remedies.a_fix_taken_back,
        "undo",
        "master.xlsx: there is no change to take back; earlier copies are in the folder “backup” of its record.",
    ),
    "FORGET": (
        remedies.a_plan_saved_since_it_moved_on,
        "undo",
        "master.xlsx: the plan was saved since its change of 08/01/2024 at 09:30, so that is not taken back; put in its "
        "place master 2024-01-08 093000.xlsx from the folder “backup” of its record, or leave it as it is.",
    ),
}
"""A sentence with each advice as the page gives it: what is wrong, and the question that is answered so."""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("trouble", "what", "sentence"), SAYS.values(), ids=list(SAYS))
def test_the_page_gives_its_own_advice(trouble: Trouble, what: str, sentence: str) -> None:
    with trouble():
        assert sentence in list_words(ask(what, endings=[".xlsx"], is_dry=True))


@pytest.mark.usefixtures("folder")
def test_days_that_cannot_be_are_chosen_otherwise() -> None:
    for values, advised in (
        ({"today": "9999-12-30"}, "choose an earlier day to ask on"),
        ({"reply_by": "2024-01-02"}, "choose a later day to reply by"),
    ):
        assert ask("papers", **values)["error"].endswith(f"; {advised}."), values


@pytest.mark.usefixtures("folder")
def test_another_file_of_the_plan_is_opened_in_place_of_its_copy() -> None:
    with remedies.a_copy_of_the_plan():
        error = ask("papers", "copy.xlsx")["error"]
    assert error.endswith(
        "; open that one in its place, or move it into another folder if this is the plan from now on."
    )


@pytest.mark.usefixtures("folder")
def test_a_plan_of_another_year_is_made_anew() -> None:
    with remedies.last_quarter_s_file():
        assert ask("next", "last.xlsx", is_dry=True)["error"].endswith("and move on again, or make next year’s plan.")


def test_what_hardly_happens_in_the_page_is_said_in_its_words_too() -> None:
    with speaking(Voice.PAGE):
        said = (
            str(OutputExistsError("plan.xlsx")),
            str(ColumnError("9", "names no column")),
            str(NewerLineError(9)),
            str(FormAsPlanError("Ann.xlsx", "plan.xlsx")),
            str(PaperAsPlanError("paper.xlsx")),
            option("H1.status=mine"),
            advice.READ_HIDDEN.words(),
        )
    assert said == (
        "plan.xlsx: there is a different file of this name already, so nothing was written; move it away.",
        "'9' names no column; choose the column anew.",
        "it was written by a newer peerxl (schema 9): ask for the newest page to count it",
        "Ann.xlsx: this is a form that an owner was sent, and not the plan; choose the plan, and the form under "
        "“What came back”.",
        "paper.xlsx: this is an appendix that peerxl wrote, and not the plan; give the plan that it was written of.",
        "your choice “H1.status=mine”",
        "choose it to read it",
    )


ELSEWHERE = frozenset(
    """
    CHOOSE_PLAN LATER_REPLY EARLIER_DAY CHASE_OTHER BEGIN_YEAR REPLACE WRITE_COLUMN COUNT_NEWER ACCEPT READ_HIDDEN
    KEEP_COLUMN ADOPT_PAPER
    """.split()
)
"""Advice whose words in the page have a test of their own."""


def test_each_advice_has_its_row() -> None:
    assert {name for name, each in vars(advice).items() if isinstance(each, Advice)} == ELSEWHERE | set(SAYS)


NOT_ASKED = {
    "peerxl.adoption": "the page adopts no tracker",
    "peerxl.commands.movement": "it compares no two files",
    "peerxl.commands.sending": "it sends nothing",
    "peerxl.mail": "it sends nothing",
    "peerxl.commands.appendix": "it offers no merged cells, and all sheets or none",
    "peerxl.errors": "it has all the libraries that it asks for",
    "peerxl.reading.verdicts.refusal": "the options are put into advice that has other words in the page",
    "peerxl.merge.settlement": "likewise",
}
"""Where options are named in words that the page does not come to, and why."""
COMMAND = re.compile(r"[a-z]+ --[a-z]+")
"""A command as the record names it."""


@cache
def list_reached() -> dict[str, ast.Module]:
    """The modules that the page's answers come to, with their syntax trees."""
    waiting, trees = ["peerxl.page.desk"], dict[str, ast.Module]()
    while waiting:
        name = waiting.pop()
        if name not in trees and is_module(name):
            path = ROOT.joinpath(*name.split("."))
            trees[name] = parse(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))
            waiting += [*imports(trees[name]), name.rpartition(".")[0]]
    return trees


def test_no_text_that_the_page_comes_to_names_an_option() -> None:
    """But in advice, which has other words for the page."""
    apart = ("peerxl.advice", *NOT_ASKED)
    named = {
        (name, text) for name, tree in list_reached().items() if not name.startswith(apart) for text in texts_of(tree)
    }
    assert {(name, text) for name, text in named if FOREIGN.search(text) and not COMMAND.fullmatch(text)} == set()


def texts_of(tree: ast.Module) -> Iterator[str]:
    """The texts in a module's code, but for what documents it."""
    nodes = list_nodes(tree)
    documents = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value
