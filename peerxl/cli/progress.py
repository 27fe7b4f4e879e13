"""How far a long run is, for whoever looks on: on a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


@contextmanager
def show_progress(unit: str) -> Iterator[Progress]:
    """A bar on standard error that goes away when the work is done."""
    if not sys.stderr.isatty():
        yield lambda done, number: None
        return
    from tqdm import tqdm

    with tqdm(unit=unit, leave=False) as bar:

        def progress(done: int, number: int) -> None:
            bar.total = number
            bar.update(done - bar.n)

        yield progress
