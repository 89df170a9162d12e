"""Day and place behind what was agreed on, and of what is told in an adjunct of the news."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one

SIDES = "Le Laos et le Vietnam"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("sont parvenus à un accord mardi à Doha", "agreement"),
        ("ont abouti à un compromis mardi à Doha", "agreement"),
        ("ont convenu d'une trêve mardi à Doha", "ceasefire"),
        ("se sont mis d'accord sur un cessez-le-feu mardi à Doha", "ceasefire"),
        ("sont tombés d'accord sur un cessez-le-feu mardi à Doha", "ceasefire"),
        ("ont accepté une trêve de dix jours mardi à Doha", "ceasefire"),
        ("ont signé un traité mettant fin à six ans de brouille mardi à Doha", "agreement"),
    ],
)
def test_day_and_place_behind_the_accord_are_those_of_agreeing(said: str, kind: str) -> None:
    made = one(f"{SIDES} {said}.", "agreement", "ceasefire")
    assert (made.kind, made.status, made.date) == (kind, "occurred", "2025-06-10")
    assert made.place is not None and made.place.city == "Doha"
    assert set(made.parties) == {"LA", "VN"}


def test_a_truce_keeps_how_long_it_is_to_last() -> None:
    assert one(f"{SIDES} ont accepté une trêve de dix jours mardi à Doha.").duration == "P10D"


def test_what_is_agreed_on_is_yet_to_come() -> None:
    told = events(f"{SIDES} sont convenus d'un échange de prisonniers mardi à Doha.")
    assert [(e.kind, e.status, e.date) for e in told] == [
        ("agreement", "occurred", "2025-06-10"),
        ("exchange", "planned", None),
    ]


def test_a_meeting_agreed_on_has_its_own_day() -> None:
    told = events(f"{SIDES} ont convenu d'une rencontre samedi prochain à Doha.")
    assert [(e.kind, e.date) for e in told] == [("agreement", None), ("talks", "2025-06-14")]


@pytest.mark.parametrize(
    "said",
    [
        "n'ont pas réussi mardi à Doha à s'entendre, au terme de longues négociations",
        "ont conclu un accord mardi à Doha au terme de trois jours de pourparlers",
        "ont signé mardi à Doha un traité, lors d'une réunion organisée par l'Arabie saoudite",
    ],
)
def test_what_the_news_came_of_is_of_its_day_and_place(said: str) -> None:
    held = one(f"{SIDES} {said}.", "talks")
    assert held.date == "2025-06-10" and held.place is not None and held.place.city == "Doha"


def test_a_call_has_no_place_of_its_clause() -> None:
    told = "Le président lao a dit mardi à Doha, lors d'un entretien téléphonique avec Hanoï, y croire."
    assert all(event.place is None for event in events(told, "call"))


def test_who_gives_the_room_is_no_side() -> None:
    told = f"{SIDES} ont conclu une trêve mardi, lors de pourparlers accueillis par le Qatar."
    assert [set(e.parties) for e in events(told)] == [{"LA", "VN"}, {"LA", "VN"}]


def test_the_place_of_a_ceremony_is_that_of_signing() -> None:
    told = f"{SIDES} ont signé mardi un accord lors d'une cérémonie organisée à Doha, au Qatar."
    assert (one(told).place.city, one(told).date) == ("Doha", "2025-06-10")  # type: ignore[union-attr]


def test_they_signed_where_the_third_joined_them() -> None:
    told = "Le roi lao et le roi thaïlandais, que le roi khmer avait rejoints à Hanoï, ont signé un accord."
    place = one(told, "agreement").place
    assert place is not None and place.city == "Hanoï"


def test_both_sides_of_an_accord_concluded_between_them() -> None:
    told = "L'accord conclu hier à Doha entre les émissaires du Laos et les représentants du Vietnam a été salué."
    assert set(one(told, "agreement").parties) == {"LA", "VN"}


def test_the_eve_without_another_day_is_the_eve_of_the_report() -> None:
    told = "L'accord entre le Laos et le Vietnam, paraphé la veille à Doha, prévoit un retrait."
    assert one(told, "agreement").date == "2025-06-11"


def test_who_visits_is_named_behind_his_post() -> None:
    told = (
        "La fête a mis fin à deux jours de visite du chef de l'État chilien, Luis Rojas, au Kenya."
    )
    visit = one(told, "visit")
    assert [p.part for p in visit.participants] == ["participant"]
    assert set(visit.parties) == {"CL", "KE"} and visit.place is not None


@pytest.mark.parametrize("line", ["Doha —", "DOHA -", "Genève, Suisse —", "Hanoï (Vietnam) –"])
def test_a_meeting_is_where_its_report_was_sent_from(line: str) -> None:
    met = one(f"{line}\nLe ministre chilien a rencontré mardi le ministre kényan.", "talks")
    assert met.place is not None and met.place.city == line.split(",")[0].split()[0].capitalize()
    assert set(met.parties) == {"CL", "KE"}
