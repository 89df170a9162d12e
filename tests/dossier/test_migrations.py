"""The migrations that ship make the schema that the store uses."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from detente.dossier import store, tables


def not_words(name: str | None, kind: str, parents: object) -> bool:
    """The table of words is each store's own, with what FTS5 keeps beside it."""
    return kind != "table" or not (name or "").startswith("words")


def test_the_migrations_make_the_stores_schema(tmp_path: Path) -> None:
    engine = store.open_store(tmp_path / "d.db", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_words})
        assert compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == store.HEAD
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1


def test_opening_again_migrates_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        store.open_store(tmp_path / "d.db", create=True).dispose()
    engine = store.open_store(tmp_path / "d.db", create=False)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).all() == [
            (store.HEAD,)
        ]
