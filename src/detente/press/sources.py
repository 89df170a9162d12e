"""Sources in, articles out; what cannot be taken in is reported and the rest goes on."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import cast

from detente.errors import SourceError, SourceNote, UnknownFormat, UnreadableSource
from detente.model import Article
from detente.press import formats
from detente.press.assembly import assemble
from detente.press.fetch import fetch
from detente.press.opened import MAX_REPORT, OnError, Opened
from detente.press.page import Raw

_ABOUT = ("readme", "license", "licence", "changelog", "notice", "sources")
"""Names, without suffix, of files that speak of a folder and are no report of it."""

Source = str | os.PathLike[str]
"""A path of a file or folder, an http(s) address, or `-` for standard input."""

_log = logging.getLogger("detente.press")


def read_sources(
    sources: Iterable[Source] | Source, *, on_error: OnError | None = None
) -> Iterator[Article]:
    """The reports of files, folders, addresses and standard input (`-`), in order.

    Text (one report a file), Markdown, HTML, PDF, RTF, mail, JSON Lines, RSS and Atom are read, and
    the exports of Europresse, Factiva and news-please; folders with all that is below them, sorted
    by name. Each problem goes to `on_error` as a `SourceError` (as a
    `SourceNote` where no report is lost by it) and the reading goes on. Without `on_error`, the
    first problem is raised, and notes go to the log. A report that comes twice, with the same
    name and the same text, is given once."""
    report = on_error or _raise
    seen: dict[str, str] = {}
    one = (sources,) if isinstance(sources, (str, os.PathLike)) else sources
    for source in one:
        for article in _of_source(os.fspath(source), report):
            if article.id in seen:
                report(SourceNote(article.source, f"the same report as {seen[article.id]}"))
                continue
            seen[article.id] = article.source
            yield article


def read_source(source: Source, *, on_error: OnError | None = None) -> list[Article]:
    """The reports of one source, in order; `on_error` as in `read_sources`."""
    return list(read_sources([source], on_error=on_error))


def _raise(problem: SourceError) -> None:
    if not isinstance(problem, SourceNote):
        raise problem
    _log.info("%s", problem)


def _of_source(name: str, report: OnError) -> Iterator[Article]:
    try:
        if name == "-":
            yield from articles(Opened(name, sys.stdin.buffer, report))
        elif name.lower().startswith(("http://", "https://")):
            body = BufferedReader(cast(RawIOBase, BytesIO(fetch(name))))
            yield from articles(Opened(name, body, report, url=name))
        elif "://" in name:
            raise UnreadableSource(name, "only http and https addresses are fetched")
        else:
            for path in files_of(name, report):
                yield from _of_file(path, report)
    except SourceError as error:
        report(error)


def _of_file(name: str, report: OnError) -> Iterator[Article]:
    try:
        with Path(name).open("rb") as stream:
            yield from articles(Opened(name, stream, report))
    except SourceError as error:
        report(error)
    except (OSError, ValueError) as error:
        report(UnreadableSource(name, _why(error)))


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "a folder"
    return f"cannot be opened ({getattr(error, 'strerror', None) or error})"


def files_of(name: str, report: OnError) -> list[str]:
    """A file, or the files of reports below a folder, sorted; `report` is told what is left aside."""
    if not Path(name).is_dir():
        return [name]
    files, problems = below(name)
    for problem in problems:
        report(problem)
    if not files:
        report(UnknownFormat(name, "no reports found in this folder"))
    return files


def below(folder: str) -> tuple[list[str], list[SourceError]]:
    """Files to read below a folder, sorted, and a word on each that is left aside."""
    files: list[str] = []
    problems: list[SourceError] = []

    def unreadable(error: OSError) -> None:
        problems.append(UnreadableSource(str(error.filename or folder), _why(error)))

    for root, folders, names in os.walk(folder, onerror=unreadable):
        hidden = [d for d in folders if d.startswith(".")]
        problems += [SourceNote(str(Path(root, d)), "a hidden folder") for d in sorted(hidden)]
        folders[:] = sorted(set(folders) - set(hidden))
        for name in sorted(names):
            path = str(Path(root, name))
            if why := _aside(name):
                problems.append(SourceNote(path, why))
            else:
                files.append(path)
    return sorted(files), problems


def _aside(name: str) -> str | None:
    if name.startswith("."):
        return "a hidden file"
    if formats.of_name(name) is None:
        known = ", ".join(s for suffixes in formats.SUFFIXES.values() for s in suffixes)
        return f"not one of the formats that are read ({known}); name the file itself to try it"
    if Path(name).stem.lower() in _ABOUT and formats.of_name(name) in ("markdown", "text"):
        return "speaks of the folder; name the file itself to read it as a report"
    return None


def articles(source: Opened) -> Iterator[Article]:
    """The reports of an opened source, cleaned."""
    for raw in _raws(source):
        where = source.name if raw.source == source.name else f"{source.name} ({raw.source})"
        if len(raw.text) > MAX_REPORT:
            size = f"{len(raw.text):,} characters, more than a report has ({MAX_REPORT:,})"
            source.on_error(UnreadableSource(where, f"{size}; split it into its reports"))
            continue

        def note(reason: str, where: str = where) -> None:
            source.on_error(SourceNote(where, reason))

        article = assemble(raw, note)
        if article is None:
            why = "no text is left once labels and signatures are taken away"
            source.on_error(UnreadableSource(where, why))
        else:
            yield article


def _raws(source: Opened) -> Iterator[Raw]:
    """What a format reads. A library that stumbles over a file costs that file, not the others."""
    try:
        yield from formats.read(source)
    except (SourceError, OSError):
        raise
    except Exception as error:
        why = f"cannot be read ({type(error).__name__}: {str(error)[:200]})"
        raise UnreadableSource(source.name, why) from error
