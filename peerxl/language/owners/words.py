"""The words that tell who owns an action: posts, bodies, hats, first names, and what a portfolio is made of.

Every word is as `fold` gives it. A list below is data: a word more or less changes what is read, never how.
"""

from __future__ import annotations

import unicodedata

Phrases = frozenset[tuple[str, ...]]


def fold(text: str) -> str:
    """A word as it is looked up: "Cllr." is cllr, "S.R.O." sro, "Vice-Chair" chair, "SECRETARY?" secretary."""
    word = unaccented(text.casefold()).replace("’", "'").replace(".", "").strip("'")
    head, _, tail = word.rpartition("-")
    return tail if head else word


def unaccented(text: str) -> str:
    """Text without its accents: "Siân" is Sian."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> Phrases:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


PREPOSITIONS = _words("of for to on")
GATHERERS = _words("all relevant each every both various appropriate other respective any")
DETERMINERS = GATHERERS | _words("the a an our")

# A post, in the singular. COMPLETE ones have no portfolio of their own: "Clerk, Finance" is not a Clerk of Finance.
COMPLETE = _words("""
    executive exec leader mayor mayoress clerk headteacher teacher principal president chair chairman chairwoman
    chairperson convenor convener governor councillor cllr registrar bursar chancellor provost ceo cex cexec cx dceo
    dce coo cfo cno cmo cio cto cpo cdo cso hrd md ht dht aht sbm senco sendco solicitor lawyer barrister sro
""")
PORTFOLIO = _words("""
    director dir ad am cd ed dd gm sd acd hos sm acc dcc aco acfo dcfo head manager mgr officer holder pfh member lead
    coordinator ordinator adviser advisor assistant deputy secretary treasurer accountant auditor analyst specialist
    consultant partner guardian champion dean nurse matron midwife therapist psychologist worker surveyor engineer
    architect planner librarian inspector superintendent commissioner constable supervisor administrator accountable
    whip sponsor editor supt csupt insp sergeant sgt controller trainer facilitator practitioner owner technician
    warden ranger fellow professor portfolioholder
""")
ROLES = COMPLETE | PORTFOLIO
IRREGULAR = {
    "chairmen": "Chairman", "chairwomen": "Chairwoman", "deputies": "Deputy", "secretaries": "Secretary",
    "headteachers": "Headteacher", "matrons": "Matron",
}  # fmt: skip
# A post that its portfolio may follow at once: "AD Growth", "Director Place".
FRONT = _words("director dir ad am cd ed dd gm sd acd hos sm acc dcc aco acfo dcfo head pfh superintendent supt csupt")
# And one that it may follow after a rank: "Cabinet Member Finance", "Group Manager Prevention".
RANKED_FRONT = FRONT | _words("manager officer lead member holder inspector insp sergeant sgt")
# What these letters say only in capitals, "Ad hoc" apart; Excel makes "Ads" of "ADs" by itself.
CAPITALS = _words("""
    ad am cd ed dd gm sd acd hos sm acc dcc aco acfo dcfo pfh ceo cex cexec cx dceo dce coo cfo cno cmo cio cto cpo
    cdo cso hrd md ht dht aht sbm senco sendco sro
""")
RANKS = _words("""
    executive corporate strategic assistant asst deputy interim acting group senior chief managing joint service
    associate principal divisional regional vice area lead non cabinet portfolio statutory programme temporary
    operational town parish district borough county city council committee shadow honorary pro team company exec
    leadership management wider extended detective det ch
""")
BEFORE_POSTS = RANKS | DETERMINERS
# Letters for acting and temporary, before "/" and a rank: "T/Supt", "A/Insp".
ACTING = _words("a ag act t tmp")
# Councillors hold these, and officers do not.
MEMBERS = _words(
    "leader mayor mayoress chair chairman chairwoman holder pfh member councillor cllr whip champion convenor"
)
# Their "of" is followed by the name of a body: "Chair of Audit and Governance Committee".
CHAIRS = _words("chair chairman chairwoman chairperson convenor convener clerk secretary member")

TITLES_OF_PEOPLE = _words("""
    cllr councillor mr mrs ms miss mx dr prof professor rev revd sir dame lord lady baroness ald alderman canon fr
    mayor
""")
# A rank in uniform is a post ("Superintendent"), and with a name after it a title ("Supt Kelly").
UNIFORMED = _words("""
    constable sergeant sgt inspector insp superintendent supt csupt dsupt commander cdr firefighter ff pc ps pcso dc ds
    di dci dcs ci cc dcc acc aco cfo dcfo acfo am gm sm wm cm
""")
CAPITALS_IN_UNIFORM = _words("ff pc ps pcso dc ds di dci dcs ci cc dcc acc aco cfo dcfo acfo am gm sm wm cm")
BEFORE_UNIFORMED = RANKS | _words("temp special police")
# What follows "Councillor" and is no name: "Councillor Development".
NOT_NAMES = PREPOSITIONS | _words(
    "development support training services engagement enquiries conduct induction learning casework"
)
PLURAL_TITLES = {"cllrs": "Cllr", "councillors": "Councillor", "drs": "Dr"}
PEOPLE = TITLES_OF_PEOPLE | frozenset(PLURAL_TITLES)
COUNCILLORS = _words("cllr councillor cllrs councillors")

# The last word of a body. BREAKING ones end a portfolio that they follow: "Head of HR and leadership team".
BREAKING = _words("""
    team teams group groups board boards committee committees forum forums panel panels governors govs colleagues
    cabinet taskforce slt smt clt cmt emt elt ecmt tmt wlt dmt sld wg wp
""")
BODIES = BREAKING | _words("""
    service services department departments dept directorate directorates council councils partnership partnerships
    network networks office police executive members officers staff partners stakeholders unions union trustees agency
    agencies association associations alliance consortium society unit units authority authorities commission company
    contractor contractors consultants administration assembly subcommittee others faculty hub schools
""")  # fmt: skip
# Alone, these are rather what somebody is responsible for: "Policy and Partnerships".
FIELD_BODIES = _words("service services partnership partnerships network networks schools administration commission")
# Bodies that are nobody's in particular: "Jane Smith and team" is Jane Smith's.
OWN = _words("team teams colleagues others staff her his their")
# A portfolio that stands for all of them: "Heads of Service" is a body of people.
COLLECTIVE = _words("service services department departments school schools faculty faculties house year college state")

# What an officer does by law besides the post, by the office it is; an officer keeps it after "/" and "and".
HATS = {
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
CAPITALS_OF_HATS = _words("mo rfo hops ero siro dpo dsl")
HAT_RANKS = _words("deputy acting interim statutory joint designated council's")
# The Local Government and Housing Act 1989, section 5, keeps the monitoring officer from being either.
BARRED = {"monitoring": _words("finance paid"), "finance": _words("monitoring"), "paid": _words("monitoring")}

NO_OWNER = _phrases("""
    n/a, na, tbc, tba, tbd, none, nobody, no one, no owner, nil, redacted, name redacted, vacant, vacancy,
    vacant post, post vacant, currently vacant, not applicable, not known, unknown, unassigned, unallocated,
    not assigned, not allocated, not yet assigned, not yet allocated, not yet known, awaiting appointment, new post,
    pending, blank, owner tbc, owner tba, lead tbc, lead tba, lead to be confirmed, officer tbc, to be advised,
    to be confirmed, to be appointed, to be agreed, to be determined, to be decided, to be identified,
    to be allocated, to be assigned, to be recruited, to be announced, tbc/tba, complete, completed, closed, done, xx,
    xxx, xxxx, xxxxx
""")
UNDECIDED = _phrases("to be,tbc by,tba by,tbd by")

# The words on either side of an "and" that joins nothing: "Police and Crime Commissioner".
FIXED = _phrases("""
    police crime, health safety, health wellbeing, learning development, overview scrutiny, children families,
    children young, revenues benefits, equality diversity, equalities diversity, diversity inclusion,
    equality inclusion, hr od, terms conditions, research development, monitoring evaluation, arts culture,
    health care, gypsy traveller, fire crime
""")
# Three that are one name, with a comma and an "and": "Police, Fire and Crime Commissioner".
FIXED_LISTS = _phrases("""
    police fire crime, equality diversity inclusion, equity diversity inclusion, equalities diversity inclusion,
    health safety wellbeing
""")

SUPPORT = _phrases("""
    with support from, with the support of, with support of, with support by, with additional support from,
    supported by, with support provided by, support from, in consultation with, in conjunction with, working with,
    working alongside, working closely with, in partnership with, working in partnership with, in collaboration with,
    in liaison with, liaising with, to liaise with, liaise with, to work with, with assistance from,
    with the assistance of, assisted by, with input from, with advice from, with help from, helped by, advised by,
    with guidance from, consulting with, in discussion with, in cooperation with, in operation with,
    following consultation with, after consultation with, subject to consultation with, in association with,
    with the help of
""")
LEADING = _phrases("led by,owned by,to be led by,jointly led by,delivered by")
AND = _phrases("and,or,plus,and also,as well as,along with,together with,jointly with")
LEAD_LABELS = _phrases("""
    lead, leads, lead officer, lead officers, officer lead, member lead, lead member, joint lead, joint leads,
    co lead, owner, owners, action owner, responsible, responsible officer, responsible person, accountable,
    accountable officer, officer, officers, member, members, political, political lead, exec lead, executive lead,
    sponsor, exec sponsor, executive sponsor, project sponsor, sro,
    senior responsible owner, senior responsible officer, overall lead, strategic lead, operational lead,
    service lead, lead director, lead councillor, joint
""")
DASHED_LABELS = _phrases("lead officer,officer lead,lead member,member lead,joint,joint leads")
SUPPORT_LABELS = _phrases("""
    support, supports, supporting, supported by, supporting officer, supporting officers, support officer,
    support officers, supporter, supporters, consult, consulted, consultee, consultees, contributor, contributors,
    with support
""")
LEAD_MARKS = _phrases("lead,leading,l,overall lead")
SUPPORT_MARKS = _phrases("support,supporting,supporter,in support,s,consulted,consultee")
CONTACT_LABELS = _words("tel telephone phone ext extn extension mob mobile ddi x email mail mailto")

# Letters that stand for a service, and letters that only ever qualify one.
QUALIFIERS = _words("od uk eu gb l&d r&d csc asc us")
LETTERS = _words("hr it ict edi pr ehs asb pmo cctv gis fm")

_FIELDS = _words("""
    academic access accessibility accommodation accountancy accounting action active activity admin adult adults
    advice air anti antisocial arts asset assets audit awareness balance benefits biodiversity branch budget budgets
    building buildings bus business businesses campaigns capital car care carbon case casework cemeteries central
    centre change channel charging child children childrens civic clean cleansing climate clinical coast commercial
    commissioning communication communications communities community complaints compliance comms congress conservation
    contact contract contracts control core corporate cost council councillor counter countryside crematorium crime
    culture cultural curriculum customer customers cyber data debt decision delivery democracy democratic demand
    design development digital disability diversity early earth east economic economy education efficiency elections
    electoral emergency employee employment empowerment energy enforcement engagement engineering england enterprise
    environment environmental equalities equality equity estate estates ethics ethnic events experience external
    facilities families family farm finance financial fire fleet flood food foster fraud freedom front funding future
    general governance green ground grounds growth harbour health healthy heritage high highways homeless homelessness
    homes house household housing human ict inclusion inclusive inclusivity income independent industry information
    infrastructure innovation inspection insight insurance integrated integration intelligence internal international
    investment it job joint jobs justice key knowledge land landlord law learning legal legislation leisure levelling
    libraries library licensing life lifelong literacy live living local localities locality logistics major
    management market marketing markets maintenance maths media medical medium member members mental minerals minority
    modernisation money museum museums national natural nature needs neighbourhood neighbourhoods net new nhs north
    nursing office online open operations opposition organisation organisational organization outcomes overview paid
    parking parks participation partnership partnerships payroll pastoral payments pensions people performance
    personal personnel place places planning play policy political pollution pool population post poverty practice
    prevention primary priorities privacy private procurement programme programmes progress project projects property
    protection provider public pupil quality rail records recovery recreation recruitment recycling refuse
    regeneration region regional regulation regulatory relations renewal repairs reporting research residents
    resilience resource resources resourcing response retail retention revenue revenues review rights risk risks road
    roads rural safe safeguarding safer safety schools science scotland scrutiny secondary sector security send
    service services shared skills smart social south special sport sports staff staffing standards state strategic
    strategy street streets strong student students succession support sustainability sustainable system systems
    talent tax team technical technology telecare tenancy tenant tenants term theatre third tourism town towns trade
    trading traffic training transformation transport travel treasury treatment tree trees trust university urban
    value values vision visitor voice voluntary volunteer vulnerable wales ward waste water web welfare wellbeing well
    west wider women work workforce works young youth zero hr edi pr eh ehs asb cctv gis pmo
    abuse call criminal custody domestic firearms forensic forensics offender offenders tasking victims wholetime
""")
# What a portfolio is made of, and a person's name is not.
SUBJECTS = _FIELDS | QUALIFIERS | ROLES | BODIES | RANKS | _words("and & ,")
# How the words of a portfolio end, and few surnames do.
SUBJECT_ENDINGS = tuple(_words("""
    tion tions ment ments ing ings ity ities ness ship ships ance ence ics logy isation able ism ive ives ure als ial
    nal
"""))  # fmt: skip

PARTICLES = _words("van der den de la le al el bin ibn ap von da di du dos st mac mc o'")
FIRST_NAMES = _words("""
    aaron abbie abby abdul abigail adam adele adrian agnes ahmed aidan aisha alan alana alastair albert alex alexander
    alexandra alexis alfie alfred ali alice alicia alison alistair allan allison alun alyson amanda amber amelia amina
    amir amit amy ana andrea andrew andy angela angie angus anil anisha anita ann anna annabel anne annette annie
    anthony antonia antony anwar april archie arjun arthur asha ashley asif audrey ava ayesha barbara barry becky
    belinda ben benjamin bernadette bernard beth bethany betty beverley bill billy bob brenda brendan brian bridget
    bronwen bruce bryan bryony caitlin callum cameron carl carla carol carole caroline carolyn carrie carys cath
    catherine cathy cecilia ceri charles charlie charlotte cheryl chloe chris christian christina christine
    christopher claire clare claudia clive colette colin connor craig cynthia daisy damian damien dan daniel daniella
    danielle darren dave david dawn dean debbie deborah debra declan deepak denis denise dennis derek diana diane
    dilys dominic don donald donna doreen dorothy doug douglas duncan dylan ed eddie edith edmund edward edwin eileen
    elaine eleanor elena eleri elin elizabeth ella ellen ellie elliot elsie emily emma emyr eric erica erin esther
    ethan eva eve evelyn ewan faisal farah farhan fatima fay felicity felix fergus fiona frances francesca francis
    frank fraser fred freddie frederick freya gareth garry gary gavin gemma geoff geoffrey george georgia georgina
    gerald geraldine gerard gill gillian gina ginny giles glen glenn gloria glyn gordon grace graeme graham grant greg
    gregory greta gurpreet guy gwen gwyn hamish hannah harriet harry harvey hassan hayley hazel heather heidi helen
    helena henry hilary holly howard hugh hugo huw ian ibrahim imran ingrid iona irene iris isaac isabel isabella isla
    isobel ivan ivor jack jackie jacob jacqueline jacqui jade jake jamal james jamie jan jane janet janette janice
    jason jasmine jatinder jay jayne jean jeanette jeff jeffrey jemma jen jennifer jenny jeremy jerry jess jessica
    jill jim jimmy jo joan joann joanna joanne joe joel john johnny jon jonathan jonathon joseph josephine josh joshua
    joy joyce jude judith judy julia julian julie juliet june justin justine karen karin karl kate katharine katherine
    kathleen kathryn kathy katie katrina katy kay keeley keiran keith kelly kelvin ken kenneth kenny kerri kerry kev
    kevin khalid kim kimberley kirsten kirsty kris krishna kulwinder kumar kyle laura lauren laurence lawrence leah
    leanne lee leigh len lena leo leon leonard leslie lesley lewis liam libby lily linda lindsay lindsey lisa liz
    lloyd lois lora lorna lorraine louis louisa louise lucinda lucy luke lydia lyn lynda lyndsey lynette lynn lynne
    maggie malcolm mandy manjit marc marcus margaret maria marian marie marilyn marion mark martha martin martyn mary
    mathew matt matthew maureen maurice max maxine meera megan mehmet mel melanie melissa mia michael michelle mick
    mike miles millie miranda miriam mo mohamed mohammad mohammed moira mona monica morag morgan muhammad muriel myra
    nabil nadia nancy naomi natalie natasha nathan neal neil nerys nia nicholas nick nicky nicola nicole nigel nikki
    nina noel nora norma norman olive oliver olivia omar oscar owen pam pamela parveen pat patricia patrick paul paula
    pauline penelope penny percy pete peter phil philip philippa phillip phoebe phyllis pippa polly priya rachael
    rachel raj rajesh ralph raquel rashid ravi ray raymond rebecca reg rehana rhian rhiannon rhodri rhona rhys ria
    richard rick ricky rita rob robert roberta robin robyn rod roger roisin roland ron ronald rory rosalind rose
    rosemary rosie ross rowan roy rupert russell ruth ryan sabrina sadia sajid sally salma sam samantha samina samuel
    sandra sangita sanjay sara sarah saskia scott sean sebastian selina shabana shane shannon sharon shaun shazia
    sheila shelley shirley shona sian sid sidney simon simone siobhan sonia sophia sophie stacey stan stanley stella
    steph stephanie stephen steve steven stewart stuart sue sukhdev sunil surinder susan susanna susannah susie
    suzanne suzi sylvia tamsin tania tanya tara ted teresa terence teri terri terry tessa theo theresa thomas tiffany
    tim timothy tina toby todd tom tommy toni tony tracey tracy trevor tricia trish trudy una ursula val valerie
    vanessa vera verity vernon veronica vicki vicky victor victoria vijay vikki vince vincent viv vivien vivienne
    wayne wendy wes wesley will william yasmin yusuf yvonne zahra zainab zara zoe
""")
