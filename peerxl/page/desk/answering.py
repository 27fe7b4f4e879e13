"""A question answered: what came of it, or a sentence saying why nothing did, and the files that it wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from peerxl.advice import Voice, speaking
from peerxl.errors import PeerxlError
from peerxl.page.desk.asking import list_asked, make_papers
from peerxl.page.desk.checking import list_findings, put_right, write_report
from peerxl.page.desk.collecting import merge_returns, save_merged
from peerxl.page.desk.moving import begin_year, move_on, take_back
from peerxl.page.desk.publishing import preview_paper, publish
from peerxl.page.desk.question import Json, Question, read_question
from peerxl.page.desk.reading import describe_plan
from peerxl.page.desk.recording import pack_record, unpack_record

ANSWERS: Mapping[str, Callable[[Question], Json]] = {
    "read": describe_plan,
    "findings": list_findings,
    "report": write_report,
    "fix": put_right,
    "asked": list_asked,
    "papers": make_papers,
    "returns": merge_returns,
    "save": save_merged,
    "preview": preview_paper,
    "publish": publish,
    "next": move_on,
    "new-year": begin_year,
    "undo": take_back,
    "record": pack_record,
    "take-record": unpack_record,
}
"""What can be asked, by the name that the page knows it by."""
HERE = Path()
OUTPUTS = "out"
"""The folder, beside the plan, of what is only to be downloaded."""


def answer(text: str) -> str:
    """Answer a question that is written as JSON, in JSON.

    Answered it is ``{"result", "files", "gone"}``, where ``files`` are those to be had: what the result names, and what
    changed beside the plan; ``gone`` are those that were there before. Else it is ``{"error"}``, a sentence.
    """
    values = json.loads(text)
    before = dict(look_around())
    reply: Json
    with speaking(Voice.PAGE):
        try:
            result = ANSWERS[values["ask"]](read_question(values))
            reply = {"result": result}
        except PeerxlError as error:
            reply = {"error": str(error)}
        except OSError as error:
            reply = {"error": f"{Path(str(error.filename or 'the file')).name}: {error.strerror}; nothing more was done."}
    after = dict(look_around())
    changed = [path for path, state in after.items() if before.get(path) != state]
    wanted = reply.get("result", {}).get("downloads", ())
    reply["kept"] = changed
    reply["files"] = sorted({*changed, *wanted})
    reply["gone"] = sorted(set(before) - set(after))
    return json.dumps(reply, ensure_ascii=False)


def look_around() -> Iterator[tuple[str, tuple[int, int]]]:
    """The files of the plan's folder that stay, each with what tells whether it was changed."""
    for folder, folders, names in os.walk(HERE):
        if OUTPUTS in folders and Path(folder) == HERE:
            folders.remove(OUTPUTS)
        for name in names:
            path = Path(folder, name)
            status = path.stat()
            yield path.as_posix(), (status.st_mtime_ns, status.st_size)
