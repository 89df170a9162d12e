"""A round of talks of several days is one event, and its days are of it."""

from __future__ import annotations

from typing import Any

from detente.model import When

PARTIES = ("BO", "CL")
GENEVA = {"city": "Genève", "country": "CH"}


def day(number: int) -> When:
    return When(anchor="published", day=number, month=5, tense="past")


def stretch(first: int, last: int) -> When:
    return When(anchor="published", day=first, month=5, tense="past", until=day(last))


def talks(report: Any, name: str, out: str | None, words: str, when: When, **more: Any) -> Any:
    made = report(name, out, f"Journal {name}")
    fields = {"parties": PARTIES, **GENEVA, **more}
    made.event("talks", words, when=when, **fields)
    return made


def test_days_told_as_going_on_are_one_round(report: Any, record: Any) -> None:
    one = talks(report, "r1", "2023-05-09", "Les pourparlers se sont ouverts", day(9))
    two = talks(report, "r2", "2023-05-10", "Les pourparlers se sont poursuivis", day(10))
    three = talks(report, "r3", "2023-05-11", "Les pourparlers se sont achevés", day(11))
    (event,) = record(three, one, two).events
    assert event.date == "2023-05-09/2023-05-11"
    assert any("going on" in reason for reason in event.reasons)


def test_two_meetings_on_two_days_are_two(report: Any, record: Any) -> None:
    one = talks(report, "r1", "2023-05-09", "Ils se sont rencontrés", day(9))
    two = talks(report, "r2", "2023-05-10", "Ils se sont vus", day(10))
    assert len(record(one, two).events) == 2


def test_another_city_or_a_day_between_is_another_round(report: Any, record: Any) -> None:
    one = talks(report, "r1", "2023-05-09", "Les pourparlers se sont ouverts", day(9))
    gap = talks(report, "r2", "2023-05-11", "Les pourparlers se sont poursuivis", day(11))
    rome = {"city": "Rome", "country": "IT"}
    moved = talks(report, "r3", "2023-05-10", "Les pourparlers ont repris", day(10), **rome)
    assert len(record(one, gap, moved).events) == 3


def test_a_stretch_of_days_takes_in_its_days(report: Any, record: Any) -> None:
    session = talks(report, "r1", "2023-05-10", "Ils se sont réunis", day(10))
    later = talks(report, "r2", "2023-07-01", "Des négociations avaient eu lieu", stretch(9, 11))
    (event,) = record(session, later).events
    assert event.date == "2023-05-09/2023-05-11"


def test_a_report_without_a_date_is_of_the_day_of_the_round_that_it_names(
    report: Any, record: Any, on: Any
) -> None:
    """9 May 2023 is a Tuesday; only one day of the round is a Wednesday."""
    round_of = talks(report, "r1", "2023-06-30", "Des négociations avaient eu lieu", stretch(9, 11))
    undated = talks(report, "r2", None, "Ils se sont réunis", on("wednesday", tense="past"))
    made = record(round_of, undated)
    assert len(made.events) == 1
    (found,) = [a for a in made.articles if a.id == "r2"]
    assert found.published.date == "2023-05-10/2023-05-11"


def test_a_night_does_not_last(report: Any, record: Any) -> None:
    night = When(anchor="published", day=9, month=5, part="night", until=day(10))
    one = talks(report, "r1", "2023-05-10", "Ils se sont vus", night)
    two = talks(report, "r2", "2023-05-10", "Ils se sont vus", day(10))
    (event,) = record(one, two).events
    assert event.date == "2023-05-10"
