"""Puts other code into the functions of a loaded module, so that whoever holds one of them runs the new code."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import CO_OPTIMIZED, unwrap
from types import CodeType, FunctionType, ModuleType


def replace_functions(module: ModuleType, source: str) -> bool:
    """Give a module's functions the code that another source has for them.

    False where that is not all that differs: a constant, a class, a default, a decorator, or what is run on loading.
    """
    assert module.__file__
    with open(module.__file__, encoding="utf-8") as stream:
        before = compile(stream.read(), module.__file__, "exec", dont_inherit=True)
    after = compile(source, module.__file__, "exec", dont_inherit=True)
    changes = list_changes(before, after)
    functions = {function.__code__.co_qualname: function for function in list_functions(module)}
    if changes is None or not all(code.co_qualname in functions for code in changes):
        return False
    for code in changes:
        functions[code.co_qualname].__code__ = code
    return True


def list_changes(before: CodeType, after: CodeType) -> list[CodeType] | None:
    """The functions' code that differs between two modules or classes; None where anything else does."""
    if (before.co_code, before.co_names, len(before.co_consts)) != (
        after.co_code,
        after.co_names,
        len(after.co_consts),
    ):
        return None
    changes: list[CodeType] = []
    for old, new in zip(before.co_consts, after.co_consts, strict=True):
        if isinstance(old, CodeType) and isinstance(new, CodeType) and old.co_name == new.co_name:
            if is_function(old):
                changes += [new] if old != new else []
            else:
                within = list_changes(old, new)
                if within is None:
                    return None
                changes += within
        elif (type(old), old) != (type(new), new):
            return None
    return changes


def is_function(code: CodeType) -> bool:
    """Whether code is a function's, and not a class's, which runs on loading."""
    return bool(code.co_flags & CO_OPTIMIZED)


def list_functions(module: ModuleType) -> Iterator[FunctionType]:
    """The functions that a module and its classes define, without what is wrapped around them."""
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    for owner in (module, *(value for value in classes if value.__module__ == module.__name__)):
        for value in vars(owner).values():
            function = unwrap(getattr(value, "fget", None) or getattr(value, "__func__", None) or value)
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                yield function
