"""A generated process: its reports and, in the form of the reference records, its truth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from benchmarks.generated.readings import Report, written
from benchmarks.generated.telling import plans
from benchmarks.generated.truth import Happening, Promise, Story, made_up
from benchmarks.generated.world import People, Person
from benchmarks.generated.writing import Writer

REPORTS = 40
"""Reports of a process."""


@dataclass(eq=False)
class Process:
    """What happened, and the reports that tell of it in the order in which they came out."""

    name: str
    story: Story
    reports: list[Report]

    def truth(self) -> dict[str, Any]:
        """The truth in the form of the reference records; of events that no report tells, nothing.
        Beside their keys, each event has `told`: the report and the sentence, for each telling."""
        events = [found for e in self.story.events if (found := self._event(e))]
        told = {e["id"] for e in events}
        return {
            "dossier": self.name,
            "language": "fr",
            "articles": {r.id: _article(r) for r in self.reports},
            "actors": [_actor(p) for p in self._people()],
            "events": events,
            "distinct": _distinct(self.story.events, told),
            "undertakings": [u for p in self.story.promises if (u := self._promise(p))],
            "disputes": [d for d in self._disputes() if d["event"] in told],
        }

    def _event(self, event: Happening) -> dict[str, Any] | None:
        told = [
            {"article": r.id, "says": p.sentence.text}
            for r in self.reports
            for p in r.sentences
            if p.sentence.telling and p.sentence.telling.event is event
            if p.sentence.telling.manner != "denial"
        ]
        if not told:
            return None
        found: dict[str, Any] = {
            "id": event.id,
            "core": True,
            "kind": list(event.kinds),
            "date": event.days,
            "parties": [event.a.code, event.b.code],
            "articles": list(dict.fromkeys(t["article"] for t in told)),
        }
        if event.city and event.kind != "visit":
            found["place"] = {"country": event.city[1], "city": [event.city[0]]}
        if event.freed:
            sides = [(event.a.code, event.b.code), (event.b.code, event.a.code)]
            found["released"] = [
                {"person": p.name, "by": by, "to": to}
                for p, (by, to) in zip(event.freed, sides, strict=False)
            ]
        elif event.p and event.q and event.kind in ("call", "talks", "round", "agreement"):
            found["participants"] = [event.p.name, event.q.name]
        return {**found, "told": told}

    def _promise(self, promise: Promise) -> dict[str, Any] | None:
        keys = {p.sentence.promise[1] for r in self.reports for p in r.sentences
                if p.sentence.promise and p.sentence.promise[0] is promise}  # fmt: skip
        if "made" not in keys:
            return None
        return {
            "id": promise.id,
            "text": [promise.spec["text"]],
            "made_at": promise.made_at.id,
            "status": promise.status if keys & {"kept", "broken"} else "open",
        }

    def _disputes(self) -> Iterator[dict[str, Any]]:
        for contradiction in self.story.contradictions:
            told = [
                {"article": r.id, "says": [p.sentence.text]}
                for r in self.reports
                for p in r.sentences
                if p.sentence.telling and p.sentence.telling.contradiction is contradiction
            ]
            event = contradiction.event
            if not told:
                continue
            yield {
                "id": f"{contradiction.attribute}-{event.id}",
                "event": event.id,
                "attribute": contradiction.attribute,
                "positions": told,
            }

    def _people(self) -> list[Person]:
        """Everybody whom a report names."""
        found: dict[int, Person] = {}
        for report in self.reports:
            for placed in report.sentences:
                for kind, value, *_ in placed.sentence.marks:
                    if kind == "person":
                        found.setdefault(id(value), value)
        return list(found.values())


def processes(seed: int, count: int, reports: int = REPORTS) -> Iterator[Process]:
    """Processes, one after the other; the same for the same seed."""
    people = People(seed)
    for number in range(count):
        name = f"g{seed}-{number + 1:04}"
        rng = random.Random(f"{seed} {number}")
        story = made_up(rng, people)
        found = plans(rng, story, reports, name)
        written_as = [
            written(
                plan, Writer(_rng(seed, plan.copy_of or plan), plan.copy_of or plan).sentences()
            )
            if plan.copy_of is None
            else _copied(seed, plan)
            for plan in found
        ]
        yield Process(name, story, written_as)


def _copied(seed: int, plan: Any) -> Report:
    original = plan.copy_of
    return written(plan, Writer(_rng(seed, original), original).sentences())


def _rng(seed: int, plan: Any) -> random.Random:
    return random.Random(f"{seed} {plan.id}")


def reports(seed: int, count: int) -> Iterator[Report]:
    """So many reports, of as many processes as it takes."""
    left = count
    for process in processes(seed, -(-count // REPORTS)):
        yield from process.reports[:left]
        left -= len(process.reports)


# ---------------------------------------------------------------- the form of the truth


def _article(report: Report) -> dict[str, Any]:
    """An undated report came out on the day of its news or the next."""
    plan = report.plan
    first, last = plan.out, plan.out
    if not plan.dated:
        first, last = plan.lead.day, plan.lead.day + timedelta(1)
    return {
        "language": "fr",
        "published": {"from": first.isoformat(), "to": last.isoformat()},
        "dated": plan.dated,
        "copy_of": plan.copy_of.id if plan.copy_of else None,
    }


def _actor(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "kind": "person",
        "country": person.state.code,
        "aliases": list(person.spellings[1:]),
    }


def _distinct(events: list[Happening], told: set[str]) -> list[list[str]]:
    """Pairs of events of one kind between the same two, which a careless merge would join."""
    return [
        [e.id, f.id]
        for n, e in enumerate(events)
        for f in events[n + 1 :]
        if {e.id, f.id} <= told and set(e.kinds) & set(f.kinds)
    ]
