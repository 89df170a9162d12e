"""The walk through all rooms: sources in, record out. Reports are our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import detente
from detente import Article, SourceError
from detente.language.fr import pipeline
from detente.model import Published
from detente.views.export import to_builtins

EXAMPLES = Path(__file__).parents[1] / "examples"
needs_model = pytest.mark.skipif(
    not pipeline.MODEL.exists(), reason="the French model has not been built"
)
TEXT = (
    "Oslo expulse deux diplomates\n\nLa Norvège a expulsé mardi deux diplomates marocains. "
    "« Cette décision est injuste », a déclaré le ministre marocain des Affaires étrangères, "
    "Younès Tazi."
)


def report(text: str = TEXT) -> Article:
    published = Published(date="2019-05-16", basis="given")
    return Article(id="r1", source="r1.txt", text=text, language="fr", published=published)


@needs_model
def test_an_article_becomes_a_record() -> None:
    record = detente.read(report())
    assert {(e.kind, e.date) for e in record.events} == {("expulsion", "2019-05-14")}
    (event,) = record.events
    assert set(event.parties) == {"NO", "MA"}
    said = {(s.speaker, s.quote) for s in record.statements}
    (speaker,) = (actor.id for actor in record.actors if actor.name == "Younès Tazi")
    assert (speaker, "Cette décision est injuste") in said


@needs_model
def test_files_folders_and_articles_may_be_mixed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    errors: list[SourceError] = []
    read: list[str] = []
    record = detente.read(
        [report(), tmp_path, tmp_path / "missing.txt"],
        on_error=errors.append,
        progress=lambda article, state: read.append(article.source),
    )
    assert len(record.articles) == 2
    assert read == ["r1.txt", str(tmp_path / "one.txt")]
    assert [Path(error.source).name for error in errors] == ["missing.txt"]


def test_without_on_error_the_first_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing\.txt"):
        detente.read(tmp_path / "missing.txt")


@needs_model
def test_a_report_in_a_language_without_a_pack_is_kept_unread() -> None:
    record = detente.read(Article(id="e", source="e.txt", text="Saluton!", language="eo"))
    assert "eo" in (record.articles[0].unread or "")
    assert record.events == ()


@needs_model
@pytest.mark.slow
def test_the_examples_make_a_record_in_which_every_fact_is_cited() -> None:
    record = detente.read(EXAMPLES)
    assert len(record.articles) == 17
    assert len(record.events) > 8
    texts = {article.id: article.text for article in record.articles}
    spans = list(_spans(to_builtins(record)))
    assert len(spans) > 200
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]] == span["exact"] != ""
    assert all(statement.evidence for statement in record.statements)
    assert all(undertaking.evidence for undertaking in record.undertakings)
    assert all(event.mentions for event in record.events)


@needs_model
@pytest.mark.slow
def test_reading_the_examples_again_or_in_another_order_changes_nothing(tmp_path: Path) -> None:
    from detente.walk import articles_of

    articles = list(articles_of(EXAMPLES, on_error=lambda error: None))
    with detente.open_dossier(tmp_path / "d.db") as dossier:
        dossier.add(articles)
        first = dossier.record()
        assert dossier.add(reversed(articles)).unchanged == len(articles)
        assert dossier.record() == first
    assert detente.read(reversed(articles)) == first


def _spans(value: Any) -> list[dict[str, Any]]:
    """All spans in a record, however deep."""
    if isinstance(value, dict):
        if value.keys() == {"article", "start", "end", "exact"}:
            return [value]
        return [span for inner in value.values() for span in _spans(inner)]
    if isinstance(value, (list, tuple)):
        return [span for inner in value for span in _spans(inner)]
    return []
