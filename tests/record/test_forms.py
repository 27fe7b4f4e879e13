"""The forms as they were issued are found by their id, as long as they say what they said."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerxl.record.forms import find_forms, form_id, keep_forms

FORM = form_id("9f2c5a71b3de", "Q3 2026/27", "headhr", "2026-11-23")


def test_an_id_is_the_same_for_the_same_form() -> None:
    assert form_id("9f2c5a71b3de", "Q3 2026/27", "headhr", "2026-11-23") == FORM
    others = {
        form_id("other", "Q3 2026/27", "headhr", "2026-11-23"),
        form_id("9f2c5a71b3de", "Q4 2026/27", "headhr", "2026-11-23"),
        form_id("9f2c5a71b3de", "Q3 2026/27", "adroads", "2026-11-23"),
        form_id("9f2c5a71b3de", "Q3 2026/27", "headhr", "2026-11-24"),
    }
    assert len(others | {FORM}) == 5


def test_a_form_is_kept_and_found(tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    assert find_forms(folder, FORM) == ()
    first, second = keep_forms(folder, [(FORM, b"first"), (FORM, b"second")])
    assert keep_forms(folder, [(FORM, b"first")]) == (first,)
    assert find_forms(folder, FORM) == tuple(sorted((first, second)))
    assert find_forms(folder, form_id("", "", "", "")) == ()
    assert first.read_bytes() == b"first"


def test_a_form_that_was_changed_is_not_what_was_issued(tmp_path: Path) -> None:
    (path,) = keep_forms(tmp_path, [(FORM, b"first")])
    path.write_bytes(b"changed")
    assert find_forms(tmp_path, FORM) == ()
    assert keep_forms(tmp_path, [(FORM, b"first")]) == (path,)
    assert find_forms(tmp_path, FORM) == (path,)


@pytest.mark.parametrize("form", ["", "*", "../forms/x", "ABCDEFABCDEF", "[0-9]"])
def test_what_is_no_id_finds_nothing(tmp_path: Path, form: str) -> None:
    keep_forms(tmp_path, [(FORM, b"first")])
    assert find_forms(tmp_path, form) == ()
