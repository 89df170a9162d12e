"""Our figures are those of the scorer that the reference records came with; what people decide makes
a reference set that says so."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
import yaml

import detente
from benchmarks import accuracy
from detente import Record, SourceError
from detente.evaluation import evaluate, load, reference_of, to_yaml
from detente.evaluation.reference import Reference
from detente.model import Decision, Event, Span
from detente.record.anchoring import target_of
from detente.record.decided import decide
from detente.views.export import to_json


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = accuracy.SHARED / "eval" / "score.py"
    if not path.is_file():
        pytest.skip("the scorer is not there: neither DETENTE_SHARED nor ../shared")
    spec = spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures_of(scorer: ModuleType, record: Record, gold: Path) -> dict[str, float]:
    data = json.loads(to_json(record))
    figures: dict[str, float] = scorer.score(data, yaml.safe_load(gold.read_text("utf-8")))[0]
    return figures


def worse(record: Record, rng: random.Random) -> Record:
    """The record with some of it lost, moved to another day or told by others."""

    def changed(event: Event) -> Event:
        other = rng.choice(record.events)
        field = rng.choice(
            ["date", "parties", "place", "kind", "status", "articles", "participants"]
        )
        value = getattr(other, field)
        return msgspec.structs.replace(event, **{field: value})

    kept = [e for e in record.events if rng.random() < 0.9]
    return msgspec.structs.replace(
        record,
        events=tuple(changed(e) if rng.random() < 0.3 else e for e in kept),
        actors=tuple(a for a in record.actors if rng.random() < 0.9),
        statements=tuple(s for s in record.statements if rng.random() < 0.9),
        undertakings=tuple(u for u in record.undertakings if rng.random() < 0.9),
        disputes=tuple(d for d in record.disputes if rng.random() < 0.9),
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", accuracy.DOSSIERS)
def test_the_figures_are_the_scorers(scorer: ModuleType, name: str) -> None:
    articles, gold = accuracy.DOSSIERS[name]
    record, reference = detente.read(articles()), load(gold)
    rng = random.Random(7)
    for _ in range(20):
        assert evaluate(record, reference).figures == pytest.approx(
            figures_of(scorer, record, gold)
        )
        record = worse(record, rng)


@pytest.fixture
def small_record(small_record: Record) -> Record:
    """Without what has no evidence."""
    return msgspec.structs.replace(small_record, statements=small_record.statements[:1])


def vouched(record: Record, *taken: tuple[str, str, str, dict[str, Any]]) -> Record:
    """A record with decisions: (act, list, id, what else)."""
    decisions = []
    for n, (act, of, fact, more) in enumerate(taken):
        about = target_of(of, next(f for f in getattr(record, of) if f.id == fact))  # type: ignore[arg-type]
        decisions.append(
            Decision(id=f"k{n}", when=f"2031-01-0{n + 1}", by="AB", act=act, about=about, **more)  # type: ignore[arg-type]
        )
    return decide(record, decisions)


def again(reference: Reference, tmp_path: Path) -> Reference:
    """A reference set, written and read."""
    path = tmp_path / "reference.yaml"
    path.write_bytes(to_yaml(reference))
    return load(path)


def test_a_record_answers_the_reference_made_of_it(small_record: Record, tmp_path: Path) -> None:
    reference = again(reference_of(small_record, whole=True), tmp_path)
    score = evaluate(small_record, reference)
    assert score.figures == dict.fromkeys(score.figures, 1.0)
    assert len(score.figures) == 14
    assert score.mean == 1


def test_decisions_say_what_a_record_must_hold(small_record: Record, tmp_path: Path) -> None:
    decided = vouched(
        small_record,
        ("correct", "events", "talks-1", {"attribute": "date", "value": "2031-05-09"}),
        ("accept", "statements", "s1", {}),
        ("doubt", "undertakings", "u1", {}),
    )
    reference = again(reference_of(decided), tmp_path)
    assert [(e.id, e.core) for e in reference.events] == [("talks-1", True), ("undated-1", False)]
    assert [s.quote for s in reference.statements] == [small_record.statements[0].quote]
    assert reference.undertakings == ()
    assert {a.name for a in reference.actors} == {"Norvège", "Islande", "Kari Holm"}
    score = evaluate(small_record, reference)
    assert score.figures["events recall"] == 0
    assert score.shown["events missed"] == ["talks-1"]
    assert evaluate(decided, reference).figures["events F1"] == 1


def test_what_was_rejected_counts_as_added(small_record: Record, tmp_path: Path) -> None:
    decided = vouched(small_record, ("reject", "events", "talks-1", {}))
    score = evaluate(small_record, again(reference_of(decided), tmp_path))
    assert score.figures["events precision"] == 0
    assert len(score.shown["events added"]) == 1


def test_evidence_that_does_not_stand_there_is_seen(small_record: Record) -> None:
    wrong = msgspec.structs.replace(
        small_record.events[1], mentions=(Span("a1", 0, 2, "Le"),), claims=()
    )
    record = msgspec.structs.replace(small_record, events=(wrong,), statements=(), undertakings=())
    assert evaluate(record, Reference()).figures["evidence"] == 0


@pytest.mark.parametrize("content", ["- a\n- b\n", "events: [{core: maybe}]", "a: [", "\xff"])
def test_a_file_that_is_no_reference_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SourceError, match=r"odd\.yaml"):
        load(path)


@pytest.fixture
def exported(small_record: Record, tmp_path: Path) -> Iterator[tuple[str, str]]:
    record, gold = tmp_path / "record.json", tmp_path / "gold.yaml"
    record.write_bytes(to_json(small_record))
    gold.write_bytes(to_yaml(reference_of(small_record, whole=True)))
    yield str(record), str(gold)


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "detente", *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_the_commands(exported: tuple[str, str], tmp_path: Path) -> None:
    out = command("evaluate", *exported, "--json")
    assert json.loads(out.stdout)["mean"] == 1
    assert command("evaluate", *exported, "--show").stdout.endswith(" 1.000  mean\n")
    assert command("evaluate", exported[1], exported[1]).returncode == 2
    detente.open_dossier(tmp_path / "d.db").close()
    made = command("reference", "--dossier", str(tmp_path / "d.db"))
    assert (made.returncode, made.stdout) == (0, "dossier: d\n")
