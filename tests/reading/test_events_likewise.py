"""« celui de 2017 », « celles de mai à Quito »: another event of the kind just told."""

from __future__ import annotations

import pytest
from tests.reading.told import events

FRIDAY = "2020-10-23"


def told(text: str, kind: str) -> set[tuple[str, str | None, str | None]]:
    found = events(text, date=FRIDAY)
    places = {e.id: e.place.city or e.place.country if e.place else None for e in found}
    return {(e.status, e.date, places[e.id]) for e in found if e.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        (
            "Les négociations de Genève entre le Pérou et la Bolivie ont moins duré que celles de mars "
            "2019 à Quito.",
            "talks",
            {("occurred", None, "Genève"), ("occurred", "2019-03", "Quito")},
        ),
        (
            "L'accord signé lundi par le Pérou et la Bolivie complète celui de 2016.",
            "agreement",
            {("occurred", "2020-10-19", None), ("occurred", "2016", None)},
        ),
        (
            "Les sanctions adoptées mardi par le Pérou contre la Bolivie s'ajoutent à celles de mai.",
            "sanctions",
            {("occurred", "2020-10-20", None), ("occurred", "2020-05", None)},
        ),
        (
            "Cette visite du ministre norvégien à Lima, après celle d'avril, doit durer deux jours.",
            "visit",
            {("planned", None, "Lima"), ("occurred", "2020-04", None)},
        ),
        (
            "Le Pérou et la Bolivie ont mené lundi à Lima des discussions plus longues que celles du "
            "mois dernier.",
            "talks",
            {("occurred", "2020-10-19", "Lima"), ("occurred", "2020-09", None)},
        ),
    ],
)
def test_another_of_the_kind(
    text: str, kind: str, wanted: set[tuple[str, str | None, str | None]]
) -> None:
    assert told(text, kind) == wanted


def test_who_took_part_is_the_same() -> None:
    text = "Les sanctions adoptées mardi par le Pérou contre la Bolivie s'ajoutent à celles de mai."
    assert {event.parties for event in events(text, date=FRIDAY)} == {("PE", "BO")}


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et la Bolivie ont tenu lundi des discussions à Lima, plus longues que celles-ci.",
        "Le Pérou et la Bolivie ont tenu lundi des discussions à Lima, comme celles du président.",
        "Le Pérou et la Bolivie ont tenu lundi à Lima des discussions sur un texte, celui de 2016.",
    ],
)
def test_no_other_is_made_up(text: str) -> None:
    assert [e.date for e in events(text, date=FRIDAY) if e.kind == "talks"] == ["2020-10-19"]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Le Pérou et la Bolivie signeront ce texte lors d'une rencontre mardi à Oslo.", "planned", "2020-10-27"),
        ("Le Pérou et la Bolivie ont signé ce texte lors d'une rencontre mardi à Oslo.", "occurred", "2020-10-20"),
        ("Le Pérou et la Bolivie doivent signer ce texte au cours d'un sommet mardi à Oslo.", "planned", "2020-10-27"),
    ],
)  # fmt: skip
def test_the_occasion_of_an_act_is_told_as_the_act_is(text: str, status: str, date: str) -> None:
    (talks,) = events(text, "talks", date=FRIDAY)
    assert (talks.status, talks.date) == (status, date)
