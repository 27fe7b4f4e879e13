"""A module's mutants: its source with one small fault in it, of a kind that people make.

Each rewrites one node of the syntax tree, and leaves the rest of the source as it stands. Docstrings, annotations,
decorators and imports are left alone: no test can tell a fault there, or every test does.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

Rewriting = Iterator[tuple[Any, str]]
"""Nodes, each with what is to stand in its place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the line it stands in, what it changes, and the whole source with it."""

    line: int
    change: str
    source: str


def list_mutants(source: str) -> tuple[Mutant, ...]:
    """Every mutant of a module, in the order of its lines."""
    lines = source.encode().splitlines(keepends=True)
    mutants = [
        Mutant(place.lineno, f"{shorten(ast.unparse(place))}  ->  {shorten(text)}", splice(lines, place, text))
        for node in walk_code(ast.parse(source))
        for kinds, rewrite in FAULTS
        if isinstance(node, kinds)
        for place, text in rewrite(node)
    ]
    return tuple(sorted(mutants, key=lambda mutant: mutant.line))


def walk_code(node: ast.AST) -> Iterator[ast.AST]:
    """Every expression and statement that does something at run time, each before those within it."""
    yield node
    if isinstance(node, ast.JoinedStr):  # what stands within an f-string has no place of its own before Python 3.12
        return
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not is_inert(child):
                    yield from walk_code(child)


def is_inert(node: ast.AST) -> bool:
    """Whether a fault there would mean nothing: a docstring, an import, a list of names, a type's name, "strict"."""
    if isinstance(node, ast.keyword):
        return node.arg == "strict"
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return bool(re.fullmatch(r"__\w+__|[A-Z]|[A-Z][a-z]\w*", ast.unparse(node.targets[0])))
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    return isinstance(node, ast.Import | ast.ImportFrom)


def flip_comparison(node: ast.Compare) -> Rewriting:
    """A bound moved by one, or the opposite."""
    for index, operator in enumerate(node.ops):
        for other in COMPARISONS[type(operator)]:
            yield node, unparse_with(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def flip_and_or(node: ast.BoolOp) -> Rewriting:
    """The other of "and" and "or", and each condition left out."""
    yield node, unparse_with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for index in range(len(node.values)):
        yield node, unparse_with(node, values=[*node.values[:index], *node.values[index + 1 :]])


def drop_sign(node: ast.UnaryOp) -> Rewriting:
    """A condition without its "not", a figure without its minus."""
    yield node, f"({ast.unparse(node.operand)})"


def flip_arithmetic(node: ast.BinOp) -> Rewriting:
    if type(node.op) in ARITHMETIC:
        yield node, unparse_with(node, op=ARITHMETIC[type(node.op)]())


def change_constant(node: ast.Constant) -> Rewriting:
    """A figure one more and one less, the other truth, a text without its middle word or with a letter more."""
    if isinstance(node.value, bool):
        yield node, repr(not node.value)
    elif isinstance(node.value, int | float):
        yield node, f"({node.value + 1!r})"
        yield node, f"({node.value - 1!r})"
    elif isinstance(node.value, str):
        words = node.value.split()
        del words[len(words) // 2 : len(words) // 2 + 1]
        yield node, repr(" ".join(words) if words else f"{node.value}X")


def empty_text(node: ast.JoinedStr) -> Rewriting:
    yield node, '""'


def negate_test(node: ast.If | ast.While | ast.IfExp | ast.comprehension) -> Rewriting:
    """The opposite of a condition that is one name or one call; comparisons have faults of their own."""
    for test in node.ifs if isinstance(node, ast.comprehension) else [node.test]:
        if isinstance(test, ast.Name | ast.Attribute | ast.Call):
            yield test, f"(not {ast.unparse(test)})"


def drop_element(node: ast.Tuple | ast.List | ast.Set) -> Rewriting:
    """The first or the last element left out, of those that hold several."""
    if isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and len(node.elts) > 1:
        yield node, unparse_with(node, elts=node.elts[1:])
        yield node, unparse_with(node, elts=node.elts[:-1])


def drop_entry(node: ast.Dict) -> Rewriting:
    """The first or the last line of a table left out."""
    if len(node.keys) > 1:
        yield node, unparse_with(node, keys=node.keys[1:], values=node.values[1:])
        yield node, unparse_with(node, keys=node.keys[:-1], values=node.values[:-1])


def swap_arguments(node: ast.Call) -> Rewriting:
    """The first two arguments the other way round; the greater of two is the same either way, and so are two alike."""
    if (
        len(node.args) > 1
        and ast.unparse(node.args[0]) != ast.unparse(node.args[1])
        and ast.unparse(node.func) not in ("max", "min")
        and not any(isinstance(argument, ast.Starred) for argument in node.args[:2])
    ):
        yield node, unparse_with(node, args=[node.args[1], node.args[0], *node.args[2:]])


def return_nothing(node: ast.Return) -> Rewriting:
    """None in place of what is returned; in place of False nobody could tell, and the types refuse it."""
    if node.value is not None and ast.unparse(node.value) not in ("None", "False"):
        yield node, "return None"


def drop_statement(node: ast.stmt) -> Rewriting:
    yield node, "pass"


COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
FAULTS: tuple[tuple[Any, Callable[[Any], Rewriting]], ...] = (
    (ast.Compare, flip_comparison),
    (ast.BoolOp, flip_and_or),
    (ast.UnaryOp, drop_sign),
    (ast.BinOp, flip_arithmetic),
    (ast.Constant, change_constant),
    (ast.JoinedStr, empty_text),
    ((ast.If, ast.While, ast.IfExp, ast.comprehension), negate_test),
    ((ast.Tuple, ast.List, ast.Set), drop_element),
    (ast.Dict, drop_entry),
    (ast.Call, swap_arguments),
    (ast.Return, return_nothing),
    ((ast.Expr, ast.Continue, ast.Break, ast.Raise, ast.AugAssign), drop_statement),
)
"""The kinds of fault, each with the kinds of node that it can be in."""


def unparse_with(node: ast.AST, **fields: Any) -> str:
    """A node's words, in brackets, with other values in some of its fields; one condition that is left stands alone."""
    changed: Any = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    if isinstance(changed, ast.BoolOp) and len(changed.values) == 1:
        changed = changed.values[0]
    return f"({ast.unparse(changed)})"


def splice(lines: list[bytes], place: Any, text: str) -> str:
    """The source with other words where a node stands; its columns count bytes."""
    first, last = place.lineno - 1, place.end_lineno - 1
    before, after = lines[first][: place.col_offset], lines[last][place.end_col_offset :]
    return b"".join((*lines[:first], before, text.encode(), after, *lines[last + 1 :])).decode()


def shorten(text: str, width: int = 60) -> str:
    """The text on one line of at most ``width`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1]}…"
