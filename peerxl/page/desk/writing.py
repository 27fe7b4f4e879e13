"""Files that are read where the page is not: what they advise is said in the command line's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from peerxl.advice import Voice, speaking
from peerxl.errors import PeerxlError

T = TypeVar("T")


def write_for_all(write: Callable[[], T]) -> T:
    """What comes of writing files in the command line's words; why they could not be is said in the page's."""
    try:
        with speaking(Voice.COMMAND):
            return write()
    except PeerxlError:
        # The same goes wrong again, and is said to whoever sits at the page.
        return write()
