"""Personal data in a text: what is, and what only looks like it."""

from __future__ import annotations

import pytest

from peerxl.checks.personal_data import find_personal_data, may_have_personal_data


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ask ann.lee@harbour.example", ("an email address",)),
        ("Ring 01632 960123", ("a telephone number",)),
        ("His number is QQ 12 34 56 C", ()),  # letters that are never given
        ("Her number is AB 12 34 56 C", ("a National Insurance number",)),
        ("AB123456C", ("a National Insurance number",)),
        ("AB123456E", ()),
        ("GB123456A", ()),
        ("943 476 5919", ("an NHS number",)),
        ("943-476-5919", ("an NHS number",)),
        ("943 476 5918", ()),  # the check digit is another
        ("NHS number 9434765919", ("an NHS number",)),
        ("Account 9434765919", ()),
        ("Between 100 200 3000 people", ()),
        ("£1,200,000 was agreed on 01/06/2023", ()),
        ("", ()),
    ],
)
def test_what_a_text_holds(text: str, kinds: tuple[str, ...]) -> None:
    assert find_personal_data(text) == kinds
    # What is found in a cell is looked for in the words of its row.
    assert may_have_personal_data(f"A1|{text}|12/3") or not kinds
