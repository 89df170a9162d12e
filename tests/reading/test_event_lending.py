"""Between whom a meeting or an accord is that names nobody: those of the event told before."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one

_TALKS = (
    "Le gouvernement tchadien et les rebelles du FACT ont entamé mercredi des pourparlers à Doha. "
)
_MEET = "Le président chilien Juan Soto a rencontré lundi à Lima son homologue péruvien Luis Paz. "


@pytest.mark.parametrize(
    ("said", "kind", "date"),
    [
        ("Un premier accord avait été signé en mai à Lomé.", "agreement", "2025-05"),
        ("Les deux parties avaient signé en mai à Lomé un cessez-le-feu.", "ceasefire", "2025-05"),
        ("Ils avaient conclu en janvier un cessez-le-feu.", "ceasefire", "2025-01"),
        (
            "Un précédent accord de cessez-le-feu, conclu en janvier, n'avait tenu que deux jours.",
            "ceasefire",
            "2025-01",
        ),
        ("La trêve signée en janvier à Lomé n'a pas été respectée.", "ceasefire", "2025-01"),
    ],
)
def test_a_pact_is_between_those_who_talk(said: str, kind: str, date: str) -> None:
    event = one(_TALKS + said, kind)
    assert (event.date, event.parties) == (date, ("TD",))


@pytest.mark.parametrize(
    "said",
    [
        "Ils s'étaient déjà vus en mai à Quito.",
        "Les deux hommes s'étaient déjà rencontrés en mai à Quito.",
        "Une première rencontre avait eu lieu en mai à Quito.",
    ],
)
def test_another_meeting_is_between_the_same(said: str) -> None:
    other = next(e for e in events(_MEET + said, "talks") if e.date == "2025-05")
    assert set(other.parties) == {"CL", "PE"}


def test_a_pronoun_without_those_it_means_is_no_meeting() -> None:
    assert not events("Ils se sont rencontrés en mai à Quito.", "talks")


def test_others_are_not_those_told_before() -> None:
    other = events(_MEET + "Des experts se sont réunis en mai à Quito.", "talks")[-1]
    assert other.parties == ()


def test_who_says_so_is_not_signed() -> None:
    event = one(
        "Le gouvernement tchadien et le principal groupe de rebelles ont signé dimanche un accord "
        "crucial de partage du pouvoir, a indiqué le gouvernement dans un communiqué.",
        "agreement",
    )
    assert event.date == "2025-06-08"


@pytest.mark.parametrize(
    "text",
    [
        "Le sommet sera suivi d'une rencontre entre le président péruvien Luis Paz et le président "
        "chilien Juan Soto.",
        "La cérémonie sera précédée d'un entretien entre le président péruvien Luis Paz et le "
        "président chilien Juan Soto.",
    ],
)
def test_what_goes_with_a_planned_meeting_is_planned(text: str) -> None:
    assert {e.status for e in events(text, "talks")} == {"planned"}


def test_what_is_negotiated_is_not_done() -> None:
    text = "Le Pérou et le Chili négociaient lundi l'échange de leurs prisonniers."
    assert not [e for e in events(text, "exchange") if e.status == "occurred"]
    assert one(text, "talks").status == "occurred"


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Le Chili a annoncé mardi qu'il expulsait trois diplomates péruviens.", "expulsion", 10),
        (
            "Le Chili a décidé lundi d'expulser X et de rappeler son ambassadeur à Lima.",
            "recall",
            9,
        ),
        ("L'UE a approuvé mardi un « paquet de sanctions » contre la Birmanie.", "sanctions", 10),
        ("L'armée malienne a repris lundi le contrôle de la région de Kidal.", "attack", 9),
    ],
)
def test_acts_made_known(text: str, kind: str, date: int) -> None:
    event = one(text, kind)
    assert (event.status, event.date) == ("occurred", f"2025-06-{date:02}")


def test_talks_about_a_summit_are_talks() -> None:
    text = (
        "Le président chilien Juan Soto a discuté d'un possible sommet avec les émissaires du "
        "président péruvien."
    )
    assert events(text, "talks")[0].status == "occurred"


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre chilien Juan Soto se rendra lundi à Lima pour préparer un sommet.",
        "La ministre chilienne Ana Soto doit se rendre lundi à Lima pour préparer un cycle de discussions.",
    ],
)
def test_what_a_visit_prepares_is_between_both(text: str) -> None:
    assert {*one(text, "talks").parties} == {"CL", "PE"}


def test_what_is_spoken_of_on_a_visit_need_not_be() -> None:
    text = (
        "Le ministre chilien Juan Soto se rendra lundi à Lima après des entretiens avec la Bolivie."
    )
    assert "PE" not in one(text, "talks").parties
