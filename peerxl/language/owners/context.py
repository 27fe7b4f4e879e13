"""What the segments after a segment say of it: where a run of plain words ends, and whose a title is.

Everything is known of every segment before the first owner is read, so that no rule has to look ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from peerxl.language.owners.lexicon import KINDS_OF_POST, Use
from peerxl.language.owners.segment import PLAIN, TITLE, OwnerSegment, Trait, join_traits
from peerxl.language.owners.titles import has_only_ranks, is_abbreviation, is_service, uses
from peerxl.language.owners.tokens import SLASHES, SOFT, TRAITS, TokenKind

LINKS = frozenset({TokenKind.LINK, TokenKind.WITH})


class PlainWords(NamedTuple):
    """The plain words from a segment on.

    ``end`` is the segment after the last of them, ``comma`` the first of them after a comma, or the end. ``head`` is
    the post or body that follows and that they may be the first words of: Performance Manager after "Policy and".
    """

    end: int
    comma: int
    head: OwnerSegment | None
    last: TokenKind | None  # the connective before the last of them, None where there is one alone
    is_serial: bool  # nothing but commas stands between them, or an "and" before the last
    members: Trait  # what any of them is
    common: Trait  # what all of them are

    @property
    def is_list(self) -> bool:
        """Whether they are services with commas between: "Planning, Legal, HR"."""
        return Trait.LISTABLE in self.common and self.is_serial and self.last in (None, TokenKind.COMMA)

    @property
    def binding(self) -> int:
        """How closely the words are bound to their head, 0 where they have none.

        A comma before "Diversity and Inclusion Manager" binds as the "and" in it does.
        """
        if self.head is None:
            return 0
        is_connected = self.head.connective is TokenKind.COMMA and Trait.CONNECTED in self.head.traits
        return TRAITS[TokenKind.AND if is_connected else self.head.connective].binding


def add_context(segments: Sequence[OwnerSegment]) -> list[OwnerSegment]:
    """The segments with the traits that they have from what stands after them."""
    in_context = []
    runs = find_runs(segments)
    kinds, fields = find_kinds(segments), find_fields(segments)
    end_of_list = 0
    for index, segment in enumerate(segments):
        run = runs[index]
        traits = read_run(segments, index, run)
        if run and run.binding == 0 and lists_services(run):
            end_of_list = run.end
        if index in kinds:
            traits |= Trait.TO_KIND
        if index in fields:
            traits |= Trait.TO_FIELD
        if index < end_of_list:
            traits |= Trait.LISTING
        if segment.connective is TokenKind.LINE and is_below(segments, index, traits):
            traits |= Trait.BELOW
        if index + 1 < len(segments):
            traits |= read_next(segment, segments[index + 1])
        in_context.append(segment._replace(traits=segment.traits | traits))
    return in_context


def find_kinds(segments: Sequence[OwnerSegment]) -> set[int]:
    """The segments that say with others after strokes of which kind a post is: "Front-End / BI Developer"."""
    kinds: set[int] = set()
    for index in range(len(segments) - 2, -1, -1):
        segment, after = segments[index], segments[index + 1]
        is_headed = index + 1 in kinds or (Trait.KIND | Trait.POST) in after.traits
        if Trait.KIND in segment.traits and segment.traits & PLAIN and after.connective in SLASHES and is_headed:
            kinds.add(index)
    return kinds


def find_fields(segments: Sequence[OwnerSegment]) -> set[int]:
    """The segments that are one post with others after strokes: "Data/GIS Lead"; its words may name two as well.

    "HR/Line Manager" is two, as no field of work is a line.
    """
    fields: set[int] = set()
    for index in range(len(segments) - 2, -1, -1):
        segment, after = segments[index], segments[index + 1]
        is_glued = after.connective is TokenKind.STROKE and any(token.text == "/" for token in after.leading)
        if is_glued and is_field(segment) and (index + 1 in fields or shares_post(segment, after)):
            fields.add(index)
    return fields


def is_field(segment: OwnerSegment) -> bool:
    """Whether a segment names a field of work, and nobody: no surname, no initials."""
    is_name = bool(segment.email) or any(Use.FAMILY_NAME in uses(token) for token in segment.words)
    is_known = (Trait.LISTABLE in segment.traits or names_kind(segment)) and not is_name
    return is_known and (not is_initials(segment) or len(segment.words[0].text) > LONGEST_INITIALS)


def names_kind(segment: OwnerSegment) -> bool:
    """Whether words only say of which kind a post is, so that nobody is called so: "Line" before "/Project Manager"."""
    return Trait.WORDS in segment.traits and all(token.word in KINDS_OF_POST for token in segment.words)


LONGEST_INITIALS = 2
TEAMS = frozenset(("team", "unit", "department"))
"""Bodies that may be of two fields as a post may be: "IT/Digital Team"; other bodies have names of their own."""


def shares_post(field: OwnerSegment, post: OwnerSegment) -> bool:
    """Whether a post has a field of work of its own, or none where the other is a rank too: "Senior/Principal Planner".

    Beside letters that are no service's it is letters as well: "MCA/DoLS Lead".
    """
    is_team = Trait.BODY in post.traits and post.words[-1].word in TEAMS
    if not (Trait.POST in post.traits or is_team) or Trait.PLURAL in post.traits:
        return False
    before = post.words[:-1] if is_team else post.words[: post.post]
    if names_kind(field):
        return bool(before)
    if has_only_ranks(field.words):
        return bool(before) and has_only_ranks(before)
    is_qualified = Trait.QUALIFIED in post.traits and not any(token.word in KINDS_OF_POST for token in before)
    return is_qualified and (not is_initials(field) or (is_abbreviation(before) and not is_service(before)))


def find_runs(segments: Sequence[OwnerSegment]) -> list[PlainWords | None]:
    """The run that begins at each segment; None at one that is not plain."""
    runs: list[PlainWords | None] = [None] * (len(segments) + 1)
    for index in range(len(segments) - 1, -1, -1):
        if segments[index].traits & PLAIN:
            runs[index] = find_run(segments, index, runs[index + 1])
    return runs


def find_run(segments: Sequence[OwnerSegment], index: int, after: PlainWords | None) -> PlainWords:
    """The run at a segment, from the one at the segment after it."""
    segment = segments[index]
    traits = segment.traits
    follower = segments[index + 1] if index + 1 < len(segments) else None
    if after and follower and follower.connective in SOFT and not (is_initials(segment) and after.head):
        is_comma = follower.connective is TokenKind.COMMA
        return PlainWords(
            after.end,
            index + 1 if is_comma else after.comma,
            after.head,
            after.last or follower.connective,
            after.is_serial and (is_comma or after.last is None),
            after.members | traits,
            after.common & traits,
        )
    head = follower if follower and is_head(segment, follower) else None
    return PlainWords(index + 1, index + 1, head, None, True, traits, traits)


def is_head(segment: OwnerSegment, follower: OwnerSegment) -> bool:
    """Whether plain words and what follows are one: "Policy and Performance Manager", "Town & Parish Clerks"."""
    if follower.connective not in SOFT or not follower.traits & (Trait.POST | Trait.BODY) or is_initials(segment):
        return False
    is_ranked = follower.connective is not TokenKind.COMMA and has_only_ranks((*segment.words, *follower.words[:1]))
    return is_ranked or (Trait.QUALIFIED in follower.traits and not says_again(segment, follower))


def says_again(segment: OwnerSegment, follower: OwnerSegment) -> bool:
    """Whether a post is of nothing that the words before it do not say: "Data Engineering & Engineering Lead"."""
    said = {token.word for token in segment.words}
    fields = {token.word for token in follower.words[: follower.post]}
    return Trait.POST in follower.traits and len(said) > 1 and fields <= said


def read_run(segments: Sequence[OwnerSegment], index: int, run: PlainWords | None) -> Trait:
    """What the run that begins at a segment says of it."""
    if run is None:
        return Trait.NONE
    head = run.head.traits if run.head else Trait.NONE
    is_headed = run.binding > TRAITS[TokenKind.COMMA].binding
    is_clause = not is_headed and (run.head is not None or lists_fields(run))
    end = run.comma if is_clause else run.end
    connective = segments[index].connective
    is_before = connective in SOFT and run.binding > TRAITS[connective].binding
    is_title = is_headed and bool(Trait.POST & head) and not Trait.PLURAL & head and not is_initials(segments[index])
    return join_traits(
        (
            (Trait.HEADED, is_headed),
            (Trait.TO_TITLE, is_title),
            (Trait.TO_MEMBER, is_title and Trait.MEMBER in head),
            (Trait.TO_CHAIRED, is_headed and Trait.CHAIRED in head),
            (Trait.BEFORE_POST, is_before and Trait.POST in head),
            (Trait.BEFORE_TEAM, is_before and Trait.TEAM in head),
            (Trait.BEFORE_BODY, is_before and Trait.BODY in head and Trait.TEAM not in head),
            (Trait.BEFORE_UNIT, is_before and Trait.UNIT in head),
            (Trait.CLAUSE, is_clause),
            (Trait.ENDING, ends_name(run)),
            (Trait.LISTED, run.is_list),
            (Trait.LISTING, not is_headed and (lists_services(run) or Trait.LETTERS in segments[end - 1].traits)),
        )
    )


def lists_fields(run: PlainWords) -> bool:
    """Whether commas part services that may have an "and" of their own: "Parks & Countryside, Planning"."""
    return run.head is None and run.last is TokenKind.COMMA and Trait.LISTABLE in run.common


def lists_services(run: PlainWords) -> bool:
    """Whether each of the words is an owner: "Planning, Legal", "HR and Finance", "CWG, Scrutineers and Housing"."""
    are_words = Trait.SINGLE in run.common and run.is_serial and Trait.LETTERS in run.members
    has_commas = run.comma < run.end
    are_services = Trait.LISTABLE in run.common and (has_commas or Trait.DEPARTMENT in run.members)
    return run.is_list or (are_words and (are_services or (has_commas and has_and(run))))


def ends_name(run: PlainWords) -> bool:
    """Whether words are the last of a name in which commas stand: "Media and Sport" after "Culture,"."""
    return run.head is None and run.is_serial and has_and(run) and Trait.LETTERS not in run.members


def has_and(run: PlainWords) -> bool:
    """Whether an "and" stands before the last of the words."""
    return run.last not in (None, TokenKind.COMMA)


def is_initials(segment: OwnerSegment) -> bool:
    """Whether letters are rather somebody's initials than a service."""
    return Trait.LETTERS in segment.traits and Trait.SERVICE not in segment.traits


def read_next(segment: OwnerSegment, after: OwnerSegment) -> Trait:
    """What the next segment says of one."""
    is_person = Trait.PERSON in segment.traits
    is_titled = (
        is_person and after.connective in (TokenKind.COMMA, TokenKind.LINK) and may_hold(segment.traits, after.traits)
    )
    is_listed = Trait.OFFICE in segment.traits and after.connective is TokenKind.COMMA
    return join_traits(
        (
            (Trait.TITLED, is_titled),
            (Trait.LISTED_OFFICE, is_listed and Trait.PERSON not in after.traits),
            (Trait.TITLE_FOLLOWS, after.connective in SOFT and Trait.PERSON not in after.traits),
            (Trait.IN_LIST, segment.connective in SLASHES and after.connective in SLASHES),
            (Trait.NAME_FOLLOWS, after.connective in SOFT and Trait.PERSON in after.traits),
        )
    )


def may_hold(person: Trait, title: Trait) -> bool:
    """Whether a person may have a title: a councillor has a member's, and nobody a plural one."""
    if not title & (TITLE | Trait.TO_TITLE) or Trait.PLURAL in title:
        return False
    return Trait.COUNCILLOR not in person or bool(title & (Trait.MEMBER | Trait.TO_MEMBER))


def stands_alone(below: OwnerSegment) -> bool:
    """Whether a post below a name may as well be another owner: "Clerk", and no "Chief Executive" or "CEO"."""
    return Trait.COMPLETE in below.traits and len(below.words) == 1 and not below.words[0].text.isupper()


def is_below(segments: Sequence[OwnerSegment], index: int, run: Trait) -> bool:
    """Whether a line has the title of the name on the line above, as each name in the cell may have."""
    above, below = segments[index - 1], segments[index]
    is_name = Trait.PERSON in above.traits & segments[0].traits
    is_after_name = index > 1 and Trait.PERSON in segments[index - 2].traits
    if not is_name or is_after_name or stands_alone(below) or not may_hold(above.traits, below.traits | run):
        return False
    others = (segments[number] for number in range(index + 1, len(segments)))
    after = next(
        (other for other in others if other.connective not in SOFT | LINKS or Trait.SURE in other.traits), None
    )
    return after is None or (after.connective in (TokenKind.LINE, TokenKind.STOP) and Trait.PERSON in after.traits)
