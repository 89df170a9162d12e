"""Families of names and posts that agency reports use: whose a post is, and one body in several words."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article
from detente.reading.draft import Draft
from detente.reading.names import find


def read(text: str) -> Draft:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return draft


def actor(draft: Draft, name: str) -> Actor:
    found = [a for a in draft.actors.values() if name in (a.name, *a.aliases)]
    assert len(found) == 1, [a.name for a in draft.actors.values()]
    return found[0]


def meant(draft: Draft, words: str) -> tuple[str, ...]:
    at = draft.article.text.index(words)
    found = [m for m in draft.mentions if (m.start, m.end) == (at, at + len(words))]
    return tuple(draft.actors[a].name for a in found[-1].actors) if found else ()


POSTS = [
    ("L'envoyé kényan pour l'Asie de l'Est, Paul Durand, est arrivé à Séoul.", "Paul Durand", ["envoyé pour l'Asie de l'Est"]),
    ("Paul Durand, membre de la délégation du gouvernement, a parlé.", "Paul Durand", ["membre de la délégation du gouvernement"]),
    ("Paul Durand a été nommé ministre de la Défense en remplacement d'Anna Meyer.", "Paul Durand", ["ministre de la Défense"]),
    ("Tout va bien, a dit un porte-parole du président du Sénat Issa Koné.", "Issa Koné", ["président du Sénat"]),
    ("Une conseillère du ministre de la Santé Issa Koné a démissionné.", "Issa Koné", ["ministre de la Santé"]),
    ("Issa Koné, le ministre des Mines à l'origine de cette visite, a parlé.", "Issa Koné", ["ministre des Mines"]),
    ("Il a évoqué avec le président Soglo le cas de la militante des droits humains Awa Koné.", "Awa Koné", ["militante des droits humains"]),
    ("Tout est dit, a déclaré le porte-parole du gouvernement, le colonel Issa Koné.", "Issa Koné", ["colonel", "porte-parole du gouvernement"]),
    ("Le négociateur en chef du gouvernement, Hugo Morante, est rentré.", "Hugo Morante", ["négociateur en chef du gouvernement"]),
    ("Selon un cadre de ce mouvement rebelle, Issa Koné, tout va bien.", "Issa Koné", ["cadre de ce mouvement rebelle"]),
    ("Dans un cadre serein, Paul Durand a parlé.", "Paul Durand", []),
    ("L'ancien marine Paul Durand a été libéré.", "Paul Durand", ["ancien marine"]),
    ("Anna Meyer, conseillère à la sécurité du Premier ministre Paul Durand, a parlé.", "Anna Meyer", ["conseillère à la sécurité du Premier ministre"]),
    ("Anna Meyer, conseillère à la sécurité du Premier ministre Paul Durand, a parlé.", "Paul Durand", ["Premier ministre"]),
    ("Selon le chef du gouvernement, Paul Durand doit partir.", "Paul Durand", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "titles"), POSTS)
def test_posts(text: str, name: str, titles: list[str]) -> None:
    assert [role.title for role in actor(read(text), name).roles] == titles


def test_counterpart_of_a_post_that_few_states_have() -> None:
    draft = read("Le secrétaire d'Etat américain Paul Reed a vu son homologue turc Selim Kaya.")
    assert (actor(draft, "Selim Kaya").country, actor(draft, "Selim Kaya").roles) == ("TR", ())


COUNTRIES = [
    ("Il a parlé au roi Karim de Jordanie.", "Karim", "JO"),
    ("La Jordanie, dont le ministre Karim Nasri est venu, refuse.", "Karim Nasri", "JO"),
    ("Le président chilien Hugo Morante a parlé. Le Chili attend. Le président Paul Durand a écrit au président chilien.", "Paul Durand", None),
    ("Cinq otages sont en Jordanie, dont le journaliste Paul Durand, malade.", "Paul Durand", None),
    ("Le président Hugo Morante s'est réjoui. Le président bolivien a aussi parlé.", "Hugo Morante", "BO"),
    ("Le Chili dit oui. Au Chili on vote. Les Chiliens votent. Santiago du Chili attend. Le président Morante a ri.", "Morante", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), COUNTRIES)
def test_country(text: str, name: str, country: str | None) -> None:
    assert actor(read(text), name).country == country


def test_whom_a_post_of_a_state_is_not() -> None:
    draft = read("Hugo Morante a écrit au président turc. Il attend.")
    assert actor(draft, "Hugo Morante").country is None
    assert meant(draft, "au président turc") != ("Hugo Morante",)


def test_two_of_no_known_post_settle_nothing() -> None:
    draft = read(
        "Paul Durand enverra Hugo Morante à Oslo. Le ministre chilien des Affaires étrangères ira."
    )
    assert not actor(draft, "Paul Durand").roles


def test_officer() -> None:
    draft = read("Le colonel Issa Koné a rejeté ces accusations. L'officier a quitté la salle.")
    assert meant(draft, "L'officier") == ("Issa Koné",)


def test_government_of_a_person() -> None:
    draft = read("Le président Hugo Morante a parlé. Le gouvernement de M. Morante se tait.")
    assert "gouvernement de M." not in {a.name for a in draft.actors.values()}
    assert meant(draft, "M. Morante") == ("Hugo Morante",)


def test_body_with_et_in_its_name() -> None:
    draft = read("La Fondation Paix et Réconciliation a parlé.")
    assert {a.kind for a in draft.actors.values()} == {"organisation"}


@pytest.mark.parametrize(
    "words", ["La guérilla des Farc", "La guérilla", "Les rebelles des Farc", "Les rebelles"]
)
def test_one_movement(words: str) -> None:
    assert meant(
        read(f"Les Farc négocient. {words} ont signé. Les Farc attendent."),
        words.removeprefix("La "),
    ) == ("Farc",)


def test_two_movements_are_not_one() -> None:
    draft = read("Les Farc et l'ELN négocient. La guérilla a signé.")
    assert meant(draft, "guérilla") not in {("Farc",), ("ELN",)}


def test_some_fighters_are_not_the_movement() -> None:
    draft = read("Les talibans négocient. Trois insurgés ont été tués.")
    assert meant(draft, "Trois insurgés") != ("talibans",)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Le gouvernement d'Antioquia a signé un accord avec le Pérou.", {"PE"}),
        ("Les soldats ont quitté la province d'Antioquia, en Colombie.", {"CO"}),
        ("Il a été arrêté à Santa Cruz, en Bolivie.", {"BO"}),
        ("Il a été arrêté à Santa Cruz (Bolivie).", {"BO"}),
        ("Le gouvernement de la province de Kandahar a parlé.", {"AF"}),
    ],
)
def test_of_cities_of_one_name_that_of_the_state_named(text: str, states: set[str]) -> None:
    assert {a.id for a in read(text).actors.values() if a.kind == "state"} == states


def test_a_government_in_exile_is_not_the_states() -> None:
    draft = read("Le gouvernement syrien en exil a écrit au gouvernement syrien.")
    bodies = {a.name for a in draft.actors.values() if a.kind == "organisation"}
    assert bodies == {"gouvernement syrien en exil", "gouvernement syrien"}


def test_a_post_that_leads_to_another_name_is_not_of_the_name_before() -> None:
    draft = read("En répondant à l'offre de M. Soglo, le président Tassew a parlé de paix.")
    assert [r.title for r in actor(draft, "Soglo").roles] == []
    assert [r.title for r in actor(draft, "Tassew").roles] == ["président"]


@pytest.mark.parametrize("name", ["Kala BC", "Kala Broadcasting Corporate", "Kala TV"])
def test_a_broadcaster_is_no_person(name: str) -> None:
    draft = read(f"{name} a montré Paul Soto lundi. Paul Soto, a dit {name}, est rentré.")
    assert [a.name for a in draft.actors.values() if a.kind == "person"] == ["Paul Soto"]
