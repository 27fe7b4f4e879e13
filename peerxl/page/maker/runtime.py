"""The script of the worker: Pyodide's own two modules in one, with ours after them.

A page that is opened from a disk may start a worker from a blob, but no module and no import; so what the modules
import and export is taken out, and Pyodide does not see that it runs in a worker of the classic kind.
"""

from __future__ import annotations

import re
from pathlib import Path

from peerxl.errors import PeerxlError

LOADER = re.compile(r"export\{(\w+) as loadPyodide,\w+ as version\};")
MODULE = re.compile(r"export default (\w+);")
ADDRESS, NOWHERE = "import.meta.url", '""'
"""Where a module comes from, which no other script may ask."""
MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
HIDDEN = "globalThis.importScripts = undefined;"
"""What Pyodide would know a classic worker by."""
LOCK_INFO = '{"abi_version":"2026_0","arch":"wasm32","platform":"emscripten_5_0_3","python":"3.14.2"}'
"""What Pyodide's list of packages begins with; of packages it names none here."""


class OtherRuntimeError(PeerxlError):
    """A script of Pyodide's that is not built as the one that can be joined."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The page cannot be built with this Pyodide, as its script has no {what!r}; use the one listed."
        )


def join_worker(runtime: Path, own: str) -> str:
    """The worker's whole script; ``runtime`` is the folder of Pyodide's files."""
    loader = seal((runtime / "pyodide.mjs").read_text(encoding="utf-8"), LOADER)
    module = seal((runtime / "pyodide.asm.mjs").read_text(encoding="utf-8"), MODULE).replace(ADDRESS, NOWHERE)
    return "\n".join(
        (
            HIDDEN,
            f"const runtime = {{ loadPyodide: {loader} }};",
            f"const createPyodideModule = {module};",
            f"const LOCK_INFO = {LOCK_INFO};",
            own,
        )
    )


def seal(script: str, export: re.Pattern[str]) -> str:
    """A module's script as a function that runs at once and gives what the module exports."""
    found = export.search(script)
    if found is None:
        raise OtherRuntimeError(export.pattern)
    body = MAP.sub("", script[: found.start()] + script[found.end() :])
    return f'(() => {{"use strict";\n{body}\nreturn {found[1]};\n}})()'
