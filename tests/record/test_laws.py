"""Laws of the record, over generated processes told by reports of which some have no date, some
repeat another, and some contradict the rest."""

from __future__ import annotations

import random
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import processes
from detente.model import Article, Decision, Event, Reading, Record, Span, Target
from detente.record import build, diff, independent, why
from detente.record.decided import decide

REPORTS = 12
Pile = tuple[tuple[Article, Reading], ...]


@cache
def pile_of(seed: int) -> Pile:
    """The reports of one process and their readings."""
    (process,) = processes(seed, 1, reports=REPORTS)
    return tuple((r.article(), r.reading()) for r in process.reports)


def make(pile: Pile) -> Record:
    return build([a for a, _ in pile], [r for _, r in pile])


def without(pile: Pile, article: str) -> Pile:
    return tuple(pair for pair in pile if pair[0].id != article)


seeds = st.integers(0, 60)
few = settings(max_examples=10, deadline=None)


@few
@given(seed=seeds, order=st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(seed: int, order: random.Random) -> None:
    mixed = list(pile_of(seed))
    order.shuffle(mixed)
    readings = [r for _, r in mixed]
    order.shuffle(readings)
    found = build([a for a, _ in mixed], readings)
    assert msgspec.json.encode(found) == msgspec.json.encode(make(pile_of(seed)))


@few
@given(seed=seeds)
def test_reading_again_changes_nothing(seed: int) -> None:
    pile = pile_of(seed)
    assert diff(make(pile), make(pile + pile)) == ()


@few
@given(seed=seeds, which=st.integers(0, REPORTS - 1))
def test_a_report_added_and_taken_away(seed: int, which: int) -> None:
    """The record is what it was, ids and all; and nothing of what the report told is left."""
    pile = pile_of(seed)
    gone = pile[which][0].id
    before = make(without(pile, gone))
    after = make(pile)
    assert make(without(pile, gone)) == before
    assert gone not in {s.article for s in spans(before)}
    only = [e for e in after.events if e.articles == (gone,)]
    told = {(s.article, s.start) for e in before.events for s in e.mentions}
    assert not any((s.article, s.start) in told for e in only for s in e.mentions)


@few
@given(seed=seeds, which=st.integers(0, REPORTS - 1))
def test_a_copy_adds_no_source(seed: int, which: int) -> None:
    pile = pile_of(seed)
    article, _ = pile[which]
    if any(a.copy_of for a in make(pile).articles if a.id == article.id):
        return
    one = make(pile)
    two = make((*pile, copied(pile[which])))
    assert sources(two) == sources(one)
    positions = [[p.sources for p in d.positions] for d in one.disputes]
    assert [[p.sources for p in d.positions] for d in two.disputes] == positions


def copied(pair: tuple[Article, Reading]) -> tuple[Article, Reading]:
    """The same text carried by another outlet, later."""
    article = pair[0]
    text = msgspec.json.encode(pair).decode().replace(f'"{article.id}"', '"zz"')
    copy, reading = msgspec.json.decode(text, type=tuple[Article, Reading])
    return msgspec.structs.replace(copy, outlet="Le Relais"), reading


def sources(record: Record) -> dict[tuple[str, int], int]:
    """How many sources tell of the event of each mention that is not the copy's."""
    return {
        (s.article, s.start): independent(record, e)
        for e in record.events
        for s in e.mentions
        if s.article != "zz"
    }


@few
@given(seed=seeds)
def test_every_join_says_why_and_can_be_undone(seed: int) -> None:
    record = make(pile_of(seed))
    for event in record.events:
        assert why(record, event.id)
        if len(event.articles) > 1:
            assert event.reasons
    joined = [e for e in record.events if len(e.articles) > 1]
    for event in joined[:3]:
        going = [s for s in event.mentions if s.article == event.articles[-1]]
        found = decide(record, [split(event, going)])
        assert [r.state for r in found.decisions] == ["stands"]
        told = [e for e in found.events if {s.article for s in e.mentions} & {going[0].article}]
        apart = [e for e in told if e.kind == event.kind and going[0] in e.mentions]
        assert len(found.events) == len(record.events) + 1
        assert [e.articles for e in apart] == [(event.articles[-1],)]


def split(event: Event, going: list[Span]) -> Decision:
    """A person's decision that some mentions are of another event."""
    about = Target(of="events", id=event.id, kind=event.kind, anchor=event.mentions)
    return Decision(
        id="d1", when="2024-01-01T00:00:00.000000Z", by="test", act="split", about=about,
        evidence=tuple(going),
    )  # fmt: skip


@few
@given(seed=seeds)
def test_every_fact_is_cited_and_its_words_are_in_the_text(seed: int) -> None:
    record = make(pile_of(seed))
    texts = {a.id: a.text for a in record.articles}
    for event in record.events:
        assert event.mentions
    for span in spans(record):
        assert texts[span.article][span.start : span.end] == span.exact


def spans(record: Record) -> list[Span]:
    """All that a record cites."""
    found = [s for e in record.events for s in e.mentions]
    found += [s for e in record.events for c in e.claims for s in c.evidence]
    found += [s for a in record.actors for s in a.evidence]
    found += [s for said in record.statements for s in said.evidence]
    found += [s for d in record.disputes for p in d.positions for s in p.evidence]
    found += [s for a in record.articles for s in a.published.evidence]
    return found


@few
@given(seed=seeds)
def test_no_event_of_two_days_and_two_cities(seed: int) -> None:
    """An event is joined from mentions of one day or of one city."""
    pile = pile_of(seed)
    told = {}
    for article, reading in pile:
        for event in reading.events:
            told[(article.id, event.mentions[0].start)] = event
    for event in make(pile).events:
        own = [told[k] for s in event.mentions if (k := (s.article, s.start)) in told]
        cities = {e.place.city for e in own if e.place and e.place.city}
        days = {c.value for c in event.claims if c.attribute == "date"}
        single = event.date is not None and len(event.date) == 10
        assert not (single and len(cities) > 1 and len(days) > 1)
