"""One report read, ready to be kept: what any process can do, with no dossier at hand."""

from __future__ import annotations

import msgspec

from detente.dossier.version import digest, reading_version
from detente.errors import LanguageError, SourceError
from detente.model import Article, Reading

WHOLE = " whole"
"""Ends `made_with` where the word scan had no say."""
LEFT = "the word scan finds nothing of the field in it"
"""Why a report was not read whose language could be."""


class Read(msgspec.Struct, frozen=True):
    """A report with its reading. `digest` is of the report as it came; `reading.made_with` says
    what it was read with. `article.unread` is set where it was not read."""

    article: Article
    reading: Reading
    digest: str


def mark(article: Article) -> str:
    """A hash of a report as it came; whether it could be read is not part of it."""
    return digest(msgspec.json.encode(msgspec.structs.replace(article, unread=None)))


def made_with(language: str | None, *, whole: bool) -> str:
    """What reports of a language are read with now."""
    return reading_version(language) + (WHOLE if whole else "")


def stands(kept: tuple[str, str] | None, article: Article, *, whole: bool) -> bool:
    """Whether a reading kept under these (`digest`, `made_with`) is what reading the report now
    would give, or more of it."""
    if kept is None or kept[0] != mark(article):
        return False
    ways = [True] if whole else [True, False]
    return kept[1] in [made_with(article.language, whole=way) for way in ways]


def read_one(article: Article, *, whole: bool = False) -> Read:
    """Reads a report, or what the word scan finds worth reading in it unless `whole`. Where its
    language has no pack or the scan finds nothing, the reading is empty and the report says why.

    Raises `SourceError` for a report that the reader stumbles over."""
    from detente import reading  # spaCy comes with it, and takes its time

    found, why = Reading(article=article.id), article.unread
    if not (article.unread and article.language is None):
        try:
            read = (reading.read_article if whole else reading.read_scanned)(article)
            found, why = (found, LEFT) if read is None else (read, None)
        except LanguageError as error:
            why = article.unread or str(error)
        except Exception as error:
            # A fault of the reader on one report must not cost the others.
            reason = f"could not be read ({type(error).__name__}: {error})"
            raise SourceError(article.source, reason) from error
    return Read(
        article=msgspec.structs.replace(article, unread=why),
        reading=msgspec.structs.replace(found, made_with=made_with(article.language, whole=whole)),
        digest=mark(article),
    )
