"""Personal data in a text: what people are reached or known by, which no paper may publish unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from peerxl.pattern import compile_late

# Bounded as mailboxes and domains are (64 and 63 characters), which also keeps a long cell quick to search.
EMAIL = compile_late(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# British numbers as people write them: 01865 221000, 020 7946 0018, +44 7700 900123, (01865) 221000, ext 4321.
TELEPHONE = compile_late(
    r"(?<![\w.,/£-])(?:\+44[\s()-]*|\(?0)(?:[\s()-]*\d){9,10}(?![\w/])|\b(?:ext|extension|tel)\b\.?:?\s*\d{3,}",
    re.IGNORECASE,
)
# HMRC's rule: two letters, of which some are never given, six digits, and A to D.
NATIONAL_INSURANCE = compile_late(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d\d\s?\d\d\s?\d\d\s?[A-D]\b"
)
# Ten digits as the NHS prints them, three, three and four; without gaps only beside the letters "NHS".
NHS_PRINTED = compile_late(r"(?<![\d.,-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d-])")
NHS_NAMED = compile_late(r"\bNHS\b\D{0,20}(\d[\d -]{8,12}\d)\b", re.IGNORECASE)


def has_telephone_number(text: str) -> bool:
    return TELEPHONE.search(text) is not None


def has_insurance_number(text: str) -> bool:
    return NATIONAL_INSURANCE.search(text) is not None


def has_nhs_number(text: str) -> bool:
    """Whether a text has ten digits that are an NHS number, by their check digit."""
    candidates = (*NHS_PRINTED.findall(text), *NHS_NAMED.findall(text))
    return any(is_nhs_number([int(character) for character in found if character.isdigit()]) for found in candidates)


def is_nhs_number(digits: list[int]) -> bool:
    """The NHS's modulus 11: the first nine digits by weights from 10 to 2 give the tenth."""
    if len(digits) != 10:
        return False
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[9]


# What all but an email address have in them, as tests that cost little before the patterns: six digits with no more
# than gaps between them, or three after a word for a telephone, which is looked for where its beginning is found.
_STRETCH = compile_late(r"\d[\d\s()-]{5,}")
_EXTENSION = compile_late(r"(?:ext(?:ension)?|tel)\.?:?\s*\d{3}", re.IGNORECASE)
# The same of plain English, in which digits that are named one by one are found in a third of the time.
_PLAIN_STRETCH = compile_late(r"[0-9][0-9\s()-]{5,}")
NUMBERS: Mapping[str, Callable[[str], object]] = {
    "a telephone number": has_telephone_number,
    "a National Insurance number": has_insurance_number,
    "an NHS number": has_nhs_number,
}


def find_personal_data(text: str) -> tuple[str, ...]:
    """The kinds of personal data that a text holds: "an email address", "a telephone number"."""
    addresses = ("an email address",) if "@" in text and EMAIL.search(text) else ()
    if not may_have_number(text):
        return addresses
    return (*addresses, *(kind for kind, holds in NUMBERS.items() if holds(text)))


def may_have_personal_data(text: str) -> bool:
    """Whether a text, or another one in it, may hold any kind of personal data."""
    return "@" in text or may_have_number(text)


def may_have_number(text: str) -> bool:
    stretch = _PLAIN_STRETCH if text.isascii() else _STRETCH
    if any(len(list(filter(str.isdecimal, run))) >= 6 for run in stretch.findall(text)):
        return True
    folded = text.casefold()
    return ("ext" in folded or "tel" in folded) and _EXTENSION.search(text) is not None
