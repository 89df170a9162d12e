"""Whose an event is by adjectives of peoples, by names behind a place and by descriptions of those named."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


def people(text: str, *kinds: str) -> set[str]:
    """The names of the persons who take part in the one event of these kinds."""
    found, read = one(text, *kinds), draft(text)
    told = (read.actors[p.actor] for p in found.participants)
    return {actor.name for actor in told if actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Les pourparlers de paix intertogolais se sont ouverts lundi à Accra.", {"TG"}),
        ("Les négociations inter-tchadiennes ont repris lundi à Doha.", {"TD"}),
        ("Le dialogue inter-coréen a repris lundi à Kaesong.", {"KP", "KR"}),
        ("Les négociations de paix soudanaises ont repris lundi à Juba.", {"SD"}),
        ("Les discussions de paix colombiennes se tiennent depuis 2012 à La Havane.", {"CO"}),
        ("Les dirigeants serbes et kosovars se sont rencontrés lundi à Oslo.", {"RS", "XK"}),
        ("Les responsables kosovars et serbes se sont rencontrés lundi à Oslo.", {"RS", "XK"}),
        ("Les gouvernements péruvien et chilien ont signé lundi un accord à Lima.", {"PE", "CL"}),
        (
            "Les chefs de la diplomatie péruvienne et chilienne se sont réunis lundi à Quito.",
            {"PE", "CL"},
        ),
    ],
)
def test_peoples_of_both_sides(text: str, parties: set[str]) -> None:
    assert set(one(text, "talks", "agreement").parties) == parties


def test_a_people_behind_another_matter_is_no_side() -> None:
    text = "Le Pérou a ordonné lundi l'expulsion de diplomates chiliens en poste à Lima."
    assert set(one(text, "expulsion").parties) == {"PE", "CL"}


def test_a_guerrilla_of_a_people_is_not_its_state() -> None:
    text = "La guérilla serbe et le gouvernement kosovar ont signé lundi un accord à Oslo."
    assert "RS" not in one(text, "agreement").parties


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre chilien Luis Rojas a rencontré mardi à Oslo Kofi Adu.",
        "Le président chilien Luis Rojas a reçu mardi dans la capitale ghanéenne Kofi Adu.",
        "Le ministre chilien Luis Rojas, qui avait rencontré mardi à Oslo Kofi Adu, est reparti.",
    ],
)
def test_met_behind_the_place(text: str) -> None:
    assert people(text, "talks") == {"Luis Rojas", "Kofi Adu"}


def test_who_speaks_behind_the_place_meets_nobody() -> None:
    assert not events("« Nous voulons la paix », a déclaré mardi à Oslo Kofi Adu.", "talks")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "François Hollande a reçu lundi à Paris le président chilien Luis Rojas. Le président "
            "français a rencontré mardi à Lyon le ministre ghanéen Kofi Adu.",
            "François Hollande",
        ),
        (
            "L'envoyé spécial de l'ONU pour le Togo, Per Holm, a parlé. L'émissaire des Nations unies "
            "a rencontré mardi à Lyon le ministre ghanéen Kofi Adu.",
            "Per Holm",
        ),
        (
            "Le leader de l'opposition togolaise, Yao Mensah, est rentré. Le chef de l'opposition a "
            "rencontré mardi à Lyon le ministre ghanéen Kofi Adu.",
            "Yao Mensah",
        ),
    ],
)
def test_descriptions_of_those_named(text: str, person: str) -> None:
    met = [e for e in events(text, "talks", date="2015-06-11") if e.date == "2015-06-09"]
    told = draft(text, "2015-06-11").actors
    assert [{told[p.actor].name for p in e.participants} for e in met] == [{person, "Kofi Adu"}]


def test_a_post_that_the_named_does_not_hold() -> None:
    text = "François Hollande s'est tu. Le ministre français des Affaires étrangères a parlé."
    told = draft(text, "2015-06-11").actors.values()
    assert [a.roles for a in told if a.name == "François Hollande"] == [()]


def test_what_is_announced_behind_an_aside() -> None:
    text = "Le président togolais a annoncé, dans son message, la libération de Lars Holm."
    assert [r.by for r in one(text, "release").released] == ["TG"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Le président turc Kemal Aslan a annoncé la libération du pasteur Lars Holm. Il avait été "
            "arrêté en 2014 à Izmir.",
            {"Lars Holm"},
        ),
        (
            "Le roi Saleh a gracié lundi l'opposant Ali Kacem. Il avait été emprisonné en 2012.",
            {"Ali Kacem"},
        ),
        (
            "La ministre Anna Meyer a obtenu la libération de Lise Hansen. Elle était détenue depuis "
            "2015 à Téhéran.",
            {"Lise Hansen"},
        ),
        (
            "Le ministre Luis Rojas a salué la libération de Lars Holm et Per Berg. Ils avaient été "
            "enlevés en mars au Niger.",
            {"Lars Holm", "Per Berg"},
        ),
        (
            "Le pasteur Lars Holm a été libéré lundi, a dit le ministre turc Kemal Aslan. Il avait "
            "été arrêté en 2014 à Izmir.",
            {"Lars Holm"},
        ),
        ("Le ministre Luis Rojas a été arrêté lundi à Lima.", {"Luis Rojas"}),
    ],
)
def test_who_was_held(text: str, held: set[str]) -> None:
    assert people(text, "detention") == held


@pytest.mark.parametrize(
    ("text", "kind", "city"),
    [
        (
            "Les acteurs de la crise au Togo ont signé mardi à Accra un accord.",
            "agreement",
            "Accra",
        ),
        (
            "Le chef de la transition au Togo a rencontré mardi à Accra le président ghanéen.",
            "talks",
            "Accra",
        ),
        (
            "Le ministre péruvien s'est rendu mardi à Arica, dans le nord du Chili, où il a rencontré "
            "son homologue chilien.",
            "talks",
            "Arica",
        ),
        (
            "Le ministre péruvien est arrivé mardi à Bakou, en Azerbaïdjan, où il a rencontré le "
            "président azerbaïdjanais.",
            "talks",
            "Bakou",
        ),
    ],
)
def test_city_before_the_state(text: str, kind: str, city: str) -> None:
    place = one(text, kind).place
    assert place is not None and place.city == city


def test_where_ambassadors_are_is_no_place() -> None:
    found = one("Le Chili a rappelé vendredi ses ambassadeurs au Pérou et en Bolivie.", "recall")
    assert (set(found.parties), found.place) == ({"CL", "PE", "BO"}, None)


def test_second_side_behind_brackets() -> None:
    text = (
        "Les négociations entre les puissances du groupe (Etats-Unis, Chine et France) et Bamako se "
        "sont poursuivies mardi à Vienne."
    )
    assert set(one(text, "talks").parties) == {"US", "CN", "FR", "ML"}


def test_who_was_at_the_event() -> None:
    text = (
        "Le chef rebelle Ali Kacem et le président togolais ont signé lundi un accord à Lomé. Le "
        "ministre ghanéen Kofi Adu assistait à l'événement."
    )
    assert "Kofi Adu" in people(text, "agreement")


@pytest.mark.parametrize(
    "text",
    [
        "Le président togolais rencontrera son homologue ghanéen en marge du sommet de l'Union "
        "africaine, prévu lundi à Malabo.",
        "Le président togolais se rendra lundi à Malabo pour rencontrer son homologue ghanéen.",
        "Le président togolais est attendu lundi à Malabo pour s'entretenir avec son homologue "
        "ghanéen.",
    ],
)
def test_met_on_an_occasion_to_come(text: str) -> None:
    met = next(e for e in events(text, "talks") if set(e.parties) == {"TG", "GH"})
    assert met.status == "planned" and met.date == "2025-06-16"
    assert met.place is not None and met.place.city == "Malabo"


def test_whose_ambassador_is_recalled() -> None:
    text = "Le Togo a annoncé mardi le rappel pour consultations de son ambassadeur au Ghana."
    assert set(one(text, "recall").parties) == {"TG", "GH"}


def test_place_of_what_somebody_came_for() -> None:
    text = "Le ministre togolais est arrivé lundi à Accra pour rencontrer le président ghanéen."
    met = one(text, "talks")
    assert met.status == "planned" and met.date is None
    assert met.place is not None and met.place.city == "Accra"
