"""Towns that no list of cities has, and cities behind the words that lead to them."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        # towns without an entry: their state is told beside them
        ("Le Chili et le Pérou ont tenu mardi des discussions dans la ville chilienne de Quilanga (nord).", "Quilanga", "CL"),
        ("Le ministre chilien a reçu mardi le ministre péruvien dans la station thermale de Monte Alto, au sud de Lima.", "Monte Alto", "PE"),
        ("Un accord a été signé mardi à Tabalo, une localité du nord du Mali, entre l'armée et les rebelles.", "Tabalo", "ML"),
        ("Le Chili et le Pérou se sont réunis mardi au siège de l'ONU à Corumbe, dans le sud du Pérou.", "Corumbe", "PE"),
        ("Le Chili et le Pérou ont entamé des discussions. Ce qui a été dit lors de cette rencontre, dans le village de Corumbe, n'est pas connu.", "Corumbe", None),
        # cities behind the noun that leads to them
        ("Le ministre chilien a été reçu mardi dans la capitale bolivienne La Paz par le ministre bolivien.", "La Paz", "BO"),
        ("La ministre chilienne a accueilli mardi à l'aéroport international de Lima la ministre péruvienne.", "Lima", "PE"),
        ("Les pourparlers de Kampala entre le Tchad et le Soudan ont débuté mardi.", "Kampala", "UG"),
        # not where the one before went
        ("M. Saïd s'était rendu en Jordanie en mai et le ministre jordanien avait rencontré son homologue irakien, Adel Mahdi, à Bagdad.", "Bagdad", "IQ"),
    ],
)  # fmt: skip
def test_town(text: str, city: str, country: str | None) -> None:
    place = one(text, "talks", "agreement").place
    assert place is not None and (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    "told",
    [
        "La cérémonie s'est déroulée à Doha.",
        "La signature a eu lieu dans la ville qatarie de Doha.",
    ],
)
def test_where_the_ceremony_was(told: str) -> None:
    accord = one(f"Le Tchad et le Soudan ont signé mardi un accord. {told}", "agreement")
    assert accord.place is not None and accord.place.city == "Doha"


@pytest.mark.parametrize(
    "text",
    [
        # where another makes it known, or that it is about
        "Le Togo et le Bénin ont conclu un accord. Cet accord a été annoncé mardi à Paris par le ministre français.",
        "Le Mali et les rebelles se sont accordés mardi sur une cessation des hostilités dans cette région du nord du Mali.",
        # whose they are
        "Les discussions de Moscou avec Washington ont repris mardi.",
        # rounds before this one
        "Le Chili et le Pérou ont repris mardi leurs négociations. Les négociations précédentes avaient eu lieu en Suisse.",
    ],
)  # fmt: skip
def test_no_place_of_another_thing(text: str) -> None:
    assert events(text, "talks", "agreement", "ceasefire")[0].place is None


def test_a_field_is_no_venue() -> None:
    text = "Le Chili et le Pérou ont signé mardi un accord dans le domaine de l'énergie."
    assert one(text, "agreement").venue is None


def test_where_games_open_is_not_where_talks_are() -> None:
    text = (
        "Les discussions devraient porter sur les jeux Olympiques d'hiver, qui s'ouvrent en juillet à "
        "Lima, entre le Chili et le Pérou."
    )
    assert all(e.place is None for e in events(text, "talks"))
