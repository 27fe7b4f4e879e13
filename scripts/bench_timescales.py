"""Times the reading of timescale phrases beside dateparser: ``python scripts/bench_timescales.py [phrases] [sample]``.

100,000 distinct phrases are made from templates. peerxl reads them all; dateparser, which takes far longer over each,
reads an even sample of them, and its time is scaled to all. Both run in this one process.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from time import perf_counter

from peerxl.language.timescales import parse_timescale

PHRASES = 100_000
SAMPLE = 2_000
MONTHS = "January Feb March Apr May June July Aug Sept October Nov December".split()
TEMPLATES: Sequence[Callable[[int, str, int, int], str]] = (
    lambda year, month, day, quarter: f"Q{quarter} {year}/{(year + 1) % 100:02d} item {day}",
    lambda year, month, day, quarter: f"{day} {month} {year}",
    lambda year, month, day, quarter: f"by the end of {month} {year} ({day}%)",
    lambda year, month, day, quarter: f"{day:02d}/{quarter:02d}/{year}",
    lambda year, month, day, quarter: f"{month} {year} and ongoing, action {day}",
    lambda year, month, day, quarter: f"Quarter {quarter} of {year}-{(year + 1) % 100:02d} agree plan {day}",
    lambda year, month, day, quarter: f"from {day} {month} {year}",
    lambda year, month, day, quarter: f"Phase {quarter}: {month} {year} – {month} {year + day}",
    lambda year, month, day, quarter: f"within {day} months of the {month} {year} election",
    lambda year, month, day, quarter: f"{month} {year} (was {day} {month} {year - 1})",
)


def phrases() -> Iterator[str]:
    """Distinct phrases without end in sight."""
    seen: set[str] = set()
    for year in range(2001, 2099):
        for month in MONTHS:
            for day in range(1, 29):
                for number, template in enumerate(TEMPLATES):
                    phrase = template(year, month, day, (day + number) % 4 + 1)
                    if phrase not in seen:
                        seen.add(phrase)
                        yield phrase


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """How long reading all the texts takes."""
    start = perf_counter()
    for text in texts:
        read(text)
    return perf_counter() - start


def main(arguments: Sequence[str]) -> int:
    count, sample = (int(given) for given in (*arguments, *(str(PHRASES), str(SAMPLE))[len(arguments) :]))
    texts = list(islice(phrases(), count))
    ours = seconds(parse_timescale, texts)
    print(f"peerxl: {len(texts):,} distinct phrases in {ours:.1f} s ({len(texts) / ours:,.0f} a second)")
    if importlib.util.find_spec("dateparser") is None:
        print("dateparser is not installed: nothing to compare with (pip install dateparser)")
        return 0
    chosen = texts[:: max(1, len(texts) // sample)]
    theirs = seconds(import_module("dateparser").parse, chosen) * len(texts) / len(chosen)
    print(f"dateparser: {theirs:.1f} s for as many, scaled from an even sample of {len(chosen):,}")
    print(f"ratio: {theirs / ours:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
