"""What is left out of a report's text, and what is learned from it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model import Article
from detente.press.assembly import assemble
from detente.press.page import Raw
from detente.press.unwrap import unwrap

LEAD = (
    "Les négociateurs des deux pays se sont retrouvés lundi à Vienne pour une nouvelle série de "
    "discussions, a annoncé le ministère."
)
MORE = "« Nous avons avancé », a déclaré le chef de la délégation, sans donner de détails."
TITLE = "Nouvelle série de discussions à Vienne"


def article(text: str, **known: Any) -> Article:
    raw = Raw(source="x.txt", name="x.txt", text=text, untitled="title" not in known, **known)
    made = assemble(raw, lambda note: None)
    assert made is not None
    for span in made.published.evidence:
        assert made.text[span.start : span.end] == span.exact
    return made


WHOLE = f"{TITLE}\n\n{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    "noise",
    [
        "Logo webradio media", "Étiquettes", "Sommaire", "Publicité", "Lire aussi : Une autre crise",
        "À lire aussi", "À lire aussi Une autre crise", "Partager", "Tags", "Tags : Vienne, paix",
        "Facebook Twitter WhatsApp", "Partager | Imprimer", "Temps de lecture : 3 min", "3 min",
        "Crédit photo : Anne Modèle", "© Anne Modèle / AFP", "Anne MODELE / AFP / Archives", ".", "***",
        "Ce site utilise des cookies pour mesurer son audience.", "En poursuivant votre navigation, "
        "vous acceptez l’usage de cookies.", "(Actualisé avec réactions)", "(Actualisé à 18h05)",
        "Inscrivez-vous à notre newsletter", "Accueil > Monde > Europe", "Table of Contents",
        "https://www.exemple.fr/a/1", "12 commentaires", "Cet article est réservé aux abonnés.",
        "La suite après cette publicité", "00:00 / 03:24", "exemple.fr", "Publié hier à 18h05", "Votre adresse e-mail ne sera pas publiée.",
        "Des délégués à Vienne, le 12 mars 2024. © Anne Modèle, AFP",
        "Des délégués à leur arrivée, le 12 mars 2024 à Vienne (AFP / Anne MODÈLE)",
        "Recevez toute l’actualité dans votre boîte mail", "Suivez-nous sur Facebook et Twitter",
        "ATTENTION - AJOUTE réactions ///", "►À écouter aussi : Une autre crise", "Publicité Lire la suite",
        "NewsletterRecevez toute l'actualité dans votre boite mail", "Aucun commentaire pour l’instant",
        "Pour lire la suite de cet article, abonnez-vous ou identifiez-vous !", "T+ | T-", "Prochain article",
        "Vous devez être membre pour ajouter des commentaires.", "Vous avez envie de lire la suite ?",
        "Lire la suite sur La Gazette", "En savoir plus sur LaGazette", "Quitter la version mobile", "• Augmenter",
        "Abonnez-vous pour recevoir les derniers articles par e-mail.", "Current Size: 100%",
        "Une délégation à son arrivée à Vienne. /Photo prise le 13 octobre 2020/REUTERS/Anne Modèle",
        "Le ministre à Vienne, le 4 octobre 2020 ( AFP / ANNE MODELE )", "Le président Lund. Getty Images via AFP",
        "Infographie LE JOURNAL", "Des soldats ont été déployés dans la région. / ANNE MODELE / AFP", "Kari Lund (à gauche), à Vienne. — AFP",
        "Vous avez repéré une erreur ou disposez de plus d’infos? Signalez-le ici", "Votre commentaire", "0",
        "• il y a 9 ans", "0/500", "par AFP FR", "Visitez notre site :", "J’aime chargement…", "Tweet on Twitter",
        "Soyez le premier à donner votre avis !", "Les commentaires sont fermés.", "Il n’y a actuellement aucun commentaire.",
        "Cet article n’est pas ouvert aux commentaires.", "Votre e-mail est utilisé pour vous écrire.",
        "Nom & prénom", "Ville *", "(Les champs * sont obligatoires)", "(Droits réservés)", "Archives par mot-clé : Vienne",
        "fr.exemple.com | Edition européenne", "En savoir plus sur https://www.exemple.fr/monde/2024/03/12/un-titre-plutot-long_1.html#a",
        "Your browser doesn’t support HTML5", "abc/def", "— La Gazette (@lagazette) 5 novembre 2024",
        "Les deux délégations se retrouvent https://t.co/a1b2pic.twitter.com/c3d4", "[annonces_sous_article id= »a1b2 »]",
        "Nous voulons un espace d’échange: merci de lire nos règles d’utilisation.",
        'div id="annonce-sous-article">', '<div class="pub">Publicité</div>', "window.pub = window.pub || {cmd: []};",
        "pub.cmd.push(function() { pub.display('a-1'); });", '{"@context": "https://exemple.org", "@type": "Article"}',
    ],
)  # fmt: skip
def test_furniture_goes(noise: str) -> None:
    assert article(f"{noise}\n{TITLE}\n\n{LEAD}\n\n{MORE}").text == WHOLE
    assert article(f"{TITLE}\n\n{LEAD}\n\n{noise}\n\n{MORE}").text == WHOLE


@pytest.mark.parametrize(
    "line",
    [
        "« Partager le pouvoir n’est pas une option », a-t-il lancé.",
        "Lire ce texte n’a rien changé, a-t-il reconnu devant la presse mardi soir.",
        "Les commentaires du ministre ont fermé la porte au dialogue, selon Vienne.",
        "« Inacceptable »: Vienne refuse le plan que lui soumet son voisin.",
        "Un sommaire a été remis aux délégués.",
        "La newsletter du ministère annonce une visite, selon ses services.",
        "- Anne Modèle, cheffe de la délégation",
        "Un geste attendu",
        "(Le ministre n’a pas souhaité répondre.)",
        "»",
        "Retrouvez-nous mardi à Vienne, a lancé le ministre à son homologue avant de raccrocher.",
        "« Suivez-nous », a lancé le ministre (AFP).",
    ],
)
def test_what_belongs_to_the_report_stays(line: str) -> None:
    assert line in article(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{MORE}").text


def test_foot_of_links() -> None:
    foot = "Sur le même sujet\nUne crise qui dure\nLes otages, la question oubliée"
    assert article(f"{WHOLE}\n\n{foot}").text == WHOLE


@pytest.mark.parametrize("dots", ["...", " …", " [...]"])
def test_beginnings_of_other_reports_go(dots: str) -> None:
    others = [f"Les pêcheurs des deux rives ont bloqué le port mardi à l'appel de leur{dots}"] * 2
    assert (
        article("\n\n".join([WHOLE, others[0], "Crise au port", f"Une {others[1]}"])).text == WHOLE
    )
    alone = f"{WHOLE}\n\n{others[0]}"
    assert article(alone).text == alone


def test_a_label_before_the_headline_on_its_line_goes() -> None:
    assert article(f"PARTAGER {WHOLE}").text == WHOLE
    assert article(f"Accueil Actu\n\n{WHOLE}").text == WHOLE


def test_a_report_that_a_page_has_twice() -> None:
    assert article(f"{WHOLE}\n\n{WHOLE}").text.count(LEAD) == 1
    assert article(f"{TITLE}\n\nvienne-300x224{LEAD}\n\n{MORE}").text == WHOLE


def test_table_of_contents_with_its_entries() -> None:
    body = (
        f"{TITLE}\n\n{LEAD}\n\nUn geste\n\n{MORE}\n\nUne réponse\n\nVienne n'a pas encore répondu."
    )
    assert article(f"Sommaire\nUn geste\nUne réponse\n{body}").text == body


def test_headline_that_stands_twice() -> None:
    twice = article(
        f"{TITLE}\n\nLe chapeau dit l’essentiel de ce qui suit, en une phrase.\n\n{TITLE}\n\n{LEAD}"
    )
    assert twice.text.count(TITLE) == 1
    assert twice.text.startswith(f"{TITLE}\n\nLe chapeau")


@pytest.mark.parametrize(
    ("end", "author", "outlet"),
    [
        (" (Avec AFP)", "Avec AFP", "AFP"),
        (" (avec Agence France-Presse)", "avec Agence France-Presse", "AFP"),
        (" (avec Exempla)", "avec Exempla", "Exempla"),
        (" (AFP)", "AFP", "AFP"),
        ("\nats/ab", "ats/ab", "Keystone-ATS"),
        ("\n\n(Avec AFP, Reuters)", "Avec AFP, Reuters", None),
        ("bur-abc/def/ghi", "bur-abc/def/ghi", None),
        (" abc-de/fgh", "abc-de/fgh", None),
        ("\n\nbur/abc", "bur/abc", None),
        ("\n© AFP", "© AFP", "AFP"),
        (
            "(Reportage Jean Exemple à Vienne et bureau de Reuters à Berne, version française Anne Modèle)",
            "Reportage Jean Exemple à Vienne et bureau de Reuters à Berne, version française Anne Modèle",
            "Reuters",
        ),
        ("\n(Jean Exemple, édité par Anne Modèle)", "Jean Exemple, édité par Anne Modèle", None),
        ("\n\nLe Figaro avec AFP", "Le Figaro avec AFP", "Le Figaro"),
        ("\n\nAnne Modèle, à Vienne", "Anne Modèle, à Vienne", None),
    ],
)  # fmt: skip
def test_signature(end: str, author: str, outlet: str | None) -> None:
    signed = article(WHOLE + end)
    assert signed.text == WHOLE
    assert (signed.author, signed.outlet) == (author, outlet)


@pytest.mark.parametrize(
    "end",
    [
        " (CICR)",
        " (avec une pause pour le déjeuner)",
        " Il a dit oui et/ou non.",
        " Le chiffre vient d’une autre agence (TASS).",
        " L’accord a été signé plus tard (12 mars 2024)",
        " (Le bureau de la présidence n’a pas réagi)",
    ],
)
def test_a_bracket_of_the_report_stays(end: str) -> None:
    assert article(WHOLE + end).text.endswith(end.strip())


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Claire Martin", "Claire Martin"),
        ("Par Claire Martin avec AFP", "Claire Martin"),
        ("Claire Martin", "Claire Martin"),
        ("Par Claire Martin et Jean-Luc de La Tour", "Claire Martin et Jean-Luc de La Tour"),
        ("Martin, Claire", "Martin, Claire"),
        ("De notre correspondante à Athènes, Claire Martin", "Claire Martin"),
    ],
)
def test_byline(line: str, author: str) -> None:
    signed = article(f"{TITLE}\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (signed.author, signed.text) == (author, WHOLE)


def test_an_outlet_is_no_author() -> None:
    told = article(f"{TITLE}\n\nPar Le Figaro avec AFP\n\n{LEAD}\n\n{MORE}")
    assert (told.outlet, told.author, told.text) == ("Le Figaro", None, WHOLE)


def test_a_name_that_the_report_speaks_of_is_no_byline() -> None:
    told = article(
        f"{TITLE}\nAnne Modèle\n\n{LEAD}\n\n« Nous avançons », a dit Mme Modèle devant la presse mardi."
    )
    assert "\nAnne Modèle\n" in told.text
    assert told.author is None


@pytest.mark.parametrize(
    ("line", "outlet", "date", "words"),
    [
        ("VIENNE, 12 mars 2024 (AFP) –", "AFP", "2024-03-12", "12 mars 2024"),
        ("Vienne, 12 mars (Reuters) -", "Reuters", None, None),
        ("PARIS (AP) —", "AP", None, None),
        ("VIENNE, 1er fév 2024 (AFP) -", "AFP", "2024-02-01", "1er fév 2024"),
        ("MOSCOU, 12 mars 2024. /TASS/.", "TASS", "2024-03-12", "12 mars 2024"),
        ("BERNE, le 12 mars 2024 -", None, "2024-03-12", "12 mars 2024"),
        ("PÉKIN/VIENNE (Xinhua) --", "Xinhua", None, None),
        ("GRAZ (Autriche), 12 mars 2024 (AFP) -", "AFP", "2024-03-12", "12 mars 2024"),
    ],
)  # fmt: skip
def test_dateline(line: str, outlet: str | None, date: str | None, words: str | None) -> None:
    told = article(f"{TITLE}\n\n{line} {LEAD}\n\n{MORE}")
    assert told.text == f"{TITLE}\n\n{line}\n{LEAD}\n\n{MORE}"
    assert (told.outlet, told.published.date) == (outlet, date)
    assert [s.exact for s in told.published.evidence] == ([words] if words else [])


def test_a_bracket_in_a_sentence_is_no_dateline() -> None:
    lead = "Le ministère (SPA, l’agence d’État) a annoncé lundi une nouvelle série de discussions."
    assert article(f"{TITLE}\n\n{lead}\n\n{MORE}").text == f"{TITLE}\n\n{lead}\n\n{MORE}"


@pytest.mark.parametrize(
    ("line", "date", "kept"),
    [
        ("Publié le 12/03/2024 à 18:05", "2024-03-12", "Publié le 12/03/2024 à 18:05"),
        ("Publié le : 12/03/2024 - 18:05Modifié le : 13/03/2024 - 19:00", "2024-03-12", "Publié le : 12/03/2024 - 18:05"),
        ("Mis à jour le 13 mars 2024 à 8h", "2024-03-13", "13 mars 2024 à 8h"),
        ("12 mars 2024 - 18h05", "2024-03-12", "12 mars 2024 - 18h05"),
        ("2024-03-12T18:05:00", "2024-03-12", "2024-03-12T18:05:00"),
        ("Par Claire Martin | mardi 12 mars 2024 | 3 min", "2024-03-12", "mardi 12 mars 2024"),
        ("March 12, 2024", "2024-03-12", "March 12, 2024"),
        ("Publié le 12 mars 2024 à 16h25, modifié le 12 mars 2024 à 18h • Lecture 3 min.", "2024-03-12", "Publié le 12 mars 2024 à 16h25"),
        ("Vienne, le 12 mars 2024", "2024-03-12", "12 mars 2024"),
        ("12 mars 2024 - e15NEWS", "2024-03-12", "12 mars 2024"),
        ("Publié dans Le Courrier le 12 - 03 - 2024", "2024-03-12", "Publié dans Le Courrier le 12 - 03 - 2024"),
        ("Write: 2024-03-12 10:21:05/Update: 2024-03-12 11:02:31", "2024-03-12", "Write: 2024-03-12 10:21:05"),
        ("exemple.fr | 12 mars 2024", "2024-03-12", "12 mars 2024"),
        ("Vienne (AFP) – Publié le : 12/03/2024 - 18:05 Modifié le : 13/03/2024 - 19:00", "2024-03-12", "Publié le : 12/03/2024 - 18:05"),
        ("Par Le Figaro avec AFP\nPublié le 12/03/2024 à 18:05", "2024-03-12", "Publié le 12/03/2024 à 18:05"),
        ("information fournie par AFP•12/03/2024 à 18:05", "2024-03-12", "12/03/2024 à 18:05"),
    ],
)  # fmt: skip
def test_stated_date(line: str, date: str, kept: str) -> None:
    told = article(f"{TITLE}\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (told.published.date, told.published.basis) == (date, "stated")
    assert told.text == f"{TITLE}\n\n{kept}\n\n{LEAD}\n\n{MORE}"
    given = article(f"{TITLE}\n{line}\n\n{LEAD}\n\n{MORE}", published="2024-04-01")
    assert (given.published.date, given.published.basis) == ("2024-04-01", "given")
    assert given.text == WHOLE


@pytest.mark.parametrize(
    "line",
    ["Publié à 18h42 | Mis à jour à 19h10", "Actualisé à 22h", "Mise à jour : 9h05", "MàJ à 18:05"],
)
def test_a_time_of_day_alone_is_no_text(line: str) -> None:
    told = article(f"{TITLE}\n{line}\n\n{LEAD}\n\n{MORE}")
    assert told.text == WHOLE
    assert told.published.date is None


@pytest.mark.parametrize("words", ["Mis à jour le", "Actualisé le", "Modifié le", "Mise à jour :"])
def test_of_a_change_only_the_day_is_kept(words: str) -> None:
    told = article(f"{TITLE}\n{words} 12/03/2024 à 18:05\n\n{LEAD}\n\n{MORE}")
    assert (told.published.date, told.published.basis) == ("2024-03-12", "stated")
    assert told.published.evidence[0].exact == "12/03/2024 à 18:05"
    assert words not in told.text


def test_a_day_behind_a_standfirst_that_is_cut_short() -> None:
    cut = "Les deux délégations se sont dites prêtes à discuter encore, selon un..."
    told = article(f"{TITLE}\n\n{cut} 12.03.2024, AFP\n\n{LEAD}\n\n{MORE}")
    assert (told.published.date, told.outlet) == ("2024-03-12", "AFP")
    assert cut in told.text and "AFP" not in told.text


def test_credit_and_date_glued_to_the_headline() -> None:
    told = article(f"{TITLE} information fournie par Reuters 12/03/2024 à 18:05\n{LEAD}\n{MORE}")
    assert (told.title, told.outlet, told.published.date) == (TITLE, "Reuters", "2024-03-12")
    assert told.text.startswith(f"{TITLE}\n12/03/2024 à 18:05\n\n{LEAD}")


def test_a_day_in_the_headlines_own_words_is_no_stamp() -> None:
    told = article(f"Accord signé à Vienne le 12 mars 2024\n\n{LEAD}\n\n{MORE}")
    assert told.published.date is None
    assert told.title == "Accord signé à Vienne le 12 mars 2024"


def test_days_of_a_chronology_are_no_stamps() -> None:
    days = ["12 mars 2024", "3 avril 2024", "5 mai 2024", "6 juin 2024", "9 juin 2024"]
    told = article("Chronologie\n\n" + "\n\n".join(f"{d}\n\n{LEAD[:-1]} du {d}." for d in days))
    assert told.published.date is None
    assert all(f"{day}\n" in told.text for day in days)


def test_a_date_that_makes_no_sense() -> None:
    notes: list[str] = []
    raw = Raw(source="x", name="x", text=LEAD, published="2099-13-45")
    made = assemble(raw, notes.append)
    assert made is not None and made.published.date is None
    assert "makes no sense" in notes[0]


def test_no_headline_where_the_first_line_is_a_sentence() -> None:
    assert article(f"{LEAD}\n\n{MORE}").title == ""


def test_a_headline_may_end_in_a_stop() -> None:
    assert (
        article(f"Les deux pays se parlent.\n\n{LEAD}\n\n{MORE}").title
        == "Les deux pays se parlent."
    )
    assert article(f"VIENNE, 12 mars (AFP) - Les deux pays se parlent.\n\n{LEAD}").title == ""
    assert article(f"Un premier pas. Puis un autre.\n\n{LEAD}\n\n{MORE}").title == ""


@pytest.mark.parametrize(
    ("line", "outlet", "date"),
    [
        ("Vienne 12 mars 2024 (ZNP).- ", "ZNP", "2024-03-12"),
        ("VIENNE – 12 mars 2024 – (ZNP) ", "ZNP", "2024-03-12"),
        ("VIENNE (Spoutnik) 12 mars 2024 - ", "Spoutnik", "2024-03-12"),
        ("(Belga) Vienne, 12/03/2024. ", "Belga", "2024-03-12"),
        ("AA / Vienne / 12.03.2024 / ", "Anadolu", "2024-03-12"),
        ("Vienne/AFP - ", "AFP", None),
        ("(La Haye) ", None, None),
        ("Vienne (awp/ats/afp) - ", None, None),
    ],
)
def test_datelines_of_many_desks(line: str, outlet: str | None, date: str | None) -> None:
    told = article(f"{TITLE}\n\n{line}{LEAD}\n\n{MORE}")
    assert (told.outlet, told.published.date) == (outlet, date)
    assert told.text == f"{TITLE}\n\n{line.strip()}\n{LEAD}\n\n{MORE}"


def test_a_dateline_with_who_wrote_it() -> None:
    told = article(f"{TITLE}\n\nAA / Vienne / Anne Modèle\n\n{LEAD}\n\n{MORE}")
    assert (told.outlet, told.author) == ("Anadolu", "Anne Modèle")


@pytest.mark.parametrize(
    ("end", "outlet"),
    [("(sda/ats/zzz/afp)", None), (" (ats/nxp)", "Keystone-ATS"), (" (bur-ab/cd)", None)],
)
def test_initials_in_brackets_take_no_sentence_along(end: str, outlet: str | None) -> None:
    told = article(WHOLE.removesuffix(".") + end)
    assert told.text == WHOLE.removesuffix(".")
    assert told.outlet == outlet


def test_a_copyright_with_the_day() -> None:
    told = article(f"{WHOLE}(©AFP / 12 mars 2024 09h14)")
    assert (told.outlet, told.published.date) == ("AFP", "2024-03-12")
    assert told.text.endswith(MORE)


def test_a_headline_of_two_sentences_over_the_day_of_publication() -> None:
    head = "La ministre brise la glace à Vienne.Les deux camps vont négocier une semaine de plus."
    told = article(f"{head}\npubliée le 12 mars 2024 à 23h48\n\n{LEAD}\n\n{MORE}")
    assert (told.title, told.published.date) == (head, "2024-03-12")


def test_given_title_is_not_doubled() -> None:
    assert (
        article(f"{TITLE.upper()}\n\n{LEAD}\n\n{MORE}", title=f"{TITLE} | Le Figaro").text == WHOLE
    )
    assert article(f"{LEAD}\n\n{MORE}", title=f"{TITLE} | Le Figaro").outlet == "Le Figaro"


@pytest.mark.parametrize(
    ("known", "outlet"),
    [
        ({"outlet": "agence france-presse"}, "AFP"),
        ({"outlet": "Le Courrier"}, "Le Courrier"),
        ({"url": "https://www.lefigaro.fr/a"}, "Le Figaro"),
        ({"url": "https://www.exemple.fr/a"}, "exemple.fr"),
        ({"site": "Exemple - Monde", "url": "https://www.exemple.fr/a"}, "Exemple"),
        ({"url": "https://[bad"}, None),
    ],
)
def test_outlet(known: dict[str, str], outlet: str | None) -> None:
    assert article(LEAD, title=TITLE, **known).outlet == outlet


@pytest.mark.parametrize(
    ("given", "language", "unread"),
    [
        (None, "fr", None),
        ("fr-FR", "fr", None),
        ("French", "fr", None),
        ("en", "fr", None),  # the text is surely French
        ("x y", "fr", None),
    ],
)
def test_language(given: str | None, language: str, unread: str | None) -> None:
    told = article(WHOLE, language=given)
    assert (told.language, told.unread) == (language, unread)


def test_language_without_a_pack_is_kept() -> None:
    told = article(
        "Der Minister hat gestern in Berlin erklärt, dass die Verhandlungen weitergehen."
    )
    assert (told.language, told.unread) == ("de", "no language pack for 'de' yet")
    assert article("1234 5678").unread == "its language could not be told"


PIECES = [
    LEAD, MORE, TITLE, "Un geste attendu", "Publié le 12 mars 2024", "12/03/2024 à 18:05", "Partager", "Tags",
    "Anne Modèle", "Par Anne Modèle", "AFP", "VIENNE, 12 mars 2024 (AFP) -", f"VIENNE (AFP) - {LEAD}", "(avec AFP)",
    f"{MORE}abc/def", ".", "", "", "International", "À lire aussi", "- un point", f"{MORE} (Avec Reuters)", "»",
]  # fmt: skip


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", TITLE]))
def test_whatever_surrounds_it_no_paragraph_is_lost(pieces: list[str], title: str) -> None:
    raw = Raw(source="x", name="x", text="\n".join(pieces), title=title, untitled=not title)
    made = assemble(raw, lambda note: None)
    for told in (LEAD, MORE):
        assert (told in (made.text if made else "")) == any(told in piece for piece in pieces)
    if made:
        assert made.text == made.text.strip()
        assert "\n\n\n" not in made.text
        assert all(made.text[s.start : s.end] == s.exact for s in made.published.evidence)
        assert bool(made.published.evidence) == (made.published.basis == "stated")
        again = assemble(raw, lambda note: None)
        assert again == made


def test_an_empty_line_in_the_middle_of_a_sentence_is_no_end_of_paragraph() -> None:
    text = (
        "Le ministre des Affaires\n\nétrangères,\n\nattendu ici, est venu.\n\nIl repart\n\nJeudi."
    )
    assert unwrap(text) == (
        "Le ministre des Affaires étrangères, attendu ici, est venu.\n\nIl repart\n\nJeudi."
    )


@pytest.mark.parametrize(
    ("day", "date"), [("11 mars 2024", "2024-03-11/2024-03-12"), ("12 mars 2024", None)]
)
def test_the_day_of_a_quoted_post_dates_the_news_of_its_weekday(day: str, date: str | None) -> None:
    """Its news is of a Monday, as 11 March 2024 was one."""
    made = article(f"{TITLE}\n\n{LEAD}\n\n— La Gazette (@lagazette) {day}\n\n{MORE}")
    assert "@lagazette" not in made.text
    assert made.published.date == date
