"""How cells look, and that as XlsxWriter's formats, each made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from peerxl.documents.document import ContentKind, TableColumn, TableEntry
from peerxl.documents.palette import LINK, NAVY, PAIRS, RULE, Tone
from peerxl.excel.measure import FONT_SIZE
from peerxl.excel.sheet_layout import TITLE_SIZE

DAY = "d mmmm yyyy"
AS_TYPED = "@"  # Excel's format for text: “1.10” stays what was typed
THIN, MEDIUM = 1, 2  # XlsxWriter's numbers for lines


# A tuple, as every cell of a workbook has one: made, found and put in order faster.
class Look(NamedTuple):
    """All that decides how a cell is drawn."""

    tone: Tone
    size: float = FONT_SIZE
    is_bold: bool = False
    is_link: bool = False
    is_ruled: bool = False
    starts_group: bool = False
    ends_group: bool = False
    wraps: bool = True
    is_centred: bool = False
    is_locked: bool = True
    is_date: bool = False
    is_as_typed: bool = False
    is_indented: bool = False

    @classmethod
    @cache
    def title(cls, size: float = TITLE_SIZE) -> Look:
        return cls(Tone.TITLE, size=size, is_bold=True, wraps=False, is_centred=True)

    @classmethod
    @cache
    def line(cls, stands_out: bool, wraps: bool) -> Look:
        return cls(Tone.TITLE if stands_out else Tone.PLAIN, is_bold=stands_out, wraps=wraps)

    @classmethod
    def marker(cls) -> Look:
        return cls(Tone.INPUT_HEADING, is_bold=True, is_ruled=True, is_centred=True)

    @classmethod
    @cache
    def heading(cls, is_input: bool, is_indented: bool = False) -> Look:
        tone = Tone.INPUT_HEADING if is_input else Tone.HEADING
        return cls(tone, is_bold=True, is_ruled=True, is_centred=True, is_indented=is_indented)

    @classmethod
    def cell(
        cls,
        entry: TableEntry,
        kind: ContentKind,
        starts_group: bool = False,
        ends_group: bool = False,
        is_indented: bool = False,
    ) -> Look:
        return cls(
            entry.tone,
            is_link=bool(entry.link),
            is_ruled=True,
            starts_group=starts_group,
            ends_group=ends_group,
            is_locked=not entry.is_input,
            is_date=isinstance(entry.value, date) or (kind is ContentKind.DATE and entry.value == ""),
            is_as_typed=kind is ContentKind.AS_TYPED and not isinstance(entry.value, date),
            is_indented=is_indented,
        )

    @classmethod
    def below(cls, column: TableColumn) -> Look:
        return cls(Tone.PLAIN, is_as_typed=column.kind is ContentKind.AS_TYPED)


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of one workbook."""

    workbook: Any
    made: dict[Look, object] = field(default_factory=dict)

    def get(self, look: Look) -> object:
        """The format of a look."""
        if look not in self.made:
            self.made[look] = self.workbook.add_format(draw_look(look))
        return self.made[look]

    def get_fonts(self, look: Look) -> tuple[object, object]:
        """The formats of the bold first line of a cell of a look, and of its words below."""
        words = Look(look.tone, size=look.size)
        return self.get(words._replace(is_bold=True)), self.get(words)


def draw_look(look: Look) -> dict[str, object]:
    """A look in XlsxWriter's words."""
    pair = PAIRS[look.tone]
    drawing: dict[str, object] = {
        "font_size": look.size,
        "font_color": f"#{LINK if look.is_link else pair.text}",
        "bold": look.is_bold,
        "underline": 1 if look.is_link else 0,
        "align": "left",
        "valign": "vcenter" if look.is_centred else "top",
        "text_wrap": look.wraps,
        "locked": look.is_locked,
    }
    if pair.fill:
        drawing |= {"bg_color": f"#{pair.fill}", "pattern": 1}  # 1: solid
    if look.is_indented:
        drawing["indent"] = 1
    if look.is_date:
        drawing["num_format"] = DAY
    if look.is_as_typed:
        drawing["num_format"] = AS_TYPED
    return drawing | (draw_rules(look) if look.is_ruled else {})


def draw_rules(look: Look) -> dict[str, object]:
    """The lines around a cell; both cells that share a group's heavier line draw it, so that none wins over it."""
    heavy = {"top": look.starts_group, "bottom": look.ends_group, "left": False, "right": False}
    widths = {side: MEDIUM if is_heavy else THIN for side, is_heavy in heavy.items()}
    colours = {f"{side}_color": f"#{NAVY if is_heavy else RULE}" for side, is_heavy in heavy.items()}
    return {**widths, **colours}
