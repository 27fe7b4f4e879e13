"""The licences of what the page is made of, in their own words, as each asks to go with every copy."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath

from peerxl.page.maker.compiled import OF_PYODIDE, list_materials, say_materials
from peerxl.page.maker.inputs import PYODIDE, PYTHON, WHEELS, Input, Supply

NAMES = ("LICENSE", "LICENCE", "COPYING")
"""What the file of a licence is called, up to its ending."""
LIKE_PYTHON = next(wheel for wheel in WHEELS if wheel.name == "typing_extensions")
"""The wheel that has Python's own licence with it, which Pyodide's package has not."""
SOURCE = (
    "Pyodide is used as npm has it, of the version above. Its source is to be had under the same licence at "
    "https://github.com/pyodide/pyodide."
)
"""What the Mozilla Public License wants said beside a program."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A part of the page, ``title``, with the name of its licence and the text of it."""

    title: str
    name: str
    text: str


def read_licences(inputs: Mapping[Input, Path]) -> tuple[Licence, ...]:
    """The licence of each input, Pyodide's and Python's first."""
    mozilla = files("peerxl.page").joinpath("maker", "texts", "MPL-2.0.txt").read_text(encoding="utf-8")
    python = join_texts(*list_texts(inputs[LIKE_PYTHON]))
    return (
        Licence(f"{PYODIDE.name} {PYODIDE.version}", "MPL-2.0", join_texts(SOURCE, say_materials(OF_PYODIDE), mozilla)),
        Licence(f"Python {PYTHON}", "PSF-2.0", python),
        *(read_licence(wheel, inputs[wheel]) for wheel in WHEELS),
    )


def read_licence(wheel: Input, path: Path) -> Licence:
    """A wheel's licence; of one that is compiled for the browser also those of what is compiled into it."""
    materials = tuple(list_materials(path)) if wheel.supply is Supply.BROWSER else ()
    text = join_texts(*list_texts(path), say_materials(materials))
    return Licence(f"{wheel.name} {wheel.version}", wheel.licence, text)


def join_texts(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def list_texts(wheel: Path) -> Iterator[str]:
    """The licences that lie in a wheel's own folder of facts about it."""
    with zipfile.ZipFile(wheel) as members:
        for name in sorted(members.namelist()):
            path = PurePosixPath(name)
            if path.parts[0].endswith(".dist-info") and path.name.startswith(NAMES):
                yield members.read(name).decode("utf-8", "replace").strip()
