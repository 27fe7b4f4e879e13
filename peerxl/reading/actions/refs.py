"""Refs written at the head of an action's words: "PEER01.04 Refresh the climate strategy"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from peerxl.pattern import compile_late

_REF = compile_late(
    r"(?P<ref>(?P<letters>[A-Z]{1,10})[-/ ]?\d{1,4}(?:[.\-/]\d{1,4})*[a-z]?"
    r"|\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}(?=[.)]\s))"
    r"[.:)]?\s*[-–—:]?\s+(?=\S)"
)
# Capitals and figures that councils write for something else at the head of a sentence.
NOT_REFS = frozenset({"Q", "FY", "COVID", "ISO", "H", "BS", "PAS"})
# Of the actions: some may have been added later without a ref.
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
        matches = keep_series(matches)
    return [
        (match["ref"], text[match.end() :]) if match else ("", text) for match, text in zip(matches, texts, strict=True)
    ]


def keep_series(matches: Sequence[re.Match[str] | None]) -> list[re.Match[str] | None]:
    """Of a plan to which actions without a ref were added, those with one: "PEER01.04" and "PEER05.02" are of a series.

    Letters before a number with a point are no road and no standard; two of the same letters are no chance.
    """
    letters = Counter(match["letters"] for match in matches if match and _OF_SERIES.fullmatch(match["ref"]))
    return [
        match if match and letters[match["letters"]] > 1 and _OF_SERIES.fullmatch(match["ref"]) else None
        for match in matches
    ]


_OF_SERIES = compile_late(r"[A-Z]{2,10}\d{1,3}\.\d{1,3}[a-z]?")


def match_ref(text: str) -> re.Match[str] | None:
    match = _REF.match(text)
    return match if match and match["letters"] not in NOT_REFS else None
