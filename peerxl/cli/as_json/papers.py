"""What a chase, a calendar and a quarter came to, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json, dump_findings, format_day
from peerxl.record.event import Step

if TYPE_CHECKING:
    from peerxl.chasing import Ask
    from peerxl.commands.calendar import CalendarResult
    from peerxl.commands.chase.result import ChaseResult
    from peerxl.commands.outgoing import Outgoing
    from peerxl.commands.quarter import QuarterResult
    from peerxl.reading.nowhere import Nowhere


def dump_chase(result: ChaseResult) -> Json:
    """Who gets what today, all that is outstanding, what nobody could be asked about, and the path of each form."""
    chase = result.chase
    return {
        "quarter": str(chase.quarter),
        "today": result.today.isoformat(),
        "reply_by": result.reply_by.isoformat(),
        "owners": [dump_outgoing(result, each) for each in result.outgoing if each.step is not Step.NOTICE],
        "told": [dump_told(result, each) for each in result.outgoing if each.turn.told],
        "nobody": [
            {
                "sheet": nobody.action.sheet,
                "row": nobody.action.row,
                "ref": nobody.action.ref or None,
                "why": nobody.why,
            }
            for nobody in result.nobody
        ],
        "next_on": format_day(result.next_on),
        "notes": list(result.notes),
        "conflicts": list(result.conflicts),
        "asks": [dump_ask(ask) for ask in chase.asks],
        "unowned": [
            {
                "ref": unowned.action.ref or None,
                "sheet": unowned.action.sheet,
                "row": unowned.action.row,
                "reasons": list(map(str, unowned.reasons)),
                "why": unowned.why,
            }
            for unowned in chase.unowned
        ],
        "forms": list(map(str, result.forms)),
        "returned": str(result.returned),
        "kept": list(map(str, result.kept)),
        "nowhere": [dump_nowhere(nowhere) for nowhere in chase.nowhere],
    }


def dump_outgoing(result: ChaseResult, outgoing: Outgoing) -> Json:
    """What an owner who is asked, reminded or late gets today; ``asked_on`` is the day of the first message."""
    turn, form, draft = outgoing.turn, result.form_of(outgoing), result.draft_of(outgoing)
    return {
        "owner": outgoing.owner.name,
        "step": str(outgoing.step),
        "why": turn.why,
        **dump_addressed(outgoing),
        "asked_on": format_day(turn.asked_on or result.day),
        "reply_by": format_day(turn.reply_by),
        "days_late": turn.days_late,
        "questions": len(outgoing.asks),
        "form": str(form) if form else None,
        "draft": str(draft) if draft else None,
        **dump_delivery(result, outgoing),
        "next_on": format_day(turn.next_on),
    }


def dump_delivery(result: ChaseResult, outgoing: Outgoing) -> Json:
    """What became of a mail, where mails were sent."""
    deliveries = {each.mail.id: each for each in result.deliveries}
    delivery = deliveries.get(outgoing.message)
    return {"outcome": str(delivery.outcome), "outcome_why": delivery.why or None} if delivery else {}


def dump_told(result: ChaseResult, outgoing: Outgoing) -> Json:
    """Whom somebody else has answered for, and which actions."""
    draft = result.draft_of(outgoing)
    return {
        "owner": outgoing.owner.name,
        **dump_addressed(outgoing),
        "refs": [action.ref or None for action in outgoing.turn.told],
        "draft": str(draft) if draft else None,
    }


def dump_addressed(outgoing: Outgoing) -> Json:
    addressed = outgoing.addressed
    return {"to": [each.email for each in addressed.to], "cc": [each.email for each in addressed.cc]}


def dump_nowhere(nowhere: Nowhere) -> Json:
    """Questions that nobody is asked, as their answers have no place."""
    return {
        "fields": [field.name for field in nowhere.fields],
        "sheet": nowhere.sheet,
        "cells": [cell.address for cell in nowhere.cells],
        "message": nowhere.sentence,
    }


def dump_ask(ask: Ask) -> Json:
    return {
        "owner": ask.owner.name,
        "ref": ask.action.ref or None,
        "sheet": ask.action.sheet,
        "row": ask.action.row,
        "reasons": list(map(str, ask.reasons)),
    }


def dump_calendar(result: CalendarResult) -> Json:
    return {
        "days": [
            {"day": day.day.isoformat(), "what": day.what, "kind": day.kind, "quarter": str(day.quarter)}
            for day in result.days
        ],
        "undated": list(map(str, result.undated)),
    }


def dump_quarter(result: QuarterResult) -> Json:
    """The whole quarter: what ``check`` and ``chase`` give, and where the files are."""
    return {
        **dump_findings(result.quarter, result.findings),
        **dump_chase(result.chase),
        "chase_list": str(result.chase.chase_list),
        "appendix": str(result.appendix),
        "report": str(result.report),
    }
