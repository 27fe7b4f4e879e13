"""What the paper of a plan costs in each of its forms, beside a peer that writes the same words.

The peers are what somebody would use instead: XlsxWriter alone, python-docx's own tables, LibreOffice's PDF of the
workbook where it is installed, pandas' page, and pandas' values. Each is run several times, and the least is told: the
seconds that pass, and those of the processor, which do not hang on what else the machine is doing. XlsxWriter is told
twice: with the words alone, and with the same cells, which are a table whose rows have heights and whose groups begin
in bold; and the workbook's own seconds in parts, what working out its pages takes and what writing it. Last comes the
whole command, from the plan's file to the five sheets of the paper, with what it spends beside writing.

    python scripts/bench_papers.py [ACTIONS [LAYOUT]]
"""

from __future__ import annotations

import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from peerxl import read_plan
from peerxl.commands.appendix import make_document, refuse_personal_data
from peerxl.commands.publish_check import refuse_unpublishable
from peerxl.documents.document import Document
from peerxl.documents.paper import ACTIONS
from peerxl.excel.laying_out import lay_out
from peerxl.excel.long_rows import abridge_rows
from peerxl.excel.write import write_workbook
from peerxl.papers.formats import FORMATS

COUNT, LAYOUT = 1_000, "full"
RUNS = 3
HEADINGS = (
    "Ref",
    "Theme",
    "Recommendation",
    "Action",
    "Timescale",
    "Owner",
    "Q3 2023/24 status",
    "Q3 2023/24 comments",
)
THEMES = ("Vision", "Finance and assets", "Housing", "Members and governance")
STATUSES = ("In progress", "Completed", "On hold", "Ongoing", "")
COMMENT = "The draft went to the Executive in November and members asked for a further option to be costed. " * 2

Source = TypeVar("Source")
Cost = tuple[float, float]
"""The seconds that pass, and those of the processor."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to write the same words that is not ours."""

    name: str
    write: Callable[[Document], object]


def make_plan(path: Path, count: int) -> None:
    """A plan of so many actions, each with words as long as they are in plans."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Action plan")
        sheet.write(0, 0, "Peer review action plan - Quarter 3 2023/24")
        sheet.write_row(2, 0, HEADINGS)
        for number in range(count):
            theme = THEMES[number * len(THEMES) // count]
            words = (
                f"PR{number + 1:04}",
                theme,
                f"{theme}: set out what is to change, by when and who will see to it.",
            )
            action = f"Agree and publish step {number + 1} of the programme with partners and the parish councils."
            rest = ("Q4 2023/24", f"AD for {theme}", STATUSES[number % len(STATUSES)], COMMENT)
            sheet.write_row(3 + number, 0, (*words, action, *rest))


def list_words(document: Document) -> list[list[str]]:
    (section,) = document.sections
    return [[column.heading for column in section.columns], *([e.text for e in row.entries] for row in section.rows)]


def write_by_xlsxwriter(document: Document) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet()
        for number, words in enumerate(list_words(document)):
            sheet.write_row(number, 0, words, wrapped)


def write_same_cells(document: Document) -> None:
    """The cells as the workbook has them, with a format for each column; it works out no widths, heights or pages."""
    import xlsxwriter

    (section,) = document.sections
    with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as book:
        sheet = book.add_worksheet(section.name)
        bold, plain = book.add_format({"bold": True}), book.add_format()
        looks = [book.add_format({"text_wrap": True, "valign": "top", "border": 1}) for _ in section.columns]
        headings = [{"header": column.heading} for column in section.columns]
        sheet.add_table(0, 0, len(section.rows), len(headings) - 1, {"columns": headings})
        for number, row in enumerate(abridge_rows(section), 1):
            sheet.set_row(number, 50)
            for column, (entry, look) in enumerate(zip(row.entries, looks, strict=True)):
                if entry.lead and entry.words:
                    sheet.write_rich_string(number, column, bold, entry.lead, plain, f"\n{entry.words}", look)
                else:
                    sheet.write_string(number, column, entry.text, look)


def write_by_python_docx(document: Document) -> None:
    import docx

    words = list_words(document)
    word = docx.Document()
    table = word.add_table(rows=len(words), cols=len(words[0]))
    for row, texts in zip(table.rows, words, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    word.save(io.BytesIO())


def print_by_libreoffice(document: Document) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "paper.xlsx"
        path.write_bytes(FORMATS[".xlsx"](document))
        profile = f"-env:UserInstallation=file://{name}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- words of our own


def write_page_by_pandas(document: Document) -> None:
    import pandas as pd

    headings, *rows = list_words(document)
    pd.DataFrame(rows, columns=headings).to_html(index=False)


def write_values_by_pandas(document: Document) -> None:
    import pandas as pd

    headings, *rows = list_words(document)
    pd.DataFrame(rows, columns=headings).to_csv(index=False)


PEERS = {
    ".xlsx": Peer("XlsxWriter", write_by_xlsxwriter),
    ".docx": Peer("python-docx", write_by_python_docx),
    ".pdf": Peer("LibreOffice", print_by_libreoffice),
    ".html": Peer("pandas", write_page_by_pandas),
    ".csv": Peer("pandas", write_values_by_pandas),
}


def read_processor() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def measure(write: Callable[[Source], object], document: Source, runs: int = RUNS) -> Cost:
    """The least of several runs; what is imported once is imported in the first."""
    costs = []
    for _ in range(runs):
        start, processor = time.perf_counter(), read_processor()
        write(document)
        costs.append((time.perf_counter() - start, read_processor() - processor))
    passed, used = zip(*costs, strict=True)
    return min(passed), min(used)


def tell_workbook(document: Document) -> None:
    """Where the seconds of a workbook go, beside XlsxWriter's for the same cells."""
    layouts = tuple(map(lay_out, document.sections))
    _, pages = measure(lambda document: tuple(map(lay_out, document.sections)), document)
    _, writing = measure(lambda document: write_workbook(document, layouts), document)
    _, theirs = measure(write_same_cells, document)
    print(f"       pages {pages:.2f}, writing {writing:.2f}; XlsxWriter, the same cells {theirs:.2f}: ", end="")
    print(f"writing takes {writing / theirs:.2f} of it, with the pages {(pages + writing) / theirs:.2f}")


def tell_command(path: Path) -> None:
    """What each step of the whole command takes."""
    costs = {"reading": measure(lambda _: read_plan(path), None)[1]}
    plan = read_plan(path)
    costs["the document"] = measure(lambda _: make_document(plan), None)[1]
    document = make_document(plan)
    costs["personal data"] = measure(lambda _: refuse_personal_data(plan, document), None)[1]
    costs["the workbook"] = measure(lambda _: FORMATS[".xlsx"](document), None)[1]
    workbook = FORMATS[".xlsx"](document)
    costs["publish-check"] = measure(lambda _: refuse_unpublishable(path, workbook), None)[1]
    steps = ", ".join(f"{name} {cost:.2f}" for name, cost in costs.items())
    print(f"all five sheets as .xlsx: {sum(costs.values()):.2f} of the processor: {steps}")


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else COUNT
    layout = arguments[1] if arguments[1:] else LAYOUT
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.xlsx"
        make_plan(path, count)
        tell_papers(make_document(read_plan(path), layout=layout, sheets=(ACTIONS,)), layout)
        tell_command(path)


def tell_papers(document: Document, layout: str) -> None:
    """What the list of actions costs in each form, beside its peer."""
    (section,) = document.sections
    print(f"{len(section.rows):,} actions, layout {layout}: seconds that pass (of the processor)")
    for ending, render in FORMATS.items():
        passed, used = measure(render, document)
        size = len(render(document)) / 1024
        print(f"{ending:6} {passed:6.2f} ({used:5.2f})  {size:7.0f} KiB   ", end="", flush=True)
        peer = PEERS[ending]
        if peer.name == "LibreOffice" and not shutil.which("soffice"):
            print("LibreOffice is not installed")
            continue
        theirs, spent = measure(peer.write, document, 1 if peer.name == "LibreOffice" else RUNS)
        print(f"{peer.name:12} {theirs:6.2f} ({spent:5.2f})   ours takes {used / spent:.2f} of it")
        if ending == ".xlsx":
            tell_workbook(document)


if __name__ == "__main__":
    main(sys.argv[1:])
