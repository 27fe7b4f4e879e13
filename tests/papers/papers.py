"""Papers that every form is tried on: each layout of a plan made by hand, a long plan, and one full of snares."""

from __future__ import annotations

from dataclasses import replace

from peerxl.documents.appendix import build_appendix
from peerxl.documents.appendix_layouts import LAYOUTS
from peerxl.documents.document import Document
from tests.documents.plans import ACTIONS, PLAN, Q3, action, plan_of

SNARES = action(
    9,
    "</script><script>alert(1)</script>",
    ref="X&1",
    theme='A "quoted" <theme>',
    recommendation="'); } body { display: none",
    status="On hold",
    comment='=HYPERLINK("http://wexmere.example","x") & more\nand a second line £5 – “done”',
)
MANY = plan_of(*(replace(ACTIONS[number % 5], row=number + 4, ref=f"A{number + 1}") for number in range(1000)))


def paper(layout: str = "full") -> Document:
    return build_appendix(plan_of(*ACTIONS, SNARES), Q3, layout=layout, number="9")


def long_paper() -> Document:
    """The paper of a plan of 1,000 actions."""
    return build_appendix(MANY, Q3, number="9")


def empty_paper() -> Document:
    return build_appendix(plan_of(), Q3, number="9")


PAPERS = {
    **{layout: paper(layout) for layout in LAYOUTS},
    "one": build_appendix(replace(PLAN, actions=PLAN.actions[:1]), Q3),
    "none": empty_paper(),
}
