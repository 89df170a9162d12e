"""Joins and splits that a person decides: of events, and of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from detente import edtf
from detente.errors import DecisionError
from detente.model import Actor, Claim, Decision, Event, Participant, Span
from detente.record import references
from detente.record.altering import cited
from detente.record.anchoring import Facts, spans_of
from detente.record.crediting import Credit
from detente.record.merging import PARTS as PEOPLES_PARTS
from detente.record.merging import STATUSES
from detente.record.stable import fold, short_hash, unique_spans

T = TypeVar("T")
JOINABLE = ("events", "actors")


def join(facts: Facts, part: str, kept: str, others: Sequence[str], decision: Decision) -> None:
    """Makes one of several events, or of several actors. The first keeps its id and its values;
    the others add what it has not."""
    _joinable(part)
    own = facts.parts[part]
    fact = own[kept]
    for other in others:
        fact = _events(fact, own[other]) if part == "events" else _actors(fact, own[other])
        del own[other]
    if isinstance(fact, Event):
        reason = _reason("joined", decision)
        sources = len(Credit(list(facts.articles.values())).behind(fact.mentions))
        fact = msgspec.structs.replace(fact, reasons=(*fact.reasons, reason), sources=sources)
    facts.put(part, fact)
    references.rename(facts, part, dict.fromkeys(others, kept))
    if part == "actors":
        for event in list(facts.parts["events"].values()):
            if kept in {p.actor for p in event.participants}:
                people = _people(event.participants)
                facts.put("events", msgspec.structs.replace(event, participants=people))


def split(facts: Facts, part: str, fact_id: str, decision: Decision) -> str:
    """Takes some mentions of an event, or of an actor, for another one; its id."""
    _joinable(part)
    fact = facts.parts[part][fact_id]
    spans = cited(facts, decision)
    going = [s for s in spans_of(fact) if any(_overlap(s, other) for other in spans)]
    staying = [s for s in spans_of(fact) if s not in going]
    if not going or not staying:
        raise DecisionError("the machine does not read these mentions as one now")
    new = f"{part[0]}-" + short_hash(decision.id)
    if isinstance(fact, Event):
        _split_event(facts, fact, new, (staying, going), decision)
    else:
        _split_actor(facts, fact, new, (staying, going), decision)
    return new


def _joinable(part: str) -> None:
    if part not in JOINABLE:
        raise DecisionError(f"only {' and '.join(JOINABLE)} are joined and split, not {part}")


def _reason(what: str, decision: Decision) -> str:
    return f"{what} by {decision.by}" + (f": {decision.why}" if decision.why else "")


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _all(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


# ---------------------------------------------------------------- events


def _events(one: Event, other: Event) -> Event:
    freed = {r.person: r for r in (*other.released, *one.released)}
    return msgspec.structs.replace(
        one,
        status=min(one.status, other.status, key=STATUSES.index),
        date=_finer(one.date, other.date),
        date_basis=one.date_basis or other.date_basis,
        when=one.when or other.when,
        place=one.place or other.place,
        venue=one.venue or other.venue,
        duration=one.duration or other.duration,
        parties=tuple(sorted({*one.parties, *other.parties})),
        participants=_people((*one.participants, *other.participants)),
        topics=tuple(sorted({*one.topics, *other.topics})),
        released=tuple(freed[person] for person in sorted(freed)),
        articles=tuple(sorted({*one.articles, *other.articles})),
        mentions=_all(one.mentions, other.mentions),
        claims=_claims((*one.claims, *other.claims)),
        nominal=one.nominal and other.nominal,
        reasons=_all(one.reasons, other.reasons),
    )


def _finer(one: str | None, other: str | None) -> str | None:
    """The first date, unless the other lies within it."""
    if one and other and edtf.contains(one, other):
        return other
    return one or other


def _people(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """One entry an actor, with its most telling part and all evidence."""
    same: dict[str, list[Participant]] = {}
    for participant in participants:
        same.setdefault(participant.actor, []).append(participant)
    ranks = {part: n for n, part in enumerate(PEOPLES_PARTS)}
    return tuple(
        Participant(
            actor=actor,
            part=min((p.part for p in people), key=lambda part: ranks.get(part, len(ranks))),
            side=next((p.side for p in people if p.side), None),
            evidence=unique_spans(s for p in people for s in p.evidence),
        )
        for actor, people in sorted(same.items())
    )


def _claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once, by attribute, value and who says so, with all evidence."""
    same: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        key = (claim.attribute, fold(claim.value), claim.source or "")
        same.setdefault(key, []).append(claim)
    return tuple(
        msgspec.structs.replace(
            group[0], evidence=unique_spans(s for c in group for s in c.evidence)
        )
        for group in same.values()
    )


Sides = tuple[Sequence[Span], Sequence[Span]]
"""The mentions that stay and those that go."""


def _split_event(facts: Facts, event: Event, new: str, sides: Sides, decision: Decision) -> None:
    reason = _reason("split", decision)
    credit = Credit(list(facts.articles.values()))
    for n, identifier in enumerate((event.id, new)):
        own, others = sides[n], sides[1 - n]
        side = _side_of(event, identifier, own, others, reason)
        sources = len(credit.behind(own))
        facts.put("events", msgspec.structs.replace(side, sources=sources))
    for dispute in list(facts.parts["disputes"].values()):
        if dispute.event == event.id:
            stay = {_belongs(p.evidence, sides[0], sides[1]) for p in dispute.positions}
            if stay == {False}:
                facts.put("disputes", msgspec.structs.replace(dispute, event=new))
            elif len(stay) > 1:  # the two sides do not speak of the same event
                del facts.parts["disputes"][dispute.id]
    for made in list(facts.parts["undertakings"].values()):
        if made.made_at == event.id and not _belongs(made.evidence, sides[0], sides[1]):
            facts.put("undertakings", msgspec.structs.replace(made, made_at=new))


def _side_of(
    event: Event, identifier: str, own: Sequence[Span], others: Sequence[Span], reason: str
) -> Event:
    """What of an event stands nearer to its own mentions than to the others."""

    def near(items: Iterable[T]) -> tuple[T, ...]:
        kept: list[T] = []
        for item in items:
            spans = item.evidence  # type: ignore[attr-defined]
            mine = tuple(s for s in spans if _belongs([s], own, others))
            if mine or not spans:
                kept.append(msgspec.structs.replace(item, evidence=mine))  # type: ignore[type-var]
        return tuple(kept)

    claims = near(event.claims)

    def told(name: str, value: Any, words: Callable[[str], bool]) -> Any:
        """A value that this side claims, or that neither side does."""
        claimed = [c for c in event.claims if c.attribute == name and words(c.value)]
        mine = any(c.attribute == name and words(c.value) for c in claims)
        return value if mine or not claimed else None

    dates = sorted({c.value for c in claims if c.attribute == "date"}, key=lambda d: (-len(d), d))
    date = told("date", event.date, lambda v: v == event.date) or next(iter(dates), None)
    city = fold(event.place.city or event.place.country or "") if event.place else ""
    parties = tuple(
        p
        for p in event.parties
        if told("parties", p, lambda v, p=p: v == p)  # type: ignore[misc]
    )
    return msgspec.structs.replace(
        event,
        id=identifier,
        date=date,
        date_basis=event.date_basis if date == event.date else "stated" if date else None,
        place=told("place", event.place, lambda v: city in fold(v)),
        venue=told("venue", event.venue, lambda v: fold(v) == fold(event.venue or "")),
        duration=told("duration", event.duration, lambda v: v == event.duration),
        parties=parties,
        participants=near(event.participants),
        released=near(event.released),
        topics=tuple(t for t in event.topics if told("topics", t, lambda v, t=t: v == t)),  # type: ignore[misc]
        articles=tuple(sorted({s.article for s in own})),
        mentions=tuple(own),
        claims=claims,
        reasons=(*event.reasons, reason),
    )


def _belongs(spans: Iterable[Span], own: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether some words stand nearer to some mentions than to others; of equals, they do."""
    return min((_distance(s, own) for s in spans), default=0) <= min(
        (_distance(s, others) for s in spans), default=0
    )


def _distance(span: Span, mentions: Sequence[Span]) -> float:
    near = [abs(m.start - span.start) for m in mentions if m.article == span.article]
    return min(near, default=float("inf"))


# ---------------------------------------------------------------- actors


def _actors(one: Actor, other: Actor) -> Actor:
    names = {*one.aliases, other.name, *other.aliases} - {one.name}
    return msgspec.structs.replace(
        one,
        aliases=tuple(sorted(names)),
        country=one.country or other.country,
        wikidata=one.wikidata or other.wikidata,
        roles=_all(one.roles, other.roles),
        evidence=unique_spans((*one.evidence, *other.evidence)),
    )


def _split_actor(facts: Facts, actor: Actor, new: str, sides: Sides, decision: Decision) -> None:
    """Of an actor's references, those of reports that name only the one who goes, go."""
    staying, going = sides
    leaving = {s.article for s in going} - {s.article for s in staying}
    spelled = list(dict.fromkeys(s.exact for s in going))
    still = {fold(s.exact) for s in staying}
    name = str(decision.value or max(spelled, key=len))
    gone = {fold(n) for n in (*spelled, name)} - still
    facts.put(
        "actors",
        msgspec.structs.replace(
            actor,
            aliases=tuple(a for a in actor.aliases if fold(a) not in gone),
            roles=tuple(r for r in actor.roles if not _in(r.evidence, leaving)),
            evidence=tuple(staying),
        ),
    )
    facts.put(
        "actors",
        Actor(
            id=new,
            kind=actor.kind,
            name=name,
            aliases=tuple(n for n in spelled if n != name),
            country=actor.country,
            roles=tuple(r for r in actor.roles if _in(r.evidence, leaving)),
            evidence=tuple(going),
        ),
    )
    for part in ("events", "statements", "undertakings"):
        for fact in list(facts.parts[part].values()):
            facts.put(part, _moved(fact, actor.id, new, leaving))


def _in(spans: Iterable[Span], articles: set[str]) -> bool:
    found = {s.article for s in spans}
    return bool(found) and found <= articles


def _moved(fact: Any, old: str, new: str, articles: set[str]) -> Any:
    """A fact with the new actor for the old where it is told by reports that name only the new."""
    if _in(spans_of(fact), articles):
        return references.renamed(fact, {old: new}, references.ACTORS)
    if not isinstance(fact, Event):
        return fact
    people: list[Participant] = []
    for person in fact.participants:
        mine = tuple(s for s in person.evidence if s.article in articles)
        if person.actor != old or not mine:
            people.append(person)
            continue
        rest = tuple(s for s in person.evidence if s not in mine)
        people.append(msgspec.structs.replace(person, actor=new, evidence=mine))
        if rest:
            people.append(msgspec.structs.replace(person, evidence=rest))
    return msgspec.structs.replace(fact, participants=_people(people))
