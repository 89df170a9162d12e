"""Where a dossier is kept: a SQLite file or a PostgreSQL database, opened and brought up to date.

What the two do differently is in `sqlite` and `postgresql`, function by function under the same
names; `of` says which is a connection's own.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from detente.dossier import postgresql, sqlite
from detente.errors import DossierError

HEAD = "0004"
"""The newest migration of `detente/dossier/migrations`."""
SERVER = ("postgresql://", "postgres://")
"""How the address of a database on a server begins."""


def open_store(where: str | Path | None, *, create: bool) -> sa.Engine:
    """The engine of a dossier's file or database, its schema brought up to date; in memory
    without a path.

    Raises `DossierError` where there is none and `create` is false, where it is damaged or no
    dossier, where a newer version made it, or where the server cannot be reached."""
    name = named(where)
    own: ModuleType = sqlite
    engine: sa.Engine | None = None
    try:
        if isinstance(where, str) and where.startswith(SERVER):
            own, engine = postgresql, postgresql.engine(where, create=create)
        else:
            engine = sqlite.engine(None if where is None else Path(where), create=create)
        _bring_up_to_date(engine, own, name)
    except sa.exc.DatabaseError as error:
        if engine is not None:
            engine.dispose()
        raise DossierError(f"{name}: {own.plainly(error)}") from error
    except sa.exc.ArgumentError as error:
        raise DossierError(f"{where}: this is no address of a database") from error
    except DossierError:
        if engine is not None:
            engine.dispose()
        raise
    return engine


def named(where: str | Path | None) -> str:
    """What a dossier is called in messages: its path, or its address without the password."""
    if where is None:
        return "in memory"
    text = str(where)
    if not text.startswith(SERVER):
        return text
    try:
        return sa.make_url(text).render_as_string()
    except sa.exc.ArgumentError:
        return "this address"


def of(bound: sa.Engine | sa.Connection) -> Any:
    """The module of the kind of store that an engine or connection is of."""
    return sqlite if bound.dialect.name == "sqlite" else postgresql


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, its transactions waiting for other writers when they begin."""
    engine_: sa.Engine = of(engine).writing(engine)
    return engine_


def plainly(engine: sa.Engine, error: sa.exc.DatabaseError) -> str:
    """What the store says went wrong, in a user's words."""
    return str(of(engine).plainly(error))


def _bring_up_to_date(engine: sa.Engine, own: ModuleType, name: str) -> None:
    with engine.connect() as connection:
        if _revision(connection, own, name) == HEAD:
            return
    own.prepare(engine)
    from detente.dossier.migrations import upgrade  # Alembic is slow to import, and seldom needed

    with writing(engine).begin() as connection:
        if _revision(connection, own, name) != HEAD:  # another process may have been quicker
            own.marked(connection)
            upgrade(connection)


def _revision(connection: sa.Connection, own: ModuleType, name: str) -> str | None:
    """The migration that a store stands at, None for an empty one. Raises `DossierError` where it
    is something else, or newer than this program."""
    revision: str | None = own.revision(connection, name)
    if revision is not None and revision > HEAD:
        raise DossierError(f"{name}: a newer version of Détente made this dossier; please update")
    return revision
