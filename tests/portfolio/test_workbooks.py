"""Where the workbooks of a portfolio are found: folders, patterns, addresses that fsspec knows; each once."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import pytest

from peerxl.commands.portfolio.addresses import UnreachableAddressError, fetch, is_url, load_fsspec, name_url
from peerxl.commands.portfolio.command import read_portfolio
from peerxl.commands.portfolio.workbooks import (
    NothingLeftOutError,
    NoWorkbooksError,
    SeveralLeftOutError,
    find_workbooks,
)
from peerxl.errors import MissingExtraError, MissingFileError, UnreadableFileError
from tests.portfolio.test_reading import save
from tests.tools import require


def load(library: str) -> object:
    try:
        return __import__(library)
    except ImportError:
        return None


@pytest.fixture(name="plans")
def make_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plans"
    for name in (
        "b.xlsx",
        "a.XLSM",
        "north/b.xlsx",
        "~$b.xlsx",
        ".b.xlsx",
        ".hidden/c.xlsx",
        "notes.txt",
        "south/d.ods",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize(
    ("addresses", "files"),
    [
        (["plans"], ["a.XLSM", "b.xlsx", "north/b.xlsx", "south/d.ods"]),
        (["plans/north", "plans"], ["north/b.xlsx", "plans/a.XLSM", "plans/b.xlsx", "plans/south/d.ods"]),
        (["plans/b.xlsx", "plans/north/b.xlsx"], ["b.xlsx", "b.xlsx (2)"]),
        (["plans/*.x*", "plans/*.XLSM"], ["plans/a.XLSM", "plans/b.xlsx"]),
        (["plans/**/*.xlsx"], ["plans/b.xlsx", "plans/north/b.xlsx"]),
        (["plans/notes.txt"], ["notes.txt"]),
    ],
)
def test_what_an_address_names(addresses: list[str], files: list[str], plans: Path) -> None:
    assert [workbook.file for workbook in find_workbooks(addresses).kept] == files


@pytest.mark.parametrize(
    ("leave_out", "files"),
    [
        ([], ["a.XLSM", "b.xlsx", "north/b.xlsx", "south/d.ods"]),
        (["north/b.xlsx"], ["a.XLSM", "b.xlsx", "south/d.ods"]),
        (["b.xlsx", "*.ods"], ["a.XLSM", "north/b.xlsx"]),
        (["d.ods"], ["a.XLSM", "b.xlsx", "north/b.xlsx"]),
        (["*b.xlsx"], ["a.XLSM", "south/d.ods"]),
        (["north/*", "a.XLSM"], ["b.xlsx", "south/d.ods"]),
    ],
)
def test_what_is_left_out(leave_out: list[str], files: list[str], plans: Path) -> None:
    found = find_workbooks(["plans"], leave_out)
    assert [workbook.file for workbook in found.kept] == files
    left_out = {workbook.file for workbook in found.left_out}
    assert left_out == {"a.XLSM", "b.xlsx", "north/b.xlsx", "south/d.ods"} - set(files)


def test_a_listed_name_is_no_pattern(plans: Path) -> None:
    (plans / "b [1].xlsx").write_bytes(b"")
    (plans / "b 1.xlsx").write_bytes(b"")
    left_out = find_workbooks(["plans"], ["b [1].xlsx"]).left_out
    assert [workbook.file for workbook in left_out] == ["b [1].xlsx"]


def test_a_bare_name_that_several_folders_have_is_refused(plans: Path) -> None:
    with pytest.raises(SeveralLeftOutError) as refused:
        find_workbooks(["plans/north", "plans"], ["b.xlsx"])
    assert str(refused.value) == (
        "b.xlsx: 2 workbooks are called so; name the one to leave out with its folder: north/b.xlsx or plans/b.xlsx."
    )


def test_what_is_to_be_left_out_is_there(plans: Path) -> None:
    with pytest.raises(NothingLeftOutError):
        find_workbooks(["plans"], ["b.xlsx", "c.xlsx"])
    with pytest.raises(NoWorkbooksError):
        find_workbooks(["plans"], ["*"])


def test_no_name_tells_of_the_folders_above(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plans / "north")
    listed = find_workbooks([str(plans), "../*.xlsx", str(plans / "*.XLSM")]).kept
    assert [workbook.file for workbook in listed if ".." in workbook.file or workbook.file.startswith("/")] == []
    assert [workbook.file for workbook in find_workbooks([".."]).kept] == [
        "a.XLSM",
        "b.xlsx",
        "north/b.xlsx",
        "south/d.ods",
    ]


@pytest.mark.parametrize(
    ("addresses", "error", "message"),
    [
        (["nowhere"], MissingFileError, "nowhere: there is no such file; check the name and the folder."),
        (
            ["plans/.hidden", "plans/*.pdf"],
            NoWorkbooksError,
            "plans/.hidden/, plans/*.pdf: there is no workbook; name a folder, a pattern or an address that has some.",
        ),
        (
            ["nosuch://plans/a*.xlsx"],
            UnreachableAddressError,
            "nosuch://plans/a*.xlsx: nothing can be had from there (Protocol not known: nosuch); check the address and your "
            "access.",
        ),
    ],
)
def test_nothing_there(addresses: list[str], error: type[Exception], message: str, plans: Path) -> None:
    require(load("fsspec"), "fsspec is not installed")
    (plans / ".hidden" / "c.xlsx").unlink()
    with pytest.raises(error) as refused:
        find_workbooks(addresses)
    assert str(refused.value) == message.replace(".hidden/,", ".hidden,")


def test_a_folder_that_cannot_be_listed_is_not_passed_over(plans: Path) -> None:
    def scan(place: object) -> object:
        raise PermissionError(13, "Permission denied", str(place))

    with mock.patch("os.scandir", scan), pytest.raises(UnreadableFileError) as refused:
        find_workbooks([str(plans)])
    assert str(refused.value).endswith(
        "plans: the file cannot be opened (Permission denied); close it elsewhere or ask for access to it."
    )


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://x.example/a.xlsx", True),
        ("zip://*.xlsx::file:///a.zip", True),
        ("simplecache::https://x.example/a.xlsx", True),
        ("C:\\plans\\a.xlsx", False),
        ("plans/a.xlsx", False),
    ],
)
def test_what_is_a_url(address: str, is_one: bool) -> None:
    assert is_url(address) is is_one


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://ann:secret@x.example/a.xlsx?sig=key#x", "https://x.example/a.xlsx"),
        ("zip://a.xlsx::https://x.example/a.zip?sig=key", "zip://a.xlsx::https://x.example/a.zip"),
    ],
)
def test_log_ins_and_keys_are_never_told(url: str, name: str) -> None:
    assert name_url(url) == name


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if "slow" in self.path:
            threading.Event().wait(20)
        super().do_GET()


@pytest.fixture(name="server")
def start_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server on this machine that has the folder's files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(tmp_path)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_workbooks_at_urls_are_read(tmp_path: Path, server: str) -> None:
    fsspec = require(load("fsspec"), "fsspec is not installed")
    require(load("aiohttp"), "aiohttp is not installed")
    plan = save(tmp_path / "alton.xlsx", "Alton Council")
    save(tmp_path / "slow.xlsx")
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as package:
        package.write(plan, "in/beck.xlsx")
        package.write(plan, "in/notes.txt")
    memory = load_fsspec().filesystem("memory")
    memory.pipe("/plans/corby.xlsx", plan.read_bytes())
    assert fsspec
    addresses = [
        f"{server}/alton.xlsx?sig=key",
        f"{server}/missing.xlsx?sig=key",
        f"{server}/slow.xlsx",
        f"zip://in/*.xlsx::file://{tmp_path}/plans.zip",
        "memory://plans",
        tmp_path.joinpath("alton.xlsx").as_uri(),
    ]
    result = read_portfolio(addresses, seconds=8)
    said = {
        workbook.file.replace(server, "http://here").replace(str(tmp_path), "folder"): workbook
        for workbook in result.portfolio.workbooks
    }
    assert {name: workbook.why for name, workbook in said.items()} == {
        "file://folder/alton.xlsx": "",
        "http://here/alton.xlsx": "",
        "http://here/missing.xlsx": f"nothing can be had from there ({server}/missing.xlsx); check the address and your access.",
        "http://here/slow.xlsx": "reading it took longer than 8 seconds and was given up",
        "memory:///plans/corby.xlsx": "",
        "zip://in/beck.xlsx::file://folder/plans.zip": "",
    }
    assert {workbook.council for workbook in result.portfolio.read} == {"Alton Council"}
    assert len({workbook.digest for workbook in result.portfolio.read}) == 1


def test_what_is_too_long_is_not_fetched_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require(load("fsspec"), "fsspec is not installed")
    load_fsspec().filesystem("memory").pipe("/long.xlsx", b"x" * 100)
    monkeypatch.setattr("peerxl.commands.portfolio.addresses.MOST_BYTES", 99)
    with pytest.raises(UnreachableAddressError, match=r"it is longer than 99 bytes"):
        fetch("memory://long.xlsx", tmp_path)


def test_without_the_extra_a_sentence_says_what_to_install() -> None:
    with mock.patch.dict("sys.modules", {"fsspec": None}), pytest.raises(MissingExtraError) as refused:
        find_workbooks(["https://x.example/*.xlsx"])
    assert str(refused.value) == (
        "a URL needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[cluster]"'
    )


def test_no_network_without_a_url(tmp_path: Path) -> None:
    save(tmp_path / "plan.xlsx")
    with mock.patch("socket.socket", side_effect=AssertionError("a socket was opened")):
        assert len(read_portfolio([str(tmp_path)]).portfolio.read) == 1
