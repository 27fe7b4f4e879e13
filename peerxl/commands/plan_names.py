"""Which of the plans that a record knows a master is, be it renamed, or another plan under the name of one.

Files beside it are read only where its name and what it says do not agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from peerxl.commands.inputs import WORKBOOKS
from peerxl.commands.read import AnyPath, read_plan
from peerxl.errors import PeerxlError
from peerxl.model.plan import ActionPlan
from peerxl.record.belonging import Belonging, judge_past
from peerxl.record.entry import Entry

Pasts = Callable[[str], tuple[Entry, ...]]
"""What gives the entries of each plan that a record knows."""


def name_plan(master: AnyPath) -> str:
    """What the record calls a plan that it does not know yet: the name of its file, wherever a link to it lies."""
    return Path(master).resolve().name


def mint_name(master: AnyPath, taken: frozenset[str]) -> str:
    """What the record is to call a plan that it does not know: its file's name, which another plan may have had."""
    own = name_plan(master)
    return next(name for number in count(1) if (name := own if number == 1 else f"{own} ({number})") not in taken)


def find_name(master: Path, plan: ActionPlan | None, files: Mapping[str, str], entries_of: Pasts) -> str:
    """What a record calls a master, of its plans with the names of their files; empty where it does not know it.

    It is the plan that had the file's name last, where what it says is what the record knows of that; else the only one
    that says so and of which the file is gone, or is another plan's by now. A plan of another year, or of other words
    under the same name, is the same one that goes on, unless that lies beside it. Without ``plan``, which cannot be
    read then, the names alone tell.
    """
    own, folder = name_plan(master), master.resolve().parent
    mine = [name for name, file in files.items() if file == own]
    gone = [name for name, file in files.items() if not (folder / file).exists()]
    likely = mine or (gone if len(gone) == 1 else [])
    if plan is None:
        return likely[-1] if likely else ""
    judged = {name: judge_past(plan, entries_of(name)) for name in (mine or files)}
    same = [name for name, belonging in judged.items() if belonging is Belonging.OWN]
    if not mine:
        same = [name for name in same if name in gone or not is_held(folder / files[name], entries_of(name))]
    if same and (mine or len(same) == 1):
        return same[-1]
    # Nor does a plan of which every action was reworded say more than its name.
    doubtful = Belonging.STRANGER if mine else Belonging.OTHER_YEAR
    for name in reversed(likely):
        by_year = judged[name] is Belonging.OTHER_YEAR
        if judged[name] >= doubtful and not has_rival(master, files, entries_of(name), by_year=by_year):
            return name
    return ""


def is_held(file: Path, entries: tuple[Entry, ...]) -> bool:
    """Whether a file is the plan that the entries are of; one that cannot be read counts as that."""
    try:
        return judge_past(read_plan(file), entries) is Belonging.OWN
    except PeerxlError:
        return True


def has_rival(master: Path, files: Mapping[str, str], entries: tuple[Entry, ...], *, by_year: bool) -> bool:
    """Whether the plan that the entries are of lies beside a master, under a name that the record does not know.

    With ``by_year`` it has to say itself that it is of their year.
    """
    return any(
        judge_past(other, entries) is Belonging.OWN and (other.year is not None or not by_year)
        for other in read_beside(master, set(files.values()))
    )


def read_beside(master: Path, known: set[str]) -> Iterator[ActionPlan]:
    """The plans beside a master that have none of these names."""
    file = master.resolve()
    for path in sorted(file.parent.iterdir()):
        if (
            path.suffix.lower() in WORKBOOKS
            and path.name not in known | {file.name}
            and not path.name.startswith(("~", "."))
        ):
            try:
                yield read_plan(path)
            except PeerxlError:  # no plan: a form, a list, a report
                continue
