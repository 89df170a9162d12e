"""The list of facts judged by hand, and how facts are known again."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

FILE = Path(__file__).parent.parent / "benchmarks" / "lines.py"
spec = importlib.util.spec_from_file_location("lines", FILE)
assert spec is not None and spec.loader is not None
lines = importlib.util.module_from_spec(spec)
sys.modules["lines"] = lines
spec.loader.exec_module(lines)


def test_every_judgment_says_what_of_and_why() -> None:
    rows = list(lines.judged().values())
    assert rows
    for row in rows:
        assert row["verdict"] in ("right", "wrong"), row
        assert row["kind"] in ("event", "statement", "undertaking", "role"), row
        assert row["fact"], row
        assert bool(row["why"]) == (row["verdict"] == "wrong"), row


def test_a_fact_that_changes_has_another_key() -> None:
    one = lines.Fact("a", "statement", 3, "direct Anna: non (None)")
    assert one.key == lines.Fact("a", "statement", 9, one.told).key
    assert one.key != lines.Fact("a", "statement", 3, "direct Karl: non (None)").key


def test_the_facts_of_a_report() -> None:
    text = "Le ministre kényan Paul Otieno a promis mardi de rouvrir la frontière."
    article = lines.Article(id="a", source="a", text=text, language="fr")
    found = list(lines.facts("a", lines.detente.read([article], whole=True)))
    assert {fact.kind for fact in found} >= {"undertaking", "role"}
    assert all(fact.document == "a" and fact.told for fact in found)
