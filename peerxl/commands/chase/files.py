"""The files of a day's chase: forms, mails and the coordinator's list, made and not yet written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from peerxl.calendar.rules import Level
from peerxl.commands.chase.mails import write_mails
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.forms import DRAFTS, LINKS, MERGE_LIST
from peerxl.documents.chase_list import OwnerLine
from peerxl.documents.wording import weekday_words
from peerxl.identity.index import ActionIndex
from peerxl.mail.draft import TITLE, MailDraft, draft_files, links_page, merge_list
from peerxl.model.plan import ActionPlan
from peerxl.record.event import Step
from peerxl.returns.baseline import read_form_id
from peerxl.returns.request import list_requests

STEP_WORDS = {Step.ASK: "Asked", Step.REMINDER: "Reminded", Step.ESCALATION: "Reminded, late", Step.NOTICE: "Told"}
"""What an owner gets, in a word."""
Progress = Callable[[int, int], None]
"""Told how many forms and mails are made, and of how many."""


def make_files(plan: ActionPlan, result: ChaseResult, progress: Progress | None = None) -> ChaseResult:
    """A day's chase with its forms, its mails and the list.

    Raises LetterError or NoSuchLetterError where the Letters sheet has a wording that is none.
    """
    tell = progress or (lambda done, number: None)
    return make_mails(plan, make_forms(plan, result, tell), tell)


def make_forms(plan: ActionPlan, result: ChaseResult, tell: Progress) -> ChaseResult:
    """The result with the forms and the list: none where nothing goes out, but for a list that says so once."""
    from peerxl.documents.chase_list import build_chase_list
    from peerxl.excel.write import Moulds, render
    from peerxl.returns.document import build_form

    index, contents, form_ids = ActionIndex(plan.actions), dict[Path, bytes](), dict[Path, str]()
    reply_by = {each.owner: each.turn.reply_by or result.new_reply_by for each in result.outgoing}
    due = replace(result.chase, asks=tuple(ask for ask in result.chase.asks if ask.owner in reply_by))
    requests = list_requests(plan, due, result.day, reply_by.__getitem__)
    moulds = Moulds()
    for done, each in enumerate(result.outgoing, 1):
        if path := result.form_of(each):
            form = build_form(requests[each.owner], index)
            contents[path], form_ids[path] = render(form, moulds), read_form_id(form)
        tell(done, 2 * len(result.outgoing))
    if result.outgoing or (not result.turns and not result.chase_list.exists()):
        contents[result.chase_list] = render(
            build_chase_list(plan, result.chase, tuple(list_lines(result)), today=result.today)
        )
    return replace(result, contents=contents, form_ids=form_ids)


def make_mails(plan: ActionPlan, result: ChaseResult, tell: Progress) -> ChaseResult:
    """The result with each message's mail, and the files that they lie ready in where they are not sent at once."""
    forms = {path.name: result.contents[path] for path in result.forms}
    mails = tuple(write_mails(plan, result.outgoing, result.chase.owners, forms, result.goes_out_at))
    names = draft_files(count_off(mails, tell))
    drafts = dict(zip(names, mails, strict=True))
    if not mails or not result.is_drafted:
        return replace(result, drafts=drafts)
    contents = {result.out / DRAFTS / name: content for name, content in names.items()}
    title = f"{TITLE}{plan.name}, {result.chase.quarter}, {weekday_words(result.day)}"
    lists = {result.out / MERGE_LIST: merge_list(mails), result.out / LINKS: links_page(mails, title)}
    return replace(result, drafts=drafts, contents={**result.contents, **contents, **lists})


def count_off(mails: Sequence[MailDraft], tell: Progress) -> Iterator[MailDraft]:
    """The mails one after the other, each told once it is made: half of what there is to do, after the forms."""
    for done, mail in enumerate(mails, 1):
        yield mail
        tell(len(mails) + done, 2 * len(mails))


def list_lines(result: ChaseResult) -> Iterator[OwnerLine]:
    """The coordinator's list: everybody of whom something is outstanding, and who is told something."""
    unaddressed = set(result.unaddressed)
    for turn in result.turns:
        if turn.demands or turn.step:
            yield OwnerLine(
                turn.owner,
                STEP_WORDS[turn.step] if turn.step else "",
                turn.why,
                turn.reply_by,
                turn.asked_on or (result.day if turn.step else None),
                turn.next_on,
                turn.days_late,
                Level.CHIEF_EXECUTIVE in turn.levels,
                turn.owner not in unaddressed,
            )
