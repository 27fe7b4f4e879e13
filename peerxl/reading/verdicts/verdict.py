"""Is a table a tracker? It has a column of actions and, borne out by their cells, an owner, a date or a status.

A heading that says action needs one of the three; one that only says what is wrong, or that it describes something,
needs more, as a list of orders has a description, a status and a date too. A day that is plainly due weighs more than
any date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerxl.frozen import frozen
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import column_letter
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary, find_meaning
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import (
    MOST,
    MOSTLY,
    are_durations,
    are_instructions,
    are_owners,
    are_refs,
    are_ticks,
)
from peerxl.reading.cells.profile import FEW, ColumnProfile
from peerxl.reading.cells.told_statuses import begins_with_status, find_told
from peerxl.reading.cells.told_times import says_day
from peerxl.reading.cells.treatments import are_treatments
from peerxl.reading.columns.dated_columns import is_plainly_due
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.columns.field_proposals import SENTENCE
from peerxl.reading.columns.schedule import measures_progress
from peerxl.reading.columns.updates import OUTCOMES
from peerxl.reading.verdicts.cell_evidence import weigh_companion
from peerxl.reading.verdicts.needed_weight import FAR, NEEDED_OF_RULES, needed_weight
from peerxl.reading.verdicts.standing import find_standing
from peerxl.reading.verdicts.standing_sign import StandingSign, is_finding, is_for_updates
from peerxl.reading.verdicts.surroundings import is_done_dated

COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)
NAMES = {Field.OWNER: "owner", Field.TIMESCALE: "date", Field.STATUS: "status"}


@frozen
class TrackerVerdict:
    """Whether a table is a tracker, and what speaks for or against it.

    ``present`` are the columns of use to a plan that it has, ``missing`` the fields a plan needs that it has not,
    ``candidates`` the columns that might hold its actions, ``standing`` why its rows are rules or things, ``unread``
    the columns with cells that are of no use by their headings.
    """

    is_tracker: bool
    present: tuple[Draft, ...] = ()
    missing: tuple[Field, ...] = ()
    candidates: tuple[Draft, ...] = ()
    standing: StandingSign | None = None
    unread: tuple[Draft, ...] = ()


@frozen
class SheetHints:
    """What speaks of a table beside its columns: that somebody calls it a tracker, a chart, the name of its sheet."""

    is_trusted: bool = False
    has_chart: bool = False
    is_called_plan: bool = False
    is_called_rules: bool = False
    lists_actions: bool = False


NO_HINTS = SheetHints()


def judge(
    drafts: Sequence[Draft], vocabulary: Vocabulary, chosen: Mapping[Field, int], sheet: SheetHints = NO_HINTS
) -> TrackerVerdict:
    """Whether a table's columns make a tracker; that somebody says so stands for the evidence.

    A chart of when each is done beside plain actions is half a date, and so are the days on which they were done, and
    news of each in a sheet that is called a plan. How much of each is done, what was done on recommendations, columns
    for the planned and the actual day, and that the sheet is called a plan speak half as much. On a sheet whose name
    says that it lists actions, what describes its rows describes actions.
    """
    action = next(iter(of_field(drafts, Field.ACTION)), None)
    present = tuple(draft for draft in drafts if draft.field not in KEPT)
    weights = {field: weigh_companion(drafts, field, vocabulary, chosen) for field in COMPANIONS}
    missing = tuple(field for field, weight in weights.items() if not weight)
    if action is None:
        unread = tuple(draft for draft in drafts if draft.field in KEPT and draft.profile.filled)
        return TrackerVerdict(False, present, (Field.ACTION, *missing), list_candidates(drafts), unread=unread)
    if sheet.is_trusted:
        return TrackerVerdict(True, present, missing)
    is_listed = sheet.is_called_plan or sheet.lists_actions
    if (standing := find_standing(drafts, sheet.is_called_rules, is_listed)) is not None:
        return TrackerVerdict(False, present, missing, standing=standing)
    needed = needed_weight(action, drafts, is_listed)
    if (
        Field.ACTION in chosen
    ):  # the column of that letter may stand on another sheet, in a list of words for drop-downs
        needed = FAR if action.profile.share_progress(vocabulary) >= 0.5 else 1.0
    if sheet.is_called_rules and not says_when_or_how_far(drafts):
        needed = max(needed, NEEDED_OF_RULES)
    is_planned = sheet.has_chart and not weights[Field.TIMESCALE] and action.reading.field is Field.ACTION
    is_told = has_updates(drafts) or has_outcomes(drafts)
    is_reported = sheet.is_called_plan and action.reading.field is Field.ACTION and is_told
    hints = (
        is_planned or is_done_dated(drafts) or is_reported,
        measures_progress(drafts),
        tells_response(action, drafts),
        has_days_planned_and_actual(drafts),
        sheet.is_called_plan,
        follows_up(action, drafts),
    )
    borne_out = sum(weights.values())
    if names_who_acts(action, drafts):
        borne_out += 0.5
    # Hints add to what the cells bear out, and stand for none of it.
    is_enough = borne_out + sum(0.5 for hint in hints if hint and (borne_out or hint is hints[0])) >= needed
    # Who must act is no action, whatever its heading: another column holds what is to be done.
    is_of_people = action.reading.field is Field.ACTION and are_owners(action.profile) and Field.ACTION not in chosen
    candidates = list_candidates(drafts) if is_of_people else ()
    return TrackerVerdict(is_enough, present, missing, candidates)


def says_when_or_how_far(drafts: Sequence[Draft]) -> bool:
    """Whether a column is there for statuses or days that are due, which a procedure has not; or says when."""
    timed = of_field(drafts, Field.TIMESCALE)
    return any(of_field(drafts, Field.STATUS)) or any(draft.profile.filled or is_plainly_due(draft) for draft in timed)


def follows_up(action: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a table says how far each recommendation or issue has come, and has room for what is told of it.

    That is a column of its own for recommendations, or a status that goes on to tell: "Closed – the rail is mended".
    """
    statuses = of_field(drafts, Field.STATUS)
    is_recommended = action.reading.field is Field.RECOMMENDATION
    is_noted = is_recommended and any(statuses) and any(of_field(drafts, Field.COMMENT))
    return is_noted or ((is_recommended or is_finding(action)) and any(map(tells_statuses, statuses)))


def tells_statuses(draft: Draft) -> bool:
    """Whether most cells begin with a status and go on to tell of it, and some say more than that it is open."""
    cells = draft.profile
    told = [text for text in cells.texts if begins_with_status(text) and find_meaning(text) is None]
    is_ended = any(find_told(text, DEFAULT_VOCABULARY) is not None for text in told)
    return cells.filled >= FEW and len(told) >= MOST * cells.filled and is_ended


def tells_response(action: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what was done is told of each recommendation."""
    told = [draft for draft in of_field(drafts, Field.COMMENT) if "action" in draft.reading.key.split()]
    return action.reading.field is Field.RECOMMENDATION and any(draft.profile.filled for draft in told)


def names_who_acts(action: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the actions' heading asks who acts, or people stand beside what to do under a weak heading of theirs."""
    owners = of_field(drafts, Field.OWNER)
    if not owners:
        return "who" in action.reading.key.split()  # "Actions to be taken and by whom"
    is_proved = any(are_owners(draft.profile) for draft in owners) and are_instructions(action.profile)
    return is_proved and all(draft.reading.is_weak for draft in owners)


def has_updates(drafts: Sequence[Draft]) -> bool:
    """Whether a column headed as news of the actions tells some, in sentences."""
    told = [draft for draft in of_field(drafts, Field.COMMENT) if is_for_updates(draft)]
    return any(draft.profile.filled > 1 and draft.profile.mean_words >= SENTENCE for draft in told)


def has_outcomes(drafts: Sequence[Draft]) -> bool:
    """Whether a column tells what came of the actions: most cells name a day or begin with a status, and each may."""
    ended = [draft for draft in of_field(drafts, Field.COMMENT) if draft.reading.key in OUTCOMES]
    return any(map(tells_what_came, ended))


def tells_what_came(draft: Draft) -> bool:
    cells = draft.profile
    told = [text for text in cells.texts if _DAY.search(text) or says_day(text) or begins_with_status(text)]
    return len(told) >= MOST * cells.filled and cells.filled >= FEW


_DAY = compile_late(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b")


def has_days_planned_and_actual(drafts: Sequence[Draft]) -> bool:
    """Whether one column says when something is planned to be done, and another is there to say when it was."""
    is_planned = any(map(is_plainly_planned, of_field(drafts, Field.TIMESCALE)))
    return is_planned and any("actual" in draft.reading.key.split() for draft in of_field(drafts, Field.CLOSED))


def is_plainly_planned(draft: Draft) -> bool:
    return is_plainly_due(draft) or "proposed" in draft.reading.key.split()


def list_candidates(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The columns that might hold actions: of words, without a use."""
    # A plan may head its actions “Notes”, which is read as comments: they come last.
    free = [
        draft
        for draft in drafts
        if draft.field in KEPT or ((draft.field is Field.THEME or is_named_ref(draft)) and names_rows(draft))
    ]
    free += [draft for draft in drafts if draft.field is Field.COMMENT]
    wordy = [draft for draft in free if draft.profile.is_wordy]
    worded = [draft for draft in free if has_words(draft.profile)]
    # What each row is called may be a word or two, before who is to act and how far it has come.
    first = min((draft.column for draft in drafts if draft.field in COMPANIONS), default=0)
    called = [draft for draft in worded if draft not in wordy and draft.column < first and names_rows(draft)]
    others = [draft for draft in worded if draft not in called] if not wordy else of_field(wordy, Field.COMMENT)
    named = [*[draft for draft in wordy if draft.field is not Field.COMMENT], *called, *others]
    fullest = max((draft.profile.filled for draft in drafts if draft.field in COMPANIONS), default=0)
    is_told = any(2 * draft.profile.filled >= fullest for draft in named if not is_news(draft))

    def stands_over_rows(cells: ColumnProfile) -> bool:
        return cells.share_distinct < MOSTLY or (is_told and 2 * cells.filled < fullest)

    # Actions tell the rows apart, as parts of a plan that stand over several rows or in several of them do not.
    return tuple(sorted(named, key=lambda draft: stands_over_rows(draft.profile)))


def is_named_ref(draft: Draft) -> bool:
    """Whether what is taken for refs by its heading names things without a figure: "Dark mode" under "Item"."""
    return draft.field is Field.REF and not any(map(str.isdigit, "".join(draft.profile.texts)))


def is_news(draft: Draft) -> bool:
    """Whether a column is headed as news or remarks, and not as what came of each."""
    return draft.field is Field.COMMENT and not draft.reading.is_weak


def has_words(cells: ColumnProfile) -> bool:
    """Whether cells are words, and no numbers, dates, durations, ticks, levels of priority or ways to meet a risk."""
    is_amount = cells.are_numbers or cells.are_dates or are_durations(cells)
    is_other = is_amount or are_ticks(cells) or cells.has_levels or are_treatments(cells)
    return bool(cells.texts) and not is_other


def names_rows(draft: Draft) -> bool:
    """Whether a column has words of its own in each row, and no refs."""
    return draft.profile.share_distinct == 1 and not are_refs(draft.profile) and not draft.profile.are_links


def describe_column(draft: Draft) -> str:
    """A column as a message names it: "C 'Home'"."""
    letter = column_letter(draft.column)
    return f"{letter} {draft.cell.text.strip()!r}" if draft.cell.text.strip() else letter
