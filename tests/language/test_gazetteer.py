"""Cities and states of the world, and the French words for them."""

import pytest

from detente.language import gazetteer
from detente.language.fr import names


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Londres", "GB"), ("Pékin", "CN"), ("Genève", "CH"), ("Le Caire", "EG"), ("La Haye", "NL"),
        ("Riyad", "SA"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Paris", "FR"), ("Alep", "SY"),
    ],
)  # fmt: skip
def test_city(name: str, country: str) -> None:
    assert gazetteer.cities(name)[0].country == country


def test_city_has_coordinates() -> None:
    istanbul = gazetteer.cities("Istanbul")[0]
    assert (round(istanbul.latitude), round(istanbul.longitude)) == (41, 29)


def test_unknown_city() -> None:
    assert gazetteer.cities("Xyzzy") == ()


def test_capital() -> None:
    capital = gazetteer.capital_of("EG")
    assert capital is not None
    assert capital.name == "Cairo"


def test_every_sovereign_state_has_a_people() -> None:
    tiny = set("BS CG CK DM FM GD KI KN LC LI MH NR NU PW SB SM ST TO TV VC VU WS MO PR".split())
    states = {known.country for known in names.names().values() if known.kind == "state"}
    missing = {code for code in states if code and code not in names.data()["peoples"]}
    assert missing <= tiny


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Etats-Unis", "US"), ("USA", "US"), ("Grande-Bretagne", "GB"), ("Birmanie", "MM"),
        ("RDC", "CD"), ("Corée du Nord", "KP"), ("Kosovo", "XK"), ("Côte d'Ivoire", "CI"),
        ("Taïwan", "TW"), ("Saint-Siège", "VA"), ("Timor oriental", "TL"), ("Norvège", "NO"),
    ],
)  # fmt: skip
def test_state_names(name: str, country: str) -> None:
    assert names.names()[gazetteer.fold(name)].country == country


@pytest.mark.parametrize(
    ("word", "states", "gender"),
    [
        ("russe", ("RU",), None), ("Américaines", ("US",), "f"), ("grecque", ("GR",), "f"),
        ("nord-coréenne", ("KP",), "f"), ("russo-américain", ("RU", "US"), "m"),
        ("américano-russe", ("US", "RU"), None), ("israélo-palestiniennes", ("IL", "PS"), "f"),
        ("Franco-Iranienne", ("FR", "IR"), "f"), ("turcs", ("TR",), "m"), ("kurde", (), None),
    ],
)  # fmt: skip
def test_peoples(word: str, states: tuple[str, ...], gender: str | None) -> None:
    people = names.people(word)
    assert people is not None
    assert (people.states, people.gender) == (states, gender)


def test_no_people() -> None:
    assert names.people("porte-parole") is None


def test_posts_in_the_plural_and_behind_a_prefix() -> None:
    plural = names.post("premiers ministres")
    assert plural is not None
    assert plural.singular == "premier ministre"
    former = names.post("ex ministre")
    assert former is not None
    assert former.role
