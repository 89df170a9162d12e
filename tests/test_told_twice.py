"""One event that its own report tells twice, and two that it tells of the same sides."""

from __future__ import annotations

import pytest

import detente
from detente.model import Article, Event, Published


def told(text: str, *kinds: str, day: str = "2019-05-17") -> list[Event]:
    """What the record has of a report as done."""
    published = Published(date=day, basis="given")
    article = Article(id="a", source="a", text=text, language="fr", published=published)
    events = detente.read([article]).events
    return [e for e in events if e.kind in kinds and e.status in ("occurred", "ongoing")]


@pytest.mark.parametrize(
    ("text", "kinds", "date"),
    [
        # ordinals that are counted since one time or another
        ("Le ministre bolivien Luis Rocha est arrivé jeudi à Lima, pour sa première visite au Pérou "
         "depuis dix ans. Il s'agit de la troisième visite d'un ministre bolivien au Pérou depuis 2003.",
         ("visit",), "2019-05-16"),
        # one city, more of the sides
        ("Un sommet pour la paix entre le Pérou, la Bolivie et l'Equateur à Quito a permis une trêve. "
         "A l'issue du sommet de Quito, qui a réuni le 9 mai à Quito les présidents péruvien Juan Soto "
         "et bolivien Luis Rocha, un échange a été annoncé.",
         ("talks",), "2019-05-09"),
        # a truce, and the accord on it
        ("Le Pérou et la Bolivie ont convenu jeudi d'un cessez-le-feu, a annoncé le président chilien "
         "Juan Paz. « Le Pérou et la Bolivie sont parvenus à un accord prévoyant un cessez-le-feu "
         "immédiat », a-t-il dit.",
         ("agreement", "ceasefire"), "2019-05-16"),
        # the land whose peace it is
        ("Mali : reprise des pourparlers de paix\n\nLe gouvernement du Mali et les rebelles ont repris "
         "jeudi leurs pourparlers en Algérie.",
         ("talks",), "2019-05-16"),
        # a round of two days, told by its end and by its beginning
        ("Les puissances et le Pérou ont achevé jeudi à Quito un nouveau cycle de négociations. Le Pérou, "
         "la Bolivie et le Chili s'étaient retrouvés mercredi à Quito pour un nouveau cycle de "
         "négociations.",
         ("talks",), "2019-05-15/2019-05-16"),
    ],
)  # fmt: skip
def test_is_one(text: str, kinds: tuple[str, ...], date: str) -> None:
    (event,) = told(text, *kinds)
    assert event.date == date


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Juan Soto et Luis Rocha, présidents du Pérou et de la Bolivie, se sont rencontrés jeudi à "
         "Quito. Ils s'étaient déjà rencontrés en 2012 à Lima.", ("talks",)),
        ("Le Pérou et les rebelles ont signé jeudi un cessez-le-feu à Quito. Le Pérou et les rebelles "
         "avaient déjà conclu en 2012 un accord prévoyant un cessez-le-feu.",
         ("agreement", "ceasefire")),
    ],
)  # fmt: skip
def test_are_two(text: str, kinds: tuple[str, ...]) -> None:
    assert len(told(text, *kinds)) == 2


def test_a_release_has_no_day_of_the_arrest() -> None:
    text = "Le Pérou a libéré les soldats chiliens Juan Soto et Luis Paz, arrêtés le 16 mai."
    (freed,) = told(text, "release")
    assert freed.date != "2019-05-16"
