"""Readings made by hand: reports of our own, told piece by piece so that every span holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from detente.model import (
    Actor,
    Article,
    Claim,
    DateMention,
    Event,
    Participant,
    Place,
    Published,
    Reading,
    Role,
    Span,
    Statement,
    Undertaking,
    When,
)


@dataclass
class Report:
    """One report in the making. `done` gives the article and its reading."""

    id: str
    published: str | None = None
    outlet: str | None = None
    text: str = ""
    actors: list[Actor] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)

    def say(self, words: str, part: str | None = None) -> Span:
        """Adds a sentence; the span of it, or of a part of it."""
        start = len(self.text)
        self.text += words + "\n"
        part = part or words
        at = start + words.index(part)
        return Span(self.id, at, at + len(part), part)

    def actor(
        self,
        name: str,
        kind: str = "person",
        *,
        country: str | None = None,
        title: str | None = None,
        aliases: Iterable[str] = (),
    ) -> str:
        identifier = country if kind == "state" and country else f"a{len(self.actors) + 1}"
        span = self.say(f"{title or ''} {name}.".strip(), name)
        roles = (Role(title=title, country=country, evidence=(span,)),) if title else ()
        self.actors.append(
            Actor(
                id=identifier,
                kind=kind,  # type: ignore[arg-type]
                name=name,
                aliases=tuple(aliases),
                country=country,
                roles=roles,
                evidence=(span,),
            )
        )
        return identifier

    def event(
        self,
        kind: str,
        words: str,
        *,
        when: When | str | None = None,
        city: str | None = None,
        country: str | None = None,
        people: Iterable[str] = (),
        claims: Iterable[tuple[str, str]] = (),
        **fields: Any,
    ) -> str:
        identifier = f"e{len(self.events) + 1}"
        span = self.say(words)
        worded = When(edtf=when, anchor="none") if isinstance(when, str) else when
        if worded is not None:
            self.dates.append(DateMention(span=span, when=worded))
        self.events.append(
            Event(
                id=identifier,
                kind=kind,
                when=worded,
                place=Place(city=city, country=country) if city or country else None,
                participants=tuple(Participant(actor=p) for p in people),
                claims=tuple(Claim(attribute=a, value=v, evidence=(span,)) for a, v in claims),
                articles=(self.id,),
                mentions=(span,),
                **fields,
            )
        )
        return identifier

    def done(self) -> tuple[Article, Reading]:
        basis = "stated" if self.published else None
        return (
            Article(
                id=self.id,
                source=self.id,
                text=self.text,
                outlet=self.outlet,
                language="fr",
                published=Published(date=self.published, basis=basis),  # type: ignore[arg-type]
            ),
            Reading(
                article=self.id,
                actors=tuple(self.actors),
                dates=tuple(self.dates),
                events=tuple(self.events),
                statements=tuple(self.statements),
                undertakings=tuple(self.undertakings),
            ),
        )


WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


@pytest.fixture(scope="session")
def report() -> type[Report]:
    return Report


@pytest.fixture(scope="session")
def on() -> Any:
    """`on("thursday")`, `on(day=10, month=4)`, `on("today")`: times as reports word them."""

    def make(name: str | None = None, **fields: Any) -> When:
        if name == "today":
            return When(anchor="published", unit="day")
        if name is not None:
            return When(anchor="published", unit="weekday", weekday=WEEKDAYS.index(name), **fields)
        return When(anchor="published", **fields)

    return make


@pytest.fixture(scope="session")
def record() -> Any:
    """`record(one, other, …)`: the record of some reports."""
    from detente.record import build

    def make(*reports: Report) -> Any:
        done = [r.done() for r in reports]
        return build([a for a, _ in done], [r for _, r in done])

    return make
