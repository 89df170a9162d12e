"""Many readings to one record. The order in which reports come has no say in it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.model import Article, Reading, Record
from detente.record import copies, dating, merging, sayings
from detente.record.actors import identify
from detente.record.coordinates import locate
from detente.record.crediting import Credit
from detente.record.disputes import find_disputes
from detente.record.following import follow
from detente.record.mentions import lift


def build(articles: Iterable[Article], readings: Iterable[Reading]) -> Record:
    """The record of some reports and their readings (one reading a report; a report without one
    is kept unread). A pure function: the same reports give the same record and ids, in whatever
    order they come."""
    kept = {a.id: a for a in articles}
    read = {r.article: r for r in readings if r.article in kept}
    marked = copies.mark(list(kept.values()))
    told = [read[i] for i in sorted(read)]
    who = identify(marked, told)
    mentions, _ = lift(marked, told, who)
    dated, found = dating.settle(marked, told, mentions, who)
    published = tuple(dating.publish(a, dated) for a in marked)
    inferred = frozenset(a.id for a in published if a.published.basis == "inferred")
    credit = Credit(marked)
    actors = {a.id: a for a in who.actors}
    events = merging.share_places(
        [merging.event_of(profile, credit, inferred, actors) for profile in found]
    )
    event_ids = {
        (m.article, m.event.id): event.id
        for profile, event in zip(found, events, strict=True)
        for m in profile.mentions
    }
    statements = sayings.statements(marked, told, who, dated)
    undertakings = follow(
        sayings.undertakings(marked, told, who, event_ids, {e.id: e.date for e in events}),
        events,
        published,
        who,
    )
    events.sort(key=lambda e: (e.date or "9999", e.id))
    return Record(
        articles=published,
        actors=who.actors,
        events=tuple(locate(event) for event in events),
        statements=tuple(map(credit.counted, statements)),
        undertakings=tuple(credit.counted(u) for u in sorted(undertakings, key=lambda u: u.id)),
        disputes=find_disputes(published, events, statements, who, credit),
    )
