"""A segment of an officer cell: what stands between two connectives, and what it can be."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag, auto
from typing import NamedTuple

from peerxl.language.owners.titles import NOWHERE, Words
from peerxl.language.owners.tokens import Standing, Token, TokenKind


class Trait(Flag):
    """What a segment is: of the first six exactly one, and of the others all that hold."""

    NONE = 0
    POST = auto()  # "Head of HR"
    OFFICE = auto()  # a statutory office: "Monitoring Officer"
    PERSON = auto()
    BODY = auto()  # a team, a committee, a council
    LETTERS = auto()  # an abbreviation: "HR", "DM"
    WORDS = auto()  # words of a portfolio, or whatever else

    SURE = auto()  # a person whatever stands before
    HONOURED = auto()  # a person with "Cllr", "Dr" or a rank before the name
    COUNCILLOR = auto()
    UNIFORMED = auto()  # a person with a rank in uniform, or a post that is one: "Supt Kelly", "ACC Crime"
    PLURAL = auto()
    MEMBER = auto()  # a post that councillors hold
    COMPLETE = auto()  # a post without a portfolio: "Clerk", "Chief Executive", and no "Deputy Chief Executive"
    OPEN = auto()  # ends in the beginning of a portfolio: "Head of Culture", "AD Growth", "Transport for London"
    AWAITING = auto()  # its "of" still waits for the name of a body: "Chair of Audit", "Head of the Policy"
    CLOSED = auto()  # has something in brackets at its end
    NAMED = auto()  # and that is a person: "Head of HR (Jane Smith)"
    CHAIR = auto()  # a post that a body has, alone: "Chair", "Honorary Secretary"
    BARE = auto()  # a post that waits for its portfolio: "Executive Director", and no "Clerk" or "HR Manager"
    QUALIFIED = auto()  # says of what it is, so that more may stand before "and": "Performance Manager"
    CONNECTED = auto()  # has an "and" before its post: "Diversity and Inclusion Manager"
    SHARED = auto()  # a plural post with the first of its portfolios: "ADs for Finance"
    UNSHARED = auto()  # a plural post whose portfolios may follow a dash: "Directors"
    FOR = auto()  # a body that says what it is for, and may go on: "Department for Culture"
    TEAM = auto()  # a body that ends the portfolio before it: a team, "All Directors", "Heads of Service"
    CHAIRED = auto()  # a body that has a chair and a secretary: "Audit Committee"
    UNIT = auto()  # a part of an organisation that a post is of: "Finance Division"
    OWN = auto()  # a body that is nobody's in particular: "team"
    EVERYBODY = auto()
    SERVICE = auto()  # letters that stand for a service
    LISTABLE = auto()  # names a service in a list of them
    SINGLE = auto()  # and has but one word
    DEPARTMENT = auto()  # names one that is a department everywhere
    NUMBER = auto()  # figures alone
    KIND = auto()  # says of which kind a job is, by its words or by those before a post: "Front-End", "BI Developer"
    AFTER_NAME = auto()  # letters after a person's name: "OBE"
    ARTICLE = auto()  # has "the" before it

    # What stands after a segment adds these.
    HEADED = auto()  # the first words of a post or body: "Policy and" before "Performance Manager"
    TO_TITLE = auto()  # headed by one post or office
    TO_MEMBER = auto()  # headed by a councillor's post
    TO_CHAIRED = auto()  # headed by a body that has a chair
    BEFORE_POST = auto()  # closer to the post that it is headed by than to what stands before it
    BEFORE_TEAM = auto()
    BEFORE_BODY = auto()
    BEFORE_UNIT = auto()
    LISTED = auto()  # it and all words after it are services with commas between: "Planning, Legal, HR"
    LISTED_OFFICE = auto()  # a statutory office, and another owner follows after a comma
    LISTING = auto()  # begins a list, each of which is an owner
    ENDING = auto()  # it and the words after it are the end of one name: "Media and Sport"
    CLAUSE = auto()  # begins words that are one owner up to the next comma
    TITLED = auto()  # a person whose own title follows
    TITLE_FOLLOWS = auto()  # another owner follows after a comma or an "and", and no person
    NAME_FOLLOWS = auto()  # a name follows, after a comma or an "and"
    TO_FIELD = auto()  # a field of work before a stroke and the post that has another: "Data" before "/GIS Lead"
    TO_KIND = auto()  # says so of the post after a stroke: "Front-End" before "/ BI Developer"
    IN_LIST = auto()  # between strokes
    BELOW = auto()  # a title on the line below its holder's name

    # And what stands before it this one.
    BARRED = auto()  # an office that the law keeps from the owner before it


TITLE = Trait.POST | Trait.OFFICE
PLAIN = Trait.WORDS | Trait.LETTERS


def join_traits(traits: Iterable[tuple[Trait, bool]]) -> Trait:
    """Those of the traits that hold."""
    joined = 0
    for trait, holds in traits:
        if holds:
            joined |= trait.value
    return Trait(joined)


class OwnerSegment(NamedTuple):
    """The tokens of a segment, with the connective before it and the tokens of that.

    ``email`` is the address beside it, or all it is.
    ``words`` are without "the" at the head; ``post`` is which of them is the post or the person's title; ``office`` is
    the statutory office that it names.
    """

    connective: TokenKind
    leading: tuple[Token, ...]
    tokens: tuple[Token, ...]
    words: Words
    traits: Trait
    post: int = NOWHERE
    office: str | None = None
    email: str = ""
    standing: Standing = Standing.PLAIN
