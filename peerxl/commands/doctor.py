"""What would silently break the job that runs by itself: each thing looked at, and what to do about what is amiss."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Unpack

from peerxl.calendar.settings import dates_by_quarter, rules_of
from peerxl.chasing import chase_plan, why_nobody
from peerxl.commands.addresses import address
from peerxl.commands.chase.command import write_chase
from peerxl.commands.chase.missing_answers import say_lost_answers
from peerxl.commands.chase.notes import may_be_reported_now, say_behind, say_listed_twice, say_unsigned
from peerxl.commands.memory import RecordOptions, find_folder, read_past
from peerxl.commands.open_conflicts import find_open_conflicts, say_open_conflicts
from peerxl.commands.outgoing import Today
from peerxl.commands.read import AnyPath, ReadOptions, read_plan, require_quarter
from peerxl.commands.set_server import describe_server, why_silent
from peerxl.documents.wording import counted
from peerxl.errors import PeerxlError
from peerxl.excel.master import Opened, marks
from peerxl.files.backup import HOME
from peerxl.files.lock import JOB_LOCK, LOCK, is_held
from peerxl.files.save import reason
from peerxl.model.finding import Severity
from peerxl.model.plan import ActionPlan
from peerxl.record.naming import name_actions
from peerxl.record.verify import verify_record

NEEDS_WORKBOOK = "The workbook has to be readable first."
NEEDS_WHAT_IS_SAID = "What stops a run, as said above, has to be put right first."


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something amiss, and what to do; an error is what a run could not be done for."""

    severity: Severity
    says: str


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at: a master, the plan in it (None where it cannot be read, and why), and where a run writes."""

    master: Path
    today: date
    plan: ActionPlan | None = None
    unread: str = ""
    out: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    keeping: RecordOptions = field(default_factory=RecordOptions)


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """A thing that is looked at: its name, what is so when all is well, and what finds out."""

    name: str
    well: str | Callable[[Patient], str]
    find: Callable[[Patient], Iterator[Trouble]]


@dataclass(frozen=True, slots=True)
class Health:
    """What came of a check; where something hinders it it was not looked at, and ``needs`` says what comes first.

    ``well`` is what is so where nothing is amiss.
    """

    check: HealthCheck
    troubles: tuple[Trouble, ...] = ()
    needs: str = ""
    well: str = ""

    @property
    def is_looked_at(self) -> bool:
        return not self.needs


@dataclass(frozen=True, slots=True)
class DoctorResult:
    """Everything that was looked at, in order."""

    checks: tuple[Health, ...]

    @property
    def exit_code(self) -> int:
        """0 where all is well, 1 where something needs somebody, 2 where a run could not be done."""
        severities = {trouble.severity for health in self.checks for trouble in health.troubles}
        return 2 if Severity.ERROR in severities else 1 if Severity.WARNING in severities else 0


def examine(
    master: AnyPath,
    *,
    today: date,
    out: AnyPath | None = None,
    environment: Mapping[str, str] | None = None,
    keeping: RecordOptions | None = None,
    **options: Unpack[ReadOptions],
) -> DoctorResult:
    """Look at all that a run of the job depends on, and change nothing; ``out`` is the folder that it writes to."""
    path, plan, unread = Path(master), None, ""
    try:
        plan = read_plan(path, **options)
    except PeerxlError as error:
        unread = str(error)
    folder = Path(out) if out is not None else None
    patient = Patient(path, today, plan, unread, folder, environment or {}, keeping or RecordOptions())
    return DoctorResult(tuple(look_at(patient)))


def look_at(patient: Patient) -> Iterator[Health]:
    """Every check; what one has said already is not said again by the next."""
    said: set[str] = set()
    for check in (*CHECKS, *(PLAN_CHECKS if patient.plan else ())):
        found = find(check, patient)
        troubles = tuple(trouble for trouble in found if trouble.says not in said)
        said.update(trouble.says for trouble in troubles)
        # What one check stopped at stops others: that they have nothing new to say does not make them well.
        is_hindered = not troubles and any(trouble.severity is Severity.ERROR for trouble in found)
        well = check.well if isinstance(check.well, str) else check.well(patient)
        yield Health(check, troubles, NEEDS_WHAT_IS_SAID if is_hindered else "", well)
    if patient.plan is None:
        yield from (Health(check, needs=NEEDS_WORKBOOK) for check in PLAN_CHECKS)


def find(check: HealthCheck, patient: Patient) -> tuple[Trouble, ...]:
    """What a check finds; what a run would stop at is an error."""
    try:
        return tuple(check.find(patient))
    except PeerxlError as error:
        return (Trouble(Severity.ERROR, str(error)),)


def find_unread(patient: Patient) -> Iterator[Trouble]:
    if patient.unread:
        yield Trouble(Severity.ERROR, patient.unread)


def find_open(patient: Patient) -> Iterator[Trouble]:
    for mark in marks(Opened(patient.master, "")):
        if os.path.lexists(mark):
            yield Trouble(
                Severity.ERROR,
                f"Somebody has the workbook open ({mark.name!r} lies beside it), so nothing can be collected; close "
                f"it, or delete {mark.name!r} where nobody has.",
            )


def find_closed_doors(patient: Patient) -> Iterator[Trouble]:
    """What cannot be written: the workbook, its folder and the record's, and where the job writes."""
    if patient.master.is_file() and not os.access(patient.master, os.W_OK):
        says = "The workbook is read-only, so nothing can be collected; let it be changed (in its properties)."
        yield Trouble(Severity.ERROR, says)
    record = find_folder(patient.master, **patient.keeping)
    home = patient.master.resolve().parent / HOME
    for folder in dict.fromkeys(filter(None, (home, record.record if record else None, patient.out))):
        if why := why_unwritable(folder):
            says = f"{folder}: nothing can be written there ({why}); ask for the right to, or name another folder."
            yield Trouble(Severity.ERROR, says)


def say_rights(patient: Patient) -> str:
    """What can be written, and that the job's folder was not looked at where nobody named it."""
    it = "It and its folder" if patient.master.is_file() else "Its folder"
    if patient.out is not None:
        return f"{it.replace(' and', ',')} and the job's can be written."
    return f"{it} can be written; add --out with the job's folder to have that looked at too."


def why_unwritable(folder: Path) -> str:
    """Why a folder, or where it would be made, takes no files; empty where it does."""
    there = next(path for path in (folder, *folder.absolute().parents) if os.path.lexists(path))
    try:
        # Asking the system for the right says nothing true on a network share.
        with tempfile.TemporaryFile(dir=there):
            return ""
    except OSError as error:
        return reason(error)


def find_other_run(patient: Patient) -> Iterator[Trouble]:
    if any(is_held(patient.master, name) for name in (LOCK, JOB_LOCK)):
        says = "Another run is at work at this plan; wait until it is done, or look for it on the other computers."
        yield Trouble(Severity.WARNING, says)


def find_record_faults(patient: Patient) -> Iterator[Trouble]:
    folder = find_folder(patient.master, **patient.keeping)
    for fault in verify_record(folder.record) if folder else ():
        yield Trouble(Severity.ADVICE if fault.is_harmless else Severity.WARNING, str(fault))


def say_record(patient: Patient) -> str:
    folder = find_folder(patient.master, **patient.keeping)
    return "What is remembered is whole." if folder and folder.record.is_dir() else "There is no record to look at."


def require_plan(patient: Patient) -> ActionPlan:
    assert patient.plan is not None, "looked at only where there is one"
    return patient.plan


def find_stale_quarter(patient: Patient) -> Iterator[Trouble]:
    """No quarter, one that is over, and answers that the plan has no place for."""
    plan = require_plan(patient)
    quarter, rules = require_quarter(plan), rules_of(plan.settings, plan.source)
    dates = dates_by_quarter(plan.settings, rules, quarter).get(quarter)
    day = Today(patient.today, rules, dates)
    # Most of a quarter goes by in reporting the one before: that is no trouble, until it is known to be heard.
    behind = Severity.ADVICE if may_be_reported_now(plan, day) else Severity.WARNING
    for note in say_behind(plan, day):
        yield Trouble(behind, note)
    for nowhere in chase_plan(plan, quarter).nowhere:
        yield Trouble(Severity.WARNING, f"{nowhere.sheet}: {nowhere.sentence}")


def find_unreachable_owners(patient: Patient) -> Iterator[Trouble]:
    """Owners without an address, and open actions of nobody's, those for one reason together.

    An action that there is nothing to ask about yet counts too: once there is, nobody would hear of it.
    """
    plan = require_plan(patient)
    yield from (Trouble(Severity.WARNING, says) for says in say_listed_twice(plan))
    quarter = require_quarter(plan)
    whys = (address(owner, (), plan.settings).why for owner in chase_plan(plan, quarter).owners)
    yield from (Trouble(Severity.WARNING, why) for why in whys if why)
    nobody: dict[str, list[str]] = {}
    for action in plan.open_actions(quarter):
        if why := why_nobody(action, plan):
            nobody.setdefault(why, []).append(action.name)
    for why, names in nobody.items():
        about = names[0] if len(names) == 1 else counted(len(names), "action")
        yield Trouble(Severity.WARNING, f"Nobody is asked about {about}: {why}")


def find_unsettled(patient: Patient) -> Iterator[Trouble]:
    """Conflicts that nobody has settled, dates held back, and answers that the plan does not have any more."""
    plan = require_plan(patient)
    past = read_past(patient.master, plan, **patient.keeping)
    ids = name_actions(plan, past.entries)
    quarter = require_quarter(plan)
    conflicts = find_open_conflicts(plan, quarter, past.entries, ids)
    lost = say_lost_answers(chase_plan(plan, quarter), past, ids, conflicts)
    yield from (Trouble(Severity.WARNING, says) for says in (*say_open_conflicts(plan, ids, conflicts), *lost))


def find_no_coordinator(patient: Patient) -> Iterator[Trouble]:
    yield from (Trouble(Severity.WARNING, says) for says in say_unsigned(require_plan(patient).settings))


def find_no_chase(patient: Patient) -> Iterator[Trouble]:
    """What a run would stop at today: days that contradict one another, a wording that is none."""
    write_chase(require_plan(patient), Path(), today=patient.today, dry_run=True, **patient.keeping)
    yield from ()


def find_silent_server(patient: Patient) -> Iterator[Trouble]:
    """A mail server that is set and does not answer, or does not let us in."""
    if why := why_silent(require_plan(patient).settings, patient.environment):
        yield Trouble(Severity.ERROR, why)


def say_server(patient: Patient) -> str:
    return describe_server(require_plan(patient).settings, patient.environment)


WELL_OWNED = "Everybody who is asked has an address, and every open action somebody who is asked."
CHECKS = (
    HealthCheck("workbook", "It is there, and is read as a plan.", find_unread),
    HealthCheck("open", "Nobody has it open.", find_open),
    HealthCheck("rights", say_rights, find_closed_doors),
    HealthCheck("lock", "No other run is at work.", find_other_run),
    HealthCheck("record", say_record, find_record_faults),
)
PLAN_CHECKS = (
    HealthCheck("quarter", "It is the one to report, and answers have a place.", find_stale_quarter),
    HealthCheck("owners", WELL_OWNED, find_unreachable_owners),
    HealthCheck("conflicts", "No conflict, no date held back and no lost answer waits for somebody.", find_unsettled),
    HealthCheck("coordinator", "There is one, with an address.", find_no_coordinator),
    HealthCheck("chase", "Today's messages can be made.", find_no_chase),
    HealthCheck("server", say_server, find_silent_server),
)
"""What can be looked at only in a plan that can be read."""
