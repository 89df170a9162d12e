"""One event on which reports differ: joined on all the rest, and disputed."""

from __future__ import annotations

from typing import Any

from detente.model import Event, Participant, Place, Released, When

PARTIES = ("BO", "CL")
NAMES = ("Inés Zamorano", "Esteban Ibarra")


def day(number: int) -> When:
    return When(anchor="published", day=number, month=5, tense="past")


def met(
    report: Any, name: str, city: str, country: str, number: int = 9, kind: str = "talks"
) -> Any:
    """One report on a meeting of the same two people."""
    made = report(name, "2023-05-12", f"Journal {name}")
    people = [made.actor(n) for n in NAMES]
    words = f"Ils se sont vus à {city}, écrit {name}"
    claims = [("place", f"{city}, {country}"), ("date", "")]
    made.event(
        kind, words, when=day(number), city=city, country=country, people=people,
        parties=PARTIES, claims=claims,
    )  # fmt: skip
    return made


def freed(report: Any, name: str, number: int, city: str = "Lima", country: str = "PE") -> Any:
    made = report(name, "2023-05-12", f"Journal {name}")
    who = made.actor("Pilar Cifuentes")
    made.event(
        "release", f"Libération selon {name}", when=day(number), city=city, country=country,
        parties=PARTIES, released=(Released(person=who, by="BO", to="CL"),),
        claims=[("place", f"{city}, {country}"), ("date", "")],
    )  # fmt: skip
    return made


def test_the_same_people_on_the_same_day_in_two_cities(report: Any, record: Any) -> None:
    found = record(
        met(report, "r1", "Rome", "IT"),
        met(report, "r2", "Rome", "IT"),
        met(report, "r3", "Lima", "PE"),
    )
    (event,) = found.events
    assert event.place and event.place.city == "Rome"
    (dispute,) = found.disputes
    assert (dispute.attribute, dispute.event) == ("place", event.id)
    assert [(p.value, p.sources) for p in dispute.positions] == [("Lima, PE", 1), ("Rome, IT", 2)]
    assert any("disputed" in reason for reason in event.reasons)


def test_day_and_place_both_different_are_two_events(report: Any, record: Any) -> None:
    found = record(met(report, "r1", "Rome", "IT", 9), met(report, "r2", "Lima", "PE", 10))
    assert len(found.events) == 2
    assert not found.disputes


def test_one_city_under_two_names_is_no_dispute(report: Any, record: Any) -> None:
    found = record(met(report, "r1", "Genève", "CH"), met(report, "r2", "Geneva", "CH"))
    assert len(found.events) == 1
    assert not found.disputes


def test_one_release_on_two_days(report: Any, record: Any) -> None:
    found = record(freed(report, "r1", 9), freed(report, "r2", 9), freed(report, "r3", 10))
    (event,) = found.events
    assert event.date == "2023-05-09"
    (dispute,) = found.disputes
    assert dispute.attribute == "date"
    assert [p.value for p in dispute.positions] == ["2023-05-09", "2023-05-10"]


def test_freed_on_another_day_elsewhere_is_freed_twice(report: Any, record: Any) -> None:
    found = record(freed(report, "r1", 9), freed(report, "r2", 10, "Oran", "DZ"))
    assert len(found.events) == 2


def attack(report: Any, name: str, doer: str, dead: int) -> Any:
    made = report(name, "2023-05-10", f"Journal {name}")
    army = made.actor(f"armée {doer}", "organisation", country=doer)
    words = f"Une frappe, dit {name}, a touché Oruro: {dead} morts."
    span = made.say(words)
    trigger = made.say("bombardé")
    made.events.append(
        Event(
            id="e1", kind="attack", when=day(9), parties=(doer, "PE"),
            place=Place(city="Oruro", country="BO"),
            participants=(Participant(actor=army, side=doer, evidence=(trigger,)),),
            articles=(name,), mentions=(trigger, span),
        )
    )  # fmt: skip
    return made


def test_two_doers_of_one_attack(report: Any, record: Any) -> None:
    found = record(attack(report, "r1", "BO", 12), attack(report, "r2", "CL", 12))
    (event,) = found.events
    (dispute,) = found.disputes
    assert (dispute.attribute, dispute.event) == ("doer", event.id)
    assert [p.value for p in dispute.positions] == ["BO", "CL"]


def expelled(report: Any, name: str, number: str, when: When, **more: Any) -> Any:
    made = report(name, more.get("out", "2023-05-10"), f"Journal {name}")
    group = made.actor(f"{number} diplomates chiliens", "group", country="CL")
    made.event("expulsion", f"{name}: expulsés", when=when, parties=("BO", "CL"))
    event = made.events[-1]
    target = Participant(actor=group, part="target", side="CL", evidence=made.actors[-1].evidence)
    made.events[-1] = Event(**{**_fields(event), "participants": (target,)})
    return made


def _fields(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__struct_fields__}


def test_how_many_were_expelled(report: Any, record: Any) -> None:
    found = record(expelled(report, "r1", "douze", day(9)), expelled(report, "r2", "huit", day(9)))
    assert len(found.events) == 1
    (dispute,) = found.disputes
    assert dispute.attribute == "number"
    assert [p.value for p in dispute.positions] == ["12", "8"]


def test_another_number_on_a_day_not_told_is_another_expulsion(
    report: Any, record: Any, on: Any
) -> None:
    """Of two expulsions on Tuesdays the number tells which the report without a date is of."""
    one = expelled(report, "r1", "douze", day(9))
    other = expelled(report, "r2", "huit", day(2))
    undated = expelled(report, "r3", "huit", on("tuesday", tense="past"), out=None)
    found = record(one, other, undated)
    assert [len(e.articles) for e in found.events] == [2, 1]
    assert not found.disputes
