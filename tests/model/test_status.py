"""The words for how far an action has come: what each spelling means, and a plan's own words."""

import pytest

from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary, says_nothing, status_key

# The default words, whether each is open and whether it is done, and spellings of it.
MEANINGS = {
    "Not started": (True, False, "not started; NOT YET STARTED; not yet due; not yet required; not yet begun; planned; "
                    "yet to be started; to commence; to begin"),
    "In progress": (
        True, False,
        "on track; on target; on schedule; on course; under way; underway; partially implemented; partly implemented; "
        "part complete; part-complete; behind schedule; off track; delayed; slipped; in-progress; in process; "
        "In-process; partly done; partially done; part done; DOING; Doing; working on it; being worked on; being progressed; "
        "being implemented; in train; in delivery; behind plan; some progress; good progress; making progress; "
        "nearly complete; almost done; mostly complete; largely completed; substantially complete; implemented in part; "
        "partially resolved; under development; being drafted",
    ),
    "Ongoing": (True, False, "on-going; continuing; business as usual"),
    "On hold": (True, False, "deferred; postponed; paused; suspended; Parked."),
    "Completed": (
        False, True,
        "achieved; implemented; delivered; actioned; done; discharged; fully implemented; Complete; closed; "
        "remediated; fully complete; fully resolved",
    ),
    "Superseded": (False, False, "superceded; replaced; no longer required"),
    "Not pursued": (
        False, False,
        "cancelled; withdrawn; will not implement; no further action; no longer feasible; dropped; abandoned; "
        "discontinued; not proceeding; not being taken forward; will not be implemented",
    ),
}  # fmt: skip
UNKNOWN = """
    open; pending; outstanding; overdue; green; amber; red; RAG; 50%; 100%; monitoring required; complete?; not complete;
    incomplete; to be implemented; stuck; on; mitigated; in part; monitoring; live
"""


@pytest.mark.parametrize(
    ("spelling", "word"),
    [(spelling, word) for word, (_, _, spellings) in MEANINGS.items() for spelling in (word, *spellings.split("; "))],
)
def test_a_spelling_means_one_word(spelling: str, word: str) -> None:
    status = DEFAULT_VOCABULARY.find(spelling)
    assert status is not None
    assert status.word == word


@pytest.mark.parametrize("spelling", [each.strip() for each in UNKNOWN.split(";")])
def test_what_is_open_to_doubt_is_unknown(spelling: str) -> None:
    assert DEFAULT_VOCABULARY.find(spelling) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("❌ Cancelled", "Not pursued"),
        ("✗ Not started", "Not started"),
        ("On hold ✖️", "On hold"),
        ("☒ Withdrawn", "Not pursued"),
        ("❌ Done", None),
        ("☒ Closed", None),
        ("❌ Cancelled?", None),
        ("❓ Done", None),
        ("1️⃣ Not started", "Not started"),
        ("ℹ️ In progress", "In progress"),
        ("② On hold", "On hold"),
        ("⏳ In progress", "In progress"),
        ("**Done**", "Completed"),
        ("1️⃣", None),
    ],
)
def test_a_mark_beside_a_word_says_no_more_and_a_cross_doubts_only_what_is_done(text: str, word: str | None) -> None:
    status = DEFAULT_VOCABULARY.find(text)
    assert (status and status.word) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("⬜ TODO", "Not started"),
        ("☐ Not started", "Not started"),
        ("□In progress", "In progress"),
        ("🔲 On hold", "On hold"),
        ("⬜️ Planned (Q3)", "Not started"),
        ("☐ Done", None),
        ("□ Completed", None),
        ("◻ Cancelled", None),
        ("To do ☐", None),
        ("☐ To do?", None),
        ("☐ ❌ To do", None),
        ("⬜", None),
        ("⬜ 12", None),
    ],
)
def test_an_empty_box_stands_before_what_is_still_to_be_done(text: str, word: str | None) -> None:
    status = DEFAULT_VOCABULARY.find(text)
    assert (status and status.word) == word


def test_what_each_word_counts_as() -> None:
    counts = {status.word: (status.is_open, status.is_done) for status in DEFAULT_VOCABULARY.statuses}
    assert counts == {word: (is_open, is_done) for word, (is_open, is_done, _) in MEANINGS.items()}


def test_no_spelling_has_two_meanings() -> None:
    for status in DEFAULT_VOCABULARY.statuses:
        assert {DEFAULT_VOCABULARY.find(spelling) for spelling in (status.word, *status.spellings)} == {status}


# A plan's own words => each with what it counts as: "+" open, "-" done, "x" closed and not done, "?" unsettled.
OWN_WORDS = """
    Not yet begun, Underway, Stuck, Done, Dropped => + Not yet begun, + Underway, ? Stuck, - Done, x Dropped
    Open, Closed => + Open, - Closed
    On-going, Not-started, A-done => + On-going, + Not-started, - A-done
    Pending, Overdue, Outstanding, Complete => + Pending, + Overdue, + Outstanding, - Complete
    Carried forward, Carried over, Done => + Carried forward, + Carried over, - Done
    Red, Amber, Green, Blue => ? Red, ? Amber, ? Green, ? Blue
    1 - Not started, 2. On track, 3) Delayed, 4: Complete => + 1 - Not started, + 2. On track, + 3) Delayed, - 4: Complete
    Green – on track, Amber: delayed, B - Withdrawn => + Green – on track, + Amber: delayed, x B - Withdrawn
    Complete, complete , N/A, -, , In progress => - Complete, + In progress
    0%, 50%, 100% => ? 0%, ? 50%, ? 100%
    Complete?, Not complete => ? Complete?, + Not complete
    Yes, No => ? Yes, ? No
"""


def mark(vocabulary: Vocabulary, word: str) -> str:
    status = vocabulary.find(word)
    if vocabulary.is_unsettled(word):
        assert status is None
        return f"? {word}"
    assert status is not None
    assert status.word == word
    return f"{'+' if status.is_open else '-' if status.is_done else 'x'} {word}"


@pytest.mark.parametrize(
    ("words", "counts"), [tuple(map(str.strip, line.split("=>"))) for line in OWN_WORDS.strip().splitlines()]
)
def test_a_plan_s_own_words_count_as_what_they_mean(words: str, counts: str) -> None:
    vocabulary = Vocabulary.from_words(words.split(","))
    assert ", ".join(mark(vocabulary, word) for word in vocabulary.offered) == counts


def test_other_spellings_are_the_plan_s_word_for_them() -> None:
    vocabulary = Vocabulary.from_words(["Done", "Underway"])
    spellings = {text: vocabulary.find(text) for text in ("Completed", "complete", "in progress", "WIP", "On hold")}
    assert {text: status and status.word for text, status in spellings.items()} == {
        "Completed": "Done",
        "complete": "Done",
        "in progress": "Underway",
        "WIP": "Underway",
        "On hold": None,
    }
    assert [status.meaning for status in vocabulary.statuses] == [
        "The action is done.",
        "Work has begun and is not finished.",
    ]


def test_of_words_that_mean_the_same_the_default_one_has_the_other_spellings() -> None:
    vocabulary = Vocabulary.from_words(["On track", "In progress", "Delayed"])
    assert [vocabulary.find(text) for text in ("Underway", "delayed")] == [
        vocabulary.statuses[1],
        vocabulary.statuses[2],
    ]


def test_words_that_mean_the_same_leave_other_spellings_open() -> None:
    vocabulary = Vocabulary.from_words(["On track", "Delayed"])
    assert [vocabulary.find(text) for text in ("Underway", "In progress")] == [None, None]


def test_a_vocabulary_offers_its_words_in_the_plan_s_order() -> None:
    assert Vocabulary.from_words(["Stuck", "Done", "Adrift"]).offered == ("Stuck", "Done", "Adrift")
    assert Vocabulary((Status("Done", False),), ("Stuck",)).offered == ("Done", "Stuck")
    assert DEFAULT_VOCABULARY.offered == DEFAULT_VOCABULARY.words


def test_no_words_make_no_vocabulary() -> None:
    assert Vocabulary.from_words(["", "N/A"]) == Vocabulary(())


STAGES = Vocabulary((Status("Stage 0", True), Status("Stage 1", True), Status("Done", False)))


@pytest.mark.parametrize(
    ("vocabulary", "not_started"),
    [
        (DEFAULT_VOCABULARY, ["Not started"]),
        (Vocabulary.from_words(["Complete", "On track", "Not yet due", "Planned"]), ["Not yet due", "Planned"]),
        (Vocabulary.from_words(["Open", "On track", "Done"]), []),
        (STAGES, ["Stage 0"]),
    ],
)
def test_which_words_say_that_work_has_not_begun(vocabulary: Vocabulary, not_started: list[str]) -> None:
    assert [status.word for status in vocabulary.statuses if vocabulary.says_not_started(status)] == not_started


def test_no_status_does_not_say_that_work_has_not_begun() -> None:
    assert not DEFAULT_VOCABULARY.says_not_started(None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Complete", "Completed"),
        ("completed (Quarter 1)", "Completed"),
        ("DONE (2026-02-28)", "Completed"),
        ("Done (28/02)", "Completed"),
        ("Done (in part)", None),
        ("Completed (Q2 2023/24) ", "Completed"),
        ("Superseded (Quarter 4 2022/23)", "Superseded"),
        ("“In progress”", "In progress"),
        ("Completed (Quarter 5)", None),
        ("Completed (mostly)", None),
        ("Complete?", None),
        ("Amber", None),
        ("", None),
    ],
)
def test_a_quarter_in_brackets_changes_nothing(text: str, word: str | None) -> None:
    status = DEFAULT_VOCABULARY.find(text)
    assert (status and status.word) == word


@pytest.mark.parametrize("text", ["", "-", "n/a", "TBC", "No update received", "No status given", "No comment given"])
def test_what_our_own_paper_prints_for_nothing_says_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("✅", "✅"),
        ("✅ Done", "done"),
        ("🟡 In Progress", "inprogress"),
        ("—", ""),
        ("…", ""),
        ("☑️", "☑"),
        ("On-going ", "ongoing"),
    ],
)
def test_a_sign_alone_says_something(text: str, key: str) -> None:
    assert status_key(text) == key
    assert says_nothing(text) is (not key)
