"""The server to send by: its address in the open, its log-in from the environment only."""

from __future__ import annotations

import pytest

from peerxl.mail.server import Server, ServerError, read_server

LOGIN = {"PEERXL_SMTP_USER": "jo@council.example", "PEERXL_SMTP_PASSWORD": "correct horse"}
BY_TOKEN = {"PEERXL_SMTP_USER": "jo@council.example", "PEERXL_SMTP_TOKEN": "ya29"}
SERVERS: list[tuple[str, dict[str, str], Server]] = [
    ("smtp://mail.council.example", {}, Server("mail.council.example", 587)),
    ("smtp://mail.council.example:25/", {}, Server("mail.council.example", 25)),
    ("smtps://mail.council.example", {}, Server("mail.council.example", 465, is_tls=True)),
    ("smtp://[::1]:2525", {}, Server("::1", 2525)),
    (
        "smtp://mail.council.example",
        LOGIN,
        Server("mail.council.example", 587, user="jo@council.example", password="correct horse"),
    ),
    ("smtp://localhost", BY_TOKEN, Server("localhost", 587, user="jo@council.example", token="ya29")),
]


@pytest.mark.parametrize(("address", "environment", "server"), SERVERS)
def test_addresses(address: str, environment: dict[str, str], server: Server) -> None:
    assert read_server(address, environment) == server


WRITE = 'write its address as "smtp://mail.council.example:587"'
BAD: list[tuple[str, dict[str, str], str]] = [
    ("mail.council.example", {}, WRITE),
    ("http://mail.council.example", {}, WRITE),
    ("smtp://mail.council.example:port", {}, WRITE),
    ("smtp://mail.council.example:99999", {}, WRITE),
    ("smtp://", {}, WRITE),
    ("smtp://mail.council.example/inbox", {}, WRITE),
    (
        "smtp://jo:secret@mail.council.example",
        {},
        "no user and no password may stand in its address; put them in PEERXL_SMTP_USER and PEERXL_SMTP_PASSWORD",
    ),
    (
        "smtp://localhost",
        {"PEERXL_SMTP_USER": "jo"},
        "PEERXL_SMTP_PASSWORD or PEERXL_SMTP_TOKEN is not in the environment, and the rest of the log-in is",
    ),
    (
        "smtp://localhost",
        {"PEERXL_SMTP_TOKEN": "ya29"},
        "PEERXL_SMTP_USER is not in the environment, and the rest of the log-in is",
    ),
]


@pytest.mark.parametrize(("address", "environment", "why"), BAD)
def test_what_cannot_be_used(address: str, environment: dict[str, str], why: str) -> None:
    with pytest.raises(ServerError) as error:
        read_server(address, environment)
    assert str(error.value) == f"The mail server cannot be used: {why}."
    assert "secret" not in str(error.value)


def test_no_secret_shows() -> None:
    server = read_server("smtp://mail.council.example", LOGIN | {"PEERXL_SMTP_TOKEN": "ya29"})
    assert repr(server) == "Server(host='mail.council.example', port=587, is_tls=False)"
    assert server.secrets == ("ya29", "correct horse")


@pytest.mark.parametrize(
    ("host", "is_loopback"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("10.0.0.1", False), ("mail.council.example", False)],
)
def test_which_server_is_this_computer_s_own(host: str, is_loopback: bool) -> None:
    assert Server(host, 587).is_loopback is is_loopback
