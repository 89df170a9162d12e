"""What stands beside a name, before and behind it, and in the sentence before."""

from __future__ import annotations

import pytest

from detente.language import pack
from detente.model import Actor, Article
from detente.reading.draft import Draft
from detente.reading.names import find


def read(text: str) -> dict[str, Actor]:
    language = pack("fr")
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    return {a.name: a for a in draft.actors.values() if a.kind != "state"}


def posts(text: str, name: str) -> list[tuple[str, str | None]]:
    return [(role.title, role.country) for role in read(text)[name].roles]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "Le Premier ministre grec, Nikos Varda, a parlé après un entretien avec son homologue Goran Tasev.",
            "Goran Tasev",
            ("Premier ministre", None),
        ),
        (
            "Le prince Salim Daoud, ministre omanais des Affaires étrangères, et son homologue iranien Reza Fani se voient.",
            "Reza Fani",
            ("ministre des Affaires étrangères", "IR"),
        ),
        (
            "Lors d'un entretien avec son homologue français Jean Dano, le ministre russe Ivan Petrov a parlé.",
            "Jean Dano",
            ("ministre", "FR"),
        ),
        (
            "Ian Brun, 80 ans, président du Sénat, a parlé.",
            "Ian Brun",
            ("président du Sénat", None),
        ),
        (
            "Le négociateur nigérien avec le Tchad, Moussa Dan, a signé.",
            "Moussa Dan",
            ("négociateur avec le Tchad", "NE"),
        ),
        (
            "L'émissaire sur le dossier nucléaire iranien, Anna Berg, est à Vienne.",
            "Anna Berg",
            ("émissaire sur le dossier nucléaire iranien", None),
        ),
        (
            "Roger Hsu, directeur de Nova Airlines, a parlé.",
            "Roger Hsu",
            ("directeur de Nova Airlines", None),
        ),
        (
            "« Nous partons », a réagi Mazuro, un commandant rebelle tchadien.",
            "Mazuro",
            ("commandant rebelle", "TD"),
        ),
        ("Paul Smith, un universitaire australien, rit.", "Paul Smith", ("universitaire", "AU")),
        ("Hugo Morante, mécanicien de 42 ans, rit.", "Hugo Morante", ("mécanicien", None)),
        (
            "L'émissaire de l'ONU pour Chypre Egon Berg a parlé.",
            "Egon Berg",
            ("émissaire de l'ONU pour Chypre", None),
        ),
        (
            "Paul Dano, porte-parole du parti interrogé par Reuters, rit.",
            "Paul Dano",
            ("porte-parole du parti", None),
        ),
        (
            "Le dirigeant d'une faction dissidente, Luis Paz, rit.",
            "Luis Paz",
            ("dirigeant d'une faction dissidente", None),
        ),
        (
            "Le commissaire européen à l'Elargissement Egon Berg a vu le roi.",
            "Egon Berg",
            ("commissaire européen à l'Elargissement", None),
        ),
        (
            "Il a écrit aux ministres péruviens des Affaires étrangères Luis Paz et de la Défense Juan Soto.",
            "Juan Soto",
            ("ministre de la Défense", "PE"),
        ),
        (
            "Les ministres de la Défense, Paul Dano, et de l'Intérieur, Jean Brun, rient.",
            "Paul Dano",
            ("ministre de la Défense", None),
        ),
        (
            "Alvaro Paz et Rafael Soto, les présidents colombien et équatorien, ont signé.",
            "Rafael Soto",
            ("président", "EC"),
        ),
        (
            "Le président Paz a vu ses homologues syrien Samir Adan et libanais Michel Fares.",
            "Michel Fares",
            ("président", "LB"),
        ),
        (
            "Le Premier ministre Samdech Akka Moha Sena Padei Techo Sok Vann a vu le roi.",
            "Sok Vann",
            ("Premier ministre", None),
        ),
        ("Le ministre lao Saleum Kom est à Rome.", "Saleum Kom", ("ministre", "LA")),
        (
            "Il a vu Hassoumi Massara, le ministre bolivien du président déchu Luis Paz.",
            "Luis Paz",
            ("président déchu", None),
        ),
        (
            "Il a reçu le président malien Ali Ber, le chef en exil du Hamas, Samir Adan, et le roi.",
            "Samir Adan",
            ("chef en exil du Hamas", "PS"),
        ),
    ],
)
def test_post(text: str, name: str, post: tuple[str, str | None]) -> None:
    assert post in posts(text, name)


def test_counterpart_beside_a_name_is_that_ones() -> None:
    text = "Le ministre Ali Ber a vu l'accord annoncé par Paul Dano et son homologue Raul Pena."
    assert posts(text, "Raul Pena") == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Rien n'est signé, a annoncé samedi le ministre de la Défense du Tchad. Le ministre, Ali Ber, a ri.",
            "Ali Ber",
            "TD",
        ),
        (
            "C'est fait, a dit un porte-parole du gouvernement malien. Le porte-parole, Ali Ber, a ri.",
            "Ali Ber",
            "ML",
        ),
        (
            "C'est fait, a dit lundi le porte-parole du parti malien. « Enfin », a déclaré Ali Ber.",
            "Ali Ber",
            "ML",
        ),
        (
            "C'est fait, a dit lundi le ministre tunisien de la Défense. Taïeb Bassi a refusé d'en dire plus.",
            "Taïeb Bassi",
            "TN",
        ),
    ],
)
def test_described_and_then_named(text: str, name: str, country: str) -> None:
    found = read(text)
    assert found[name].country == country
    assert not [a for a in found.values() if a.kind == "group"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "En présence du président Ali Ber, du chef en exil du Hamas, Samir Adan, et du roi.",
            "Ali Ber",
        ),
        ("Lors d'un entretien avec le chef du parti, M. Morante a fixé une date.", "Morante"),
    ],
)
def test_post_of_another(text: str, name: str) -> None:
    assert not [post for post, _ in posts(text, name) if post.startswith("chef")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le chef Mir Wali Khan a parlé.", "Mir Wali Khan", "person"),
        ("Le chef rebelle Idris Cheikh Omar a parlé.", "Idris Cheikh Omar", "person"),
        ("Le ministre Adam el-din Hassan Adan a parlé.", "Adam el-din Hassan Adan", "person"),
        (
            "Le Mouvement pour la paix et le progrès (MPP) a parlé.",
            "Mouvement pour la paix et le progrès",
            "organisation",
        ),
        (
            "Au Pérou, l'Armée de libération nationale (ALN) a parlé.",
            "Armée de libération nationale",
            "organisation",
        ),
    ],
)
def test_whole_name(text: str, name: str, kind: str) -> None:
    found = read(text)
    assert found[name].kind == kind


def test_letters_of_a_state_are_capitals() -> None:
    language = pack("fr")
    text = "Les ministres de l'Eau se voient."
    draft = Draft(Article(id="a", source="a", text=text), language, language.parse(text))
    find(draft)
    assert "AE" not in draft.actors


def test_third_has_no_part_in_the_post_of_two() -> None:
    text = (
        "A l'appel des ministres de la Défense du Togo et du Mali, respectivement Ali Ber et Paul Brun, "
        "et de Jean Dano, directeur de cabinet, une réunion a eu lieu."
    )
    assert [post for post, _ in posts(text, "Jean Dano")] == ["directeur de cabinet"]
    assert posts(text, "Paul Brun") == [("ministre de la Défense", "ML")]


def test_post_between_two_names_is_one_of_theirs() -> None:
    text = "Il est invité par Jean Dano, le secrétaire général du parti, Luis Paz et Juan Soto."
    assert posts(text, "Luis Paz") == []


def test_envoy_of_others_has_no_counterpart() -> None:
    text = "L'émissaire des grandes puissances, Anna Berg, a vu son homologue iranien Reza Fani."
    assert posts(text, "Reza Fani") == []


def test_agency_of_the_dispatch_is_not_the_body_before_it() -> None:
    found = read("Un accord avec la junte birmane\n\n(Reuters) - Une alliance a signé un accord.")
    assert found["junte birmane"].country == "MM"
    assert found["Reuters"].aliases == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Le ministre congolais Jean Dano a signé un accord à Brazzaville.", "CG"),
        ("Le ministre congolais Jean Dano a signé un accord à Goma.", "CD"),
    ],
)
def test_peoples_of_one_name(text: str, state: str) -> None:
    assert read(text)["Jean Dano"].country == state


def test_people_of_another_state() -> None:
    text = "La guérilla albanaise et le gouvernement macédonien ont signé un accord à Skopje."
    assert read(text)["guérilla albanaise"].country is None
    assert read(text + " Tirana s'en félicite.")["guérilla albanaise"].country == "AL"


def test_another_post_is_another_person() -> None:
    found = read("Le ministre tchadien est arrivé. Le président, Ali Ber, a ri.")
    assert found["Ali Ber"].country is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MM. Zuma, Mbeki et Mugabe ont signé.", {"Zuma", "Mbeki", "Mugabe"}),
        (
            "MM. Bédié, Gbagbo ainsi que Guillaume Soro rient.",
            {"Bédié", "Gbagbo", "Guillaume Soro"},
        ),
        ("Des combats ont eu lieu à Bure et Debay Sima, deux localités.", set()),
        ("L'armée a pris Debay Sima, une bourgade du nord.", set()),
        ("Ils ont quitté les villes de Faya et Ounianga Kebir.", set()),
        ("L'ambassadeur de France à Alger, Paul Dano, rit.", {"Paul Dano"}),
        ("Entre Naqoura au Liban et Rosh Tamar en Israël, rien.", set()),
        ("Ils se verront à Siem Reap lundi. Siem Reap est calme.", set()),
        ("Le temple de Preah Vann est disputé. Preah Vann est calme.", set()),
        ("Kim Jong-il a reçu Lee Myung-bak.", {"Kim Jong-il", "Lee Myung-bak"}),
        ("Il a vu Hassoumi Massara au Mali.", {"Hassoumi Massara"}),
        ("Le candidat du Parti Liberal Luis Santos rit.", {"Luis Santos"}),
    ],
)
def test_who_is_a_person(text: str, names: set[str]) -> None:
    assert {a.name for a in read(text).values() if a.kind == "person"} == names


def test_body_of_another_people_than_its_own() -> None:
    found = read("Le Hezbollah irakien a rompu la trêve.")
    assert [(a.name, a.country) for a in found.values()] == [("Hezbollah irakien", "IQ")]


@pytest.mark.parametrize(
    "text", ["Ils négocient sous médiation russe.", "GUÉRILLA Bogota se tait."]
)
def test_no_body(text: str) -> None:
    assert not [a for a in read(text).values() if a.kind == "organisation"]
