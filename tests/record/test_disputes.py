"""Where reports disagree, and where they only seem to."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Event, Participant, Released, Span

PAIR = ("FR", "DZ")


def talks(report: Any, words: str, on: Any, **fields: Any) -> None:
    report.event("talks", words, parties=PAIR, when=on("tuesday"), city="Tunis", **fields)


def test_an_agenda_that_one_report_rules_out(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-13", "La Gazette"), report("b", "2024-03-13", "Le Phare")
    talks(one, "Ils se sont réunis mardi avec pour but de régler la crise au Mali", on)
    talks(other, "Ils se sont réunis mardi", on)
    other.say("Le Mali n'est pas à l'ordre du jour, a dit un diplomate.")
    (dispute,) = record(one, other).disputes
    assert dispute.attribute == "topics"
    assert [p.source for p in dispute.positions] == ["La Gazette", "Le Phare"]
    assert all(p.evidence for p in dispute.positions)


def test_another_matter_ruled_out_is_no_dispute(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-13"), report("b", "2024-03-13")
    talks(one, "Ils se sont réunis mardi avec pour but de régler la crise au Mali", on)
    talks(other, "Ils se sont réunis mardi", on)
    other.say("La Libye n'est pas à l'ordre du jour, a dit un diplomate.")
    assert record(one, other).disputes == ()


def test_an_accusation_that_is_denied(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-13")
    one.event(
        "accusation",
        "Mardi, Alger a accusé Paris d'avoir brouillé ses ondes, ce que Paris dément",
        parties=("DZ", "FR"),
        when=on("tuesday"),
    )
    assert [d.attribute for d in record(one).disputes] == ["status"]


def test_an_act_that_the_accused_denies(report: Any, record: Any, on: Any) -> None:
    """In doubt is who did what the report has told before."""
    one = report("a", "2024-03-13")
    act = one.event("attack", "Attaque lundi contre un poste à Oran.", parties=("DZ",))
    words = "Alger accuse Paris d'avoir mené cette attaque, ce que Paris dément."
    one.event("accusation", words, parties=("DZ", "FR"))
    made = record(one)
    (dispute,) = made.disputes
    (attacked,) = (e for e in made.events if e.kind == "attack")
    assert act and (dispute.event, dispute.attribute) == (attacked.id, "doer")
    assert [p.source for p in dispute.positions] == ["DZ", "FR"]


def test_one_who_denies_a_charge_is_no_side(report: Any, record: Any) -> None:
    one = report("a", "2024-03-14")
    one.event("accusation", "Un Français, accusé par Alger d'espionnage, ce qu'il a toujours nié, "
              "est rentré.", parties=("DZ",))  # fmt: skip
    assert record(one).disputes == ()


def test_positions_are_the_clauses_of_a_long_sentence(report: Any, record: Any) -> None:
    one = report("a", "2024-03-14")
    about = "à la veille d'une visite que la presse des deux pays attend depuis de longs mois, "
    one.event("accusation", f"Le ministre, {about}a accusé Alger d'espionnage, ce qu'Alger dément, "
              "et il a promis une réponse qui sera ferme, claire et rapide.Paris attend.",
              parties=PAIR)  # fmt: skip
    (dispute,) = record(one).disputes
    assert [p.value for p in dispute.positions] == [
        "a accusé Alger d'espionnage",
        "ce qu'Alger dément",
    ]


def test_counts_of_one_day_differ_and_later_ones_update(report: Any, record: Any, on: Any) -> None:
    def told(name: str, day: str, dead: str) -> Any:
        made = report(name, day, name)
        made.event(
            "attack",
            "Un attentat a frappé la ville mardi",
            parties=("DZ",),
            when=on("tuesday"),
            city="Oran",
            claims=[("killed", dead)],
        )
        return made

    same_day = record(told("a", "2024-03-12", "12"), told("b", "2024-03-12", "20"))
    assert [d.attribute for d in same_day.disputes] == ["killed"]
    later = record(told("a", "2024-03-12", "12"), told("b", "2024-03-14", "20"))
    assert later.disputes == ()
    alike = record(told("a", "2024-03-12", "20"), told("b", "2024-03-12", "21"))
    assert alike.disputes == ()


def test_a_finer_place_date_or_post_is_none(report: Any, record: Any, on: Any) -> None:
    one, other = report("a", "2024-03-13"), report("b", "2024-03-13")
    one.actor("Karim Benali", country="DZ", title="ministre")
    other.actor("Karim Benali", country="DZ", title="ambassadeur")
    talks(one, "Ils se sont réunis mardi", on, venue="consulat")
    talks(other, "Ils se sont réunis mardi", on, venue="résidence du consulat général")
    assert record(one, other).disputes == ()


def attack(report: Any, on: Any) -> None:
    report.event(
        "attack", "Une explosion a frappé le port", parties=("DZ",), when=on("tuesday"), city="Oran"
    )


def test_two_sources_that_count_differently(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12", "La Gazette")
    attack(one, on)
    one.say("Selon la police, trois dockers ont été blessés.")
    one.say("D'après un syndicat, il y a eu une douzaine de curieux et 9 blessés.")
    (dispute,) = record(one).disputes
    assert dispute.attribute == "wounded"
    assert [(p.value, p.source) for p in dispute.positions] == [
        ("3", "la police"),
        ("9", "un syndicat"),
    ]


def test_a_count_that_falls_is_disputed_and_one_that_grows_is_not(
    report: Any, record: Any, on: Any
) -> None:
    def told(name: str, day: str, words: str) -> Any:
        made = report(name, day, name)
        attack(made, on)
        made.say(words)
        return made

    first = told("a", "2024-03-12", "Selon la police, trois dockers ont été blessés.")
    higher = told("b", "2024-03-14", "Selon la mairie, neuf dockers ont été blessés.")
    lower = told("c", "2024-03-14", "Selon la mairie, un docker a été blessé.")
    assert record(first, higher).disputes == ()
    assert [d.attribute for d in record(first, lower).disputes] == ["wounded"]


def test_two_polls_on_one_vote(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("vote", "Le référendum a lieu mardi", parties=("DZ",), when=on("tuesday"))
    one.say("Selon un sondage, entre 20 et 25 % des inscrits iraient participer.")
    one.say("Un autre sondage estimait la participation à 48 %.")
    one.say("La participation n'était que de 12 % à midi.")
    assert [d.attribute for d in record(one).disputes] == ["turnout"]


def test_another_voice_that_counts_the_same_otherwise(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("release", "Alger a relâché sept pêcheurs mardi", parties=PAIR, when=on("tuesday"))
    one.say("La mairie parle, elle, de six pêcheurs.")
    (dispute,) = record(one).disputes
    assert dispute.attribute == "number"
    other = report("b", "2024-03-12")
    other.event("release", "Alger a relâché sept pêcheurs mardi", parties=PAIR, when=on("tuesday"))
    other.say("La mairie parle, elle, de trois bateaux.")
    assert record(other).disputes == ()


def test_two_voices_that_count_in_one_sentence(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    words = "La marche a réuni mardi 3.000 dockers selon la police, 9.000 selon le syndicat"
    one.event("protest", words, parties=("DZ",), when=on("tuesday"))
    (dispute,) = record(one).disputes
    assert [p.value for p in dispute.positions] == [
        "La marche a réuni mardi 3.000 dockers selon la police",
        "9.000 selon le syndicat",
    ]
    other = report("b", "2024-03-12")
    words = "La marche a fait mardi 3 morts selon la police, 9 blessés selon le syndicat"
    other.event("protest", words, parties=("DZ",), when=on("tuesday"))
    assert record(other).disputes == ()


def test_thousands_have_a_dot_or_a_blank() -> None:
    from detente.record.figures import told_in

    for words in ("1.027 détenus", "1 027 détenus"):
        assert told_in(words, "fr") == 1027


def test_a_number_that_is_contested(report: Any, record: Any, on: Any) -> None:
    one = report("a", "2024-03-12")
    one.event("release", "Alger a relâché 100 détenus mardi", parties=PAIR, when=on("tuesday"))
    one.say("Les familles contestent ce chiffre.")
    (dispute,) = record(one).disputes
    assert [p.value for p in dispute.positions] == [
        "Alger a relâché 100 détenus mardi",
        "Les familles contestent ce chiffre.",
    ]


def freed(report: Any, identifier: str, *groups: str, status: str = "occurred") -> Any:
    made = report(identifier, "2024-03-13", f"Journal {identifier}")
    span = made.say(f"Un échange : {', '.join(groups)}.")
    made.event(
        "exchange", "Paris et Alger ont échangé mardi des prisonniers", parties=PAIR,
        when="2024-03-12", status=status, claims=[("status", status)],
        released=tuple(
            Released(person=g, by="FR", to="DZ", evidence=(found(span, g),)) for g in groups
        ),
    )  # fmt: skip
    return made


def found(sentence: Span, words: str) -> Span:
    at = sentence.start + sentence.exact.index(words)
    return Span(sentence.article, at, at + len(words), words)


def test_how_many_were_freed_in_an_exchange(report: Any, record: Any) -> None:
    """Reports that number several groups for one state, or plan it, count otherwise."""
    one, other = freed(report, "a", "15 prisonniers"), freed(report, "b", "17 prisonniers")
    (dispute,) = record(one, other).disputes
    assert (dispute.attribute, [p.value for p in dispute.positions]) == ("number", ["15", "17"])
    assert not record(one, freed(report, "b", "12 soldats", "5 civils")).disputes
    assert not record(one, freed(report, "b", "17 prisonniers", status="planned")).disputes


@pytest.mark.parametrize(("kind", "count"), [("organisation", 1), ("person", 0)])
def test_a_body_of_the_same_state_denies_what_it_is_accused_of(
    report: Any, record: Any, kind: str, count: int
) -> None:
    """A person who does stands before a court."""
    made = report("a", "2024-03-13")
    front = made.actor("Front du Sud", kind, country="DZ")
    words = "Alger a accusé le Front du Sud d'avoir saboté la ligne, ce que celui-ci dément."
    span = made.say(words)
    made.events.append(
        Event(id="e1", kind="accusation", parties=("DZ",), articles=("a",), mentions=(span,),
              participants=(Participant(actor=front, part="target", side="DZ"),))
    )  # fmt: skip
    assert len(record(made).disputes) == count
