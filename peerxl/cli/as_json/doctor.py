"""What a doctor found, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json

if TYPE_CHECKING:
    from peerxl.commands.doctor import DoctorResult, Health


def dump_doctor(result: DoctorResult) -> Json:
    """Each check with what is amiss; ``is_well`` is null where it was not looked at."""
    return {"is_well": result.exit_code == 0, "checks": [dump_health(health) for health in result.checks]}


def dump_health(health: Health) -> Json:
    return {
        "check": health.check.name,
        "is_well": not health.troubles if health.is_looked_at else None,
        "troubles": [{"severity": str(trouble.severity), "says": trouble.says} for trouble in health.troubles],
    }
