"""The rows of the tables: the record as `columns` lays it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from detente.model import Dispute, Event, Record, Span, Statement, Undertaking
from detente.views.exports.columns import (
    ActorRow,
    ArticleRow,
    ClaimRow,
    DisputeRow,
    EventRow,
    EvidenceRow,
    ParticipantRow,
    PartyRow,
    Row,
    StatementRow,
    UndertakingRow,
)
from detente.views.exports.exported import days, geo_precision
from detente.views.labels import Labels

Names = Callable[[str | None], str | None]


def tables(record: Record) -> dict[str, tuple[type[Row], list[Row]]]:
    """Each table's name, what its columns are, and its rows in the order of the record."""
    labels = Labels(record)
    names = labels.actors
    disputed = {dispute.event for dispute in record.disputes}

    def name(actor: str | None) -> str | None:
        return names[actor].name if actor in names else actor

    found: dict[str, tuple[type[Row], Iterable[Row]]] = {
        "articles": (ArticleRow, _articles(record)),
        "actors": (ActorRow, _actors(record)),
        "events": (
            EventRow,
            (
                _event(event, event.id in disputed, labels.told(event.articles))
                for event in record.events
            ),
        ),
        "event_parties": (
            PartyRow,
            (
                PartyRow(
                    event=event.id,
                    party=party,
                    name=name(party) or party,
                    kind=names[party].kind if party in names else None,
                    country=names[party].country if party in names else None,
                )
                for event in record.events
                for party in event.parties
            ),
        ),
        "participants": (
            ParticipantRow,
            (row for event in record.events for row in _people(event, name)),
        ),
        "statements": (StatementRow, (_statement(s, name(s.speaker)) for s in record.statements)),
        "undertakings": (UndertakingRow, map(_undertaking, record.undertakings)),
        "claims": (
            ClaimRow,
            (
                ClaimRow(
                    id=_part(event.id, "c", number),
                    event=event.id,
                    attribute=claim.attribute,
                    value=claim.value,
                    source=claim.source,
                    source_name=name(claim.source),
                )
                for event in record.events
                for number, claim in enumerate(event.claims, 1)
            ),
        ),
        "disputes": (DisputeRow, (row for d in record.disputes for row in _positions(d))),
        "evidence": (EvidenceRow, _evidence(record)),
    }
    return {table: (kind, list(rows)) for table, (kind, rows) in found.items()}


def _articles(record: Record) -> Iterator[Row]:
    for a in record.articles:
        yield ArticleRow(
            id=a.id,
            source=a.source,
            outlet=a.outlet,
            title=a.title,
            author=a.author,
            language=a.language,
            published=a.published.date,
            published_basis=a.published.basis,
            copy_of=a.copy_of,
            unread=a.unread,
        )


def _actors(record: Record) -> Iterator[Row]:
    for a in record.actors:
        roles = dict.fromkeys(
            ", ".join(part for part in (role.title, role.organisation) if part) for role in a.roles
        )
        yield ActorRow(
            id=a.id,
            kind=a.kind,
            name=a.name,
            aliases=_list(a.aliases),
            country=a.country,
            wikidata=a.wikidata,
            roles=_list(list(roles)),
        )


def _event(event: Event, disputed: bool, told: str | None) -> EventRow:
    span, place = days(event.date), event.place
    return EventRow(
        id=event.id,
        kind=event.kind,
        plover_type=event.plover.type if event.plover else None,
        plover_mode=event.plover.mode if event.plover else None,
        cameo=event.cameo,
        status=event.status,
        date=event.date,
        date_start=span.first if span else None,
        date_end=span.last if span else None,
        date_basis=event.date_basis,
        time_precision=span.precision if span else None,
        told=told,
        city=place.city if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geo_precision=geo_precision(event),
        venue=event.venue,
        duration=event.duration,
        topics=_list(event.topics),
        articles=len(event.articles),
        disputed=disputed,
    )


def _people(event: Event, name: Names) -> Iterator[Row]:
    freed = {released.person: released for released in event.released}
    for person in event.participants:
        released = freed.pop(person.actor, None)
        yield ParticipantRow(
            event=event.id,
            actor=person.actor,
            name=name(person.actor) or person.actor,
            part=person.part,
            side=person.side,
            released_by=released.by if released else None,
            released_to=released.to if released else None,
            charge=released.charge if released else None,
            sentence=released.sentence if released else None,
        )
    for released in freed.values():
        yield ParticipantRow(
            event=event.id,
            actor=released.person,
            name=name(released.person) or released.person,
            part="released",
            side=None,
            released_by=released.by,
            released_to=released.to,
            charge=released.charge,
            sentence=released.sentence,
        )


def _statement(said: Statement, speaker: str | None) -> StatementRow:
    span = days(said.date)
    return StatementRow(
        id=said.id,
        speaker=said.speaker,
        speaker_name=speaker,
        kind=said.kind,
        quote=said.quote,
        date=said.date,
        date_start=span.first if span else None,
        date_end=span.last if span else None,
        date_basis=said.date_basis,
        time_precision=span.precision if span else None,
        addressee=said.addressee,
        topics=_list(said.topics),
        plover_type=said.plover.type if said.plover else None,
        plover_mode=said.plover.mode if said.plover else None,
    )


def _undertaking(made: Undertaking) -> UndertakingRow:
    span = days(made.date)
    return UndertakingRow(
        id=made.id,
        text=made.text,
        parties=_list(made.parties),
        towards=_list(made.towards),
        mode=made.mode,
        status=made.status,
        date=made.date,
        date_start=span.first if span else None,
        date_end=span.last if span else None,
        time_precision=span.precision if span else None,
        due=made.due,
        condition=made.condition,
        made_at=made.made_at,
        topics=_list(made.topics),
        steps=len(made.history),
    )


def _positions(dispute: Dispute) -> Iterator[Row]:
    for number, position in enumerate(dispute.positions, 1):
        yield DisputeRow(
            dispute=dispute.id,
            position=number,
            event=dispute.event,
            actor=dispute.actor,
            attribute=dispute.attribute,
            value=position.value,
            source=position.source,
            sources=position.sources,
        )


def _evidence(record: Record) -> Iterator[Row]:
    """All spans, each with the fact that it bears out."""
    for actor in record.actors:
        yield from _spans("actor", actor.id, actor.evidence)
    for event in record.events:
        yield from _spans("event", event.id, event.mentions)
        for person in event.participants:
            yield from _spans("participant", f"{event.id}/{person.actor}", person.evidence)
        for released in event.released:
            yield from _spans("participant", f"{event.id}/{released.person}", released.evidence)
        for number, claim in enumerate(event.claims, 1):
            yield from _spans("claim", _part(event.id, "c", number), claim.evidence)
    for said in record.statements:
        yield from _spans("statement", said.id, said.evidence)
        yield from _spans("cue", said.id, said.cue)
    for made in record.undertakings:
        yield from _spans("undertaking", made.id, made.evidence)
        for number, step in enumerate(made.history, 1):
            yield from _spans("step", _part(made.id, "h", number), step.evidence)
    for dispute in record.disputes:
        for number, position in enumerate(dispute.positions, 1):
            yield from _spans("position", _part(dispute.id, "p", number), position.evidence)


def _spans(fact: str, of: str, spans: Iterable[Span]) -> Iterator[Row]:
    for span in spans:
        yield EvidenceRow(
            fact=fact,
            id=of,
            article=span.article,
            start=span.start,
            end=span.end,
            exact=span.exact,
        )


def _part(of: str, kind: str, number: int) -> str:
    """The id of what has none of its own in the record: `e-1a2b/c3` is that event's third claim."""
    return f"{of}/{kind}{number}"


def _list(items: Sequence[str]) -> str:
    return "; ".join(items)
