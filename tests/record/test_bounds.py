"""Reports without a date, dated by their own words: datelines, what is past and what is to come."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from detente.model import DateMention, Span, When
from detente.record import build

PAIR = ("FR", "DZ")


def published(record: Any, article: str) -> Any:
    return next(a.published for a in record.articles if a.id == article)


def add(made: Any, sentence: str, words: str, when: When) -> None:
    """A sentence with a time in it that belongs to no event."""
    made.dates.append(DateMention(span=made.say(sentence, words), when=when))


@pytest.fixture
def dated(report: Any, on: Any) -> Any:
    """A report of 14 March 2024, for the dossier's years."""
    made = report("a", "2024-03-14")
    made.event("talks", "Ils se sont réunis mardi", parties=PAIR, city="Tunis", when=on("tuesday"))
    return made


def test_a_dateline_without_a_year(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "TUNIS, 4 avril (Agence) -", "4 avril", on(day=4, month=4))
    add(other, "Le ministre a parlé jeudi.", "jeudi", on("thursday"))
    found = published(record(dated, other), "b")
    assert found.date == "2024-04-04"
    assert "dateline" in found.because and "jeudi" in found.because
    assert {span.exact for span in found.evidence} == {"4 avril", "jeudi"}


def test_a_dateline_whose_year_the_dossier_tells(
    dated: Any, report: Any, record: Any, on: Any
) -> None:
    other = report("b")
    add(other, "TUNIS, 4 avril (Agence) -", "4 avril", on(day=4, month=4))
    assert published(record(dated, other), "b").date == "2024-04-04"


def test_a_day_in_a_sentence_is_no_dateline(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "Le 4 avril (un jeudi) fut calme.", "4 avril", on(day=4, month=4))
    assert published(record(dated, other), "b").date is None


def test_between_what_was_and_what_will_be(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "Ils ont parlé lundi.", "lundi", on("monday", tense="past"))
    add(
        other,
        "Le bureau est fermé depuis le 20 mars 2024.",
        "20 mars 2024",
        When(edtf="2024-03-20", span="since", tense="past"),
    )
    add(other, "Il rouvrira le 2 mai 2024.", "2 mai 2024", When(edtf="2024-05-02", tense="future"))
    found = published(record(dated, other), "b")
    assert found.date == "2024-03-25/2024-04-30"  # the Mondays and Tuesdays between
    assert "20 mars 2024" in found.because and "2 mai 2024" in found.because


def test_one_bound_is_no_date(dated: Any, report: Any, record: Any) -> None:
    other = report("b")
    add(other, "Il rouvrira le 2 mai 2024.", "2 mai 2024", When(edtf="2024-05-02", tense="future"))
    assert published(record(dated, other), "b").date is None


def test_a_deadline_that_was_set_is_no_past_day(dated: Any, report: Any, record: Any) -> None:
    other = report("b")
    add(
        other,
        "La limite a été fixée au 9 avril 2024.",
        "9 avril 2024",
        When(edtf="2024-04-09", tense="past"),
    )
    add(other, "Il rouvrira le 2 mai 2024.", "2 mai 2024", When(edtf="2024-05-02", tense="future"))
    assert published(record(dated, other), "b").date is None


def test_the_morning_after(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    other.event(
        "talks", "Ils se sont réunis mardi à Tunis", parties=PAIR, city="Tunis", when=on("tuesday")
    )
    add(
        other,
        "Personne n'avait réagi mercredi matin.",
        "mercredi matin",
        on("wednesday", part="morning", tense="past"),
    )
    assert published(record(dated, other), "b").date == "2024-03-13"


def test_a_headline_has_the_day_of_the_first_sentence(report: Any, record: Any, on: Any) -> None:
    made = report("a", "2024-03-14")
    made.event("recall", "Oran rappelle son ambassadeur", parties=("DZ",))
    add(made, "Le gouvernement l'a annoncé mardi.", "mardi", on("tuesday", tense="past"))
    made.event("release", "Dix hommes ont été libérés.", parties=("DZ",))
    article, reading = made.done()
    article = msgspec.structs.replace(article, title="Oran rappelle son ambassadeur")
    found = {event.kind: event.date for event in build([article], [reading]).events}
    assert found == {"recall": "2024-03-12", "release": "2024-03-07/2024-03-14"}


def test_what_a_report_tells_first_has_the_day_on_which_it_was_announced(
    report: Any, record: Any, on: Any
) -> None:
    made = report("a", "2024-03-14")
    words = "Oran a conclu un accord, a annoncé mardi le ministère, et reçu des navires."
    made.event("agreement", words, parties=PAIR)
    add(made, "L'annonce était attendue mardi.", "mardi", on("tuesday", tense="past"))
    made.event("aid", "Dix navires ont été reçus", parties=PAIR)
    article, reading = made.done()
    mardi = article.text.index("mardi")
    date = msgspec.structs.replace(
        reading.dates[0], span=Span("a", mardi, mardi + len("mardi"), "mardi")
    )
    reading = msgspec.structs.replace(reading, dates=(date,))
    found = {event.kind: event.date for event in build([article], [reading]).events}
    assert found == {"agreement": "2024-03-12", "aid": "2024-03-07/2024-03-14"}


def test_a_night_told_by_its_weekdays(report: Any, record: Any, on: Any) -> None:
    night = When(
        anchor="published",
        unit="weekday",
        weekday=0,
        part="night",
        until=When(anchor="published", unit="weekday", weekday=1),
    )
    one = report("a", "2024-03-16")
    one.event("attack", "Un bateau coulé près d'Oran", city="Oran", country="DZ", parties=PAIR,
              when="2024-03-11/2024-03-12")  # fmt: skip
    other = report("b")
    other.event("attack", "Un bateau a été coulé", city="Oran", country="DZ", parties=PAIR, when=night)  # fmt: skip
    found = published(record(one, other), "b")
    assert found.date == "2024-03-12/2024-03-13"
    assert "in the night of Monday 2024-03-11" in found.because


def test_a_weekday_of_a_report_of_some_month_is_still_that_weekday(on: Any) -> None:
    from detente.model import Event
    from detente.record.days import Days, of, of_event

    event = Event(id="e1", kind="talks", when=on("monday"))
    found = of_event(event, of("2024-03-05/2024-03-29"))
    assert found.meet(of("2024-03-12")) is None
    monday = of("2024-03-11").first
    assert found.meet(of("2024-03-11")) == Days(monday, monday)


def test_a_weekday_to_come_is_of_the_next_seven_days(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-08"), report("b")
    for made, when in (
        (one, on(day=17, month=3, tense="future")),
        (other, on("sunday", tense="future")),
    ):
        made.event("talks", "Ils se réuniront à Tunis", parties=PAIR, city="Tunis", country="TN",
                   when=when, status="planned")  # fmt: skip
    assert published(record(one, other), "b").date == "2024-03-11/2024-03-17"


def test_a_day_called_this_is_the_reports_own(report: Any, record: Any) -> None:
    """14 May was a Wednesday in 2025 and in no other year near it."""
    known = report("r1", "2025-01-20", "Journal")
    known.event("visit", "Il est venu", parties=("PE", "EC"), when="2025-01-19")
    undated = report("r2", None, "Gazette")
    span = undated.say("Lima a annoncé ce mercredi 14 mai un renvoi.", "ce mercredi 14 mai")
    when = When(anchor="published", weekday=2, day=14, month=5, tense="past")
    undated.dates.append(DateMention(span=span, when=when))
    undated.event("expulsion", "Deux attachés sont partis", parties=("PE", "EC"))
    (article,) = [a for a in record(known, undated).articles if a.id == "r2"]
    assert article.published.date == "2025-05-14"
    assert "ce mercredi 14 mai" in article.published.because


@pytest.mark.parametrize("whole", ["", "« Le 14 mai 2024, ils sont partis », a dit Quito."])
def test_a_day_called_this_without_its_weekday(report: Any, record: Any, whole: str) -> None:
    """Its year is that which the report tells elsewhere, or else the dossier's."""
    known = report("r1", "2025-01-20", "Journal")
    known.event("visit", "Il est venu", parties=("PE", "EC"), when="2025-01-19")
    undated = report("r2", None, "Gazette")
    add(undated, "Lima a annoncé ce 14 mai un renvoi.", "ce 14 mai",
        When(anchor="published", day=14, month=5, tense="past"))  # fmt: skip
    if whole:
        add(undated, whole, "14 mai 2024", When(edtf="2024-05-14", tense="past"))
    undated.event("expulsion", "Deux attachés sont partis", parties=("PE", "EC"))
    expected = "2024-05-14" if whole else "2025-05-14"
    assert published(record(known, undated), "r2").date == expected


MARCH_12 = When(anchor="published", weekday=1, day=12, month=3, tense="past")


def test_news_by_weekday_and_number_is_of_the_day_or_the_day_before(
    dated: Any, report: Any, record: Any
) -> None:
    """12 March was a Tuesday in 2024 and in no other year near it."""
    other = report("b")
    add(other, "Lima a renvoyé mardi 12 mars deux attachés boliviens.", "mardi 12 mars", MARCH_12)
    found = published(record(dated, other), "b")
    assert found.date == "2024-03-12/2024-03-13"
    assert "mardi 12 mars" in found.because


def test_what_it_goes_on_to_tell_is_later(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "Lima a renvoyé mardi 12 mars deux attachés boliviens.", "mardi 12 mars", MARCH_12)
    add(other, "La Paz a réagi jeudi sans attendre plus.", "jeudi", on("thursday", tense="past"))
    assert published(record(dated, other), "b").date == "2024-03-14/2024-03-15"


@pytest.mark.parametrize(
    "sentence",
    [
        "Les deux pays se taisent depuis mardi 12 mars au soir.",
        "Les deux pays ont jusqu'au mardi 12 mars pour répondre.",
    ],
)
def test_a_bound_is_no_news(dated: Any, report: Any, record: Any, sentence: str) -> None:
    other = report("b")
    add(other, sentence, "mardi 12 mars", msgspec.structs.replace(MARCH_12, tense=None))
    assert published(record(dated, other), "b").date is None


def test_a_day_told_before_it_by_its_weekday_is_the_news(
    dated: Any, report: Any, record: Any, on: Any
) -> None:
    other = report("b")
    add(other, "La Paz a réagi jeudi au renvoi des attachés.", "jeudi", on("thursday"))
    add(other, "Lima les avait renvoyés mardi 12 mars.", "mardi 12 mars", MARCH_12)
    assert published(record(dated, other), "b").date is None


def test_a_day_alone_on_a_line_at_the_head(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "4 avril", "4 avril", on(day=4, month=4))
    add(other, "Le ministre a parlé jeudi.", "jeudi", on("thursday"))
    assert published(record(dated, other), "b").date == "2024-04-04"


def test_between_days_whose_year_the_dossier_tells(
    dated: Any, report: Any, record: Any, on: Any
) -> None:
    other = report("b")
    add(other, "Le 20 mars, ils ont signé.", "20 mars", on(day=20, month=3, tense="past"))
    add(other, "La trêve commencera ce 22 mars.", "22 mars", on(day=22, month=3, tense="future"))
    assert published(record(dated, other), "b").date == "2024-03-20/2024-03-22"


def test_a_post_that_it_quotes(dated: Any, report: Any, record: Any, on: Any) -> None:
    other = report("b")
    add(other, "Ils ont parlé lundi.", "lundi", on("monday", tense="past"))
    add(other, "— Ministère (@ministere) 2 avril 2024", "2 avril 2024", When(edtf="2024-04-02"))
    found = published(record(dated, other), "b")
    assert found.date == "2024-04-02/2024-04-03"
    assert "post" in found.because


def test_a_report_is_later_than_the_years_that_it_tells(
    dated: Any, report: Any, record: Any
) -> None:
    """12 March was a Tuesday in 2024, and next in 2030."""
    other = report("b")
    add(other, "Lima a libéré mardi 12 mars deux marins boliviens.", "mardi 12 mars", MARCH_12)
    past = When(edtf="2028", tense="past")
    add(other, "Ils avaient été arrêtés en 2028 près de Cuzco.", "en 2028", past)
    assert published(record(dated, other), "b").date == "2030-03-12/2030-03-13"


def test_a_day_called_this_of_a_known_event_is_the_reports_own(
    report: Any, record: Any, on: Any
) -> None:
    """The dossier's years leave the day open; the event that the report leads with settles it."""
    old, known, undated = report("r0", "2016-02-03"), report("r1", "2020-07-29"), report("r2", None)
    old.event("visit", "Il est venu mardi", parties=("PE", "EC"), when=on("tuesday"))
    known.event("ceasefire", "Une trêve a commencé le 28 juillet", parties=PAIR, when="2020-07-28")
    this = When(anchor="published", day=28, month=7, tense="past")
    undated.event("ceasefire", "Une trêve a commencé ce 28 juillet", parties=PAIR, when=this)
    add(undated, "Elle a commencé ce 28 juillet.", "ce 28 juillet", this)
    found = published(record(old, known, undated), "r2")
    assert found.date == "2020-07-28" and "ce 28 juillet" in found.because


@pytest.mark.parametrize(
    ("words", "date"), [("ce soir", "2025-07-28"), ("ce soir-là", None), ("dans la nuit", None)]
)
def test_a_day_told_whole_that_is_said_to_be_today(
    report: Any, record: Any, words: str, date: str | None
) -> None:
    undated = report("b", None)
    undated.say(f"La trêve prend effet à minuit le 28 juillet 2025, {words}.")
    for part, when in (
        ("le 28 juillet 2025", When(edtf="2025-07-28", anchor="none", tense="past")),
        (words, When(anchor="published", unit="day", amount=0)),
    ):
        at = undated.text.index(part)
        span = Span("b", at, at + len(part), part)
        undated.dates.append(DateMention(span=span, when=when))
    assert published(record(undated), "b").date == date


def test_a_dateline_of_a_year_in_which_no_report_came_out(
    dated: Any, report: Any, record: Any, on: Any
) -> None:
    """4 April was a Thursday in 2024 and in 2019; the dossier's reports are of 2024 and of 2016."""
    early = report("e", "2016-03-14")
    early.event("talks", "Ils se sont vus mardi", parties=PAIR, when=on("tuesday"))
    other = report("b")
    add(other, "Le ministre a parlé jeudi.", "jeudi", on("thursday"))
    add(other, "TUNIS, 4 avril - Agence Presse.", "4 avril", on(day=4, month=4))
    assert published(record(dated, early, other), "b").date == "2024-04-04"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("ce soir du 8 septembre", "2024-09-08", id="this evening of that day"),
        pytest.param("ce soir comme le 8 septembre", None, id="that evening as on that day"),
    ],
)
def test_this_evening_of_a_day(
    dated: Any, report: Any, record: Any, on: Any, words: str, day: str | None
) -> None:
    other = report("b")
    span = other.say(f"Ce fut décidé {words}.", "ce soir")
    other.dates.append(DateMention(span=span, when=on("today")))
    at = other.text.index("8 septembre")
    number = Span("b", at, at + len("8 septembre"), "8 septembre")
    other.dates.append(DateMention(span=number, when=on(day=8, month=9, tense="past")))
    assert published(record(dated, other), "b").date == day


@pytest.mark.parametrize(
    ("tense", "words", "day"),
    [
        pytest.param("past", "Une trêve a été conclue lundi", "2014-07-28/2014-07-29", id="was"),
        pytest.param("future", "Une trêve entrera en vigueur lundi", "2014-07-28", id="will be"),
        pytest.param("past", "Une trêve à compter de lundi", "2014-07-28", id="begins"),
        pytest.param("past", "Une trêve vaut depuis dimanche", None, id="another weekday"),
    ],
)
def test_a_day_called_by_its_weekday_and_in_full(
    report: Any, record: Any, on: Any, tense: Any, words: str, day: str | None
) -> None:
    """28 July 2014 was a Monday."""
    made = report("b")
    made.event("ceasefire", "Ils en ont convenu", parties=PAIR, when="2014-07-28")
    of_truce = made.dates.pop()
    weekday = words.split()[-1]
    name = {"lundi": "monday", "dimanche": "sunday"}[weekday]
    made.text = made.text.rstrip("\n") + " : "
    add(made, words, weekday, on(name, tense=tense))
    made.dates.append(of_truce)
    assert published(record(made), "b").date == day


def test_the_news_is_not_of_a_day_that_the_report_calls_by_its_number(
    dated: Any, report: Any, record: Any, on: Any
) -> None:
    """« Le 19 mars », a Tuesday, is not the Tuesday of the news."""
    other = report("b")
    add(other, "Le ministre a parlé mardi.", "mardi", on("tuesday", tense="past"))
    add(other, "Le 19 mars, il avait écrit.", "19 mars", on(day=19, month=3, tense="past"))
    add(other, "Le vote aura lieu le 10 avril.", "10 avril", on(day=10, month=4, tense="future"))
    assert published(record(dated, other), "b").date == "2024-03-26/2024-04-10"
