"""The walk through the rooms, from sources to a record, in one call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike

from detente.dossier import Dossier
from detente.dossier.dossier import OnError, Progress
from detente.model import Article, Record

Source = str | PathLike[str] | Article


def read(
    sources: Source | Iterable[Source],
    *,
    on_error: OnError | None = None,
    progress: Progress | None = None,
    whole: bool = False,
) -> Record:
    """The record of some reports: paths of files or folders, addresses of feeds, or articles.
    What the word scan finds worth reading in them is read, or with `whole` all of it.

    A source that cannot be taken in is handed to `on_error` as its `SourceError`, and the others
    go on; without `on_error` the error is raised. `progress` is called with each report read."""
    with Dossier.open(None) as dossier:
        articles = articles_of(sources, on_error=on_error)
        dossier.add(articles, on_error=on_error, progress=progress, whole=whole)
        return dossier.record()


def open_dossier(path: str | PathLike[str], *, create: bool = True) -> Dossier:
    """The dossier kept in a file, made where there is none. Raises `DossierError`."""
    return Dossier.open(path, create=create)


def articles_of(
    sources: Source | Iterable[Source], *, on_error: OnError | None = None
) -> Iterator[Article]:
    """The reports in some sources, one after the other, as they are read from disk."""
    from detente.press import read_sources

    if isinstance(sources, (str, PathLike, Article)):
        sources = [sources]
    for source in sources:
        if isinstance(source, Article):
            yield source
        else:
            yield from read_sources([source], on_error=on_error)
