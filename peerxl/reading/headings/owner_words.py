"""The words of columns of owners, as data: who leads, who is responsible, to whom each action is assigned.

They are written as ``words`` are, which has those of all other columns.
"""

from __future__ import annotations

from peerxl.reading.headings.words import PLAIN, SUBJECTS, TENTATIVE, split_phrases, split_words

# Some stand again where only part of a heading or of a row is looked at: ``rules.EDGE_RULES``, ``denied.NAMING``,
# ``cell_words.OWNED``. One that ends or begins longer headings, or stands before a colon in a row, goes there too.
OWNER_HEADS = split_phrases("""
    owner, lead, officer, director, director / ad, responsible, responsibility, who, by who, assigned to, assigned,
    assignee, allocated to, allocated, doer, accountable, accountability, sro, senior responsible officer,
    senior responsible owner, head of service, led by, actioned by, action by, owned by, resourcing, assign, assign to,
    responsible person, person responsible, people responsible, who is responsible, who will do it, point of contact,
    contact person, team member, responsible party, responsible individual, responsible team, action on, delivered by,
    person in charge, in charge, action party, action with, manager, staff responsible, response person,
    person accountable, delegated to, lead directorate, lead department, lead service, lead team, lead agency,
    lead organisation, responsible department, responsible directorate, responsible service, responsible organisation,
    responsible body, named person, handler, assigned resource, owner / lead, responsible for delivery,
    responsible for action, to be done by, to be actioned by, accountable body, person assigned, who by,
    who will be responsible, who will lead, focal person, focal point, responsibility assigned to,
    responsibility allocated to, responsibility ly with, action holder, actionee, implementer, implementing agency,
    implementing partner, implementing organisation, implementing body, point person, held by, actioned to,
    ball in court, assigned user, addressed to, directed to, referred to, action taken by, action to be taken by,
    actioner, whose action, action taker, held accountable, resource assigned, allocated resource, handled by,
    taken forward by, in hand with, sit with, rest with, progressed by, carried forward by, pursued by, dealt with by,
    picked up by, post holder, postholder, handed to, handed over to, passed to, tasked to, tasked with, allotted to,
    entrusted to, tagged to, person leading, manager accountable, head of department, department head, head of division,
    head of unit, service head, hos, lead teacher, whose job, whose job is it, office of primary interest,
    office of primary responsibility, lead entity, responsible entity, lead institution, responsible institution,
    lead ministry, responsible ministry, coordinating agency, coordinating body
""")
# Owners where their cells are people, and no other column names them.
RESOURCE_HEADS = split_phrases("""
    exec sponsor, executive sponsor, project sponsor, resource, resource name, by, name, person, contact, staff,
    initial, officer name, personnel, key personnel, people, from, staffing, staff person, staff member, staff contact,
    staff position, staff role, staff involved, people involved, member, clerk, councillor, cllr, volunteer, with,
    assigned, coordinator, co ordinator, given to, ownership, auditee, contact name, to organisation, to company,
    to contractor, to subcontractor, to department, to directorate, to team, to trade, to person, to user, owner group,
    owner squad, owning team, owning squad, owning group, owning unit, owning department, owning directorate,
    owning service
""")
OWNER_BEFORE = (
    SUBJECTS
    | PLAIN
    | TENTATIVE
    | split_words("""
        lead responsible named exec executive senior delivery accountable primary joint nominated designated business
        owner officer staff assigned individual risk operational
    """)
)
OWNER_AFTER = (
    PLAIN
    | TENTATIVE
    | split_words("""
        name title officer official person lead owner team party manager delivery action individual role post job staff
        email department directorate service division unit organisation agency stakeholder
    """)
)
