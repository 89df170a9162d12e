"""Who says the words in scraped news: whom the words name, lost marks, clauses of others, own lines."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Article, Published
from detente.reading import draft_of

SAID = [
    # whoever the words name in the third person, or thank, does not say them
    (
        "Le gouvernement danois a confirmé la libération de Karl Holm, ancien maire. « Karl Holm est "
        "en ce moment avec un médecin », a-t-il précisé à la presse.",
        "gouvernement danois",
        "Karl Holm est en ce moment",
    ),
    (
        "La police a annoncé l'arrestation de Karl Holm. « Karl Holm sera entendu par un juge », "
        "a-t-elle ajouté.",
        "police",
        "Karl Holm sera entendu",
    ),
    (
        "La présidente Anna Berg a reçu l'ingénieur Karl Holm. « Merci présidente Berg d'avoir tenu "
        "parole », a-t-il déclaré.",
        "Karl Holm",
        "Merci présidente Berg",
    ),
    (
        "« Il a été convenu d'écrire au gouvernement de Finlande dès demain », selon un communiqué lu "
        "par la ministre suédoise Anna Berg.",
        "Anna Berg",
        "Il a été convenu",
    ),
    (
        "Les milices du Nord ont affirmé dimanche avoir « pris la ville sans un seul coup de feu ».\n"
        "Le ministère norvégien de la Défense a, lui, déclaré que la ville tenait.\n"
        "« La Norvège tiendra ses lignes », a-t-il ajouté.",
        "ministère norvégien de la Défense",
        "La Norvège tiendra",
    ),
    # of two posts with one noun
    (
        "La Norvège attendra, a promis le ministre de la Pêche, qui a demandé de ne « pas céder à la "
        "peur ». Le Premier ministre Karl Holm l'a appuyé.",
        "ministre de la Pêche",
        "pas céder à la peur",
    ),
    # a clause about « selon X » within what another tells
    (
        "Le gouvernement a promis de gracier deux marins qui, selon la Norvège, se trouvent « dans un "
        "état très grave ».",
        "Norvège",
        "dans un état très grave",
    ),
    (
        "Anna Berg s'est réjouie de la libération de Karl Holm, prêtre accusé par Oslo d'espionner la "
        "marine.",
        "Norvège",
        "espionner la marine",
    ),
    (
        "Oslo, qui accuse Helsinki de soutenir les milices, a rappelé son ambassadeur, a annoncé "
        "samedi la ministre Anna Berg.",
        "Norvège",
        "de soutenir les milices",
    ),
    (
        "La Norvège a exhorté les deux camps à respecter la trêve, selon un communiqué commun.",
        "Norvège",
        "à respecter la trêve",
    ),
    (
        "La ministre Anna Berg a déclaré que le port rouvrirait lundi, selon l'agence Reuters.",
        "Anna Berg",
        "le port rouvrirait lundi",
    ),
    # marks that are lost, or stand about the verb alone
    (
        "«J'ai demandé à Karl Holm, négociateur en chef, de rentrer», a tweeté Mme Berg. Karl Holm se "
        "rendra à Oslo pour parler avec les marins», a-t-elle dit.",
        "Berg",
        "Karl Holm se rendra à Oslo",
    ),
    (
        "Anna Berg a aussitôt «félicité» les deux camps pour les «progrès annoncés mardi à Oslo».",
        "Anna Berg",
        "progrès annoncés mardi",
    ),
    (
        'La Norvège "agira dans le respect du droit", a indiqué sur Twitter la ministre Anna Berg.',
        "Anna Berg",
        "agira dans le respect",
    ),
    # words on lines of their own, and behind whoever salutes
    (
        "La présidente Anna Berg a lancé :\nNous avons gagné. Je salue ce peuple courageux.\nLa foule "
        "a chanté.",
        "Anna Berg",
        "Nous avons gagné. Je salue ce peuple courageux.",
    ),
    (
        "Son retour a été salué par la ministre suédoise Anna Berg. « Bienvenue à la maison, cher "
        "ami ! »",
        "Anna Berg",
        "Bienvenue à la maison",
    ),
    # verbs with a noun, asides, what is asked of somebody
    (
        "La ministre Anna Berg a fait part dans un communiqué de sa « joie » après le retour du "
        "« marin Karl Holm, injustement détenu ».",
        "Anna Berg",
        "marin Karl Holm, injustement détenu",
    ),
    (
        "La milice a fait volte-face lundi en annonçant son refus d'y prendre part.",
        "milice",
        "refus d'y prendre part",
    ),
    (
        "La ministre Anna Berg exige de la milice qu'elle libère ses otages.",
        "Anna Berg",
        "elle libère ses otages",
    ),
    (
        "« Bonne nouvelle avec le retour de notre marin », a écrit Anna Berg sans donner son nom, "
        "mais en ajoutant que « les habitants d'Oslo seront très contents », une ville du Sud.",
        "Anna Berg",
        "les habitants d'Oslo",
    ),
    # a closing mark typed as an opening one
    (
        "« Nous tiendrons parole devant le roi« , a pour sa part affirmé Karl Holm. « J'appelle ceux "
        "qui hésitent à nous rejoindre. »",
        "Karl Holm",
        "Nous tiendrons parole devant le roi",
    ),
    # within what another tells or names
    (
        "La ministre Anna Berg a dénoncé un raid, une accusation à laquelle Helsinki avait réagi en "
        "affirmant qu'aucun raid n'était prévu.",
        "Finlande",
        "aucun raid n'était prévu",
    ),
    (
        "M. Holm a remercié les deux camps, soulignant que la Suède s'engageait « avec l'assurance "
        "de tenir parole ».",
        "Holm",
        "avec l'assurance",
    ),
    (
        "Anna Berg a écrit à Karl Holm, rappelant que ce dernier avait appelé les deux camps à un "
        "cessez-le-feu.",
        "Karl Holm",
        "à un cessez-le-feu",
    ),
    (
        "Le Groupe nordique a admis, par la voix de Karl Holm, que « les progrès ont été lents ».",
        "Karl Holm",
        "les progrès ont été lents",
    ),
    # who speaks again, by « il », by the same noun, by another word for the post
    (
        "Anna Berg a tout expliqué. Selon Karl Holm, qui est resté discret « le mot n'a pas été dit, "
        "mais tous y pensaient », a-t-il ajouté.",
        "Karl Holm",
        "le mot n'a pas été dit",
    ),
    (
        "Une source proche du dossier a précisé que la somme était payée. Karl Holm a dit « ne rien "
        "savoir de tout cela ». « Ils sont libres depuis hier », a affirmé cette source.",
        "source proche du dossier",
        "Ils sont libres",
    ),
    (
        "Le médiateur de l'Onu, Karl Holm, a parlé lundi d'une trêve. « Elle sera annoncée demain », "
        "a déclaré l'émissaire de l'Onu.",
        "Karl Holm",
        "Elle sera annoncée",
    ),
    (
        "La présidence danoise a dit « sa grande satisfaction ». « Un pas est fait ce soir », selon "
        "cette même source.",
        "présidence danoise",
        "Un pas est fait",
    ),
    (
        "Les rebelles ont conclu un accord avec le gouvernement danois, qui s'était engagé à leur "
        "accorder une amnistie.",
        "gouvernement danois",
        "à leur accorder une amnistie",
    ),
    (
        "Les deux camps se sont entendus lundi pour « reprendre tous les travaux du traité ».",
        "camps",
        "reprendre tous les travaux",
    ),
    (
        "Le roi Ali Ber a rappelé son ambassadeur à Oslo, dénonçant « une offense faite au pays ».",
        "Ali Ber",
        "une offense faite au pays",
    ),
    (
        "Le Kenya a expulsé deux agents, a fait savoir jeudi le ministère de la Défense, indiquant que "
        "« cette mesure est une réponse ».",
        "ministère",
        "cette mesure est une réponse",
    ),
    (
        "Le Kenya a expulsé deux diplomates togolais, les accusant d'« activités hostiles au pays ».",
        "Kenya",
        "activités hostiles",
    ),
    (
        "« Nous avons gagné », a lancé le chef rebelle, Ali Ber, avant d'ajouter: « La lutte continue ».",
        "Ali Ber",
        "La lutte continue",
    ),
    (
        "Le roi Ali Ber a appelé au calme. Et de préciser : « Nous ne tirerons pas en premier ».",
        "Ali Ber",
        "Nous ne tirerons pas",
    ),
    ("Le Kenya a accusé l'opposition de trahison.", "Kenya", "l'opposition de trahison"),
    ("A Nairobi, on se dit « prêt à toutes les éventualités ».", "Kenya", "prêt à toutes"),
    (
        "Le chef de la diplomatie kényane Ali Ber a évoqué jeudi, dans un rare échange avec la presse, "
        "« l'importance d'un dialogue franc ».",
        "Ali Ber",
        "l'importance d'un dialogue",
    ),
    (
        "Le texte prévoit « le retrait de toutes les troupes étrangères ».",
        "texte",
        "le retrait de toutes",
    ),
    (
        "Le Kenya va négocier une trêve avec les rebelles, a déclaré jeudi le roi Ali Ber.",
        "Ali Ber",
        "va négocier une trêve",
    ),
    (
        "Ali Ber critique l'opposition et les rebelles qui réclament le départ du roi.",
        "rebelles",
        "le départ du roi",
    ),
]

NOT_SAID = [
    (
        "Ils ont signé un « accord de paix et de trêve », a constaté un journaliste de l'AFP.",
        "accord",
    ),
    ("« Nous tiendrons parole« , a affirmé Karl Holm. « J'appelle à la paix. »", "a affirmé"),
    ("La Norvège a libéré dix marins, comme elle s'y était engagée au début du mois.", "au début"),
    (
        "Alors que l'armée affirme vouloir la paix, des tirs ont été entendus.",
        "armée: vouloir la paix,",
    ),
    ("La Suède a rompu la trêve, jugeant qu'Oslo mentait, et a bloqué le port.", "mentait, et"),
    ("La FRT (« Front pour le renouveau et la terre »), armée selon des experts, avance.", "Front"),
    ("Un diplomate, s'exprimant sous condition d'anonymat, a évoqué une trêve.", "condition"),
    ("Anna Berg a fait part de sa « joie » après le retour du marin.", "joie"),
    ("Oslo souhaite que les camps s'accordent sur « les mesures à prendre ».", "camps"),
]


def said(text: str) -> list[tuple[str, str]]:
    draft: Any = draft_of(
        Article(
            id="a",
            source="a.txt",
            text=text,
            language="fr",
            published=Published(date="2025-05-14", basis="stated"),
        )
    )
    return [(draft.actors[s.speaker].name, s.quote) for s in draft.statements]


@pytest.mark.parametrize(("text", "speaker", "words"), SAID)
def test_whose_words_they_are(text: str, speaker: str, words: str) -> None:
    found = said(text)
    assert any(speaker in name and words in quote for name, quote in found), found


@pytest.mark.parametrize(("text", "words"), NOT_SAID)
def test_what_nobody_says(text: str, words: str) -> None:
    assert not [(name, quote) for name, quote in said(text) if words in f"{name}: {quote}"[:70]]


@pytest.mark.parametrize(
    "line",
    [
        "La ministre Anna Berg a déclaré que le port d'Oslo rouvrirait dès lundi. :sad:",
        "Anna Berg a dit que le gouvernement prendrait dès lundi, avec tous les partis du pays, les "
        "mesures suivantes :",
    ],
)
def test_a_line_that_ends_in_two_dots_brings_in_no_words(line: str) -> None:
    found = said(f"{line}\nLes marins du nord se battent depuis longtemps pour ce port.")
    assert not [words for _, words in found if "marins" in words]
