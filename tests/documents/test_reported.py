"""What the paper says of how an action stands: its status, its comment, the figures and what the words mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerxl.documents.palette import Tone
from peerxl.documents.reported import count_statuses, explain_statuses, report_comment, report_status
from peerxl.model.action import Action, Update
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.status import DEFAULT_VOCABULARY, Status, Vocabulary
from tests.documents.plans import Q2, Q3, action, update

LAST_YEAR = FiscalQuarter(2022, 4)


def reported(status: str = "", comment: str = "", last: Update | None = None) -> Action:
    return action(4, "Do it", status=status, comment=comment, last=last)


def reported_as(word: str, own_words: str) -> Action:
    (given,) = reported(word).updates
    return replace(reported(), updates=(replace(given, own_words=own_words),))


@pytest.mark.parametrize(
    ("status", "words", "tone"),
    [
        ("IN PROGRESS ", "In progress", Tone.INFO),
        ("On going", "Ongoing", Tone.INFO),
        ("Complete", "Completed", Tone.GOOD),
        ("Superseded", "Superseded", Tone.CLOSED),
        ("Cancelled", "Not pursued", Tone.CLOSED),
        ("Not started", "Not started", Tone.WAITING),
        ("Paused", "On hold", Tone.WARNING),
        (" Nearly ", "“Nearly”", Tone.UNKNOWN),
        ("", "No update received", Tone.BAD),
        ("-", "No update received", Tone.BAD),
    ],
)
def test_a_status(status: str, words: str, tone: Tone) -> None:
    entry = report_status(reported(status), Q3)
    assert (entry.value, entry.tone) == (words, tone)


@pytest.mark.parametrize(
    ("status", "comment", "last", "words"),
    [
        ("Done", "All built.", None, ("Completed", "All built.")),
        ("Done", "", None, ("Completed", "No comment given")),
        ("Amber", "", None, ("“Amber”", "No comment given")),
        ("", "Half built.", None, ("No status given", "Half built.")),
        ("", "", None, ("No update received", "No update received")),
        ("", "-", None, ("No update received", "No update received")),
        ("", "TBC", None, ("No update received", "TBC")),
        ("", "", update(4, Q2, "Done", "Built."), ("Completed (Quarter 2)", "No update needed")),
        ("", "", update(4, LAST_YEAR, "Superseded"), ("Superseded (Quarter 4 2022/23)", "No update needed")),
        ("", "Opened in May.", update(4, Q2, "Done"), ("Completed (Quarter 2)", "Opened in May.")),
        ("WIP", "It broke.", update(4, Q2, "Done"), ("In progress", "It broke.")),
        ("", "", update(4, Q2, "WIP", "Begun."), ("No update received", "No update received")),
        ("", "", update(4, Q2, "Amber", "Begun."), ("No update received", "No update received")),
        ("", "", Update(None, DEFAULT_VOCABULARY.find("Done")), ("Completed", "No update needed")),
    ],
)
def test_a_closed_action_stays_closed_and_what_is_missing_is_named(
    status: str, comment: str, last: Update | None, words: tuple[str, str]
) -> None:
    one = reported(status, comment, last)
    assert (report_status(one, Q3).value, report_comment(one, Q3).value) == words


def test_what_a_status_cell_tells_stands_where_no_comment_is() -> None:
    told = replace(reported("Completed").updates[0], story="lamps lit")
    entry = report_comment(replace(reported(), updates=(told,)), Q3)
    assert entry.value == "lamps lit"
    both = replace(told, comment="All done.")
    assert report_comment(replace(reported(), updates=(both,)), Q3).value == "lamps lit\nAll done."
    again = replace(told, comment="All lamps lit.")
    assert report_comment(replace(reported(), updates=(again,)), Q3).value == "All lamps lit."


def test_words_that_say_more_than_their_status_stand_beside_it_and_are_explained() -> None:
    actions = [
        reported_as("Delayed", "Delayed"),
        reported_as("Behind schedule", "Behind schedule"),
        reported_as("Completed", "Completed 28 October"),
        reported_as("Closed", "Closed"),
    ]
    assert [report_status(action, Q3).value for action in actions] == [
        "In progress (“Delayed”)",
        "In progress (“Behind schedule”)",
        "Completed (28 October)",
        "Completed (“Closed”)",
    ]
    assert [topic.words for action in actions for topic in report_status(action, Q3).topics] == [
        *("In progress", "In progress", "Completed", "Completed"),
    ]
    assert list(explain_statuses(actions, Q3, DEFAULT_VOCABULARY)) == [
        "In progress: Work has begun and is not finished.",
        "Completed: The action is done.",
        "“Delayed” and “Behind schedule”: the plan does not say what they count as; here they count as “In progress”.",
        "“Closed”: the plan does not say what it counts as; here it counts as “Completed”.",
    ]


@pytest.mark.parametrize(
    ("word", "own_words", "told"),
    [
        ("Completed", "Completed 28 October", "Completed (28 October, Quarter 2)"),
        ("Completed", "Completed (Quarter 2)", "Completed (Quarter 2)"),
        ("Completed", "Closed", "Completed (“Closed”, Quarter 2)"),
        ("Not pursued", "Cancelled", "Not pursued (“Cancelled”, Quarter 2)"),
    ],
)
def test_what_stands_beside_a_status_goes_with_the_quarter_it_is_of(word: str, own_words: str, told: str) -> None:
    last = replace(update(4, Q2, word), own_words=own_words)
    assert report_status(reported(last=last), Q3).value == told


def test_a_colour_is_no_word() -> None:
    (blank,) = reported().updates
    coloured = replace(reported(), updates=(replace(blank, status_fill="FF0000"),))
    assert (report_status(coloured, Q3).value, report_comment(coloured, Q3).value) == (
        "Colour only",
        "No comment given",
    )
    assert list(explain_statuses([coloured], Q3, DEFAULT_VOCABULARY)) == [
        "Colour only: the plan gives the status by a colour and does not say what the colour counts as."
    ]


def test_words_know_the_cells_they_come_from() -> None:
    last = update(4, Q2, "Done", "Built.")
    assert report_status(reported("", "", last), Q3).sources == (last.status_cell,)
    assert [cell.address for cell in report_comment(reported("WIP", "Begun."), Q3).sources] == ["H4"]


def test_figures_follow_the_vocabulary_then_the_alphabet() -> None:
    statuses = ("Done", "WIP", "Zed", "", "Ajar", "Done")
    actions = [reported(status) for status in statuses]
    actions += [reported("", "Half built."), reported("", "", update(4, Q2, "Superseded"))]
    assert count_statuses(actions, Q3, DEFAULT_VOCABULARY) == (
        "1 in progress, 2 completed, 1 superseded, 1 “Ajar”, 1 “Zed” and 2 with no status"
    )
    assert count_statuses([reported("Odd")], Q3, Vocabulary(())) == "1 “Odd”"


def test_words_are_explained_once_in_the_vocabulary_s_order() -> None:
    actions = [reported(status) for status in ("Amber", "Done", "WIP", "Amber", "Done", "", "Zed")]
    actions.append(reported("", "", update(4, Q2, "Done")))
    assert list(explain_statuses(actions, Q3, DEFAULT_VOCABULARY)) == [
        "In progress: Work has begun and is not finished.",
        "Completed: The action is done.",
        "A quarter in brackets is the one in which an action was closed; it needs no update after that.",
        "“Amber” and “Zed”: the plan does not say what they count as; the 3 actions count as open.",
        "No update received: neither a status nor a comment was given for this quarter.",
    ]


def test_one_word_and_one_action() -> None:
    assert list(explain_statuses([reported("Amber")], Q3, DEFAULT_VOCABULARY)) == [
        "“Amber”: the plan does not say what it counts as; the action counts as open."
    ]
    assert list(explain_statuses([reported("Amber"), reported("Amber")], Q3, DEFAULT_VOCABULARY)) == [
        "“Amber”: the plan does not say what it counts as; the 2 actions count as open."
    ]


def test_a_meaning_stays_as_the_council_wrote_it() -> None:
    vocabulary = Vocabulary((Status("Agreed", True, "Cabinet has agreed it."),))
    agreed = replace(reported(), updates=(Update(Q3, vocabulary.statuses[0]),))
    assert list(explain_statuses([agreed], Q3, vocabulary)) == ["Agreed: Cabinet has agreed it."]


def test_where_there_is_nothing_to_explain() -> None:
    assert list(explain_statuses([], Q3, DEFAULT_VOCABULARY)) == []
