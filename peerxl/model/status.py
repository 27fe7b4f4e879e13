"""How far an action has come: the words a plan may use, what each counts as, and the spellings that mean it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property, lru_cache

from peerxl.frozen import Remembering, frozen
from peerxl.model.status_keys import NOTHING_SAID, SAYS_MORE, SAYS_OPEN
from peerxl.model.status_spellings import SPELLINGS
from peerxl.pattern import compile_late

IN_COMMENT = "; the comment says"
"""How the clause of a meaning begins that sends the reader to the comment."""


@frozen
class Status:
    """A word for how far an action has come; ``is_open`` says whether an action with it still has to be done."""

    word: str
    is_open: bool
    meaning: str = ""
    spellings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.word

    @property
    def canonical(self) -> str:
        """The default word that this one means, as "In progress" for "Underway"; "" where nothing is known of it."""
        meaning = find_meaning(self.word)
        return meaning.word if meaning else ""

    def explain(self, *, has_comments: bool = True) -> str:
        """What it means; where there are no comments, without the clause that says what the comment tells."""
        if has_comments:
            return self.meaning
        meaning, clause, _ = self.meaning.partition(IN_COMMENT)
        return f"{meaning}." if clause else meaning

    @property
    def is_done(self) -> bool:
        """Whether the action was carried out: a superseded one is closed, and was not."""
        return not self.is_open and self.canonical not in CLOSED_UNDONE


# "2/5" may be two of five, and "28/02" can be only a day.
_WHEN = compile_late(
    r"\s?\((?:(?:quarter|q)\s*[1-4][^()]*|\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}"
    r"|(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}|\d{4}(?:-\d\d){0,2})\)\s*$",
    re.IGNORECASE,
)


BOXES = "☐⬜□◻▢🔲"
"""Boxes that are yet to be ticked."""
CROSSES = frozenset("✗✘❌☒✕✖×")
DOUBTING = CROSSES | frozenset(f"?❓❔{BOXES}")
"""Signs beside a word that leave it open whether it holds; a cross does so only beside what is done."""
MARKS = frozenset(f"{BOXES}☑☒✅✓✔🗹")
"""The boxes and ticks of a list: of one with several, nobody can say which counts."""
_BOX = compile_late(rf"\A\s*[{BOXES}]\ufe0f?\s*(?=\w)")


# A figure or a letter in a key cap or a circle before a word: "1️⃣ Not started", "ℹ️ In progress".
_ENCLOSED = compile_late(r"\A\s*(?:[0-9#*]\ufe0f?\u20e3|[ℹ①-⑳Ⓐ-ⓩ]\ufe0f?)\s*(?=[^\W\d_])")


def says_nothing(text: str) -> bool:
    """Whether a cell that is not blank says no more than a blank one: "-", "n/a", "TBC", "No update"."""
    if not text:
        return True
    # Most cells say more, and show it by more letters in a row than any word for nothing has.
    opening = text.replace(" ", "")[:FEWEST_SAID]
    if len(opening) == FEWEST_SAID and opening.isalnum():
        return False
    key = status_key(text)
    return not key or key in NOTHING_SAID


FEWEST_SAID = max(map(len, NOTHING_SAID)) + 2
"""One letter more than the longest word for nothing, and one that may be the figure in a circle before it."""


def status_key(text: str) -> str:
    """What two spellings of one status share: letters and digits, case folded ("On-going " and "ongoing").

    A sign that stands alone says as much as a word does ("✓"); beside words it says nothing more.
    """
    words = text if text.isascii() else _ENCLOSED.sub("", text)
    return "".join(filter(str.isalnum, words.casefold())) or "".join(filter(is_sign, text))


def strip_when(text: str) -> str:
    """A status without a quarter or a day in brackets after it."""
    return _WHEN.sub("", text) if text.rstrip().endswith(")") else text


def strip_box(text: str) -> str:
    """A status without an empty box before its words; as it is where another box or a tick comes after."""
    bare = text if text.isascii() else _BOX.sub("", text)
    return text if MARKS.intersection(bare) else bare


@lru_cache(maxsize=256)
def is_sign(character: str) -> bool:
    """Whether a character is a sign that means something, and no dash or stop."""
    return unicodedata.category(character) == "So"


# Green is complete in one council and on schedule in the next, so a colour is never guessed.
COLOURS = frozenset("green amber red blue grey gray black yellow purple white orange r a g b rag brag gr am rd".split())
# What stands before a status in a list of them, and says nothing: "1 - ", "2.", "G: ".
_CODE = compile_late(rf"\A\s*(?:\d{{1,2}}|[A-Za-z]|{'|'.join(COLOURS)})\s*[-–—.:)]\s*(?=\S)", re.IGNORECASE)
_AFTER_CODE = frozenset("-–—.:)")


def strip_code(text: str) -> str:
    """A status without a code before its words."""
    return text if _AFTER_CODE.isdisjoint(text) else _CODE.sub("", text, count=1)


@frozen
class Vocabulary(Remembering):
    """The status words of a plan, in the order an action passes through them.

    ``unsettled`` are words of which nobody has said yet whether they count as open or closed: they are unknown.
    ``listed`` is the order of them all where the plan has one, as that of its drop-down. ``is_own`` says whether the
    plan itself lists its words, on a Statuses sheet or in a drop-down; ``is_partial`` whether its Statuses sheet
    settles some words only, beside those that the drop-down or everybody has. ``usual`` are the words that say more
    than the one they count as, as a plan that does not list its words mostly writes them: "On track"; ``used`` are all
    such words of its cells, those of one cell too.
    """

    statuses: tuple[Status, ...]
    unsettled: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    is_own: bool = field(default=False, compare=False)
    is_partial: bool = field(default=False, compare=False)
    usual: tuple[str, ...] = field(default=(), compare=False)
    used: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_words(cls, words: Iterable[str], known: Vocabulary | None = None) -> Vocabulary:
        """The vocabulary of a plan that has words of its own, given in its order: of a drop-down, or as it uses them.

        A word counts as what it is ``known`` to mean, else as what it means in the default vocabulary, or as open where
        it says no more than that ("Open",
        "Overdue"); a code before it does not matter ("3 - On track"). Any other word is unsettled: unknown, and so
        open, until the Statuses sheet says. Other spellings are understood as well, by the plan's word for them: the
        one that is the default word, or the only one that means the same. Blanks and words that say nothing ("N/A")
        are no statuses.
        """
        # Reversed, so that of two spellings of a word the first one stays.
        own = {status_key(word): word.strip() for word in reversed(tuple(words)) if not says_nothing(word)}
        listed = tuple(reversed(own.values()))
        meanings = {word: meaning for word in listed if (meaning := (known and known.find(word)) or find_meaning(word))}
        statuses = tuple(
            replace(meaning, word=word, spellings=list_spellings(word, meanings)) for word, meaning in meanings.items()
        )
        return cls(statuses, tuple(word for word in listed if word not in meanings), listed, is_own=True)

    @cached_property
    def _by_key(self) -> dict[str, Status]:
        spelled = ((spelling, status) for status in self.statuses for spelling in status.spellings)
        named = ((status.word, status) for status in self.statuses)
        return {status_key(spelling): status for spelling, status in (*spelled, *named)}

    def find(self, text: str) -> Status | None:
        """The status a spelling means, None where nothing says: no guess is made of "Complete?" or "❌ Completed".

        A quarter or a day in brackets after it changes nothing: "Completed (Quarter 1)", as our own appendix has it;
        nor does an empty box before what is still to be done ("☐ To do"), which doubts only what would be closed, nor
        a cross beside what is not done ("❌ Cancelled").
        """
        if text not in self._found:
            bare = strip_box(text)
            status = self._by_key.get(status_key(strip_when(bare)))
            doubts = DOUBTING.intersection(bare) if any(map(str.isalpha, bare)) else frozenset()
            if doubts and (status is None or status.is_done or not doubts <= CROSSES):
                status = None
            self._found[text] = status if bare == text or (status and status.is_open) else None
        return self._found[text]

    @cached_property
    def _found(self) -> dict[str, Status | None]:
        """What was asked for already, as a plan says the same few words in every row."""
        return {}

    def is_unsettled(self, text: str) -> bool:
        """Whether the text is one of the words that still have to be settled."""
        return status_key(text) in map(status_key, self.unsettled)

    def is_narrower(self, text: str) -> bool:
        """Whether the text is an open status that says more than the word it counts as."""
        status = self.find(text)
        return status is not None and status.is_open and status_key(text) in SAYS_MORE

    def says_more(self, word: str, status: Status) -> bool:
        """Whether a word says more than the status it counts as, and the plan's own sheet does not say that it does."""
        key = status_key(strip_code(word))
        if key not in SAYS_MORE or key == status_key(strip_code(status.word)):
            return False
        # A drop-down lists words, and only a Statuses sheet says what others count as.
        is_settled = find_meaning(status.word) != status if self.is_partial else self.is_own and not self.listed
        return not is_settled

    def is_misspelled(self, text: str) -> bool:
        """Whether the text means one of the plan's words and is to be written as that one.

        Where the plan does not list its words, one that says more than the word it counts as stays that word, written
        as it mostly is; one with a quarter or a day after it is left.
        """
        status = self.find(text)
        return status is not None and strip_when(text) == text and text != self.spell(text, status)

    def spell(self, text: str, status: Status) -> str:
        """A spelling of a status as the plan writes it."""
        key = status_key(text)
        if self.is_own or key not in SAYS_MORE or key == status_key(status.word):
            return status.word
        return next((word for word in self.usual if status_key(word) == key), text)

    def spell_answer(self, text: str, status: Status) -> str:
        """An answer as the plan is to have it: an owner's word that says more only where the plan uses it too."""
        key = status_key(text)
        is_free = not self.is_own and self.says_more(text, status)
        return next((word for word in self.used if is_free and status_key(word) == key), status.word)

    def says_not_started(self, status: Status | None) -> bool:
        """Whether a status says that work has not begun: by its meaning, else as the first of words that are in order.

        A drop-down may have its words in any order.
        """
        if status is None or status.canonical:
            return status is not None and status.canonical == NOT_STARTED
        is_said = any(each.canonical == NOT_STARTED for each in self.statuses)
        return not is_said and not self.listed and status == self.statuses[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of which it is known what they count as."""
        return tuple(status.word for status in self.statuses)

    @property
    def offered(self) -> tuple[str, ...]:
        """Every word that an owner may be offered, in the plan's order, the unsettled ones among them."""
        return self.listed or (*self.words, *self.unsettled)


@lru_cache(maxsize=256)
def find_meaning(word: str) -> Status | None:
    """The default status that a plan's own word means beyond doubt, None where that is open to doubt."""
    text = strip_code(word)
    return DEFAULT_VOCABULARY.find(text) or (STILL_OPEN if status_key(text) in SAYS_OPEN else None)


def list_spellings(word: str, meanings: Mapping[str, Status]) -> tuple[str, ...]:
    """The default spellings that a plan's word stands for, beside other words of the plan with their meanings."""
    meaning = meanings[word]
    rivals = [each for each, other in meanings.items() if other is meaning]
    owners = [each for each in rivals if status_key(each) == status_key(meaning.word)] or rivals
    if owners != [word]:
        return ()
    taken = set(map(status_key, meanings))
    return tuple(each for each in (meaning.word, *meaning.spellings) if each and status_key(each) not in taken)


NOT_STARTED = "Not started"
# Closed, and not carried out.
CLOSED_UNDONE = frozenset({"Superseded", "Not pursued"})
STILL_OPEN = Status("", True)

DEFAULT_STATUSES = (
    Status(NOT_STARTED, True, "Work has not begun."),
    Status("In progress", True, "Work has begun and is not finished."),
    Status("Ongoing", True, "Work that goes on with no end date."),
    Status("On hold", True, f"Work has stopped for now{IN_COMMENT} why and until when."),
    Status("Completed", False, "The action is done."),
    Status("Superseded", False, "The action is no longer needed because something else replaced it."),
    Status("Not pursued", False, f"The action was given up before it was done{IN_COMMENT} why."),
)
DEFAULT_VOCABULARY = Vocabulary(
    tuple(
        replace(status, spellings=tuple(" ".join(spelling.split()) for spelling in SPELLINGS[status.word].split(",")))
        for status in DEFAULT_STATUSES
    )
)
