"""Refs written at the head of an action's words: "PEER01.04 Refresh the climate strategy"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_REF = re.compile(
    r"(?P<ref>(?P<letters>[A-Z]{1,10})[-/ ]?\d{1,4}(?:[.\-/]\d{1,4})*[a-z]?"
    r"|\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}(?=[.)]\s))"
    r"[.:)]?\s*[-–—:]?\s+(?=\S)"
)
# Capitals and figures that councils write for something else at the head of a sentence.
NOT_REFS = frozenset({"Q", "FY", "COVID", "ISO", "H", "BS", "PAS"})
MOST = 0.6


def split_refs(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Each action's ref and words; no refs at all unless most of the plan has them and they differ.

    A figure at the head of one action is part of what it says; the same kind of figure at the head of most is a ref.
    """
    matches = [match_ref(text) for text in texts]
    refs = [match["ref"] for match in matches if match]
    is_numbered = len(refs) >= max(1, MOST * len(texts)) and len(set(refs)) >= 0.9 * len(refs)
    if len(texts) < 3 and not all("." in ref for ref in refs):
        is_numbered = False
    if not is_numbered:
        return [("", text) for text in texts]
    return [
        (match["ref"], text[match.end() :]) if match else ("", text) for match, text in zip(matches, texts, strict=True)
    ]


def match_ref(text: str) -> re.Match[str] | None:
    match = _REF.match(text)
    return match if match and match["letters"] not in NOT_REFS else None
