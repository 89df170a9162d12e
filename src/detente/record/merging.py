"""One event of the record from the mentions joined: everything kept, one value preferred by rule.

A value that more independent sources give is preferred; of equals the finer, then the one from the
earlier report. Times that were joined agree, so the finest holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from detente.model import Actor, Basis, Claim, Event, Participant, Place, Span, Status
from detente.record.crediting import Credit
from detente.record.mentions import Mention, Profile, parties_of, sides
from detente.record.releasing import freed
from detente.record.stable import fold, prefer, short_hash, unique_spans

T = TypeVar("T")

PARTS = (
    "released",
    "head",
    "mediator",
    "host",
    "delegate",
    "speaker",
    "doer",
    "target",
    "participant",
    "witness",
)
"""Parts from the most telling to the least; a person has the best that a report gives."""
_BESIDE = frozenset({"mediator", "witness"})
"""Parts of those who are no side by having them."""
STATUSES: tuple[Status, ...] = (
    "occurred",
    "ongoing",
    "denied",
    "planned",
    "proposed",
    "hypothetical",
)
"""What one report tells as done is done, though another told it as planned."""
PLACED = frozenset({"talks", "mediation", "agreement"})
"""Kinds that, on one day between the same parties, are in one place. A call is in none."""
KINDS = ("exchange", "release", "ceasefire", "agreement", "talks", "mediation", "visit", "speech")
"""Which kind names an event that reports tell by several of one family."""


def event_of(
    found: Profile,
    credit: Credit,
    inferred: frozenset[str],
    actors: Mapping[str, Actor],
) -> Event:
    """The event. `credit` tells whose words a mention's are, `inferred` the reports whose own
    date is inferred, `actors` the record's actors by id."""
    mentions = found.mentions
    sources = {m.id: credit.of(m.span) for m in mentions}

    def best(value: Callable[[Event], T | None], finer: Callable[[T], object]) -> T | None:
        return prefer([(value(m.event), sources[m.id]) for m in mentions], finer)

    first = mentions[0]
    kind = min(found.kinds, key=lambda k: _kind_order(k, mentions))
    parties = _parties(mentions, sources, actors)
    typical = next(m.event for m in mentions if m.event.kind == kind)
    return Event(
        id="e-" + short_hash(first.article, first.start, first.event.kind, first.event.id),
        kind=kind,
        status=min((m.event.status for m in mentions), key=STATUSES.index),
        plover=typical.plover,
        cameo=typical.cameo,
        date=found.time.edtf(),
        date_basis=_basis(found, inferred),
        when=next((m.event.when for m in mentions if m.event.when), None),
        place=best(lambda e: e.place, _place_detail),
        venue=best(lambda e: e.venue, len),
        duration=best(lambda e: e.duration, len),
        parties=parties,
        participants=_participants(mentions, actors),
        topics=tuple(sorted({t for m in mentions for t in m.event.topics})),
        released=freed((r for m in mentions for r in m.event.released), kind, parties, actors),
        articles=tuple(sorted(found.articles)),
        mentions=_spans(mentions),
        claims=_claims(mentions),
        ordinal=next((m.event.ordinal for m in mentions if m.event.ordinal), None),
        count=max((m.event.count for m in mentions if m.event.count), default=None),
        nominal=all(m.event.nominal for m in mentions),
        reference=first.event.reference,
        reasons=tuple(dict.fromkeys(found.reasons)),
        sources=len(set(sources.values())),
    )


def share_places(events: Sequence[Event]) -> list[Event]:
    """Fills in the place of a meeting or agreement that was between the same parties on the same
    day as another, told by a common report, whose place is known; none where two places are."""
    places: dict[tuple[str, tuple[str, ...]], list[Event]] = defaultdict(list)
    for event in events:
        if event.date and len(event.date) == 10 and len(event.parties) > 1 and event.kind in PLACED:
            places[(event.date, event.parties)].append(event)
    filled = []
    for event in events:
        same = [
            other
            for other in places.get((event.date or "", event.parties), ())
            if other.place and set(other.articles) & set(event.articles)
        ]
        known = {(e.place.city, e.place.country): e for e in same if e.place}
        if event.place is None and event.kind in PLACED and len(known) == 1:
            (other,) = known.values()
            why = f"placed by the {other.kind} of the same parties on the same day"
            event = msgspec.structs.replace(event, place=other.place, reasons=(*event.reasons, why))
        filled.append(event)
    return filled


def _kind_order(kind: str, mentions: Sequence[Mention]) -> tuple[int, int, str]:
    """Exchanges before releases, ceasefires before agreements; else what most mentions give."""
    count = sum(m.event.kind == kind for m in mentions)
    if kind in ("exchange", "release", "ceasefire", "agreement"):
        return (KINDS.index(kind) - 100, 0, kind)
    return (-count, KINDS.index(kind) if kind in KINDS else len(KINDS), kind)


def _place_detail(place: Place) -> tuple[bool, bool, bool]:
    return (place.city is not None, place.country is not None, place.latitude is not None)


def _basis(found: Profile, inferred: frozenset[str]) -> Basis | None:
    """Stated where one report's own words and stated date give it, else inferred."""
    if not found.time.known:
        return None
    for mention in found.mentions:
        event = mention.event
        given = mention.time.known and mention.time.edtf() == found.time.edtf()
        absolute = event.when is None or event.when.anchor == "none"
        if given and (absolute or mention.article not in inferred):
            return event.date_basis or "stated"
    return "inferred"


def _parties(
    mentions: Sequence[Mention], sources: Mapping[str, str], actors: Mapping[str, Actor]
) -> tuple[str, ...]:
    """Who most sources name: where some tell two sides or more, a side counts if at least half
    of those name it. A state stands for its unnamed groups; a body stays beside its state only
    where the state is not named. A state that mediates, and that
    one report leaves out of the sides, is none."""
    told: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        told[sources[mention.id]] |= parties_of(mention.event, actors, without=_BESIDE)
        for party in mention.event.parties:
            for side in sides([party], actors):
                bodies[side].add(party)
    parts = [p for m in mentions for p in m.event.participants if p.part == "mediator"]
    mediators = {p.actor for p in parts if actors[p.actor].kind == "state"}
    for side in mediators:
        if any(s and side not in s for s in told.values()):
            told = {source: s - {side} for source, s in told.items()}
    telling = [s for s in told.values() if len(s) > 1] or list(told.values())
    count = Counter(side for s in telling for side in s)
    chosen = {side for side, n in count.items() if 2 * n >= len(telling)}
    named = set()
    for side in chosen:
        own = {p for p in bodies[side] if p == side or actors[p].kind != "group"}
        named |= {side} if side in own or not own else own
    return tuple(sorted(named))


def _participants(
    mentions: Sequence[Mention], actors: Mapping[str, Actor]
) -> tuple[Participant, ...]:
    """One entry an actor: its most telling part, its side, all evidence. A group that several reports
    name in the same words (« deux diplomates ouzbeks ») stands once."""
    by_actor: dict[str, list[Participant]] = defaultdict(list)
    groups: dict[str, str] = {}
    for mention in mentions:
        for participant in mention.event.participants:
            actor = actors.get(participant.actor)
            key = participant.actor
            if actor is not None and actor.kind == "group":
                key = groups.setdefault(fold(actor.name), key)
            by_actor[key].append(participant)
    return tuple(
        Participant(
            actor=actor,
            part=min((p.part for p in same), key=_part_order),
            side=prefer([(p.side, p.part) for p in same], len),
            evidence=unique_spans(s for p in same for s in p.evidence),
        )
        for actor, same in sorted(by_actor.items())
    )


def _part_order(part: str) -> tuple[int, str]:
    return (PARTS.index(part) if part in PARTS else len(PARTS) - 2, part)


def _spans(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    spans = [s for m in mentions for s in m.event.mentions]
    return tuple(dict.fromkeys(spans))


def _claims(mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Each claim once: the same attribute, value and source, with all evidence. Dates are those
    that the mentions turned out to have, whatever their reports let a reader know."""
    same: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for mention in mentions:
        for claim in mention.event.claims:
            if claim.attribute == "date":
                value = mention.time.edtf() or claim.value
                claim = msgspec.structs.replace(claim, value=value)
            same[(claim.attribute, fold(claim.value), claim.source or "")].append(claim)
    return tuple(
        Claim(
            attribute=claims[0].attribute,
            value=claims[0].value,
            source=claims[0].source,
            evidence=unique_spans(s for c in claims for s in c.evidence),
        )
        for _, claims in sorted(same.items())
    )
