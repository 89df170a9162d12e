"""The process that sends the tasks, takes in what comes back and keeps it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from detente.cluster import outputs, tasks
from detente.cluster.outputs import Done, Problem
from detente.dossier import Added, Dossier
from detente.dossier.dossier import OnError, Progress, State, state_of
from detente.dossier.reports import Read, made_with, stands
from detente.errors import ClusterError, SourceError, SourceNote
from detente.language import LANGUAGES
from detente.model import Article
from detente.press.chunks import Chunk, chunks

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 3
"""Tasks sent for each worker, so that none waits; what is further ahead is not even listed yet."""
WAIT = 30.0  # seconds to reach a scheduler, or to see its first worker
OF_WORKERS: dict[str, Any] = {
    "distributed.nanny.pre-spawn-environ.MALLOC_MMAP_THRESHOLD_": 32 << 20,
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 64 << 20,
    "distributed.worker.profile.enabled": False,
}
"""Dask's settings for the workers of this machine. By its own, a worker hands back all memory over 64 KB
at once, and gets it anew for each matrix, which is a quarter of the time of reading (docs/speed.md):
these are the bytes that the C library comes to by itself. Nobody looks at the profile."""
_log = logging.getLogger("detente.cluster")


def read(
    dossier: Dossier,
    sources: Iterable[str | os.PathLike[str] | Article],
    *,
    workers: int | None = None,
    address: str | None = None,
    readings: str | os.PathLike[str] | None = None,
    whole: bool = False,
    on_error: OnError | None = None,
    progress: Progress | None = None,
) -> Added:
    """Reads sources into a dossier, as `Dossier.add` does, on `workers` processes of this machine
    or on the cluster whose scheduler is at `address` (`tcp://…`).

    On a cluster each chunk's readings are left in a file in the folder `readings`, which all
    machines have to see under the same name, as they do the sources. Each report is kept before
    `progress` is called with it; of one that was there unchanged the article comes without text.
    Stopped half way, the same call goes on.

    Raises `ClusterError` where no cluster can be had, or one of another version."""
    added, seen = Added(), _Seen(on_error)
    standing = dossier.standing()

    def keep(read: list[Read]) -> None:
        fresh = [one for one in read if seen.first(one.article.id, one.article.source)]
        dossier.take(
            one
            for one in fresh
            if not stands(standing.get(one.article.id), one.article, whole=whole)
        )
        for one in fresh:
            old = stands(standing.get(one.article.id), one.article, whole=whole)
            tell(one.article, "unchanged" if old else state_of(one.article))

    def tell(article: Article, state: State) -> None:
        added.count(state)
        if progress:
            progress(article, state)

    with _client(workers, address) as client:

        def results(cut: Iterable[Chunk]) -> Iterator[Done]:
            if readings is None:
                return _sent_back(client, cut, standing, whole, seen)
            return _left_in(client, cut, Path(readings).absolute(), whole, seen)

        given = results(chunks(sources, on_error=seen.report))
        again = results(_again(dossier.stale(seen.ids.keys())))
        for done in chain(given, again):
            for problem in done.problems:
                seen.report(_error(problem))
                added.failed += not problem.note
            keep(done.reads)
            for known in done.known:
                if seen.first(known.id, known.source):
                    tell(Article(id=known.id, source=known.source, text=""), "unchanged")
    return added


class _Seen:
    """The reports that came so far, and where what went wrong is told."""

    def __init__(self, on_error: OnError | None) -> None:
        self.on_error = on_error
        self.ids: dict[str, str] = {}

    def first(self, article: str, source: str) -> bool:
        """Whether a report comes for the first time; one that comes again is told."""
        if article in self.ids:
            self.report(SourceNote(source, f"the same report as {self.ids[article]}"))
            return False
        self.ids[article] = source
        return True

    def report(self, error: SourceError) -> None:
        """Hands on what went wrong; without `on_error` it is raised, notes are logged."""
        if self.on_error:
            self.on_error(error)
        elif isinstance(error, SourceNote):
            _log.info("%s", error)
        else:
            raise error


def _again(articles: Iterator[Article]) -> Iterator[Chunk]:
    """Reports that an earlier version of the reader read; looked for when all else is done."""
    while some := tuple(islice(articles, 8)):
        yield Chunk(articles=some)


def _error(problem: Problem) -> SourceError:
    return (SourceNote if problem.note else SourceError)(problem.source, problem.reason)


# ---------------------------------------------------------------- tasks


def _sent_back(
    client: Client, cut: Iterable[Chunk], standing: tasks.Standing, whole: bool, seen: _Seen
) -> Iterator[Done]:
    """What comes of the chunks, as it comes."""
    (shared,) = client.scatter([standing], broadcast=True, hash=False)

    def send(chunk: Chunk) -> Any:
        task = msgspec.msgpack.encode(chunk)
        return client.submit(tasks.read_back, task, shared, whole, pure=False)

    for _, result in _in_flight(client, cut, send, seen):
        yield msgspec.msgpack.decode(result, type=Done)


def _left_in(
    client: Client, cut: Iterable[Chunk], folder: Path, whole: bool, seen: _Seen
) -> Iterator[Done]:
    """What the chunks' files hold, those that are there already first."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClusterError(f"{folder}: cannot be made ({error.strerror})") from error

    def output(chunk: Chunk) -> Path:
        return folder / outputs.name(chunk, whole=whole)

    def send(chunk: Chunk) -> Any:
        if output(chunk).exists():
            return None
        task = msgspec.msgpack.encode(chunk)
        return client.submit(tasks.read_into, task, str(output(chunk)), whole, pure=False)

    for chunk, _ in _in_flight(client, cut, send, seen):
        yield Done(problems=outputs.problems(output(chunk)))
        for reads in outputs.reads(output(chunk)):
            yield Done(reads=reads)


def _in_flight(
    client: Client, cut: Iterable[Chunk], send: Callable[[Chunk], Any], seen: _Seen
) -> Iterator[tuple[Chunk, Any]]:
    """Keeps every worker busy with chunks; gives each chunk with its result as it is done. `send`
    gives a future, or None where there is nothing to do. A chunk that workers die over time and
    again is told and costs no other."""
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    waiting = iter(cut)
    flying: dict[Any, Chunk] = {}
    finished = as_completed()

    def launch() -> Iterator[Chunk]:
        """Sends chunks until enough are on their way; gives those that are done already."""
        while len(flying) < AHEAD * max(sum(client.nthreads().values()), 1):
            chunk = next(waiting, None)
            if chunk is None:
                return
            future = send(chunk)
            if future is None:
                yield chunk
            else:
                flying[future] = chunk
                finished.add(future)

    while True:
        for chunk in launch():
            yield chunk, None
        if not flying:
            return
        future = next(finished)
        chunk = flying.pop(future)
        try:
            yield chunk, future.result()
        except KilledWorker:
            where = ", ".join(chunk.files) or chunk.articles[0].source
            seen.report(SourceError(where, "workers died over it, again and again; not read"))
        future.release()


# ---------------------------------------------------------------- clusters


@contextmanager
def _client(workers: int | None, address: str | None) -> Iterator[Client]:
    """A client of the cluster at an address, or of one of our own on this machine."""
    try:
        import dask
        import distributed
    except ImportError as error:
        why = "several processes need Dask: pip install 'detente[workers]'"
        raise ClusterError(why) from error
    if address is None:
        with (
            dask.config.set(OF_WORKERS),
            distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,  # and one thread for its matrices: Dask sees to that
                processes=True,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
                preload=[tasks.__name__],
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(address, timeout=WAIT)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no cluster can be reached there ({error})") from error
    with client:
        _same_version(client, address)
        yield client


def _same_version(client: Client, address: str) -> None:
    """Whether the workers read as this process does; readings of two versions are not mixed."""
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError as error:
        raise ClusterError(f"{address}: the cluster has no workers") from error
    here = {code: made_with(code, whole=False) for code in LANGUAGES}
    for worker, there in client.run(_versions).items():
        if there != here:
            raise ClusterError(f"{worker}: this worker has another version of Détente ({there})")


def _versions() -> dict[str, str]:
    return {code: made_with(code, whole=False) for code in LANGUAGES}
