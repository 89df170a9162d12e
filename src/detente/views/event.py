"""One event with all that is claimed of it: each value, who says so, and the sentence."""

from __future__ import annotations

import msgspec

from detente.errors import NotInDossier
from detente.model import Claim, Event, Record, Span
from detente.views.labels import Labels, what, when, where, words


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report in their sentence."""

    source: str
    before: str
    exact: str
    after: str


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one attribute, and who says so."""

    attribute: str
    value: str
    by: str
    evidence: list[Cited]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record holds of one event."""

    id: str
    title: str
    date: str | None
    place: str
    who: list[str]
    topics: list[str]
    claims: list[ClaimRow]
    mentions: list[Cited]
    disputed: list[str]


def sheet(record: Record, event_id: str) -> Sheet:
    """What the record holds of an event; `event_id` as in `find`."""
    labels = Labels(record)
    event = find(record, event_id)
    return Sheet(
        id=event.id,
        title=f"{when(event.date, labels.told(event.articles))} {what(event)}",
        date=event.date,
        place=", ".join(part for part in (event.venue, where(event)) if part),
        who=[_part(labels, event, name) for name in _actors(event)],
        topics=[words(topic) for topic in event.topics],
        claims=[_claim(labels, claim) for claim in event.claims],
        mentions=[_cited(labels, span) for span in event.mentions],
        disputed=[words(d.attribute) for d in record.disputes if d.event == event.id],
    )


def find(record: Record, event_id: str) -> Event:
    """The event with an id, which may be cut short as long as only one event's begins so.

    Raises `NotInDossier` where none or several do."""
    exact = [event for event in record.events if event.id == event_id]
    found = exact or [event for event in record.events if event.id.startswith(event_id)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotInDossier(f"no event {event_id!r}; `detente show timeline` lists them")
    ids = ", ".join(event.id for event in found[:5])
    raise NotInDossier(f"several events begin with {event_id!r}: {ids}")


def _actors(event: Event) -> list[str]:
    named = [*event.parties, *(p.actor for p in event.participants)]
    return list(dict.fromkeys([*named, *(r.person for r in event.released)]))


def _part(labels: Labels, event: Event, actor: str) -> str:
    """A name with the part that it has in the event."""
    notes = [p.part for p in event.participants if p.actor == actor and p.part != "participant"]
    for released in event.released:
        if released.person == actor:
            by = f" by {labels.actor(released.by)}" if released.by else ""
            to = f" to {labels.actor(released.to)}" if released.to else ""
            notes = [note for note in notes if note != "released"] + [f"released{by}{to}"]
    return labels.actor(actor) + (f" ({', '.join(dict.fromkeys(notes))})" if notes else "")


def _claim(labels: Labels, claim: Claim) -> ClaimRow:
    return ClaimRow(
        attribute=words(claim.attribute),
        value=labels.actor(claim.value),
        by=labels.source(claim.source, claim.evidence),
        evidence=[_cited(labels, span) for span in claim.evidence],
    )


def _cited(labels: Labels, span: Span) -> Cited:
    before, exact, after = labels.sentence(span)
    return Cited(source=labels.article(span.article), before=before, exact=exact, after=after)
