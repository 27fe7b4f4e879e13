"""Frozen values whose classes are made in a quarter of the time: a run makes some sixty before it reads a cell.

``@frozen`` is ``@dataclass(frozen=True, slots=True)`` for the classes that every run needs, and they are dataclasses
to ``replace`` and ``fields``. The standard one writes and compiles six functions a class; here three are, each when it
is first called, and the others are shared.
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
        "__init__": _write_late(made, "__init__", lambda: _write_init(made, parts)),
        "__hash__": _write_late(made, "__hash__", lambda: _write_hash(parts)),
        "__eq__": _write_late(made, "__eq__", lambda: _write_eq(parts)),
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


Source = tuple[str, dict[str, Any]]
"""A function as it is written, and what its words stand for."""


def _write_late(made: Any, name: str, write: Callable[[], Source]) -> Callable[..., Any]:
    """A method that is written when it is first called, as a run compares few of the values that it makes."""

    def call_first(self: object, *given: object, **named: object) -> object:
        source, known = write()
        exec(source, known)  # noqa: S102 -- words of our own
        method = known[name]
        method.__qualname__ = f"{made.__qualname__}.{name}"
        setattr(made, name, method)
        return method(self, *given, **named)

    return call_first


def _write_init(made: Any, parts: Sequence[Field[object]]) -> Source:
    """Each slot is filled by itself, as to set an attribute is refused."""
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
    return "\n".join((f"def __init__(self, {', '.join(parameters)}):", *lines)), known


def _write_hash(parts: Sequence[Field[object]]) -> Source:
    return f"def __hash__(self): return hash(({_list_compared(parts, 'self')}))", {}


def _write_eq(parts: Sequence[Field[object]]) -> Source:
    mine, theirs = _list_compared(parts, "self"), _list_compared(parts, "other")
    lines = (
        "def __eq__(self, other):",
        " if other is self: return True",
        f" is_like = other.__class__ is self.__class__ and ({mine}) == ({theirs})",
        " return is_like if other.__class__ is self.__class__ else NotImplemented",
    )
    return "\n".join(lines), {}


def _list_compared(parts: Sequence[Field[object]], value: str) -> str:
    return "".join(f"{value}.{part.name}, " for part in parts if part.compare)


def _make_repr(names: Sequence[str]) -> Callable[[object], str]:
    def show(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return show


def _refuse(self: object, name: str, _: object = None) -> None:
    raise FrozenInstanceError(f"{name!r} of a frozen value cannot be changed")


def _set_all(self: object, names: Sequence[str], kept: Sequence[object]) -> None:
    for name, part in zip(names, kept, strict=True):
        object.__setattr__(self, name, part)
