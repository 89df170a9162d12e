"""How right the record is: the whole walk on the reference dossiers, scored, beside the floors.

    python benchmarks/accuracy.py [DOSSIER…] [--check] [--raise] [--json] [--show]

Four dossiers are in dossiers/, which see. The other reference records, and the scorer of all, are not in
this repository: they are looked for in the folder that DETENTE_SHARED names, else in ../shared. Where
that is missing nothing is measured, and that is said. `--check` ends with 1 where a figure is below its floor in floors.toml; `--raise` lifts the
floors to a little below the figures, never lowers one. Figures of the parse are those of parse.py.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

import detente
from detente import Article, Record, SourceError
from detente.model import Published
from detente.views.export import to_json
from detente.walk import articles_of

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DETENTE_SHARED", HERE.parent.parent / "shared"))
FLOORS = HERE / "floors.toml"
MARGIN = 0.05
"""How far below the figures floors are set: one fact of a small dossier weighs about as much."""
Figures = dict[str, float]


def seeds() -> Iterator[Article]:
    """Five reports, four of them without a date."""
    yield from articles_of(SHARED / "seeds")


def autumn() -> Iterator[Article]:
    """Thirteen translated reports, each with its date."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "autumn.jsonl"
        layout = [sys.executable, str(SHARED / "eval" / "ntrex_reports.py"), str(reports)]
        subprocess.run(layout, check=True, capture_output=True)
        yield from articles_of(reports)


def autumn_undated() -> Iterator[Article]:
    """The same reports with all dates but the first taken away."""
    for number, article in enumerate(autumn()):
        gone = {} if number == 0 else {"published": Published()}
        yield msgspec.structs.replace(article, **gone)


GOLD = SHARED / "gold"
OWN = sorted((HERE / "dossiers").glob("*.yaml"))
DOSSIERS: dict[str, tuple[Callable[[], Iterator[Article]], Path]] = {
    "istanbul-2025": (seeds, GOLD / "istanbul-2025.yaml"),
    "autumn-2018": (autumn, GOLD / "autumn-2018.yaml"),
    "autumn-2018-undated": (autumn_undated, GOLD / "autumn-2018.yaml"),
    **{gold.stem: (partial(articles_of, gold.with_suffix("")), gold) for gold in OWN},
}
"""Where the reports of each reference record are, and the record."""
DATES = "fr-timebank-dev"


def scored(record: Record, gold: Path, *, show: bool) -> Figures:
    """What the scorer says of a record; with `show` also what it found missing and added."""
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "record.json"
        exported.write_bytes(to_json(record))
        score = [sys.executable, str(SHARED / "eval" / "score.py")]
        files = [str(exported), str(gold)]
        if show:
            print(subprocess.run([*score, *files, "--show"], check=True, text=True).stdout or "")
        run = subprocess.run([*score, *files, "--json"], check=True, capture_output=True, text=True)
    return {name: round(value, 4) for name, value in json.loads(run.stdout).items()}


def scored_dates(*, show: bool) -> Figures:
    """Precision, recall and F1 of dates in the documents of French TimeBank."""
    score = [sys.executable, str(SHARED / "eval" / "score_dates.py")]
    files = [str(GOLD / f"{DATES}.jsonl")]
    command = [*score, *files, *(["--show"] if show else [])]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if show:
        print(out)
    last = out.strip().splitlines()[-1]
    return {name: float(value) for name, value in re.findall(r"(\w+) ([\d.]+)", last)}


def measured(name: str, *, show: bool) -> Figures:
    """The figures of one reference dossier, or of dates."""
    if name == DATES:
        return scored_dates(show=show)
    articles, gold = DOSSIERS[name]
    return scored(detente.read(articles(), on_error=_tell), gold, show=show)


def _tell(error: SourceError) -> None:
    print(error, file=sys.stderr)


def floors() -> dict[str, Figures]:
    """The floors as they stand."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def raised(old: dict[str, Figures], found: dict[str, Figures]) -> str:
    """The text of floors.toml: each floor as it was, or higher where the figure found lets it."""
    lines = [
        "# Figures that `python benchmarks/accuracy.py --check` must not fall below. They only"
    ]
    lines += ["# rise (`--raise`); a change that has to lower one says so and why."]
    for name in sorted(old.keys() | found.keys()):
        lines += ["", f"[{name}]"]
        before, now = old.get(name, {}), found.get(name, {})
        for figure in dict.fromkeys([*before, *now]):
            exact = now.get(figure, 0.0) == 1.0 and figure == "evidence"
            floor = max(before.get(figure, 0.0), now.get(figure, 0.0) - (0 if exact else MARGIN))
            lines.append(f'"{figure}" = {max(0.0, floor):.2f}')
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measures, prints, and compares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "dossiers", nargs="*", metavar="DOSSIER", help=", ".join([*DOSSIERS, DATES])
    )
    for option in ("check", "raise", "json", "show"):
        parser.add_argument(f"--{option}", action="store_true")
    wanted = vars(parser.parse_args())
    if not GOLD.is_dir():
        print(f"nothing to measure with: there is no {SHARED.name}/gold (set DETENTE_SHARED)")
        return 0
    names = wanted["dossiers"] or [*DOSSIERS, DATES]
    found = {name: measured(name, show=wanted["show"]) for name in names}
    bounds = floors()
    below = [
        f"{name}: {figure} {found[name].get(figure, 0.0):.3f} is below its floor {floor:.3f}"
        for name in names
        for figure, floor in bounds.get(name, {}).items()
        if found[name].get(figure, 0.0) < floor
    ]
    if wanted["json"]:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for name, figures in found.items():
            print(f"\n{name}")
            for figure, value in figures.items():
                print(f"  {value:6.3f}  {figure}")
    if wanted["raise"]:
        FLOORS.write_text(raised(bounds, found), "utf-8")
    print(*below, sep="\n", file=sys.stderr)
    return 1 if below and wanted["check"] else 0


if __name__ == "__main__":
    sys.exit(main())
