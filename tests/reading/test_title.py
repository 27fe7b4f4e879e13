"""What a title says: the year, the quarter, and what the plan is called."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import FiscalYear, YearConvention
from peerxl.reading.title import find_council, keep_title, plan_name, read_title

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
