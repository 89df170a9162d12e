"""Where an event was and whose it was, in the ways that dispatches tell it."""

from __future__ import annotations

import pytest
from tests.reading.told import events, one


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("A Kigali, le ministre ghanéen a rencontré lundi le ministre kényan.", "Kigali", "RW"),
        ("À Oslo, la ministre suédoise a rencontré lundi le ministre danois.", "Oslo", "NO"),
        ("Mardi, à Lima, le président chilien a rencontré le ministre cubain.", "Lima", "PE"),
        ("Lundi à Hanoï, le ministre lao a rencontré le ministre khmer.", "Hanoï", "VN"),
        ("A Riga (Lettonie), le ministre letton a reçu le ministre estonien.", "Riga", "LV"),
        (
            "Le ministre indien a rencontré lundi son homologue népalais dans la capitale finlandaise.",
            "Helsinki",
            "FI",
        ),
        (
            "Le ministre ghanéen a rencontré mardi le ministre togolais dans la capitale russe.",
            "Moscou",
            "RU",
        ),
        (
            "Le ministre serbe a rencontré jeudi près de Sarajevo le ministre croate.",
            "Sarajevo",
            "BA",
        ),
        (
            "Le ministre angolais s'est rendu lundi dans la région de Lubumbashi.",
            "Lubumbashi",
            "CD",
        ),
        ("Une attaque a fait trois morts dimanche dans le centre de Mossoul.", "Mossoul", "IQ"),
        ("Le ministre belge a rencontré lundi le ministre polonais à Vienne.", "Vienne", "AT"),
        ("Une attaque a fait trois morts dimanche à Kandahar.", "Kandahar", "AF"),
    ],
)
def test_place(text: str, city: str, country: str) -> None:
    places = [event.place for event in events(text) if event.status == "occurred"]
    assert [(p.city, p.country) for p in places if p is not None] == [(city, country)]


def test_a_fronted_place_is_of_the_main_clause() -> None:
    told = "A Genève, le ministre suisse a dit que le Pérou avait rencontré le Chili à Quito."
    assert one(told, "talks").place.city == "Quito"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Le Canada a levé lundi les sanctions frappant la Syrie.", ["CA", "SY"]),
        ("Le Canada a levé lundi les sanctions imposées à la Syrie.", ["CA", "SY"]),
        ("Les sanctions contre le Mali ont été levées dimanche.", ["ML"]),
        ("Les sanctions imposées au Soudan ont été levées vendredi.", ["SD"]),
    ],
)
def test_relief_is_for_those_whom_the_sanctions_hit(text: str, parties: list[str]) -> None:
    assert [(e.kind, sorted(e.parties)) for e in events(text)] == [("sanctions_relief", parties)]


def test_sanctions_aimed_at_a_state() -> None:
    told = "Le Japon a imposé jeudi de nouvelles sanctions visant le Bélarus."
    assert set(one(told, "sanctions").parties) == {"JP", "BY"}


def test_where_a_truce_was_signed_is_no_party() -> None:
    told = "La Syrie et la Turquie ont conclu mardi à Vienne un accord de cessez-le-feu."
    assert set(one(told, "ceasefire").parties) == {"SY", "TR"}


def test_who_takes_charge_of_the_freed_is_no_party() -> None:
    told = "Le Niger a remis lundi vingt prisonniers nigérians au CICR."
    assert set(one(told, "release").parties) == {"NE", "NG"}


@pytest.mark.parametrize(
    ("dateline", "city", "country"),
    [
        ("LAUSANNE (Suisse), 12 juin 2025 (AFP) -", "Lausanne", "CH"),
        ("NAIROBI (AFP) -", "Nairobi", "KE"),
    ],
)
def test_the_dateline_places_what_its_sentence_tells(
    dateline: str, city: str, country: str
) -> None:
    text = f"{dateline}\nL'Angola et la Zambie ont conclu jeudi un accord sur le cuivre."
    place = one(text, "agreement").place
    assert place is not None
    assert (place.city, place.country) == (city, country)


def test_a_dateline_places_no_call_and_nothing_placed() -> None:
    called = "NAIROBI (AFP) -\nLe président kényan a téléphoné jeudi au président ougandais."
    assert one(called, "call").place is None
    told = "NAIROBI (AFP) -\nL'Angola et la Zambie ont conclu jeudi à Lusaka un accord."
    assert one(told, "agreement").place.city == "Lusaka"  # type: ignore[union-attr]


def test_a_building_leads_to_its_city_but_not_an_embassy_to_its_state() -> None:
    told = "Le ministre suédois a rencontré lundi le ministre turc "
    assert one(told + "dans un hôtel de Genève.", "talks").place.city == "Genève"  # type: ignore[union-attr]
    assert one(told + "dans un palais de la capitale tchèque.", "talks").place.city == "Prague"  # type: ignore[union-attr]
    assert one(told + "à l'ambassade de Chine.", "talks").place is None


def test_a_body_that_is_nobodys_is_no_party() -> None:
    told = "La police a arrêté lundi le journaliste Paul Martin."
    assert one(told, "detention").parties == ()


def test_a_meeting_is_where_its_traveller_came() -> None:
    told = "Le ministre japonais Ken Mori est arrivé dimanche à Amman. Il a rencontré lundi le roi."
    place = one(told.replace("le roi", "le ministre jordanien"), "talks").place
    assert place is not None
    assert place.city == "Amman"


def test_a_state_closes_its_own_sky_at_home() -> None:
    told = "Le Niger a fermé lundi son espace aérien aux avions nigérians."
    place = one(told, "closure").place
    assert place is not None
    assert (place.city, place.country) == (None, "NE")


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("L'aviation russe a bombardé lundi Kharkiv.", "Kharkiv"),
        ("Homs a été bombardée lundi par l'armée syrienne.", "Homs"),
        ("L'armée malienne a bombardé lundi la ville de Kidal.", "Kidal"),
        ("L'armée danoise a bombardé lundi Bergen, a protesté la Norvège.", "Bergen"),
    ],
)
def test_a_city_that_is_struck_is_where_it_was(text: str, city: str) -> None:
    event = one(text, "attack")
    assert event.place is not None
    assert event.place.city == city


def test_who_is_killed_is_no_city() -> None:
    text = "Une frappe israélienne a tué lundi Hassan Nice, a dit la France."
    assert all(event.place is None for event in events(text))


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # what talks end in was made where they were held, and by those who held them
        ("Les parties impliquées dans la guerre au Tchad se sont mises d'accord sur une trêve après une semaine de discussions en Suède.", "ceasefire", (None, "SE")),
        ("Le Chili et le Pérou ont conclu lundi un accord à l'issue de négociations à Lausanne.", "agreement", ("Lausanne", "CH")),
        # the conflict of the sides is no place of what they did
        ("Les parties au conflit au Tchad ont signé lundi un accord avec la France.", "agreement", None),
        # the second of two participles
        ("Dans le cadre d'un accord parrainé par l'ONU et conclu en Norvège en 2018, le Chili et le Pérou ont échangé vendredi dix détenus.", "agreement", (None, "NO")),
        ("Le Chili a annoncé lundi l'arrivée du ministre péruvien Luis Paz à Oslo.", "visit", ("Oslo", "NO")),
    ],
)  # fmt: skip
def test_place_of_what_talks_end_in(
    text: str, kind: str, place: tuple[str | None, str] | None
) -> None:
    found = one(text, kind).place
    assert (None if found is None else (found.city, found.country)) == place


def test_whom_a_backer_brings_along_is_no_party() -> None:
    told = "Le gouvernement malien soutenu par l'armée dirigée par Moscou et les rebelles touaregs ont signé lundi un accord."
    assert "RU" not in one(told, "agreement").parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le Chili a annoncé lundi l'arrivée du ministre péruvien Luis Paz à Oslo.", "occurred"),
        (
            "Le Chili a libéré un otage deux jours avant l'arrivée du pape Paul à Santiago.",
            "planned",
        ),
    ],
)
def test_an_arrival(text: str, status: str) -> None:
    assert one(text, "visit").status == status


def test_the_clock_of_a_country_is_no_place() -> None:
    event = one(
        "Le FACT annonce une trêve à partir de lundi minuit, soit à 6 heures en France.",
        "ceasefire",
    )
    assert event.place is None
