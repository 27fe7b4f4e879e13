"""What goes into the page laid out in a folder: the standard library, the wheels and our own package, each trimmed."""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from peerxl.page.maker.inputs import PYODIDE, WHEELS, Input

PACKAGE = Path(__file__).resolve().parents[2]
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "package.json")
"""The files of Pyodide that are used."""

LEFT_OUT = frozenset(
    # What has no place in a page: a terminal, a network, other processes, makers of programs.
    """
    __phello__ _aix_support _android_support _apple_support _ios_support _osx_support _pyio _pyrepl antigravity bdb
    cProfile cmd code compression/zstd concurrent/futures/process concurrent/futures/interpreter concurrent/interpreters
    ctypes curses dbm doctest ensurepip ftplib getpass http/cookiejar http/cookies http/server idlelib imaplib lib2to3
    mailbox modulefinder multiprocessing netrc nntplib optparse pdb pickletools poplib profile profiling pstats pty
    py_compile pyclbr pydoc pydoc_data rlcompleter sched shelve smtpd socketserver sqlite3/__main__ statistics
    string/templatelib symtable tabnanny telnetlib test this timeit tkinter tomllib trace turtle turtledemo
    unittest venv wave webbrowser wsgiref xmlrpc zipapp
    """.split()
)
OUR_LEFT_OUT = frozenset("cli __main__ page/maker page/front papers/fonts papers/pdf papers/docx_template".split())
"""Of our own package: the command line, what makes the page, and papers that the page cannot make."""
WHEELS_LEFT_OUT = frozenset("defusedxml/lxml olefile/olefile2 oxmsg/cli rapidfuzz/__pyinstaller".split())
"""Of the wheels: what is for other Pythons, for a terminal, or for libraries that are not there."""
COUNTRIES = frozenset({"united_kingdom"})
"""The countries whose days off a plan may ask for; each is found without the list of all, which would load them."""


def stage(inputs: Mapping[Input, Path], folder: Path) -> None:
    """Lay out ``folder``: runtime, stdlib, wheels and peerxl, which are the page's parts before they are pressed."""
    unpack_runtime(inputs[PYODIDE], folder / "runtime")
    unpack_modules((folder / "runtime" / "python_stdlib.zip").read_bytes(), folder / "stdlib", is_needed_of_python)
    for wheel in WHEELS:
        unpack_modules(inputs[wheel].read_bytes(), folder / "wheels", is_needed_of_wheel)
    copy_package(folder / "peerxl" / "peerxl")


def unpack_runtime(archive: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    with tarfile.open(archive) as tar:
        for name in RUNTIME:
            member = tar.extractfile(f"package/{name}")
            assert member is not None  # the archive is known by its hash
            (folder / name).write_bytes(member.read())


def unpack_modules(archive: bytes, folder: Path, is_needed: Callable[[PurePosixPath], bool]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        for info in members.infolist():
            path = PurePosixPath(info.filename)
            if not info.is_dir() and is_needed(path):
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(members.read(info))


def is_needed_of_python(path: PurePosixPath) -> bool:
    return path.suffix == ".py" and not is_among(path, LEFT_OUT)


def is_needed_of_wheel(path: PurePosixPath) -> bool:
    """Whether a wheel's file is run in the browser: Python, what is compiled for it, and of days off one country's."""
    if path.parts[:2] in {("holidays", "countries"), ("holidays", "financial")}:
        return path.stem in COUNTRIES and path.suffix == ".py"
    if is_among(path, WHEELS_LEFT_OUT):
        return False
    # Some ask for their own version.
    return path.suffix == ".py" or path.name == "METADATA" or path.name.endswith("wasm32-emscripten.so")


def is_among(path: PurePosixPath, names: Iterable[str]) -> bool:
    """Whether a file is a module that is named, or lies in a package that is."""
    whole = path.with_suffix("")
    return not set(map(str, (whole, *whole.parents))).isdisjoint(names)


def copy_package(folder: Path) -> None:
    for path in sorted(PACKAGE.rglob("*")):
        own = PurePosixPath(path.relative_to(PACKAGE).as_posix())
        if path.is_file() and "__pycache__" not in own.parts and not is_among(own, OUR_LEFT_OUT):
            target = folder / own
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
