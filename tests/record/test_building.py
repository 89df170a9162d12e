"""A record that grows: reports that come and go one by one give, to the byte, the record that is built
of those that are left."""

from __future__ import annotations

import random
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import processes
from detente.model import Actor, Article, Reading, Record
from detente.record import build
from detente.record.building import InMemory, assembled, change
from detente.record.shelf import Memory
from detente.record.stories import Story

REPORTS = 8
Pile = tuple[tuple[Article, Reading], ...]


class Growing:
    """A record to which reports come, and from which they go."""

    def __init__(self) -> None:
        self.shelf = Memory()
        self.there: dict[str, tuple[Article, Reading]] = {}
        self.actors: dict[str, tuple[Actor, ...]] = {}
        self.stories: dict[str, Story] = {}

    def change(self, come: Pile = (), gone: frozenset[str] = frozenset()) -> set[str]:
        """The reports that were worked out again."""
        self.there = {i: r for i, r in self.there.items() if i not in gone}
        self.there |= {article.id: (article, reading) for article, reading in come}
        source = (
            InMemory(*zip(*self.there.values(), strict=True)) if self.there else InMemory([], [])
        )
        changed = change(self.shelf, source, gone, {article.id for article, _ in come})
        for name in changed.names_gone:
            del self.actors[name]
        for name in changed.stories_gone:
            del self.stories[name]
        self.actors |= changed.actors
        told = dict(changed.stories)
        self.stories |= told
        return {a.id for story in told.values() for a in story.articles}

    def record(self) -> bytes:
        return msgspec.json.encode(assembled(self.actors.values(), list(self.stories.values())))


@cache
def pile_of(seed: int, count: int = 3) -> Pile:
    """The reports of some processes, with a copy of the first and one that nobody read."""
    found = [(r.article(), r.reading()) for p in processes(seed, count, REPORTS) for r in p.reports]
    text = msgspec.json.encode(found[0]).decode().replace(f'"{found[0][0].id}"', '"zz"')
    copy, reading = msgspec.json.decode(text, type=tuple[Article, Reading])
    found.append((msgspec.structs.replace(copy, outlet="Le Relais"), reading))
    return (*found, (Article(id="unread", source="unread", text="…"), Reading(article="unread")))


def made(pile: Pile) -> bytes:
    record: Record = build([a for a, _ in pile], [r for _, r in pile])
    return msgspec.json.encode(record)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 60), rng=st.randoms(use_true_random=False))
def test_reports_that_come_and_go_one_by_one(seed: int, rng: random.Random) -> None:
    mixed = list(pile_of(seed))
    rng.shuffle(mixed)
    growing = Growing()
    for pair in mixed:
        growing.change((pair,))
    assert growing.record() == made(pile_of(seed))
    for article, _ in mixed[: len(mixed) // 2]:
        growing.change(gone=frozenset({article.id}))
    left = tuple(mixed[len(mixed) // 2 :])
    assert growing.record() == made(left)
    growing.change(tuple(mixed), frozenset({left[0][0].id}))  # all again, most of them unchanged
    assert growing.record() == made(pile_of(seed))


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 60), rng=st.randoms(use_true_random=False))
def test_reports_that_change(seed: int, rng: random.Random) -> None:
    """A report that is read anew, or dated by somebody, comes in the place of what it was."""
    pile = list(pile_of(seed))
    growing = Growing()
    growing.change(tuple(pile))
    for n in rng.sample(range(len(pile)), 4):
        article, reading = pile[n]
        told = msgspec.structs.replace(
            reading, events=reading.events[1:], actors=reading.actors[1:]
        )
        published = msgspec.structs.replace(article.published, date="2016-05-04")
        pile[n] = (msgspec.structs.replace(article, published=published), told)
        growing.change((pile[n],))
        assert growing.record() == made(tuple(pile))


def test_only_what_a_report_hangs_together_with_is_worked_out_again() -> None:
    first, second = (
        pile_of(7, 1)[:-2],
        tuple((r.article(), r.reading()) for p in processes(8, 40, REPORTS) for r in p.reports),
    )
    growing = Growing()
    everything = {a.id: (a, r) for a, r in (*second, *first)}
    last = first[-1]
    del everything[last[0].id]
    growing.change(tuple(everything.values()))
    again = growing.change((last,))
    assert last[0].id in again
    assert len(again) <= 3 * REPORTS
    assert growing.record() == made((*everything.values(), last))


def test_nothing_at_all() -> None:
    assert build([], []) == Record()
    growing = Growing()
    growing.change(pile_of(1)[:1])
    growing.change(gone=frozenset({pile_of(1)[0][0].id}))
    assert growing.record() == made(())
