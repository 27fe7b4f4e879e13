"""Every note a reading can carry, as data: its code and its sentence, and the refusal that makes a cell unreadable."""

from __future__ import annotations

from peerxl.model.timescale import Note

_SENTENCES = {
    # what was assumed
    "implied-range": "Two periods stand side by side without a sign: read as a range.",
    "single-year-quarter": "A quarter with one year is read as a quarter of the fiscal year that starts in it.",
    "year-assumed": "The cell names no year: the plan's own year is taken.",
    "season-assumed": "A season is read as its three months: spring begins in March, winter in December.",
    "year-span-assumed": "Years more than one apart are read from the start of the first to the end of the last.",
    "two-digit-date": "A date with two-digit numbers is read as day, month, year.",
    "context-year": "A fiscal year is talked about in the words and is not taken as a date.",
    "part-of-period": "A part of a period, such as “early” or “mid”, is read as the whole of it.",
    "month-in-year-label": "A month beside a fiscal year is read as that year's.",
    "alternative": "An alternative that is no date stands beside the date, which is taken.",
    # what an officer should look at
    "several-milestones": "The cell holds several milestones: the last bounded one is its due date.",
    "several-dates": "Several dates stand together: say which is the due date and which was the original.",
    "date-moved": "A date said to have been moved is not taken as a start or a due date.",
    "unconfirmed": "The date is marked as to be confirmed.",
    "unsure": "A question mark or a word such as “provisional” or “estimated” says that the date is not sure.",
    "conditional": "The date hangs on something else, such as funding or an approval.",
    "weekday-mismatch": "The day of the week does not belong to the date.",
    # why a cell cannot be read
    "no-year": "No year is named and none is given.",
    "year-mismatch": "The second year does not follow the first.",
    "reversed-range": "The range ends before it starts.",
    "gloss-mismatch": "The months do not lie in the period they explain.",
    "no-such-date": "There is no such day, month or quarter.",
    "only-moved": "The only date is one that has been moved.",
    "denied": "A word limits or denies the date.",
    "told": "The words tell what has happened.",
    "school-year": "A school term or an academic year is neither a season nor a fiscal year.",
    "misspelt": "A word is nearly one that would change the reading.",
    "unclear": "The words round the date leave it unclear.",
    "unknown-number": "A number is neither a date nor part of one.",
    "no-period": "Nothing in it can be read as a time.",
    "too-long": "The text is longer than an Excel cell can be.",
}


NOTES = {code: Note(code, sentence) for code, sentence in _SENTENCES.items()}


class Unreadable(Exception):  # noqa: N818 -- a reading's outcome, caught at the top; no operation has failed
    """Stops a reading: the note's code, and the reason in one sentence for the officer."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = f"{reason[0].upper()}{reason[1:]}."
