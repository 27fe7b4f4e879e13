"""The same reading on a cluster: two machines' workers, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path
from unittest import mock

import pytest

from peerxl.commands.portfolio.cluster import read_on_cluster, read_there
from peerxl.commands.portfolio.command import read_portfolio
from peerxl.commands.portfolio.job import Job, JobResult
from peerxl.errors import MissingExtraError
from tests.portfolio.test_reading import save
from tests.portfolio.test_workbooks import load
from tests.tools import require

NUMBER = 12


@pytest.mark.slow
def test_one_of_two_workers_is_killed_in_mid_run_and_nothing_is_lost_and_nothing_twice(tmp_path: Path) -> None:
    require(load("distributed"), "distributed is not installed")
    from distributed import Client, LocalCluster

    for index in range(NUMBER):
        save(tmp_path / "plans" / f"plan{index:02}.xlsx", f"Council {index}")
    (tmp_path / "plans" / "broken.xlsx").write_bytes(b"no workbook")
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        workers = client.run(os.getpid)
        assert len(workers) == 2
        killed: list[int] = []

        def kill_one(done: int, number: int) -> None:
            if done == 4 and not killed:
                killed.append(min(workers.values()))
                os.kill(killed[0], signal.SIGKILL)

        out = tmp_path / "out.csv"
        result = read_portfolio([str(tmp_path / "plans")], out, scheduler=cluster.scheduler_address, progress=kill_one)
    assert len(killed) == 1
    files = ["broken.xlsx", *(f"plan{index:02}.xlsx" for index in range(NUMBER))]
    assert [workbook.file for workbook in result.portfolio.workbooks] == files
    assert [workbook.file for workbook in result.portfolio.unread] == ["broken.xlsx"]
    # A line a workbook in the readings, and as many rows as were in the plans.
    kept = (tmp_path / "out.readings.jsonl").read_text().splitlines()
    assert len(kept) == 1 + len(files)
    rows = Counter(line.split(",")[2] for line in out.read_text(encoding="utf-8-sig").splitlines()[1:])
    assert rows == dict.fromkeys(files[1:], 2)
    here = read_portfolio([str(tmp_path / "plans")], readers=1)
    assert here.portfolio == result.portfolio


def test_a_workbook_that_no_machine_could_read_is_said_with_why() -> None:
    require(load("distributed"), "distributed is not installed")
    futures = [mock.Mock(key=key, status="error") for key in ("one", "two")] + [
        mock.Mock(key="three", status="finished")
    ]
    futures[0].exception.return_value = type("KilledWorker", (Exception,), {})()
    futures[1].exception.return_value = ModuleNotFoundError()
    futures[2].result.return_value = JobResult("three.xlsx", is_unchanged=True)
    client = mock.MagicMock()
    client.__enter__.return_value.map.return_value = futures
    with (
        mock.patch("distributed.Client", return_value=client),
        mock.patch("distributed.as_completed", side_effect=lambda futures, loop: iter(futures)) as completed,
        mock.patch("peerxl.commands.portfolio.cluster.require_answer"),
    ):
        jobs = [Job(f"{future.key}.xlsx", "") for future in futures]
        results = list(read_on_cluster(jobs, 5, "tcp://here:1"))
    # Waited for where they are asked for, not in the loop of a client that the caller has.
    assert completed.call_args == mock.call(futures, loop=client.__enter__.return_value.loop)
    assert results == [
        JobResult.failure("one.xlsx", "the machines that read it went away"),
        JobResult.failure("two.xlsx", "the machine that was to read it could not (ModuleNotFoundError)"),
        JobResult("three.xlsx", is_unchanged=True),
    ]


def test_a_machine_with_another_peerxl_reads_nothing() -> None:
    result = read_there(Job("one.xlsx", "nowhere.xlsx"), 5, "another")
    assert result == JobResult.failure("one.xlsx", "the machine that was to read it has another peerxl")


def test_without_the_extra_a_sentence_says_what_to_install() -> None:
    with mock.patch.dict("sys.modules", {"distributed": None}), pytest.raises(MissingExtraError) as refused:
        list(read_on_cluster((), 5, "tcp://here:1"))
    assert str(refused.value) == (
        "--scheduler needs a library more; in the folder that peerxl was installed from, "
        'install it with: pip install ".[cluster]"'
    )
