"""The commands: what they print, where, and the status they end with."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from typer.testing import CliRunner

import detente.dossier.dossier as room
import detente.reading
import detente.walk
from detente import Article, LanguageError, Reading, Record, SourceError, SourceNote
from detente.cli.app import app
from detente.cli.reference import reference
from detente.cli.show import View
from detente.model import Published

DOCS = Path(__file__).parents[2] / "docs"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, small_record: Record, tmp_path: Path) -> None:
    """A dossier in the folder of `run`, whose record is the small one."""
    room.Dossier.open(tmp_path / "detente.db").close()
    monkeypatch.setattr(room.Dossier, "record", lambda self: small_record)


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources that are found by their names: `good…`, `foreign…`, `bad…`; nothing is parsed."""

    def articles_of(
        sources: list[str], *, on_error: Callable[[SourceError], None]
    ) -> Iterator[Article]:
        for source in sources:
            if source.startswith("odd"):
                on_error(SourceNote(source, "a hidden file"))
            elif source.startswith("bad"):
                on_error(SourceError(source, "not a report"))
            elif source.startswith("stop"):
                raise KeyboardInterrupt
            else:
                yield Article(id=source, source=source, text="Bonjour.", language="fr")

    def read(article: Article) -> Reading:
        if article.source.startswith("foreign"):
            raise LanguageError("no pack")
        return Reading(article=article.id)

    monkeypatch.setattr(detente.walk, "articles_of", articles_of)
    monkeypatch.setattr(detente.reading, "read_scanned", read)


def test_reading_twice_reads_once(run: Run, reports: None) -> None:
    assert run("read", "good1", "good2")[:2] == (0, "2 read; the record is in detente.db\n")
    status, out, _ = run("read", "good1", "good2", "good3")
    assert (status, out) == (0, "1 read, 2 already there; the record is in detente.db\n")


def test_what_cannot_be_read_is_named_and_the_others_go_on(run: Run, reports: None) -> None:
    status, out, err = run("read", "good1", "bad.txt", "good2")
    assert status == 1
    assert out.startswith("2 read")
    assert err == "bad.txt: not a report\n"


def test_what_is_left_aside_is_named_and_no_failure(run: Run, reports: None) -> None:
    status, _, err = run("read", "good1", "odd.txt")
    assert (status, err) == (0, "odd.txt: a hidden file\n")


def test_a_report_without_a_language_pack_is_said_to_be_unread(run: Run, reports: None) -> None:
    status, out, err = run("read", "foreign1")
    assert (status, out) == (0, "0 read, 1 kept unread; the record is in detente.db\n")
    assert err == "foreign1: kept unread, no pack\n"


def test_an_interrupted_reading_keeps_what_is_done(run: Run, reports: None) -> None:
    status, _, err = run("read", "good1", "stop", "good2")
    assert status == 130
    assert err == "Stopped: 1 read. The same command goes on from here.\n"
    assert run("read", "good1", "good2")[1].startswith("1 read, 1 already there")


def test_wrong_usage_ends_with_2(run: Run) -> None:
    assert run("read")[0] == 2
    assert run("show", "everything")[0] == 2
    assert run("dream")[0] == 2


@pytest.mark.parametrize(
    "arguments", [("show", "timeline"), ("event", "x"), ("export",), ("brief",)]
)
def test_a_missing_dossier_is_told_in_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("detente: detente.db: there is no such dossier")
    assert err.count("\n") == 1


@pytest.mark.parametrize("view", list(View))
def test_each_view_is_a_table_and_json(run: Run, kept: None, view: View) -> None:
    status, out, _ = run("show", view)
    assert status == 0
    assert out.count("\n") > 2
    assert isinstance(json.loads(run("show", view, "--json")[1]), list)


def test_the_timeline_names_time_parties_place_and_id(run: Run, kept: None) -> None:
    out = run("show", "timeline")[1]
    for words in ("2031-05-08", "talks", "Norvège", "Reykjavik", "talks-1", "undated"):
        assert words in out


def test_an_empty_view_says_so(run: Run, kept: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.Dossier, "record", lambda self: Record())
    assert run("show", "disputes")[1] == "No disputes in this record.\n"


def test_an_event_shows_its_claims_in_their_sentences(run: Run, kept: None) -> None:
    status, out, _ = run("event", "talks")
    assert status == 0
    assert "[[Trente]] délégués étaient là." in out
    assert json.loads(run("event", "talks", "--json")[1])["claims"][0]["value"] == "30"
    assert "same kind, same day" in run("why", "talks")[1]


def test_an_unknown_event_is_told_in_one_line(run: Run, kept: None) -> None:
    status, _, err = run("event", "nothing")
    assert status == 2
    assert "no event 'nothing'" in err


def test_export_and_schema_write_files(run: Run, kept: None, tmp_path: Path) -> None:
    assert run("export", "--to", "record.json")[0] == 0
    assert run("schema", "--to", "schema.json")[0] == 0
    assert json.loads((tmp_path / "record.json").read_text("utf-8"))["version"] == "1"
    assert "$defs" in json.loads((tmp_path / "schema.json").read_text("utf-8"))
    assert json.loads(run("export")[1])["events"]
    status, _, err = run("export", "--to", "nowhere/record.json")
    assert (status, "nowhere" in err) == (2, True)


def test_the_brief_is_markdown(run: Run, kept: None) -> None:
    assert run("brief")[1].startswith("# Brief\n")


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"detente {detente.__version__}\n", "")


def test_every_command_is_documented_with_an_example() -> None:
    written = (DOCS / "cli.md").read_text("utf-8")
    assert written == reference(), "run `make docs`"
    sections = written.split("\n## ")[1:]
    assert len(sections) > 8
    for section in sections:
        assert "Example:\n    detente" in section, section


def test_help_answers_at_once() -> None:
    """Aim: 0.3 s (`benchmarks/speed.py`). The bound leaves room for a busy machine."""
    best = 10.0
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "detente", "--help"], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    assert best < 1.0


def test_help_imports_nothing_heavy() -> None:
    check = "import sys, detente.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", check], check=True, capture_output=True, text=True
    )
    heavy = {"spacy", "numpy", "sqlalchemy", "alembic", "trafilatura", "rich.table", "yaml"}
    assert not heavy & set(loaded.stdout.split())


def test_the_runner_of_the_framework_agrees() -> None:
    assert CliRunner().invoke(app, ["--help"]).exit_code == 0


def test_a_timeline_leaves_out_what_is_imagined_and_says_what_is_missing(
    run: Run, kept: None, monkeypatch: pytest.MonkeyPatch, small_record: Record
) -> None:
    met, undated = small_record.events
    imagined = structs.replace(met, id="if-only", status="hypothetical")
    first = structs.replace(small_record.articles[0], published=Published("2031-05-08", "inferred"))
    guessed = structs.replace(met, date_basis="inferred", articles=("a1",))
    told = structs.replace(undated, articles=("a2",))
    articles = (first, *small_record.articles[1:])
    record = structs.replace(small_record, articles=articles, events=(guessed, imagined, told))
    monkeypatch.setattr(room.Dossier, "record", lambda self: record)
    out = run("show", "timeline")[1]
    assert "if-only" not in out and "1 more only imagined (--all shows them)." in out
    assert "2031-05-08 ~" in out
    assert "Not known when published: two.txt." in out
    assert "detente decide correct a2 published YYYY-MM-DD" in out
    assert "if-only" in run("show", "timeline", "--all")[1]
