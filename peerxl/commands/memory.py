"""What a command knows of a plan's past, and where it writes down what it does.

A run that changes a master writes down what it did once that is done: killed in between it has done more than it
remembers, and finds that out when it reads the plan again. What asks somebody is written down before it is done.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TypedDict, Unpack
from uuid import uuid4

from peerxl.commands.plan_names import find_name, mint_name, name_plan
from peerxl.commands.read import AnyPath
from peerxl.errors import MissingFileError
from peerxl.files.save import reason
from peerxl.model.action import Action
from peerxl.model.plan import ActionPlan
from peerxl.record.entry import Entry
from peerxl.record.event import ActionId, Event
from peerxl.record.folder import Folder, RecordFolderError, folder_of
from peerxl.record.naming import ActionIds, name_actions
from peerxl.record.reading import RecordFault
from peerxl.record.run import PlanRuns, Run, RunFile
from peerxl.record.sighting import list_sightings


class RecordOptions(TypedDict, total=False):
    """Where what happens to a plan is remembered.

    ``record`` is a folder instead of ``.peerxl`` beside the master; with ``no_record`` nothing is remembered or known.
    """

    record: AnyPath | None
    no_record: bool


@dataclass(frozen=True, slots=True)
class Past:
    """What the record says of a plan, in order, what could not be read of it, and the last line of each run.

    ``plan`` is what the record calls it; empty where it does not know it yet. ``others`` are the asks of other plans
    whose files are still there, each with the file's name, and ``plans`` what it calls the plan of every run.
    """

    entries: tuple[Entry, ...] = ()
    faults: tuple[RecordFault, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()
    plan: str = ""
    others: tuple[tuple[str, Entry], ...] = ()
    plans: Mapping[str, str] = field(default_factory=dict)

    @property
    def runs(self) -> PlanRuns:
        """The runs of the plan, and those of others."""
        own = frozenset(run for run, plan in self.plans.items() if plan == self.plan)
        return PlanRuns(own, frozenset(self.plans) - own)


@dataclass(frozen=True)
class Memory:
    """A plan with its past, and the run that adds to it."""

    plan: ActionPlan
    past: Past
    run_id: str
    folder: Folder | None
    file: RunFile

    @cached_property
    def ids(self) -> ActionIds:
        """What the plan's actions are known by."""
        return name_actions(self.plan, self.past.entries)

    def id_of(self, action: Action) -> ActionId:
        return self.ids.of(action)

    def write(self, *events: Event, at: datetime | None = None) -> tuple[Entry, ...]:
        """Write events down, flushed to the disk before anything else is done."""
        return self.file.write(*events, at=at)


def find_folder(master: AnyPath, **options: Unpack[RecordOptions]) -> Folder | None:
    """The folder of a master's record; None where there is to be none."""
    elsewhere = options.get("record")
    if options.get("no_record"):
        return None
    return folder_of(Path(master), Path(elsewhere) if elsewhere is not None else None)


def read_past(master: AnyPath, plan: ActionPlan | None = None, **options: Unpack[RecordOptions]) -> Past:
    """What the record says of a master; nothing where there is none.

    ``plan`` is what the master was read as; without it the past is that of the plan which had the file's name last.
    """
    from peerxl.record.index import open_index

    folder = find_folder(master, **options)
    if folder is None or not folder.record.is_dir():
        return Past()
    with open_index(folder.record) as index:
        files, path = index.plans, Path(master)
        name = find_name(path, plan, files, cache(lambda other: index.entries(plan=other)))
        beside, own = path.resolve().parent, name_plan(path)
        others = [
            (other, file) for other, file in files.items() if other != name and file != own and (beside / file).exists()
        ]
        asks = tuple((file, entry) for other, file in others for entry in index.entries(plan=other, kinds=("asked",)))
        entries = index.entries(plan=name) if name else ()
        return Past(entries, index.faults, index.heads, name, asks, index.runs)


def require_past(master: AnyPath, plan: ActionPlan, record: AnyPath | None) -> Past:
    """What the record says, of a command that only reads it; MissingFileError for a folder that is not there.

    A name that was mistyped would read as if nobody had ever been asked.
    """
    if record is not None and not Path(record).is_dir():
        raise MissingFileError(record)
    return read_past(master, plan, record=record)


def require_folder(master: AnyPath, **options: Unpack[RecordOptions]) -> Folder | None:
    """The folder of a record that can be written; RecordFolderError where it cannot."""
    folder = find_folder(master, **options)
    if folder is not None:
        try:
            folder.record.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder.record):
                pass
        except OSError as error:
            raise RecordFolderError(as_seen_from_here(folder.record), reason(error)) from error
    return folder


def as_seen_from_here(path: Path) -> Path:
    """A path without the folder that the command runs in."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@contextmanager
def remember(
    master: AnyPath, plan: ActionPlan, command: str, now: datetime, **options: Unpack[RecordOptions]
) -> Iterator[Memory]:
    """The memory of a plan that was read from a master, for one run of a command.

    Before anything else the run writes down what is new in the plan; with ``no_record`` nothing is kept. Raises
    RecordFolderError where the folder cannot be written.
    """
    folder, past = require_folder(master, **options), read_past(master, plan, **options)
    own = name_plan(master)
    name = past.plan or mint_name(master, frozenset(past.plans.values()))
    run = Run(uuid4().hex[:12], name, command, now.astimezone(), own if own != name else "")
    with RunFile(folder.record if folder else None, run, past.heads) as file:
        memory = Memory(plan, past, run.id, folder, file)
        if folder:
            file.write(*list_sightings(plan, memory.ids, past.entries))
        yield memory


def imagine(master: AnyPath, command: str, now: datetime, events: Iterable[Event]) -> tuple[Entry, ...]:
    """The entries that events would be, were they written down."""
    with RunFile(None, Run(uuid4().hex[:12], name_plan(master), command, now.astimezone())) as file:
        return file.write(*events)
