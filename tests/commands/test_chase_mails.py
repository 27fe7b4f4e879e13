"""The mails of a chase: to whom, what they say, in whose words, and what lies beside them."""

from __future__ import annotations

import csv
import io
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.test_cli import run, sentence
from tests.commands.councils import BRIDGE, JOINT, PIER, write_council
from tests.commands.test_chase_days import MONDAY, ROADS, answered, chase, write_down


def draft(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft(tmp_path: Path) -> None:
    document = chase(write_council(tmp_path / "master.xlsx", (PIER, JOINT, BRIDGE)), MONDAY)
    path = Path(document["owners"][0]["draft"])
    assert path == tmp_path / "out" / "drafts" / "AD Ports.eml"
    message = draft(path)
    assert {
        name: str(value) for name, value in message.items() if name not in ("Date", "Message-ID", "Content-Type")
    } == {
        "X-Unsent": "1",
        "To": "Ann Lee <ann.lee@wexmere.example>",
        "Reply-To": "Ed Rowe <ed.rowe@wexmere.example>",
        "Subject": "Harbour action plan, Q3 2026/27: 2 questions for you, please reply by Monday 7 December 2026",
        "MIME-Version": "1.0",
    }
    text = body(message)
    assert text.splitlines()[0] == "Dear Ann Lee,"
    assert text.splitlines()[2] == (
        "Please open the attached workbook, press “Enable Editing” at the top, fill in the yellow cells, save it and send "
        "it back as a reply with the workbook attached. If anything is unclear, ask Ed Rowe. AD Roads was asked as well."
    )
    joint = "You lead; AD Roads is asked too. One answer is enough."
    assert (joint in text, "<table" in body(message, "html"), joint in body(message, "html")) == (True, True, True)
    (form,) = message.iter_attachments()
    assert (form.get_filename(), form.get_content()) == ("AD Ports.xlsx", Path(document["forms"][0]).read_bytes())
    assert "AD Ports leads. One answer is enough." in body(draft(path.with_name("AD Roads.eml")))


def test_a_late_owner_s_draft_has_its_copies(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx")
    chase(master, MONDAY)
    document = chase(master, "2026-12-21")
    message = draft(Path(document["owners"][0]["draft"]))
    assert str(message["Cc"]) == "Cy Moon <cy.moon@wexmere.example>, Di Hart <di.hart@wexmere.example>"
    assert str(message["Subject"]).startswith("Overdue: Harbour action plan, Q3 2026/27: 2 questions for you")
    assert "I wrote to you on Monday 23 November 2026" in body(message)
    assert "is now 14 days late" in body(message)


def test_who_is_a_month_late_is_on_the_chief_executive_s_list(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx")
    chase(master, MONDAY)
    write_down(master, "2026-11-25", answered(master, ROADS, "R1"))
    for day, says in (("2027-01-04", []), ("2027-01-11", ["On the chief executive's list: AD Ports (35 days late)."])):
        chase(master, day)
        sheet = load_workbook(tmp_path / "out" / "chase-list.xlsx")["Owners"]
        lines = [str(cell.value) for cell in sheet["A"]]
        assert [line for line in lines if line.startswith("On the chief")] == says


def test_a_notice_has_no_form(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx", (JOINT,))
    chase(master, MONDAY)
    write_down(master, "2026-11-24", answered(master, ROADS, "J1"))
    chase(master, "2026-11-25")
    message = draft(tmp_path / "out" / "drafts" / "AD Ports.eml")
    assert "Somebody else has answered action J1, and one answer is enough." in body(message)
    assert list(message.iter_attachments()) == []
    assert sorted(path.name for path in (tmp_path / "out" / "drafts").iterdir()) == ["AD Ports.eml"]
    assert list((tmp_path / "out" / "forms").iterdir()) == []


def test_the_list_for_a_mail_merge_and_the_page(tmp_path: Path) -> None:
    owners = [("AD Ports", "=HYPERLINK(1)", "ann.lee@wexmere.example", ""), ("AD Roads", "Bo Day", "", "")]
    chase(write_council(tmp_path / "master.xlsx", owners=owners), MONDAY)
    content = (tmp_path / "out" / "mail-merge.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("Owner", "Email", "Workbook"),
        ("AD Ports", "ann.lee@wexmere.example", "forms/AD Ports.xlsx"),
        ("AD Roads", "", "forms/AD Roads.xlsx"),
    ]
    page = (tmp_path / "out" / "chase.html").read_text(encoding="utf-8")
    assert "<h1>Mails for Harbour action plan, Q3 2026/27, Monday 23 November 2026</h1>" in page
    assert "mailto:ann.lee@wexmere.example?" in page
    assert "No address is known" in page


def test_a_council_s_own_words(tmp_path: Path) -> None:
    letters = (
        ("Ask subject", "{{ quarter }}: {{ number }}"),
        ("ask", "Hello {{ name }}!\n\n{{ table }}"),
        ("notice", ""),
    )
    document = chase(write_council(tmp_path / "master.xlsx", letters=letters), MONDAY)
    message = draft(Path(document["owners"][1]["draft"]))
    assert str(message["Subject"]) == "Q3 2026/27: 1 question"
    assert body(message).startswith("Hello Bo Day!\n\n1. Ref: R1\n   Action: Mend the bridge")


@pytest.mark.parametrize(
    ("letter", "says"),
    [
        (
            ("ask", "Dear {{ surname }}"),
            "master.xlsx!Letters!B2: the letter “ask” has the merge word “surname”, which nobody knows; the merge words "
            "are owner, name, plan,",
        ),
        (
            ("thanks", "Thank you"),
            "master.xlsx!Letters!B2: there is no letter “thanks”; the letters are ask subject, ask,",
        ),
    ],
)
def test_words_that_cannot_be_used_are_named_with_their_cell(
    tmp_path: Path, letter: tuple[str, str], says: str
) -> None:
    master = write_council(tmp_path / "master.xlsx", letters=(letter,))
    assert says in sentence(run("chase", master, "--out", tmp_path / "out", "--today", MONDAY))
    assert not (tmp_path / "out").exists()


def test_no_header_comes_of_a_name(tmp_path: Path) -> None:
    owners = [("AD Ports", "Ann\r\nBcc: all@wexmere.example", "ann.lee@wexmere.example", ""), ("AD Roads", "", "", "")]
    document = chase(write_council(tmp_path / "master.xlsx", owners=owners), MONDAY)
    message = draft(Path(document["owners"][0]["draft"]))
    assert (message["Bcc"], [each.addr_spec for each in message["To"].addresses]) == (None, ["ann.lee@wexmere.example"])


def test_only_today_s_drafts_lie_ready(tmp_path: Path) -> None:
    master = write_council(tmp_path / "master.xlsx")
    chase(master, MONDAY)
    write_down(master, "2026-11-25", answered(master, ROADS, "R1"))
    chase(master, "2026-11-30")
    out = tmp_path / "out"
    assert [path.name for path in (out / "drafts").iterdir()] == ["AD Ports.eml"]
    assert [path.name for path in (out / "forms").iterdir()] == ["AD Ports.xlsx"]
    assert sorted(path.relative_to(out).as_posix() for path in (out / "earlier").rglob("*.*")) == [
        f"earlier/{MONDAY}/chase-list.xlsx",
        f"earlier/{MONDAY}/chase.html",
        f"earlier/{MONDAY}/drafts/AD Ports.eml",
        f"earlier/{MONDAY}/drafts/AD Roads.eml",
        f"earlier/{MONDAY}/forms/AD Ports.xlsx",
        f"earlier/{MONDAY}/forms/AD Roads.xlsx",
        f"earlier/{MONDAY}/mail-merge.csv",
    ]
