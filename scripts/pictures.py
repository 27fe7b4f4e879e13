"""Pictures of all that peerxl writes, page by page, for somebody to look at before a committee does.

Each plan, the example and the published appendices where they can be had, is worked as in a quarter: checked, chased,
its forms filled in and collected, adopted, published in every layout and form. LibreOffice prints workbooks and Word
documents, poppler draws the pages, and Chromium shows web pages and mails; all three have to be installed. With FILEs
only those are drawn.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import click

from peerxl.documents.appendix_layouts import LAYOUTS

ROOT = Path(__file__).parents[1]
APPENDICES = ROOT.parent / "shared" / "data" / "appendices"
DOTS_PER_INCH = 70
WIDE, TALL = 1100, 900
"""How large the browser's window is; a picture is as long as its page."""
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
OFFICE, WEB = (".xlsx", ".docx"), (".html", ".eml")
COULD_NOT = 2


@dataclass(frozen=True, slots=True)
class Work:
    """A plan to work on: its file, a day on which it is chased, and the options that read it."""

    name: str
    master: Path
    today: str
    options: tuple[str, ...] = ()


WORKS = (
    Work("example", ROOT / "workbooks" / "example-master.xlsx", "2026-01-05"),
    Work("appendix-4", APPENDICES / "appendix4-q1-2023-plain.xlsx", "2023-07-10", ("--quarter", "Q1 2023/24")),
    Work("appendix-9", APPENDICES / "appendix9-q3-2023-24-plain.xlsx", "2024-01-08", ("--quarter", "Q3 2023/24")),
)
STEPS = (
    "check PLAN --report OUT/findings.xlsx",
    "movement PLAN -o OUT/movement.xlsx",
    "adopt PLAN -o OUT/adopted.xlsx",
    "chase PLAN --out OUT/chase --today TODAY",
    "collect PLAN OUT/chase/forms --report OUT/collect-report.xlsx --output OUT/collected.xlsx",
)
"""What is done to each plan before its papers are written."""
ANSWERS = {
    "Status": "In progress",
    "Comment": "Agreed in November; the contractor starts in the spring.",
    "New date": "Q1 2031/32",
}
"""What is typed into the yellow cells of each form."""


@click.command(help=__doc__)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.argument("named", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def main(out: Path, named: tuple[Path, ...]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    if named:
        files = [Path(shutil.copy(name, out)) for name in named]
    else:
        files = [file for work in WORKS if work.master.exists() for file in write_all(work, out / work.name)]
    for picture in draw(files):
        print(picture)


def write_all(work: Work, folder: Path) -> list[Path]:
    """Do a quarter's work on a copy of a plan; all the files that came of it."""
    folder.mkdir(parents=True)
    plan = folder / f"{work.name}.xlsx"
    shutil.copyfile(work.master, plan)
    for step in STEPS:
        words = [word.replace("PLAN", str(plan)).replace("OUT", str(folder)) for word in step.split()]
        run_peerxl([word.replace("TODAY", work.today) for word in words], work.options)
        for form in (folder / "chase" / "forms").glob("*.xlsx") if step.startswith("chase") else ():
            fill_in(form)
    for layout in LAYOUTS:
        outputs = [f"-o{folder / f'appendix-{layout}{ending}'}" for ending in (".xlsx", ".docx", ".pdf", ".html")]
        run_peerxl(["appendix", str(plan), "--layout", layout, "--number", "9", *outputs], work.options)
    return sorted(
        file for file in folder.rglob("*") if file.suffix in (*OFFICE, *WEB, ".pdf") and ".peerxl" not in file.parts
    )


def run_peerxl(arguments: Sequence[str], options: Iterable[str]) -> None:
    """Run a command, which may find things to look at but must not fail."""
    command = [sys.executable, "-m", "peerxl", *arguments, *options]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- words of our own
    if result.returncode == COULD_NOT:
        print(f"{arguments[0]}: {result.stderr.strip()}", file=sys.stderr)


def fill_in(form: Path) -> None:
    """Type an answer into every yellow cell."""
    from openpyxl import load_workbook

    book = load_workbook(form)
    sheet = book.worksheets[0]
    headings: dict[int, str] = {}
    for row in sheet.iter_rows():
        headings |= {cell.column: str(cell.value) for cell in row if cell.value in ANSWERS}
        for cell in row:
            if not cell.protection.locked and cell.column in headings:
                cell.value = ANSWERS[headings[cell.column]]
    book.save(form)


def draw(files: Sequence[Path]) -> Iterator[Path]:
    """Draw every page of every file into pictures beside it."""
    with tempfile.TemporaryDirectory() as name:
        by_folder: dict[Path, list[Path]] = defaultdict(list)
        for file in files:
            by_folder[file.parent].append(file)
        for number, group in enumerate(by_folder.values()):
            pdfs = Path(name) / str(number)
            pdfs.mkdir()
            yield from draw_group(group, pdfs, Path(name) / "profile")


def draw_group(files: Sequence[Path], pdfs: Path, profile: Path) -> Iterator[Path]:
    """Draw the files of one folder, in which only the ending may tell two apart."""
    for ending in OFFICE:
        office = [file for file in files if file.suffix == ending]
        (pdfs / ending).mkdir()
        if office:
            print_to_pdf(office, pdfs / ending, profile)
        for file in office:
            yield from draw_pages(pdfs / ending / f"{file.stem}.pdf", file)
    for file in files:
        if file.suffix == ".pdf":
            yield from draw_pages(file, file)
    yield from show_in_browser([file for file in files if file.suffix in WEB])


def print_to_pdf(files: Sequence[Path], folder: Path, profile: Path) -> None:
    """One start of LibreOffice for many files, as starting takes longer than printing."""
    convert = [find_tool("soffice"), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
    command = [*convert, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- words of our own


def find_tool(name: str) -> str:
    """Where a program is, or that it is missing."""
    return shutil.which(name) or sys.exit(f"{name} is not installed")


def draw_pages(pdf: Path, source: Path) -> list[Path]:
    """A picture a page, in place of those of an earlier time."""
    for old in source.parent.glob(f"{source.name}-*.png"):
        old.unlink()
    command = [find_tool("pdftoppm"), "-png", "-r", str(DOTS_PER_INCH), str(pdf), str(source)]
    subprocess.run(command, check=True)  # noqa: S603 -- words of our own
    return sorted(source.parent.glob(f"{source.name}-*.png"))


def show_in_browser(files: Sequence[Path]) -> Iterator[Path]:
    if not files:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_tool("chromium"), args=list(CHROMIUM))
        for file in files:
            # A page of its own each: what one allows itself would hold for the next.
            page = browser.new_page(viewport={"width": WIDE, "height": TALL})
            page.set_content(read_html(file))
            picture = file.with_name(f"{file.name}-1.png")
            page.screenshot(path=picture, full_page=True)
            page.close()
            yield picture
        browser.close()


def read_html(file: Path) -> str:
    """A web page's text, or that of the mail's part that is shown."""
    if file.suffix != ".eml":
        return file.read_text(encoding="utf-8")
    part = message_from_bytes(file.read_bytes(), policy=policy.default).get_body(("html", "plain"))
    assert part is not None
    return str(part.get_content())


if __name__ == "__main__":
    main()
