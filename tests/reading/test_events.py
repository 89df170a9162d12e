"""Events of one report: what is told, how it stands, when, where and by whom."""

from __future__ import annotations

import pytest
from tests.reading.told import draft, events, one

from detente.model import Reading


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("L'Iran a libéré lundi deux ressortissants suédois.", "occurred"),
        ("L'Iran n'a pas libéré les deux ressortissants suédois.", "denied"),
        ("L'Iran libérera deux ressortissants suédois.", "planned"),
        ("L'Iran va libérer deux ressortissants suédois.", "planned"),
        ("L'Iran devait libérer deux ressortissants suédois.", "planned"),
        ("L'Iran pourrait libérer deux ressortissants suédois.", "hypothetical"),
        ("L'Iran refuse de libérer deux ressortissants suédois.", "denied"),
        ("L'Iran a promis de libérer deux ressortissants suédois.", "planned"),
        ("L'Iran vient de libérer deux ressortissants suédois.", "occurred"),
        ("L'Iran a fini par libérer deux ressortissants suédois.", "occurred"),
        ("L'Iran a démenti avoir libéré deux ressortissants suédois.", "denied"),
        ("La Suède a demandé à l'Iran de libérer deux ressortissants.", "proposed"),
        ("Si l'Iran libérait deux ressortissants suédois, tout changerait.", "hypothetical"),
        ("Stockholm exige la libération par l'Iran de deux ressortissants suédois.", "proposed"),
    ],
)
def test_status(text: str, status: str) -> None:
    found = [event.status for event in events(text, "release")]
    assert found == [status]


def test_a_date_belongs_to_its_own_event() -> None:
    text = (
        "Pavel Rudin, extradé au Canada en 2017, a été échangé mardi contre deux "
        "ressortissants canadiens."
    )
    dates = {event.kind: event.date for event in events(text)}
    assert dates["extradition"] == "2017"
    assert dates["exchange"] == "2025-06-10"


def test_where_it_was_is_no_party() -> None:
    event = one("Une réunion entre Japonais et Chinois a eu lieu mardi à Genève.", "talks")
    assert event.place is not None and event.place.city == "Genève"
    assert set(event.parties) == {"JP", "CN"}


def test_headline_lead_and_body_tell_one_event() -> None:
    text = (
        "Rencontre indo-pakistanaise à Mascate\n\n"
        "Des responsables indiens et pakistanais se sont réunis mercredi à Mascate.\n\n"
        "Cette rencontre s'est déroulée à huis clos à l'ambassade d'Oman. Elle a duré trois heures."
    )
    event = one(text, "talks")
    assert (event.date, event.duration) == ("2025-06-11", "PT3H")
    assert event.place is not None and event.place.city == "Mascate"
    assert set(event.parties) == {"IN", "PK"}
    assert event.venue is not None and "ambassade" in event.venue
    assert event.reasons


def test_two_meetings_stay_two() -> None:
    text = (
        "Les ministres grec et turc se sont rencontrés lundi à Athènes.\n\n"
        "Les ministres grec et turc s'étaient rencontrés en mars à Ankara."
    )
    places = {event.place.city for event in events(text) if event.place}
    assert places == {"Athènes", "Ankara"}


def test_releases_on_both_sides_are_one_exchange() -> None:
    text = (
        "Le Bélarus a libéré mardi la journaliste polonaise Anna Kowal. En contrepartie, la Pologne "
        "a relâché l'espion bélarusse Igor Melnik."
    )
    read = draft(text)
    names = {actor.id: actor.name for actor in read.actors.values()}
    exchange = next(event for event in read.events if event.kind == "exchange")
    freed = {(names.get(r.person, r.person), r.by, r.to) for r in exchange.released}
    assert freed == {("Anna Kowal", "BY", "PL"), ("Igor Melnik", "PL", "BY")}


def test_evidence_and_claims_are_the_reports_own_words() -> None:
    text = "Oslo a expulsé mardi deux diplomates russes."
    event = one(text, "expulsion")
    spans = [*event.mentions, *(s for claim in event.claims for s in claim.evidence)]
    assert all(text[s.start : s.end] == s.exact for s in spans)
    assert event.mentions[0].exact == "expulsé"
    assert {claim.source for claim in event.claims} == {"AFP"}
    assert {"kind", "status", "date", "parties"} <= {claim.attribute for claim in event.claims}


def test_nobody_identified_is_no_event() -> None:
    assert not events("Les négociations sont difficiles. Un homme a été arrêté.")


def test_reading_is_pure() -> None:
    text = "Le Kenya et la Somalie ont signé lundi un accord à Nairobi."
    assert events(text) == events(text)
    assert isinstance(Reading(article="a", events=tuple(events(text))), Reading)


def test_a_singular_verb_has_one_of_two_names_before_it() -> None:
    text = "Séoul a retiré sa plainte devant l'OMC et Tokyo a levé ses sanctions contre Minsk."
    found = events(text, "sanctions_relief")
    assert [set(e.parties) for e in found] == [{"JP", "BY"}]
