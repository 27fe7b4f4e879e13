"""Measures the house: how big its parts are, how they are named, and how far one small question travels through them.

    python scripts/house.py [TREE...]

A column a tree, this one where none is named, so that before and after stand beside each other. Names are compared as
they are written: a function counts as called wherever its name is used.
"""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef

VERBS = frozenset(
    """
    accept add adds adopt allow append apply ask attach beat begin begins bind blank break bring build call can carry
    cast change chase check choose clean clear close collapse collect combine compare complete compose compute
    concatenate connect consume contain continue convert copy correct count cover create cut decide decode define
    delete derive describe detect differ differs digest discard divide does draft draw drop dump echo empty encode end
    ends ensure enter escape exceed exclude execute exit expand expect explain export extend extract fall feed fetch
    fill filter find finish fit fix flip flush fold follow forget format freeze gather generate get give gives go goes
    group guess handle has have hide hold holds ignore import include index infer insert inspect invert invoke is issue
    iterate join keep keeps know lay lead leave let lift limit link list load locate lock log look lower make map mark
    match may mean means measure meet mend merge move must name narrow needs negate normalise normalize note offer omit
    open order pad parse part pass patch peek pick place plan point prefer prepare print propose prove prune publish
    put quote raise rank reach read reads rebuild recognise recognize record reduce refuse register remind remove
    rename render repair repeat replace report require resolve rest restore retire return revise rewrite round run save
    say says scan score seal search see select send separate serve set settle shall share shift shorten should show
    shows shrink sign skip sort spell splice split squeeze stand stands start state stem stop store strike strip style
    substitute suggest summarise summarize support swap take takes tell test tidy to total trace track translate trim
    try turn undo unescape unify unite unpack unparse unquote unwrap update use uses validate verify visit wait walk
    want warn was weigh will win wrap write yield
    """.split()
)
"""What the name of a function may begin with; "is" and "has" are verbs too."""
SURE_TRUTHS = frozenset("bool isinstance startswith endswith any all isdigit isalpha isupper islower isspace".split())
TRACE = """
import sys
from pathlib import Path
from peerxl import parse_timescale
home, depth, deepest, passed = str(Path(sys.modules["peerxl"].__file__).parent), 0, 0, set()
def watch(frame, event, argument):
    global depth, deepest
    if frame.f_code.co_filename.startswith(home):
        if event == "call":
            depth += 1
            deepest = max(deepest, depth)
            passed.add((frame.f_code.co_filename, frame.f_code.co_qualname))
        elif event == "return":
            depth -= 1
sys.setprofile(watch)
parse_timescale("June 2023")
sys.setprofile(None)
print(deepest, len(passed), len({file for file, name in passed}))
"""
"""Reads a phrase and prints how deep its calls go, through how many functions, in how many modules."""


@dataclass(frozen=True, slots=True)
class House:
    """The modules of a tree's package: each path with its source and its syntax tree."""

    root: Path
    sources: dict[Path, str]
    trees: dict[Path, ast.Module]

    @classmethod
    def read(cls, root: Path) -> House:
        sources = {path: path.read_text(encoding="utf-8") for path in sorted((root / "peerxl").rglob("*.py"))}
        return cls(root, sources, {path: ast.parse(source) for path, source in sources.items()})

    @property
    def nodes(self) -> Iterator[ast.AST]:
        return (node for tree in self.trees.values() for node in ast.walk(tree))

    @property
    def functions(self) -> list[Function]:
        return [node for node in self.nodes if isinstance(node, Function)]


def describe_sizes(sizes: Sequence[int]) -> str:
    """The median, and what nine of ten do not exceed."""
    return f"{median(sizes):.0f} / {sorted(sizes)[ceil(0.9 * len(sizes)) - 1]}"


def describe_module_lines(house: House) -> str:
    return describe_sizes([source.count("\n") for source in house.sources.values()])


def describe_function_lines(house: House) -> str:
    return describe_sizes([count_lines(function) for function in house.functions])


def count_lines(function: Function) -> int:
    """The lines from "def" to the end, without the docstring's."""
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    own = (function.end_lineno or 0) - function.lineno + 1
    return own - ((docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0)


def describe_single_callers(house: House) -> str:
    """The share of functions whose name is used in exactly one other function or module."""
    users: dict[str, set[tuple[Path, str]]] = defaultdict(set)
    for path, tree in house.trees.items():
        for user, name in list_uses(tree, ""):
            users[name].add((path, user))
    plain = [function for function in house.functions if not function.name.startswith("__")]
    single = [
        function for function in plain if len({user for user in users[function.name] if user[1] != function.name}) == 1
    ]
    return f"{len(single) / len(plain):.0%}"


def list_uses(node: ast.AST, user: str) -> Iterator[tuple[str, str]]:
    """Each name that is used, after the function that uses it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Name):
            yield user, child.id
        elif isinstance(child, ast.Attribute):
            yield user, child.attr
        yield from list_uses(child, child.name if isinstance(child, Function) else user)


def describe_homonyms(house: House) -> str:
    """How many class names are defined more than once, and which."""
    counts = Counter(node.name for node in house.nodes if isinstance(node, ast.ClassDef))
    names = sorted(name for name, count in counts.items() if count > 1)
    return f"{len(names)}{': ' if names else ''}{' '.join(names)}"


def describe_comments(house: House) -> str:
    """Comments in 100 lines that are not blank."""
    lines = [line for source in house.sources.values() for line in source.splitlines() if line.strip()]
    comments = [
        token
        for source in house.sources.values()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    ]
    return f"{100 * len(comments) / len(lines):.1f}"


def describe_verbs(house: House) -> str:
    """The share of functions, but for properties and special methods, whose name begins with a verb."""
    names = [function.name for function in house.functions if not is_property(function) and function.name[:2] != "__"]
    verbs = [name for name in names if name.strip("_").partition("_")[0] in VERBS]
    return f"{len(verbs) / len(names):.0%}"


def is_property(function: Function) -> bool:
    return any(ast.unparse(decorator).endswith("property") for decorator in function.decorator_list)


def describe_boolean_arithmetic(house: House) -> str:
    """How often a truth is used as a figure: added, summed, made an int, or taken as an index."""
    places = [
        f"{path.relative_to(house.root)}:{node.lineno}"
        for path, tree in house.trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp | ast.Call | ast.Subscript) and counts_truths(node)
    ]
    return str(len(places))


def counts_truths(node: ast.BinOp | ast.Call | ast.Subscript) -> bool:
    if isinstance(node, ast.BinOp):
        is_union = isinstance(node.op, ast.BitOr | ast.BitAnd)
        return not is_union and (is_truth(node.left) or is_truth(node.right))
    if isinstance(node, ast.Subscript):
        return is_truth(node.slice)
    if ast.unparse(node.func) not in ("sum", "int", "float") or len(node.args) != 1:
        return False
    argument = node.args[0]
    return is_truth(argument.elt if isinstance(argument, ast.GeneratorExp | ast.ListComp) else argument)


def is_truth(node: ast.AST) -> bool:
    """Whether an expression is true or false for sure, by its form or by the name of what it calls."""
    if isinstance(node, ast.BoolOp):
        return all(is_truth(value) for value in node.values)
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        return name in SURE_TRUTHS or name.startswith(("is_", "has_"))
    if isinstance(node, ast.Attribute | ast.Name):
        return ast.unparse(node).rpartition(".")[2].startswith(("is_", "has_"))
    return isinstance(node, ast.Compare) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))


def describe_journey(house: House) -> str:
    """How deep the calls of one small question go, through how many functions, in how many modules."""
    environment = os.environ | {"PYTHONPATH": str(house.root)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", TRACE], cwd=house.root, env=environment, capture_output=True, text=True, check=True
    )
    depth, functions, modules = done.stdout.split()
    return f"{depth} deep, {functions} functions, {modules} modules"


MEASURES: dict[str, Callable[[House], str]] = {
    "modules": lambda house: str(len(house.sources)),
    "lines of a module (median / 90th percentile)": describe_module_lines,
    "functions": lambda house: str(len(house.functions)),
    "lines of a function (median / 90th percentile)": describe_function_lines,
    "functions with one caller": describe_single_callers,
    "functions that begin with a verb": describe_verbs,
    "class names with several meanings": describe_homonyms,
    "comments in 100 lines": describe_comments,
    "arithmetic on truths": describe_boolean_arithmetic,
    'parse_timescale("June 2023")': describe_journey,
}


def main(arguments: Sequence[str]) -> int:
    """Print a line a measure."""
    houses = [House.read(Path(argument).resolve()) for argument in arguments] or [House.read(ROOT)]
    for name, describe in MEASURES.items():
        print(f"{name + ':':48}", "  |  ".join(describe(house) for house in houses))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
