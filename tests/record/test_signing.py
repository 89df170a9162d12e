"""An accord that is concluded on one day and signed on another."""

from __future__ import annotations

from typing import Any

from detente.model import When

HIER = When(anchor="published", unit="day", amount=-1)
PAIR = ("BO", "PE")


def pact(made: Any, words: str, **fields: Any) -> str:
    identifier: str = made.event("agreement", words, **{"parties": PAIR, **fields})
    return identifier


def test_what_awaits_its_signing_is_not_what_was_signed(report: Any, record: Any, on: Any) -> None:
    """Concluded on 17 July, and to be signed « next month »: signed on 15 August, as it was planned."""
    first = report("a", "2005-07-17")
    pact(first, "Ils ont conclu un accord", when=on("today"), topics=("peace_settlement",))
    pact(first, "L'accord sera signé le 15 août à Oslo", when="2005-08-15", status="planned",
         city="Oslo", country="NO", reference="definite", people=(first.actor("Ana Ruiz"),))  # fmt: skip
    second = report("b")
    pact(second, "l'accord conclu hier à Oslo", when=HIER, city="Oslo", country="NO",
         nominal=True, reference="definite", topics=("peace_settlement",))  # fmt: skip
    pact(second, "Le texte doit être signé en Norvège", status="planned", country="NO",
         reference="definite")  # fmt: skip
    third = report("c")
    pact(third, "Ils ont signé hier un accord à Oslo", when=HIER, city="Oslo", country="NO",
         people=(third.actor("Ana Ruiz"),))  # fmt: skip
    made = record(first, second, third)
    done = {(e.articles, e.date) for e in made.events if e.status == "occurred"}
    assert done == {(("a", "b"), "2005-07-17"), (("a", "c"), "2005-08-15")}
    assert {a.id: a.published.date for a in made.articles} == {
        "a": "2005-07-17", "b": "2005-07-18", "c": "2005-08-16",
    }  # fmt: skip


def test_a_first_accord_is_not_the_one_yet_to_be_made(report: Any, record: Any, on: Any) -> None:
    """« un accord définitif doit être signé » is another: the first may have been signed."""
    one = report("a", "2005-07-17")
    pact(one, "Ils ont conclu un accord", when=on("today"), city="Oslo", country="NO")
    pact(one, "Un accord définitif doit être signé", status="planned")
    other = report("b", "2005-07-19")
    pact(other, "l'accord signé dimanche à Oslo", when="2005-07-17", city="Oslo", country="NO",
         nominal=True, reference="definite")  # fmt: skip
    made = record(one, other)
    assert [e.articles for e in made.events if e.status == "occurred"] == [("a", "b")]


def test_a_signing_planned_for_a_day_of_the_week_that_a_report_leads_with(
    report: Any, record: Any
) -> None:
    """What a report opens with is of the week before it: the plan gives the day."""
    plan = report("a", "2006-11-16")
    pact(plan, "La signature de l'accord, reportée au 21 novembre", when="2006-11-21",
         status="planned", nominal=True, reference="definite", topics=("peace_settlement",))  # fmt: skip
    done = report("b", "2006-11-22")
    pact(done, "Ils ont signé un accord", topics=("peace_settlement",))
    (made,) = record(plan, done).events
    assert (made.status, made.date) == ("occurred", "2006-11-21")


def test_the_text_that_was_signed_is_the_accord_told_before(report: Any, record: Any) -> None:
    one = report("a", "2006-11-22")
    pact(one, "Ils ont conclu un accord de paix")
    chief = one.actor("Luis Paz")
    pact(one, "Le texte a été paraphé par le chef rebelle", reference="definite", people=[chief])
    pact(one, "Le traité avait été signé en 1998", reference="definite", earlier=True, when="1998")
    made = record(one)
    assert [len(e.mentions) for e in made.events if e.date != "1998"] == [2]
    assert len(made.events) == 2


def test_a_host_among_the_sides_does_not_hide_a_truce_of_one_day(
    report: Any, record: Any, on: Any
) -> None:
    """« L'accord … en juillet » is that of the two of 9 July, whatever else they signed some Sunday."""
    one = report("a", "2018-07-10")
    one.event("ceasefire", "Une trêve entre trois", parties=(*PAIR, "CL"), when="2018-07-10",
              topics=("ceasefire",))  # fmt: skip
    other = report("b", "2018-07-10")
    other.event("ceasefire", "Ils ont conclu une trêve", parties=PAIR, topics=("ceasefire",))
    (made,) = record(one, other).events
    assert made.date == "2018-07-10"
