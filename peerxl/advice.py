"""What to do, as a message says it: in the options of the command line, or in the words of the page.

A message is the same in both up to its advice; each piece of advice that names an option stands here in both voices.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum

from peerxl.frozen import frozen


class Voice(StrEnum):
    """Where a message is read."""

    COMMAND = "command"
    PAGE = "page"


_voice = ContextVar("voice", default=Voice.COMMAND)
_heard = ContextVar[list[Voice] | None]("heard", default=None)


def voice() -> Voice:
    """The voice of whoever speaks now."""
    return _voice.get()


@contextmanager
def speaking(voice: Voice) -> Iterator[None]:
    """Have every message that is made meanwhile give its advice in one voice."""
    token = _voice.set(voice)
    try:
        yield
    finally:
        _voice.reset(token)


@contextmanager
def listening() -> Iterator[list[Voice]]:
    """The voices in which advice is given meanwhile: none where what is made is the same in all of them."""
    heard: list[Voice] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)


@frozen
class Advice:
    """A piece of a sentence in both voices, with names in braces for what a message puts in."""

    command: str
    page: str

    def words(self, **values: object) -> str:
        """The piece in the voice of whoever speaks now."""
        if (heard := _heard.get()) is not None:
            heard.append(voice())
        return (self.page if voice() is Voice.PAGE else self.command).format(**values)


SAY_QUARTER = Advice(
    'add --quarter "{quarter}"', "write the quarter, as {quarter}, under “How it was read”, or say it in the plan"
)
SAY_QUARTER_OR_SETTING = Advice(
    'add --quarter "{quarter}" or a Settings sheet with it',
    "write it, as {quarter}, under “How it was read”, or say it in the plan",
)
SAY_COLUMN = Advice("settle it with --column {kept} or {other}", "choose which it is under “How it was read”")
KEEP_COLUMN = Advice(
    "add --column {field}={letter} from now on, or write a heading that says so",
    "choose it as {field} under “How it was read” from now on, or write a heading that says so",
)
SAY_ACTIONS = Advice(
    "say where its actions are with {options}{others}",
    "say under “How it was read” in which row and column its actions begin",
)
READ_SHEET = Advice(
    'name it with --sheet "{sheet}", or read every tracker with --all-sheets', "choose it under “How it was read”"
)
READ_HIDDEN = Advice("name it with --sheet to read it", "choose it to read it")
WRITE_COLUMN = Advice("write it as --column status=F", "choose the column anew")
RUN_NEXT = Advice(
    ', or run peerxl next with --quarter "{quarter}"',
    ", or write {quarter} as the quarter under “How it was read” and move on to the next",
)
CHOOSE_PLAN = Advice(
    "name the plan it was made from, {plan}, and give the form to peerxl collect",
    "choose the plan, and the form under “What came back”",
)
ADOPT_PAPER = Advice(", or where that is lost make a plan of this one with peerxl adopt", "")
RUN_NEXT_AGAIN = Advice("run next again", "move on again")
BEGIN_YEAR = Advice(", or begin next year's plan with new-year", ", or make next year’s plan")
MAKE_YEAR = Advice(
    "“peerxl new-year” makes next year's plan, and “peerxl undo” takes a move back",
    "make next year’s plan, and take a move back that is made already",
)
MOVE_ON = Advice("move it on with “peerxl next”", "move it on to the next quarter")
LATER_REPLY = Advice("give a later day with --reply-by", "choose a later day to reply by")
EARLIER_DAY = Advice("give an earlier day with --today", "choose an earlier day to ask on")
PUBLISH_PERSONAL = Advice(
    "publish it all the same with --allow personal-data", "tick “Publish personal data all the same”"
)
CHASE_OTHER = Advice("chase that one", "open that one in its place")
SAVE_FORMS = Advice(
    "{folders}: there is no workbook to collect; save the forms that came back there",
    "None of these files is a form or a mail; choose the workbooks that came back, or the mails as they were saved",
)
REPLACE = Advice("move it away, or add --force to replace it", "move it away")
KEEP_ELSEWHERE = Advice(
    "keep the record elsewhere with --record DIR, or go on without a memory with --no-record",
    "move what has that name away",
)
COUNT_NEWER = Advice("update peerxl to count it", "ask for the newest page to count it")
EARLIER_COPIES = Advice("{folders} beside it", "the folder “backup” of its record")
OVERRIDE = Advice(', or write it all the same with --override "the reason", which is kept on the record', "")
FORGET = Advice("give the change up with --forget", "leave it as it is")
ACCEPT = Advice("{option}", "your choice “{words}”")
