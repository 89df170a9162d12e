"""What pages say beside a report, captions of pictures, and days that stand anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.model import Article
from detente.press.assembly import assemble
from detente.press.page import Raw
from detente.press.sources import read_sources

TITLE = "Les deux voisins rouvrent leur frontière"
LEAD = "Le ministre des Affaires étrangères a annoncé vendredi la réouverture de la frontière."
MORE = "« Nous avons tout dit », a ajouté le ministre devant la presse."


def article(*lines: str) -> Article:
    raw = Raw(source="x.txt", name="x.txt", text="\n".join(lines), untitled=True)
    made = assemble(raw, lambda note: None)
    assert made is not None
    for span in made.published.evidence:
        assert made.text[span.start : span.end] == span.exact
    return made


@pytest.mark.parametrize(
    "line",
    [
        "Il vous reste 4 articles gratuits à lire ce mois-ci, créez votre compte.",
        "Choisissez votre formule d'abonnement", "Restez informé", "Partagez cette nouvelle",
        "Pour ne rien manquer, inscrivez-vous à notre lettre d'information et à nos newsletters.",
        "Rédactrice en chef : Anne Modèle", "Adresse : 12, rue de l'Exemple", "Tél : (+41) 22 123 45 67",
        "Articles les plus lus", "Nos dernières vidéos à la une", "Taille du texte A A", "Actualisé le",
        "Anne Modèle, version française Paul Modèle", "Plan de la ville Plan de la ville", "À suivre",
        "Commentaires (12)", "• 14", "491", "Écrit par Exemple.com Berne avec Reuters",
        "Ce contenu a été fourni par des partenaires externes.",
        "Des soldats à la frontière [Paul Modèle / AFP]", "via REUTERS - Paul Modèle",
        "Kari Lund, Première ministre, salue la foule à Berne, le 5 juin 2012. AFP - PAUL MODELE",
        "Kari Lund (à g.) et son homologue, à Berne, le 5 juin 2012.",
        "Kari Lund et son homologue lors d'une cérémonie à Berne, le 5 juin 2012.",
        "Le président Omar Nasri à Berne, le 3 mars 2011. AFP", "Un soldat à Berne (illustration)",
        "Avec notre correspondante à New York, Anne Modèle", "Legende : le pont de Berne", "Dossier : la paix à Berne", "Vous avez aimé cet article ?",
        "Cet article a été publié à l'origine sur le site Exemple.",
        "Cet article date de plus de trois ans.", "Archives - Cet article a plus de 2 ans",
        "Augmenter la taille du texte Imprimer Envoyer à un ami Partager", "A A A", "Lu 312 fois",
        "3 Views - 0 Comments - 1 Like", "- 24 lectures", "Réagir (3)", "Vous êtes ici : Accueil > Afrique",
        "Posted by Modèle", "Filed in - Monde", "Powered by Exemple", "Il y a 2 heures", "AFP/Archives",
        "A lire aussi Un pont de plus à Berne", "(Re)lire : un pont de plus à Berne", "À voir en vidéo",
        ">>> Pour en savoir plus : un pont de plus à Berne", "Une publication partagée par Modèle (@modele)",
        "Pour afficher ce contenu, il est nécessaire d'autoriser les cookies.", "Votre publicité ici",
        "Chaque soir, recevez les nouvelles de la ville", "La Newsletter de Berne", "pic.twitter.com/aBc123",
        "Le président Omar Nasri, le 3 mars 2011 à Berne afp.com/Paul MODELE", "Un pont de BerneImage : AP",
        "Pour plus d'informations, consultez nos pages spéciales.",
        "REUTERS/Paul Modèle (archives) - Kari Lund, ici lors d'une visite à Berne.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [1, 2, 4])
def test_it_goes_wherever_it_stands(line: str, place: int) -> None:
    lines = [TITLE, "", LEAD, MORE]
    lines.insert(place, line)
    assert article(*lines).text == f"{TITLE}\n\n{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    "foot",
    [
        ["Le Japon et la Corée se parlent", "Le dollar au plus bas"],
        ["Intégral", "41,50", "par mois"],
        ["-", "Le Japon et la Corée se parlent", "-", "« Pas de trêve »: le maire répond"],
    ],
)
def test_links_below_the_last_sentence_go(foot: list[str]) -> None:
    assert article(TITLE, "", LEAD, MORE, *foot).text == f"{TITLE}\n\n{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    "line", ["Reportage Anne Modèle, rédigé par Paul Modèle", "Rédacteur : Anne Modèle"]
)
def test_signatures_without_brackets(line: str) -> None:
    made = article(TITLE, "", LEAD, MORE, line)
    assert made.text == f"{TITLE}\n\n{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "« Abonnez-vous à la paix », a lancé le maire.",
        "Rendez-vous a été pris à Berne pour la semaine suivante.",
        "- la reprise des vols",
        "Gomez sur le départ",
        "Kari Lund a reçu son homologue à Berne, le 5 juin 2012.",
    ],
)
def test_what_the_report_tells_stays(line: str) -> None:
    assert line in article(TITLE, "", LEAD, line, MORE).text


def test_a_label_said_twice_running_goes_and_a_headline_stays_once() -> None:
    assert "Carte" not in article(TITLE, "", "Carte", "Carte", LEAD, MORE).text
    assert article("Monde", TITLE, TITLE, "", LEAD, MORE).text.count(TITLE) == 1


@pytest.mark.parametrize(
    ("caption", "day", "lead", "published"),
    [
        ("La frontière, le 8 juin 2012. AFP - PAUL MODELE", "vendredi", LEAD, "2012-06-08/2012-06-09"),
        ("La frontière, le 8 juin 2012. AFP - PAUL MODELE", "ce vendredi", LEAD, "2012-06-08"),
        ("La frontière, le 7 juin 2012. AFP - PAUL MODELE", "vendredi", LEAD, None),
        ("La frontière, le 8 juin 2012 (archives). AFP - PAUL MODELE", "vendredi", LEAD, None),
        ("La frontière, le 8 juin 2012. AFP - PAUL MODELE", "vendredi", LEAD + " C'était fermé depuis 2014.", None),
    ],
)  # fmt: skip
def test_the_day_of_a_picture(caption: str, day: str, lead: str, published: str | None) -> None:
    made = article(TITLE, "", caption, "", lead.replace("vendredi", day), MORE)
    assert made.published.date == published
    assert made.published.basis == (published and "inferred")
    assert bool(made.published.because) == bool(published)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([TITLE, "sam 12 mars 2011", "", LEAD, MORE], "2011-03-12"),
        ([TITLE, "", LEAD, "publié le 12 mars 2011 à 0h09", MORE], "2011-03-12"),
        ([TITLE, "", LEAD, MORE, "Partager", "Publié le 29 octobre 2010", "Météo"], "2010-10-29"),
        (["SportsMise à jour 15.10.2009 08h24", TITLE, "", LEAD, MORE], "2009-10-15"),
        ([f"{TITLE} Reuters • 11/09/2020 à 04:14", "", LEAD, MORE], "2020-09-11"),
        ([TITLE, "12:2711/01/2024, jeudi", "MAJ: 12/01/2024, vendredi", "", LEAD, MORE], "2024-01-11"),
    ],
)  # fmt: skip
def test_a_day_that_says_it_is_of_the_report(lines: list[str], day: str) -> None:
    made = article(*lines)
    assert (made.published.date, made.published.basis) == (day, "stated")
    assert LEAD in made.text


@pytest.mark.parametrize(
    ("line", "day", "outlet"),
    [
        ("12 févr. 2014, 08:31", "2014-02-12", None),
        ("Dépêche Reuters du 12 février 2014", "2014-02-12", "Reuters"),
        ("Dépêche de l'AFP datée du 12 février 2014.", "2014-02-12", "AFP"),
        ("Article paru dans l'édition du 12 février 2014", "2014-02-12", None),
        ("Publié par Zorglub le 12 février 2014", "2014-02-12", None),
    ],
)
def test_a_day_alone_on_its_line_under_a_standfirst(
    line: str, day: str, outlet: str | None
) -> None:
    made = article(TITLE, "", "Les deux pays ont salué vendredi un tournant.", "", line, LEAD, MORE)
    assert (made.title, made.published.date, made.outlet) == (TITLE, day, outlet)


def test_days_that_head_the_parts_of_a_chronology_are_none() -> None:
    made = article(TITLE, LEAD, "3 mai 2008", MORE, "12 février 2014", LEAD, "14 mars 2014", MORE)
    assert made.published.date is None


def test_from_where_it_was_sent_is_no_headline() -> None:
    assert article("Berne, de notre envoyée spéciale Anne Modèle", "", LEAD, MORE).title == ""
    assert article("Un accord signé par Kari Lund", "", LEAD, MORE).title != ""


@pytest.mark.parametrize("line", ["Publié le par Zorglub", "Temps de lecture", "Lecture : 3 min"])
def test_the_same_report_in_a_json_line(line: str, tmp_path: Path) -> None:
    text = "\n\n".join((line, TITLE, "Votre publicité ici", LEAD, MORE))
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "text": text}))
    a, b = read_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl")], on_error=print)
    assert a.text == b.text == "\n\n".join((TITLE, LEAD, MORE))


def test_days_of_other_reports_are_none() -> None:
    others = [f"Publié le {n} mars 2011" for n in (3, 4, 5, 6)]
    links = [line for other in others for line in ("Une autre nouvelle du jour", other, LEAD)]
    assert article(TITLE, "", LEAD, MORE, *links).published.date is None


@pytest.mark.parametrize(
    "words",
    [
        "Graz, Autriche —", "GRAZ, Autriche (Reuters) -", "Graz, 25 mars", "(Exempla Info) -", "GRAZ, 11 mars (Reuters) -",
        "(Répétition titre) GRAZ, 11 mars (Reuters) -",
    ],
)  # fmt: skip
def test_more_datelines(words: str) -> None:
    opening = words.removeprefix("(Répétition titre) ")
    assert f"{opening}\n{LEAD}" in article(TITLE, "", f"{words} {LEAD}", MORE).text


def test_a_rubric_glued_to_a_headline() -> None:
    assert article(f"MONDE{TITLE}", "", LEAD, MORE).title == TITLE


def test_small_letters_below_a_headline_are_a_new_line() -> None:
    text = article(TITLE, "", "accord Six millions ont été versés.", "", LEAD, MORE)
    assert text.title == TITLE


@pytest.mark.parametrize(
    "above", ["Toute l'actualité du monde", "Liens d'accessibilité", "NOUVELLES"]
)
def test_a_line_that_the_report_shares_no_word_with_is_no_headline(above: str) -> None:
    made = article(above, TITLE, "", LEAD, MORE)
    assert (made.title, made.text) == (TITLE, f"{TITLE}\n\n{LEAD}\n{MORE}")


def test_labels_between_headline_and_report_go() -> None:
    assert article(TITLE, "Choisir sa langue", "img4711", "", LEAD, MORE).text == (
        f"{TITLE}\n\n{LEAD}\n{MORE}"
    )
    assert "La frontière" in article(TITLE, "La frontière rouverte", "", LEAD, MORE).text


def test_headlines_run_on_one_line_go() -> None:
    ticker = "Un pont de plus à Berne    Le café plus cher en ville    Rentrée sans heurt au lycée    La foire ouvre"
    assert article(ticker, "", TITLE, "", LEAD, MORE).text == f"{TITLE}\n\n{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Le Monde.fr avec AFP et Reuters | Publié le 3 octobre 2013 à 10h33 - Mis à jour le 4 octobre 2013",
        "Rédigé le Jeudi 3 Octobre 2013 à 10:33 | Lu 245 fois", "© AFP 2013 - 03/10/2013 10:33",
        "3 octobre 2013 à 10 h 33 min", "Jeu., 3. oct. 2013", "Date de création: 03.10.2013 10:33",
        "Dernière modification : 03/10/2013", "Par admin - 3 octobre 2013", "Posted by admin on 3 octobre 2013",
    ],
)  # fmt: skip
def test_lines_that_state_the_day(line: str) -> None:
    assert article(TITLE, line, "", LEAD, MORE).published.date == "2013-10-03"
