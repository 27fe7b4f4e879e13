"""Damages files by a seed, has each read in a process with limits, and says how many were met without a fault.

    python scripts/fuzz.py FOLDER… --mutants 300 --seed 1

Each mutant is read and checked, or written to, or collected as a form beside a sound one, or its journal and record are
damaged and then used. It comes to "ok" (a plan, or a sentence of ours and exit code 2), or to a fault: "traceback",
"hang" (more than 10 seconds of processor), "abort" (the process is gone), "memory" (more than 500 MB), "raw" (control
characters in what is printed), "lost" (a damaged form kept a sound one's answers out). Exit code 0: no fault; 1: some.
Those at fault are kept where --keep says.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from random import Random

from damage import WORKBOOK_DAMAGE, damage, damage_json
from limited import FAULTS, LOST, OK, Ended, run_command, run_limited

from peerxl import collect, read_plan, write_chase
from peerxl.errors import PeerxlError
from peerxl.excel.patch import set_cells
from peerxl.excel.patch.address import format_address
from peerxl.excel.read import read_sheets

WORKBOOKS = (".xlsx", ".xlsm")
EXAMPLE = Path(__file__).resolve().parent.parent / "workbooks" / "example-master.xlsx"
SOUND_ANSWER = "All is well with this one"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file to damage, what is done with it, and how it is damaged."""

    source: Path
    use: str
    kind: str
    seed: str

    def __str__(self) -> str:
        return f"{self.use} {self.kind} {self.source.name} {self.seed}"

    def write(self, path: Path) -> Path:
        """The damaged file."""
        path.write_bytes(damage(self.source.read_bytes(), self.kind, make_random(self.seed)))
        return path


def make_random(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def check(mutant: Mutant, folder: Path) -> int:
    """Read and check the damaged workbook."""
    return run_command("check", str(mutant.write(folder / f"plan{mutant.source.suffix}")))


def write_to(mutant: Mutant, folder: Path) -> int:
    """Set cells in a copy of the damaged workbook."""
    path = mutant.write(folder / f"plan{mutant.source.suffix}")
    try:
        # Where damage has left no sheet, one is asked for that is not there.
        name = next((sheet.name for sheet in read_sheets(path)), "Plan")
        set_cells(path, folder / f"copy{path.suffix}", {name: {"B3": "In progress", "C5": 7}})
    except PeerxlError as error:
        print(ascii(str(error)))
        return 2
    return 0


def collect_beside_sound(mutant: Mutant, folder: Path) -> int:
    """Collect the damaged form beside a sound one, whose answer must arrive."""
    home, returned = mutant.source.parent, folder / "returned"
    master = shutil.copy(home / "plan.xlsx", folder / "plan.xlsx")
    returned.mkdir()
    shutil.copy(home / "sound.xlsx", returned / "sound.xlsx")
    mutant.write(returned / "bad.xlsx")
    code = run_command("collect", str(master), str(returned), "--force")
    texts = {str(value) for sheet in read_sheets(Path(master)) for row in sheet.rows for value in row}
    return code if SOUND_ANSWER in texts else LOST


def use_past(mutant: Mutant, folder: Path) -> int:
    """Damage a file of the journal or the record, then look at the past and undo the last change."""
    random, home = make_random(mutant.seed), folder / "home"
    shutil.copytree(mutant.source.parent, home)
    path = random.choice(sorted((home / ".peerxl").rglob("*.json*")))
    path.write_bytes(damage_json(path.read_bytes(), random))
    return max(run_command(command, str(home / "plan.xlsx")) for command in ("history", "undo"))


USES: Mapping[str, tuple[int, Callable[[Mutant, Path], int]]] = {
    "check": (70, check),
    "patch": (15, write_to),
    "form": (12, collect_beside_sound),
    "journal": (3, use_past),
}
"""What is done with a mutant, and with how many of 100."""


def try_mutant(mutant: Mutant, keep: Path | None) -> tuple[Mutant, Ended]:
    """Run a mutant in a process of its own, with limits; one at fault is kept."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        ended = run_limited(partial(USES[mutant.use][1], mutant, Path(name)), Path(name))
        if keep and ended.outcome != OK:
            shutil.copytree(name, keep / ended.outcome / re.sub(r"[^\w.-]+", "_", str(mutant)), dirs_exist_ok=True)
    return mutant, ended


def list_mutants(seeds: Mapping[str, Sequence[Path]], count: int, seed: int) -> Iterator[Mutant]:
    """So many mutants, the same for the same seed and files."""
    uses = [use for use, (share, _) in USES.items() for _ in range(share) if seeds[use]]
    for number in range(count):
        random = make_random(f"{seed}-{number}")
        use, kind = random.choice(uses), random.choice(tuple(WORKBOOK_DAMAGE))
        yield Mutant(random.choice(seeds[use]), use, kind, f"{seed}-{number}")


def find_seeds(paths: Sequence[Path], home: Path) -> dict[str, list[Path]]:
    """The files to damage, by what they are used for; ``home`` gets a plan with a sound form and a past."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    workbooks = [file for file in files if file.suffix.lower() in WORKBOOKS and not file.name.startswith(("~$", "."))]
    form = make_home(home)
    return {"check": workbooks, "patch": workbooks, "form": [form], "journal": [home / "plan.xlsx"]}


def make_home(home: Path) -> Path:
    """A plan with a past, and two forms chased for it and filled in: a sound one, and the one to damage, which comes
    back.
    """
    home.mkdir(parents=True)
    master = Path(shutil.copy(EXAMPLE, home / "plan.xlsx"))
    write_chase(read_plan(master), home / "chase", today=date(2026, 1, 5))
    forms = sorted((home / "chase").rglob("forms/*.xlsx"))
    sound, bad = (home / name for name in ("sound.xlsx", "bad.xlsx"))
    fill(forms[0], bad, "Under way")
    fill(forms[1], sound, SOUND_ANSWER)
    collect(master, [bad], now=datetime(2026, 1, 6, 9))
    shutil.rmtree(home / "chase")
    return bad


def fill(form: Path, target: Path, comment: str) -> None:
    """Write a comment into the first row of a form that asks for one."""
    sheet = read_sheets(form)[0]
    row = next(number for number, values in enumerate(sheet.rows, 1) if "Comment" in values)
    column = sheet.rows[row - 1].index("Comment") + 1
    set_cells(form, target, {sheet.name: {format_address((row + 1, column)): comment}})


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="workbooks, or folders of them")
    parser.add_argument("--mutants", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse_arguments(arguments)
    outcomes: Counter[str] = Counter()
    slowest = largest = together = 0.0
    with tempfile.TemporaryDirectory(prefix="fuzz-home-") as name, ThreadPoolExecutor(options.jobs) as pool:
        seeds = find_seeds(options.paths, Path(name) / "home")
        mutants = list_mutants(seeds, options.mutants, options.seed)
        for mutant, ended in pool.map(partial(try_mutant, keep=options.keep), mutants):
            outcomes[ended.outcome] += 1
            slowest, largest = max(slowest, ended.seconds), max(largest, ended.megabytes)
            together += ended.seconds
            if ended.outcome != OK:
                last = (ended.words.strip().splitlines() or [""])[-1]
                print(f"{ended.outcome}: {mutant}: {last[:160]!a}", flush=True)
    counts = ", ".join(f"{outcome} {outcomes[outcome]}" for outcome in (OK, *FAULTS))
    print(f"{options.mutants:,} mutants, seed {options.seed}: {counts}")
    print(f"slowest {slowest:.1f} s, largest {largest:.0f} MB, together {together:.0f} s of processor")
    return 1 if outcomes.total() > outcomes[OK] else 0


if __name__ == "__main__":
    raise SystemExit(main())
