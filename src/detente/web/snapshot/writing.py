"""A record written as a snapshot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from detente.model import Record
from detente.views.labels import Labels
from detente.web.snapshot import changing, decisions, happened, named, said, tables
from detente.web.snapshot.fact import Fact

_COLUMNS = 15


def write(
    record: Record,
    path: Path,
    *,
    version: str,
    before: Path | None = None,
) -> None:
    """Makes the snapshot of a record in a file, which is replaced once the new one is whole.

    `version` names the state of the dossier that it shows; `before` is the snapshot that it
    follows: what differs is added to the changes that it knew."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(tables.DDL)
        connection.execute("BEGIN")
        _fill(connection, record)
        connection.execute("COMMIT")
        connection.executescript(tables.INDEXES)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        changing.carry(connection, before, now)
        kept = {"version": version, "tables": tables.VERSION, "made": now}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", kept.items())
        connection.execute("ANALYZE")
    finally:
        connection.close()
    part.replace(path)


def _fill(connection: sqlite3.Connection, record: Record) -> None:
    judged = decisions.reviews(record)
    for n, fact in enumerate(_facts(record), 1):
        fact.show["review"] = judged.get(fact.id)
        _one(connection, n, fact)
    spots = happened.spots(event.place for event in record.events)
    connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?)", spots)
    for tag in ("kind", "status"):
        connection.execute(
            f"INSERT INTO choices SELECT noun, ?, {tag}, {tag}, count(*) FROM facts "
            f"WHERE {tag} IS NOT NULL GROUP BY noun, {tag}",
            (tag,),
        )
    connection.execute(
        "INSERT INTO choices SELECT noun, tag, value, value, count(*) FROM tags JOIN facts USING (n) "
        "WHERE tag IN ('actor', 'topic', 'outlet', 'place') GROUP BY noun, tag, value"
    )
    names = ((actor.name, actor.id) for actor in record.actors)
    connection.execute("CREATE TEMP TABLE name (id TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID")
    connection.executemany("INSERT INTO name (label, id) VALUES (?, ?)", names)
    connection.execute(
        "UPDATE choices SET label = (SELECT label FROM name WHERE id = value) WHERE tag = 'actor'"
    )


def _facts(record: Record) -> Iterator[Fact]:
    labels = Labels(record)
    for noun in (
        happened.events,
        happened.exchanged,
        happened.disputed,
        said.said,
        said.undertaken,
        named.actors,
        named.written,
        decisions.decided,
    ):
        yield from noun(labels, record)


def _one(connection: sqlite3.Connection, n: int, fact: Fact) -> None:
    encode = msgspec.json.encode
    connection.execute(
        f"INSERT INTO facts VALUES ({', '.join('?' * _COLUMNS)})",
        (
            n,
            fact.noun,
            fact.id,
            fact.kind,
            fact.status,
            *fact.days,
            fact.date is not None,
            fact.disputed,
            fact.show["review"] is not None,
            fact.doubt,
            fact.scale,
            encode(fact.row).decode(),
            encode(fact.show).decode(),
            encode(fact.body).decode(),
        ),
    )
    tags = {(tag, value, n) for tag, value in fact.tags}
    connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", sorted(tags))
    spans = {(span.article, span.start, span.end, layer, n) for layer, span in fact.spans}
    connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", spans)
    pairs = {(a, b, level, n) for a, b, level in fact.pairs}
    connection.executemany("INSERT INTO pairs VALUES (?, ?, ?, ?)", pairs)
    if fact.title or fact.text:
        connection.execute(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (n, fact.title, fact.text)
        )
