"""A dossier in a file: SQLite in WAL mode, so that readers go on while one process writes. A
transaction that is to write takes the lock when it begins: two writers wait for each other instead
of failing half way."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from detente.errors import DossierError

APPLICATION_ID = 0x44455445  # “DETE”, in the file's header: told from any other SQLite file
WAIT = 30.0  # seconds to wait for another process's write, before Ctrl-C is heard
WRITERS = 120  # times that one waits to write: as long as it takes to work out a large record
CACHE = 65_536  # KiB of the file that are kept in memory


def engine(path: Path | None, *, create: bool) -> sa.Engine:
    """The engine of a file; in memory without a path. Raises `DossierError` where there is no such
    file and `create` is false."""
    if path is None:
        made = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    elif create or path.is_file():
        made = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT})
    else:
        raise DossierError(f"{path}: there is no such dossier; `detente read` makes one")
    sa.event.listen(made, "connect", _on_connect)
    sa.event.listen(made, "begin", _on_begin)
    return made


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, its transactions taking the write lock when they begin."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def revision(connection: sa.Connection, name: str) -> str | None:
    """The migration that a file stands at, None for an empty one. Raises `DossierError` where the
    file is something else."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark != APPLICATION_ID:
        if mark or connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first():
            raise DossierError(f"{name}: this file is no dossier")
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def prepare(engine: sa.Engine) -> None:
    """Sets up what holds for the whole file, before the first migration."""
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql("BEGIN")


def marked(connection: sa.Connection) -> None:
    """Marks the file as a dossier, in the transaction of its migration."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def plainly(error: sa.exc.DatabaseError) -> str:
    """What SQLite says went wrong, in a user's words."""
    words = str(error.orig)
    if "not a database" in words:
        return "this file is no dossier"
    if "malformed" in words:
        return "this dossier is damaged"
    if "unable to open" in words:
        return "the file cannot be opened; is there such a folder, and may you write there?"
    return words


def insert_many(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to a table."""
    if rows:
        connection.execute(table.insert(), rows)


def put_many(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Adds rows to a table, in the place of those with the same keys."""
    if rows:
        connection.execute(table.insert().prefix_with("OR REPLACE"), rows)


def put_words(connection: sa.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Adds the words of facts, by their numbers."""
    if rows:
        connection.exec_driver_sql("INSERT INTO words(rowid, text) VALUES (?, ?)", list(rows))


def drop_words(connection: sa.Connection, numbers: Sequence[int]) -> None:
    """Takes the words of facts out."""
    if numbers:
        connection.exec_driver_sql("DELETE FROM words WHERE rowid = ?", [(n,) for n in numbers])


def all_words(connection: sa.Connection) -> Sequence[tuple[int, str]]:
    """The words of all facts, by their numbers."""
    rows = connection.exec_driver_sql("SELECT rowid, text FROM words ORDER BY rowid")
    return [(number, text) for number, text in rows]


def matching(phrases: Sequence[tuple[Sequence[str], bool]]) -> sa.Select[Any]:
    """The facts (`fact`) that have all phrases, with how well they fit (`rank`, the least best).
    A phrase is words in order, and whether the last is only the beginning of a word."""
    query = " AND ".join(f'"{" ".join(w)}"' + ("*" if open_ else "") for w, open_ in phrases)
    words = sa.text("SELECT rowid AS fact, rank FROM words WHERE words MATCH :query")
    return words.bindparams(query=query).columns(  # type: ignore[return-value]
        sa.column("fact", sa.Integer), sa.column("rank", sa.Float)
    )


def check(connection: sa.Connection) -> list[str]:
    """What is wrong with the file itself, in SQLite's words; empty where nothing is."""
    broken = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    foreign = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    lost = [
        f"a row of {table} names one of {parent} that is gone" for table, _, parent, _ in foreign
    ]
    return [words for words in broken if words != "ok"] + lost


def after_copy(connection: sa.Connection) -> None:
    """A file numbers new rows by those that it has."""


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # BEGIN is ours, see `_on_begin`
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what is reported as kept survives a crash
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _on_begin(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    for left in reversed(range(WRITERS)):
        try:
            connection.exec_driver_sql(begin)
            return
        except sa.exc.OperationalError as error:
            if not left or "locked" not in str(error.orig):
                raise
