"""What the cells of a column are together, whatever its heading says: instructions, refs, quantities, statuses."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from peerxl.language.owners import is_plainly_owner, may_be_owner
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary, find_meaning, says_nothing
from peerxl.pattern import compile_late
from peerxl.reading.cells.cell_kinds import (
    is_ahead,
    is_clock_time,
    is_code,
    is_contact,
    is_count,
    is_month_of_project,
    is_permission,
    is_role,
    is_section,
    is_underway,
    is_verdict,
    is_yes_or_no,
    says_what_happened,
    says_what_to_do,
    takes_a_stance,
    undertakes,
)
from peerxl.reading.cells.profile import FEW, ColumnProfile, is_progress

HIGHEST_SCORE = 25
"""The most that five by five make, as impact by likelihood; a higher number measures something else."""
YEARS = range(1990, 2101)
MOST = 0.6
"""The share of a column's cells that speaks for them all."""


def are_instructions(cells: ColumnProfile) -> bool:
    """Whether most cells say what to do, by how they begin."""
    told = [text for text in cells.texts if says_what_to_do(text)]
    return bool(told) and len(told) >= MOST * cells.filled


def are_statements(cells: ColumnProfile) -> bool:
    """Whether the cells say something of what they name, or tell what to do, as names of things do not."""
    return cells.mean_words >= 3.5 or are_instructions(cells)


def are_refs(cells: ColumnProfile) -> bool:
    """Whether the cells tell rows apart and are nothing else: numbers that count, sections, codes with a figure."""
    if cells.filled < FEW or len(set(cells.texts)) < cells.filled or cells.are_dates:
        return False
    numbers = cells.counted
    if len(numbers) == cells.filled and all(after - before == 1 for before, after in pairwise(numbers)):
        return True
    if cells.are_numbers:
        return all(map(is_section, cells.texts)) and list(numbers) == sorted(numbers)
    return all(map(is_code, cells.texts))


def are_coded_alike(cells: ColumnProfile) -> bool:
    """Whether even two cells are refs beyond doubt: other codes of one form, letters and figures: "RSK-2026-0019"."""
    are_codes = all(is_code(text) and _SERIES.match(text) for text in cells.texts)
    forms = {_FIGURES.sub("9", text) for text in cells.texts}
    return cells.filled > 1 and are_codes and len(forms) == 1 and cells.share_distinct == 1 and not cells.are_dates


_SERIES, _FIGURES = compile_late(r"[A-Z]{1,6}[-/_ .]?(?:[A-Z]{1,6}[-/_ .])?\d"), compile_late(r"\d+")


def are_owners(cells: ColumnProfile) -> bool:
    """Whether the cells name who is to act: most a known first name, a post or a body, and the rest like them."""
    if cells.filled < FEW or cells.are_dates or cells.are_numbers or cells.mean_words > MOST_OWNER_WORDS:
        return False
    named = [text for text in cells.texts if is_plainly_owner(text)]
    alike = [text for text in cells.texts if may_be_named(text)]
    # Names that nobody can know stand among others that are known.
    are_alike = len(alike) >= MOSTLY * cells.filled and 3 * len(named) >= cells.filled
    others = [text for text in cells.texts if any(map(str.isdigit, text)) or not text[:1].isupper()]
    return are_alike or (len(named) >= MOST * cells.filled and len(others) <= (1 - MOST) * cells.filled)


MOSTLY = 0.8
"""The share of cells that are like those that are sure."""


MOST_OWNER_WORDS = 5


def are_persons(cells: ColumnProfile) -> bool:
    """Whether most cells are no more than who acts, whatever a few go on to say: initials, names, posts, several."""
    if are_instructions(cells):
        return False
    parts = [list(filter(None, _SEVERAL.split(text))) for text in cells.texts]
    named = [each for each in parts if each and all(is_initials(part) or is_plainly_owner(part) for part in each)]
    alike = [each for each in parts if each and all(is_initials(part) or may_be_named(part) for part in each)]
    are_alike = len(alike) >= MOSTLY * cells.filled and 3 * len(named) >= cells.filled
    return cells.filled > 1 and (are_alike or len(named) >= MOST * cells.filled)


def may_be_named(text: str) -> bool:
    """Whether a text could name who acts, as others do that are known: with a capital, and without a figure."""
    return text[:1].isupper() and not any(map(str.isdigit, text)) and may_be_owner(text)


_SEVERAL = compile_late(r"\s*(?:[/,;&+\n]|\band\b)\s*")


def is_initials(text: str) -> bool:
    return text.isalpha() and text.isupper() and 1 < len(text) <= MOST_INITIALS


def begin_with_owners(cells: ColumnProfile) -> bool:
    """Whether most cells begin with a person, a post or a body, whatever they say of it or of others after that."""
    named = [text for text in cells.texts if is_plainly_owner(text)]
    return len(named) >= MOST * cells.filled > 0 and not are_instructions(cells)


def are_signatures(cells: ColumnProfile) -> bool:
    """Whether the cells say who signed: initials or names, and no word for how far something has come."""
    initials = [text for text in cells.texts if is_initials(text)]
    are_words = cells.share_progress(DEFAULT_VOCABULARY) >= 0.5
    return not are_words and (len(initials) >= MOST * cells.filled > 0 or are_owners(cells))


MOST_INITIALS = 4
_DEMAND = compile_late(r"\b(?:must|should|shall|needs? to|ought|is required to|are required to)\b", re.IGNORECASE)


def are_demands(cells: ColumnProfile) -> bool:
    """Whether the cells say what somebody must or should do, as those say who inspect: "The trust must ensure …"."""
    demands = [text for text in cells.texts if _DEMAND.search(text)]
    return cells.filled > 1 and len(demands) >= MOST * cells.filled and cells.mean_words >= 5


def tell_what_happened(cells: ColumnProfile) -> bool:
    """Whether the cells are sentences of what was done or how things are."""
    told = [text for text in cells.texts if says_what_happened(text)]
    is_told = cells.filled >= FEW and len(told) >= MOST * cells.filled
    return is_told and cells.mean_words >= 3.5 and not are_instructions(cells)


def are_answers(cells: ColumnProfile) -> bool:
    """Whether nearly all cells accept or reject what stands beside them, and under half say what is done about it."""
    taken = [text for text in cells.texts if takes_a_stance(text)]
    undertaken = [text for text in cells.texts if undertakes(text)]
    is_stated = cells.filled >= FEW and len(taken) >= MOSTLY * cells.filled
    return is_stated and 2 * len(undertaken) < cells.filled


def are_ticks(cells: ColumnProfile) -> bool:
    """Whether the cells only tick or cross."""
    return cells.filled > 0 and all(map(is_yes_or_no, cells.texts))


def are_permissions(cells: ColumnProfile) -> bool:
    """Whether nearly all cells say who may do something, or how much of it: "Yes", "Yes, as author", "Read only".

    Or all do so in letters, of which one stands alone as no initials do: "R", "RW" and "A/R".
    """
    told = [text for text in cells.texts if not says_nothing(text)]
    permitted = list(filter(is_permission, told))
    are_roles = len(told) >= FEW and all(map(is_role, told)) and any(len(text) == 1 for text in told)
    return are_roles or (len(permitted) > 1 and len(permitted) >= MOSTLY * len(told))


def are_names_again(cells: ColumnProfile) -> bool:
    """Whether the cells are words without a figure, some of them more than once, and so tell no row from another."""
    is_again = cells.filled >= FEW and len(set(cells.texts)) < cells.filled
    return is_again and not any(character.isdigit() for text in cells.texts for character in text)


def are_phrases(cells: ColumnProfile) -> bool:
    """Whether most cells are several words without a figure, which say what a row is and do not number it."""
    phrases = [text for text in cells.texts if len(text.split()) > 1 and not any(map(str.isdigit, text))]
    return cells.filled >= FEW and len(phrases) >= MOST * cells.filled


def are_groups(cells: ColumnProfile, rows: int) -> bool:
    """Whether the cells name groups of rows, each written once or in a run of its own: half as many as rows at most."""
    names = set(cells.texts)
    runs = [len(list(run)) for _, run in groupby(cells.texts)]
    # A run of one among others of more may be chance.
    are_even = cells.filled == len(names) or min(runs, default=0) > 1
    are_lists = any(";" in text for text in cells.texts)
    are_words = not (cells.are_dates or cells.are_numbers or cells.has_levels or are_lists)
    return 2 <= len(names) == len(runs) <= rows / 2 and are_even and are_words


def are_foreign(cells: ColumnProfile) -> bool:
    """Whether the cells are what trackers seldom hold: quantities, times of day, addresses of mail, telephones."""
    contacts = [text for text in cells.texts if is_contact(text)]
    are_contacts = bool(contacts) and len(contacts) >= MOST * cells.filled
    return are_contacts or are_times_of_day(cells) or are_quantities(cells)


def are_times_of_day(cells: ColumnProfile) -> bool:
    times = [text for text in cells.texts if is_clock_time(text)]
    return bool(times) and len(times) >= MOST * cells.filled


def are_quantities(cells: ColumnProfile) -> bool:
    """Whether the cells measure something: numbers that are no count of the rows, score, percentage or year."""
    if not cells.are_numbers or cells.are_percentages or cells.are_dates or are_refs(cells):
        return False
    numbers = [value for value in cells.values if isinstance(value, int | float) and value not in YEARS]
    return any(number > HIGHEST_SCORE or number != int(number) for number in numbers)


def are_hundredths(cells: ColumnProfile) -> bool:
    """Whether the cells are numbers from 0 to 100, which a heading with a per cent sign makes a percentage."""
    numbers = [value for value in cells.values if isinstance(value, int | float)]
    return cells.are_percentages or (len(numbers) == cells.filled and all(0 <= number <= 100 for number in numbers))


def tells_progress(cells: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether the cells say how far something has come, some of them that it is open and some that it is closed."""
    statuses = [status for text in cells.texts if (status := vocabulary.find(text) or find_meaning(text)) is not None]
    told = [text for text in cells.texts if is_progress(text, vocabulary) or is_ahead(text)]
    is_choice = cells.filled >= FEW and len(told) >= 0.8 * cells.filled
    are_open = {status.is_open for status in statuses} | {
        True for text in cells.texts if is_underway(text) or is_ahead(text)
    }
    return is_choice and len(are_open) == 2


def are_identifiers(cells: ColumnProfile) -> bool:
    """Whether the cells are names that programs give: a word of small letters each, some with a stroke in them."""
    are_words = all(len(text.split()) == 1 and text.islower() for text in cells.texts)
    return cells.filled >= FEW and are_words and any("_" in text for text in cells.texts)


def are_numbered_alike(cells: ColumnProfile) -> bool:
    """Whether the cells are one word with a number of its own in each: "Action 1", "Action 2"."""
    named = [match for text in cells.texts if (match := _NUMBERED.fullmatch(text.strip()))]
    is_all = len(named) == len(cells.texts) and cells.share_distinct == 1
    return cells.filled >= FEW and is_all and len({match["word"].casefold() for match in named}) == 1


_NUMBERED = compile_late(r"(?P<word>[^\W\d_]+) ?\d{1,3}(?:\.\d{1,3})*[.:]?")


def are_counts(cells: ColumnProfile) -> bool:
    """Whether most cells say how many of something there are: "5 open"."""
    return len(list(filter(is_count, cells.texts))) >= MOST * cells.filled > 0


def are_colours(cells: ColumnProfile) -> bool:
    """Whether the cells are the colours of traffic lights, in words, more than one of them; one may list them all."""
    named = list(map(find_colours, cells.texts))
    return (
        cells.filled >= FEW
        and all(named)
        and len([words for words in named if len(words) > 1]) <= 1
        and len(set().union(*named)) > 1
    )


def find_colours(text: str) -> set[str]:
    """The colours of traffic lights that a text is made of; none where it says anything else."""
    words = set(_WORD.findall(text.casefold()))
    return words if words <= COLOURS else set()


_WORD = compile_late(r"[^\W_]+")
COLOURS = frozenset("red amber green blue yellow".split())


def are_durations(cells: ColumnProfile) -> bool:
    """Whether most cells say how long something may take ("6 months", "Immediate"), and not by when it is due."""
    lasting = [text for text in cells.texts if _DURATION.fullmatch(text)]
    return cells.filled > 0 and len(lasting) >= MOST * cells.filled


_DURATION = compile_late(
    r"(?:within )?\d+(?:\.\d)? ?(?:days?|weeks?|months?|years?|hours?)|immediate(?:ly)?|(?:short|medium|long)[- ]term"
    r"|asap",
    re.IGNORECASE,
)


def count_months(cells: ColumnProfile, heading: str) -> bool:
    """Whether the cells are months of a project: "M12" and, under a heading that says so ("Due month"), 12 alone."""
    numbers = [value for value in cells.values if isinstance(value, int | float) and not isinstance(value, bool)]
    if "month" in heading.split() and len(numbers) == cells.filled > 0:
        return all(1 <= number <= LAST_MONTH and number == int(number) for number in numbers)
    counted = [text for text in cells.texts if is_month_of_project(text)]
    return len(counted) > 1 and len(counted) >= MOST * cells.filled


LAST_MONTH = 120
"""The last month of the longest project."""


def are_verdicts(cells: ColumnProfile) -> bool:
    """Whether half of the cells say what was decided on a row, and not how far it has come."""
    decided = [text for text in cells.texts if is_verdict(text)]
    return bool(decided) and 2 * len(decided) >= cells.filled
