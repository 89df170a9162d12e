"""A reference set made from a record that people went over: what they accepted, corrected or added is
what a record must hold; what they rejected it must not; the rest is background."""

from __future__ import annotations

from collections.abc import Iterable

from detente.evaluation.names import Book, bounds
from detente.evaluation.reference import (
    Between,
    Freed,
    Post,
    Promise,
    Quarrel,
    Reference,
    Report,
    Said,
    Wanted,
    Where,
    Who,
)
from detente.model import Actor, Event, Place, Record, Statement, Undertaking

VOUCHED = frozenset({"accept", "correct", "add", "join", "split", "set_aside"})
"""Acts by which a person vouches for a fact, as it then is."""


def reference_of(record: Record, *, dossier: str = "", whole: bool = False) -> Reference:
    """The reference set of a record with decisions. With `whole`, a person vouches for all of it
    but what is doubted; otherwise only for what was decided on."""
    book, vouched = Book(record, Reference()), _vouched(record, whole)
    statements = [s for s in record.statements if s.id in vouched and s.speaker and s.evidence]
    promises = [u for u in record.undertakings if u.id in vouched]
    core = [e for e in record.events if e.id in vouched]
    named = set().union(*map(_named, core), (s.speaker for s in statements if s.speaker))
    actors = [a for a in record.actors if a.id in vouched or (a.id in named and not whole)]
    disputes = [d for d in record.disputes if d.id in vouched and d.event in {e.id for e in core}]
    return Reference(
        dossier=dossier,
        language=next((a.language for a in record.articles if a.language), None),
        articles=dict(_reports(record, book)),
        actors=tuple(
            Who(name=a.name, kind=a.kind, country=a.country, aliases=a.aliases) for a in actors
        ),
        roles=tuple(
            Post(actor=a.name, role=role.title, of=role.organisation or role.country)
            for a in actors
            for role in a.roles
            if role.title
        ),
        events=tuple(_wanted(e, book, core=e.id in vouched) for e in record.events if e.mentions),
        statements=tuple(_said(s, book) for s in statements),
        undertakings=tuple(_promise(u) for u in promises),
        disputes=tuple(Quarrel(id=d.id, event=d.event, attribute=d.attribute) for d in disputes),
    )


def _vouched(record: Record, whole: bool) -> set[str]:
    """The ids of the facts that a person vouches for."""
    parts = (
        record.actors,
        record.events,
        record.statements,
        record.undertakings,
        record.disputes,
    )
    found = {fact.id for part in parts for fact in part} if whole else set()
    for ruling in record.decisions:
        if ruling.state not in ("stands", "conflict") or ruling.fact is None:
            continue
        if ruling.decision.act in VOUCHED:
            found.add(ruling.fact)
    doubted = (
        r.fact
        for r in record.decisions
        if r.decision.act == "doubt" and r.state in ("stands", "conflict")
    )
    return found - {fact for fact in doubted if fact}


def _named(event: Event) -> set[str]:
    people = {p.actor for p in event.participants} | {r.person for r in event.released}
    return people | set(event.parties)


def _reports(record: Record, book: Book) -> Iterable[tuple[str, Report]]:
    """The reports whose day is known."""
    for article in record.articles:
        found = bounds(article.published.date)
        if found:
            between = Between(first=found[0], last=found[1])
            yield book.source(article.id), Report(published=between, language=article.language)


def _name(actor: str, book: Book) -> str:
    known: Actor | None = book.actors.get(actor)
    return known.name if known else actor


def _wanted(event: Event, book: Book, *, core: bool) -> Wanted:
    return Wanted(
        id=event.id,
        core=core,
        kind=(event.kind,),
        status=event.status,
        date=event.date,
        place=_where(event.place),
        venue=(event.venue,) if event.venue else (),
        duration=event.duration,
        parties=tuple(sorted(book.parties(event))),
        participants=tuple(_name(p.actor, book) for p in event.participants),
        mediators=tuple(_name(p.actor, book) for p in event.participants if p.part == "mediator"),
        topics=event.topics,
        released=tuple(
            Freed(person=_name(r.person, book), by=r.by, to=r.to) for r in event.released
        ),
        articles=tuple(sorted(book.sources(event))),
    )


def _where(place: Place | None) -> Where | None:
    if place is None or place.country is None:
        return None
    return Where(country=place.country, city=(place.city,) if place.city else None)


def _said(statement: Statement, book: Book) -> Said:
    return Said(
        article=book.source(statement.evidence[0].article),
        quote=statement.quote,
        speaker=_name(statement.speaker or "", book),
    )


def _promise(made: Undertaking) -> Promise:
    return Promise(id=made.id, text=(made.text,), status=made.status, parties=made.parties)
