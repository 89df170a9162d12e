"""The record written, a row a fact. Of what is told anew only the rows that are others are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple, get_args

import msgspec
import sqlalchemy as sa

from detente.dossier import rows, snapshot, store, tables
from detente.dossier.rows import in_lots
from detente.dossier.snapshot import REJECTED
from detente.dossier.version import digest
from detente.dossier.words import Index, actors_of, reports_of
from detente.model import Part, Record
from detente.record.building import PARTS, Changed
from detente.record.ordering import place_of
from detente.record.stories import Story

SEARCHED = frozenset(get_args(Part))
LOT = 200
"""Components that are written at once."""
Key = tuple[str, str, str]
"""A fact's part and id, and its digest."""


class Stand(NamedTuple):
    """Where a fact stands: what tells it, its place in its list, and in which of the two records it is."""

    home: str
    place: str
    machine: bool
    decided: bool


def clear(connection: sa.Connection) -> None:
    """Takes all facts out."""
    _Writing(connection, _kept(connection)).done()


def replace(connection: sa.Connection, changed: Changed) -> None:
    """Takes out what the components told that are no more, and puts in what those in their place tell."""
    table = tables.facts.c
    gone = [
        _kept(connection, table.part == "actors", table.machine, table.home.in_(some))
        for some in in_lots(sorted(changed.names_gone))
    ] + [
        _kept(connection, table.part.in_(PARTS), table.machine, table.home.in_(some))
        for some in in_lots(sorted(changed.stories_gone))
    ]
    writing = _Writing(connection, dict(chain.from_iterable(part.items() for part in gone)))
    names: dict[str, str] = {}
    for some in in_lots(changed.actors.items(), LOT):
        cited = {a for _, actors in some for actor in actors for a in reports_of(actor)}
        index = Index((), {}, rows.outlets(connection, cited))
        for home, actors in some:
            for actor in actors:
                names[actor.id] = actor.name
                writing.put("actors", actor, index, Stand(home, actor.id, True, True))
        writing.write()
    for told in in_lots(changed.stories, LOT):
        named = {i for _, story in told for fact in _facts(story) for i in actors_of(fact)}
        names |= snapshot.names(connection, named - names.keys())
        for home, story in told:
            index = Index(story.articles, names)
            for part in PARTS:
                for fact in getattr(story, part):
                    place = place_of(fact, index.articles)
                    writing.put(part, fact, index, Stand(home, place, True, True))
        writing.write()
    writing.done()


def decide(connection: sa.Connection, machine: Record, decided: Record) -> None:
    """Puts what people decided beside what was read: `machine` is the record kept as read."""
    table = tables.facts.c
    query = sa.select(table.part, table.id, table.home).where(table.machine)
    homes = {(part, fact): home for part, fact, home in connection.execute(query)}
    index = Index(decided.articles, {a.id: a.name for a in decided.actors})
    writing = _Writing(connection, _kept(connection))
    for part in get_args(Part):
        read = {fact.id: fact for fact in getattr(machine, part)}
        for fact in getattr(decided, part):
            same = read.get(fact.id) == fact
            home = homes[(part, fact.id)] if same else ""
            stand = Stand(home, place_of(fact, index.articles), same, True)
            writing.put(part, fact, index, stand)
            if same:
                del read[fact.id]
        reports = {a.id: a for a in machine.articles}
        for fact in read.values():
            stand = Stand(homes[(part, fact.id)], place_of(fact, reports), True, False)
            writing.put(part, fact, index, stand)
    for number, ruling in enumerate(decided.decisions):
        writing.put("decisions", ruling, index, Stand("", f"{number:07}", False, True))
    for part in REJECTED:
        for number, fact in enumerate(getattr(decided.rejected, part)):
            writing.put(f"rejected.{part}", fact, index, Stand("", f"{number:07}", False, True))
    writing.write()
    writing.done()


class _Writing:
    """Facts on their way into the store. Those of `there` that are not put again go out at the end."""

    def __init__(self, connection: sa.Connection, there: dict[Key, tuple[int, Stand]]) -> None:
        self._connection, self._there = connection, there
        self._number = connection.scalar(sa.select(sa.func.max(tables.facts.c.number))) or 0
        self._new: list[dict[str, Any]] = []
        self._terms: list[dict[str, Any]] = []
        self._words: list[tuple[int, str]] = []
        self._moved: list[dict[str, Any]] = []

    def put(self, part: str, fact: Any, index: Index, stand: Stand) -> None:
        """A fact is there, or comes."""
        identifier = fact.decision.id if part == "decisions" else fact.id
        searched = stand.decided and part in SEARCHED
        body = msgspec.json.encode(fact)
        elsewhere = (index.names(fact), index.told(fact) or "") if searched else ("", "-")
        mark = digest(body, *(words.encode() for words in elsewhere))
        if (kept := self._there.pop((part, identifier, mark), None)) is not None:
            number, was = kept
            if was != stand:
                self._moved.append({"n": number, **{f"new_{k}": v for k, v in _columns(stand)}})
            return
        self._number += 1
        first, last = index.days(fact) if searched else (None, None)
        row = {
            "number": self._number,
            "part": part,
            "id": identifier,
            **dict(_columns(stand)),
            "first": first,
            "last": last,
            "kind": getattr(fact, "kind", None) or getattr(fact, "attribute", None),
            "status": getattr(fact, "status", None),
            "digest": mark,
            "body": body.decode(),
        }
        self._new.append(row)
        if searched:
            self._words.append((self._number, index.words(fact)))
            self._terms += [
                {"what": what, "value": value, "fact": self._number}
                for what, value in sorted(index.terms(fact))
            ]

    def write(self) -> None:
        """Writes what has come so far."""
        own = store.of(self._connection)
        own.insert_many(self._connection, tables.facts, self._new)
        own.insert_many(self._connection, tables.terms, self._terms)
        own.put_words(self._connection, self._words)
        self._new, self._terms, self._words = [], [], []
        if self._moved:
            table = tables.facts
            values: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in Stand._fields}
            more = table.update().where(table.c.number == sa.bindparam("n")).values(values)
            self._connection.execute(more, self._moved)
            self._moved = []

    def done(self) -> None:
        """Takes out what did not come again."""
        numbers = sorted(number for number, _ in self._there.values())
        store.of(self._connection).drop_words(self._connection, numbers)
        for some in in_lots(numbers):
            self._connection.execute(tables.facts.delete().where(tables.facts.c.number.in_(some)))


def _kept(connection: sa.Connection, *conditions: Any) -> dict[Key, tuple[int, Stand]]:
    """The facts that are kept, those that fulfil some conditions."""
    table = tables.facts.c
    columns = (table.home, table.place, table.machine, table.decided)
    query = sa.select(table.part, table.id, table.digest, table.number, *columns)
    return {
        (part, fact, mark): (number, Stand(*stand))
        for part, fact, mark, number, *stand in connection.execute(query.where(*conditions))
    }


def _columns(stand: Stand) -> Iterable[tuple[str, Any]]:
    return zip(Stand._fields, stand, strict=True)


def _facts(story: Story) -> Iterator[Any]:
    return chain.from_iterable(getattr(story, part) for part in PARTS)
