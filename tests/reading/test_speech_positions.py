"""Positions told past circumstances, in verdicts and conditions, and in an incise at the end."""

from __future__ import annotations

import pytest

from detente.model import Article
from detente.reading import draft_of

SAID = [
    # the object past where, when and in what it was said
    (
        "La junte a exigé dans un communiqué le départ de tous les soldats étrangers.",
        "junte",
        "le départ de tous les soldats étrangers",
    ),
    (
        "La junte a dénoncé mardi lors d'une réunion à Oslo l'offensive de la Gambie.",
        "junte",
        "l'offensive de la Gambie",
    ),
    # verdicts and conditions
    (
        "Le ministre Luis Paz a jugé inacceptable la proposition de la Gambie.",
        "Luis Paz",
        "inacceptable la proposition de la Gambie",
    ),
    (
        "La junte a conditionné la reprise du dialogue à la libération des détenus.",
        "junte",
        "la reprise du dialogue à la libération des détenus",
    ),
    (
        "Les rebelles ont posé comme condition à leur retour la levée du blocus.",
        "rebelles",
        "la levée du blocus",
    ),
    # an incise of warning, promise or blame, without marks
    (
        "Nos soldats ne partiront pas, a prévenu mardi la junte.",
        "junte",
        "Nos soldats ne partiront pas",
    ),
    (
        "La Gambie a rompu la trêve, a dénoncé le ministre ghanéen, Luis Paz.",
        "Luis Paz",
        "La Gambie a rompu la trêve",
    ),
    (
        "Les otages seront relâchés, a promis jeudi à Doha Pedro Rojas.",
        "Pedro Rojas",
        "Les otages seront relâchés",
    ),
    (
        "Les discussions ont échoué à cause de la Gambie, a affirmé la junte.",
        "junte",
        "Les discussions ont échoué à cause de la Gambie",
    ),
    # nobody in particular, in a document
    (
        "« Nous ne céderons rien », est-il écrit dans un communiqué du ministère ghanéen de la Défense.",
        "ministère ghanéen",
        "Nous ne céderons rien",
    ),
    # one's own words, in them
    (
        "Le Pérou a condamné un raid visant, selon lui, à saboter les pourparlers.",
        "Pérou",
        "un raid visant, selon lui, à saboter les pourparlers",
    ),
    # another's, told on
    (
        "Les chefs rebelles ont affirmé être prêts à signer, a annoncé le ministre Luis Paz.",
        "chefs rebelles",
        "être prêts à signer",
    ),
    (
        "Le ministre Luis Paz l'a dit. Selon ce dernier, la junte a réagi « de manière positive ».",
        "Luis Paz",
        "de manière positive",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID)
def test_position(text: str, speaker: str, words: str) -> None:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")
    said = [(draft.actors[s.speaker or ""].name, s.quote) for s in draft.statements]
    assert [quote for _, quote in said] == [words]
    assert speaker.lower() in said[0][0].lower()


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou et le Chili ont renoué après une guerre ayant menacé la stabilité de la région.",
        "Ce sont les conditions auxquelles la junte a subordonné une éventuelle trêve en mer.",
        "Le Pérou a envoyé des soldats qui conseillent à la fois les forces de la junte.",
    ],
)
def test_no_position(text: str) -> None:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")
    assert draft.statements == []
