"""Sentences that open with where and when those met who do what they tell."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


def test_those_who_met_there_agreed_there_and_then() -> None:
    text = (
        "Réunis mardi à Arica, port du nord du Chili, les présidents chilien et péruvien, Juan Soto et "
        "Luis Paz, se sont entendus sur un calendrier."
    )
    for kind in ("talks", "agreement"):
        event = one(text, kind)
        assert (event.date, event.place and event.place.city) == ("2025-06-10", "Arica")
        assert set(event.parties) == {"CL", "PE"}


def test_since_when_they_met_is_not_when_they_agreed() -> None:
    text = "Réunis depuis lundi à Oslo, les ministres chilien et cubain sont parvenus jeudi à un accord."
    agreed = one(text, "agreement")
    assert (agreed.date, agreed.place and agreed.place.city) == ("2025-06-12", "Oslo")


@pytest.mark.parametrize("at", ["à l'issue mardi d'un", "au terme mardi d'un", "lors mardi d'un"])
def test_a_day_within_a_preposition(at: str) -> None:
    text = f"Le ministre chilien Juan Soto s'est dit satisfait, {at} entretien avec le ministre péruvien Luis Paz."
    talks = one(text, "talks")
    assert (talks.date, set(talks.parties)) == ("2025-06-10", {"CL", "PE"})


def test_talks_begun_and_suspended_were_held() -> None:
    text = (
        "Entamées en mai à Oslo, les discussions entre le Pérou et le Chili ont été suspendues le 7 juin "
        "par le président péruvien."
    )
    talks = one(text, "talks")
    assert (talks.status, talks.date) == ("occurred", "2025-05")


def test_the_words_of_a_reply_to_journalists_name_who_says_them() -> None:
    text = (
        '"Nous attendons", a dit aux journalistes le ministre chilien Juan Soto après une rencontre avec '
        "le ministre péruvien Luis Paz."
    )
    told = draft(text)
    talks = next(e for e in told.events if e.kind == "talks")
    assert {told.actors[p.actor].name for p in talks.participants} == {"Juan Soto", "Luis Paz"}


def test_head_to_head_is_how_they_met() -> None:
    text = "Le président chilien s'entretiendra vendredi en tête-à-tête avec le président péruvien à Lima."
    assert len(events(text, "talks")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et le Chili ont tenu lundi des pourparlers sur un conflit qui dure depuis six ans.",
        "Après plus d'un siècle de négociations, le Pérou et le Chili se sont rencontrés lundi.",
    ],
)
def test_how_long_a_conflict_lasts_is_not_how_long_they_met(text: str) -> None:
    assert all(e.duration is None for e in events(text, "talks"))


def test_a_city_keeps_the_article_that_its_preposition_swallows() -> None:
    text = "Le ministre chilien a rencontré lundi au Caire le ministre péruvien."
    assert one(text, "talks").place.city == "Le Caire"  # type: ignore[union-attr]
