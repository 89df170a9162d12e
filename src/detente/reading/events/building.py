"""Events of the model from the tellings of one event, with a claim for every value and its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from detente import edtf
from detente.model import Basis, Claim, DateMention, Event, Participant, Place, Released, Span
from detente.reading.draft import Draft
from detente.reading.events.apart import only_theirs
from detente.reading.events.joining import Cluster, status_of
from detente.reading.events.syntax import tense
from detente.reading.events.telling import Telling
from detente.reading.events.who import is_person, party_of

_LEAST = ("participant", "witness")
"""Parts that tell less than the others."""
_ENDLESS = 10**7
"""More days than any date leaves."""


def build(draft: Draft, cluster: Cluster, number: int) -> Event:
    """The event of a cluster: each attribute from the telling that says most of it."""
    lead = cluster.lead
    tellings = cluster.tellings
    date = _best_date(tellings)
    value, basis = _dated(date)
    parties = _parties(draft, tellings)
    place = _best_place(tellings, parties)
    return Event(
        id=f"e{number}",
        kind=lead.kind.kind,
        status=status_of(cluster),
        plover=lead.kind.plover,
        cameo=lead.kind.cameo,
        date=value,
        date_basis=basis,
        when=date.when if date is not None else None,
        place=place,
        venue=max((t.venue for t in tellings if t.venue), key=len, default=None),
        duration=next((t.duration.value for t in tellings if t.duration is not None), None),
        parties=parties,
        participants=_participants(draft, tellings),
        topics=tuple(dict.fromkeys(topic for t in tellings for topic in t.topics)),
        released=_released(tellings),
        articles=(draft.article.id,),
        mentions=tuple(_unique(span for t in tellings for span in (t.span, t.around))),
        claims=tuple(_claims(draft, tellings)),
        ordinal=next((t.ordinal for t in tellings if t.ordinal is not None), None),
        reference=tellings[0].reference,  # type: ignore[arg-type]
        count=next((t.count for t in tellings if t.count is not None), None),
        nominal=all(t.trigger.nominal for t in tellings),
        earlier=all(_earlier(t) for t in tellings),
        reasons=tuple(dict.fromkeys(cluster.reasons)),
    )


_EARLIER = frozenset({"pluperfect", "past-infinitive"})


def _earlier(telling: Telling) -> bool:
    """Told as done before what its sentence tells: in the pluperfect, or by a participle at a noun of
    it (« ils ont reçu les otages libérés »); but not in « Deux otages libérés »."""
    trigger = telling.trigger
    when, verb = tense(trigger.verb), trigger.verb
    if when == "participle" and not trigger.nominal and verb.dep_ in ("acl", "amod"):
        return verb.head.head is not verb.head
    return when in _EARLIER


def _best_date(tellings: list[Telling]) -> DateMention | None:
    """The finest date: a day before some days before a month before a year, told before untold."""
    dated = [t.date for t in tellings if t.date is not None]
    told = [t.date for t in tellings if t.date is not None and t.status == "occurred"] or dated
    return max(told, key=_fineness, default=None)


def _fineness(date: DateMention) -> int:
    """How few days a date leaves, negative."""
    value = date.value or ""
    if date.when.span == "since":
        value = value.split("/")[0]
    if not value:
        return -_ENDLESS
    first, last = edtf.bounds(value)
    return (first - last).days


def _dated(date: DateMention | None) -> tuple[str | None, Basis | None]:
    if date is None or date.value is None:
        return None, None
    value = date.value
    if date.when.span == "since" and "/" in value:
        value = value.split("/")[0]
    return value or None, "stated" if date.when.anchor == "none" else "inferred"


def _best_place(tellings: list[Telling], parties: Collection[str]) -> Place | None:
    """The first with a city, else the first that is not only whose the parties are."""
    places = [t.place for t in tellings if t.place is not None]
    for place in places:
        if place.city or not any(only_theirs(place, other, parties) for other in places):
            return next((p for p in places if p.city), place)
    return places[0] if places else None


def _parties(draft: Draft, tellings: list[Telling]) -> tuple[str, ...]:
    found = dict.fromkeys(p for t in tellings for p in t.parties(draft))
    return tuple(party for party in found if not _nobodys(draft, party))


def _nobodys(draft: Draft, party: str) -> bool:
    """« le gouvernement », « la police »: a body of which the report does not say whose it is."""
    actor = draft.actors.get(party)
    return actor is not None and actor.kind == "organisation" and actor.name.islower()


def _participants(draft: Draft, tellings: list[Telling]) -> tuple[Participant, ...]:
    """People, bodies that are not states, and states that mediated; each once with its most telling
    part."""
    found: dict[str, Participant] = {}
    for telling in tellings:
        for part in telling.parts:
            actor = draft.actors.get(part.actor)
            if actor is None or part.part == "none":
                continue
            theirs = part.part == "target" and part.side == part.actor  # « de ses diplomates »
            if actor.kind == "state" and part.part != "mediator" and not theirs:
                continue
            kept = found.get(part.actor)
            if kept is None or kept.part in ("witness", "participant", "doer", "target"):
                name = {
                    "doer": "participant",
                    "by": "participant",
                    "to": "participant",
                    "place": "host",
                }.get(part.part, part.part)
                if kept is not None and name in _LEAST and kept.part != "witness":
                    name = kept.part
                spans = (*(kept.evidence if kept else ()), part.span)
                found[part.actor] = Participant(
                    actor=part.actor,
                    part=name,
                    side=part.side or party_of(draft, part.actor),
                    evidence=tuple(dict.fromkeys(spans)),
                )
    return tuple(found.values())


def _released(tellings: list[Telling]) -> tuple[Released, ...]:
    found: dict[str, Released] = {}
    for telling in tellings:
        for freed in telling.released:
            old = found.get(freed.person)
            if old is None:
                found[freed.person] = freed
            else:
                found[freed.person] = Released(
                    person=freed.person,
                    by=old.by or freed.by,
                    to=old.to or freed.to,
                    charge=old.charge or freed.charge,
                    sentence=old.sentence or freed.sentence,
                    evidence=tuple(dict.fromkeys((*old.evidence, *freed.evidence))),
                )
    released = tuple(found.values())
    one_way = all(t.kind.kind == "release" for t in tellings)
    return _one_way(released) if one_way else released


def _one_way(released: tuple[Released, ...]) -> tuple[Released, ...]:
    """Those freed together, of whom one telling says by whom and another not: by the same, and to the
    same where their own state is not told."""
    givers = {freed.by for freed in released} - {None}
    takers = {freed.to for freed in released} - {None} - givers
    by = givers.pop() if len(givers) == 1 else None
    to = takers.pop() if len(takers) == 1 else None
    return tuple(
        msgspec.structs.replace(
            freed,
            by=freed.by or by,
            to=to if freed.to in (None, freed.by or by) else freed.to,
        )
        for freed in released
    )


def _claims(draft: Draft, tellings: list[Telling]) -> Iterable[Claim]:
    for telling in tellings:
        source = source_of(draft, telling)
        yield Claim(
            attribute="kind", value=telling.kind.kind, source=source, evidence=(telling.span,)
        )
        yield Claim(
            attribute="status", value=telling.status, source=source, evidence=(telling.around,)
        )
        if telling.date is not None and telling.date.value:
            value = _dated(telling.date)[0]
            if value:
                yield Claim(
                    attribute="date", value=value, source=source, evidence=(telling.date.span,)
                )
        if telling.place is not None and telling.place_span is not None:
            words = ", ".join(filter(None, (telling.place.city, telling.place.country)))
            yield Claim(
                attribute="place", value=words, source=source, evidence=(telling.place_span,)
            )
        if telling.venue and telling.venue_span is not None:
            yield Claim(
                attribute="venue",
                value=telling.venue,
                source=source,
                evidence=(telling.venue_span,),
            )
        if telling.duration is not None and telling.duration.value:
            yield Claim(
                attribute="duration",
                value=telling.duration.value,
                source=source,
                evidence=(telling.duration.span,),
            )
        for part in telling.parts:
            party = part.side or party_of(draft, part.actor)
            if party in telling.parties(draft):
                yield Claim(attribute="parties", value=party, source=source, evidence=(part.span,))
            if is_person(draft, part.actor):
                yield Claim(
                    attribute="participants", value=part.actor, source=source, evidence=(part.span,)
                )
        for topic, span in telling.topics.items():
            yield Claim(attribute="topics", value=topic, source=source, evidence=(span,))


def source_of(draft: Draft, telling: Telling) -> str | None:
    """Who says so: the speaker of the words in which the trigger stands, else the outlet."""
    at = telling.span.start
    for statement in draft.statements:
        if statement.speaker and any(s.start <= at < s.end for s in statement.evidence):
            return statement.speaker
    return draft.article.outlet


def _unique(spans: Iterable[Span]) -> Iterable[Span]:
    return dict.fromkeys(spans)
