"""Files as bytes, put in their places all or none: nothing half-written, nothing lost."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from peerxl.advice import REPLACE
from peerxl.errors import PeerxlError

UNFINISHED = ".peerxl-"
"""How the name of a file begins that is not finished."""
A_DAY = 24 * 60 * 60
PATIENCE, PAUSE = 2.5, 0.1
"""How many seconds a file is waited for that a scanner of viruses or an index holds for a moment, and between tries."""
HELD = (5, 32)
"""Windows' numbers for "access is denied" and "another process uses the file"."""


class OutputExistsError(PeerxlError):
    """A file is in the way of one to be written, and says something else."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: there is a different file of this name already, so nothing was written; {REPLACE.words()}."
        )


class NotSavedError(PeerxlError):
    """The system did not let a file be written; what was there is as it was."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: not saved ({why}); close the file elsewhere, or choose another folder.")


def save_all(files: Mapping[Path, bytes], force: bool = False) -> None:
    """Write every file, or none of them.

    A file that is there already with the same bytes is left alone. One that differs is refused before anything is
    written, unless forced. Each file is complete and read back under another name in its folder before the first one
    takes its place; where one cannot, those that were there come back. What a run that was killed left beside them a
    day ago or longer is taken away.
    """
    changed = {path: content for path, content in files.items() if not holds(path, content)}
    # lexists: a link that leads nowhere is in the way too.
    in_the_way = [path for path in changed if os.path.lexists(path)]
    if in_the_way and not force:
        raise OutputExistsError(in_the_way[0])
    written: dict[Path, Path] = {}
    try:
        for path, content in changed.items():
            written[path] = write_beside(path, content)
        put_in_place(written)
    except BaseException:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
        raise
    for folder, newest in {path.parent: path for path in changed}.items():
        clean_up(folder, newest)


def holds(path: Path, content: bytes) -> bool:
    """Whether a file is there and says this already."""
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def make_temporary(target: Path, folder: Path) -> Path:
    """A new empty file in a folder, for what is to become the target."""
    handle, temporary = open_temporary(target, folder, target.suffix)
    os.close(handle)
    return temporary


def open_temporary(target: Path, folder: Path, ending: str) -> tuple[int, Path]:
    """A new file in a folder, which is made where there is none, open to be written."""
    try:
        # Most files of a run go where one before them went.
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=ending, dir=folder)
    except OSError as error:
        raise NotSavedError(target, reason(error)) from error
    return handle, Path(name)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file under a temporary name in the folder it belongs in; the name comes back."""
    handle, temporary = open_temporary(path, path.parent, ".tmp")
    try:
        write_through(handle, content)
        copy_mode(path, temporary)
        # A full disk, or a share, may take a file and lose its end without a word.
        if temporary.read_bytes() != content:
            raise NotSavedError(path, "it did not read back as written")
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NotSavedError(path, reason(error)) from error
    # An interruption must not leave it behind either.
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_through(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def copy_mode(path: Path, temporary: Path) -> None:
    """Let the same people read the file as would have, had it been written in place: a temporary one is private."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = 0o666 & ~umask()
    temporary.chmod(mode)


def umask() -> int:
    # There is no way to ask for it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask


def replace_file(source: Path, target: Path) -> None:
    """Give a file another's place in one step; what Windows says is held is tried again for a while."""
    until = monotonic() + PATIENCE
    while True:
        try:
            os.replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD or monotonic() > until:
                raise
            sleep(PAUSE)
        else:
            return


def clean_up(folder: Path, newest: Path) -> None:
    """Delete what runs that were killed left unfinished in a folder; nothing that goes wrong here matters.

    ``newest`` is a file just written: its time is the file system's, which on a share need not be this machine's.
    """
    with suppress(OSError):
        latest = newest.stat().st_mtime - A_DAY
        for path in left_behind(folder, latest):
            with suppress(OSError):
                path.unlink()


def left_behind(folder: Path, latest: float) -> Iterator[Path]:
    """Files that were never finished, and are too old for another run to be at work on them."""
    for path in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < latest:
                yield path


def copy_attributes(path: Path, copy: Path) -> None:
    """Give a copy what the system keeps of a file beside its content: its owner and its extended attributes."""
    if hasattr(os, "chown"):
        status = path.stat()
        with suppress(OSError):
            os.chown(copy, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(copy, name, os.getxattr(path, name))


def put_in_place(written: Mapping[Path, Path]) -> None:
    """Give the temporary files their names; where one fails, undo those before it."""
    done: list[tuple[Path, bytes | None]] = []
    for path, temporary in written.items():
        try:
            before = read_before(path)
            replace_file(temporary, path)
        except OSError as error:
            for earlier, content in reversed(done):
                put_back(earlier, content)
            raise NotSavedError(path, reason(error)) from error
        done.append((path, before))


def read_before(path: Path) -> bytes | None:
    """What a file says; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def put_back(path: Path, content: bytes | None) -> None:
    """Undo a file that was put in place."""
    if content is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(write_beside(path, content), path)


def reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
