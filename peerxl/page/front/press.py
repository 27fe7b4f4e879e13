"""Compile what is staged and pack it in one compressed file; run by the Python that the page will have.

The packed file is a line of JSON, which gives each part's name and length, then the parts one after the other.
"""

from __future__ import annotations

import gzip
import io
import json
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType

STAGE = Path("/stage")
TALKING = "peerxl/checks/"
"""The modules whose docstrings are part of what they say; all others go without, and without what they assert."""
WITH_DOCSTRINGS, WITHOUT = 0, 2

UNCHECKED = (1).to_bytes(4, "little")
"""That compiled code is known by the hash of its source, which nobody looks at."""
NO_PLACE, MOST_IN_ENTRY = 0b1_1111_000, 8
"""An entry of a table of lines that says of up to so many instructions that they have none."""


def compile_module(path: Path, name: str) -> bytes:
    """A module's code, which is used without a look at its source, and without the lines of it."""
    source, level = path.read_bytes(), WITH_DOCSTRINGS if name.startswith(TALKING) else WITHOUT
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=level))
    return MAGIC_NUMBER + UNCHECKED + source_hash(source) + marshal.dumps(code)


def without_lines(code: CodeType) -> CodeType:
    """Code that does not know its lines, which are a third of it and are shown to nobody."""
    constants = (without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    whole, rest = divmod(len(code.co_code) // 2, MOST_IN_ENTRY)
    lengths = [MOST_IN_ENTRY] * whole + ([rest] if rest else [])
    return code.replace(co_linetable=bytes(NO_PLACE | length - 1 for length in lengths), co_consts=tuple(constants))


def pack(folder: str) -> bytes:
    """The modules and other files of a folder as an archive that is not compressed, as all of it will be."""
    root, archive = STAGE / folder, io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        for path in sorted(each for each in root.rglob("*") if each.is_file()):
            name = path.relative_to(root).as_posix()
            if path.suffix == ".py":
                content, name = compile_module(path, name), f"{name}c"
            else:
                content = path.read_bytes()
            members.writestr(zipfile.ZipInfo(name), content)
    return archive.getvalue()


def press() -> None:
    parts = {
        "worker.js": (STAGE / "worker.js").read_bytes(),
        "pyodide.asm.wasm": (STAGE / "runtime" / "pyodide.asm.wasm").read_bytes(),
        "python_stdlib.zip": pack("stdlib"),
        "wheels.zip": pack("wheels"),
        "peerxl.zip": pack("peerxl"),
    }
    head = json.dumps([[name, len(content)] for name, content in parts.items()]).encode() + b"\n"
    packed = gzip.compress(head + b"".join(parts.values()), compresslevel=9, mtime=0)
    (STAGE / "library.gz").write_bytes(packed)


press()
