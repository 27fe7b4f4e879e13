"""What was written for a quarter, as text: who is asked, what was found, and where each file is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peerxl.cli.as_text.findings import count_severities
from peerxl.documents.document import date_words
from peerxl.documents.plan_list import summarize_plan
from peerxl.documents.wording import counted

if TYPE_CHECKING:
    from peerxl.commands.chase import ChaseResult
    from peerxl.commands.quarter import QuarterResult


def format_chase(result: ChaseResult) -> Iterator[str]:
    chase = result.chase
    actions = len({(ask.action.sheet, ask.action.row) for ask in chase.asks})
    yield (
        f"{counted(len(chase.owners), 'owner')} asked about {counted(actions, 'action')} for {chase.quarter}, "
        f"{counted(len(chase.asks), 'question')}, to reply by {date_words(result.reply_by)}"
    )
    for owner, path in zip(chase.owners, result.forms, strict=True):
        yield f"  {owner.name}: {len(chase.asks_of(owner))} in {path}"
    for unowned in chase.unowned:
        yield f"  nobody for {unowned.action.name}: {unowned.why}"
    yield f"  who was asked: {result.chase_list}"
    yield f"  save those that come back in: {result.returned}"
    yield from format_exceptions(result)


def format_exceptions(result: ChaseResult) -> Iterator[str]:
    """What was not asked, and the forms of earlier runs that are still there."""
    for nowhere in result.chase.nowhere:
        yield f"  not asked: {nowhere.sheet}: {nowhere.sentence}"
    for path in result.kept:
        yield f"  filled in and kept as it is, so no new form was made: {path}; move it to {result.returned}"
    for path in result.stale_forms:
        yield f"  from an earlier chase, not to be sent: {path}"


def format_quarter(result: QuarterResult) -> Iterator[str]:
    chase = result.chase.chase
    yield result.plan.title
    yield f"  {summarize_plan(result.plan)}"
    yield f"  Found: {count_severities(result.findings)}: {result.report}"
    yield f"  Appendix: {result.appendix}"
    yield (
        f"  Asked: {counted(len(chase.owners), 'owner')}, {counted(len(chase.asks), 'question')}, "
        f"to reply by {date_words(result.chase.reply_by)}: {result.chase.chase_list}"
    )
    if result.chase.forms:
        yield f"  Forms: {counted(len(result.chase.forms), 'workbook')} in {result.chase.forms[0].parent}"
    yield from format_exceptions(result.chase)
    if chase.unowned:
        yield f"  Nobody to ask: {counted(len(chase.unowned), 'action')}, listed in {result.chase.chase_list.name}"
