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
    # the verb in the marks, its subject before them
    (
        "Luis Paz \"s'est félicité de l'issue heureuse de la crise\".",
        "Luis Paz",
        "s'est félicité de l'issue heureuse de la crise",
    ),
    (
        "Les deux parties, le Ghana et le Togo, « s'engagent à cesser le feu dès lundi ».",
        "",
        "s'engagent à cesser le feu dès lundi",
    ),
    # an auxiliary apart from its participle, « que » in the marks, a name behind the post
    (
        "Le ministre Luis Paz a, lors d'une visite à Oslo, accusé la Gambie de tricher.",
        "Luis Paz",
        "la Gambie de tricher",
    ),
    (
        "Luis Paz a dit à Anna Keller « que son pays avait été agressé », ont indiqué les autorités.",
        "Luis Paz",
        "que son pays avait été agressé",
    ),
    (
        "La trêve sera signée lundi, a annoncé le médiateur dans la crise, le président Luis Paz.",
        "Luis Paz",
        "La trêve sera signée lundi",
    ),
    # a body and a text, taken up by any name
    (
        "Le Hamas a rompu les pourparlers. Le mouvement a déclaré que l'armée devait partir.",
        "Hamas",
        "l'armée devait partir",
    ),
    (
        "Le Ghana et le Togo ont publié un communiqué commun. « Tout cessera lundi », précise le texte.",
        "communiqué commun",
        "Tout cessera lundi",
    ),
    # a heading that repeats the words of one who is named below
    (
        "Luis Paz est parti.\n« C'est un acte hostile »\n« C'est un acte hostile », a dit Anna Keller.",
        "Anna Keller",
        "C'est un acte hostile",
    ),
    # what goes on behind « et » is the reporter's
    (
        "Le Ghana s'est opposé à cette démarche et a tenté d'introduire des troupes.",
        "Ghana",
        "à cette démarche",
    ),
    # who issued a document
    (
        "« Il faut la paix », est-il écrit dans un communiqué diffusé lundi par l'équipe de la chef rebelle.",
        "équipe",
        "Il faut la paix",
    ),
    (
        "« Il faut la paix », indique un communiqué de presse du Hamas.",
        "Hamas",
        "Il faut la paix",
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
        "Le Pérou et le Chili s'opposent l'un à l'autre depuis une décennie.",
        "Le Pérou a envoyé des soldats qui conseillent à la fois les forces de la junte.",
    ],
)
def test_no_position(text: str) -> None:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")
    assert draft.statements == []
