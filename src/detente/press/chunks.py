"""Sources cut into chunks that different processes can read: some files each, or a part of a big one.

Chunks are plain values. The same sources give the same chunks, and all chunks together give each
report of the sources once (`read_chunk` over `chunks` is `read_sources`, but for reports that come
twice)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import islice, pairwise
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from detente.errors import SourceError, UnreadableSource
from detente.model import Article
from detente.press import formats, parquet, sources
from detente.press.opened import OnError, Opened

FILES = 8
"""Files of a report each, and articles, in one chunk."""
BYTES = 32 * 2**20
"""Least size of the parts that a big archive or JSON Lines file is cut into."""


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """What one task reads: whole `files`, the part of one file from `start` to `stop` (bytes; of
    Parquet row groups), `first` the number of the line it begins with, or `articles` that were
    taken in already. `sizes` are those of the files, with the time of their last change, so that
    a chunk of a changed file is another chunk."""

    files: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    start: int = 0
    stop: int | None = None
    first: int = 1
    articles: tuple[Article, ...] = ()


def chunks(
    given: Iterable[sources.Source | Article],
    *,
    on_error: OnError,
    files: int = FILES,
    size: int = BYTES,
) -> Iterator[Chunk]:
    """Cuts sources into chunks. Files and folders are not opened but for what tells where to cut;
    addresses and standard input are read here."""
    small: list[str] = []
    taken_in: list[Article] = []
    for source in given:
        if isinstance(source, Article):
            taken_in.append(source)
            if len(taken_in) == files:
                yield Chunk(articles=tuple(taken_in))
                taken_in = []
            continue
        name = os.fspath(source)
        if name == "-" or "://" in name:
            waiting = sources.read_sources([name], on_error=on_error)
            while some := tuple(islice(waiting, files)):
                yield Chunk(articles=some)
            continue
        for file in sources.files_of(name, on_error):
            kind = formats.of_name(file)
            if kind == "parquet" or (kind in ("warc", "jsonl") and _large(file, size)):
                yield from _parts(file, kind, size, on_error)
                continue
            small.append(file)
            if len(small) == files:
                yield _whole(small)
                small = []
    if small:
        yield _whole(small)
    if taken_in:
        yield Chunk(articles=tuple(taken_in))


def read_chunk(chunk: Chunk, on_error: OnError) -> Iterator[Article]:
    """The reports of a chunk, in order."""
    yield from chunk.articles
    for file in chunk.files:
        if chunk.start == 0 and chunk.stop is None:
            yield from sources.read_sources([file], on_error=on_error)
            continue
        with Path(file).open("rb") as stream:
            part: BinaryIO = stream
            if formats.of_name(file) == "jsonl":
                stop = chunk.stop if chunk.stop is not None else os.fstat(stream.fileno()).st_size
                part = cast(BinaryIO, BufferedReader(_Part(stream, chunk.start, stop)))
            opened = Opened(
                file, part, on_error, start=chunk.start, stop=chunk.stop, first=chunk.first
            )
            yield from sources.articles(opened)


def _large(file: str, size: int) -> bool:
    try:
        return Path(file).stat().st_size > 2 * size
    except OSError:
        return False


def _stamp(file: str) -> tuple[int, int]:
    try:
        found = Path(file).stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _whole(files: Iterable[str]) -> Chunk:
    files = tuple(str(Path(file).absolute()) for file in files)
    return Chunk(files=files, sizes=tuple(_stamp(file) for file in files))


def _parts(file: str, kind: str | None, size: int, on_error: OnError) -> Iterator[Chunk]:
    """The parts of one file; a file that cannot be cut is one chunk."""
    whole = _whole([file])
    try:
        with Path(file).open("rb") as stream:
            if kind == "parquet":
                count = parquet.opened(stream, file).num_row_groups
                cuts = [(n, n + 1, 1) for n in range(count)]
            elif kind == "warc":
                edges = [*range(0, whole.sizes[0][0], size), whole.sizes[0][0]]
                cuts = [(a, b, 1) for a, b in pairwise(edges)]
            else:
                cuts = list(_lines(stream, size))
    except SourceError as error:
        on_error(error)
        return
    except OSError as error:
        on_error(UnreadableSource(file, str(error.strerror or error)))
        return
    for start, stop, first in cuts:
        yield msgspec.structs.replace(whole, start=start, stop=stop, first=first)


def _lines(stream: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Parts of `size` bytes or more that end where a line does, and the number of their first
    line. A file that is one JSON value is not cut."""
    if stream.read(1).strip() in (b"[", b"\xef", b"\xff", b"\xfe", b""):
        yield 0, os.fstat(stream.fileno()).st_size, 1
        return
    stream.seek(0)
    start, first = 0, 1
    while block := stream.read(size):
        rest = stream.readline()
        stop = stream.tell()
        yield start, stop, first
        start, first = stop, first + block.count(b"\n") + rest.count(b"\n")


class _Part(RawIOBase):
    """The bytes of a stream from `start` to `stop`."""

    def __init__(self, stream: BinaryIO, start: int, stop: int) -> None:
        self.stream, self.left = stream, stop - start
        stream.seek(start)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(min(len(buffer), self.left))
        buffer[: len(data)] = data
        self.left -= len(data)
        return len(data)
