"""Who leaves talks, who takes over a post, what is handed over in return, « ceux tenus à Rome »."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    "text",
    [
        "L'opposition togolaise a suspendu mardi sa participation au dialogue.",
        "Le Pérou s'est retiré mardi des pourparlers avec le Chili.",
        "La délégation malienne a quitté mardi les négociations.",
        "La guérilla péruvienne a quitté mardi la table des négociations.",
        "La guérilla péruvienne a claqué mardi la porte des discussions.",
    ],
)
def test_who_leaves_talks_refuses_them(text: str) -> None:
    found = one(text, "rejection")
    assert (found.status, found.date) == ("occurred", "2025-06-10")


def test_who_leaves_talks_was_in_them() -> None:
    text = "L'opposition péruvienne a décidé dimanche de se retirer du dialogue national entamé début mai."
    found = one(text, "talks")
    assert (found.parties, found.date) == (("PE",), "2025-05")


@pytest.mark.parametrize(
    "text",
    [
        "Luis Paz a succédé lundi à Juan Rey comme émissaire de l'ONU au Pérou.",
        "Juan Rey a été remplacé lundi par Luis Paz à la tête de la diplomatie chilienne.",
        "Le président chilien Luis Paz est entré en fonction lundi.",
    ],
)
def test_who_takes_over_a_post(text: str) -> None:
    found = one(text, "appointment")
    assert found.date == "2025-06-09"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le Pérou livrera lundi dix soldats au Chili en échange de douze prisonniers.", "planned"),
        ("Le Pérou a rendu lundi dix soldats au Chili contre douze prisonniers.", "occurred"),
        (
            "Le Pérou a remis lundi dix soldats chiliens en échange de douze prisonniers.",
            "occurred",
        ),
    ],
)
def test_who_is_handed_over_in_return_is_exchanged(text: str, status: str) -> None:
    assert one(text, "exchange").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Ce sont les premiers pourparlers entre le Pérou et le Chili depuis ceux tenus à Rome en mai 2017.",
        "Cette réunion entre le Pérou et le Chili fait suite à celle qui s'était tenue en mai 2017 à Rome.",
    ],
)
def test_what_is_told_of_another_is_not_of_this(text: str) -> None:
    found = {
        event.date: event.place.city if event.place else None for event in events(text, "talks")
    }
    assert found == {None: None, "2017-05": "Rome"}


def test_an_accord_told_beside_a_meeting_is_between_the_same() -> None:
    text = (
        "Le gouvernement malien et la rébellion touareg se sont rencontrés lundi à Alger, dix ans après "
        "la signature de l'accord du 20 juin 2015."
    )
    (accord,) = [e for e in events(text, "agreement") if e.status == "occurred"]
    assert accord.date == "2015-06-20"
    assert accord.parties == ("ML",)
