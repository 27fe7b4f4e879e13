"""The phrases that tell who owns an action: tables in which a new phrase is one more in its line.

Every word is as ``fold`` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peerxl.language.owners.tokens import Standing, TokenKind

Phrase = tuple[str, ...]
LONGEST_PHRASE = 4


def _phrases(text: str) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


# What an officer does by law besides the post, by the office it is; an officer keeps it after "/" and "and".
OFFICES = {
    phrase: office
    for office, phrases in {
        "finance": "s151, s151 officer, section 151, responsible finance officer, responsible financial officer, rfo",
        "monitoring": "monitoring officer, mo",
        "paid": "head of paid service, head of the paid service, hops",
        "elections": "returning officer, electoral registration officer, ero",
        "risk": "siro, senior information risk owner",
        "data": "dpo, data protection officer",
        "proper": "proper officer",
        "caldicott": "caldicott guardian",
        "scrutiny": "statutory scrutiny officer",
        "safeguarding": "dsl, designated safeguarding lead",
    }.items()
    for phrase in _phrases(phrases)
}
# Posts that are an office anyway.
POSTS_OF_OFFICE = {"executive": "paid", "ceo": "paid", "cex": "paid", "cx": "paid", "cfo": "finance"}
OFFICES_OF_CHIEFS = dict.fromkeys(_phrases("chief finance officer, chief financial officer"), "finance")
# The Local Government and Housing Act 1989, section 5, keeps the monitoring officer from being either.
BARRED: Mapping[str | None, set[str]] = {
    "monitoring": {"finance", "paid"},
    "finance": {"monitoring"},
    "paid": {"monitoring"},
}

# Bodies of the whole country whose last word names no body, as every council has beside it.
NATIONAL = frozenset(_phrases("citizens advice, network rail, national highways, victim support, ofsted"))

# What stands for an owner and names nobody.
NOBODY = frozenset(
    _phrases("""
    n/a, na, tbc, tba, tbd, none, nobody, no one, no owner, nil, redacted, name redacted, vacant, vacancy,
    vacant post, post vacant, currently vacant, not applicable, not known, unknown, unassigned, unallocated, unfilled,
    not assigned, not allocated, not appointed, awaiting appointment, awaiting recruitment, new post, pending, todo,
    blank, owner tbc, owner tba, lead tbc, lead tba, lead to be confirmed, officer tbc, tbc/tba, complete, completed,
    closed, done, xx, xxx, xxxx, xxxxx, owner to be confirmed, officer to be confirmed, name to be confirmed, n/k,
    see above, as above, as per above, same as above, ditto, see below, as below, no lead identified,
    no owner identified, awaiting confirmation, not identified, not yet, not yet in post, nobody yet, no one yet,
    none yet, no owner yet, no lead yet, etc, et al
    """)
) | frozenset(
    (*before, participle)
    for before in (("to", "be"), ("not", "yet"), ("yet", "to", "be"))
    for participle in """
    advised agreed allocated announced appointed assigned confirmed decided determined filled identified known named
    nominated recruited
    """.split()
)
# How a remark begins that says who has been it, and that says since or until when nobody is.
FORMER = frozenset(["was", "formerly", "previously"])
SINCE = FORMER | frozenset(["since", "from", "until", "till"])
# How a remark in brackets begins that others are still to be named: "(waiting for more)".
AWAITING = frozenset(["awaiting", "waiting", "pending"])
# And what does so with whatever follows: "To be agreed by SLT".
UNDECIDED = frozenset(_phrases("to be,tbc by,tba by,tbd by"))

# The words on either side of an "and" that joins nothing: "Police and Crime Commissioner".
FIXED_PAIRS = frozenset(
    _phrases("""
    police crime, health safety, health wellbeing, learning development, overview scrutiny, children families,
    children young, revenues benefits, equality diversity, equalities diversity, diversity inclusion,
    equality inclusion, hr od, terms conditions, research development, monitoring evaluation, arts culture,
    health care, gypsy traveller, fire crime, mr mrs
    """)
) | frozenset(
    # Councils, police and fire authorities.
    _phrases("""
    kensington chelsea, hammersmith fulham, barking dagenham, windsor maidenhead, telford wrekin, redcar cleveland,
    brighton hove, bath north, basingstoke deane, tonbridge malling, newark sherwood, oadby wigston,
    hinckley bosworth, nuneaton bedworth, epsom ewell, reigate banstead, lynn west, west chester, perth kinross,
    dumfries galloway, argyll bute, neath port, antrim newtownabbey, ards north, lisburn castlereagh,
    fermanagh omagh, derry strabane, coast glens, westmorland furness, weymouth portland, devon cornwall,
    avon somerset, devon somerset, hereford worcester, dorset wiltshire, leicestershire rutland,
    cambridgeshire peterborough, kent medway, christchurch poole
    """)
)
# Three that are one name, with a comma and an "and": "Police, Fire and Crime Commissioner".
FIXED_LISTS = frozenset(
    _phrases("""
    police fire crime, equality diversity inclusion, equity diversity inclusion, equalities diversity inclusion,
    health safety wellbeing
    """)
)

# The phrases that stand between owners, by the kind of token each comes to.
_CONNECTIVES: tuple[tuple[TokenKind, str], ...] = (
    (TokenKind.WITH, "with"),
    (
        TokenKind.AND,
        "and, or, plus, and also, as well as, along with, together with, jointly with, then, and then, followed by",
    ),
    (TokenKind.LEAD, "led by, owned by, to be led by, jointly led by, delivered by"),
    (
        TokenKind.SUPPORT,
        """
        with support from, with the support of, with support of, with support by, with additional support from,
        supported by, with support provided by, support from, in consultation with, in conjunction with, working with,
        working alongside, working closely with, in partnership with, working in partnership with,
        in collaboration with, in coordination with, in ordination with, in liaison with, in close collaboration with,
        in close coordination with, in close ordination with, in close cooperation with, in close operation with,
        in close consultation with, in close partnership with, in close liaison with, liaising with, to liaise with,
        liaise with, to work with, with assistance from, with the assistance of, assisted by, with input from,
        with advice from, with help from, helped by, advised by, with guidance from, consulting with,
        in discussion with, in cooperation with, in operation with, following consultation with,
        after consultation with, subject to consultation with, in association with, with the help of
        """,
    ),
)


def _tabled_by_first_word(table: Iterable[tuple[TokenKind, str]]) -> dict[str, dict[Phrase, TokenKind]]:
    tabled: dict[str, dict[Phrase, TokenKind]] = {}
    for kind, text in table:
        for phrase in _phrases(text):
            tabled.setdefault(phrase[0], {})[phrase] = kind
    return tabled


CONNECTIVES = _tabled_by_first_word(_CONNECTIVES)


def find_connective(words: Phrase) -> tuple[int, TokenKind | None]:
    """The longest phrase that words begin with and that connects owners, or one word that does not: length and kind."""
    for phrase, kind in sorted(CONNECTIVES.get(words[0], {}).items(), key=lambda entry: -len(entry[0])):
        if words[: len(phrase)] == phrase:
            return len(phrase), kind
    return 1, None


# The labels before a colon, by how the owners after them stand.
LABELS: dict[Phrase, Standing] = {
    **dict.fromkeys(
        _phrases("""
        leads, lead officer, lead officers, officer lead, member lead, lead member, joint lead, joint leads, co lead,
        owner, owners, action owner, responsible, responsible officer, responsible person, accountable,
        accountable officer, officer, officers, member, members, political, political lead, exec lead,
        executive lead, sponsor, exec sponsor, executive sponsor, project sponsor, sro, senior responsible owner,
        senior responsible officer, strategic lead, operational lead, service lead, lead director, lead councillor,
        joint, jointly, shared, primary, r, a, named officer, named lead, clinical lead, project lead
        """),
        Standing.PLAIN,
    ),
    **dict.fromkeys(_phrases("lead, leading, l, overall lead"), Standing.LEAD),
    **dict.fromkeys(
        _phrases("""
        support, supports, supporting, supported by, supporting officer, supporting officers, support officer,
        support officers, supporter, supporters, consult, consulted, consultee, consultees, contributor,
        contributors, with support, informed, c, i, backup, deputising
        """),
        Standing.SUPPORTER,
    ),
}
# Those that may have a dash instead, whoever is named; the others only before a person: "SRO - Jane Smith".
DASHED_LABELS = frozenset(_phrases("lead officer, officer lead, lead member, member lead, joint, joint leads"))
# The marks in brackets or after a dash, by how the owner before them stands.
MARKS: dict[Phrase, Standing] = {
    **dict.fromkeys(_phrases("lead, leading, l, overall lead"), Standing.LEAD),
    **dict.fromkeys(
        _phrases("support, supporting, supporter, in support, s, consulted, consultee"), Standing.SUPPORTER
    ),
}
