"""Two voices on one event in one report."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model import Event, Participant, Released


def attack(made: Any, words: str, doer: str | None = "OM") -> None:
    """An attack told by a sentence, by the army of a state."""
    sentence = made.say(words)
    people: tuple[Participant, ...] = ()
    if doer:
        army = made.actor(f"armée {doer}", "organisation", country=doer)
        people = (Participant(actor=army, side=doer),)
    made.events.append(
        Event(
            id="e1", kind="attack", parties=(doer,) if doer else (), participants=people,
            articles=(made.id,), mentions=(sentence,),
        )
    )  # fmt: skip


def disputes(record: Any, made: Any) -> list[tuple[str, list[str]]]:
    return [(d.attribute, [p.value for p in d.positions]) for d in record(made).disputes]


def test_an_attack_that_another_claims(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "L'armée a coulé lundi une vedette au large de Salalah.")
    made.say("Un porte-parole n'a pas commenté.")
    start = len(made.text)
    words = "Le Front du Sud a revendiqué pour sa part la destruction de la vedette."
    made.actor("Front du Sud", "organisation")
    made.say(words)
    front = made.actors[-1]
    span = front.evidence[0]
    at = start + made.text[start:].index(words) + words.index("Front")
    moved = type(span)(span.article, at, at + len(span.exact), span.exact)
    made.actors[-1] = type(front)(id=front.id, kind=front.kind, name=front.name, evidence=(moved,))
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "doer"
    assert positions[0].startswith("L'armée a coulé")
    assert positions[1] == words


def test_an_act_denied_by_its_words(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "Une bombe a tué trois soldats lundi à Salalah.")
    made.say("Les secours sont sur place.")
    made.say("La rébellion nie toutefois avoir posé la bombe.")
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "doer"
    assert positions[1] == "La rébellion nie toutefois avoir posé la bombe."


def test_what_is_denied_is_something_else(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "Une bombe a tué trois soldats lundi à Salalah.")
    made.say("Le ministre nie avoir touché des commissions.")
    assert disputes(record, made) == []


def test_accusations_called_false(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "L'armée a bombardé lundi un village, selon Sanaa.")
    made.say("« Des allégations infondées », a répondu Mascate.")
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "status"
    assert positions[1].startswith("« Des allégations")


def test_an_account_of_an_accord_contested(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    made.event(
        "agreement", "Ils ont signé lundi un accord.", parties=("OM", "YE"), when="2024-03-04"
    )
    made.say("Selon Mascate, les troupes partiront en avril.")
    made.say(
        "Sanaa a aussitôt contesté cette version. « Elles partiront demain », dit le ministre."
    )
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "terms"
    assert positions[0] == "Selon Mascate, les troupes partiront en avril."
    assert positions[1].endswith("« Elles partiront demain », dit le ministre.")


def test_without_an_event_nothing_is_disputed(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    made.say("Le maire parle de fausses accusations.")
    made.say("« Des accusations mensongères », dit-il.")
    assert disputes(record, made) == []


def test_a_loss_that_another_lays_to_a_failure(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "L'armée a abattu lundi un hélicoptère rebelle au nord de Salalah.")
    made.say("Un témoin a vu l'hélicoptère en flammes.")
    made.say("Selon les rebelles, l'hélicoptère s'est écrasé à la suite d'une panne technique.")
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "status"
    assert "panne" in positions[1]


def test_a_failure_of_something_else_is_none(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "L'armée a abattu lundi un hélicoptère rebelle au nord de Salalah.")
    made.say("Un train s'est écrasé contre une gare à cause d'une erreur.")
    assert disputes(record, made) == []


def test_a_side_grants_to_have_lost_less(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "Mascate a affirmé avoir abattu trois drones yéménites.")
    made.say("Sanaa a de son côté reconnu avoir perdu un appareil.")
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "number"
    assert [p[:6] for p in positions] == ["Mascat", "Sanaa "]


def test_as_many_lost_as_told_is_none(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    attack(made, "Mascate a affirmé avoir abattu deux drones yéménites.")
    made.say("Sanaa a confirmé la perte de deux drones.")
    assert disputes(record, made) == []


def test_an_event_of_which_another_says_that_it_was_not(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    sides = ("OM", "YE")
    made.event("withdrawal", "Retirées lundi, les troupes ont quitté le port.", parties=sides)
    made.say("Sanaa assure qu'aucun retrait n'a eu lieu.")
    ((attribute, positions),) = disputes(record, made)
    assert attribute == "status"
    assert positions[1] == "Sanaa assure qu'aucun retrait n'a eu lieu."


def test_a_meeting_denied_with_somebody_else_is_another(report: Any, record: Any) -> None:
    made = report("r1", "2024-03-05", "Journal")
    made.event("talks", "Rencontre lundi entre les deux ministres.", parties=("OM", "YE"))
    made.say("Sanaa a démenti toute rencontre.")
    assert [attribute for attribute, _ in disputes(record, made)] == ["status"]
    other = report("r2", "2024-03-05", "Journal")
    other.event("talks", "Rencontre lundi entre les deux ministres.", parties=("OM", "YE"))
    words = "Sanaa a démenti toute rencontre avec Paul Amar."
    start = len(other.text)
    other.actor("Paul Amar")
    other.say(words)
    at = other.text.index(words, start) + words.index("Paul")
    named = other.actors[-1]
    span = named.evidence[0]
    moved = type(span)(span.article, at, at + len(span.exact), span.exact)
    other.actors[-1] = type(named)(id=named.id, kind=named.kind, name=named.name, evidence=(moved,))
    assert disputes(record, other) == []


@pytest.mark.parametrize(
    ("reply", "disputed"),
    [
        ("Le palais a aussitôt démenti.", True),
        ("Le ministère a démenti mercredi.", True),
        ("Le palais a démenti avoir acheté des avions.", False),
        ("Le palais, qui a démenti, se tait.", False),
    ],
)
def test_a_bare_denial_is_of_what_was_just_told(
    report: Any, record: Any, reply: str, disputed: bool
) -> None:
    made = report("r1", "2024-03-05", "Journal")
    made.event("talks", "Le roi a reçu lundi l'émissaire d'Alger.", parties=("MA", "DZ"))
    made.say(reply)
    assert [a for a, _ in disputes(record, made)] == ["status"] * disputed


@pytest.mark.parametrize(
    ("parties", "freed", "disputed"),
    [
        (("DZ",), "détenus français", True),
        (("DZ", "ML"), "détenus français", False),
        (("DZ",), "officiers", False),
    ],
)
def test_what_was_told_is_denied_by_one_of_its_sides(
    report: Any, record: Any, parties: tuple[str, ...], freed: str, disputed: bool
) -> None:
    """Not where it is of others that the denial speaks."""
    made = report("r1", "2024-03-05", "Journal")
    made.event("release", "Alger a libéré dix détenus français.", parties=("DZ", "FR"),
               released=(Released("dix détenus français", by="DZ"),))  # fmt: skip
    made.event("release", f"Alger a démenti avoir libéré des {freed}.", parties=parties,
               status="denied", released=(Released(freed, by="DZ"),))  # fmt: skip
    assert [a for a, _ in disputes(record, made)] == ["status"] * disputed
