"""`detente search`, `backup` and `verify` on the command line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dossier.making import SEAM, made_by

import detente.dossier.dossier as room
from detente import Record
from detente.cli.options import named
from detente.dossier import reports
from detente.dossier.reports import Read
from detente.model import Reading

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_record: Record) -> Run:
    """Runs a command line beside a dossier that holds the small record."""
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: small_record))
    with room.Dossier.open(tmp_path / "detente.db") as dossier:
        dossier.take(
            Read(article=a, reading=Reading(article=a.id), digest=reports.mark(a))
            for a in small_record.articles
        )
        dossier.record()
    return run


def test_a_hit_is_shown_in_its_sentence(run: Run) -> None:
    status, out, _ = run("search", "rouvrirons", "--of", "statements")
    assert (status, out.splitlines()[0]) == (0, "undated  statement: Kari Holm  s1")
    assert "[[rouvrirons]] la ligne" in out and out.endswith("1 found.\n")
    (hit,) = json.loads(run("search", "rouvrirons", "--of", "articles", "--json")[1])
    assert (hit["of"], hit["exact"]) == ("articles", "rouvrirons")
    assert run("search", "nulle part")[1] == "Nothing found.\n"


def test_filters_narrow_and_a_wrong_one_is_named(run: Run) -> None:
    status, out, _ = run(
        "search", "--of", "events", "--from", "2031-05", "--to", "2031-06", "--actor", "Kari Holm",
        "--kind", "talks", "--topic", "transport", "--status", "occurred", "--limit", "5",
    )  # fmt: skip
    assert (status, "talks-1" in out, "1 found" in out) == (0, True, True)
    assert "tea" in run("search", "x", "--of", "tea")[2]


def test_a_stretch_of_the_timeline_is_shown(run: Run) -> None:
    assert len(json.loads(run("show", "timeline", "--json")[1])) == 2
    (event,) = json.loads(run("show", "timeline", "--limit", "1", "--json")[1])
    assert event["id"] == "talks-1"
    assert json.loads(run("show", "timeline", "--to", "2031-05-07", "--json")[1]) == []
    assert len(json.loads(run("show", "timeline", "--from", "2031-05-08", "--json")[1])) == 1
    status, _, err = run("show", "people", "--limit", "1")
    assert (status, "timeline" in err) == (2, True)


def test_a_backup_is_verified(run: Run) -> None:
    assert run("backup", "copy.db")[0] == 0
    status, out, _ = run("verify", "--dossier", "copy.db")
    assert (status, "3 reports" in out, "no faults" in out) == (0, True, True)
    status, _, err = run("backup", "copy.db")
    assert (status, "already" in err) == (2, True)


def test_faults_are_told(run: Run) -> None:
    with sqlite3.connect("detente.db") as connection:
        connection.execute("UPDATE articles SET body = replace(body, 'Trente', 'Douze')")
    status, out, _ = run("verify")
    assert (status, "report a1 is not the report that was kept" in out) == (1, True)
    assert json.loads(run("verify", "--json")[1])["faults"][0]["id"] == "a1"


def test_a_password_is_not_shown() -> None:
    assert named("postgresql://a:secret@host/talks") == "postgresql://a:***@host/talks"
    assert named("talks.db") == "talks.db"
