"""`detente decide` and `detente decisions`: by id, in words, and from desk to desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dossier.making import SEAM, made_by

import detente.dossier.dossier as room
from detente import Record

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_record: Record) -> Run:
    """Runs a command line beside a dossier whose record, as read, is the small one."""
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: small_record))
    for name in ("detente.db", "other.db"):
        room.Dossier.open(tmp_path / name).close()
    return run


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("accept talks-1", "accept talks-1"),
        ("doubt s1 --why unsure", "unsure"),
        ("reject kari", "reject kari-holm"),
        ("correct talks-1 date 2031-05-09", "date: 2031-05-09 (read: 2031-05-08)"),
        ('correct talks-1 place {"city":"Oslo","country":"NO"}', '"Oslo"'),
        ("join talks-1 undated-1", "join talks-1"),
        ("set-aside talks-1 number 30", "set aside talks-1 number: 30"),
        ("set-aside d1 number 40", "set aside d1"),
        ("annotate a1 look", "annotate a1: look"),
        ('add events {"kind":"call"} --cite a2:0-8', "add e-"),
        ("add talks-1 trade --to topics --cite a2:0-8", "add talks-1 topics: trade"),
    ],
)
def test_each_decision_is_taken_and_listed(run: Run, words: str, shown: str) -> None:
    status, out, err = run("decide", *words.split(), "--by", "AB")
    assert (status, out[:2], err) == (0, "k-", "")
    status, out, _ = run("decisions")
    assert (status, shown in " ".join(out.split())) == (0, True)


def test_a_citation_is_given_in_words(run: Run) -> None:
    status, _, err = run("decide", "add", "events", '{"kind": "call"}', "--cite", "a2: a rouvert",
                         "--by", "AB")  # fmt: skip
    assert (status, err) == (0, "")
    (ruling,) = json.loads(run("decisions", "--json")[1])
    assert ruling["decision"]["evidence"][0]["exact"] == "a rouvert"
    status, _, err = run("decide", "add", "events", "{}", "--cite", "a2: l", "--by", "AB")
    assert (status, "times" in err) == (2, True)


def test_an_undo_and_what_is_not_there(run: Run) -> None:
    taken = run("decide", "reject", "talks-1", "--by", "AB")[1].split(":")[0]
    assert run("decide", "undo", taken, "--by", "CD")[0] == 0
    assert "undone" in run("decisions", "--only", "undone")[1]
    assert "as one" in run("decide", "split", "talks-1", "--cite", "a1:0-2", "--by", "AB")[2]
    assert "nothing has the id" in run("decide", "accept", "none", "--by", "AB")[2]
    status, _, err = run("decide", "accept", "talks-1")
    assert (status, "--by" in err) == (2, True)
    assert run("decide", "correct", "talks-1", "place", "{", "--by", "AB")[0] == 2
    assert "--to" in run("decide", "add", "talks-1", "x", "--cite", "a2:0-8", "--by", "AB")[2]


def test_two_desks_merge_what_they_decided(run: Run) -> None:
    run("decide", "correct", "talks-1", "venue", "le port", "--by", "AB")
    run("decide", "correct", "talks-1", "venue", "la gare", "--by", "CD", "-d", "other.db")
    run("decisions", "export", "--to", "ours.jsonl")
    status, out, _ = run("decisions", "import", "ours.jsonl", "-d", "other.db")
    assert (status, out.splitlines()[0]) == (0, "1 new, 0 already there")
    assert out.count("conflict") == 2
    assert "0 new" in run("decisions", "import", "ours.jsonl", "-d", "other.db")[1]


def test_a_line_that_is_no_decision_is_named_and_the_others_go_on(run: Run) -> None:
    run("decide", "accept", "talks-1", "--by", "AB")
    line = run("decisions", "export")[1]
    Path("theirs.jsonl").write_text("{}\n" + line.replace('"AB"', '"CD"') + "\n" + line)
    status, out, err = run("decisions", "import", "theirs.jsonl", "-d", "other.db")
    assert (status, out.splitlines()[0]) == (1, "1 new, 0 already there")
    assert "theirs.jsonl, line 1" in err and "line 2: changed" in err
