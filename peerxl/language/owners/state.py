"""How far the reading of an owner has come: what it has, and so what may still belong to it."""

from __future__ import annotations

from enum import Flag, auto
from functools import cache

from peerxl.language.owners.segment import PLAIN, TITLE, Trait


class State(Flag):
    """What an owner is so far."""

    NONE = 0
    # What it keeps.
    PERSON = auto()  # begins with a person
    SURE = auto()
    COUNCILLOR = auto()
    HELD = auto()  # a person of whom more than the name is said
    TITLED = auto()  # a person with a title
    VACANT = auto()  # one post, and nobody named for it yet
    OFFICER = auto()  # one officer's post
    MEMBER = auto()  # a councillor's post
    UNIFORM = auto()
    EVERYBODY = auto()
    BODY = auto()  # a body, or several of a post
    COMPLETE = auto()  # complete in itself, so that services after a comma are owners: "Clerk, Legal"
    HONOURED = auto()
    FOR = auto()  # a body that says what it is for: "Department for Culture"

    # What the next segment may change.
    NAME = auto()  # a person's name alone
    BARE = auto()  # a post that waits for its portfolio
    OPEN = auto()  # in the middle of a portfolio
    PLACED = auto()  # a post with a comma before its portfolio, so that whose it is may follow another
    AWAITING = auto()  # waits for the name of a body: "Chair of Audit"
    LEADING = auto()  # plain words that lead to a post or body: "Policy and"
    PHRASE = auto()  # plain words that are one owner: "Leisure and"
    CLAUSE = auto()  # plain words that are one up to the next comma
    FIELD = auto()  # a field of work, which waits for the post that it shares with another
    CHAIR = auto()  # a post that a body has, and which body is not said yet
    KIND = auto()  # says of which kind a job is, and waits for it
    LISTING = auto()  # the first of a list of services
    SHARED = auto()  # a plural post with the first of its portfolios
    UNSHARED = auto()  # a plural post without any
    SHARING = auto()  # one with two or more


KEPT = (
    State.PERSON
    | State.SURE
    | State.COUNCILLOR
    | State.HELD
    | State.TITLED
    | State.VACANT
    | State.OFFICER
    | State.MEMBER
    | State.UNIFORM
    | State.EVERYBODY
    | State.BODY
    | State.COMPLETE
    | State.HONOURED
    | State.FOR
)
# What holds of the first segment alone.
FLEETING = State.NAME | State.BARE | State.LISTING | State.UNSHARED

# How an owner begins, by what its first segment is, and is not.
_OPENINGS: tuple[tuple[State, Trait, Trait], ...] = (
    (State.PERSON | State.NAME, Trait.PERSON, Trait.NONE),
    (State.SURE, Trait.SURE, Trait.NONE),
    (State.COUNCILLOR, Trait.COUNCILLOR, Trait.NONE),
    (State.HONOURED, Trait.HONOURED, Trait.NONE),
    (State.VACANT, TITLE, Trait.PLURAL | Trait.NAMED),
    (State.OFFICER, Trait.POST, Trait.PLURAL | Trait.MEMBER),
    (State.MEMBER, Trait.MEMBER, Trait.NONE),
    (State.UNIFORM, Trait.UNIFORMED, Trait.NONE),
    (State.EVERYBODY, Trait.EVERYBODY, Trait.NONE),
    (State.BODY, Trait.BODY | Trait.PLURAL, Trait.NONE),
    (State.FOR, Trait.FOR, Trait.NONE),
    (State.COMPLETE, Trait.COMPLETE | Trait.BODY | Trait.LETTERS, Trait.NONE),
    (State.BARE, Trait.BARE, Trait.NONE),
    (State.OPEN, Trait.OPEN, Trait.NONE),
    (State.AWAITING, Trait.AWAITING, Trait.NONE),
    (State.KIND, Trait.TO_KIND, Trait.NONE),
    (State.FIELD, Trait.TO_FIELD, Trait.NONE),
    (State.CHAIR, Trait.CHAIR, Trait.NONE),
    (State.LEADING, Trait.HEADED, Trait.OPEN),
    (State.CLAUSE, Trait.CLAUSE, Trait.OPEN | Trait.LISTING),
    (State.LISTING, Trait.LISTING, Trait.OPEN),
    (State.PHRASE, PLAIN, Trait.OPEN | Trait.HEADED | Trait.LISTING),
    (State.SHARED, Trait.SHARED, Trait.NONE),
    (State.UNSHARED, Trait.UNSHARED, Trait.NONE),
)


@cache
def open_state(traits: Trait) -> State:
    """The state of an owner that begins with a segment of these traits."""
    state = State.NONE
    for opening, any_of, none_of in _OPENINGS:
        if traits & any_of and not traits & none_of:
            state |= opening
    return state
