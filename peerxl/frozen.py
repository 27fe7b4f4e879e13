"""Frozen values whose classes are made in a quarter of the time: a run makes some sixty before it reads a cell.

``@frozen`` is ``@dataclass(frozen=True, slots=True)`` for the classes that every run needs, and they are dataclasses
to ``replace`` and ``fields``. The standard one writes and compiles six functions a class; here one is, when a class has
more than a few values, and the others are shared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")
FEW = 2
"""As many values of a class are made part by part, as a third of the classes of a run have no more."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class one of frozen values: its fields are set as one is made, and it is equal to one with the same."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    parts: Sequence[Field[object]] = fields(made)
    names = [part.name for part in parts]
    compared = [part.name for part in parts if part.compare]
    list_compared = attrgetter(*compared) if compared else lambda value: None
    methods: Mapping[str, Callable[..., object]] = {
        "__init__": _make_init(made, parts),
        "__hash__": lambda self: hash(list_compared(self)),
        "__eq__": _make_eq(list_compared),
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


def _make_init(made: Any, parts: Sequence[Field[object]]) -> Callable[..., None]:
    """An ``__init__`` that fills the first few values part by part, and is written when there are more."""
    count = 0

    def fill_first(self: object, *given: object, **named: object) -> None:
        nonlocal count
        count += 1
        if count <= FEW and (values := _bind(parts, given, named)) is not None:
            _set_all(self, list(values), list(values.values()))
            if hasattr(self, "__post_init__"):
                self.__post_init__()
            return
        made.__init__ = _write_init(made, parts)
        made.__init__(self, *given, **named)

    return fill_first


def _bind(
    parts: Sequence[Field[object]], given: Sequence[object], named: Mapping[str, object]
) -> Mapping[str, object] | None:
    """What each field of a value is set to; None for a call that does not fit."""
    values = dict(zip((part.name for part in parts), given, strict=False))
    if len(given) > len(parts) or not values.keys().isdisjoint(named):
        return None
    values.update(named)
    for part in parts:
        if part.name not in values and part.default_factory is not MISSING:
            values[part.name] = part.default_factory()
        elif part.name not in values and part.default is not MISSING:
            values[part.name] = part.default
    return values if values.keys() == {part.name for part in parts} else None


def _write_init(made: Any, parts: Sequence[Field[object]]) -> Callable[..., None]:
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
    exec("\n".join((f"def __init__(self, {', '.join(parameters)}):", *lines)), known)  # noqa: S102 -- words of our own
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _make_eq(list_compared: Callable[[Any], object]) -> Callable[[object, object], bool]:
    def is_equal(self: object, other: object) -> bool:
        if other is self:
            return True
        return list_compared(self) == list_compared(other) if other.__class__ is self.__class__ else NotImplemented

    return is_equal


def _make_repr(names: Sequence[str]) -> Callable[[object], str]:
    def show(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return show


def _refuse(self: object, name: str, _: object = None) -> None:
    raise FrozenInstanceError(f"{name!r} of a frozen value cannot be changed")


def _set_all(self: object, names: Sequence[str], kept: Sequence[object]) -> None:
    for name, part in zip(names, kept, strict=True):
        object.__setattr__(self, name, part)
