"""What moved between two plans, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json, name_quarter
from peerxl.documents.movement_words import describe_date_move, describe_status_move, name_standing
from peerxl.documents.what_changed import name_kind
from peerxl.model.action import Action

if TYPE_CHECKING:
    from peerxl.movement.compare import Move, Movement, PlanAt
    from peerxl.movement.dates import DateMove
    from peerxl.movement.matching import DoubtfulPair
    from peerxl.movement.stage import StatusAt


def dump_movement(movement: Movement) -> Json:
    """What both plans have, what was added, what is gone, and the pairs that somebody has to decide."""
    return {
        "old": dump_plan_at(movement.old),
        "new": dump_plan_at(movement.new),
        "matched": [dump_move(movement, move) for move in movement.moves],
        "added": [dump_row(action) | dump_standing(movement.standing(action)) for action in movement.added],
        "knows_added": movement.knows_added,
        "gone": [dump_row(departure.action) | dump_standing(departure.standing) for departure in movement.gone],
        "doubts": [dump_doubt(doubt) for doubt in movement.doubts],
    }


def dump_plan_at(plan_at: PlanAt) -> Json:
    return {"file": plan_at.plan.source, "title": plan_at.plan.title, "quarter": name_quarter(plan_at.quarter)}


def dump_move(movement: Movement, move: Move) -> Json:
    pair = move.pair
    return {
        "what_changed": name_kind(move),
        **dump_row(pair.new),
        "was": dump_row(pair.old),
        "known_by": str(pair.rule),
        "likeness": round(pair.likeness, 1),
        "status": {
            "before": dump_standing(move.status.before),
            "now": dump_standing(move.status.now),
            "direction": str(move.status.direction),
            "words": describe_status_move(move.status, movement.new.quarter),
        },
        "date": dump_date(move.date),
        "reworded": move.is_reworded,
    }


def dump_row(action: Action) -> Json:
    return {
        "ref": action.ref or None,
        "theme": action.theme or None,
        "action": action.text,
        "sheet": action.sheet,
        "row": action.row,
    }


def dump_standing(standing: StatusAt) -> Json:
    """A status, with what stands in its place where it is none, and the quarter it was given for."""
    return {
        "status": standing.status.word if standing.status else None,
        "status_words": name_standing(standing),
        "status_quarter": name_quarter(standing.update.quarter),
        "is_open": standing.is_open,
    }


def dump_date(date: DateMove) -> Json:
    """A date's own words; ``times`` is null where it has changed and nothing says how often."""
    return {
        "now": date.now or None,
        "first": date.first or None,
        "last": date.last or None,
        "times": date.times,
        "change": str(date.change),
        "words": describe_date_move(date),
    }


def dump_doubt(doubt: DoubtfulPair) -> Json:
    return {
        "old": dump_row(doubt.old),
        "new": dump_row(doubt.new),
        "likeness": round(doubt.likeness, 1),
        "same_ref": doubt.has_same_ref,
    }
