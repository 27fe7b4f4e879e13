"""The spellings of each status that everybody has, beside the word itself."""

from __future__ import annotations

SPELLINGS = {
    "Not started": """
        Not yet started, Not begun, Not yet begun, Yet to start, To start, Not commenced, Yet to commence, Not
        started yet, Yet to begin, To be started, Yet to be started, To commence, To begin, Ready to start, To
        do, Not due, Not yet due, Not yet required, Planned
    """,
    "In progress": """
        Progressing, In process, Underway, Under way, Work in progress, WIP, Started, Commenced, In hand, On
        track, On target, On schedule, On course, Partially implemented, Partly implemented, Part implemented,
        Part complete, Part completed, Partially complete, Partially completed, Partly complete, Partly
        completed, Part achieved, Partially achieved, Partly achieved, Part done, Partly done, Partially done,
        Partially corrected, Behind schedule, Off track, Delayed, Slipped, Doing, Working on it, Being worked
        on, Being progressed, Being implemented, In train, In delivery, Behind plan, Some progress, Some
        progress made, Good progress, Good progress made, Making progress, Progressing well, Implementation in
        progress, Implemented in part, Under development, In development, Being developed, Being drafted, Part
        resolved, Partly resolved, Partially resolved, Nearly complete, Nearly completed, Nearly done, Nearly
        finished, Almost complete, Almost completed, Almost done, Almost finished, Mostly complete, Mostly
        completed, Mostly done, Largely complete, Largely completed, Substantially complete, Substantially
        completed
    """,
    "Ongoing": """
        On going, Continuing, Continuous, BAU, Business as usual
    """,
    "On hold": """
        Hold, Paused, Suspended, Deferred, Postponed, Parked
    """,
    "Completed": """
        Complete, Completd, Compleated, Done, Finished, Closed, Action complete, Action completed, Achieved,
        Fully achieved, Implemented, Fully implemented, Delivered, Actioned, Discharged, Resolved, Fixed, Closed
        out, Corrected, Fully corrected, Remediated, Fully remediated, Fully complete, Fully completed, Fully
        delivered, Fully resolved
    """,
    "Superseded": """
        Superceded, Replaced, No longer required, No longer needed
    """,
    "Not pursued": """
        Cancelled, Canceled, Withdrawn, Dropped, Will not implement, No further action, No longer feasible,
        Won't fix, Won't do, Abandoned, Discontinued, Aborted, Not proceeding, Not proceeded with, Not being
        pursued, Not taken forward, Not being taken forward, Will not be implemented, Not going ahead
    """,
}
"""By the word, with commas between; case, spaces and signs do not matter."""
