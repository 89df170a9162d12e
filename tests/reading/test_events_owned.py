"""« deux de ses diplomates »: whose people something is done to, by who the sentence is of."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("La Bolivie a dénoncé jeudi l'expulsion mardi de deux de ses diplomates par le Pérou.",
         "expulsion", {"BO", "PE"}),
        ("La Paz a parlé d'une réponse à l'expulsion, mardi, de deux de ses diplomates par Lima.",
         "expulsion", {"BO", "PE"}),
        ("Après l'expulsion de ses diplomates par Lima, La Paz a rappelé jeudi son ambassadeur.",
         "expulsion", {"BO", "PE"}),
        ("Lima a protesté jeudi après l'arrestation mercredi de deux de ses ressortissants par la "
         "Bolivie.", "detention", {"BO", "PE"}),
        ("Le Chili a condamné l'arrestation lundi à Lima de quatre de ses pêcheurs.",
         "detention", {"CL", "PE"}),
        ("Le président péruvien Juan Soto a exigé jeudi la libération de ses soldats détenus en "
         "Bolivie.", "release", {"BO", "PE"}),
    ],
)  # fmt: skip
def test_people_of_who_speaks_of_them(text: str, kind: str, parties: set[str]) -> None:
    event = one(text, kind)
    assert set(event.parties) == parties


def test_they_are_told_as_those_whom_it_befell() -> None:
    event = one("La Bolivie a dénoncé l'expulsion de deux de ses diplomates par Lima.", "expulsion")
    assert ("BO", "target") in {(p.actor, p.part) for p in event.participants}
    (freed,) = one(
        "Lima a exigé la libération de ses soldats détenus en Bolivie.", "release"
    ).released
    assert (freed.by, freed.to) == ("BO", "PE")


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a expulsé mardi deux de ses diplomates.",
        "Le Pérou a dénoncé l'expulsion de ses collaborateurs boliviens par l'Equateur.",
    ],
)
def test_nobody_else_is_drawn_in(text: str) -> None:
    assert all(p.part != "target" or p.actor != "PE" for e in events(text) for p in e.participants)


def test_what_is_set_for_the_end_of_the_month_is_to_come() -> None:
    text = "Pérou-Bolivie : des discussions fin novembre à Quito\n\nLima et La Paz se sont parlé lundi."
    (talks,) = events(text, "talks", date="2023-11-13")
    assert talks.status == "planned"
    (held,) = events("Lima et La Paz ont tenu fin novembre des discussions à Quito.", "talks",
                     date="2023-11-28")  # fmt: skip
    assert held.status == "occurred"
