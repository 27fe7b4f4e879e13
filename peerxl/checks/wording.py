"""What a comment says of its action: that it goes on, or that it is done. The words are data; precision comes first.

Only a sentence about the action itself counts ("the group is continuing to review" is about the group), and a comment
that speaks of anything still to come is never taken to say that all is done.
"""

from __future__ import annotations

import re

from peerxl.pattern import compile_late

SUBJECTS = (
    "this|it|all|the action|this action|action|actions|the work|work|all work|this work|the process|the project|project"
    "|this project|the task|task|the review|review|this review|the programme|the exercise|all actions"
)
GOING_ON = (
    r"(?:an? )?(?:ongoing|on[- ]going|in progress|underway|under way|continuing|outstanding|incomplete"
    r"|not (?:yet )?(?:complete|completed|finished|started)|still to be (?:done|completed|finished))"
)
IS = r"(?:is|are|remains|will be|is still|are still|continues to be|remains to be)"
DONE = r"(?:completed?|concluded|finished|closed|done|delivered|signed off)"
HAS_BEEN = r"(?:(?:is|are|was|were|has|have|has been|have been|been|now|fully|all) ){0,3}"
# Anything that may still have to happen, or that only a part is meant.
TO_COME = (
    r"\b(?:will|to be|next|further|remain\w*|ongoing|on-going|continu\w+|underway|await\w*|expect\w*|plan(?:ned|s)?|due"
    r"|in progress|progressing|still|yet|phase|stage|draft|first|initial\w*|part\w*|some|most|once|before|until|when|if"
    r"|not|except|currently|being|outstanding|subject to|scheduled|pending|follow\w*|now (?:being|working)|but|however"
    r"|implement\w*|development|under development)\b"
)

_GOES_ON = compile_late(rf"(?:^|[.;:!?\n]\s*)(?:{SUBJECTS}) {IS} (?:still )?{GOING_ON}\b[^.;!?\n]*", re.IGNORECASE)
_ONLY_GOING_ON = compile_late(rf"\s*(?:still )?{GOING_ON}\s*[.!]?\s*", re.IGNORECASE)
_IS_DONE = re.compile(
    rf"\s*(?:(?:{SUBJECTS}|(?P<own>[a-z-]+)) )?{HAS_BEEN}{DONE}\b(?!-| that\b)[^.;!?\n]*", re.IGNORECASE
)
_TO_COME = compile_late(TO_COME, re.IGNORECASE)


def find_ongoing_words(comment: str) -> str:
    """The words with which a comment says that its action is not done; nothing where it does not say so."""
    if _ONLY_GOING_ON.fullmatch(comment):
        return comment.strip()
    match = _GOES_ON.search(comment)
    return match[0].lstrip(".;:!? \n") if match else ""


def find_done_words(comment: str, action: str) -> str:
    """The words with which a comment begins by saying that its action is done; nothing where it does not say so.

    The subject is one of SUBJECTS, none at all ("Completed in May"), or a word of the action's own ("Complete the
    survey": "Survey concluded").
    """
    match = _IS_DONE.match(comment)
    if match is None or _TO_COME.search(comment):
        return ""
    own = match["own"]
    if own and own.casefold() not in re.findall(r"[a-z-]+", action.casefold()):
        return ""
    return match[0].strip()
