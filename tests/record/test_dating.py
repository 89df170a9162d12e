"""Reports without a date, dated from the others."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import DateMention, When

PAIR = ("FR", "DZ")


def published(record: Any, article: str) -> Any:
    return next(a.published for a in record.articles if a.id == article)


def test_a_weekday_shared_with_a_dated_report(report: Any, record: Any, on: Any) -> None:
    dated = report("a", "2024-03-14")
    dated.event(
        "talks",
        "Ils se sont réunis le 12 mars",
        parties=PAIR,
        city="Tunis",
        when=on(day=12, month=3),
    )
    undated = report("b")
    undated.event(
        "talks", "Ils se sont réunis mardi", parties=PAIR, city="Tunis", when=on("tuesday")
    )
    undated.event("speech", "Le ministre a parlé mercredi", parties=("FR",), when=on("wednesday"))
    made = record(dated, undated)
    assert published(made, "b").date == "2024-03-12/2024-03-13"
    assert published(made, "b").basis == "inferred"
    assert "Tuesday 2024-03-12 by a" in published(made, "b").because
    assert published(made, "b").evidence
    assert [e.date for e in made.events if e.kind == "talks"] == ["2024-03-12"]


def test_today_settles_the_day(report: Any, record: Any, on: Any) -> None:
    dated = report("a", "2024-03-14")
    speaker = dated.actor("Karim Benali", country="DZ")
    dated.event(
        "speech",
        "M. Benali a parlé mercredi",
        parties=("DZ",),
        people=[speaker],
        when=on("wednesday"),
        city="Alger",
    )
    undated = report("b")
    same = undated.actor("Karim Benali", country="DZ")
    undated.event(
        "speech",
        "M. Benali a parlé aujourd'hui",
        parties=("DZ",),
        people=[same],
        when=on("today"),
        city="Alger",
    )
    made = record(dated, undated)
    assert published(made, "b").date == "2024-03-13"
    assert [e.date for e in made.events] == ["2024-03-13"]


def test_a_weekday_and_a_number_of_two_reports_settle_the_year(
    report: Any, record: Any, on: Any
) -> None:
    anchor = report("a", "2024-01-10")
    anchor.event("call", "Les présidents se sont parlé mardi", parties=PAIR, when=on("tuesday"))
    one = report("b")
    name = one.actor("Luc Garnier")
    one.event(
        "release",
        "Luc Garnier a été libéré mardi",
        parties=PAIR,
        people=[name],
        city="Oran",
        when=on("tuesday"),
    )
    other = report("c")
    same = other.actor("Luc Garnier")
    other.event(
        "release",
        "Luc Garnier, libéré le 12 mars",
        parties=PAIR,
        people=[same],
        city="Oran",
        when=on(day=12, month=3),
    )
    made = record(anchor, one, other)
    assert [e.date for e in made.events if e.kind == "release"] == ["2024-03-12"]
    assert published(made, "b").date == "2024-03-12/2024-03-13"
    assert published(made, "c").date == "2024-03-13/2024-03-19"


def test_no_constraint_no_date(report: Any, record: Any, on: Any) -> None:
    dated = report("a", "2024-03-14")
    dated.event("talks", "Ils se sont réunis mardi", parties=PAIR, city="Tunis", when=on("tuesday"))
    undated = report("b")
    undated.event(
        "talks", "Ils se sont réunis mardi", parties=("BR", "CL"), city="Lima", when=on("tuesday")
    )
    made = record(dated, undated)
    assert published(made, "b").date is None
    assert [e.date for e in made.events if e.articles == ("b",)] == [None]


def test_without_any_dated_report_nothing_is_dated(report: Any, record: Any, on: Any) -> None:
    one = report("b")
    one.event("talks", "Ils se sont réunis mardi", parties=PAIR, city="Lima", when=on("tuesday"))
    assert published(record(one), "b").date is None


def test_without_any_dated_report_years_told_as_past_bound_the_others(
    report: Any, record: Any, on: Any
) -> None:
    """14 October was a Wednesday in 2020 and in none of the years from 2018 to 2021."""
    one = report("a")
    one.event("agreement", "Ils l'ont signé le 3 mai 2019", parties=PAIR, when="2019-05-03")
    other = report("b")
    other.event("expulsion", "Alger a renvoyé mercredi 14 octobre deux attachés", parties=PAIR,
                when=on("wednesday", day=14, month=10, tense="past"))  # fmt: skip
    made = record(one, other)
    assert [e.date for e in made.events if e.kind == "expulsion"] == ["2020-10-14"]
    assert published(made, "b").date == "2020-10-14/2020-10-15"


def test_days_called_by_number_in_one_report_are_of_one_season(
    report: Any, record: Any, on: Any
) -> None:
    """Another report settles the year of one of them."""
    dated = report("a", "2023-05-06")
    dated.event("talks", "Ils se réuniront samedi à Djedda", parties=PAIR, city="Djedda",
                status="planned", when=on("saturday", tense="future"))  # fmt: skip
    undated = report("b")
    undated.event("talks", "Le 6 mai, ils s'étaient réunis à Djedda", parties=PAIR, city="Djedda",
                  when=on(day=6, month=5, tense="past"))  # fmt: skip
    undated.event("attack", "Les combats ont éclaté le 15 avril", parties=("DZ",),
                  when=on(day=15, month=4, tense="past"))  # fmt: skip
    made = record(dated, undated)
    assert {e.kind: e.date for e in made.events} == {"talks": "2023-05-06", "attack": "2023-04-15"}


def test_the_only_day_that_a_report_names(report: Any, record: Any, on: Any) -> None:

    anchor = report("a", "2024-01-10")
    anchor.event("call", "Les présidents se sont parlé mardi", parties=PAIR, when=on("tuesday"))
    one, other = report("b"), report("c")
    for made, when in ((one, on("tuesday")), (other, None)):
        name = made.actor("Luc Garnier")
        made.event(
            "release",
            "Luc Garnier a été libéré",
            parties=PAIR,
            people=[name],
            city="Oran",
            when=when,
        )
    span = other.say("Le 12 mars, c'est bien ce qui est arrivé.", "12 mars")
    other.dates.append(DateMention(span=span, when=on(day=12, month=3)))
    made = record(anchor, one, other)
    assert [e.date for e in made.events if e.kind == "release"] == ["2024-03-12"]
    assert published(made, "c").date == "2024-03-13/2024-03-19"


def test_contradicting_days_give_none(report: Any, record: Any, on: Any) -> None:
    dated = report("a", "2024-03-30")
    other = report("b")
    for made in (dated, other):
        for n, (day, city) in enumerate(((12, "Tunis"), (20, "Rome"))):
            name = made.actor(f"Karim Benali{n}", country="DZ")
            when = on(day=day, month=3) if made is dated else on(("tuesday", "wednesday")[n])
            made.event(
                "talks",
                f"Ils se sont réunis {n}",
                parties=PAIR,
                people=[name],
                city=city,
                when=when,
            )
    assert published(record(dated, other), "b").date is None


def test_the_day_before_a_weekday(report: Any, record: Any, on: Any) -> None:

    dated = report("a", "2024-03-12")
    dated.event("talks", "Ils se sont réunis mardi", parties=PAIR, city="Tunis", when=on("tuesday"))
    other = report("b")
    span = other.say("Le ministre a critiqué mercredi le texte.", "mercredi")
    other.dates.append(DateMention(span=span, when=on("wednesday")))
    before = When(anchor="context", unit="day", amount=-1)
    other.event(
        "talks",
        "la réunion tenue la veille",
        parties=PAIR,
        city="Tunis",
        when=before,
        nominal=True,
        reference="definite",
    )
    assert published(record(dated, other), "b").date == "2024-03-13/2024-03-14"


def test_a_weekday_with_its_number(report: Any, record: Any, on: Any) -> None:

    anchor = report("a", "2024-01-10")
    anchor.event("call", "Les présidents se sont parlé mardi", parties=PAIR, when=on("tuesday"))
    other = report("b")
    other.event(
        "release", "Luc Garnier a été libéré samedi", parties=PAIR, city="Oran", when=on("saturday")
    )
    span = other.say("Un premier groupe était sorti mardi 12 mars.", "mardi 12 mars")
    other.dates.append(DateMention(span=span, when=on("tuesday", day=12, month=3)))
    assert published(record(anchor, other), "b").date == "2024-03-16/2024-03-17"


def test_the_weekday_on_which_news_is_told_joins_and_dates(
    report: Any, record: Any, on: Any
) -> None:
    dated = report("a", "2024-03-17")
    dated.event(
        "ceasefire", "conclu samedi à Tunis", parties=PAIR, city="Tunis", when=on("saturday")
    )
    other = report("b")
    other.event("ceasefire", "Alger et Paris ont conclu une trêve", parties=PAIR, city="Tunis")

    other.text = other.text.rstrip("\n") + " "
    span = other.say(", ont annoncé samedi les médiateurs.", "samedi")
    other.dates.append(DateMention(span=span, when=on("saturday")))
    made = record(dated, other)
    assert [e.articles for e in made.events] == [("a", "b")]
    assert published(made, "b").date == "2024-03-16/2024-03-17"
    assert "told on Saturday" in published(made, "b").because


def test_a_day_by_its_number_dates_what_the_report_opens_with(
    report: Any, record: Any, on: Any
) -> None:

    one = report("a", "2024-03-13")
    one.event("expulsion", "Alger a expulsé deux attachés", parties=PAIR)
    one.text = one.text.rstrip("\n") + " "
    span = one.say(", a annoncé ce mardi 12 mars le ministère.", "ce mardi 12 mars")
    one.dates.append(DateMention(span=span, when=on("tuesday", day=12, month=3)))
    assert [e.date for e in record(one).events] == ["2024-03-12"]


def test_a_day_counted_from_the_reports_own(report: Any, record: Any, on: Any) -> None:
    """7 May was a Sunday in 2023 and in no other year near it."""

    known = report("a", "2023-04-27")
    known.event("visit", "Il est venu", parties=PAIR, when="2023-04-26")
    undated = report("b")
    span = undated.say("Rien n'a filtré hier dimanche 7 mai.", "hier dimanche 7 mai")
    undated.dates.append(DateMention(span=span, when=on("sunday", day=7, month=5)))
    undated.event("expulsion", "Deux attachés sont partis", parties=PAIR)
    assert published(record(known, undated), "b").date == "2023-05-08"


def _exchanged(report: Any, on: Any) -> Any:
    """A report of Tuesday 19 March 2024 that tells of an exchange on the day before."""
    dated = report("a", "2024-03-19")
    words = "Ils ont échangé lundi leurs prisonniers"
    dated.event("exchange", words, parties=PAIR, city="Oran", when=on("monday"))
    return dated


def test_news_told_on_the_weekday_of_what_led_to_it(report: Any, record: Any, on: Any) -> None:
    """« L'échange …, a salué lundi le ministre »: the exchange itself was on a Monday."""

    other = report("b")
    words = "L'échange de prisonniers à Oran"
    other.event("exchange", words, parties=PAIR, city="Oran", nominal=True, reference="definite")
    other.text = other.text.rstrip("\n") + " "
    span = other.say("est un pas de plus, a salué lundi le ministre.", "lundi")
    other.dates.append(DateMention(span=span, when=on("monday")))
    made = record(_exchanged(report, on), other)
    assert published(made, "b").date == "2024-03-18/2024-03-19"


def test_an_opening_dates_a_report_that_tells_other_news_of_the_day_before(
    report: Any, record: Any, on: Any
) -> None:

    other = report("b")
    other.event("exchange", "Ils ont échangé des prisonniers", parties=PAIR, city="Oran")
    yesterday = When(anchor="published", unit="day", amount=-1)
    other.event("visit", "Le ministre est arrivé hier", parties=PAIR, when=yesterday)
    made = record(_exchanged(report, on), other)
    assert published(made, "b").date == "2024-03-18/2024-03-24"


def test_a_day_counted_from_a_weekday_is_a_weekday(report: Any, record: Any, on: Any) -> None:
    """« samedi …, deux jours plus tôt »: a Thursday, that of another report; out on the Saturday."""

    dated = report("a", "2024-03-15")
    one = dated.actor("Luc Garnier")
    words = "M. Garnier a signé jeudi un accord"
    dated.event("agreement", words, parties=PAIR, people=[one], when=on("thursday"))
    other = report("b")
    other.event("speech", "Le ministre a salué samedi", parties=("DZ",), when=on("saturday"))
    earlier = When(anchor="context", unit="day", amount=-2)
    same = other.actor("Luc Garnier")
    words = "l'accord signé deux jours plus tôt"
    other.event("agreement", words, parties=PAIR, people=[same], when=earlier)
    made = record(dated, other)
    assert [e.date for e in made.events if e.kind == "agreement"] == ["2024-03-14"]
    assert published(made, "b").date == "2024-03-16/2024-03-17"


@pytest.mark.parametrize(
    ("month", "tense", "dated"),
    [(7, "past", False), (9, "future", True), (2, "past", True), (2, "future", False)],
)
def test_a_report_is_not_of_days_that_its_own_months_leave_out(
    report: Any, record: Any, on: Any, month: int, tense: str, dated: bool
) -> None:
    """Who says « en juillet » of what is past does not write in April; 6 April 2022 was a Wednesday."""
    one, other = report("a", "2022-04-06"), report("b")
    for made in (one, other):
        made.event(
            "talks", "Ils se sont retrouvés mercredi à Bruxelles", parties=("AM", "AZ"),
            city="Bruxelles", when=on("wednesday", tense="past"),
        )  # fmt: skip
    span = other.say("Le texte du mois de X.")
    other.dates.append(DateMention(span=span, when=on(month=month, tense=tense)))
    made = record(one, other)
    assert (len(made.events) == 1) is dated
