"""The same people held, told by their number, by their names or by who holds them."""

from __future__ import annotations

from typing import Any

from detente.model import Participant


def held(
    made: Any, words: str, people: tuple[str, ...], *, parties: tuple[str, ...], **told: Any
) -> None:
    targets = tuple(Participant(actor=a, part="target") for a in people)
    made.event("detention", words, parties=parties, **told)
    made.events[-1] = _with(made.events[-1], participants=targets)


def _with(event: Any, **fields: Any) -> Any:
    import msgspec

    return msgspec.structs.replace(event, **fields)


def guards(made: Any, number: str = "deux", country: str = "BO") -> tuple[str, ...]:
    return (made.actor(f"{number} douaniers boliviens", "group", country=country),)


def of(record: Any) -> list[Any]:
    return [e for e in record.events if e.kind == "detention"]


def test_by_their_number_and_by_their_names(report: Any, record: Any) -> None:
    first = report("a", "2023-10-04")
    held(first, "arrêtés mardi", guards(first), parties=("BO", "PE"), when="2023-10-03")
    second = report("b", "2023-11-28")
    held(second, "des deux douaniers détenus au Pérou", guards(second), parties=("BO", "PE"),
         country="PE")  # fmt: skip
    third = report("c", "2024-02-09")
    named = tuple(third.actor(n, country="BO") for n in ("Luis Paz", "Juan Soto"))
    held(third, "arrêtés le 3 octobre", named, parties=("PE",), when="2023-10-03")
    (event,) = of(record(first, second, third))
    assert event.date == "2023-10-03"
    assert set(event.articles) == {"a", "b", "c"}
    assert sum(p.actor.startswith("deux") for p in event.participants) == 1  # named alike: once


def test_other_numbers_and_other_people_are_others(report: Any, record: Any) -> None:
    first = report("a", "2023-10-04")
    held(first, "arrêtés mardi", guards(first), parties=("BO", "PE"), when="2023-10-03")
    second = report("b", "2023-11-28")
    held(second, "trois douaniers détenus", guards(second, "trois"), parties=("BO", "PE"))
    third = report("c", "2023-11-29")
    held(third, "deux douaniers détenus", guards(third, country="EC"), parties=("EC", "PE"))
    assert len(of(record(first, second, third))) == 3


def test_what_a_copy_repeats_is_one_however_little_it_tells(report: Any, record: Any) -> None:
    """A demand without a person, a place or a day, in the words of both."""
    around = (
        "La Bolivie réclame de son côté avec insistance la libération de Luis Paz, un ingénieur. "
    )
    reports = []
    for name in ("a", "b"):
        made = report(name, "2023-11-28")
        made.say(around * 3)
        made.event("demand", around, parties=("BO",))
        made.say(around * 3)
        reports.append(made)
    (event,) = [e for e in record(*reports).events if e.kind == "demand"]
    assert event.articles == ("a", "b")
