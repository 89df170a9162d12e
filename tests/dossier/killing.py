"""A writer that is killed at any moment, again and again; also a program:

python -m tests.dossier.killing 1000
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from tests.dossier.making import made_by

from detente import Article, Dossier, Reading, Record
from detente.dossier import renewing, reports
from detente.dossier.reports import Read
from detente.dossier.version import reading_version

LONGEST = 0.06
"""Seconds after which a writer is killed at the latest: some dozen reports."""


def write(address: str, told: int, first: int) -> None:
    """Keeps reports one by one, builds the record and decides now and then, and tells of each report
    and decision once it is kept. Never returns."""
    vars(renewing)["change"] = made_by(lambda articles, readings: Record(articles=articles))
    with Dossier.open(address) as dossier:
        for n in range(first, first + 10**6):
            article = Article(id=f"a{n}", source=f"r{n}.txt", text=f"Une réunion, la {n}e. " * 100)
            reading = Reading(article=article.id, made_with=reading_version("fr"))
            dossier.take([Read(article=article, reading=reading, digest=reports.mark(article))])
            os.write(told, f"{article.id}\n".encode())
            if n % 7 == 0:
                decision = dossier.decide("annotate", "articles", article.id, by="AB", value="x")
                os.write(told, f"{decision.id}\n".encode())


def kill_once(address: str, wait: float, first: int, *, opening: bool) -> set[str]:
    """Starts a writer and kills it (SIGKILL) some seconds after it begins to open the dossier, or
    after it told of its first report; what it had told of by then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write(address, writing, first)
        finally:
            os._exit(1)
    os.close(writing)
    early = b"" if opening else os.read(reading, 1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the writer ended by itself")
    with os.fdopen(reading, "rb") as pipe:
        return set((early + pipe.read()).decode().split("\n")[:-1])


def kill(address: str, times: int, seed: int = 1) -> tuple[int, int]:
    """Kills writers of one dossier; how many reports and decisions had been told of, and how many
    of them are lost. Each time the dossier is opened and looked at; at the end all of it."""
    rng = random.Random(seed)
    Dossier.open(address).close()
    told: set[str] = set()
    lost: set[str] = set()
    for n in range(times):
        told |= kill_once(address, rng.random() * LONGEST, n * 10**6, opening=n % 5 == 0)
        with Dossier.open(address, create=False) as dossier:
            kept = {*dossier.standing(), *(d.id for d in dossier.decisions())}
        lost |= told - kept
    with Dossier.open(address, create=False) as dossier:
        faults = dossier.verify().faults
    if faults:
        raise AssertionError(msgspec.json.encode(faults[:5]).decode())
    return len(told), len(lost)


if __name__ == "__main__":
    number = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        kept, gone = kill(str(Path(folder) / "d.db"), number)
    print(
        f"{number} kills in {time.monotonic() - begun:.0f} s: {kept} told of as kept, {gone} lost"
    )
    sys.exit(gone > 0)
