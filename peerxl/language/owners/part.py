"""A part of an officer cell: what stands between two joints, with the joint before it and what it can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import dropwhile

from peerxl.language.owners import kinds, words
from peerxl.language.owners.kinds import NOWHERE, Kind, Words
from peerxl.language.owners.lexer import Sign, Token

_FINANCE = {("chief", "finance", "officer"), ("chief", "financial", "officer")}
_UNDER = {"deputy", "assistant", "associate"}


class Standing(Enum):
    """How an owner stands among the cell's others."""

    PLAIN = auto()
    LEAD = auto()
    SUPPORTER = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in the cell's tokens ``start`` to ``end``, which is not included."""

    joint: Sign
    start: int
    end: int
    words: Words
    kind: Kind
    role: int = NOWHERE  # which of the words is the post or the person's title
    role_end: int = NOWHERE  # the token after it
    is_closed: bool = False  # an aside ends it: "Corporate Director (Place)"
    has_article: bool = False
    standing: Standing = Standing.PLAIN

    @classmethod
    def of(cls, tokens: list[Token], start: int, end: int, joint: Sign) -> Part:
        """The part that some of the tokens make."""
        places = [index for index in range(start, end) if tokens[index].sign is Sign.WORD]
        has_article = bool(places) and tokens[places[0]].word == "the"
        places = list(dropwhile(lambda index: tokens[index].word == "the", places))
        found = tuple(tokens[index] for index in places)
        kind, role = kinds.kind_of(found)
        role_end = places[role] + 1 if role != NOWHERE else NOWHERE
        return cls(joint, start, end, found, kind, role, role_end, tokens[end - 1].sign is not Sign.WORD, has_article)

    @property
    def post(self) -> str | None:
        return kinds.post(self.words[self.role]) if self.kind is Kind.ROLE else None

    @property
    def office(self) -> str | None:
        """The statutory office that the part names, or that a chief executive or chief finance officer has anyway."""
        if self.post in ("executive", "ceo", "cex", "cx") and self.words[0].word not in _UNDER:
            return "paid"
        if self.post == "cfo" or tuple(token.word for token in self.words[-3:]) in _FINANCE:
            return "finance"
        return kinds.hat_of(self.words) if self.kind is Kind.HAT else None

    @property
    def is_officer(self) -> bool:
        """One officer's post, and neither a councillor's nor a statutory office."""
        return self.kind is Kind.ROLE and not self.is_plural and self.post not in words.MEMBERS

    @property
    def is_plural(self) -> bool:
        return self.role != NOWHERE and kinds.is_plural(self.words[self.role])

    @property
    def is_titled(self) -> bool:
        """A person with "Cllr" or "Dr" before the name."""
        return self.kind is Kind.PERSON and self.role != NOWHERE

    @property
    def is_sure(self) -> bool:
        """A person, whatever stands before."""
        return self.kind is Kind.PERSON and (self.is_titled or kinds.is_sure_name(self.words))

    @property
    def is_councillor(self) -> bool:
        return self.is_titled and self.words[0].word in words.COUNCILLORS

    @property
    def is_uniformed(self) -> bool:
        """A person by rank, or a post that is one: "Supt Kelly", "ACC Crime"."""
        return kinds.is_ranked(self.words) or self.post in words.UNIFORMED

    @property
    def is_open(self) -> bool:
        """A post with the beginning of its portfolio: "Head of Culture", "AD Growth"."""
        return self.kind is Kind.ROLE and self.role < len(self.words) - 1 and not self.is_closed

    @property
    def is_bare(self) -> bool:
        """A post that waits for its portfolio: "Executive Director", and no "Clerk" or "HR Manager"."""
        is_alone = self.kind is Kind.ROLE and self.role == len(self.words) - 1 and not self.is_closed
        is_waiting = not self.is_complete and self.post not in words.CAPITALS
        return is_alone and is_waiting and kinds.is_bare(self.words, self.role)

    @property
    def is_complete(self) -> bool:
        """A post without a portfolio: "Clerk", "Chief Executive", and no "Deputy Chief Executive"."""
        return self.post in words.COMPLETE and not any(token.word in _UNDER for token in self.words[: self.role])

    @property
    def is_qualified(self) -> bool:
        """Whether its own words say of what it is, so that more may stand before "and": "Performance Manager"."""
        if self.kind is Kind.ROLE:
            return not kinds.is_bare(self.words, self.role)
        heading = kinds.heading(self.words)
        return self.kind is Kind.BODY and not kinds.is_bare(heading, len(heading) - 1)

    @property
    def is_breaking(self) -> bool:
        """A body that ends the portfolio before it: a team, "All Directors", "Heads of Service"."""
        is_of_posts = self.role != NOWHERE or kinds.is_everybody(self.words)
        return self.kind is Kind.BODY and (is_of_posts or kinds.is_breaking(self.words))

    @property
    def lacks_body(self) -> bool:
        """Whether the post's "of" still waits for the name of a body: "Chair of Audit", "Head of the Policy"."""
        rest = [token.word for token in self.words[self.role + 1 :]]
        is_waiting = self.post in words.CHAIRS or rest[1:2] == ["the"]
        return self.is_open and is_waiting and not any(word in words.BODIES for word in rest)
