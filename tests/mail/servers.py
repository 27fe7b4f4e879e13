"""Mail servers on this computer: real ones that refuse, stall or take a log-in, and a scripted one that breaks off."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, Session

from peerxl.mail.server import Server

TOKEN = "ya29.secret-token"


class Postbox:
    """What a server does with each mail: ``answers`` are what it says to a recipient, or once the mail is over."""

    def __init__(self, answers: dict[str, str] | None = None, at_end: list[str] | None = None) -> None:
        self.answers = answers or {}
        self.at_end = at_end or []
        self.mails: list[Envelope] = []
        self.sessions: set[int] = set()
        self.has_log_in: bool | None = None

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.at_end.pop(0) if self.at_end else "250 OK"
        if answer.startswith("250"):
            self.mails.append(envelope)
        self.sessions.add(id(session))
        self.has_log_in = session.authenticated
        return answer

    @property
    def recipients(self) -> list[list[str]]:
        return [list(envelope.rcpt_tos) for envelope in self.mails]


class TokenSmtp(SMTP):
    """A server that takes log-ins by a token, and says as Exchange does what is the matter with a wrong one."""

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult | object:  # noqa: N802
        import base64

        given = base64.b64decode(arguments[1]).decode()
        if given == f"user=jo@council.example\x01auth=Bearer {TOKEN}\x01\x01":
            return AuthResult(success=True)
        reply = await self.challenge_auth(b'{"status":"401","schemes":"bearer"}')
        assert reply in (b"", MISSING)
        await self.push(f"535 5.7.3 Authentication unsuccessful for {given.partition('Bearer ')[2][:40]}")
        return AuthResult(success=False, handled=True)


class TokenController(Controller):
    def factory(self) -> SMTP:
        return TokenSmtp(self.handler, **self.SMTP_kwargs)


@contextmanager
def running(handler: object, kind: type[Controller] = Controller, **options: Any) -> Iterator[Server]:
    """A server on a free port of the loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = kind(handler, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield Server("127.0.0.1", port)
    finally:
        controller.stop()


@contextmanager
def scripted(script: Callable[[socket.socket], None]) -> Iterator[Server]:
    """A server that does as a script says with each connection, then closes it."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    script(connection)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield Server("127.0.0.1", listener.getsockname()[1])
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def read_until(connection: socket.socket, end: bytes) -> bytes:
    """What a client says up to some words."""
    said = b""
    while end not in said:
        more = connection.recv(65536)
        if not more:
            return said
        said += more
    return said


def take_mail(connection: socket.socket) -> None:
    """Be a server up to the moment when a mail is to be handed over."""
    connection.sendall(b"220 scripted\r\n")
    for _ in range(64):
        command = read_until(connection, b"\r\n").upper()
        if command.startswith(b"DATA") or not command:
            return
        connection.sendall(b"250 OK\r\n")


def certified(certificate: str) -> ssl.SSLContext:
    """What a server needs to speak TLS with a certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def trusting(certificate: str) -> ssl.SSLContext:
    """What a client needs to trust the certificate of a test's server."""
    return ssl.create_default_context(cafile=certificate)
