"""The record kept, a row a fact, so that showing or searching it does not build it again, nor read
all of it. Of a record that changed only the rows that changed are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from detente.dossier import store, tables
from detente.dossier.rows import in_lots
from detente.dossier.version import digest
from detente.dossier.words import Index, first_day, last_day
from detente.model import (
    Actor,
    Article,
    Dispute,
    Event,
    Part,
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
COLUMNS = ("part", "id", "place", "machine_place", "kind", "status", "digest", "body")
REJECTED = tuple(Rejected.__struct_fields__)


def stands(connection: sa.Connection, key: str, decisions: int) -> bool:
    """Whether the record kept was made from what is there now."""
    return connection.execute(sa.select(tables.snapshots)).all() == [(key, decisions)]


def write(
    connection: sa.Connection, key: str, decisions: int, machine: Record, decided: Record
) -> None:
    """Puts a record, as read and as decided on, in the place of the one kept."""
    index = Index(decided)
    wanted = {row["mark"]: row for row in _rows(machine, decided, index)}
    table = tables.facts
    columns = (table.c.number, table.c.part, table.c.id, table.c.digest)
    there: dict[tuple[str, str, str], tuple[int, tuple[Any, ...]]] = {}
    gone: list[int] = []
    query = sa.select(*columns, table.c.place, table.c.machine_place)
    for number, part, fact, mark, *places in connection.execute(query):
        if (part, fact, mark) in wanted:
            there[(part, fact, mark)] = (number, tuple(places))
        else:
            gone.append(number)
    _drop(connection, gone)
    _move(connection, wanted, there)
    _add(connection, [row for mark, row in wanted.items() if mark not in there], index)
    connection.execute(tables.snapshots.delete())
    connection.execute(tables.snapshots.insert().values(key=key, decisions=decisions))


def load(connection: sa.Connection, *, decided: bool) -> Record:
    """The record kept, with what people decided or as read."""
    table = tables.facts
    place = table.c.place if decided else table.c.machine_place
    parts: dict[str, list[str]] = {}
    query = sa.select(table.c.part, table.c.body).where(place.is_not(None)).order_by(place)
    for part, body in connection.execute(query):
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
    table, wanted = tables.facts, sorted(ids)
    found: list[tuple[int, str]] = []
    for some in in_lots(wanted):
        query = sa.select(table.c.place, table.c.body).where(
            table.c.part == part,
            table.c.id.in_(some),
            table.c.place.is_not(None),
        )
        found += [(place, body) for place, body in connection.execute(query)]
    yield from (body for _, body in sorted(found))


# ---------------------------------------------------------------- writing


def _rows(machine: Record, decided: Record, index: Index) -> Iterator[dict[str, Any]]:
    """A row a fact, once where it is the same as read and as decided on."""
    for part in NOUNS:
        read, told = getattr(machine, part), getattr(decided, part)
        if part == "decisions":
            yield from (_row(part, r.decision.id, r, n, None, None) for n, r in enumerate(told))
            continue
        places = {fact.id: (n, fact) for n, fact in enumerate(read)}
        for n, fact in enumerate(told):
            own = places.get(fact.id)
            same = own is not None and (own[1] is fact or own[1] == fact)
            if same:
                del places[fact.id]
            yield _row(part, fact.id, fact, n, own[0] if own and same else None, index)
        for n, fact in places.values():
            yield _row(part, fact.id, fact, None, n, None)
    for part in REJECTED:
        for n, fact in enumerate(getattr(decided.rejected, part)):
            yield _row(f"rejected.{part}", fact.id, fact, n, None, None)


def _row(
    part: str,
    identifier: str,
    fact: Any,
    place: int | None,
    as_read: int | None,
    index: Index | None,
) -> dict[str, Any]:
    body = msgspec.json.encode(fact)
    elsewhere = (index.names(fact), index.told(fact) or "") if index else ("", "")
    mark = digest(body, *(words.encode() for words in elsewhere), b"" if place is None else b"-")
    return {
        "mark": (part, identifier, mark),
        "fact": fact,
        "part": part,
        "id": identifier,
        "place": place,
        "machine_place": as_read,
        "kind": getattr(fact, "kind", None) or getattr(fact, "attribute", None),
        "status": getattr(fact, "status", None),
        "digest": mark,
        "body": body.decode(),
    }


def _drop(connection: sa.Connection, numbers: Sequence[int]) -> None:
    store.of(connection).drop_words(connection, numbers)
    table = tables.facts
    for some in in_lots(numbers):
        connection.execute(table.delete().where(table.c.number.in_(some)))


def _move(connection: sa.Connection, wanted: dict[Any, Any], there: dict[Any, Any]) -> None:
    """Where only the place of a fact in its list is another."""
    table = tables.facts
    moved = [
        {"n": number, "p": wanted[mark]["place"], "m": wanted[mark]["machine_place"]}
        for mark, (number, places) in there.items()
        if places != (wanted[mark]["place"], wanted[mark]["machine_place"])
    ]
    if moved:
        update = table.update().where(table.c.number == sa.bindparam("n"))
        values: dict[str, Any] = {"place": sa.bindparam("p"), "machine_place": sa.bindparam("m")}
        connection.execute(update.values(values), moved)


def _add(connection: sa.Connection, rows: Sequence[dict[str, Any]], index: Index) -> None:
    own = store.of(connection)
    number = connection.scalar(sa.select(sa.func.max(tables.facts.c.number))) or 0
    facts, terms, words = [], [], []
    for row in rows:
        number += 1
        fact, shown = row["fact"], row["place"] is not None and row["part"] in get_args(Part)
        first, last = index.days(fact) if shown else (None, None)
        own_values = {name: row[name] for name in COLUMNS}
        facts.append({"number": number, "first": first, "last": last, **own_values})
        if shown:
            words.append((number, index.words(fact)))
            found = sorted(index.terms(fact))
            terms += [{"what": what, "value": value, "fact": number} for what, value in found]
    own.insert_many(connection, tables.facts, facts)
    own.insert_many(connection, tables.terms, terms)
    own.put_words(connection, words)


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
    query = sa.select(table.body).where(table.part == "events", table.place.is_not(None))
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
