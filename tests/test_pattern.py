"""Patterns compiled late: each is one, and is compiled once."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import peerxl
from peerxl.pattern import LatePattern, compile_late


def list_late() -> list[tuple[str, LatePattern]]:
    names = [module.name for module in walk_packages(peerxl.__path__, "peerxl.") if module.name != "peerxl.__main__"]
    modules = [vars(import_module(name)) for name in names]
    return [(name, value) for module in modules for name, value in module.items() if isinstance(value, LatePattern)]


def test_every_late_pattern_is_a_pattern() -> None:
    late = list_late()
    assert len(late) > 30
    for _, pattern in late:
        assert isinstance(getattr(pattern, "groups"), int)  # noqa: B009 -- it is found only by asking


def test_a_late_pattern_answers_as_a_compiled_one() -> None:
    late, compiled = compile_late(r"(?P<word>\w+) (\d)", re.IGNORECASE), re.compile(r"(?P<word>\w+) (\d)", re.I)
    text = "One 1, two 2"
    assert late.sub("x", text) == compiled.sub("x", text) == "x, x"
    assert late.findall(text) == compiled.findall(text)
    assert [match["word"] for match in late.finditer(text)] == ["One", "two"]
    assert late.groupindex == compiled.groupindex
    assert late.search("none") is None
    assert compile_late(rb"\d").search(b"a1") is not None


def test_a_late_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    known = re.compile

    def compile_noted(regex: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(regex)
        return known(regex, flags)

    monkeypatch.setattr(re, "compile", compile_noted)
    late = compile_late("(")
    assert not compiled
    with pytest.raises(re.error):
        late.search("")
    late = compile_late("a")
    assert late.search("a")
    assert late.search("a")
    assert late.fullmatch("a")
    assert len(compiled) == 2
