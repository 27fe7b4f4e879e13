"""The columns of a return form, said once: what is asked, what is shown beside it, and what its sheets are called.

A question added to ``ANSWER_FIELDS`` is on the form, on the sheet "As issued", read back, and merged or refused.
"""

from __future__ import annotations

from peerxl.chasing import Reason
from peerxl.merge.answer_field import AnswerField, AnswerKind
from peerxl.model.layout import Field

ASKED, OTHERS, WORDS, ISSUED = "Your actions", "Your other actions", "Status words", "As issued"
OTHERS_TITLE, WORDS_TITLE = "Your other open actions", "What the status words mean"
FILL_IN = "Fill in"
NOT_ASKED = "Not asked"
NONE_YET = "None given so far"
SCREEN_WIDTH = 974.0
"""How wide all columns of the form are together: a laptop's screen."""

STATUS = AnswerField(
    name="status",
    noun="status",
    heading="Status",
    kind=AnswerKind.STATUS,
    column=Field.STATUS,
    is_quarterly=True,
    new_heading="update",
    issued_heading="Status",
    prompt="Choose a word from the list. The Status words sheet says what each one means.",
    room=88,
)
COMMENT = AnswerField(
    name="comment",
    noun="comment",
    heading="Comment",
    kind=AnswerKind.WORDS,
    column=Field.COMMENT,
    is_quarterly=True,
    new_heading="comments",
    issued_heading="Comment",
    prompt="What has happened this quarter, and what comes next? Two or three sentences will do.",
)
DATE = AnswerField(
    name="date",
    noun="new date",
    heading="New date",
    kind=AnswerKind.DATE,
    column=Field.TIMESCALE,
    is_quarterly=False,
    new_heading="Revised timescale",
    issued_heading="Timescale",
    prompt="If it is not finished: the new date, such as 31/03/2024 or Q4 2023/24. Say why in the comment.",
    room=86,
    asked_for=frozenset({Reason.DUE, Reason.OVERDUE}),
)
ANSWER_FIELDS = (STATUS, COMMENT, DATE)
"""What can be answered about an action, in the order of the form's columns and of the merge."""

REF, ACTION, TIMESCALE = "Ref", "Action", "Timescale"
WHY, LAST_STATUS, LAST_COMMENT = "Why you are asked", "Last status", "Last comment"
SHOWN = (WHY, LAST_STATUS, LAST_COMMENT)
"""What the form shows beside the plan's own words, to be read; it is issued too, so that an edit of it is seen."""
SHOWN_ROOMS = {REF: 74.0, ACTION: 150.0, TIMESCALE: 80.0, WHY: 122.0, LAST_STATUS: 84.0, LAST_COMMENT: 125.0}
"""The columns that are not filled in, in their order, and what of the width each has; the ref's only where any is."""
