"""The words that tell who owns an action: a table in which a new word is a word more in its line.

Every word is as `fold` gives it; phrases of several words stand in ``phrases``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Flag, auto

from peerxl.language.owners.personal_names import FAMILY_NAMES, FIRST_NAMES


def fold(text: str) -> str:
    """A word as it is looked up: "Cllr." is cllr, "S.R.O." sro, "Vice-Chair" chair, "Director(s)" directors."""
    word = unaccented(text.casefold()).replace("’", "'").replace(".", "").strip("'")
    word = word.replace("(s)", "s").replace("/s", "s")
    head, _, tail = word.rpartition("-")
    return tail if head else word


def unaccented(text: str) -> str:
    """Text without its accents: "Siân" is Sian."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


class Use(Flag):
    """What a word can be in an officer cell; most words of an officer's language have several uses."""

    NONE = 0
    PREPOSITION = auto()  # a portfolio follows: "of", "for"
    GATHERER = auto()  # all of a kind: "all", "relevant"
    DETERMINER = auto()
    RANK = auto()  # stands before a post and says nothing of its portfolio: "Executive Director"
    UNDER = auto()  # a rank below the post: a Deputy Chief Executive has a portfolio, a Chief Executive none
    POST = auto()
    COMPLETE = auto()  # a post without a portfolio of its own: "Clerk, Finance" is not a Clerk of Finance
    FRONT = auto()  # a post that its portfolio may follow at once: "AD Growth", "Director Place"
    RANKED_FRONT = auto()  # a post that it may follow after a rank: "Cabinet Member Finance"
    CAPITALS = auto()  # a post only where it is written in capitals, "Ads" apart, which Excel makes of "ADs"
    MEMBER = auto()  # a post that councillors hold, and officers do not
    CHAIR = auto()  # a post whose "of" is followed by the name of a body: "Chair of Audit and Governance Committee"
    KEEPER = auto()  # a post that a committee has: "Secretary"
    HONORIFIC = auto()  # stands before a person's name: "Cllr Smith"
    COUNCILLOR = auto()
    NOT_NAME = auto()  # follows "Councillor" and is no name: "Councillor Development"
    UNIFORM = auto()  # a post in uniform, and before a name a title: "Supt Kelly"
    UNIFORM_CAPITALS = auto()  # a rank in uniform only where it is written in capitals
    UNIFORM_RANK = auto()  # stands before a rank in uniform only
    ACTING = auto()  # letters before "/" and a post: "T/Supt", "A/Head"
    BODY = auto()  # the last word of a body
    CHAIRED = auto()  # and that body has a chair
    TEAM = auto()  # the last word of a body that ends the portfolio before it: "Head of HR and leadership team"
    FIELD = auto()  # a body that, alone, is rather what somebody is responsible for: "Policy and Partnerships"
    NATION = auto()  # the last word of a body of a whole country: "Natural England"
    OWN = auto()  # nobody's in particular: "Jane Smith and team" is Jane Smith's
    COLLECTIVE = auto()  # a portfolio that stands for all of them: "Heads of Service" is a body of people
    OFFICE_RANK = auto()  # stands before a statutory office: "Deputy Monitoring Officer"
    OFFICE_CAPITALS = auto()  # an office only where it is written in capitals
    SERVICE = auto()  # letters that stand for a service
    DEPARTMENT = auto()  # a subject that is a department everywhere: "Finance and HR" are two
    QUALIFIER = auto()  # letters that only ever qualify one
    AFTER_NAME = auto()  # letters after a person's name: "Jane Smith, OBE"
    SUBJECT = auto()  # what a portfolio is made of
    PARTICLE = auto()  # a small word within a surname
    FIRST_NAME = auto()
    FAMILY_NAME = auto()  # a surname, though it looks like a subject or a first name: "Ward", "Manning", "Thomas"
    CONTACT = auto()  # stands before a telephone number or an address


# What a portfolio is made of, and a person's name is not.
PORTFOLIO = Use.SUBJECT | Use.QUALIFIER | Use.POST | Use.BODY | Use.RANK

_TABLE: tuple[tuple[Use, str], ...] = (
    (Use.PREPOSITION | Use.NOT_NAME, "of for to on"),
    (Use.GATHERER, "all relevant each every both various appropriate other respective any"),
    (Use.DETERMINER, "the a an our"),
    (Use.SUBJECT, "and & ,"),
    (
        Use.RANK,
        """
        executive corporate strategic assistant asst deputy interim acting group senior chief managing joint service
        associate principal divisional regional vice area lead non cabinet portfolio statutory programme temporary
        operational town parish district borough county city council committee shadow honorary pro team company exec
        leadership management wider extended detective det ch
        """,
    ),
    (Use.UNDER, "deputy assistant associate vice"),
    (Use.UNIFORM_RANK, "temp special police"),
    (Use.ACTING, "a ag act t tmp"),
    (
        Use.POST | Use.COMPLETE,
        """
        executive exec leader mayor mayoress clerk headteacher teacher principal president chair chairman chairwoman
        chairperson convenor convener governor councillor cllr registrar bursar chancellor provost rector solicitor
        lawyer barrister
        """,
    ),
    (
        Use.POST | Use.COMPLETE | Use.CAPITALS,
        """
        ceo cex cexec cx dceo dce coo cfo cno cmo cio cto cpo cdo cso cco cro ciso hrd md ht dht aht sbm senco sendco
        bp sro vc dvc
        """,
    ),
    (Use.POST | Use.FRONT | Use.CAPITALS, "ad am cd ed dd gm sd acd hos sm acc dcc aco acfo dcfo pfh vp svp evp pvc"),
    (Use.POST | Use.FRONT, "director dir head superintendent supt csupt"),
    (Use.POST | Use.RANKED_FRONT, "manager officer lead member holder inspector insp sergeant sgt"),
    (
        Use.POST,
        """
        mgr coordinator ordinator adviser advisor assistant deputy secretary treasurer accountant auditor analyst
        specialist consultant partner guardian champion dean nurse matron midwife therapist psychologist worker
        surveyor engineer architect planner librarian commissioner constable supervisor administrator accountable whip
        sponsor editor controller trainer facilitator practitioner owner technician warden ranger fellow professor
        portfolioholder pharmacist paramedic clinician physician surgeon physiotherapist dietitian radiographer
        podiatrist dentist sister doctor chaplain master developer tester designer scientist researcher investigator
        lecturer tutor mentor representative rep ambassador apprentice caretaker receptionist operative buyer estimator
        curator archivist statistician economist ecologist valuer assessor examiner organiser bookkeeper paralegal
        foreman gardener groundsman handyman cleaner driver person agent counsel reviewer
        """,
    ),
    (
        Use.MEMBER,
        "leader mayor mayoress chair chairman chairwoman holder pfh member councillor cllr whip champion convenor",
    ),
    (
        Use.KEEPER,
        "chair chairman chairwoman chairperson convenor convener secretary treasurer president sponsor member",
    ),
    (Use.FRONT, "chair chairman chairwoman chairperson"),
    (Use.CHAIR, "chair chairman chairwoman chairperson convenor convener clerk secretary member"),
    (
        Use.HONORIFIC,
        """
        cllr councillor mr mrs ms miss mx dr prof professor rev revd sir dame lord lady baroness ald alderman canon fr
        mayor cllrs councillors drs
        """,
    ),
    (Use.COUNCILLOR, "cllr councillor cllrs councillors"),
    (
        Use.NOT_NAME,
        "development support training services engagement enquiries conduct induction learning casework",
    ),
    (
        Use.UNIFORM,
        "constable sergeant sgt inspector insp superintendent supt csupt dsupt commander cdr firefighter",
    ),
    (
        Use.UNIFORM | Use.UNIFORM_CAPITALS,
        "ff pc ps pcso dc ds di dci dcs ci cc dcc acc aco cfo dcfo acfo am gm sm wm cm",
    ),
    (
        Use.BODY | Use.TEAM,
        """
        team teams group groups board boards committee committees forum forums panel panels governors govs colleagues
        cabinet taskforce slt smt clt cmt emt elt ecmt tmt wlt dmt sld wg wp sat ltd limited llp plc inc ministry
        university foundation police council councils union unions
        """,
    ),
    (
        Use.BODY,
        """
        department departments dept directorate directorates office executive members officers staff partners
        stakeholders trustees agency agencies association associations alliance consortium society unit units authority
        authorities company contractor contractors consultants assembly subcommittee others faculty faculties hub
        division divisions bureau institute college colleges workstream workstreams secretariat registry federation
        body constabulary exec providers collaborative parents pupils learners carers employees employers
        """,
    ),
    (
        Use.BODY | Use.FIELD,
        """
        service services partnership partnerships network networks school schools administration commission trust
        trusts eng
        """,
    ),
    (
        Use.CHAIRED,
        "group board committee subcommittee forum panel governors govs cabinet taskforce council union society "
        "association assembly alliance federation collaborative",
    ),
    (Use.NATION, "england wales scotland britain cymru uk"),
    (Use.OWN, "team teams colleagues others staff her his their"),
    (
        Use.COLLECTIVE,
        "service services department departments school schools faculty faculties house year college state",
    ),
    (Use.OFFICE_RANK, "deputy acting interim statutory joint designated council's"),
    (Use.OFFICE_CAPITALS, "mo rfo hops ero siro dpo dsl"),
    (
        Use.SERVICE,
        "hr it ict edi pr ehs asb pmo cctv gis fm send sen cyp cyps ipc hse sheq eyfs erp crm gdpr foi qi bi ux qa",
    ),
    (Use.QUALIFIER, "od uk eu gb l&d r&d csc asc us emea apac ug pg pgr pgt"),
    (
        Use.DEPARTMENT,
        "finance legal procurement estates facilities communications comms marketing sales planning housing",
    ),
    (
        Use.AFTER_NAME,
        """
        obe mbe cbe kbe dbe bem phd dphil msc mba ma bsc ba llb md rn rgn rmn frcp frcs frcn frcgp mrcgp qc kc jp dl mp
        msp ms td fca fcca acca aca cpfa cipfa cima cgma ceng frics mrics mrtpi fcipd mcipd jnr snr jr sr
        """,
    ),
    (Use.CONTACT, "tel telephone phone ext extn extension mob mobile ddi x email mail mailto contact"),
    (Use.PARTICLE, "van der den de la le al el bin ibn ap ab ferch von da di du dos ni nic ui st mac mc o' e y"),
    (
        Use.SUBJECT,
        """
        academic access accessibility accommodation accountancy accounting action active activity admin adult adults
        advice air anti antisocial arts asset assets audit awareness balance benefits biodiversity branch budget
        budgets building buildings bus business businesses campaigns capital car care carbon case casework cemeteries
        central centre change channel charging child children childrens civic clean cleansing climate clinical coast
        commercial commissioning communication communications communities community complaints compliance comms
        congress conservation contact contract contracts control core corporate cost council councillor counter
        countryside crematorium crime culture cultural curriculum customer customers cyber data debt decision delivery
        democracy democratic demand design development digital disability diversity early earth east economic economy
        education efficiency elections electoral emergency employee employment empowerment energy enforcement
        engagement engineering england enterprise environment environmental equalities equality equity estate estates
        ethics ethnic events experience external facilities families family farm finance financial fire fleet flood
        food foster fraud freedom front funding future general governance green ground grounds growth harbour health
        healthy heritage high highways homeless homelessness homes house household housing human ict inclusion
        inclusive inclusivity income independent industry information infrastructure innovation inspection insight
        insurance integrated integration intelligence internal international investment it job joint jobs justice key
        knowledge land landlord law learning legal legislation leisure levelling libraries library licensing life
        lifelong literacy live living local localities locality logistics major management market marketing markets
        maintenance maths media medical medium member members mental minerals minority modernisation money museum
        museums national natural nature needs neighbourhood neighbourhoods net new nhs north nursing office online open
        operations opposition organisation organisational organization outcomes overview paid parking parks
        participation partnership partnerships payroll pastoral payments pensions people performance personal personnel
        place places planning play policy political pollution pool population post poverty practice prevention primary
        priorities privacy private procurement programme programmes progress project projects property protection
        provider public pupil quality rail records recovery recreation recruitment recycling refuse regeneration region
        regional regulation regulatory relations renewal repairs reporting research residents resilience resource
        resources resourcing response retail retention revenue revenues review rights risk risks road roads rural safe
        safeguarding safer safety schools science scotland scrutiny secondary sector security send service services
        shared skills smart social south special sport sports staff staffing standards state strategic strategy street
        streets strong student students succession support sustainability sustainable system systems talent tax team
        technical technology telecare tenancy tenant tenants term theatre third tourism town towns trade trading
        traffic training transformation transport travel treasury treatment tree trees trust university urban value
        values vision visitor voice voluntary volunteer vulnerable wales ward waste water web welfare wellbeing well
        west wider women work workforce works young youth zero faith grant grants help test hr edi pr eh ehs asb cctv
        gis pmo abuse call criminal custody domestic firearms forensic forensics offender offenders tasking victims
        wholetime scene streetscene
        """,
    ),
    (
        Use.SUBJECT,
        """
        admissions alumni analytics anaesthetics backend beds biology camhs cardiology chemistry client clients
        dementia dental dentistry dev devops diabetes dietetics discharge doctoral domestics ed economics enterprises
        estate flow forestry frailty frontend geography graduate gynaecology haematology history hosting icu imaging
        infection infra inpatient inpatients languages maternity medicine medicines midwifery mortality neonatal
        obstetrics oncology ops optometry outpatient outpatients paediatrics palliative pathology pharmacy philosophy
        physics physiotherapy podiatry postgraduate product psychiatry psychology qa radiology registry renal
        respiratory sales stroke supplier suppliers surgery testing theatres therapies therapy undergraduate urgent
        users vendor vendors wards
        """,
    ),
    (Use.FIRST_NAME, " ".join(FIRST_NAMES)),
    (Use.FAMILY_NAME, " ".join(FAMILY_NAMES)),
)
# What says of which kind a job is, and of none names the service: "Front-End / BI Developer" is one.
KINDS_OF_JOB = frozenset(
    "end stack front back full frontend backend fullstack ux ui bi data software web mobile system systems network "
    "cloud solution solutions product project programme program business test qa devops ml ai etl sql database".split()
)
# What says of which kind a post is, and names no field of work: "HR/Line Manager" is two.
KINDS_OF_POST = frozenset("line project programme program general business duty key case personal office".split())
# How the words of a portfolio end, and few surnames do.
SUBJECT_ENDINGS = tuple(
    "tion tions ment ments ing ings ity ities ness ship ships ance ence ics logy isation able ism ive ives ure als "
    "ial nal".split()
)


def _tabled(table: Iterable[tuple[Use, str]]) -> dict[str, Use]:
    uses: dict[str, int] = {}
    for use, words in table:
        bits = use.value
        for word in words.split():
            uses[word] = uses.get(word, 0) | bits
    # Joined as numbers, as to join two flags takes ten times as long, and there are two thousand words.
    joined = {bits: Use(bits) for bits in set(uses.values())}
    return {word: joined[bits] for word, bits in uses.items()}


USES = _tabled(_TABLE)
# The plurals that are more than an "s", and those of titles, each with its singular.
PLURALS = {
    "chairmen": "Chairman", "chairwomen": "Chairwoman", "deputies": "Deputy", "secretaries": "Secretary",
    "headteachers": "Headteacher", "matrons": "Matron", "cllrs": "Cllr", "councillors": "Councillor", "drs": "Dr",
}  # fmt: skip
