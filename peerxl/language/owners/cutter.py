"""Cuts an officer cell's tokens into parts, and says how each stands: lead, supporter or neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from peerxl.language.owners import words
from peerxl.language.owners.kinds import Kind
from peerxl.language.owners.lexer import Sign, Token
from peerxl.language.owners.part import Part, Standing

# Where several joints meet (", and"), the first of these is what they come to.
JOINTS = (Sign.STOP, Sign.SLASH, Sign.WITH, Sign.AND, Sign.AMPERSAND, Sign.COMMA, Sign.LINK, Sign.LINE)
MARKS = {Sign.LEAD_MARK: Standing.LEAD, Sign.SUPPORT_MARK: Standing.SUPPORTER}
_IN_PART = (Sign.WORD, Sign.ASIDE)
_LONGEST_PHRASE = 4


class Cutter:
    """Cuts tokens into parts; a support phrase or a label ("Support:") says how all that follows stands.

    A phrase speaks for the rest of its line; for the rest of the cell where it ends its line or has a colon after it,
    as a label has.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.parts: list[Part] = []
        self.at = 0
        self.joints = {Sign.STOP}
        self.standing = Standing.PLAIN
        self.is_for_line = False

    def cut(self) -> list[Part]:
        while self.at < len(self.tokens):
            sign = self.tokens[self.at].sign
            if sign in MARKS:
                self._mark(MARKS[sign])
            elif sign not in _IN_PART:
                self._joint(sign)
            elif not self._label():
                self._part()
        return self.parts

    def _joint(self, sign: Sign) -> None:
        self.at += 1
        if sign is Sign.SUPPORT:
            self._stand(Standing.SUPPORTER, not self._is_next(Sign.LINE, Sign.LINK))
        elif sign is Sign.LEAD or (sign is Sign.LINE and self.is_for_line):
            self._stand(Standing.PLAIN, False)
        self.joints.add(sign)

    def _mark(self, standing: Standing) -> None:
        """ "(lead)" marks the part it follows, or what follows it where it comes first."""
        self.at += 1
        if self.parts and self.joints <= {Sign.LINK}:
            self.parts[-1] = replace(self.parts[-1], standing=standing)
            self.joints = set() if self._is_next(Sign.COMMA, Sign.AND, Sign.AMPERSAND) else {Sign.STOP}
        else:
            self._stand(standing, False)

    def _stand(self, standing: Standing, is_for_line: bool) -> None:
        self.standing = standing
        self.is_for_line = is_for_line
        self.joints.add(Sign.STOP)

    def _is_next(self, *signs: Sign) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].sign in signs

    def _label(self) -> bool:
        """Reads "Lead:" or "Support -", if one stands here."""
        start = self._run_end(self.at, lambda token: token.word == "the")
        end = self._run_end(start, lambda token: token.sign is Sign.WORD, _LONGEST_PHRASE)
        if end == len(self.tokens) or self.tokens[end].sign is not Sign.LINK:
            return False
        said = tuple(token.word for token in self.tokens[start:end])
        standing = _standing_of_label(said, self.tokens[end].text == ":")
        if standing is None:
            return False
        self.at = end + 1
        self._stand(standing, False)
        return True

    def _run_end(self, start: int, is_in: Callable[[Token], bool], most: int | None = None) -> int:
        last = len(self.tokens) if most is None else min(len(self.tokens), start + most)
        return next((index for index in range(start, last) if not is_in(self.tokens[index])), last)

    def _part(self) -> None:
        start = self.at
        self.at = self._run_end(start, lambda token: token.sign in _IN_PART)
        joint = next(sign for sign in JOINTS if sign in self.joints)
        self.joints = set()
        end = self._end_without_nobody(start)
        if joint is not Sign.LINK or not self.parts or not self._is_mark(start, end):
            self._keep(start, end, joint)

    def _is_mark(self, start: int, end: int) -> bool:
        """ "Jane Smith - lead" marks the part before."""
        said = tuple(token.word for token in self.tokens[start : min(end, start + _LONGEST_PHRASE)])
        standing = _standing_of_mark(said) if len(said) == end - start else None
        if standing:
            self.parts[-1] = replace(self.parts[-1], standing=standing)
            self.joints = {Sign.STOP}
        return standing is not None

    def _keep(self, start: int, end: int, joint: Sign) -> None:
        if end < self.at:
            self.joints = {Sign.STOP}
        if end == start:
            start, end = self._named_aside(start)
        if end == start:
            return
        part = Part.of(self.tokens, start, end, joint)
        if joint is Sign.WITH:
            part = self._with(part)
        self.parts.append(replace(part, standing=self.standing))

    def _with(self, part: Part) -> Part:
        if part.kind is Kind.WORDS:
            return replace(part, joint=Sign.LINK)
        self.standing, self.is_for_line = Standing.SUPPORTER, True
        return replace(part, joint=Sign.STOP)

    def _end_without_nobody(self, start: int) -> int:
        """Where the part ends without "TBC"; at its start where it names nobody at all."""
        places = [index for index in range(start, self.at) if self.tokens[index].sign is Sign.WORD]
        said = [self.tokens[index].word for index in places]
        if tuple(said[:2]) in words.UNDECIDED:
            return start
        left = len(said)
        while left and (length := _nobody_length(said[max(left - _LONGEST_PHRASE, 0) : left])):
            left -= length
        if said and set(said[:left]) <= {"the"}:
            return start
        return self.at if left == len(said) else places[left]

    def _named_aside(self, start: int) -> tuple[int, int]:
        """The brackets after "TBC", which may say who it is meanwhile."""
        is_aside = self.tokens[self.at - 1].sign is Sign.ASIDE
        return (self.at - 1, self.at) if is_aside else (start, start)


def _nobody_length(said: list[str]) -> int:
    """How many words at the end say that there is nobody."""
    return next((length for length in range(len(said), 0, -1) if tuple(said[-length:]) in words.NO_OWNER), 0)


def _standing_of_label(said: tuple[str, ...], has_colon: bool) -> Standing | None:
    if said in words.SUPPORT_LABELS:
        return Standing.SUPPORTER
    if said in words.LEAD_MARKS:
        return Standing.LEAD
    is_label = said in (words.LEAD_LABELS if has_colon else words.DASHED_LABELS)
    return Standing.PLAIN if is_label else None


def _standing_of_mark(said: tuple[str, ...]) -> Standing | None:
    if said in words.LEAD_MARKS:
        return Standing.LEAD
    return Standing.SUPPORTER if said in words.SUPPORT_MARKS else None
