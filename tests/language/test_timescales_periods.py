"""Periods: quarters, years, months, days and seasons, alone, explained and in ranges."""

import pytest

from peerxl.language.timescales import parse_timescale
from tests.language.timescale_tables import Row, rows, summary

QUARTERS = """
Q1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
q1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q 1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q.1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Qtr 1 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Qtr. 3 2023-24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
QTR1 2024/25 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Quarter 1 2023/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Quarter One 2018/19 | dated Q1 2018/19 – Q1 2018/19, 2018-06-30
2018/19 Quarter One | dated Q1 2018/19 – Q1 2018/19, 2018-06-30
Quarter Four 2022/2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
1st Quarter 2023/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
4th qtr 23/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
first quarter 2024/25 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Third quarter, 2023/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
2nd Quarter of 2023-24 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
2025/26 Q3 | dated Q3 2025/26 – Q3 2025/26, 2025-12-31
Q3 of 23/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
2016/17: Q2 | dated Q2 2016/17 – Q2 2016/17, 2016-09-30
2023/24 - Q3 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
2023/24 (Q3) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Quarter 1 & 2 (23/24) | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
quarter 3, 2024 to 2025 | dated Q3 2024/25 – Q3 2024/25, 2024-12-31
21/22 Q1&2 | dated Q1 2021/22 – Q2 2021/22, 2021-09-30
Q1&2 23/24 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
Q1,2,3 & 4 23/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Q2-Q4 2023/24 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31
Q3/4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31
Quarters 1-4 2023/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Qs 3 and 4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31
Q3 and Q4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31
1st and 2nd quarter 2023/24 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
Q1/Q2 23/24 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
2023/24 Q2 and Q3 | dated Q2 2023/24 – Q3 2023/24, 2023-12-31
FY23/24 Q4 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q1 of FY 2024/25 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Q3 of the 2023/24 financial year | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
final quarter of 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
H1 2024/25 | dated Q1 2024/25 – Q2 2024/25, 2024-09-30
second half of 2023/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31
Q1-23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1 23\\24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
2022-23-Q4 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
Q5 23/24 | unreadable: no-such-date
Q0 23/24 | unreadable: no-such-date
Q12 23/24 | unreadable: no-such-date
Q3 22/24 | unreadable: year-mismatch
Q2 24/23 | unreadable: year-mismatch
Q1 2023-2027 | unreadable: year-mismatch
2023-2027 - Quarter 3 | unreadable: year-mismatch
2023-2027: June | unreadable: year-mismatch
Quarter 2023/24 | unreadable: unclear
3Q 23/24 | unreadable: no-such-date
last quarter | unreadable: no-period
Half year 2023/24 | unreadable: unclear
first half of 2024 | unreadable: unclear
EOFY 2023/24 | dated … – Q4 2023/24, 2024-03-31
Q4 22/23 - Q2 23/24 (Jan 23 – Sept 23) | dated Q4 2022/23 – Q2 2023/24, 2023-09-30
2022/23 Q4 to 2023/24 Q2 | dated Q4 2022/23 – Q2 2023/24, 2023-09-30
Qtr 2 of 23-24 financial year | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
P6 2023/24 | unreadable: unclear
Q3andQ4 23/24 | dated Q3 2023/24 – Q4 2023/24, 2024-03-31
ByQ3 23/24 | dated … – Q3 2023/24, 2023-12-31
byq3 23/24 | unreadable: unclear
FAQ1 24/25 | unreadable: unclear
1stQuarter 23/24 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
2023-Q4 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2023 - Q4 2024/25 | unreadable: unclear
2024/25 (first half) | dated Q1 2024/25 – Q2 2024/25, 2024-09-30
2024/25 second half | dated Q3 2024/25 – Q4 2024/25, 2025-03-31
S1 2024/25 | unreadable: unclear
S106 agreement 2024/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
"""

YEARS = """
23/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2023/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2023-24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2023–2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2023/2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2024/5 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
2023 to 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
FY17-18 | dated Q1 2017/18 – Q4 2017/18, 2018-03-31
FY 24/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
Financial Year 2011/12 | dated Q1 2011/12 – Q4 2011/12, 2012-03-31
During 2009/10 | dated Q1 2009/10 – Q4 2009/10, 2010-03-31
Throughout 2024/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
the 2024/25 financial year | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
2023-2027 | dated Q1 2023/24 – Q4 2026/27, 2027-03-31
2022 to 2024 | dated Q1 2022/23 – Q4 2023/24, 2024-03-31
2023/2027 | dated Q1 2023/24 – Q4 2026/27, 2027-03-31
2023/24 - 2025/26 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
2023/24-2025/26 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
FY19/20-FY21/22 | dated Q1 2019/20 – Q4 2021/22, 2022-03-31
2023-2024 to 2025-2026 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
23/24 24/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
2023/24 and 2024/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
2019/20 | dated Q1 2019/20 – Q4 2019/20, 2020-03-31
11/12 | dated Q1 2011/12 – Q4 2011/12, 2012-03-31
06/23 | unreadable: unknown-number
22/24 | unreadable: unknown-number
2023-26 | unreadable: unknown-number
2023/25 | unreadable: unknown-number
2024-03 | unreadable: unknown-number
2025 | unreadable: unclear
2023.0 | unreadable: unknown-number
2024-2024 | unreadable: unknown-number
2027-2023 | unreadable: reversed-range
2023/24/25 | unreadable: no-such-date
FY24 | unreadable: unclear
Financial year 2024 | unreadable: unclear
Q2 FY24 | unreadable: unclear
Academic year 2023/24 | unreadable: school-year
end of municipal year 2023/24 | unreadable: unclear
Agree 24/25 budget during 2023/24 | unreadable: unclear
Year 1: 2023/24 Year 2: 2024/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
2023/24: draft, 2024/25: final | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
10% saving in 2024/25 and 5% in 2025/26 | unreadable: unclear
Corporate Plan 2023-2027 | dated Q1 2023/24 – Q4 2026/27, 2027-03-31
by end of calendar year 2024 | dated … – Q3 2024/25, 2024-12-31
2023 - 2024, 2024 - 2025 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
08/2023 | unreadable: unknown-number
11/2012 | unreadable: unknown-number
23/2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2024/25 - 2027 | unreadable: unclear
2024 to March 2026 | unreadable: unclear
2024/25 AY | unreadable: school-year
AY 2024/25 | unreadable: school-year
2024/25 (early) | unreadable: unclear
Corporate Plan 2024-28 adopted May 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-05-31
Local Plan 2024-06 | unreadable: unknown-number
"""

SINGLE_YEARS_AND_GLOSSES = """
Q1 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q4 2023 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2024 Q3 | dated Q3 2024/25 – Q3 2024/25, 2024-12-31
Q1 23 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1 '23 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1/2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q4 24 – ongoing | open Q4 2024/25 – …, open
Q1 2023 - Q2 2024 | dated Q1 2023/24 – Q2 2024/25, 2024-09-30
Q4 2023/Q1 2024 | dated Q4 2023/24 – Q1 2024/25, 2024-06-30
4th Quarter January - March 2013 | dated Q4 2012/13 – Q4 2012/13, 2013-03-31
Quarter 4 - 31 March 2025 | dated Q4 2024/25 – Q4 2024/25, 2025-03-31
3rd Quarter - October to December 2017 | dated Q3 2017/18 – Q3 2017/18, 2017-12-31
2nd Quarter July - September 2012 | dated Q2 2012/13 – Q2 2012/13, 2012-09-30
quarter 4 (January to March 2025) | dated Q4 2024/25 – Q4 2024/25, 2025-03-31
Q3 (Oct-Dec 2023) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Q4 (January – March) 2024/25 | dated Q4 2024/25 – Q4 2024/25, 2025-03-31
Q4 2024 (Jan - Mar 2024) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q4 2024 (Jan - Mar 2025) | dated Q4 2024/25 – Q4 2024/25, 2025-03-31
Q4 2023/24: Jan 2024 - Mar 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q3 23/24 - November 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-11-30
Q3 – 30 November 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-11-30
December 2023 (Q3) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
31 March 2024 - Q4 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
By 31 March 2024 (end of Q4) | dated … – Q4 2023/24, 2024-03-31
April – June 2024 (Q1) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Q1 (Apr-Jun 23) - Q2 (Jul-Sep 23) | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
Q1 23/24 – 31 March 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Q1 23/24 July 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-07-31
March 2024 (31/03/2024) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q4 2024 (Jan - Mar) | unreadable: unclear
Q1 2024 (Jan-Mar 2024) | unreadable: gloss-mismatch
Q3 23/24 (Jan - Mar) | unreadable: gloss-mismatch
Q1 23/24 (March 2024) | unreadable: gloss-mismatch
December 2023 (Q4) | unreadable: gloss-mismatch
Dec 2023 (March 2024) | unreadable: gloss-mismatch
31/03/2024 (30/06/2024) | unreadable: gloss-mismatch
Jan 2024 - Q4 2023/24 | unreadable: unclear
2023/24 (June 2025) | unreadable: gloss-mismatch
Q1 23 workshops | unreadable: no-year
Q1 23/24 June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1 23/24 July 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-07-31
Quarter 2 2023 (July – September) | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Quarter ending 30 June 2023 | dated … – Q1 2023/24, 2023-06-30
"""

RANGES = """
Q4 22/23 Q1 23/24 | dated Q4 2022/23 – Q1 2023/24, 2023-06-30
Q4 22/23 – Q1 23/24 | dated Q4 2022/23 – Q1 2023/24, 2023-06-30
Q1 2023/24 - Q4 2024/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
Q1 23/24 until Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Q4 22/23<br>Q1 23/24 | dated Q4 2022/23 – Q1 2023/24, 2023-06-30
Sept 2023 Dec 2023 | dated Q2 2023/24 – Q3 2023/24, 2023-12-31
Sept 23 Dec 23 | dated Q2 2023/24 – Q3 2023/24, 2023-12-31
June 2023 – June 2024 | dated Q1 2023/24 – Q1 2024/25, 2024-06-30
Jan 2024/Feb 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-02-29
Nov/Dec 23 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Oct/Nov/Dec 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
July, August & September 2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
01.04.2023-31.03.2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
30/09/2023 – 31/12/2023 | dated Q2 2023/24 – Q3 2023/24, 2023-12-31
1 April 2023 until 31 March 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
1-5 May 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-05-05
5th-6th September 2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-06
between 1 April 2023 and 30 June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
between April and June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
from Q1 23/24 to Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
April 2023 to end of March 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Start: April 2023 End: March 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Start Sept 2023, complete by March 2024 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31
from April 2023, to be completed by March 2024 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
Q1 23/24 - 24/25 | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
3 year programme 2023/24 to 2025/26 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
November – February 2024 | unreadable: reversed-range
Sept 2010 – July 2010 | unreadable: reversed-range
Dec/Jan 2024 | unreadable: reversed-range
Winter/Spring 2024 | unreadable: reversed-range
Q4-Q1 23/24 | unreadable: reversed-range
31/03/2024 to 01/04/2023 | unreadable: reversed-range
Q3 or Q4 23/24 | unreadable: unclear
March 2024 or April 2024 | unreadable: unclear
Q4 23/24 → Q2 24/25 | unreadable: unclear
March 2024 -> June 2024 | unreadable: unclear
Q3 23/24 / June 2025 | unreadable: unclear
1/2/26 - 5 June 2026 | dated Q4 2025/26 – Q1 2026/27, 2026-06-05
30 June - 30 Sept 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
5 Sept – 14 Oct 2023 | dated Q2 2023/24 – Q3 2023/24, 2023-10-14
Oct 23-Jan 24 | dated Q3 2023/24 – Q4 2023/24, 2024-01-31
"""

MONTHS_AND_DAYS = """
June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Sept 23 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Sept. 2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Mar-24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Mar24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Feb '24 | dated Q4 2023/24 – Q4 2023/24, 2024-02-29
March, 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
March (2024) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2024 March | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Sept 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
March 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
30th June 2009 | dated Q1 2009/10 – Q1 2009/10, 2009-06-30
30th of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
13 December2016 | dated Q3 2016/17 – Q3 2016/17, 2016-12-13
31March2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
31st March '24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
31-Mar-24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Friday 14 June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-14
Fri, 14th June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-14
Monday 14 June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-14
June 30th, 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
March 31 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
17.7.12 | dated Q2 2012/13 – Q2 2012/13, 2012-07-17
01/02/26 | dated Q4 2025/26 – Q4 2025/26, 2026-02-01
31/03/2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
1/4/23 | dated Q1 2023/24 – Q1 2023/24, 2023-04-01
31.03.2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
31-03-2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2024-03-31 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2024/03/31 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
2023-06-30 00:00:00 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
2023-06-30T00:00:00 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
30 June 2023 10am | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
w/c 6 May 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-05-06
January – March 2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
July/Aug 2014 | dated Q2 2014/15 – Q2 2014/15, 2014-08-31
September to December 2014 | dated Q2 2014/15 – Q3 2014/15, 2014-12-31
April 2023 / March 2026 | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
may 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-05-31
Febuary 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-02-29
12/31/2023 | unreadable: no-such-date
31 June 2024 | unreadable: no-such-date
29 Feb 2023 | unreadable: no-such-date
32 March 2024 | unreadable: no-such-date
00/03/2024 | unreadable: no-such-date
1.2.3 | unreadable: unknown-number
31 Mrach 2024 | unreadable: unclear
Septembre 2024 | unreadable: misspelt
March 5 | unreadable: unknown-number
31/4 | unreadable: unknown-number
45382 | unreadable: unknown-number
45382.75 | unreadable: unknown-number
12345 | unreadable: unknown-number
10:30 | unreadable: unknown-number
23/24 March 2024 | unreadable: unclear
14 June 12 July 2024 | unreadable: unclear
5 June 2023 9:30 | dated Q1 2023/24 – Q1 2023/24, 2023-06-05
2/3/2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-02
5/12/19 June 2023 | unreadable: unclear
the 1st of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-01
the first of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-01
1st day of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-01
first day of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-01
Thursday the twenty-second of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-22
thirty first of May 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-05-31
last of June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
first of June to tenth of July 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-07-10
31stMarch 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
30thSept2024 | dated Q2 2024/25 – Q2 2024/25, 2024-09-30
Mar-25 Jun-25 | dated Q4 2024/25 – Q1 2025/26, 2025-06-30
first Monday in June 2024 | unreadable: unclear
mid month June 2024 | unreadable: unclear
Vesting day 1 April 2028 | dated Q1 2028/29 – Q1 2028/29, 2028-04-01
"""

SEASONS = """
Summer 2026 | dated Q1 2026/27 – Q2 2026/27, 2026-08-31
Autumn 2025 | dated Q2 2025/26 – Q3 2025/26, 2025-11-30
Spring '24 | dated Q4 2023/24 – Q1 2024/25, 2024-05-31
Winter 2023 | dated Q3 2023/24 – Q4 2023/24, 2024-02-29
Winter 2023/24 | dated Q3 2023/24 – Q4 2023/24, 2024-02-29
Autumn 2023/24 | dated Q2 2023/24 – Q3 2023/24, 2023-11-30
Autumn/Winter 2024 | dated Q2 2024/25 – Q4 2024/25, 2025-02-28
Spring 2024 – Autumn 2024 | dated Q4 2023/24 – Q3 2024/25, 2024-11-30
by Autumn 2023 | dated … – Q3 2023/24, 2023-11-30
from Autumn 2023 | open Q2 2023/24 – …, open
Summer 2024 (June-August) | dated Q1 2024/25 – Q2 2024/25, 2024-08-31
Autumn 2023 (Oct 2023) | dated Q3 2023/24 – Q3 2023/24, 2023-10-31
Spring 2023/24 | unreadable: unclear
Autumn term 2023 | unreadable: school-year
Spring 2024 term | unreadable: school-year
Summer recess 2024 | unreadable: unclear
late summer 2025 | dated Q1 2025/26 – Q2 2025/26, 2025-08-31
early autumn 2024 | dated Q2 2024/25 – Q3 2024/25, 2024-11-30
Christmas 2023 | unreadable: unclear
Easter 2024 | unreadable: unclear
early 2024 | unreadable: unclear
mid 2025 | unreadable: unclear
Mid November 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-11-30
late March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
"""

NO_YEAR = """
14 Aug @ 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-08-14
14 Aug | unreadable: no-year
Q2-Q4 @ 2023/24 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31
Q2-Q4 | unreadable: no-year
30 Sept @ 2023/24 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
March @ 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
March | unreadable: no-year
28 Feb @ 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-02-28
29 Feb @ 2022/23 | unreadable: no-such-date
By May @ 2023/24 | dated … – Q1 2023/24, 2023-05-31
April – Sept @ 2023/24 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
Q4 onwards @ 2023/24 | open Q4 2023/24 – …, open
End of FY @ 2023/24 | dated … – Q4 2023/24, 2024-03-31
End of FY | unreadable: no-year
Summer @ 2023/24 | dated Q1 2023/24 – Q2 2023/24, 2023-08-31
Spring @ 2023/24 | unreadable: unclear
Q4 (Jan-Mar) @ 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
tbc Q4 @ 2023/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Review Q2, complete Q4 @ 2023/24 | dated Q2 2023/24 – Q4 2023/24, 2024-03-31
Q1 23/24 agree plan, Q3 draft @ 2023/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Q1 24/25 agree plan, Q3 draft @ 2023/24 | unreadable: no-year
Agree 24/25 budget in February @ 2023/24 | unreadable: no-year
Q1 next year @ 2023/24 | unreadable: no-year
next March @ 2023/24 | unreadable: unclear
Year 2 Q3 @ 2023/24 | unreadable: no-year
Q3 – Q1 @ 2023/24 | unreadable: reversed-range
31/3 @ 2023/24 | unreadable: unknown-number
March 12 workshops @ 2023/24 | unreadable: unclear
"""

TABLES = (QUARTERS, YEARS, SINGLE_YEARS_AND_GLOSSES, RANGES, MONTHS_AND_DAYS, SEASONS, NO_YEAR)


@pytest.mark.parametrize("row", rows(*TABLES), ids=str)
def test_periods(row: Row) -> None:
    assert summary(parse_timescale(row.text, row.year)) == row.reading
