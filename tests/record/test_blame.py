"""Failures that two sides lay on each other, and ransoms that were paid or not."""

from __future__ import annotations

from typing import Any

import pytest


def talks(report: Any, identifier: str, *sentences: str) -> Any:
    """A report of talks that failed in Tunis, and what it goes on to say; its actors are named there."""
    made = report(identifier, "2024-03-13", f"Journal {identifier}")
    for name, code in (("Serbie", "RS"), ("Kosovo", "XK")):
        made.actor(name, "state", country=code)
    made.event(
        "talks", "Les négociations ont échoué mardi à Tunis.", parties=("RS", "XK"),
        when="2024-03-12", city="Tunis",
    )  # fmt: skip
    for sentence in sentences:
        start = len(made.text)
        made.say(sentence)
        for n, actor in enumerate(made.actors):
            if actor.name in sentence:
                span = actor.evidence[0]
                at = start + sentence.index(actor.name)
                moved = type(span)(span.article, at, at + len(actor.name), actor.name)
                made.actors[n] = type(actor)(
                    id=actor.id, kind=actor.kind, name=actor.name, country=actor.country,
                    evidence=(*actor.evidence, moved),
                )  # fmt: skip
    return made


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Une voix a accusé le Kosovo d'avoir torpillé les discussions.",
         "L'échec serait dû au hasard, à cause de la Serbie.", 2),
        ("Une voix a imputé l'échec au Kosovo.", "La Serbie porte la responsabilité du blocage.", 2),
        ("Une voix a rejeté sur le Kosovo la responsabilité de l'échec.",
         "Pour d'autres, la Serbie est à l'origine de la rupture.", 2),
        ("Une voix a accusé le Kosovo d'être à l'origine du blocage.",
         "Une autre reproche au Kosovo d'avoir fait capoter la réunion.", 0),
        ("Une voix a accusé le Kosovo d'armer des rebelles.",
         "Une autre a accusé la Serbie d'avoir violé la trêve.", 0),
    ],
)  # fmt: skip
def test_a_failure_laid_on_two_sides(
    report: Any, record: Any, one: str, other: str, count: int
) -> None:
    for reports in (
        [talks(report, "a", one), talks(report, "b", other)],
        [talks(report, "a", one, other)],
    ):
        disputes = record(*reports).disputes
        assert [(d.attribute, len(d.positions)) for d in disputes] == (
            [("responsibility", count)] if count else []
        )


def test_two_that_lay_it_on_each_other_in_one_breath(report: Any, record: Any) -> None:
    made = talks(report, "a", "Les deux parties se rejettent la responsabilité de l'échec.")
    (dispute,) = record(made).disputes
    assert {p.source for p in dispute.positions} == {"RS", "XK"}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Selon un médiateur, les ravisseurs ont touché une forte rançon.", 1),
        ("Il a retrouvé la liberté contre le paiement d'une rançon.", 1),
        ("Les ravisseurs avaient exigé une rançon.", 0),
        ("Il a été libéré sans verser de rançon.", 0),
    ],
)
def test_a_ransom_paid_and_none(report: Any, record: Any, words: str, count: int) -> None:
    made = report("a", "2024-03-13")
    made.event("release", "L'otage a été libéré mardi à Gao.", parties=("FR",), when="2024-03-12")
    made.say(words)
    made.say("Le ministre a assuré qu'aucune rançon n'avait été versée.")
    assert [d.attribute for d in record(made).disputes] == ["ransom"] * count
