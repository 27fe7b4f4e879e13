"""Regular expressions that are compiled when they are first used: most plans need few of those that are known.

To compile one takes some hundred times as long as to use it once, and is a good part of what a short run costs.
"""

from __future__ import annotations

import re
from typing import AnyStr, cast

METHODS = "match fullmatch search sub subn split findall finditer".split()


class LatePattern:
    """What a compiled expression is to those who use it: its methods, there from the first use of one."""

    def __init__(self, regex: str | bytes, flags: int) -> None:
        self._regex = regex
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._regex, self._flags)
        # They are found without this function from now on.
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def compile_late(regex: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled when it is first used, and says only then that it is none."""
    return cast("re.Pattern[AnyStr]", LatePattern(regex, flags))
