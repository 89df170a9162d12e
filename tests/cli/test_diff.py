"""`detente diff`: since a day, a snapshot, another dossier."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generated import processes
from detente.dossier import Dossier
from detente.views.export import to_json

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dossier(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A dossier of ten generated reports, not parsed; the days on which they came out."""
    (process,) = processes(2, 1, reports=10)
    made = {r.id: r for r in process.reports}
    monkeypatch.setattr("detente.reading.read_article", lambda a, **_: made[a.id].reading())
    with Dossier.open(tmp_path / "detente.db") as kept:
        kept.add([r.article() for r in process.reports], whole=True)
        (tmp_path / "now.json").write_bytes(to_json(kept.record()))
    return sorted(r.plan.out.isoformat() for r in process.reports)


def test_since_a_day(run: Run, dossier: list[str]) -> None:
    status, out, _ = run("diff", "--since", dossier[0], "--json")
    found = json.loads(out)
    assert status == 0
    assert {row["what"] for row in found} >= {"added"}
    late = json.loads(run("diff", "--since", dossier[-1], "--json")[1])
    assert 0 < len(late) < len(found)
    assert "No changes" in run("diff", "--since", "2090")[1]


def test_since_a_snapshot(run: Run, dossier: list[str], tmp_path: Path) -> None:
    assert "No changes" in run("diff", "--since", "now.json")[1]
    with Dossier.open(tmp_path / "detente.db") as kept:
        gone = kept.record().articles[0]
        kept.remove(gone.id)
    found = json.loads(run("diff", "--since", "now.json", "--json")[1])
    assert ("gone", gone.id) in {(row["what"], row["id"]) for row in found}


def test_since_another_dossier(run: Run, dossier: list[str], tmp_path: Path) -> None:
    with Dossier.open(tmp_path / "detente.db") as kept:
        kept.backup(tmp_path / "before.db")
        kept.remove(kept.record().articles[0].id)
    assert "gone" in run("diff", "--since", "before.db")[1]


def test_since_something_else(run: Run, dossier: list[str], tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"events": 3}')
    for since in ("soon", "odd.json"):
        status, out, err = run("diff", "--since", since)
        assert (status, out) == (2, "")
        assert since in err
