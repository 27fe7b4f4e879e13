"""What is needed for a task under a heading that may as well be of people: "Resources/Tools" over "Lathe"."""

from __future__ import annotations

from peerxl.model.status import DEFAULT_VOCABULARY
from peerxl.pattern import compile_late
from peerxl.reading.cells.column_kinds import MOSTLY, are_owners, are_persons, begin_with_owners
from peerxl.reading.cells.profile import ColumnProfile, is_progress
from peerxl.reading.columns.due_cells import LONGEST_OWNER
from peerxl.reading.headings.rules import Heading
from peerxl.reading.headings.words import split_words


def names_nobody(heading: Heading, cells: ColumnProfile) -> bool:
    """Whether a heading that need not be of owners stands over cells that are none."""
    if not heading.is_weak:
        return False
    words = heading.key.split()
    # Programs that plan projects head those who do a task so: "Resource names".
    if not RESOURCES.isdisjoint(words) and words != ["resource", "name"]:
        return not are_plainly_people(cells, may_be_initials=THINGS.isdisjoint(words))
    if words[0] == "to":  # "To contractor" over "Quay Glass, Inc."
        return not (are_bodies(cells) or cells.are_user_names or begin_with_owners(cells))
    is_owner = words[-1] == "owner" and len(words) > 1 and cells.mean_words <= LONGEST_OWNER
    return not (cells.are_mostly_names or cells.are_user_names or begin_with_owners(cells) or is_owner)


def are_bodies(cells: ColumnProfile) -> bool:
    """Whether most cells may be the names of bodies, each of their words with a capital, and of no level or state."""
    named = [text for text in cells.texts if _NAME.fullmatch(text) and not is_progress(text, DEFAULT_VOCABULARY)]
    return len(named) >= MOSTLY * cells.filled and not cells.has_levels


_NAME = compile_late(r"(?:[A-Z][\w'’.&-]*,?|and|of|the|for|&)(?: (?:[A-Z(][\w'’.&)-]*,?|and|of|the|for|&))*")


def are_plainly_people(cells: ColumnProfile, *, may_be_initials: bool) -> bool:
    """Whether cells name people, posts or bodies beyond doubt; "SQL" and "AWS" may be tools as well as initials."""
    are_named = are_owners(cells) or begin_with_owners(cells) or cells.are_user_names
    return are_named or (may_be_initials and are_persons(cells))


THINGS = split_words("""
    tool system software material equipment funding fund finance budget cost money hardware technology platform
    application supply asset facility
""")
"""What a task needs that is nobody."""
RESOURCES = THINGS | {"resource"}
