"""What a record calls actors, reports and days, to be compared with a reference record's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

from detente import edtf
from detente.errors import DateError
from detente.evaluation.reference import Names, Reference
from detente.model import Event, Record


@cache
def fold(text: str) -> str:
    """Case, accents, quotation marks and spacing folded away."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[\s'’‘\"«»“”.,;:!?()–—-]+", " ", text).strip()


def any_of(names: Names) -> tuple[str, ...]:
    """The names of which any will do."""
    return (names,) if isinstance(names, str) else names


@cache
def bounds(date: str | None) -> tuple[str, str] | None:
    """First and last day of an EDTF date, ISO 8601; None for none."""
    if not date:
        return None
    try:
        first, last = edtf.bounds(date)
    except DateError:
        return None
    return first.isoformat(), last.isoformat()


def date_fits(found: str | None, wanted: str | None) -> bool:
    """The found date lies within the wanted one."""
    f, w = bounds(found), bounds(wanted)
    return bool(f and w and w[0] <= f[0] and f[1] <= w[1])


class Book:
    """A record's actors and reports, by what a reference record calls them."""

    def __init__(self, record: Record, reference: Reference) -> None:
        self.record = record
        self.actors = {a.id: a for a in record.actors}
        self.articles = {a.id: a for a in record.articles}
        self._preferred = {
            fold(name): fold(actor.name)
            for actor in reference.actors
            for name in (actor.name, *actor.aliases)
        }
        self._names: dict[str, frozenset[str]] = {}

    def names(self, actor: str | None) -> frozenset[str]:
        """All folded names of an actor, or of a bare name or country code."""
        key = str(actor)
        if key not in self._names:
            found = {fold(key)}
            known = self.actors.get(key)
            if known:
                found |= {fold(n) for n in (known.name, *known.aliases)}
                if known.country:
                    found.add("country " + known.country.lower())
            found |= {self._preferred[n] for n in found if n in self._preferred}
            self._names[key] = frozenset(found)
        return self._names[key]

    def is_actor(self, actor: str | None, wanted: Names) -> bool:
        """Whether an actor goes by one of the wanted names."""
        return bool(self.names(actor) & {fold(w) for w in any_of(wanted)} - {""})

    def is_one_of(self, actors: Iterable[str], wanted: Names) -> bool:
        """Whether one of some actors does."""
        return any(self.is_actor(actor, wanted) for actor in actors)

    def source(self, article: str) -> str:
        """What a reference record calls a report: the last part of its path or address."""
        known = self.articles.get(article)
        return PurePath(known.source if known else article).name

    def sources(self, event: Event) -> set[str]:
        """The reports that tell of an event."""
        return {self.source(a) for a in event.articles}

    def parties(self, event: Event) -> set[str]:
        """The states that are parties to an event, or stand behind its parties."""
        known = ((self.actors.get(p), p) for p in event.parties)
        codes = {(actor.country or "") if actor else party for actor, party in known}
        return {code.upper() for code in codes if code}

    def people(self, event: Event) -> list[str]:
        """Who takes part in an event or is freed in it."""
        return [p.actor for p in event.participants] + [r.person for r in event.released]
