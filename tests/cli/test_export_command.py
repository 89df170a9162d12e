"""`detente export`: where files go, and what is told when they cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import detente.dossier.dossier as room
from detente.model import Record

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_record: Record) -> Run:
    """Runs `detente export` in a folder with a dossier of the small record."""
    room.Dossier.open(tmp_path / "detente.db").close()
    monkeypatch.setattr(room.Dossier, "record", lambda self: small_record)
    return partial(run, "export")


def test_a_folder_is_made_and_what_else_is_in_it_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.csv").write_text("x")
    (tmp_path / "tables" / "events.csv").write_text("old")
    assert run("--as", "csv", "--to", "tables")[0] == 0
    assert (tmp_path / "tables" / "mine.csv").read_text() == "x"
    assert "talks-1" in (tmp_path / "tables" / "events.csv").read_text("utf-8")
    assert not list((tmp_path / "tables").glob("*.part"))
    assert run("--as", "csv", "--to", "deep/er/tables")[0] == 0


def test_what_is_left_out_is_told_beside_the_file(run: Run, tmp_path: Path) -> None:
    status, out, err = run("--as", "ics", "--to", "talks.ics")
    assert (status, out) == (0, "")
    assert "1 event left out: without a date" in err
    assert (tmp_path / "talks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_brief_in_french_by_its_suffix(run: Run, tmp_path: Path) -> None:
    assert run("--as", "brief", "--language", "fr", "--to", "note.html")[0] == 0
    assert "Ce qui s’est passé" in (tmp_path / "note.html").read_text("utf-8")
    assert run("--as", "brief", "--language", "fr")[1].startswith("# Note de synthèse\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--as", "xlsx"), "no format 'xlsx'; there are: json, csv"),
        (("--as", "csv"), "csv is a folder of files; name it"),
        (("--as", "csv", "--to", "detente.db"), "is a file, and csv needs a folder"),
        (("--as", "ics", "--to", "."), "is a folder, and ics is one file"),
        (("--as", "csv", "--to", "detente.db/x"), "Not a directory"),
        (("--as", "brief", "--to", "a.odt"), "a brief is written to .md, .html or .docx"),
        (("--language", "de"), "'de' is not one of 'en', 'fr'"),
    ],
)
def test_wrong_usage_is_told(run: Run, arguments: tuple[str, ...], told: str) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert told in " ".join(err.split())
