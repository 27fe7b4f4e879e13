"""The one thing about styles that writing text depends on: which of them lock a cell."""

from __future__ import annotations

from peerxl.excel.patch.parts.package import Package, is_true, local_name
from peerxl.excel.patch.zip.archive import Member


def read_unlocked_styles(package: Package, workbook: Member) -> frozenset[int]:
    """The numbers of the cell formats that leave a cell open on a protected sheet; without one a cell is locked."""
    for member in package.find_related(workbook.name, "styles"):
        formats = next((element for element in package.read_tree(member) if local_name(element) == "cellXfs"), ())
        return frozenset(
            number
            for number, style in enumerate(formats)
            for part in style
            if local_name(part) == "protection" and not is_true(part.get("locked"), missing=True)
        )
    return frozenset()
