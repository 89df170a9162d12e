"""Where an accord was made and whose peace it is; who stood beside; who did and who suffered."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


@pytest.mark.parametrize(
    ("text", "kind", "city", "party"),
    [
        (
            "Un accord de sortie de crise en Bolivie a été signé jeudi à Oslo.",
            "agreement",
            "Oslo",
            "BO",
        ),
        ("Les négociations sur la crise au Pérou ont repris jeudi à Oslo.", "talks", "Oslo", "PE"),
        ("Le cessez-le-feu au Soudan a été signé lundi à Oslo.", "ceasefire", "Oslo", "SD"),
        (
            "Les belligérants ont signé lundi à Oslo un accord de paix au Tchad.",
            "agreement",
            "Oslo",
            "TD",
        ),
    ],
)
def test_the_state_whose_peace_it_is_is_not_where(
    text: str, kind: str, city: str, party: str
) -> None:
    event = one(text, kind)
    assert event.place is not None
    assert event.place.city == city
    assert event.parties == (party,)


@pytest.mark.parametrize(
    "with_them",
    [
        "flanqué du Cubain Luis Paz et du Bolivien Jean Roca",
        "accompagné de son ministre Luis Paz et de l'ambassadeur Jean Roca",
        "aux côtés du ministre Luis Paz et du général Jean Roca",
    ],
)
def test_those_beside_somebody_at_a_meeting_were_there(with_them: str) -> None:
    text = f"Le président chilien Juan Soto, {with_them}, a rencontré lundi le président grec Carlos Diaz."
    told = draft(text)
    talks = next(e for e in told.events if e.kind == "talks")
    assert {"Luis Paz", "Jean Roca"} <= {told.actors[p.actor].name for p in talks.participants}
    assert set(talks.parties) == {"CL", "GR"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("L'armée chilienne a subi lundi un attentat à Arica.", "target"),
        ("L'ELN a perpétré lundi un attentat à Arica.", "participant"),
    ],
)
def test_who_did_an_attack_and_who_suffered_it(text: str, part: str) -> None:
    assert [p.part for p in one(text, "attack").participants] == [part]


def test_who_is_on_a_visit_is_the_visitor() -> None:
    visit = one("Le président mexicain Luis Paz est en visite d'Etat en Chine.", "visit")
    assert set(visit.parties) == {"MX", "CN"}


def test_a_day_on_which_it_was_decided_to_meet_is_to_come() -> None:
    text = "Les présidents chilien et péruvien ont décidé de se rencontrer mardi à Lima."
    assert one(text, "talks").date == "2025-06-17"


@pytest.mark.parametrize(
    "said",
    [
        "Le président chilien Juan Soto s'est engagé mardi à libérer des détenus. Il s'exprimait après une "
        "entrevue avec le médiateur cubain Luis Paz.",
        "Une trêve a été annoncée mardi à Oslo. Cette annonce, à l'issue d'une rencontre entre le ministre "
        "chilien Juan Soto et le ministre cubain Luis Paz, constitue une percée.",
        "La trêve a été annoncée mardi à Oslo après des entretiens du président chilien Juan Soto avec son "
        "homologue cubain Luis Paz.",
    ],
)
def test_a_meeting_after_which_something_is_said_is_of_that_day(said: str) -> None:
    assert one(said, "talks").date == "2025-06-10"


def test_an_accord_after_which_something_is_announced_is_not_of_that_day() -> None:
    text = (
        "Des diplomates chiliens sont arrivés au Pérou, après un accord entre le Chili et le Pérou, a "
        "annoncé mardi Lima."
    )
    assert all(e.date != "2025-06-10" for e in events(text, "agreement"))


@pytest.mark.parametrize(
    ("text", "kind", "city"),
    [
        (
            "Le président chilien est arrivé mardi à Lima, après un mois de soins à Cuba.",
            "visit",
            "Lima",
        ),
        (
            "Le ministre chilien a rencontré lundi le ministre cubain dans le village de Quilvo, dans le "
            "sud du Chili.",
            "talks",
            "Quilvo",
        ),
        (
            "Un accord a été signé lundi au siège de la Force des Nations unies dans la ville de Quilvo, au "
            "sud du Chili, par le Chili et le Pérou.",
            "agreement",
            "Quilvo",
        ),
    ],
)
def test_where_a_journey_goes_and_towns_that_no_list_has(text: str, kind: str, city: str) -> None:
    place = one(text, kind).place
    assert place is not None
    assert place.city == city
