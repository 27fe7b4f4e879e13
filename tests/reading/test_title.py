"""What a title says: the year, the quarter, and what the plan is called."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalYear, YearConvention
from peerxl.model.sheet import Sheet
from peerxl.reading.headers.title import (
    find_council,
    find_council_apart,
    find_title,
    keep_title,
    plan_name,
    quarter_number,
    read_title,
)

YEARS = YearConvention()


@pytest.mark.parametrize(
    ("text", "year", "quarter"),
    [
        ("Appendix 4 - Peer review Action plan – Q1 2023", "2023/24", "Q1 2023/24"),
        ("Appendix 9 - Peer Review - Action Plan 2023 - 2024 - Quarter 3", "2023/24", "Q3 2023/24"),
        ("Audit tracker Q4 2022/23", "2022/23", "Q4 2022/23"),
        ("Progress, third quarter 2024-25", "2024/25", "Q3 2024/25"),
        ("Action plan FY23/24 (Qtr 2)", "2023/24", "Q2 2023/24"),
        ("Action plan 2023/24", "2023/24", None),
        ("Action plan 2023-2027 - Quarter 3", None, None),
        ("Action plan, quarters Q1 and Q2 2023/24", "2023/24", None),
        ("Action plan Quarter 3", None, None),
        ("Local Plan 2040", None, None),
        ("Action plan", None, None),
        ("", None, None),
    ],
)
def test_what_a_title_says(text: str, year: str | None, quarter: str | None) -> None:
    title = read_title(text, YEARS)
    assert (title.year and str(title.year), title.quarter and str(title.quarter)) == (year, quarter)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Appendix 4 - Peer review Action plan – Q1 2023", "Peer review action plan"),
        ("Appendix 9 - Peer Review - Action Plan 2023 - 2024 - Quarter 3", "Peer review action plan"),
        ("Wexmere Council - Peer challenge action plan 2025/26", "Peer challenge action plan"),
        ("Internal Audit Tracker (Q3 2023/24)", "Internal audit tracker"),
        ("LGA Peer Challenge Action Plan", "LGA peer challenge action plan"),
        ("LGA PEER CHALLENGE ACTION PLAN", "LGA peer challenge action plan"),
        ("HULL AND EAST RIDING TRUST ACTION PLAN", "HULL AND EAST RIDING TRUST action plan"),
        ("RISK REGISTER FOR THE PORT OF WEXMERE", "Risk register for the PORT OF WEXMERE"),
        ("Review Of The Port", "Review of the Port"),
        ("Quarter 3 2023/24", "Action plan"),
        ("Action plan", "Action plan"),
        ("", "Action plan"),
    ],
)
def test_what_a_plan_is_called(title: str, name: str) -> None:
    assert plan_name(title, "Wexmere Council") == name


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Marrowby District Council – Corporate Plan tracker 2023/24", None),
        ("Peer Challenge 2022: Action Plan 2023/24", None),
        ("Appendix 4 - Peer review Action plan – Q1 2023", "Peer review Action plan 2023/24"),
        ("Action Plan 2023 - 2024 - Quarter 3", "Action Plan 2023/24"),
        ("Peer challenge 2022: action plan Q1 2023", "Peer challenge 2022: action plan 2023/24"),
        ("Action plan (Q3)", "Action plan 2023/24"),
        ("Progress report, quarter two", "Progress report 2023/24"),
        ("Corporate Plan", "Corporate Plan 2023/24"),
        ("Quarter 3 2023/24", "2023/24"),
    ],
)
def test_a_title_kept_for_the_year(title: str, kept: str | None) -> None:
    assert keep_title(title, FiscalYear(2023), YEARS) == (kept or title)


def test_a_title_without_a_year_stays_without() -> None:
    assert keep_title("Corporate Plan - Q3", None, YEARS) == "Corporate Plan"


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Marrowby District Council – Corporate Plan tracker 2023/24", "Marrowby District Council"),
        ("Peer review action plan for Marrowby District Council", "Marrowby District Council"),
        ("Action Plan Marrowby District Council", "Marrowby District Council"),
        ("The Marrowby Council plan", "Marrowby Council"),
        ("Marrowby District Council's action plan", "Marrowby District Council"),
        ("Tarn's End & West Marrowby Borough Council plan", "Tarn's End & West Marrowby Borough Council"),
        ("City of Tellbourne Council Peer Challenge", "City of Tellbourne Council"),
        ("Council of the Isles of Marrow plan", "Council of the Isles of Marrow"),
        ("London Borough of Marrowby: Action plan", "London Borough of Marrowby"),
        ("Our Council plan", ""),
        ("District Council action plan", ""),
        ("Peer Challenge Council Action Plan", ""),
        ("Full Council actions", ""),
        ("New Council actions", ""),
        ("Your Council actions", ""),
        ("Royal Borough of Tarn", "Royal Borough of Tarn"),
        ("Metropolitan Borough of Tarn plan", "Metropolitan Borough of Tarn"),
        ("Borough of Tarn plan", ""),
        ("Tarn upon Sea Town Council", "Tarn upon Sea Town Council"),
        ("Tarn Parish Council of the West", "Tarn Parish Council of the West"),
        ("County Council, then Tarn Council", "Tarn Council"),
        ("the council plan", ""),
        ("Council plan", ""),
        ("Corporate plan", ""),
    ],
)
def test_the_council_that_a_title_names(title: str, council: str) -> None:
    assert find_council(title) == council


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Peer Challenge 2023 – Quarter 2 2024/25", "Q2 2024/25"),
        ("Audit 2021/22 action plan: position at Quarter 2 2024/25", "Q2 2024/25"),
        ("LGA Peer Challenge 2022: action plan Q1 2023", "Q1 2023/24"),
        ("Plan agreed 12/13 March; Q2 2024/25", "Q2 2024/25"),
        ("4th Quarter January - March 2013", "Q4 2012/13"),
        ("Action plan Quarter 4 (January - March 2025)", "Q4 2024/25"),
        ("Action plan Quarter 1 & 2 2024/25", None),
        ("Action plan Q1 to Q2 2024/25", None),
        ("Quarter 2 Progress Report 2024/25", "Q2 2024/25"),
        ("Audit plan 2021/22 and 2022/23, Quarter 3", None),
    ],
)
def test_the_year_beside_the_quarter_is_its_year(text: str, quarter: str | None) -> None:
    found = read_title(text, YEARS).quarter
    assert (found and str(found)) == quarter


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Annex B: Recovery plan", "Recovery plan"),
        ("Item 12 – Recovery Plan", "Recovery plan"),
        ("Recovery plan 2023", "Recovery plan"),
        ("Recovery plan FY23/24", "Recovery plan"),
        ("Recovery plan 2023 to 2024", "Recovery plan"),
        ("Recovery plan, 3rd quarter", "Recovery plan"),
        ("Recovery plan, quarter two", "Recovery plan"),
        ("Recovery plan ( )", "Recovery plan"),
        ("Recovery - the Harbour Plan", "Recovery the Harbour plan"),
        ("Corporate | Delivery", "Corporate delivery"),
        ("Plan -- -", "Plan"),
        ("Quarterly Performance Log", "Quarterly performance log"),
        ("External Register", "External register"),
        ("WEXMERE COUNCIL plan", "Plan"),
        ("12.5", "Action plan"),
        ("x" * 70, "X" + "x" * 69),
        ("x" * 71, "Action plan"),
    ],
)
def test_what_goes_from_a_name(title: str, name: str) -> None:
    assert plan_name(title, "Wexmere Council") == name


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Wexmere Borough Council: harbour plan 2023/24", "Wexmere Borough Council"),
        ("Wexmere Borough Council – Harbour plan", "Wexmere Borough Council"),
        ("Harbour plan (Wexmere Borough Council)", "Wexmere Borough Council"),
        ("Harbour plan | Wexmere Borough Council", "Wexmere Borough Council"),
        ("Wexmere Borough Council harbour plan", ""),
        ("Harbour plan for Wexmere Borough Council", ""),
        ("Our Council: harbour plan", ""),
        ("Harbour plan", ""),
    ],
)
def test_a_council_that_stands_apart_from_the_name(title: str, council: str) -> None:
    assert find_council_apart(title) == council


def test_a_name_without_a_council_keeps_all() -> None:
    assert plan_name("Wexmere plan") == "Wexmere plan"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Q1", 1),
        ("quarter 2", 2),
        ("Qtr. 3", 3),
        ("Q4.", 4),
        ("quarter one", 1),
        ("Quarter Two", 2),
        ("quarter three", 3),
        ("quarter four", 4),
        ("first quarter", 1),
        ("Second Qtr", 2),
        ("third quarter", 3),
        ("Fourth quarter", 4),
        ("1st quarter", 1),
        ("2nd qtr", 2),
        ("3rd quarter", 3),
        ("4th Quarter", 4),
        ("Q2 and again Q2 of it", 2),
        ("Q1, then Q3", None),
        ("Quarters 1 & 2", None),
        ("Q1-Q3", None),
        ("Q1/2", None),
        ("Q1 + 2", None),
        ("Q1, 2", None),
        ("Q1 - 2/23", 1),
        ("Q5", None),
        ("", None),
    ],
)
def test_the_number_of_the_quarter(text: str, number: int | None) -> None:
    assert quarter_number(text) == number


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Plan 23/24 of 2023/24", "2023/24"),
        ("Plan 2022/23 and 2023/24", None),
        ("Plan 2023-27", None),
        ("Plan fy 23/24", "2023/24"),
        ("Plan 2023 to 24", "2023/24"),
        ("Plan 2022/24", None),
        ("Q3 Plan 2023/24", "2023/24"),
    ],
)
def test_the_year_of_a_title(text: str, year: str | None) -> None:
    title = read_title(text, YEARS)
    assert (title.text, title.year and str(title.year)) == (text, year)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("a b c d e f g Q3 2023/24", "Q3 2023/24"),
        ("Quarter 3 of it all (1 October 2023 to 31 December 2023)", None),
        ("Quarter 3 (1 October 2023 to 31 December 2023)", "Q3 2023/24"),
        ("Plan, Q3 2023/24.", "Q3 2023/24"),
        ("by Q3 2023/24", "Q3 2023/24"),
        ("Q3 2023/24 (was Q2 2023/24)", "Q3 2023/24"),
        ("from Q3 2023/24 onwards", "Q3 2023/24"),
        ("Q2 2023/24 to Q3 2023/24", None),
    ],
)
def test_the_quarter_of_a_run_of_words(text: str, quarter: str | None) -> None:
    found = read_title(text, YEARS).quarter
    assert (found and str(found)) == quarter


def test_a_year_that_begins_in_january() -> None:
    assert str(read_title("Plan Q1 2024", YearConvention(1)).quarter) == "Q1 2024"
    assert str(keep_title("Plan (Q1 2024)", FiscalYear(2024, 1), YearConvention(1))) == "Plan 2024"


@pytest.mark.parametrize(
    ("lines", "name", "title", "quarter"),
    [
        (["Harbour plan 2023/24"], "Sheet1", "Harbour plan 2023/24", None),
        (["Tarn", "Harbour plan Q3 2023/24"], "Sheet1", "Harbour plan Q3 2023/24", "Q3 2023/24"),
        (["Tarn", "As of Q3 2023/24"], "Sheet1", "Tarn", "Q3 2023/24"),
        (["Plan 2023/24", "Quarter 3"], "Sheet1", "Plan 2023/24", "Q3 2023/24"),
        (["Plan", "2023/24", "Quarter 3"], "Sheet1", "Plan", "Q3 2023/24"),
        (["Plan", "Quarter 3"], "Sheet1", "Plan", None),
        (["Plan 2022/23", "as of Q3 2023/24"], "Sheet1", "Plan 2022/23", "Q3 2023/24"),
        ([], "Harbour Q3 2023/24", "Harbour Q3 2023/24", "Q3 2023/24"),
        ([], " Sheet 1 ", "file 2023", None),
        ([], "Tabelle2", "file 2023", None),
        ([], "Feuil1", "file 2023", None),
        ([], "Foglio3", "file 2023", None),
        ([], "", "file 2023", None),
        ([], "Sheet1b", "Sheet1b", None),
        ([], "harbour_actions", "harbour actions", None),
        (["PUBLIC", "Summary of actions"], "Sheet1", "Summary of actions", None),
        (["OFFICIAL - SENSITIVE", "Tarn"], "Sheet1", "Tarn", None),
        (["Not protectively marked", "Tarn"], "Sheet1", "Tarn", None),
        (["DRAFT", "Tarn"], "Sheet1", "Tarn", None),
        (["Draft harbour actions", "Tarn"], "Sheet1", "Draft harbour actions", None),
        (["Appendix A", "Updated actions"], "Sheet1", "Updated actions", None),
        (["Annex 12:", "Updated actions"], "Sheet1", "Updated actions", None),
        (["Meeting date:", "Tarn"], "Sheet1", "Tarn", None),
        (["Confidential", "Appendix 4"], "Sheet1", "file 2023", None),
    ],
)
def test_the_title_above_a_header(lines: list[str], name: str, title: str, quarter: str | None) -> None:
    sheet = Sheet(name, (*((line,) for line in lines), ("Action plan", "Owner"), ("Plan Q1 2020/21",)))
    found = find_title(sheet, len(lines) + 1, "file 2023", YEARS)
    assert (found.text, found.quarter and str(found.quarter)) == (title, quarter)


@pytest.mark.parametrize("label", ["Topic:", "Plan title :", "PROJECT:", "Programme name:", "Plan name"])
def test_a_title_beside_its_label(label: str) -> None:
    rows = ((label, "Waste contract"), ("Plan ID", "x1"), ("Meeting date:", 45000.0), ("Action", "Owner"))
    assert find_title(Sheet("Sheet1", rows), 4, "file", YEARS).text == "Waste contract"


def test_a_word_beside_another_is_no_label_of_a_title() -> None:
    sheet = Sheet("Sheet1", (("Name", "Waste contract"), ("Action", "Owner")))
    assert find_title(sheet, 2, "file", YEARS).text == "file"


def test_a_line_of_several_cells_is_a_title_only_where_it_speaks_of_a_plan() -> None:
    for row, title in ((("Key", "Green"), "file"), (("Our log", "Green"), "Our log"), ((None, " ", "Key", 7.0), "Key")):
        sheet = Sheet("Sheet1", (row, ("Action", "Owner")))
        assert find_title(sheet, 2, "file", YEARS).text == title


@pytest.mark.parametrize(
    "word", "plan tracker log register review challenge recommendation recommendations audit report update".split()
)
def test_words_that_speak_of_a_plan(word: str) -> None:
    assert (
        find_title(Sheet("Sheet1", (("Tarn",), (f"Our {word}",), ("Action",))), 3, "file", YEARS).text == f"Our {word}"
    )
