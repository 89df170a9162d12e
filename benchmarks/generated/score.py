"""Scores the record of generated processes against their truth.

    python -m benchmarks.generated.score [--processes 50] [--seed 1] [--read] [--show]

Without --read the record is built from readings without mistakes, so that what is wrong is the
record's fault; with it the reports are read, and what is wrong may be the reader's.
"""

from __future__ import annotations

import argparse
from collections import Counter

import detente
from benchmarks.generated.process import Process, processes
from benchmarks.generated.scoring import Figures, figures, score, total
from detente.model import Record
from detente.record import build


def record_of(process: Process, *, read: bool) -> Record:
    """The record of a process, from its readings or from its texts."""
    articles = [report.article() for report in process.reports]
    if not read:
        return build(articles, [report.reading() for report in process.reports])
    return detente.read(articles, on_error=print)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--processes", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true", help="read the reports' text")
    parser.add_argument("--show", action="store_true", help="what is wrong, line by line")
    wanted = parser.parse_args()
    counts: list[Figures] = []
    wrong: Counter[str] = Counter()
    for process in processes(wanted.seed, wanted.processes):
        found, problems = score(process, record_of(process, read=wanted.read))
        counts.append(found)
        wrong.update(kind for kind, _ in problems)
        if wanted.show:
            for kind, words in problems:
                print(f"  {kind}: {words}")
    for name, value in figures(total(counts)).items():
        print(f"{value:6.3f}  {name}")
    print("       ", ", ".join(f"{kind} {n}" for kind, n in sorted(wrong.items())))


if __name__ == "__main__":
    main()
