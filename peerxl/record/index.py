"""A throw-away index of the record, so that years of lines answer a question at once.

It lies in the user's cache folder, never beside the master: SQLite's locks and logs are not safe on network shares and
in synchronised folders. Where it is missing, damaged or behind the files it is made anew from them, and where it cannot
be kept it is made in memory: it never answers otherwise than the files do.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from peerxl.record.entry import Entry, in_order
from peerxl.record.event import Began
from peerxl.record.line import SCHEMA, read_line
from peerxl.record.reading import Heads, RecordFault, RecordFile, files_of, read_file, unnamed

VERSION = 1
"""The layout of the tables below; an index of another layout is made anew."""
TABLES = """
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER, changed INTEGER);
CREATE TABLE line (
    file TEXT, number INTEGER, run TEXT, n INTEGER, digest TEXT,
    plan TEXT, kind TEXT, owner TEXT, quarter TEXT, raw BLOB
);
CREATE TABLE subject (file TEXT, number INTEGER, key TEXT, ref TEXT);
CREATE TABLE fault (file TEXT, number INTEGER, message TEXT, harmless INTEGER);
CREATE INDEX line_place ON line (file, number);
CREATE INDEX line_plan ON line (plan, quarter, kind);
CREATE INDEX line_owner ON line (owner);
CREATE INDEX subject_place ON subject (file, number);
CREATE INDEX subject_ref ON subject (ref);
"""
NAMES = ("file", "line", "subject", "fault")
UNUSED = 30 * 24 * 60 * 60
"""How many seconds an index is kept that nobody uses."""


class Index:
    """The questions an index answers; see ``open_index``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def entries(
        self,
        *,
        plan: str | None = None,
        kinds: Collection[str] = (),
        owner: str | None = None,
        ref: str | None = None,
        quarter: str | None = None,
    ) -> tuple[Entry, ...]:
        """The entries of a plan, of some kinds, of the owner with a key, about a ref in any case, of a quarter."""
        wanted: dict[str, object] = {"plan = ?": plan, "owner = ?": owner, "quarter = ?": quarter}
        conditions = {condition: [value] for condition, value in wanted.items() if value is not None}
        if kinds:
            conditions[f"kind IN ({', '.join('?' * len(kinds))})"] = list(kinds)
        if ref is not None:
            about = "SELECT 1 FROM subject WHERE subject.file = line.file AND subject.number = line.number AND ref = ?"
            conditions[f"EXISTS ({about})"] = [ref.casefold()]
        where = " AND ".join(conditions) or "1"
        values = [value for group in conditions.values() for value in group]
        # The words of the query are all ours; what is looked for goes in as values.
        rows = self._connection.execute(f"SELECT raw FROM line WHERE {where}", values)  # noqa: S608
        return in_order(read_line(raw) for (raw,) in rows)

    @property
    def plans(self) -> Mapping[str, str]:
        """The plans that the lines are about, each with the name that its file had last."""
        began = self.entries(kinds=("began",))
        return {entry.plan: each.file or entry.plan for entry in began if isinstance(each := entry.event, Began)}

    @property
    def runs(self) -> Mapping[str, str]:
        """The plan of every run."""
        return dict(self._connection.execute("SELECT DISTINCT run, plan FROM line").fetchall())

    @property
    def heads(self) -> Heads:
        """See ``Record.heads``."""
        lines = self._connection.execute("SELECT run, digest FROM line ORDER BY n, digest")
        return unnamed(dict(lines.fetchall()), self.entries(kinds=("began",)))

    @property
    def faults(self) -> tuple[RecordFault, ...]:
        """What could not be read of the files."""
        rows = self._connection.execute("SELECT file, number, message, harmless FROM fault ORDER BY file, number")
        return tuple(RecordFault(file, number, message, bool(harmless)) for file, number, message, harmless in rows)


@contextmanager
def open_index(folder: Path, cache: Path | None = None) -> Iterator[Index]:
    """The index of a folder's record, brought up to its files; ``cache`` is the folder to keep indexes in."""
    path = index_path(folder, cache or user_cache())
    connection = connect(path, folder)
    drop_unused(path)
    try:
        yield Index(connection)
    finally:
        connection.close()


def user_cache() -> Path:
    """Where this user's computer keeps what can be made anew."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("peerxl", appauthor=False))


def index_path(folder: Path, cache: Path) -> Path:
    """The index of a folder, by a name that only that folder has."""
    return cache / f"record-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}.sqlite"


def drop_unused(used: Path) -> None:
    """Delete the indexes beside this one of which nobody has asked anything for a month.

    They hold names and words of plans that may be gone, and each can be made anew.
    """
    with suppress(OSError):
        os.utime(used)
        for path in used.parent.glob("record-*.sqlite"):
            if path.stat().st_mtime < time.time() - UNUSED:
                path.unlink()


def connect(path: Path, folder: Path) -> sqlite3.Connection:
    """A connection to an index that says what the files say: as it is kept, else made anew, else in memory."""
    for is_anew in (False, True):
        with suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            if is_anew:
                path.unlink(missing_ok=True)
            return brought_up(str(path), folder)
    return brought_up(":memory:", folder)


def brought_up(database: str, folder: Path) -> sqlite3.Connection:
    # No transactions of the library's own: the one that is begun below covers the making of tables too.
    connection = sqlite3.connect(database, timeout=30.0, isolation_level=None)
    try:
        check_whole(connection)
        # The lock to write is taken at once: asked for after reading it may be refused, and not waited for.
        connection.execute("BEGIN IMMEDIATE")
        make_tables(connection)
        take_changes(connection, folder)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise where the index is damaged, before it answers anything."""
    if (state := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise sqlite3.DatabaseError(state)


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none, or none of today's layout and schema."""
    # One number for both, as SQLite keeps but one for its user.
    today = VERSION * 1000 + SCHEMA
    if connection.execute("PRAGMA user_version").fetchone()[0] == today:
        return
    for name in NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in TABLES.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {today}")


def take_changes(connection: sqlite3.Connection, folder: Path) -> None:
    """Take in what was added to the files, and drop what is gone: a file of another size or time is read again."""
    known = {name: (size, changed) for name, size, changed in connection.execute("SELECT * FROM file")}
    now = {path.name: state for path in files_of(folder) if (state := state_of(path))}
    for name in known.keys() | now.keys():
        if known.get(name) != now.get(name):
            forget(connection, name)
            if name in now:
                take_file(connection, read_file(folder / name), now[name])


def state_of(path: Path) -> tuple[int, int] | None:
    """What tells that a file has changed; None where it has gone meanwhile."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def forget(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("DELETE FROM file WHERE name = ?", (name,))
    for table in NAMES[1:]:
        connection.execute(f"DELETE FROM {table} WHERE file = ?", (name,))  # noqa: S608


def take_file(connection: sqlite3.Connection, file: RecordFile, state: tuple[int, int]) -> None:
    """Take in a file; one that could not be opened is tried again the next time."""
    lines = [(line, line.entry) for line in file.lines if line.entry]
    if file.lines or not file.faults:
        connection.execute("INSERT INTO file VALUES (?, ?, ?)", (file.name, *state))
    rows = ((file.name, line.number, *columns(each), line.raw) for line, each in lines)
    connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO subject VALUES (?, ?, ?, ?)",
        ((file.name, line.number, one.key, one.ref.casefold()) for line, each in lines for one in each.actions),
    )
    faults = ((file.name, fault.line, fault.message, fault.is_harmless) for fault in file.faults)
    connection.executemany("INSERT INTO fault VALUES (?, ?, ?, ?)", faults)


def columns(entry: Entry) -> tuple[object, ...]:
    """What an entry is found by."""
    owner = entry.owner.key if entry.owner else None
    return entry.run, entry.number, entry.digest, entry.plan, entry.kind, owner, entry.quarter
