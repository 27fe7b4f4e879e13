"""A start tag's attributes as they are written, and some of them changed with the others left as they stand."""

from __future__ import annotations

import re
from collections.abc import Collection

from peerxl.excel.patch.edit.splice import Edit
from peerxl.excel.patch.sheet.tags import Tag

_ATTRIBUTE = re.compile(rb"""\s+([^\s<>/"'=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def drop_attributes(attributes: bytes, names: Collection[bytes]) -> bytes:
    """The attributes without those of these names."""
    return _ATTRIBUTE.sub(lambda match: b"" if match[1] in names else match[0], attributes)


def set_attribute(attributes: bytes, name: bytes, value: bytes) -> bytes:
    """The attributes with one of them changed in its place, or added behind the others."""
    written = b' %b="%b"' % (name, value)
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1] == name:
            return attributes[: match.start()] + written + attributes[match.end() :]
    return attributes.rstrip() + written


def edit_attribute(tag: Tag, name: bytes, value: str | int) -> Edit:
    """The edit that gives a start tag an attribute, its others as they stand."""
    start, old = tag.start + 1 + len(tag.spelling), tag.rest.removesuffix(b"/")
    return Edit(start, start + len(old), set_attribute(old, name, str(value).encode()))
