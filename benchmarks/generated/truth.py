"""One process as it was: what happened, what was promised, and what some report will tell wrongly."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.generated.world import People, Person, State, data, states

PLAN = "call talks talks round visit exchange expulsion sanctions agreement attack release call talks".split()
"""Kinds of a process, of which one or two are left out; an expulsion is answered by another."""
PROMISING = frozenset({"call", "talks", "agreement"})
CONTRADICTED = {
    "place": ("talks", "exchange", "agreement"),
    "date": ("exchange", "release", "agreement"),
    "number": ("expulsion", "sanctions", "attack"),
    "doer": ("attack",),
    "status": ("talks", "call", "attack"),
    "topics": ("talks",),
}
"""Attribute that reports contradict each other on, to the kinds that it is planted in."""


@dataclass(eq=False)
class Happening:
    """One event. `a` is who does it or comes first; `first` and `last` are its days."""

    id: str
    kind: str
    first: date
    last: date
    a: State
    b: State
    city: tuple[str, str] | None = None
    p: Person | None = None
    q: Person | None = None
    freed: tuple[Person, ...] = ()
    """The first is of `b` and freed by `a`; the second of an exchange the other way round."""
    number: int | None = None
    topic: str = "trade"
    rival: State | None = None
    """Whom a report that errs credits with an attack."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of the codebook that answer it."""
        return {"round": ("talks",), "visit": ("visit", "talks")}.get(self.kind, (self.kind,))

    @property
    def days(self) -> str:
        """EDTF."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(eq=False)
class Promise:
    """What was promised at an event, and what became of it."""

    id: str
    spec: dict[str, str]
    made_at: Happening
    status: str
    told_by: Happening | None = None
    """The later event whose reports tell of it."""


@dataclass(eq=False)
class Contradiction:
    """An attribute of an event on which one report is against the others."""

    event: Happening
    attribute: str


@dataclass
class Story:
    """A whole process."""

    a: State
    b: State
    events: list[Happening] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)


def made_up(rng: random.Random, people: People) -> Story:
    """A process between two states: ten to fourteen events on different days over some months."""
    a, b = rng.sample(states(), 2)
    day = date(rng.randrange(2005, 2025), 1, 1) + timedelta(rng.randrange(365))
    story = Story(a, b)
    plan = list(PLAN)
    rng.shuffle(plan)
    places = [tuple(p) for p in data("world")["meeting_places"] if p[1] not in (a.code, b.code)]
    rng.shuffle(places)
    for kind in plan[: rng.randint(10, 12)]:
        day += timedelta(rng.randint(3, 16))
        event = _event(rng, people, kind, day, (a, b), places)
        event.id = f"{kind}-{len(story.events) + 1}"
        story.events.append(event)
        day = event.last
        if kind == "expulsion":
            day += timedelta(rng.randint(1, 4))
            answer = Happening(
                f"expulsion-{len(story.events) + 1}", kind, day, day, event.b, event.a,
                p=people.holder(event.b, "foreign", day.year),
                q=people.holder(event.a, "foreign", day.year), number=_other(rng, event.number),
            )  # fmt: skip
            story.events.append(answer)
    _promise(rng, story)
    _contradict(rng, story)
    return story


def _event(
    rng: random.Random,
    people: People,
    kind: str,
    day: date,
    pair: tuple[State, State],
    places: list[tuple[str, ...]],
) -> Happening:
    a, b = pair if rng.random() < 0.6 else pair[::-1]
    last = day + timedelta(rng.choice([1, 2, 2])) if kind == "round" else day
    post = {"call": "head", "round": "envoy", "talks": rng.choice(["foreign", "premier"])}
    held = post.get(kind, "foreign")
    event = Happening(
        "", kind, day, last, a, b,
        p=people.holder(a, held, day.year), q=people.holder(b, held, day.year),
        topic=rng.choice(sorted(data("world")["topics"])),
    )  # fmt: skip
    if kind in ("talks", "round", "exchange", "agreement"):
        again = rng.random() < 0.15
        city = places[0] if again else places.pop()
        event.city = (city[0], city[1])
    if kind == "attack":
        event.city = (b.second, b.code)
        event.rival = next(s for s in rng.sample(states(), 3) if s not in (a, b))
        event.number = rng.randint(6, 16)
    if kind in ("expulsion", "sanctions"):
        event.number = rng.randint(2, 14)
    if kind in ("exchange", "release"):
        event.freed = (people.nobody(b, "", rng),)
    if kind == "exchange":
        event.freed = (*event.freed, people.nobody(a, "", rng))
    return event


def _other(rng: random.Random, number: int | None) -> int:
    """Another number, more than a tenth away."""
    return next(n for n in iter(lambda: rng.randint(2, 16), None) if abs(n - (number or 0)) > 1)


def _promise(rng: random.Random, story: Story) -> None:
    specs = rng.sample(data("phrases")["promises"], 2)
    made = [e for e in story.events[:-3] if e.kind in PROMISING]
    for n, (spec, event) in enumerate(zip(specs, made, strict=False)):
        fates = [f for f in ("kept", "broken") if f in spec]
        fate = rng.choice([*fates, "open"])
        status = {"kept": "carried_out", "broken": "broken", "open": "open"}[fate]
        later = [e for e in story.events if (e.first - event.last).days > 5]
        told = rng.choice(later) if fate != "open" else None
        story.promises.append(Promise(f"promise-{n + 1}", spec, event, status, told))


def _contradict(rng: random.Random, story: Story) -> None:
    """Two or three contradictions, each of another event and kind."""
    attributes = rng.sample(sorted(CONTRADICTED), len(CONTRADICTED))
    taken: set[str] = set()
    for attribute in attributes:
        fitting = [
            e for e in story.events if e.kind in CONTRADICTED[attribute] and e.id not in taken
        ]
        if fitting and len(taken) < 3:
            event = rng.choice(fitting)
            taken.add(event.id)
            story.contradictions.append(Contradiction(event, attribute))
