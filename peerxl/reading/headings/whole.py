"""What a heading means that is known as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import dropwhile

from peerxl.model.layout import Field
from peerxl.reading.headings import date_words
from peerxl.reading.headings import words as lexicon
from peerxl.reading.headings.dates import find_date, with_original
from peerxl.reading.headings.rules import FIELD_HEADS, RANK_HEADS, Heading, find_rule

NAMES_APART = re.compile(r" (?:[/,&+|]|and|or) ")


def find_whole(key: str) -> Heading | None:
    """What the whole heading means; with its rank as a heading of actions where it has one."""
    words = tuple(key.split())
    if not words:
        return None
    if len(words) > 2 and words[0] in DESCRIBERS and words[1] == "of":
        return find_whole(" ".join(words[2:]))
    if words[:2] == ("priority", "of"):  # "Priority of action item" is none
        return Heading(field=Field.EXTRA)
    ranked = find_rule(words, RANK_HEADS)
    rank = ranked.action_rank if ranked else None
    # "Proposed open/closed"; "To item" is no number of the row.
    bare = " ".join(dropwhile(lexicon.PLAIN.__contains__, words)) if words[0] != "to" else key
    exact = next((rule.reading for _, rule in FIELD_HEADS.get(key) or FIELD_HEADS.get(bare, ())), None)
    if exact is None and NAMES_APART.search(key):
        return None
    around = find_rule(words, FIELD_HEADS)
    happened = date_words.HAPPENED.get(key) or (date_words.HAPPENED.get(words[0]) if words[1:] in AT else None)
    reading = exact or find_date(words) or (Heading(field=happened) if happened else None) or around
    if reading is not None:
        reading = reading if reading.field is not Field.TIMESCALE else with_original(reading, words)
        return replace(reading, action_rank=rank) if reading.field in WITH_RANK or reading.is_weak else reading
    kind = find_rule(words[:-1], RANK_HEADS) if rank is None and words[-1] == "type" else None
    # "Deliverable type" names each, where it is another one in each row.
    rank = kind.action_rank if kind is not None and kind.is_task else rank
    return Heading(action_rank=rank) if rank is not None else None


AT = (("at",), ("in",), ("on",))
"""What may follow a participle that says when or where something happened: "Raised at"."""
DESCRIBERS = frozenset("description detail summary name title nature statement".split())
"""Words that say no more than what follows them: "Description of action"."""
WITH_RANK = frozenset({Field.RECOMMENDATION, Field.COMMENT, Field.REF})
"""Fields whose columns may hold the actions where nothing else does: "Recommendation", "Resolution", "Item"."""
