"""Who takes part in an event, and what talks and their accord share, as dispatches tell it."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "Les ministres des Affaires étrangères suédois, Lars Holm, ghanéen Kofi Adu et péruvien "
            "Luis Rojas se sont réunis mardi à Oslo.",
            "talks",
            {"SE", "GH", "PE"},
        ),
        (
            "Des diplomates se sont retrouvés lundi à Rabat en format réduit (Ghana, Togo, Bénin).",
            "talks",
            {"GH", "TG", "BJ"},
        ),
        (
            "Une réunion à quatre (Pérou, Chili, Bolivie et Equateur) s'est ouverte mardi à Lima.",
            "talks",
            {"PE", "CL", "BO", "EC"},
        ),
        (
            "Lors d'un entretien téléphonique mardi, le président chilien Luis Rojas a demandé au "
            "président péruvien Juan Soto de rouvrir la frontière.",
            "call",
            {"CL", "PE"},
        ),
        (
            "Au cours d'une rencontre à Oslo, le ministre ghanéen Kofi Adu a assuré son homologue "
            "togolais Yao Mensah de son soutien.",
            "talks",
            {"GH", "TG"},
        ),
        (
            "L'entretien entre les ministres serbe et grec qui a eu lieu lundi à Hanoï a porté sur le riz.",
            "talks",
            {"RS", "GR"},
        ),
        (
            "Le Pérou et le Chili ont échangé lundi des prisonniers dans le cadre d'un accord conclu en "
            "mai à Bogota.",
            "agreement",
            {"PE", "CL"},
        ),
    ],
)
def test_parties(text: str, kind: str, parties: set[str]) -> None:
    assert set(one(text, kind).parties) == parties


def test_a_row_of_names_before_the_verb_is_its_subject() -> None:
    event = one(
        "Après six heures de discussions à Oslo, Lars Holm, Kofi Adu, Luis Rojas et Juan Soto sont "
        "parvenus à un accord. Le président suédois Lars Holm, le président ghanéen Kofi Adu, le "
        "président péruvien Luis Rojas et le président chilien Juan Soto se sont dits satisfaits.",
        "agreement",
    )
    assert set(event.parties) == {"SE", "GH", "PE", "CL"}
    assert event.place is not None
    assert event.place.city == "Oslo"


@pytest.mark.parametrize(
    ("text", "kind", "date", "city"),
    [
        (
            "Ce geste fait suite aux discussions entre envoyés du Pérou, du Chili et de l'ONU qui se "
            "sont déroulées mardi à Lima.",
            "talks",
            "2025-06-10",
            "Lima",
        ),
        (
            "L'accord, conclu en mai entre Lima et Santiago à Bogota, permet la réouverture du pont.",
            "agreement",
            "2025-05",
            "Bogota",
        ),
        (
            "Le gouvernement péruvien a annoncé jeudi avoir conclu un accord avec le Chili lors de "
            "négociations mardi à Bogota.",
            "agreement",
            "2025-06-10",
            "Bogota",
        ),
    ],
)
def test_time_and_place_of_what_is_told_beside(text: str, kind: str, date: str, city: str) -> None:
    event = one(text, kind)
    assert event.date == date
    assert event.place is not None
    assert event.place.city == city


def test_an_exchange_is_not_where_it_was_agreed() -> None:
    event = one(
        "Le Pérou et le Chili ont procédé lundi à un échange de prisonniers après des pourparlers à "
        "Bogota.",
        "exchange",
    )
    assert event.place is None


def test_a_release_within_an_exchange_is_its_part() -> None:
    event = one(
        "Le journaliste ghanéen Kofi Adu, 39 ans, a été libéré lundi dans le cadre d'un échange de "
        "prisonniers entre le Ghana et le Togo.",
        "exchange",
    )
    assert event.date == "2025-06-09"
    assert set(event.parties) == {"GH", "TG"}
    assert len(event.released) == 1


def test_people_freed_past_what_is_said_of_the_first() -> None:
    event = one(
        "Le Ghana a annoncé lundi la libération de Kofi Adu, un pasteur arrêté en mai, et de Luis Rojas, "
        "un marin péruvien.",
        "release",
    )
    assert len(event.released) == 2


def test_a_captor_frees() -> None:
    event = one(
        "Deux des trois marins capturés en mars par l'Erythrée ont été libérés mardi.", "release"
    )
    assert event.parties == ("ER",)
    assert event.released[0].by == "ER"


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Kofi Adu, arrêté en mai 2024 au Togo et condamné à dix ans de prison, est mort.", "sentencing", None),
        ("Kofi Adu, arrêté en mai 2024 au Togo et condamné à dix ans de prison, est mort.", "detention", "2024-05"),
        (
            "Parmi eux figure un pasteur sans papiers, et enfin Kofi Adu, arrêté en mai 2024 au Togo.",
            "detention",
            "2024-05",
        ),
    ],
)  # fmt: skip
def test_each_participle_has_its_own_time(text: str, kind: str, date: str | None) -> None:
    event = one(text, kind)
    assert event.date == date
    assert len(event.participants) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le président ghanéen a reçu lundi, à la veille du sommet d'Abuja, son homologue togolais.",
        "Kofi Adu, président du Ghana, a rencontré, lundi à Accra, le président togolais Yao Mensah.",
    ],
)
def test_an_object_past_an_aside(text: str) -> None:
    event = next(e for e in events(text) if e.kind == "talks" and e.date == "2025-06-09")
    assert set(event.parties) == {"GH", "TG"}


def test_the_day_after_something_elsewhere() -> None:
    event = one(
        "Le Ghana a expulsé mardi le consul togolais au lendemain de l'attaque de Lomé.",
        "expulsion",
    )
    assert event.place is None or event.place.city is None


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("L'armée ghanéenne a mené mardi des frappes contre des positions togolaises au Mali.", "attack", {"GH", "TG", "ML"}),
        ("Le Ghana a déployé mercredi deux avions de combat au Togo.", "mobilization", {"GH", "TG"}),
        ("Un otage danois a été libéré mardi au Mali.", "release", {"DK", "ML"}),
        ("Un marin danois a été extradé mercredi du Maroc vers le Ghana.", "extradition", {"DK", "MA", "GH"}),
        ("Le général Kofi Adu a été élu samedi président du parlement ghanéen.", "election", {"GH"}),
        ("Lars Holm a été nommé mardi émissaire de la Suède pour le Soudan.", "appointment", {"SE"}),
        ("L'ex-président péruvien Luis Rojas a été condamné vendredi à quinze ans de réclusion.", "sentencing", {"PE"}),
        ("Le Ghana a déclaré mardi persona non grata deux diplomates togolais.", "expulsion", {"GH", "TG"}),
        ("Le Ghana a qualifié d'infondées les accusations du Togo.", "rejection", {"GH", "TG"}),
    ],
)  # fmt: skip
def test_states_by_place_post_and_object(text: str, kind: str, parties: set[str]) -> None:
    assert set(one(text, kind).parties) == parties


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Le Mali libérera dix soldats dès dimanche.", "release", "2025-06-15"),
        ("Le Ghana retirera ses troupes du Togo d'ici le 30 août.", "withdrawal", "2025-08-30"),
        (
            "Le ministre ghanéen est attendu lundi à Lomé, où il doit rencontrer son homologue togolais.",
            "talks",
            "2025-06-16",
        ),
        (
            "Réunis à Oslo, les délégués ghanéens et togolais ont entamé lundi la rédaction d'un texte.",
            "talks",
            "2025-06-09",
        ),
    ],
)
def test_days_ahead_and_shared(text: str, kind: str, date: str) -> None:
    assert one(text, kind).date == date


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Le Ghana et le Togo ont conclu lundi une trêve saluée par l'ONU.", "ceasefire", {"GH", "TG"}),
        ("La libération de Paul Durand, détenu au Mali, a été annoncée par le président ghanéen Kofi Adu.", "release", {"ML"}),
        ("Une visite lundi à Oslo de l'émissaire ghanéen Kofi Adu a permis un accord.", "visit", {"NO", "GH"}),
        ("Le Togo a annoncé mardi l'expulsion du consul ghanéen et le rappel de son ambassadeur à Accra.", "recall", {"TG", "GH"}),
        ("Les sanctions qui pèsent sur le Togo ont été levées mardi par le Ghana.", "sanctions_relief", {"TG", "GH"}),
        ("Le président péruvien a ordonné, mardi 10 juin, l'expulsion de trois diplomates chiliens.", "expulsion", {"PE", "CL"}),
    ],
)  # fmt: skip
def test_who_acts_and_who_only_speaks(text: str, kind: str, parties: set[str]) -> None:
    assert set(one(text, kind).parties) == parties


def test_an_envoy_comes_without_the_one_who_sent_him() -> None:
    event = one("L'envoyé du président ghanéen Kofi Adu a visité mercredi Lomé.", "visit")
    assert set(event.parties) == {"GH", "TG"}
    assert event.participants == ()


def test_those_present_are_there_and_no_party() -> None:
    event = one(
        "Des pourparlers entre le Ghana et le Togo se sont tenus mardi à Doha, en présence du ministre "
        "qatari Hamad Al-Thani.",
        "talks",
    )
    assert len(event.participants) == 1
    assert set(event.parties) == {"GH", "TG"}


def test_those_freed_are_named_behind_their_group() -> None:
    event = one(
        "Deux marins togolais libérés lundi par le Ghana, Yao Mensah et Paul Amadou, sont à Lomé.",
        "release",
    )
    assert len(event.released) == 2
    assert {freed.by for freed in event.released} == {"GH"}


def test_where_clause_after_a_visit() -> None:
    event = one(
        "Le ministre ghanéen a visité mercredi Lomé, où il s'est entretenu avec son homologue togolais.",
        "talks",
    )
    assert event.date == "2025-06-11"
    assert event.place is not None
    assert event.place.city == "Lomé"


@pytest.mark.parametrize(
    ("text", "kind", "date", "city"),
    [
        ("Les pourparlers se sont ouverts mardi dans la ville suisse de Glonville, près de Montreux.", "talks", "2025-06-10", "Glonville"),
        (
            "Cela s'est produit après la rencontre de mai entre le président ghanéen Kofi Adu et le président "
            "togolais Yao Mensah à Oslo.",
            "talks",
            "2025-05",
            "Oslo",
        ),
    ],
)  # fmt: skip
def test_towns_and_far_places(text: str, kind: str, date: str, city: str) -> None:
    event = one(text, kind)
    assert event.date == date
    assert event.place is not None
    assert event.place.city == city


def test_sides_of_the_nearer_event() -> None:
    found = events(
        "Cet échange de prisonniers fait suite aux discussions entre envoyés du Ghana et du Togo."
    )
    assert all(not event.parties for event in found if event.kind == "exchange")


def test_the_year_of_an_amount_is_that_of_the_aid() -> None:
    event = one(
        "Le Togo a reçu une aide ghanéenne estimée à 140 millions de dollars en 2017.", "aid"
    )
    assert event.date == "2017"


def named(text: str, kind: str) -> set[tuple[str, str]]:
    """Those who take part in the one event of a kind, each with the part."""
    told = draft(text)
    event = next(e for e in told.events if e.kind == kind)
    return {(told.actors[p.actor].name, p.part) for p in event.participants}


def test_those_who_represent_the_sides_and_who_preside_were_there() -> None:
    signed = "Le gouvernement tchadien et le FACT ont signé lundi à Doha un accord de paix. "
    assert {("Moussa Keita", "head"), ("Ali Brahim", "head")} <= named(
        signed + "Le gouvernement tchadien était représenté par Moussa Keita, envoyé du président. "
        "Ali Brahim représentait le FACT.",
        "agreement",
    )
    text = (
        signed
        + "Le diplomate norvégien Lars Holm a assuré la modération, Kari Berg a présidé la séance."
    )
    assert {("Lars Holm", "participant"), ("Kari Berg", "participant")} <= named(text, "agreement")
    assert one(text, "agreement").parties == ("TD",)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Alger et Riyad ont annoncé mardi l'entrée en vigueur d'une trêve au Soudan.", {"SD"}),
        ("Alger et Riyad annoncent une nouvelle trêve au Soudan.", {"SD"}),
        ("Le Pérou et le Chili ont annoncé mardi un cessez-le-feu.", {"PE", "CL"}),
    ],
)
def test_who_announces_a_truce_of_others_is_no_party_to_it(text: str, parties: set[str]) -> None:
    assert set(one(text, "ceasefire").parties) == parties
