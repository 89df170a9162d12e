"""Families of cues: feminine reflexives, claims in dispute, « pour qui », descriptions of a speaker."""

from __future__ import annotations

import pytest

from detente.model import Article, Published
from detente.reading import draft_of

SAID = [
    (
        "« Nous n'avons rien signé », s'est défendue la ministre danoise Karin Holm.",
        "Karin Holm",
        "Nous n'avons rien signé",
    ),
    ("« Nous n'avons rien signé », s'est défendue la rébellion.", "rébellion", "Nous n'avons rien"),
    ("« On nous abandonne », se sont insurgés les syndicats.", "syndicats", "On nous abandonne"),
    # facts that a party claims, denies, or lays on another
    (
        "Selon Karin Holm, l'armée danoise a bombardé trois villages.",
        "Karin Holm",
        "l'armée danoise a bombardé trois villages",
    ),
    (
        "La Norvège a assuré que l'enquête avait conclu à un tir suédois.",
        "Norvège",
        "l'enquête avait conclu à un tir suédois",
    ),
    (
        "Karin Holm a affirmé que la Norvège avait livré des armes aux rebelles.",
        "Karin Holm",
        "la Norvège avait livré des armes aux rebelles",
    ),
    ("La guérilla nie avoir posé la bombe.", "guérilla", "avoir posé la bombe"),
    (
        "Les rebelles ont fait savoir que leurs hommes reprenaient les combats.",
        "rebelles",
        "leurs hommes reprenaient les combats",
    ),
    # where another's figure stands in the middle, and where an aside parts a verb
    (
        "Le Danemark, qui compte 20 navires selon la presse, réclame un retrait des pêcheurs.",
        "Danemark",
        "un retrait des pêcheurs",
    ),
    (
        "L'Onu a pour sa part demandé que les responsables soient « jugés à La Haye ».",
        "ONU",
        "jugés à La Haye",
    ),
    (
        "Karl Holm avait plaidé auprès de la Norvège pour une nouvelle trêve.",
        "Karl Holm",
        "une nouvelle trêve",
    ),
    # whom a relative goes on about
    (
        "« La paix est proche », a dit le ministre Karl Holm, pour qui la Norvège cherche toujours "
        "à gagner du temps.",
        "Karl Holm",
        "la Norvège cherche toujours à gagner du temps",
    ),
    (
        "Karl Holm, pour qui cet accord constitue « un premier pas vers la paix », ira à Oslo.",
        "Karl Holm",
        "un premier pas vers la paix",
    ),
    # a post that another opens
    (
        "Le texte est « totalement inapplicable », a déclaré à la télévision le porte-parole du "
        "gouvernement, le colonel Karl Holm.",
        "Karl Holm",
        "totalement inapplicable",
    ),
    # words for something
    (
        "La Norvège y voit « une provocation inutile » de son voisin.",
        "Norvège",
        "une provocation inutile",
    ),
    (
        "La Norvège voit dans ce texte « une provocation inutile ».",
        "Norvège",
        "une provocation inutile",
    ),
    (
        "Karl Holm a invoqué « des raisons de sécurité » pour fermer la frontière.",
        "Karl Holm",
        "des raisons de sécurité",
    ),
]


def statements(text: str) -> list[tuple[str, str]]:
    draft = draft_of(Article(id="a", source="a", text=text, language="fr"))
    return [(draft.actors[s.speaker].name if s.speaker else "", s.quote) for s in draft.statements]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID)
def test_said(text: str, speaker: str, words: str) -> None:
    assert any(speaker == who and words in quote for who, quote in statements(text))


@pytest.mark.parametrize(
    "text",
    [
        "Selon la police, trois personnes ont été tuées.",
        "Karin Holm a annoncé que la réunion avait débuté à midi.",
        "Des témoins affirment que le pont s'est écroulé.",
        # nobody speaks « pour qui » alone, nor in a clause of time
        "Karl Holm, pour qui ce serait le dixième départ, a reçu les pêcheurs.",
        "Le Parlement danois a approuvé mercredi l'accord de paix avec la Norvège.",
        # « selon lui » is of its own clause
        "Présent à Oslo, Karl Holm a reçu des pêcheurs, dont le nombre dépend selon lui des ports.",
    ],
)
def test_told_and_no_position(text: str) -> None:
    assert statements(text) == []


def test_a_quotation_alone_is_of_the_subject_before_it() -> None:
    text = (
        "« Je pars », a dit Karl Holm. Plus tard, Anna Berg a pris la parole. « Nous resterons "
        "jusqu'au bout avec nos amis. »"
    )
    assert statements(text)[-1] == ("Anna Berg", "Nous resterons jusqu'au bout avec nos amis.")


def test_what_another_denies_is_no_part_of_a_claim() -> None:
    text = "La Norvège soutient que le navire se trouvait dans ses eaux, ce que le Danemark dément."
    assert statements(text) == [("Norvège", "le navire se trouvait dans ses eaux")]


def test_the_reporter_says_when_a_thing_was_refused() -> None:
    text = "La Norvège a rejeté l'accord de pêche quelques heures auparavant lors d'une réunion."
    assert statements(text) == [("Norvège", "l'accord de pêche")]


def test_the_officer_is_who_spoke_last() -> None:
    text = (
        "Ce texte est « inapplicable », a déclaré le colonel Karl Holm. L'officier a invoqué "
        "« des actes d'hostilité » de la Suède."
    )
    assert ("Karl Holm", "des actes d'hostilité") in statements(text)


def test_a_minister_is_no_stranger_with_another_post() -> None:
    text = (
        "« Nous partirons », a dit le mollah Sayid.\n\nOslo a réagi. « C'est un grand jour pour "
        "nous », a estimé le ministre."
    )
    assert statements(text)[-1][0] == "ministre"


def test_witnesses_speak_for_no_body() -> None:
    text = (
        "La Marine norvégienne est intervenue. Des témoins ont estimé que le navire était trop "
        "chargé."
    )
    assert [who for who, _ in statements(text)] in ([], ["témoins"])


def test_a_source_of_the_next_sentence_speaks_no_quotation_before_it() -> None:
    text = (
        "« Nous gardons nos positions », a dit Karl Holm. « Mais nous ne tirerons pas les "
        "premiers ».Plus tard, trois hommes ont été blessés, selon la police."
    )
    assert ("Karl Holm", "Mais nous ne tirerons pas les premiers") in statements(text)


WHO_AND_WHERE_IT_ENDS = [
    (
        "Interrogé par la BBC, Karl Holm a estimé que la trêve « ne tiendrait pas un mois ».",
        [("Karl Holm", "ne tiendrait pas un mois")],
    ),
    (
        "Tout en saluant « un accord équilibré », Karl Holm a prévenu que le roi pouvait refuser.",
        [("Karl Holm", "un accord équilibré"), ("Karl Holm", "le roi pouvait refuser")],
    ),
    (
        "« Nous rouvrirons la frontière », ont convenu le roi Karl Holm et le général Jan Berg.",
        [("Karl Holm", "Nous rouvrirons la frontière")],
    ),
    (
        "Joan Serra, mécanicien de 42 ans, juge que la paix est perdue. « On s'y perd », déplore-t-il.",
        [("Joan Serra", "la paix est perdue"), ("Joan Serra", "On s'y perd")],
    ),
    (
        "Karl Holm s'est adressé aux soldats : « Restez à vos postes jour et nuit », selon la BBC.",
        [("Karl Holm", "Restez à vos postes jour et nuit")],
    ),
    (
        "Selon l'agence Tass, le ministre kényan Paul Otieno a déclaré que la trêve était menacée.",
        [("Paul Otieno", "la trêve était menacée")],
    ),
    (
        "Le roi Karl Holm a déclaré qu'il « refuserait tout nouveau vote », a rapporté le palais.",
        [("Karl Holm", "refuserait tout nouveau vote")],
    ),
    (
        "La marine danoise a refusé de prendre le navire et l'a renvoyé au chantier.",
        [("marine danoise", "de prendre le navire")],
    ),
    (
        "Les autorités craignent que le bilan s'aggrave, l'agence de secours indiquant que la route "
        "pourrait être coupée.",
        [
            ("autorités", "le bilan s'aggrave"),
            ("agence de secours", "la route pourrait être coupée"),
        ],
    ),
    (
        "L'agence danoise des eaux a indiqué que le vent soufflait à 80 km/h. La digue pourrait "
        "céder, a-t-elle ajouté.",
        [("agence danoise", "La digue pourrait céder")],
    ),
    (
        "La Suède et le Danemark ont conclu un accord. Le texte stipule que les navires devront "
        "quitter le port.",
        [("accord", "les navires devront quitter le port")],
    ),
    (
        "Le ministère danois a publié un communiqué indiquant que la frontière resterait fermée.",
        [("ministère danois", "la frontière resterait fermée")],
    ),
    (
        "« Le canal reste ouvert », indique une déclaration commune lue par le Danemark et la Suède.",
        [("déclaration commune", "Le canal reste ouvert")],
    ),
    (
        "La Suède a averti que le port pourrait être repris par des bandes payées, selon la police, "
        "par un armateur.",
        [("Suède", "le port pourrait être repris par des bandes payées")],
    ),
    (
        "Ce protocole, poursuit le texte, ouvrira « un passage libre et sûr ».",
        [("texte", "un passage libre et sûr")],
    ),
    (
        "Vendredi, la guérilla a décrété solennellement « la fin de la taxe sur le riz ».",
        [("guérilla", "la fin de la taxe sur le riz")],
    ),
    (
        "Le Danemark a levé l'embargo. « Nous ne voulons plus de barrages », avait déjà assuré...",
        [("Danemark", "Nous ne voulons plus de barrages")],
    ),
    (
        "Le Danemark a salué la reprise des vols, rouvrant aussitôt ses aéroports.",
        [("Danemark", "la reprise des vols")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), WHO_AND_WHERE_IT_ENDS)
def test_who_says_it_and_where_it_ends(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(who, words) for who, words in statements(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Il est certain que les soldats partiront.",
        "Le ministre danois pensait que la guerre devait finir.",
        "Karin Holm remarqua qu'il pouvait marcher.",
        "Karl Holm se dit plus à l'aise qu'au début de sa carrière.",
        "Karl Holm a lancé un avertissement plus tôt cette année en taxant l'acier.",
        "Les deux parties ont mis en place un « protocole », a constaté la presse.",
        "La Suède a annoncé la création d'un « comité » de suivi.",
        "Karl Holm, un juriste qui conseille la marine danoise, a quitté Oslo.",
        "La Suède a décrété un « cessez-le-feu ».",
        "Les rebelles rendront les trente camions qu'ils disent détenir depuis mai.",
        "Les deux ministres ont vanté les mérites de la paix mardi à Oslo.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert statements(text) == []


def test_no_statement_is_dated_after_its_report() -> None:
    article = Article(
        id="a",
        source="a",
        text="« Nous serons prêts à temps » à Lima les 10 et 11 avril, a déclaré Karin Holm.",
        language="fr",
        published=Published(date="2015-02-27", basis="given"),
    )
    assert [s.date for s in draft_of(article).statements] == [None]
