"""Sending by SMTP, to real servers on this computer: whatever befalls one mail, each has its result and none comes twice."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from dataclasses import replace

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from smtpdfix import AuthController

from peerxl.mail.address import Address
from peerxl.mail.delivery import ASK_IT, Delivery, Outcome
from peerxl.mail.message import Attachment, Mail, message_bytes
from peerxl.mail.server import Server
from peerxl.mail.smtp import send_mails
from tests.mail.letters import BOSS, HR, mail_of
from tests.mail.servers import (
    TOKEN,
    Postbox,
    TokenController,
    certified,
    read_until,
    running,
    scripted,
    take_mail,
    trusting,
)

ROADS, LEGAL = Address("roads@council.example", "AD Roads"), Address("legal@council.example")
THREE = (mail_of(), mail_of((ROADS,), ()), mail_of((LEGAL,), ()))
SENT, FAILED, DOUBTFUL = Outcome.SENT, Outcome.FAILED, Outcome.DOUBTFUL
BREAKS = "The connection was lost in the middle of the mail."
DOUBT = "The connection was lost before the server said that it has the mail."


def results(deliveries: list[Delivery]) -> list[tuple[Outcome, str]]:
    return [(delivery.outcome, delivery.why) for delivery in deliveries]


def send(server: Server, mails: tuple[Mail, ...] = THREE, **options: object) -> list[tuple[Outcome, str]]:
    deliveries = list(send_mails(mails, server, **options))  # type: ignore[arg-type]
    assert [delivery.mail for delivery in deliveries] == list(mails)
    return results(deliveries)


def test_mails_arrive_as_they_are_over_one_connection() -> None:
    postbox = Postbox()
    with running(postbox) as server:
        assert send(server) == [(SENT, "")] * 3
    assert [envelope.mail_from for envelope in postbox.mails] == ["performance@council.example"] * 3
    assert postbox.recipients == [[HR.email, BOSS.email], [ROADS.email], [LEGAL.email]]
    assert [envelope.content for envelope in postbox.mails] == [message_bytes(mail) for mail in THREE]
    assert len(postbox.sessions) == 1


def test_lines_that_begin_with_a_full_stop_arrive() -> None:
    postbox = Postbox()
    mail = replace(mail_of(), text=".\n..\n.end\n")
    with running(postbox) as server:
        assert send(server, (mail,)) == [(SENT, "")]
    assert postbox.mails[0].content == message_bytes(mail)


ANSWERS = [
    (
        "550 5.1.1 User unknown",
        "roads@council.example: the server knows no such address (550 5.1.1 User unknown).",
    ),
    (
        "452 4.2.2 Mailbox full",
        "roads@council.example: the mailbox is full (452 4.2.2 Mailbox full).",
    ),
    (
        "451 4.7.1 Greylisted",
        "roads@council.example: the server asks to try again later (451 4.7.1 Greylisted).",
    ),
    (
        "554 5.5.4 No\tthank \u202eyou",
        "roads@council.example: the server answered “554 5.5.4 No thank ?you”.",
    ),
    (
        "550 5.7.30 Basic authentication is not supported for Client Submission.",
        f"roads@council.example: {ASK_IT} (550 5.7.30 Basic authentication is not supported for Client Submission.).",
    ),
]


@pytest.mark.parametrize(("answer", "why"), ANSWERS)
def test_a_refused_recipient_stops_no_other(answer: str, why: str) -> None:
    postbox = Postbox({ROADS.email: answer.encode("ascii", "replace").decode()})
    with running(postbox) as server:
        assert send(server) == [(SENT, ""), (FAILED, why), (SENT, "")]
    assert postbox.recipients == [[HR.email, BOSS.email], [LEGAL.email]]


def test_a_mail_goes_to_all_it_is_addressed_to_or_to_nobody() -> None:
    postbox = Postbox({ROADS.email: "550 5.1.1 User unknown"})
    with running(postbox) as server:
        ((outcome, _),) = send(server, (mail_of((HR, ROADS)),))
    assert outcome is FAILED
    assert postbox.mails == []


def test_a_refused_copy_is_said_and_stops_nothing() -> None:
    postbox = Postbox({BOSS.email: "550 5.1.1 User unknown"})
    why = "The copy to ceo@council.example was refused: the server knows no such address (550 5.1.1 User unknown)."
    with running(postbox) as server:
        assert send(server)[0] == (SENT, why)
    assert postbox.recipients[0] == [HR.email]


def test_a_full_queue_is_tried_again_at_the_next_run() -> None:
    postbox = Postbox(at_end=["452 4.3.1 Insufficient system storage", "250 OK", "431 4.3.2 Queue full"])
    with running(postbox) as server:
        assert send(server) == [
            (FAILED, "The server asks to try again later (452 4.3.1 Insufficient system storage)."),
            (SENT, ""),
            (FAILED, "The server asks to try again later (431 4.3.2 Queue full)."),
        ]
        assert send(server, (THREE[0], THREE[2])) == [(SENT, "")] * 2
    assert postbox.recipients == [[ROADS.email], [HR.email, BOSS.email], [LEGAL.email]]


def test_a_server_that_closes_the_connection_is_called_again() -> None:
    class Closing(Postbox):
        async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
            answer = await super().handle_DATA(server, session, envelope)
            if answer.startswith("421"):
                await server.push(answer)
                assert server.transport is not None
                server.transport.close()
            return answer

    postbox = Closing(at_end=["250 OK", "421 4.3.2 Closing", "250 OK"])
    with running(postbox) as server:
        assert send(server) == [
            (SENT, ""),
            (FAILED, "The server asks to try again later (421 4.3.2 Closing)."),
            (SENT, ""),
        ]
    assert len(postbox.sessions) == 2


def test_a_connection_lost_in_the_middle_of_a_mail() -> None:
    """A workbook too large for the buffers between, so that the loss is seen before the mail is over."""
    large = Attachment("HR.xlsx", os.urandom(20_000_000))

    def breaking(connection: socket.socket) -> None:
        take_mail(connection)
        connection.sendall(b"354 Go on\r\n")
        connection.recv(1000)

    with scripted(breaking) as server:
        assert send(server, (replace(THREE[0], attachments=(large,)), *THREE[1:]))[0] == (FAILED, BREAKS)


def test_a_connection_lost_once_a_mail_was_over_leaves_doubt() -> None:
    """Whoever may have got it counts as written to, so that nobody gets it twice."""

    def breaking(connection: socket.socket) -> None:
        take_mail(connection)
        connection.sendall(b"354 Go on\r\n")
        read_until(connection, b"\r\n.\r\n")

    with scripted(breaking) as server:
        deliveries = list(send_mails(THREE, server))
    assert results(deliveries) == [(DOUBTFUL, DOUBT)] * 3
    assert all(delivery.is_out for delivery in deliveries)


def test_a_server_that_answers_in_no_words_leaves_doubt() -> None:
    def mumbling(connection: socket.socket) -> None:
        take_mail(connection)
        connection.sendall(b"354 Go on\r\n")
        read_until(connection, b"\r\n.\r\n")
        connection.sendall(b"x" * 20_000 + b"\r\n")

    with scripted(mumbling) as server:
        assert send(server, THREE[:1]) == [(DOUBTFUL, DOUBT)]


def test_a_server_that_falls_silent_is_not_waited_for() -> None:
    is_answered = threading.Event()

    def silent(connection: socket.socket) -> None:
        take_mail(connection)
        connection.sendall(b"354 Go on\r\n")
        read_until(connection, b"\r\n.\r\n")
        was_waited_for.append(not is_answered.wait(60))

    was_waited_for: list[bool] = []
    with scripted(silent) as server:
        assert send(server, THREE[:1], patience=1.0) == [(DOUBTFUL, DOUBT)]
        is_answered.set()
    assert was_waited_for == [False]


def test_a_slow_server_is_waited_for() -> None:
    class Slow(Postbox):
        async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
            import asyncio

            await asyncio.sleep(0.4)
            return await super().handle_DATA(server, session, envelope)

    with running(Slow()) as server:
        assert send(server, THREE[:1], patience=5.0) == [(SENT, "")]


def test_no_server_is_tried_once_and_said_of_each() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = Server("127.0.0.1", free.getsockname()[1])
    why = f"No connection to 127.0.0.1:{server.port} (Connection refused); check the address, or ask IT."
    assert send(server) == [(FAILED, why)] * 3


def test_a_server_that_never_greets() -> None:
    with scripted(lambda connection: time.sleep(1.0)) as server:
        why = f"127.0.0.1:{server.port} lets nobody in (Connection unexpectedly closed: timed out); ask IT."
        assert send(server, patience=0.2) == [(FAILED, why)] * 3


def test_a_server_that_sends_away() -> None:
    with scripted(lambda connection: connection.sendall(b"554 5.3.2 Not today\r\n")) as server:
        assert send(server) == [(FAILED, "The server answered “554 5.3.2 Not today”.")] * 3


def test_nobody_to_write_to_and_nobody_who_writes() -> None:
    postbox = Postbox()
    with running(postbox) as server:
        assert send(server, (mail_of((), ()), replace(mail_of(), sender=None), THREE[0])) == [
            (FAILED, "There is no address: put it on the Owners sheet."),
            (FAILED, "Nobody is named as its sender: put the coordinator's address on the Settings sheet."),
            (SENT, ""),
        ]
    assert len(postbox.mails) == 1


def test_no_mails_need_no_server() -> None:
    assert send(Server("nowhere.invalid", 587), ()) == []


def test_a_password_goes_over_an_encrypted_connection(smtpd: AuthController) -> None:
    smtpd.config.use_starttls = True
    smtpd.config.enforce_auth = True
    smtpd.config.login_username, smtpd.config.login_password = "jo@council.example", "correct horse"
    server = Server("localhost", smtpd.port, user="jo@council.example", password="correct horse")
    trust = trusting(os.environ["SMTPD_SSL_CERTIFICATE_FILE"])
    assert send(server, tls=trust) == [(SENT, "")] * 3
    assert len(smtpd.messages) == 3
    wrong = replace(server, password="wrong battery")
    ((outcome, why),) = set(send(wrong, tls=trust))
    assert outcome is FAILED
    assert why.startswith("The server does not take the user name with this password or token: check PEERXL_SMTP_USER")
    anonymous = Server("localhost", smtpd.port)
    assert send(anonymous, THREE[:1], tls=trust) == [
        (
            FAILED,
            "The server wants a log-in: give PEERXL_SMTP_USER with PEERXL_SMTP_PASSWORD or PEERXL_SMTP_TOKEN (530 5.7.0 Authentication required).",
        )
    ]


def test_tls_from_the_first_word(smtpd: AuthController) -> None:
    certificate = os.environ["SMTPD_SSL_CERTIFICATE_FILE"]
    with running(Postbox(), ssl_context=certified(certificate)) as server:
        assert send(replace(server, is_tls=True), tls=trusting(certificate)) == [(SENT, "")] * 3


def test_a_certificate_that_nobody_vouches_for(smtpd: AuthController) -> None:
    smtpd.config.use_starttls = True
    why = f"The connection to localhost:{smtpd.port} could not be encrypted (CERTIFICATE_VERIFY_FAILED); ask IT."
    assert send(Server("localhost", smtpd.port)) == [(FAILED, why)] * 3
    assert smtpd.messages == []


def test_a_token_by_xoauth2(caplog: pytest.LogCaptureFixture) -> None:
    postbox = Postbox()
    with (
        caplog.at_level(logging.DEBUG, logger="peerxl"),
        running(postbox, TokenController, auth_require_tls=False) as server,
    ):
        right = replace(server, user="jo@council.example", token=TOKEN)
        assert send(right) == [(SENT, "")] * 3
        assert postbox.has_log_in is True
        wrong = replace(right, token="stale-token-0123")
        ((outcome, why),) = set(send(wrong))
    assert outcome is FAILED
    assert why.endswith("(535 5.7.3 Authentication unsuccessful for …).")
    assert "stale" not in why + caplog.text


def test_a_server_without_log_in() -> None:
    with running(Postbox()) as server:
        why = "127.0.0.1 takes no log-in: leave PEERXL_SMTP_USER away, or ask IT for another port."
        assert send(replace(server, user="jo", password="x"), THREE[:1]) == [(FAILED, why)]


def test_no_password_goes_over_a_connection_that_everybody_can_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a server elsewhere: this computer's own is not reached by others."""
    said: list[bytes] = []

    def listening(connection: socket.socket) -> None:
        connection.sendall(b"220 hello\r\n")
        while line := connection.recv(1000):
            said.append(line)
            connection.sendall(b"250-hello\r\n250 AUTH PLAIN LOGIN\r\n")

    monkeypatch.setattr(Server, "is_loopback", False)
    with scripted(listening) as server:
        why = "127.0.0.1 offers no encryption, so the password was not sent: ask IT for another port."
        assert send(replace(server, user="jo", password="secret"), THREE[:1]) == [(FAILED, why)]
    assert said == [b"ehlo [127.0.0.1]\r\n"]
