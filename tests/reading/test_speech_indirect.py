"""Reported speech: what carries a position, whose it is, and where the words end."""

from __future__ import annotations

import pytest

from detente.model import Article
from detente.reading import draft_of
from detente.reading.draft import Draft


def read(text: str) -> Draft:
    return draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")


def reported(text: str) -> list[tuple[str, str]]:
    draft = read(text)
    return [
        (draft.actors[s.speaker].name if s.speaker else "", s.quote)
        for s in draft.statements
        if s.kind == "indirect"
    ]


POSITIONS = [
    # clauses
    ("Anna Keller a déclaré que la Suède ne céderait pas.", "Keller", "la Suède ne céderait pas"),
    (
        "Anna Keller a affirmé mardi que son pays devait se défendre.",
        "Keller",
        "son pays devait se défendre",
    ),
    ("Anna Keller estime que le texte est inacceptable.", "Keller", "le texte est inacceptable"),
    ("Anna Keller juge que le texte va trop loin.", "Keller", "le texte va trop loin"),
    ("Anna Keller a prévenu que la Suède riposterait.", "Keller", "la Suède riposterait"),
    (
        "Anna Keller a averti l'Angola que sa patience avait des limites.",
        "Keller",
        "sa patience avait des limites",
    ),
    ("Anna Keller a souligné qu'il fallait un calendrier.", "Keller", "il fallait un calendrier"),
    (
        "Anna Keller a promis que les prisonniers seraient libérés.",
        "Keller",
        "les prisonniers seraient libérés",
    ),
    ("Anna Keller a exigé que les troupes partent.", "Keller", "les troupes partent"),
    (
        "Anna Keller a démenti que des armes aient été livrées.",
        "Keller",
        "des armes aient été livrées",
    ),
    ("Anna Keller a reconnu que la tâche était difficile.", "Keller", "la tâche était difficile"),
    (
        "Anna Keller a fait valoir que le traité restait valable.",
        "Keller",
        "le traité restait valable",
    ),
    (
        "Anna Keller a laissé entendre que la Suède pourrait se retirer.",
        "Keller",
        "la Suède pourrait se retirer",
    ),
    (
        "Anna Keller s'est dite convaincue que la paix était possible.",
        "Keller",
        "la paix était possible",
    ),
    ("Anna Keller s'est déclarée favorable à une trêve.", "Keller", "favorable à une trêve"),
    ("Anna Keller a dit espérer une trêve avant l'été.", "Keller", "espérer une trêve avant l'été"),
    ("Anna Keller a dit ne pas vouloir de cette trêve.", "Keller", "ne pas vouloir de cette trêve"),
    (
        "Anna Keller a affirmé vouloir relancer les pourparlers.",
        "Keller",
        "vouloir relancer les pourparlers",
    ),
    # infinitives
    (
        "Anna Keller a appelé les deux camps à déposer les armes.",
        "Keller",
        "les deux camps à déposer les armes",
    ),
    (
        "Anna Keller a exhorté l'Angola à respecter la trêve.",
        "Keller",
        "l'Angola à respecter la trêve",
    ),
    (
        "Anna Keller a demandé à l'Angola de retirer ses troupes.",
        "Keller",
        "à l'Angola de retirer ses troupes",
    ),
    ("Anna Keller a accusé l'Angola de violer la trêve.", "Keller", "l'Angola de violer la trêve"),
    (
        "Anna Keller a de nouveau accusé l'Angola d'avoir armé les rebelles.",
        "Keller",
        "l'Angola d'avoir armé les rebelles",
    ),
    (
        "Anna Keller a menacé de rompre les relations diplomatiques.",
        "Keller",
        "de rompre les relations diplomatiques",
    ),
    ("Anna Keller a refusé de signer le document.", "Keller", "de signer le document"),
    ("Anna Keller a proposé de se retrouver à Genève.", "Keller", "de se retrouver à Genève"),
    ("Anna Keller a promis de libérer les prisonniers.", "Keller", "de libérer les prisonniers"),
    ("Anna Keller a nié avoir livré des armes.", "Keller", "avoir livré des armes"),
    (
        "Anna Keller a regretté de ne pas avoir été consultée.",
        "Keller",
        "de ne pas avoir été consultée",
    ),
    # nouns
    (
        "Anna Keller a condamné l'attaque contre le consulat.",
        "Keller",
        "l'attaque contre le consulat",
    ),
    (
        "Anna Keller a dénoncé une violation flagrante du traité.",
        "Keller",
        "une violation flagrante du traité",
    ),
    ("Anna Keller a réclamé la libération des otages.", "Keller", "la libération des otages"),
    ("Anna Keller a rejeté les conditions de l'Angola.", "Keller", "les conditions de l'Angola"),
    ("Anna Keller a salué la libération des otages.", "Keller", "la libération des otages"),
    (
        "Anna Keller a mis en garde contre une escalade régionale.",
        "Keller",
        "contre une escalade régionale",
    ),
    (
        "Anna Keller a reproché à l'Angola son manque de sérieux.",
        "Keller",
        "à l'Angola son manque de sérieux",
    ),
    (
        "Anna Keller s'est félicitée de la reprise des pourparlers.",
        "Keller",
        "de la reprise des pourparlers",
    ),
    ("Anna Keller s'est opposée à toute nouvelle sanction.", "Keller", "à toute nouvelle sanction"),
    (
        "Anna Keller a exprimé son inquiétude face aux combats.",
        "Keller",
        "inquiétude face aux combats",
    ),
    (
        "Anna Keller a réitéré son appel à une trêve immédiate.",
        "Keller",
        "appel à une trêve immédiate",
    ),
    # without a verb that governs
    ("Selon Anna Keller, la trêve doit être prolongée.", "Keller", "la trêve doit être prolongée"),
    (
        "D'après le ministère suédois de la Défense, la menace est sérieuse.",
        "minist",
        "la menace est sérieuse",
    ),
    (
        "Pour Anna Keller, cette rencontre devait ouvrir la voie à un accord.",
        "Keller",
        "cette rencontre devait ouvrir la voie à un accord",
    ),
    (
        "De l'avis d'Anna Keller, la trêve doit être prolongée.",
        "Keller",
        "la trêve doit être prolongée",
    ),
    ("La trêve doit être prolongée, selon Anna Keller.", "Keller", "La trêve doit être prolongée"),
    (
        "La trêve doit être prolongée, a plaidé Anna Keller.",
        "Keller",
        "La trêve doit être prolongée",
    ),
    # bodies and states
    ("L'Angola a accusé le Gabon de mentir.", "Angola", "le Gabon de mentir"),
    ("Stockholm a exigé le départ des observateurs.", "Suède", "le départ des observateurs"),
    (
        "Le gouvernement suédois a rejeté ces accusations mensongères.",
        "gouvernement suédois",
        "ces accusations mensongères",
    ),
    (
        "Des diplomates africains ont affirmé que l'accord serait signé lundi.",
        "diplomates africains",
        "l'accord serait signé lundi",
    ),
    ("L'ONU a appelé à un cessez-le-feu immédiat.", "ONU", "à un cessez-le-feu immédiat"),
    (
        "Le Gabon et l'Angola ont assuré qu'ils respecteraient la trêve.",
        "Gabon",
        "ils respecteraient la trêve",
    ),
]


@pytest.mark.parametrize(("text", "who", "words"), POSITIONS)
def test_position(text: str, who: str, words: str) -> None:
    found = reported(text)
    assert any(who.lower() in name.lower() and words == quote for name, quote in found), found


ENDS = [
    (
        "Anna Keller a affirmé que la trêve devait tenir et a dénoncé une nouvelle attaque.",
        ["la trêve devait tenir", "une nouvelle attaque"],
    ),
    (
        "Anna Keller a affirmé que la trêve devait tenir, dénonçant une nouvelle attaque.",
        ["la trêve devait tenir", "une nouvelle attaque"],
    ),
    (
        "Anna Keller a affirmé que la trêve devait tenir, alors que les combats reprenaient.",
        ["la trêve devait tenir"],
    ),
    (
        "Accusant l'Angola de mentir, Anna Keller a quitté la salle.",
        ["l'Angola de mentir"],
    ),
    (
        "Anna Keller, qui a menacé de rompre les pourparlers, arrive lundi à Quito.",
        ["de rompre les pourparlers"],
    ),
    (
        "Anna Keller a dit que la trêve devait tenir, mais que rien n'était acquis.",
        ["la trêve devait tenir, mais que rien n'était acquis"],
    ),
]


@pytest.mark.parametrize(("text", "words"), ENDS)
def test_where_the_words_end(text: str, words: list[str]) -> None:
    assert [quote for _, quote in reported(text)] == words


NO_POSITION = [
    "Anna Keller a indiqué que 340 personnes avaient été évacuées.",
    "Anna Keller a précisé que la réunion avait eu lieu lundi.",
    "Anna Keller a raconté qu'elle avait grandi à Quito.",
    "La police a annoncé que douze personnes avaient été arrêtées.",
    "Selon un sondage, 54 % des électeurs sont favorables au texte.",
    "Anna Keller n'a pas dit si la Suède participerait.",
    "Anna Keller n'a pas précisé la date de la réunion.",
    "Anna Keller doit annoncer mardi un plan de paix.",
    "La demande d'Anna Keller sera examinée lundi.",
    "L'annonce a surpris Anna Keller.",
    "La route relie Quito à Lima, selon un tracé ancien.",
    "Les combats menacent la ville de Goma.",
    "La banque propose un crédit à ses clients.",
]


@pytest.mark.parametrize("text", NO_POSITION)
def test_what_carries_no_position_is_left(text: str) -> None:
    assert reported(text) == []


ACTS = [
    ("Anna Keller a exigé que les troupes partent.", "REQUEST", None),
    ("Anna Keller a appelé les deux camps à déposer les armes.", "REQUEST", None),
    ("Anna Keller a accusé l'Angola de violer la trêve.", "ACCUSE", "allege"),
    ("Anna Keller a condamné l'attaque contre le consulat.", "ACCUSE", "disapprove"),
    ("Anna Keller a refusé de signer le document.", "REJECT", None),
    ("Anna Keller a démenti que des armes aient été livrées.", "REJECT", None),
    ("Anna Keller a menacé de rompre les relations diplomatiques.", "THREATEN", None),
    ("Anna Keller a promis de libérer les prisonniers.", "AGREE", None),
    ("Anna Keller a déclaré que la Suède ne céderait pas.", None, None),
]


@pytest.mark.parametrize(("text", "kind", "mode"), ACTS)
def test_act_of_speech(text: str, kind: str | None, mode: str | None) -> None:
    plover = read(text).statements[0].plover
    assert (plover.type if plover else None) == kind
    assert (plover.mode if plover else None) == mode
