"""What all JSON documents are made of: quarters, days, findings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peerxl.model.finding import Finding
from peerxl.model.fiscal import FiscalQuarter

Json = dict[str, object]


def name_quarter(quarter: FiscalQuarter | None) -> str | None:
    return str(quarter) if quarter else None


def format_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def dump_findings(quarter: FiscalQuarter | None, findings: Iterable[Finding]) -> Json:
    return {"quarter": name_quarter(quarter), "findings": [dump_finding(finding) for finding in findings]}


def dump_finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": finding.sheet,
        "cells": list(finding.addresses),
        "ref": finding.ref or None,
        "message": finding.message,
        "suggestion": finding.suggestion or None,
    }
