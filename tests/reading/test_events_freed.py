"""Who was freed by whom and handed to whom: lists of names, announcers, exchanges told in halves."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one

HELD = "Les trois Belges détenus à Bamako ont quitté le pays lundi. "
SWAP = "La Belgique et le Mali ont procédé mercredi à un échange de prisonniers. "


def freed(text: str) -> set[tuple[str, str | None, str | None]]:
    """Each person or group that the report tells to be freed, by whom and to whom."""
    told = draft(text)
    return {
        (told.actors[r.person].name if r.person in told.actors else r.person, r.by, r.to)
        for event in told.events
        for r in event.released or ()
    }


def people(text: str, *kinds: str) -> set[str]:
    told = draft(text)
    return {
        told.actors[p.actor].name
        for event in told.events
        if event.kind in kinds
        for p in event.participants
    }


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a libéré mercredi dix Chiliens. Parmi eux figurent Pedro Araya et Juan Coloma, qui "
        "purgeaient une peine de vingt ans.",
        "Le Pérou a libéré mercredi deux Chiliens. Il s'agit de Pedro Araya et de Juan Coloma.",
        "Le Pérou a libéré mercredi deux Chiliens, à savoir Pedro Araya et Juan Coloma.",
        "Le Pérou a libéré deux Chiliens, identifiés comme étant Pedro Araya et Juan Coloma.",
        "Le Pérou a libéré mercredi dix Chiliens. Parmi les Chiliens libérés se trouvent l'homme "
        "d'affaires Pedro Araya et, selon sa famille, Juan Coloma.",
        "Les Chiliens Pedro Araya et Juan Coloma figurent parmi les détenus libérés par le Pérou.",
        "Deux détenus chiliens libérés par le Pérou, Pedro Araya et Juan Coloma, sont à Oslo.",
    ],
)
def test_members_of_those_freed(text: str) -> None:
    assert {("Pedro Araya", "PE", "CL"), ("Juan Coloma", "PE", "CL")} <= freed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali a libéré lundi trois Togolais. Parmi les ministres présents, Yao Mensah a salué ce geste.",
        "Le Mali a libéré lundi trois Togolais. Parmi eux, la nièce de Kofi Adu.",
    ],
)
def test_who_is_only_named_beside_them_is_not_freed(text: str) -> None:
    assert {person for person, _, _ in freed(text)} == {"trois Togolais"}


def test_members_are_held_by_the_state_that_holds_the_group() -> None:
    text = HELD + (
        "Parmi eux, Paul Petit, arrêté en mai 2015, Jean Roux, arrêté en mai 2018 et condamné à dix "
        "ans de prison, et enfin Luc Moreau, un commerçant condamné en 2019."
    )
    named = [e for e in events(text, "detention", "sentencing") if e.participants]
    assert [(e.kind, e.parties) for e in named] == [
        ("detention", ("ML",)),
        ("detention", ("ML",)),
        ("sentencing", ("ML",)),
        ("sentencing", ("ML",)),
    ]


def test_those_identified_are_those_condemned() -> None:
    text = SWAP + (
        "Les deux Maliens libérés ont été identifiés par Bruxelles comme étant Moussa Keita et Amadou "
        "Diallo, neveux de l'opposante, Awa Sow, et condamnés en 2017 à Anvers pour contrebande."
    )
    assert people(text, "sentencing") == {"Moussa Keita", "Amadou Diallo"}
    assert one(text, "sentencing").parties == ("BE",)


@pytest.mark.parametrize(
    "text",
    [
        "Le président belge Jan Maes a annoncé samedi la libération par le Mali de deux soldats belges.",
        "Le président belge Jan Maes a annoncé samedi la libération de deux Belges détenus au Mali.",
        "Deux Belges, incarcérés depuis 2016 au Mali, ont été libérés samedi.",
    ],
)
def test_who_held_them_frees_them(text: str) -> None:
    assert {(by, to) for _, by, to in freed(text)} == {("ML", "BE")}
    assert not people(text, "release") & {"Jan Maes"}


def test_a_state_may_announce_what_it_does() -> None:
    assert freed("Le Mali a annoncé samedi la libération de deux soldats belges.") == {
        ("deux soldats belges", "ML", "BE")
    }


def test_the_family_is_freed_with_them() -> None:
    text = (
        "Un pasteur belge, incarcéré depuis 2016 au Mali, a été libéré samedi. La libération de Paul "
        "Durand avait été annoncée dans la journée par le ministre Jan Maes. Sa fille, Marie Durand, a "
        "également été libérée."
    )
    assert {("Paul Durand", "ML", "BE"), ("Marie Durand", "ML", "BE")} <= freed(text)
    assert len(events(text, "release")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou a libéré, mercredi 4 juin, vingt « prisonniers politiques », dont dix Chiliens, en "
        "échange de la grâce par le Chili de Paul Lopez.",
        "Le Pérou a libéré dix Chiliens, en échange de quoi le Chili a accordé sa clémence à Paul Lopez.",
    ],
)
def test_a_pardon_in_return_makes_an_exchange(text: str) -> None:
    event = one(text, "exchange", "release")
    assert event.kind == "exchange" and set(event.parties) == {"PE", "CL"}
    assert ("Paul Lopez", "CL", "PE") in freed(text)


def test_halves_of_an_exchange() -> None:
    text = SWAP + (
        "Quatre Belges ont été libérés et dans le même temps Bruxelles a libéré deux Maliens. « Aujourd'hui, "
        "nous ramenons à la maison Paul Petit, Jean Roux, et Luc Moreau », a déclaré le Premier ministre "
        "belge Jan Maes."
    )
    event = one(text, "exchange", "release")
    assert event.date == "2025-06-11"
    assert freed(text) == {
        ("Quatre Belges", "ML", "BE"),
        ("deux Maliens", "BE", "ML"),
        ("Paul Petit", "ML", "BE"),
        ("Jean Roux", "ML", "BE"),
        ("Luc Moreau", "ML", "BE"),
    }


def test_other_releases_told_beside_an_exchange_stay_apart() -> None:
    text = SWAP + "Depuis 2023, 172 prisonniers maliens ont été libérés."
    assert len(events(text, "exchange", "release")) == 2
