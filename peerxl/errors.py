"""What can go wrong in several rooms, a sentence each for the person who must mend it.

What can go wrong in one room stands there, with what raises it.
"""

from __future__ import annotations

from peerxl.advice import WRITE_COLUMN


class PeerxlError(Exception):
    """An operation that could not be done; its text is one sentence saying what and what to do."""


class MissingFileError(PeerxlError):
    """There is no such file."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: there is no such file; check the name and the folder.")


class UnreadableFileError(PeerxlError):
    """The system does not let the file be read."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: the file cannot be opened ({why}); close it elsewhere or ask for access to it.")


class MissingExtraError(PeerxlError):
    """A library that only some need, and that is not installed."""

    def __init__(self, wanted: str, extra: str) -> None:
        super().__init__(
            f"{wanted} needs a library more; in the folder that peerxl was installed from, install it with: "
            f'pip install ".[{extra}]"'
        )


class UnknownSheetError(PeerxlError):
    """A sheet was asked for that the workbook does not have."""

    def __init__(self, source: object, sheet: str, names: tuple[str, ...]) -> None:
        super().__init__(f"{source}: there is no sheet {sheet!r}; it has {', '.join(map(repr, names))}.")


class ColumnError(PeerxlError):
    """A --column that names no field or no column."""

    def __init__(self, text: object, why: str) -> None:
        super().__init__(f"{str(text)!r} {why}; {WRITE_COLUMN.words()}.")


class UnwritableCharacterError(PeerxlError):
    """A character that no workbook can hold."""

    def __init__(self, place: object, character: str) -> None:
        super().__init__(
            f"{place}: the text holds a character that Excel cannot (U+{ord(character):04X}); type the text anew."
        )
