"""How long a large dossier takes to open, to search and to show, and to take a decision.

    python -m benchmarks.dossier [--reports 20000] [--seed 1] [--dossier ADDRESS] [--rounds 5] [--json]

The reports are made up (`benchmarks/generated`), and so are their readings: nothing is parsed. Their
record is worked out and kept as the program does it. Each operation is then timed in this process, the best of some
rounds, by the clock and by processor time; `command` is a whole command, started anew. ADDRESS is a
file, in a temporary folder where none is named, or a database (`postgresql://…`); it is filled where
it is empty, and kept."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.generated import reports
from detente import Dossier, DossierError
from detente.dossier.reports import Read, mark
from detente.dossier.version import reading_version
from detente.views import timeline

LOT = 1000
"""Reports that are kept at once."""
PARTS = ("articles", "actors", "events", "statements", "undertakings", "disputes")
PAGE = 200
"""Events on a page of the timeline."""
RARE, COMMON = '"ministre des Affaires étrangères"', "ministre"
"""In one fact of two hundred, and in every second one."""


def made(seed: int, count: int) -> Iterator[Read]:
    """Made-up reports with their readings, as if they had just been read."""
    for report in reports(seed=seed, count=count):
        article, reading = report.article(), report.reading()
        version = reading_version(article.language)
        yield Read(article, msgspec.structs.replace(reading, made_with=version), mark(article))


def fill(address: str, reads: Iterable[Read]) -> dict[str, float]:
    """Keeps reports and their record; seconds of processor time that each took."""
    taking, left = 0.0, iter(reads)
    with Dossier.open(address) as dossier:
        while lot := list(islice(left, LOT)):
            taking += processor(partial(dossier.take, lot))
        return {"reports kept": taking, "record kept": processor(partial(dossier.excerpt, limit=1))}


def filled(address: str) -> bool:
    """Whether there is a dossier with reports already."""
    try:
        with Dossier.open(address, create=False) as dossier:
            return bool(dossier.standing())
    except DossierError:
        return False


def processor(run: Callable[[], Any]) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    run()
    return time.process_time() - begun


def best(run: Callable[[], Any], rounds: int) -> dict[str, float]:
    """The best of some rounds, by the clock and by processor time."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter(), time.process_time()
        run()
        taken.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
    return {"clock": min(t[0] for t in taken), "processor": min(t[1] for t in taken)}


def command(rounds: int, *words: str) -> dict[str, float]:
    """The best of some rounds of a whole command, started anew."""

    def run() -> None:
        subprocess.run([sys.executable, "-m", "detente", *words], check=True, capture_output=True)

    taken = []
    for _ in range(rounds):
        begun, used = time.perf_counter(), os.times()
        run()
        now = os.times()
        own = now.children_user + now.children_system - used.children_user - used.children_system
        taken.append((time.perf_counter() - begun, own))
    return {"clock": min(t[0] for t in taken), "processor": min(t[1] for t in taken)}


def measure(address: str, rounds: int) -> dict[str, dict[str, float]]:
    """Seconds that each operation takes."""

    def opened(use: Callable[[Dossier], Any]) -> Callable[[], None]:
        def run() -> None:
            with Dossier.open(address, create=False) as dossier:
                use(dossier)

        return run

    def page(dossier: Dossier) -> None:
        timeline.rows(dossier.excerpt(limit=PAGE, offset=PAGE))

    def decide(dossier: Dossier) -> None:
        event = dossier.search(of=("events",), limit=1)[0].id
        dossier.decide("doubt", "events", event, by="benchmark")
        dossier.excerpt(limit=PAGE)

    figures = {
        "open": best(opened(lambda d: d.mark()), rounds),
        "search, a phrase": best(opened(lambda d: d.search(RARE)), rounds),
        "search, a common word": best(opened(lambda d: d.search(COMMON)), rounds),
        "search, filters": best(
            opened(lambda d: d.search(COMMON, of=("statements",), topic="prisoners")), rounds
        ),
        f"timeline, a page of {PAGE}": best(opened(page), rounds),
        "timeline, all of it": best(opened(lambda d: timeline.rows(d.excerpt())), rounds),
        "the whole record": best(opened(lambda d: d.record()), rounds),
        "a decision, and the page again": best(opened(decide), 1),
    }
    figures["command: detente search"] = command(rounds, "search", RARE, "--dossier", address)
    return figures


def main() -> None:
    """Measures, and prints a line a figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dossier", metavar="ADDRESS")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = args.dossier or str(Path(folder) / "dossier.db")
        kept = {} if filled(address) else fill(address, made(args.seed, args.reports))
        with Dossier.open(address, create=False) as dossier:
            record = dossier.record()
        size = {part: len(getattr(record, part)) for part in PARTS}
        if "://" not in address:
            size["megabytes"] = Path(address).stat().st_size // 1_000_000
        figures = measure(address, args.rounds)
    if args.json:
        print(json.dumps({"size": size, "made": kept, "seconds": figures}))
        return
    print(", ".join(f"{number} {name}" for name, number in size.items()))
    for name, seconds in kept.items():
        print(f"{seconds:8.2f} s of processor                      {name}")
    for name, taken in figures.items():
        told = f"{taken['clock']:8.3f} s by the clock, {taken['processor']:.3f} s of processor"
        print(f"{told}  {name}")


if __name__ == "__main__":
    main()
