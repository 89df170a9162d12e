"""One report read: a list of steps over a draft, each adding what it finds, with its words."""

from __future__ import annotations

from importlib import import_module, util

from detente.language import pack
from detente.model import Article, Reading
from detente.reading.draft import Draft

STEPS = ("names", "dates", "speech", "events", "undertakings")
"""Modules of this folder, each with `find(draft)`, in order."""


def draft_of(article: Article, *, upto: str | None = None) -> Draft:
    """Parses an article and runs the steps over it (up to and including `upto`)."""
    language = pack(article.language or "fr")
    draft = Draft(article=article, pack=language, doc=language.parse(article.text))
    for name in STEPS:
        if util.find_spec(f"detente.reading.{name}"):
            import_module(f"detente.reading.{name}").find(draft)
        if name == upto:
            break
    return draft


def read_article(article: Article) -> Reading:
    """Reads one report. Pure: the same article gives the same reading.

    Raises `LanguageError` where its language has no pack."""
    draft = draft_of(article)
    return Reading(
        article=article.id,
        actors=tuple(draft.actors.values()),
        dates=tuple(draft.dates),
        events=tuple(draft.events),
        statements=tuple(draft.statements),
        undertakings=tuple(draft.undertakings),
    )
