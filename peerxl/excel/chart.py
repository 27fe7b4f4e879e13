"""A chart of a sheet's figures, below the table that they stand in, with words for those who cannot see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from peerxl.documents.document import Chart
from peerxl.documents.palette import BARS, PAIRS, WHITE, Tone
from peerxl.excel.measure import FONT_SIZE, text_width
from peerxl.excel.sheet_layout import PIXELS_A_POINT, SheetLayout

FONT = {"name": "Arial", "size": FONT_SIZE}
MOVES_WITH_CELLS = 2  # XlsxWriter's number for a chart that keeps its size
HATCHING = "wide_upward_diagonal"
MARGIN, LEGEND_KEY = 14.0, 40.0
MOST_ROOM = 0.35
"""What of the chart's width its labels, or its legend, may have."""
NO_NOUGHTS = "0;;"
"""Numbers in bars; where there is none, none is written."""


def draw_chart(workbook: Any, worksheet: Any, layout: SheetLayout, chart: Chart) -> None:
    """Put the chart of a sheet below its table, as wide as that."""
    drawing = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    headings = [column.heading for column in layout.columns]
    first, last = layout.first_row - 1, layout.first_row + chart.rows - 2
    sheet, labels = layout.section.name, headings.index(chart.labels)
    put_figures(worksheet, layout, chart)
    for (heading, _), look in zip(chart.series, list_looks([tone for _, tone in chart.series]), strict=True):
        numbers = headings.index(heading)
        drawing.add_series(
            {
                "name": [sheet, layout.header_row - 1, numbers],
                "categories": [sheet, first, labels, last, labels],
                "values": [sheet, first, numbers, last, numbers],
                "gap": 25,
                **look,
            }
        )
    drawing.set_title({"none": True})  # the table above says what it shows, and the page is full
    drawing.set_legend({"position": "right", "font": FONT} if len(chart.series) > 1 else {"none": True})
    drawing.set_y_axis({"reverse": True, "num_font": FONT, "interval_unit": 1, "major_tick_mark": "none"})
    drawing.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    drawing.set_chartarea({"border": {"none": True}})
    drawing.set_plotarea({"layout": lay_out_bars(layout, chart)})
    drawing.set_size(
        {"width": round(layout.width * PIXELS_A_POINT), "height": round(layout.chart_height * PIXELS_A_POINT)}
    )
    options = {"description": chart.alt_text, "object_position": MOVES_WITH_CELLS, "y_offset": 8}
    worksheet.insert_chart(layout.last_row, 0, drawing, options)


def put_figures(worksheet: Any, layout: SheetLayout, chart: Chart) -> None:
    """Put what the chart shows into its cells: XlsxWriter keeps it in the chart too, for who reads that alone."""
    for column, heading in enumerate(column.heading for column in layout.columns):
        worksheet.write_string(layout.header_row - 1, column, heading)
    for row, cells in enumerate(layout.rows[: chart.rows], layout.first_row - 1):
        for column, entry in enumerate(cells.entries):
            worksheet.write(row, column, entry.value if isinstance(entry.value, int | float) else entry.text)


def lay_out_bars(layout: SheetLayout, chart: Chart) -> dict[str, float]:
    """Where the bars stand in the chart, in parts of it: beside labels on one line each."""
    label_column = [column.heading for column in layout.columns].index(chart.labels)
    labels = (row.entries[label_column].text for row in layout.rows[: chart.rows])
    left = min(max(map(text_width, labels)) + MARGIN, MOST_ROOM * layout.width)
    legend = max((text_width(heading) for heading, _ in chart.series), default=0.0) + LEGEND_KEY
    right = min(legend, MOST_ROOM * layout.width) if len(chart.series) > 1 else MARGIN
    shares = {
        "x": left / layout.width,
        "y": MARGIN / 2 / layout.chart_height,
        "width": 1 - (left + right) / layout.width,
        "height": 1 - MARGIN / layout.chart_height,
    }
    # Widths that are added up differ in their last digits from one Python to the next.
    return {name: round(share, 6) for name, share in shares.items()}


def list_looks(tones: Sequence[Tone]) -> Iterator[dict[str, object]]:
    """How the bars of each series look: strong for the first of a tone, light for the next, hatched for any other."""
    seen: Counter[Tone] = Counter()
    for tone in tones:
        pair, bar = PAIRS[tone], BARS.get(tone, BARS[Tone.MUTED])
        dark, light = f"#{pair.text}", f"#{pair.fill or WHITE}"
        yield (
            {"fill": {"color": f"#{bar.fill}"}, "border": {"color": dark}, "data_labels": label(bar.text)},
            {"fill": {"color": light}, "border": {"color": dark}, "data_labels": label(pair.text)},
            {
                "pattern": {"pattern": HATCHING, "fg_color": light, "bg_color": "white"},
                "border": {"color": dark},
                "data_labels": label(pair.text),
            },
        )[min(seen[tone], 2)]
        seen[tone] += 1


def label(colour: str) -> dict[str, object]:
    """The number in a bar."""
    return {"value": True, "num_format": NO_NOUGHTS, "font": FONT | {"color": f"#{colour}"}}
