"""What a worker does: the reports of a chunk taken in and read.

Everything goes over the wire as MessagePack, which costs a tenth of pickled objects."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from detente.cluster import outputs
from detente.cluster.outputs import Done, Known, Problem
from detente.dossier.reports import read_one, stands
from detente.errors import SourceError, SourceNote
from detente.press.chunks import Chunk, read_chunk

Standing = Mapping[str, tuple[str, str]]


def dask_setup(_worker: Any) -> None:
    """Called by Dask in each worker that starts with this module as its `preload`: Ctrl-C is for
    the process that sends the tasks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_back(chunk: bytes, standing: Standing, whole: bool) -> bytes:
    """Reads a chunk, but for reports whose reading stands, and gives what was read."""
    done = read_all(msgspec.msgpack.decode(chunk, type=Chunk), standing, whole)
    return msgspec.msgpack.encode(done)


def read_into(chunk: bytes, output: str, whole: bool) -> None:
    """Reads a chunk into a file of its own, unless it is there: doing it twice changes nothing."""
    if not Path(output).exists():
        outputs.write(Path(output), read_all(msgspec.msgpack.decode(chunk, type=Chunk), {}, whole))


def read_all(chunk: Chunk, standing: Standing, whole: bool) -> Done:
    """The readings of a chunk's reports, those whose reading stands, and what went wrong."""
    done = Done()

    def problem(error: SourceError) -> None:
        kind = isinstance(error, SourceNote)
        done.problems.append(Problem(source=error.source, reason=error.reason, note=kind))

    for article in read_chunk(chunk, problem):
        if stands(standing.get(article.id), article, whole=whole):
            done.known.append(Known(id=article.id, source=article.source))
            continue
        try:
            done.reads.append(read_one(article, whole=whole))
        except SourceError as error:
            problem(error)
    return done
