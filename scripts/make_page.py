"""Make the page that runs the library in a browser, as ``peerxl page`` does, from a working copy.

python scripts/make_page.py peerxl.html [--check]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from peerxl.page.maker.making import write_page


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or with --check say whether it is what would be written; 1 where it is not."""
    parser = argparse.ArgumentParser(description="Make the page that runs the library in a browser.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--check", action="store_true", help="say whether the page is what would be written")
    options = parser.parse_args(arguments)
    result = write_page(options.path, check=options.check, force=True)
    print(f"{result.path}: {result.size:,} bytes, SHA-256 {result.sha256}")
    return 1 if options.check and not result.was_there else 0


if __name__ == "__main__":
    sys.exit(main())
