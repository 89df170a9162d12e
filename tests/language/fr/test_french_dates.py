"""What French words tell of time. All sentences are our own; the report is of Wednesday 20
September 2023."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.language.fr.dates import find
from detente.language.fr.time.words import fold, number
from detente.reading.dates import find_dates

PUBLISHED = "2023-09-20"


def told(text: str) -> list[tuple[str, str | None]]:
    """Dates of a text that are not ends of an interval, with their values."""
    outer = {(f.start, f.end) for f in find(text)}
    dates = find_dates(text, published=PUBLISHED)
    return [(text[d.start : d.end], d.value) for d in dates if (d.start, d.end) in outer]


DAYS = [
    ("Ils ont signé jeudi.", "jeudi", "2023-09-14"),
    ("Ils ont signé mercredi.", "mercredi", "2023-09-20"),
    ("Ils signeront jeudi.", "jeudi", "2023-09-21"),
    ("Il doit se rendre à Oslo mardi.", "mardi", "2023-09-26"),
    ("Il est attendu lundi à Rome.", "lundi", "2023-09-25"),
    ("Il l'a dit mercredi dernier.", "mercredi dernier", "2023-09-13"),
    ("On se revoit jeudi prochain.", "jeudi prochain", "2023-09-21"),
    ("La séance est fixée à lundi en huit.", "lundi en huit", "2023-10-02"),
    ("Le ministre est arrivé ce mercredi à Berne.", "ce mercredi", "2023-09-20"),
    ("Il a atterri mardi soir.", "mardi soir", "2023-09-19"),
    ("Il a atterri mardi vers 21 h 45.", "mardi vers 21 h 45", "2023-09-19"),
    ("Vers 0 h 40, mardi, il a atterri.", "Vers 0 h 40, mardi", "2023-09-19"),
    ("On votera mardi 26.", "mardi 26", "2023-09-26"),
    ("On vote le samedi 14 octobre.", "samedi 14 octobre", "2023-10-14"),
    ("Ils se sont vus le 1er août au soir.", "1er août au soir", "2023-08-01"),
    ("Ils se sont vus le 27 février.", "27 février", "2023-02-27"),
    ("Une réunion est prévue le 6 octobre.", "6 octobre", "2023-10-06"),
    ("Les attentats du 11 septembre 2001 ont tout changé.", "11 septembre 2001", "2001-09-11"),
    ("Il est né le 10 novembre 93, à Lyon.", "10 novembre 93", "1993-11-10"),
    ("L'accord du 6 mai dernier tient.", "6 mai dernier", "2023-05-06"),
    ("L'accord, signé le 3 oct. 2021, tient.", "3 oct. 2021", "2021-10-03"),
    ("Publié le 27/02/2025 à 16:25.", "27/02/2025 à 16:25", "2025-02-27"),
    ("Publié le 12.02.2025.", "12.02.2025", "2025-02-12"),
    ("Publié le 2025-02-27.", "2025-02-27", "2025-02-27"),
    ("La trêve a pris fin le 22/08.", "22/08", "2023-08-22"),
    ("Il part mardi de la semaine prochaine.", "mardi de la semaine prochaine", "2023-09-26"),
    ("Le texte sera lu le 20 du mois prochain.", "20 du mois prochain", "2023-10-20"),
    ("Il l'a confirmé hier matin.", "hier matin", "2023-09-19"),
    ("Il l'a vu avant-hier.", "avant-hier", "2023-09-18"),
    ("Le vote a lieu aujourd’hui mercredi.", "aujourd’hui mercredi", "2023-09-20"),
    ("Il partira demain à 9 heures.", "demain à 9 heures", "2023-09-21"),
    ("Les tirs ont repris cette nuit.", "cette nuit", "2023-09-20"),
    ("La frontière rouvrira le lundi de Pâques 2024.", "lundi de Pâques 2024", "2024-04-01"),
    ("La trêve a tenu jusqu'à Noël 2022.", "Noël 2022", "2022-12-25"),
    ("Le Nouvel an kurde a été fêté au village.", "Nouvel an kurde", "2023-03-21"),
    ("Au lendemain du 6 mai 2022, tout a changé.", "Au lendemain du 6 mai 2022", "2022-05-07"),
    ("Il est parti il y a dix jours.", "il y a dix jours", "2023-09-10"),
    ("Il reviendra dans trois jours.", "dans trois jours", "2023-09-23"),
]
LONGER = [
    ("La guerre a éclaté en février 2022.", "février 2022", "2022-02"),
    ("Ils se sont vus en juin.", "juin", "2023-06"),
    ("Ils se verront en juin.", "juin", "2024-06"),
    ("Ils se sont vus en septembre.", "septembre", "2023-09"),
    ("Ils se sont vus en juin de l'année dernière.", "juin de l'année dernière", "2022-06"),
    ("Ils se sont vus en juin, l'an dernier.", "juin, l'an dernier", "2022-06"),
    ("Ils se verront début novembre.", "début novembre", "2023-11"),
    ("Ils se sont vus à la mi-avril.", "à la mi-avril", "2023-04"),
    ("Le pont sera prêt fin 2025.", "fin 2025", "2025"),
    ("Le pont sera prêt d'ici la fin de l'année.", "fin de l'année", "2023"),
    ("Il l'a promis au début du mois.", "début du mois", "2023-09"),
    ("Le gel date du printemps 2021.", "printemps 2021", "2021-21"),
    ("Il a démissionné l'été dernier.", "l'été dernier", "2022-22"),
    ("Ils se sont parlé cette semaine.", "cette semaine", "2023-09-18/2023-09-24"),
    ("Ils se sont parlé le week-end dernier.", "le week-end dernier", "2023-09-16/2023-09-17"),
    ("Ils se parleront le mois prochain.", "le mois prochain", "2023-10"),
    ("Il a fui il y a deux ans.", "il y a deux ans", "2021"),
    ("Il a fui il y a environ deux ans.", "il y a environ deux ans", "2021~"),
    ("Ils veulent la paix d'ici à 2030.", "2030", "2030"),
    ("Il y vit depuis 1998.", "1998", "1998"),
    ("Il y vit depuis février.", "février", "2023-02"),
    ("Le mur date des années 1990.", "années 1990", "199X"),
    ("Il régnait dans les années 80.", "années 80", "198X"),
    ("Ce traité du XIXe siècle reste en vigueur.", "XIXe siècle", "18XX"),
    ("Le budget 2015 fut refusé.", "budget 2015", "2015"),
    (
        "Les ventes du premier trimestre 2023 ont baissé.",
        "premier trimestre 2023",
        "2023-01/2023-03",
    ),
]
INTERVALS = [
    ("Le sommet se tiendra du 3 au 5 octobre.", "3 au 5 octobre", "2023-10-03/2023-10-05"),
    ("Il sera à Bonn entre le 3 et le 5 octobre.", "3 et le 5 octobre", "2023-10-03/2023-10-05"),
    ("Il était à Bonn les 3 et 4 juin.", "3 et 4 juin", "2023-06-03/2023-06-04"),
    ("Fermé du lundi 2 au jeudi 5 octobre.", "lundi 2 au jeudi 5 octobre", "2023-10-02/2023-10-05"),
    ("En poste de 2014 à 2018.", "2014 à 2018", "2014/2018"),
    ("Le mandat 2014-2018 fut long.", "2014-2018", "2014/2018"),
    ("Il a négocié de février à mai 2022.", "février à mai 2022", "2022-02/2022-05"),
    (
        "Une trêve du 28 décembre au 3 janvier 2022 a tenu.",
        "28 décembre au 3 janvier 2022",
        "2021-12-28/2022-01-03",
    ),
    (
        "Les tirs ont repris dans la nuit de lundi à mardi.",
        "dans la nuit de lundi à mardi",
        "2023-09-18/2023-09-19",
    ),
    ("Ils se sont vus en février-mars.", "février-mars", "2023-02/2023-03"),
]


@pytest.mark.parametrize(("text", "words", "value"), DAYS + LONGER + INTERVALS)
def test_told(text: str, words: str, value: str) -> None:
    found = told(text)
    assert len(found) == 1
    assert found[0][1] == value
    assert found[0][0] in words or words in found[0][0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Il est arrivé le 5 mai. La veille, il était à Oslo.", ["2023-05-05", "2023-05-04"]),
        ("Arrivé le 5 mai, il est reparti le lendemain.", ["2023-05-05", "2023-05-06"]),
        ("En poste en 2019, il est parti deux ans plus tard.", ["2019", "2021"]),
        ("Élu en mars 2019, il fut renversé l'année suivante.", ["2019-03", "2020"]),
        ("Il a parlé mardi. Le même jour, il est parti à 18 h.", ["2023-09-19"] * 3),
        ("Ils se sont vus le 6 et le 13 juin.", ["2023-06-06", "2023-06-13"]),
        ("Ils se verront lundi et mardi.", ["2023-09-25", "2023-09-26"]),
        ("Il l'a vue le 3 mars 2022 à Oslo. Le 18, il est reparti.", ["2022-03-03", "2022-03-18"]),
    ],
)
def test_against_what_was_told_before(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Quelque 2 000 soldats sont morts.",
        "Il a envoyé 2000 soldats.",
        "La résolution 2254 du Conseil de sécurité.",
        "L'article 2019 du code.",
        "Un Boeing 747 s'est écrasé.",
        "Il habite rue du 4 Septembre.",
        "Le Mouvement du 14 février a appelé à manifester.",
        "La sonde est arrivée sur Mars.",
        "Avril Dupont est ministre.",
        "Il a été arrêté.",
        "L'ascension du mouvement inquiète.",
        "Le père Noël est passé.",
        "La bourse a perdu 1 500 points.",
        "Il s'est blessé une seconde fois.",
        "Ils ont parlé récemment, ces derniers jours.",
        "Leur dernière rencontre a duré longtemps.",
        "Le premier vendredi, il dort.",
        "La trêve du Nouvel an lunaire a tenu.",
    ],
)
def test_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ils ont parlé six heures.", "PT6H"),
        ("Ils ont parlé deux heures et demie.", "PT2H30M"),
        ("Ils ont parlé trois quarts d'heure.", "PT45M"),
        ("Une demi-journée a suffi.", "PT12H"),
        ("La guerre a duré plus de dix ans.", "P10Y"),
        ("Un accord pour une période de dix-huit mois.", "P18M"),
        ("Il a purgé une peine de 12 ans.", "P12Y"),
        ("Cela remonte à deux millions d'années.", "P2000000Y"),
        ("Il répondra sous quinzaine.", "P15D"),
        ("Une quinzaine de jours de discussions.", "P15D"),
        ("Ces deux dernières semaines furent calmes.", "P2W"),
        ("Une trêve de quatre-vingt-dix jours.", "P90D"),
    ],
)
def test_durations(text: str, value: str) -> None:
    assert [f.value for f in find(text) if f.kind == "duration"] == [value]


def test_near_means_approximate() -> None:
    (found,) = find("Ils ont parlé près de six heures.")
    assert (found.value, found.when.approximate) == ("PT6H", True)


@pytest.mark.parametrize(
    "text",
    ["Un homme de 38 ans est mort.", "Jean Petit, 34 ans, est élu.", "Elle est âgée de 90 ans."],
)
def test_an_age_is_no_duration(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ils se voient chaque lundi.", "P1W"),
        ("Ils se voient tous les deux ans.", "P2Y"),
        ("Le point de presse quotidien est reporté.", "P1D"),
        ("Il paie deux fois par an.", "P1Y"),
        ("Ouvert les mardis.", "P1W"),
    ],
)
def test_sets(text: str, value: str) -> None:
    assert [f.value for f in find(text) if f.kind == "set"] == [value]


def test_since_and_until() -> None:
    spans = {
        "Il attend depuis jeudi.": "since",
        "Il attendra jusqu'à jeudi.": "until",
        "D'ici à 2030, il attendra.": "until",
        "Il attend jeudi.": "point",
    }
    for text, span in spans.items():
        (found,) = find(text)
        assert found.when.span == span


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("vingt et un", 21),
        ("quatre-vingt-dix-sept", 97),
        ("soixante et onze", 71),
        ("deux cent mille", 200_000),
        ("2 000", 2000),
        ("30,4", 30.4),
        ("une dizaine de", 10),
        ("trois millions", 3_000_000),
        ("mille neuf cent quatre-vingts", 1980),
    ],
)
def test_numbers(words: str, value: float) -> None:
    assert number(fold(words)) == value


WORDS = st.sampled_from(
    "le du au de à jeudi 3 31 27 février mars 2022 fin la veille hier il y a deux ans heures "
    "prochain - , . l' été dans 16h25 entre et depuis XIXe siècle 99/99/2022 \n".split(" ")
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_offsets_hold_and_nothing_breaks(text: str) -> None:
    found = find(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for f in find_dates(text, published=PUBLISHED, kinds=("date", "duration", "set")):
        assert text[f.start : f.end].strip()


@pytest.mark.parametrize("piece", ["3, ", "un deux ", "  ", "3/4/", "3 et ", "2014, ", "1 000 "])
def test_long_rows_take_no_more_time_than_their_length(piece: str) -> None:
    start = process_time()
    find(piece * (20_000 // len(piece)))
    assert process_time() - start < 5


@given(st.text(max_size=60))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)
    find(text)
