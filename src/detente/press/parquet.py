"""Parquet: one report a row, in columns named as the keys of JSON Lines (`text`, `title`, `url`…).

A part of a file (`Opened.start`, `.stop`) is some of its row groups. Needs the extra `parquet`
(PyArrow)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from detente.errors import UnreadableSource
from detente.press import jsonl
from detente.press.opened import Opened
from detente.press.page import Raw

if TYPE_CHECKING:
    from datetime import date, datetime

KEYS = ("text", "id", "url", "title", "published", "outlet", "language", "author")


def read(source: Opened) -> Iterator[Raw]:
    """The reports of a table, row by row. Raises `UnreadableSource` where it is none."""
    table = opened(source.stream, source.name)
    columns = [key for key in KEYS if key in table.schema_arrow.names]
    if "text" not in columns:
        has = ", ".join(table.schema_arrow.names[:8])
        raise UnreadableSource(source.name, f"no column `text` (it has: {has})")
    stop = table.num_row_groups if source.stop is None else source.stop
    number = sum(table.metadata.row_group(n).num_rows for n in range(source.start))
    for group in range(source.start, stop):
        for batch in table.iter_batches(batch_size=256, row_groups=[group], columns=columns):
            for row in batch.to_pylist():
                number += 1
                row["published"] = _day(row.get("published"))
                yield from jsonl.report(source, row, number)


def opened(stream: BinaryIO, name: str) -> Any:
    """A Parquet file, its foot read. Raises `UnreadableSource`."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        why = "Parquet files need PyArrow: pip install 'detente[parquet]'"
        raise UnreadableSource(name, why) from error
    try:
        return ParquetFile(stream)
    except (ArrowException, OSError) as error:
        raise UnreadableSource(name, f"no Parquet file ({error})") from error


def _day(value: str | date | datetime | None) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()
