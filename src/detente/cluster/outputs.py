"""The readings of one chunk in one Parquet file.

Its name is made of what the chunk is and of what reads it, and it is complete or not there: written
beside, then moved. So a task may be done twice, by two workers at once too, and a run that goes on
sees what is done. Columns: what one would search by, the report and its reading in JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from detente.dossier.reports import Read, made_with
from detente.dossier.version import digest
from detente.errors import ClusterError
from detente.language import LANGUAGES
from detente.model import Article, Reading
from detente.press.chunks import Chunk

_PROBLEMS = b"detente.problems"
_BATCH = 256


class Problem(msgspec.Struct, frozen=True):
    """A `SourceError` on its way: `note` where nothing was lost by it."""

    source: str
    reason: str
    note: bool


class Known(msgspec.Struct, frozen=True):
    """A report whose reading stands."""

    id: str
    source: str


class Done(msgspec.Struct):
    """What came of a chunk."""

    reads: list[Read] = []
    known: list[Known] = []
    problems: list[Problem] = []


def name(chunk: Chunk, *, whole: bool) -> str:
    """The file of a chunk's readings. Files that change, and another reader, give another name."""
    versions = (made_with(language, whole=whole).encode() for language in LANGUAGES)
    return f"readings-{digest(msgspec.msgpack.encode(chunk), *versions)}.parquet"


def write(to: Path, done: Done) -> None:
    """Writes what came of a chunk. Raises `ClusterError` where it cannot be written."""
    pa, pq = _pyarrow()
    rows = [
        {
            "id": read.article.id,
            "source": read.article.source,
            "outlet": read.article.outlet,
            "title": read.article.title,
            "published": read.article.published.date,
            "language": read.article.language,
            "unread": read.article.unread,
            "digest": read.digest,
            "made_with": read.reading.made_with,
            "article": msgspec.json.encode(read.article).decode(),
            "reading": msgspec.json.encode(read.reading).decode(),
        }
        for read in done.reads
    ]
    keys = "id source outlet title published language unread digest made_with article reading"
    schema = pa.schema([(key, pa.string()) for key in keys.split()])
    table = pa.Table.from_pylist(rows, schema=schema)
    table = table.replace_schema_metadata({_PROBLEMS: msgspec.json.encode(done.problems)})
    part = to.with_name(f"{to.name}.{uuid4().hex}.part")
    try:
        pq.write_table(table, part, compression="zstd")
        os.replace(part, to)  # noqa: PTH105 - one word for what it is
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ClusterError(f"{to}: cannot be written ({error.strerror or error})") from error


def problems(file: Path) -> list[Problem]:
    """What went wrong with a chunk."""
    _, pq = _pyarrow()
    metadata = pq.read_schema(file).metadata or {}
    return msgspec.json.decode(metadata.get(_PROBLEMS, b"[]"), type=list[Problem])


def reads(file: Path) -> Iterator[list[Read]]:
    """The readings in a file, some at a time."""
    _, pq = _pyarrow()
    with pq.ParquetFile(file) as table:
        for batch in table.iter_batches(_BATCH, columns=["article", "reading", "digest"]):
            yield [
                Read(
                    article=msgspec.json.decode(row["article"], type=Article),
                    reading=msgspec.json.decode(row["reading"], type=Reading),
                    digest=row["digest"],
                )
                for row in batch.to_pylist()
            ]


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        why = "readings of a cluster are kept in Parquet: pip install 'detente[cluster]'"
        raise ClusterError(why) from error
    return pyarrow, pyarrow.parquet
