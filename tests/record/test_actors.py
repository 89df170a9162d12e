"""Who is who across reports."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Actor
from detente.record.bodies import Peoples
from detente.record.spelling import parts, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nikita Khrouchtchev", "Nikita Khrushchev"),
        ("Boris Eltsine", "Boris Yeltsin"),
        ("Mouammar Kadhafi", "Muammar Gaddafi"),
        ("Hassan Rohani", "Hassan Rouhani"),
        ("Alexandre Loukachenko", "Alexander Lukashenko"),
        ("Viatcheslav Molotov", "Vyacheslav Molotov"),
        ("Bachar al-Assad", "Bashar el-Assad"),
        ("Kim Il-sung", "Kim Il Sung"),
        ("Deng Xiaoping", "Xiaoping Deng"),
        ("Mike Mansfield", "Michael Mansfield"),
        ("George Marshall", "George C. Marshall"),
        ("Süleyman Demirel", "Suleyman Demirel"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(parts(one), parts(other)) >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Il-sung", "Kim Jong-il"),
        ("John Kennedy", "Robert Kennedy"),
        ("Ivan Petrov", "Igor Petrov"),
        ("Anna Kovalenko", "Oksana Kovalenko"),
        ("Hafez al-Assad", "Bachar al-Assad"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert same_name(parts(one), parts(other)) == 0.0


def people(record: Any) -> list[Any]:
    return [a for a in record.actors if a.kind == "person"]


def test_one_person_across_spellings_and_posts(report: Any, record: Any) -> None:
    one, other, third = (
        report("a", "1994-05-01"),
        report("b", "1994-06-01"),
        report("c", "1994-07-01"),
    )
    one.actor("Andreï Kozyrev", country="RU", title="ministre des Affaires étrangères")
    other.actor("Andrei Kozyrev", country="RU", title="chef de la diplomatie")
    third.actor("Kozyrev", country="RU")
    (person,) = people(record(one, other, third))
    assert person.id == "andrei-kozyrev"
    assert set(person.aliases) | {person.name} == {"Andreï Kozyrev", "Andrei Kozyrev", "Kozyrev"}
    assert len(person.roles) == 2


def test_two_people_who_share_a_family_name_stay_two(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Karim Benali", country="DZ", title="ministre", aliases=["Benali"])
    one.actor("Nadia Benali", country="DZ")
    other.actor("Benali", country="DZ")
    found = people(record(one, other))
    assert [p.name for p in found] == ["Benali", "Karim Benali", "Nadia Benali"]
    assert all("Benali" not in p.aliases for p in found)


def test_a_lone_family_name_goes_by_its_post(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Karim Benali", country="DZ", title="ministre de la Défense")
    one.actor("Nadia Benali", country="DZ", title="avocate")
    other.actor("Benali", country="DZ", title="ministre de la Défense")
    assert [p.name for p in people(record(one, other))] == ["Karim Benali", "Nadia Benali"]


def test_a_nickname_goes_to_the_one_who_bears_it(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Rodrigo Perez", country="PE", aliases=["Tornado"])
    other.actor("Tornado", country="PE")
    assert [p.name for p in people(record(one, other))] == ["Rodrigo Perez"]


def test_a_nickname_needs_no_post_in_the_same_words(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Rodrigo Perez", title="chef de la guérilla", aliases=["Tornado"])
    other.actor("Tornado", title="dirigeant des rebelles")
    assert [p.name for p in people(record(one, other))] == ["Rodrigo Perez"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Assayas Tewolde", "Isayas Tewelde"),
        ("Joan Emanuel Sotto", "Joan Emmanoel Soto"),
        ("Joan Emanuel", "Joan Emmanoel Soto"),
        ("Issayas", "Isayas Tewelde"),
    ],
)
def test_a_post_joins_names_that_sound_alike(
    one: str, other: str, report: Any, record: Any
) -> None:
    first, second = report("a", "2004-05-01"), report("b", "2004-05-03")
    first.actor(one, country="MZ", title="président")
    second.actor(other, country="MZ", title="président")
    assert len(people(record(first, second))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Li Keqiang", "Li Qiang"), ("Idris Hassan", "Omar Hassan"), ("Kim Jong-il", "Kim Jong-un")],
)
def test_holders_of_a_post_one_after_the_other_are_two(
    one: str, other: str, report: Any, record: Any
) -> None:
    first, second = report("a", "2004-05-01"), report("b", "2014-05-03")
    first.actor(one, country="CN", title="Premier ministre")
    second.actor(other, country="CN", title="Premier ministre")
    assert len(people(record(first, second))) == 2


def test_names_of_one_report_that_sound_alike_are_two(report: Any, record: Any) -> None:
    one = report("a", "2004-05-01")
    one.actor("Assayas Nour", country="JO", title="négociateur")
    one.actor("Isayas Nour", country="JO", title="négociateur")
    assert len(people(record(one))) == 2


def test_a_fathers_name_is_not_the_sons(report: Any, record: Any) -> None:
    one, other, third = (
        report("a", "2004-05-01"),
        report("b", "2004-05-02"),
        report("c", "2004-05-03"),
    )
    one.actor("Salem", country="OM", title="roi")
    one.actor("Tarek ben Salem", country="OM", title="prince héritier")
    other.actor("Salem", country="OM", title="roi")
    other.actor("ben Salem", country="OM")
    third.actor("Tarek bin Salem al-Nour", country="OM")
    found = {a.name: len(a.roles) for a in people(record(one, other, third))}
    assert found == {"Salem": 1, "Tarek bin Salem al-Nour": 1}


def test_a_body_with_and_without_its_country(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Chili", "state", country="CL", aliases=["chilien"])
    one.actor("ministère chilien de la Défense", "organisation", country="CL")
    other.actor("ministère de la Défense", "organisation", country="CL")
    other.actor("ministère de la Justice", "organisation", country="CL")
    found = [a for a in record(one, other).actors if a.kind == "organisation"]
    assert len(found) == 2


def test_a_post_stands_for_the_one_who_holds_it(report: Any, record: Any) -> None:
    one, other = report("a", "1994-05-01"), report("b", "1994-06-01")
    one.actor("Chili", "state", country="CL", aliases=["chilien"])
    one.actor("Luis Soto", country="CL", title="ministre de la Défense")
    other.actor("ministre chilien de la Défense", "group", country="CL")
    other.actor("ministre chilien de la Justice", "group", country="CL")
    made = record(one, other)
    assert [a.name for a in people(made)] == ["Luis Soto"]
    assert [a.name for a in made.actors if a.kind == "group"] == ["ministre chilien de la Justice"]


def test_two_holders_of_a_post_are_told_apart_by_the_report(report: Any, record: Any) -> None:
    one, other, third = (report(n, "1994-05-01") for n in "abc")
    for made, name in ((one, "Luis Soto"), (other, "Ana Rojas")):
        made.actor(name, country="CL", title="ministre de la Défense")
        made.actor("Chili", "state", country="CL", aliases=["chilien"])
        made.actor("ministre chilien de la Défense", "group", country="CL")
    third.actor("ministre chilien de la Défense", "group", country="CL")
    made = record(one, other, third)
    assert len(people(made)) == 2
    assert len([a for a in made.actors if a.kind == "group"]) == 1


def test_the_government_of_a_region_is_not_the_states() -> None:
    spain = Actor(id="ES", kind="state", name="Espagne", aliases=("Catalogne", "Madrid"))
    peoples = Peoples.learn([spain])
    assert peoples.split("gouvernement de Madrid")[1] == {"ES"}
    assert peoples.split("gouvernement de Catalogne")[1] == frozenset()
