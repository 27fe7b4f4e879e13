"""What can go wrong with an operation: one class a cause, each with one sentence for the person who must mend it."""

from __future__ import annotations


class PeerxlError(Exception):
    """An operation that could not be done; its text is one sentence saying what and what to do."""
