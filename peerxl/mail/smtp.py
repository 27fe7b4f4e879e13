"""Mails sent by SMTP, one after the other, each with what became of it: what fails for one stops no other.

A mail goes to all whom it is addressed to or to nobody: one of whom the server takes only the copy would come twice.
What cannot be helped within the run, such as a wrong password, is tried once and said of each.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import suppress

from peerxl.mail.delivery import Delivery, Outcome, meaning
from peerxl.mail.message import Mail, message_bytes
from peerxl.mail.server import Server

PATIENCE = 60.0
"""How many seconds a server may be silent."""
# 251: the server forwards it to another address.
OK = frozenset({250, 251})
GO_ON = 354
NO_CODE = -1  # smtplib's, where what came was no answer
HERE = "localhost"
# RFC 5321, 4.5.2: a line that is one dot ends the mail, so a dot at a line's start is doubled.
_DOT = re.compile(rb"^\.", re.MULTILINE)


class RefusedError(Exception):
    """A server does not take a mail, or a connection; its text says why, as the end of a sentence."""


class DoubtError(Exception):
    """A mail was handed over whole, and the server never said whether it has it."""


def send_mails(
    mails: Iterable[Mail], server: Server, *, tls: ssl.SSLContext | None = None, patience: float = PATIENCE
) -> Iterator[Delivery]:
    """Send mails by a server, and say of each, as soon as it is known, what became of it."""
    connection, hopeless = None, ""
    for mail in mails:
        if not hopeless and connection is None:
            connection, hopeless = connected(server, tls, patience)
        if connection is None:
            yield Delivery(mail, Outcome.FAILED, hopeless)
            continue
        yield send(connection, mail, server)
        # smtplib closes it when a server hangs up: the next mail gets a new one.
        if connection.sock is None:
            connection = None
    if connection:
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()


def find_fault(server: Server, *, tls: ssl.SSLContext | None = None, patience: float = PATIENCE) -> str:
    """Why mails could not be sent by a server now, as a sentence; empty where it answers and lets us in."""
    connection, why = connected(server, tls, patience)
    if connection:
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()
    return why


def connected(server: Server, tls: ssl.SSLContext | None, patience: float) -> tuple[smtplib.SMTP | None, str]:
    """A connection that is encrypted and logged in, or None and why there is none."""
    try:
        return connect(server, tls or ssl.create_default_context(), patience), ""
    except (RefusedError, OSError) as error:
        return None, sentence(why_no_connection(error, server))


def why_no_connection(error: Exception, server: Server) -> str:
    """What is the matter with a server, as a sentence without its end."""
    place = f"{server.host}:{server.port}"
    match error:
        case RefusedError():
            return str(error)
        case ssl.SSLError():
            return f"the connection to {place} could not be encrypted ({error.reason or 'TLS failed'}); ask IT"
        case smtplib.SMTPResponseException():
            return meaning(error.smtp_code, error.smtp_error, server.secrets)
        case TimeoutError():
            return f"{place} does not answer; check the address, or ask IT"
        case smtplib.SMTPException():
            return f"{place} lets nobody in ({str(error).rstrip('.')}); ask IT"
    why = getattr(error, "strerror", None) or type(error).__name__
    return f"no connection to {place} ({why}); check the address, or ask IT"


def connect(server: Server, tls: ssl.SSLContext, patience: float) -> smtplib.SMTP:
    """A connection, logged in where a log-in is given; it knows its host, which TLS holds the certificate against."""
    if server.is_tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, local_hostname=HERE, timeout=patience, context=tls
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, local_hostname=HERE, timeout=patience)
    try:
        greet(connection, server, tls)
        log_in(connection, server)
    except BaseException:
        connection.close()
        raise
    return connection


def greet(connection: smtplib.SMTP, server: Server, tls: ssl.SSLContext) -> None:
    """Say hello by this computer's address, which tells no name, and have the connection encrypted where it can be."""
    own = ""
    if connection.sock:
        own = str(connection.sock.getsockname()[0])
        # The end of a mail is sent by itself, and would wait 40 milliseconds for an answer to what came before.
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.local_hostname = f"[IPv6:{own}]" if ":" in own else f"[{own}]"
    connection.ehlo_or_helo_if_needed()
    if server.is_tls:
        return
    if connection.has_extn("starttls"):
        connection.starttls(context=tls)
        connection.ehlo_or_helo_if_needed()
    elif server.logs_in and not server.is_loopback:
        raise RefusedError(f"{server.host} offers no encryption, so the password was not sent: ask IT for another port")


def log_in(connection: smtplib.SMTP, server: Server) -> None:
    if not server.logs_in:
        return
    if not connection.has_extn("auth"):
        raise RefusedError(f"{server.host} takes no log-in: leave PEERXL_SMTP_USER away, or ask IT for another port")
    if server.token:
        log_in_by_token(connection, server)
    else:
        connection.login(server.user, server.password)


def log_in_by_token(connection: smtplib.SMTP, server: Server) -> None:
    """Log in by XOAUTH2, where a refusal comes as a question, to be answered with nothing."""

    def answer(challenge: bytes | None = None) -> str:
        return f"user={server.user}\x01auth=Bearer {server.token}\x01\x01" if challenge is None else ""

    connection.auth("XOAUTH2", answer, initial_response_ok=True)


def send(connection: smtplib.SMTP, mail: Mail, server: Server) -> Delivery:
    """Send one mail, and leave the connection ready for the next, or closed."""
    try:
        refused = address(connection, mail, server)
        hand_over(connection, message_bytes(mail), server)
    except RefusedError as error:
        with suppress(smtplib.SMTPServerDisconnected):
            connection.rset()
        return Delivery(mail, Outcome.FAILED, sentence(str(error)))
    except DoubtError:
        connection.close()
        return Delivery(mail, Outcome.DOUBTFUL, "The connection was lost before the server said that it has the mail.")
    except (smtplib.SMTPServerDisconnected, OSError):
        connection.close()
        return Delivery(mail, Outcome.FAILED, "The connection was lost in the middle of the mail.")
    return Delivery(mail, Outcome.SENT, " ".join(refused))


def address(connection: smtplib.SMTP, mail: Mail, server: Server) -> list[str]:
    """Say from whom and to whom a mail is; a sentence for each copy that the server refuses."""
    if mail.sender is None:
        raise RefusedError("nobody is named as its sender: put the coordinator's address on the Settings sheet")
    if not mail.to:
        raise RefusedError("there is no address: put it on the Owners sheet")
    expect(connection.mail(mail.sender.email), OK, server)
    for each in mail.to:
        expect(connection.rcpt(each.email), OK, server, f"{each.email}: ")
    refused = []
    for each in mail.cc:
        try:
            expect(connection.rcpt(each.email), OK, server, f"The copy to {each.email} was refused: ")
        except RefusedError as error:
            refused.append(sentence(str(error)))
    return refused


def hand_over(connection: smtplib.SMTP, content: bytes, server: Server) -> None:
    """Hand the message over; DoubtError where it is over and nobody knows whether it arrived."""
    expect(connection.docmd("DATA"), {GO_ON}, server)
    connection.send(_DOT.sub(b"..", content))
    connection.send(b".\r\n")
    try:
        code, reply = connection.getreply()
    except smtplib.SMTPException as error:
        raise DoubtError from error
    if code == NO_CODE:
        raise DoubtError
    expect((code, reply), OK, server)


def expect(answer: tuple[int, bytes], codes: Iterable[int], server: Server, what: str = "") -> None:
    """Raise where a server answers otherwise; it closes the connection itself after 421."""
    code, reply = answer
    if code not in codes:
        raise RefusedError(f"{what}{meaning(code, reply, server.secrets)}")


def sentence(words: str) -> str:
    """The words as a sentence; one that begins with an address stays as it is."""
    first = words if "@" in words.partition(" ")[0] else words[:1].upper() + words[1:]
    return f"{first}."
