"""What can be wrong with a workbook wherever it is read or written, a sentence each."""

from __future__ import annotations

from peerxl.errors import PeerxlError


class NotAWorkbookError(PeerxlError):
    """The file is no workbook, whatever its name says."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: this is not an Excel workbook ({why}); open it in Excel and save it as .xlsx.")


class EncryptedWorkbookError(PeerxlError):
    """The workbook needs a password to open."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the workbook is protected by a password; remove it in Excel (File, Info, Protect Workbook) "
            "and save."
        )


class UnsafeWorkbookError(PeerxlError):
    """The workbook is built in a way that only damaged or harmful files are."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: not opened, because {why}; open it in Excel and save it again as .xlsx.")


class ColumnsNotAddedError(PeerxlError):
    """A sheet that new columns cannot be put into; ``why`` completes "because …"."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: no columns can be added there because {why}; add them in Excel.")


class OddSheetError(PeerxlError):
    """A sheet built so that a cell cannot be changed without a risk to the rest."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: nothing was written, because {why}; open the workbook in Excel and save it.")


class NotReadBackError(PeerxlError):
    """What was written did not read back as promised, so it was thrown away."""

    def __init__(self, place: object) -> None:
        super().__init__(
            f"{place}: what was written did not read back as promised, so the workbook was left as it was; "
            "open it in Excel, save it, and try again."
        )
