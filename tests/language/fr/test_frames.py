"""French words that carry an event or say whether it happened."""

from __future__ import annotations

import re

import pytest

from detente.language.fr import frames


@pytest.mark.parametrize(
    ("lemma", "irregular", "forms"),
    [
        ("libérer", None, ("libéré", "libérée", "libérés", "libérées")),
        ("bannir", None, ("banni", "bannie", "bannis", "bannies")),
        ("rendre", None, ("rendu", "rendue", "rendus", "rendues")),
        ("mettre", "mis", ("mis", "mise", "mis", "mises")),
    ],
)
def test_participles(lemma: str, irregular: str | None, forms: tuple[str, ...]) -> None:
    assert frames.participles(lemma, irregular) == forms


def test_every_list_is_a_set_under_its_key() -> None:
    assert "procéder" in frames.LIGHT_TO
    assert frames.MODALS == frames.GOING | frames.JUST | frames.MUST | frames.CAN


def test_marks_of_several_words_are_looked_for_whole() -> None:
    assert {"avant que", "afin de"} <= set(frames.WHOLE_MARKS)
    assert "pour" not in frames.WHOLE_MARKS
    for mark in frames.WHOLE_MARKS:  # none hides another
        assert [other for other in frames.WHOLE_MARKS if other.startswith(mark)] == [mark]


@pytest.mark.parametrize(
    ("text", "charge", "sentence"),
    [
        ("accusé d'espionnage, ", "espionnage", None),
        ("condamnée pour trahison, en mai, à dix ans de prison", "trahison", None),
        ("condamnée en mai à dix ans de prison pour vol", "vol", "dix ans de prison"),
    ],
)
def test_charge_and_sentence(text: str, charge: str, sentence: str | None) -> None:
    said, given = frames.CHARGE.search(text), frames.SENTENCE.search(text)
    assert said is not None
    assert (said[1] or said[2]) == charge
    assert (given and given[1]) == sentence


def test_two_states() -> None:
    for words in ("deux capitales", "l'un avec l'autre"):
        assert re.match(frames.COUPLE, words)
    assert not re.match(frames.COUPLE, "deux otages")
