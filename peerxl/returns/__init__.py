"""Return forms: what they ask, what was issued, what came back on them, and what is amiss with that.

What is asked is the table ``model.answer_field``, and ``layout`` says the rest; ``document`` makes the form,
``baseline`` its sheet of what was issued, ``read`` reads what came back and ``amiss`` says what of it is not taken.
What an answer comes to in the plan is ``merge``'s.

It owns what was issued and what came back. It must never know which answer counts, nor open a file.
"""

from __future__ import annotations

from peerxl.model.answer_field import ANSWER_FIELDS
from peerxl.returns.document import build_forms
from peerxl.returns.read import NotAReturnError, read_return

__all__ = ["ANSWER_FIELDS", "NotAReturnError", "build_forms", "read_return"]
