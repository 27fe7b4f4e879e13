"""Attributes of a start tag dropped and set, with the others left as they stand."""

from __future__ import annotations

import pytest

from peerxl.excel.patch.edit.attributes import drop_attributes, set_attribute


@pytest.mark.parametrize(
    ("attributes", "names", "left"),
    [
        (b"", (b"t",), b""),
        (b' r="A1" t="s"', (b"t",), b' r="A1"'),
        (b"\n t = 's'  r='A1' ", (b"t",), b"  r='A1' "),
        (b' t="s" cm="1" s="1" vm="2"', (b"t", b"cm", b"vm"), b' s="1"'),
        (b' q:t="1" tt="2" xt="3"', (b"t",), b' q:t="1" tt="2" xt="3"'),
        (b""" a=' t="1"' b=" t='1'" """, (b"t",), b""" a=' t="1"' b=" t='1'" """),
        (b' a="<>" t=""', (b"t",), b' a="<>"'),
    ],
)
def test_attributes_are_dropped(attributes: bytes, names: tuple[bytes, ...], left: bytes) -> None:
    assert drop_attributes(attributes, names) == left


@pytest.mark.parametrize(
    ("attributes", "changed"),
    [
        (b"", b' s="7"'),
        (b' r="A1" ', b' r="A1" s="7"'),
        (b' r="A1" s="1" t="s"', b' r="A1" s="7" t="s"'),
        (b" r='A1'\n\ts = '' t='s'", b" r='A1' s=\"7\" t='s'"),
        (b' q:s="1" ss="1"', b' q:s="1" ss="1" s="7"'),
        (b""" a=' s="1"' s="2" """, b""" a=' s="1"' s="7" """),
        (b' s="1" s="2"', b' s="7" s="2"'),
    ],
)
def test_an_attribute_is_set(attributes: bytes, changed: bytes) -> None:
    assert set_attribute(attributes, b"s", b"7") == changed
