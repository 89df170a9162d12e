"""Laws of the record, over processes made up at random and told by reports in our own words."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model import Article, Reading, Record
from detente.record import build, diff, why

CITIES = [("Tunis", "TN"), ("Rome", "IT"), ("Oran", "DZ"), ("Lima", "PE")]
PAIRS = [("DZ", "FR"), ("BR", "CL"), ("JP", "KR")]
NAMES = [
    ("Andreï Kozyrev", "Andrei Kozyrev"),
    ("Karim Benali", "Karim Bénali"),
    ("Nadia Benali", "Nadia Benali"),
    ("Luc Garnier", "Luc Garnier"),
]
KINDS = ["talks", "call", "visit"]
Pile = list[tuple[Article, Reading]]


def process(report: Any, on: Any, seed: int) -> Pile:
    """Some events and the reports that tell of them, dated or not."""
    rng = random.Random(seed)
    first = date(2024, 1, 8)
    events = [
        (
            rng.choice(KINDS),
            first + timedelta(rng.randrange(90)),
            rng.choice(CITIES),
            rng.choice(PAIRS),
        )
        for _ in range(rng.randint(2, 5))
    ]
    pile = []
    for n in range(rng.randint(2, 8)):
        kind, day, (city, country), pair = rng.choice(events)
        out = day + timedelta(rng.randint(0, 2))
        made = report(f"r{n}", out.isoformat() if rng.random() < 0.7 else None, f"Journal {n % 3}")
        who = made.actor(rng.choice(rng.choice(NAMES)), country=pair[0])
        names = "monday tuesday wednesday thursday friday saturday sunday".split()
        place = {"city": city, "country": country} if rng.random() < 0.8 else {}
        made.event(
            kind,
            f"Ils se sont retrouvés {n}",
            parties=pair,
            when=on(names[day.weekday()]),
            people=[who] if rng.random() < 0.5 else [],
            **place,
        )
        pile.append(made.done())
    return pile


def make(pile: Pile) -> Record:
    return build([a for a, _ in pile], [r for _, r in pile])


seeds = st.integers(0, 10**6)
few = settings(max_examples=40, deadline=None)


@few
@given(seed=seeds, order=st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(
    report: Any, on: Any, seed: int, order: random.Random
) -> None:
    pile = process(report, on, seed)
    mixed = list(pile)
    order.shuffle(mixed)
    readings = [r for _, r in mixed]
    order.shuffle(readings)
    assert msgspec.json.encode(build([a for a, _ in mixed], readings)) == msgspec.json.encode(
        make(pile)
    )


@few
@given(seed=seeds)
def test_reading_again_changes_nothing(report: Any, on: Any, seed: int) -> None:
    pile = process(report, on, seed)
    assert diff(make(pile), make(pile + pile)) == ()


@few
@given(seed=seeds)
def test_a_report_added_and_taken_away(report: Any, on: Any, seed: int) -> None:
    pile = process(report, on, seed)
    before = make(pile[:-1])
    after = make(pile)
    assert make([p for p in pile if p[0].id != pile[-1][0].id]) == before
    removed = {c.id for c in diff(before, after) if c.of == "articles" and c.what == "removed"}
    assert not removed


@few
@given(seed=seeds)
def test_every_fact_has_a_report_that_is_there(report: Any, on: Any, seed: int) -> None:
    """Take a report away, and what only it told is gone."""
    pile = process(report, on, seed)
    gone = pile[0][0].id
    left = make(pile[1:])
    assert gone not in msgspec.json.encode(left).decode().replace('"r10"', "")
    texts = {a.id: a.text for a in left.articles}
    for event in left.events:
        assert event.mentions
        assert all(texts[s.article][s.start : s.end] == s.exact for s in event.mentions)
        assert event.id in {e.id for e in left.events} and why(left, event.id)


@few
@given(seed=seeds)
def test_no_event_of_two_days_or_cities(report: Any, on: Any, seed: int) -> None:
    pile = process(report, on, seed)
    told = {(a.id, e.id): (e.place.city if e.place else None) for a, r in pile for e in r.events}
    for event in make(pile).events:
        cities = {told[(article, "e1")] for article in event.articles} - {None}
        assert len(cities) <= 1


@few
@given(seed=seeds)
def test_a_copy_adds_no_source(report: Any, on: Any, seed: int) -> None:
    from detente.record import independent

    pile = process(report, on, seed)
    article, reading = pile[0]
    body = article.text + " ".join(f"mot{n}" for n in range(60))
    original = msgspec.structs.replace(article, text=body)
    copied = msgspec.json.encode((original, reading)).decode().replace(f'"{article.id}"', '"zz"')
    copy = msgspec.json.decode(copied, type=tuple[Article, Reading])
    one = make([(original, reading), *pile[1:]])
    two = make([(original, reading), *pile[1:], copy])
    sources = {e.id: independent(one, e) for e in one.events}
    assert {e.id: independent(two, e) for e in two.events} == sources
