"""What can go wrong with an operation: one class a cause, each with one sentence for the person who must mend it."""

from __future__ import annotations

from collections.abc import Iterable

from peerxl.advice import EARLIER_DAY, LATER_REPLY, PUBLISH_PERSONAL, SAY_QUARTER, WRITE_COLUMN


class PeerxlError(Exception):
    """An operation that could not be done; its text is one sentence saying what and what to do."""


class MissingFileError(PeerxlError):
    """There is no such file."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: there is no such file; check the name and the folder.")


class NotAFileError(PeerxlError):
    """A folder, a pipe or a device where a workbook was expected."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(f"{path}: this is a {kind}, not a workbook; name the workbook itself.")


class UnreadableFileError(PeerxlError):
    """The system does not let the file be read."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: the file cannot be opened ({why}); close it elsewhere or ask for access to it.")


class NotAWorkbookError(PeerxlError):
    """The file is no workbook, whatever its name says."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: this is not an Excel workbook ({why}); open it in Excel and save it as .xlsx.")


class OldWorkbookError(PeerxlError):
    """A workbook in the format of before 2007 under a new name."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this is an Excel 97-2003 workbook under another name; open it in Excel and save it as .xlsx."
        )


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


class FarCellError(PeerxlError):
    """A cell so far from the table that the sheet between them cannot be held."""

    def __init__(self, path: object, address: str) -> None:
        super().__init__(
            f"{path}: a sheet has something in it as far out as {address}, far from any table; "
            "clear the cells out there and save."
        )


class NoReturnsError(PeerxlError):
    """A folder of returned forms in which there is no workbook."""

    def __init__(self, folders: str) -> None:
        super().__init__(f"{folders}: there is no workbook to collect; save the forms that came back there.")


class OutputIsMasterError(PeerxlError):
    """An output that would take the place of the workbook it is made from."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: this is the plan itself, which is never overwritten; give the output another name.")


class OutputIsInputError(PeerxlError):
    """An output that would take the place of another file that is read: the settings, a form, last year's plan."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: this file is read too, and what is read is never overwritten; give the output another name."
        )


class LayoutUnknownError(PeerxlError):
    """A layout of the appendix that there is not."""

    def __init__(self, layout: object, layouts: Iterable[str]) -> None:
        super().__init__(f"{layout!r} is no layout of the appendix; use one of {', '.join(layouts)}.")


class OutputNameError(PeerxlError):
    """An output whose name says that it is not a workbook."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: what is written is an Excel workbook; give it a name that ends in .xlsx.")


class PaperNameError(PeerxlError):
    """A paper whose name has the ending of no form that papers are made in."""

    def __init__(self, path: object, endings: Iterable[str]) -> None:
        *first, last = endings
        super().__init__(
            f"{path}: the ending says what is written; give it a name that ends in {', '.join(first)} or {last}."
        )


class MissingExtraError(PeerxlError):
    """A library that only some need, and that is not installed."""

    def __init__(self, wanted: str, extra: str) -> None:
        super().__init__(f'{wanted} needs a library more; install it with: pip install "peerxl[{extra}]"')


class UnusedTemplateError(PeerxlError):
    """A Word template, and no Word document to be written in it."""

    def __init__(self, template: object) -> None:
        super().__init__(f"{template}: a template is for a Word document; name one that ends in .docx with -o.")


class MergedPaperError(PeerxlError):
    """Merged cells asked for where there are none."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: only a workbook can have merged cells; leave out --merged, or write an .xlsx alone.")


class TemplateError(PeerxlError):
    """A Word template that a paper cannot be written into."""

    def __init__(self, template: object, why: str) -> None:
        super().__init__(f"{template}: the template cannot be used: {why}.")


class NotInFontsError(PeerxlError):
    """A character that the fonts of a PDF have no way to show."""

    def __init__(self, holder: object, character: str, name: str) -> None:
        called = f" ({name})" if name else ""
        super().__init__(
            f"{holder}: the fonts of a PDF have no way to show {character!r}{called}; put it in words, or publish the "
            "paper as .docx or .html."
        )


class SamePaperError(PeerxlError):
    """One name for two papers that are written together."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: this name was given twice; give each paper its own.")


class OutputEndingError(PeerxlError):
    """A copy of a workbook under a name that says it is another kind."""

    def __init__(self, path: object, ending: str) -> None:
        super().__init__(
            f"{path}: the copy is a workbook of the plan's own kind; give it a name that ends in {ending}."
        )


class SameOutputError(PeerxlError):
    """One name for two files that are written together."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: two files cannot have one name; give the report or the merged plan another.")


class ReplyDayError(PeerxlError):
    """A day to reply by that is past."""

    def __init__(self, day: object, today: object) -> None:
        super().__init__(f"{day}: nobody can reply by then, as today is {today}; {LATER_REPLY.words()}.")


class CalendarEndError(PeerxlError):
    """The days to reply that the settings give end after the last day there is."""

    def __init__(self, days: int, today: object) -> None:
        super().__init__(f"{days} days from {today} is past the end of the calendar; {EARLIER_DAY.words()}.")


class SettingError(PeerxlError):
    """A cell of the Owners, Statuses or Settings sheet that cannot be read."""

    def __init__(self, source: object, cell: object, what: str) -> None:
        super().__init__(f"{source}!{cell}: {getattr(cell, 'text', '')!r} {what}.")


class NoTrackerError(PeerxlError):
    """No sheet is a tracker; the sentence says which comes nearest, what it lacks and what would settle it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class NoActionsError(PeerxlError):
    """A tracker without an action, of which nothing can be asked or published."""

    def __init__(self, source: object) -> None:
        super().__init__(f"{source}: the plan has no action yet; write the first one under its headings.")


class UnknownSheetError(PeerxlError):
    """A sheet was asked for that the workbook does not have."""

    def __init__(self, source: object, sheet: str, names: tuple[str, ...]) -> None:
        super().__init__(f"{source}: there is no sheet {sheet!r}; it has {', '.join(map(repr, names))}.")


class QuarterUnreadableError(PeerxlError):
    """A quarter that reads as nothing."""

    def __init__(self, text: object) -> None:
        super().__init__(f'{str(text)!r} is no quarter; write it as "Q3 2023/24".')


class NoQuarterError(PeerxlError):
    """Neither an option, nor the Settings sheet, nor the title says which quarter is reported."""

    def __init__(self, source: object) -> None:
        super().__init__(
            f"{source}: nothing says which quarter this is; {SAY_QUARTER.words(quarter='Q3 2023/24')} "
            "or a Settings sheet with it."
        )


class ColumnError(PeerxlError):
    """A --column that names no field or no column."""

    def __init__(self, text: object, why: str) -> None:
        super().__init__(f"{str(text)!r} {why}; {WRITE_COLUMN.words()}.")


class NoSuchColumnError(PeerxlError):
    """A --column beyond the last column of the plan."""

    def __init__(self, text: object, last: str) -> None:
        super().__init__(f"{str(text)!r} is a column the plan does not have; name one up to {last}.")


class SheetNameError(PeerxlError):
    """A sheet's name that Excel does not take."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"A sheet cannot be called {name!r}: {why}; choose another name.")


class HeadingError(PeerxlError):
    """A table's heading that Excel does not take."""

    def __init__(self, place: object, heading: str, why: str) -> None:
        super().__init__(f"{place}: a column cannot be headed {heading!r}: {why}; change the heading.")


class TextTooLongError(PeerxlError):
    """More text than Excel holds in a cell."""

    def __init__(self, place: object, length: int, limit: int) -> None:
        super().__init__(f"{place}: the text has {length:,} characters and Excel holds {limit:,}; shorten it.")


class UnwritableCharacterError(PeerxlError):
    """A character that no workbook can hold."""

    def __init__(self, place: object, character: str) -> None:
        super().__init__(
            f"{place}: the text holds a character that Excel cannot (U+{ord(character):04X}); type the text anew."
        )


class NotWrittenError(PeerxlError):
    """Something Excel has no room for, such as more rows than a sheet has."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place}: this does not fit in an Excel sheet; split the plan.")


class OutputExistsError(PeerxlError):
    """A file is in the way of one to be written, and says something else."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: there is a different file of this name already, so nothing was written; "
            "move it away, or add --force to replace it."
        )


class NotSavedError(PeerxlError):
    """The system did not let a file be written; what was there is as it was."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: not saved ({why}); close the file elsewhere, or choose another folder.")


class DuplicatePartError(UnsafeWorkbookError):
    """Two parts of a workbook have one name, and readers differ on which of them counts."""

    def __init__(self, path: object, part: str) -> None:
        super().__init__(path, f"it has two parts called {part!r}")


class EntityError(UnsafeWorkbookError):
    """A part declares a document type or entities of its own, which no spreadsheet program does."""

    def __init__(self, path: object, part: str) -> None:
        super().__init__(path, f"its part {part!r} declares entities of its own")


class SignedWorkbookError(PeerxlError):
    """A digital signature would no longer hold after any change."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the workbook is digitally signed and a change would break the signature; "
            "remove the signature in Excel (File, Info, View Signatures) or write into an unsigned copy."
        )


class BinaryWorkbookError(PeerxlError):
    """A workbook in one of Excel's binary formats, which are read and never written."""

    def __init__(self, path: object, kind: str) -> None:
        super().__init__(
            f"{path}: cells cannot be written into an Excel {kind} workbook; open it in Excel and save it as .xlsx."
        )


class NoCellsError(PeerxlError):
    """A sheet that is a chart, a dialog or old macros, and has no cells for text."""

    def __init__(self, source: object, sheet: str, kind: str) -> None:
        super().__init__(f"{source}!{sheet}: this is a {kind} and has no cells to write to; name a worksheet.")


class CellAddressError(PeerxlError):
    """Something that names no cell of a sheet."""

    def __init__(self, source: object, sheet: str, address: object) -> None:
        super().__init__(f'{source}!{sheet}: {str(address)!r} names no cell; write it as "E9", up to XFD1048576.')


class NotCellValueError(PeerxlError):
    """Something to be written that is no value of a cell's."""

    def __init__(self, place: object, value: object) -> None:
        super().__init__(
            f"{place}: a cell cannot hold {value!r}; give text, a number, a day, true or false, or None to empty it."
        )


class UnwritableValueError(PeerxlError):
    """A number or a day that a cell does not hold as it is."""

    def __init__(self, place: object, value: object, why: str) -> None:
        super().__init__(f"{place}: a cell cannot hold {value}, because {why}; write it as text.")


class StaleCellError(PeerxlError):
    """A cell that is to be put back as it was, and whose XML would be another cell now."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: the cell cannot be put back as it was, because {why}; write its value instead.")


class TwoValuesError(PeerxlError):
    """One cell was given two different values, by two names of it or by two cells of its merged block."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place}: the cell was given two different values; name it once, a merged block by one cell.")


class FormulaCellError(PeerxlError):
    """A formula stands where text was to be written."""

    def __init__(self, place: object, why: str = "the cell holds a formula") -> None:
        super().__init__(f"{place}: {why}, so nothing was written; remove the formula in Excel or name another cell.")


class LockedCellError(PeerxlError):
    """A locked cell on a protected sheet."""

    def __init__(self, place: object) -> None:
        super().__init__(
            f"{place}: the cell is locked and its sheet protected; unlock it in Excel (Review, Unprotect Sheet) "
            "or name another cell."
        )


class ColumnsNotAddedError(PeerxlError):
    """A sheet that new columns cannot be put into; ``why`` completes "because …"."""

    def __init__(self, place: object, why: str) -> None:
        super().__init__(f"{place}: no columns can be added there because {why}; add them in Excel.")


class TableHeadingError(PeerxlError):
    """A table's heading, which the table's own definition repeats and must agree with."""

    def __init__(self, place: object, table: str) -> None:
        super().__init__(f"{place}: the cell is a heading of the table {table!r}; change it in Excel.")


class TableTotalError(PeerxlError):
    """The label of a table's total row, which the table's own definition repeats and must agree with."""

    def __init__(self, place: object, table: str) -> None:
        super().__init__(f"{place}: the cell labels the total row of the table {table!r}; change it in Excel.")


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


class MasterChangedError(PeerxlError):
    """The master is not the one that was read."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the workbook was changed since it was read, so nothing was written; start again.")


class LinkedMasterError(PeerxlError):
    """The master's file has another name, which would go on to lead to the plan as it was."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the file has a second name elsewhere (a hard link), which would keep the plan as it was, so "
            "nothing was written; make a copy of the file, put it in this one's place and start again."
        )


class MasterReadOnlyError(PeerxlError):
    """The master is marked as not to be changed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the workbook is read-only, so nothing was written; let it be changed (in its properties) and "
            "start again."
        )


class MasterBusyError(PeerxlError):
    """Another run is at work in the master's folder."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: another run is at work in its folder, so nothing was written; start again when it is done."
        )


class MasterOpenError(PeerxlError):
    """Somebody has the master open."""

    def __init__(self, path: object, mark: str) -> None:
        super().__init__(
            f"{path}: somebody has the workbook open ({mark!r} lies beside it), so nothing was written; close it, "
            f"or delete {mark!r} where nobody has."
        )


class PersonalDataError(PeerxlError):
    """A paper would publish personal data."""

    def __init__(self, path: object, places: Iterable[object]) -> None:
        super().__init__(
            f"{path}: the paper would publish personal data: {', '.join(map(str, places))}; "
            f"take it out, or {PUBLISH_PERSONAL.words()}."
        )


class UnexplainedStatusError(PeerxlError):
    """A paper would show a status of which nothing says what it means."""

    def __init__(self, path: object, words: Iterable[str], cells: Iterable[object]) -> None:
        super().__init__(
            f"{path}: nothing says what {', '.join(words)} means, in {', '.join(map(str, cells))}; "
            "use a word of the plan, or say on a Statuses sheet what each counts as."
        )


class NoEarlierQuarterError(PeerxlError):
    """A plan has nothing to be held against: it reports on one quarter alone."""

    def __init__(self, path: object, quarter: object) -> None:
        super().__init__(
            f"{path}: the plan has no columns of a quarter before {quarter}, so nothing says what moved; "
            "name last quarter's file before it."
        )


class QuarterOrderError(PeerxlError):
    """What is to be the earlier quarter is not before the later one."""

    def __init__(self, path: object, since: object, quarter: object) -> None:
        super().__init__(
            f"{path}: {since} is not before {quarter}; name the older file first, or say the quarters with --since "
            "and --quarter."
        )


class NothingToSayError(PeerxlError):
    """A paper of sheets none of which has anything to say."""

    def __init__(self, path: object, sheets: Iterable[str]) -> None:
        super().__init__(
            f"{path}: there is nothing to say in {', '.join(sheets)}, so no paper was written; ask for others too, "
            "as --sheets summary,actions."
        )


class AppendixColumnError(PeerxlError):
    """The settings name a column for the appendix that there is not."""

    def __init__(self, path: object, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"{path}: the setting Appendix columns names {name!r}, which is no column; name on the Settings sheet "
            f"some of {', '.join(known)}."
        )
