"""One report read: a list of steps over a draft, each adding what it finds, with its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from detente.language import pack, scan
from detente.model import Article, Reading
from detente.reading import dates, events, names, speech, undertakings
from detente.reading.draft import Draft

STEPS: dict[str, Callable[[Draft], None]] = {
    "names": names.find,
    "dates": dates.find,
    "speech": speech.find,
    "events": events.find,
    "undertakings": undertakings.find,
}
"""What is done to a draft, in order: each step uses what those before it have found."""


def draft_of(
    article: Article, *, upto: str | None = None, chosen: Callable[[str], bool] | None = None
) -> Draft:
    """Parses an article and takes all steps over it, or those up to and including `upto`. With
    `chosen`, only the sentences for which it holds are parsed.

    Raises `LanguageError` where its language has no pack."""
    language = pack(article.language or "fr")
    draft = Draft(article=article, pack=language, doc=language.parse(article.text, chosen=chosen))
    for name, step in STEPS.items():
        step(draft)
        if name == upto:
            break
    return draft


def read_article(article: Article) -> Reading:
    """Reads one report. Pure: the same article gives the same reading, whatever was read before.

    Raises `LanguageError` where its language has no pack."""
    return _reading(draft_of(article))


def read_scanned(article: Article) -> Reading | None:
    """Reads what the word scan finds worth reading in a report, None where that is nothing.
    Otherwise as `read_article`."""
    language = pack(article.language or "fr")
    share = scan.weigh(article.text, language).share
    if share == "none":
        return None
    chosen = partial(scan.tells, pack=language) if share == "some" else None
    return _reading(draft_of(article, chosen=chosen))


def _reading(draft: Draft) -> Reading:
    return Reading(
        article=draft.article.id,
        actors=tuple(draft.actors.values()),
        dates=tuple(draft.dates),
        events=tuple(draft.events),
        statements=tuple(draft.statements),
        undertakings=tuple(draft.undertakings),
    )
