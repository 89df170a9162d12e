"""The migrations that ship make the schema that the store uses, and bring every older dossier to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.dossier.making import SEAM, made_by

from detente import Article, Dossier, Reading, Record
from detente.dossier import postgresql, sqlite, store, tables
from detente.dossier.migrations import upgrade

VERSIONS = ("0001", "0002", "0003", store.HEAD)


def not_words(name: str | None, kind: str, parents: object) -> bool:
    """The table of words is each store's own, with what FTS5 keeps beside it."""
    return kind != "table" or not (name or "").startswith("words")


def old(address: str, version: str) -> None:
    """A dossier as a version of the program left it, with one report."""
    server = address.startswith("postgresql://")
    engine = (
        postgresql.engine(address, create=True)
        if server
        else sqlite.engine(Path(address), create=True)
    )
    body = json.dumps({"id": "a1", "source": "one.txt", "text": "Une réunion."})
    reading = json.dumps({"article": "a1"})
    with store.writing(engine).begin() as connection:
        store.of(connection).marked(connection)
        upgrade(connection, version)
        connection.execute(
            sa.text(
                "INSERT INTO articles (id, source, title, digest, body) "
                "VALUES ('a1', 'one.txt', '', 'd', :body)"
            ),
            {"body": body},
        )
        connection.execute(
            sa.text(
                "INSERT INTO readings (article, digest, made_with, body) VALUES ('a1', 'd', 'm', :body)"
            ),
            {"body": reading},
        )
        if version < "0003":
            connection.execute(sa.text("INSERT INTO records (key, body) VALUES ('k', '{}')"))
    engine.dispose()


def test_the_migrations_make_the_stores_schema(address: str) -> None:
    engine = store.open_store(address, create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_words})
        assert compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == store.HEAD
    engine.dispose()


def test_a_file_is_in_wal_mode_and_keeps_foreign_keys(tmp_path: Path) -> None:
    engine = store.open_store(tmp_path / "d.db", create=True)
    with engine.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_dossier_of_every_version_is_brought_up_to_date(
    address: str, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: Record(articles=articles)))
    old(address, version)
    for _ in range(2):
        with Dossier.open(address, create=False) as dossier:
            assert dossier.articles() == (Article(id="a1", source="one.txt", text="Une réunion."),)
            assert dossier.readings() == (Reading(article="a1"),)
            assert [a.id for a in dossier.record().articles] == ["a1"]
            assert [hit.id for hit in dossier.search("reunion")] == ["a1"]
            assert dossier.decisions() == ()


def test_opening_again_migrates_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store.open_store(address, create=True).dispose()
    monkeypatch.setattr("detente.dossier.migrations.upgrade", None)
    engine = store.open_store(address, create=False)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).all() == [
            (store.HEAD,)
        ]
    engine.dispose()
