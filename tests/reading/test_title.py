"""What a title says: the year, the quarter, and what the plan is called."""

from __future__ import annotations

import pytest

from peerxl.model.fiscal import APRIL
from peerxl.reading.title import plan_name, read_title


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
    title = read_title(text, APRIL)
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
    found = read_title(text, APRIL).quarter
    assert (found and str(found)) == quarter
