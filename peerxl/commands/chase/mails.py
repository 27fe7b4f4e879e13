"""The mails of a day's chase: each owner's letter in the council's wording or ours, with the form that goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from peerxl.commands.addresses import coordinator_of
from peerxl.commands.outgoing import Outgoing
from peerxl.documents import wording
from peerxl.mail.draft import MailDraft
from peerxl.mail.letter import Letter, LetterTable
from peerxl.mail.message import Attachment, Mail
from peerxl.mail.wording import Wording, check_wordings, write_letter
from peerxl.model.owner import Owner
from peerxl.model.plan import ActionPlan
from peerxl.record.say import list_refs
from peerxl.text import show_unsafe

COORDINATOR = "the coordinator of the plan"


def read_wordings(plan: ActionPlan) -> Mapping[str, Wording]:
    """The wordings of the plan's Letters sheet; LetterError or NoSuchLetterError names the cell of one that is none."""
    wordings = {name: Wording(cell.text, f"{plan.source}!{cell}") for name, cell in plan.settings.letters}
    check_wordings(wordings)
    return wordings


def write_mails(
    plan: ActionPlan,
    outgoing: tuple[Outgoing, ...],
    owners: tuple[Owner, ...],
    forms: Mapping[str, bytes],
    at: datetime,
) -> Iterator[MailDraft]:
    """A mail for each message; ``owners`` are all who are asked in the quarter, ``forms`` the workbooks by name."""
    wordings, names = read_wordings(plan), tuple(owner.name for owner in owners)
    places = {owner: place for place, owner in enumerate(owners)}
    for each in outgoing:
        # Found by its place: comparing each of a thousand owners with all of them takes longer than a form.
        place = places.get(each.owner, len(names))
        letter = letter_of(plan, each, names[:place] + names[place + 1 :])
        written = write_letter(str(each.step), letter, wordings)
        mail = Mail(
            id=each.message,
            at=at,
            to=each.addressed.to,
            cc=each.addressed.cc,
            # What an owner's cell says may turn the words of a mail around.
            subject=show_unsafe(written.subject),
            text=show_unsafe(written.text),
            html=show_unsafe(written.html),
            reply_to=coordinator_of(plan.settings),
            attachments=(Attachment(each.form, forms[each.form]),) if each.form else (),
        )
        yield MailDraft(each.owner.name, mail, f"forms/{each.form}" if each.form else "")


def letter_of(plan: ActionPlan, outgoing: Outgoing, others: tuple[str, ...]) -> Letter:
    """What one owner is written."""
    turn, contact = outgoing.turn, plan.settings.directory.find_owner(outgoing.owner)
    return Letter(
        owner=outgoing.owner.name,
        name=contact.name if contact else "",
        plan=plan.name,
        council=wording.name_council(plan),
        quarter=str(plan.quarter),
        coordinator=wording.coordinator_words(plan.settings) or COORDINATOR,
        table=table_of(outgoing),
        reply_by=turn.reply_by,
        asked_on=turn.asked_on,
        days_late=turn.days_late,
        others=others,
        told=list_refs(turn.told),
        form=outgoing.form,
    )


def table_of(outgoing: Outgoing) -> LetterTable:
    """The questions of a message, with the day to reply by where it is not the same for all of them."""
    days = {demand.action.key: demand.reply_by for demand in outgoing.turn.demands}
    several = len(set(days.values())) > 1
    headings = ("Ref", "Action", "Timescale", "Why you are asked", *(("Reply by",) if several else ()))
    rows = (
        (
            ask.action.ref,
            ask.action.text,
            wording.timescale_words(ask.action.timescale),
            wording.why_words(ask),
            *((wording.weekday_words(days[key]),) if several else ()),
        )
        for ask, key in zip(outgoing.asks, outgoing.keys, strict=True)
    )
    return LetterTable(headings, tuple(rows))
