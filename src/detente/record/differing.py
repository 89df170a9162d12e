"""Where reports differ on the place, the day or the doer of an event, or on how many it was done to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from detente.model import Actor, Article, Claim, Event, Position, Span
from detente.record import days
from detente.record.comparing import Told
from detente.record.coordinates import point
from detente.record.crediting import Credit
from detente.record.figures import told_in
from detente.record.numbers import groups
from detente.record.stable import fold

TOLD = frozenset({"occurred", "ongoing"})
ACTS = frozenset({"attack"})
"""Kinds that one side does, of which the doer can be in doubt."""
NEAR = 0.5
"""Degrees between two names of one place."""

Difference = tuple[Event, str, list[Position]]
Value = tuple[str, str, Span]
"""What a report says: the value, its report, the words."""


def differences(
    articles: Mapping[str, Article], events: Iterable[Event], credit: Credit
) -> Iterator[Difference]:
    """Events with the attribute that reports differ on, and the positions. `articles` are those
    that have a say of their own."""
    for event in events:
        if event.status not in TOLD:
            continue
        for attribute, told in (
            ("place", _places(event)),
            ("date", _dates(event)),
            ("doer", _doers(event)),
        ):
            said = [(v, a, s) for v, a, s in told if a in articles]
            if _apart(said, attribute):
                yield event, attribute, _positions(said, credit)


def numbers(
    event: Event, articles: Mapping[str, Article], actors: Mapping[str, Actor]
) -> Iterator[Told]:
    """How many people reports say that something was done to (« douze diplomates »)."""
    for participant in event.participants:
        for span in participant.evidence[:1]:
            article = articles.get(span.article)
            if article is None:
                continue
            one = Event(id="", kind=event.kind, participants=(participant,))
            for value, _ in groups(one, actors, article.language):
                source = article.outlet or article.id
                claim = Claim(
                    attribute="number", value=f"{value:.10g}", source=source, evidence=(span,)
                )
                yield Told(claim, article, source)


def freed(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, Told]]:
    """How many reports that tell it as done say were freed, with the state to which they went; of one
    that numbers several groups for one state, none."""
    ahead = {
        span.article
        for claim in event.claims
        if claim.attribute == "status" and claim.value not in TOLD
        for span in claim.evidence
    }
    said: dict[tuple[str, str], dict[float, Span]] = {}
    for group in event.released:
        for span in group.evidence:
            article = articles.get(span.article)
            if group.to and article is not None and article.id not in ahead:
                value = told_in(f"{span.exact} ", article.language)
                if value is not None and value > 1:
                    said.setdefault((group.to, article.id), {})[value] = span
    for (state, identifier), values in sorted(said.items()):
        if len(values) == 1:
            article = articles[identifier]
            ((value, span),) = values.items()
            source = article.outlet or article.id
            claim = Claim(
                attribute="number", value=f"{value:.10g}", source=source, evidence=(span,)
            )
            yield state, Told(claim, article, source)


# ---------------------------------------------------------------- what is said of each


def _places(event: Event) -> Iterator[Value]:
    for claim in event.claims:
        if claim.attribute == "place":
            yield from ((claim.value, span.article, span) for span in claim.evidence)


def _dates(event: Event) -> Iterator[Value]:
    """Days that reports give, of an event of one day."""
    if not days.of(event.date).single:
        return
    for claim in event.claims:
        if claim.attribute == "date" and days.of(claim.value).single:
            yield from ((claim.value, span.article, span) for span in claim.evidence)


def _doers(event: Event) -> Iterator[Value]:
    if event.kind not in ACTS:
        return
    for participant in event.participants:
        if participant.part not in ("target", "released") and participant.side:
            yield from ((participant.side, s.article, s) for s in participant.evidence)


def _apart(said: Iterable[Value], attribute: str) -> bool:
    """Two reports whose values are all different."""
    by_report: dict[str, set[str]] = {}
    for value, article, _ in said:
        by_report.setdefault(article, set()).add(value)
    differ = _other_place if attribute == "place" else str.__ne__
    return any(
        all(differ(x, y) for x in one for y in other)
        for one, other in combinations(by_report.values(), 2)
    )


def _other_place(one: str, other: str) -> bool:
    """Two places (« Genève, CH », “Geneva, CH”, « CH ») that are neither one nor one in the other."""
    (city, _, country), (town, _, land) = (v.rpartition(", ") for v in (one, other))
    if country != land:
        return True
    if not city or not town or fold(city) == fold(town):
        return False
    here, there = point(city, country), point(town, land)
    if here is None or there is None:
        return False
    return abs(here[0] - there[0]) > NEAR or abs(here[1] - there[1]) > NEAR


def _positions(said: Iterable[Value], credit: Credit) -> list[Position]:
    """One position a value, with the source that holds it first and all evidence."""
    by_value: dict[str, list[Span]] = {}
    for value, _, span in sorted(said, key=lambda v: (v[0], v[2].article, v[2].start)):
        by_value.setdefault(value, []).append(span)
    return [
        Position(
            value=value,
            source=credit.of(held[0]),
            evidence=tuple(dict.fromkeys(held)),
            sources=len(credit.behind(held)),
        )
        for value, held in by_value.items()
    ]
