"""Who was at a meeting or accord beside its sides: those present, those who came, those who mediated."""

from __future__ import annotations

import pytest
from tests.reading.told import events

SIGNED = "Le Pérou et le Chili ont signé un accord jeudi à Quito. "
MET = "Les pourparlers entre le Pérou et le Chili ont débuté jeudi à Quito. "


def parts(text: str, kind: str) -> dict[str, str]:
    """The persons of the first event of a kind, by the first letters of their ids."""
    (event, *_) = events(text, kind)
    return {p.actor: p.part for p in event.participants if p.actor.startswith("p")}


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        (
            SIGNED + "Le président bolivien Luis Paz a assisté à la cérémonie.",
            "agreement",
            "witness",
        ),
        (
            SIGNED + "Le président bolivien Luis Paz était présent à la cérémonie.",
            "agreement",
            "witness",
        ),
        (SIGNED + "Le président péruvien Luis Paz était présent.", "agreement", "participant"),
        (
            SIGNED + "Le ministre bolivien Luis Paz a supervisé la signature.",
            "agreement",
            "mediator",
        ),
        (
            MET + "Le député péruvien Luis Paz est également arrivé sur place.",
            "talks",
            "participant",
        ),
        (MET + "Le négociateur péruvien Luis Paz a souri.", "talks", "head"),
        (MET + "« C'est un pas », a dit le médiateur bolivien Luis Paz.", "talks", "mediator"),
        (
            "L'accord sera signé lundi à Lima, a annoncé le médiateur dans la crise, le président "
            "chilien Luis Paz.",
            "agreement",
            "mediator",
        ),
        (
            "Le Pérou et le Chili se sont mis d'accord jeudi à Genève sur une trêve, sous l'égide des "
            "Nations unies, a annoncé l'envoyé spécial de l'ONU, Luis Paz.",
            "ceasefire",
            "mediator",
        ),
    ],
)
def test_who_was_there(text: str, kind: str, part: str) -> None:
    assert list(parts(text, kind).values()) == [part]


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + "Le président bolivien Luis Paz n'a pas assisté à la cérémonie.",
        SIGNED + "Le président bolivien Luis Paz assistera lundi à une cérémonie.",
        MET + "Le ministre péruvien Luis Paz est arrivé vendredi à Bogota.",
        SIGNED + "Le Médiateur national bolivien, Luis Paz, a souri.",
    ],
)
def test_who_was_not(text: str) -> None:
    kind = "talks" if text.startswith(MET) else "agreement"
    assert not parts(text, kind)


def test_a_long_list_of_those_who_come() -> None:
    come = (
        "Un premier accord avait été conclu en mai à Lima. L'ancien président péruvien Luis Paz, mandaté "
        "par Lima, le Chilien Juan Soto, une représentante de l'OEA Ana Roca et l'ambassadeur de France "
        "Paul Petit sont arrivés peu avant midi dans une résidence officielle."
    )
    assert list(parts(MET + come, "talks").values()) == ["participant"] * 4


def test_negotiators_are_at_the_talks_of_the_news() -> None:
    text = (
        "Le gouvernement péruvien et des rebelles péruviens ont repris jeudi leurs pourparlers. « C'est un "
        "pas », a dit le négociateur chilien Luis Roca. Le pays attend la paix. Des discussions avaient "
        "échoué en mai à Lima."
    )
    (talks, *_) = events(text, "talks")
    assert [p.part for p in talks.participants if p.actor.startswith("p")] == ["head"]
    assert "CL" not in talks.parties


def test_several_who_come_to_where_talks_are() -> None:
    come = (
        "Le négociateur péruvien Luis Paz, le Chilien Juan Soto et l'émissaire de l'ONU Jean Martin sont "
        "arrivés dans la matinée dans un hôtel de la ville."
    )
    assert len(parts(MET + come, "talks")) == 3


def test_states_of_witnesses_and_envoys_have_no_part() -> None:
    text = SIGNED + "Le président bolivien Luis Paz a assisté à la cérémonie."
    (accord,) = events(text, "agreement")
    assert set(accord.parties) == {"PE", "CL"}
    text = (
        "L'émissaire de l'ONU, l'ex-président allemand Jean Martin, a rencontré jeudi à Genève le "
        "ministre péruvien Luis Paz."
    )
    (talks,) = events(text, "talks")
    assert set(talks.parties) == {"PE"}


def test_the_presidents_of_both_countries() -> None:
    text = (
        "Les présidents du Tchad, Idriss Paz, et du Niger, Malam Soto, sont parvenus mercredi à un accord "
        "à Oslo. L'accord intervient après quatre jours de discussions entre les présidents des deux pays."
    )
    assert len(parts(text, "talks")) == 2


def test_who_led_each_side() -> None:
    text = (
        "Le Pérou et le Chili ont repris jeudi leurs pourparlers à Quito. La délégation péruvienne est "
        "conduite par Luis Paz et Ana Roca, celle du Chili par Juan Soto."
    )
    assert list(parts(text, "talks").values()) == ["head"] * 3


def test_a_mediator_by_his_post() -> None:
    text = "Les pourparlers entre le Pérou et le Chili se tiennent à Quito sous la médiation du président "
    (talks,) = events(text + "équatorien Luis Paz.", "talks")
    assert [p.part for p in talks.participants] == ["mediator"]
    assert set(talks.parties) == {"PE", "CL"}


def test_a_row_of_those_told_by_their_peoples() -> None:
    text = (
        "L'accord a été obtenu lors d'une réunion du Grec Nikos Varda, du Turc Ali Kaya et du Russe Oleg "
        "Popov, jeudi à Oslo."
    )
    assert len(parts(text, "talks")) == 3
    said = "Selon le Grec Nikos Varda, le Turc Ali Kaya et le Russe Oleg Popov se sont rencontrés jeudi."
    assert len(parts(said, "talks")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "L'attentat de jeudi à Cali a été revendiqué par l'ELN.",
        "L'ELN a revendiqué une attaque qui a fait dix morts jeudi à Cali.",
        "Un attentat, revendiqué par l'ELN, a fait dix morts jeudi à Cali.",
        "Une attaque a fait dix morts jeudi à Cali. L'ELN a revendiqué cette attaque.",
    ],
)
def test_who_claims_an_attack_did_it(text: str) -> None:
    (attack,) = events(text, "attack")
    assert attack.status == "occurred"
    assert [p.part for p in attack.participants] == ["participant"]


def test_kidnappers_are_not_the_state_where_they_struck() -> None:
    text = "Le guide suisse Paul Petit, enlevé en mars à Cali, a été libéré mardi."
    (release,) = events(text, "release")
    assert [(r.by, r.to) for r in release.released] == [(None, "CH")]
    text = "Le guide suisse Paul Petit, arrêté en mars à Cali, a été libéré mardi."
    (release,) = events(text, "release")
    assert [(r.by, r.to) for r in release.released] == [("CO", "CH")]
