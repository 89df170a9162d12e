"""Events, disputes and exchanges as lines of a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from detente import codebook
from detente.language.gazetteer import capital_of, cities
from detente.model import Event, Place, Position, Record, Span
from detente.views import disputes, exchanges, timeline, wording
from detente.views.labels import Labels
from detente.web.snapshot.doubt import doubts, weigh
from detente.web.snapshot.fact import Fact, cut, innermost, outlets, people, reports

PAIRED = 24
"""Most people (or parties) of one event that are counted as having met each other: beyond it, a
list of those present tells of no meetings."""

FRENCH = wording.of("fr")
Spot = tuple[str, str | None, str | None, float | None, float | None]
"""A place with its key, city, country, latitude and longitude."""


def events(labels: Labels, record: Record) -> Iterator[Fact]:
    """The events, in the order of the timeline."""
    of_event: dict[str, list[str]] = {}
    for dispute in record.disputes:
        if dispute.event:
            of_event.setdefault(dispute.event, []).append(dispute.attribute)
    kinds = codebook.load().kinds
    for row in timeline.rows(record):
        event = labels.events[row.id]
        reasons = doubts(event, row.disputed)
        who = involved(event)
        kind = kinds.get(event.kind)
        place = spot(event.place)
        yield Fact(
            noun="events",
            id=event.id,
            row=cut(row),
            body=event,
            show={
                "who": people(labels, who),
                "reports": reports(labels, event.articles, 4),
                "told_by": len(event.articles),
                "independent": event.sources,
                "disputed": list(dict.fromkeys(of_event.get(event.id, ()))),
                "doubts": reasons,
                "city": place[1] if place else None,
                "country": place[2] if place else None,
                "venue": event.venue,
                "telling": labels.sentence(event.mentions[0]) if event.mentions else None,
            },
            kind=event.kind,
            status=event.status,
            date=row.date,
            told=row.told,
            disputed=row.disputed,
            doubt=weigh(reasons),
            scale=kind.scale.value if kind else None,
            tags=[
                *(("actor", actor) for actor in who if actor in labels.actors),
                *(("topic", topic) for topic in event.topics),
                *outlets(labels, event.articles),
                *([("place", place[0])] if place else ()),
            ],
            spans=[("events", span) for span in innermost(event.mentions)]
            + [("claims", s) for c in event.claims if c.attribute in _MARKED for s in c.evidence],
            pairs=list(_pairs(labels, event)),
            title=" ".join((row.what, FRENCH.kind(row.kind), row.where, *row.who)),
            text=row.sentence,
        )


_MARKED = frozenset({"date", "place", "number", "venue", "duration", "count"})


def involved(event: Event) -> list[str]:
    """Ids (or words) of all who are in an event, once each: parties, then people."""
    named = [*event.parties, *(p.actor for p in event.participants)]
    named += [person for r in event.released for person in (r.person, r.by, r.to) if person]
    return list(dict.fromkeys(named))


def _pairs(labels: Labels, event: Event) -> Iterator[tuple[str, str, str]]:
    """Who is in the event with whom: people, and the parties that they or others act for."""
    persons = {p.actor for p in event.participants if _kind(labels, p.actor) == "person"}
    sides = {p.side for p in event.participants if p.side}
    parties = {p for p in {*event.parties, *sides} if p in labels.actors}
    for level, group in (("person", persons), ("party", parties - persons)):
        if len(group) <= PAIRED:
            yield from ((a, b, level) for a, b in combinations(sorted(group), 2))


def _kind(labels: Labels, actor: str) -> str | None:
    known = labels.actors.get(actor)
    return known.kind if known else None


def spots(facts: Iterable[Place | None]) -> Iterator[Spot]:
    """The places of some events, once each."""
    yield from {found[0]: found for place in facts if (found := spot(place))}.values()


@cache
def spot(place: Place | None) -> Spot | None:
    """Where a place is: as the record has it, else its city's coordinates, else its capital's."""
    if place is None or not (place.city or place.country):
        return None
    key = "|".join((place.country or "", place.city or ""))
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None:
        latitude, longitude = _where(place.city, place.country)
    return key, place.city, place.country, latitude, longitude


def _where(city: str | None, country: str | None) -> tuple[float | None, float | None]:
    if city is None:
        found = capital_of(country or "")
    else:
        found = next((c for c in cities(city) if country in (None, c.country)), None)
    return (found.latitude, found.longitude) if found else (None, None)


def disputed(labels: Labels, record: Record) -> Iterator[Fact]:
    """The disputes."""
    known = {dispute.id: dispute for dispute in record.disputes}
    for row in disputes.rows(record):
        dispute = known[row.id]
        event = labels.events.get(dispute.event or "")
        who = involved(event) if event else [dispute.actor] if dispute.actor else []
        spans = [span for position in dispute.positions for span in position.evidence]
        articles = list(dict.fromkeys(span.article for span in spans))
        yield Fact(
            noun="disputes",
            id=dispute.id,
            row=row,
            body=dispute,
            show={
                "who": people(labels, who[:6]),
                "event": dispute.event,
                "kind": event.kind if event else None,
                "date": event.date if event else None,
                "attribute": dispute.attribute,
                "positions": [_position(labels, p) for p in dispute.positions],
            },
            kind=event.kind if event else None,
            status=event.status if event else None,
            date=event.date if event else None,
            told=labels.told(articles),
            disputed=True,
            tags=[
                *(("actor", actor) for actor in who if actor in labels.actors),
                *([("event", event.id)] if event else ()),
                *(("topic", topic) for topic in (event.topics if event else ())),
                *outlets(labels, articles),
            ],
            spans=[("disputes", span) for span in spans],
            title=row.about,
            text=" ".join(position.value for position in dispute.positions),
        )


def _position(labels: Labels, position: Position) -> dict[str, object]:
    spans: tuple[Span, ...] = position.evidence
    return {
        "value": position.value,
        "named": labels.actor(position.value),
        "by": labels.source(position.source, spans),
        "independent": position.sources,
        "cited": [
            {"report": reports(labels, [s.article])[0], "sentence": labels.sentence(s)}
            for s in spans[:3]
        ],
    }


def exchanged(labels: Labels, record: Record) -> Iterator[Fact]:
    """Who was freed for whom: the releases and exchanges."""
    for row in exchanges.rows(record):
        event = labels.events[row.event]
        freed = event.released
        who = [x for r in freed for x in (r.person, r.by, r.to) if x]
        yield Fact(
            noun="exchanges",
            id=event.id,
            row=cut(row),
            body=event,
            show={
                "event": event.id,
                "freed": [
                    {
                        "person": people(labels, [r.person])[0],
                        "by": people(labels, [r.by])[0] if r.by else None,
                        "to": people(labels, [r.to])[0] if r.to else None,
                        "charge": r.charge,
                        "sentence": r.sentence,
                    }
                    for r in freed
                ],
                "reports": reports(labels, event.articles, 4),
                "told_by": len(event.articles),
            },
            kind=event.kind,
            status=event.status,
            date=row.date,
            told=row.told,
            tags=[
                *(("actor", actor) for actor in dict.fromkeys(who) if actor in labels.actors),
                *(("topic", topic) for topic in event.topics),
                ("event", event.id),
                *outlets(labels, event.articles),
            ],
        )
