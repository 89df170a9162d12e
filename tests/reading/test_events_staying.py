"""Who stays where a report has just told of him, and who meets on an occasion that it tells of."""

from __future__ import annotations

import pytest
from tests.reading.told import events

MET = "Le président péruvien Luis Paz a rencontré mardi à Oslo la présidente chilienne Ana Rojas."


@pytest.mark.parametrize(
    ("text", "date", "city"),
    [
        # what he then does, in the next paragraph too
        (f"{MET}\n\nM. Paz a ensuite été reçu par le ministre norvégien Jan Berg.", "2025-06-10", "Oslo"),
        (f"{MET} Il s'est également entretenu avec le ministre norvégien Jan Berg.", "2025-06-10", "Oslo"),
        # in the city where he is, or in the report's news
        ("Luis Paz, le président péruvien, a plaidé mardi à Athènes pour la paix. M. Paz s'est entretenu dans la capitale grecque avec le ministre grec Petros Lambros.", "2025-06-10", "Athènes"),
        (f"{MET} M. Paz a rencontré le ministre norvégien Jan Berg.", "2025-06-10", None),
        # not what he did before, often, or elsewhere
        (f"{MET} M. Paz avait rencontré le ministre norvégien Jan Berg.", None, None),
        (f"{MET} M. Paz a déjà rencontré le ministre norvégien Jan Berg.", None, None),
        (f"{MET} M. Paz a rencontré à Lima le ministre norvégien Jan Berg.", None, "Lima"),
        (f"{MET} Le Chili a fermé lundi son ambassade au Pérou. M. Paz a rencontré le ministre norvégien Jan Berg.", None, None),
    ],
)  # fmt: skip
def test_second_meeting(text: str, date: str | None, city: str | None) -> None:
    met = events(text, "talks")[-1]
    assert (met.date, met.place and met.place.city) == (date, city)


def test_whom_he_met_then_he_met_apart() -> None:
    text = (
        "Le président péruvien Luis Paz a eu mardi à Paris des discussions avec le président français "
        "Jean Morel. M. Paz a ensuite été reçu par le ministre français Paul Petit."
    )
    assert len(events(text, "talks")) == 2


@pytest.mark.parametrize(
    ("occasion", "date", "city"),
    [
        ("a rencontré la ministre chilienne en marge d'un sommet régional mardi à Quito", "2025-06-10", "Quito"),
        ("recevra samedi la ministre chilienne à Lima, en marge d'un sommet organisé en Bolivie", "2025-06-14", "Lima"),
    ],
)  # fmt: skip
def test_occasion(occasion: str, date: str, city: str) -> None:
    met = events(f"Le ministre péruvien {occasion}.", "talks")[0]
    assert (met.date, met.place and met.place.city) == (date, city)
