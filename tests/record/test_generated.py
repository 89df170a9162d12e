"""Processes made up at random, told by forty reports each, with the truth known: how many events
and report dates the record gets right. Figures are those of the record alone, over
readings without mistakes."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from detente.model import Article, Reading, Record, Released
from detente.record import build

CITIES = [("Tunis", "TN"), ("Rome", "IT"), ("Genève", "CH"), ("Mascate", "OM"), ("Vienne", "AT")]
PAIRS = [("DZ", "FR"), ("AM", "AZ"), ("ET", "SD")]
DELEGATES = ["Andreï Kozyrev", "Karim Benali", "Nadia Benali", "Luc Garnier", "Tigran Sarkissian"]
OTHERWISE = {
    "Andreï Kozyrev": "Andrei Kozyrev",
    "Tigran Sarkissian": "Tigran Sargsyan",
    "Karim Benali": "Kareem Benali",
}
FREED = [
    f"{a} {b}" for a in ("Omar", "Paul", "Vera", "Aram") for b in ("Toumi", "Lenoir", "Hakobian")
]
NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
KINDS = ["talks", "talks", "talks", "call", "visit", "exchange", "attack"]


@dataclass
class Truth:
    """One event as it was."""

    kind: str
    day: date
    place: tuple[str, str]
    pair: tuple[str, str]
    people: list[str]


def made_up(rng: random.Random) -> list[Truth]:
    """Ten events of two processes over some months; no two of a kind and pair on one day."""
    first, pairs = date(2023, 9, 4), rng.sample(PAIRS, 2)
    freed = rng.sample(FREED, len(FREED))
    events: dict[tuple[str, date, tuple[str, str]], Truth] = {}
    while len(events) < 10:
        kind, pair = rng.choice(KINDS), rng.choice(pairs)
        day = first + timedelta(rng.randrange(150))
        people = [freed.pop(), freed.pop()] if kind == "exchange" and len(freed) > 1 else []
        if kind in ("talks", "visit"):
            people = rng.sample(DELEGATES, 2)
        events[(kind, day, pair)] = Truth(kind, day, rng.choice(CITIES), pair, people)
    return list(events.values())


def tell(made: Any, rng: random.Random, truth: Truth, out: date, on: Any, head: bool) -> None:
    """One event told by one report, with some of what is known of it."""
    gap = (out - truth.day).days
    if head and gap <= 1:
        when = on(NAMES[truth.day.weekday()])
    else:
        when = on(day=truth.day.day, month=truth.day.month)
    if truth.kind in ("talks", "visit", "exchange", "attack"):
        place = {"city": truth.place[0], "country": truth.place[1]} if rng.random() < 0.8 else {}
    else:
        place = {}
    named = [
        made.actor(OTHERWISE.get(n, n) if rng.random() < 0.5 else n)
        for n in truth.people
        if truth.kind == "exchange" or rng.random() < 0.5
    ]
    fields: dict[str, Any] = {}
    if truth.kind == "exchange":
        a, b = truth.pair
        fields["released"] = tuple(
            Released(person=p, by=x, to=y)
            for p, (x, y) in zip(named, ((a, b), (b, a)), strict=True)
        )
        named = []
    made.event(
        truth.kind,
        f"Ce {truth.kind} est raconté par {made.id} en {rng.randrange(10**6)} mots",
        parties=truth.pair,
        when=when,
        people=named,
        **place,
        **fields,
    )


def process(
    report: Any, on: Any, seed: int
) -> tuple[Record, dict[tuple[str, str], Truth], dict[str, date]]:
    """The record of forty reports; the truth of each event told; the days the reports came out."""
    rng = random.Random(seed)
    events = made_up(rng)
    pile: list[tuple[Article, Reading]] = []
    truths, days = {}, {}
    for n in range(40):
        head = events[n % len(events)]
        out = head.day + timedelta(rng.randint(0, 1))
        made = report(f"r{n:02}", out.isoformat() if rng.random() < 0.8 else None, f"Journal {n}")
        earlier = [e for e in events if e.day < head.day and (out - e.day).days < 150]
        told = [head, *rng.sample(earlier, min(len(earlier), rng.randint(0, 2)))]
        for i, truth in enumerate(told):
            tell(made, rng, truth, out, on, i == 0)
            truths[(made.id, f"e{i + 1}")] = truth
        pile.append(made.done())
        days[made.id] = out
    record = build([a for a, _ in pile], [r for _, r in pile])
    return record, truths, days


def pairs_of(groups: Any) -> set[Any]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


@pytest.mark.slow
def test_generated_processes(report: Any, on: Any) -> None:
    score: Counter[str] = Counter()
    for seed in range(12):
        record, truths, days = process(report, on, seed)
        starts = {}
        for event in record.events:
            for span in event.mentions:
                starts[(span.article, span.start)] = event.id
        found: dict[str, set[Any]] = {}
        true: dict[int, set[Any]] = {}
        texts = {a.id: a.text for a in record.articles}
        for (report_id, local), truth in truths.items():
            where = _start(texts[report_id], int(local[1:]))
            found.setdefault(starts[(report_id, where)], set()).add((report_id, local))
            true.setdefault(id(truth), set()).add((report_id, local))
        a, b = pairs_of(found.values()), pairs_of(true.values())
        score.update(hit=len(a & b), joined=len(a), wanted=len(b))
        for article in record.articles:
            if article.published.basis == "inferred":
                first, _, last = str(article.published.date).partition("/")
                right = first <= days[article.id].isoformat() <= (last or first)
                score.update(dated=1, dated_right=int(right))
            score.update(undated=int(article.published.date is None))
    precision, recall = score["hit"] / score["joined"], score["hit"] / score["wanted"]
    assert precision >= 0.995
    assert recall >= 0.95
    assert score["dated_right"] >= 0.95 * score["dated"]


def _start(text: str, n: int) -> int:
    """Where the n-th event of a report is told."""
    at = -1
    for _ in range(n):
        at = text.index("Ce ", at + 1)
    return at
