"""The words for a status that a Statuses sheet lists, and what each counts as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from peerxl.model.sheet import Cell, Sheet
from peerxl.model.status import Status, Vocabulary, status_key
from peerxl.reading.own_sheets.records import SettingError, read_records, read_words, split_list

OPEN_WORDS = frozenset({"open", "no", "not done", "live", "active"})
CLOSED_WORDS = frozenset({"closed", "yes", "done", "complete", "completed"})


def read_vocabulary(sheet: Sheet, source: str, base: Vocabulary) -> Vocabulary:
    """The words of a Statuses sheet.

    One without an open word or without a closed one settles those it has beside another vocabulary's: no plan can do
    with them alone.
    """
    rows = tuple(read_records(sheet, "status"))
    settled = tuple(row for row in rows if "counts as" not in row or read_words(row, "counts as"))
    unsettled = tuple(read_words(row, "status") for row in rows if row not in settled)
    own = tuple(read_statuses(settled, source))
    if len({status.is_open for status in own}) == 2:
        return Vocabulary(own, unsettled)
    known = Vocabulary(own)
    others = tuple(status for status in base.statuses if known.find(status.word) is None)
    return Vocabulary((*others, *own), unsettled, is_partial=True)


def read_statuses(rows: Iterable[Mapping[str, Cell]], source: str) -> Iterator[Status]:
    taken: dict[str, Cell] = {}
    for record in rows:
        counts_as = read_words(record, "counts as").casefold()
        if counts_as not in OPEN_WORDS | CLOSED_WORDS:
            cell = record.get("counts as", record["status"])
            raise SettingError(source, cell, 'must be "Open" or "Closed" so that the status counts as one of them')
        for words in {
            status_key(words) for words in (read_words(record, "status"), *split_list(record, "also written as"))
        }:
            if words in taken:
                raise SettingError(
                    source, record["status"], f"shares a spelling with {taken[words].address}; keep it in one"
                )
            taken[words] = record["status"]
        yield Status(
            read_words(record, "status"),
            counts_as in OPEN_WORDS,
            read_words(record, "meaning"),
            split_list(record, "also written as"),
        )
