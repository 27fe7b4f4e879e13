"""The sheets and columns of a return form, said once; what it asks is the table ``model.answer_field.ANSWER_FIELDS``.

A question added there is on the form, on the sheet "As issued", read back, and merged or refused.
"""

from __future__ import annotations

ASKED, OTHERS, WORDS, ISSUED = "Your actions", "Your other actions", "Status words", "As issued"
OTHERS_TITLE, WORDS_TITLE = "Your other open actions", "What the status words mean"
FILL_IN = "Fill in"
NOT_ASKED = "Not asked"
NONE_YET, NONE_BEFORE = "None given so far", "None before this quarter"
SCREEN_WIDTH = 974.0
"""How wide all columns of the form are together: a laptop's screen."""

REF, ACTION, TIMESCALE = "Ref", "Action", "Timescale"
WHY, LAST_STATUS, LAST_COMMENT = "Why you are asked", "Last status", "Last comment"
SHOWN = (WHY, LAST_STATUS, LAST_COMMENT)
"""What the form shows beside the plan's own words, to be read; it is issued too, so that an edit of it is seen."""
SHOWN_ROOMS = {REF: 60.0, ACTION: 144.0, TIMESCALE: 76.0, WHY: 122.0, LAST_STATUS: 76.0, LAST_COMMENT: 122.0}
"""The columns that are not filled in, in their order, and what of the width each has; the ref's only where any is."""
