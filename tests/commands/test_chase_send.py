"""A chase that sends its mails: each owner's result is written down, what failed is tried again, and nothing goes twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from peerxl import read_plan, write_chase
from peerxl.commands.sending import GRAPH_DRAFTS, MailSender, find_sender
from peerxl.mail.delivery import Delivery, Outcome
from peerxl.mail.message import Mail
from peerxl.mail.server import ServerError
from peerxl.model.settings import Settings
from tests.cli.test_cli import files_in, run, sentence
from tests.commands.councils import BRIDGE, LAMPS, OWNERS, PIER, write_council
from tests.commands.test_chase_days import MONDAY, happened
from tests.mail.servers import Postbox, running

PORTS, ROADS, COORDINATOR = "ann.lee@wexmere.example", "bo.day@wexmere.example", "ed.rowe@wexmere.example"
NO_LOG_IN = {"PEERXL_SMTP_USER": "", "PEERXL_SMTP_PASSWORD": "", "PEERXL_SMTP_TOKEN": "", "PEERXL_SERVER": ""}


@pytest.fixture(name="master")
def make_master(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in NO_LOG_IN.items():
        monkeypatch.setenv(name, value)
    return write_council(tmp_path / "master.xlsx")


def test_mails_are_sent_and_what_failed_is_tried_again(master: Path) -> None:
    out = master.parent / "out"
    postbox = Postbox({ROADS: "452 4.2.2 mailbox full"})
    with running(postbox) as server:
        options = ("--send", "--server", f"smtp://{server.host}:{server.port}", "--out", out, "--today", MONDAY)
        first = run("chase", master, *options, "--json")
        owners = json.loads(first.stdout)["owners"]
        assert first.exit_code == 1
        assert [(each["owner"], each["outcome"], each["draft"]) for each in owners] == [
            ("AD Ports", "sent", None),
            ("AD Roads", "failed", None),
        ]
        assert "the mailbox is full" in owners[1]["outcome_why"]
        del postbox.answers[ROADS]
        second, third = (run("chase", master, *options) for _ in range(2))
    assert (second.exit_code, third.exit_code) == (0, 0)
    assert second.stdout.startswith("1 owner asked about 1 action for Q3 2026/27")
    assert third.stdout.startswith("Nothing goes out today for Q3 2026/27; next on Monday 30 November 2026")
    assert postbox.recipients == [[PORTS], [ROADS]]
    message = message_from_bytes(postbox.mails[0].original_content or b"", policy=default)
    assert (message["From"], message["X-Unsent"]) == (f"Ed Rowe <{COORDINATOR}>", None)
    assert [name for name in files_in(out) if name.endswith((".eml", ".csv", ".html"))] == []
    assert [line.partition(": ")[2] for line in happened(master)] == [
        "AD Ports was asked 2 questions for Q3 2026/27 (H1 and H2), to reply by Monday 7 December 2026.",
        "The mail to AD Ports was sent.",
        "AD Roads was asked 1 question for Q3 2026/27 (R1), to reply by Monday 7 December 2026.",
        "The mail to AD Roads was not sent: bo.day@wexmere.example: the mailbox is full (452 4.2.2 mailbox full).",
        "AD Roads was asked 1 question for Q3 2026/27 (R1), to reply by Monday 7 December 2026.",
        "The mail to AD Roads was sent.",
    ]


def test_who_has_no_address_is_sent_nothing_and_listed(tmp_path: Path, master: Path) -> None:
    write_council(master, owners=(*OWNERS[:1], ("AD Roads", "Bo Day", "", ""), *OWNERS[2:]))
    postbox = Postbox()
    with running(postbox) as server:
        options = (
            "--send",
            "--server",
            f"smtp://{server.host}:{server.port}",
            "--out",
            tmp_path / "out",
            "--today",
            MONDAY,
        )
        document = json.loads(run("chase", master, *options, "--json").stdout)
    assert postbox.recipients == [[PORTS]]
    assert [each["owner"] for each in document["owners"]] == ["AD Ports"]
    assert [each["ref"] for each in document["nobody"]] == ["R1"]


def test_a_quarter_sends_too(tmp_path: Path, master: Path) -> None:
    """Its papers are written, the mails are sent in place of drafts, and who cannot be reached counts as not asked."""
    postbox, out = Postbox(), tmp_path / "out"
    with running(postbox) as server:
        options = ("--send", "--server", f"smtp://{server.host}:{server.port}", "--out", out, "--today", MONDAY)
        done = run("quarter", master, *options)
    assert "  Mails: 2 of 2 sent\n" in done.stdout
    assert postbox.recipients == [[PORTS], [ROADS]]
    assert ((out / "drafts").exists(), (out / "appendix-2026-27-Q3.xlsx").is_file()) == (False, True)
    write_council(master, rows=(PIER, LAMPS, BRIDGE, ("B9", "Paint the boats", "Q4 26/27", "Policy Officer", "", "")))
    failed = run(
        "quarter",
        master,
        "--send",
        "--server",
        "smtp://127.0.0.1:1",
        "--out",
        tmp_path / "two",
        "--today",
        "2026-11-24",
    )
    assert (failed.exit_code, "  Mails: 0 of 1 sent\n" in failed.stdout) == (1, True)
    assert (
        "  Policy Officer: not sent, to be tried again at the next run: No connection to 127.0.0.1:1" in failed.stdout
    )


class Breaking:
    """A server that the run is stopped at, once a mail was handed over."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []

    def send(self, mails: Iterable[Mail]) -> Iterator[Delivery]:
        for mail in mails:
            self.mails.append(mail)
            if len(self.mails) == 2:
                raise KeyboardInterrupt
            yield Delivery(mail, Outcome.SENT)


def test_a_run_that_is_stopped_sends_nothing_twice(master: Path) -> None:
    """Nobody knows whether the second mail arrived, so that its owner is reminded in time, and not asked again."""
    plan, day, now = read_plan(master), date.fromisoformat(MONDAY), datetime(2026, 11, 23, 7)
    breaking = Breaking()
    with pytest.raises(KeyboardInterrupt):
        write_chase(plan, master.parent / "out", today=day, now=now, sender=MailSender(breaking.send))
    again = write_chase(plan, master.parent / "out", today=day, now=now, sender=MailSender(breaking.send))
    assert (len(breaking.mails), again.outgoing) == (2, ())
    assert again.next_on == date(2026, 11, 30)


def test_drafts_laid_into_outlook_lie_ready(master: Path) -> None:
    def lay_ready(mails: Iterable[Mail]) -> Iterator[Delivery]:
        return (Delivery(mail, Outcome.SENT) for mail in mails)

    write_chase(
        read_plan(master),
        master.parent / "out",
        today=date.fromisoformat(MONDAY),
        sender=MailSender(lay_ready, is_draft=True),
    )
    assert "2026-11-23: The mail to AD Ports lies ready as the Drafts folder of Outlook." in happened(master)


def test_a_dry_run_sends_nothing(master: Path) -> None:
    result = run("chase", master, "--dry-run", "--send", "--server", "smtp://127.0.0.1:9", "--today", MONDAY)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "nothing was written")


def test_nobody_is_named_as_the_sender(master: Path, tmp_path: Path) -> None:
    write_council(master, settings={"Coordinator": ""})
    result = run(
        "chase", master, "--send", "--server", "smtp://127.0.0.1:9", "--out", tmp_path / "out", "--today", MONDAY
    )
    assert sentence(result) == (
        "peerxl: master.xlsx: nobody is named as the sender of the mails; put the Coordinator on the Settings sheet, and "
        "their address on the Owners sheet."
    )
    assert not (tmp_path / "out").exists()


def test_where_the_server_is_named() -> None:
    """On the command line, else on the sheet, else in the environment; never with a password."""

    def tell(words: str) -> None:
        raise AssertionError(words)

    for server, sheet, environment in (
        ("smtp://a.example", "nonsense", {}),
        (None, "smtp://a.example", {"PEERXL_SERVER": "nonsense"}),
        (None, "", {"PEERXL_SERVER": "smtps://a.example"}),
        (GRAPH_DRAFTS, "", {"PEERXL_GRAPH_TOKEN": "x"}),
    ):
        assert find_sender(server, Settings(mail_server=sheet), environment, tell).is_draft is (server == GRAPH_DRAFTS)
    for name in ("", "smtp://jo:secret@a.example"):
        with pytest.raises(ServerError):
            find_sender(name, Settings(), {}, tell)
