"""Which tellings are one event, and which stay two."""

from __future__ import annotations

from typing import Any

PAIR = ("FR", "DZ")


def talks(report: Any, words: str = "Les émissaires se sont réunis", **fields: Any) -> str:
    return str(report.event("talks", words, **{"parties": PAIR, **fields}))


def of(record: Any, kind: str) -> list[Any]:
    return [e for e in record.events if e.kind == kind]


def test_two_reports_of_one_day_and_city_are_one_event(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    talks(one, when=on("tuesday"), city="Tunis", country="TN")
    other = report("b", "2024-03-13")
    talks(other, "La rencontre de Tunis", when=on("tuesday"), city="Tunis", country="TN")
    (event,) = of(record(one, other), "talks")
    assert event.articles == ("a", "b")
    assert event.date == "2024-03-12"
    assert any("same day" in reason for reason in event.reasons)


def test_two_talks_in_one_city_on_two_days_stay_two(report: Any, record: Any, on: Any) -> None:
    reports = []
    for name, day in (("a", "2024-03-12"), ("b", "2024-04-16")):
        made = report(name, day)
        talks(made, when=on("tuesday"), city="Tunis", country="TN", duration="PT4H")
        reports.append(made)
    assert [e.date for e in of(record(*reports), "talks")] == ["2024-03-12", "2024-04-16"]


def test_one_day_and_two_cities_stay_two(report: Any, record: Any, on: Any) -> None:
    reports = []
    for name, city in (("a", "Tunis"), ("b", "Rome")):
        made = report(name, "2024-03-12")
        talks(made, when=on("tuesday"), city=city)
        reports.append(made)
    assert len(of(record(*reports), "talks")) == 2


def test_a_call_is_no_meeting(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    talks(one, when=on("tuesday"))
    one.event("call", "Les ministres se sont parlé au téléphone", parties=PAIR, when=on("tuesday"))
    assert sorted(e.kind for e in record(one).events) == ["call", "talks"]


def test_who_telephones_two_on_one_day_telephones_twice(report: Any, record: Any, on: Any) -> None:
    reports = []
    for name, other in (("a", "KE"), ("b", "PE")):
        made = report(name, "2024-03-12")
        minister = made.actor("Ana Ruiz", country="CL")
        made.event("call", "Elle lui a téléphoné", parties=("CL", other), people=[minister],
                   when=on("tuesday"))  # fmt: skip
        reports.append(made)
    assert len(of(record(*reports), "call")) == 2


def test_what_is_denied_or_planned_is_not_what_happened(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    talks(one, when=on("tuesday"), city="Tunis")
    talks(one, "Ils ne se sont pas réunis", when=on("tuesday"), city="Tunis", status="denied")
    talks(one, "Ils se réuniront", city="Tunis", status="planned")
    assert sorted(e.status for e in record(one).events) == ["denied", "occurred", "planned"]


def test_this_meeting_is_the_one_last_told(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-14")
    talks(one, when=on(day=5, month=3), city="Rome", country="IT")
    talks(one, "Puis ils se sont retrouvés", when=on("tuesday"), city="Tunis", country="TN")
    talks(
        one,
        "Cette rencontre a duré deux heures",
        parties=(),
        nominal=True,
        reference="demonstrative",
        duration="PT2H",
    )
    events = of(record(one), "talks")
    assert [(e.date, e.duration) for e in events] == [("2024-03-05", None), ("2024-03-12", "PT2H")]


def test_venues_of_two_states_keep_undated_talks_apart(report: Any, record: Any, on: Any) -> None:
    dated = report("a", "2024-03-12")
    dated.actor("France", "state", country="FR", aliases=["français"])
    dated.actor("Algérie", "state", country="DZ", aliases=["algérien"])
    talks(
        dated,
        when=on("tuesday"),
        city="Tunis",
        country="TN",
        venue="résidence du consulat français à Tunis",
    )
    undated = report("b")
    undated.actor("Tunisie", "state", country="TN", aliases=["Tunis"])
    talks(
        undated,
        "Ils se sont revus",
        city="Tunis",
        country="TN",
        venue="consulat général d'Algérie à Tunis",
    )
    assert len(of(record(dated, undated), "talks")) == 2


def test_an_undated_telling_that_fits_two_events_joins_neither(
    report: Any, record: Any, on: Any
) -> None:
    reports = []
    for name, day in (("a", "2024-03-12"), ("b", "2024-04-16")):
        made = report(name, day)
        talks(made, when=on("tuesday"), city="Tunis", country="TN")
        reports.append(made)
    loose = report("c")
    talks(loose, "La rencontre de Tunis", city="Tunis", nominal=True, reference="definite")
    assert len(of(record(*reports, loose), "talks")) == 3


def test_the_releases_of_an_exchange_are_the_exchange(report: Any, record: Any) -> None:
    from detente.model import Released

    one = report("a", "2024-03-12")
    first, second = one.actor("Karim Benali"), one.actor("Luc Garnier")
    one.event("exchange", "Un échange de prisonniers a eu lieu", parties=PAIR)
    one.event(
        "release",
        "Paris a libéré M. Benali",
        parties=PAIR,
        released=(Released(person=first, by="FR", to="DZ"),),
    )
    one.event(
        "release",
        "Alger a remis M. Garnier",
        parties=PAIR,
        released=(Released(person=second, by="DZ", to="FR"),),
    )
    (event,) = record(one).events
    assert event.kind == "exchange"
    assert {r.person for r in event.released} == {"karim-benali", "luc-garnier"}


def test_the_headline_is_what_the_report_tells(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    talks(one, "Rencontre franco-algérienne", nominal=True)
    talks(one, when=on("tuesday"), city="Tunis", country="TN")
    (event,) = record(one).events
    assert event.date == "2024-03-12"
    assert len(event.mentions) == 2


def test_what_one_report_keeps_apart_no_other_joins(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    name = one.actor("Karim Benali", country="DZ")
    talks(one, when=on("tuesday"), city="Tunis", people=[name])
    one.event(
        "talks", "M. Benali a vu ses services", parties=("DZ",), people=[name], when=on("tuesday")
    )
    assert sorted(e.parties for e in record(one).events) == [("DZ",), ("DZ", "FR")]


def test_a_planned_meeting_that_is_held_is_one(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-11"), report("b", "2024-03-13")
    talks(
        one,
        "Ils doivent se réunir mardi",
        when=on("tuesday", tense="future"),
        city="Tunis",
        status="planned",
    )
    talks(other, when=on("tuesday"), city="Tunis")
    (event,) = record(one, other).events
    assert (event.status, event.date) == ("occurred", "2024-03-12")


def test_an_expulsion_and_its_answer_stay_two(report: Any, record: Any, on: Any) -> None:
    from detente.model import Participant

    reports = []
    for name, state in (("a", "FR"), ("b", "DZ")):
        made = report(name, "2024-03-12")
        group = made.actor("deux diplomates", "group", country=state)
        made.event(
            "expulsion", "Deux diplomates ont été expulsés mardi", parties=PAIR, when=on("tuesday")
        )
        made.events[0] = type(made.events[0])(
            **{f: getattr(made.events[0], f) for f in made.events[0].__struct_fields__}
            | {"participants": (Participant(actor=group, part="target", side=state),)}
        )
        reports.append(made)
    assert len(record(*reports).events) == 2


def test_a_call_only_pointed_at_is_the_only_one_known(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-12"), report("b", "2024-03-20")
    one.event("call", "Les présidents se sont parlé mardi", parties=PAIR, when=on("tuesday"))
    other.event(
        "call", "l'appel entre les présidents", parties=PAIR, nominal=True, reference="definite"
    )
    (event,) = record(one, other).events
    assert event.articles == ("a", "b")
    third = report("c", "2024-03-06")
    third.event("call", "Ils se sont reparlé mardi", parties=PAIR, when=on("tuesday"))
    assert len(record(one, other, third).events) == 3


def test_the_withdrawal_of_one_body_is_pointed_at(report: Any, record: Any, on: Any) -> None:
    """« leur retrait » of a movement of one state is the only one of it that is known."""

    def told(name: str, day: str, body: str, words: str, **fields: Any) -> Any:
        made = report(name, day)
        front = made.actor(body, "organisation", country="DZ")
        made.event("withdrawal", words, parties=("DZ",), people=[front], **fields)
        return made

    one = told("a", "2024-03-12", "Front du Sud", "Le Front s'est replié mardi", when=on("tuesday"))
    again = {"nominal": True, "reference": "definite"}
    other = told("b", "2024-03-20", "Front du Sud", "après leur retrait", **again)
    assert len(record(one, other).events) == 1
    third = told("c", "2024-03-20", "Front de l'Est", "après leur retrait", **again)
    assert len(record(one, third).events) == 2


def test_several_reports_point_at_one_call(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("call", "Les présidents se sont parlé mardi", parties=PAIR, when=on("tuesday"))
    others = [report(name, "2024-03-20") for name in ("b", "c", "d")]
    for made in others:
        words = f"l'appel des présidents, selon {made.id}"
        made.event("call", words, parties=PAIR, nominal=True, reference="definite")
    (event,) = record(one, *others).events
    assert event.articles == ("a", "b", "c", "d")


def test_the_same_news_of_one_week_told_without_a_day(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-13"), report("b", "2024-03-14")
    for made, when in ((one, on("tuesday")), (other, None)):
        name = made.actor("Karim Benali", country="DZ")
        made.event(
            "speech",
            "M. Benali s'est adressé au Parlement",
            parties=("DZ",),
            people=[name],
            when=when,
        )
    assert len(record(one, other).events) == 1
    late = report("c", "2024-05-14")
    name = late.actor("Karim Benali", country="DZ")
    late.event("speech", "M. Benali s'est adressé au Sénat", parties=("DZ",), people=[name])
    assert len(record(one, other, late).events) == 2


def test_undated_events_told_beside_the_same_event(report: Any, record: Any) -> None:
    reports = []
    for name in "ab":
        made = report(name)
        freed = made.actor("Luc Garnier", country="FR")
        made.event("release", "Luc Garnier a été libéré", parties=PAIR, people=[freed], city="Oran")
        talks(made, "Des pourparlers ont repris", city="Tunis")
        reports.append(made)
    assert sorted(e.kind for e in record(*reports).events) == ["release", "talks"]


def test_why_tells_the_reasons(report: Any, record: Any, on: Any) -> None:
    import pytest

    from detente.errors import NotInDossier
    from detente.record import why

    one, other = report("a", "2024-03-12"), report("b", "2024-03-13")
    talks(one, when=on("tuesday"), city="Tunis")
    talks(other, "Ils se sont vus mardi", when=on("tuesday"), city="Tunis")
    made = record(one, other)
    words = why(made, made.events[0].id)
    assert "2 independent sources" in words
    assert "in the same city" in words
    with pytest.raises(NotInDossier):
        why(made, "e-none")


def test_an_accusation_said_again_in_the_next_sentence(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    one.say("Une première phrase, longue, ouvre la dépêche et ne dit rien de tout cela. " * 4)
    fields = {"topics": ("visas",)}
    one.event("accusation", "Après avoir accusé Paris, il s'est tu.", parties=("FR",), **fields)
    one.event("accusation", "En accusant Paris, Alger a surpris.", parties=PAIR, **fields)
    one.event("accusation", "Il accuse Paris d'autre chose.", parties=PAIR, topics=("trade",))
    assert sorted(len(e.mentions) for e in record(one).events) == [1, 2]


def test_an_accord_to_hold_fire_is_the_ceasefire_that_another_report_tells(
    report: Any, record: Any, on: Any
) -> None:
    one = report("a", "2024-03-14")
    one.event("ceasefire", "Un cessez-le-feu a été conclu mardi à Tunis", parties=PAIR,
              city="Tunis", when=on("tuesday"), topics=("ceasefire",))  # fmt: skip
    other = report("b", "2024-03-14")
    other.event("agreement", "Ils ont signé un accord de trêve mardi à Tunis", parties=PAIR,
                city="Tunis", when=on("tuesday"), topics=("ceasefire",))  # fmt: skip
    third = report("c", "2024-03-14")
    third.event("agreement", "Ils ont signé un accord de pêche mardi à Tunis", parties=PAIR,
                city="Tunis", when=on("tuesday"), topics=("trade",))  # fmt: skip
    found = {e.kind: len(e.articles) for e in record(one, other, third).events}
    assert found == {"ceasefire": 2, "agreement": 1}


def test_meetings_without_a_time_are_not_joined_by_their_people(report: Any, record: Any) -> None:
    reports = []
    for name, day in (("a", "2024-11-25"), ("b", "2026-01-17")):
        made = report(name, day)
        people = [made.actor("Karim Benali", country="DZ"), made.actor("Luc Morin", country="FR")]
        talks(made, people=people, city="Tunis")
        reports.append(made)
    assert len(of(record(*reports), "talks")) == 2


def test_a_visit_pointed_at_is_not_that_of_somebody_else(report: Any, record: Any) -> None:
    reports = []
    for name, visitor in (("a", "Karim Benali"), ("b", "Luc Morin")):
        made = report(name, "2024-03-12")
        person = made.actor(visitor, country="DZ")
        made.event(
            "visit",
            "La visite à Tunis",
            parties=("DZ", "TN"),
            people=[person],
            city="Tunis",
            nominal=True,
            reference="definite",
        )
        reports.append(made)
    assert len(of(record(*reports), "visit")) == 2


def test_an_invasion_is_one_by_its_name(report: Any, record: Any) -> None:
    reports = []
    for name, when in (("a", "2022"), ("b", None)):
        made = report(name, "2024-03-12")
        event = {"nominal": True, "reference": "definite", "parties": ("KM", "MG"), "when": when}
        start = made.event("attack", "invasion", **event)
        assert start
        reports.append(made)
    (event,) = of(record(*reports), "attack")
    assert event.date == "2022"


def test_two_bodies_of_one_state_are_as_telling_as_two_states(report: Any, record: Any) -> None:
    reports = []
    for name in ("a", "b"):
        made = report(name, "2024-03-12")
        sides = [made.actor(w, "organisation", country="YE") for w in ("Armée", "Front uni")]
        made.event("ceasefire", "La trêve", parties=sides, people=sides, city="Tunis",
                   topics=("ceasefire",), nominal=True, reference="definite")  # fmt: skip
        reports.append(made)
    assert len(of(record(*reports), "ceasefire")) == 1


def test_an_act_and_the_answer_to_it_stay_two(report: Any, record: Any, on: Any) -> None:
    made = report("a", "2024-03-12")
    for words in ("Alger a fermé son ciel mardi", "Paris a aussitôt fermé le sien"):
        made.say("Le ministre a parlé longuement de tout autre chose. " * 8)
        made.event("closure", words, parties=PAIR, when=on("tuesday"))
    assert len(of(record(made), "closure")) == 2
