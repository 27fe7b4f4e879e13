"""The rules of reading, one sentence after another: each row a cell, its reading, and what is noted about it."""

import pytest

from peerxl.language.timescales import parse_timescale
from peerxl.model.timescale import TimescaleKind
from tests.language.timescale_tables import summary

QUARTERS = """
Q1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
Qtr 1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
Quarter 1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
Quarter One 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
1st Quarter 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
first quarter 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
q1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
2025/26 Q3 | dated Q3 2025/26 – Q3 2025/26, 2025-12-31 |
Q3 of 23/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31 |
2016/17: Q2 | dated Q2 2016/17 – Q2 2016/17, 2016-09-30 |
quarter 3, 2024 to 2025 | dated Q3 2024/25 – Q3 2024/25, 2024-12-31 |
Q1&2 23/24 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30 |
Q2-Q4 23/24 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31 |
Q3 and Q4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31 |
"""

YEAR_LABELS = """
23/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31 |
2023/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31 |
2023-24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31 |
2023–2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31 |
2024/5 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31 |
2023 to 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31 |
2022 to 23 | dated Q1 2022/23 – Q4 2022/23, 2023-03-31 |
FY17-18 | dated Q1 2017/18 – Q4 2017/18, 2018-03-31 |
Financial Year 2011/12 | dated Q1 2011/12 – Q4 2011/12, 2012-03-31 |
During 2009/10 | dated Q1 2009/10 – Q4 2009/10, 2010-03-31 |
Q3 22/24 | unreadable: year-mismatch |
Q2 24/23 | unreadable: year-mismatch |
Q2 2024/26 | unreadable: year-mismatch |
2023-2027 | dated Q1 2023/24 – Q4 2026/27, 2027-03-31 | year-span-assumed
2022 to 2024 | dated Q1 2022/23 – Q4 2023/24, 2024-03-31 | year-span-assumed
2011/2014 | dated Q1 2011/12 – Q4 2013/14, 2014-03-31 | year-span-assumed
between 2021 and 2023 | dated Q1 2021/22 – Q4 2022/23, 2023-03-31 | year-span-assumed
from 2019 to 2022 | dated Q1 2019/20 – Q4 2021/22, 2022-03-31 | year-span-assumed
from 2019 to 2020 | dated Q1 2019/20 – Q4 2019/20, 2020-03-31 |
from 2023/24 | open Q1 2023/24 – …, open |
2019 until 2022 | dated Q1 2019/20 – Q4 2021/22, 2022-03-31 | year-span-assumed
between 2023 and 2021 | unreadable: reversed-range |
22/3 | unreadable: unknown-number |
Q1 22/3 | unreadable: year-mismatch |
2024-28 | unreadable: unknown-number |
"""

SINGLE_YEARS = """
Q1 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 | single-year-quarter
4th Quarter January - March 2013 | dated Q4 2012/13 – Q4 2012/13, 2013-03-31 |
Quarter 4 - 31 March 2025 | dated Q4 2024/25 – Q4 2024/25, 2025-03-31 |
3rd Quarter - October to December 2017 | dated Q3 2017/18 – Q3 2017/18, 2017-12-31 |
Q3 23/24 - November 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-11-30 |
Q3 23/24 - January 2024 | dated Q3 2023/24 – Q4 2023/24, 2024-01-31 |
Q3 23/24 (Oct - Dec) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31 |
Q3 23/24 (Jan - Mar) | unreadable: gloss-mismatch |
Q3 23/24: January 2024 | unreadable: gloss-mismatch |
"""

SIDE_BY_SIDE = """
Q4 22/23 Q1 23/24 | dated Q4 2022/23 – Q1 2023/24, 2023-06-30 | implied-range
Q3 and Q4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31 |
Nov 2023 until Feb 2024 | dated Q3 2023/24 – Q4 2023/24, 2024-02-29 |
July/Aug 2014 | dated Q2 2014/15 – Q2 2014/15, 2014-08-31 |
2023/24 2024/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31 | implied-range
01/04/2023 - 30/06/2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
01/04/2023 to 30/06/2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
November – February 2024 | unreadable: reversed-range |
November – February @ 2023/24 | dated Q3 2023/24 – Q4 2023/24, 2024-02-29 | year-assumed
Sept 2010 – July 2010 | unreadable: reversed-range |
30 June/31 July 2024 | dated Q1 2024/25 – Q2 2024/25, 2024-07-31 | several-milestones, several-dates
30 June-24 July 2024 | dated Q1 2024/25 – Q2 2024/25, 2024-07-24 |
"""

WORDS_BETWEEN = """
Q1 23/24 agree plan (Q3 23/24 draft proposal to at least meet 24/25) savings requirement. | dated Q1 2023/24 – Q3 2023/24, 2023-12-31 | context-year, several-milestones
June 2017 with publication in Sept 2017 | dated Q1 2017/18 – Q2 2017/18, 2017-09-30 | several-milestones
2025/26 budget agreed by February 2025 | dated … – Q4 2024/25, 2025-02-28 | context-year
"""

OPEN_ENDS = """
From Sept 2023; March 2024 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31, open | several-milestones
begin Sept 2023. March 2024 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31, open | several-milestones
from Sept 2023, from March 2024 | open Q2 2023/24 – …, open | several-milestones
will begin in May 2024 | open Q1 2024/25 – …, open |
to start Sept 2024 | open Q2 2024/25 – …, open |
Start April 2024 | open Q1 2024/25 – …, open |
Started June 2023 | open Q1 2023/24 – …, open |
commencing April 2024 | open Q1 2024/25 – …, open |
Q1 23/24 – ongoing | open Q1 2023/24 – …, open |
Q1 23/24 and ongoing | open Q1 2023/24 – …, open |
April 2024 onwards | open Q1 2024/25 – …, open |
from April 2024 | open Q1 2024/25 – …, open |
effective from April 2024 | open Q1 2024/25 – …, open |
after March 2024 | open Q1 2024/25 – …, open |
after Q4 23/24 | open Q1 2024/25 – …, open |
after 14 June 2024 | open Q1 2024/25 – …, open |
not before April 2024 | open Q1 2024/25 – …, open |
no earlier than April 2024 | open Q1 2024/25 – …, open |
from April to June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
from Q1 23/24 to March 2025 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31 |
between April and June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
between March 2024 and Q3 24/25 | dated Q4 2023/24 – Q3 2024/25, 2024-12-31 |
between summer 2024 and March 2025 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31 | season-assumed
between Jan 2019 and today | unreadable: unclear |
from Jan 2019 to completion | unreadable: unclear |
from June 2024 until completion | unreadable: unclear |
from June 2024 to present | unreadable: unclear |
June 2024 to date | unreadable: unclear |
Ongoing | open, open |
On going | open, open |
continuing | open, open |
BAU | open, open |
Ongoing until | open, open |
Ongoing until March 2025 | dated … – Q4 2024/25, 2025-03-31 |
Ongoing until further notice | open, open |
Start June 2024, finish Dec 2024 | dated Q1 2024/25 – Q3 2024/25, 2024-12-31 |
"""

MONTHS_AND_DAYS = """
may until june 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
may onwards | unreadable: no-year |
may june 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | implied-range
. June 2024 (a) launch | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
Sept 23 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30 |
by March 14 | dated … – Q4 2013/14, 2014-03-31 |
This week (by March 14) | unreadable: unclear |
March 14 (this week) | unreadable: unclear |
w/c March 14 | unreadable: unclear |
Week ending March 14 | unreadable: unclear |
by end of week, March 14 | unreadable: unclear |
today, March 14 | unreadable: unclear |
This week (by March 2014) | dated … – Q4 2013/14, 2014-03-31 |
This week (by March '14) | dated … – Q4 2013/14, 2014-03-31 |
w/c March 32 | dated Q4 2031/32 – Q4 2031/32, 2032-03-31 |
Dementia Week June 26 | dated Q1 2026/27 – Q1 2026/27, 2026-06-30 |
30th June 2009 | dated Q1 2009/10 – Q1 2009/10, 2009-06-30 |
30 th June 2009 | dated Q1 2009/10 – Q1 2009/10, 2009-06-30 |
13 December2016 | dated Q3 2016/17 – Q3 2016/17, 2016-12-13 |
31/03/2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
31/03/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 | two-digit-date
17.7.12 | dated Q2 2012/13 – Q2 2012/13, 2012-07-17 | two-digit-date
17.07.2012 | dated Q2 2012/13 – Q2 2012/13, 2012-07-17 |
2024-03-31 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
01/02/26 | dated Q4 2025/26 – Q4 2025/26, 2026-02-01 | two-digit-date
22/23 | dated Q1 2022/23 – Q4 2022/23, 2023-03-31 |
06/23 | unreadable: unknown-number |
22/24 | unreadable: unknown-number |
2024-03 | unreadable: unknown-number |
08/2023 | unreadable: unknown-number |
2025 | unreadable: unclear |
3/24 | unreadable: unknown-number |
July 2014/15 | dated Q2 2014/15 – Q2 2014/15, 2014-07-31 | month-in-year-label
March 2014/15 | dated Q4 2014/15 – Q4 2014/15, 2015-03-31 | month-in-year-label
31 March 2014/15 | dated Q4 2014/15 – Q4 2014/15, 2015-03-31 | month-in-year-label
Jan - Mar 2024/25 | dated Q4 2024/25 – Q4 2024/25, 2025-03-31 | month-in-year-label
Summer 2014/15 | dated Q1 2014/15 – Q2 2014/15, 2014-08-31 | season-assumed
10/1-11/2/2017 | dated Q4 2016/17 – Q4 2016/17, 2017-02-11 |
10/01 - 11/02/2017 | dated Q4 2016/17 – Q4 2016/17, 2017-02-11 |
10-11/2/2017 | dated Q4 2016/17 – Q4 2016/17, 2017-02-11 |
1.4.-30.6.2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
01/04-31/03/2025 | unreadable: reversed-range |
10/11-12/11/2017 | dated Q3 2017/18 – Q3 2017/18, 2017-11-12 |
23/24 - 31/03/2025 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31 |
1000 chargers by March 2026 | dated … – Q4 2025/26, 2026-03-31 |
600 homes by March 2026 | dated … – Q4 2025/26, 2026-03-31 |
600 homes | unreadable: no-period |
10000 trees by March 2025 | dated … – Q4 2024/25, 2025-03-31 |
2000 homes by March 2026 | dated … – Q4 2025/26, 2026-03-31 |
2024 homes by March 2026 | unreadable: unclear |
20242025 Q1 | unreadable: unknown-number |
January – March 2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31 |
September to December 2014 | dated Q2 2014/15 – Q3 2014/15, 2014-12-31 |
April 2023 / March 2026 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31 |
"""

DUES = """
By Q3 24/25 | dated … – Q3 2024/25, 2024-12-31 |
by the end of Q3 24/25 | dated … – Q3 2024/25, 2024-12-31 |
end of Q3 24/25 | dated … – Q3 2024/25, 2024-12-31 |
no later than March 2025 | dated … – Q4 2024/25, 2025-03-31 |
to complete by March 2025 | dated … – Q4 2024/25, 2025-03-31 |
to end of March 2025 | dated … – Q4 2024/25, 2025-03-31 |
until March 2025 | dated … – Q4 2024/25, 2025-03-31 |
up to March 2025 | dated … – Q4 2024/25, 2025-03-31 |
last day of March 2025 | dated … – Q4 2024/25, 2025-03-31 |
by the end of 2025 | dated … – Q3 2025/26, 2025-12-31 |
by 2018 | unreadable: unclear |
by the end of calendar year 2025 | dated … – Q3 2025/26, 2025-12-31 |
calendar year 2025 | dated Q4 2024/25 – Q3 2025/26, 2025-12-31 |
Q1 of calendar year 2025 | unreadable: unclear |
before March 2025 | dated … – Q4 2024/25, 2025-02-28 |
prior to 31 March 2025 | dated … – Q4 2024/25, 2025-03-30 |
ahead of Q4 24/25 | dated … – Q3 2024/25, 2024-12-31 |
before the end of March 2025 | dated … – Q4 2024/25, 2025-03-31 |
"""

PARTS = """
early June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
beginning of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
Beginning June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
beg. June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
start of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
mid June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
mid-June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
middle of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
late June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
first week of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
1st week of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
last week of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
early to mid June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
mid/late June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
first half of June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
late May / early June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | part-of-period
by mid June 2024 | dated … – Q1 2024/25, 2024-06-30 | part-of-period
from mid June 2024 | open Q1 2024/25 – …, open | part-of-period
until early June 2024 | dated … – Q1 2024/25, 2024-06-30 | part-of-period
early 2024/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31 | part-of-period
late Q3 24/25 | dated Q3 2024/25 – Q3 2024/25, 2024-12-31 | part-of-period
early autumn 2024 | dated Q2 2024/25 – Q3 2024/25, 2024-11-30 | season-assumed, part-of-period
early 2024 | unreadable: unclear |
late 2021 – June 2024 | dated … – Q1 2024/25, 2024-06-30 |
from early 2021 to 30 June 2024 | dated … – Q1 2024/25, 2024-06-30 |
mid 2021 to Q1 2024 | dated … – Q1 2024/25, 2024-06-30 | single-year-quarter
beginning of 2021 - June 2024 | dated … – Q1 2024/25, 2024-06-30 |
late 2024 – June 2024 | unreadable: unclear |
early 2024 – June 2024 | unreadable: unclear |
late 2025 – June 2024 | unreadable: reversed-range |
June 2021 – late 2024 | unreadable: unclear |
late 2021 – late 2024 | unreadable: unclear |
2021 – June 2024 | unreadable: unclear |
late 2021, June 2024 | unreadable: unclear |
late 2021 – June 2024 and ongoing | unreadable: unclear |
June 2024 subject to funding | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | conditional
June 2024 – funding permitting | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | conditional
Subject to funding, by June 2024 | dated … – Q1 2024/25, 2024-06-30 | conditional
June 2024? (subject to funding) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | unsure
Agree the rules that ships are subject to be ready by June 2024 | dated … – Q1 2024/25, 2024-06-30 |
Work depends on IT; June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
Q4. 2021 | dated Q4 2021/22 – Q4 2021/22, 2022-03-31 | single-year-quarter
Q4. 2021/22 | dated Q4 2021/22 – Q4 2021/22, 2022-03-31 |
Q4. 2021 budget | unreadable: no-year |
within 5 business days | relative |
from the beginning of June 2024 | open Q1 2024/25 – …, open |
before the start of June 2024 | dated … – Q1 2024/25, 2024-05-31 |
beginning 1 April 2024 | open Q1 2024/25 – …, open |
beginning in April 2024 | open Q1 2024/25 – …, open |
remainder of 2024/25 | unreadable: unclear |
Early help review June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
"""

SEASONS_AND_TERMS = """
Spring 2025 | dated Q4 2024/25 – Q1 2025/26, 2025-05-31 | season-assumed
Summer 2025 | dated Q1 2025/26 – Q2 2025/26, 2025-08-31 | season-assumed
Autumn 2025 | dated Q2 2025/26 – Q3 2025/26, 2025-11-30 | season-assumed
Winter 2025 | dated Q3 2025/26 – Q4 2025/26, 2026-02-28 | season-assumed
Autumn Term 2017 | unreadable: school-year |
Summer term 2025 | unreadable: school-year |
Spring 2024 term | unreadable: school-year |
2018/19 academic year | unreadable: school-year |
Academic year 2018/19 | unreadable: school-year |
school year 2024/25 | unreadable: school-year |
Term 1 2024/25 | unreadable: school-year |
AY 2024/25 | unreadable: school-year |
Summer recess 2024 | unreadable: unclear |
September 2024 (start of academic year) | dated Q2 2024/25 – Q2 2024/25, 2024-09-30 |
"""

NO_YEAR = """
14 Aug | unreadable: no-year |
14 Aug @ 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-08-14 | year-assumed
Q2-Q4 | unreadable: no-year |
Q2-Q4 @ 2023/24 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31 | year-assumed
30 Sept @ 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30 | year-assumed
Feb & Oct | unreadable: no-year |
Feb & Oct @ 2023/24 | unreadable: reversed-range |
"""

SEVERAL = """
13.09.2023 08.11.2023 | dated Q2 2023/24 – Q3 2023/24, 2023-11-08 | several-milestones, several-dates
a. Autumn 2025 b and c. April 2026 (subject to PIB) | dated Q2 2025/26 – Q1 2026/27, 2026-04-30 | season-assumed, several-milestones, conditional
• Ongoing • December 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31, open | several-milestones
"""

RECURRING = """
Annual review in May | recurring |
annual report to Cabinet in June | recurring |
Annual report to Cabinet June 2024 | recurring Q1 2024/25 – Q1 2024/25, 2024-06-30 |
yearly | recurring |
termly | recurring |
2-yearly | recurring |
3 per annum | recurring |
Each budget cycle | recurring |
Every Cabinet meeting | recurring |
every academic year | recurring |
30 September 2020 and then annually | recurring Q2 2020/21 – … |
30 September 2020, then annually | recurring Q2 2020/21 – … |
By March 2025 and annually thereafter | recurring Q4 2024/25 – … |
2023-2027 Quarterly | recurring Q1 2023/24 – Q4 2026/27, 2027-03-31 | year-span-assumed
Quarterly 2023/24 | recurring Q1 2023/24 – Q4 2023/24, 2024-03-31 |
Quarterly from April 2024 | recurring Q1 2024/25 – … |
Quarterly until March 2025 | recurring … – Q4 2024/25, 2025-03-31 |
Monthly from June @ 2024/25 | recurring Q1 2024/25 – … | year-assumed
Monthly from June | recurring |
March (annually) @ 2023/24 | recurring |
31 August (annually) | recurring |
Ongoing - reviewed annually | recurring |
ongoing annual review | recurring |
Regular review | recurring |
"""

TYPING = """
<p>Q1&nbsp;23/24</p> | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
<P>Q1&NBSP;23/24</P> | dated Q1 2023/24 – Q1 2023/24, 2023-06-30 |
March 2024¹ | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
March ²⁰²⁴ @ 2023/24 | unreadable: unknown-number |
31\\3\\2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
"""

OLD_DATES = """
prior to Christmas | unreadable: no-period |
Slipped from 20 April - more information needed | unreadable: only-moved |
deferred from March 2024 | unreadable: only-moved |
moved from March 2024 to June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | date-moved
was March 2024 | unreadable: only-moved |
previously March 2024 | unreadable: only-moved |
originally March 2024, now June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | date-moved
currently March 2024 | unreadable: only-moved |
June 2024 (previously March 2024) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | date-moved
"""

SLIPS = """
Begnniing 2018 | unreadable: misspelt |
Begnniing of April 2018 | unreadable: misspelt |
Untill March 2024 | unreadable: misspelt |
untl March 2024 | unreadable: misspelt |
Befor March 2024 | unreadable: misspelt |
Strating April 2024 | unreadable: misspelt |
follwing June 2024 | unreadable: misspelt |
Quartely 2023-2027 | unreadable: misspelt |
Onoging | unreadable: misspelt |
Septemba 2024 | unreadable: misspelt |
Nearly done by March 2024 | dated … – Q4 2023/24, 2024-03-31 |
Sending letters March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
Status report March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31 |
"""

ALTERNATIVES_AND_LIMITS = """
Sept 2016 or when budget allows | dated Q2 2016/17 – Q2 2016/17, 2016-09-30 | alternative
Sept 2016 or sooner | dated Q2 2016/17 – Q2 2016/17, 2016-09-30 | alternative
ASAP or by June 2024 | dated … – Q1 2024/25, 2024-06-30 | alternative
Estimated completion date: end of June 2024 | dated … – Q1 2024/25, 2024-06-30 | unsure
30/06/2024 - indicative | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | unsure
June 2024? (TBC) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | unconfirmed
Provisional budget June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
What next? June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
June 2024. Estimated costs follow | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 |
June 2024 or TBC | dated Q1 2024/25 – Q1 2024/25, 2024-06-30 | unconfirmed, alternative
June 2024 or later | unreadable: denied |
Q3 or Q4 24/25 | unreadable: unclear |
(not specified) | unset |
to be advised | unset |
not yet agreed | unset |
unspecified | unset |
N/K | unset |
not in 2024/25 | unreadable: denied |
June 2024 except HR | unreadable: denied |
June 2024 unless delayed | unreadable: denied |
June 2024 if approved | unreadable: denied |
ready for 2025/26 | unreadable: denied |
"""

NUMBERED = """
Year 1 (2024/25) | dated Q1 2024/25 – Q4 2024/25, 2025-03-31 |
Year 2 of 2023-2027 | unreadable: unclear |
Month 6 2024/25 | unreadable: unclear |
Week 3 June 2024 | unreadable: unclear |
mid-term June 2024 | unreadable: unclear |
June 2024 mid-term | unreadable: unclear |
Y1 | relative |
Y1 - Y3 | relative |
first year | relative |
Commenced | status |
Started | status |
"""

TABLES = (
    QUARTERS,
    YEAR_LABELS,
    SINGLE_YEARS,
    SIDE_BY_SIDE,
    WORDS_BETWEEN,
    OPEN_ENDS,
    MONTHS_AND_DAYS,
    DUES,
    PARTS,
    SEASONS_AND_TERMS,
    NO_YEAR,
    SEVERAL,
    RECURRING,
    TYPING,
    OLD_DATES,
    SLIPS,
    ALTERNATIVES_AND_LIMITS,
    NUMBERED,
)


@pytest.mark.parametrize("line", [line for table in TABLES for line in table.strip("\n").split("\n")])
def test_rules(line: str) -> None:
    cell, reading, notes = (part.strip() for part in line.split("|"))
    text, _, year = cell.partition(" @ ")
    timescale = parse_timescale(text, year or None)
    assert summary(timescale) == reading
    if timescale.kind is not TimescaleKind.UNREADABLE:
        assert ", ".join(note.code for note in timescale.notes) == notes
