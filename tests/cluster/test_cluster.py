"""Several processes read what one would, each report once, whoever dies or is stopped on the way."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from detente import Article, Dossier, Reading, SourceError, SourceNote
from detente.cluster import outputs, read, tasks
from detente.cluster.outputs import Done, Problem
from detente.dossier.reports import Read
from detente.errors import ClusterError
from detente.language.fr import pipeline
from detente.press.chunks import Chunk, chunks

distributed = pytest.importorskip("distributed")
pytest.importorskip("pyarrow")
needs_model = pytest.mark.skipif(
    not pipeline.MODEL.exists(), reason="the French model has not been built"
)
TEXT = (
    "Le ministre norvégien des Affaires étrangères a reçu lundi à Oslo l'ambassadeur du Chili. Les "
    "deux pays négocient depuis {n} mois un accord sur la pêche. « Nous avançons », a déclaré le chef de "
    "la diplomatie norvégienne. Le Chili a proposé un nouveau tour de pourparlers en mai à Santiago."
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(24):
        (folder / f"r{n:02}.txt").write_text(TEXT.format(n=n + 2), "utf-8")
    (folder / "z-broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    return folder


# ---------------------------------------------------------------- tasks and their files


def chunk_of(text: str) -> Chunk:
    return Chunk(articles=(Article(id="a1", source="r1", text=text, language="eo"),))


def test_a_task_done_twice_changes_nothing(tmp_path: Path) -> None:
    task = msgspec.msgpack.encode(chunk_of("Saluton."))
    output = tmp_path / outputs.name(chunk_of("Saluton."), whole=False)
    tasks.read_into(task, str(output), False)
    before = output.stat().st_mtime_ns, output.read_bytes()
    tasks.read_into(task, str(output), False)
    assert (output.stat().st_mtime_ns, output.read_bytes()) == before
    assert [file.name for file in tmp_path.iterdir()] == [output.name], "nothing half done is left"


def test_what_is_read_gives_its_file_another_name(tmp_path: Path) -> None:
    names = {outputs.name(chunk_of(text), whole=whole) for text in "ab" for whole in (True, False)}
    assert len(names) == 4
    file = tmp_path / "r.txt"

    def name() -> str:
        file.write_text(TEXT, "utf-8")
        (chunk,) = chunks([file], on_error=lambda error: None)
        return outputs.name(chunk, whole=False)

    first = name()
    os.utime(file, ns=(1, 1))
    (chunk,) = chunks([file], on_error=lambda error: None)
    assert outputs.name(chunk, whole=False) != first


def test_a_file_holds_all_that_came_of_a_chunk(tmp_path: Path) -> None:
    article = Article(id="a1", source="r1", text="Une réunion.", title="Titre", language="fr")
    made = Read(article=article, reading=Reading(article="a1", made_with="v"), digest="d")
    problem = Problem(source="x", reason="ünreadable", note=False)
    outputs.write(tmp_path / "o.parquet", Done(reads=[made], problems=[problem]))
    assert list(outputs.reads(tmp_path / "o.parquet")) == [[made]]
    assert outputs.problems(tmp_path / "o.parquet") == [problem]
    with pytest.raises(ClusterError, match="cannot be written"):
        outputs.write(tmp_path / "nowhere" / "o.parquet", Done())


def test_a_cluster_that_is_not_there_is_said_not_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.cluster import running

    monkeypatch.setattr(running, "WAIT", 1.0)
    with Dossier.open(None) as dossier, pytest.raises(ClusterError, match="no cluster"):
        read(dossier, [], address=f"tcp://127.0.0.1:{_free_port()}", readings="readings")


# ---------------------------------------------------------------- processes


@needs_model
@pytest.mark.slow
def test_workers_read_what_one_process_reads(reports: Path, tmp_path: Path) -> None:
    alone, together = tmp_path / "alone.db", tmp_path / "together.db"
    for dossier, more in ((alone, []), (together, ["--workers", "2"])):
        run = _detente("read", str(reports), "--dossier", str(dossier), *more)
        assert (run.returncode, "24 read;" in run.stdout) == (1, True), run.stderr
        assert run.stderr.count("a PNG image") == 1
    with Dossier.open(alone) as one, Dossier.open(together) as other:
        assert one.articles() == other.articles()
        assert one.readings() == other.readings()
        assert one.record() == other.record()
    (reports / "r00.txt").write_text(TEXT.format(n=99), "utf-8")
    run = _detente("read", str(reports), "--dossier", str(together), "--workers", "2")
    assert "1 read, 23 already there" in run.stdout


@needs_model
@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done_and_a_rerun_goes_on(tmp_path: Path) -> None:
    file, dossier = tmp_path / "many.jsonl", tmp_path / "d.db"
    lines = [json.dumps({"id": f"r{n}", "text": TEXT.format(n=n) * 4}) for n in range(120)]
    file.write_text("\n".join(lines), "utf-8")
    for n in range(80):
        (tmp_path / f"r{n}.txt").write_text(TEXT.format(n=n + 2) * 3, "utf-8")
    command = ["read", str(tmp_path), "--dossier", str(dossier), "--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "detente", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _until(lambda: dossier.exists() and _kept(dossier) >= 16, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    (said,) = re.findall(r"Stopped: (\d+) read", err)
    assert "Traceback" not in err
    assert 16 <= int(said) <= _kept(dossier) < 200
    run = _detente(*command)
    found = re.search(r"(\d+) read, (\d+) already there", run.stdout)
    assert found and int(found[2]) >= int(said)
    assert _kept(dossier) == 200


@needs_model
@pytest.mark.slow
def test_a_cluster_loses_a_worker_and_reads_each_report_once(tmp_path: Path) -> None:
    """A real scheduler and three workers, one killed while it reads: all reports are read, none
    twice, and a second run reads nothing."""
    reports, readings = tmp_path / "reports", tmp_path / "readings"
    reports.mkdir()
    for part in range(3):
        lines = [
            json.dumps({"id": f"r{part}-{n}", "text": TEXT.format(n=n + 2), "language": "fr"})
            for n in range(25)
        ]
        (reports / f"p{part}.jsonl").write_text("\n".join(lines), "utf-8")
    for n in range(45):
        (reports / f"t{n}.txt").write_text(TEXT.format(n=1000 + n), "utf-8")
    address = f"tcp://127.0.0.1:{_free_port()}"
    with _processes(address, tmp_path, workers=3) as workers:
        command = [sys.executable, "-m", "detente", "read", str(reports)]
        command += ["--cluster", address, "--dossier", str(tmp_path / "d.db")]
        command += ["--readings", str(readings)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        _until(lambda: len(list(readings.glob("*.parquet"))) >= 2, process)
        workers[0].kill()
        out, err = process.communicate(timeout=300)
        assert process.returncode == 0, err
        assert "120 read;" in out
        files = sorted(readings.glob("*"))
        ids = [one.article.id for file in files for some in outputs.reads(file) for one in some]
        assert len(ids) == len(set(ids)) == 120
        with Dossier.open(tmp_path / "d.db") as dossier:
            assert {article.id for article in dossier.articles()} == set(ids)
            assert all(reading.events for reading in dossier.readings())
        times = [file.stat().st_mtime_ns for file in files]
        problems: list[SourceError] = []
        with Dossier.open(tmp_path / "second.db") as dossier:
            added = read(
                dossier, [reports], address=address, readings=readings, on_error=problems.append
            )
        assert (added.read, added.failed) == (120, 0)
        assert not [p for p in problems if not isinstance(p, SourceNote)]
        assert [file.stat().st_mtime_ns for file in files] == times


def _detente(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "detente", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def _kept(dossier: Path) -> int:
    with Dossier.open(dossier) as kept:
        return len(kept.standing())


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _until(done: object, process: subprocess.Popen[str], seconds: float = 300) -> None:
    """Waits until something holds, while a process runs."""
    assert callable(done)
    end = time.monotonic() + seconds
    while not done():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


class _processes:  # noqa: N801 - used as a function
    """A scheduler and workers as processes of their own, ended at the end."""

    def __init__(self, address: str, folder: Path, workers: int) -> None:
        port = address.rpartition(":")[2]
        local = ["--host", "127.0.0.1"]
        scheduler = [*local, "--port", port, "--no-dashboard"]
        worker = [address, *local, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        worker += ["--local-directory", str(folder / "scratch")]
        self.all = [self._start("scheduler", scheduler)]
        self.workers = [self._start("worker", worker) for _ in range(workers)]
        self.all += self.workers

    @staticmethod
    def _start(role: str, arguments: list[str]) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + role, *arguments]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self) -> list[subprocess.Popen[bytes]]:
        return self.workers

    def __exit__(self, *_: object) -> None:
        for process in reversed(self.all):
            process.kill()
            process.wait(timeout=30)
