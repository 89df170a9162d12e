"""How fast reports are read, and where the time goes: ratios and rates, all measured in one run.

    python benchmarks/speed.py [MEASURE…] [--documents N] [--rounds N] [--json]

Measures: reading (against the bare parse of the same texts), mixed (news of which one report in ten is
of the field, scanned and read, against the parse of all), workers, archive, commands, record (how its
cost grows, and what one report more costs) and, only where it is asked for, large-record. A new measure
is a function here, put into MEASURES.

Texts are NTREX's French news documents (corpora/ntrex_news in the folder that DETENTE_SHARED names,
else in ../shared), or examples/ where they are missing. What is compared is timed in turn, document by
document, whichever goes first changing from one to the next; of `rounds` times the best counts. Times
are seconds of processor time of one core, so that what else runs on the machine has little say;
workers, commands and the first report are by the clock. A word is what stands between white space.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, so that processor time is time
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DETENTE_SHARED", HERE.parent.parent / "shared"))
START = time.perf_counter()
sys.path.insert(0, str(HERE.parent))

from detente import Article  # noqa: E402 - the clock above has to start before
from detente.language import pack, scan  # noqa: E402
from detente.model import Published  # noqa: E402
from detente.reading import STEPS, read_article, read_scanned  # noqa: E402
from detente.reading.draft import Draft  # noqa: E402

Figures = dict[str, float | str]
ONE_IN = 10
"""Of how many reports of mixed news one is of the field."""
REPORTS = 1000
"""Reports of the dossier whose timeline is shown."""
MORE = 25
"""Reports that come one by one to a large record."""
WORDS_A_WORKER = 180_000
"""Words that are read to see what a second worker brings."""


# ---------------------------------------------------------------- texts


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


def news(count: int) -> list[Article]:
    """The texts that are read, `count` at most."""
    there = (SHARED / "corpora" / "ntrex_news").is_dir()
    return list(ntrex() if there else examples())[:count]


def mixed(count: int) -> list[Article]:
    """One report in ten of the field (our own dossiers), the others NTREX's documents that the
    reference record of autumn 2018 does not name. Empty where these are not to be had."""
    gold = SHARED / "gold" / "autumn-2018.yaml"
    if not gold.is_file():
        return []
    of_field = set(re.findall(r"document: *['\"]?([^\s,}'\"]+)", gold.read_text("utf-8")))
    others = [article for article in ntrex() if article.id not in of_field]
    from detente.walk import articles_of

    own = list(articles_of(sorted((HERE / "dossiers").glob("*/"))))
    found = [
        article
        for n in range(len(others) // (ONE_IN - 1))
        for article in (own[n % len(own)], *others[n * (ONE_IN - 1) : (n + 1) * (ONE_IN - 1)])
    ]
    return found[:count]


# ---------------------------------------------------------------- timing


def seconds(call: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes in this process."""
    start = time.process_time()
    call()
    return time.process_time() - start


def in_turn(
    calls: list[tuple[Callable[[], object], Callable[[], object]]], rounds: int
) -> list[float]:
    """Seconds of all first and of all second calls, each at its best of some rounds. The two of a
    pair are timed one after the other, now this one first, now that."""
    times: list[tuple[list[float], list[float]]] = [([], []) for _ in calls]
    for turn in range(rounds):
        for number, pair in enumerate(calls):
            for which in (0, 1) if (number + turn) % 2 else (1, 0):
                times[number][which].append(seconds(pair[which]))
    return [sum(min(both[which]) for both in times) for which in (0, 1)]


def as_process(command: list[str], rounds: int) -> tuple[float, float]:
    """Seconds that a command takes as a process, by the clock and of processor time, each at its
    best, once Python has kept what it compiled. On a machine that does other work as well, the
    clock tells of that work too."""
    clock, processor = [], []
    with tempfile.TemporaryDirectory() as kept:
        own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        own["PYTHONPYCACHEPREFIX"] = kept
        for _ in range(rounds + 1):
            start, used = time.perf_counter(), os.times()
            subprocess.run(command, check=True, capture_output=True, env=own)
            now = os.times()
            clock.append(time.perf_counter() - start)
            processor.append(
                now.children_user + now.children_system - used.children_user - used.children_system
            )
    return min(clock[1:]), min(processor[1:])


# ---------------------------------------------------------------- measures


def reading(documents: int, rounds: int) -> Figures:
    """The full reading of each text against its bare parse, and what each step of it takes."""
    articles = news(documents)
    words = sum(len(article.text.split()) for article in articles)
    read_article(articles[0])
    first = time.perf_counter() - START
    parse = pack("fr").parse
    parsed, whole = in_turn(
        [(partial(parse, a.text), partial(read_article, a)) for a in articles], rounds
    )
    steps, sentences = _steps(articles, rounds)
    return {
        "texts": "examples/" if articles[0].outlet else "NTREX, French",
        "reports": len(articles),
        "words": words,
        "parse_words_per_second": round(words / parsed),
        "reading_words_per_second": round(words / whole),
        "reports_per_second": round(len(articles) / whole, 2),
        "reading_over_parse": round(whole / parsed, 3),
        **{f"{name}_over_parse": round(spent / parsed, 3) for name, spent in steps.items()},
        "sentences_per_second_after_parse": round(sentences / sum(steps.values())),
        "first_report_seconds": round(first, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _steps(articles: list[Article], rounds: int) -> tuple[dict[str, float], int]:
    """Seconds that each step of the reading takes over all articles at its best, and how many
    sentences these have."""
    best = {name: [float("inf")] * len(articles) for name in STEPS}
    sentences = 0
    for turn in range(rounds):
        for number, article in enumerate(articles):
            draft = Draft(article=article, pack=pack("fr"), doc=pack("fr").parse(article.text))
            sentences += sum(1 for _ in draft.doc.sents) if not turn else 0
            for name in STEPS:
                find = import_module(f"detente.reading.{name}").find
                spent = seconds(partial(find, draft))
                best[name][number] = min(best[name][number], spent)
    return {name: sum(times) for name, times in best.items()}, sentences


def mixed_news(documents: int, rounds: int) -> Figures:
    """Mixed news scanned and read where that is worth it, against the bare parse of all of it."""
    articles = mixed(documents)
    if not articles:
        return {"mixed": "not measured: no NTREX"}
    parse, words = pack("fr").parse, sum(len(article.text.split()) for article in articles)
    read_scanned(articles[0])
    parsed, read = in_turn(
        [(partial(parse, a.text), partial(read_scanned, a)) for a in articles], rounds
    )
    _, scanned = in_turn(
        [(lambda: None, partial(scan.weigh, a.text, pack("fr"))) for a in articles], rounds
    )
    shares = [scan.weigh(article.text, pack("fr")).share for article in articles]
    return {
        "mixed_reports": len(articles),
        "mixed_read_in_full": shares.count("all"),
        "mixed_read_in_part": shares.count("some"),
        "mixed_speedup": round(parsed / read, 2),
        "mixed_reports_per_second": round(len(articles) / read, 1),
        "scan_words_per_second": round(words / scanned),
    }


def workers(documents: int, rounds: int) -> Figures:
    """How much more two workers read in a second than one, once each has begun."""
    if find_spec("distributed") is None:
        return {"workers": "not measured: no Dask (pip install 'detente[workers]')"}
    articles = news(documents)
    words = sum(len(article.text.split()) for article in articles)
    times = max(1, round(WORDS_A_WORKER / words))
    many = [report(f"{a.id}-{n}", f"{a.text}\n\n{n}.") for n in range(times) for a in articles]
    rates: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(rounds):
        for count in (1, 2) if turn % 2 else (2, 1):
            rates[count].append(_rate(many, count))
    one, two = max(rates[1]), max(rates[2])
    return {
        "one_worker_reports_per_second": round(one, 2),
        "two_workers_reports_per_second": round(two, 2),
        "two_workers_speedup": round(two / one, 2),
    }


def _rate(articles: list[Article], count: int) -> float:
    """Reports read in a second by so many workers, from when all have read something on."""
    from detente import Dossier
    from detente.cluster import read

    done: list[float] = []
    with Dossier.open(None) as dossier:
        read(
            dossier,
            articles,
            workers=count,
            whole=True,
            progress=lambda article, state: done.append(time.perf_counter()),
        )
    begun = len(articles) // 5
    return (len(done) - begun - 1) / (done[-1] - done[begun])


def archive(documents: int, rounds: int) -> Figures:
    """Pages of a web archive of mixed news that are taken in, before reading, in a second."""
    texts = [article.text for article in mixed(documents) or news(documents)]
    if find_spec("fastwarc") is None:
        return {"archive": "not measured: no FastWARC (pip install 'detente[warc]')"}
    from benchmarks.pages import archive as write
    from detente.press import read_sources

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.warc.gz"
        size = write(file, texts)
        times, kept = [], 0
        for _ in range(rounds + 1):  # the first time loads what the others have
            start = time.process_time()
            kept = sum(1 for _ in read_sources([file], on_error=lambda problem: None))
            times.append(time.process_time() - start)
    return {
        "warc_pages": len(texts),
        "warc_kb_per_page": round(size / len(texts) / 1000),
        "warc_pages_kept": kept,
        "warc_pages_per_second": round(len(texts) / min(times[1:])),
    }


def commands(documents: int, rounds: int) -> Figures:
    """What a person waits for: the help, and the timeline of a thousand reports."""
    from benchmarks.dossier import fill, made

    program = [sys.executable, "-m", "detente"]
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "thousand.db")
        fill(file, made(1, REPORTS))
        shown = as_process([*program, "show", "timeline", "--dossier", file], rounds + 2)
    helped = as_process([*program, "--help"], rounds + 2)
    return {
        "help_seconds": round(helped[0], 3),
        "help_processor_seconds": round(helped[1], 3),
        f"timeline_{REPORTS}_seconds": round(shown[0], 3),
        f"timeline_{REPORTS}_processor_seconds": round(shown[1], 3),
    }


# ---------------------------------------------------------------- the record


def record(documents: int, rounds: int, most: int = 16_000) -> Figures:
    """How the cost of a dossier's record grows from 1,000 generated reports to `most`, as the exponent
    of their number, and what one report more costs then. Generated readings are kept; nothing is
    parsed."""
    del documents, rounds
    few, _ = _kept(1000)
    many, more = _kept(most)
    exponent = math.log(many / few) / math.log(most / 1000)
    return {
        f"record_{most}_seconds": round(many, 1),
        "record_growth_exponent": round(exponent, 3),
        f"add_one_to_{most}_seconds": round(median(more), 3),
        f"add_one_to_{most}_worst_seconds": round(max(more), 3),
        f"record_{most}_memory_mb": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ),
    }


def large_record(documents: int, rounds: int) -> Figures:
    """The same up to 100,000 reports, which takes twenty minutes."""
    return record(documents, rounds, 100_000)


def _kept(count: int) -> tuple[float, list[float]]:
    """Seconds of working out the record of a dossier with some reports, and of keeping one more and
    showing the first event, for each of some more. These are taken from all over."""
    from benchmarks.dossier import fill, made
    from detente import Dossier
    from detente.dossier.reports import Read

    late = set(random.Random(1).sample(range(count + MORE), MORE))
    more: list[Read] = []

    def early() -> Iterator[Read]:
        for number, read in enumerate(made(1, count + MORE)):
            if number in late:
                more.append(read)
            else:
                yield read

    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "large.db")
        whole = fill(file, early())["record kept"]
        with Dossier.open(file) as dossier:

            def one(read: Read) -> None:
                dossier.take([read])
                dossier.excerpt(limit=1)

            return whole, [seconds(partial(one, read)) for read in more]


MEASURES: dict[str, Callable[[int, int], Figures]] = {
    "reading": reading,
    "mixed": mixed_news,
    "workers": workers,
    "archive": archive,
    "commands": commands,
    "record": record,
    "large-record": large_record,
}
"""Each takes how many documents at most, and how many rounds, and gives figures by their keys."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    if unknown := set(wanted.measures) - MEASURES.keys():
        parser.error(f"no measure {', '.join(sorted(unknown))}; there are: {', '.join(MEASURES)}")
    figures: Figures = {}
    for name in wanted.measures or [m for m in MEASURES if m != "large-record"]:
        figures |= MEASURES[name](wanted.documents, wanted.rounds)
    if wanted.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{value:>14}  {name}")


if __name__ == "__main__":
    main()
