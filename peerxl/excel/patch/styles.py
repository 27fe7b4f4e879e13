"""The one thing about styles that writing text depends on: which of them lock a cell."""

from __future__ import annotations

from peerxl.excel.patch.archive import Member
from peerxl.excel.patch.package import Package, is_true, local


def unlocked_styles(package: Package, workbook: Member) -> frozenset[int]:
    """The numbers of the cell formats that leave a cell open on a protected sheet; without one a cell is locked."""
    for related in package.relations(workbook.name):
        if related.kind == "styles" and (member := package.target(workbook.name, related.target)):
            formats = next((element for element in package.tree(member) if local(element) == "cellXfs"), ())
            return frozenset(
                number
                for number, style in enumerate(formats)
                for part in style
                if local(part) == "protection" and not is_true(part.get("locked"), missing=True)
            )
    return frozenset()
