"""The page as one file: its words, its style, its script and, packed, all that the worker runs."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

from peerxl.errors import PeerxlError
from peerxl.page.maker.inputs import Input
from peerxl.page.maker.licences import Licence, read_licences
from peerxl.page.maker.runtime import LOCK_INFO, join_worker
from peerxl.page.maker.stage import stage
from peerxl.papers.html import hash_source

SCRIPTS = ("elements.js", "library.js", "disk.js", "steps.js", "choosing.js", "main.js")
"""The page's script, in the order in which its parts stand in it."""
LIMIT = 12_000_000
"""The most bytes that the page may have."""
NODE = "node"


class NoNodeError(PeerxlError):
    """The program is missing that runs the browser's Python where the page is built."""

    def __init__(self) -> None:
        super().__init__("The page cannot be built without node, which comes with npm; install it and build again.")


class NotPressedError(PeerxlError):
    """The browser's Python could not compile what goes into the page."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The page cannot be built, as its Python could not compile it: {why}.")


class LargePageError(PeerxlError):
    """A page of more bytes than one that is kept on a shared drive should have."""

    def __init__(self, size: int) -> None:
        super().__init__(f"The page would have {size:,} bytes, and {LIMIT:,} are the most; leave more of it out.")


def build_page(inputs: Mapping[Input, Path]) -> bytes:
    """The page's bytes, the same for the same inputs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        stage(inputs, root)
        (root / "worker.js").write_text(join_worker(root / "runtime", read_front("worker.js")), encoding="utf-8")
        press(root)
        library = base64.b64encode((root / "library.gz").read_bytes()).decode()
    page = render_page(library, read_licences(inputs)).encode()
    if len(page) > LIMIT:
        raise LargePageError(len(page))
    return page


def press(root: Path) -> None:
    """Compile and pack what is staged, in the browser's own Python."""
    node = shutil.which(NODE)
    if node is None:
        raise NoNodeError
    front = files("peerxl.page").joinpath("front")
    with as_file(front.joinpath("pinned.mjs")) as runner, as_file(front.joinpath("press.py")) as script:
        done = subprocess.run(  # noqa: S603 - the files are ours
            [node, str(runner), str(root / "runtime"), str(script), str(root)],
            env={**os.environ, "PEERXL_LOCK_INFO": LOCK_INFO},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise NotPressedError(find_reason(done.stderr))


def find_reason(talk: str) -> str:
    """The line of a program's last words that names the error."""
    lines = [line.strip() for line in talk.splitlines() if "Error" in line]
    return lines[-1] if lines else "it did not say why"


def render_page(library: str, licences: tuple[Licence, ...]) -> str:
    from jinja2 import Environment, StrictUndefined

    script, style = "".join(map(read_front, SCRIPTS)), read_front("page.css")
    template = Environment(undefined=StrictUndefined, autoescape=True).from_string(read_front("page.html"))
    return template.render(
        policy=make_policy(script, style),
        style=style,
        script=script,
        library=library,
        version=version("peerxl"),
        licences=licences,
    )


def make_policy(script: str, style: str) -> str:
    """What the page may do: run its own script and style, and those of the papers that it shows; reach for nothing."""
    paper = files("peerxl.papers").joinpath("pages")
    scripts = (script, paper.joinpath("paper.js").read_text(encoding="utf-8"))
    styles = (style, paper.joinpath("paper.css").read_text(encoding="utf-8"))
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(("'wasm-unsafe-eval'", *map(hash_source, scripts))),
        "style-src": " ".join(map(hash_source, styles)),
        "worker-src": "blob:",
        "frame-src": "blob:",
        "img-src": "data:",
        "connect-src": "'none'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def read_front(name: str) -> str:
    return files("peerxl.page").joinpath("front", name).read_text(encoding="utf-8")
