"""Addresses as they stand in cells and in headers."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerxl.mail.address import Address, AddressError, clean_line, read_addresses, text_header
from tests.mail.letters import NASTY, TEXTS

CELLS = [
    ("", ()),
    (" ; ", ()),
    ("hr@council.example", (Address("hr@council.example"),)),
    (" hr@council.example\n", (Address("hr@council.example"),)),
    ("mailto:hr@council.example", (Address("hr@council.example"),)),
    ("Sam Okoro <hr@council.example>", (Address("hr@council.example", "Sam Okoro"),)),
    ('"Okoro, Sam" <hr@council.example>', (Address("hr@council.example", "Okoro, Sam"),)),
    ("a@b.example; c.d+e@f-g.example", (Address("a@b.example"), Address("c.d+e@f-g.example"))),
    ("a@b.example, c@d.example\ne@f.example", (Address("a@b.example"), Address("c@d.example"), Address("e@f.example"))),
    ('"A, B" <a@b.example>, c@d.example', (Address("a@b.example", "A, B"), Address("c@d.example"))),
    ("O'Brien@council.example", (Address("O'Brien@council.example"),)),
]


@pytest.mark.parametrize(("text", "addresses"), CELLS)
def test_a_cell_of_addresses(text: str, addresses: tuple[Address, ...]) -> None:
    assert read_addresses(text) == addresses


BAD = [
    "Head of HR",
    "hr@council",
    "hr@@council.example",
    "hr @council.example",
    "hr.@council.example",
    ".hr@council.example",
    "h..r@council.example",
    "hr@council.example>",
    "<hr@council.example",
    "<>",
    "hr@council.example bcc: x@y.example",
    "hr@cöuncil.example",
    "hér@council.example",
    "hr@council.example (Sam)",
    f"{'x' * 250}@council.example",
]


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(AddressError) as error:
        read_addresses(f"ok@council.example; {text}", "Owners!D4")
    assert str(error.value) == (f'Owners!D4: “{text}” is no e-mail address; write it as "jo.bloggs@council.gov.uk".')


@pytest.mark.parametrize("email", ["a@b.example\r\nBcc: x@y.example", "a@b.example\n", "a@b.example,c@d.example"])
def test_no_address_holds_another_line_or_address(email: str) -> None:
    with pytest.raises(AddressError):
        Address(email)


def read_back(header: str) -> tuple[str, str]:
    """A name and an address as a mail program reads them from a folded header."""
    unfolded = header.replace("\r\n", "")
    name, email = parseaddr(unfolded)
    return str(make_header(decode_header(name))), email


@given(TEXTS)
def test_a_name_stays_a_name(name: str) -> None:
    header = Address("hr@council.example", name).header
    assert header.isascii()
    assert all(len(line) <= 80 for line in header.split("\r\n"))
    assert all(line.startswith(" ") for line in header.split("\r\n")[1:])
    assert "\n" not in header.replace("\r\n", "")
    if not clean_line(name):
        assert header == "hr@council.example"
    elif "=?" in header:
        assert read_back(header) == (clean_line(name), "hr@council.example")
    else:
        assert parseaddr(header) == (clean_line(name), "hr@council.example")


@given(TEXTS)
@example(NASTY[0])
def test_a_subject_stays_a_subject(text: str) -> None:
    header = text_header("Subject", text)
    parsed = message_from_bytes(f"Subject: {header}\r\n\r\nbody".encode("ascii"), policy=default)
    assert parsed.keys() == ["Subject"]
    assert str(make_header(decode_header(header.replace("\r\n", "")))) == clean_line(text)
    assert all(len(line) <= 78 for line in f"Subject: {header}".split("\r\n"))


@given(st.text())
def test_a_line_is_a_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert clean_line(line) == line
