"""Words of headings that are written short or in two ways."""

from __future__ import annotations

ABBREVIATIONS = {
    "no": "number", "nr": "number", "num": "number", "sl": "serial", "sr": "serial", "ref": "reference",
    "uid": "unique id", "ident": "id", "desc": "description", "descr": "description", "resp": "responsible",
    "poc": "point of contact", "dri": "responsible person", "dept": "department", "mgr": "manager",
    "mgmt": "management", "mgt": "management", "rec": "recommendation", "est": "estimated", "exp": "expected",
    "orig": "original", "curr": "current", "prev": "previous", "prio": "priority", "pri": "priority",
    "eta": "expected date", "ecd": "expected date", "dt": "date", "tgt": "target", "compl": "completion",
    "impl": "implementation", "qtr": "quarter", "whom": "who", "cmt": "comment", "preventative": "preventive",
    "org": "organisation", "organization": "organisation", "programme": "program", "timeframe": "time frame",
    "timescale": "time scale", "timeline": "time line", "wip": "work in progress",
    "respons": "responsible", "respon": "responsible", "percent": "%", "percentage": "%", "pct": "%", "stat": "status",
    "pic": "person in charge", "gid": "unique id", "wp": "work package", "deliv": "deliverable",
    "opi": "office of primary interest", "opr": "office of primary responsibility", "reqd": "required",
    "recd": "received", "mtg": "meeting", "svc": "service", "proj": "project", "cttee": "committee",
    "addl": "additional", "nos": "number", "sno": "serial number", "srno": "serial number", "slno": "serial number",
    "tcd": "target date", "tdc": "target date", "edc": "expected date", "pdc": "expected date",
    "sched": "scheduled", "fcst": "forecast", "dos": "do",
}  # fmt: skip
"""What each stands for, word by word; folded as all words of headings are."""
