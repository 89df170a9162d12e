"""A promise and what became of it, told in one breath."""

from __future__ import annotations

import pytest

from detente.model import Article, Published, Undertaking
from detente.reading import draft_of


def undertakings(text: str) -> list[Undertaking]:
    day = Published(date="2023-05-10", basis="given")
    article = Article(id="a", source="a.txt", text=text, language="fr", published=day)
    return list(draft_of(article).undertakings)


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Le Togo a libéré jeudi six marins béninois, comme promis.", "six marins", "carried_out"),
        ("Comme convenu, le Togo a rouvert son consulat.", "rouvert son consulat", "carried_out"),
        (
            "Conformément au protocole signé à Lomé, l'armée togolaise a évacué l'île.",
            "l'armée togolaise a évacué l'île",
            "carried_out",
        ),
        (
            "Comme il s'y était engagé, le Bénin a rendu mardi les deux navires.",
            "le Bénin a rendu mardi les deux navires",
            "carried_out",
        ),
        (
            "Le Bénin a gracié onze opposants, ainsi que l'avait promis le chef de l'Etat.",
            "onze opposants",
            "carried_out",
        ),
        (
            "Fidèle à ses engagements, le Togo a commencé à démanteler ses barrages.",
            "démanteler ses barrages",
            "under_way",
        ),
        (
            "Comme prévu par l'accord, vingt détenus ont été relâchés par le Togo.",
            "vingt détenus ont été relâchés",
            "carried_out",
        ),
        (
            "Les rebelles béninois ont mené à bien leur désarmement, comme prévu dans l'accord de paix.",
            "ont mené à bien leur désarmement",
            "carried_out",
        ),
        (
            "Le Togo affirme avoir retiré ses soldats, en application de l'accord de Lomé.",
            "retiré ses soldats",
            "carried_out",
        ),
        (
            "Contrairement à ses promesses, le Togo n'a pas levé le blocus.",
            "n'a pas levé le blocus",
            "broken",
        ),
        ("Malgré sa promesse de lever le blocus, le Togo a saisi un navire.", "blocus", "broken"),
        ("Le Togo a manqué à sa promesse de lever le blocus.", "lever le blocus", "broken"),
        ("Le Togo est revenu sur son engagement de lever le blocus.", "lever le", "withdrawn"),
        ("Le Togo a tenu sa promesse de lever le blocus.", "lever le blocus", "carried_out"),
        ("La promesse du Togo de lever le blocus est restée lettre morte.", "blocus", "broken"),
        (
            "Le Togo, qui s'était engagé à lever le blocus avant le 1er mai, ne l'a toujours pas fait.",
            "lever le blocus avant le 1er mai",
            "broken",
        ),
        ("Le Togo avait promis de lever le blocus, ce qu'il a fait.", "le blocus", "carried_out"),
        (
            "Le Togo n'a pas tenu parole: il avait promis de lever le blocus.",
            "lever le blocus",
            "broken",
        ),
        ("La levée du blocus, promise par le Togo, n'a jamais eu lieu.", "du blocus", "broken"),
        (
            "La libération des marins, que le Bénin avait promise, a eu lieu jeudi.",
            "La libération des marins",
            "carried_out",
        ),
        ("La visite du roi, promise par le Togo, a été annulée.", "visite du roi", "withdrawn"),
    ],
)
def test_the_promise_and_its_fate(text: str, words: str, status: str) -> None:
    found = [u for u in undertakings(text) if words in u.text]
    assert [u.status for u in found] == [status], undertakings(text)
    assert found[0].parties
    assert [step.status for step in found[0].history] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Conformément à la Constitution, le président togolais a dissous l'assemblée.",
        "Le Togo a refusé de libérer les marins malgré ses promesses.",
        "Cinq marins sont arrivés au Togo puis ont pris un avion, en application de l'accord.",
    ],
)
def test_what_no_promise_stands_beside(text: str) -> None:
    assert undertakings(text) == []


def test_another_who_does_not_keep_his_word() -> None:
    (found,) = undertakings("Le Togo a promis d'aider le Bénin, qui n'a pas tenu parole.")
    assert found.status == "open"


def test_the_time_of_what_is_settled_is_no_time_ahead() -> None:
    (done,) = undertakings("Comme promis, le Togo a libéré jeudi six marins béninois.")
    assert done.due is None
    (late,) = undertakings(
        "Le Togo avait promis d'aider le Bénin avant le 1er mai, ce qu'il a fait."
    )
    assert late.due == "2023-05-01"
