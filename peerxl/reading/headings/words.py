"""The words of column headings, as data: what councils, auditors and projects call each field of a tracker.

A heading is ``before* head after*``: any number of words that change nothing, the words that name the field, any number
of words that change nothing. "Agreed management action required" is an action by "action" alone, "Related risk" is no
risk, as "related" stands in no list. All words stand here folded, as ``peerxl.reading.headings.key`` folds what a plan
says: in the singular, written out, with spaces around strokes ("number later than", "responsibility ly with").
"""

from __future__ import annotations

from collections.abc import Iterable


def split_phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list written with commas."""
    return tuple(phrase.strip() for phrase in " ".join(text.split()).split(",") if phrase.strip())


def split_words(text: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(text.split())


# What a heading may be about without another meaning: "Risk owner", "Status of action", "Task ID".
SUBJECTS = split_words("""
    action task issue risk project item recommendation milestone audit activity finding plan mitigation response
    observation deliverable improvement change bug ticket incident control step initiative service work program log
    entry record tracker register poam ncr capa car raid dependency assumption opportunity problem defect measure
    package management corrective preventive remediation treatment implementation delivery resolution completion peer
    review council corporate recovery objective strategy pip cap request story card
""")
# How sure it is yet, which changes nothing in what a heading is of: "Suggested owner", "Owner hint".
TENTATIVE = split_words("""
    suggested suggestion possible likely potential tentative provisional preliminary hint indicative approximate approx
""")
# What is said of a time ahead: the first lot of how things will go, the second of what is meant to be done as well.
FORESEEN = split_words("target targeted expected anticipated projected forecast forecasted estimated scheduled")
INTENDED = split_words("planned proposed intended")


def join_phrases(firsts: Iterable[str], seconds: Iterable[str]) -> tuple[str, ...]:
    """Each of the first words before each of the second: "target delivery", "expected delivery"."""
    seconds = tuple(seconds)
    return tuple(f"{first} {second}" for first in firsts for second in seconds)


PLAIN = split_words("""
    the a of for on to our your agreed proposed key main primary current latest overall present specific detailed brief
    short full general new all any this utc
""")

ACTION_BEFORE = (
    SUBJECTS
    | PLAIN
    | split_words("""
        required remedial improvement planned intended next recommended mitigating follow up outstanding priority
        immediate further strategic trust authority school college university provider force contingency additional
        suggested necessary individual smart high level detail development learning training meeting safety quality
        compliance operational equality sustainability climate partnership local joint team organisational system
    """)
)
ACTION_AFTER = PLAIN | split_words("""
    recommended suggested description name title headline detail summary item point required needed plan step statement
    text be taken taking take undertaken implemented completed done applied list mitigate address it planned identified
    outstanding necessary arising
""")

ACTION_HEADS = split_phrases("""
    action, what, we will, the council will, what we will do, what do we plan to do, what we plan to do,
    what will we do, how we will do it, how will we do it, what will be done, what need to be done,
    what are we going to do, what is needed, next step, activity, to do, action plan, action taken / to be taken,
    action taken / required, action taken / planned, how do we get there, how will we get there,
    action taken or to be taken, action taken or planned, action taken and planned, action we will take,
    action we are taking, action we have agreed, how we will achieve this, how we will achieve it, action to complete,
    what we said we would do, what we said we will do, what did we say we would do, first action, initial action,
    interim action, to action
""")
# A tracker without an action column has its actions in the first of these that its rows fill.
TASK_HEADS = split_phrases("""
    corrective action, proposed measure, agreed measure, planned measure, corrective measure, remedial measure,
    preventive measure, mitigating measure, required measure, measure required, necessary measure, remediation plan,
    remediation, mitigation plan, mitigation, mitigation strategy, mitigation measure, task, subtask, sub task,
    sub action, subaction, work item, to do item, milestone, treatment plan, risk treatment, countermeasure, step,
    deliverable, commitment, improvement, intervention, initiative, remedial work, remediation work, repair, fix,
    remedy, measure to be taken, control measure required, further control measure, additional control measure,
    additional measure, further measure, treatment, solution, work required, required work, work to complete,
    task to complete, step to complete, work needed, work to be done, work to be undertaken, work to be carried out,
    action arising, undertaking, pledge, response plan, response strategy, management response, management comment,
    risk response, response, control, resolution, contingency plan, how, how will we achieve this,
    how will we achieve it, key result, program of work, work program, work plan, thing to do, job,
    measure to reduce risk, measure to address risk, work package, package, checklist item, check list item,
    corrective measure, preventive measure, remedial measure
""")
# Then those that say what is wrong or what is asked, and last those that only say that they describe something.
TOPIC_HEADS = split_phrases("""
    recommendation, issue, finding, problem, problem statement, weakness, non conformity, non conformance,
    nonconformity, observation, risk, hazard, user story, story, matter arising, assumption, dependency, opportunity,
    gap, bug, defect, ticket, requirement, decision, condition, snag, punch item, punch list item, deficiency,
    non compliance, symptom, blocker, impediment, threat, question, query, concern, matter, root cause, we need,
    what we need, what do we need, point, discussion point, point discussed, point of discussion, council request,
    councillor request, member request, board request, committee request, prerequisite,
    pre requisite, precondition, pre condition
""")
DESCRIPTION_HEADS = split_phrases("title, summary, short description, description, detail, item, subject, card, name")
TOPIC_BEFORE = PLAIN | split_words("""
    audit brief detailed short full problem issue risk task bug defect ticket item peer lga internal external key action
    finding weakness project work story incident observation milestone card
""")
# How it came to be known that something is wrong, or that it still is.
TOPIC_KNOWN = split_words("observed identified reported noted detected known open")
TOPIC_AFTER = PLAIN | split_words("""
    description name title detail summary statement text event identified raised item taken made needed required
""")

REF_HEADS = split_phrases("""
    reference, reference number, number, id, identifier, unique id, unique identifier, unique reference, serial,
    serial number, s number, s / n, s n, sn, item, item number, row, row number, line, line number, key, issue key,
    ticket, ticket number, case number, tracking number, urn, sequence, seq, index, code, wbs, wbs code, wbs number,
    reference code, slug
""")
REF_BEFORE = SUBJECTS | PLAIN | split_words("unique internal stable")

THEME_HEADS = split_phrases("""
    theme, workstream, work stream, strand, priority, priority area, objective, pillar, aim, area for improvement,
    focus area, area of focus, improvement area, outcome area, section, goal, ambition, domain, area
""")
THEME_BEFORE = PLAIN | split_words("strategic council corporate improvement")
THEME_AFTER = split_words("area name title")

RECOMMENDATION_HEADS = split_phrases("recommendation")

STATUS_HEADS = split_phrases("""
    status, rag, rag status, rag rating, brag, brag status, brag rating, open / closed, open or closed, open / close,
    complete, completed, done, closed, completion status, progress rag, status rag, delivery confidence, implemented,
    complete yes / no, completed yes / no, completed y / n, complete y / n, done y / n, done yes / no, state, delivered,
    actioned, achieved, finished, discharged, signed off, closed out, resolved yes / no, resolved y / n,
    complied, met, bragg, ragb, r / a / g, b / r / a / g, progress rating, o / c, traffic light,
    on track, on target, on schedule, on course, done yet, rayg, completed y or n, complete y or n, stage, r a g,
    b r a g, red / amber / green, green / amber / red, g / a / r, brayg, dca, delivery confidence assessment, fixed,
    remediated, rectified, addressed, cleared,
    finalised, finalized
""") + join_phrases(
    split_phrases("level of, degree of, extent of"), split_phrases("completion, implementation, achievement, progress")
)
# Statuses only where the cells show it.
WEAK_STATUS_HEADS = ("disposition",)
# A tick over ticks.
TICK_HEADS = frozenset("✓✔☑")
# How much is done, in hundredths: a status where no column is called so.
DONE_SO_FAR = split_phrases(
    "complete, completed, completion, done, progress, achieved, implemented, delivered, finished"
)
PERCENT_HEADS = (
    *join_phrases(["%"], DONE_SO_FAR),
    *join_phrases(DONE_SO_FAR, ["%"]),
    *split_phrases("% of completion, % of progress, % of work done, % of work completed"),
    *split_phrases("% work complete, % work completed, % work done, progress to date %, progress so far %"),
)
STATUS_BEFORE = (  # "Action to complete" is none
    SUBJECTS
    | PLAIN
    | split_words(
        "workflow progress rag brag self assessed assessment closure completion is it goal colour fully physical"
    )
) - {"to"}
STATUS_AFTER = PLAIN | split_words("""
    rating code colour color indicator score assessment flag icon symbol now today ✓ ✔ ☑ rag brag as at option name
    month period quarter week implementation
""")

# Comments only where nothing stands beside: "Latest status" is none.
BARE_COMMENT_HEADS = split_phrases("latest, information, feedback")
COMMENT_HEADS = split_phrases("""
    comment, commentary, narrative, remark, note, news, latest update, progress to date, progress made, latest progress,
    what has been done, detail of progress, summary of progress, progress comment, progress remark, progress note,
    progress commentary, update comment, update note, supporting commentary, supporting narrative,
    current position and comment, further information, additional information, other information, further detail,
    status comment, status note, status detail, status description, status narrative, status explanation, update detail,
    progress detail, work log, current situation, achievement to date, update text, last update text, additional info,
    further info, exception report, reason for rag, reason for status, reason for slippage, rationale for status,
    rationale for rag, rationale for rating
""") + join_phrases(["rag", "status"], ["rationale", "explanation", "justification", "reason"])
COMMENT_BEFORE = (
    SUBJECTS
    | PLAIN
    | split_words("""
        progress officer update additional further supporting closing closure status quarterly monthly weekly other lead
        owner evidence
    """)
)
COMMENT_AFTER = PLAIN | split_words("progress status log history")
# What was done in the end: a comment where no column is called so.
OUTCOME_HEADS = split_phrases("""
    outcome, resolution, action taken, review of action taken, result, closure comment, closure note, work done,
    actual outcome, highlight, key highlight, explanation, reason for delay, reason for variance, journal
""")

OUTCOME_AFTER = PLAIN | split_words("period quarter month week")

# "Update" and its like are a status in one council and a comment in the next: the column's cells decide.
UPDATE_AFTER = PLAIN | split_words("""
    summary text log detail description report narrative statement entry period quarter month week term history
""")
UPDATE_HEADS = split_phrases("""
    follow up, update, progress, progress update, state of play, position, current position, latest position,
    position at follow up, follow up position, progress report, status update, status and progress, progress status,
    quarterly update, monthly update, weekly update, how are we doing, where are we now, what have we done,
    what has happened, progress so far, update on progress, progress against action, progress on action,
    progress since last report
""")

EVIDENCE_HEADS = split_phrases("""
    evidence, evidence of completion, supporting evidence, evidence of progress, link to evidence, evidence / link,
    evidence provided, document, evidence of impact, supporting document, evidence of closure, closure evidence,
    mean of verification, assurance, assurance received, source of assurance
""")

EVIDENCE_AFTER = PLAIN | split_words("reference link location")

# What is there already is nothing to be done.
EXISTING = split_words("already existing currently")
# Known, of no use to a plan, and never taken for anything else.
EXTRA_HEADS = split_phrases("""
    start date, start, date agreed, lead member, portfolio holder, cabinet member, portfolio, category, type, impact,
    likelihood, probability, severity, score, risk score, rating, risk rating, risk level, cost, budget,
    resource required, resource implication, resource needed, success measure, success criteria, measure of success,
    expected outcome, intended outcome, desired outcome, key outcome, kpi, output, impact measure, priority level,
    source, support, supported by, supporting officer, partner, duration, predecessor, successor, strategy, reporter,
    raised by, reported by, identified by, logged by, created by, requested by, requester, author, originator,
    initiator, updated by, approved by, approver, reviewed by, reviewer, verified by, closed by, completed by,
    assigned by, recorded by, source of recommendation, source of action, committee, meeting, page, paragraph,
    stakeholder, consulted, informed, escalated to, escalation, notify, member present, attendee, related risk,
    related issue, security control, cause, trigger, consequence, effect, proximity, residual risk,
    inherent risk, team, department, directorate, location, phase, effort, hour, link, url, attachment, tag, label,
    version, priority score, risk category, issue type, sprint, agreed with, discussed with, consulted with,
    step to reproduce, reproduction step, repro step, what for, level for action, level of action
""")

# Headings that name what is listed, and so no actions.
LISTED = split_words("project program policy service contract team person people name place")

# What tables list that are no trackers, where their cells do not show it: one may stand in any tracker.
FOREIGN = split_words("""
    applicant application complaint complainant petition petitioner contractor premises licence grant funder borrower
    parcel passenger guest sku invoice order customer client buyer seller product address street city town country
    postcode zip gender sex dob birthday birth born isbn author artist album genre home away goal opponent venue referee
    stadium round league gene chromosome protein sequence species symbol ticker dividend market exchange currency
    shipping shipment shipped ship carrier supplier vendor warehouse stock model make colour color engine class grade
    student course teacher lecture exam mark attendance patient diagnosis monday tuesday wednesday thursday friday
    saturday sunday room speaker session hotel flight airline departure arrival destination recipe account nationality
    employee hire isin coupon film movie song track player coach seat ticket expected result assay sample lot batch
    serial manufacturer asset tenant rent lease donor username password ip host hostname timestamp user session endpoint
    method timezone hobby kpi metric dataset datatype field term vehicle server database test precondition
""")  # fmt: skip

# Headings that trackers of actions, risks and issues have and other tables hardly do.
TYPICAL = split_words("""
    likelihood probability impact severity mitigation contingency residual inherent priority raised reporter
    recommendation rag owner assignee progress milestone evidence predecessor response escalation trigger finding risk
    issue action resolution deadline rating proximity responsible assigned overdue defect bug snag reproduce
""")  # fmt: skip
