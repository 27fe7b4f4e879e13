"""The whole quarter in one folder: the findings, the appendix, the return forms and the chase list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Unpack

from peerxl.checks import check_plan
from peerxl.commands.appendix import PaperOptions, render_appendix
from peerxl.commands.chase.command import chasing, save_chase
from peerxl.commands.chase.day import decide_chase, moment
from peerxl.commands.chase.files import Progress, make_files
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.check import render_findings
from peerxl.commands.outputs import link_to
from peerxl.commands.published import note_published
from peerxl.commands.read import AnyPath, require_quarter
from peerxl.commands.sending import MailSender
from peerxl.model.finding import Findings
from peerxl.model.fiscal import FiscalQuarter
from peerxl.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class QuarterResult:
    """The plan at its quarter, its findings, its chase, and where the findings and the appendix were written."""

    plan: ActionPlan
    quarter: FiscalQuarter
    findings: Findings
    report: Path
    appendix: Path
    chase: ChaseResult


def write_quarter(
    plan: ActionPlan,
    out: AnyPath,
    master: AnyPath,
    *,
    today: date,
    reply_by: date | None = None,
    force: bool = False,
    now: datetime | None = None,
    progress: Progress | None = None,
    sender: MailSender | None = None,
    **options: Unpack[PaperOptions],
) -> QuarterResult:
    """Write the whole quarter into a folder: findings, appendix, forms and chase list, all of them or none.

    ``options`` are the appendix's, of which ``recording`` is for all of them, and ``progress`` is told how many forms
    and mails are made, and of how many. The mails lie ready, or with a ``sender`` are sent.
    """
    quarter, folder = require_quarter(plan), Path(out)
    findings = check_plan(plan, quarter)
    report, appendix = folder / f"findings-{quarter.slug}.xlsx", folder / f"appendix-{quarter.slug}.xlsx"
    kept = options.setdefault("recording", {})
    papers = {
        report: render_findings(plan, findings, link_to(master, report)),
        appendix: render_appendix(plan, **options),
    }
    with chasing(plan, **kept) as past:
        at, is_drafted = moment(today, now), sender is None
        day = decide_chase(plan, folder, past, at=at, reply_by=reply_by, is_drafted=is_drafted)
        chase = make_files(plan, day, progress)
        saved = save_chase(plan, chase, papers, force=force, sender=sender, **kept)
        note_published(master, plan, [appendix], "quarter", saved.at, **kept)
    return QuarterResult(plan, quarter, findings, report, appendix, saved)
