"""Returns merged with the master, three ways: as issued, master now, returned.

| as issued | master now | returned | comes to                                   |
|-----------|------------|----------|--------------------------------------------|
| a         | a          | b        | b goes in                                  |
| a         | c          | b        | conflict: the master keeps c               |
| a         | b          | b        | nothing                                    |
| a         | any        | a        | nothing                                    |
| any       | any        | (blank)  | nothing: a blank is no answer              |

Of joint owners the lead's answer goes in, and a different one from another owner is a conflict.

It owns which answer counts and where it goes. It must never write one, nor know the workbook that it came in.
"""

from __future__ import annotations

from peerxl.merge.acceptance import Accepted, read_accepted
from peerxl.merge.merging import merge_returns
from peerxl.merge.report import Change, Conflict, Doubt, Merge
from peerxl.merge.returned import AskedAction, FormAnswer, Refusal, Return
from peerxl.model.answer_field import AnswerField, AnswerKind

__all__ = [
    "Accepted",
    "AnswerField",
    "AnswerKind",
    "AskedAction",
    "Change",
    "Conflict",
    "Doubt",
    "FormAnswer",
    "Merge",
    "Refusal",
    "Return",
    "merge_returns",
    "read_accepted",
]
