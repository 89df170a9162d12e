"""Posts that several hold, and whose a post between two names is."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article
from detente.reading.draft import Draft
from detente.reading.names import find


def actors(text: str) -> dict[str, Actor]:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return {a.name: a for a in draft.actors.values()}


FOREIGN = "ministre des Affaires étrangères"
SHARES = [
    ("Les chefs de la diplomatie turc et grec Selim Kaya et Nikos Pavlou se sont vus.", "chef de la diplomatie", "TR GR"),
    ("Les présidents bulgare et roumain, Petar Stoev et Ion Marinescu, se sont vus.", "président", "BG RO"),
    ("Les ministres bulgare et roumain des Affaires étrangères, Petar Stoev et Ion Marinescu, se sont vus.", FOREIGN, "BG RO"),
    ("Les ministres des Affaires étrangères de Bulgarie et de Roumanie, Petar Stoev et Ion Marinescu, se sont vus.", FOREIGN, "BG RO"),
    ("Les ministres des Affaires étrangères de Russie, Oleg Vetrov, et de France, Paul Durand, se sont vus.", FOREIGN, "RU FR"),
    ("Il a vu ses homologues russe et saoudien, Oleg Vetrov et Faisal al-Masri.", None, "RU SA"),
    ("Les dirigeants chypriotes grec et turc Nikos Pavlou et Selim Kaya se sont vus.", "dirigeant", "CY CY"),
    ("Les médiateurs Paul Durand (France) et Mary Smith (Etats-Unis) ont parlé.", "médiateur", "FR US"),
    ("Les ministres français Paul Durand et Anna Meyer ont parlé.", "ministre", "FR FR"),
    ("Les ministres russe (Oleg Vetrov) et turc (Selim Kaya) ont parlé.", "ministre", "RU TR"),
    ("Les présidents turc Selim Kaya et grec Nikos Pavlou ont parlé.", "président", "TR GR"),
    ("Les ministres de la Défense Selim Kaya et Nikos Pavlou ont parlé.", "ministre de la Défense", "- -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "countries"), SHARES)
def test_a_post_that_two_hold(text: str, title: str | None, countries: str) -> None:
    people = [a for a in actors(text).values() if a.kind == "person"]
    assert [a.country or "-" for a in people] == countries.split()
    titles = [title] if title else []
    assert [[role.title for role in a.roles] for a in people] == [titles, titles]


def test_one_of_a_body_and_one_of_a_state() -> None:
    found = actors(
        "Les envoyés spéciaux de l'ONU et des Etats-Unis au Tchad, Haile Bekele et Donald Smith, ont "
        "parlé."
    )
    one, other = found["Haile Bekele"].roles[0], found["Donald Smith"].roles[0]
    assert (one.title, one.organisation, one.country) == ("envoyé spécial au Tchad", "ONU", None)
    assert (other.organisation, other.country) == (None, "US")


def test_two_presidents_who_are_not_named() -> None:
    found = actors("Les présidents de Bulgarie et de Roumanie ont parlé.")
    groups = {(a.name, a.country) for a in found.values() if a.kind == "group"}
    assert groups == {("président de Bulgarie", "BG"), ("président de Roumanie", "RO")}


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        # without an article the post is of the name before it, with one of the name behind it
        ("Il a vu Paul Durand, président du parti, Anna Meyer et Selim Kaya.", "Anna Meyer", []),
        ("Il a vu le ministre malien Paul Durand, la directrice du fonds, Anna Meyer, et un autre.", "Paul Durand", ["ministre"]),
        ("Il a vu le ministre malien Paul Durand, la directrice du fonds, Anna Meyer, et un autre.", "Anna Meyer", ["directrice du fonds"]),
        ("L'émissaire de l'ONU qui conduit la mission, Paul Durand, a parlé.", "Paul Durand", ["émissaire de l'ONU"]),
        ("Paul Durand, également ministre de la Défense, a parlé.", "Paul Durand", ["ministre de la Défense"]),
        ("Il a vu le président de la Commission de l'Union africaine (UA), le Togolais Paul Durand.", "Paul Durand", ["président de la Commission de l'Union africaine"]),
        ("L'émissaire américain Christopher Hill a parlé.", "Christopher Hill", ["émissaire"]),
    ],
)  # fmt: skip
def test_whose_a_post_is(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in actors(text)[name].roles] == titles


def test_whose_a_spokesman_is() -> None:
    found = actors(
        "La Suède n'avait rien dit. Cette nouvelle a été confirmée par la Maison Blanche. Selon son "
        "porte-parole Paul Durand, un délai est prévu."
    )
    assert found["Paul Durand"].country == "US"


def test_a_group_is_not_of_the_city_that_it_is_called_after() -> None:
    assert actors("Le groupe de Minsk a proposé une trêve.")["Groupe de Minsk"].country is None


@pytest.mark.parametrize(
    ("text", "there"),
    [("Il l'a écrit sur Twitter.", False), ("Twitter a fermé son compte.", True)],
)
def test_where_people_write(text: str, there: bool) -> None:
    assert ("Twitter" in actors(text)) == there


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Les parties au conflit en Libye ont conclu un accord.", "parties au conflit en Libye", "LY"),
        ("Les belligérants yéménites ont repris les pourparlers.", "belligérants yéménites", "YE"),
        ("Les deux camps libyens ont repris les discussions.", "deux camps libyens", "LY"),
        ("Les factions rivales du Soudan du Sud ont signé.", "factions rivales du Soudan du Sud", "SS"),
        ("Le gouvernement et les rebelles ont signé un accord.", "rebelles", None),
        ("Le 8 octobre 2013 treize diplomates soudanais sont partis.", "treize diplomates soudanais", "SD"),
    ],
)  # fmt: skip
def test_sides_that_are_only_described(text: str, name: str, country: str | None) -> None:
    assert (actors(text)[name].kind, actors(text)[name].country) == ("group", country)


def test_the_delegations_of_two_states() -> None:
    found = actors("Les délégations bulgare et roumaine se sont vues.").values()
    assert {a.country for a in found if a.kind == "organisation"} == {"BG", "RO"}


def test_a_post_ends_before_another_phrase() -> None:
    found = actors("Le président a confié au ministre des Affaires étrangères le soin de répondre.")
    assert not any("soin" in a.name for a in found.values())


def test_the_name_behind_a_state_with_an_article() -> None:
    found = actors("Le ministre des Affaires étrangères de l'Ouganda Aston Mugabi a parlé.")
    assert found["Aston Mugabi"].country == "UG"


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("L'adjoint au procureur général Rod Smith a parlé.", "Rod Smith", ["adjoint au procureur général"]),
        ("Le conseiller du président Paul Durand est là.", "Paul Durand", ["président"]),
        ("Yann Sirat, le porte-parole de Air Navigation Indonesia, a parlé.", "Yann Sirat", ["porte-parole de Air Navigation Indonesia"]),
        ("Abel Mesfin, un des responsables de la médiation, a parlé.", "Abel Mesfin", ["responsable de la médiation"]),
        ("L'un des négociateurs du pouvoir, Paul Durand, a parlé.", "Paul Durand", ["négociateur du pouvoir"]),
    ],
)  # fmt: skip
def test_deputies_and_one_of_several(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in actors(text)[name].roles] == titles


def test_a_nickname() -> None:
    found = actors('Rodrigo Perez, alias "Tornado", a signé. Plus tard, Tornado a parlé.')
    assert "Tornado" in found["Rodrigo Perez"].aliases
    assert len(found["Rodrigo Perez"].evidence) == 3


def test_half_of_a_family_name_is_nobody() -> None:
    found = actors("Tom Dali est venu. Robert Black-Dali est son fils. M. Dali est parti.")
    assert len(found["Tom Dali"].evidence) == 2


@pytest.mark.parametrize(
    "text",
    ["Après son deuxième morceau, Ghost Town, il est parti.", "Le navire neuf Blue Star a coulé."],
)
def test_works_and_ships_are_nobody(text: str) -> None:
    assert [a for a in actors(text).values() if a.kind == "person"] == []


def test_bodies_called_after_who_leads_them() -> None:
    found = actors("Le président espagnol José Robledo a parlé. L'administration Robledo a refusé.")
    body = found["administration Robledo"]
    assert (body.kind, body.country) == ("organisation", "ES")


def test_halves_of_a_divided_country() -> None:
    found = actors("La Corée du Nord parle à la Corée du Sud. Le Nord a refusé l'offre du Sud.")
    assert [len(found[name].evidence) for name in ("Corée du Nord", "Corée du Sud")] == [2, 2]
    assert set(actors("Les deux Corées se parlent.")) == {"Corée du Nord", "Corée du Sud"}
    assert actors("Le Nord du Mali est calme.").keys() == {"Mali"}


def test_a_capital_that_is_a_first_name_too() -> None:
    assert {"Chili", "Ouganda"} <= actors("Le Chili doute. Kampala et Santiago parlent.").keys()


def test_these_last_days_are_nobody() -> None:
    found = actors("Les rebelles ont vu le chef ces derniers jours. Ces derniers ont refusé.")
    assert [span.exact for span in found["rebelles"].evidence] == ["Les rebelles", "Ces derniers"]


def test_of_two_people_of_a_name_the_one_who_holds_the_post() -> None:
    found = actors(
        "Le colonel Bernard Vanel est mort. Michel Vanel, son petit-fils, est venu. Le colonel Vanel "
        "avait signé l'accord."
    )
    assert found["Michel Vanel"].roles == ()
    assert len(found["Bernard Vanel"].evidence) == 4


def test_names_in_a_row_are_no_nicknames() -> None:
    assert "Justin Petit" in actors("Il a vu Patrick Roux, de Justin Petit et de Tony Blanc.")


def test_who_heads_a_body_by_other_words() -> None:
    found = actors("Le chef des Farc Rodrigo Perez est venu. Le numéro un des Farc a signé.")
    assert len(found["Rodrigo Perez"].evidence) == 3


def test_fighters_of_a_movement_are_the_movement() -> None:
    found = actors(
        "Les rebelles yéménites houthis ont signé. Les rebelles houthistes du Yémen aussi."
    )
    assert [a.name for a in found.values() if a.kind != "state"] == ["houthis"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'Union européenne hésite. Bruxelles a demandé un délai.", "Union européenne"),
        ("Londres discute avec Bruxelles, selon la Commission européenne.", "Union européenne"),
        ("La Belgique proteste auprès de l'UE. Bruxelles a rappelé son ambassadeur.", "Belgique"),
        ("Bruxelles a rappelé son ambassadeur.", "Belgique"),
        ("Bruxelles a levé ses sanctions contre le Laos.", "Union européenne"),
        ("Les ministres se réunissent à Bruxelles.", "Belgique"),
    ],
)
def test_who_brussels_is(text: str, name: str) -> None:
    spans = {span.exact for span in actors(text)[name].evidence}
    assert "Bruxelles" in spans


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Le Premier ministre par intérim Ali Hassan a parlé.", "Ali Hassan", ["Premier ministre par intérim"]),
        ("Le chef rebelle Joseph Kaba a parlé.", "Joseph Kaba", ["chef rebelle"]),
        ("Le négociateur du gouvernement Humberto Calle a parlé.", "Humberto Calle", ["négociateur du gouvernement"]),
        ("L'ambassadrice suédoise, Anna Berg, et son homologue russe, Oleg Vetrov, ont parlé.", "Oleg Vetrov", ["ambassadeur"]),
    ],
)  # fmt: skip
def test_how_and_of_what_sort_a_post_is(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in actors(text)[name].roles] == titles


def test_a_community_is_of_no_state() -> None:
    found = actors("La communauté serbe du Kosovo et la minorité albanaise sont d'accord.")
    assert {a.name for a in found.values() if a.kind == "state"} == {"Kosovo"}


def test_the_post_of_one_named_by_one_word() -> None:
    found = actors("Le chef des rebelles, Rojando, a signé.")
    assert [role.title for role in found["Rojando"].roles] == ["chef des rebelles"]


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        (
            "L'accord a été signé devant le roi Omar Nasri et le chef de la mission, Anna Lund.",
            "Anna Lund",
            ["chef de la mission"],
        ),
        (
            "Il l'a dit en présence du roi Omar Nasri et de la cheffe de la mission, Anna Lund.",
            "Anna Lund",
            ["cheffe de la mission"],
        ),
        ("Ils ont libéré le colonel Omar Nasri, un député et deux soldats.", "Omar Nasri", ["colonel"]),
    ],
)  # fmt: skip
def test_whose_a_post_is_in_a_row(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in actors(text)[name].roles] == titles


def test_somebody_freed_by_somebody() -> None:
    found = actors("La libération par Omar Nasri d'Alex Lund est saluée.")
    assert {a.name for a in found.values() if a.kind == "person"} == {"Omar Nasri", "Alex Lund"}


def test_a_time_is_no_part_of_a_group() -> None:
    found = actors("La lettre est allée au secrétaire général des Nations unies début mai.")
    assert "secrétaire général des Nations unies" in found
