"""Folders and feeds looked at again and again: what is new or has changed, once it is whole.

Folders are looked through at intervals and not by the system's notices (inotify and its like), since
those do not come from network shares, mounted containers and synchronised folders, where desks keep
their reports. Of 20,000 files that takes some 0.3 seconds of a processor (measured on the disk of a busy
machine), which is why it is not done more often than is asked for.

A file is whole when its size and time stand as they did a look before, and nobody has written to it
for `QUIET` seconds. A feed's validators are kept in a small JSON file, so that a feed that has not
changed is not sent again, after a restart either.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import cast

import msgspec

from detente.errors import SourceError, UnreadableSource
from detente.model import Article
from detente.press.fetch import Validators, ask
from detente.press.opened import OnError, Opened
from detente.press.sources import articles, below, read_sources

QUIET = 1.0
"""Seconds that a file must have been left alone."""
_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".swp", "~")
"""Endings of files that a program is still writing, of which nothing needs to be said."""
Mark = tuple[int, int, int]


class Folder:
    """A folder whose new and changed files are told as they become whole."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._seen: dict[str, Mark] = {}
        self._told: dict[str, Mark] = {}
        self._noted: set[str] = set()

    def ready(self, report: OnError) -> list[str]:
        """Files that are new or have changed since they were last told, and are whole. `report` is
        told, once each, of those that are left aside."""
        files, problems = below(self.path)
        for problem in problems:
            if problem.source not in self._noted and not problem.source.endswith(_UNFINISHED):
                report(problem)
            self._noted.add(problem.source)
        now = {file: mark for file in files if (mark := _mark(file))}
        quiet = time.time_ns() - int(QUIET * 1e9)
        whole = [
            file
            for file, mark in now.items()
            if self._told.get(file) != mark and self._seen.get(file) == mark and mark[1] <= quiet
        ]
        self._seen = now
        self._told = {file: mark for file, mark in self._told.items() if file in now}
        self._told |= {file: now[file] for file in whole}
        return whole


def _mark(file: str) -> Mark | None:
    """Size, time of change, number of a file; None where it is empty or has gone."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino) if found.st_size else None


class Watch:
    """Folders and feeds (http and https addresses). `memory` is the file that keeps what the feeds'
    servers said; feeds are asked every `feeds_every` seconds.

    Raises `UnreadableSource` for a source that is neither."""

    def __init__(self, sources: Sequence[str], memory: Path, *, feeds_every: float = 300.0) -> None:
        self.feeds = [s for s in sources if s.lower().startswith(("http://", "https://"))]
        self.folders = [Folder(source) for source in sources if source not in self.feeds]
        for folder in self.folders:
            if not Path(folder.path).is_dir():
                raise UnreadableSource(
                    folder.path, "neither a folder nor the address of a feed, which can be watched"
                )
        self._memory = memory
        self._known = _remembered(memory)
        self._every = feeds_every
        self._asked: dict[str, float] = {}

    def round(self, report: OnError) -> Iterator[Iterable[Article]]:
        """The reports of what is ready now, in portions. A feed's answer is remembered when the
        next portion is asked for: when the reports of this one are kept."""
        files = [file for folder in self.folders for file in folder.ready(report)]
        if files:
            yield read_sources(files, on_error=report)
        for url in self.feeds:
            last = self._asked.get(url)
            if last is not None and time.monotonic() - last < self._every:
                continue
            self._asked[url] = time.monotonic()
            try:
                answer = ask(url, self._known.get(url))
            except SourceError as error:
                report(error)
                continue
            if answer.body is None:
                continue
            body = BufferedReader(cast(RawIOBase, BytesIO(answer.body)))
            yield _told(Opened(url, body, report, url=url))
            self._known[url] = answer.validators
            self._remember()

    def _remember(self) -> None:
        part = self._memory.with_name(self._memory.name + ".part")
        part.write_bytes(msgspec.json.format(msgspec.json.encode({"feeds": self._known})) + b"\n")
        part.replace(self._memory)


def _told(source: Opened) -> Iterator[Article]:
    try:
        yield from articles(source)
    except SourceError as error:
        source.on_error(error)


def _remembered(memory: Path) -> dict[str, Validators]:
    """What the file holds; nothing where there is none, or where it is damaged: the feeds are then
    asked for anew, and what is already kept is not read again."""
    try:
        kept = msgspec.json.decode(memory.read_bytes(), type=dict[str, dict[str, Validators]])
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.get("feeds", {})
