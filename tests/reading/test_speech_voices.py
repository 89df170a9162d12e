"""Whose words they are where several are named beside them, and what looks like speech and is none."""

from __future__ import annotations

import pytest

from detente.model import Article, Published
from detente.reading import draft_of

SAID = [
    # what is joined with a subject of its own, or stands beside in another clause
    (
        'Karl Holm a évoqué "un pas vers la paix" et le Kremlin a accueilli "des nouvelles très '
        'positives".',
        "Kremlin",
        "des nouvelles très positives",
    ),
    (
        "Anna Berg souhaite lever les obstacles – l'autre volet d'un accord dont Karl Holm dénonce "
        "le non-respect – en « éliminant les entraves aux transactions ».",
        "Anna Berg",
        "éliminant les entraves",
    ),
    (
        "« Nous sommes prêts à nous voir en mer Baltique », qui borde le Danemark, a déclaré à la "
        "presse Anna Berg, la présidente norvégienne.",
        "Anna Berg",
        "Nous sommes prêts",
    ),
    (
        "Anna Berg a également « espéré qu'avec cette lettre nous obtiendrons une prolongation ».",
        "Anna Berg",
        "espéré qu'avec cette lettre",
    ),
    (
        "Les pêcheurs réclament la fin des quotas, mais le ministre danois Karl Holm exclut tout "
        "retour en arrière.",
        "Karl Holm",
        "tout retour en arrière",
    ),
    # who is meant by a pronoun
    (
        "Anna Berg a annoncé sa visite, à l'issue d'un sommet avec le président danois Karl Holm. Ce "
        'dernier a indiqué que ce voyage pourrait être "annulé au dernier moment".',
        "Karl Holm",
        "annulé au dernier moment",
    ),
    (
        'Les diplomates ont évoqué "un pas vers la paix". La Norvège a répondu hier. Elle a promis '
        "de revenir à la table des négociations.",
        "Norvège",
        "revenir à la table",
    ),
    # documents, and those behind « on »
    (
        "« Nous voulons la paix », a déclaré le ministre Karl Holm dans un message saluant « une "
        "rencontre sans précédent ».",
        "Karl Holm",
        "une rencontre sans précédent",
    ),
    (
        "« Les deux rois proclament la fin des hostilités », selon la « Déclaration d'Oslo » publiée "
        "hier.",
        "Déclaration d'Oslo",
        "Les deux rois proclament",
    ),
    (
        "« La trêve tiendra jusqu'en mai », assure-t-on au palais présidentiel.",
        "palais présidentiel",
        "La trêve tiendra",
    ),
    (
        "Karl Holm évoque des menaces basées sur des « attaques tout à fait inventées », indique "
        "l'agence Reuters.",
        "Karl Holm",
        "attaques tout à fait inventées",
    ),
    # a year is no number that is reported
    (
        "Selon Anna Berg, l'Islande a respecté les termes de l'accord de 2013.",
        "Anna Berg",
        "l'Islande a respecté les termes",
    ),
]


def statements(text: str) -> list[tuple[str, str]]:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"))
    return [(draft.actors[s.speaker].name if s.speaker else "", s.quote) for s in draft.statements]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID)
def test_whose_words(text: str, speaker: str, words: str) -> None:
    found = statements(text)
    assert {who for who, quote in found if words in quote} == {speaker}, found


@pytest.mark.parametrize(
    "text",
    [
        "Le sommet aura lieu avec pour garants la Norvège et le Danemark, et pour observateur l'ONU.",
        "La Norvège et les rebelles ont engagé à Rome des discussions destinées à sauver la trêve.",
        "Cet accord, dont les prémices ont été annoncées par Anna Berg, alors que les pourparlers « face "
        "à face » avançaient, a été conclu hier.",
        "Le plan dit de la « paix par le développement » a été adopté.",
        "Selon l'accord, les deux camps se retireront de vingt kilomètres.",
        "Karl Holm sera reçu à Oslo, où le roi l'avait fait venir pour qu'il soit soigné.",
        "Le parti « Ensemble pour la Norvège » a remporté le scrutin.",
        "Le ministre a remis au roi un document intitulé « Pour une paix durable ».",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert statements(text) == []


def test_what_another_makes_known_is_not_brought_in_by_the_first_verb() -> None:
    text = (
        "La Norvège a déclaré persona non grata deux agents, a fait savoir mercredi le ministère "
        "norvégien des Affaires étrangères, indiquant que c'était une mesure de réciprocité."
    )
    assert [quote for _, quote in statements(text)] == ["c'était une mesure de réciprocité"]


@pytest.mark.parametrize(
    "text",
    [
        "« Nous y arriverons », a dit Karl Holm, dont c'est la première visite depuis mai 2019.",
        "Karl Holm a dit de l'accord de juillet 2019 qu'il « ne tiendra pas un mois ».",
    ],
)
def test_a_time_of_something_else_is_not_that_of_the_words(text: str) -> None:
    article = Article(
        id="a", source="a", text=text, language="fr", published=Published("2020-03-02", "given")
    )
    assert [s.date for s in draft_of(article).statements] == [None]
