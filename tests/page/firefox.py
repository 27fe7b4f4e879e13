"""Firefox without a window, driven by the protocol that it speaks itself, so that nothing has to be installed beside it."""

from __future__ import annotations

import itertools
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""What WebDriver calls the id of an element."""
PATIENCE = 120
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "marionette.port": 0,
    # No network at all: whatever asks for one would wait for a proxy that nobody is.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A tab of Firefox; ``downloads`` is the folder in which it saves."""

    def __init__(self, connection: socket.socket, downloads: Path) -> None:
        self.downloads = downloads
        self.connection = connection
        self.numbers = itertools.count(1)
        self.receive()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": {"script": PATIENCE * 1000}}}})

    def send(self, name: str, values: Mapping[str, object]) -> Any:
        """What comes of a command; AssertionError where it is an error."""
        message = json.dumps([0, next(self.numbers), name, values]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self.receive()
        assert error is None, error
        return result

    def receive(self) -> Any:
        digits = b"".join(iter(lambda: self.connection.recv(1), b":"))
        content = b""
        while len(content) < int(digits):
            content += self.connection.recv(int(digits) - len(content))
        return json.loads(content)

    def open(self, page: Path) -> None:
        self.send("WebDriver:Navigate", {"url": page.as_uri()})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script in the page returns."""
        values = {"script": script, "args": list(arguments), "sandbox": None}
        return self.send("WebDriver:ExecuteScript", values)["value"]

    def read(self, selector: str) -> str:
        """The words that are shown of an element; none where there is no such element."""
        return str(self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def find(self, selector: str) -> str:
        found = self.send("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(found["value"][ELEMENT])

    def choose(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files, as an officer would."""
        self.send("WebDriver:ElementSendKeys", {"id": self.find(selector), "text": "\n".join(map(str, paths))})
        self.settle()

    def press(self, selector: str) -> None:
        self.send("WebDriver:ElementClick", {"id": self.find(selector)})
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being done any more; twice, as one thing follows from another."""
        for _ in range(2):
            wait_until(lambda: not self.run("return document.body.hasAttribute('aria-busy')"))
            time.sleep(0.05)

    def take(self, selector: str) -> bytes:
        """What pressing something saves."""
        before = set(self.downloads.iterdir())
        self.press(selector)
        wait_until(lambda: any(path.suffix != ".part" and path.stat().st_size for path in self.saved_since(before)))
        (path,) = self.saved_since(before)
        return path.read_bytes()

    def saved_since(self, before: set[Path]) -> set[Path]:
        return set(self.downloads.iterdir()) - before


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


@contextmanager
def browsing(program: str, folder: Path) -> Iterator[Firefox]:
    """Firefox with a profile of its own in a folder, ended in the end."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    lines = {**PREFERENCES, "browser.download.dir": str(downloads)}.items()
    (profile / "user.js").write_text(
        "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in lines)
    )
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile), "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = profile / "MarionetteActivePort"
        wait_until(lambda: port.is_file() and port.read_text())
        with socket.create_connection(("127.0.0.1", int(port.read_text()))) as connection:
            connection.settimeout(PATIENCE)
            yield Firefox(connection, downloads)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        shutil.rmtree(profile, ignore_errors=True)
