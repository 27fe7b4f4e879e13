"""What the words of an owner cell are, before anybody asks who owns it: the kind of each segment and all its traits."""

from __future__ import annotations

import pytest

from peerxl.language.owners.cutter import cut_segments
from peerxl.language.owners.lexer import cut_tokens
from peerxl.language.owners.lexicon import fold
from peerxl.language.owners.segment import OwnerSegment, Trait
from peerxl.language.owners.tokens import Token, TokenKind, written

# Each line: the words => each segment as it is looked up, its kind and traits, "@" its post, "=" its statutory office.
SEGMENTS = """
    Director of Finance => director of finance: post open @director
    Head of HR => head of hr: post open @head
    Deputy Head => deputy head: post bare @head
    Heads of Service => heads of service: body plural team @heads
    ADs for Finance => ads for finance: post plural open shared @ads
    Ads for Legal => ads for legal: post plural open shared @ads
    Director(s) => directors: post plural unshared @directors
    AD => ad: post @ad
    ad => ad: words listable single
    Chief Executive => chief executive: post complete @executive =paid
    Executive => executive: body
    Exec Director => exec director: post bare @director
    Executive Director, Place => executive director: post bare @director / place: words listable single
    Corporate Director Place => corporate director place: post open @director
    Head of Finance's => head of finance's: post open @head
    Directors => directors: post plural unshared @directors
    Finance Manager => finance manager: post qualified @manager
    HR and OD Manager => hr and od manager: post qualified connected @manager
    Manager => manager: post bare @manager
    Leader => leader: post member complete @leader
    Leader of the Council => leader of the council: post member complete open @leader
    Chair of Audit => chair of audit: post member complete open awaiting @chair
    Chair of Audit Committee => chair of audit committee: post member complete open @chair
    Head of the Policy => head of the policy: post open awaiting @head
    Clerk => clerk: post complete @clerk
    Cllrs Lee => cllrs lee: person sure honoured councillor plural shared @cllrs
    Cllr Smith => cllr smith: person sure honoured councillor @cllr
    Councillor Development => councillor development: words listable
    Cllr Smith Manager => cllr smith manager: post qualified @manager
    Dr. Jane O'Neil => dr jane o'neil: person sure honoured @dr
    Mr Field => mr field: person sure honoured @mr
    Mayor Jones => mayor jones: person sure honoured @mayor
    Supt Kelly => supt kelly: person sure honoured uniformed @supt
    Det Insp Jane Hall => det insp jane hall: person sure honoured uniformed @det
    ACC Crime => acc crime: post uniformed open @acc
    Insp Lane => insp lane: person sure honoured uniformed @insp
    PC Jones => pc jones: person sure honoured uniformed @pc
    SUPT KELLY => supt kelly: post uniformed open @supt
    Jane Smith => jane smith: person sure
    A. B. Jones => a b jones: person sure
    J Smith => j smith: person sure
    Smith J => smith j: person
    E Learning => e learning: words
    Jane => jane: person sure
    Thomas => thomas: person
    Jane Marie Smith => jane marie smith: person sure
    Jane Smith Brown Green White Grey => jane smith brown green white grey: words
    jane smith => jane smith: person sure
    JANE SMITH => jane smith: person sure
    Siân Jones => sian jones: person sure
    Jane van der Berg => jane van der berg: person sure
    Anne-Marie Field => marie field: person sure
    Field Ann => field ann: person
    Zarah Okoye => zarah okoye: person
    Housing Benefits => housing benefits: words listable
    Manning => manning: words listable single
    Ward => ward: words listable single
    Bo Planning => bo planning: words
    HR => hr: letters service listable single
    IT => it: letters service listable single
    DM => dm: letters listable single
    DfE => dfe: letters listable single
    HRBPs => hrbps: letters listable single
    UK => uk: words listable single
    LEGAL => legal: words listable single department
    ABCDEFG => abcdefg: words single
    Planning => planning: words listable single department
    Legal => legal: words listable single department
    Regeneration => regeneration: words listable single
    Children's => children's: words listable single
    Parks => parks: words listable single
    Monitoring Officer => monitoring officer: office =monitoring
    Deputy Monitoring Officer => deputy monitoring officer: office =monitoring
    s151 => s151: office =finance
    Section 151 Officer => s151 officer: office =finance
    MO => mo: office =monitoring
    mo => mo: person sure
    Head of Paid Service => head of paid service: office =paid
    SIRO => siro: office =risk
    Data Protection Officer => data protection officer: office =data
    DPO => dpo: office =data
    Statutory Scrutiny Officer => statutory scrutiny officer: office =scrutiny
    Designated Safeguarding Lead => designated safeguarding lead: office =safeguarding
    Caldicott Guardian => caldicott guardian: office =caldicott
    Proper Officer => proper officer: office =proper
    Returning Officer => returning officer: office =elections
    ERO => ero: office =elections
    Chief Finance Officer => chief finance officer: post qualified @officer =finance
    CFO => cfo: post uniformed complete @cfo =finance
    Deputy CFO => deputy cfo: post uniformed @cfo
    All => all: body team everybody
    All Directors => all directors: body team everybody
    All of it => all of it: words open
    relevant Heads of Service => relevant heads of service: body plural team everybody @heads
    Finance Team => finance team: body qualified team
    Team => team: body team own
    senior leadership team => senior leadership team: body team
    HR Teams => hr teams: body qualified team
    Cabinet => cabinet: body team chaired
    Audit Committee => audit committee: body qualified team chaired
    Partnerships => partnerships: words listable single
    Health Partnerships => health partnerships: body qualified
    Health and Wellbeing Board => health and wellbeing board: body qualified team chaired
    team => team: body team own
    and her team => her team: body qualified team own
    OBE => obe: letters listable single after_name
    PhD MBA => phd mba: words after_name
    obe => obe: words single
    2024 => 2024: words single number
    7 => 7: words single number
    Year 6 => year 6: words
    Pro-Dean => dean: post bare @dean
    Vice-Chair => chair: post member chair bare @chair
    Head of Office => head of office: post open @head
    Director's Office => director's office: body qualified
    Head Office => head office: body qualified
    Group Manager Prevention => group manager prevention: post open @manager
    Strategic Director: Place => strategic director: post bare @director / place: words listable single
    Chief Nurse => chief nurse: post bare @nurse
    Chief People Officer => chief people officer: post qualified @officer
    Senior Lead => senior lead: post bare @lead
    Assistant Directors for Finance => assistant directors for finance: post plural open shared @directors
    Faculty Deans => faculty deans: post plural qualified unshared @deans
    Cllr => cllr: post member complete @cllr
    Dr => dr: words single
    Ann OBE => ann obe: person sure
    Portfolio Holder => portfolio holder: post member bare @holder
    Portfolio Holder for Finance => portfolio holder for finance: post member open @holder
    the Clerk => clerk: post complete article @clerk
    The Clerk => clerk: post complete article @clerk
    Librarian => librarian: post bare @librarian
    Surveyor => surveyor: post bare @surveyor
    Therapist => therapist: post bare @therapist
    Apprentice => apprentice: post bare @apprentice
    Estimator => estimator: post bare @estimator
    Assessor => assessor: post bare @assessor
    Champion => champion: post member bare @champion
    Technician => technician: post bare @technician
    Mentor => mentor: post bare @mentor
    Investigator => investigator: post bare @investigator
    Head of HR (Jane Smith) => head of hr: post closed named @head
    Head of HR (vacant) => head of hr: post open @head
    Jane Smith (HR) => jane smith: person sure closed
    Planning (north) => planning: words closed listable single department
    Director (north) => director: post closed @director
    Directors (north) => directors: post plural closed @directors
    Head of HR (Wills) => head of hr: post closed @head
    (HR) => : words listable
    Deans J => deans j: person
    Town & Parish Clerks => town: words listable single / parish clerks: post plural complete unshared @clerks
    Deputy Returning Officer => deputy returning officer: office =elections
    Acting SIRO => acting siro: office =risk
    Siro => siro: words single
    Deputy Statutory Scrutiny Officer => deputy statutory scrutiny officer: office =scrutiny
    HEAD OF PAID SERVICE => head of paid service: office =paid
    Head of HR of Wexmere => head of hr of wexmere: post open @head
    Chief Exec => chief exec: post complete @exec
    Exec => exec: body
    Insp Planning => insp planning: words listable
    Det Supt => det supt: post uniformed bare @supt
    Sgt Jane Smith => sgt jane smith: person sure honoured uniformed @sgt
    Dir. of Place => dir of place: post open @dir
    Chair Planning => chair planning: post member complete open awaiting @chair
    Chair meetings => chair meetings: words listable
    chair planning => chair planning: words listable
    Natural England => natural england: body qualified
    Age UK => age uk: body qualified
    Operations UK => operations uk: words listable
    Visit the North of England => visit the north of england: words open
    Citizens Advice => citizens advice: body qualified
    Head's => head's: words listable single
    Leads => leads: post plural unshared @leads
    Members => members: post plural member unshared @members
    Leads Parks => leads parks: words
    Rev Ann Lee => rev ann lee: person sure honoured @rev
    Prof Lee => prof lee: person sure honoured @prof
    Lord Field => lord field: person sure honoured @lord
    Lee OBE => lee obe: person sure
    Jane O'Neil-Smith => jane smith: person sure
    Jane-Ann Field => ann field: person sure
    Dr Development => dr development: words
    Jane Council => jane council: body qualified team chaired
    Jane Planning => jane planning: words
    Planning Jane => planning jane: words
    Smith JONES => smith jones: words
    E. Field => e field: person sure
    E. Planning => e planning: words
    Jane B => jane b: person sure
    Field B. => field b: person
    van der Berg => van der berg: person
    de Lee Jane => de lee jane: person
    Head of HR / IT => head of hr: post open @head / it: letters service listable single
    Councillor Jane Ann Training => councillor jane ann training: words
    Councillor A B C Training => councillor a b c training: person sure honoured councillor @councillor
    Councillor Ann Field Support => councillor ann field support: words
    Temporary Acting Detective Special Insp Lane => temporary acting detective special insp lane: person sure honoured uniformed @temporary
    Temporary Acting Detective Special Police Insp Lane => temporary acting detective special police insp lane: words
    Pc Jones => pc jones: person
    Ds Lane => ds lane: person
    DS Lane => ds lane: person sure honoured uniformed @ds
    ACC Lane => acc lane: post uniformed open @acc
    ACC Jane Lane => acc jane lane: person sure honoured uniformed @acc
    Supt Jane Lane => supt jane lane: person sure honoured uniformed @supt
    Insp lane => insp lane: words
    Insp Board => insp board: body qualified team chaired
    Insp Manager => insp manager: post qualified @manager
    Insp Ward => insp ward: person sure honoured uniformed @insp
    Insp Parks => insp parks: words listable
    Insp => insp: post uniformed bare @insp
    Planning J => planning j: words
    smith J => smith j: words
    Smith j => smith j: words
    SMITH J => smith j: person
    Parks B => parks b: words
    Ward B => ward b: person
    Jane Ann Marie Smith Brown => jane ann marie smith brown: person sure
    Jane Ann Marie Smith Brown Field => jane ann marie smith brown field: words
    Jane Ward => jane ward: person sure
    Jane Manning => jane manning: person sure
    Jane Regeneration => jane regeneration: words
    A Planning => a planning: words
    A Regeneration => a regeneration: words
    A Ward => a ward: person sure
    A. Manning => a manning: person sure
    Rose => rose: person sure
    Grace => grace: person sure
    Will => will: person sure
    Mark => mark: person sure
    April => april: person sure
    Zarah Okoye Lane => zarah okoye lane: person
    Zarah Okoye Lane Field => zarah okoye lane field: words
    Zarah Parks => zarah parks: words
    Parks Okoye => parks okoye: words
    Zarah Ward => zarah ward: person
    ZARAH OKOYE => zarah okoye: words
    zarah okoye => zarah okoye: words
    jane => jane: person sure
    thomas => thomas: person
    Okoye => okoye: words single
    Jane-Ann => ann: person sure
    jane-ann field => ann field: person sure
    Jane A. => jane a: person sure
    Zarah A. => zarah a: person
    A. Jane => a jane: person sure
    J. S. => j s: person
    J.S. Field => js field: person sure
    JS Field => js field: words
    Jane field => jane field: words
    jane Field => jane field: words
    Jane van field => jane van field: words
    van Field => van field: person
    Jane Manager => jane manager: post qualified @manager
    Jane Team => jane team: body qualified team
    Zarah Manager => zarah manager: post qualified @manager
    Zarah Team => zarah team: body qualified team
    Zarah Board Okoye => zarah board okoye: words
    Zarah de Okoye => zarah de okoye: person
    Zarah and Okoye => zarah: words single / okoye: words single
    O'Neil Jane => o'neil jane: person
    O Neil => o neil: person sure
    E y => e y: words
    I Field => i field: person sure
    X => x: words single
    x => x: words single
    Jane X => jane x: person sure
    JANE => jane: person sure
    JANE FIELD => jane field: person sure
    JANE Field => jane field: person sure
    Jane FIELD => jane field: person sure
    AL Field => al field: words
    Al Field => al field: person
    Ed Field => ed field: person sure
    ED Field => ed field: post open @ed
    Will Power => will power: person sure
    Manager(s) => managers: post plural unshared @managers
    Manager/s => managers: post plural unshared @managers
    Deputies => deputies: post plural unshared @deputies
    Secretaries => secretaries: post plural unshared @secretaries
    Chairmen => chairmen: post plural member complete unshared @chairmen
    Headteachers => headteachers: post plural complete unshared @headteachers
    Matrons => matrons: post plural unshared @matrons
    Cllrs => cllrs: post plural member complete unshared @cllrs
    Councillors => councillors: post plural member complete unshared @councillors
    Deputy Executive => deputy executive: body
    Heads of Service for HR => heads of service for hr: post plural open shared @heads
    Heads for Service => heads for service: body plural team @heads
    Heads of School Improvement => heads of school improvement: post plural open shared @heads
    Deputy Acting Interim Statutory Joint Designated Council's Monitoring Officer => deputy acting interim statutory joint designated council's monitoring officer: post qualified @officer
    Joint Deputy Interim Acting Head of Paid Service => joint deputy interim acting head of paid service: office =paid
    Joint Deputy Interim Acting Acting Head of Paid Service => joint deputy interim acting acting head of paid service: post open @head
    Assistant Monitoring Officer => assistant monitoring officer: post qualified @officer
    Chief Financial Officer => chief financial officer: post qualified @officer =finance
    Deputy Chief Financial Officer => deputy chief financial officer: post qualified @officer =finance
    responsible financial officer => responsible financial officer: office =finance
    section 151 => s151: office =finance
    Head of the Paid Service => head of the paid service: office =paid
    electoral registration officer => electoral registration officer: office =elections
    senior information risk owner => senior information risk owner: office =risk
    Mo => mo: person sure
    Hops => hops: words single
    All Heads of HR => all heads of hr: body team everybody
    Any Director => any director: post bare @director
    various => various: body team everybody
    Relevant officers => relevant officers: body team everybody
    HRBP => hrbp: letters listable single
    HRBPsx => hrbpsx: letters listable single
    DfEx => dfex: letters listable single
    ABcdef => abcdef: words single
    ABCcde => abccde: letters listable single
    ABCDEF => abcdef: letters listable single
    AbC => abc: letters listable single
    Ab => ab: words single
    UKHSA => ukhsa: letters listable single
    l&d => l: words single / d: words single
    L&D => l&d: words listable single
    MP => mp: letters listable single after_name
    Mp => mp: words single
    Mba => mba: words single
    PhD => phd: letters listable single after_name
    Parks' => parks: words listable single
    Parks's => parks's: words listable single
    Councils' => councils: body team
    Boards' => boards: body team
    Jane Smith (Bo Lane) => jane smith: person sure closed named
    Head of HR (HR) => head of hr: post closed @head
    Head of HR (Bo Lane) (north) => head of hr: post closed @head
    the Head of HR => head of hr: post open article @head
    The HR => hr: letters service listable single article
    the the Clerk => clerk: post complete article @clerk
    Chair of Governors => chair of governors: post member complete open @chair
    Chair of the Board => chair of the board: post member complete open @chair
    Head of the Board => head of the board: post open @head
    Clerk of Council => clerk of council: post complete open @clerk
    Deputy Clerk => deputy clerk: post bare @clerk
    Deputy Chief Executive => deputy chief executive: post bare @executive
    ADs => ads: post plural unshared @ads
    AD Finance => ad finance: post open @ad
    ads => ads: words single
    Heads and Deputies => heads: post plural unshared @heads / deputies: post plural unshared @deputies
    All Clerks => all clerks: body team everybody
    HR and IT Managers => hr: letters service listable single / it managers: post plural qualified unshared @managers
    policy & performance manager => policy: words listable single / performance manager: post qualified @manager
    Her team => her team: body qualified team own
    colleagues => colleagues: body team own
    staff => staff: body own
    Housing Office => housing office: body qualified
    Transport for London => transport for london: words open
    Year 7 => year 7: words
    2024 7 => 2024 7: words number
    Insp Board of HR => insp board of hr: body qualified for team chaired
    Cabinet Member Finance => cabinet member finance: post member open awaiting @member
    Cabinet Member => cabinet member: post member chair bare @member
    Member Finance => member finance: words listable
    Portfolio Holder HR => portfolio holder hr: post member open @holder
    Holder Finance => holder finance: words listable
    Lead Finance => lead finance: words listable
    Team Lead HR => team lead hr: post open @lead
    Director Office => director office: body qualified
    Director office HR => director office hr: words listable
    Head Office Manager => head office manager: post qualified @manager
    Senior Leadership => senior leadership: words listable
    Executive Board => executive board: body team chaired
    Management Team of HR => management team of hr: body for team
    DCC Lane => dcc lane: post uniformed open @dcc
    DCC Jane Lane => dcc jane lane: person sure honoured uniformed @dcc
    ACC => acc: post uniformed @acc
    Pc => pc: words single
    PC => pc: letters listable single
    Superintendent => superintendent: post uniformed bare @superintendent
    Supt => supt: post uniformed bare @supt
    Csupt Lane => csupt lane: person sure honoured uniformed @csupt
    CCO => cco: post complete @cco
    Paramedic => paramedic: post bare @paramedic
    ELT => elt: body team
    Assembly => assembly: body chaired
    Schools => schools: words listable single
    Councillor Enquiries => councillor enquiries: words
    Councillor Conduct => councillor conduct: words
    Councillor Panel => councillor panel: body qualified team chaired
    Jane Parks Okoye => jane parks okoye: person sure
    Jane Ward Parks => jane ward parks: words
    Jane Okoye Parks => jane okoye parks: words
    A. Parks Okoye => a parks okoye: person sure
    A. Okoye Parks => a okoye parks: words
    Zarah Okoye Parks => zarah okoye parks: words
    Zarah Parks Okoye => zarah parks okoye: words
    CEO => ceo: post complete @ceo =paid
    CEX => cex: post complete @cex =paid
    CX => cx: post complete @cx =paid
    Sir John Field => sir john field: person sure honoured @sir
    Dame Ann => dame ann: person sure honoured @dame
    CYP => cyp: letters service listable single
    ASC => asc: words listable single
    Maternity => maternity: words listable single
    Modernisation => modernisation: words listable single
    Jan von Field => jan von field: person sure
    von Field => von field: person
    Chairperson => chairperson: post complete chair @chairperson
    Convenor => convenor: post member complete chair @convenor
"""


def describe(segment: OwnerSegment) -> str:
    words = " ".join(token.word for token in segment.words)
    traits = " ".join(str(trait.name).lower() for trait in Trait if trait in segment.traits)
    post = f" @{segment.words[segment.post].word}" if segment.post >= 0 else ""
    return f"{words}: {traits}{post}{f' ={segment.office}' if segment.office else ''}"


@pytest.mark.parametrize("line", [line.strip() for line in SEGMENTS.strip().split("\n")])
def test_what_words_are(line: str) -> None:
    text, _, segments = line.partition(" => ")
    assert " / ".join(map(describe, cut_segments(cut_tokens(text)))) == segments


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Cllr.", "cllr"),
        ("S.R.O.", "sro"),
        ("Vice-Chair", "chair"),
        ("Director(s)", "directors"),
        ("Director/s", "directors"),
        ("Siân", "sian"),
        ("Børge", "børge"),
        ("O’Neil", "o'neil"),
        ("'Leader'", "leader"),
        ("-Ann", "-ann"),
    ],
)
def test_a_word_as_it_is_looked_up(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Head of HR", "word Head · word of · word HR"),
        ("Comms/Marketing", "word Comms · stroke Marketing"),
        ("Comms /Marketing", "word Comms · slash Marketing"),
        ("Comms/ Marketing", "word Comms · slash Marketing"),
        ("T/Supt Lee", "word T/Supt · word Lee"),
        ("A/Head of HR", "word A/Head · word of · word HR"),
        ("t/Supt Lee", "word t · stroke Supt · word Lee"),
        ("B/Supt Lee", "word B · stroke Supt · word Lee"),
        ("T/Field", "word T · stroke Field"),
        ("R&amp;D", "word R · ampersand & · word D"),
        ("HR &amp; IT", "word HR · ampersand & · word IT"),
        ("Ann (ann@x.example)", "word Ann · address ann@x.example"),
        ("@Ann Lee", "word Ann · word Lee"),
        ("Year 6 ann@x.example", "word Year · word 6 · address ann@x.example"),
        ("HR. Support (IT)", "word HR. · word Support · aside (IT)"),
        ("Lead: HR. Support: IT", "word Lead · link : · word HR. · stop · word Support · link : · word IT"),
        ("Ann Lee. Bo Lane: IT", "word Ann · word Lee. · word Bo · word Lane · link : · word IT"),
        ("HR. Support IT", "word HR. · word Support · word IT"),
    ],
)
def test_what_a_cell_is_cut_into(text: str, tokens: str) -> None:
    line, *cut = [f"{token.kind.name.lower()} {token.text}".strip() for token in cut_tokens(text)]
    assert line == "line"
    assert " · ".join(cut).replace("stroke / · word ", "stroke ").replace("slash / · word ", "slash ") == tokens


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ((("Ann", False), ("Lee", True)), "Ann Lee"),
        ((("Ann", False), ("Lee", False)), "Ann Lee"),
        ((("T-1", False), ("Lee", False)), "T-1 Lee"),
        ((("A/", False), ("Lee", False)), "A/Lee"),
        ((("Ann", False), ("L-1", False)), "Ann L-1"),
        ((("Ann", False), ("", True), (",", True), ("Bo", True)), "Ann, Bo"),
        ((("R", True), ("&", False), ("D", False)), "R&D"),
    ],
)
def test_tokens_as_text(pieces: tuple[tuple[str, bool], ...], text: str) -> None:
    assert written(Token(TokenKind.WORD, piece, has_gap) for piece, has_gap in pieces) == text


@pytest.mark.parametrize("text", ["Head of HR", "Jane O'Neil-Smith", "HR (north), IT", "A/Head", "Ann, Bo & Cy"])
def test_tokens_are_written_as_the_cell_spaces_them(text: str) -> None:
    assert written(cut_tokens(text)) == text
