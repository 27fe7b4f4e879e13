"""Many plans at once: every workbook read, what they come to, written as a workbook and as rows for analysts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypedDict, Unpack

from peerxl.commands.kept_options import pack_options
from peerxl.commands.outputs import refuse_names, refuse_overwriting
from peerxl.commands.portfolio.addresses import is_url
from peerxl.commands.portfolio.job import Job, JobResult
from peerxl.commands.portfolio.kept import KeptReadings
from peerxl.commands.portfolio.reader_version import find_reader_version
from peerxl.commands.portfolio.workbooks import WorkbookAddress, find_workbooks
from peerxl.commands.read import AnyPath, ReadOptions, lacks_year, parse_columns, parse_quarter
from peerxl.dataset.forms import FORMS
from peerxl.excel.read import read_sheets
from peerxl.files.lock import alone
from peerxl.files.save import save_all
from peerxl.model.fiscal import APRIL_YEARS
from peerxl.portfolio.portfolio import Portfolio
from peerxl.reading.own_sheets.settings import read_settings

REPORT = ".xlsx"
LOCK = "portfolio-lock"
SECONDS = 120.0
"""How long a workbook may take to read, unless told otherwise: a hundred times what a long one takes."""

Progress = Callable[[int, int], object]
"""Told after each workbook how many are done, and of how many."""


class PortfolioOptions(TypedDict, total=False):
    """How many workbooks are read at once.

    ``scheduler`` is the address of a Dask cluster's scheduler; without one, ``readers`` processes read on this machine,
    by default one a processor. ``seconds`` is how long a workbook may take. ``readings`` is the file in which what was
    read is kept from one run to the next, by default beside the first output. ``with_emails`` keeps email addresses in
    the rows for analysts, and ``leave_out`` names workbooks that are not read.
    """

    scheduler: str | None
    readers: int | None
    seconds: float
    readings: AnyPath | None
    with_emails: bool
    leave_out: Sequence[str]


@dataclass(frozen=True, slots=True)
class PortfolioResult:
    """What was read, how many workbooks were as they had been, what was written and where the readings are kept."""

    portfolio: Portfolio
    unchanged: int
    outputs: tuple[Path, ...]
    readings: Path | None


def read_portfolio(
    addresses: Sequence[str],
    *outputs: AnyPath,
    reading: ReadOptions | None = None,
    force: bool = False,
    progress: Progress = lambda done, number: None,
    **options: Unpack[PortfolioOptions],
) -> PortfolioResult:
    """Read every workbook in the folders, of the patterns and at the URLs, and write what they come to.

    An output is a workbook of what they come to (.xlsx) or the rows of all of them for analysts (.parquet, .csv,
    .duckdb, .sqlite), all or none. ``reading`` says how each workbook is read. A workbook that cannot be read stops
    nothing: the portfolio says why. Raises where there is no workbook, or an output is in the way of one.
    """
    refuse_reading(reading or {})
    found, targets = find_workbooks(addresses, options.get("leave_out", ())), tuple(map(Path, outputs))
    workbooks = found.kept
    refuse_reports(targets, workbooks)
    with_rows = any(target.suffix.lower() != REPORT for target in targets)
    template = Job(
        "", "", options=pack_options(reading or {}), with_rows=with_rows, with_emails=options.get("with_emails", False)
    )
    path = find_readings(targets, options.get("readings"))
    with keep_readings(path, template, workbooks) as kept:
        unchanged = 0
        # Closed at once where it is left early, with the processes that read.
        with closing(read_workbooks(workbooks, template, kept, **options)) as results:
            for done, result in enumerate(results, 1):
                kept.add(result)
                unchanged += 1 if result.is_unchanged else 0
                progress(done, len(workbooks))
        summaries = tuple(kept.summaries[workbook.file] for workbook in workbooks)
        portfolio = Portfolio(summaries, tuple(workbook.file for workbook in found.left_out))
        save_all({target: render_report(target, portfolio, kept) for target in targets}, force=force)
    return PortfolioResult(portfolio, unchanged, targets, path)


def read_workbooks(
    workbooks: Sequence[WorkbookAddress], template: Job, kept: KeptReadings, **options: Unpack[PortfolioOptions]
) -> Generator[JobResult]:
    """What came of each workbook, as it comes: from the cluster, or from processes on this machine."""
    jobs = [
        replace(template, file=workbook.file, address=workbook.address, known=kept.digest_of(workbook.file))
        for workbook in workbooks
    ]
    seconds, scheduler = options.get("seconds", SECONDS), options.get("scheduler")
    if scheduler:
        from peerxl.commands.portfolio.cluster import read_on_cluster

        return read_on_cluster(jobs, seconds, scheduler)
    from peerxl.commands.portfolio.pool import read_here

    return read_here(jobs, seconds, options.get("readers"))


@contextmanager
def keep_readings(path: Path | None, template: Job, workbooks: Sequence[WorkbookAddress]) -> Iterator[KeptReadings]:
    """The readings in their file, which one run has at a time; without a path in one that is gone afterwards."""
    files, head = frozenset(workbook.file for workbook in workbooks), describe_reading(template)
    if path is None:
        with (
            tempfile.TemporaryDirectory(prefix="peerxl-") as folder,
            KeptReadings(Path(folder, "readings.jsonl"), head, files) as kept,
        ):
            yield kept
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path, LOCK, patience=0), KeptReadings(path, head, files) as kept:
        yield kept


def find_readings(targets: Sequence[Path], asked: AnyPath | None) -> Path | None:
    """Where readings are kept: where it was asked for, else beside the first output; nowhere where there is none."""
    if asked is not None:
        return Path(asked)
    return targets[0].with_suffix(".readings.jsonl") if targets else None


def describe_reading(template: Job) -> str:
    """What readings go by: where any of it is another, they are no use."""
    settings = template.options.get("settings")
    content = sha256(Path(settings).read_bytes()).hexdigest() if settings and Path(settings).is_file() else ""
    asked = [template.options, template.with_rows, template.with_emails, content]
    return sha256(f"{find_reader_version()} {json.dumps(asked)}".encode()).hexdigest()


def refuse_reading(options: ReadOptions) -> None:
    """Raise for what would be wrong with every workbook alike."""
    quarter, settings = options.get("quarter"), options.get("settings")
    parse_columns(options.get("columns") or {})
    if not lacks_year(quarter, APRIL_YEARS):
        parse_quarter(quarter, APRIL_YEARS)
    if settings is not None:
        read_settings(read_sheets(Path(settings)), str(settings))


def refuse_reports(targets: Sequence[Path], workbooks: Sequence[WorkbookAddress]) -> None:
    """Raise where an output would be written over a workbook that is read, or over another, or is of no form."""
    refuse_names(targets, FORMS)
    for target in targets:
        if target.exists():
            refuse_overwriting(target, None, *(Path(each.address) for each in workbooks if not is_url(each.address)))


def render_report(target: Path, portfolio: Portfolio, kept: KeptReadings) -> bytes:
    """An output's bytes: what the workbooks come to, or all their rows in the order of their names."""
    if target.suffix.lower() == REPORT:
        from peerxl.excel.write import render
        from peerxl.portfolio.document import build_portfolio

        return render(build_portfolio(portfolio))
    rows = (row for workbook in portfolio.read for row in kept.rows_of(workbook.file))
    return FORMS[target.suffix.lower()](rows, "Portfolio")
