"""The words every document shares."""

from datetime import date

import pytest

from peerxl.documents import wording
from peerxl.documents.palette import Tone
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.owner import Owner
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary
from tests.documents.plans import Q3, action, update


def test_quarters_and_days() -> None:
    assert wording.quarter_in_full(Q3) == "Quarter 3 2023/24 (October to December 2023)"
    assert wording.quarter_name(FiscalQuarter(2024, 1, first_month=1)) == "Quarter 1 2024"
    assert wording.weekday_words(date(2024, 1, 5)) == "Friday 5 January 2024"


@pytest.mark.parametrize(("parts", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists(parts: list[str], said: str) -> None:
    assert wording.listed(parts) == said


@pytest.mark.parametrize(
    ("status", "words", "tone"),
    [
        ("IN PROGRESS ", "In progress", Tone.INFO),
        ("On going", "Ongoing", Tone.INFO),
        ("Complete", "Completed", Tone.GOOD),
        ("Superseded", "Superseded", Tone.MUTED),
        ("Withdrawn", "Not pursued", Tone.MUTED),
        ("Not started", "Not started", Tone.WARNING),
        ("Paused", "On hold", Tone.WARNING),
        (" Nearly ", "Nearly", Tone.WARNING),
        ("", "No update received", Tone.WARNING),
        ("  ", "No update received", Tone.WARNING),
    ],
)
def test_statuses(status: str, words: str, tone: Tone) -> None:
    told = wording.status_entry(update(4, Q3, status))
    assert (told.value, told.tone) == (words, tone)


def test_figures_follow_the_vocabulary_then_the_alphabet() -> None:
    updates = [update(4, Q3, status) for status in ("Done", "WIP", "Zed", "", "Ajar", "Done")]
    assert wording.figures(updates, DEFAULT_VOCABULARY) == (
        "1 in progress, 2 completed, 1 “Ajar”, 1 “Zed” and 1 with no status"
    )
    assert wording.figures([update(4, Q3, "Odd")], Vocabulary(())) == "1 “Odd”"


def test_words_that_are_capitals_stay_so() -> None:
    assert (wording.in_sentence("BAU"), wording.in_sentence("On hold"), wording.in_sentence("")) == (
        "BAU",
        "on hold",
        "",
    )


def test_owners() -> None:
    lead, joint, helper = Owner("CEO", "ceo"), Owner("CD", "cd"), Owner("Clerk", "clerk", is_supporter=True)
    assert wording.owner_words(action(4, "Do", owners=(lead, joint, helper))) == "CEO / CD with support from Clerk"
    assert wording.owner_words(action(4, "Do", owners=(helper,))) == "with support from Clerk"
    assert wording.owner_words(action(4, "Do")) == "Not set"
