"""A generated report as an Article, and its reading without mistakes, made without reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from benchmarks.generated.telling import Plan, Telling
from benchmarks.generated.world import Person, State
from benchmarks.generated.writing import Mark, Sentence
from detente.codebook import load
from detente.language.gazetteer import cities
from detente.model import (
    Actor,
    Article,
    Claim,
    DateMention,
    Event,
    Participant,
    Place,
    Plover,
    Published,
    Reading,
    Released,
    Role,
    Span,
    Statement,
    Undertaking,
    When,
)

PEOPLED = frozenset({"call", "talks", "visit", "agreement"})
"""Kinds whose people take part; of others they only tell of it."""


@dataclass(eq=False)
class Placed:
    """A sentence and where it starts in the report's text."""

    sentence: Sentence
    start: int


@dataclass(eq=False)
class Report:
    """A report, as text and as what is in it."""

    plan: Plan
    title: str
    text: str
    """The title, a blank line, then the paragraphs: as `detente.press` has it."""
    sentences: list[Placed] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.plan.id

    def line(self) -> dict[str, str]:
        """The report as an object of JSON Lines, which `detente read` takes in."""
        given = {"published": self.plan.out.isoformat()} if self.plan.dated else {}
        return {
            "id": self.id, "url": self.id, "title": self.title,
            "text": self.text.removeprefix(self.title).lstrip("\n"),
            "outlet": self.plan.outlet, "language": "fr", **given,
        }  # fmt: skip

    def article(self) -> Article:
        """The report as `detente.press` gives it."""
        published = Published()
        if self.plan.dated:
            published = Published(date=self.plan.out.isoformat(), basis="given")
        return Article(
            id=self.id, source=self.id, text=self.text, title=self.title,
            outlet=self.plan.outlet, language="fr", published=published,
        )  # fmt: skip

    def reading(self) -> Reading:
        """All that the report says, and nothing else."""
        return _Reader(self).reading()


def written(plan: Plan, paragraphs: list[list[Sentence]]) -> Report:
    """The report of some paragraphs, the first of which is its headline. A copy lacks the last
    paragraph of what it repeats, where there are enough."""
    if plan.copy_of is not None and len(paragraphs) > 4:
        paragraphs = paragraphs[:-1]
    report = Report(plan, paragraphs[0][0].text, "")
    parts: list[str] = []
    at = 0
    for paragraph in paragraphs:
        for n, sentence in enumerate(paragraph):
            report.sentences.append(Placed(sentence, at))
            gap = " " if n + 1 < len(paragraph) else "\n\n"
            parts += [sentence.text, gap]
            at += len(sentence.text) + len(gap)
    report.text = "".join(parts[:-1])
    return report


class _Reader:
    """Puts together the reading of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._actors: dict[str, Actor] = {}
        self._locals: dict[int, str] = {}
        self._dates: list[DateMention] = []

    def reading(self) -> Reading:
        told: dict[tuple[int, bool], list[Placed]] = {}
        for placed in self._report.sentences:
            for mark in placed.sentence.marks:
                self._note(mark, placed)
            telling = placed.sentence.telling
            if telling is not None:
                key = (id(telling.event), telling.manner == "denial")
                told.setdefault(key, []).append(placed)
        events = [self._event(f"e{n + 1}", same) for n, same in enumerate(told.values())]
        made_at = {key[0]: f"e{n + 1}" for n, key in enumerate(told)}
        return Reading(
            article=self._report.id,
            made_with="generated",
            actors=tuple(self._actors.values()),
            dates=tuple(self._dates),
            events=tuple(events),
            statements=tuple(self._statements()),
            undertakings=tuple(self._undertakings(made_at)),
        )

    def _span(self, placed: Placed, start: int, end: int) -> Span:
        start, end = placed.start + start, placed.start + end
        return Span(self._report.id, start, end, self._report.text[start:end])

    # ------------------------------------------------------------ who and when

    def _note(self, mark: Mark, placed: Placed) -> None:
        kind, value, start, end = mark
        span = self._span(placed, start, end)
        if kind == "when":
            self._dates.append(DateMention(span=span, when=value))
        elif kind == "state":
            self._add(value.code, "state", value.bare, value.code, span)
        elif kind == "group":
            self._add(f"g{span.start}", "group", span.exact, value.code, span)
        elif kind == "person":
            self._add(self._local(value), "person", span.exact, None, span)
        elif kind == "post":
            title = span.exact.split(" ", 1)[-1].replace(f" {value.state.m}", "")
            role = Role(
                title=title.replace(f" {value.state.f}", ""),
                country=value.state.code,
                evidence=(span,),
            )
            local = self._local(value)
            self._add(local, "person", "", value.state.code, span, role)

    def _local(self, person: Person) -> str:
        return self._locals.setdefault(id(person), f"p{len(self._locals) + 1}")

    def _add(
        self, local: str, kind: Any, name: str, country: str | None, span: Span, *roles: Role
    ) -> None:
        old = self._actors.get(local)
        self._actors[local] = Actor(
            id=local,
            kind=kind,
            name=old.name if old and old.name else name,
            country=country or (old.country if old else None),
            roles=((old.roles if old else ()) or roles),
            evidence=((old.evidence if old else ()) + (span,))
            if name
            else old.evidence
            if old
            else (),
        )

    # ------------------------------------------------------------ what

    def _event(self, local: str, same: list[Placed]) -> Event:
        first = same[0].sentence.telling
        assert first is not None
        kind = first.as_told.kinds[0]
        marks = [(m, placed) for placed in same for m in placed.sentence.marks]
        spans = {
            name: [self._span(placed, m[2], m[3]) for m, placed in marks if m[0] == name]
            for name in ("trigger", "when", "city")
        }
        whole = [self._span(placed, 0, len(placed.sentence.text)) for placed in same]
        whens = [m[1] for m, _ in marks if m[0] == "when"]
        when: When | None = whens[0] if whens else None
        topics = tuple(sorted({first.event.topic} if self._topical(same, first) else ()))
        entry = load().kinds[kind]
        return Event(
            id=local,
            kind=kind,
            status="denied" if first.manner == "denial" else "occurred",
            plover=Plover(type=entry.plover.type, mode=entry.plover.mode),
            cameo=entry.cameo,
            when=when,
            place=_place(first, kind, spans["city"]),
            parties=tuple(dict.fromkeys(s.code for s in _parties(first, kind))),
            participants=tuple(self._participants(kind, first, marks)),
            topics=topics,
            released=tuple(self._released(first, marks)),
            articles=(self._report.id,),
            mentions=tuple(dict.fromkeys([*spans["trigger"], *whole])),
            claims=tuple(_claims(kind, first, spans)),
            nominal=first.manner == "again",
            reference="demonstrative" if first.manner == "again" else "new",
        )

    def _topical(self, same: list[Placed], telling: Telling) -> bool:
        return any(
            "topic" in (p.sentence.telling.template or "") for p in same if p.sentence.telling
        )

    def _participants(
        self, kind: str, telling: Telling, marks: list[tuple[Mark, Placed]]
    ) -> Iterator[Participant]:
        spans: dict[str, Span] = {}
        for mark, placed in marks:
            if mark[0] == "person" and mark[1] not in telling.as_told.freed:
                spans.setdefault(self._local(mark[1]), self._span(placed, mark[2], mark[3]))
            if mark[0] == "group":
                span = self._span(placed, mark[2], mark[3])
                yield Participant(
                    actor=f"g{span.start}", part="target", side=mark[1].code, evidence=(span,)
                )
        if kind == "attack":
            state = telling.as_told.a.code
            named = (self._span(p, m[2], m[3]) for m, p in marks if m[0] == "state")
            yield Participant(actor=state, side=state, evidence=tuple(named)[:1])
        if kind in PEOPLED:
            for local, span in spans.items():
                side = self._actors[local].country
                yield Participant(actor=local, side=side, evidence=(span,))

    def _released(self, telling: Telling, marks: list[tuple[Mark, Placed]]) -> Iterator[Released]:
        event = telling.as_told
        for n, person in enumerate(event.freed):
            by, to = (event.a, event.b) if n == 0 else (event.b, event.a)
            spans = [
                self._span(p, m[2], m[3]) for m, p in marks if m[0] == "person" and m[1] is person
            ]
            if spans:
                yield Released(
                    person=self._local(person), by=by.code, to=to.code, evidence=(spans[0],)
                )

    # ------------------------------------------------------------ words and promises

    def _statements(self) -> Iterator[Statement]:
        for placed in self._report.sentences:
            said = placed.sentence
            if said.quote is not None and said.speaker is not None:
                at = said.text.index(said.quote)
                span = self._span(placed, at, at + len(said.quote))
                cue = self._span(placed, at + len(said.quote), len(said.text))
                yield Statement(
                    id=f"s{placed.start}", speaker=self._local(said.speaker), quote=said.quote,
                    evidence=(span,), cue=(cue,),
                )  # fmt: skip

    def _undertakings(self, made_at: dict[int, str]) -> Iterator[Undertaking]:
        for placed in self._report.sentences:
            if placed.sentence.promise is None or placed.sentence.promise[1] != "made":
                continue
            promise = placed.sentence.promise[0]
            (mark,) = [m for m in placed.sentence.marks if m[0] == "promise"]
            span = self._span(placed, mark[2], mark[3])
            one = promise.spec["made"].startswith("{a} a ")
            sides = (promise.made_at.a,) if one else (promise.made_at.a, promise.made_at.b)
            yield Undertaking(
                id=f"u{placed.start}", text=span.exact, parties=tuple(s.code for s in sides),
                made_at=made_at.get(id(promise.made_at)), evidence=(span,),
            )  # fmt: skip


def _claims(kind: str, telling: Telling, spans: dict[str, list[Span]]) -> Iterator[Claim]:
    """Who says what is left out, as the reader leaves out what a report says in its own voice."""
    yield Claim(attribute="kind", value=kind, evidence=tuple(spans["trigger"][:1]))
    place = _place(telling, kind, spans["city"])
    if place is not None and spans["city"]:
        value = f"{place.city}, {place.country}"
        yield Claim(attribute="place", value=value, evidence=tuple(spans["city"][:1]))
    if spans["when"]:
        yield Claim(attribute="date", value="", evidence=tuple(spans["when"][:1]))


def _parties(telling: Telling, kind: str) -> tuple[State, ...]:
    return (telling.as_told.a, telling.as_told.b)


def _place(telling: Telling, kind: str, spans: list[Span]) -> Place | None:
    """The city where a sentence names it; a visit is to the other's capital."""
    event = telling.as_told
    if kind == "visit":
        return _at(event.b.seat, event.b.code)
    return _at(*event.city) if event.city and spans else None


@cache
def _at(name: str, country: str) -> Place:
    found = next((c for c in cities(name) if c.country == country), None)
    return Place(
        city=name,
        country=country,
        latitude=found.latitude if found else None,
        longitude=found.longitude if found else None,
    )
