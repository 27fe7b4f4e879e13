"""What tells whether this peerxl reads as the one before did: its own code, and the libraries that it reads with."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import peerxl

LIBRARIES = ("python-calamine", "openpyxl")


@cache
def find_reader_version() -> str:
    """A digest of all modules of the package, and the versions of the libraries that read."""
    digest = sha256(" ".join(map(find_version, LIBRARIES)).encode())
    package = Path(peerxl.__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def find_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
