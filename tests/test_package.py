"""What ``import peerxl`` offers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import peerxl


@pytest.mark.parametrize("name", peerxl.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(peerxl, name) is not None
    assert name in dir(peerxl)


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(peerxl.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        node.module: tuple(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert seen == peerxl.HOMES
    assert sorted(peerxl.__all__) == sorted(name for names in peerxl.HOMES.values() for name in names)


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        peerxl.nonsense  # noqa: B018
