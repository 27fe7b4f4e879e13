"""The appendix: as the page shows it, and as the files that are published."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.appendix import PERSONAL_DATA, PaperOptions, list_published, render_papers, write_appendix
from peerxl.commands.published import note_published
from peerxl.commands.read import require_quarter
from peerxl.page.desk.question import Json, Question

OUT = Path("out")


def paper_options(question: Question) -> PaperOptions:
    """What the appendix is to be, as it was chosen."""
    allow = (PERSONAL_DATA,) if question.values.get("allow_personal_data") else ()
    return {
        "layout": question.values.get("layout") or "full",
        "number": question.values.get("number") or None,
        "allow": allow,
    }


def preview_paper(question: Question) -> Json:
    """The appendix as a web page's text; nothing is written."""
    return {"html": render_papers(question.read, [".html"], **paper_options(question))[".html"].decode()}


def publish(question: Question) -> Json:
    """Write the appendix in each form that is asked for, and put that on the record."""
    plan, options = question.read, paper_options(question)
    name = f"appendix-{require_quarter(plan).slug}"
    paths = [OUT / f"{name}{ending}" for ending in question.values["endings"]]
    OUT.mkdir(exist_ok=True)
    written = write_appendix(plan, *paths, force=True, **options)
    note_published(question.path, plan, written, "appendix", question.now)
    personal = list_published(plan, **options) if options["allow"] else ()
    return {"personal": list(map(str, personal)), "downloads": [path.as_posix() for path in written]}
