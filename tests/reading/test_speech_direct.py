"""Quotations: whose words they are, and which words."""

from __future__ import annotations

import pytest

from detente.model import Article, Statement
from detente.reading import draft_of
from detente.reading.draft import Draft

Expected = list[tuple[str, str]]


def read(text: str) -> Draft:
    return draft_of(Article(id="a", source="a", text=text, language="fr"), upto="speech")


def said(text: str, *kinds: str) -> Expected:
    """Speaker's name and words of each statement."""
    draft = read(text)
    return [
        (draft.actors[s.speaker].name if s.speaker else "", s.quote)
        for s in draft.statements
        if not kinds or s.kind in kinds
    ]


def holds(found: Expected, wanted: Expected) -> bool:
    return all(
        any(name.lower() in who.lower() and words == what for who, what in found)
        for name, words in wanted
    )


AFTER = [
    # a verb behind the quotation, its subject behind the verb
    ("« La trêve doit tenir », a déclaré Anna Keller.", "Anna Keller", "La trêve doit tenir"),
    (
        "« Nous restons prêts à parler », a dit à l'AFP le ministre ghanéen Kwame Addo.",
        "Addo",
        "Nous restons prêts à parler",
    ),
    (
        "« Il faut un calendrier clair », a insisté mardi le ministre chilien Pedro Rojas.",
        "Rojas",
        "Il faut un calendrier clair",
    ),
    (
        "« Rien n'est encore signé », prévient Maria Lindqvist.",
        "Lindqvist",
        "Rien n'est encore signé",
    ),
    (
        "« Rien n'est encore signé », a toutefois nuancé Maria Lindqvist.",
        "Lindqvist",
        "Rien n'est encore signé",
    ),
    ("« C'est un début », s'est félicité Paul Okoro.", "Okoro", "C'est un début"),
    (
        "« C'est une honte », s'est indignée la ministre norvégienne Ingrid Dahl.",
        "Dahl",
        "C'est une honte",
    ),
    (
        "« Les armes doivent se taire », a lancé devant la presse Omar Haddad.",
        "Haddad",
        "Les armes doivent se taire",
    ),
    ("« Les armes doivent se taire », lance Omar Haddad.", "Haddad", "Les armes doivent se taire"),
    (
        "« Personne ne gagnera cette guerre », écrit Omar Haddad sur Telegram.",
        "Haddad",
        "Personne ne gagnera cette guerre",
    ),
    (
        "« Personne ne gagnera cette guerre », a écrit sur X Omar Haddad.",
        "Haddad",
        "Personne ne gagnera cette guerre",
    ),
    (
        "« Personne ne gagnera cette guerre », a tweeté Omar Haddad.",
        "Haddad",
        "Personne ne gagnera cette guerre",
    ),
    ("« La porte reste ouverte », a fait savoir Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("« La porte reste ouverte », selon Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("« La porte reste ouverte », d'après Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("« La porte reste ouverte », lui a répondu Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("« La porte reste ouverte », tonne Paul Okoro.", "Okoro", "La porte reste ouverte"),
    (
        "« La porte reste ouverte », a confié jeudi soir à Reuters Paul Okoro, négociateur en chef.",
        "Okoro",
        "La porte reste ouverte",
    ),
    ("« La porte reste ouverte », souligne-t-on à Berlin. Paul Okoro en doute.", "", ""),
    ('"La porte reste ouverte", a dit Paul Okoro.', "Okoro", "La porte reste ouverte"),
    ("“La porte reste ouverte”, a dit Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("«La porte reste ouverte», a dit Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("« La porte reste ouverte » , a dit Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("„La porte reste ouverte“, a dit Paul Okoro.", "Okoro", "La porte reste ouverte"),
    ("‘La porte reste ouverte’, a dit Paul Okoro.", "Okoro", "La porte reste ouverte"),
    (
        "« Est-ce bien raisonnable ? », s'est interrogé Paul Okoro.",
        "Okoro",
        "Est-ce bien raisonnable ?",
    ),
    ("« Assez de mensonges ! », s'est exclamé Paul Okoro.", "Okoro", "Assez de mensonges !"),
    (
        "« Nous ne céderons pas », a martelé le président kényan Daniel Mwangi.",
        "Mwangi",
        "Nous ne céderons pas",
    ),
    (
        "« Nous ne céderons pas », martèle la présidente moldave Elena Rusu.",
        "Rusu",
        "Nous ne céderons pas",
    ),
]

BODIES = [
    (
        "« Cette décision est illégale », a affirmé le ministère péruvien des Affaires étrangères.",
        "minist",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », a déclaré un responsable canadien ayant requis l'anonymat.",
        "responsable canadien",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », a dit une source diplomatique.",
        "source diplomatique",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », ont déploré des diplomates européens.",
        "diplomates européens",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », indique le ministère péruvien de la Défense dans un communiqué.",
        "minist",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », a réagi l'Union africaine.",
        "Union africaine",
        "Cette décision est illégale",
    ),
    (
        "« Cette décision est illégale », s'est insurgé un avocat de la défense.",
        "avocat de la défense",
        "Cette décision est illégale",
    ),
    ("« Cette décision est illégale », estime Oslo.", "Norvège", "Cette décision est illégale"),
]

BEFORE = [
    ("Anna Keller a déclaré : « La trêve doit tenir. »", "Keller", "La trêve doit tenir."),
    ("Anna Keller a déclaré que « la trêve doit tenir ».", "Keller", "la trêve doit tenir"),
    (
        "Anna Keller a estimé mardi que la trêve était « un premier pas fragile ».",
        "Keller",
        "un premier pas fragile",
    ),
    (
        "Anna Keller a qualifié la rencontre de « longue et difficile ».",
        "Keller",
        "longue et difficile",
    ),
    ("Anna Keller a dénoncé une « grave provocation ».", "Keller", "grave provocation"),
    ("Anna Keller a fustigé des « manœuvres dilatoires ».", "Keller", "manœuvres dilatoires"),
    ("Anna Keller a évoqué une « chance historique ».", "Keller", "chance historique"),
    ("Anna Keller a parlé d'une « chance historique ».", "Keller", "chance historique"),
    (
        "Anna Keller a salué « le courage des deux délégations ».",
        "Keller",
        "le courage des deux délégations",
    ),
    (
        "Anna Keller a appelé à « cesser immédiatement les combats ».",
        "Keller",
        "cesser immédiatement les combats",
    ),
    (
        "Anna Keller s'est dite « très inquiète de la suite ».",
        "Keller",
        "très inquiète de la suite",
    ),
    ("Anna Keller a jugé « indispensable » une médiation de l'ONU.", "Keller", "indispensable"),
    ("Anna Keller a présenté ce plan comme « la dernière offre ».", "Keller", "la dernière offre"),
    (
        "Selon Anna Keller, ce plan est « la dernière offre possible ».",
        "Keller",
        "la dernière offre possible",
    ),
    (
        "Pour Anna Keller, ce plan est « la dernière offre possible ».",
        "Keller",
        "la dernière offre possible",
    ),
    (
        "Aux yeux d'Anna Keller, ce plan est « la dernière offre possible ».",
        "Keller",
        "la dernière offre possible",
    ),
    (
        "Le ministre, Pavel Novotny, a quitté la salle en dénonçant « un texte honteux ».",
        "Novotny",
        "un texte honteux",
    ),
    (
        "Accusant Kampala de « jouer avec le feu », Anna Keller a suspendu sa visite.",
        "Keller",
        "jouer avec le feu",
    ),
    ("Anna Keller : « La trêve doit tenir »", "Keller", "La trêve doit tenir"),
    ("La réponse d'Anna Keller : « La trêve doit tenir »", "Keller", "La trêve doit tenir"),
    ("Mali : « La trêve doit tenir », dit Anna Keller", "Keller", "La trêve doit tenir"),
    (
        "« La trêve doit tenir » : Anna Keller exhorte les deux camps",
        "Keller",
        "La trêve doit tenir",
    ),
    ("Anna Keller a été très claire. « La trêve doit tenir. »", "Keller", "La trêve doit tenir."),
    (
        "La Suède a exigé « le retrait de toutes les troupes ».",
        "Suède",
        "le retrait de toutes les troupes",
    ),
    ("Le Brésil et l'Inde ont déploré « un échec collectif ».", "Brésil", "un échec collectif"),
    (
        "Dans un communiqué, le ministère égyptien des Affaires étrangères a condamné « une attaque lâche ».",
        "minist",
        "une attaque lâche",
    ),
]

INCISE = [
    # the words run on past the verb: one statement
    (
        "« Nous voulons la paix, a dit Anna Keller, mais pas à tout prix. »",
        "Keller",
        "Nous voulons la paix, mais pas à tout prix.",
    ),
    (
        "« Nous voulons la paix », a dit Anna Keller, « mais pas à tout prix ».",
        "Keller",
        "Nous voulons la paix mais pas à tout prix",
    ),
    (
        "« Nous voulons la paix », a-t-elle dit, « mais pas à tout prix ». Anna Keller s'exprimait à Oslo.",
        "",
        "",
    ),
]

BROKEN = [
    (
        "Anna Keller a rappelé qu' »on ne bâtit pas la paix en un jour. »",
        "Keller",
        "on ne bâtit pas la paix en un jour.",
    ),
    (
        "Anna Keller a déclaré : « La trêve doit tenir et les deux camps le savent.",
        "Keller",
        "La trêve doit tenir et les deux camps le savent.",
    ),
    (
        "– La trêve doit tenir, même blessée », estime Anna Keller.",
        "Keller",
        "La trêve doit tenir, même blessée",
    ),
    (
        "La trêve doit tenir, même blessée », estime Anna Keller.",
        "Keller",
        "La trêve doit tenir, même blessée",
    ),
    (
        "Anna Keller a tranché : « Pas un mot de l'accord « secret » ne changera. »",
        "Keller",
        "Pas un mot de l'accord « secret » ne changera.",
    ),
    (
        "« Ils [les rebelles] doivent partir », a dit Anna Keller.",
        "Keller",
        "Ils [les rebelles] doivent partir",
    ),
    (
        "« Il (Rojas) devra répondre de ses actes », a dit Anna Keller.",
        "Keller",
        "Il (Rojas) devra répondre de ses actes",
    ),
    (
        'Tout va mieux, a-t-on assuré."Nous tiendrons parole", a dit Anna Keller.',
        "Keller",
        "Nous tiendrons parole",
    ),
]


@pytest.mark.parametrize(("text", "who", "words"), [*AFTER, *BODIES, *BEFORE, *BROKEN, *INCISE])
def test_speaker_and_words(text: str, who: str, words: str) -> None:
    if words:
        found = said(text, "direct", "dialogue")
        assert holds(found, [(who, words)]), found


CARRIED = [
    (
        "« Le texte est prêt », a dit Anna Keller. « Il ne manque que deux signatures. »",
        [("Keller", "Le texte est prêt"), ("Keller", "Il ne manque que deux signatures.")],
    ),
    (
        "« Le texte est prêt », a dit Anna Keller.\n« Il manque deux signatures », a-t-elle ajouté.",
        [("Keller", "Le texte est prêt"), ("Keller", "Il manque deux signatures")],
    ),
    (
        "« Le texte est prêt », a dit Paul Okoro. Anna Keller est restée prudente. "
        "« Il manque deux signatures », a-t-elle observé.",
        [("Okoro", "Le texte est prêt"), ("Keller", "Il manque deux signatures")],
    ),
    (
        "Le ministre kényan Daniel Mwangi a reçu la presse.\n« Le texte est prêt », a-t-il dit.",
        [("Mwangi", "Le texte est prêt")],
    ),
    (
        "« Le texte est prêt », a dit un porte-parole du ministère polonais de la Défense.\n"
        "« Il manque deux signatures », a-t-il poursuivi.",
        [("porte-parole", "Le texte est prêt"), ("porte-parole", "Il manque deux signatures")],
    ),
    (
        "M. Okoro et Mme Keller se sont vus à Oslo. « Le texte est prêt », a dit M. Okoro. "
        "« Il manque deux signatures », a répliqué Mme Keller.",
        [("Okoro", "Le texte est prêt"), ("Keller", "Il manque deux signatures")],
    ),
    (
        "Voici ce qu'a dit Anna Keller :\n« Le texte est prêt depuis lundi. »",
        [("Keller", "Le texte est prêt depuis lundi.")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CARRIED)
def test_speaker_carried_forward(text: str, wanted: Expected) -> None:
    found = said(text, "direct")
    assert holds(found, wanted), found


NOBODY = [
    "L'opération « Bouclier du désert » a commencé mardi.",
    "Le parti « Avenir radieux » a gagné deux sièges.",
    "Il a été condamné pour « haute trahison » en mars.",
    "La « guerre des prix » entre Lima et Quito continue.",
    "Le film « La Longue Marche » sera projeté à Dakar.",
    "Les habitants vivent dans la « zone grise » depuis trois ans.",
    "Le « oui » l'a emporté de peu.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_scare_quotes_are_no_statement(text: str) -> None:
    assert said(text, "direct") == []


def statement(text: str) -> tuple[Draft, Statement]:
    draft = read(text)
    return draft, draft.statements[0]


def test_evidence_is_the_articles_text() -> None:
    draft = read("« Nous voulons la paix », a dit Anna Keller, « mais pas à tout prix ».")
    text = draft.article.text
    for one in draft.statements:
        for span in (*one.evidence, *one.cue):
            assert text[span.start : span.end] == span.exact
    assert len(draft.statements) == 1
    assert [span.exact for span in draft.statements[0].evidence] == [
        "Nous voulons la paix",
        "mais pas à tout prix",
    ]


def test_cue_is_verb_and_speaker() -> None:
    _, one = statement("« Nous voulons la paix », a dit Anna Keller.")
    assert one.cue[0].exact == "a dit"
    assert "Keller" in one.cue[1].exact


def test_ids_follow_the_text() -> None:
    draft = read("« Le texte est prêt », a dit Anna Keller. « Il ne manque que deux signatures. »")
    assert [s.id for s in draft.statements] == ["s1", "s2"]


def test_same_words_twice_are_one_statement() -> None:
    found = said(
        "« La trêve doit tenir », dit Anna Keller\n\n« La trêve doit tenir », a dit Anna Keller.",
        "direct",
    )
    assert len(found) == 1


def test_time_and_audience() -> None:
    _, one = statement("« Nous voulons la paix », a dit jeudi Anna Keller devant la presse.")
    assert one.addressee == "presse"
    assert one.when is not None
    assert one.when.weekday == 3


def test_time_inside_the_words_is_not_the_time_of_speaking() -> None:
    _, one = statement("« Nous partirons le 3 mai 2021 », a dit Anna Keller.")
    assert one.date is None


def test_topics_by_the_codebook() -> None:
    _, one = statement("« Le cessez-le-feu doit tenir », a dit Anna Keller.")
    assert "ceasefire" in one.topics
