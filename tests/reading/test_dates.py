"""Dates of a whole report, with and without a parse. Sentences are our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from detente import edtf
from detente.errors import DateError, LanguageError
from detente.language.fr import pipeline
from detente.model import Article, DateMention, Published
from detente.reading.dates import find, find_dates
from detente.reading.draft import Draft

Read = Callable[[str, str | None], list[DateMention]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Text and date of publication to the dates of the report, by the shipped model's parse."""
    if not pipeline.MODEL.exists():
        pytest.skip("the French model has not been built")
    from detente.language import pack

    def _read(text: str, published: str | None) -> list[DateMention]:
        article = Article(id="a", source="a.txt", text=text, published=Published(date=published))
        french = pack("fr")
        draft = Draft(article=article, pack=french, doc=french.parse(text))
        find(draft)
        return draft.dates

    return _read


def test_spans_hold(read: Read) -> None:
    text = "  Le ministre est arrivé à Oslo mardi 5 septembre.\n\nIl repartira jeudi, à 18 h."
    for mention in read(text, "2023-09-05"):
        assert text[mention.span.start : mention.span.end] == mention.span.exact


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Les deux ministres se sont réunis jeudi à Oslo.", ["2023-09-14"]),
        ("Les deux ministres se réuniront jeudi à Oslo.", ["2023-09-21"]),
        ("Les deux ministres doivent se réunir jeudi à Oslo.", ["2023-09-21"]),
        ("Le sommet, prévu en juin à Oslo, a été annulé mardi.", ["2024-06", "2023-09-19"]),
        ("Les élections auront lieu du 3 au 5 octobre.", ["2023-10-03/2023-10-05"]),
        ("Les discussions ont duré près de six heures.", ["PT6H"]),
        ("Il a récemment rencontré son homologue.", [None]),
        ("Ils se verront lundi et mardi.", ["2023-09-25", "2023-09-26"]),
        (
            "Ils ont annoncé ce vendredi 15 septembre un accord fait la veille.",
            ["2023-09-15", "2023-09-14"],
        ),
        ("Dimanche soir, l'émissaire suisse, Paul Durand, s'était dit « serein ».", ["2023-09-17"]),
        ("Ils auraient dû se voir le 10 mars.", ["2023-03-10"]),
        ("Ils sont attendus à Oslo ces 27 et 28 octobre.", ["2023-10-27/2023-10-28"]),
        ("Ils se sont donné jusqu'à lundi pour signer.", ["2023-09-25"]),
        ("Le sommet, initialement prévu le 10 août, n'a pas eu lieu.", ["2023-08-10"]),
    ],
)
def test_values(read: Read, text: str, values: list[str | None]) -> None:
    assert [mention.value for mention in read(text, "2023-09-20")] == values


def test_an_interval_is_one_mention(read: Read) -> None:
    (mention,) = read("En poste de 2014 à 2018, il négociait.", None)
    assert (mention.value, mention.span.exact) == ("2014/2018", "2014 à 2018")


def test_without_a_date_of_publication_the_words_travel_on(read: Read) -> None:
    (mention,) = read("Ils se sont réunis jeudi à Oslo.", None)
    assert mention.value is None
    assert (mention.when.unit, mention.when.weekday) == ("weekday", 3)
    assert mention.when.tense == "past"


def test_the_day_before_travels_on_too(read: Read) -> None:
    mentions = read("Il est arrivé à Oslo le 5 mai. La veille, il était à Rome.", None)
    assert [m.value for m in mentions] == [None, None]
    values = [edtf.resolve(m.when, published="2023-09-20") for m in mentions]
    assert values == ["2023-05-05", "2023-05-04"]


def test_published_between_two_days(read: Read) -> None:
    text = "Ils se sont réunis jeudi à Oslo. Il l'a dit hier."
    assert [m.value for m in read(text, "2023-09-15/2023-09-16")] == [
        "2023-09-14",
        "2023-09-14/2023-09-15",
    ]


def test_a_time_is_of_the_day_last_told(read: Read) -> None:
    text = "Il est arrivé mardi. À 18 h, il est reparti. Dans la soirée, il a parlé."
    mentions = read(text, "2023-09-20")
    assert [m.value for m in mentions] == ["2023-09-19"] * 3
    assert [m.when.part for m in mentions] == [None, "18:00", "evening"]


def test_a_day_keeps_the_year_it_was_told_with() -> None:
    text = "Depuis l'attaque du 7 octobre, rien ne va. L'attaque du 7 octobre 2021 a tout changé."
    assert [d.value for d in find_dates(text, published="2023-09-20")] == ["2021-10-07"] * 2
    text = "L'attaque du 7 octobre 2021 est loin. Ils se sont vus le 7 octobre."
    assert [d.value for d in find_dates(text, published="2023-10-09")] == [
        "2021-10-07",
        "2023-10-07",
    ]
    text = "Deux ans après le 7 octobre 2021, ils se sont revus samedi 7 octobre."
    assert [d.value for d in find_dates(text, published="2023-10-09")] == [
        "2021-10-07",
        "2023-10-07",
    ]


def test_find_dates_needs_no_parse() -> None:
    found = find_dates("Fermé du 3 au 5 juin 2024, depuis récemment.")
    assert [(d.value, d.kind) for d in found] == [
        ("2024-06-03/2024-06-05", "date"),
        ("2024-06-03", "date"),
        ("2024-06-05", "date"),
    ]
    assert find_dates("Jeudi, il pleuvait.")[0].value is None
    noon = datetime(2023, 9, 20, 12)
    assert find_dates("Jeudi, il pleuvait.", published=noon)[0].value == "2023-09-14"
    assert find_dates("Six heures de pluie.") == []
    assert find_dates("Six heures de pluie.", kinds=("duration",))[0].value == "PT6H"


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(LanguageError):
        find_dates("Monday", language="xx")
    with pytest.raises(DateError):
        find_dates("Jeudi, il pleuvait.", published="jeudi")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Il a signé mardi. Quelques heures plus tôt, elle avait parlé.", "2024-03-12"),
        ("Il a signé mardi. Deux heures plus tard, elle est partie.", "2024-03-12"),
        ("Il a signé mardi et a, dans la foulée, reçu la presse.", "2024-03-12"),
        # never the day of what is to come, or of a deadline
        ("Il a parlé lundi. Il recevra samedi un ami. Il a vu le même jour un voisin.", "2024-03-11"),
        ("Il a parlé lundi. Il doit partir avant samedi. Il a écrit le lendemain.", "2024-03-12"),
        ("Il recevra samedi un ami. Il a vu le même jour un voisin.", None),
        ("Il a parlé lundi. Il arrivera samedi. Le lendemain, il partira.", "2024-03-17"),
    ],
)  # fmt: skip
def test_the_day_that_words_lean_on(text: str, last: str | None) -> None:
    assert find_dates(text, published="2024-03-14")[-1].value == last


def test_in_the_wake_of_a_thing_is_no_time() -> None:
    found = find_dates("Lundi, dans la foulée de la visite, rien.", published="2024-03-14")
    assert [d.value for d in found] == ["2024-03-11"]


def test_without_a_date_a_day_with_its_year_has_a_tense(read: Read) -> None:
    text = "La trêve a expiré le 9 mai 2021. Ils se reverront le 3 juin 2022."
    assert [m.when.tense for m in read(text, None)] == ["past", "future"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ils ont négocié du printemps 2013 à l'automne 2014.", "2013-03-01/2014-12-21"),
        ("Il a vécu à Lima de 2013 au printemps 2014.", "2013-01-01/2014-06-21"),
        ("Le ministre a reçu l'émissaire de lundi à jeudi.", "2024-03-11/2024-03-14"),
    ],
)
def test_from_one_time_to_another(text: str, value: str) -> None:
    assert find_dates(text, published="2024-03-13")[0].value == value
