"""Cuts an officer cell's tokens into segments, and says how each stands: lead, supporter or neither.

"with support from" and "led by" speak for the rest of their line; for the rest of the cell where they end their line or
have a colon after them, as a label ("Support:") has. A mark ("(lead)", "- lead") speaks for the segment before it.
Words for nobody ("TBC") are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from peerxl.language.owners.describe import address_segment, find_kind, list_words, names_person, read_segment
from peerxl.language.owners.lexicon import Use, fold
from peerxl.language.owners.phrases import (
    DASHED_LABELS,
    FORMER,
    LABELS,
    LONGEST_PHRASE,
    MARKS,
    NOBODY,
    SINCE,
    UNDECIDED,
    Phrase,
)
from peerxl.language.owners.segment import OwnerSegment, Trait
from peerxl.language.owners.titles import Words, uses
from peerxl.language.owners.tokens import SOFT, TRAITS, Standing, Token, TokenKind
from peerxl.pattern import compile_late

SHORTEST_IN_ADDRESS = 2
_PART = compile_late(r"[\W_]")


def cut_segments(tokens: list[Token]) -> list[OwnerSegment]:
    """The segments of a cell in the order they are written."""
    return Cutter(tokens).cut()


class Cutter:
    """Reads tokens from the first to the last.

    ``index`` is the token to read next, ``kept`` the one after the last segment and ``end_of_text`` the one after the
    words that are being read; ``connectives`` are what stands between the last segment and the next.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = keep_names(tokens)
        self.segments: list[OwnerSegment] = []
        self.index = self.kept = self.end_of_text = 0
        self.connectives = {TokenKind.STOP}
        self.standing = Standing.PLAIN
        self.is_for_line = False

    def cut(self) -> list[OwnerSegment]:
        while self.index < len(self.tokens):
            traits = TRAITS[self.tokens[self.index].kind]
            if traits.mark:
                self._read_mark(traits.mark)
            elif self.tokens[self.index].kind is TokenKind.ADDRESS:
                self._read_address(self.tokens[self.index])
            elif not traits.is_text:
                self._read_connective()
            elif not self._read_label():
                self._read_text()
        return self.segments

    def _read_connective(self) -> None:
        kind = self.tokens[self.index].kind
        self.index += 1
        standing = TRAITS[kind].standing
        if standing is Standing.SUPPORTER:
            self._set_standing(standing, is_for_line=not self._is_next({TokenKind.LINE, TokenKind.LINK}))
        elif standing or (kind is TokenKind.LINE and self.is_for_line):
            self._set_standing(Standing.PLAIN, is_for_line=False)
        self.connectives.add(kind)

    def _set_standing(self, standing: Standing, *, is_for_line: bool) -> None:
        self.standing = standing
        self.is_for_line = is_for_line
        self.connectives.add(TokenKind.STOP)

    def _is_next(self, kinds: Set[TokenKind]) -> bool:
        return self.index < len(self.tokens) and self.tokens[self.index].kind in kinds

    def _read_mark(self, standing: Standing) -> None:
        """ "(lead)" marks the segment that it follows, or where it comes first what follows it."""
        self.index += 1
        if self.segments and self.connectives <= {TokenKind.LINK}:
            self._mark_last(standing)
            goes_on = self._is_next(SOFT | {TokenKind.WITH}) and not self._has_others()
            self.connectives = set() if goes_on else {TokenKind.STOP}
        else:
            self._set_standing(standing, is_for_line=False)

    def _has_others(self) -> bool:
        """Whether what follows a mark are others; a name may have its title yet, and a plural post is shared."""
        if any(Trait.SHARED in segment.traits for segment in self.segments):
            return False
        end = self._find_end(self.index + 1, lambda token: token.kind is TokenKind.WORD)
        following = list_words(self.tokens[self.index + 1 : end])
        is_titled = bool(following) and find_kind(following)[0] in (Trait.POST, Trait.OFFICE)
        return not (is_titled and Trait.PERSON in self.segments[-1].traits)

    def _read_address(self, address: Token) -> None:
        """An address belongs to the segment that it stands beside or that it names; else it is one itself."""
        self.index += 1
        last = self.segments[-1] if self.segments else None
        if last and self._is_address_of(last, address.text):
            self.segments[-1] = last._replace(email=address.text)
        else:
            segment = address_segment(address, self.standing)
            self.segments.append(self._read_with(segment) if TokenKind.WITH in self.connectives and last else segment)
        self.kept = self.index
        is_text_next = self.index < len(self.tokens) and TRAITS[self.tokens[self.index].kind].is_text
        self.connectives = {TokenKind.STOP} if is_text_next else set()

    def _is_address_of(self, last: OwnerSegment, address: str) -> bool:
        if last.email:
            return False
        is_after_post = self.connectives.issubset({TokenKind.COMMA, TokenKind.LINE}) and Trait.SURE not in last.traits
        return self.connectives <= {TokenKind.LINK} or is_after_post or is_in_address(last.words, address)

    def _mark_last(self, standing: Standing) -> None:
        self.segments[-1] = self.segments[-1]._replace(standing=standing)

    def _read_label(self) -> bool:
        """Reads "Lead:" or "Support -", if one stands here."""
        start = self._find_end(self.index, lambda token: token.word == "the")
        end = self._find_end(start, lambda token: token.kind is TokenKind.WORD, LONGEST_PHRASE)
        if end == len(self.tokens) or self.tokens[end].kind is not TokenKind.LINK:
            return False
        label = tuple(token.word for token in self.tokens[start:end])
        standing = LABELS.get(label)
        # A post may have a dash after it too: "Sponsor - Finance". So before a dash some labels need a person.
        is_sure = self.tokens[end].text == ":" or standing is not Standing.PLAIN or label in DASHED_LABELS
        if standing is None or not (is_sure or self._is_person(end + 1)):
            return False
        self.index = end
        self._set_standing(standing, is_for_line=False)
        return True

    def _is_person(self, start: int) -> bool:
        end = self._find_end(start, lambda token: token.kind is TokenKind.WORD)
        return find_kind(list_words(self.tokens[start:end]))[0] is Trait.PERSON

    def _find_end(self, start: int, is_in: Callable[[Token], bool], most: int | None = None) -> int:
        last = len(self.tokens) if most is None else min(len(self.tokens), start + most)
        return next((index for index in range(start, last) if not is_in(self.tokens[index])), last)

    def _read_text(self) -> None:
        start = self.index
        if start >= self.end_of_text:
            self.end_of_text = self._find_end(start, lambda token: TRAITS[token.kind].is_text)
        self.index = find_end_of_first(self.tokens, start, self.end_of_text)
        connective = max(self.connectives, key=lambda kind: TRAITS[kind].strength)
        has_with = TokenKind.WITH in self.connectives and bool(self.segments)
        self.connectives = set()
        end = find_end_of_name(self.tokens, start, self.index)
        if connective is not TokenKind.LINK or not self._read_dashed_mark(start, end):
            self._keep(start, end, connective, has_with=has_with)
        if self.index < self.end_of_text:
            self.connectives = {TokenKind.STOP}

    def _read_dashed_mark(self, start: int, end: int) -> bool:
        """Reads "- lead", if these tokens are that."""
        standing = MARKS.get(tuple(token.word for token in self.tokens[start:end]))
        if standing:
            self._mark_last(standing)
            self.connectives = {TokenKind.STOP}
        return standing is not None

    def _keep(self, start: int, end: int, connective: TokenKind, *, has_with: bool) -> None:
        if end < self.index:
            self.connectives = {TokenKind.STOP}
        last = self.tokens[self.index - 1]
        held: list[Token] = []
        if end == start and last.kind is TokenKind.ASIDE and fold(last.text[1:].split()[0]) not in SINCE:
            # The brackets after "TBC" may say who it is meanwhile.
            start, end = self.index - 1, self.index
        elif end < self.index and last.kind is TokenKind.ASIDE and names_person(last.text):
            held = [last]
        if end == start:
            return
        leading = self.tokens[self.kept : start]
        segment = read_segment(connective, leading, [*self.tokens[start:end], *held], self.standing)
        self.segments.append(self._read_with(segment) if has_with else segment)
        self.kept = end

    def _read_with(self, segment: OwnerSegment) -> OwnerSegment:
        """ "with" before somebody names supporters; before other words it belongs to the name."""
        if Trait.WORDS in segment.traits:
            return segment
        self.standing, self.is_for_line = Standing.SUPPORTER, True
        return segment._replace(connective=TokenKind.STOP, standing=Standing.SUPPORTER)


def find_end_of_first(tokens: list[Token], start: int, end: int) -> int:
    """Where the first owner ends in a text with nothing between owners but brackets: "Jane Smith (HR) Bo Lane (IT)"."""
    asides = [index for index in range(start, end) if tokens[index].kind is TokenKind.ASIDE]
    aside, after, *_ = (*asides, end, end)
    if aside + 1 >= end or Use.PREPOSITION in uses(tokens[aside + 1]):
        return end
    after = find_end_of_name(tokens, aside, after)
    first, second = (find_kind(list_words(part))[0] for part in (tokens[start:aside], tokens[aside:after]))
    return aside + 1 if first is second and first is not Trait.WORDS else end


def is_in_address(words: Words, address: str) -> bool:
    """Whether an address has one of some words in it: "bo.lane@council.example" has Lane; or is the initials of all.

    A short word may stand in another by chance, so it needs signs around it: "bo.li@" has Li, "oliver@" has not.
    """
    name = address.casefold().partition("@")[0]
    parts = _PART.split(name)
    spelled = [token.word for token in words]
    is_named = any(word in (name if len(word) > SHORTEST_IN_ADDRESS else parts) for word in spelled if word)
    is_shortened = len(spelled) > 1 and name == "".join([*(word[:1] for word in spelled[:-1]), spelled[-1]])
    return is_named or is_shortened


def find_end_of_name(tokens: list[Token], start: int, end: int) -> int:
    """Where a name ends that stands before "TBC"; at its start where it names nobody at all."""
    indexes = [index for index in range(start, end) if tokens[index].kind is TokenKind.WORD]
    words = [tokens[index].word for index in indexes]
    if tuple(words[:2]) in UNDECIDED or (start > 1 and is_others(words)):
        return start
    if has_been([tokens[index] for index in indexes]):
        return start
    left = len(words)
    while length := count_nobody(tuple(words[max(left - LONGEST_PHRASE, 0) : left])):
        left -= length
    if words and set(words[:left]) <= {"the"}:
        return start
    return end if left == len(words) else indexes[left]


def has_been(tokens: Sequence[Token]) -> bool:
    """Whether words say who was it, or since when there is nobody: "formerly Jane Smith", "vacant since May"."""
    words = [token.word for token in tokens]
    length = next((index for index, word in enumerate(words[:LONGEST_PHRASE]) if word in SINCE), 0)
    is_former = len(words) > 1 and words[0] in FORMER and not tokens[0].text.isupper()
    return is_former or tuple(words[:length]) in NOBODY


def is_others(words: Sequence[str]) -> bool:
    """Whether words after somebody say that there are more, of whom none is named: "2 others", "two more"."""
    *numbers, last = words or [""]
    are_numbers = all(number.isdecimal() or number in NUMBERS for number in numbers)
    return are_numbers and len(numbers) < 2 and (last in OTHERS or (last in MORE and bool(numbers)))


OTHERS, MORE = frozenset(["others"]), frozenset(["more", "colleagues", "people"])
NUMBERS = frozenset("one two three four five six seven eight nine ten several various many".split())


def keep_names(tokens: list[Token]) -> list[Token]:
    """The tokens, with "na" told from what says that there is nobody: somebody in "Li Na", and in "NA, EM"."""
    names = ("Na", "NA") if any(map(is_initials, tokens)) else ("Na",)
    return [token._replace(word=token.text) if token.text in names else token for token in tokens]


def is_initials(token: Token) -> bool:
    """Whether a word is rather somebody's initials."""
    is_short = token.text.isupper() and len(token.text) in LENGTHS_OF_INITIALS
    return is_short and (token.word,) not in NOBODY and not uses(token)


LENGTHS_OF_INITIALS = (2, 3)


def count_nobody(words: Phrase) -> int:
    """How many words at the end say that there is nobody."""
    return next((len(words) - start for start in range(len(words)) if words[start:] in NOBODY), 0)
