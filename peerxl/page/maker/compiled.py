"""What is compiled into the inputs of the page, so far as it can be known: their packages bring no licences of these.

What Pyodide is built of is said by the scripts that build it, and by the program itself, which names the versions; what
a wheel is built of stands in its own list of materials, as CycloneDX has them.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LIST_ENDING = ".cyclonedx.json"


@dataclass(frozen=True, slots=True)
class Material:
    """A library that is compiled into an input, with the name of its licence; without a version where none is said."""

    name: str
    version: str
    licence: str

    @property
    def words(self) -> str:
        return f"{' '.join(filter(None, (self.name, self.version)))}: {self.licence}"


OF_PYODIDE = (
    Material("Emscripten", "5.0.3", "MIT or NCSA"),
    Material("musl", "", "MIT"),
    Material("compiler-rt, libc++ and libc++abi of LLVM", "", "Apache-2.0 with the LLVM exception"),
    Material("Expat", "2.7.3", "MIT"),
    Material("HACL*", "", "MIT"),
    Material("libffi", "", "MIT"),
    Material("libmpdec", "2.5.1", "BSD-2-Clause"),
    Material("bzip2", "1.0.6", "bzip2-1.0.6"),
    Material("liblzma of XZ Utils", "5.2.2", "public domain"),
    Material("SQLite", "3.39.0", "public domain"),
    Material("zlib", "1.3.1", "Zlib"),
    Material("Zstandard", "1.5.7", "BSD-3-Clause"),
)
"""What of C and C++ is in Pyodide's program beside Python and Pyodide themselves."""


def list_materials(wheel: Path) -> Iterator[Material]:
    """What a wheel says it is built of: all that its list of materials requires."""
    with zipfile.ZipFile(wheel) as members:
        for name in sorted(members.namelist()):
            if PurePosixPath(name).parent.name == "sboms" and name.endswith(LIST_ENDING):
                yield from read_materials(members.read(name))


def read_materials(content: bytes) -> Iterator[Material]:
    for component in json.loads(content)["components"]:
        if component.get("scope") == "required":
            names = (each.get("expression") or each["license"]["id"] for each in component["licenses"])
            yield Material(component["name"], component["version"], " and ".join(names))


def say_materials(materials: tuple[Material, ...]) -> str:
    """A paragraph that names them, each on a line; nothing where there are none."""
    lines = [material.words for material in materials]
    return "\n".join(["What is compiled into it, and under which licences:", *lines]) if lines else ""
