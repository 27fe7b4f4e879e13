"""Which comments say that an action is done, which texts hold what must not be published, and which arrived broken."""

from __future__ import annotations

import pytest

from peerxl.checks.comment import _BROKEN
from peerxl.checks.history import _ITEMS
from peerxl.checks.personal_data import EMAIL, TELEPHONE
from peerxl.checks.status import find_marked_status, suggest_status
from peerxl.checks.wording import find_done_words, find_ongoing_words
from peerxl.model.status import DEFAULT_VOCABULARY, Vocabulary
from tests.conftest import SHARED, needs_shared


@pytest.mark.parametrize(
    ("comment", "action"),
    [
        ("Review concluded at the end of April.", "Complete the review of the LSP"),
        ("Survey concluded.", "Run a residents' survey"),
        ("Completed in May", "Repair the pier"),
        ("Complete.", "Repair the pier"),
        ("This has now been completed.", "Repair the pier"),
        ("The work was finished on 3 June. The pier is open.", "Repair the pier"),
        ("Action closed", "Repair the pier"),
        ("All done", "Repair the pier"),
    ],
)
def test_it_is_done(comment: str, action: str) -> None:
    assert comment.startswith(find_done_words(comment, action))
    assert find_done_words(comment, action)


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "A first draft of the strategy has been produced.",
        "Phase 1 completed. Phase 2 begins in May.",
        "Survey concluded and analysis will follow.",
        "Consultation completed",
        "Completed the first draft",
        "Initial scoping undertaken for development of prospectus.",
        "We have now recruited a permanent manager so work is now underway",
        "The design is not finished",
        "Closed-circuit cameras were installed",
        "Concluded that more time is needed",
        "Done in part",
    ],
)
def test_it_is_not_said_to_be_done(comment: str) -> None:
    assert find_done_words(comment, "Repair the pier") == ""


@needs_shared
@pytest.mark.parametrize("name", ["appendix4-q1-2023.txt", "appendix9-q3-2023-24.txt"])
def test_what_real_comments_say(name: str) -> None:
    rows = [line.split("\t") for line in (SHARED / "appendices" / name).read_text(encoding="utf-8").splitlines()]
    comments = [row[-1] for row in rows if len(row) > 4]
    said = [comment for comment in comments if find_ongoing_words(comment)]
    expected = ["This is an ongoing process."] if name.startswith("appendix4") else []
    assert [comment for comment in said if not comment.startswith("This will be ongoing")] == expected
    done = [comment for comment in comments if find_done_words(comment, "")]
    assert [comment[:40] for comment in done] == (
        ["Review concluded at the end of April. Ag"] if "4" in name[:9] else []
    )


@pytest.mark.parametrize("text", ["ann.lee@harbour.example", "Ask ann@harbour.gov.uk.", "x<ann_lee+2@a-b.co.uk>"])
def test_email_addresses(text: str) -> None:
    assert EMAIL.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "01865 221000",
        "020 7946 0018",
        "+44 7700 900123",
        "(01865) 221000",
        "07700-900123",
        "ext. 4321",
        "Tel: 823146",
        "01632960123",
    ],
)
def test_telephone_numbers(text: str) -> None:
    assert TELEPHONE.search(f"Ring {text} today")


@pytest.mark.parametrize(
    "text",
    [
        "£1,200,000 was agreed on 01/06/2023",
        "from 01.04.2023 to 31.03.2024",
        "ref 2023/0123456789",
        "100,000 trees, 0.5 per cent, 24/25",
        "minutes 012345",
        "@harbour",
        "05/12/2023 06/12/2023",
        "0.0123456789",
        "grid reference SP 012345 678901",
    ],
)
def test_no_personal_data(text: str) -> None:
    assert not EMAIL.search(text)
    assert not TELEPHONE.search(text)


@pytest.mark.parametrize("text", ["harbourâ€™s", "cafÃ©", "Â£20", "lost � here", "line_x000D_break"])
def test_broken(text: str) -> None:
    assert _BROKEN.search(text)


@pytest.mark.parametrize(
    "text", ["harbour’s", "café", "£20", "naïve – Ångström", "São Paulo", "x_y_z", "line\nbreak\ttab"]
)
def test_whole(text: str) -> None:
    assert not _BROKEN.search(text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a) Repair the pier\nb) Light the pier", 2),
        ("• Repair the pier\n• Light the pier\n• Paint it", 3),
        ("1. Repair the pier 2. Light the pier", 2),
        ("(i) Repair (ii) Light", 2),
        ("Repair the pier and light it", 0),
        ("Repair pier 2. It leaks", 1),
        ("Review section 4.2 of the plan", 0),
    ],
)
def test_several_actions(text: str, items: int) -> None:
    assert len(_ITEMS.findall(text)) == items


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[CLOSED] Repair the pier", "[CLOSED]"),
        ("Repair the pier (COMPLETED)", "(COMPLETED)"),
        ("Repair the pier. Status: in progress", "Status: in progress"),
        ("Repair the pier STATUS: Dropped", "STATUS: Dropped"),
        ("Repair the closed pier", ""),
        ("Carry out the works (planned)", ""),
        ("Report on completed works (Phase Two)", ""),
        ("Review the status of trees", ""),
        ("[draft] plan", ""),
    ],
)
def test_a_status_in_an_action(text: str, marked: str) -> None:
    assert find_marked_status(text, DEFAULT_VOCABULARY) == marked


# A spelling nobody knows, and the word to suggest: never a closed one unless a letter or two slipped.
SUGGESTIONS = {
    "Complted": "Completed",
    "COMPELETED": "Completed",
    "Action completd": "Completed",
    "Superceeded": "Superseded",
    "Not persued": "Not pursued",
    "No further actions": "Not pursued",
    "Canceled.": "Not pursued",
    "In progess": "In progress",
    "Not yet startd": "Not started",
    "On tract": "In progress",
    "Postponned": "On hold",
    "Incomplete": "",
    "Uncompleted": "",
    "Completed?": "",
    "Completing": "",
    "Completion": "",
    "Implementing": "In progress",
    "Not implemented": "",
    "Not completed": "",
    "Now completed": "",
    "Nearly completed.": "In progress",
    "Nearly closed": "",
    "Wholly complete": "",
    "50% complete": "",
    "Complete and ongoing": "",
    "Undelivered": "",
    "Will be implemented": "",
    "Still required": "",
    "No longer delayed": "",
    "Now pursued": "",
    "Stuck": "",
}


@pytest.mark.parametrize(("text", "word"), SUGGESTIONS.items())
def test_a_suggestion_turns_nothing_open_into_closed(text: str, word: str) -> None:
    assert suggest_status(text, DEFAULT_VOCABULARY) == word


def test_a_suggestion_is_the_plan_s_own_word() -> None:
    assert suggest_status("Complted", Vocabulary.from_words(["Underway", "Done"])) == "Done"
