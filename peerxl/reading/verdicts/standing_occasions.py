"""Signs of a table of rules in what it says of occasions: what sets each off, or after how long it is done."""

from __future__ import annotations

from collections.abc import Sequence

from peerxl.model.layout import Field
from peerxl.reading.columns.draft import Draft, of_field
from peerxl.reading.headings.words import split_phrases
from peerxl.reading.verdicts.standing_sign import DUE, NO_DAY, StandingSign, answers_findings, count_days


def find_occasions(drafts: Sequence[Draft]) -> StandingSign | None:
    """On what occasion each is done, in the first column but numbers and levels, where nothing says by when or how far.

    A risk or an issue may have a trigger as well: what is to be done about it is done once.
    """
    said = (Field.STATUS, Field.COMMENT, Field.CLOSED)
    told = [draft for draft in drafts if draft.field is not Field.REF and draft.reading.key not in LEVELS]
    first = min(told, key=lambda draft: draft.column, default=None)
    is_dated = any(map(may_say_day, (draft for field in DUE for draft in of_field(drafts, field))))
    if first is None or is_dated or any(of_field(drafts, field) for field in said) or answers_findings(drafts):
        return None
    key = first.reading.key
    is_occasion = (key in OCCASIONS or key.split()[-1:] == ["trigger"]) and first.profile.filled > 1
    return StandingSign((first,), f"on what occasion each is done{NO_DAY}") if is_occasion else None


def may_say_day(draft: Draft) -> bool:
    """Whether a column has days or is still blank; "30 days" and "Before the launch" are counted from each occasion."""
    return not draft.profile.filled or count_days(draft) > 0


LEVELS = frozenset(["level", "tier", "stage", "severity", "priority", "phase", "step"])
OCCASIONS = frozenset(
    split_phrases("""
        trigger, trigger event, triggering event, escalation trigger, time elapsed, elapsed time, elapsed, threshold,
        escalation level, escalation tier, alert, alert level, alarm
    """)
)
