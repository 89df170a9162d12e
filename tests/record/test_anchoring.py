"""A decision's fact is known again: each of many facts, under other ids, in texts that moved."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from benchmarks.generated import reports
from detente.model import Article, Record, Span, Target
from detente.record import build
from detente.record.anchoring import SINGULAR, Facts, relocate, target_of

FRONT = "Mise à jour. "


@pytest.fixture(scope="module")
def record() -> Record:
    """What eighty made-up reports tell."""
    pairs = [(r.article(), r.reading()) for r in reports(seed=5, count=80)]
    return build([a for a, _ in pairs], [r for _, r in pairs])


def moved(value: Any) -> Any:
    """The same in JSON with all ids of facts but states' changed, in reports with new words in
    front."""
    if isinstance(value, list):
        return [moved(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"article", "start", "end", "exact"}:
        return value | {"start": value["start"] + len(FRONT), "end": value["end"] + len(FRONT)}
    changed = {key: moved(item) for key, item in value.items()}
    if "text" in value and "source" in value:
        return changed | {"text": FRONT + value["text"]}
    if "id" in value and value.get("kind") != "state":
        changed["id"] = "new-" + value["id"]
    return changed


def test_every_fact_is_known_again(record: Record) -> None:
    there = Facts(record)
    for part in SINGULAR:
        for fact in getattr(record, part):
            assert there.find(target_of(part, fact)) == fact.id


def test_every_fact_is_known_again_under_another_id_in_a_text_that_moved(record: Record) -> None:
    later = msgspec.convert(moved(msgspec.to_builtins(record)), Record)
    there, checked = Facts(later), 0
    for part in SINGULAR:
        for old, new in zip(getattr(record, part), getattr(later, part), strict=True):
            assert there.find(target_of(part, old)) == new.id
            checked += 1
    assert checked > 150


def test_words_that_are_gone_are_not_moved_elsewhere() -> None:
    articles = {"a": Article(id="a", source="a", text="Une réunion, puis une réunion.")}
    assert relocate(Span("a", 22, 29, "réunion"), articles) == Span("a", 22, 29, "réunion")
    assert relocate(Span("a", 18, 25, "réunion"), articles) == Span("a", 22, 29, "réunion")
    assert relocate(Span("a", 4, 11, "rupture"), articles) is None
    assert relocate(Span("b", 4, 11, "réunion"), articles) is None
    assert Facts(Record()).find(Target(of="events", id="e")) is None
