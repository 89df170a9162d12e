"""The record kept, a row a fact, so that showing or searching it does not build it again, nor read
all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from detente.dossier import tables
from detente.dossier.rows import in_lots
from detente.dossier.words import first_day, last_day
from detente.model import (
    Actor,
    Article,
    Dispute,
    Event,
    Record,
    Rejected,
    Ruling,
    Statement,
    Undertaking,
)

NOUNS: dict[str, type[msgspec.Struct]] = {
    "articles": Article,
    "actors": Actor,
    "events": Event,
    "statements": Statement,
    "undertakings": Undertaking,
    "disputes": Dispute,
    "decisions": Ruling,
}
REJECTED = tuple(Rejected.__struct_fields__)


def stands(connection: sa.Connection, key: str, decisions: int) -> bool:
    """Whether the record kept was made from what is there now."""
    kept = tables.snapshots.c
    return connection.execute(sa.select(kept.key, kept.decisions)).all() == [(key, decisions)]


def settle(connection: sa.Connection, key: str, decisions: int, made_with: str) -> None:
    """Notes what the record that is kept was made from."""
    connection.execute(tables.snapshots.delete())
    values = {"key": key, "decisions": decisions, "made_with": made_with}
    connection.execute(tables.snapshots.insert().values(values))


def load(connection: sa.Connection, *, decided: bool) -> Record:
    """The record kept, with what people decided or as read."""
    table = tables.facts.c
    parts: dict[str, list[str]] = {}
    query = sa.select(table.part, table.body).where(table.decided if decided else table.machine)
    for part, body in connection.execute(query.order_by(table.place, table.id)):
        parts.setdefault(part, []).append(body)
    return _record(parts)


def excerpt(
    connection: sa.Connection,
    first: str | None,
    last: str | None,
    limit: int | None,
    offset: int,
) -> Record:
    """The events of a stretch of time in order, with the reports, actors and disputes that showing
    them takes. Days are EDTF."""
    events = _decoded("events", _bodies(connection, _between(first, last, limit, offset)))
    named: set[str] = set()
    for event in events:
        named |= {*event.parties, *(p.actor for p in event.participants)}
        named |= {i for r in event.released for i in (r.person, r.by, r.to) if i}
        named |= {c.source for c in event.claims if c.source}
    ids = _disputes(connection, [event.id for event in events])
    disputes = list(by_ids(connection, "disputes", ids))
    parts = {
        "articles": list(by_ids(connection, "articles", _cited(events, disputes))),
        "actors": list(by_ids(connection, "actors", named)),
        "disputes": disputes,
    }
    return msgspec.structs.replace(_record(parts), events=tuple(events))


def by_ids(connection: sa.Connection, part: str, ids: Iterable[str]) -> Iterator[str]:
    """The bodies of facts with some ids, in the order of the record."""
    table, found = tables.facts.c, []
    for some in in_lots(sorted(ids)):
        query = sa.select(table.place, table.body)
        query = query.where(table.part == part, table.id.in_(some), table.decided)
        found += [(place, body) for place, body in connection.execute(query)]
    yield from (body for _, body in sorted(found))


class _Named(msgspec.Struct):
    """So much of an actor as its name."""

    id: str
    name: str


def names(connection: sa.Connection, actors: Iterable[str]) -> dict[str, str]:
    """The names of some actors, by their ids."""
    bodies = by_ids(connection, "actors", actors)
    found = (msgspec.json.decode(body, type=_Named) for body in bodies)
    return {actor.id: actor.name for actor in found}


# ---------------------------------------------------------------- reading


def _record(parts: dict[str, list[str]]) -> Record:
    lists: dict[str, Any] = {part: tuple(_decoded(part, bodies)) for part, bodies in parts.items()}
    rejected = {p: lists.pop(f"rejected.{p}") for p in REJECTED if f"rejected.{p}" in lists}
    return Record(**lists, rejected=Rejected(**rejected))


def _decoded(part: str, bodies: Iterable[str]) -> list[Any]:
    """The facts of a part, decoded all at once."""
    noun: Any = NOUNS[part.removeprefix("rejected.")]
    found: list[Any] = msgspec.json.decode("[" + ",".join(bodies) + "]", type=list[noun])
    return found


def _bodies(connection: sa.Connection, query: sa.Select[Any]) -> list[str]:
    return list(connection.scalars(query))


def _between(first: str | None, last: str | None, limit: int | None, offset: int) -> sa.Select[Any]:
    """Events by their first day, those without one last."""
    table = tables.facts.c
    query = sa.select(table.body).where(table.part == "events", table.decided)
    if first:
        query = query.where(table.last >= first_day(first))
    if last:
        query = query.where(table.first <= last_day(last))
    order = (table.first.is_(None), table.first, table.place)
    return query.order_by(*order).limit(limit).offset(offset)


def _cited(events: Iterable[Event], disputes: Iterable[str]) -> set[str]:
    """The ids of the reports that events and disputes (their bodies) stand in."""
    found: set[str] = set()
    for event in events:
        spans = (*event.mentions, *(s for claim in event.claims for s in claim.evidence))
        found |= {*event.articles, *(span.article for span in spans)}
    for dispute in _decoded("disputes", disputes):
        found |= {s.article for position in dispute.positions for s in position.evidence}
    return found


def _disputes(connection: sa.Connection, events: Sequence[str]) -> set[str]:
    """The ids of the disputes on some events."""
    facts, terms = tables.facts.c, tables.terms.c
    found: set[str] = set()
    for some in in_lots(events):
        query = sa.select(facts.id).where(
            facts.number == terms.fact,
            terms.what == "event",
            terms.value.in_(some),
        )
        found.update(connection.scalars(query))
    return found
