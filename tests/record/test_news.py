"""What two reports lead with as their news is one event, where it may be."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from detente.model import DateMention, Participant, Released, Span

PAIR = ("FR", "DZ")


def published(record: Any, article: str) -> Any:
    return next(a.published.date for a in record.articles if a.id == article)


def told(
    report: Any, identifier: str, out: str | None, kind: str, words: str, **fields: Any
) -> Any:
    made = report(identifier, out)
    made.event(kind, words, **{"parties": PAIR, **fields})
    return made


def test_one_exchange_told_by_four_reports_is_one_and_dates_them(
    report: Any, record: Any, on: Any
) -> None:
    """14 September 2020 was a Monday."""
    lead = "Paris et Alger ont échangé des prisonniers"
    first = told(report, "a", None, "exchange", f"{lead} ce lundi", when=on("monday", tense="past"))
    second = told(report, "b", None, "exchange", lead)
    second.text = second.text.rstrip("\n") + " "
    span = second.say(", a annoncé lundi le ministère.", "lundi")
    second.dates.append(DateMention(span=span, when=on("monday", tense="past")))
    third = told(report, "c", "2020-09-14", "exchange", "après un échange", nominal=True)
    fourth = told(report, "d", "2020-09-15", "exchange", lead)
    made = record(first, second, third, fourth)
    assert [(e.articles, e.date) for e in made.events] == [(("a", "b", "c", "d"), "2020-09-14")]
    assert published(made, "a") == published(made, "b") == "2020-09-14/2020-09-15"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        pytest.param("talks", {}, id="what is done again and again"),
        pytest.param("exchange", {"when": "2016"}, id="told as of long ago"),
        pytest.param("exchange", {"parties": ("FR", "MA")}, id="another side"),
        pytest.param(
            "exchange",
            {"released": (Released("dix Français", by="DZ", to="FR"),)},
            id="another number",
        ),
    ],
)
def test_other_news_stays_apart(report: Any, record: Any, kind: str, fields: Any) -> None:
    freed = (Released("sept Français", by="DZ", to="FR"),)
    one = told(report, "a", "2020-09-14", kind, "Ils l'ont fait", released=freed)
    other = told(report, "b", None, kind, "Les deux capitales l'ont fait", **fields)
    assert len(record(one, other).events) == 2


def test_of_two_that_fit_neither_is_joined(report: Any, record: Any) -> None:
    lead = "Paris et Alger ont échangé des prisonniers"
    years = [told(report, f"{y}", f"{y}-03-10", "exchange", lead) for y in (2018, 2020)]
    made = record(*years, told(report, "b", None, "exchange", lead))
    assert len(made.events) == 3
    assert published(made, "b") is None


def test_a_release_planned_for_a_weekday_is_that_which_was_done(
    report: Any, record: Any, on: Any
) -> None:
    """1 March 2019 was a Friday; the report that plans it leads with Thursday."""
    plan = told(
        report, "a", None, "release", "Alger libérera vendredi un pilote français",
        status="planned", when=on("friday", tense="future"),
    )  # fmt: skip
    plan.text = plan.text.rstrip("\n") + " "
    span = plan.say(", a annoncé jeudi le ministère.", "jeudi")
    plan.dates.append(DateMention(span=span, when=on("thursday", tense="past")))
    done = told(
        report, "b", "2019-03-02", "release", "Alger a libéré vendredi le pilote",
        when=on("friday", tense="past"),
    )  # fmt: skip
    made = record(plan, done)
    assert [(e.status, e.date) for e in made.events] == [("occurred", "2019-03-01")]
    assert published(made, "a") == "2019-02-28/2019-03-01"


def test_an_accord_of_one_weekday_dates_a_report(report: Any, record: Any, on: Any) -> None:
    words = "Les deux camps ont signé une trêve"
    one = told(
        report, "a", "2020-10-23", "ceasefire", words, parties=("LY",), when=on("friday"),
        topics=("ceasefire",),
    )  # fmt: skip
    other = told(
        report, "b", None, "ceasefire", words, parties=("LY",), when=on("friday", tense="past"),
        topics=("ceasefire",), city="Genève",
    )  # fmt: skip
    made = record(one, other)
    assert [(e.articles, e.date) for e in made.events] == [(("a", "b"), "2020-10-23")]
    assert published(made, "b") == "2020-10-23/2020-10-24"


def test_the_same_man_freed_is_freed_once(report: Any, record: Any, on: Any) -> None:
    """Each report names one side only; a first name is cut short. 26 May 2018 was a Saturday."""

    def freed(identifier: str, out: str | None, name: str, **fields: Any) -> Any:
        made = report(identifier, out)
        person = made.actor(name)
        made.event("release", f"{name} libéré", released=(Released(person),), **fields)
        return made

    one = freed("a", "2018-05-26", "Joshua Petit", parties=("VE",))
    span = one.say("Cela a réjoui Paris samedi.", "samedi")
    one.dates.append(DateMention(span=span, when=on("saturday", tense="past")))
    other = freed(
        "b", None, "Josh Petit", parties=("FR",), when=on("saturday", tense="past"),
    )  # fmt: skip
    made = record(one, other)
    assert [(e.articles, e.date) for e in made.events] == [(("a", "b"), "2018-05-26")]
    assert set(made.events[0].parties) == {"FR", "VE"}
    assert published(made, "b") == "2018-05-26/2018-05-27"


def test_an_exchange_takes_in_the_releases_told_before_it(report: Any, record: Any) -> None:
    one = report("a", "2020-09-14")
    one.event("release", "Dix Français ont été libérés", parties=("FR",),
              released=(Released("dix Français", to="FR"),))  # fmt: skip
    one.event("exchange", "contre la grâce d'un Algérien", parties=PAIR,
              released=(Released("dix Français", by="DZ", to="FR"),))  # fmt: skip
    assert [e.kind for e in record(one).events] == ["exchange"]


def test_a_signing_announced_in_one_report_and_done_in_another(
    report: Any, record: Any, on: Any
) -> None:
    """8 August 2025 was a Friday."""
    plan = told(
        report, "a", "2025-08-06", "agreement", "Ils vont signer vendredi un accord",
        status="planned", when=on("friday", tense="future"),
    )  # fmt: skip
    done = told(
        report, "b", None, "agreement", "Ils ont signé vendredi un accord",
        when=on("friday", tense="past"), topics=("trade",),
    )  # fmt: skip
    made = record(plan, done)
    assert [(e.status, e.date) for e in made.events] == [("occurred", "2025-08-08")]
    assert published(made, "b") == "2025-08-08/2025-08-09"


@pytest.mark.parametrize(("topics", "count"), [((), 1), (("trade",), 2)])
def test_a_pact_of_one_day_by_either_of_its_names(
    report: Any, record: Any, topics: tuple[str, ...], count: int
) -> None:
    one = told(report, "a", "2022-11-03", "ceasefire", "Ils ont conclu une trêve", city="Pretoria",
               when="2022-11-02", topics=("ceasefire",))  # fmt: skip
    other = told(report, "b", "2022-11-12", "agreement", "l'accord de Pretoria", city="Pretoria",
                 when="2022-11-02", topics=topics, nominal=True, reference="definite")  # fmt: skip
    assert len(record(one, other).events) == count


def test_a_report_that_opens_with_an_event_is_of_the_week_after(report: Any, record: Any) -> None:
    lead = "Paris et Alger ont échangé des prisonniers"
    one = told(report, "a", "2020-09-15", "exchange", f"{lead} le 14 septembre", when="2020-09-14")
    made = record(one, told(report, "b", None, "exchange", lead))
    assert published(made, "b") == "2020-09-14/2020-09-20"


def test_a_truce_is_one_though_a_report_counts_a_mediator_to_its_sides(
    report: Any, record: Any, on: Any
) -> None:
    """20 May 2023 was a Saturday."""
    one = told(report, "a", "2023-05-21", "ceasefire", "Ils ont conclu samedi une trêve",
               parties=("SD",), when=on("saturday", tense="past"), topics=("ceasefire",))  # fmt: skip
    other = told(report, "b", None, "ceasefire", "Les deux camps ont accepté une trêve",
                 parties=("SD", "US"), topics=("ceasefire",))  # fmt: skip
    other.text = other.text.rstrip("\n") + " "
    for words, when in (
        (", à partir de lundi", on("monday", tense="past", span="since")),
        (", a annoncé samedi Washington.", on("saturday", tense="past")),
    ):
        span = other.say(words, words.split()[-1].strip(".") if when.span == "since" else "samedi")
        other.text = other.text.rstrip("\n")
        other.dates.append(DateMention(span=span, when=when))
    made = record(one, other)
    assert [(e.articles, e.date) for e in made.events] == [(("a", "b"), "2023-05-20")]
    assert published(made, "b") == "2023-05-20/2023-05-21"


def test_a_state_that_mediates_is_no_side_where_a_report_leaves_it_out(
    report: Any, record: Any
) -> None:
    made = report("a", "2020-10-24")
    mediator = made.actor("Suisse", "state", country="CH")
    made.event(
        "ceasefire", "signée à Genève", parties=("LY", "CH"), city="Genève", when="2020-10-23"
    )
    event = msgspec.structs.replace(
        made.events[0], participants=(Participant(actor=mediator, part="mediator"),)
    )
    made.events[0] = event
    other = told(report, "b", "2020-10-25", "ceasefire", "la trêve de Genève", parties=("LY",),
                 city="Genève", when="2020-10-23")  # fmt: skip
    assert [e.parties for e in record(made, other).events] == [("LY",)]


def test_what_a_dated_report_tells_as_of_today_is_the_weekday_of_another(
    report: Any, record: Any, on: Any
) -> None:
    """19 April 2013 was a Friday; the third report calls it today."""
    first = told(report, "a", "2013-04-19", "agreement", "Paris et Alger signent un accord")
    first.text = first.text.rstrip("\n") + " "
    span = first.say(", dit aujourd'hui la médiatrice.", "aujourd'hui")
    first.dates.append(DateMention(span=span, when=on("today")))
    friday = on("friday", tense="past")
    second = told(report, "b", None, "agreement", "Ils l'ont conclu vendredi", when=friday)
    third = told(report, "c", None, "agreement", "Ils sont parvenus à un accord", when=on("today"))
    third.dates.clear()  # « today » is said in another sentence
    third.text = third.text.rstrip("\n") + " "
    third.dates.append(DateMention(span=third.say("vendredi, dit-on.", "vendredi"), when=friday))
    made = record(first, second, third)
    assert [(e.articles, e.date) for e in made.events] == [(("a", "b", "c"), "2013-04-19")]
    assert published(made, "b") == "2013-04-19/2013-04-20"
    assert published(made, "c") == "2013-04-19"


def test_a_number_that_bears_no_such_weekday_in_the_dossiers_years_is_another_day(
    report: Any, record: Any, on: Any
) -> None:
    """8 September was no Friday from 2012 to 2016; the same two people sign again and again."""
    dated = told(report, "a", "2014-01-02", "talks", "Ils se sont parlé", city="Tunis")
    both = []
    for name, when in (("b", on("friday", tense="past")), ("c", on(day=8, month=9, tense="past"))):
        made = report(name)
        people = [made.actor(n, country=c) for n, c in (("Amel Rossi", "DZ"), ("Paul Roy", "FR"))]
        made.event("agreement", "Ils ont signé", parties=PAIR, people=people, when=when)
        both.append(made)
    assert len(record(dated, *both).events) == 3


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param("à l'issue de la réunion", 1, id="at its end"),
        pytest.param("avant la réunion", 2, id="before it"),
    ],
)
def test_a_meeting_at_the_end_of_which_the_news_was_told_is_of_that_weekday(
    report: Any, record: Any, on: Any, words: str, number: int
) -> None:
    """2 April 2013 was a Tuesday."""
    tuesday = on("tuesday", tense="past")
    pair = (("Amel Rossi", "DZ"), ("Paul Roy", "FR"))
    one = report("a", "2013-04-02")
    people = [one.actor(n, country=c) for n, c in pair]
    one.event("talks", "Ils se sont réunis mardi", parties=PAIR, people=people, when=tuesday)
    other = report("b")
    other.dates.append(
        DateMention(span=other.say("Rien n'a été dit mardi.", "mardi"), when=tuesday)
    )
    people = [other.actor(n, country=c) for n, c in pair]
    other.event(
        "talks", f"Il a parlé {words}", parties=PAIR, people=people, nominal=True,
        reference="definite",
    )  # fmt: skip
    start = other.text.index("réunion")
    told_by = msgspec.structs.replace(
        other.events[0], mentions=(Span("b", start, start + 7, "réunion"),)
    )
    other.events[0] = told_by
    made = record(one, other)
    assert len(made.events) == number
    assert published(made, "b") == ("2013-04-02/2013-04-03" if number == 1 else None)


def test_a_weekday_of_one_report_and_a_number_of_another_make_no_year(
    report: Any, record: Any, on: Any
) -> None:
    """9 July was a Sunday in 2017 only of these years; the truth may be another Sunday of 2018."""
    dated = told(report, "a", "2018-09-11", "talks", "Ils se sont parlé", parties=("MA", "ES"))
    sunday, ninth = on("sunday", tense="past"), on(day=9, month=7, tense="past")
    fields = {"city": "Tunis", "topics": ("trade", "territory")}
    one = told(report, "b", None, "agreement", "Ils l'ont conclu", when=sunday, **fields)
    words = "Les deux capitales ont signé un tel accord"
    other = told(report, "c", None, "agreement", words, when=ninth, **fields)
    made = record(dated, one, other)
    agreed = [(e.articles, e.date) for e in made.events if e.kind == "agreement"]
    assert agreed == [(("b", "c"), None)]
    assert published(made, "b") is None


@pytest.mark.parametrize(
    ("kinds", "times", "number"),
    [
        pytest.param(("ceasefire", "ceasefire"), ("2010-11", "2010"), 1, id="in that year"),
        pytest.param(("ceasefire", "ceasefire"), ("2010-11", "2011"), 2, id="in another year"),
        pytest.param(("agreement", "agreement"), ("2010-11", "2010-11"), 1, id="in that month"),
        pytest.param(("agreement", "agreement"), ("2010-11", "2010"), 2, id="some accord"),
        pytest.param(("talks", "talks"), ("2010-11", "2010"), 2, id="what is held again and again"),
    ],
)
def test_a_truce_long_past_told_by_its_month_and_by_its_year(
    report: Any, record: Any, kinds: tuple[str, str], times: tuple[str, str], number: int
) -> None:
    reports = [
        told(report, f"r{n}", f"2015-07-2{n}", kind, f"La chose {n} tient", when=when)
        for n, (kind, when) in enumerate(zip(kinds, times, strict=True))
    ]
    made = record(*reports)
    assert len(made.events) == number
    if number == 1:
        assert made.events[0].date == "2010-11"


@pytest.mark.parametrize(
    ("months", "number"), [(("2018-07", "2018-07-09"), 1), (("2018-06", "2018-07-09"), 2)]
)
def test_a_truce_and_an_accord_of_one_month_by_the_same_two_people(
    report: Any, record: Any, months: tuple[str, str], number: int
) -> None:
    both = []
    for n, (kind, when) in enumerate(zip(("ceasefire", "agreement"), months, strict=True)):
        made = report(f"r{n}", f"2018-09-1{n}")
        people = [made.actor(p, country=c) for p, c in (("Amel Rossi", "DZ"), ("Paul Roy", "FR"))]
        made.event(kind, f"Ils l'ont signé ({n})", parties=PAIR, people=people, when=when)
        both.append(made)
    assert len(record(*both).events) == number


def test_an_accord_made_known_by_a_noun_with_its_weekday_is_that_of_another_report(
    report: Any, record: Any, on: Any
) -> None:
    """14 September 2020 was a Monday."""
    monday = on("monday", tense="past")
    signed = told(
        report, "a", "2020-09-14", "ceasefire", "Paris et Alger ont conclu lundi une trêve",
        when=monday,
    )  # fmt: skip
    noun = told(
        report, "b", None, "ceasefire", "Tunis a annoncé lundi qu'une trêve a été trouvée",
        when=monday, nominal=True, parties=(*PAIR, "TN"),
    )  # fmt: skip
    made = record(signed, noun)
    assert [e.articles for e in made.events] == [("a", "b")]
    assert published(made, "b") == "2020-09-14/2020-09-15"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Le cabinet a approuvé l'accord par vingt voix contre trois", 1),
        ("Avec 20 voix pour et 3 contre, le cabinet a approuvé l'accord", 1),
        ("Le cabinet a approuvé l'accord par vingt voix contre cinq", 2),
        ("Le cabinet a approuvé l'accord, qui avait besoin de vingt voix", 2),
    ],
)
def test_a_vote_is_known_by_its_tally(report: Any, record: Any, words: str, count: int) -> None:
    one, other = report("a"), report("b")
    said = ("Réuni en urgence, le cabinet a approuvé l'accord par 20 voix contre 3", words)
    for made, sentence in zip((one, other), said, strict=True):
        cabinet = made.actor("Conseil des ministres", "organisation", country="DZ")
        made.event("vote", sentence, parties=("DZ",), people=(cabinet,))
    assert len(record(one, other).events) == count
