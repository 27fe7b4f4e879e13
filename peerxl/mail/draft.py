"""Mails as files that lie ready: a draft for each owner, a list for a mail merge, and a page of links.

The list and the page are for who has no Outlook: neither can carry the workbook, so both name it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from peerxl.documents.file_name import file_name
from peerxl.mail.address import Address
from peerxl.mail.message import DOMAIN, Mail, message_bytes
from peerxl.mail.page import page

ENDING = ".eml"
LONGEST_LINK = 1900
"""Programs cut links that are longer, or do not open them at all."""
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # by OWASP's list of what begins a formula in a CSV
TITLE = "Mails for "
HEADINGS = ("Owner", "Email", "Copy to", "Subject", "Letter", "Workbook")


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A mail to an owner, and where its workbook lies beside the drafts."""

    owner: str
    mail: Mail
    workbook: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An owner's line on the page: the link that opens a mail, empty where there is no address."""

    owner: str
    to: str
    href: str
    workbook: str


def draft_files(drafts: Iterable[MailDraft]) -> Mapping[str, bytes]:
    """A file for each draft, by its name: "Head of HR.eml"."""
    contents: dict[str, bytes] = {}
    for draft in drafts:
        contents[file_name(draft.owner, contents, ENDING)] = message_bytes(draft.mail, is_draft=True)
    return contents


def is_draft(content: bytes) -> bool:
    """Whether a file is a draft of ours."""
    head = content[:LONGEST_LINK]
    return head.startswith(b"X-Unsent: 1\r\n") and f"@{DOMAIN}>".encode() in head


def is_merge_list(content: bytes) -> bool:
    return content.startswith(f"\ufeff{','.join(HEADINGS)}\r\n".encode())


def is_links_page(content: bytes) -> bool:
    return b"<h1>" + TITLE.encode() in content


def merge_list(drafts: Iterable[MailDraft]) -> bytes:
    """The drafts as CSV that Excel and Word take for a mail merge, with nothing in it that Excel would calculate."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(HEADINGS)
    for draft in drafts:
        mail = draft.mail
        to, cc = emails(mail.to), emails(mail.cc)
        rows.writerow(map(guarded, (draft.owner, to, cc, mail.subject, mail.text.rstrip("\n"), draft.workbook)))
    # With a byte order mark, without which Excel takes a CSV for the system's own code page.
    return out.getvalue().encode("utf-8-sig", "replace")


def guarded(text: str) -> str:
    """A text that Excel takes for one: an apostrophe stands before what would begin a formula."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def emails(addresses: Sequence[Address]) -> str:
    return "; ".join(address.email for address in addresses)


def links_page(drafts: Iterable[MailDraft], title: str) -> bytes:
    """A page with a link for each owner, which opens a mail to them in whatever program the officer has."""
    links = [Link(each.owner, emails(each.mail.to), mail_link(each.mail), each.workbook) for each in drafts]
    return page("links", title=title, links=links).encode("utf-8", "replace")


def mail_link(mail: Mail) -> str:
    """A link that opens a mail; its text is left out, and said so on the page, where the link would be too long."""
    if not mail.to:
        return ""
    to = ",".join(quote(address.email, safe="@") for address in mail.to)
    fields = {"cc": ",".join(address.email for address in mail.cc), "subject": mail.subject}
    # RFC 6068 wants line breaks as %0D%0A.
    whole = link_of(to, fields | {"body": mail.text.replace("\n", "\r\n")})
    return whole if len(whole) <= LONGEST_LINK else link_of(to, fields)


def link_of(to: str, fields: Mapping[str, str]) -> str:
    said = "&".join(f"{name}={quote(value, safe='@', errors='replace')}" for name, value in fields.items() if value)
    return f"mailto:{to}?{said}"
