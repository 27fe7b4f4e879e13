"""What to look at: the findings by rule, those that can be put right at once, and the workbook of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from peerxl.checks import CHECKS, check_plan
from peerxl.commands.check import write_findings
from peerxl.commands.fix import FixResult, find_fixes, fix
from peerxl.model.finding import Finding
from peerxl.page.desk.enquiry import Enquiry, Json
from peerxl.page.desk.writing import write_for_all

REPORT = "findings.xlsx"


def list_findings(enquiry: Enquiry) -> Json:
    """The findings by rule, and by their cell what is safe to put right."""
    plan = enquiry.read
    found = check_plan(plan, plan.quarter)
    safe = find_fixes(plan, enquiry.sheets, enquiry.path, timescales=True)
    rules = {rule.code: rule.summary for rule in CHECKS}
    return {
        "groups": [
            {
                "code": code,
                "severity": str(severity),
                "about": rules.get(code, ""),
                "findings": [describe_finding(each) for each in group],
            }
            for (severity, code), group in groupby(found, key=lambda each: (each.severity, each.code))
        ],
        "fixes": list(describe_fixes(safe)),
        "left": [{"cell": str(each.cell), "text": each.cell.text, "why": why} for each, why in safe.left],
    }


def describe_finding(finding: Finding) -> Json:
    return {
        "cells": [str(cell) for cell in finding.cells],
        "place": finding.place,
        "ref": finding.ref,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def describe_fixes(result: FixResult) -> Iterator[Json]:
    for each in result.corrections:
        yield {
            "cell": str(each.cell),
            "ref": each.action.name,
            "field": str(each.field),
            "before": each.cell.text,
            "after": each.text,
        }


def put_right(enquiry: Enquiry) -> Json:
    """Write what was ticked into the plan, by its cells."""
    cells = frozenset(enquiry.values["cells"])
    result = fix(enquiry.path, now=enquiry.now, timescales=True, only=cells, **enquiry.options)
    return {"fixes": list(describe_fixes(result)), "backup": result.backup.name if result.backup else None}


def write_report(enquiry: Enquiry) -> Json:
    """The findings as a workbook, whose links find the plan that lies in the same folder."""
    write_for_all(lambda: write_found(enquiry))
    return {"downloads": [REPORT]}


def write_found(enquiry: Enquiry) -> None:
    plan = enquiry.read
    write_findings(plan, check_plan(plan, plan.quarter), Path(REPORT), enquiry.path, force=True)
