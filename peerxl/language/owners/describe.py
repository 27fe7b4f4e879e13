"""Reads the tokens of a segment: its kind, and all else that its own words say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import dropwhile

from peerxl.language.owners import names, titles
from peerxl.language.owners.lexicon import KINDS_OF_JOB, USES, Use, fold
from peerxl.language.owners.phrases import OFFICES_OF_CHIEFS, POSTS_OF_OFFICE
from peerxl.language.owners.segment import OwnerSegment, Trait, join_traits
from peerxl.language.owners.titles import NOWHERE, Words, uses
from peerxl.language.owners.tokens import Standing, Token, TokenKind


def read_segment(
    connective: TokenKind, leading: Sequence[Token], tokens: Sequence[Token], standing: Standing
) -> OwnerSegment:
    """The segment that some tokens make, the last of them a word or an aside."""
    words = list_words(tokens)
    kind, post = find_kind(words)
    is_closed = tokens[-1].kind is not TokenKind.WORD
    traits = kind | DESCRIBERS[kind](words, post, is_closed)
    if tokens[0].word == "the":
        traits |= Trait.ARTICLE
    if is_closed and words:
        traits |= Trait.CLOSED | (Trait.NAMED if names_person(tokens[-1].text) else Trait.NONE)
    office = name_office(kind, words, post)
    return OwnerSegment(connective, tuple(leading), tuple(tokens), words, traits, post, office, standing=standing)


def is_honoured(words: Words, post: int) -> bool:
    """Whether the words are a person's title and name."""
    return (post == NOWHERE and names.has_honorific(words)) or names.has_rank(words)


def list_words(tokens: Sequence[Token]) -> Words:
    """The words among some tokens, without "the" at their head."""
    words = (token for token in tokens if token.kind is TokenKind.WORD)
    return tuple(dropwhile(lambda token: token.word == "the", words))


def names_person(aside: str) -> bool:
    """Whether what stands in brackets is a person's name, up to a comma after it: "(Jane Smith, interim)"."""
    name = aside[1:-1].partition(",")[0]
    words = tuple(Token(TokenKind.WORD, word, word=fold(word)) for word in name.split())
    return find_kind(words)[0] is Trait.PERSON


def read_person(
    connective: TokenKind, leading: Sequence[Token], tokens: Sequence[Token], standing: Standing
) -> OwnerSegment:
    """The segment of tokens that are known to be a person's name."""
    segment = read_segment(connective, leading, tokens, standing)
    if Trait.PERSON in segment.traits:
        return segment._replace(traits=segment.traits | Trait.SURE)
    return segment._replace(traits=Trait.PERSON | Trait.SURE, post=NOWHERE, office=None)


def address_segment(address: Token, standing: Standing) -> OwnerSegment:
    """The segment of an address that stands for a person; it belongs to no owner before it."""
    traits = Trait.PERSON | Trait.SURE
    return OwnerSegment(TokenKind.STOP, (), (address,), (), traits, email=address.text, standing=standing)


# The kinds in the order in which they are tried, each with what tells it by the words and by where the post is.
KINDS: tuple[tuple[Trait, Callable[[Words, int], bool]], ...] = (
    (Trait.OFFICE, lambda words, post: titles.name_office(words) is not None),
    (Trait.BODY, lambda words, post: titles.is_everybody(words) or titles.is_team(words)),
    (Trait.PERSON, is_honoured),
    (Trait.BODY, titles.is_collective),
    (Trait.POST, lambda words, post: post != NOWHERE),
    (Trait.BODY, lambda words, post: titles.is_body(words)),
    (Trait.BODY, lambda words, post: titles.is_national(words) and not names.is_sure_name(words)),
    (Trait.PERSON, lambda words, post: names.is_sure_name(words) or names.is_likely_name(words)),
    (Trait.LETTERS, lambda words, post: titles.is_abbreviation(words)),
    (Trait.WORDS, lambda words, post: True),
)


def find_kind(words: Words) -> tuple[Trait, int]:
    """The kind, and which word is the post or the person's title (NOWHERE where none is)."""
    post = titles.find_post(words)
    kind = next(kind for kind, is_kind in KINDS if is_kind(words, post))
    if kind is Trait.PERSON:
        return kind, 0 if is_honoured(words, post) else NOWHERE
    is_titled = kind is Trait.POST or (kind is Trait.BODY and titles.is_collective(words, post))
    return kind, post if is_titled else NOWHERE


def name_office(kind: Trait, words: Words, post: int) -> str | None:
    """The statutory office that the words name, or that a chief executive or chief finance officer has anyway."""
    if kind is Trait.OFFICE:
        return titles.name_office(words)
    name = titles.name_post(words[post]) if kind is Trait.POST else None
    if name in POSTS_OF_OFFICE and Use.UNDER not in uses(words[0]):
        return POSTS_OF_OFFICE[name]
    return OFFICES_OF_CHIEFS.get(tuple(token.word for token in words[-3:]))


LED = frozenset("team group project programme section shift unit crew theme workstream".split())
"""What has a leader of its own, of which there are several: "Team Leader, Waste"."""


def describe_post(words: Words, post: int, is_closed: bool) -> Trait:
    name = titles.name_post(words[post])
    assert name is not None
    use = USES[name]
    before, after = words[:post], words[post + 1 :]
    is_plural = titles.is_plural(words[post])
    # "Vice-President" is as much one as "Vice President".
    rank, _, of_post = words[post].text.casefold().partition("-")
    is_under = bool(of_post and Use.UNDER in USES.get(rank, Use.NONE)) or any(
        Use.UNDER in uses(word) for word in before
    )
    # A council's leader is one, a team's has yet to be told from others.
    is_of_team = name == "leader" and bool(before) and before[-1].word in LED
    is_complete = Use.COMPLETE in use and not is_under and not is_of_team
    is_open = bool(after) and not is_closed
    is_waiting = not after and not is_closed and not is_complete and Use.CAPITALS not in use
    return join_traits(
        (
            (Trait.PLURAL, is_plural),
            (Trait.MEMBER, Use.MEMBER in use),
            (Trait.UNIFORMED, Use.UNIFORM in use or names.has_rank(words)),
            (Trait.COMPLETE, is_complete),
            (Trait.OPEN, is_open),
            (Trait.AWAITING, is_open and awaits_body(use, after)),
            (
                Trait.CHAIR,
                Use.KEEPER in use and not (after or is_closed or is_plural) and titles.has_only_ranks(before),
            ),
            (Trait.BARE, is_waiting and titles.has_only_ranks(before) and not is_plural),
            (Trait.QUALIFIED, not titles.has_only_ranks(before)),
            (Trait.KIND, not after and says_kind(before)),
            (Trait.CONNECTED, any(token.word in ("and", "&") for token in before)),
            (Trait.SHARED, is_shared(words, post, is_closed)),
            (Trait.UNSHARED, is_plural and not after and not is_closed),
        )
    )


def says_kind(words: Words) -> bool:
    """Whether words say of which kind a job is, and no more."""
    return bool(words) and all(token.word in KINDS_OF_JOB for token in words)


def awaits_body(use: Use, after: Words) -> bool:
    """Whether a post's "of" waits for the name of a body: "Chair of Audit", "Head of the Policy"."""
    is_named = any(Use.BODY in uses(token) for token in after)
    return not is_named and (Use.CHAIR in use or [token.word for token in after[1:2]] == ["the"])


def is_shared(words: Words, post: int, is_closed: bool) -> bool:
    """Whether the words are a plural title and the first of those that share it: "ADs for Finance", "Cllrs Lee"."""
    return titles.is_plural(words[post]) and not is_closed and titles.find_portfolio(words, post) < len(words)


def describe_person(words: Words, post: int, is_closed: bool) -> Trait:
    is_honoured = post != NOWHERE
    return join_traits(
        (
            (Trait.SURE, is_honoured or names.is_sure_name(words)),
            (Trait.HONOURED, is_honoured),
            (Trait.COUNCILLOR, is_honoured and Use.COUNCILLOR in uses(words[0])),
            (Trait.UNIFORMED, names.has_rank(words)),
            (Trait.PLURAL, is_honoured and titles.is_plural(words[0])),
            (Trait.SHARED, is_shared(words, post, is_closed)),
        )
    )


UNITS = frozenset("division directorate department dept bureau secretariat".split())
"""What a post may be of, after a comma: other bodies stand there for themselves."""


def describe_body(words: Words, post: int, is_closed: bool) -> Trait:
    is_everybody = titles.is_everybody(words)
    return join_traits(
        (
            (Trait.EVERYBODY, is_everybody),
            (Trait.PLURAL, post != NOWHERE),
            (Trait.FOR, post == NOWHERE and not is_everybody and len(titles.heading(words)) < len(words)),
            (Trait.TEAM, post != NOWHERE or is_everybody or titles.is_team(words)),
            (Trait.CHAIRED, post == NOWHERE and not is_everybody and Use.CHAIRED in uses(titles.heading(words)[-1])),
            (Trait.UNIT, post == NOWHERE and titles.heading(words)[-1].word in UNITS),
            (Trait.OWN, all(Use.OWN in uses(token) for token in words)),
            (Trait.QUALIFIED, not titles.has_only_ranks(titles.heading(words)[:-1])),
        )
    )


def describe_plain(words: Words, post: int, is_closed: bool) -> Trait:
    return join_traits(
        (
            (Trait.OPEN, len(titles.heading(words)) < len(words)),
            (Trait.SERVICE, titles.is_service(words)),
            (Trait.LISTABLE, titles.is_listable(words)),
            (Trait.SINGLE, len(words) == 1),
            (Trait.DEPARTMENT, [Use.DEPARTMENT in uses(token) for token in words] == [True]),
            (Trait.KIND, not is_closed and says_kind(words)),
            (Trait.NUMBER, bool(words) and all(token.text.isdigit() for token in words)),
            (Trait.AFTER_NAME, titles.is_after_name(words)),
        )
    )


def describe_office(words: Words, post: int, is_closed: bool) -> Trait:
    return Trait.NONE


DESCRIBERS: Mapping[Trait, Callable[[Words, int, bool], Trait]] = {
    Trait.POST: describe_post,
    Trait.OFFICE: describe_office,
    Trait.PERSON: describe_person,
    Trait.BODY: describe_body,
    Trait.LETTERS: describe_plain,
    Trait.WORDS: describe_plain,
}
