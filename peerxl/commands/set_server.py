"""The mail server that is set for a plan: whether it answers and lets an officer in, as far as that can be seen."""

from __future__ import annotations

from collections.abc import Mapping

from peerxl.commands.sending import GRAPH, GRAPH_DRAFTS, SERVER, find_sender
from peerxl.mail.server import read_server
from peerxl.mail.smtp import find_fault
from peerxl.model.settings import Settings

PATIENCE = 10.0
"""How many seconds a mail server may take to answer."""


def why_silent(settings: Settings, environment: Mapping[str, str]) -> str:
    """Why the server that is set takes no mails; empty where it does, and where none is set.

    Raises a PeerxlError where it cannot be used as it is set.
    """
    if not (name := name_server(settings, environment)):
        return ""
    find_sender(name, settings, environment, lambda words: None)
    return "" if is_graph(name) else find_fault(read_server(name, environment), patience=PATIENCE)


def describe_server(settings: Settings, environment: Mapping[str, str]) -> str:
    """Which is so where nothing is amiss: none is set, it is one that nobody can try, or it has answered."""
    if not (name := name_server(settings, environment)):
        return "None is set, so mails lie ready and are not sent."
    return "Whether Microsoft lets you in shows when you sign in." if is_graph(name) else "It answers, and lets you in."


def name_server(settings: Settings, environment: Mapping[str, str]) -> str:
    return settings.mail_server or environment.get(SERVER, "")


def is_graph(name: str) -> bool:
    """Whether mails go by Microsoft, which lets an officer in only once they sign in."""
    return name.casefold() in (GRAPH, GRAPH_DRAFTS)
