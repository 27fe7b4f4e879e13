"""The owners asked, reminded and told: a form for each who is due today, and the coordinator's list.

What goes out is written down before it lies ready, so that a run that is stopped asks nobody twice; where it cannot be
laid ready that is written down too, and the owner counts as not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from typing import Unpack

from peerxl.commands.chase.day import decide_chase, moment
from peerxl.commands.chase.earlier import find_earlier, put_aside
from peerxl.commands.chase.files import Progress, make_files
from peerxl.commands.chase.result import ChaseResult
from peerxl.commands.forms import FilledFormError, find_filled
from peerxl.commands.memory import Past, RecordOptions, find_folder, read_past, remember
from peerxl.commands.outgoing import DRAFTING, SENDING, asked_events, stopped_messages
from peerxl.commands.outputs import FileContents, refuse_taken
from peerxl.commands.read import AnyPath
from peerxl.commands.sending import MailSender, require_sender, send_chase
from peerxl.errors import PeerxlError
from peerxl.files.lock import alone
from peerxl.files.save import save_all
from peerxl.model.plan import ActionPlan
from peerxl.record.event import Asked, Drafted, Failed
from peerxl.record.forms import keep_forms


def write_chase(
    plan: ActionPlan,
    out: AnyPath,
    *,
    today: date,
    reply_by: date | None = None,
    force: bool = False,
    dry_run: bool = False,
    now: datetime | None = None,
    sender: MailSender | None = None,
    is_ahead: bool = True,
    progress: Progress | None = None,
    **options: Unpack[RecordOptions],
) -> ChaseResult:
    """Write a form for each owner who is asked or reminded today, and the list: all of them or none.

    Who that is comes from the plan's record, which is kept beside it and learns of what goes out; ``options`` are those
    of ``RecordOptions``. The mails lie ready in ``out/drafts``, on a day that is no working day for the next one unless
    ``is_ahead`` says otherwise; with a ``sender`` they are sent. With ``dry_run`` nothing is written. A form in
    ``out/forms`` that somebody has filled in is never replaced, forced or not. ``out/returned`` is there for the forms
    that come back. ``progress`` is told how many forms and mails are made, and of how many.
    """
    with chasing(plan, dry_run=dry_run, **options) as past:
        at, is_drafted = moment(today, now), sender is None
        day = decide_chase(plan, out, past, at=at, reply_by=reply_by, is_drafted=is_drafted, is_ahead=is_ahead)
        result = make_files(plan, day, progress)
        return result if dry_run else save_chase(plan, result, {}, force=force, sender=sender, **options)


def list_chase(
    plan: ActionPlan,
    out: AnyPath,
    *,
    today: date,
    reply_by: date | None = None,
    now: datetime | None = None,
    **options: Unpack[RecordOptions],
) -> ChaseResult:
    """Who would get what today, by the plan's record; none of it is made, nor a Letters sheet looked at."""
    with chasing(plan, dry_run=True, **options) as past:
        return decide_chase(plan, out, past, at=moment(today, now), reply_by=reply_by)


@contextmanager
def chasing(plan: ActionPlan, *, dry_run: bool = False, **options: Unpack[RecordOptions]) -> Iterator[Past]:
    """The past of a plan, to which no other run adds meanwhile, where anything is to be written."""
    is_kept = plan.path is not None and find_folder(plan.path, **options) is not None
    with alone(plan.path) if plan.path and is_kept and not dry_run else nullcontext():
        yield read_past(plan.path, plan, **options) if plan.path else Past()


def save_chase(
    plan: ActionPlan,
    result: ChaseResult,
    others: FileContents,
    *,
    force: bool,
    sender: MailSender | None = None,
    **options: Unpack[RecordOptions],
) -> ChaseResult:
    """Write down what goes out today, then write its files, and others with them, all or none; then send the mails."""
    if sender:
        require_sender(plan.source, plan.settings)
    if plan.path is None:
        options["no_record"] = True
    forms = {path: result.contents[path] for path in result.forms}
    folder = find_folder(plan.path or plan.source, **options)
    filled = find_filled(forms, folder)
    if filled and not force:
        raise FilledFormError(filled[0])
    contents = {**others, **{path: content for path, content in result.contents.items() if path not in filled}}
    earlier = find_earlier(result.out, result.contents, folder)
    refuse_taken(plan, {path: contents[path] for path in contents if path not in earlier}, force=force)
    command = SENDING if sender else DRAFTING
    with remember(plan.path or plan.source, plan, command, result.at, **options) as memory:
        memory.write(*stopped_messages(memory.past.entries), *(() if sender else list_asked(result)))
        try:
            if memory.folder:
                # A form that comes back is known by them, and one that was typed into is told from it.
                keep_forms(
                    memory.folder.forms, ((result.form_ids[path], result.contents[path]) for path in result.forms)
                )
            # What a run was stopped at is made anew in its place: put aside it would be taken for another message.
            again = tuple(path for path in earlier if result.is_again and path in contents)
            for path in again:
                path.unlink()
            with put_aside(tuple(path for path in earlier if path not in again), result.out, result.last_on):
                save_all(contents, force=force)
        except (PeerxlError, OSError) as error:
            memory.write(*(() if sender else list_failed(result, str(error))))
            raise
        if sender:
            result = replace(result, deliveries=tuple(send_chase(result, memory, sender)))
        else:
            memory.write(*list_drafted(result))
    if result.contents:
        result.returned.mkdir(parents=True, exist_ok=True)
    return replace(result, kept=filled)


def list_asked(result: ChaseResult) -> Iterator[Asked]:
    """What is written down before anything lies ready."""
    for each in result.outgoing:
        form = result.form_of(each)
        yield from asked_events(each, result.chase.quarter, result.form_ids[form] if form else "", result.later_day)


def list_drafted(result: ChaseResult) -> Iterator[Drafted]:
    quarter = str(result.chase.quarter)
    for each in result.outgoing:
        draft = result.draft_of(each)
        yield Drafted(each.owner, quarter, each.message, draft.name if draft else each.form)


def list_failed(result: ChaseResult, why: str) -> Iterator[Failed]:
    for each in result.outgoing:
        yield Failed(each.owner, str(result.chase.quarter), each.message, why)
