"""A dossier keeps what it was given, reads each report once, and survives what stops it."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.dossier.making import SEAM, made_by

import detente.reading
from detente import Article, Dossier, DossierError, LanguageError, Reading, Record, SourceError
from detente.dossier import reports, sqlite

Read = Callable[[Article], Reading]


def report(number: int, text: str = "Une réunion a eu lieu.", language: str = "fr") -> Article:
    return Article(id=f"a{number}", source=f"r{number}.txt", text=text, language=language)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A reader and a record builder that only note what they were asked; the list of ids read."""
    seen: list[str] = []

    def read_article(article: Article) -> Reading:
        if article.language != "fr":
            raise LanguageError(f"no language pack for {article.language!r}")
        if article.text == "faulty":
            raise IndexError("list index out of range")
        seen.append(article.id)
        return Reading(article=article.id)

    def build(articles: tuple[Article, ...], readings: tuple[Reading, ...]) -> Record:
        seen.append("record")
        return Record(articles=articles)

    monkeypatch.setattr(detente.reading, "read_article", read_article)
    monkeypatch.setattr(detente.reading, "read_scanned", read_article)
    monkeypatch.setattr(SEAM, made_by(build))
    yield seen


def test_the_same_report_is_read_once(address: str, reads: list[str]) -> None:
    for _ in range(2):
        with Dossier.open(address) as dossier:
            dossier.add([report(1), report(2)])
    assert reads == ["a1", "a2"]


def test_one_new_report_costs_one_reading(address: str, reads: list[str]) -> None:
    with Dossier.open(address) as dossier:
        dossier.add([report(1), report(2)])
        reads.clear()
        added = dossier.add([report(1), report(2), report(3)])
    assert reads == ["a3"]
    assert (added.read, added.unchanged) == (1, 2)


def test_a_changed_text_is_read_again(address: str, reads: list[str]) -> None:
    with Dossier.open(address) as dossier:
        dossier.add([report(1)])
        dossier.add([report(1, "La réunion a été annulée.")])
        assert [a.text for a in dossier.articles()] == ["La réunion a été annulée."]
    assert reads == ["a1", "a1"]


def test_another_version_of_the_reader_reads_all_again(
    address: str, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Dossier.open(address) as dossier:
        dossier.add([report(1), report(2)])
        reads.clear()
        monkeypatch.setattr(reports, "reading_version", lambda language: "another")
        dossier.add([report(3)])
        assert sorted(reads) == ["a1", "a2", "a3"]
        assert {r.made_with for r in dossier.readings()} == {"another"}


def test_a_report_that_fails_is_tried_once(
    reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[SourceError] = []
    with Dossier.open(None) as dossier:
        dossier.add([report(1)])
        monkeypatch.setattr(reports, "reading_version", lambda language: "another")
        monkeypatch.setattr(detente.reading, "read_scanned", lambda article: 1 / 0)
        assert dossier.add([report(1)], on_error=errors.append).failed == 1
        assert [a.id for a in dossier.articles()] == ["a1"]
    assert len(errors) == 1


def test_the_record_is_built_once_and_again_after_a_change(address: str, reads: list[str]) -> None:
    with Dossier.open(address) as dossier:
        dossier.add([report(1)])
        assert dossier.record() == dossier.record()
    with Dossier.open(address) as dossier:
        dossier.record()
        assert reads.count("record") == 1
        dossier.add([report(2)])
        assert len(dossier.record().articles) == 2
    assert reads.count("record") == 2


def test_taking_a_report_out_restores_what_was(address: str, reads: list[str]) -> None:
    with Dossier.open(address) as dossier:
        dossier.add([report(1)])
        before = dossier.record()
        dossier.add([report(2)])
        dossier.remove("a2")
        assert dossier.record() == before
        assert len(dossier.readings()) == 1
        with pytest.raises(DossierError, match="a2"):
            dossier.remove("a2")


def test_a_report_without_a_language_pack_is_kept_and_said_to_be_unread(
    address: str, reads: list[str]
) -> None:
    told: list[str] = []
    with Dossier.open(address) as dossier:
        added = dossier.add(
            [report(1, language="eo")], progress=lambda article, state: told.append(state)
        )
        assert added.unread == 1
        assert "eo" in (dossier.articles()[0].unread or "")
        assert dossier.add([report(1, language="eo")]).unchanged == 1
    assert told == ["unread"]


def test_a_report_that_the_reader_stumbles_over_costs_no_other(
    address: str, reads: list[str]
) -> None:
    errors: list[SourceError] = []
    with Dossier.open(address) as dossier:
        added = dossier.add([report(1, "faulty"), report(2)], on_error=errors.append)
        assert [a.id for a in dossier.articles()] == ["a2"]
        with pytest.raises(SourceError, match=r"r1\.txt"):
            dossier.add([report(1, "faulty")])
    assert (added.failed, added.read) == (1, 1)
    assert errors[0].source == "r1.txt"


def test_what_stops_the_program_loses_nothing_kept(tmp_path: Path, reads: list[str]) -> None:
    def interrupted() -> Iterator[Article]:
        yield report(1)
        raise KeyboardInterrupt

    with Dossier.open(tmp_path / "d.db") as dossier, pytest.raises(KeyboardInterrupt):
        dossier.add(interrupted())
    with Dossier.open(tmp_path / "d.db") as dossier:
        assert [a.id for a in dossier.articles()] == ["a1"]


def test_the_order_of_adding_does_not_show(reads: list[str]) -> None:
    with Dossier.open(None) as one, Dossier.open(None) as other:
        one.add([report(1), report(2)])
        other.add([report(2), report(1)])
        assert one.articles() == other.articles()
        assert one.readings() == other.readings()


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough" * 40, b"\x00" * 4096]
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(DossierError, match="no dossier"):
        Dossier.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(DossierError, match="no dossier"):
        Dossier.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("accounts",)]


def test_a_damaged_dossier_says_so(tmp_path: Path, reads: list[str]) -> None:
    path = tmp_path / "d.db"
    with Dossier.open(path) as dossier:
        dossier.add([report(n, "x" * 5000) for n in range(20)])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(DossierError, match=r"damaged|dossier"), Dossier.open(path) as dossier:
        dossier.articles()


def test_a_dossier_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    Dossier.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DossierError, match="newer"):
        Dossier.open(path)


def test_no_file_is_made_where_one_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no such dossier"):
        Dossier.open(tmp_path / "d.db", create=False)
    with pytest.raises(DossierError, match="cannot be opened"):
        Dossier.open(tmp_path / "nowhere" / "d.db")
    assert not list(tmp_path.iterdir())


KILLED = """
import sys, detente, detente.reading
detente.reading.read_article = lambda article: detente.Reading(article=article.id)
detente.reading.read_scanned = detente.reading.read_article
reports = (
    detente.Article(id=f"a{n}", source=f"r{n}", text="x" * 2000, language="fr") for n in range(10**6)
)
with detente.Dossier.open(sys.argv[1]) as dossier:
    dossier.add(reports, progress=lambda article, state: print(article.id, flush=True))
"""


@pytest.mark.slow
def test_killed_at_any_moment_it_keeps_what_it_reported(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    for wait in (0.0, 0.05, 0.2):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        told = {first.strip(), *process.communicate()[0].split("\n")[:-1]}
        with Dossier.open(path, create=False) as dossier:
            assert told <= {a.id for a in dossier.articles()}


def test_what_the_scan_left_is_kept_and_read_when_all_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detente.reading, "read_scanned", lambda article: None)
    monkeypatch.setattr(detente.reading, "read_article", lambda a: Reading(article=a.id))
    with Dossier.open(tmp_path / "d.db") as dossier:
        assert dossier.add([report(1)]).left == 1
        assert [a.unread for a in dossier.articles()] == [reports.LEFT]
        assert dossier.add([report(1)]).unchanged == 1
        assert dossier.add([report(1)], whole=True).read == 1
        assert [a.unread for a in dossier.articles()] == [None]
        assert dossier.add([report(1)]).unchanged == 1, "what was read whole stands"


def test_readings_made_elsewhere_are_taken_together(reads: list[str], tmp_path: Path) -> None:
    made = [reports.read_one(report(n)) for n in range(3)]
    with Dossier.open(tmp_path / "d.db") as dossier:
        before = dossier.mark()
        dossier.take(made)
        dossier.take(made)
        assert dossier.mark() != before
        assert dossier.standing().keys() == {"a0", "a1", "a2"}
        assert dossier.add([report(n) for n in range(3)]).unchanged == 3
        assert len(dossier.readings()) == 3


def test_a_writer_waits_as_long_as_another_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: list[str]
) -> None:
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    file = tmp_path / "d.db"
    with Dossier.open(file) as dossier, Dossier.open(file) as other:
        with dossier._transaction(write=True):
            late = threading.Timer(0.5, lambda: None)
            writer = threading.Thread(target=lambda: other.add([report(1)]))
            late.start()
            writer.start()
            late.join()
            assert writer.is_alive() and dossier.articles() == ()
        writer.join(20)
        assert [a.id for a in dossier.articles()] == ["a1"]
        monkeypatch.setattr(sqlite, "WRITERS", 2)
        with dossier._transaction(write=True), pytest.raises(DossierError, match="locked"):
            other.add([report(2)])
        other.add([report(2)])
    assert reads == ["a1", "a2", "a2"]
