"""A dossier in a PostgreSQL database of its own, by psycopg 3. Readers see one state of it all
through a transaction; writers take one lock, so that they wait for each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from detente.errors import DossierError

LOCK = 0x44455445  # “DETE”: the advisory lock of those who write
OURS = frozenset({"articles", "readings"})
"""Tables that every version of a dossier has."""


def engine(url: str, *, create: bool) -> sa.Engine:
    """The engine of a database. Raises `DossierError` where the driver is not installed, or where
    the database holds no dossier and `create` is false."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise DossierError(
            "a dossier in PostgreSQL needs psycopg: pip install 'detente[postgresql]'"
        ) from error
    where = sa.make_url(url).set(drivername="postgresql+psycopg")
    made = sa.create_engine(where, isolation_level="REPEATABLE READ")
    sa.event.listen(made, "begin", _on_begin)
    if not create:
        with made.connect() as connection:
            empty = not _tables(connection)
        if empty:
            made.dispose()
            name = where.render_as_string()
            raise DossierError(f"{name}: there is no dossier there; `detente read` makes one")
    return made


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, its transactions taking the lock when they begin. They read what is there
    once they have it, not what was there when they asked."""
    return engine.execution_options(isolation_level="READ COMMITTED", locked=True)


def revision(connection: sa.Connection, name: str) -> str | None:
    """The migration that a database stands at, None for an empty one. Raises `DossierError` where
    it is something else's."""
    tables = _tables(connection)
    if not tables:
        return None
    if not tables >= OURS | {"alembic_version"}:
        raise DossierError(f"{name}: this database is no dossier; give it one of its own")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def prepare(engine: sa.Engine) -> None:
    """Nothing has to be set up for a whole database."""


def marked(connection: sa.Connection) -> None:
    """A database is known by its tables."""


def plainly(error: sa.exc.DatabaseError) -> str:
    """What the server says went wrong: its first line."""
    return str(error.orig).strip().partition("\n")[0]


def insert_many(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to a table, by COPY."""
    names = [column.name for column in table.columns if rows and column.name in rows[0]]
    _copy(connection, table.name, names, [[row[name] for name in names] for row in rows])


def put_many(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to a table, in the place of those with the same keys."""
    if rows:
        new = postgresql.insert(table)
        others = {c.name: new.excluded[c.name] for c in table.columns if not c.primary_key}
        keys = [column.name for column in table.primary_key]
        put = (
            new.on_conflict_do_update(index_elements=keys, set_=others)
            if others
            else new.on_conflict_do_nothing()
        )
        connection.execute(put, rows)


def put_words(connection: sa.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Adds the words of facts, by their numbers."""
    _copy(connection, "words", ["fact", "text"], rows)


def drop_words(connection: sa.Connection, numbers: Sequence[int]) -> None:
    """Takes the words of facts out."""
    if numbers:
        connection.exec_driver_sql("DELETE FROM words WHERE fact = ANY(%s)", (list(numbers),))


def all_words(connection: sa.Connection) -> Sequence[tuple[int, str]]:
    """The words of all facts, by their numbers."""
    rows = connection.exec_driver_sql("SELECT fact, text FROM words ORDER BY fact")
    return [(number, text) for number, text in rows]


def matching(phrases: Sequence[tuple[Sequence[str], bool]]) -> sa.Select[Any]:
    """As `sqlite.matching`."""
    parts = (" <-> ".join(words) + (":*" if open_ else "") for words, open_ in phrases)
    words = sa.text(
        "SELECT fact, -ts_rank(vector, q) AS rank FROM words, to_tsquery('simple', :query) q "
        "WHERE vector @@ q"
    )
    query = " & ".join(f"({part})" for part in parts)
    return words.bindparams(query=query).columns(  # type: ignore[return-value]
        sa.column("fact", sa.Integer), sa.column("rank", sa.Float)
    )


def check(connection: sa.Connection) -> list[str]:
    """A server looks after its own files."""
    return []


def after_copy(connection: sa.Connection) -> None:
    """Sets the numbering of new decisions to go on after those copied."""
    connection.exec_driver_sql(
        "SELECT setval(pg_get_serial_sequence('decisions', 'number'), "
        "(SELECT COALESCE(MAX(number), 0) + 1 FROM decisions), false)"
    )


def _copy(
    connection: sa.Connection, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    if not rows:
        return
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _tables(connection: sa.Connection) -> set[str]:
    return set(sa.inspect(connection).get_table_names())


def _on_begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("locked"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
