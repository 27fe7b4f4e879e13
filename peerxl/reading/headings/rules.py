"""The ways to head a field, as rules made of the words of ``words``: words before, the name, words after."""

from __future__ import annotations

from collections.abc import Iterable

from peerxl.frozen import frozen
from peerxl.model.layout import Field
from peerxl.reading.headings import date_words, owner_words
from peerxl.reading.headings import words as lexicon
from peerxl.reading.headings.quarter_names import QuarterName


@frozen
class Heading:
    """What a heading says: a field, or that its cells must say whether it is a status or a comment (``is_update``).

    ``action_rank`` says how well it would head the actions where no heading names them: None for not at all, else the
    lower the better. ``is_weak`` marks a reading that any plainer one goes before. ``year`` is the fiscal year a band
    over quarters names, by the calendar year it starts in.
    """

    key: str = ""
    field: Field | None = None
    is_update: bool = False
    quarter: QuarterName | None = None
    year: int | None = None
    action_rank: int | None = None
    is_weak: bool = False

    @property
    def is_known(self) -> bool:
        return self.field is not None or self.is_update or self.action_rank is not None

    @property
    def is_task(self) -> bool:
        """Whether it could head the actions as what is to be done."""
        return self.action_rank is not None and self.action_rank < TOPIC_RANK

    @property
    def is_topic(self) -> bool:
        """Whether it could head the actions only as what they are about, or what describes them."""
        return self.action_rank is not None and self.action_rank >= TOPIC_RANK

    @property
    def is_bare_date(self) -> bool:
        """Whether it says that its cells are dates, and not of what."""
        return self.key in ("date", "the date")


TASK_RANK, LAST_TASK_RANK, TOPIC_RANK, DESCRIPTION_RANK, LAST_RANK = 0, 99, 100, 200, 299
"""Where the ranks of headings begin that say what is to be done, what about, and that they describe something."""


@frozen
class HeadingRule:
    """A way to head a field: ``before* head after*``, all folded."""

    reading: Heading
    heads: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def make_rule(
    reading: Heading, heads: tuple[str, ...], before: frozenset[str] = frozenset(), after: frozenset[str] = frozenset()
) -> HeadingRule:
    return HeadingRule(reading, frozenset(heads), before, after)


def rank_rules(
    heads: tuple[str, ...], first_rank: int, before: frozenset[str], after: frozenset[str]
) -> tuple[HeadingRule, ...]:
    """A rule for each head, better ones first."""
    return tuple(
        make_rule(Heading(action_rank=first_rank + index), (head,), before, after) for index, head in enumerate(heads)
    )


# Where a heading fits several, the first counts.
FIELD_RULES = (
    make_rule(Heading(field=Field.EXTRA), lexicon.EXTRA_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.OWNER), owner_words.OWNER_HEADS, owner_words.OWNER_BEFORE, owner_words.OWNER_AFTER),
    make_rule(Heading(is_update=True), lexicon.UPDATE_HEADS, lexicon.COMMENT_BEFORE, lexicon.UPDATE_AFTER),
    make_rule(Heading(field=Field.COMMENT), lexicon.BARE_COMMENT_HEADS),
    make_rule(Heading(field=Field.COMMENT), lexicon.COMMENT_HEADS, lexicon.COMMENT_BEFORE, lexicon.COMMENT_AFTER),
    make_rule(Heading(field=Field.STATUS), lexicon.STATUS_HEADS, lexicon.STATUS_BEFORE, lexicon.STATUS_AFTER),
    make_rule(Heading(field=Field.STATUS, is_weak=True), tuple(lexicon.TICK_HEADS)),
    make_rule(Heading(field=Field.STATUS, is_weak=True), lexicon.WEAK_STATUS_HEADS, lexicon.STATUS_BEFORE),
    make_rule(Heading(field=Field.STATUS, is_weak=True), lexicon.PERCENT_HEADS, lexicon.STATUS_BEFORE, lexicon.PLAIN),
    make_rule(
        Heading(field=Field.TIMESCALE),
        date_words.TIMESCALE_HEADS,
        date_words.TIMESCALE_BEFORE,
        date_words.TIMESCALE_AFTER,
    ),
    make_rule(Heading(field=Field.OWNER, is_weak=True), owner_words.RESOURCE_HEADS, lexicon.PLAIN, lexicon.PLAIN),
    make_rule(Heading(field=Field.OWNER, is_weak=True), ("leader",), owner_words.OWNER_BEFORE, owner_words.OWNER_AFTER),
    make_rule(Heading(field=Field.EVIDENCE), lexicon.EVIDENCE_HEADS, lexicon.PLAIN, lexicon.EVIDENCE_AFTER),
    make_rule(Heading(field=Field.THEME), lexicon.THEME_HEADS, lexicon.THEME_BEFORE, lexicon.THEME_AFTER),
    make_rule(Heading(field=Field.COMMENT, is_weak=True), lexicon.OUTCOME_HEADS, lexicon.PLAIN, lexicon.OUTCOME_AFTER),
    make_rule(Heading(field=Field.ACTION), lexicon.ACTION_HEADS, lexicon.ACTION_BEFORE, lexicon.ACTION_AFTER),
    make_rule(
        Heading(field=Field.RECOMMENDATION), lexicon.RECOMMENDATION_HEADS, lexicon.TOPIC_BEFORE, lexicon.TOPIC_AFTER
    ),
    # A standard numbers its controls, and those of a plan may stand beside numbers of its own.
    make_rule(Heading(field=Field.REF, is_weak=True), ("control id",)),
    make_rule(Heading(field=Field.REF), lexicon.REF_HEADS, lexicon.REF_BEFORE, lexicon.PLAIN),
)
RANK_RULES = (
    *rank_rules(lexicon.TASK_HEADS, TASK_RANK, lexicon.ACTION_BEFORE, lexicon.ACTION_AFTER),
    *rank_rules(lexicon.TOPIC_HEADS, TOPIC_RANK, lexicon.TOPIC_BEFORE | lexicon.TOPIC_KNOWN, lexicon.TOPIC_AFTER),
    *rank_rules(lexicon.DESCRIPTION_HEADS, DESCRIPTION_RANK, lexicon.TOPIC_BEFORE, lexicon.TOPIC_AFTER),
)
EDGE_RULES = (
    make_rule(
        Heading(field=Field.OWNER), ("owner", "lead", "officer", "responsible", "responsibility", "accountable person")
    ),
    make_rule(Heading(is_update=True), ("update", "progress", "position")),
    make_rule(Heading(field=Field.COMMENT), ("comment", "commentary", "remark", "note", "narrative")),
    make_rule(Heading(field=Field.STATUS), ("status", "rag", "rag rating", "rag status")),
    make_rule(Heading(field=Field.TIMESCALE), ("deadline", "time scale", "time frame", "due date")),
    make_rule(Heading(field=Field.EVIDENCE), ("evidence",)),
    make_rule(Heading(field=Field.RECOMMENDATION, action_rank=TOPIC_RANK), ("recommendation",)),
    make_rule(Heading(action_rank=DESCRIPTION_RANK - 1), ("issue", "finding", "weakness", "deliverable")),
)


class HeadIndex(dict[str, tuple[tuple[int, HeadingRule], ...]]):
    """The rules that each head belongs to, each with its place in the order of the rules.

    ``longest`` is how many words the longest head has that begins with a word.
    """

    def __init__(self, rules: Iterable[HeadingRule]) -> None:
        self.longest: dict[str, int] = {}
        for order, rule in enumerate(rules):
            for head in rule.heads:
                self[head] = (*self.get(head, ()), (order, rule))
                first, size = head.partition(" ")[0], head.count(" ") + 1
                if size > self.longest.get(first, 0):
                    self.longest[first] = size


FIELD_HEADS, RANK_HEADS, EDGE_HEADS = map(HeadIndex, (FIELD_RULES, RANK_RULES, EDGE_RULES))


def find_rule(words: tuple[str, ...], heads: HeadIndex) -> Heading | None:
    """What the first of the rules says of which the words are a head among words that change nothing.

    What something goes to is another thing than what the rows are of: "To package" names none of them, "To whom" does.
    """
    is_goal = words[:1] == ("to",) and words[1:2] != ("be",)
    # Few words of what stands in a table begin a head.
    matching = [
        (order, rule)
        for start, word in enumerate(words)
        if word in heads.longest
        for end in range(min(len(words), start + heads.longest[word]), start, -1)
        for order, rule in heads.get(" ".join(words[start:end]), ())
        if not (is_goal and start and rule.reading.field is not Field.OWNER)
        if rule.before.issuperset(words[:start]) and rule.after.issuperset(words[end:])
    ]
    return min(matching, key=lambda match: match[0])[1].reading if matching else None
