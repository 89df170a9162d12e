"""The lexicon of speech: forms, readings, families."""

from __future__ import annotations

from typing import get_args

import pytest

from detente.language.fr.speech import lexicon
from detente.language.speech import Takes

FORMS = [
    ("annonçait", "annoncer"),
    ("exigeant", "exiger"),
    ("rappelle", "rappeler"),
    ("rejette", "rejeter"),
    ("suggèrent", "suggérer"),
    ("révélé", "révéler"),
    ("martèle", "marteler"),
    ("avertissent", "avertir"),
    ("dit", "dire"),
    ("répondit", "répondre"),
    ("écrivait", "écrire"),
    ("promis", "promettre"),
    ("prévient", "prévenir"),
    ("dément", "démentir"),
    ("exclut", "exclure"),
    ("souligna", "souligner"),
    ("raillèrent", "railler"),
]


@pytest.mark.parametrize(("form", "lemma"), FORMS)
def test_form_to_lemma(form: str, lemma: str) -> None:
    assert lemma in {verb.lemma for verb in lexicon().verbs[form]}


def test_readings_of_several_words() -> None:
    readings = {(v.lemma, v.rest) for v in lexicon().verbs["mis"]}
    assert ("mettre", ("en", "garde")) in readings


def test_reflexive_readings() -> None:
    readings = {(v.family.name, v.reflexive) for v in lexicon().verbs["dit"]}
    assert {("say", False), ("judge", True)} <= readings


@pytest.mark.parametrize(
    ("noun", "family"), [("refus", "reject"), ("menaces", "threaten"), ("inquiétude", "denounce")]
)
def test_nouns_of_speech(noun: str, family: str) -> None:
    assert lexicon().nouns[noun].name == family


def test_every_family_says_what_it_takes() -> None:
    known = set(get_args(Takes))
    for verbs in lexicon().verbs.values():
        for verb in verbs:
            assert verb.family.takes <= known
