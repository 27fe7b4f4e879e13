"""What a heading means by its last words, or by its first before a preposition."""

from __future__ import annotations

from dataclasses import replace

from peerxl.model.layout import Field
from peerxl.reading.headings import words as lexicon
from peerxl.reading.headings.cell_words import IMPERATIVES
from peerxl.reading.headings.dates import SO_FAR
from peerxl.reading.headings.rules import (
    DESCRIPTION_RANK,
    EDGE_HEADS,
    FIELD_HEADS,
    LAST_TASK_RANK,
    Heading,
    find_rule,
)
from peerxl.reading.headings.whole import DESCRIBERS
from peerxl.reading.headings.words import split_words


def find_at_edges(words: tuple[str, ...]) -> Heading | None:
    """What a heading's last words say ("LGA peer recommendation"), else its first before a preposition."""
    if words[0] in DESCRIBERS and words[1:2] == ("of",) and len(words) > 2:
        return find_described(words)
    if words[-2:] in (SO_FAR, ("so", "far")):  # "Actions taken to date" tells what has been done
        return Heading(is_update=True, is_weak=True)
    # "Action to address it" speaks of no address.
    nouns = [word for before, word in zip(("", *words), words, strict=False) if before != "to"]
    # A track that somebody owns is one of work, and no song.
    is_foreign = not lexicon.FOREIGN.isdisjoint(nouns[1:] if words in TRACKS else nouns)
    is_named = "responsible" in (words[0], words[-1])
    reading = find_reply(words) or (None if is_foreign and not is_named else find_by_first_word(words))
    least, most = max(1, len(words) - LONGEST_EDGE), min(len(words) - 1, LONGEST_EDGE)
    ends = (words[start:] for start in range(least, len(words)) if words[start - 1] not in PREPOSITIONS)
    starts = (words[:end] for end in range(most, 0, -1) if words[end] in PREPOSITIONS or words[0] in PERSONS)
    for edge in (*ends, *starts):
        reading = reading or next((rule.reading for _, rule in EDGE_HEADS.get(" ".join(edge), ())), None)
    reading = reading or find_number(words) or find_stated(words) or find_day_to_do(words)
    is_kept = is_named or not is_foreign or (reading is not None and reading.field in KEPT_IF_FOREIGN)
    return replace(reading, is_weak=True) if reading is not None and is_kept else None


LONGEST_EDGE = max(EDGE_HEADS.longest.values())
TRACKS = (("track", "owner"), ("track", "lead"))
KEPT_IF_FOREIGN = (None, Field.COMMENT, Field.REF)
"""What a heading with a word of other tables may say all the same: "Customer comments", "Complaint ref"."""


def find_described(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that describes something: what that is, else that it describes it ("Description of work")."""
    described = find_at_edges(words[3:] if words[2] == "the" else words[2:])
    return described or (Heading(action_rank=DESCRIPTION_RANK) if words[0] in TELLING else None)


TELLING = DESCRIBERS - {"name", "title"}
"""Words that say more of a thing than what it is called."""


def find_number(words: tuple[str, ...]) -> Heading | None:
    """A ref, where a heading of a few words ends as one: "Complaint ref", "Minute no"."""
    is_number = words[-1] in NUMBERS and 1 < len(words) <= LONGEST_REF and words[0] != "to"
    return Heading(field=Field.REF) if is_number else None


LONGEST_REF = 4
NUMBERS = frozenset(["number", "id", "reference"])


def find_stated(words: tuple[str, ...]) -> Heading | None:
    """What a heading names before its first preposition: "Current status of implementation"."""
    start = next((index for index, word in enumerate(words) if word in PREPOSITIONS), 0)
    is_from = words[start - 1] == "action" and words[start] in ("from", "at") and "date" not in words
    if 0 < start <= MOST_BEFORE and is_from:
        return Heading(field=Field.ACTION)  # "Clerk's actions from the last meeting"
    stated = find_rule(words[:start], FIELD_HEADS)
    return stated if stated is not None and (stated.is_update or stated.field in STATED) else None


MOST_BEFORE = 3


def find_reply(words: tuple[str, ...]) -> Heading | None:
    """How something was answered, or by whom ("Agency response to recommendations", "Response from the landlord").

    It is what to do, where nothing else says it.
    """
    start = next((index for index, word in enumerate(words) if word in ("to", "on")), 0)
    is_reply = 0 < start < len(words) - 1 and words[start - 1] in REPLIES and words[-1] in ASKED
    is_reply = is_reply or (words[0] in REPLIES and words[1:2] == ("from",) and len(words) > 2)
    return Heading(field=Field.COMMENT, action_rank=LAST_TASK_RANK) if is_reply else None


REPLIES = split_words("response reply answer feedback")
ASKED = split_words("recommendation finding comment question query observation action")


def find_day_to_do(words: tuple[str, ...]) -> Heading | None:
    """A date by which something is to be done: "Fix by", "Quarter due"."""
    is_due = words[-1] == "due" and 1 < len(words) <= MOST_DUE_WORDS
    is_to_do = words[-1] == "by" and words[0] in IMPERATIVES
    return Heading(field=Field.TIMESCALE) if is_due or is_to_do else None


MOST_DUE_WORDS = 3
STATED = frozenset({Field.STATUS, Field.COMMENT, Field.OWNER, Field.TIMESCALE})


def asks_how_it_goes(words: tuple[str, ...]) -> bool:
    """Whether a heading is "How are we doing?" or "How is it going?", and no "How are we going to do it?"."""
    return words[0] == "how" and (words[-1] in ("doing", "going") or "getting" in words)


def find_by_first_word(words: tuple[str, ...]) -> Heading | None:
    """What a heading says that begins with a word for a person or an action, or numbers what it is a list of."""
    if words[0] == "evidence" and 1 < len(words) <= LONGEST_REF and words[-1] not in ("status", "required"):
        return Heading(field=Field.EVIDENCE)  # "Evidence pointer"
    is_known_by = words[0] == "how" and not KNOWING.isdisjoint(words)  # "How will we know that it has been done?"
    if is_known_by or (
        words[0] in ASKING and not THERE.isdisjoint(words)
    ):  # "What are you already doing?", "What we do well"
        return Heading(field=Field.EXTRA)
    is_who = words[0] == "who" and AFFECTED.isdisjoint(words)
    if is_who or (words[0] in LEADERS and len(words) <= 4):
        return Heading(field=Field.OWNER)
    if words[:2] == ("to", "be") and words[-1] == "by" and len(words) in LENGTHS_TO_BE:  # "To be arranged by"
        return Heading(field=Field.OWNER)
    is_past = not {"have", "has"}.isdisjoint(words) and "to" not in words
    is_done = "done" in words and is_past  # "What we have done", and not "What has to be done"
    is_told = words[0] in ASKING and (is_done or not (DOING_SO_FAR | PAST).isdisjoint(words))
    if is_told or asks_how_it_goes(words) or (words[0] == "where" and "we" in words):
        return Heading(is_update=True)
    is_agreed = words[0] in AGREED and words[-1] in WORK and len(words) <= LONGEST_REF  # "Planned enhancement activity"
    is_to_do = words[:2] == ("to", "do") and words[2:3] != ("by",)  # "To do before the fair"
    is_said = words[1:2] in (("to",), ("for",)) or (words[1:2] in ASKED_OF and words[2:3] == ("to",))
    is_promised = "will" in words and words[-1] in ("take", "undertake")  # "Action the trust will take"
    is_action = is_agreed or is_to_do or (words[0] == "action" and (is_said or is_promised))
    # "What do we know?" asks for nothing to be done.
    asked = words[2:] if words[1:2] == ("do",) else words
    return Heading(field=Field.ACTION) if is_action or (words[0] in ASKING and not DOING.isdisjoint(asked)) else None


THERE = lexicon.EXISTING | {"well"}
LENGTHS_TO_BE = (4, 5)
"""How many words say by whom something is to be done: "To be carried out by"."""
KNOWING = split_words("know monitored measured evidenced demonstrated judged tested")
"""What is asked of how it will be seen that something is done, which is never what has been."""
AFFECTED = frozenset("affected harmed benefit benefiting consulted informed know told audience".split())
"""What happens to people who need not act: "Who might be harmed?"."""
# "What action will be taken?", "What progress has been made?"
ASKING = frozenset(["what", "how"])
DOING = frozenset("action do doing done step take taken task achieved happen".split())
ASKED_OF = (("required",), ("needed",), ("agreed",), ("planned",), ("proposed",))
AGREED = split_words("planned proposed agreed recommended required further")
WORK = split_words("action activity work step")
PAST = frozenset(["been", "did"])
"""What makes of what is done what has been: "What's been done?", "What we did"."""
DOING_SO_FAR = frozenset("progress happened far".split())
LEADERS = frozenset("lead responsible accountable nominated designated named assigned".split())
PREPOSITIONS = frozenset("if of for on against towards to since from in with at made".split())
PERSONS = frozenset(["officer", "person", "people", "responsible"])
