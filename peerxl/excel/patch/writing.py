"""A patched workbook written under another name and proved, before anybody gives it its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peerxl.errors import NotSavedError
from peerxl.excel.patch.patch import Patch
from peerxl.excel.patch.proof import prove
from peerxl.excel.save import copy_mode, reason

# How the name of a file begins that is not finished.
UNFINISHED = ".peerxl-"


@contextmanager
def written_beside(patch: Patch, target: Path, folder: Path | None = None) -> Iterator[Path]:
    """The patched workbook in a file of its own, flushed and read back, in the target's folder or another one.

    Whoever is given it puts it in its place; if nobody does it is gone afterwards. Its ending is the target's, by
    which readers know what it is.
    """
    temporary = new_file(target, folder or target.parent)
    try:
        write_through(patch, temporary)
        prove(patch, temporary)
        copy_mode(target, temporary)
        yield temporary
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def real_file(target: Path) -> Path:
    """The file that a target leads to, where it is a link, so that it stays one."""
    try:
        file = target.resolve()
        is_circle = file.is_symlink()
    except RuntimeError:
        is_circle = True
    except ValueError as error:
        raise NotSavedError(target, "no file can have this name") from error
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    if is_circle:
        raise NotSavedError(target, "it is a link that leads back to itself")
    return file


def new_file(target: Path, folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=target.suffix, dir=folder)
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    os.close(handle)
    return Path(name)


def write_through(patch: Patch, path: Path) -> None:
    with path.open("wb") as file:
        patch.write(file)
        file.flush()
        os.fsync(file.fileno())
