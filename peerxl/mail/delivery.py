"""What became of a mail that was to be sent, and what a mail server's answers mean to an officer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from peerxl.mail.address import clean_line
from peerxl.mail.message import Mail
from peerxl.text import cut_line

LONGEST = 160


class Outcome(StrEnum):
    """What became of a mail: doubtful is one handed over whole, after which the connection was lost without a word.

    It counts as sent: who got it must not get it twice, and who did not is reminded in time.
    """

    SENT = "sent"
    DOUBTFUL = "doubtful"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A mail and what became of it; ``why`` is a sentence where there is more to say than that it was sent."""

    mail: Mail
    outcome: Outcome
    why: str = ""

    @property
    def is_out(self) -> bool:
        return self.outcome is not Outcome.FAILED


ASK_IT = (
    "Microsoft 365 takes no passwords here any more: ask IT to let peerxl send by OAuth (PEERXL_SMTP_TOKEN instead of "
    "PEERXL_SMTP_PASSWORD) or by Microsoft Graph (the permission Mail.Send), or send the drafts from Outlook"
)
MEANINGS = (
    (r"\b5\.7\.30\b|basic authentication is not supported", ASK_IT),
    (
        r"^535|\b5\.7\.8\b",
        "the server does not take the user name with this password or token: check PEERXL_SMTP_USER and "
        "PEERXL_SMTP_PASSWORD or PEERXL_SMTP_TOKEN",
    ),
    (
        r"^530|\b5\.7\.57\b",
        "the server wants a log-in: give PEERXL_SMTP_USER with PEERXL_SMTP_PASSWORD or PEERXL_SMTP_TOKEN",
    ),
    (r"\b5\.1\.[0-3]\b|^55[013] .*(unknown|no such|not found|does not exist)", "the server knows no such address"),
    (r"\b[45]\.2\.2\b|^552 .*(mailbox|quota)", "the mailbox is full"),
    (r"\b[45]\.3\.4\b|^552", "the mail is too large for the server"),
    (r"\b5\.7\.(1|60|708|501)\b", "the server does not let this sender write there: ask IT"),
    # A code of RFC 5321 or RFC 3463 that begins with 4 says that it may work later.
    (r"^4|^.{4}4\.", "the server asks to try again later"),
)
"""What answers mean, by their codes; the first that fits counts."""


def meaning(code: int, reply: bytes | str, secrets: tuple[str, ...] = ()) -> str:
    """What a server's answer means, with the answer itself, as the end of a sentence."""
    answer = answer_words(code, reply, secrets)
    known = next((words for pattern, words in MEANINGS if re.search(pattern, answer, re.IGNORECASE)), "")
    return f"{known} ({answer})" if known else f"the server answered “{answer}”"


def answer_words(code: int, reply: bytes | str, secrets: tuple[str, ...] = ()) -> str:
    """A server's answer on one line, without what must not be written down, and cut where it is long."""
    text = clean_line(reply if isinstance(reply, str) else reply.decode("utf-8", "replace"))
    for secret in secrets:
        text = text.replace(secret, "…") if secret else text
    return cut_line(f"{code} {text}", LONGEST)
