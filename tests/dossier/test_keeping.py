"""A backup is the dossier, in whichever store; what is damaged is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from tests.dossier.making import SEAM, made_by

from detente import Dossier, DossierError, Record
from detente.dossier import reports, store
from detente.dossier.reports import Read
from detente.dossier.version import reading_version
from detente.model import Event, Reading, Span


@pytest.fixture
def dossier(
    monkeypatch: pytest.MonkeyPatch, small_record: Record, address: str
) -> Iterator[Dossier]:
    """A dossier with the three reports of the small record, and a decision."""
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: small_record))
    said = Span("a1", 0, 2, "La")
    with Dossier.open(address) as opened:
        opened.take(
            Read(
                article=article,
                reading=Reading(
                    article=article.id,
                    made_with=reading_version("fr"),
                    events=(Event(id="e1", kind="talks", mentions=(said,)),)
                    if article.id == "a1"
                    else (),
                ),
                digest=reports.mark(article),
            )
            for article in small_record.articles
        )
        opened.decide("doubt", "events", "talks-1", by="AB")
        opened.record()
        yield opened


def change(address: str, statement: str, **values: Any) -> None:
    engine = store.open_store(address, create=False)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.execute(sa.text(statement), values)
    engine.dispose()


def test_all_is_well(dossier: Dossier) -> None:
    found = dossier.verify()
    assert found.faults == ()
    assert (found.reports, found.decisions, found.current) == (3, 1, True)
    assert found.facts == 3 + 3 + 2 + 2 + 1 + 1 and found.spans > 20


def test_a_backup_is_the_dossier(
    dossier: Dossier, another: Callable[[], str], tmp_path: Path
) -> None:
    first, second, third = tmp_path / "backup.db", another(), str(tmp_path / "again.db")
    dossier.backup(first)
    with Dossier.open(first, create=False) as copy:
        copy.backup(second)
    with Dossier.open(second, create=False) as copy:
        assert copy.backup(third) > 20
        copy.decide("accept", "events", "talks-1", by="CD")
    with Dossier.open(third, create=False) as copy:
        assert copy.verify() == dossier.verify()
        assert copy.record() == dossier.record()
        hits = [sorted(h.id for h in d.search("quarante")) for d in (copy, dossier)]
        assert hits[0] == hits[1] == ["a2", "d1", "talks-1", "undated-1"]
        assert copy.mark() == dossier.mark()
    assert {p.suffix for p in tmp_path.iterdir()} <= {".db", ".db-wal", ".db-shm"}


def test_a_backup_writes_over_nothing(dossier: Dossier, another: Callable[[], str]) -> None:
    taken = another()
    dossier.backup(taken)
    with pytest.raises(DossierError, match="already"):
        dossier.backup(taken)


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        ("UPDATE articles SET body = replace(body, 'Trente', 'Douze')", "report", "digest"),
        ("UPDATE articles SET body = replace(body, 'Trente', 'Douze')", "record", "not the report"),
        ("UPDATE articles SET body = '{' WHERE id = 'a2'", "report", "decoded"),
        ("UPDATE readings SET body = replace(body, '\"La\"', '\"Le\"')", "reading", "0-2 is not 'Le'"),
        ("UPDATE readings SET digest = 'x' WHERE article = 'a1'", "reading", "another text"),
        ("DELETE FROM readings WHERE article = 'a1'", "report", "no reading"),
        ("UPDATE facts SET body = replace(body, 'talks-1', 'talks-2') WHERE part = 'disputes'",
         "record", "'talks-2', which is not there"),
        ("UPDATE facts SET body = replace(body, 'Quarante', 'Cinquante') WHERE part = 'disputes'",
         "record", "is not 'Cinquante'"),
        ("UPDATE facts SET body = replace(body, '\"id\":\"s2\"', '\"id\":\"s1\"')",
         "record", "2 facts with the id 's1'"),
        ("DELETE FROM facts WHERE part = 'articles' AND id = 'a3'", "record", "2 reports, of 3"),
        ("DELETE FROM facts WHERE part = 'decisions'", "record", "0 decisions, of 1"),
        ("DELETE FROM words", "record", "words that are searched"),
        ("INSERT INTO decisions (number, id, body) VALUES (9, 'k', '{}')", "decision", "decoded"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_found(
    dossier: Dossier, address: str, statement: str, where: str, what: str
) -> None:
    change(address, statement)
    faults = dossier.verify().faults
    assert any(fault.where == where and what in fault.what for fault in faults), faults


def test_a_decision_that_was_changed_is_found(dossier: Dossier, address: str) -> None:
    (taken,) = dossier.decisions()
    forged = msgspec.structs.replace(taken, id="k-forged", by="CD")
    change(
        address,
        "INSERT INTO decisions (number, id, body) VALUES (9, 'k-forged', :body)",
        body=msgspec.json.encode(forged).decode(),
    )
    faults = dossier.verify().faults
    assert [f.what for f in faults if f.id == "k-forged"] == ["was changed since it was taken"]


def test_a_server_that_is_not_there_and_a_database_of_another_kind(
    database: Callable[[], str],
) -> None:
    with pytest.raises(DossierError, match="connection"):
        Dossier.open("postgresql://nobody:secret@127.0.0.1:1/none")
    with pytest.raises(DossierError) as refused:
        Dossier.open("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
    taken = database()
    with pytest.raises(DossierError, match="no dossier there"):
        Dossier.open(taken, create=False)
    engine = sa.create_engine(taken.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE accounts (id INTEGER)")
    engine.dispose()
    with pytest.raises(DossierError, match="one of its own"):
        Dossier.open(taken)
