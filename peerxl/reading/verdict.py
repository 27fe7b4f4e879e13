"""Is a table a tracker? It has a column of actions and, borne out by their cells, an owner, a date or a status.

A heading that says action needs one of the three; one that only says what is wrong, or that it describes something,
needs more, as a list of orders has a description, a status and a date too. A day that is plainly due weighs more than
any date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from peerxl.frozen import frozen
from peerxl.model.layout import KEPT, Field
from peerxl.model.sheet import column_letter
from peerxl.model.status import Vocabulary
from peerxl.reading.column_kinds import (
    MOSTLY,
    are_instructions,
    are_owners,
    are_refs,
    are_stages,
    are_statements,
    are_verdicts,
    begin_with_owners,
    count_months,
    tells_progress,
)
from peerxl.reading.dated_columns import is_due_day, is_plainly_due
from peerxl.reading.draft import Draft, of_field
from peerxl.reading.field_proposals import SENTENCE, propose_field
from peerxl.reading.heading_rules import DESCRIPTION_RANK
from peerxl.reading.heading_words import LISTED
from peerxl.reading.schedule import has_span, measures_progress
from peerxl.reading.standing import find_standing
from peerxl.reading.standing_sign import StandingSign, is_for_updates
from peerxl.reading.surroundings import Surroundings, is_done_dated, look_around
from peerxl.reading.told_statuses import tell_statuses

COMPANIONS = (Field.OWNER, Field.TIMESCALE, Field.STATUS)


NAMES = {Field.OWNER: "owner", Field.TIMESCALE: "date", Field.STATUS: "status"}


@frozen
class TrackerVerdict:
    """Whether a table is a tracker, and what speaks for or against it.

    ``present`` are the columns of use to a plan that it has, ``missing`` the fields a plan needs that it has not,
    ``candidates`` the columns that might hold its actions, ``standing`` why its rows are rules or things.
    """

    is_tracker: bool
    present: tuple[Draft, ...] = ()
    missing: tuple[Field, ...] = ()
    candidates: tuple[Draft, ...] = ()
    standing: StandingSign | None = None


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
        return TrackerVerdict(False, present, (Field.ACTION, *missing), list_candidates(drafts))
    if sheet.is_trusted:
        return TrackerVerdict(True, present, missing)
    if (standing := find_standing(drafts, sheet.is_called_rules)) is not None:
        return TrackerVerdict(False, present, missing, standing=standing)
    needed = needed_weight(action, drafts, sheet.lists_actions)
    if (
        Field.ACTION in chosen
    ):  # the column of that letter may stand on another sheet, in a list of words for drop-downs
        needed = FAR if action.profile.share_progress(vocabulary) >= 0.5 else 1.0
    if sheet.is_called_rules and not any(of_field(drafts, field) for field in (Field.TIMESCALE, Field.STATUS)):
        needed = max(needed, NEEDED_OF_RULES)
    is_planned = sheet.has_chart and not weights[Field.TIMESCALE] and action.reading.field is Field.ACTION
    is_reported = sheet.is_called_plan and action.reading.field is Field.ACTION and has_updates(drafts)
    hints = (
        is_planned or is_done_dated(drafts) or is_reported,
        measures_progress(drafts),
        tells_response(action, drafts),
        has_days_planned_and_actual(drafts),
        sheet.is_called_plan,
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


def has_days_planned_and_actual(drafts: Sequence[Draft]) -> bool:
    """Whether one column says when something is planned to be done, and another is there to say when it was."""
    is_planned = any(map(is_plainly_planned, of_field(drafts, Field.TIMESCALE)))
    return is_planned and any("actual" in draft.reading.key.split() for draft in of_field(drafts, Field.CLOSED))


def is_plainly_planned(draft: Draft) -> bool:
    return is_plainly_due(draft) or "proposed" in draft.reading.key.split()


def needed_weight(action: Draft, drafts: Sequence[Draft], lists_actions: bool = False) -> float:
    """How much must speak for a tracker, by how plainly its actions are headed and by what else it has columns for."""
    around = look_around(drafts)
    is_described = lists_actions and (action.reading.action_rank or 0) >= DESCRIPTION_RANK
    # The day on which something ends may be that of anything, but for what begins as well.
    least = 1.0 if has_span(drafts) else 1.5
    needed = max(least, needed_of_tasks(around)) if is_described else needed_beside(action, drafts, around)
    return min(1.0, needed) if around.is_schedule else needed


def needed_beside(action: Draft, drafts: Sequence[Draft], around: Surroundings) -> float:
    """How much must speak for a table with actions under a heading that says so, or under any other."""
    rank, is_told = action.reading.action_rank, are_instructions(action.profile)
    if action.reading.field is Field.ACTION or action.reading.is_task or any(map(is_set_aside, drafts)):
        # Cells that say what to do speak for themselves, whatever else the table has columns for.
        return min(needed_of_tasks(around), 2.0) if is_told else needed_of_tasks(around)
    if rank is not None:
        return 1.0 if around.is_assigned else needed_of_ranked(action, rank, around)
    if not is_told:  # no heading says so: owner, date and status must all be there, or two where it states something
        is_stated = are_statements(action.profile) and not around.foreign
        return 1.5 if is_stated else 3.0 if around.foreign <= 1 else FAR
    has_topic = any(draft.reading.is_topic for draft in drafts)
    needed = needed_of_tasks(around) if has_topic else needed_of_topics(around)
    return min(needed, MOST_NEEDED_OF_ORDERS)


def is_set_aside(draft: Draft) -> bool:
    """Whether a column is of actions, by its heading and its cells, and was left for what it has too few of."""
    is_headed = draft.reading.field is Field.ACTION and draft.field is Field.EXTRA and draft.profile.filled > 0
    return is_headed and propose_field(draft.reading, draft.profile) is Field.ACTION


def needed_of_ranked(action: Draft, rank: int, around: Surroundings) -> float:
    """How much must speak for a table whose heading only says what is wrong, or that it describes something."""
    if around.is_register and not action.profile.filled:  # a form that is to be filled in
        return 0.0
    if rank < DESCRIPTION_RANK:
        is_asked = action.reading.field is Field.RECOMMENDATION and not around.foreign and around.typical > 2
        return min(needed_of_topics(around), 1.0) if is_asked else needed_of_topics(around)
    if are_instructions(action.profile):
        return min(max(1.5, needed_of_topics(around)), needed_of_descriptions(around), MOST_NEEDED_OF_ORDERS)
    if not is_list_of_things(action, around):
        is_unbegun = not action.profile.filled and around.is_timed and not around.foreign
        return 1.0 if is_unbegun else needed_of_descriptions(around)
    return FAR if action.reading.key != "name" or around.foreign else needed_of_names(around)


def needed_of_names(around: Surroundings) -> float:
    """A list of names may be one of anything, but for who does each by when, and how far work on it has come."""
    return 2.0 if around.has_all and around.is_worked_on else ALL


def is_list_of_things(action: Draft, around: Surroundings) -> bool:
    """Whether descriptions are but names: "Project name" over no instruction, or any words without a statement."""
    cells = action.profile
    if not cells.filled or are_instructions(cells):
        return False
    is_of_things = not LISTED.isdisjoint(action.reading.key.split())
    is_typical = around.typical > 1 or (around.is_followed and around.typical > 0)
    return is_of_things or not (are_statements(cells) or is_typical)


NEEDED_OF_RULES = 2.0
"""What must speak for a plan under the name of a procedure, as who does what says nothing of it."""


MOST_NEEDED_OF_ORDERS = 2.5
"""What must speak for a list of what to do, whatever else it has columns for."""


ALL = 3.0
"""What an owner, were it by a weak heading, a date and words for progress weigh together."""


FAR = 99.0
"""More than any table can weigh."""


def needed_of_tasks(around: Surroundings) -> float:
    """What is to be done, by its heading: one of owner, date and status, and more among headings of other tables."""
    # Who is consulted about what, speaks at what time, does what how often: a tracker only with a date or a status.
    if around.is_matrix or around.is_programme:
        return 2.0
    if not around.foreign and around.typical > 1:
        return 0.5
    if around.foreign <= 1 + around.typical:
        return 1.0
    return 2.0 if around.foreign <= 3 + around.typical else 3.0


def needed_of_topics(around: Surroundings) -> float:
    """What is wrong, or might be ("Issue", "Risk"): more than one, but for what only trackers have columns for."""
    if around.is_register:
        return 1.0
    if around.typical >= 4 and around.foreign <= 1:
        return 1.0
    # A chance word of other tables says little among two of trackers.
    return (2.0 if around.foreign > around.typical // 2 else 1.5) + max(0, around.foreign - 1 - around.typical // 3)


def needed_of_descriptions(around: Surroundings) -> float:
    """A title or a description, which a list of anything has: two, an owner among them, and nothing of other tables."""
    if around.is_register:
        return 0.5
    if around.typical < 2:
        return FAR if around.foreign or not (around.has_owner or around.is_dated) else 2.0
    if around.typical >= 3 + around.foreign and around.foreign <= 1:
        return 1.5
    return 2.0 + max(0, around.foreign - 1 - around.typical // 3)


def weigh_companion(
    drafts: Sequence[Draft], field: Field, vocabulary: Vocabulary, chosen: Mapping[Field, int]
) -> float:
    """How much speaks for a field: 1 where cells bear its heading out, half where they are blank or it is weak."""
    if field in chosen:
        return 1.0
    fields = (field, Field.ORIGINAL_TIMESCALE) if field is Field.TIMESCALE else (field,)
    weights = [weigh_cells(draft, vocabulary) for draft in drafts if draft.field in fields]
    return max(weights, default=0.0)


def weigh_cells(draft: Draft, vocabulary: Vocabulary) -> float:
    if not draft.profile.filled:
        return 0.5
    # A heading alone proves little: “Owner” heads lists of houses too.
    bears_out = BORNE_OUT[draft.field](draft, vocabulary)
    return bears_out if not draft.reading.is_weak else bears_out / 2


Evidence = Callable[[Draft, Vocabulary], float]


def bears_status(draft: Draft, vocabulary: Vocabulary) -> float:
    """Words for how far something has come; a plain heading may have words of its own, as long as they are short."""
    if draft.profile.share_progress(vocabulary) >= 0.5:
        # Nothing but work is begun and finished; what was decided on a request says little of it.
        if tells_progress(draft.profile, vocabulary):
            return 1.5
        return 0.5 if are_verdicts(draft.profile) else 1.0
    is_told = tell_statuses(draft.profile.texts) or tells_progress(draft.profile, vocabulary)
    if draft.profile.are_percentages or is_told:
        return 1.0
    is_choice = draft.profile.is_short and (draft.profile.is_repeated or draft.profile.filled < 5)
    return 0.5 if is_choice and "status" in draft.reading.key else 0.0


def bears_owner(draft: Draft, vocabulary: Vocabulary) -> float:
    cells = draft.profile
    is_told = cells.mean_words > MOST_WORDS_OF_OWNERS and not begin_with_owners(cells)
    return 0.0 if cells.are_numbers or cells.are_dates or is_told else 1.0


MOST_WORDS_OF_OWNERS = 8
"""How many words a cell has at most on the average, where its heading alone says that it names who is to act."""


def bears_date(draft: Draft, vocabulary: Vocabulary) -> float:
    if draft.reading.is_bare_date:
        return 0.5
    # Things that are no actions have dates, and no day on which they are due.
    if is_due_day(draft):
        return 1.5
    if draft.profile.share_timescales >= 0.4 or count_months(draft.profile, draft.reading.key):
        return 1.0
    # Phrases that only hint at when ("Autumn 1", "In term 2"), and stages of a project, are half a date.
    return 0.5 if draft.profile.hints_when or are_stages(draft.profile) else 0.0


BORNE_OUT: Mapping[Field, Evidence] = {
    Field.OWNER: bears_owner,
    Field.STATUS: bears_status,
    Field.TIMESCALE: bears_date,
    Field.ORIGINAL_TIMESCALE: bears_date,
}


def list_candidates(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The columns that might hold actions: of words, without a use."""
    # A plan may head its actions “Notes”, which is read as comments: they come last.
    free = [draft for draft in drafts if draft.field in KEPT or (draft.field is Field.THEME and names_rows(draft))]
    free += [draft for draft in drafts if draft.field is Field.COMMENT]
    wordy = [draft for draft in free if draft.profile.is_wordy]
    worded = [
        draft for draft in free if draft.profile.texts and not (draft.profile.are_numbers or draft.profile.are_dates)
    ]
    # What each row is called may be a word or two, before who is to act and how far it has come.
    first = min((draft.column for draft in drafts if draft.field in COMPANIONS), default=0)
    called = [draft for draft in worded if draft not in wordy and draft.column < first and names_rows(draft)]
    others = [draft for draft in worded if draft not in called] if not wordy else of_field(wordy, Field.COMMENT)
    named = [*[draft for draft in wordy if draft.field is not Field.COMMENT], *called, *others]
    # Actions tell the rows apart, as parts of a plan that stand in several rows do not.
    return tuple(sorted(named, key=lambda draft: draft.profile.share_distinct < MOSTLY))


def names_rows(draft: Draft) -> bool:
    """Whether a column has words of its own in each row, and no refs."""
    return draft.profile.share_distinct == 1 and not are_refs(draft.profile) and not draft.profile.are_links


def describe_column(draft: Draft) -> str:
    """A column as a message names it: "C 'Home'"."""
    letter = column_letter(draft.column)
    return f"{letter} {draft.cell.text.strip()!r}" if draft.cell.text.strip() else letter
