"""Which rules fit where in a row of codes: that follows from the codes alone, and cells have few rows of them.

row  = the codes of a cell's tokens
step = a rule whose pattern fits at a token, and the next one that does
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from peerxl.language.timescales.grammar import Piece
from peerxl.language.timescales.roles import Role
from peerxl.language.timescales.tokens import Chunk, Chunks, Parts, PatternMatch, Tokens

MOST_KEPT, LONGEST_KEPT = 1024, 64
"""How many rows are remembered, and how many characters one may have: two for each of its tokens."""

_NAMED = re.compile(r"\(\?P<([a-z]+)>")

Result = Role | Callable[[PatternMatch], Chunks | None]


class ChunkRule:
    """A pattern, and what comes of the tokens that fit it: a chunk of a role, or those that a function makes.

    ``match`` holds a text against the pattern, which is compiled when it is first asked for: most plans need few.
    """

    __slots__ = ("groups", "match", "piece", "result")

    def __init__(self, piece: Piece, result: Result) -> None:
        self.piece = piece
        self.result = result
        self.groups: Mapping[str, Sequence[int]] = {}
        self.match: Callable[[str, int], re.Match[str] | None]

        def compile_first(codes: str, index: int) -> re.Match[str] | None:
            regex, self.groups = _number_groups(piece.regex)
            self.match = re.compile(regex, re.DOTALL).match
            return self.match(codes, index)

        self.match = compile_first

    def locate_parts(self, match: re.Match[str]) -> Parts:
        """The first token of each named part that is there, and the index after its last."""
        parts: dict[str, tuple[int, int]] = {}
        for name, groups in self.groups.items():
            starts = [start for group in groups if (start := match.start(group)) >= 0]
            if starts:
                parts[name] = starts[0] // 2, max(map(match.end, groups)) // 2
        return parts


def _number_groups(regex: str) -> tuple[str, Mapping[str, Sequence[int]]]:
    """A regular expression whose groups have no names, and their numbers by name: several may have one name."""
    groups: dict[str, list[int]] = {}

    def drop_name(match: re.Match[str]) -> str:
        groups.setdefault(match.group(1), []).append(sum(map(len, groups.values())) + 1)
        return "("

    return _NAMED.sub(drop_name, regex), groups


class RuleFit:
    """A rule that fits from the token ``first`` up to ``after``, and where the parts of its pattern are there.

    ``chunks`` are those of a rule that gives a role, none of one that has to ``read`` the words; ``next_rule`` is the
    number of the first that has not been tried.
    """

    __slots__ = ("after", "chunks", "first", "following", "next_rule", "parts", "result")

    def __init__(self, rule: ChunkRule, match: re.Match[str], first: int, next_rule: int) -> None:
        self.first, self.after = first, match.end() // 2
        self.result = rule.result
        self.parts = rule.locate_parts(match)
        self.chunks = [Chunk(rule.result, first, self.after)] if isinstance(rule.result, Role) else None
        self.next_rule = next_rule
        self.following: RuleFit | None = None

    def read(self, tokens: Tokens) -> Chunks | None:
        """The chunks that the rule makes of the tokens, none where their words say otherwise than its pattern."""
        if isinstance(self.result, Role):
            return self.chunks
        return self.result(PatternMatch(tokens, self.first, self.after, self.parts))


class CodeRow(dict[int, RuleFit]):
    """A row of codes, and the first rule that fits at each token; each is sought when it is first asked for."""

    def __init__(self, codes: str, table: RuleTable) -> None:
        self.codes = codes
        self.table = table
        self.present = frozenset(codes[1::2])

    def __missing__(self, index: int) -> RuleFit:
        fit = self[index] = self._find(index, 0)
        return fit

    def find_next(self, fit: RuleFit) -> RuleFit:
        """The fit after one that gives nothing."""
        if fit.following is None:
            fit.following = self._find(fit.first, fit.next_rule)
        return fit.following

    def _find(self, index: int, first_rule: int) -> RuleFit:
        rules = self.table[self.codes[2 * index + 1 : 2 * index + 4 : 2]]
        for number in range(first_rule, len(rules)):
            # What lacks a sign of a pattern need not be held against it, nor the pattern be compiled.
            if any(map(self.present.isdisjoint, rules[number].piece.needed)):
                continue
            match = rules[number].match(self.codes, 2 * index)
            if match is not None:
                return RuleFit(rules[number], match, index, number + 1)
        raise AssertionError("the last rule reads anything")


class RuleTable(dict[str, Sequence[ChunkRule]]):
    """The rules that may read something at a token, in order, by its code and that of the token after it.

    The rules of two codes are sought when they are first met: few of all the pairs are.
    """

    def __init__(self, rules: Sequence[ChunkRule]) -> None:
        self.rules = rules
        self.by_code: dict[str, Sequence[ChunkRule]] = {}
        self.rows: dict[str, CodeRow] = {}

    def __missing__(self, pair: str) -> Sequence[ChunkRule]:
        code, following = pair[0], pair[1]
        if code not in self.by_code:
            self.by_code[code] = [rule for rule in self.rules if code in rule.piece.first]
        rules = [rule for rule in self.by_code[code] if rule.piece.may_be_one or following in rule.piece.second]
        self[pair] = rules
        return rules

    def get_row(self, codes: str) -> CodeRow:
        row = self.rows.get(codes)
        if row is None:
            row = CodeRow(codes, self)
            if len(self.rows) < MOST_KEPT and len(codes) <= LONGEST_KEPT:
                self.rows[codes] = row
        return row
