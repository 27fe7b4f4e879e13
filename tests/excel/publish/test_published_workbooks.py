"""Workbooks that Excel and other programs made: what is known to be in each is found, and nothing stops the others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from peerxl.commands.publish_check import check_publishable
from peerxl.errors import PeerxlError
from peerxl.excel.publish.clean import NotCleanableError
from tests.conftest import SHARED, needs_shared

# What a manifest calls a feature, and the code by which it must be found.
CODES = {
    "comments": "comment",
    "threaded_comments": "threaded-comment",
    "persons": "person",
    "vba": "macro",
    "vba_signature": "macro-signature",
    "activex": "control",
    "ctrl_props": "control",
    "custom_ui": "ribbon",
    "embeddings": "embedded-file",
    "external_links": "external-link",
    "pivot_caches": "pivot-cache",
    "pivot_tables": "pivot-table",
    "connections": "query",
    "xml_maps": "xml-map",
    "sensitivity_label": "sensitivity-label",
    "msip_label_props": "sensitivity-label",
    "custom_props": "custom-property",
    "revisions": "revision",
    "custom_views": "custom-view",
    "scenarios": "scenario",
    "digital_sig": "signature",
    "thumbnail": "thumbnail",
    "rich_data": "rich-data",
    "printer_settings": "printer",
    "merged_cells": "merged-cells",
    "formulas": "formula",
    "frozen_panes": "frozen-panes",
    "sheet_background": "background",
    "defined_names": "defined-name",
}
# Where a feature says less than its name: names that are all print areas; label properties that are all there is; rows,
# columns and panes of hidden sheets; formulas of sheets that do not show.
LESS = {
    ("f22_PHPOffice_32readwriteStockChart2.xlsx", "custom_props"),
    ("t02_PacktPublishing_Project_Plan.xlsx", "defined_names"),
}
REFUSED = {
    "f20_apache_duplicate-filename.xlsx": "two parts of one name",
    "f25_dtjohnson_out.xlsx": "protected by a password",
    "f27_apache_poc-xmlbomb-empty.xlsx": "declares entities of its own",
}
NOT_CLEANED = {
    "f12_dotnet_OLE-O12-XL-OLE.xlsx": "no cell of it is to be seen",
    "f15_theorchard_vba-test.xlsm": "no cell of it is to be seen",
    "f18_SheetJS_wtf_path.xlsx": "SheetJS!E1: .* this formula has no result in the file",
    "f23_apache_workbookProtection_workbook_revision_protected.xlsx": "no cell of it is to be seen",
}


def list_workbooks() -> list[tuple[str, tuple[str, ...]]]:
    path = SHARED / "workbooks" / "manifest.tsv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["file"], tuple(row["features"].split(","))) for row in csv.DictReader(file, delimiter="\t")]


@needs_shared
@pytest.mark.parametrize(
    ("name", "features"), list_workbooks(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_is_known_to_be_inside_is_found(name: str, features: tuple[str, ...]) -> None:
    path = SHARED / "workbooks" / name
    if name in REFUSED:
        with pytest.raises(PeerxlError, match=REFUSED[name]):
            check_publishable(path)
        return
    codes = {each.code for each in check_publishable(path).exposures}
    expected = {code for feature, code in CODES.items() if feature in features and (name, feature) not in LESS}
    assert expected - codes == set()
    if "hidden_sheets" in features:
        assert codes & {"hidden-sheet", "very-hidden-sheet"}
    if "hidden_rows_cols" in features:
        assert codes & {"hidden-row", "hidden-column", "filtered-row"}


@needs_shared
@pytest.mark.parametrize("name", [name for name, _ in list_workbooks() if name not in REFUSED])
def test_a_clean_copy_has_nothing_to_keep_back_but_what_its_words_say(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "clean.xlsx"
    if name in NOT_CLEANED:
        with pytest.raises(NotCleanableError, match=NOT_CLEANED[name]):
            check_publishable(SHARED / "workbooks" / name, clean=copy)
        assert not copy.exists()
        return
    check_publishable(SHARED / "workbooks" / name, clean=copy)
    unsafe = {(each.rule, each.code) for each in check_publishable(copy).exposures if each.rule >= 10}
    assert unsafe <= {(11, "personal-data")}
