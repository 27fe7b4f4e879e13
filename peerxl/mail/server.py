"""The mail server to send by: named on the command line, its password or token only in the environment."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from peerxl.errors import PeerxlError

USER, PASSWORD, TOKEN = "PEERXL_SMTP_USER", "PEERXL_SMTP_PASSWORD", "PEERXL_SMTP_TOKEN"
# RFC 6409 (submission) and RFC 8314 (submissions), not port 25, which is between servers.
PORTS = {"smtp": 587, "smtps": 465}


class ServerError(PeerxlError):
    """A mail server that cannot be used as it was given."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The mail server cannot be used: {why}.")


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and who logs in to it; ``is_tls`` where it speaks TLS from the first word, not from STARTTLS on.

    A token is used by XOAUTH2 and goes before a password. Neither shows when a server is printed.
    """

    host: str
    port: int
    is_tls: bool = False
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def logs_in(self) -> bool:
        return bool(self.user)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be written down."""
        return tuple(filter(None, (self.token, self.password)))

    @property
    def is_loopback(self) -> bool:
        """Whether it runs on this very computer."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def read_server(address: str, environment: Mapping[str, str]) -> Server:
    """The server at "smtp://mail.council.example:587", with the log-in that the environment has for it.

    ServerError where the address is none, or has a password in it, which everybody on the computer could read there.
    """
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise ServerError(f"no user and no password may stand in its address; put them in {USER} and {PASSWORD}")
    try:
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError) as error:
        raise ServerError('write its address as "smtp://mail.council.example:587"') from error
    if not parts.hostname or parts.path.strip("/") or parts.query:
        raise ServerError('write its address as "smtp://mail.council.example:587"')
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if bool(user) != bool(password or token):
        missing = USER if not user else f"{PASSWORD} or {TOKEN}"
        raise ServerError(f"{missing} is not in the environment, and the rest of the log-in is")
    return Server(parts.hostname, port, parts.scheme == "smtps", user, password, token)
