"""`detente watch`: a file that comes is read once it is whole, and Ctrl-C loses nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from detente.cli.watch import memory_of
from detente.dossier import Dossier

ENGLISH = (
    "The two delegations met again on Tuesday and said that they would go on with their work. "
)
"""There is no language pack for it, so that it is kept, and nothing slow is loaded."""


@contextmanager
def started(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """The command at work; what does not end by itself is killed, so that no test hangs."""
    command = [sys.executable, "-m", "detente", "watch", "in", "--dossier", "talks.db", *options]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            yield running
        finally:
            running.kill()


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_report_is_read_when_it_is_whole(tmp_path: Path, stop: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    with started(tmp_path, "--every", "0.2") as running:
        assert running.stderr and running.stdout
        assert "Ctrl-C stops" in running.stderr.readline()
        with (tmp_path / "in" / "a.txt").open("w") as file:
            for _ in range(4):
                file.write(ENGLISH)
                file.flush()
                time.sleep(0.4)
        assert "1 kept unread" in running.stdout.readline()
        running.send_signal(stop)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (0, "")
    assert "Stopped: 0 read, 1 kept unread; the record is in talks.db" in err
    with Dossier.open(tmp_path / "talks.db") as dossier:
        (article,) = dossier.articles()
    assert article.text == (ENGLISH * 4).strip()


@pytest.mark.slow
def test_once_reads_what_is_there_and_tells_what_it_could_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ENGLISH)
    (tmp_path / "in" / "b.pdf").write_bytes(b"%PDF-1.4 no more")
    with started(tmp_path, "--once") as running:
        out, err = running.communicate(timeout=60)
    assert (running.returncode, "1 kept unread" in out) == (1, True)
    assert "b.pdf: a damaged PDF" in err


def test_what_cannot_be_watched_is_told(tmp_path: Path) -> None:
    with started(tmp_path) as running:
        _, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "in: neither a folder nor the address of a feed" in err
    assert not (tmp_path / "talks.db").exists()


def test_the_memory_of_feeds_lies_beside_the_dossier() -> None:
    assert memory_of("desk/talks.db") == Path("desk/talks.db.watch.json")
    assert memory_of("postgresql://desk@host/talks") == Path("detente.watch.json")
