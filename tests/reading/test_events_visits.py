"""Who meets whom on a journey told in the same sentence, when and where."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


@pytest.mark.parametrize(
    ("text", "day", "city"),
    [
        (
            "En visite lundi à Lima, le ministre chilien a rencontré son homologue péruvien.",
            "2025-06-09",
            "Lima",
        ),
        (
            "Le ministre chilien, arrivé lundi à Lima, a été reçu mardi par le président péruvien.",
            "2025-06-10",
            "Lima",
        ),
        (
            "Actuellement en visite à Oslo, Ana Ruiz, la ministre chilienne, s'est entretenue mardi "
            "avec Kari Berg, la présidente norvégienne.",
            "2025-06-10",
            "Oslo",
        ),
    ],
)
def test_who_meets_somebody_on_a_visit_does_so_there(text: str, day: str, city: str) -> None:
    met = one(text, "talks")
    assert (met.date, met.place and met.place.city) == (day, city)


def test_a_meeting_before_the_journey_was_not_where_it_went() -> None:
    text = "Le ministre chilien est arrivé lundi à Lima après avoir rencontré le ministre péruvien."
    assert one(text, "talks").place is None


def test_a_visit_has_the_day_of_what_is_said_on_it() -> None:
    text = (
        "Le ministre chilien, en visite à Lima, a déclaré mardi que la frontière serait rouverte."
    )
    assert one(text, "visit").date == "2025-06-10"


@pytest.mark.parametrize("went", ["est attendue lundi", "était attendue lundi", "se rendra lundi"])
def test_who_is_awaited_for_talks_is_in_them(went: str) -> None:
    text = f"La ministre chilienne Ana Ruiz {went} à Lima pour des entretiens avec Luis Paz, le président péruvien."
    told = draft(text)
    talks = next(e for e in told.events if e.kind == "talks")
    assert {told.actors[p.actor].name for p in talks.participants} == {"Ana Ruiz", "Luis Paz"}
    assert set(talks.parties) == {"CL", "PE"}


def test_a_participle_between_commas_does_not_take_the_subject() -> None:
    text = (
        "Le chef de la diplomatie chilienne Juan Soto, arrivé la veille de Lima, doit rencontrer "
        "vendredi le président cubain Luis Paz."
    )
    told = draft(text)
    talks = next(e for e in told.events if e.kind == "talks")
    assert {told.actors[p.actor].name for p in talks.participants} == {"Juan Soto", "Luis Paz"}


def test_those_who_come_out_of_days_of_talks_held_them() -> None:
    text = (
        "Après deux jours de discussions à Oslo, le Chili et le Pérou ont promis jeudi de coopérer."
    )
    talks = one(text, "talks")
    assert (talks.date, set(talks.parties)) == ("2025-06-12", {"CL", "PE"})


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("Lima a dit avoir expulsé trois diplomates chiliens.", "expulsion", "PE"),
        ("Le Pérou affirme avoir tué mardi deux soldats chiliens dans une frappe.", "attack", "PE"),
    ],
)
def test_who_says_to_have_done_a_thing_did_it(text: str, kind: str, party: str) -> None:
    assert set(one(text, kind).parties) == {party, "CL"}


def test_those_present_at_the_signing_of_a_truce_were_there() -> None:
    text = "Le Pérou et le Chili ont signé lundi un accord de trêve, en présence du ministre cubain Luis Paz."
    told = draft(text)
    truce = next(e for e in told.events if e.kind == "ceasefire")
    assert {told.actors[p.actor].name for p in truce.participants} == {"Luis Paz"}
    assert set(truce.parties) == {"PE", "CL"}


def test_a_truce_in_force_is_between_those_named_behind_it() -> None:
    text = "Une trêve est entrée en vigueur dimanche à minuit entre le Pérou et le Chili."
    assert set(one(text, "ceasefire").parties) == {"PE", "CL"}


def test_who_presides_over_a_signing_signs() -> None:
    text = (
        "Les présidents chilien et péruvien ont présidé lundi à Lima la signature de dix accords."
    )
    assert set(events(text, "agreement")[0].parties) == {"CL", "PE"}
