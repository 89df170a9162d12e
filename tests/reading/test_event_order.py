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
