"""Makes the two masters in ``workbooks/``: an invented council's plan to learn from, and a blank one to begin with.

``python scripts/make_masters.py`` writes them; with ``--check`` it says which are out of date, and exits 1 if any is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from example_plan import ROWS, SETTINGS, TITLE

from peerxl.documents.document import Document
from peerxl.documents.master import build_master
from peerxl.excel.write import render
from peerxl.model.fiscal import SingleYear, YearConvention
from peerxl.model.settings import Settings

WORKBOOKS = Path(__file__).resolve().parent.parent / "workbooks"
BLANK_TITLE = "Name of the council - Action plan"
BLANK_DATED = date(2025, 4, 1)
BLANK_SETTINGS = Settings(years=YearConvention(single_year=SingleYear.FISCAL))
EXAMPLE_DATED = date(2025, 12, 31)


def masters() -> dict[str, Document]:
    """The masters by the names of their files."""
    return {
        "example-master.xlsx": build_master(TITLE, SETTINGS, EXAMPLE_DATED, ROWS),
        "blank-master.xlsx": build_master(BLANK_TITLE, BLANK_SETTINGS, BLANK_DATED),
    }


def write(folder: Path) -> int:
    """Writes the masters into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in masters().items():
        (folder / name).write_bytes(render(document))
    return 0


def check(folder: Path) -> int:
    """Says which masters in a folder are not what would be written now."""
    stale = [name for name, document in masters().items() if not holds(folder / name, render(document))]
    for name in stale:
        print(f"{name} is out of date: run python scripts/make_masters.py", file=sys.stderr)
    return 1 if stale else 0


def holds(path: Path, content: bytes) -> bool:
    """Whether a file is there and has exactly this content."""
    return path.is_file() and path.read_bytes() == content


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes or checks, as asked."""
    parser = argparse.ArgumentParser(description="Makes the example master and the blank one.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a workbook is out of date")
    parser.add_argument("--out", type=Path, default=WORKBOOKS, metavar="DIR", help="the folder (default: workbooks)")
    options = parser.parse_args(arguments)
    return check(options.out) if options.check else write(options.out)


if __name__ == "__main__":
    raise SystemExit(main())
