"""The act that something undertaken is, and what later words and events say of that act."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Undertaking
from detente.record.acts import act_of, same


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("rouvrir la liaison maritime", "rouvrir"),
        ("la levée des taxes sur les agrumes", "lever"),
        ("un échange de détenus", "échanger"),
        ("l'Algérie fermera deux ports", "fermer"),
        ("Les droits seront supprimés", "supprimer"),
        ("elle allait détruire le dépôt", "détruire"),
        ("prêt à libérer les pêcheurs", "libérer"),
        ("le roi se rendra à Lima", None),
        ("se retirer de l'île", "retirer"),
        ("procéder jeudi à la libération des marins", "libérer"),
        ("ils entameront lundi leur retrait", "retirer"),
        ("laisser entrer les secours", "entrer"),
        ("entamer un dialogue afin de mettre fin au conflit", "entamer"),
        ("les marins devaient être relâchés", "relâcher"),
        ("une paix durable", None),
    ],
)
def test_the_act_of_an_undertaking(text: str, act: str | None) -> None:
    assert act_of(text, "fr") == act


def test_an_act_is_told_by_its_noun_or_in_other_words() -> None:
    assert same("fermer", "fermeture", "fr")
    assert same("fermer", "démantèlement", "fr")
    assert same("lever", "levées", "fr")
    assert not same("fermer", "ouverture", "fr")
    assert act_of("reopen the port", "en") is None


@pytest.mark.parametrize(
    ("words", "later", "status"),
    [
        (
            "le retrait de ses navires",
            "L'Algérie a achevé le retrait de ses navires.",
            "carried_out",
        ),
        ("le retrait de ses navires", "L'Algérie a retiré ses navires.", "carried_out"),
        (
            "retirer ses navires du détroit",
            "L'Algérie a accompli le retrait de ses navires du détroit.",
            "carried_out",
        ),
        ("déposer ses vieux fusils", "L'Algérie a rendu ses vieux fusils.", "carried_out"),
        (
            "fermer le camp frontalier",
            "En Algérie, le démantèlement du camp frontalier est bien avancé.",
            "under_way",
        ),
        (
            "fermer le camp frontalier",
            "L'Algérie a commencé à démanteler le camp frontalier.",
            "under_way",
        ),
        (
            "le retrait de ses navires du détroit",
            "L'Algérie a entamé mardi le retrait de ses navires du détroit.",
            "under_way",
        ),
        (
            "laisser entrer l'aide alimentaire dans la vallée",
            "En Algérie, un convoi d'aide alimentaire est arrivé dans la vallée.",
            "carried_out",
        ),
        (
            "fermer le camp frontalier",
            "L'Algérie refuse désormais de fermer le camp frontalier.",
            "withdrawn",
        ),
        (
            "fermer le camp frontalier",
            "L'Algérie est revenue sur sa promesse de fermer le camp frontalier.",
            "withdrawn",
        ),
        ("retirer ses navires du détroit", "Le Chili a retiré ses navires du détroit.", "open"),
        ("fermer le camp frontalier", "L'Algérie a agrandi le camp frontalier.", "open"),
    ],
)
def test_what_later_words_say_of_the_act(
    words: str, later: str, status: str, report: Any, record: Any
) -> None:
    one, other = report("a", "2024-03-12"), report("b", "2024-05-02")
    span = one.say(f"Alger s'est engagée à cela : {words}", words)
    one.undertakings.append(Undertaking(id="u1", text=words, parties=("DZ",), evidence=(span,)))
    other.actor("Algérie", "state", country="DZ")
    other.say(later)
    (found,) = record(one, other).undertakings
    assert found.status == status
