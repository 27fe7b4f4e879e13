"""Make the page that runs the library in a browser, as ``peerxl page`` does, from a working copy.

python scripts/make_page.py peerxl.html [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from peerxl.page.maker.making import write_page


def main(path: str, *flags: str) -> int:
    """Write the page, or with --check say whether it is what would be written; 1 where it is not."""
    check = "--check" in flags
    result = write_page(Path(path), check=check, force=True)
    print(f"{result.path}: {result.size:,} bytes, SHA-256 {result.sha256}")
    return int(check and not result.was_there)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
