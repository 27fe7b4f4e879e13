"""No command opens a connection, but a chase that is told to send: whatever the files it is given say."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from peerxl.cli import main
from tests.conftest import EXAMPLE

# What each command is given; one that is added has its line here, or stands in APART with the reason.
COMMANDS = {
    "quarter": "plan.xlsx --out out --today 2026-01-05",
    "check": "plan.xlsx --report findings.xlsx",
    "show": "plan.xlsx --json",
    "timescale": "Q3",
    "owners": "plan.xlsx",
    "chase": "plan.xlsx --out chase --today 2026-01-05",
    "calendar": "plan.xlsx --ics dates.ics",
    "collect": "plan.xlsx mail.eml",
    "replies": "plan.xlsx",
    "history": "plan.xlsx",
    "undo": "plan.xlsx",
    "next": "plan.xlsx --dry-run",
    "new-year": "plan.xlsx -o next-year.xlsx",
    "appendix": "plan.xlsx -o paper.xlsx -o paper.html",
    "movement": "plan.xlsx",
    "publish-check": "plan.xlsx --clean clean.xlsx",
    "adopt": "plan.xlsx -o adopted.xlsx",
    "doctor": "plan.xlsx",
    "portfolio": ". -o many.xlsx",
    "export": "plan.xlsx -o rows.csv",
}
APART = {"page": "writes the library itself into a page, and needs no plan"}
MAIL = b"From: a@example.org\nDate: Mon, 5 Jan 2026 09:00:00 +0000\n\nhttps://example.org/forms/returned.xlsx\n"


class ConnectedError(AssertionError):
    """A connection was opened, or a name looked up."""


def refuse(*arguments: object, **named: object) -> object:
    raise ConnectedError(arguments)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, name in (
        (socket.socket, "connect"),
        (socket.socket, "connect_ex"),
        (socket.socket, "sendto"),
        (socket, "getaddrinfo"),
        (socket, "gethostbyname"),
        (socket, "create_connection"),
    ):
        monkeypatch.setattr(owner, name, refuse)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_opens_a_connection(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLE, "plan.xlsx")
    Path("mail.eml").write_bytes(MAIL)
    result = CliRunner().invoke(main, [command, *COMMANDS[command].split()])
    assert not isinstance(result.exception, ConnectedError)
    assert result.exit_code in (0, 1, 2)
    assert "Error" not in result.stderr


def test_every_command_is_tried() -> None:
    assert set(main.commands) - set(APART) == set(COMMANDS)


def test_sending_opens_one_and_says_that_it_could_not(tmp_path: Path) -> None:
    """So the refusing above would have been noticed."""
    plan = shutil.copy(EXAMPLE, tmp_path / "plan.xlsx")
    arguments = ["chase", str(plan), "--out", str(tmp_path / "out"), "--today", "2026-01-05", "--send"]
    result = CliRunner().invoke(main, [*arguments, "--server", "smtp://mail.example.org:587"])
    assert isinstance(result.exception, ConnectedError) or result.exit_code == 2
