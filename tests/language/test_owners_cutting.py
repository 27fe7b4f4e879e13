"""An officer cell on its way to owners: its tokens, how its segments stand, and what each has from those after it."""

from __future__ import annotations

import pytest

from peerxl.language.owners.context import add_context
from peerxl.language.owners.cutter import cut_segments
from peerxl.language.owners.inversion import turn_names
from peerxl.language.owners.lexer import cut_tokens
from peerxl.language.owners.segment import OwnerSegment, Trait
from peerxl.language.owners.tokens import Standing, Token, TokenKind, written

# Each line: the cell => its tokens without the line that each begins with, a kind and a text each.
TOKENS = r"""
    HR (north) IT => word HR · aside (north) · word IT
    HR) / IT => word HR · slash / · word IT
    HR ( / IT => word HR · slash / · word IT
    HR ((north) IT => word HR · aside (north) · word IT
    HR (north (east)) IT => word HR · aside (north (east)) · word IT
    HR (north)) IT => word HR · aside (north) · word IT
    HR [north] {east} => word HR · aside [north] · aside {east}
    HR () => word HR
    HR (TBC) => word HR
    HR (a.n.other) => word HR · aside (a.n.other)
    HR (lead) IT => word HR · lead_mark · word IT
    HR (support) => word HR · support_mark
    HR (in support) => word HR · support_mark
    HR (supported by IT) => word HR · stop · support supported by · word IT · lead
    HR (supported by IT) PR => word HR · stop · support supported by · word IT · lead · word PR
    HR (supported by (IT)) => word HR · aside (supported by (IT))
    HR (supported by) => word HR · aside (supported by)
    HR (Support: IT) => word HR · stop · word Support · link : · word IT · lead
    HR (Support officer: IT) => word HR · stop · word Support · word officer · link : · word IT · lead
    HR (Lead: IT) => word HR · aside (Lead: IT)
    HR (Support - IT) => word HR · stop · word Support · link - · word IT · lead
    HR (Support IT) => word HR · aside (Support IT)
    HR (with Ann Field) => word HR · stop · with with · word Ann · word Field · lead
    HR (with responsibility for IT) => word HR · aside (with responsibility for IT)
    HR (with) => word HR · aside (with)
    HR (and IT) => word HR · aside (and IT)
    HR (in consultation with Ann Field) => word HR · stop · support in consultation with · word Ann · word Field · lead
    HR (a@x.example) => word HR · address a@x.example
    HR (IT, a@x.example) => word HR · aside (IT) · address a@x.example
    HR (IT a@x.example) => word HR · aside (IT) · address a@x.example
    HR (IT, north, a@x.example) => word HR · aside (IT, north) · address a@x.example
    HR (IT - a@x.example; north) => word HR · aside (IT; north) · address a@x.example
    HR (lead, a@x.example) => word HR · lead_mark · address a@x.example
    HR (a@x.example / b@x.example) => word HR · address a@x.example · address b@x.example
    HR 823146 => word HR
    HR 12345 => word HR
    HR 1234 => word HR · word 1234
    HR 0123 => word HR
    HR +44 => word HR · word +44
    HR 012 => word HR
    HR 01 => word HR · word 01
    HR +4 => word HR · word +4
    HR 2025 => word HR · word 2025
    HR 20251 => word HR
    HR 1999 2000 => word HR · word 1999 · word 2000
    HR 201 302 => word HR
    HR 01228 - 823146 => word HR · link -
    HR 01228-823146 => word HR
    HR 01228 / IT => word HR · slash / · word IT
    HR Tel 12 => word HR
    HR Tel: 12 IT => word HR · word IT
    HR Tel - 12 => word HR
    HR Tel: IT => word HR · word Tel · link : · word IT
    HR Tel => word HR · word Tel
    Email: a@x.example => address a@x.example
    HR Email: a@x.example => word HR · address a@x.example
    HR Mobile Tel 07 => word HR
    HR 12 Tel 34 => word HR · word 12
    HR 12 - 34 - IT => word HR · word 12 · link - · word 34 · link - · word IT
    HR 12 IT => word HR · word 12 · word IT
    HR x12 => word HR
    HR ext 12 => word HR
    HR ext12 => word HR
    HR extn. 12 => word HR
    HR 12 a@x.example => word HR · word 12 · address a@x.example
    HR 01228 823146 a@x.example => word HR · address a@x.example
    HR (12) IT => word HR · aside (12) · word IT
    HR #12 => word HR · word #12
    HR 12. => word HR · word 12.
    HR - 12 - Tel 5 => word HR · link - · word 12 · link -
    Tel 12 ext 5 IT => word IT
    HR ((supported by IT)) => word HR · aside ((supported by IT))
    HR Tel IT 12 => word HR · word Tel · word IT · word 12
    HR Tel 12 - IT => word HR · link - · word IT
    HR 120 => word HR · word 120
    HR +441 => word HR
    HR (, a@x.example) => word HR · address a@x.example
    HR n/a IT => word HR · word n/a · word IT
    HR (LGBTQ+) => word HR · aside (LGBTQ+)
    HR | IT => word HR · stop | · word IT
    HR \ IT => word HR · stop \ · word IT
    HR ● IT => word HR · stop ● · word IT
    HR – IT => word HR · link – · word IT
    HR ‒ IT => word HR · link ‒ · word IT
    HR . IT => word HR · word IT
    Equality, Diversity and Inclusion => word Equality · word , · word Diversity · word and · word Inclusion
    Police, Fire & Crime => word Police · word , · word Fire · word & · word Crime
    Police and Crime => word Police · word and · word Crime
    Health & Safety => word Health · word & · word Safety
    Equality, Diversity, Inclusion => word Equality · comma , · word Diversity · comma , · word Inclusion
    Police, Crime => word Police · comma , · word Crime
    Police, Fire => word Police · comma , · word Fire
    Police / Crime => word Police · slash / · word Crime
    Police and Fire => word Police · and and · word Fire
    and Crime => and and · word Crime
    HR and => word HR · and and
    HR and Police, Fire & Crime, IT => word HR · and and · word Police · word , · word Fire · word & · word Crime · comma , · word IT
    HR 'ann@x.example' => word HR · address ann@x.example
    T,Supt Lee => word T · comma , · word Supt · word Lee
    T /Supt Lee => word T · slash / · word Supt · word Lee
    T/ Supt Lee => word T · slash / · word Supt · word Lee
    T/Supt Lee / HR => word T/Supt · word Lee · slash / · word HR
    HR\n? => word HR · line
    HR\n\nIT => word HR · line · line · word IT
    Head of\n\nHR => word Head · word of · line · word HR
    HR and\n\nIT => word HR · and and · line · word IT
    HR and\n• IT => word HR · and and · line · stop · word IT
    HR\n• IT => word HR · line · stop · word IT
    HR\n& IT => word HR · ampersand & · word IT
    HR\n/ IT => word HR · slash / · word IT
    Head\nof HR => word Head · word of · word HR
    HR\n(north) => word HR · aside (north)
    Head of\nHR => word Head · word of · word HR
    HR. Senior responsible officer: IT => word HR. · stop · word Senior · word responsible · word officer · link : · word IT
    HR. Senior responsible officer IT => word HR. · word Senior · word responsible · word officer · word IT
    HR with support from IT => word HR · support with support from · word IT
    HR with the support of IT and PR => word HR · support with the support of · word IT · and and · word PR
    HR &\n• IT => word HR · ampersand & · line · stop · word IT
    HR &\n\nIT => word HR · ampersand & · word IT
    HR,\n• IT => word HR · comma , · line · stop · word IT
"""

# Each line: the cell => each segment, what stands before it and how it stands to the others. "\n" is a line break.
SEGMENTS = r"""
    Head of HR and => stop '' Head of HR
    Head of HR, and Clerk => stop '' Head of HR · and ', and' Clerk
    Head of HR / and Clerk => stop '' Head of HR · slash '/ and' Clerk
    Clerk\n- Leader => stop '' Clerk · stop '' Leader
    Clerk (lead), Leader => stop '' Clerk lead · stop ',' Leader
    Clerk (lead) Leader => stop '' Clerk lead · stop '' Leader
    Clerk (lead) with Ann Field => stop '' Clerk lead · stop 'with' Ann Field supporter
    Clerk - lead, Leader => stop '' Clerk lead · stop '- lead,' Leader
    (lead) Clerk, Leader => stop '' Clerk lead · comma ',' Leader lead
    (support) Clerk; Leader => stop '' Clerk supporter · stop ';' Leader supporter
    Clerk; (support) Leader => stop '' Clerk · stop ';' Leader supporter
    Clerk - (support) Leader => stop '' Clerk supporter · stop '-' Leader
    Clerk (support)\nLeader => stop '' Clerk supporter · stop '' Leader
    supported by Clerk, Leader => stop 'supported by' Clerk supporter · comma ',' Leader supporter
    Clerk supported by Leader\nMayor => stop '' Clerk · stop 'supported by' Leader supporter · stop '' Mayor
    Clerk supported by\nLeader\nMayor => stop '' Clerk · stop 'supported by' Leader supporter · line '' Mayor supporter
    Clerk supported by: Leader\nMayor => stop '' Clerk · stop 'supported by:' Leader supporter · line '' Mayor supporter
    Clerk supported by Leader led by Mayor => stop '' Clerk · stop 'supported by' Leader supporter · stop 'led by' Mayor
    Clerk supported by Leader led by Mayor\nHR => stop '' Clerk · stop 'supported by' Leader supporter · stop 'led by' Mayor · line '' HR
    Clerk supported by Leader\nMayor\nHR => stop '' Clerk · stop 'supported by' Leader supporter · stop '' Mayor · line '' HR
    Clerk with Ann Field and Bo Lane\nHR => stop '' Clerk · stop 'with' Ann Field supporter · and 'and' Bo Lane supporter · stop '' HR
    Clerk with Ann Field\nHR => stop '' Clerk · stop 'with' Ann Field supporter · stop '' HR
    Clerk with responsibility for HR => stop '' Clerk · with 'with' responsibility for HR
    with Ann Field => stop 'with' Ann Field
    Clerk with hr@x.example\nHR => stop '' Clerk · stop '' hr@x.example supporter <hr@x.example> · stop '' HR
    with hr@x.example => stop '' hr@x.example <hr@x.example>
    Clerk, hr@x.example => stop '' Clerk <hr@x.example>
    Clerk\nhr@x.example => stop '' Clerk <hr@x.example>
    Clerk; hr@x.example => stop '' Clerk · stop '' hr@x.example <hr@x.example>
    Clerk - hr@x.example => stop '' Clerk <hr@x.example>
    Clerk and hr@x.example => stop '' Clerk · stop '' hr@x.example <hr@x.example>
    Ann Field, a@x.example => stop '' Ann Field · stop '' a@x.example <a@x.example>
    Ann Field, ann@x.example => stop '' Ann Field <ann@x.example>
    Ann Field and field@x.example => stop '' Ann Field <field@x.example>
    Clerk <a@x.example> <b@x.example> => stop '' Clerk <a@x.example> · stop '' b@x.example <b@x.example>
    a@x.example Clerk => stop '' a@x.example <a@x.example> · stop '' Clerk
    a@x.example, Clerk => stop '' a@x.example <a@x.example> · comma ',' Clerk
    a@x.example with HR => stop '' a@x.example <a@x.example> · stop 'with' HR supporter
    supported by a@x.example => stop '' a@x.example supporter <a@x.example>
    Lead: Clerk. Support: Leader => stop 'Lead:' Clerk. lead · stop 'Support:' Leader supporter
    the Lead: Clerk => stop 'the Lead:' Clerk lead
    The lead officer: Clerk => stop 'The lead officer:' Clerk
    Lead - Clerk => stop 'Lead -' Clerk lead
    Support - Clerk => stop 'Support -' Clerk supporter
    Sponsor - Clerk => stop '' Sponsor · link '-' Clerk
    Sponsor: Clerk => stop 'Sponsor:' Clerk
    Sponsor - Ann Field => stop 'Sponsor -' Ann Field
    Sponsor - the Clerk => stop '' Sponsor · link '-' the Clerk
    SRO - Ann Field, Clerk => stop 'SRO -' Ann Field · comma ',' Clerk
    Lead Member - Housing => stop 'Lead Member -' Housing
    Lead\nClerk => stop '' Lead · line '' Clerk
    Lead for a very long phrase: Clerk => stop '' Lead for a very long phrase · link ':' Clerk
    Senior responsible officer: Clerk => stop 'Senior responsible officer:' Clerk
    Lead: =>
    Clerk - support => stop '' Clerk supporter
    Clerk - Support Officer => stop '' Clerk · link '-' Support Officer
    - lead => stop '' lead
    Ann Field (HR) Bo Lane (IT) => stop '' Ann Field (HR) · stop '' Bo Lane (IT)
    Ann Field (HR) Bo Lane => stop '' Ann Field (HR) · stop '' Bo Lane
    Ann Field (HR) Clerk => stop '' Ann Field (HR) Clerk
    Head of HR (north) Head of IT => stop '' Head of HR (north) · stop '' Head of IT
    Head of HR (north) of Marrowby => stop '' Head of HR (north) of Marrowby
    Ann Field (HR) => stop '' Ann Field (HR)
    Policy (north) Roads (south) => stop '' Policy (north) Roads (south)
    Ann Field (HR) Bo Lane TBC (IT) => stop '' Ann Field (HR) · stop '' Bo Lane
    Clerk TBC => stop '' Clerk
    Clerk TBC TBA => stop '' Clerk
    TBC (Ann Field) (north) => stop 'TBC (Ann Field)' (north)
    the TBC =>
    the to be confirmed =>
    Clerk lead to be confirmed => stop '' Clerk
    To be agreed by SLT =>
    TBC by Clerk =>
    Clerk to be agreed => stop '' Clerk
    Li Na => stop '' Li Na
    Na => stop '' Na
    Clerk na => stop '' Clerk
    Clerk TBC, Leader => stop '' Clerk · stop 'TBC,' Leader
    Clerk - TBC => stop '' Clerk
    Clerk - TBC - Leader => stop '' Clerk · stop '- TBC -' Leader
    Clerk, TBC => stop '' Clerk
    (lead) Clerk\nLeader => stop '' Clerk lead · line '' Leader lead
    supported by Clerk\nLeader => stop 'supported by' Clerk supporter · stop '' Leader
    Lead: Clerk\nLeader => stop 'Lead:' Clerk lead · line '' Leader lead
    Ann Lee, lee@x.example => stop '' Ann Lee <lee@x.example>
    Ann Lee (HR) => stop '' Ann Lee (HR)
    Ann Lee (HR) of => stop '' Ann Lee (HR) of
    HR (north) IT (south) => stop '' HR (north) · stop '' IT (south)
    Head of HR (north), Head of IT (south) Head of PR (east) => stop '' Head of HR (north) · comma ',' Head of IT (south) · stop '' Head of PR (east)
    TBC (Ann Field) => stop 'TBC' (Ann Field)
    Lead: ann@x.example => stop '' ann@x.example lead <ann@x.example>
    Clerk, lead => stop '' Clerk · comma ',' lead
    Housing Team (north) of Marrowby Council => stop '' Housing Team (north) of Marrowby Council
    (Ann Field) (north) => stop '' (Ann Field) (north)
    Clerk na na => stop '' Clerk
    Ann Field (HR) Jane => stop '' Ann Field (HR) · stop '' Jane
"""

# Each line: the cell => each segment with the traits that it has from what stands after it.
CONTEXTS = r"""
    Policy => Policy: listed listing
    Policy and Performance Manager => Policy: headed to_title listed title_follows / Performance Manager
    Policy, Performance Manager => Policy: listed listing clause title_follows / Performance Manager
    Policy, Diversity and Inclusion Manager => Policy: headed to_title listed title_follows / Diversity and Inclusion Manager
    Policy, HR and OD Manager => Policy: headed to_title listed title_follows / HR and OD Manager
    Policy & Performance Manager => Policy: headed to_title listed title_follows / Performance Manager
    Policy and Scrutiny Champion => Policy: headed to_title to_member listed title_follows / Scrutiny Champion
    Policy and Members => Policy: listed listing title_follows / Members
    Policy and Finance Managers => Policy: headed listed title_follows / Finance Managers
    Town & Parish Clerks => Town: headed listed title_follows / Parish Clerks
    Town and Clerks => Town: listed listing title_follows / Clerks
    Town, Clerks => Town: listed listing title_follows / Clerks
    Towns and Clerks => Towns: listed listing title_follows / Clerks
    Policy and Audit Committee => Policy: headed to_chaired listed title_follows / Audit Committee
    Policy and Marrowby Trust => Policy: headed listed title_follows / Marrowby Trust
    Policy and Housing Office => Policy: headed listed title_follows / Housing Office
    Policy / Performance Manager => Policy: listed listing / Performance Manager
    Head of HR, Policy and Performance Manager => Head of HR: title_follows / Policy: headed to_title before_post listed title_follows / Performance Manager
    Head of HR and Policy and Performance Manager => Head of HR: title_follows / Policy: headed to_title listed title_follows / Performance Manager
    Head of HR & Policy and Performance Manager => Head of HR: title_follows / Policy: headed to_title listed title_follows / Performance Manager
    Head of HR and Policy & Performance Manager => Head of HR: title_follows / Policy: headed to_title before_post listed title_follows / Performance Manager
    Head of HR, Policy & Audit Committee => Head of HR: title_follows / Policy: headed to_chaired before_team listed title_follows / Audit Committee
    Head of HR, Policy & Housing Office => Head of HR: title_follows / Policy: headed before_body listed title_follows / Housing Office
    Head of HR and Policy and Audit Committee => Head of HR: title_follows / Policy: headed to_chaired listed title_follows / Audit Committee
    Head of HR and Policy and Housing Office => Head of HR: title_follows / Policy: headed listed title_follows / Housing Office
    Head of HR - Policy & Performance Manager => Head of HR / Policy: headed to_title listed title_follows / Performance Manager
    Head of HR, Policy, Performance Manager => Head of HR: title_follows / Policy: listed listing clause title_follows / Performance Manager
    DM and Performance Manager => DM: listed listing title_follows / Performance Manager
    DM, Performance Manager => DM: listed listing title_follows / Performance Manager
    DM & PL => DM: listing title_follows / PL: listed listing
    HR and Performance Manager => HR: headed to_title listed title_follows / Performance Manager
    HR and Clerk => HR: listed listing title_follows / Clerk
    HR & IT => HR: listing title_follows / IT: listed listing
    HR, IT => HR: listed listing clause title_follows / IT: listed listing
    HR and Finance => HR: listing title_follows / Finance: listed listing
    HR and Culture => HR: title_follows / Culture: listed listing
    HR and IT and Culture => HR: title_follows / IT: title_follows / Culture: listed listing
    IT and Finance and Culture => IT: title_follows / Finance: ending title_follows / Culture: listed listing
    Finance and Housing => Finance: ending title_follows / Housing: listed listing
    Finance, Legal and Housing => Finance: ending title_follows / Legal: ending title_follows / Housing: listed listing
    Finance, Legal, HR => Finance: listed listing clause title_follows / Legal: listed listing clause title_follows / HR: listed listing
    Finance and Legal, HR => Finance: clause title_follows / Legal: listed listing clause title_follows / HR: listed listing
    Finance, Culture and HR => Finance: listing title_follows / Culture: listing title_follows / HR: listed listing
    Culture, Arts => Culture: listed listing clause title_follows / Arts: listed listing
    Culture, Arts and Towns => Culture: ending title_follows / Arts: ending title_follows / Towns: listed listing
    Parks & Countryside, Planning => Parks: clause title_follows / Countryside: listed listing clause title_follows / Planning: listed listing
    Parks & Riverside, Planning => Parks: title_follows / Riverside: title_follows / Planning: listed listing
    Parks and Roads, Planning and Trees => Parks: title_follows / Roads: ending title_follows / Planning: ending title_follows / Trees: listed listing
    Parks and Roads and Planning, Trees => Parks: clause title_follows / Roads: clause title_follows / Planning: listed listing clause title_follows / Trees: listed listing
    Riverside and Legal, HR Manager => Riverside: clause title_follows / Legal: listed listing clause title_follows / HR Manager
    Policy and Planning, Legal, HR Manager => Policy: clause title_follows / Planning: listed listing clause title_follows / Legal: listed listing clause title_follows / HR Manager
    Policy and Planning, CWG => Policy: clause title_follows / Planning: listed listing clause title_follows / CWG: listed listing
    Policy, Planning and CWG => Policy: listing title_follows / Planning: listing title_follows / CWG: listed listing
    Riverside, CWG => Riverside: listing title_follows / CWG: listed listing
    CWG, Riverside => CWG: title_follows / Riverside
    Finance Riverside and HR => Finance Riverside: listing title_follows / HR: listed listing
    Jane Smith, Head of HR => Jane Smith: titled title_follows / Head of HR
    Jane Smith - Head of HR => Jane Smith: titled / Head of HR
    Jane Smith and Head of HR => Jane Smith: title_follows / Head of HR
    Jane Smith, Directors => Jane Smith: title_follows / Directors
    Jane Smith, HR => Jane Smith: title_follows / HR: listed listing
    Jane Smith, Policy and Performance Manager => Jane Smith: title_follows / Policy: headed to_title before_post listed title_follows / Performance Manager
    Jane Smith, Policy and Portfolio Holder => Jane Smith: title_follows / Policy: listed listing title_follows / Portfolio Holder
    Cllr Smith, Leader => Cllr Smith: titled title_follows / Leader
    Cllr Smith, Head of HR => Cllr Smith: title_follows / Head of HR
    Cllr Smith, Policy and Portfolio Holder => Cllr Smith: title_follows / Policy: listed listing title_follows / Portfolio Holder
    Cllr Smith, Policy and Performance Manager => Cllr Smith: title_follows / Policy: headed to_title before_post listed title_follows / Performance Manager
    Jane Smith, Bo Lane => Jane Smith: name_follows / Bo Lane
    Head of HR, Jane Smith => Head of HR: name_follows / Jane Smith
    Head of HR - Jane Smith => Head of HR / Jane Smith
    Head of HR and Jane Smith => Head of HR: name_follows / Jane Smith
    Head of HR; Jane Smith => Head of HR / Jane Smith
    Head of HR, HR Team => Head of HR: title_follows / HR Team
    Head of HR & HR Team => Head of HR: title_follows / HR Team
    Head of HR; HR Team => Head of HR / HR Team
    Head of HR / HR Team => Head of HR / HR Team
    Jane Smith\nHead of HR => Jane Smith / Head of HR: below
    Jane Smith\nHead of HR\nBo Lane => Jane Smith / Head of HR: below / Bo Lane
    Jane Smith\nHead of HR; Bo Lane => Jane Smith / Head of HR: below / Bo Lane
    Jane Smith\nHead of HR / Bo Lane => Jane Smith / Head of HR / Bo Lane
    Jane Smith\nHead of HR, Bo Lane => Jane Smith / Head of HR: name_follows / Bo Lane
    Jane Smith\nHead of HR and Legal => Jane Smith / Head of HR: title_follows below / Legal: listed listing
    Jane Smith\nHead of HR and Bo Lane => Jane Smith / Head of HR: name_follows / Bo Lane
    Jane Smith\nHead of HR - Legal\nBo Lane => Jane Smith / Head of HR: below / Legal: listed listing / Bo Lane
    Jane Smith\nHead of HR with Legal\nBo Lane => Jane Smith / Head of HR: below / Legal: listed listing / Bo Lane
    Jane Smith\nHead of HR\nLegal => Jane Smith / Head of HR / Legal: listed listing
    Jane Smith\nPolicy and Performance Manager => Jane Smith / Policy: headed to_title listed title_follows below / Performance Manager
    Jane Smith\nClerk => Jane Smith / Clerk
    Jane Smith\nDirectors => Jane Smith / Directors
    Jane Smith\nBo Lane\nHead of HR => Jane Smith / Bo Lane / Head of HR
    HR\nJane Smith\nHead of HR => HR: listed listing / Jane Smith / Head of HR
    Cllr Smith\nLeader => Cllr Smith / Leader
    Cllr Smith\nPortfolio Holder => Cllr Smith / Portfolio Holder: below
    Cllr Smith\nHead of HR => Cllr Smith / Head of HR
    Jane Smith\nHR => Jane Smith / HR: listed listing
    Jane Smith\nHead of HR\nBo Lane\nHead of IT => Jane Smith / Head of HR: below / Bo Lane / Head of IT: below
    HR & Roads, Legal => HR: clause title_follows / Roads: listed listing clause title_follows / Legal: listed listing
"""
AFTER = tuple(trait for trait in Trait if Trait.HEADED.value <= trait.value <= Trait.BELOW.value)


def rows(table: str) -> list[tuple[str, str]]:
    """Each line of a table: the cell, and what comes of it."""
    lines = (line.strip().partition(" =>") for line in table.strip().splitlines())
    return [(cell.replace(r"\n", "\n"), outcome.strip()) for cell, _, outcome in lines]


def show_token(token: Token) -> str:
    return f"{token.kind.name.lower()} {token.text}".strip()


def show_segment(segment: OwnerSegment) -> str:
    before = f"{segment.connective.name.lower()} {written(segment.leading)!r}"
    standing = "" if segment.standing is Standing.PLAIN else f" {segment.standing.name.lower()}"
    return f"{before} {written(segment.tokens)}{standing}{f' <{segment.email}>' if segment.email else ''}"


def show_context(segment: OwnerSegment) -> str:
    traits = " ".join(str(trait.name).lower() for trait in AFTER if trait in segment.traits)
    return f"{written(segment.tokens)}{': ' if traits else ''}{traits}"


@pytest.mark.parametrize(("cell", "tokens"), rows(TOKENS))
def test_tokens_of_a_cell(cell: str, tokens: str) -> None:
    first, *others = cut_tokens(cell)
    assert first.kind is TokenKind.LINE
    assert " · ".join(map(show_token, others)) == tokens


@pytest.mark.parametrize(("cell", "segments"), rows(SEGMENTS))
def test_how_segments_stand(cell: str, segments: str) -> None:
    assert " · ".join(map(show_segment, cut_segments(cut_tokens(cell)))) == segments


@pytest.mark.parametrize(("cell", "contexts"), rows(CONTEXTS))
def test_what_a_segment_has_from_those_after_it(cell: str, contexts: str) -> None:
    segments = add_context(turn_names(cut_segments(cut_tokens(cell))))
    assert " / ".join(map(show_context, segments)) == contexts
