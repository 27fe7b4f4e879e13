"""Conflicts settled by hand with --accept: whose answer counts, and the words to type for it."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from peerxl.errors import PeerxlError
from peerxl.merge.returned import Part
from peerxl.model.plan import ActionPlan

THEIRS, MINE = "theirs", "mine"
LEAST_LIKENESS = 0.5
"""How alike a name must be to one that was meant, perhaps: H9 to H3."""
_WORDS = re.compile(r"(?P<name>.+)\.\s*(?P<part>status|comment|(?:new\s+)?date)\s*=(?P<side>.*\S.*)", re.I | re.S)
_PLAIN = re.compile(r"[\w.,:/=@%+-]+")
_SHELL = re.compile(r"[\"$`\\!\n]")


class SettlementError(PeerxlError):
    """An --accept that names no action, part and side."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} settles nothing; write it as PEER05.01.status=theirs, with status, comment or date, "
            "and theirs, mine or an owner's name."
        )


@dataclass(frozen=True, slots=True)
class Settlement:
    """One conflict settled: ``side`` is theirs, mine, or the owner whose answer counts; ``text`` is what was typed."""

    text: str
    name: str
    part: Part
    side: str

    @property
    def option(self) -> str:
        """The option as it is typed."""
        return option(self.text)

    def is_about(self, name: str, part: Part) -> bool:
        return self.name == folded(name) and self.part is part


def read_settled(texts: Iterable[str]) -> tuple[Settlement, ...]:
    """Conflicts settled by hand, each written "PEER05.01.status=theirs"; SettlementError for anything else."""
    return tuple(map(read_settlement, texts))


def read_settlement(text: str) -> Settlement:
    match = _WORDS.fullmatch(text.strip())
    if match is None:
        raise SettlementError(text)
    part = Part(match["part"].casefold().split()[-1])
    return Settlement(" ".join(text.split()), folded(match["name"]), part, folded(match["side"]))


def words_for(name: str, part: Part, side: str) -> str:
    """What settles a conflict: "H3.status=AD Roads"."""
    return f"{name}.{part}={side}"


def option(words: str) -> str:
    """The whole option, quoted where a command line needs it."""
    if _PLAIN.fullmatch(words):
        return f"--accept {words}"
    return f"--accept {shlex.quote(words)}" if _SHELL.search(words) else f'--accept "{words}"'


def folded(text: str) -> str:
    """A name whatever its case and spacing."""
    return " ".join(text.casefold().split())


def idle(plan: ActionPlan, settled: Iterable[Settlement], in_conflict: Collection[tuple[str, Part]]) -> Iterator[str]:
    """Why each settlement that settles nothing does so; ``in_conflict`` are the conflicts that there are."""
    names = Counter(folded(action.name) for action in plan.actions)
    for one in settled:
        if names[one.name] > 1:
            why = f"{names[one.name]} actions of the plan are called so; settle it in the plan itself"
        elif not names[one.name]:
            likely = get_close_matches(one.name, list(names), 1, LEAST_LIKENESS)
            known = next((action.name for action in plan.actions if likely == [folded(action.name)]), "")
            why = f"the plan has no such action{f'; is {known} meant?' if known else ''}"
        elif (one.name, one.part) in in_conflict:
            continue
        else:
            why = f"there is no conflict about that {one.part.noun}"
        yield f"{one.option} settles nothing: {why}{'' if why.endswith('?') else '.'}"
