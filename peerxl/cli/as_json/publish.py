"""What must not be published with a workbook, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json

if TYPE_CHECKING:
    from peerxl.commands.publish_check import PublishCheckResult
    from peerxl.excel.publish.exposure import Exposure


def dump_publish_check(result: PublishCheckResult) -> Json:
    """What stands in the way of publishing a workbook; ``safe`` says that nothing must be kept back, and ``left``
    what must be and is in the clean copy too.
    """
    return {
        "file": str(result.path),
        "safe": result.is_safe,
        "findings": list(map(dump_exposure, result.exposures)),
        "cleaned": str(result.cleaned) if result.cleaned else None,
        "left": list(map(dump_exposure, result.left)),
    }


def dump_exposure(exposure: Exposure) -> Json:
    return {
        "rule": exposure.rule,
        "code": exposure.code,
        "severity": str(exposure.severity),
        "sheet": exposure.sheet or None,
        "cells": list(exposure.cells),
        "part": exposure.part or None,
        "message": exposure.message,
        "remedy": exposure.remedy,
    }
