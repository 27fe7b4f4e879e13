"""Checks of what owners wrote: whether it is new, whether the public may read it, and whether it arrived whole."""

from __future__ import annotations

from peerxl.checks.personal_data import find_personal_data, may_have_personal_data
from peerxl.checks.rule import Fault, Faults, list_cells
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan
from peerxl.pattern import compile_late
from peerxl.text import LONGEST_TEXT

LONGEST_SHARED = 40
"""How long the texts are of which many cells have the same."""
# What remains of a character that was read in the wrong encoding, or lost on the way.
_BROKEN = compile_late(r"�|â€[™œ“”˜\u009d¦\"]?|Ã[©¨¤¶¼ ±³º¡]|Â[£ ·°]|_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b\x0c\x0e-\x1f]")


def check_comment_repeated(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """The comment on an open action is word for word the one of the quarter before.

    passes:
    | Ref | Action    | Officer  | Due      | Q4 22/23    | Comments     | Q1 23/24    | Comments     |
    | 1   | Mend pier | AD Coast | Q2 23/24 | In progress | Wood ordered | In progress | Wood is in   |

    fails:
    | Ref | Action    | Officer  | Due      | Q4 22/23    | Comments     | Q1 23/24    | Comments     |
    | 1   | Mend pier | AD Coast | Q2 23/24 | In progress | Wood ordered | In progress | Wood ordered |
    """
    for action in plan.open_actions(quarter) if quarter else ():
        if quarter and action.comment_is_repeated(quarter):
            last = action.last_update_before(quarter)
            cells = list_cells(action.update(quarter).comment_cell, last.comment_cell if last else None)
            yield Fault("The comment is word for word the last one; what has changed since?", cells, action.ref)


def check_personal_data(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A comment or an action holds an email address or a telephone number, which must not be published.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                                  |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | £1,200,000 was agreed on 01/06/2023       |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                                  |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Ask ann.lee@harbour.example or 01632 960123 |
    """
    # Statuses, owners and dates stand in many cells each.
    clean: set[str] = set()
    for action, cells in plan.list_cells(may_have_personal_data):
        for cell in cells:
            if cell.text in clean:
                continue
            if kinds := find_personal_data(cell.text):
                message = f"The cell holds {' and '.join(kinds)}; take it out before this is published."
                yield Fault(message, (cell,), action.ref)
            elif len(cell.text) <= LONGEST_SHARED:
                clean.add(cell.text)


def check_text_cut(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A text is as long as Excel allows, so that its end was most likely cut off.

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | Timber is ordered |

    fails, with 32,767 letters where one is shown:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments          |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | x*32767           |
    """
    message = "The text is as long as a cell can be and was most likely cut off; shorten it."
    for action, cells in plan.list_cells(lambda text: len(text) >= LONGEST_TEXT):
        for cell in cells:
            if len(cell.text) >= LONGEST_TEXT:
                yield Fault(message, (cell,), action.ref)


def check_text_broken(plan: ActionPlan, quarter: FiscalQuarter | None) -> Faults:
    """A text has characters that were broken on the way, as in "the councilâ€™s plan".

    passes:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                 |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | The café’s timber – £20 |

    fails:
    | Ref | Action          | Officer    | Timescale | Q1 2023/24 update | Comments                 |
    | 1   | Repair the pier | AD Estates | Q2 23/24  | In progress       | The harbourâ€™s timber   |
    """
    for action, cells in plan.list_cells(may_be_broken):
        for cell in cells:
            if broken := _BROKEN.search(cell.text):
                message = f"The text has broken characters in it ({broken[0]!r}); type them anew."
                yield Fault(message, (cell,), action.ref)


def may_be_broken(text: str) -> bool:
    """Whether a text is anything but plain English, which has no broken characters but the escape."""
    return not (text.isascii() and text.isprintable()) or "_x" in text
