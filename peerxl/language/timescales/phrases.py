"""The phrases of council officers' timescales, as data: what each does in the grammar.

They stand as officers write them, a bar between two; the longest that fits is read, and a hyphen in a cell stands for a
space ("year-end").
"""

from __future__ import annotations

from collections.abc import Mapping

from peerxl.language.timescales.roles import Role

PHRASES: Mapping[Role, str] = {
    Role.BY: (
        "by|no later than|not later than|by no later than|by not later than|by the latest|on or before|by or before|"
        "in or before|up to and including|latest by|to be completed by|to complete by|complete by|for completion by"
    ),
    Role.LATEST: "at the latest|at latest|at the very latest",
    Role.UNTIL: (
        "until|till|til|up to|up until|through to|ending|ending in|ending on|quarter ending|year ending|month ending|"
        "period ending"
    ),
    Role.TO: "to|through|thru",
    Role.END: (
        "end of|the end of|end|ends|end of the|close of|the close of|year end|year end of|end of year|end of the year|"
        "financial year end|fiscal year end|fy end|end of the month of|end of the quarter|month end|quarter end|eofy|"
        "eoy|ye|finish|finishes|finishing|finish in|last day of|the last day of|very end of|the very end of"
    ),
    Role.START_OF: (
        "start of|the start of|beginning of|the beginning of|start of the|begining of|commencement of|beginning|beg|"
        "beg of|beg.|beg. of|the beginning of the|beginning of the"
    ),
    Role.START: (
        "start|starts|start date|started|commence|commences|commenced|begin|begins|began|to start|to commence|"
        "to begin|start in|commence in|begin in|started in|commenced in|start on|starting date|commencement|"
        "commencement date|beginning in|beginning on|will start|will begin|will commence|due to start|due to begin|"
        "due to commence|begun|will start in|will begin in|will commence in|starts in|begins in|commences in"
    ),
    Role.BEFORE: "before|prior to|ahead of|in advance of|pre|before the|prior to the|earlier than|sooner than",
    Role.FROM: (
        "from|effective from|with effect from|wef|w.e.f|w.e.f.|effective|not before|no earlier than|not earlier than|"
        "no sooner than|not until|since|starting|starting from|starting in|starting on|commencing|commencing from|"
        "commencing in|as from|on or after|onwards from|start from|in place since|not sooner than"
    ),
    Role.AFTER: "after|following|post|beyond|subsequent to|after the|following the|later than|past",
    Role.BETWEEN: "between",
    Role.DURING: (
        "in|during|throughout|on|for|at|over|within|across|of|during the course of|in the course of|as at|around|"
        "about|circa|ca|approx|approximately|roughly|c|in or around|on or around|on or about|i.e.|ie|aka"
    ),
    Role.FILLER: (
        "the|date|dates|due|due date|target|target date|deadline|completion date|planned|scheduled|expected|"
        "anticipated|proposed|month of|week commencing|week beginning|w/c|wc|w/b|wb|week ending|w/e|week of|"
        "the week of|latest|estimated|est|provisionally|provisional|timescale|timescales|is|be|set|set for|agreed|cop|"
        "cob|close of play|close of business"
    ),
    Role.PART: (
        "early|mid|middle of|the middle of|middle|mid way through|midway through|half way through|halfway through|"
        "part way through|mid point of|midpoint of|first part of|early part of|the early part of|latter part of|"
        "the latter part of|later part of|latter half of|the latter half of|week one of|earlier in|later in|late|"
        "late in|early in|mid month of|some time in|sometime in|some point in|at some point in"
    ),
    Role.VAGUE: (
        "part of|half of|half|remainder of|the remainder of|rest of|the rest of|bulk of|most of|in line with|"
        "in line with the|alongside|alongside the|in conjunction with|mid month|first day of|first working day of|"
        "last working day of|as early as|overdue since|outstanding since"
    ),
    Role.NEXT: "next|this|last|coming|previous",
    Role.AT_LEAST: "at least|at the least|no less than|minimum",
    Role.OLD: (
        "was|were|previously|originally|original|orig|currently|current|formerly|initially|former|previous date|"
        "previous deadline|previous target|had been|has been|old date|old deadline|prev|original date|original target|"
        "original deadline|original timescale|instead of|in place of|orig.|prev.|would have been|should have been|"
        "supposed to be|meant to be|was the target|was the deadline|was the original"
    ),
    Role.MOVED: (
        "moved|changed|extended|amended|rephased|re-phased|re-profiled|reprofiled|realigned|shifted|move|extend|"
        "extension"
    ),
    Role.SLIPPED: (
        "slipped|slip|slippage|slipping|deferred|delayed|postponed|rescheduled|pushed back|put back|pushed|"
        "carried forward|carried over|rolled over|rolled forward|brought forward|re-scheduled|defer|postpone|c/f|"
        "c/fwd|b/f|deferral|moved back|moved forward|moved on|cfwd"
    ),
    Role.NEW: (
        "now|revised|revised date|revised target|revised deadline|revised timescale|revised target date|new date|"
        "new target|new deadline|new target date|updated|updated date|re-dated|revised due date|new due date|"
        "revised to|now due|updated to|rescheduled for|re-scheduled for|slipped into|deferred into|moved into|"
        "carried forward into|rolled forward into|rolled over into|carried over into|postponed for|deferred for"
    ),
    Role.ONGOING: (
        "ongoing|on going|continuing|continues|bau|business as usual|open ended|indefinite|indefinitely|"
        "until further notice|no end date|onging|ongoing basis|on an ongoing basis|ongoing process|"
        "ongoing until further notice|ongoing with no end date|ongoing no end date|ongoing programme|ogoing|ongong|"
        "to continue|will continue"
    ),
    Role.ROLLING: (
        "continuous|continuously|continual|continually|rolling|permanent|always|rolling programme|rolling basis|"
        "on a rolling basis"
    ),
    Role.ONWARDS: (
        "onwards|onward|and beyond|& beyond|and onwards|on wards|and thereafter|+ beyond|going forward|"
        "and going forward"
    ),
    Role.RECURRING: (
        "annually|yearly|quarterly|monthly|weekly|fortnightly|daily|termly|biannually|bi-annually|biannual|bi-annual|"
        "biennially|biennial|half yearly|six monthly|three monthly|bi-monthly|bimonthly|per annum|twice a year|"
        "twice yearly|twice per year|once a year|three times a year|four times a year|year on year|regularly|"
        "twice a month|once a month|once a quarter|per quarter|per month|per year|every other month|every other year|"
        "every other week|three yearly|two yearly|four yearly|every second year|all year round|annualy|anually|"
        "quaterly|montly|6 monthly|3 monthly|every school term|times a year|times per year|times yearly|once per term|"
        "once a term|per term|each term|every half term|each half term|p.a."
    ),
    Role.ANNUAL: "annual|recurring|regular|recurrent",
    Role.HORIZON: (
        "short term|medium term|long term|longer term|short to medium term|medium to long term|short/medium term|"
        "medium/long term|near term|short|medium|long"
    ),
    Role.IMMEDIATE: (
        "immediate|immediately|asap|a.s.a.p|a.s.a.p.|as soon as possible|with immediate effect|straight away|"
        "straightaway|forthwith|urgent|urgently|as soon as practicable|as soon as practical|immediate effect|"
        "as soon as is practicable|right now"
    ),
    Role.STATUS: (
        "complete|completed|done|achieved|closed|in progress|not started|not yet started|delivered|on track|overdue|"
        "implemented|underway|under way|finished|actioned|live|in place|already complete|already in place|"
        "work in progress|now complete|now completed|fully complete|action complete|ceased|partially complete|"
        "partly complete|all complete|all completed|action completed"
    ),
    Role.STOPPED: (
        "on hold|paused|cancelled|canceled|withdrawn|superseded|abandoned|no longer required|no longer needed|"
        "no longer applicable|no longer relevant|suspended|not required|not progressing|not being progressed|not met|"
        "missed|not implemented|not complete|not completed|not yet complete|not yet completed|not yet implemented"
    ),
    Role.UNSET: (
        "tbc|tba|tbd|t.b.c|t.b.c.|t.b.a|t.b.a.|n/a|n.a|n.a.|na|not applicable|to be confirmed|to be agreed|"
        "to be determined|to be decided|to be advised|to be arranged|to be announced|to be set|to be scheduled|"
        "to be established|to be identified|to be defined|enter date here|click or tap to enter a date|"
        "click here to enter a date|insert date|insert date here|enter date|select date|choose an item|choose a date|"
        "no date|no date set|not set|none|nil|unknown|not known|not yet known|not yet agreed|not yet set|"
        "not yet confirmed|not yet determined|dd/mm/yyyy|dd/mm/yy|date tbc|date to be confirmed|awaiting date|"
        "no timescale|not specified|blank|no due date|no deadline|unconfirmed|not confirmed|yet to be confirmed|"
        "yet to be agreed|tbs|not stated|not provided|unspecified|n/k|not given|none given|none set|date to be agreed|"
        "to be clarified|to be finalised|to be notified|date tba|date tbd|todo|date pending"
    ),
    Role.DENY: (
        "not|no|never|except|excepting|excluding|excl|unless|if|without|cannot|instead|rather than|other than|"
        "apart from|nor|neither|or later|or after|or beyond|earliest|at the earliest|in time for|ready for|"
        "in readiness for|in preparation for|as of|no longer|nothing|barring|outside|outside of|but for|save for|"
        "only after|only when|not from|unlikely|unachievable|with the exception of|varies|may vary|will vary|can vary|"
        "dates vary|timescales vary"
    ),
    Role.TOLD: (
        "took|took place|began with|went|went live|came|came into|came into force|became|gave|occurred|happened|"
        "failed to|held in|held on|last reviewed|last updated|last checked|last tested|last amended|last met|raised on|"
        "logged on|opened on"
    ),
    Role.DEICTIC: (
        "next year|this year|last year|following year|current year|previous year|coming year|next financial year|"
        "this financial year|last financial year|current financial year|the following financial year|"
        "following financial year|next month|this month|last month|next quarter|this quarter|last quarter|"
        "following quarter|the year after|year after|next fy|this fy|previous financial year|in year|new year|"
        "new financial year"
    ),
    Role.OTHER_YEAR: (
        "municipal year|civic year|council year|academic|municipal|tax year|calendar year|calendar years|"
        "football season|mayoral year"
    ),
    Role.SCHOOL: "academic year|academic years|school year|school years|term time|ay|school term|academic term",
    Role.NO_PERIOD: "half term|half year|half years|mid year|mid term|year round",
    Role.PRESENT: "present|present day|to date|to completion|to conclusion",
    Role.OR: "or",
    Role.AND: "and|plus|and then to|as well as",
    Role.THEN: "then|and then|with|thereafter|but|subsequently|and is|it is|remains|afterwards",
    Role.LABEL: "24/7|365|7/7|50/50|360",
}
