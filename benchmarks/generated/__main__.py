"""Writes generated reports to a folder.

    python -m benchmarks.generated --reports 20000 --seed 1 --to PATH [--readings]

PATH/reports.jsonl is what `detente read` takes in, PATH/truth.jsonl has one process a line, in the
form of the reference records. With --readings also PATH/articles.jsonl and PATH/readings.jsonl: the
reports as `detente.press` would give them, and their readings without mistakes, line by line.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from benchmarks.generated import processes
from benchmarks.generated.process import REPORTS


def main() -> None:
    """Writes the files, process by process."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=2000, help="how many (default 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True, help="a folder, made where missing")
    parser.add_argument("--readings", action="store_true", help="readings as well")
    wanted = parser.parse_args()
    wanted.to.mkdir(parents=True, exist_ok=True)
    names = ["reports", "truth", *(["articles", "readings"] if wanted.readings else [])]
    files = {name: (wanted.to / f"{name}.jsonl").open("wb") for name in names}
    left = wanted.reports
    for process in processes(wanted.seed, -(-wanted.reports // REPORTS)):
        files["truth"].write(msgspec.json.encode(process.truth()) + b"\n")
        for report in process.reports[:left]:
            files["reports"].write(msgspec.json.encode(report.line()) + b"\n")
            if wanted.readings:
                files["articles"].write(msgspec.json.encode(report.article()) + b"\n")
                files["readings"].write(msgspec.json.encode(report.reading()) + b"\n")
        left -= len(process.reports)
    for file in files.values():
        file.close()
    print(f"{wanted.reports} reports in {wanted.to}")


if __name__ == "__main__":
    main()
