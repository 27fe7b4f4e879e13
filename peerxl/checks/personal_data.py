"""Personal data in a text: what people are reached by, which no paper may publish unasked."""

from __future__ import annotations

import re

# Bounded as mailboxes and domains are (64 and 63 characters), which also keeps a long cell quick to search.
EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# British numbers as people write them: 01865 221000, 020 7946 0018, +44 7700 900123, (01865) 221000, ext 4321.
TELEPHONE = re.compile(
    r"(?<![\w.,/£-])(?:\+44[\s()-]*|\(?0)(?:[\s()-]*\d){9,10}(?![\w/])|\b(?:ext|extension|tel)\b\.?:?\s*\d{3,}",
    re.IGNORECASE,
)
KINDS = {"an email address": EMAIL, "a telephone number": TELEPHONE}


def find_personal_data(text: str) -> tuple[str, ...]:
    """The kinds of personal data that a text holds: "an email address", "a telephone number"."""
    return tuple(kind for kind, pattern in KINDS.items() if pattern.search(text))
