"""How fast reports are read: the bare parse and the full reading of the same texts, in one run.

    python benchmarks/speed.py [--documents N] [--rounds N] [--json]

The texts are NTREX's French news documents (corpora/ntrex_news in the folder that DETENTE_SHARED
names, else in ../shared), or examples/ where they are missing. Every document is parsed and read in
turn, whichever goes first changing from one to the next, `rounds` times; its best times count. Times of
parse, reading and steps are seconds of processor time, so that what else runs on the machine has little
say; the first report and the help are by the clock. A word is what stands between white space.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, so that processor time is time
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DETENTE_SHARED", HERE.parent.parent / "shared"))
START = time.perf_counter()

from detente import Article  # noqa: E402 - the clock above has to start before
from detente.language import pack  # noqa: E402
from detente.model import Published  # noqa: E402
from detente.reading import STEPS, read_article  # noqa: E402
from detente.reading.draft import Draft  # noqa: E402


def ntrex() -> Iterator[Article]:
    """NTREX's documents in French, each the lines that its name stands beside; the first is the
    headline."""
    folder = SHARED / "corpora" / "ntrex_news"
    names = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8-sig").splitlines()
    lines = (folder / "newstest2019-ref.fra.txt").read_text("utf-8-sig").splitlines()
    documents: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        documents.setdefault(name.strip(), []).append(line.strip())
    for name, text in documents.items():
        yield report(name, "\n\n".join(text))


def examples() -> Iterator[Article]:
    """The reports of examples/ that are in French."""
    from detente.walk import articles_of

    found = articles_of(HERE.parent / "examples", on_error=lambda error: None)
    yield from (article for article in found if article.language == "fr")


def report(name: str, text: str) -> Article:
    """A French report of a known day."""
    published = Published(date="2018-09-28", basis="given")
    return Article(id=name, source=name, text=text, language="fr", published=published)


def seconds(call: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes in this process."""
    start = time.process_time()
    call()
    return time.process_time() - start


def best_times(articles: list[Article], rounds: int) -> tuple[float, float]:
    """Seconds of the parse and of the full reading of all articles, each at its best."""
    parse = pack("fr").parse
    times: list[tuple[list[float], list[float]]] = [([], []) for _ in articles]
    for turn in range(rounds):
        for number, article in enumerate(articles):
            calls: list[Callable[[], object]] = [
                partial(parse, article.text),
                partial(read_article, article),
            ]
            for which in (0, 1) if (number + turn) % 2 else (1, 0):
                times[number][which].append(seconds(calls[which]))
    return sum(min(parsed) for parsed, _ in times), sum(min(whole) for _, whole in times)


def step_times(articles: list[Article]) -> dict[str, float]:
    """Seconds that each step of the reading takes over all articles, in one pass."""
    totals = dict.fromkeys(STEPS, 0.0)
    for article in articles:
        draft = Draft(article=article, pack=pack("fr"), doc=pack("fr").parse(article.text))
        for name in STEPS:
            find = import_module(f"detente.reading.{name}").find
            totals[name] += seconds(partial(find, draft))
    return totals


def help_seconds() -> float:
    """The best of five times that `detente --help` takes, as a process."""
    command = [sys.executable, "-m", "detente", "--help"]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    there = (SHARED / "corpora" / "ntrex_news").is_dir()
    articles = list(ntrex() if there else examples())[: wanted.documents]
    words = sum(len(article.text.split()) for article in articles)
    read_article(articles[0])
    first = time.perf_counter() - START
    parsed, whole = best_times(articles, wanted.rounds)
    figures: dict[str, float | str] = {
        "texts": "NTREX, French" if there else "examples/",
        "reports": len(articles),
        "words": words,
        "parse_words_per_second": round(words / parsed),
        "reading_words_per_second": round(words / whole),
        "reports_per_second": round(len(articles) / whole, 2),
        "reading_over_parse": round(whole / parsed, 3),
        "first_report_seconds": round(first, 2),
        "help_seconds": round(help_seconds(), 3),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    figures |= {
        f"{name}_over_parse": round(spent / parsed, 3)
        for name, spent in step_times(articles).items()
    }
    if wanted.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{value:>14}  {name}")


if __name__ == "__main__":
    main()
