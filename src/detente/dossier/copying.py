"""A dossier copied whole into another place: a backup, or a move from a file to a server."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from detente.dossier import store, tables
from detente.dossier.rows import in_lots
from detente.errors import DossierError

LOT = 2000
"""Rows read and written at once."""


def copy(connection: sa.Connection, to: str | Path) -> int:
    """Copies all that one transaction sees into a new dossier: a file, which takes its name only
    once it is whole, or an empty database on a server. How many rows it has.

    Raises `DossierError` where there is something already."""
    if isinstance(to, str) and to.startswith(store.SERVER):
        return _copy(connection, to)
    path = Path(to)
    if path.exists():
        raise DossierError(f"{path}: this file is there already; a backup goes to a new one")
    part = path.with_name(path.name + ".part")
    beside = [part.with_name(part.name + end) for end in ("-wal", "-shm")]
    for left in (part, *beside):  # of a copy that was stopped half way
        left.unlink(missing_ok=True)
    try:
        number = _copy(connection, part)
        if beside[0].exists() and beside[0].stat().st_size:  # what is in it is not in the file
            raise DossierError(f"{part}: could not be written whole")
        part.rename(path)
    finally:
        for left in (part, *beside):
            left.unlink(missing_ok=True)
    return number


def _copy(connection: sa.Connection, to: str | Path) -> int:
    number = 0
    engine = store.open_store(to, create=True)
    try:
        with store.writing(engine).begin() as target:
            own = store.of(target)
            if target.execute(sa.select(tables.articles.c.id).limit(1)).first():
                raise DossierError(f"{store.named(to)}: there is a dossier already")
            target.execute(tables.changes.delete())  # made with the tables
            for table in tables.metadata.sorted_tables:
                rows = (dict(row) for row in connection.execute(sa.select(table)).mappings())
                for lot in in_lots(rows, LOT):
                    own.insert_many(target, table, lot)
                    number += len(lot)
            for words in in_lots(store.of(connection).all_words(connection), LOT):
                own.put_words(target, words)
            own.after_copy(target)
    finally:
        engine.dispose()
    return number
