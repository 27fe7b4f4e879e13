"""The rules of what belongs to an owner and what begins the next: one table, of which the first line that fits decides.

Each line has a cell as an example, with a bar before the segment that it decides on. Where no line fits, the segment
begins the next owner.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from peerxl.language.owners.segment import PLAIN, TITLE, Trait
from peerxl.language.owners.state import FLEETING, KEPT, State, open_state
from peerxl.language.owners.tokens import SLASHES, SOFT, TokenKind


class Verdict(Enum):
    """What a segment is to the owner before it."""

    SPLIT = auto()  # begins the next owner
    JOIN = auto()  # belongs to it
    JOIN_NAME = auto()  # belongs to its name
    OPEN = auto()  # belongs to its portfolio, which may go on
    PLACE = auto()  # is the first of its portfolio, after a comma
    CLOSE = auto()  # belongs to it and ends its portfolio
    TAKE = auto()  # is its title, or the first words of that
    HOLD = auto()  # is the person who has the post
    SHARE_FIRST = auto()  # is the first to share its plural post
    SHARE = auto()  # shares its plural post


# What an owner keeps of its state under each verdict, and what that adds.
EFFECTS = {
    Verdict.JOIN: (~FLEETING, State.NONE),
    Verdict.JOIN_NAME: (KEPT | State.NAME, State.NONE),
    Verdict.OPEN: (KEPT | State.AWAITING | State.PLACED, State.OPEN),
    Verdict.PLACE: (KEPT | State.AWAITING, State.OPEN | State.PLACED),
    Verdict.CLOSE: (KEPT, State.NONE),
    Verdict.TAKE: (KEPT, State.NONE),
    Verdict.HOLD: (KEPT & ~State.VACANT, State.PERSON | State.SURE),
    Verdict.SHARE_FIRST: (KEPT, State.OPEN | State.SHARED),
    Verdict.SHARE: (State.HONOURED, State.SHARED | State.SHARING),
}


class JoinRule(NamedTuple):
    """A line of the table.

    It fits an owner that is all of ``owner`` and none of ``not_owner``, one of the connectives, and a segment that is
    any of ``segment`` and none of ``not_segment``.
    """

    verdict: Verdict
    example: str
    owner: State
    connectives: frozenset[TokenKind]
    segment: Trait
    not_owner: State = State.NONE
    not_segment: Trait = Trait.NONE

    def fits(self, owner: State, segment: Trait) -> bool:
        """Whether it fits an owner and a segment, where it has the connective."""
        is_owner = self.owner in owner and not self.not_owner & owner
        return is_owner and bool(self.segment & segment) and not self.not_segment & segment


ANYBODY = State.NONE
ANYTHING = ~Trait.NONE
BEFORE_HEAD = Trait.BEFORE_POST | Trait.BEFORE_TEAM | Trait.BEFORE_BODY
NOT_OFFICE = Trait.ARTICLE | Trait.BARRED

LINE, COMMA = frozenset({TokenKind.LINE}), frozenset({TokenKind.COMMA})
DASH = frozenset({TokenKind.LINK})
LINKS = DASH | {TokenKind.WITH}
COMMA_OR_DASH = COMMA | DASH
AND = SOFT - COMMA
SOFT_OR_SLASH = SOFT | SLASHES
STROKE = frozenset({TokenKind.STROKE})

SPLIT, JOIN, OPEN, CLOSE = Verdict.SPLIT, Verdict.JOIN, Verdict.OPEN, Verdict.CLOSE
PLACE = Verdict.PLACE
JOIN_NAME, TAKE, HOLD = Verdict.JOIN_NAME, Verdict.TAKE, Verdict.HOLD
SHARE_FIRST, SHARE = Verdict.SHARE_FIRST, Verdict.SHARE

RULES = (
    # A plural post is shared out, and what is shared out takes nothing else.
    JoinRule(JOIN, "Heads of Year 7, | 8 and 9", State.SHARED, SOFT, Trait.NUMBER),
    JoinRule(JOIN, "ADs for Growth - | Towns, Roads", State.SHARED, DASH, PLAIN),
    JoinRule(SHARE_FIRST, "Directors - | Place and People", State.UNSHARED, DASH, PLAIN),
    JoinRule(SHARE, "Cllrs Symonds & | Jane Lee", State.SHARED | State.HONOURED, SOFT_OR_SLASH, Trait.PERSON,
             not_segment=Trait.HONOURED),
    JoinRule(SHARE, "ADs for Finance and | Tower Hamlets", State.SHARED, SOFT_OR_SLASH, Trait.PERSON,
             not_segment=Trait.SURE, not_owner=State.HONOURED),
    JoinRule(SHARE, "ADs for Finance and | Customer Services", State.SHARED, SOFT_OR_SLASH, Trait.BODY,
             not_segment=Trait.TEAM, not_owner=State.HONOURED),
    JoinRule(SHARE, "ADs for Finance and | Customer Focus", State.SHARED, SOFT_OR_SLASH, PLAIN,
             not_segment=Trait.BEFORE_POST),
    JoinRule(SPLIT, "ADs for Finance and Customer Focus, | HR Team", State.SHARING, SOFT_OR_SLASH | LINKS, ANYTHING),
    # Plain words are a list of services, one phrase, or the first words of a post or body.
    JoinRule(SPLIT, "Finance, | Legal", State.LISTING, SOFT, PLAIN),
    JoinRule(SPLIT, "Policy and Planning, | Legal, HR Manager", State.CLAUSE, COMMA, PLAIN),
    JoinRule(JOIN, "Leisure and | Legal", State.PHRASE, SOFT, PLAIN),
    JoinRule(JOIN, "Policy, | Performance and Communications Manager", State.LEADING, SOFT, PLAIN),
    JoinRule(TAKE, "Policy and | Performance Manager", State.LEADING, SOFT, Trait.POST | Trait.BODY),
    JoinRule(JOIN, "Front-End / | Back-End / BI Developer", State.KIND, SLASHES, Trait.TO_KIND),
    JoinRule(TAKE, "Front-End / | BI Developer", State.KIND, SLASHES, Trait.KIND),
    JoinRule(JOIN, "Planning/| Housing/Legal Officer", State.FIELD, STROKE, Trait.TO_FIELD),
    JoinRule(TAKE, "Data/| GIS Lead", State.FIELD, STROKE, Trait.POST),
    # A person has letters after the name, a title or two, or a field of work.
    JoinRule(JOIN_NAME, "Jane Smith, | OBE", State.NAME, COMMA, Trait.AFTER_NAME),
    JoinRule(TAKE, "Jane Smith, | Head of HR", State.NAME, COMMA_OR_DASH, TITLE | Trait.TO_TITLE,
             not_segment=Trait.PLURAL, not_owner=State.COUNCILLOR),
    JoinRule(TAKE, "Cllr Smith, | Portfolio Holder for Finance", State.NAME | State.COUNCILLOR, COMMA_OR_DASH,
             Trait.MEMBER | Trait.TO_MEMBER, not_segment=Trait.PLURAL),
    JoinRule(TAKE, "Jane Smith\n| Head of HR", State.NAME, LINE, Trait.BELOW),
    JoinRule(TAKE, "Jane Smith, Chief People Officer & | Deputy CEO", State.TITLED, AND, TITLE | Trait.TO_TITLE,
             not_segment=Trait.PLURAL | Trait.ARTICLE, not_owner=State.COUNCILLOR),
    JoinRule(TAKE, "Jane Smith, Chief Nurse, | Deputy CEO", State.TITLED, COMMA, TITLE,
             not_segment=Trait.PLURAL | Trait.ARTICLE | Trait.TITLE_FOLLOWS, not_owner=State.COUNCILLOR),
    JoinRule(TAKE, "Cllr Smith, Leader and | Portfolio Holder for HR", State.TITLED | State.COUNCILLOR, AND,
             Trait.MEMBER, not_segment=Trait.PLURAL | Trait.ARTICLE),
    JoinRule(TAKE, "Jane Smith, | Data/GIS Lead", State.NAME, COMMA, Trait.TO_FIELD),
    JoinRule(OPEN, "Jane Smith, | HR", State.NAME, COMMA, Trait.SERVICE),
    JoinRule(OPEN, "Jane Smith, | Cleansing", State.NAME, COMMA, Trait.WORDS, not_segment=BEFORE_HEAD),
    # A dash or a colon joins whatever it is.
    JoinRule(OPEN, "Head of Assets - | Towns", ANYBODY, LINKS, Trait.OPEN | PLAIN),
    JoinRule(CLOSE, "Head of Assets - | Jane Smith", ANYBODY, LINKS, ANYTHING),
    # A chair is of the body that follows, which may as well be another owner: then they stay together.
    JoinRule(TAKE, "Chair, | Audit Committee", State.CHAIR, COMMA, Trait.CHAIRED | Trait.TO_CHAIRED),
    # A portfolio goes on until a post or a body begins.
    JoinRule(OPEN, "Corporate Director\n| Place", State.BARE, LINE, Trait.WORDS),
    JoinRule(PLACE, "Manager, User Services, | DIT", State.PLACED, COMMA, Trait.LETTERS),
    JoinRule(SPLIT, "Head of Research, | CWG", State.OPEN, SOFT, Trait.LETTERS, not_segment=Trait.SERVICE),
    JoinRule(SPLIT, "Executive Director, | CWG", State.BARE, COMMA, Trait.LETTERS, not_segment=Trait.SERVICE),
    JoinRule(OPEN, "Head of Comms/| Marketing", State.OPEN, STROKE, Trait.WORDS, not_segment=BEFORE_HEAD),
    JoinRule(OPEN, "Chair of Audit and | Governance Committee", State.AWAITING, SOFT, Trait.BODY),
    JoinRule(OPEN, "Chair of Audit, | Risk and Governance Committee", State.AWAITING, SOFT, PLAIN,
             not_segment=Trait.BEFORE_POST),
    JoinRule(OPEN, "Head of Policy, | UK and EU Issues", State.OPEN, SOFT, PLAIN,
             not_segment=Trait.BEFORE_POST | Trait.BEFORE_TEAM),
    JoinRule(OPEN, "Head of Culture and | Library Services", State.OPEN, SOFT, Trait.BODY, not_segment=Trait.TEAM),
    JoinRule(OPEN, "Head of Leisure and | Tower Hamlets", State.OPEN, SOFT, Trait.PERSON,
             not_segment=Trait.SURE | Trait.TITLED, not_owner=State.PERSON),
    JoinRule(PLACE, "Executive Director, | Finance", State.BARE, COMMA, PLAIN,
             not_segment=Trait.BEFORE_POST | Trait.BEFORE_TEAM),
    JoinRule(PLACE, "Executive Director, | Customer Services", State.BARE, COMMA, Trait.BODY, not_segment=Trait.TEAM),
    JoinRule(PLACE, "Executive Director, | Tower Hamlets", State.BARE, COMMA, Trait.PERSON,
             not_segment=Trait.SURE | Trait.TITLED),
    JoinRule(OPEN, "First Secretary, | People and Planning Division", State.VACANT, COMMA, Trait.BEFORE_UNIT,
             not_owner=State.OPEN | State.COMPLETE | State.MEMBER),
    JoinRule(OPEN, "First Secretary, | Planning Division", State.VACANT, COMMA, Trait.UNIT,
             not_owner=State.OPEN | State.COMPLETE | State.MEMBER),
    JoinRule(JOIN, "Department for Culture, | Media and Sport", State.FOR, COMMA, Trait.ENDING),
    # A post has its holder after it.
    JoinRule(SPLIT, "ACC Crime, | Supt Kelly", State.VACANT | State.UNIFORM, COMMA, Trait.UNIFORMED),
    JoinRule(HOLD, "HR Manager, | Jane Smith", State.VACANT, COMMA, Trait.SURE,
             not_segment=Trait.COUNCILLOR | Trait.NAME_FOLLOWS),
    JoinRule(HOLD, "Leader, | Cllr Smith", State.VACANT | State.MEMBER, COMMA, Trait.SURE,
             not_segment=Trait.NAME_FOLLOWS),
    JoinRule(SPLIT, "Sports Committee/ | Staff/ Parents", State.BODY, SLASHES, Trait.IN_LIST),
    # What cannot stand alone stays with the owner before it.
    JoinRule(JOIN, "All Directors and | Heads of Service", State.EVERYBODY, AND, Trait.PLURAL),
    JoinRule(JOIN, "Jane Smith and | team", ANYBODY, AND | {TokenKind.SLASH}, Trait.OWN),
    JoinRule(JOIN, "Tower Hamlets and | Newham", State.PERSON, SOFT, Trait.WORDS, not_owner=State.SURE | State.OPEN),
    JoinRule(SPLIT, "Clerk, | Legal", State.COMPLETE, COMMA, Trait.LISTED, not_owner=State.OPEN),
    JoinRule(SPLIT, "Marrowby Trust, | Riverside", State.BODY, COMMA, Trait.WORDS, not_owner=State.OPEN),
    JoinRule(SPLIT, "HR Manager, | Finance", ANYBODY, COMMA, Trait.DEPARTMENT, not_owner=State.OPEN),
    JoinRule(JOIN, "HR Manager and | Payroll", ANYBODY, SOFT, Trait.WORDS, not_owner=State.PERSON | State.OPEN,
             not_segment=BEFORE_HEAD | Trait.CLOSED),
    # An officer keeps a statutory office beside the post, unless it is another's: "and the Monitoring Officer".
    JoinRule(SPLIT, "Clerk, | RFO, Mayor", State.COMPLETE, COMMA, Trait.LISTED_OFFICE, not_owner=State.PERSON),
    JoinRule(CLOSE, "Clerk / | RFO", State.OFFICER, SOFT_OR_SLASH, Trait.OFFICE, not_segment=NOT_OFFICE),
    JoinRule(CLOSE, "Jane Smith, HR and | Monitoring Officer", State.HELD, SOFT_OR_SLASH, Trait.OFFICE,
             not_owner=State.COUNCILLOR, not_segment=NOT_OFFICE),
    JoinRule(CLOSE, "Jane Smith / | Monitoring Officer", State.PERSON, SLASHES, Trait.OFFICE,
             not_owner=State.COUNCILLOR, not_segment=NOT_OFFICE),
)  # fmt: skip


_BY_CONNECTIVE = {kind: tuple(rule for rule in RULES if kind in rule.connectives) for kind in TokenKind}


@cache
def find_rule(owner: State, connective: TokenKind, segment: Trait) -> JoinRule | None:
    """The first rule that fits, None where the segment begins the next owner."""
    return next((rule for rule in _BY_CONNECTIVE[connective] if rule.fits(owner, segment)), None)


def next_state(state: State, verdict: Verdict, segment: Trait) -> State:
    """What an owner is once it has taken a segment."""
    kept, added = EFFECTS[verdict]
    following = (state & kept) | added
    if State.PERSON in state:
        following |= State.HELD
    if verdict is Verdict.TAKE:
        following |= open_state(segment) & ~(State.SHARED | State.UNSHARED)
        if State.PERSON in following:
            following |= State.TITLED
    if State.HELD in following:
        following &= ~State.VACANT
    return following & ~State.AWAITING if Trait.BODY in segment else following


# The table as text, so that help(rules) shows each example and what it decides.
__doc__ = "\n".join((f"{__doc__}", *(f"    {rule.example!r:<52}{rule.verdict.name}" for rule in RULES), ""))
