"""What a snapshot has that the one before it had not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec

from detente.web.snapshot import tables

KEPT = 5_000
"""Changes that a snapshot remembers."""
_TELLING = "('events', 'statements', 'undertakings', 'disputes', 'reports')"


def carry(connection: sqlite3.Connection, before: Path | None, now: str) -> None:
    """Adds the changes that an earlier snapshot knew, and what has changed since it. Nothing where
    there is none, or where it has other tables."""
    if before is None or not before.is_file():
        return
    connection.execute("ATTACH ? AS old", (str(before),))
    try:
        made = connection.execute("SELECT value FROM old.meta WHERE key = 'tables'").fetchone()
    except sqlite3.DatabaseError:
        made = None
    if made != (tables.VERSION,):
        return
    connection.execute(
        f"INSERT INTO changes SELECT * FROM old.changes ORDER BY at DESC LIMIT {KEPT}"
    )
    for what, here, there in (("added", "main", "old"), ("removed", "old", "main")):
        connection.execute(
            f"INSERT INTO changes SELECT ?, noun, id, ?, '', kind, {_LABEL} FROM {here}.facts AS f "
            f"WHERE noun IN {_TELLING} AND NOT EXISTS "
            f"(SELECT 1 FROM {there}.facts AS o WHERE o.noun = f.noun AND o.id = f.id)",
            (now, what),
        )
    changed = connection.execute(
        "SELECT f.noun, f.id, f.kind, f.body, o.body, f.row FROM main.facts AS f JOIN old.facts AS o "
        f"USING (noun, id) WHERE f.noun IN {_TELLING} AND f.body <> o.body"
    ).fetchall()
    connection.executemany(
        "INSERT INTO changes VALUES (?, ?, ?, 'changed', ?, ?, ?)",
        ((now, noun, i, _differ(a, b), kind, _label(row)) for noun, i, kind, a, b, row in changed),
    )


_LABEL = (
    "coalesce(json_extract(row, '$.sentence'), json_extract(row, '$.quote'), "
    "json_extract(row, '$.text'), json_extract(row, '$.about'), json_extract(row, '$.title'), '')"
)


def _label(row: str) -> str:
    found = msgspec.json.decode(row)
    keys = ("sentence", "quote", "text", "about", "title")
    return next((found[key] for key in keys if found.get(key)), "")


def _differ(new: str, old: str) -> str:
    a, b = msgspec.json.decode(new), msgspec.json.decode(old)
    return ",".join(sorted(key for key in a.keys() | b.keys() if a.get(key) != b.get(key)))
