"""What a fact is searched by: its words, its days, and the actors, topics, outlets it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from detente import edtf
from detente.errors import DateError, DossierError
from detente.model import Actor, Article, Dispute, Event, Span, Statement, Undertaking
from detente.record.anchoring import Fact, spans_of
from detente.record.cues import sentences
from detente.record.stable import fold


class Index:
    """The words of facts that stand in some reports. `named` are the names of actors by their ids, and
    `outlets` those of reports, where these are more than the reports at hand."""

    def __init__(
        self,
        articles: Iterable[Article],
        named: Mapping[str, str],
        outlets: Mapping[str, str | None] | None = None,
    ) -> None:
        self.articles = {a.id: a for a in articles}
        self.named = named
        own = {a.id: a.outlet for a in self.articles.values()}
        self._outlets = own if outlets is None else outlets
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    def words(self, fact: Fact) -> str:
        """All that a fact can be found by, folded: no case, accents or punctuation."""
        return fold(" ".join(self._words(fact)))

    def names(self, fact: Fact) -> str:
        """What of the words comes from other facts: the names of the actors."""
        if isinstance(fact, (Article, Actor, Dispute)):
            return ""
        return " ".join(self.named[a] for a in dict.fromkeys(actors_of(fact)) if a in self.named)

    def terms(self, fact: Fact) -> set[tuple[str, str]]:
        """The actors, topics, outlets and events that a fact names, as (what, value)."""
        found = {("actor", actor) for actor in actors_of(fact)}
        found |= {("topic", topic) for topic in getattr(fact, "topics", ())}
        outlets = (self._outlets.get(a) for a in reports_of(fact))
        found |= {("outlet", fold(outlet)) for outlet in outlets if outlet}
        if isinstance(fact, Dispute) and fact.event:
            found.add(("event", fact.event))
        return found

    def told(self, fact: Fact) -> str | None:
        """The day of the report that first tells of an event without a date (EDTF)."""
        if not isinstance(fact, Event) or fact.date is not None:
            return None
        published = (self.articles[a].published.date for a in fact.articles if a in self.articles)
        return min((date for date in published if date), default=None)

    def days(self, fact: Fact) -> tuple[str | None, str | None]:
        """The first and the last day of a fact's date, ISO 8601; of an event without one, those of
        the report that first tells of it."""
        if isinstance(fact, (Actor, Dispute)):
            return None, None
        date = fact.published.date if isinstance(fact, Article) else fact.date
        return bounds(date or self.told(fact))

    def _words(self, fact: Fact) -> Iterator[str]:
        if isinstance(fact, Article):
            yield from (fact.outlet or "", "" if fact.text.startswith(fact.title) else fact.title)
            yield fact.text
            return
        if isinstance(fact, Actor):
            yield from (fact.name, *fact.aliases)
            yield from (f"{role.title} {role.organisation or ''}" for role in fact.roles)
            return
        yield self.names(fact)
        if isinstance(fact, Event):
            yield from (fact.kind, fact.venue or "", (fact.place and fact.place.city) or "")
        elif isinstance(fact, Statement):
            yield fact.quote
        elif isinstance(fact, Undertaking):
            yield fact.text
        elif isinstance(fact, Dispute):
            yield from (fact.attribute, *(p.value for p in fact.positions))
        for start, end, article in dict.fromkeys(self.told_in(fact)):
            yield self.articles[article].text[start:end]

    def told_in(self, fact: Fact) -> Iterator[tuple[int, int, str]]:
        """The sentences in which a fact stands: offsets and the report."""
        for span in spans_of(fact):
            if span.article in self.articles:
                yield (*self.around(span), span.article)

    def around(self, span: Span) -> tuple[int, int]:
        """The sentence in which some words begin."""
        if span.article not in self._sentences:
            text = self.articles[span.article].text
            self._sentences[span.article] = list(sentences(text))
        found = (s for s in self._sentences[span.article] if s[0] <= span.start < s[1])
        return next(found, (span.start, span.end))


def actors_of(fact: Fact) -> Iterable[str]:
    """The ids of the actors that a fact names."""
    if isinstance(fact, Actor):
        return [i for i in (fact.id, fact.country) if i]
    if isinstance(fact, Event):
        freed = (i for r in fact.released for i in (r.person, r.by, r.to) if i)
        return [*fact.parties, *(p.actor for p in fact.participants), *freed]
    if isinstance(fact, Statement):
        return [i for i in (fact.speaker, fact.addressee) if i]
    if isinstance(fact, Undertaking):
        return [*fact.parties, *fact.towards]
    return [fact.actor] if isinstance(fact, Dispute) and fact.actor else []


def reports_of(fact: Fact) -> Iterable[str]:
    """The ids of the reports that tell of a fact."""
    if isinstance(fact, Article):
        return [fact.id]
    told: Iterable[Any] = fact.articles if isinstance(fact, Event) else ()
    return dict.fromkeys([*told, *(span.article for span in spans_of(fact))])


@lru_cache(maxsize=4096)
def bounds(told: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of an EDTF date, ISO 8601; an open side is the end of time."""
    if not told:
        return None, None
    try:
        first, last = edtf.bounds(told)
    except DateError:
        return None, None
    return _iso(first), _iso(last)


def first_day(told: str) -> str:
    """The first day of an EDTF date, ISO 8601. Raises `DossierError` where it is none."""
    return _day(told, 0)


def last_day(told: str) -> str:
    """The last day of an EDTF date, ISO 8601. Raises `DossierError` where it is none."""
    return _day(told, 1)


def _day(told: str, end: int) -> str:
    day = bounds(told)[end]
    if day is None:
        raise DossierError(f"{told!r} is no date (2025-02-27, 2025-02, 2025)")
    return day


def _iso(day: date) -> str:
    return day.isoformat()
