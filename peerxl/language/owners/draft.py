"""Owners as they are read: each takes the segments that the rules give it, and is then written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from peerxl.language.owners.lexicon import Use
from peerxl.language.owners.phrases import BARRED
from peerxl.language.owners.rules import JoinRule, Verdict, find_rule, next_state
from peerxl.language.owners.segment import OwnerSegment, Trait
from peerxl.language.owners.state import State, open_state
from peerxl.language.owners.titles import find_portfolio, make_singular, uses
from peerxl.language.owners.tokens import SLASHES, SOFT, Standing, Token, TokenKind


class NamedOwner(NamedTuple):
    """The tokens of one owner's name, how the owner stands, and the owner's address where the cell has it."""

    tokens: tuple[Token, ...]
    standing: Standing
    email: str


class OwnerDraft:
    """An owner that may take more segments, or the owners who share a plural post."""

    def __init__(self, first: OwnerSegment) -> None:
        self.segments = [first]
        self.state = open_state(first.traits)
        self.offices = {first.office}
        self.shares: list[int] = []  # the segments with which a further share begins

    def find_rule(self, segment: OwnerSegment, after: OwnerSegment | None) -> JoinRule | None:
        """The rule that decides whether a segment belongs to the owner, by what it is and what comes after it."""
        traits = segment.traits
        if self._is_barred(segment) or (after and after.connective in SOFT | SLASHES and self._is_barred(after)):
            # A list of offices with one that the owner may not have is a list of people.
            traits |= Trait.BARRED
        return find_rule(self.state, segment.connective, traits)

    def take(self, segment: OwnerSegment, after: OwnerSegment | None) -> bool:
        """Takes a segment if it belongs to the owner."""
        rule = self.find_rule(segment, after)
        if rule is None or rule.verdict is Verdict.SPLIT:
            return False
        if rule.verdict is Verdict.SHARE:
            self.shares.append(len(self.segments))
        self.state = next_state(self.state, rule.verdict, segment.traits)
        self.segments.append(segment)
        self.offices.add(segment.office)
        return True

    def _is_barred(self, segment: OwnerSegment) -> bool:
        return not BARRED.get(segment.office, frozenset()).isdisjoint(self.offices)

    def name_owners(self) -> Iterator[NamedOwner]:
        """The owner, or each of those who share a plural post."""
        groups = group_shares(self.segments, self.shares, is_bound=State.HONOURED not in self.state)
        if len(groups) > 1:
            yield from name_shares(groups)
        else:
            tokens = spell_out(self.segments)
            if Trait.PERSON in self.segments[0].traits:
                tokens = put_on_one_line(tokens)
            yield NamedOwner(tuple(tokens), find_standing(self.segments), find_email(self.segments))


def read_owners(segments: Sequence[OwnerSegment]) -> Iterator[NamedOwner]:
    """The owners that segments in their context name, in the order they are written."""
    draft: OwnerDraft | None = None
    for index, segment in enumerate(segments):
        after = segments[index + 1] if index + 1 < len(segments) else None
        if draft is None or not draft.take(segment, after):
            if draft is not None:
                yield from draft.name_owners()
            draft = OwnerDraft(segment)
    if draft is not None:
        yield from draft.name_owners()


def spell_out(segments: Sequence[OwnerSegment]) -> list[Token]:
    """The tokens of segments with those between them."""
    first, *others = segments
    return [*first.tokens, *(token for segment in others for token in (*segment.leading, *segment.tokens))]


def put_on_one_line(tokens: Sequence[Token]) -> list[Token]:
    """A name and the title below it, with a comma between."""
    lines = (
        Token(TokenKind.COMMA, ",") if token.kind is TokenKind.LINE and after.kind is TokenKind.WORD else token
        for token, after in pairwise(tokens)
    )
    return [*lines, tokens[-1]]


def group_shares(
    segments: Sequence[OwnerSegment], starts: Sequence[int], *, is_bound: bool
) -> list[Sequence[OwnerSegment]]:
    """The segments of each share.

    Where both "and" and "&" stand between them, "&" keeps a portfolio together: "ADs for Growth & Economy and Housing".
    """
    if is_bound and any(segments[start].connective is TokenKind.AND for start in starts):
        starts = [start for start in starts if segments[start].connective is not TokenKind.AMPERSAND]
    return [segments[start:end] for start, end in zip((0, *starts), (*starts, len(segments)), strict=True)]


def name_shares(groups: Sequence[Sequence[OwnerSegment]]) -> Iterator[NamedOwner]:
    """The owners who share a plural post: each has the post, in the singular, before their own portfolio."""
    first = groups[0][0]
    tokens = spell_out(groups[0])
    portfolio = find_portfolio(first.words, first.post)
    start_token = first.words[portfolio] if portfolio < len(first.words) else groups[0][1].tokens[0]
    start = next(index for index, token in enumerate(tokens) if token is start_token)
    post = first.words[first.post]
    before = [token._replace(text=make_singular(token)) if token is post else token for token in tokens[:start]]
    shares = [tokens[start:], *(drop_preposition(spell_out(group)) for group in groups[1:])]
    for group, share in zip(groups, shares, strict=True):
        if not share:  # a cell that breaks off: "Heads of Finance and of"
            continue
        named = (*before, share[0]._replace(has_gap=True), *share[1:])
        yield NamedOwner(named, find_standing(group), find_email(group))


def find_standing(segments: Sequence[OwnerSegment]) -> Standing:
    """How an owner stands, wherever among its words that is said."""
    standings = (segment.standing for segment in segments if segment.standing is not Standing.PLAIN)
    return next(standings, Standing.PLAIN)


def find_email(segments: Sequence[OwnerSegment]) -> str:
    return next((segment.email for segment in segments if segment.email), "")


def drop_preposition(share: list[Token]) -> list[Token]:
    """A share without the "of" that repeats the post's: "Heads of Finance and of HR"; nothing of "and of"."""
    return share[1:] if Use.PREPOSITION in uses(share[0]) else share
