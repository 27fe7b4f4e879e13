"""Mails by Microsoft Graph, for councils whose Microsoft 365 takes no passwords: the very bytes, drafted or sent.

The officer signs in once, in a browser, with a code that is told to them; peerxl never sees a password.
"""

from __future__ import annotations

import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from peerxl.errors import PeerxlError
from peerxl.mail.delivery import Delivery, Outcome, answer_words
from peerxl.mail.message import Mail, message_bytes

GRAPH = "https://graph.microsoft.com/v1.0"
CLIENT, TENANT, TOKEN = "PEERXL_GRAPH_CLIENT", "PEERXL_GRAPH_TENANT", "PEERXL_GRAPH_TOKEN"
SCOPES = ("Mail.Send", "Mail.ReadWrite")
PATIENCE = 60.0
"""How many seconds an answer may take, and how long Microsoft may ask to wait before the next try."""
WAITS = frozenset({429, 503})
NO_WAY = "No connection to Microsoft Graph; check the connection, or ask IT."
HOPELESS = {
    401: f"The sign-in is not valid, or no more: sign in again, or renew {TOKEN}.",
    403: f"The account may not write mails here: ask IT for the permissions {' and '.join(SCOPES)}.",
}
"""What fails for each mail alike, and is not tried again in the run."""


class GraphError(PeerxlError):
    """Microsoft Graph cannot be used."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Microsoft Graph cannot be used: {why}.")


@dataclass(frozen=True, slots=True)
class Account:
    """The app that IT registered for peerxl, by client and tenant id; a token where somebody else signs in."""

    client: str
    tenant: str
    token: str = field(default="", repr=False)


class GraphResponse(NamedTuple):
    """What Graph answers to a request: its HTTP status, its words, and how many seconds it asks to wait."""

    status: int
    words: str
    wait: float


def read_account(environment: Mapping[str, str]) -> Account:
    """The account in the environment; GraphError names what is missing there."""
    account = Account(*(environment.get(name, "") for name in (CLIENT, TENANT, TOKEN)))
    if not account.token and not (account.client and account.tenant):
        raise GraphError(
            f"{CLIENT} and {TENANT} are not both in the environment; ask IT to register an app with the permissions "
            f"{' and '.join(SCOPES)} and to give you its client id and tenant id"
        )
    return account


def sign_in(account: Account, tell: Callable[[str], None], http_client: Any = None) -> str:
    """A token to send with, from an officer who is told where to type which code; GraphError where that fails."""
    if account.token:
        return account.token
    try:
        import msal
    except ImportError as error:
        raise GraphError(
            "it needs a library more; in the folder that peerxl was installed from, install it with: "
            'pip install ".[graph]"'
        ) from error
    try:
        app = msal.PublicClientApplication(
            account.client,
            authority=f"https://login.microsoftonline.com/{account.tenant}",
            http_client=http_client,
            # Whether the authority is Microsoft's own need not be asked: it stands above.
            instance_discovery=False,
        )
        flow = app.initiate_device_flow(scopes=list(SCOPES))
        if "user_code" in flow:
            tell(flow["message"])
            flow = app.acquire_token_by_device_flow(flow)
    except (OSError, ValueError) as error:
        raise GraphError(f"the sign-in cannot be reached ({type(error).__name__}); check the connection") from error
    if "access_token" not in flow:
        raise GraphError(f"nobody was signed in ({flow.get('error_description', 'no reason given').rstrip('.')})")
    return str(flow["access_token"])


def send_by_graph(
    mails: Iterable[Mail],
    token: str,
    *,
    is_draft: bool = False,
    base: str = GRAPH,
    patience: float = PATIENCE,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Delivery]:
    """Send mails, or lay them into the officer's Drafts, and say of each what became of it."""
    place = urlsplit(base)
    # The token would go over the wire in clear; this computer itself is let in for tests.
    if place.scheme != "https" and place.hostname not in {"127.0.0.1", "localhost"}:
        raise GraphError("its address must begin with https")
    url = f"{base}/me/messages" if is_draft else f"{base}/me/sendMail"
    hopeless = ""
    for mail in mails:
        if hopeless:
            yield Delivery(mail, Outcome.FAILED, hopeless)
            continue
        if not mail.to and not is_draft:
            yield Delivery(mail, Outcome.FAILED, "There is no address: put it on the Owners sheet.")
            continue
        delivery = delivered(mail, lambda content: post(url, content, token, patience), patience, wait)
        hopeless = delivery.why if delivery.why in (NO_WAY, *HOPELESS.values()) else ""
        yield delivery


def delivered(
    mail: Mail, post: Callable[[bytes], GraphResponse], patience: float, wait: Callable[[float], None]
) -> Delivery:
    """One mail's result; where Graph asks to wait for a while that is done once."""
    content = b64encode(message_bytes(mail))
    try:
        answer = post(content)
        if answer.status in WAITS and answer.wait <= patience:
            wait(answer.wait)
            answer = post(content)
    # Not even a connection: nothing was handed over, so nobody can have the mail.
    except URLError:
        return Delivery(mail, Outcome.FAILED, NO_WAY)
    except (OSError, HTTPException):
        return Delivery(mail, Outcome.DOUBTFUL, "The connection was lost before Microsoft said that it has the mail.")
    return result(mail, answer)


def result(mail: Mail, answer: GraphResponse) -> Delivery:
    """What an answer means for a mail."""
    words = answer_words(answer.status, answer.words)
    if answer.status < 300:
        return Delivery(mail, Outcome.SENT)
    if why := HOPELESS.get(answer.status):
        return Delivery(mail, Outcome.FAILED, why)
    if answer.status == 413:
        return Delivery(mail, Outcome.FAILED, f"The mail is too large ({words}).")
    if answer.status in WAITS:
        return Delivery(mail, Outcome.FAILED, f"Microsoft asks to try again later ({words}).")
    # A server's own fault may come after it took the mail.
    if answer.status >= 500:
        return Delivery(mail, Outcome.DOUBTFUL, f"Microsoft does not say whether it has the mail ({words}).")
    return Delivery(mail, Outcome.FAILED, f"Microsoft answered “{words}”.")


def post(url: str, content: bytes, token: str, patience: float) -> GraphResponse:
    """Post a message, written as Graph wants it, and give the answer; URLError where it could not be handed over."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "text/plain"}
    request = Request(url, content, headers, method="POST")  # noqa: S310 - only https and this computer get here
    try:
        with urlopen(request, timeout=patience) as reply:  # noqa: S310
            return GraphResponse(reply.status, "", 0.0)
    except HTTPError as error:
        with error:
            # No more than an answer of Graph's is long, whatever a proxy sends in its stead.
            return GraphResponse(error.code, reason_in(error.read(65536)), seconds(error.headers.get("Retry-After")))


def reason_in(content: bytes) -> str:
    """What Graph says is the matter, out of its JSON; its first words where it is none."""
    try:
        error = json.loads(content)["error"]
        return f"{error['code']}: {error['message']}"
    except (ValueError, TypeError, KeyError):
        return content[:80].decode("utf-8", "replace")


def seconds(text: str | None) -> float:
    return float(text) if text and text.isdecimal() else 10.0
