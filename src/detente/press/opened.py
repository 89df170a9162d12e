"""A source opened for reading, and where its problems go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from detente.errors import SourceError, SourceNote, UnreadableSource

MAX_BYTES = 32 * 2**20
"""Largest file that is read at once, and longest line of a JSON Lines file."""
MAX_REPORT = 1_000_000
"""Characters; a longer text is no press report."""

OnError = Callable[[SourceError], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """`name` is the path or address as given, `-` for standard input. Of an archive or a table only
    a part may be meant: from `start` up to `stop` (bytes; of Parquet row groups). `first` is the
    number of the stream's first line in the whole file."""

    name: str
    stream: BinaryIO
    on_error: OnError
    url: str | None = None
    start: int = 0
    stop: int | None = None
    first: int = 1

    @property
    def base(self) -> str:
        """What the ids of its reports are made of: the file's base name, or the address."""
        return self.url or PurePath(self.name).name or self.name

    def whole(self) -> bytes:
        """All bytes. Raises `UnreadableSource` where there are none or too many."""
        data = self.stream.read(MAX_BYTES + 1)
        if not data.strip():
            raise UnreadableSource(self.name, "empty; there is nothing to read")
        if len(data) > MAX_BYTES:
            limit = MAX_BYTES // 2**20
            raise UnreadableSource(
                self.name, f"larger than {limit} MB; many reports go in a .jsonl file, one a line"
            )
        return data

    def lost(self, reason: str, line: int) -> None:
        """Reports that the report on this line (or entry) could not be taken in."""
        self.on_error(UnreadableSource(f"{self.name}:{line}", reason))

    def note(self, reason: str, line: int | None = None) -> None:
        """Reports what was left aside or mended without a report being lost."""
        self.on_error(SourceNote(self.name if line is None else f"{self.name}:{line}", reason))
