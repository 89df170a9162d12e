"""Who brought an accord, a truce or talks about, and between whom they are."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, one


def parts(text: str, kind: str) -> dict[str, str]:
    told = draft(text)
    event = next(e for e in told.events if e.kind == kind)
    return {
        p.actor if p.actor in event.parties else told.actors[p.actor].name: p.part
        for p in event.participants
    }


@pytest.mark.parametrize(
    "text",
    [
        "Une trêve négociée lundi par le Qatar a mis fin aux combats entre le Pérou et le Chili.",
        "Un cessez-le-feu négocié lundi par le Qatar a mis fin aux pires affrontements entre le Pérou et le Chili.",
    ],
)
def test_who_alone_negotiated_a_truce_is_no_side_of_it(text: str) -> None:
    truce = one(text, "ceasefire")
    assert set(truce.parties) == {"PE", "CL"}
    assert ("QA", "mediator") in {(p.actor, p.part) for p in truce.participants}


def test_those_who_negotiated_it_together_made_it() -> None:
    text = "Le protocole de paix négocié en mai par le Pérou et le Chili a été signé lundi à Lima."
    assert set(one(text, "agreement").parties) == {"PE", "CL"}


def test_who_negotiates_with_somebody_is_a_side() -> None:
    text = "Le Pérou a négocié lundi à Oslo un accord de trêve avec le Chili."
    truce = one(text, "ceasefire")
    assert set(truce.parties) == {"PE", "CL"}
    assert not any(p.part == "mediator" for p in truce.participants)


@pytest.mark.parametrize(
    "text",
    [
        "Les discussions entre le Pérou et le Chili, qui se déroulent à Oslo avec la médiation du Qatar, "
        "ont repris lundi.",
        "Le Pérou et le Chili, avec comme médiateur le Qatar, ont tenu lundi des pourparlers à Oslo.",
        "Le Pérou et le Chili ont repris lundi à Oslo des discussions organisées par le médiateur qatari.",
    ],
)
def test_a_mediator_is_no_party_to_the_talks(text: str) -> None:
    assert set(one(text, "talks").parties) == {"PE", "CL"}


def test_those_present_were_at_what_is_told_before() -> None:
    text = (
        "Le Pérou et le Chili ont signé lundi à Oslo un accord, en présence du ministre cubain Luis Paz "
        "et du roi Harald de Norvège, à l'initiative de la réunion."
    )
    assert {"Luis Paz"} <= set(parts(text, "agreement"))
