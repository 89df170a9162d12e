"""A snapshot asked for what a page shows."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from detente.errors import DossierError, NotInDossier
from detente.model import Actor, Article, Dispute, Event, Record
from detente.web.snapshot import tables
from detente.web.snapshot.filters import Where

T = TypeVar("T")

PAGE = 50
"""Rows of a page of a list."""
Row = dict[str, Any]
Choice = tuple[str, str, int]
"""A value of a facet, what it is called, and in how many facts it is."""
_LINE = "n, noun, id, kind, status, first, last, dated, disputed, reviewed, doubt, scale, row, show"
_BLOCK = 500
_DECODERS: dict[type[Any], msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(kind) for kind in (Actor, Article, Dispute, Event)
}
"""Made once, in one thread: msgspec (0.21) fails with a fault of memory where two threads meet a type
for the first time."""


class Snapshot:
    """One snapshot file, open for reading in any thread. Ids and dates as in the record; days are
    ordinals of `datetime.date`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("rb")  # the file stays even when a newer one takes its name
        self._local = threading.local()
        meta = dict(self.ask("SELECT key, value FROM meta"))
        if meta.get("tables") != tables.VERSION:
            raise DossierError(f"{path}: a snapshot of another version")
        self.version: str = meta["version"]
        self.made: str = meta["made"]

    @property
    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            uri = f"file:/dev/fd/{self._file.fileno()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size = 1073741824")
            connection.execute("PRAGMA cache_size = -8000")
            self._local.connection = connection
        found: sqlite3.Connection = self._local.connection
        return found

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return self._connection.execute(query, values).fetchall()

    # ------------------------------------------------------------ lists

    def count(self, where: Where) -> int:
        """How many facts a condition lets through."""
        found: int = self.ask(f"SELECT count(*) FROM facts WHERE {where[0]}", where[1])[0][0]
        return found

    def rows(
        self, where: Where, *, offset: int = 0, limit: int = PAGE, order: str = "n"
    ) -> list[Row]:
        """Facts for a list: their columns, with `row` and `show` as they were put in."""
        query = f"SELECT {_LINE} FROM facts WHERE {where[0]} ORDER BY {order} LIMIT ? OFFSET ?"
        return [_line(found) for found in self.ask(query, [*where[1], limit, offset])]

    def plain(self, where: Where, order: str = "n") -> list[str]:
        """The rows of a view in JSON, one string each."""
        query = f"SELECT row FROM facts WHERE {where[0]} ORDER BY {order}"
        return [found[0] for found in self.ask(query, where[1])]

    def choices(self, noun: str, tag: str, limit: int = 40) -> list[Choice]:
        """The values of a facet for one noun, the most frequent first: value, label, count."""
        query = (
            "SELECT value, label, count FROM choices WHERE noun = ? AND tag = ? "
            "ORDER BY count DESC, label LIMIT ?"
        )
        return self.ask(query, (noun, tag, limit))

    def named_choices(self, noun: str, tag: str, values: Iterable[str]) -> list[Choice]:
        """Some values of a facet, in the order given."""
        wanted = list(values)
        query = (
            "SELECT value, label, count FROM choices WHERE noun = ? AND tag = ? "
            f"AND value IN ({', '.join('?' * len(wanted))})"
        )
        known = {found[0]: found for found in self.ask(query, (noun, tag, *wanted))}
        return [known[value] for value in wanted if value in known]

    def find_choices(self, noun: str, tag: str, letters: str, limit: int) -> list[Choice]:
        """The values of a facet whose label has some letters in it, the most frequent first."""
        query = (
            "SELECT value, label, count FROM choices WHERE noun = ? AND tag = ? "
            "AND label LIKE ? ESCAPE '!' ORDER BY count DESC LIMIT ?"
        )
        for sign in "!%_":
            letters = letters.replace(sign, "!" + sign)
        return self.ask(query, (noun, tag, f"%{letters}%", limit))

    def bodies_among(self, where: str, values: Sequence[Any], limit: int) -> list[tuple[str, str]]:
        """The states, organisations and groups in most of the events that a condition lets through,
        with their names."""
        alone = where == "noun = ?"
        if alone:  # counted when the snapshot was made
            query = (
                "SELECT c.value, c.label FROM choices AS c JOIN facts AS f "
                "ON f.noun = 'people' AND f.id = c.value AND f.kind <> 'person' "
                "WHERE c.noun = ? AND c.tag = 'actor' ORDER BY c.count DESC, c.label LIMIT ?"
            )
            return self.ask(query, [*values, limit])
        query = (
            "SELECT value, f.label FROM (SELECT value, count(*) AS times FROM tags WHERE tag = "
            f"'actor' AND n IN (SELECT n FROM facts WHERE {where}) GROUP BY value) "
            "JOIN (SELECT id, json_extract(row, '$.name') AS label FROM facts "
            "WHERE noun = 'people' AND kind <> 'person') AS f ON f.id = value "
            "ORDER BY times DESC, value LIMIT ?"
        )
        return self.ask(query, [*values, limit])

    def counts(self) -> dict[str, int]:
        """How many facts there are of each noun."""
        return dict(self.ask("SELECT noun, count(*) FROM facts GROUP BY noun"))

    # ------------------------------------------------------------ one fact

    def row(self, noun: str, identifier: str) -> Row:
        """One fact. Raises `NotInDossier`."""
        found = self.rows(("noun = ? AND id = ?", [noun, identifier]), limit=1)
        if not found:
            raise NotInDossier(f"there is no {noun} {identifier!r} in this dossier")
        return found[0]

    def nouns(self, noun: str, ids: Iterable[str], kind: type[T]) -> list[T]:
        """Some nouns of the record, as structs; those that are not there are left out."""
        wanted = list(dict.fromkeys(ids))
        decode = _DECODERS[kind].decode
        found: list[T] = []
        for start in range(0, len(wanted), _BLOCK):
            block = wanted[start : start + _BLOCK]
            marks = ", ".join("?" * len(block))
            query = f"SELECT body FROM facts WHERE noun = ? AND id IN ({marks})"
            bodies = self.ask(query, [noun, *block])
            found += [decode(body) for (body,) in bodies]
        return found

    def tagged(self, noun: str, tag: str, value: str, limit: int = 200) -> list[Row]:
        """The facts of a noun with a tag, in order."""
        where = "noun = ? AND n IN (SELECT n FROM tags WHERE tag = ? AND value = ?)"
        return self.rows((where, [noun, tag, value]), limit=limit)

    def part(self, event: Event) -> Record:
        """What the record holds around one event: it, its reports, its actors and its disputes."""
        where = "noun = 'disputes' AND n IN (SELECT n FROM tags WHERE tag = 'event' AND value = ?)"
        bodies = self.ask(f"SELECT body FROM facts WHERE {where} ORDER BY n", (event.id,))
        disputes = [_DECODERS[Dispute].decode(body) for (body,) in bodies]
        claims = [value for c in event.claims for value in (c.source, c.value) if value]
        actors = [*event.parties, *claims]
        actors += [x for p in event.participants for x in (p.actor, p.side) if x]
        actors += [x for r in event.released for x in (r.person, r.by, r.to) if x]
        actors += [x for d in disputes for p in d.positions for x in (p.value, p.source) if x]
        cited = [s.article for c in event.claims for s in c.evidence]
        cited += [s.article for d in disputes for p in d.positions for s in p.evidence]
        return Record(
            articles=tuple(self.nouns("reports", [*event.articles, *cited], Article)),
            actors=tuple(self.nouns("people", actors, Actor)),
            events=(event,),
            disputes=tuple(disputes),
        )


def _line(found: tuple[Any, ...]) -> Row:
    line = dict(zip(_LINE.split(", "), found, strict=True))
    line["row"] = msgspec.json.decode(line["row"])
    line["show"] = msgspec.json.decode(line["show"])
    return line
