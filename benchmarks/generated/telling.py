"""Which report of a process tells what, when it comes out, and what of it is dropped or wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.generated.truth import Contradiction, Happening, Promise, Story
from benchmarks.generated.world import data

UNDATED, COPIES = 0.2, 0.08
"""Share of the reports whose date is dropped, and that repeat another's text."""


@dataclass(eq=False)
class Telling:
    """An event as one report has it. `as_told` differs from `event` where the report errs."""

    event: Happening
    as_told: Happening
    manner: str
    """A key of `phrases.yaml` under the event's kind, or of its contradictions."""
    day: date
    contradiction: Contradiction | None = None
    template: str | None = None


@dataclass(eq=False)
class Plan:
    """One report: when it came out, what it leads with and what else it tells."""

    id: str
    out: date
    outlet: str
    lead: Telling
    dated: bool = True
    others: list[Telling] = field(default_factory=list)
    promises: list[tuple[Promise, str]] = field(default_factory=list)
    """With the key of the words: made, kept, broken."""
    copy_of: Plan | None = None


def plans(rng: random.Random, story: Story, count: int, name: str) -> list[Plan]:
    """The reports of a process, `count` of them, in the order in which they came out."""
    copies = round(count * COPIES)
    heads = [e for e in story.events for _ in range(2)]
    while len(heads) < count - copies:
        heads.append(rng.choice(story.events))
    heads = heads[: count - copies]
    outlets = data("world")["outlets"]
    found: list[Plan] = []
    for event in sorted(heads, key=lambda e: (e.first, e.id)):
        day = event.first + timedelta(rng.randint(0, (event.last - event.first).days))
        out = day + timedelta(rng.choice([0, 0, 1]))
        lead = Telling(event, event, _manner(event, day), day)
        found.append(Plan("", out, rng.choice(outlets), lead))
    for contradiction in story.contradictions:
        _plant(rng, contradiction, found)
    for plan in found:
        _look_back(rng, story, plan)
    _tell_promises(rng, story, found)
    _drop_dates(rng, story, found)
    for plan in rng.sample(found, copies):
        outlet = rng.choice([o for o in outlets if o != plan.outlet])
        found.append(replace(plan, outlet=outlet, copy_of=plan, dated=True))
    found.sort(key=lambda p: (p.out, p.lead.event.id))
    for number, plan in enumerate(found):
        plan.id = f"{name}-{number + 1:02}"
    return found


def _manner(event: Happening, day: date) -> str:
    if event.kind != "round":
        return "lead"
    return "opening" if day == event.first else "closing" if day == event.last else "next"


def _plant(rng: random.Random, contradiction: Contradiction, found: list[Plan]) -> None:
    """Makes one report, of those that lead with the event, tell it otherwise; none where fewer
    than two do."""
    event, attribute = contradiction.event, contradiction.attribute
    own = [p for p in found if p.lead.event is event]
    if len(own) < 2:
        return
    plan = own[-1]
    if attribute == "topics" or (attribute == "number" and event.kind == "attack"):
        one, other = rng.choice(data("phrases")["contradictions"][attribute][event.kind])
        erring = _otherwise(rng, event, attribute) if attribute == "number" else event
        for report, as_told, words in ((own[0], event, one), (plan, erring, other)):
            report.others.append(
                Telling(event, as_told, "again", event.first, contradiction, words)
            )
        return
    if attribute == "status":
        words = rng.choice(data("phrases")["contradictions"]["denial"][event.kind])
        plan.lead = Telling(event, event, "denial", event.first, contradiction, words)
        return
    plan.lead = replace(
        plan.lead, as_told=_otherwise(rng, event, attribute), contradiction=contradiction
    )
    if attribute == "date":
        plan.lead.day = plan.lead.as_told.first


def _otherwise(rng: random.Random, event: Happening, attribute: str) -> Happening:
    """The event with another value of one attribute."""
    if attribute == "place":
        own = {event.a.code, event.b.code, (event.city or ("", ""))[1]}
        places = [p for p in data("world")["meeting_places"] if p[1] not in own]
        city = rng.choice(places)
        return replace(event, city=(city[0], city[1]))
    if attribute == "date":
        day = event.first - timedelta(rng.choice([1, 2]))
        return replace(event, first=day, last=day)
    if attribute == "number":
        number, other = event.number or 2, rng.choice([2, 3, 4])
        # the dead may grow in number from one report to the next: only fewer of them contradict
        return replace(event, number=number - other if event.kind == "attack" else number + other)
    return replace(event, a=event.rival or event.a)


def _look_back(rng: random.Random, story: Story, plan: Plan) -> None:
    """Up to three earlier events told as background, nearer ones more often; and the event of the
    lead referred to again."""
    lead = plan.lead
    if rng.random() < 0.4 and lead.manner == "lead":
        plan.others.insert(0, Telling(lead.event, lead.as_told, "again", lead.day))
    before = [e for e in story.events if e.last < lead.event.first and e.last < lead.day]
    weights = [1.0 / (1 + n) for n in range(len(before))][::-1]
    for _ in range(min(len(before), rng.choice([0, 1, 1, 2, 3]))):
        (event,) = rng.choices(before, weights)
        if all(t.event is not event for t in plan.others):
            plan.others.append(Telling(event, event, "background", event.first))


def _tell_promises(rng: random.Random, story: Story, found: list[Plan]) -> None:
    for promise in story.promises:
        own = [p for p in found if p.lead.event is promise.made_at and p.lead.manner == "lead"]
        for plan in own[:2]:
            plan.promises.append((promise, "made"))
        if promise.told_by is not None:
            later = [p for p in found if p.lead.event is promise.told_by]
            key = "kept" if promise.status == "carried_out" else "broken"
            for plan in rng.sample(later, min(2, len(later))):
                plan.promises.append((promise, key))


def _drop_dates(rng: random.Random, story: Story, found: list[Plan]) -> None:
    """Drops the dates of reports that can be dated all the same: another report, dated, leads
    with the same event, and no like event was on the same weekday."""
    wanted = round(UNDATED * len(found))
    for plan in rng.sample(found, len(found)):
        if wanted and _can_be_dated(story, plan, found):
            plan.dated = False
            wanted -= 1


def _can_be_dated(story: Story, plan: Plan, found: list[Plan]) -> bool:
    lead, event = plan.lead, plan.lead.event
    beside = any(
        p is not plan and p.dated and p.lead.event is event and p.lead.day == lead.day
        for p in found
        if p.lead.contradiction is None
    )
    alike = [
        e
        for e in story.events
        if e is not event
        and set(e.kinds) & set(event.kinds)
        and e.city == event.city
        and (e.a is event.a or event.kind == "call")
        and any(
            (e.first + timedelta(n)).weekday() == lead.day.weekday()
            for n in range((e.last - e.first).days + 1)
        )
    ]
    planted = lead.contradiction or any(t.contradiction for t in plan.others)
    return beside and not alike and not planted
