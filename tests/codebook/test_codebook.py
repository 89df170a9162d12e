"""The codebook loads, says where an entry is wrong, and its checker finds what a reader gets wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.codebook import check, load
from detente.errors import CodebookError
from detente.model import Article, Event, Plover, Reading, Span

KINDS = """call talks visit speech mediation agreement vote exchange release restitution ceasefire
withdrawal sanctions_relief aid appointment election resignation dismissal demand accusation rejection
threat recall expulsion sanctions seizure closure detention sentencing extradition protest
mobilization attack coup""".split()
TOPICS = """peace_settlement ceasefire security_guarantees territory prisoners hostages
humanitarian_access diplomatic_missions diplomatic_property staffing visas banking sanctions trade
energy nuclear arms_control technology currency migration climate middle_east cyber space transport
elections human_rights""".split()


def test_holds_all_kinds_and_topics() -> None:
    book = load()
    assert set(KINDS) <= book.kinds.keys()
    assert set(TOPICS) == book.topics.keys()


def test_every_kind_has_codes_a_scale_and_examples() -> None:
    for name, kind in load().kinds.items():
        assert kind.definition and kind.plover.type and kind.scale.source, name
        assert -10 <= kind.scale.value <= 10, name
        examples = kind.examples["fr"]
        assert len(examples.right) >= 5, name
        assert len(examples.wrong) >= 3, name


def test_accusations_stand_on_the_side_of_conflict() -> None:
    """PLOVER's manual prints ACCUSE as +3 where its modes are -2 to -3.5."""
    assert load().kinds["accusation"].scale.value < 0


def test_words_hold_the_lemmas_of_all_frames() -> None:
    words = load().words("fr")
    assert {"rencontrer", "pourparlers", "expulser", "libération"} <= words


def test_loads_once() -> None:
    assert load() is load()


def test_a_folder_of_ones_own_adds_a_kind(tmp_path: Path) -> None:
    (tmp_path / "boycott.yaml").write_text(
        "kind: boycott\ndefinition: d\nplover: {type: PROTEST, mode: boycott}\n"
        "scale: {value: -6.5, source: s}\nwords: {fr: {verbs: [{lemma: boycotter}]}}\n"
    )
    book = load(tmp_path)
    assert book.kinds["boycott"].plover == Plover(type="PROTEST", mode="boycott")
    assert book.version != load().version


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind: x\ndefinition: d\n", "plover"),
        ("kind: x\nverbs: []\n", "x.yaml"),
        (
            "kind: x\ndefinition: d\nplover: {type: A}\nscale: {value: 1, source: s}\n"
            "words: {fr: {verbs: [{lemma: voir, needs: {object: [NOBODY]}}]}}\n",
            "NOBODY",
        ),
        ("kind: [", "x.yaml"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "x.yaml").write_text(text)
    with pytest.raises(CodebookError, match=says):
        load(tmp_path)


def test_norway_is_no_truth_value() -> None:
    examples = load().kinds["expulsion"].examples["fr"].right
    assert ("NO", "RU") in [example.parties for example in examples]


def test_the_checker_tells_what_a_reader_misses_and_invents() -> None:
    def blind(article: Article) -> Reading:
        return Reading(article=article.id)

    def credulous(article: Article) -> Reading:
        span = Span(article.id, 0, 1, article.text[:1])
        event = Event(id="e1", kind="visit", mentions=(span,))
        return Reading(article=article.id, events=(event,))

    missed = check(blind, kinds=["visit"])
    assert missed and all(f.reason.startswith("not found") for f in missed)
    invented = check(credulous, kinds=["visit"])
    assert any(f.reason.startswith("told as") for f in invented)
