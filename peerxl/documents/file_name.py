"""File names that Windows, macOS and Linux all take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
# The names of devices, which Windows keeps for itself whatever follows their first dot.
RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[. ])", re.IGNORECASE)
# How Excel calls what it leaves beside an open workbook: a form of that name would be passed over.
_MARK = re.compile(r"[\s.]*~\$[\s.~$]*")
LONGEST = 80
"""Well under the 255 bytes of a name, so that the folders above it have room in Windows' 260 characters of a path."""


def file_name(words: str, taken: Collection[str] = (), ending: str = ".xlsx") -> str:
    """A file's name from words; " (2)" and so on where it is taken, whatever the case of its letters."""
    stem = safe_stem(words)
    used = {folded(name) for name in taken}
    # Numbered as Windows numbers a second file of a name.
    name, number = f"{stem}{ending}", 1
    while folded(name) in used:
        number += 1
        name = f"{stem} ({number}){ending}"
    return name


def safe_stem(words: str) -> str:
    """The words without what a file's name may not have."""
    composed = unicodedata.normalize("NFC", "".join(filter(is_plain, words)))
    stem = " ".join(FORBIDDEN.sub(" ", composed).split())
    stem = shortened(_MARK.sub("", stem) if _MARK.match(stem) else stem).strip(" .") or "unnamed"
    # What counts is what stands before the first dot.
    return RESERVED.sub(r"\1_", stem, count=1) if RESERVED.match(stem) else stem


def is_plain(character: str) -> bool:
    """Whether a character is seen: no control, formatting or surrogate character."""
    return character.isspace() or not unicodedata.category(character).startswith("C")


def shortened(stem: str) -> str:
    """No longer than a name should be, in characters and, for other alphabets, in bytes."""
    # A character that the cut goes through is left out whole.
    return stem[:LONGEST].encode()[: 2 * LONGEST].decode(errors="ignore")


# Each name of a folder is held against all those that were given before.
@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """What two names share that one folder cannot hold both of."""
    # macOS takes a letter and its accent for the same as one or as two characters, Windows any case.
    return unicodedata.normalize("NFC", name).casefold()
