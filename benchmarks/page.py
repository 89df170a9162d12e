"""How fast the page answers many readers while somebody writes.

    python -m benchmarks.page [--reports 20000] [--readers 20] [--seconds 6] [--dossier FILE] [--json]

A dossier of made-up reports (`benchmarks/generated`; made by `benchmarks.dossier` in a temporary
folder, or kept in FILE) is served by `detente serve`, as a process of its own. For each view, some
readers ask at once, each for another page or with other filters, the next request as soon as the last
is answered; meanwhile a writer adds and takes out reports. Told are the median and the 95th
percentile, in milliseconds by the clock, and how many requests failed. The readers share the machine
with the server."""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote

from detente import Dossier
from detente.dossier.reports import Read, mark
from detente.model import Article, Reading

WORDS = "ministre accord prisonniers frontière visite sanctions otages président trêve".split()
FAILED = 400
"""Statuses from here on are failures."""
Ask = Callable[[random.Random], str]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--dossier", type=Path)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.dossier or Path(folder) / "generated.db"
        if not path.exists():
            from benchmarks.dossier import fill, made

            fill(str(path), made(1, wanted.reports))
        found = measure(path, wanted.readers, wanted.seconds)
    if wanted.json:
        print(json.dumps(found, indent=2))
        return
    print(f"{'view':14}{'median ms':>11}{'95 % ms':>10}{'requests':>10}{'failed':>8}")
    for view, figures in found.items():
        told = [figures[key] for key in ("median", "p95", "requests", "failed")]
        print(f"{view:14}{told[0]:>11.0f}{told[1]:>10.0f}{told[2]:>10.0f}{told[3]:>8.0f}")


def measure(dossier: Path, readers: int, seconds: float) -> dict[str, dict[str, float]]:
    """The figures of each view, with a writer at work."""
    port = free_port()
    words = [sys.executable, "-m", "detente", "serve", "--dossier", str(dossier)]
    server = subprocess.Popen([*words, "--port", str(port)], stdout=subprocess.DEVNULL)
    stop = multiprocessing.Event()
    writer = multiprocessing.Process(target=write, args=(dossier, stop), daemon=True)
    try:
        wait_for(port)
        views = views_of(port)
        writer.start()
        return {view: load(port, ask, readers, seconds) for view, ask in views.items()}
    finally:
        stop.set()
        if writer.pid:
            writer.join(10)
        server.terminate()
        server.wait(10)


def views_of(port: int) -> dict[str, Ask]:
    """What is asked for in each view: another page, actor, kind or time with each request."""

    def known(path: str) -> list[str]:
        return [value for value, *_ in json.loads(fetch(port, path))]

    actors = known("/choices/actor.json?noun=events")
    kinds = known("/choices/kind.json?noun=events")
    events = [row["id"] for row in json.loads(fetch(port, "/timeline.json"))]
    reports = [row["id"] for row in json.loads(fetch(port, "/reports.json"))]
    people = [row["id"] for row in json.loads(fetch(port, "/people.json"))]

    def listed(view: str) -> Ask:
        def ask(chance: random.Random) -> str:
            year = chance.randint(1995, 2030)
            narrowed = chance.choice(
                (
                    "",
                    f"&actor={quote(chance.choice(actors))}",
                    f"&kind={chance.choice(kinds)}",
                    f"&since={year}&until={year + chance.randint(0, 9)}",
                )
            )
            return f"/{view}?page={chance.randint(1, 60)}{narrowed}&n={chance.random()}"

        return ask

    def one(path: str, ids: list[str]) -> Ask:
        return lambda chance: f"/{path}/{quote(chance.choice(ids))}?n={chance.random()}"

    lists = "timeline statements undertakings exchanges disputes people reports map network".split()
    found: dict[str, Ask] = {view: listed(view) for view in [*lists, "curve", "review", "changes"]}
    found["timeline drawn"] = listed("timeline/chart.json")
    found["event"] = one("events", events)
    found["report"] = one("reports", reports)
    found["person"] = one("people", people)
    found["search"] = lambda chance: "/search?q=" + quote(
        f"{chance.choice(WORDS)} {chance.choice(WORDS)}"
    ) + f"&n={chance.random()}"  # fmt: skip
    return found


def load(port: int, ask: Ask, readers: int, seconds: float) -> dict[str, float]:
    """Milliseconds that the answers of one view take, and how many failed."""
    taken: list[float] = []
    failed: list[str] = []
    end = time.perf_counter() + seconds

    def read(number: int) -> None:
        chance = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.perf_counter() < end:
            path, begun = ask(chance), time.perf_counter()
            try:
                connection.request(
                    "GET", path, headers={"Accept": "*/*", "Accept-Encoding": "gzip"}
                )
                answer = connection.getresponse()
                answer.read()
                if answer.status >= FAILED:
                    failed.append(f"{answer.status} {path}")
            except OSError as error:
                failed.append(f"{error} {path}")
                connection.close()
            taken.append((time.perf_counter() - begun) * 1000)
        connection.close()

    threads = [threading.Thread(target=read, args=(n,)) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for problem in failed[:3]:
        print(problem, file=sys.stderr)
    return {
        "median": statistics.median(taken),
        "p95": statistics.quantiles(taken, n=20)[-1],
        "requests": len(taken),
        "failed": len(failed),
    }


def write(dossier: Path, stop: Event) -> None:
    """Keeps ten reports a second, read before, and takes them out again."""
    with Dossier.open(dossier) as kept:
        for number in _numbers(stop):
            article = Article(id=f"written-{number}", source=f"{number}.txt", text="Paris.")
            kept.take([Read(article, Reading(article=article.id), mark(article))])
            time.sleep(0.1)
            kept.remove(article.id)


def _numbers(stop: Event) -> Iterator[int]:
    number = 0
    while not stop.is_set():
        yield number
        number += 1


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def fetch(port: int, path: str) -> bytes:
    """What stands at an address of the page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    return connection.getresponse().read()


def wait_for(port: int, seconds: float = 1800) -> None:
    """Waits until the page answers; its first snapshot may have to be made."""
    end = time.monotonic() + seconds
    while True:
        try:
            fetch(port, "/login")
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
