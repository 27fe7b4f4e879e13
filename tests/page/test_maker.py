"""The page made: what it is made of, the same bytes each time, and what is said where something is missing."""

from __future__ import annotations

import html
import json
import re
import shutil
import tarfile
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from peerxl.cli import main
from peerxl.page.maker.compiled import OF_PYODIDE, read_materials
from peerxl.page.maker.fetch import NoInputError, OtherInputError, fetch_inputs
from peerxl.page.maker.inputs import INPUTS, PYODIDE, WHEELS
from peerxl.page.maker.page import LIMIT
from peerxl.page.maker.registry import download_command, pack_command
from peerxl.page.maker.runtime import LOADER, OtherRuntimeError, seal
from peerxl.page.maker.stage import is_needed_of_python, is_needed_of_wheel


def test_each_input_is_pinned_and_has_a_licence() -> None:
    assert [each for each in INPUTS if not re.fullmatch(r"[\da-f]{64}", each.sha256) or not each.licence] == []
    assert [each for each in INPUTS if each.version not in each.file] == []


def test_npm_and_pip_are_asked_for_just_these_versions() -> None:
    folder = Path("inputs")
    assert pack_command((PYODIDE,), folder)[-1] == f"pyodide@{PYODIDE.version}"
    calamine = WHEELS[0]
    command = download_command(calamine.supply, (calamine,), folder)
    assert command[-1] == f"python-calamine=={calamine.version}"
    assert {"--no-deps", "--only-binary=:all:", "pyemscripten_2026_0_wasm32", "cp314"} <= set(command)


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("json/decoder.py", True),
        ("unittest/mock.py", False),
        ("compression/zstd/__init__.py", False),
        ("compression/lzma.py", True),
        ("pydoc_data/topics.py", False),
        ("encodings/aliases.txt", False),
    ],
)
def test_of_the_standard_library_only_what_a_page_can_use_is_kept(path: str, is_kept: bool) -> None:
    assert is_needed_of_python(PurePosixPath(path)) is is_kept


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("python_calamine/_python_calamine.cpython-314-wasm32-emscripten.so", True),
        ("rapidfuzz/fuzz_py.py", True),
        ("rapidfuzz/fuzz_cpp.cpython-314-x86_64-linux-gnu.so", False),
        ("rapidfuzz/__pyinstaller/__init__.py", False),
        ("holidays/countries/united_kingdom.py", True),
        ("holidays/countries/__init__.py", False),
        ("holidays/financial/new_york_stock_exchange.py", False),
    ],
)
def test_of_a_wheel_only_what_runs_in_a_browser_is_kept(path: str, is_kept: bool) -> None:
    assert is_needed_of_wheel(PurePosixPath(path)) is is_kept


def test_a_module_is_sealed_with_what_it_exports() -> None:
    sealed = seal("var a=1;export{a as loadPyodide,b as version};\n//# sourceMappingURL=x.map\n", LOADER)
    assert sealed == '(() => {"use strict";\nvar a=1;\n\n\nreturn a;\n})()'
    with pytest.raises(OtherRuntimeError, match="cannot be built with this Pyodide"):
        seal("var a=1;", LOADER)


@pytest.mark.slow
def test_without_a_network_it_is_said_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, value in {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": "/dev/null"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(NoInputError) as error:
        fetch_inputs(tmp_path / "inputs")
    message = str(error.value)
    assert message.startswith(f"The page cannot be built without {PYODIDE.file}, {WHEELS[0].file}, ")
    assert message.endswith(
        f"build it where the network can be reached, or put what is missing into {tmp_path}/inputs."
    )


def test_another_file_under_the_name_of_an_input_is_refused(tmp_path: Path) -> None:
    for each in INPUTS:
        (tmp_path / each.file).write_bytes(b"something else")
    with pytest.raises(OtherInputError, match="this is not the file that the page is built from"):
        fetch_inputs(tmp_path)


def test_each_part_s_licence_is_in_it_word_for_word(page_file: Path) -> None:
    page = page_file.read_text(encoding="utf-8")
    notice = html.unescape(page[page.index('<details id="notice">') : page.index("</footer>")])
    parts = re.split(r"<summary>(.+?): (.+?)</summary>", notice)[1:]
    texts = dict(zip(parts[::3], parts[2::3], strict=True))
    assert list(texts) == [
        f"pyodide {PYODIDE.version}",
        "Python 3.14",
        *(f"{each.name} {each.version}" for each in WHEELS),
    ]
    assert [title for title, text in texts.items() if not re.search(r"copyright", text, re.IGNORECASE)] == []
    assert "Mozilla Public License Version 2.0" in texts[f"pyodide {PYODIDE.version}"]
    assert "Exhibit B" in texts[f"pyodide {PYODIDE.version}"]
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in texts["Python 3.14"]
    # The shortest of these, MIT's, has about 1,050.
    assert {title: len(text) for title, text in texts.items() if len(text) < 1_000} == {}


@pytest.mark.slow
def test_what_is_compiled_into_it_is_named_with_its_licence(page_file: Path) -> None:
    page = html.unescape(page_file.read_text(encoding="utf-8"))
    notice = page[page.index('<details id="notice">') : page.index("</footer>")].splitlines()
    assert [each.words for each in OF_PYODIDE if each.words not in notice] == []
    assert {"calamine 0.37.0: MIT", "zip 9.2.2: MIT", "zlib-rs 0.6.8: Zlib"} <= set(notice)
    assert [line for line in notice if line.startswith("autocfg ")] == []


@pytest.mark.slow
def test_the_libraries_of_pyodide_are_of_the_versions_that_it_names(page_file: Path, inputs: Path) -> None:
    with tarfile.open(inputs / PYODIDE.file) as tar:
        member = tar.extractfile("package/pyodide.asm.wasm")
        assert member is not None
        program = member.read()
    assert [each.words for each in OF_PYODIDE if each.version.encode() not in program] == []


def test_a_list_of_materials_gives_what_is_required() -> None:
    components = [
        {"name": "one", "version": "1.2", "scope": "required", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
        {"name": "two", "version": "3", "scope": "excluded", "licenses": [{"expression": "MIT"}]},
        {"name": "three", "version": "4", "scope": "required", "licenses": [{"license": {"id": "Zlib"}}]},
    ]
    listed = list(read_materials(json.dumps({"components": components}).encode()))
    assert [each.words for each in listed] == ["one 1.2: MIT OR Apache-2.0", "three 4: Zlib"]


@pytest.mark.slow
def test_it_is_small_and_the_same_each_time(page_file: Path, inputs: Path, tmp_path: Path) -> None:
    assert page_file.stat().st_size <= LIMIT
    result = CliRunner().invoke(main, ["page", "-o", str(page_file), "--inputs", str(inputs), "--check"])
    assert (result.exit_code, "is just what is built here" in result.output) == (0, True)
    other = Path(shutil.copy(page_file, tmp_path / "other.html"))
    with other.open("ab") as file:
        file.write(b" ")
    result = CliRunner().invoke(main, ["page", "-o", str(other), "--inputs", str(inputs), "--check"])
    assert (result.exit_code, "is not what is built here" in result.output) == (1, True)


def test_where_there_is_no_file_to_check_that_is_said(tmp_path: Path) -> None:
    """Before anything is fetched or built for it."""
    gone = tmp_path / "gone.html"
    result = CliRunner().invoke(main, ["page", "-o", str(gone), "--check"])
    assert result.exit_code == 2
    assert f"{gone}: there is no such file; check the name and the folder." in " ".join(result.output.split())
