"""The codebook's examples as tests: what a reader makes of them, beside what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.entries import Codebook, Example
from detente.codebook.loading import load
from detente.model import Actor, Article, Event, Published, Reading

TOLD = ("occurred", "ongoing")
"""Statuses of what is told as a fact."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that the reader does not bear out, and in what."""

    kind: str
    say: str
    reason: str


def check(
    read: Callable[[Article], Reading],
    *,
    book: Codebook | None = None,
    language: str = "fr",
    kinds: Sequence[str] | None = None,
) -> list[Failure]:
    """Reads every example of the codebook (or of `kinds`) with `read` and gives those that fail."""
    book = book or load()
    failures = []
    for kind in book.kinds.values():
        examples = kind.examples.get(language)
        if examples is None or (kinds and kind.kind not in kinds):
            continue
        for right, example in _both(examples.right, examples.wrong):
            reason = _fault(kind.kind, example, read(_article(example, language)), right)
            if reason:
                failures.append(Failure(kind.kind, example.say, reason))
    return failures


def _both(right: Iterable[Example], wrong: Iterable[Example]) -> Iterator[tuple[bool, Example]]:
    yield from ((True, example) for example in right)
    yield from ((False, example) for example in wrong)


def _article(example: Example, language: str) -> Article:
    return Article(
        id="example",
        source="example",
        text=example.say,
        language=language,
        published=Published(date=example.published, basis="given"),
    )


def _fault(kind: str, example: Example, reading: Reading, right: bool) -> str:
    """What is wrong with the reading of an example, in words; empty where nothing is."""
    same = [event for event in reading.events if event.kind == kind]
    if not right:
        told = [event for event in same if event.status in TOLD]
        return f"told as {told[0].status}: {told[0].mentions[0].exact!r}" if told else ""
    if not same:
        return f"not found; events: {[e.kind for e in reading.events] or 'none'}"
    actors = {actor.id: actor for actor in reading.actors}
    faults = [_differences(example, event, actors) for event in same]
    return "" if "" in faults else min(faults, key=len)


def _differences(example: Example, event: Event, actors: dict[str, Actor]) -> str:
    wanted = example.status or "occurred"
    found: list[str] = []
    if event.status != wanted and not (example.status is None and event.status == "ongoing"):
        found.append(f"status {event.status}, not {wanted}")
    if example.parties is not None:
        parties = {_code(p, actors) for p in event.parties}
        if parties != set(example.parties):
            found.append(f"parties {sorted(parties)}, not {sorted(example.parties)}")
    names = {
        name for p in event.participants if p.actor in actors for name in _names(actors[p.actor])
    }
    found.extend(f"{name} is missing" for name in example.people if name not in names)
    place = event.place
    if example.place and (place is None or example.place not in (place.city, place.country)):
        found.append(f"place {place and (place.city or place.country)}, not {example.place}")
    if example.venue and example.venue not in (event.venue or ""):
        found.append(f"venue {event.venue}, not {example.venue}")
    for name in ("date", "duration"):
        value, want = getattr(event, name), getattr(example, name)
        if want and value != want:
            found.append(f"{name} {value}, not {want}")
    freed = [(r.person, r.by, r.to) for r in event.released]
    found.extend(
        f"released {freed}"
        for want in example.released
        if not any(
            want["person"] in _names_of(person, actors)
            and (by, to) == (want.get("by", by), want.get("to", to))
            for person, by, to in freed
        )
    )
    return "; ".join(found)


def _code(party: str, actors: dict[str, Actor]) -> str:
    actor = actors.get(party)
    return party if actor is None or actor.kind == "state" else actor.country or actor.name


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _names_of(person: str, actors: dict[str, Actor]) -> tuple[str, ...]:
    return _names(actors[person]) if person in actors else (person,)
