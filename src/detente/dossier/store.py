"""The file under a dossier: its tables, and how it is opened.

SQLite in WAL mode, so that readers go on while one process writes. A transaction that is to write
takes the lock when it begins: two writers wait for each other instead of failing half way.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa

from detente.errors import DossierError

APPLICATION_ID = 0x44455445  # “DETE”, in the file's header: told from any other SQLite file
HEAD = "0002"
"""The newest migration of `detente/dossier/migrations`."""
WAIT = 30.0  # seconds to wait for another process's write

metadata = sa.MetaData()

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("source", sa.String, nullable=False, index=True),
    sa.Column("outlet", sa.String),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("language", sa.String),
    sa.Column("published", sa.String),
    sa.Column("unread", sa.String),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""Reports as `detente.press` gives them: `body` is the whole Article in JSON, `digest` its hash."""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column(
        "article", sa.String, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("made_with", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""One reading a report. It stands while both the report's `digest` and `made_with` do."""

records = sa.Table(
    "records",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)
"""The record last built, under a hash of all that it was built from."""

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("body", sa.Text, nullable=False),
)
"""What people decided, in the order it was kept. The file itself refuses to change a row."""

changes = sa.Table(
    "changes",
    metadata,
    sa.Column("what", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
"""How often the readings and the decisions were changed: one row each."""


def open_store(path: Path | None, *, create: bool) -> sa.Engine:
    """The engine of a dossier's file, its schema brought up to date; in memory without a path.

    Raises `DossierError` where there is no such file and `create` is false, where the file is
    damaged or no dossier, or where a newer version made it."""
    if path is None:
        engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    elif create or path.is_file():
        engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT})
    else:
        raise DossierError(f"{path}: there is no such dossier; `detente read` makes one")
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    try:
        _bring_up_to_date(engine, str(path or "in memory"))
    except sa.exc.DatabaseError as error:
        engine.dispose()
        raise DossierError(f"{path}: {plainly(error)}") from error
    except DossierError:
        engine.dispose()
        raise
    return engine


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, its transactions taking the write lock when they begin."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


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


def _on_connect(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # BEGIN is ours, see `_on_begin`
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what is reported as kept survives a crash


def _on_begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _bring_up_to_date(engine: sa.Engine, name: str) -> None:
    if _revision(engine, name) == HEAD:
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql("BEGIN")
    from detente.dossier.migrations import upgrade  # Alembic is slow to import, and seldom needed

    with writing(engine).begin() as connection:
        if _revision(connection, name) != HEAD:  # another process may have been quicker
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            upgrade(connection)


def _revision(source: sa.Engine | sa.Connection, name: str) -> str | None:
    """The migration that a file stands at, None for an empty one. Raises `DossierError` where the
    file is something else, or newer than this program."""
    if isinstance(source, sa.Engine):
        with source.connect() as connection:
            return _revision(connection, name)
    mark = source.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark != APPLICATION_ID:
        if mark or source.exec_driver_sql("SELECT 1 FROM sqlite_master").first():
            raise DossierError(f"{name}: this file is no dossier")
        return None
    revision = str(source.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if revision > HEAD:
        raise DossierError(f"{name}: a newer version of Détente made this dossier; please update")
    return revision
