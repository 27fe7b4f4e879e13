"""Sending by Microsoft Graph, to a small copy of its two calls on this computer."""

from __future__ import annotations

import builtins
import json
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from peerxl.mail.delivery import Outcome
from peerxl.mail.graph import Account, GraphError, read_account, send_by_graph, sign_in
from peerxl.mail.message import message_bytes
from tests.mail.letters import mail_of
from tests.mail.test_smtp import LEGAL, ROADS

MAILS = (mail_of(), mail_of((ROADS,), ()), mail_of((LEGAL,), ()))
SENT, FAILED, DOUBTFUL = Outcome.SENT, Outcome.FAILED, Outcome.DOUBTFUL
TOKEN = "eyJ0.secret"


@dataclass
class Graph:
    """What the copy was sent, and what it answers to each call, in order: a status, or nothing at all."""

    answers: list[tuple[int, str, str] | None] = field(default_factory=list)
    calls: list[tuple[str, str, str, bytes]] = field(default_factory=list)
    base: str = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        content = request.rfile.read(int(request.headers["Content-Length"]))
        said = request.path, request.headers["Authorization"], request.headers["Content-Type"]
        self.calls.append((*said, b64decode(content)))
        usual = (201 if request.path.endswith("/messages") else 202, "", "")
        answer = self.answers.pop(0) if self.answers else usual
        if answer is None:
            request.close_connection = True
            return
        status, code, wait = answer
        body = json.dumps({"error": {"code": code, "message": "It says so."}}).encode() if code else b""
        request.send_response(status)
        if wait:
            request.send_header("Retry-After", wait)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)


@contextmanager
def graph(*answers: tuple[int, str, str] | None) -> Iterator[Graph]:
    """A copy of Graph on a free port."""
    copy = Graph(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            copy.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    copy.base = f"http://127.0.0.1:{server.server_port}/v1.0"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield copy
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def results(copy: Graph, **options: Any) -> list[tuple[Outcome, str]]:
    deliveries = list(send_by_graph(MAILS, TOKEN, base=copy.base, **options))
    assert [delivery.mail for delivery in deliveries] == list(MAILS)
    return [(delivery.outcome, delivery.why) for delivery in deliveries]


@pytest.mark.parametrize(("is_draft", "path"), [(False, "/v1.0/me/sendMail"), (True, "/v1.0/me/messages")])
def test_the_very_bytes_are_sent_or_drafted(is_draft: bool, path: str) -> None:
    with graph() as copy:
        assert results(copy, is_draft=is_draft) == [(SENT, "")] * 3
    assert copy.calls == [(path, f"Bearer {TOKEN}", "text/plain", message_bytes(mail)) for mail in MAILS]


ANSWERS = [
    ((400, "ErrorInvalidRecipients", ""), FAILED, "Microsoft answered “400 ErrorInvalidRecipients: It says so.”."),
    ((413, "RequestEntityTooLarge", ""), FAILED, "The mail is too large (413 RequestEntityTooLarge: It says so.)."),
    (
        (503, "ServiceUnavailable", "600"),
        FAILED,
        "Microsoft asks to try again later (503 ServiceUnavailable: It says so.).",
    ),
    (
        (502, "BadGateway", ""),
        DOUBTFUL,
        "Microsoft does not say whether it has the mail (502 BadGateway: It says so.).",
    ),
    (None, DOUBTFUL, "The connection was lost before Microsoft said that it has the mail."),
    ((404, "", ""), FAILED, "Microsoft answered “404”."),
]


@pytest.mark.parametrize(("answer", "outcome", "why"), ANSWERS)
def test_what_befalls_one_mail_stops_no_other(answer: tuple[int, str, str] | None, outcome: Outcome, why: str) -> None:
    with graph((202, "", ""), answer) as copy:
        assert results(copy) == [(SENT, ""), (outcome, why), (SENT, "")]


HOPELESS = [
    (401, "The sign-in is not valid, or no more: sign in again, or renew PEERXL_GRAPH_TOKEN."),
    (403, "The account may not write mails here: ask IT for the permissions Mail.Send and Mail.ReadWrite."),
]


@pytest.mark.parametrize(("status", "why"), HOPELESS)
def test_what_fails_for_all_is_tried_once(status: int, why: str) -> None:
    with graph((status, "Denied", "")) as copy:
        assert results(copy) == [(FAILED, why)] * 3
    assert len(copy.calls) == 1


def test_no_graph_is_tried_once() -> None:
    with graph() as copy:
        pass
    assert results(copy) == [(FAILED, "No connection to Microsoft Graph; check the connection, or ask IT.")] * 3


def test_who_is_asked_to_wait_waits() -> None:
    waits: list[float] = []
    with graph((429, "Throttled", "7"), (202, "", ""), (429, "Throttled", "soon"), (429, "Throttled", "7")) as copy:
        assert results(copy, wait=waits.append) == [
            (SENT, ""),
            (FAILED, "Microsoft asks to try again later (429 Throttled: It says so.)."),
            (SENT, ""),
        ]
    assert waits == [7.0, 10.0]
    assert len(copy.calls) == 5


def test_nobody_to_write_to() -> None:
    mail = mail_of((), ())
    with graph() as copy:
        ((sent,), (drafted,)) = (
            list(send_by_graph([mail], TOKEN, is_draft=each, base=copy.base)) for each in (False, True)
        )
    assert (sent.outcome, sent.why) == (FAILED, "There is no address: put it on the Owners sheet.")
    assert drafted.outcome is SENT


def test_no_token_goes_over_a_connection_that_everybody_can_read() -> None:
    with pytest.raises(GraphError, match="its address must begin with https"):
        list(send_by_graph(MAILS, TOKEN, base="http://graph.council.example/v1.0"))


def test_the_account_is_in_the_environment() -> None:
    assert read_account({"PEERXL_GRAPH_CLIENT": "c", "PEERXL_GRAPH_TENANT": "t"}) == Account("c", "t")
    assert repr(read_account({"PEERXL_GRAPH_TOKEN": TOKEN})) == "Account(client='', tenant='')"
    with pytest.raises(GraphError) as error:
        read_account({"PEERXL_GRAPH_CLIENT": "c"})
    assert str(error.value) == (
        "Microsoft Graph cannot be used: PEERXL_GRAPH_CLIENT and PEERXL_GRAPH_TENANT are not both in the environment; ask "
        "IT to register an app with the permissions Mail.Send and Mail.ReadWrite and to give you its client id and tenant id."
    )


@dataclass
class Reply:
    """An answer to msal as its HTTP client gives it."""

    text: str
    status_code: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def raise_for_status(self) -> None:
        assert self.status_code == 200


class Microsoft:
    """Microsoft's sign-in as far as a device code needs it."""

    def __init__(self, *, code: Mapping[str, object], token: Mapping[str, object]) -> None:
        self.code, self.token = code, token

    def get(self, url: str, **options: object) -> Reply:
        names = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "device_authorization_endpoint": "devicecode",
        }
        place = "https://login.microsoftonline.com/tenant"
        return Reply(
            json.dumps(
                {name: f"{place}/oauth2/v2.0/{end}" for name, end in names.items()} | {"issuer": f"{place}/v2.0"}
            )
        )

    def post(self, url: str, **options: object) -> Reply:
        values = self.code if url.endswith("devicecode") else self.token
        return Reply(json.dumps(values), 400 if "error" in values else 200)

    def close(self) -> None:
        pass


CODE = {"user_code": "ABC", "device_code": "d", "message": "Open a page and type ABC.", "expires_in": 60, "interval": 1}


def test_an_officer_signs_in_with_a_code() -> None:
    said: list[str] = []
    microsoft = Microsoft(code=CODE, token={"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600})
    assert sign_in(Account("client", "tenant"), said.append, microsoft) == TOKEN
    assert said == ["Open a page and type ABC."]


def test_a_token_needs_no_sign_in() -> None:
    assert sign_in(Account("", "", TOKEN), print) == TOKEN


def test_who_says_no_is_not_signed_in() -> None:
    no = {"error": "access_denied", "error_description": "The user said no."}
    with pytest.raises(GraphError) as error:
        sign_in(Account("client", "tenant"), lambda words: None, Microsoft(code=CODE, token=no))
    assert str(error.value) == "Microsoft Graph cannot be used: nobody was signed in (The user said no)."


def test_an_app_that_is_not_known() -> None:
    unknown = {"error": "unauthorized_client", "error_description": "No such app."}
    with pytest.raises(GraphError, match=r"nobody was signed in \(No such app\)"):
        sign_in(Account("client", "tenant"), lambda words: None, Microsoft(code=unknown, token={}))


def test_the_sign_in_cannot_be_reached() -> None:
    class Away(Microsoft):
        def get(self, url: str, **options: object) -> Reply:
            raise ConnectionError

    with pytest.raises(GraphError, match=r"the sign-in cannot be reached \(ConnectionError\); check the connection"):
        sign_in(Account("client", "tenant"), lambda words: None, Away(code=CODE, token={}))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "msal":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(GraphError, match=r'install it with: pip install "\.\[graph\]"'):
        sign_in(Account("client", "tenant"), print)
