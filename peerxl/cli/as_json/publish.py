"""What must not be published with a workbook, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerxl.cli.as_json.values import Json

if TYPE_CHECKING:
    from peerxl.commands.publish_check import PublishCheckResult


def dump_publish_check(result: PublishCheckResult) -> Json:
    """What stands in the way of publishing a workbook; ``safe`` says that nothing must be kept back."""
    return {
        "file": str(result.path),
        "safe": result.is_safe,
        "findings": [
            {
                "rule": each.rule,
                "code": each.code,
                "severity": str(each.severity),
                "sheet": each.sheet or None,
                "cells": list(each.cells),
                "part": each.part or None,
                "message": each.message,
                "remedy": each.remedy,
            }
            for each in result.exposures
        ],
        "cleaned": str(result.cleaned) if result.cleaned else None,
    }
