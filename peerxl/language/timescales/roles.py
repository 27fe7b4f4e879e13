"""What a piece of a cell does in the grammar: one table of roles, each with its traits.

Rules ask for a trait ("does it end the item?") and list no roles, so a new role is one line here.
"""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What a piece does; each trait is an attribute, true where the role's line names it."""

    __hash__ = object.__hash__  # quicker than an enum's own, which is written in Python

    governs: bool  # says something about the period after it
    fills: bool  # stands among the words that govern a period and changes nothing
    takes_sign: bool  # governs its period through a dash or colon too: "mid-March", "Revised: March"
    ends_item: bool  # ends one item of the cell and begins the next
    is_sign: bool  # is punctuation
    is_blank: bool  # says nothing where no period stands beside it
    is_passing: bool  # keeps no word before it from being about the period after it
    separates: bool  # ends a clause
    sets_off: bool  # sets a fiscal year off from the words beside it
    leads_suffix: bool  # may stand between a period and its "ongoing"
    goes_on: bool  # says that something goes on
    leads_year: bool  # may stand between a period and its year
    keeps_beside: bool  # leaves a new date beside the one that it replaces
    is_text: bool  # is a word to which the period before it may belong: "March 2024 Cabinet"
    speaks: bool  # makes of a bare fiscal year beside it one that is talked about
    promises: bool  # makes of a bare fiscal year after it one that is promised
    measures: bool  # may be where a length of time is measured from, or to
    limits: bool  # says something of the date before it: "June 2024 (early)"
    is_part: bool  # says that only a part of the period after it is meant
    joins_parts: bool  # may stand between two such words
    is_joint: bool  # may stand between such a word and its period
    moves: bool  # says that a date was moved
    is_spelt_out: bool  # changes the reading so much that a slip in one of its words must not pass for a label
    finishes: bool  # may stand before the end of a range that "start" began
    follows_status: bool  # makes of "complete" before it an instruction: "Complete the review"

    PERIOD = "period", ""
    # words that govern the period after them
    BY = "by", "governs takes_sign is_passing promises is_spelt_out"
    LATEST = "at the latest", "governs takes_sign is_passing promises"
    UNTIL = "until", "governs takes_sign is_passing is_spelt_out"
    TO = "to", "governs is_passing leads_suffix joins_parts is_blank follows_status"
    END = "end of", "governs takes_sign is_passing promises"
    START_OF = "start of", "governs is_passing limits is_part is_spelt_out"
    START = "start", "governs is_passing limits is_spelt_out"
    BEFORE = "before", "governs takes_sign is_passing measures is_spelt_out"
    FROM = "from", "governs takes_sign is_passing measures is_spelt_out"
    AFTER = "after", "governs takes_sign is_passing measures is_spelt_out"
    BETWEEN = "between", "governs is_passing is_spelt_out"
    VAGUE = "in line with", "governs takes_sign is_passing limits"
    NEXT = "next", "governs is_passing"
    AT_LEAST = "at least", "governs is_passing"
    DURING = "during", "fills is_passing leads_year is_blank follows_status"
    FILLER = "filler", "fills is_passing leads_year leads_suffix is_blank follows_status"
    PART = "part of", "is_part is_passing limits speaks is_text follows_status is_spelt_out"
    # words about a date that was moved
    OLD = "was", "governs takes_sign is_passing limits is_spelt_out"
    MOVED = "moved", "governs takes_sign is_passing moves"
    SLIPPED = "slipped", "governs takes_sign is_passing moves is_spelt_out"
    NEW = "now", "governs takes_sign is_passing is_spelt_out"
    # words that say something by themselves
    ONGOING = "ongoing", "goes_on is_spelt_out"
    ROLLING = "rolling", "goes_on is_spelt_out"
    ONWARDS = "onwards", "goes_on is_spelt_out"
    RECURRING = "recurring", "speaks is_spelt_out"
    ANNUAL = "annual", "speaks is_text"
    DURATION = "duration", "speaks"
    PLAN_YEAR = "year of the plan", "speaks"
    HORIZON = "horizon", "speaks"
    IMMEDIATE = "immediate", "speaks"
    STATUS = "status", "speaks is_text finishes"
    STOPPED = "stopped", ""
    UNSET = "unset", "speaks"
    # words that spoil a reading
    DENY = "deny", ""
    TOLD = "took place", "speaks is_text follows_status"
    DEICTIC = "this or next year", ""
    PRESENT = "until now", "limits"
    OTHER_YEAR = "another kind of year", "speaks"
    SCHOOL = "a school's term or year", "speaks"
    NO_PERIOD = "not a period", "follows_status"
    OR = "or", ""
    LOOSE = "number", ""
    # the rest
    THEN = "then", "speaks leads_suffix"
    LABEL = "label", "speaks is_text follows_status"
    AND = "and", "joins_parts is_blank is_passing keeps_beside leads_suffix finishes"
    DASH = "-", "is_joint is_sign is_blank is_passing keeps_beside separates sets_off leads_suffix leads_year finishes"
    SLASH = "/", "joins_parts is_joint is_sign is_blank is_passing keeps_beside leads_suffix leads_year"
    COMMA = ",", "is_sign is_blank is_passing keeps_beside separates leads_suffix leads_year finishes"
    COLON = ":", "is_sign is_blank is_passing keeps_beside separates sets_off leads_year finishes"
    OPEN = "(", "is_sign is_blank is_passing keeps_beside separates leads_suffix leads_year"
    CLOSE = ")", "is_sign is_blank is_passing keeps_beside separates leads_suffix leads_year finishes"
    PLUS = "+", "is_sign is_blank is_passing keeps_beside leads_suffix"
    QUESTION = "?", "is_sign is_blank keeps_beside leads_suffix"
    SEMICOLON = ";", "is_sign is_blank keeps_beside separates ends_item finishes"
    STOP = ".", "is_sign is_blank keeps_beside separates ends_item finishes"
    BULLET = "•", "is_sign is_blank keeps_beside separates ends_item"
    ENUM = "list mark", "is_sign is_blank separates ends_item"
    SIGN = "sign", "is_sign is_blank speaks"
    ARROW = "→", ""

    def __init__(self, word: str, traits: str) -> None:
        own = set(traits.split())
        known = type(self).__annotations__
        if unknown := own - known.keys():
            raise ValueError(f"{word}: no such trait: {', '.join(unknown)}")
        self.word = word
        for trait in known:
            setattr(self, trait, trait in own)
