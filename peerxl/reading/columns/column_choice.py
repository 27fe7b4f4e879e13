"""Of several columns that could be of one field, the one that is, and those that could as well have been."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from peerxl.language.timescales.lexicon import MONTHS
from peerxl.model.layout import KEPT, Field
from peerxl.model.status import Vocabulary
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOST, are_durations
from peerxl.reading.columns.dated_columns import is_current
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.owner_columns import helps, is_joint
from peerxl.reading.columns.ref_choice import find_codes, refers_to_others
from peerxl.reading.headings.key import strip_figures
from peerxl.reading.headings.quarter_names import QuarterName
from peerxl.reading.headings.words import split_words

_YEAR = compile_late(r"(?:19|20)\d\d")
Pairs = list[tuple[Draft, Draft]]
"""Columns that are read, each with another that could be."""
_FIGURES = compile_late(r"\d+")
AMBIGUOUS = frozenset({Field.REF, Field.STATUS, Field.COMMENT, Field.TIMESCALE, Field.OWNER, Field.ACTION})


def keep_one_of_each(
    drafts: list[Draft], vocabulary: Vocabulary, chosen: Mapping[Field, int]
) -> tuple[list[Draft], Pairs]:
    """One column a field (and quarter), and the rivals: columns that are as plainly of a field as the one kept.

    Of two the chosen is kept, else the one that is filled, else the plainer, else the first.
    """
    kept: dict[tuple[Field, QuarterName | None], Draft] = {}
    for draft in drafts:
        key = (draft.field, draft.quarter)
        kept[key] = choose_better(kept[key], draft, vocabulary, chosen) if key in kept else draft
    others = [draft for draft in drafts if draft is not kept[draft.field, draft.quarter]]
    # Of what is asked about, each is held against the one that is read in the end.
    asked = [draft for draft in others if draft.field in AMBIGUOUS and draft.field not in chosen]
    pairs = [(kept[draft.field, draft.quarter], draft) for draft in asked]
    chosen_drafts = list(kept.values())
    if Field.OWNER not in chosen and (owner := kept.get((Field.OWNER, None))):
        chosen_drafts += [draft for draft in others if is_joint(draft, owner)]
    return [
        draft if draft in chosen_drafts or draft.field in KEPT else replace(draft, field=Field.EXTRA)
        for draft in drafts
    ], [(best, other) for best, other in pairs if not (is_joint(other, best) or is_lesser(other, best))]


def list_beside(before: list[Draft], after: list[Draft], rivals: Pairs, chosen: Mapping[Field, int]) -> Pairs:
    """What names an owner, a date or a status and was plainly the lesser, with the column that is read for it.

    With owners also who only helps them.
    """
    told = [other for _, other in rivals]
    beside: Pairs = []
    for draft, left in zip(before, after, strict=True):
        field = Field.OWNER if helps(left) else draft.field
        is_left = left.field is Field.EXTRA and draft not in told and draft.profile.filled > 0
        best = next((each for each in of_field(after, field) if each.quarter == draft.quarter), None)
        if best is not None and is_left and field in ASKED and field not in chosen:
            beside.append((best, draft))
    return beside


ASKED = frozenset({Field.OWNER, Field.TIMESCALE, Field.STATUS})
"""What must not be left aside without a word."""


Superseded = tuple[tuple[int, tuple[int, ...]], ...]
"""Columns that are read, each with those that count where its cell is blank, the latest first."""
EARLIER = {Field.STATUS: Field.EARLIER_STATUS, Field.COMMENT: Field.EARLIER_COMMENT}


def split_months(drafts: list[Draft], chosen: Mapping[Field, int]) -> tuple[list[Draft], Superseded]:
    """The columns, with those of a quarter's earlier months or days ("Update Jan", "Update Feb") as the earlier ones.

    With the last of each quarter, which answers go to, and those that count where it is blank, the latest first.
    """
    groups: dict[tuple[Field, QuarterName | None], list[Draft]] = {}
    for draft in drafts:
        if draft.field in EARLIER and draft.field not in chosen and draft.quarter and draft.quarter.last_day:
            groups.setdefault((draft.field, draft.quarter), []).append(draft)
    earlier: dict[Draft, Draft] = {}
    for (field, _), group in groups.items():
        last = max(group, key=find_end)
        earlier |= {draft: replace(draft, field=EARLIER[field]) for draft in group if find_end(draft) < find_end(last)}
    superseded = tuple((max(group, key=find_end).column, list_before(group, earlier)) for group in groups.values())
    return [earlier.get(draft, draft) for draft in drafts], tuple(pair for pair in superseded if pair[1])


def split_sequences(drafts: list[Draft], chosen: Mapping[Field, int]) -> tuple[list[Draft], Superseded]:
    """The columns, with all but the last filled of several updates of one name as earlier ones: "6 month update".

    Their headings differ in what counts or names the times they are of, and no more; with the last of each, and those
    that count where it is blank, the latest first.
    """
    groups: dict[tuple[Field, str], list[Draft]] = {}
    for draft in drafts:
        if draft.field in EARLIER and draft.field not in chosen and draft.quarter is None and strip_times(draft):
            groups.setdefault((draft.field, strip_times(draft)), []).append(draft)
    earlier: dict[Draft, Draft] = {}
    superseded: list[tuple[int, tuple[int, ...]]] = []
    for (field, stem), group in groups.items():
        told = [draft for draft in sort_by_number(group) if draft.profile.filled]
        if len(told) < 2 or any(draft.reading.key == stem for draft in group):
            continue
        earlier |= {draft: replace(draft, field=EARLIER[field]) for draft in told[:-1]}
        superseded.append((told[-1].column, tuple(draft.column for draft in reversed(told[:-1]))))
    return [earlier.get(draft, draft) for draft in drafts], tuple(superseded)


def strip_times(draft: Draft) -> str:
    """A heading without what tells the time that it is of; none where the heading names no other time than this."""
    words = strip_figures(draft.reading.key).split()
    return " ".join(word for word in words if word not in TIMES)


TIMES = frozenset(MONTHS) | split_words("spring summer autumn winter term")


def sort_by_number(group: list[Draft]) -> list[Draft]:
    """Columns in the order of the numbers in their headings where each has one, else as they stand."""
    numbers = {draft: int(found[0]) for draft in group if (found := _FIGURES.search(draft.reading.key))}
    return sorted(group, key=lambda draft: numbers[draft]) if len(numbers) == len(group) else group


def list_before(group: list[Draft], earlier: Collection[Draft]) -> tuple[int, ...]:
    """The columns of earlier months, the latest first."""
    return tuple(draft.column for draft in sorted(group, key=find_end, reverse=True) if draft in earlier)


def is_lesser(other: Draft, best: Draft) -> bool:
    """Whether a rival is so plainly the lesser one that there is nothing to ask an officer about."""
    return (
        plainness(other) < 0 <= plainness(best)
        or (is_of_earlier_year(other, best) and 2 * best.profile.filled >= other.profile.filled)
        or (is_current(best) and not BEFORE.isdisjoint(other.reading.key.split()))
        or (best.field is Field.TIMESCALE and are_durations(other.profile))
        or (best.field is Field.REF and (refers_to_others(other, best) or find_codes(other, best) is best))
    )


BEFORE = frozenset("last previous prior earlier".split())


def is_of_earlier_year(other: Draft, best: Draft) -> bool:
    """Whether a heading is another's but for an earlier year: "Progress 2024" beside "Progress 2025"."""
    is_alike = strip_figures(other.reading.key) == strip_figures(best.reading.key)
    return is_alike and date.min < find_end(other) < find_end(best)


# Words that make a heading of a field the plainer one, and those that make it the less plain.
PLAINER: Mapping[Field, frozenset[str]] = {
    Field.OWNER: frozenset("action responsible assigned mitigation response task".split()),
    Field.STATUS: frozenset(["status"]),
    Field.REF: frozenset("reference id action".split()),
    Field.COMMENT: frozenset("comment update progress commentary position".split()),
    Field.ACTION: frozenset("agreed".split()),
    Field.TIMESCALE: frozenset("due deadline".split()),
}
LESS_PLAIN: Mapping[Field, frozenset[str]] = {
    Field.OWNER: frozenset(
        "risk project manager director accountable department directorate team resource program email".split()
    ),
    Field.STATUS: frozenset("complete completed closed done project stage state risk".split()),
    Field.REF: frozenset("serial row line code".split()),
    Field.COMMENT: frozenset("note remark information additional".split()),
    Field.ACTION: frozenset("plan proposed recommended further".split()),
    Field.TIMESCALE: frozenset(["milestone"]),
}


POLITICAL = frozenset("cabinet portfolio councillor cllr elected political".split())


def plainness(draft: Draft) -> int:
    """How plainly a heading says that its column is the one of its field; higher is plainer."""
    words = draft.reading.key.split()
    if draft.field is Field.OWNER and not POLITICAL.isdisjoint(words):  # officers answer for an action
        return -4
    if draft.reading.is_weak:  # "Highlight commentary" before "Outcome"
        return -3 if PLAINER.get(draft.field, frozenset()).isdisjoint(words) else -2
    if draft.field is Field.COMMENT and {"management", "comment"}.issubset(words):  # what was answered, and not done
        return -1
    if not LESS_PLAIN.get(draft.field, frozenset()).isdisjoint(words):
        return -1
    return 1 if not PLAINER.get(draft.field, frozenset()).isdisjoint(words) else 0


def choose_better(first: Draft, second: Draft, vocabulary: Vocabulary, chosen: Mapping[Field, int]) -> Draft:
    """The better of two columns of one field; the first where nothing tells them apart."""
    if second.column == chosen.get(first.field):
        return second
    if first.column == chosen.get(first.field):
        return first
    if (
        told := find_codes(first, second)
        or find_telling(first, second, vocabulary)
        or find_headed_comment(first, second)
    ):
        return told
    # A word is a plainer status than a percentage, also where nobody has given one yet.
    are_percentages = ("%" in first.reading.key, "%" in second.reading.key)
    if first.field is Field.STATUS and any(are_percentages) and not all(are_percentages):
        return second if are_percentages[0] else first
    # A column that few rows fill holds not what the table lists, nor when it is due, but where a date was revised.
    filled = (first.profile.filled, second.profile.filled)
    is_of_all = first.field is Field.ACTION or (first.field is Field.TIMESCALE and not is_revised(first, second))
    if is_of_all and 2 * min(filled) < max(filled):
        return first if filled[0] > filled[1] else second
    return second if rank_draft(second, vocabulary) > rank_draft(first, vocabulary) else first


def find_headed_comment(first: Draft, second: Draft) -> Draft | None:
    """Of two comments the one that is headed as such, where the other is headed as something else, such as a status.

    It must say something in half as many rows.
    """
    headed = [draft for draft in (first, second) if draft.reading.field is Field.COMMENT or draft.reading.is_update]
    if first.field is not Field.COMMENT or len(headed) != 1 or headed[0].reading.is_weak:
        return None
    other = second if headed[0] is first else first
    return headed[0] if 2 * headed[0].profile.filled >= other.profile.filled > 0 else None


def find_telling(first: Draft, second: Draft, vocabulary: Vocabulary) -> Draft | None:
    """Of two statuses the one whose words say how far each has come, where the other's do so in no row.

    "Status" over "Open" is it, and not "Current state" over "No policy".
    """
    if first.field is not Field.STATUS:
        return None
    shares = [draft.profile.share_progress(vocabulary) for draft in (first, second)]
    if min(shares) > 0 or max(shares) < MOST or not (first.profile.filled and second.profile.filled):
        return None
    return first if shares[0] > shares[1] else second


def is_revised(first: Draft, second: Draft) -> bool:
    """Whether one of two columns of dates says that it is the latest."""
    return is_current(first) or is_current(second)


def find_end(draft: Draft) -> date:
    """The last day of what a heading reports on: of its quarter, else of the last year it names."""
    if draft.quarter and draft.quarter.last_day:
        return draft.quarter.last_day
    years = [int(word) for word in draft.reading.key.split() if _YEAR.fullmatch(word)]
    return date(max(years), 12, 31) if years else date.min


def rank_draft(draft: Draft, vocabulary: Vocabulary) -> tuple[date, bool, bool, float, int, int]:
    """By what one column of a field is held against another: the later period, the newer, the filled, the plainer."""
    fits = {
        # A ref tells rows apart: of two columns the one with more different words is it.
        Field.REF: float(len(set(draft.profile.texts))),
        Field.STATUS: draft.profile.share_known(vocabulary),
        # A day is plainer than how long it may take, and either than what says nothing of when.
        Field.TIMESCALE: rank_times(draft) if draft.field is Field.TIMESCALE else 0.0,
    }
    is_newer = is_current(draft) and draft.field is not Field.REF
    number = find_number(draft) if draft.reading.is_update else 0
    fit = fits.get(draft.field, 0.0)
    return (find_end(draft), is_newer, bool(draft.profile.texts), fit, plainness(draft), number)


def rank_times(draft: Draft) -> float:
    """How plainly the cells of a column are days: 3 where half of them say when and hardly more, 2 where they say more.

    It is 0 where they say how long.
    """
    if are_durations(draft.profile):
        return 0.0
    if 2 * draft.profile.share_timescales < 1:
        return 1.0
    return 3.0 if draft.profile.mean_words <= LONGEST_TIME else 2.0


LONGEST_TIME = 8
"""How many words a cell has at most on the average that says when, and no more than that."""


def find_number(draft: Draft) -> int:
    """The number at the end of a heading, by which later updates have the higher: "Update 2"."""
    last = draft.reading.key[-1:]
    return int(last) if last.isdecimal() else 0
