"""The page that says where things are: every path on it is there, and its rooms are those of the house."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from tests.test_architecture import READING_LAYERS, ROOMS

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:[\w.]+/)[\w./]*|[A-Z]+\.md)(?: [^`]*)?`", PAGE)))
ERRANDS = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.startswith("| ")][1:]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_errands_name_a_place_and_a_test() -> None:
    assert len(ERRANDS) >= 10
    assert [errand for errand in ERRANDS if "`peerxl/" not in errand[1] or not errand[2].strip()] == []
    assert len(PATHS) > 20


READING = ROOT / "peerxl" / "reading"


@pytest.mark.parametrize("room", ["", *(layer for layer in READING_LAYERS if (READING / layer).is_dir())])
def test_the_map_of_reading_names_every_module(room: str) -> None:
    folder = READING / room
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    rooms = {path.parent.name for path in folder.glob("*/__init__.py")}
    named = re.findall(r"\w+", (folder / "__init__.py").read_text(encoding="utf-8"))
    assert (modules | rooms) - set(named) == set()


def test_the_picture_shows_every_room_in_its_order() -> None:
    picture = PAGE.split("```")[1]
    names = [name for line in picture.strip().splitlines() for name in line.strip().split("  ")[0].split(" · ")]
    assert names == list(reversed(ROOMS))
