"""The inputs of the page in a folder of this computer: those that are not there are had from npm and pip."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.page.maker.inputs import INPUTS, Input
from peerxl.page.maker.registry import fetch


class NoInputError(PeerxlError):
    """An input of the page that is not there and could not be fetched."""

    def __init__(self, missing: Iterable[Input], folder: Path, why: str) -> None:
        names = ", ".join(each.file for each in missing)
        super().__init__(
            f"The page cannot be built without {names}, and {why}; build it where the network can be reached, or put "
            f"what is missing into {folder}."
        )


class OtherInputError(PeerxlError):
    """An input of the page that is not the one that was meant."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: this is not the file that the page is built from; delete it and build again.")


def fetch_inputs(folder: Path) -> Mapping[Input, Path]:
    """Where each input lies; what is missing is fetched into ``folder`` first. NoInputError where it cannot be had."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [each for each in INPUTS if not (folder / each.file).is_file()]
    why = ""
    for supply, inputs in groupby(sorted(missing, key=attrgetter("supply")), key=attrgetter("supply")):
        why = fetch(supply, tuple(inputs), folder) or why
    if left := [each for each in missing if not (folder / each.file).is_file()]:
        raise NoInputError(left, folder, why or "another version came")
    for each in INPUTS:
        refuse_other(folder / each.file, each.sha256)
    return {each: folder / each.file for each in INPUTS}


def refuse_other(path: Path, sha256: str) -> None:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise OtherInputError(path)
