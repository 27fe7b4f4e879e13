"""Frozen values whose classes are made in a quarter of the time: a run makes some sixty before it reads a cell.

``@frozen`` is ``@dataclass(frozen=True, slots=True)`` for the classes that every run needs, and they are dataclasses
to ``replace`` and ``fields``. The standard one writes and compiles six functions a class, each by itself; here the
three that are used most are written together, and the others are shared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class one of frozen values: its fields are set as one is made, and it is equal to one with the same."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts: Sequence[Field[object]] = fields(made)
    names = [part.name for part in parts]
    methods: Mapping[str, Callable[..., object]] = {
        **_write_methods(made, parts),
        "__repr__": _make_repr([part.name for part in parts if part.repr]),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": lambda self: [getattr(self, name) for name in names],
        "__setstate__": lambda self, kept: _set_all(self, names, kept),
    }
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(made, name, method)
    return cast("type[T]", made)


class Remembering:
    """A base of frozen values that keep what they have worked out (``cached_property``): one has room for it."""


def _write_methods(made: Any, parts: Sequence[Field[object]]) -> Mapping[str, Callable[..., Any]]:
    """The methods of a class that name its fields; each slot is filled by itself, as to set an attribute is refused."""
    parameters: list[str] = []
    lines: list[str] = []
    known: dict[str, Any] = {}
    for part in parts:
        name, given = part.name, part.name
        known[f"set_{name}"] = getattr(made, name).__set__
        if part.default is MISSING and part.default_factory is MISSING:
            parameters.append(name)
        else:
            parameters.append(f"{name}=default_{name}")
            known[f"default_{name}"] = part.default
        if part.default_factory is not MISSING:
            known[f"default_{name}"] = part.default_factory
            given = f"default_{name}() if {name} is default_{name} else {name}"
        lines.append(f" set_{name}(self, {given})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    mine = "".join(f"self.{part.name}, " for part in parts if part.compare)
    source = [
        f"def __init__(self, {', '.join(parameters)}):",
        *lines,
        f"def __hash__(self): return hash(({mine}))",
        "def __eq__(self, other):",
        " if other is self: return True",
        f" is_like = other.__class__ is self.__class__ and ({mine}) == ({mine.replace('self.', 'other.')})",
        " return is_like if other.__class__ is self.__class__ else NotImplemented",
    ]
    exec("\n".join(source), known)  # noqa: S102 -- words of our own
    written = {name: known[name] for name in ("__init__", "__hash__", "__eq__")}
    for name, method in written.items():
        method.__qualname__ = f"{made.__qualname__}.{name}"
    return written


def _make_repr(names: Sequence[str]) -> Callable[[object], str]:
    def show(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return show


def _refuse(self: object, name: str, _: object = None) -> None:
    raise FrozenInstanceError(f"{name!r} of a frozen value cannot be changed")


def _set_all(self: object, names: Sequence[str], kept: Sequence[object]) -> None:
    for name, part in zip(names, kept, strict=True):
        object.__setattr__(self, name, part)
