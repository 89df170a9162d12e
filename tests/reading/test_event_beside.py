"""Events told beside the news, by an adjunct or a participle, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "kind", "date", "parties"),
    [
        (
            "Le président tchadien Idriss Paz a dit rester prudent, à l'issue mardi à Oslo d'un "
            "entretien avec le ministre nigérien Malam Soto.",
            "talks",
            "2025-06-10",
            {"TD", "NE"},
        ),
        (
            "Au cours d'un appel qui a duré une heure mardi avec le ministre nigérien Malam Soto, le "
            "président tchadien Idriss Paz a parlé du riz.",
            "call",
            "2025-06-10",
            {"TD", "NE"},
        ),
        (
            "Des discussions pour tenter de résoudre la crise entre le Tchad et le Niger avaient "
            "échoué lundi.",
            "talks",
            "2025-06-09",
            {"TD", "NE"},
        ),
        (
            "Entamées en mai à Oslo, les discussions entre le Tchad et le Niger ont été suspendues "
            "hier.",
            "talks",
            "2025-05",
            {"TD", "NE"},
        ),
        (
            "La dernière rencontre entre le Tchad et le Niger remonte au 3 mars.",
            "talks",
            "2025-03-03",
            {"TD", "NE"},
        ),
        (
            "Une première série de contacts entre le Tchad et le Niger a échoué en février.",
            "talks",
            "2025-02",
            {"TD", "NE"},
        ),
        (
            "Réunis mardi à Oslo, capitale norvégienne, les présidents tchadien et nigérien, Idriss "
            "Paz et Malam Soto, ont signé un accord.",
            "agreement",
            "2025-06-10",
            {"TD", "NE"},
        ),
        (
            "Depuis l'invasion de l'île par la Libye en 1974, la mer est calme.",
            "attack",
            "1974",
            {"LY"},
        ),
        ("Le Mali a libéré lundi à Kidal trois soldats nigériens.", "release", "2025-06-09", None),
        (
            "La Syrie et le Liban ont décidé mardi de nouer des relations diplomatiques, lors d'une "
            "rencontre à Damas entre les présidents Paz et Soto.",
            "talks",
            "2025-06-10",
            {"SY", "LB"},
        ),
    ],
)
def test_told_beside_the_news(text: str, kind: str, date: str, parties: set[str] | None) -> None:
    event = one(text, kind)
    assert (event.status, event.date) == ("occurred", date)
    assert parties is None or set(event.parties) == parties


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Il s'est entretenu mardi à Paris avec le président français Jean Martin.", "talks", 10),
        ("Il s'est rendu mardi à Berlin.", "visit", 10),
    ],
)
def test_he_who_was_named_before(text: str, kind: str, date: int) -> None:
    event = one("Le président tchadien Idriss Paz a pris la parole lundi. " + text, kind)
    assert "TD" in event.parties
    assert event.date == f"2025-06-{date:02}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Les otages du Parlement bientôt libérés", "release"),
        ("L'ONU en faveur d'une rencontre entre le Tchad et le Niger", "talks"),
        ("Le retrait des troupes péruviennes de Bolivie a été résolu jeudi.", "withdrawal"),
        ("Le Tchad et le Niger s'accordent sur une visite du négociateur péruvien.", "visit"),
        ("Luis Paz a signé le texte après l'avoir reçu du médiateur Juan Soto.", "talks"),
        ("Dans un entretien lundi, le porte-parole du Tchad Idriss Paz a dit non.", "talks"),
        ("À Lima, le président péruvien Luis Paz a été accueilli par sa femme.", "talks"),
    ],
)
def test_not_told_as_done(text: str, kind: str) -> None:
    assert not [e for e in events(text, kind) if e.status in ("occurred", "ongoing")]
