"""Turns of phrase: characters stay where they are, kinds and topics are the codebook's."""

from __future__ import annotations

import pytest

from detente.language.doc import straight
from detente.record.comparing import quantity
from detente.record.cues import kind_of, patterns, sentences, topics_in


def test_plain_keeps_every_offset() -> None:
    text = "À İzmir, l’ÉMISSAIRE\u00a0a dit : « Non »."
    assert len(straight(text)) == len(text)
    assert straight(text).index("l'émissaire") == text.index("l’ÉMISSAIRE")


def test_sentences_cover_the_words() -> None:
    text = "Il a parlé. Elle a répondu !\nPuis 3.5 % sont partis"
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "Il a parlé.",
        "Elle a répondu !",
        "Puis 3.5 % sont partis",
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ouvrir des négociations sans délai", "talks"),
        ("se revoir au printemps", "talks"),
        ("un échange de visites entre les deux pays", "visit"),
        ("un échange de prisonniers", "exchange"),
        ("faciliter le transit des marchandises", None),
    ],
)
def test_the_kind_of_what_is_undertaken(words: str, kind: str | None) -> None:
    assert kind_of(words, "fr") == kind


def test_topics_of_some_words() -> None:
    assert topics_in("la délivrance des visas", "fr") == {"visas"}


@pytest.mark.parametrize(
    "words",
    [
        "le mali n'est pas à l'ordre du jour",
        "aucune question militaire n'est à l'agenda",
        "la libye ne figurait pas au programme",
    ],
)
def test_what_is_ruled_out(words: str) -> None:
    assert any(p.search(words) for p in patterns("fr", "excluded"))


@pytest.mark.parametrize(
    ("value", "least_and_most"),
    [
        ("12", (12.0, 12.0)),
        ("30-43", (30.0, 43.0)),
        ("1 200", (1200.0, 1200.0)),
        ("PT1H30M", (90.0, 90.0)),
        ("une douzaine", None),
    ],
)
def test_quantities(value: str, least_and_most: tuple[float, float] | None) -> None:
    assert quantity(value) == least_and_most
