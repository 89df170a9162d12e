"""Reports that touch are seen to be near by their outlines, and meet under a link: what is asked
first, because it costs little, loses none."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from benchmarks.generated import reports
from detente.model import Statement
from detente.record import stories
from detente.record.actors import identify
from detente.record.building import InMemory
from detente.record.components import Links
from detente.record.context import Context, told_by
from detente.record.outcomes import bits, mask, speaks_of
from detente.record.stories import Told


@pytest.fixture(scope="module")
def told() -> list[tuple[Told, Links]]:
    """What two hundred made-up reports tell, and where they meet."""
    made = [(r.article(), r.reading()) for r in reports(seed=3, count=200)]
    counts = told_by(*made[0])
    for article, reading in made[1:]:
        counts.update(told_by(article, reading))
    context = Context.of(counts)
    local = [((a.id, actor.id), actor) for a, r in made for actor in r.actors]
    who = identify(local, {}, context.peoples)
    found = []
    for article, reading in InMemory(*zip(*made, strict=True)).reports(a.id for a, _ in made):
        one = stories.told_by(article, reading, who, context)
        found.append((one, stories.links_of(article, reading, None, one, who)))
    return found


def test_who_touches_is_near_and_met(told: list[tuple[Told, Links]]) -> None:
    touching = 0
    for (one, mine), (other, theirs) in combinations(told, 2):
        if stories.touch(one, other):
            touching += 1
            assert one.outline().near(other.outline()) and other.outline().near(one.outline())
            assert {*mine.looks} & {*theirs.stands} and {*theirs.looks} & {*mine.stands}
    assert touching > 500, "too few to tell"


def test_few_are_near_that_do_not_touch(told: list[tuple[Told, Links]]) -> None:
    """Each of them costs a comparison of all that the two tell."""
    near = [(a, b) for (a, _), (b, _) in combinations(told, 2) if a.outline().near(b.outline())]
    assert sum(stories.touch(a, b) for a, b in near) > len(near) / 2


def test_stems_of_one_number_count_each() -> None:
    """Of so many words two have one number: what they share is never counted too low."""
    words = [f"mot{n}" for n in range(100)]
    one, other = next(pair for pair in combinations(words, 2) if len({*bits(pair)}) == 1)
    matter = (one, other, next(word for word in words if word not in (one, other)))
    assert speaks_of(mask(matter), bits(matter), dated=False)
    assert speaks_of(mask(matter[:2]), bits(matter), dated=True)
    assert not speaks_of(mask([]), bits(words), dated=True)
    assert not speaks_of(mask(words), bits([]), dated=True)


@pytest.mark.parametrize(
    ("other_state", "count"),
    [("KE", 1), ("PE", 2), (None, 1)],
    ids=["on the same state", "on another", "on none but his own"],
)
def test_words_are_said_once_where_they_are_on_the_same(
    report: Any, record: Any, other_state: str | None, count: int
) -> None:
    """« Nous continuerons à discuter », of one minister on one day: on one neighbour, or on two."""
    made = []
    for number, state in enumerate(("KE" if other_state else None, other_state)):
        told = report(f"r{number}", published="2021-03-04")
        told.actor("le Soudan", "state", country="SD")
        if state:
            told.actor({"KE": "le Kenya", "PE": "le Pérou"}[state], "state", country=state)
        minister = told.actor("Amir Osman", country="SD")
        span = told.say("« Nous continuerons à discuter »", "Nous continuerons à discuter")
        told.statements.append(
            Statement(id="s1", speaker=minister, quote=span.exact, evidence=(span,))
        )
        made.append(told)
    assert len(record(*made).statements) == count
