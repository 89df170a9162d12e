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
