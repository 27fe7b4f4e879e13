"""What the mails of a chase are sent by, and what becomes of each: a mail is written down before it is handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from peerxl.commands.addresses import coordinator_of
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.memory import Memory
from peerxl.commands.outgoing import Outgoing, asked_events
from peerxl.errors import PeerxlError
from peerxl.mail.address import Address
from peerxl.mail.delivery import Delivery
from peerxl.mail.graph import read_account, send_by_graph, sign_in
from peerxl.mail.message import Mail
from peerxl.mail.server import ServerError, read_server
from peerxl.mail.smtp import send_mails
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.settings import Settings
from peerxl.record.event import Drafted, Failed, Sent

GRAPH, GRAPH_DRAFTS, SERVER = "graph", "graph-drafts", "PEERXL_SERVER"
OUTLOOK = "the Drafts folder of Outlook"


class NoSenderError(PeerxlError):
    """Mails that nobody is named as the sender of."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"{source}: nobody is named as the sender of the mails; put the Coordinator on the Settings sheet, and "
            "their address on the Owners sheet."
        )


@dataclass(frozen=True, slots=True)
class MailSender:
    """What takes mails, one after the other, and says of each what became of it.

    ``is_draft`` where it only lays them ready.
    """

    send: Callable[[Iterable[Mail]], Iterator[Delivery]]
    is_draft: bool = False


def find_sender(
    server: str | None, settings: Settings, environment: Mapping[str, str], tell: Callable[[str], None]
) -> MailSender:
    """What is named on the command line, else on the Settings sheet, else in the environment.

    ``tell`` is told where to sign in for Microsoft Graph. ServerError or GraphError where it cannot be used.
    """
    name = server or settings.mail_server or environment.get(SERVER, "")
    if not name:
        raise ServerError(
            "none is named; give it with --server smtp://mail.council.example:587, or as the Mail server on the "
            "Settings sheet"
        )
    if name.casefold() in (GRAPH, GRAPH_DRAFTS):
        account, is_draft = read_account(environment), name.casefold() == GRAPH_DRAFTS
        # Nobody has to sign in where there is nothing to send.
        return MailSender(lambda mails: send_by_graph(mails, sign_in(account, tell), is_draft=is_draft), is_draft)
    chosen = read_server(name, environment)
    return MailSender(lambda mails: send_mails(mails, chosen))


def require_sender(source: str, settings: Settings) -> Address:
    """The coordinator's address, in whose name mails go out."""
    address = coordinator_of(settings)
    if address is None:
        raise NoSenderError(source)
    return address


def send_chase(result: ChaseResult, memory: Memory, sender: MailSender) -> Iterator[Delivery]:
    """Send a day's mails, and write down of each that it is asked, then what became of it; the run goes on."""
    address = require_sender(memory.plan.source, memory.plan.settings)
    quarter = result.chase.quarter

    def mails() -> Iterator[Mail]:
        for each, draft in zip(result.outgoing, result.drafts.values(), strict=True):
            form = result.form_of(each)
            memory.write(*asked_events(each, quarter, result.form_ids[form] if form else ""))
            yield replace(draft.mail, sender=address)

    for each, delivery in zip(result.outgoing, sender.send(mails()), strict=True):
        memory.write(outcome_of(each, quarter, delivery, sender))
        yield delivery


def outcome_of(
    outgoing: Outgoing, quarter: FiscalQuarter, delivery: Delivery, sender: MailSender
) -> Sent | Drafted | Failed:
    """What is written down of a mail that was handed over, or was not."""
    owner, name, message = outgoing.owner, str(quarter), outgoing.message
    if not delivery.is_out:
        return Failed(owner, name, message, delivery.why)
    return Drafted(owner, name, message, OUTLOOK) if sender.is_draft else Sent(owner, name, message, delivery.why)
