"""The example master's words: an invented council, its people and its peer challenge action plan after three quarters.

Everything here is made up. Some cells are untidy on purpose, in the ways real plans are; the test of the masters
lists each of them with what is wrong.
"""

from __future__ import annotations

from datetime import date

from peerxl.documents.master import MasterRow
from peerxl.model.fiscal import FiscalQuarter, SingleYear, YearConvention
from peerxl.model.settings import Contact, Directory, FrontMatter, Settings

TITLE = "Tellbourne District Council - Peer challenge action plan 2025/26"

VISION, FINANCE, PLANNING, HOUSING, CLIMATE, MEMBERS, COMMUNICATIONS, PEOPLE = (
    "Vision and priorities",
    "Finance and assets",
    "Planning",
    "Housing",
    "Climate",
    "Members and governance",
    "Communications and partnerships",
    "People and digital",
)

PRIORITIES = (
    "Agree a small number of long-term priorities for the district, and make it plain how each service's work "
    "supports them."
)
PERFORMANCE = (
    "Put performance information in front of members more often, in a form that helps them to ask better questions."
)
SAVINGS = "Show how the council will close the gap in its medium-term financial plan without drawing on reserves."
ASSETS = "Decide what the council's land and buildings are for, and dispose of what it does not need."
DECISIONS = "Bring the planning service back to a standard that applicants and communities can rely on."
LOCAL_PLAN = "<p>Keep the local plan on course, and be clear with communities about the choices it makes.</p>"
HOMELESSNESS = "Reduce the use of bed and breakfast for homeless families, and its cost."
STANDARDS = "Show tenants that the council meets the regulator's standards for their homes."
CARBON = (
    "Turn the climate emergency declaration into a programme with costs, dates and somebody answerable for each part."
)
DEVELOPMENT = "Give councillors the training and support they need for the decisions ahead of them."
SCRUTINY = "Make scrutiny's work matter more to residents, and earlier in the life of a decision."
DELEGATION = "Free members' time for the decisions that only they can take."
LISTENING = "Tell the council's story with one voice, and listen as well as speak."
PARTNERS = "Agree with partners what each will do for the district, and hold one another to it."
WORKFORCE = "Plan for the workforce the council will need, not the one it has."
ONLINE = "Make services as easy to use online as by telephone, and leave nobody behind."

ROWS = (
    MasterRow(
        ref="PC1.1",
        theme=VISION,
        recommendation=PRIORITIES,
        action="Agree a council plan for 2025 to 2029 with no more than five priorities, and publish it in a form that "
        "residents will read.",
        timescale="Q4 24/25 – Q2 25/26",
        owner="Policy and Performance Manager",
        updates=(
            (
                "In progress",
                "A draft with five priorities went out to consultation on 12 May. 640 residents, 38 parish and town "
                "councillors and 22 local businesses had replied by 20 June.",
            ),
            (
                "Completed",
                "Council adopted the plan on 16 September. A four-page summary went to every household with the autumn "
                "newsletter, and an easy-read version is on the website.",
            ),
            ("Completed", "The plan was launched at staff briefings in Tellbourne and Osmerley in October."),
        ),
        evidence="Council, 16 September 2025, minute 31",
    ),
    MasterRow(
        ref="PC1.2",
        theme=VISION,
        recommendation=PRIORITIES,
        action="Rewrite every service plan so that each objective names the priority in the council plan that it "
        "serves.",
        timescale="Q3 2025/26",
        owner="Policy and Performance Manager",
        updates=(
            ("Not started", "To follow the adoption of the council plan in September."),
            (
                "In progress",
                "A new template was agreed by the leadership team on 24 September. Heads of service were briefed the "
                "same week.",
            ),
            (
                "In progress",
                "15 of 19 service plans have been rewritten and signed off by the portfolio holders. The other four "
                "(revenues, building control, parking and licensing) are with their heads of service and will reach "
                "the leadership team in January.",
            ),
        ),
        evidence="Leadership team, 24 September 2025, item 3",
    ),
    MasterRow(
        ref="PC1.3",
        theme=VISION,
        recommendation=PERFORMANCE,
        action="Publish a two-page quarterly report that sets performance beside the budget and the council's main "
        "risks.",
        timescale="Q1 25/26 – ongoing",
        owner="Policy and Performance Manager",
        updates=(
            ("Ongoing", "The first report went to the Scrutiny Committee on 10 June."),
            (
                "Ongoing",
                "The report is published within six weeks of the end of each quarter and goes to the Scrutiny "
                "Committee and then to the Executive.",
            ),
            (
                "On going",
                "The report is published within six weeks of the end of each quarter and goes to the Scrutiny "
                "Committee and then to the Executive.",
            ),
        ),
        evidence="Performance pages of the website",
    ),
    MasterRow(
        ref="PC2.1",
        theme=FINANCE,
        recommendation=SAVINGS,
        action="Agree a savings programme that closes the gap of £2.4 million forecast for 2028/29.",
        timescale="by 31 March 2026",
        owner="AD for Finance",
        updates=(
            (
                "In progress",
                "Each directorate has been given a target. The first 61 proposals were tested with portfolio holders "
                "at a workshop on 5 June.",
            ),
            (
                "In progress",
                "Proposals worth £1.7 million a year have been costed and given a lead officer. They fall into four "
                "groups: contracts that end before 2028, office space that is no longer used, services that could be "
                "shared with a neighbouring district, and fees that have not kept up with the cost of the service. A "
                "cross-party budget group of seven members has met three times to go through them line by line, and "
                "has asked for more work on garden waste and car parks before it makes a recommendation. The other "
                "£0.7 million is to come from the policy for fees and charges (PC2.3) and from the asset strategy "
                "(PC2.4).",
            ),
            (
                "In progress",
                "Proposals worth £2.1 million a year are in the draft budget, which the Executive published for "
                "consultation on 8 December. Council sets the budget on 24 February 2026.",
            ),
        ),
        evidence="Executive, 2 December 2025, item 7",
    ),
    MasterRow(
        ref="PC2.2",
        theme=FINANCE,
        recommendation=SAVINGS,
        action="Bring budget managers' forecasts together each month and report variances to the leadership team "
        "within ten working days.",
        timescale="Q4 24/25 – Q1 25/26",
        owner="AD Finance",
        updates=(
            (
                "Completed",
                "The monthly timetable started in April. May's variances reached the leadership team on the eighth "
                "working day.",
            ),
            ("Completed", "All three reports this quarter met the ten-day target."),
            ("Completed", "Internal audit gave the arrangements substantial assurance in November."),
        ),
        evidence="Internal audit report 25/14",
    ),
    MasterRow(
        ref="PC2.3",
        theme=FINANCE,
        recommendation=SAVINGS,
        action="Agree a policy for fees and charges, beginning with garages, car parks and pre-application advice.",
        timescale="Q2 25/26 draft; Q4 25/26 final policy",
        owner="ADs for Finance and Housing",
        updates=(
            ("Not started", "Work begins in July, once the outturn for 2024/25 is known."),
            (
                "In progress",
                "The Scrutiny Committee considered the draft policy on 18 September and asked for a clearer approach "
                "to concessions.",
            ),
            (
                "In progress",
                "Concessions have been rewritten with the advice charity and the tenants' panel. The final policy goes "
                "to the Executive on 3 February 2026.",
            ),
        ),
        evidence="Scrutiny Committee, 18 September 2025, item 6",
    ),
    MasterRow(
        ref="PC2.4",
        theme=FINANCE,
        recommendation=ASSETS,
        action="Survey the condition of all 46 operational buildings and adopt an asset strategy.",
        timescale=date(2025, 11, 28),
        owner="AD for Property and Growth",
        updates=(
            ("In progress", "Surveyors were appointed in May and had visited 18 buildings by the end of June."),
            (
                "In progress",
                "41 buildings have been surveyed. Early results point to £3.1 million of repairs over ten years, more "
                "than half of it at Osmerley Leisure Centre and the Corn Hall.",
            ),
            (
                "In progress",
                "All 46 surveys are in. The strategy was not ready for November because:\n"
                "- the roof survey at the Corn Hall had to be repeated after the October storms\n"
                "- two valuations arrived late.\n"
                "It is now on the agenda of the Executive for 3 February 2026.",
            ),
        ),
        evidence="Condition survey summary, December 2025",
    ),
    MasterRow(
        ref="PC2.5",
        theme=FINANCE,
        recommendation=ASSETS,
        action="Find a new use for the former depot at Saltergate Yard.",
        timescale="Q4 2025/26",
        owner="AD for Property and Growth",
        updates=(
            ("In progress", "Three options (homes, workshops, sale) were costed in June."),
            ("In progress", "The Executive chose homes on 2 September, subject to a ground survey."),
            (
                "On hold",
                "The ground survey found fuel in the soil beneath the old wash bay. Work stops until the Environment "
                "Agency has agreed how to treat it, which we expect in March 2026.",
            ),
        ),
        evidence="Executive, 2 September 2025, item 11",
    ),
    MasterRow(
        ref="PC3.1",
        theme=PLANNING,
        recommendation=DECISIONS,
        action="Fill the five vacant posts in development management and end the use of agency case officers.",
        timescale="Sept 25",
        owner="AD for Planning / AD for People",
        updates=(
            (
                "IN PROGRESS",
                "Two planners and a graduate trainee were appointed in June. Agency spending fell by a fifth.",
            ),
            (
                "In progress",
                "One more planner starts on 3 November. The principal's post drew no suitable candidates and has been "
                "advertised again with a market supplement.",
            ),
            (
                "Amber",
                "Four of the five posts are filled. Interviews for the principal planner are on 14 January 2026; one "
                "agency officer stays until then. Members are asked to agree a new date of 31 March 2026.",
            ),
        ),
        evidence="Personnel Committee, 20 November 2025, item 9",
    ),
    MasterRow(
        ref="PC3.2",
        theme=PLANNING,
        recommendation=DECISIONS,
        action="Decide the backlog of householder applications that are more than 16 weeks old.",
        timescale="Q4 24/25 – Q2 25/26",
        owner="AD for Planning",
        updates=(
            ("In progress", "The backlog fell from 212 applications in January to 97 at the end of June."),
            (
                "Completed",
                "The last of the backlog was decided on 19 September. 88% of new householder applications this quarter "
                "were decided within eight weeks.",
            ),
            (
                "Completed",
                "Since September no application has gone past 16 weeks without the applicant's agreement.",
            ),
        ),
        evidence="Planning Committee, 8 October 2025, item 4",
    ),
    MasterRow(
        ref="PC3.3",
        theme=PLANNING,
        recommendation=LOCAL_PLAN,
        action="Submit the local plan for examination, with an infrastructure schedule agreed with the county council.",
        timescale="Subject to the transport study",
        owner="AD for Planning",
        updates=(
            (
                "In progress",
                "Consultation on the preferred options ran from 28 April to 16 June. There were 1,930 replies, most of "
                "them about the land north of Osmerley.",
            ),
            (
                "In progress",
                "The replies have been analysed and published. Three matters need more evidence before the plan can be "
                "submitted:\n"
                "1. Transport: the county council's study of the junctions at Osmerley.\n"
                "2. Water: capacity at the Pennock treatment works.\n"
                "3. Travellers' sites: a new assessment of need.\n"
                "Members were briefed on 22 September.",
            ),
            (
                "In progress",
                "The evidence on water and travellers' sites is in and supports the preferred options. The transport "
                "study is two months behind, because traffic counts in September were affected by the closure of "
                "Quayle Street bridge; the county council repeated them in November and expects to report in late "
                "January. Officers have met the Planning Inspectorate, which advised against submitting the plan "
                "without the study. The cross-party local plan group has agreed to use the time to settle the wording "
                "of the design policies, so that the examination is not held up later. A new timetable goes to Council "
                "on 24 February 2026.",
            ),
        ),
        evidence="Local plan pages of the website",
    ),
    MasterRow(
        ref="PC4.1",
        theme=HOUSING,
        recommendation=HOMELESSNESS,
        action="Buy or lease 40 homes for use as temporary accommodation.",
        timescale="Q1 25/26 – Q4 26/27",
        owner="AD for Housing",
        updates=(
            ("In progress", "Nine homes have been leased, and offers accepted on four more."),
            (
                "In progress",
                "17 homes are in use. 23 families are in bed and breakfast, down from 41 in April.",
            ),
            (
                "In progress",
                "26 homes are in use. 11\u00a0families are in bed and breakfast, and none has been there for longer "
                "than six weeks. Two purchases in Osmerley fell through when the surveys found damp; others are being "
                "viewed.",
            ),
        ),
        evidence="Housing Board, 10 December 2025, item 5",
    ),
    MasterRow(
        ref="PC4.2",
        theme=HOUSING,
        recommendation=HOMELESSNESS,
        action="Agree a protocol for preventing homelessness with the county council, housing associations and the "
        "jobcentre.",
        timescale="Q2 25/26",
        owner="AD for Housing, with support from AD Legal",
        updates=(
            (
                "In progress",
                "All 11 partners have commented on the draft. The jobcentre has asked for a shorter referral form.",
            ),
            ("Completed ", "All partners signed the protocol on 30 September and it took effect the next day."),
            ("Completed", "62 households were referred in the protocol's first ten weeks; 44 kept their homes."),
        ),
        evidence="Signed protocol, 30 September 2025",
    ),
    MasterRow(
        ref="PC4.2",
        theme=HOUSING,
        recommendation=STANDARDS,
        action="Adopt a damp and mould standard, and visit every home that reports a problem within ten working days.",
        timescale="Autumn 2025",
        owner="AD for Housing",
        updates=(
            ("Not started", "Waiting for the new repairs contract, which starts in July."),
            ("In progress", "The contract started on 7 July. Two damp and mould surveyors are in post."),
            (
                "In progress",
                "The standard is written and the tenants' panel supports it. 83% of visits in November were within ten "
                "working days. The Executive is asked to adopt the standard on 3 February 2026.",
            ),
        ),
        evidence="Tenants' panel notes, 26 November 2025",
    ),
    MasterRow(
        ref="PC5.1",
        theme=CLIMATE,
        recommendation=CARBON,
        action="Publish a costed plan to take fossil fuels out of the council's buildings by 2035.",
        timescale="Q4 2025/26",
        owner="AD for Environment and Climate",
        updates=(
            ("In progress", "Energy audits of the ten largest buildings were commissioned in May."),
            (
                "In progress",
                "Eight audits have been received. The Corn Hall and the swimming pool at Osmerley produce 58% of the "
                "emissions from buildings.",
            ),
            ("", ""),
        ),
        evidence="Energy audit reports 1 to 8",
    ),
    MasterRow(
        ref="PC5.2",
        theme=CLIMATE,
        recommendation=CARBON,
        action="Replace 12 of the council's 31 diesel vans with electric ones.",
        timescale=date(2026, 3, 31),
        owner="AD for Environment and Climate",
        updates=(
            (
                "In progress",
                "Six vans have been ordered, and charging points agreed for the depot at Mill Lane.",
            ),
            ("In progress", "Six vans came in August and the parks and repairs teams use them every day."),
            ("In progress", "Nine electric vans are in use and three are on order for February."),
        ),
        evidence="Fleet register, December 2025",
    ),
    MasterRow(
        ref="PC5.3",
        theme=CLIMATE,
        recommendation=CARBON,
        action="Offer carbon literacy training to every councillor and manager.",
        timescale="Ongoing",
        owner="AD for Environment and Climate",
        updates=(
            ("Ongoing", "14 managers were trained in May."),
            (
                "Ongoing",
                "27 managers and nine councillors have been trained. A shorter evening course has been arranged for "
                "members who work.",
            ),
            (
                "Ongoing",
                "44 managers and 21 of the 38 councillors have now taken the course. New managers are booked on it in "
                "their first three months.",
            ),
        ),
        evidence="Training records, December 2025",
    ),
    MasterRow(
        ref="PC6.1",
        theme=MEMBERS,
        recommendation=DEVELOPMENT,
        action="Agree a development programme for councillors for the rest of the council's term.",
        timescale="Q2 24/25",
        owner="AD Legal",
        updates=(
            ("In progress", "29 of the 38 councillors answered a survey of what training they need."),
            ("Complete", "The Member Development Panel agreed the programme on 11 September."),
            (
                "Completed",
                "The first three sessions (chairing, planning law and local government finance) drew 31 councillors.",
            ),
        ),
        evidence="Member Development Panel, 11 September 2025, item 2",
    ),
    MasterRow(
        ref="PC6.2",
        theme=MEMBERS,
        recommendation=DEVELOPMENT,
        action="Pair every newly elected councillor with an experienced one.",
        timescale="Q1 25/26 – ongoing",
        owner="AD for Legal and Democratic Services",
        updates=(
            ("Ongoing", "Seven pairs have been set up."),
            ("Ongoing", "All 12 councillors elected since May 2024 have a mentor."),
            (
                "Completed",
                "The scheme's first year was reviewed in December. Ten of the 12 pairs found it useful, and the guide "
                "for mentors has been rewritten.",
            ),
        ),
        evidence="Member Development Panel, 11 December 2025, item 4",
    ),
    MasterRow(
        ref="PC6.3",
        theme=MEMBERS,
        recommendation=SCRUTINY,
        action="Build each year's scrutiny work programme with suggestions from the public and parish councils.",
        timescale="Q2 25/26 – Q3 25/26",
        owner="AD for Legal and Democratic Services",
        updates=(
            ("Not started", "Planned for the autumn, after the parish councils' meeting in July."),
            (
                "In progress",
                "93 suggestions were received. The committee's chair and vice-chair are sorting them with officers.",
            ),
            ("Completed", "This is ongoing."),
        ),
        evidence="Scrutiny Committee, 4 December 2025, item 8",
    ),
    MasterRow(
        ref="PC6.4",
        theme=MEMBERS,
        recommendation=DELEGATION,
        action="Review the scheme of delegation so that officers can take routine decisions on licensing and land.",
        timescale="TBC",
        owner="To be advised",
        updates=(
            ("Not started", "Depends on the appointment of a deputy monitoring officer."),
            ("Not started", "The deputy's post was advertised in September."),
            ("Not started", "The deputy monitoring officer starts in February 2026 and will take the review on."),
        ),
    ),
    MasterRow(
        ref="PC7.1",
        theme=COMMUNICATIONS,
        recommendation=LISTENING,
        action="Agree a communications strategy for residents, staff and partners.",
        timescale="Q1 25/26 – Q3 25/26",
        owner="Communications Manager",
        updates=(
            (
                "In progress",
                "Focus groups met in Tellbourne, Osmerley and Pennock Green. Residents want to hear less about the "
                "council and more about what is happening near them.",
            ),
            ("In progress", "A draft was tested with the focus groups and the staff forum in September."),
            ("Completed", "The Executive agreed the strategy on 2 December. It replaces four earlier documents."),
        ),
        evidence="Executive, 2 December 2025, item 9",
    ),
    MasterRow(
        ref="PC7.2",
        theme=COMMUNICATIONS,
        recommendation=LISTENING,
        action="Ask 1,000 residents each year what they think of the council, and publish what they say.",
        timescale="by the end of June 2026",
        owner="Communications Manager",
        updates=(
            ("Not started", "Planned for spring 2026, to match the national survey."),
            ("In progress", "Quotations have been asked for jointly with the county council."),
            ("In progress", "A contractor has been chosen. Fieldwork runs from 2 to 27 March 2026."),
        ),
        evidence="Contract award notice, December 2025",
    ),
    MasterRow(
        ref="PC7.3",
        theme=COMMUNICATIONS,
        recommendation=PARTNERS,
        action="Relaunch the Tellbourne Partnership with a smaller board and three shared aims.",
        timescale="Q2 25/26",
        owner="Chief Executive",
        updates=(
            (
                "In progress",
                "Health, police, college and county partners have agreed to a board of nine in place of 26.",
            ),
            (
                "Completed",
                "The new board met on 25 September, elected the college principal as its chair and adopted aims on "
                "skills, rural transport and healthy ageing.",
            ),
            ("Completed", "The chair reported to Council on 9 December."),
        ),
        evidence="Partnership board, 25 September 2025, minute 2",
    ),
    MasterRow(
        ref="PC8.1",
        theme=PEOPLE,
        recommendation=WORKFORCE,
        action="Adopt a workforce strategy with routes into work for apprentices, graduates and returners.",
        timescale="Q3 2025/26",
        owner="AD for People",
        updates=(
            (
                "In progress",
                "One officer in three could retire by 2031. A profile of each service was shared with its managers in "
                "June.",
            ),
            ("In progress", "A draft strategy has been discussed with the trade unions and the staff forum."),
            (
                "Completed",
                "The Personnel Committee adopted the strategy on 20 November. Four apprentices started in October.",
            ),
        ),
        evidence="Personnel Committee, 20 November 2025, item 5",
    ),
    MasterRow(
        ref="",
        theme=PEOPLE,
        recommendation=ONLINE,
        action="Move the ten services that residents use most to online forms that work on a mobile phone.",
        timescale="Q1 25/26 – Q3 25/26",
        owner="Head of Transformation",
        updates=(
            ("In progress", "Missed bins, garden waste and council tax moves are live."),
            ("In progress", "Five of the ten are live. Two in three reports of missed bins now come by form."),
            (
                "In progress",
                "Seven of the ten are live: missed bins, bulky waste, garden waste, council tax moves, housing "
                "repairs, planning comments and job applications. Four calls in ten used to be about these seven, and "
                "the contact centre now takes 1,100 fewer a week. Volunteers at the libraries in Tellbourne and "
                "Osmerley helped 212 people to use a form for the first time, and anyone who rings is still helped by "
                "telephone. Parking permits, pest control and the register of electors follow in February and March; "
                "the last of these waits for the supplier to mend a fault in the address search.",
            ),
        ),
        evidence="Contact centre figures, December 2025",
    ),
    MasterRow(
        ref="PC8.3",
        theme=PEOPLE,
        recommendation=ONLINE,
        action="Renew the contract for the contact centre's telephone system.",
        timescale="Q2 2025/26",
        owner="AD for Digital and Customer",
        updates=(
            ("In progress", "Renewal has been costed at £64,000 a year."),
            (
                "Superseded",
                "The county council has offered us a place on its own system from January 2026 at half the price. The "
                "Executive accepted on 2 September.",
            ),
            ("", ""),
        ),
        evidence="Executive, 2 September 2025, item 14",
    ),
)

CHIEF_EXECUTIVE, COMMUNITIES, RESOURCES = (
    "Chief Executive",
    "Corporate Director for Communities",
    "Corporate Director for Resources",
)


def contact(owner: str, also: str, name: str, reports_to: str) -> Contact:
    """A line of the Owners sheet; the address follows from the name."""
    address = f"{name.lower().replace(' ', '.')}@tellbourne.example"
    return Contact(owner, tuple(also.split("; ")), name, address, reports_to)


CONTACTS = (
    contact(CHIEF_EXECUTIVE, "CEO; CEX", "Ruth Halloran", ""),
    contact(COMMUNITIES, "CD Communities; CD for Communities", "Idris Penhale", CHIEF_EXECUTIVE),
    contact(RESOURCES, "CD Resources; CD for Resources", "Moira Kettley", CHIEF_EXECUTIVE),
    contact("AD for Finance", "AD Finance; Section 151 Officer", "Owen Tarrant", RESOURCES),
    contact("AD for Legal and Democratic Services", "AD Legal; Monitoring Officer", "Priya Sandling", CHIEF_EXECUTIVE),
    contact("AD for People", "AD People; AD for HR", "Beth Larkham", RESOURCES),
    contact("AD for Digital and Customer", "AD Digital; AD for Digital", "Farid Nasseri", RESOURCES),
    contact("AD for Property and Growth", "AD Property; AD for Assets", "Helen Dunsmoor", RESOURCES),
    contact("AD for Planning", "AD Planning; Head of Planning", "Callum Brayshaw", COMMUNITIES),
    contact("AD for Housing", "AD Housing; Head of Housing", "Teresa Amoah", COMMUNITIES),
    contact("AD for Environment and Climate", "AD Environment; AD for Climate", "Jonah Frith", COMMUNITIES),
    contact("Communications Manager", "Comms Manager; Head of Communications", "Sian Pickard", CHIEF_EXECUTIVE),
    contact("Policy and Performance Manager", "Performance Manager; PPM", "Alex Wray", CHIEF_EXECUTIVE),
)

SETTINGS = Settings(
    council="Tellbourne District Council",
    coordinator="Policy and Performance Manager",
    quarter=FiscalQuarter(2025, 3),
    plan_starts=FiscalQuarter(2024, 4),
    appendix_number="6",
    front=FrontMatter(
        committee="Overview and Scrutiny Committee",
        contact="Policy and Performance team",
        other_formats="ask the contact for large print, easy read or another language",
    ),
    years=YearConvention(single_year=SingleYear.FISCAL),
    reply_days=10,
    directory=Directory(CONTACTS),
)
