"""Families of wordings: bare bodies, what ends an accord, shared auxiliaries, lists with « dont »."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        # the same body named in full before
        ("Le gouvernement malien a rejeté le texte. Le gouvernement a libéré mardi dix soldats burkinabè.", "release", {"ML", "BF"}),
        # the state before the headline's colon, and « l'Etat »
        ("Pérou: la guérilla libère un otage\n\nLa guérilla a libéré lundi un policier. L'Etat a gracié mardi deux insurgés, Luis Paz et Juan Rey.", "release", {"PE"}),
        ("Pérou : une bombe tue trois policiers\n\nTrois policiers ont été tués mardi par l'explosion d'une bombe dans un marché de Cusco.", "attack", {"PE"}),
        # who receives does so at home
        ("Le président Kadyr Asanov a reçu lundi à Alger le ministre turc Deniz Ak.", "talks", {"DZ", "TR"}),
        # to and from whom a sky is closed
        ("Le Niger a fermé mardi son ciel aux appareils béninois.", "closure", {"NE", "BJ"}),
        # with whom the relative clause says
        ("Le ministre grec Nikos Lemos a salué le ministre turc Deniz Ak, avec qui il s'est entretenu lundi à Izmir.", "talks", {"GR", "TR"}),
    ],
)  # fmt: skip
def test_parties(text: str, kind: str, parties: set[str]) -> None:
    found = events(text, kind)
    assert parties in [set(event.parties) for event in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Togo a mis fin mardi à l'accord de défense signé avec le Bénin.", "withdrawal"),
        ("Le Togo a annoncé mardi la fin de l'accord conclu en 2015 à Lomé avec le Bénin.", "withdrawal"),
        ("Le Togo a décidé de se retirer du comité d'état-major conjoint.", "withdrawal"),
        ("Le Togo a convoqué l'ambassadeur béninois, porté plainte devant des instances internationales et décidé de se retirer du comité conjoint.", "withdrawal"),
        ("Le Chili et le Pérou se sont mis d'accord mardi à Quito sur un échange de prisonniers.", "agreement"),
        ("La Norvège et le Chili ont échoué lundi à Oslo à conclure un accord sur la pêche.", "talks"),
        ("Des négociateurs chiliens et péruviens se sont retrouvés lundi à Oslo pour des pourparlers.", "talks"),
        ("Le ministre togolais Koffi Ama est parti dimanche pour Oslo.", "visit"),
    ],
)  # fmt: skip
def test_told(text: str, kind: str) -> None:
    assert one(text, kind).status == "occurred"


def test_an_accord_of_exchange_is_no_exchange() -> None:
    text = "Le Chili et le Pérou ont conclu en mai 2012 un accord d'échange de prisonniers à Quito."
    found = {e.kind: e for e in events(text) if e.status == "occurred"}
    assert "exchange" not in found
    assert found["agreement"].date == "2012-05"


def test_a_meeting_that_was_ended_has_its_own_day_and_place() -> None:
    text = "Le Chili et le Pérou ont mis fin sans accord à la réunion de haut niveau organisée lundi à Quito."
    found = one(text, "talks")
    assert found.date == "2025-06-09"
    assert found.place is not None and found.place.city == "Quito"


def test_subject_after_the_place_that_opens_the_sentence() -> None:
    text = "A Lima, le ministre chilien de la Défense, Juan Rey, s'est entretenu lundi avec le président Ali Ba."
    found = one(text, "talks")
    assert "CL" in found.parties and found.place is not None and found.place.city == "Lima"


def test_those_named_of_a_group() -> None:
    text = (
        "Téhéran a libéré mardi quatre Belges, dont le journaliste Jan Maes, condamné en novembre pour "
        "espionnage, l'ancien pilote Luc Wouters et le pasteur Piet Claes."
    )
    read = draft(text)
    names = {
        read.actors[p.actor].name
        for e in read.events
        if e.kind == "release"
        for p in e.participants
    }
    assert {"Jan Maes", "Luc Wouters", "Piet Claes"} <= names
    convicted = {
        read.actors[p.actor].name
        for e in read.events
        if e.kind == "sentencing"
        for p in e.participants
    }
    assert convicted == {"Jan Maes"}


def test_headline_and_lead_tell_one_event() -> None:
    text = (
        "Mali: gouvernement et rébellion ouvrent des pourparlers de paix à Lomé\n\n"
        "Le gouvernement malien et la rébellion ont ouvert mardi à Lomé des pourparlers de paix."
    )
    found = one(text, "talks")
    assert found.date == "2025-06-10"


def test_two_attacks_stay_two() -> None:
    text = (
        "Trois policiers maliens ont été tués lundi par une bombe à Gao.\n"
        "L'armée malienne a bombardé mardi à Kidal une base rebelle."
    )
    assert len(events(text, "attack")) == 2


@pytest.mark.parametrize(
    ("text", "kind", "parties", "date", "city"),
    [
        # the journey « pour une réunion », and the place before « où »
        ("Le ministre grec Nikos Lemos se rendra samedi à Oslo pour une réunion avec le ministre turc Deniz Ak.", "talks", {"GR", "TR"}, "2025-06-14", "Oslo"),
        ("Le chef de la diplomatie turque est attendu lundi à Bagdad, où il doit rencontrer son homologue irakien.", "talks", {"TR", "IQ"}, None, "Bagdad"),
        # a city and a side lost by the parse
        ("Le président chilien Juan Rey a rencontré lundi dans le village frontalier de Charaña le dirigeant bolivien Luis Paz.", "talks", {"CL", "BO"}, "2025-06-09", None),
        ("Des discussions se sont ouvertes mardi à Oslo, en Norvège, entre la Grèce et la Turquie.", "talks", {"GR", "TR"}, "2025-06-10", "Oslo"),
        # whoever accepts a truce; who offers talks to whom
        ("La Grèce et la Turquie ont accepté dimanche un cessez-le-feu.", "ceasefire", {"GR", "TR"}, "2025-06-08", None),
        ("La Grèce a proposé mardi à la Turquie des pourparlers.", "talks", {"GR", "TR"}, "2025-06-10", None),
        # where those are posted who are expelled
        ("Paris a dénoncé l'expulsion lundi de douze fonctionnaires français en poste à Alger.", "expulsion", {"FR", "DZ"}, "2025-06-09", "Alger"),
    ],
)  # fmt: skip
def test_attributes(
    text: str, kind: str, parties: set[str], date: str | None, city: str | None
) -> None:
    found = one(text, kind)
    assert set(found.parties) == parties
    assert date is None or found.date == date
    assert city is None or (found.place is not None and found.place.city == city)


def test_a_release_for_a_release_is_one_exchange() -> None:
    text = "Le Hamas doit libérer 13 otages israéliens samedi en échange de la libération de 39 prisonniers palestiniens."
    (found,) = events(text)
    assert (found.kind, found.status) == ("exchange", "planned")
    assert [r.person for r in found.released] == [
        "13 otages israéliens",
        "39 prisonniers palestiniens",
    ]


def test_under_whose_mediation() -> None:
    text = "La Grèce et la Turquie ont signé lundi à Oslo un accord sous la médiation de l'Union européenne et du Qatar."
    read = draft(text)
    (found,) = [event for event in read.events if event.kind == "agreement"]
    assert set(found.parties) == {"GR", "TR"}
    assert {p.actor for p in found.participants if p.part == "mediator"} >= {"QA"}


def test_the_same_day_is_of_another_thing() -> None:
    text = (
        "L'Iran et la Suisse ont conclu mardi à Vienne un accord.\n"
        "Le directeur général de l'agence iranienne des mines, Ali Ba, a signé le même jour avec Luis Paz une feuille de route."
    )
    assert len(events(text, "agreement")) == 2
