"""What became of undertakings."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Undertaking

PAIR = ("FR", "DZ")


def promise(report: Any, words: str, part: str, **fields: Any) -> None:
    span = report.say(words, part)
    report.undertakings.append(
        Undertaking(
            id=f"u{len(report.undertakings) + 1}",
            text=part,
            evidence=(span,),
            **{"parties": PAIR, **fields},
        )
    )


def test_talks_that_were_agreed_are_held(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    call = one.event("call", "Les présidents se sont parlé", parties=PAIR, when=on("tuesday"))
    promise(
        one, "Ils ouvriront des négociations sans délai", "ouvriront des négociations", made_at=call
    )
    other = report("b", "2024-03-20")
    other.event(
        "talks", "Les délégations se sont réunies", parties=PAIR, when=on("tuesday"), city="Rome"
    )
    made = record(one, other)
    (found,) = made.undertakings
    (talks,) = [e for e in made.events if e.kind == "talks"]
    assert found.status == "carried_out"
    assert [step.event for step in found.history] == [talks.id]
    assert found.history[0].because and found.history[0].evidence


def test_talks_on_its_matter_take_it_up(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    promise(one, "Ils rétabliront la délivrance des visas", "rétabliront la délivrance des visas")
    other = report("b", "2024-03-20")
    other.event("talks", "Ils se sont réunis", parties=PAIR, when=on("tuesday"), topics=("visas",))
    (found,) = record(one, other).undertakings
    assert found.status == "under_way"


def test_what_came_before_or_from_others_does_not_count(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("talks", "Ils s'étaient réunis", parties=PAIR, when=on(day=5, month=3))
    promise(one, "Ils ouvriront des négociations sans délai", "ouvriront des négociations")
    other = report("b", "2024-03-20")
    other.event("talks", "Ils se sont réunis", parties=("FR", "MA"), when=on("tuesday"))
    (found,) = record(one, other).undertakings
    assert found.status == "open"


def test_a_later_report_says_that_it_was_broken(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    promise(
        one, "Ils observeront une trêve maritime de trente jours", "trêve maritime de trente jours"
    )
    other = report("b", "2024-03-20")
    other.actor("Algérie", "state", country="DZ")
    other.say("La trêve maritime n'a pas été respectée.")
    (found,) = record(one, other).undertakings
    assert found.status == "broken"
    assert found.history[0].evidence[0].exact == "La trêve maritime n'a pas été respectée."


def test_one_undertaking_told_twice_is_one(report: Any, record: Any, on: Any) -> None:
    reports = []
    for name in "ab":
        made = report(name, "2024-03-12")
        call = made.event("call", "Les présidents se sont parlé", parties=PAIR, when=on("tuesday"))
        promise(
            made,
            "Ils ont convenu d'ouvrir des négociations",
            "ouvrir des négociations",
            made_at=call,
        )
        reports.append(made)
    (found,) = record(*reports).undertakings
    assert {s.article for s in found.evidence} == {"a", "b"}


def test_the_act_itself_told_as_done(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    words = "rouvrir la liaison maritime avant l'été"
    promise(one, f"Alger s'est engagée à {words}", words, parties=("DZ",))
    other = report("b", "2024-05-02")
    other.actor("Algérie", "state", country="DZ")
    other.say("L'Algérie a rouvert jeudi la liaison maritime, comme elle l'avait dit.")
    (found,) = record(one, other).undertakings
    assert found.status == "carried_out"


def test_the_act_told_as_not_done_against_a_promise(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    words = "lever les taxes sur les agrumes avant mai"
    promise(one, f"Paris s'est engagé à {words}", words, parties=("FR",))
    other = report("b", "2024-05-02")
    other.actor("France", "state", country="FR")
    other.say("La France n'a pas levé les taxes sur les agrumes, contrairement à sa promesse.")
    (found,) = record(one, other).undertakings
    assert found.status == "broken"


def test_another_act_on_the_same_matter_says_nothing(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    words = "lever les taxes sur les agrumes avant mai"
    promise(one, f"Paris s'est engagé à {words}", words, parties=("FR",))
    other = report("b", "2024-05-02")
    other.actor("France", "state", country="FR")
    other.say("Un ministre a annulé sa visite et parlé des taxes sur les agrumes.")
    (found,) = record(one, other).undertakings
    assert found.status == "open"


def test_a_report_that_speaks_of_none_of_the_parties_says_nothing(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    words = "lever les taxes sur les agrumes avant mai"
    promise(one, f"Paris s'est engagé à {words}", words, parties=("FR",))
    other = report("b", "2024-05-02")
    other.actor("Chili", "state", country="CL")
    other.say("Le Chili n'a pas levé les taxes sur les agrumes, contrairement à sa promesse.")
    (found,) = record(one, other).undertakings
    assert found.status == "open"


def test_what_is_put_off_stays_open(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    promise(one, "Ils vont rouvrir la ligne ferroviaire", "rouvrir la ligne ferroviaire")
    other = report("b", "2024-05-20")
    other.actor("France", "state", country="FR")
    other.actor("Algérie", "state", country="DZ")
    words = (
        "L'Algérie et la France se parlent: la réouverture de la ligne ferroviaire a été reportée."
    )
    other.event("talks", words, parties=PAIR, when="2024-05-19")
    (found,) = record(one, other).undertakings
    assert found.status == "open"
    assert [(step.status, step.date) for step in found.history] == [("delayed", "2024-05-20")]
    assert found.history[0].evidence[0].exact == words


def test_something_else_that_is_put_off_is_no_delay(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    promise(one, "Ils vont rouvrir la ligne ferroviaire", "rouvrir la ligne ferroviaire")
    other = report("b", "2024-05-20")
    other.actor("France", "state", country="FR")
    other.actor("Algérie", "state", country="DZ")
    words = "Sur la ligne ferroviaire, les trains roulent; le vote du budget a été reporté."
    other.event("talks", words, parties=PAIR, when="2024-05-19")
    (found,) = record(one, other).undertakings
    assert found.history == ()


def test_what_had_been_promised_is_done_on_the_day_of_the_report(report: Any, record: Any) -> None:
    one = report("a", "2024-03-13")
    freed = one.actor("Karim Bensaïd")
    one.event(
        "release",
        "La France a libéré Karim Bensaïd",
        parties=("FR",),
        when="2024-03-12",
        people=(freed,),
    )
    sentence = "Paris s'était engagé à libérer Karim Bensaïd"
    promise(one, sentence, sentence, parties=("FR",))
    (found,) = record(one).undertakings
    assert found.status == "carried_out"


def freeing(report: Any, people: str, later: str | None) -> tuple[Any, Any]:
    """An undated report that promises to free two sailors, and one that tells of a release."""
    one = report("a")
    promise(one, "Alger libérera deux marins corses", "libérera deux marins corses", parties=PAIR)
    other = report("b", later)
    freed = other.actor(people, "group")
    other.event("release", "Ils sont libres", parties=PAIR, when="2024-05-02", people=(freed,))
    return one, other


def test_without_a_date_a_release_answers_if_it_is_of_those_promised(
    report: Any, record: Any
) -> None:
    one, other = freeing(report, "marins corses", "2024-05-03")
    (found,) = record(one, other).undertakings
    assert found.status == "carried_out"


def test_without_a_date_a_release_of_others_answers_nothing(report: Any, record: Any) -> None:
    one, other = freeing(report, "pêcheurs bretons", "2024-05-03")
    (found,) = record(one, other).undertakings
    assert found.status == "open"


def test_who_undertook_to_go_somewhere_has_met_there(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    promise(one, "Le président se rendra à Oran", "se rendra à Oran")
    other = report("b", "2024-05-02")
    other.event("talks", "Ils se sont vus", parties=PAIR, when="2024-05-02", city="Oran")
    elsewhere = report("c", "2024-03-12")
    promise(elsewhere, "Le président se rendra à Nice", "se rendra à Nice")
    found = {u.text: u.status for u in record(one, other, elsewhere).undertakings}
    assert found == {"se rendra à Oran": "carried_out", "se rendra à Nice": "open"}


def test_what_is_done_years_later_answers_nothing(report: Any, record: Any) -> None:
    one = report("a", "2021-03-12")
    words = "rouvrir la liaison maritime avant l'été"
    promise(one, f"Alger s'est engagée à {words}", words, parties=("DZ",))
    other = report("b", "2024-05-02")
    other.actor("Algérie", "state", country="DZ")
    other.say("L'Algérie a rouvert jeudi la liaison maritime.")
    (found,) = record(one, other).undertakings
    assert found.status == "open"


def visit(report: Any, city: str) -> Any:
    one = report("a", "2024-04-12")
    promise(one, "Alger a promis de se rendre à Nice", "se rendre à Nice", parties=("DZ",))
    one.event("visit", "Elle ira", parties=PAIR, when="2024-05-02", status="planned", city="Nice")
    other = report("b", "2024-05-02")
    other.event("visit", "Elle est arrivée", parties=PAIR, when="2024-05-02", city=city)
    return one, other


def test_one_alone_goes_where_it_undertook_to_go(report: Any, record: Any) -> None:
    (found,) = record(*visit(report, "Nice")).undertakings
    assert found.status == "carried_out"


def test_one_alone_goes_elsewhere(report: Any, record: Any) -> None:
    (found,) = record(*visit(report, "Oran")).undertakings
    assert found.status == "open"


@pytest.mark.parametrize(
    ("promised", "words", "due", "kind", "told", "status"),
    [
        ("Ils se retrouveront le 20 mars", "se retrouveront le 20 mars", "2024-03-20", "talks", "Ils se sont retrouvés", "carried_out"),
        # a truce that is there does not prolong itself
        ("Ils sont convenus de prolonger la trêve", "prolonger la trêve", None, "ceasefire", "La trêve est en vigueur", "open"),
        # captives freed on both sides are an exchange
        ("Ils sont convenus d'un échange de captifs", "un échange de captifs", None, "release", "Dix captifs ont été libérés", "carried_out"),
    ],
)  # fmt: skip
def test_an_event_between_the_two_answers(
    report: Any, record: Any, on: Any, promised: str, words: str, due: str | None, kind: str, told: str, status: str
) -> None:  # fmt: skip
    one = report("a", "2024-03-12")
    promise(one, promised, words, due=due)
    other = report("b", "2024-03-20")
    other.event(kind, told, parties=PAIR, when=on("tuesday"))
    (found,) = record(one, other).undertakings
    assert found.status == status


def test_an_undated_event_of_the_same_report_answers_nothing(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("talks", "Une rencontre", parties=PAIR)
    promise(one, "Alger avait proposé de rencontrer Paris", "rencontrer Paris", mode="offered")
    (found,) = record(one).undertakings
    assert found.status == "open"


def test_what_is_told_beside_the_matter_is_not_asked_for(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    words = "la réouverture des consulats, fermés depuis deux ans"
    promise(one, f"Alger a accepté {words}", words, parties=("DZ",))
    other = report("b", "2024-05-02")
    other.actor("Algérie", "state", country="DZ")
    other.say("L'Algérie a rouvert jeudi ses consulats.")
    (found,) = record(one, other).undertakings
    assert found.status == "carried_out"


def test_what_is_called_off_is_withdrawn(report: Any, record: Any) -> None:
    one = report("a", "2024-03-12")
    promise(one, "Alger tiendra le référendum", "tiendra le référendum", parties=("DZ",))
    other = report("b", "2024-05-02")
    other.actor("Algérie", "state", country="DZ")
    other.say("L'Algérie a annulé jeudi le référendum.")
    (found,) = record(one, other).undertakings
    assert found.status == "withdrawn"


def test_a_withdrawal_that_began_is_under_way(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-12"), report("b", "2024-03-20")
    promise(one, "L'Algérie retirera ses soldats", "retirera ses soldats")
    told = "Le retrait des soldats algériens a commencé mardi"
    other.event("withdrawal", told, parties=PAIR, when=on("tuesday"))
    (found,) = record(one, other).undertakings
    assert found.status == "under_way"
    assert "began" in found.history[0].because


def test_who_is_freed_is_told_by_their_number(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-12"), report("b", "2024-03-20")
    words = "libérer 340 marins français et algériens"
    promise(one, f"Alger a promis de {words}", words, parties=("DZ",))
    for one_of in (one, other):  # what joins the reports
        one_of.event("call", "Ils se sont parlé", parties=PAIR, when=on(day=10, month=3))
    marins = other.actor("340 marins", "group")
    told = "340 marins ont été libérés"
    other.event("release", told, parties=("FR",), when=on("tuesday"), people=(marins,))
    (found,) = record(one, other).undertakings
    assert found.status == "carried_out"
