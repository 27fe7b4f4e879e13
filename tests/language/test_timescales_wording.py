"""What the words round a period make of it, and what words say without one."""

import pytest

from peerxl.language.timescales import parse_timescale
from tests.language.timescale_tables import Row, rows, summary

MILESTONES = """
Q1 23/24 agree plan (Q3 23/24 draft proposal to at least meet 24/25) savings requirement. | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Q1 23/24 agree priorities | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Phase 1: Q1 23/24; Phase 2: Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Draft strategy Oct 23; consultation Nov-Dec 23; adoption Feb 24 | dated Q3 2023/24 – Q4 2023/24, 2024-02-29
Draft June 2023, final Sept 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
2023/24 draft; 2024/25 final | dated Q1 2023/24 – Q4 2024/25, 2025-03-31
30 September 2013 – Review Completed | dated Q2 2013/14 – Q2 2013/14, 2013-09-30
Q3 23/24 (24/25 budget) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Q3 23/24 – 24/25 budget | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
2024/25 budget agreed by February 2024 | dated … – Q4 2023/24, 2024-02-29
Agree 2024/25 budget - Feb 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-02-29
Q1 23/24 identify savings in 24/25 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
2023/24 – March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Phase 1: Q3 23/24, Phase 2: 2024/25 | dated Q3 2023/24 – Q4 2024/25, 2025-03-31
Q3 23/24 and 2024/25 | dated Q3 2023/24 – Q4 2024/25, 2025-03-31
Phase 1 Q3 23/24; Phase 2 2024/25 | unreadable: unclear
Cabinet 14 Nov 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-11-14
COVID-19 review March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Local Plan 2040 adopted March 2025 | dated Q4 2024/25 – Q4 2024/25, 2025-03-31
2030 Vision - March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Phase 2 March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Gate 2 March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Sprint 3 June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Objective 3/4 by March 2024 | dated … – Q4 2023/24, 2024-03-31
Ref 4.2 March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
PEER01.04 Q3 23/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
3 workshops by March 2024 | dated … – Q4 2023/24, 2024-03-31
£1.2m by Q4 23/24 | dated … – Q4 2023/24, 2024-03-31
1,500 homes by March 2025 | dated … – Q4 2024/25, 2025-03-31
March 2024 (TBC) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
TBC - March 2024? | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Spring 2024 (subject to funding) | dated Q4 2023/24 – Q1 2024/25, 2024-05-31
Action 14 June 2024 | unreadable: unclear
4.2 March 2024 | unreadable: unknown-number
1. March 2024 | unreadable: unknown-number
March 2024 06/23 | unreadable: unknown-number
March 2024 45 | unreadable: unknown-number
Census 2021 data – 2023 | unreadable: unclear
November Cabinet 2023 | unreadable: no-year
1st draft June 2023, 2nd draft Sept 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
Phase 1 June 2023 Phase 2 Dec 2023 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
M25 works March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Phase 1-2023/24 | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
10-15% by March 2024 | dated … – Q4 2023/24, 2024-03-31
Pending outcome of review – Q4 23/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Report to March 2024 Cabinet | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Present to Cabinet March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
In line with 2025/26 budget | unreadable: unclear
"""

OPEN_ENDS = """
Q1 23/24 – ongoing | open Q1 2023/24 – …, open
July 2023 and ongoing | open Q2 2023/24 – …, open
Sept 2023 (ongoing) | open Q2 2023/24 – …, open
Sept 2023, ongoing | open Q2 2023/24 – …, open
Sept 2023 with ongoing review | open Q2 2023/24 – …, open
2023/24 & beyond | open Q1 2023/24 – …, open
2025/26+ | open Q1 2025/26 – …, open
April 23 onwards | open Q1 2023/24 – …, open
from April 2018 onwards | open Q1 2018/19 – …, open
from 1st April 2024 | open Q1 2024/25 – …, open
With effect from 1 April 2024 | open Q1 2024/25 – …, open
w.e.f. 01.04.2024 | open Q1 2024/25 – …, open
effective from Q1 23/24 | open Q1 2023/24 – …, open
Commencing April 2024 | open Q1 2024/25 – …, open
In place since April 2022 | open Q1 2022/23 – …, open
After March 2024 | open Q1 2024/25 – …, open
after Q4 23/24 | open Q1 2024/25 – …, open
after 14 June 2024 | open Q1 2024/25 – …, open
following May 2023 elections | open Q1 2023/24 – …, open
Not before April 2025 | open Q1 2025/26 – …, open
no earlier than Q1 24/25 | open Q1 2024/25 – …, open
Not until April 2024 | open Q1 2024/25 – …, open
Ongoing | open, open
On going | open, open
ON-GOING | open, open
continuing | open, open
BAU | open, open
Business as usual | open, open
Rolling programme | open, open
Ongoing until | open, open
Ongoing until March 2025 | dated … – Q4 2024/25, 2025-03-31
Ongoing from Q1 23/24 | open Q1 2023/24 – …, open
Ongoing throughout 2024/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
Q1 23/24 – ongoing until Q3 24/25 | dated Q1 2023/24 – Q3 2024/25, 2024-12-31
By March 2024 and ongoing | dated … – Q4 2023/24, 2024-03-31, open
Initial review by Sept 2023 then ongoing | dated … – Q2 2023/24, 2023-09-30, open
Ongoing - review March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31, open
Immediate and ongoing | open, open
after the March 2024 Cabinet | unreadable: unclear
Start April 2024 | open Q1 2024/25 – …, open
Start of Q3 2023/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Sept 2023. Ongoing | unreadable: unclear
Ongoing – March 2024 | unreadable: unclear
Ongoing 2023/24 | unreadable: unclear
2023 onwards | unreadable: unclear
Following Cabinet approval June 2024 | unreadable: unclear
Following feedback, June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
From Cabinet decision in June 2024 | unreadable: unclear
Not before Cabinet in June 2024 | unreadable: unclear
Pre-application review June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
May 2024 - present | unreadable: unclear
May 2024 - present to Cabinet | dated Q1 2024/25 – Q1 2024/25, 2024-05-31
May 2024 to date | unreadable: unclear
June 2024 to continue | open Q1 2024/25 – …, open
June 2024 until completion | unreadable: unclear
June 2024 (start) | unreadable: unclear
June 2024 (start), Sept 2024 (end) | dated Q1 2024/25 – Q2 2024/25, 2024-09-30
overdue since June 2024 | unreadable: unclear
"""

DUES = """
by the end of March 2018. | dated … – Q4 2017/18, 2018-03-31
By Q3 24/25 | dated … – Q3 2024/25, 2024-12-31
By 1st April 2024 | dated … – Q1 2024/25, 2024-04-01
End Q2 2024/25 | dated … – Q2 2024/25, 2024-09-30
end-June 2023 | dated … – Q1 2023/24, 2023-06-30
End of July 2023 | dated … – Q2 2023/24, 2023-07-31
End of 2025/26 | dated … – Q4 2025/26, 2026-03-31
by end 2023/24 | dated … – Q4 2023/24, 2024-03-31
year end 2023/24 | dated … – Q4 2023/24, 2024-03-31
end of financial year 2023/24 | dated … – Q4 2023/24, 2024-03-31
2023/24 year end | dated … – Q4 2023/24, 2024-03-31
by the end of 2025 | dated … – Q3 2025/26, 2025-12-31
End 2025 | dated … – Q3 2025/26, 2025-12-31
no later than 31 March 2024 | dated … – Q4 2023/24, 2024-03-31
not later than 30 June 2023 | dated … – Q1 2023/24, 2023-06-30
by no later than the end of Q2 23/24 | dated … – Q2 2023/24, 2023-09-30
on or before 31 March 2024 | dated … – Q4 2023/24, 2024-03-31
To complete by 31 Mar 17 | dated … – Q4 2016/17, 2017-03-31
To be completed by July 2023 | dated … – Q2 2023/24, 2023-07-31
to end of March 2025 | dated … – Q4 2024/25, 2025-03-31
until March 2025 | dated … – Q4 2024/25, 2025-03-31
Up to March 2025 | dated … – Q4 2024/25, 2025-03-31
before Q3 24/25 | dated … – Q2 2024/25, 2024-09-30
prior to 1 April 2024 | dated … – Q4 2023/24, 2024-03-31
ahead of Summer 2024 | dated … – Q1 2024/25, 2024-05-31
pre-April 2024 | dated … – Q4 2023/24, 2024-03-31
before the end of March 2024 | dated … – Q4 2023/24, 2024-03-31
before the start of April 2024 | dated … – Q4 2023/24, 2024-03-31
by May 2023 elections | dated … – Q1 2023/24, 2023-05-31
by mid March 2024 | dated … – Q4 2023/24, 2024-03-31
by 2025 | unreadable: unclear
before the March 2024 Cabinet | unreadable: unclear
until at least March 2025 | unreadable: unclear
by March 2024 at the earliest | unreadable: denied
Prior to Full Council March 2024 | unreadable: unclear
Ahead of Full Council 25 February 2025 | unreadable: unclear
By COP 31 March 2025 | dated … – Q4 2024/25, 2025-03-31
Start Q1 23/24, finish Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
unlikely before June 2024 | unreadable: denied
"""

SEVERAL_DATES = """
13.09.2023 08.11.2023 | dated Q2 2023/24 – Q3 2023/24, 2023-11-08
31/03/2024, 30/06/2024 | dated Q4 2023/24 – Q1 2024/25, 2024-06-30
30 June and 30 September 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
10/11 June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-11
a. Autumn 2025 b and c. April 2026 (subject to PIB) | dated Q2 2025/26 – Q1 2026/27, 2026-04-30
a) June 2023 b) September 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
1) Q1 23/24 2) Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
1. March 2024 2. April 2024 | dated Q4 2023/24 – Q1 2024/25, 2024-04-30
(i) June 2023 (ii) Sept 2023 | dated Q1 2023/24 – Q2 2023/24, 2023-09-30
• Ongoing • December 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31, open
• Q3 23/24 • 2024/25 | dated Q3 2023/24 – Q4 2024/25, 2025-03-31
- Q1 23/24<br>- Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
Council 19/07/23; Cabinet 05/09/23 | dated Q2 2023/24 – Q2 2023/24, 2023-09-05
5th, 12th and 19th June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-19
5/6/23 & 12/6/23 | dated Q1 2023/24 – Q1 2023/24, 2023-06-12
24/25, 30 June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
June 2024 (revised) Sept 2024 (original) | unreadable: unclear
"""

RECURRING = """
2023-2027 Quarterly | recurring Q1 2023/24 – Q4 2026/27, 2027-03-31
Quarterly 2023/24 | recurring Q1 2023/24 – Q4 2023/24, 2024-03-31
31 August (annually) | recurring
March (annually) | recurring
March (annually) @ 2023/24 | recurring
Every August | recurring
31 August each year | recurring
Annual - March each year | recurring
Annually by 31 March | recurring
Monthly | recurring
Quarterly | recurring
Six monthly - Sept and March | recurring
every six months | recurring
every 6 months from April 2024 | recurring Q1 2024/25 – …
Weekly until March 2024 | recurring … – Q4 2023/24, 2024-03-31
June 2023 and annually thereafter | recurring Q1 2023/24 – …
Annual | recurring
Annual Council May 2024 | recurring Q1 2024/25 – Q1 2024/25, 2024-05-31
Annual review - March 2024 | recurring Q4 2023/24 – Q4 2023/24, 2024-03-31
Ongoing - reviewed quarterly | recurring
Every Q1 | recurring
2nd Tuesday of each month | recurring
Annually in Q4 | recurring
3 times a year | recurring
At least annually | recurring
Monthly meetings from May 23 | recurring Q1 2023/24 – …
Q1 of each financial year | recurring
Once per term | recurring
"""

WORDS = """
Within six months of new Council. | relative
within six months | relative
2 years | relative
6-12 months | relative
12 months from adoption | relative
Six weeks after the election | relative
Short term (0-6 months) | relative
Medium term | relative
Year 1 | relative
Years 1-3 | relative
28 days after 31 March 2024 | relative
immediately | immediate
Immediate | immediate
ASAP | immediate
As soon as possible | immediate
With immediate effect | immediate
ASAP - by end June 2023 | dated … – Q1 2023/24, 2023-06-30
Complete | status
Completed. | status
COMPLETE | status
Rolled over | status
Deferred | status
In progress | status
Not started | status
On hold | status
No longer required | status
Complete - no further action | status
Completed March 2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
Not yet started - March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
 | unset
- | unset
? | unset
TBC | unset
tba | unset
N/A | unset
n/a | unset
Not applicable | unset
To be confirmed | unset
Enter date here | unset
Click or tap to enter a date. | unset
Within 12 months - March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Year 1 (2023/24) | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
12 months (by March 2024) | dated … – Q4 2023/24, 2024-03-31
To be addressed through 2, above. | unreadable: unknown-number
Complete the review of policy | unreadable: no-period
Ad hoc | unreadable: no-period
prior to Christmas | unreadable: no-period
Immediately following election | unreadable: no-period
Completed 06/23 | unreadable: unknown-number
April 2023 for 12 months | unreadable: unclear
April 2023 - 12 months | unreadable: unclear
Autumn | unreadable: no-year
Not implemented | status
Now and ongoing | open, open
Effective immediately | immediate
No date | unset
3 months | relative
Q3 C/F | unreadable: denied
"""

MOVED_AND_DENIED = """
Dec 2023 (revised from Sept 2023) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Revised date: March 2024 (was December 2023) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Originally Sept 2023, now Dec 2023 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Original: 31/03/2023 Revised: 30/09/2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Dec 2023 - revised date March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Q3 23/24 (originally Q1) | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
Q4 23/24 - slipped from Q2 23/24 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
Moved from March 2023 to June 2023 | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Deferred from Q3 23/24 to Q1 24/25 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Slipped to Q1 24/25 from Q3 23/24 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Deferred to 2024/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
Rolled over to 24/25 | dated Q1 2024/25 – Q4 2024/25, 2025-03-31
March 2023 slipped to Sept 2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
Extended until end of March 2025 | dated … – Q4 2024/25, 2025-03-31
Slipped from 20 April - more information needed | unreadable: only-moved
Was Q1 23/24 | unreadable: only-moved
Currently March 2024 | unreadable: only-moved
Rolled over from 22/23 | unreadable: only-moved
March 2023 originally | unreadable: denied
March 2024 (delayed) | unreadable: denied
Delayed – March 2024 | unreadable: denied
May slip to June 2024 | unreadable: denied
March 2024 not achievable | unreadable: denied
March 2024 if approved | unreadable: denied
March 2024 unless delayed | unreadable: denied
March 2024 except phase 2 | unreadable: denied
March 2024 or later | unreadable: denied
March 2024 (cancelled) | unreadable: denied
On hold until April 2024 | unreadable: denied
We won't finish by March 2024 | unreadable: denied
31.3.24 (extended to 30.6.24) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
Original target 31/12/2022; revised target 31/03/2023 | dated Q4 2022/23 – Q4 2022/23, 2023-03-31
Not implemented - new date 31/10/23 | unreadable: denied
not due until March 2024 | unreadable: denied
Q1 C/F to Q3 @ 2023/24 | dated Q3 2023/24 – Q3 2023/24, 2023-12-31
CFWD 24/25 | unreadable: denied
Sept 2024 (orig. Dec 2024) | dated Q2 2024/25 – Q2 2024/25, 2024-09-30
should have been June 2024 | unreadable: only-moved
June 2024 was the target | unreadable: denied
June 2024 (original) | unreadable: unclear
June 2024 - original plan | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
June 2024 now unlikely | unreadable: denied
"""

LENGTHS = """
April 2023 (3 years) | unreadable: unclear
April 2023, 12 months | unreadable: unclear
1 April 2024 (5-year contract) | unreadable: unclear
01/04/2024 (3yrs) | unreadable: unclear
2 years (April 2024) | unreadable: unclear
Trial Sept 2024, 12 months | unreadable: unclear
April 2024, two year programme | unreadable: unclear
March 2024 (18 month project) | unreadable: unclear
1 April 2024 (3 days) | unreadable: unclear
June 2024 (30 days) | unreadable: unclear
June 2024 (2 hours) | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
3 day workshop, June 2024 | dated Q1 2024/25 – Q1 2024/25, 2024-06-30
April 2024. Lasts 18 months | unreadable: unclear
From April 2024 (3 years) | unreadable: unclear
within 6 months of adoption (June 2024) | unreadable: unclear
by March 2024 (18 month project) | dated … – Q4 2023/24, 2024-03-31
April 2023 – March 2024 (12 months) | dated Q1 2023/24 – Q4 2023/24, 2024-03-31
2023-2026 (3 years) | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
within 6 months, by Sept 2002 | dated … – Q2 2002/03, 2002-09-30
within 6-9 months i.e. by Sept 2002 | dated … – Q2 2002/03, 2002-09-30
Years 1-3 (2023-2026) | dated Q1 2023/24 – Q4 2025/26, 2026-03-31
Years 1 to 4 (2023-2027) | dated Q1 2023/24 – Q4 2026/27, 2027-03-31
Years 1-2 (2023-2026) | unreadable: unclear
Years 2-3 (2023-2026) | unreadable: unclear
Year 3 (2023-2026) | unreadable: unclear
"""

THEREAFTER = """
by 6 April 2012 and thereafter at least every four years | recurring Q1 2012/13 – …
Oct 2024 meeting (quarterly thereafter) | recurring Q3 2024/25 – …
March 2024 and at least annually thereafter | recurring Q4 2023/24 – …
June 2024, annual review thereafter | recurring Q1 2024/25 – …
June 2024 launch, then monthly | recurring Q1 2024/25 – …
June 2024 launch, afterwards every year | recurring Q1 2024/25 – …
By April 2024 and annually thereafter | recurring Q1 2024/25 – …
Reviewed quarterly by June 2024 | recurring … – Q1 2024/25, 2024-06-30
June 2024 launch, quarterly | recurring Q1 2024/25 – Q1 2024/25, 2024-06-30
"""

TO_BE_DONE = """
Complete before year end @ 2024/25 | unreadable: no-period
Complete before Christmas | unreadable: no-period
Done before the year end | unreadable: no-period
Delivered by Easter | unreadable: no-period
Completed by Friday | unreadable: no-period
Completed by HR | status
Completed in full | status
"""

HEADING_YEARS = """
2024/25: by Dec | dated … – Q3 2024/25, 2024-12-31
2024/25: by Dec @ 2024/25 | dated … – Q3 2024/25, 2024-12-31
2024/25: by Dec @ 2023/24 | dated … – Q3 2024/25, 2024-12-31
2024/25: by Dec 2024 | dated Q1 2024/25 – Q3 2024/25, 2024-12-31
2024/25: by the end of June 2025 | unreadable: gloss-mismatch
Q3 2024/25: by 30 November 2024 | dated Q3 2024/25 – Q3 2024/25, 2024-11-30
2024/25 - by Feb | dated … – Q4 2024/25, 2025-02-28
2024/25: by 31 December | dated … – Q3 2024/25, 2024-12-31
2024/25, by the end of Q2 | dated … – Q2 2024/25, 2024-09-30
2024/25: from June | open Q1 2024/25 – …, open
2024/25: before June | dated … – Q1 2024/25, 2024-05-31
Budget 2024/25, by Feb | unreadable: no-year
2024/25: by Dec, 2025/26: by June | unreadable: gloss-mismatch
Start Q1 23/24, finish by Q3 23/24 | dated Q1 2023/24 – Q3 2023/24, 2023-12-31
"""

SPACED_DATES = """
30 09 2023 | dated Q2 2023/24 – Q2 2023/24, 2023-09-30
By 07 10 2023 | dated … – Q3 2023/24, 2023-10-07
30 13 2023 | unreadable: no-such-date
31 02 2023 | unreadable: no-such-date
7 10 2023 | unreadable: unknown-number
10 30 09 2023 | unreadable: unknown-number
30 09 2023 14 | unreadable: unknown-number
"""

TYPING = """
<p>Q1&nbsp;23/24</p><p>&ndash; ongoing</p> | open Q1 2023/24 – …, open
  Q1 23/24   | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
Q1 23/24. | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
(March 2024) | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
"March 2024" | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
• March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
March\u200b 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
３１/０３/２０２４ | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
March ٢٠٢٤ | unreadable: unknown-number
Q1 23/24* | dated Q1 2023/24 – Q1 2023/24, 2023-06-30
=March 2024 | dated Q4 2023/24 – Q4 2023/24, 2024-03-31
> March 2024 | unreadable: unclear
"""

PHRASES = (MILESTONES, OPEN_ENDS, DUES, SEVERAL_DATES, RECURRING, THEREAFTER, WORDS, TO_BE_DONE, MOVED_AND_DENIED)
TABLES = (*PHRASES, LENGTHS, HEADING_YEARS, SPACED_DATES, TYPING)


@pytest.mark.parametrize("row", rows(*TABLES), ids=str)
def test_wording(row: Row) -> None:
    assert summary(parse_timescale(row.text, row.year)) == row.reading
