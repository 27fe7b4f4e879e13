"""Files are put in their places all or none, whatever fails on the way."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerxl.files import save
from peerxl.files.save import NotSavedError, OutputExistsError, save_all
from tests.conftest import examples


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    save_all({tmp_path / "a.xlsx": b"1", tmp_path / "forms" / "deep" / "b.xlsx": b"2"})
    assert contents(tmp_path) == {"a.xlsx": b"1", "forms/deep/b.xlsx": b"2"}


def test_a_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"1")
    os.utime(path, (1, 1))
    save_all({path: b"1", tmp_path / "b.xlsx": b"2"})
    assert path.stat().st_mtime == 1
    assert contents(tmp_path) == {"a.xlsx": b"1", "b.xlsx": b"2"}


def test_a_file_that_differs_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"theirs")
    with pytest.raises(OutputExistsError) as error:
        save_all({tmp_path / "a.xlsx": b"1", tmp_path / "b.xlsx": b"2"})
    assert str(error.value).startswith(f"{tmp_path / 'b.xlsx'}: there is a different file of this name already")
    assert contents(tmp_path) == {"b.xlsx": b"theirs"}


def test_force_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"theirs")
    save_all({tmp_path / "b.xlsx": b"2"}, force=True)
    assert contents(tmp_path) == {"b.xlsx": b"2"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(OutputExistsError):
        save_all({tmp_path / "a.xlsx": b"1"})
    with pytest.raises(NotSavedError):
        save_all({tmp_path / "a.xlsx": b"1"}, force=True)
    assert contents(tmp_path) == {}


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "forms").write_bytes(b"")
    with pytest.raises(NotSavedError):
        save_all({tmp_path / "forms" / "a.xlsx": b"1"})
    assert contents(tmp_path) == {"forms": b""}


def test_a_new_file_can_be_read_by_those_who_could_read_any(tmp_path: Path) -> None:
    save_all({tmp_path / "a.xlsx": b"1"})
    (tmp_path / "b.xlsx").write_bytes(b"")
    assert (tmp_path / "a.xlsx").stat().st_mode == (tmp_path / "b.xlsx").stat().st_mode


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"1")
    path.chmod(0o640)
    save_all({path: b"2"}, force=True)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_does_not_read_back_is_not_saved(tmp_path: Path) -> None:
    def write_less(handle: int, content: bytes) -> None:
        with os.fdopen(handle, "wb") as file:
            file.write(content[:-1])

    with mock.patch.object(save, "write_through", write_less), pytest.raises(NotSavedError, match="did not read back"):
        save_all({tmp_path / "a.xlsx": b"1"})
    assert contents(tmp_path) == {}


@contextmanager
def failing_at(call: int, name: str) -> Iterator[None]:
    """Make one of the operating system's calls fail once, at its so manieth call."""
    real: Callable[..., object] = getattr(os, name)
    calls = iter(range(1_000))

    def fail(*arguments: object, **named: object) -> object:
        if next(calls) == call:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    with mock.patch.object(os, name, fail):
        yield


FILES = st.dictionaries(st.sampled_from(["a", "b", "c", "d/e"]), st.binary(max_size=3), max_size=4)


@settings(max_examples=examples(1.5), deadline=None)
@given(FILES, FILES, st.integers(0, 4), st.sampled_from(["replace", "fsync", "fdopen"]))
def test_whatever_fails_what_was_there_is_untouched(
    before: dict[str, bytes], wanted: dict[str, bytes], call: int, name: str
) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for file, content in before.items():
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(content)
        error = outcome(call, name, {folder / file: content for file, content in wanted.items()})
        assert error is None or "No space left on device" in str(error)
        assert contents(folder) == (before if error else before | wanted)


def outcome(call: int, name: str, files: dict[Path, bytes]) -> NotSavedError | None:
    """Save the files while something fails: the error, or None where it came too late to matter."""
    try:
        with failing_at(call, name):
            save_all(files, force=True)
    except NotSavedError as error:
        return error
    return None
