"""The order of the record's lists, by what each fact says of itself: a fact that comes or goes moves no
other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from detente.model import Article, Event, Span, Statement
from detente.record.stable import rank


def place_of(fact: Any, articles: Mapping[str, Article]) -> str:
    """Where a fact stands in its list, as a string to sort by: events by date, those of one date, as
    statements, in the order of the reports that first give them (`articles`, by id), all else by id."""
    if isinstance(fact, Event):
        return f"{fact.date or '9999'} {_told(fact.mentions[:1], articles)} {fact.id}"
    if isinstance(fact, Statement):
        return f"{_told(fact.evidence, articles)} {fact.id}"
    return str(fact.id)


def _told(spans: Iterable[Span], articles: Mapping[str, Article]) -> str:
    """When, in which report and where in it something is first told."""
    given = [(*rank(articles[s.article]), s.start) for s in spans if s.article in articles]
    out, article, start = min(given, default=("9999", "", 0))
    return f"{out} {article} {start:07}"
