"""The appendix: as the page shows it, and as the files that are published."""

from __future__ import annotations

from pathlib import Path

from peerxl.commands.appendix import PERSONAL_DATA, PaperOptions, list_published, render_papers, write_appendix
from peerxl.commands.first_dates import say_unread_past
from peerxl.commands.published import note_published
from peerxl.commands.read import require_quarter
from peerxl.page.desk.enquiry import Enquiry, Json

OUT = Path("out")


def paper_options(enquiry: Enquiry) -> PaperOptions:
    """What the appendix is to be, as it was chosen."""
    allow = (PERSONAL_DATA,) if enquiry.values.get("allow_personal_data") else ()
    return {
        "layout": enquiry.values.get("layout") or "full",
        "number": enquiry.values.get("number") or None,
        "allow": allow,
        # Kept beside the plan, as on the command line.
        "recording": {},
    }


def preview_paper(enquiry: Enquiry) -> Json:
    """The appendix as a web page's text, and its style by itself, as the page takes no style in a text; nothing is
    written.
    """
    html = render_papers(enquiry.read, [".html"], **paper_options(enquiry))[".html"].decode()
    head, _, rest = html.partition("<style>")
    style, _, body = rest.partition("</style>")
    return {"html": head + body, "style": style}


def publish(enquiry: Enquiry) -> Json:
    """Write the appendix in each form that is asked for, and put that on the record."""
    plan, options = enquiry.read, paper_options(enquiry)
    name = f"appendix-{require_quarter(plan).slug}"
    paths = [OUT / f"{name}{ending}" for ending in enquiry.values["endings"]]
    OUT.mkdir(exist_ok=True)
    written = write_appendix(plan, *paths, force=True, **options)
    note_published(enquiry.path, plan, written, "appendix", enquiry.now)
    personal = list_published(plan, **options) if options["allow"] else ()
    return {
        "personal": list(map(str, personal)),
        "unread": list(say_unread_past(plan)),
        "downloads": [path.as_posix() for path in written],
    }
