"""What happened, in order: one row an event."""

from __future__ import annotations

import msgspec

from detente.model import Basis, Event, Record, Status
from detente.views.labels import Labels, in_order, what, where

EXCERPT = 60
"""Characters within which the words that tell of an event stand in its excerpt."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the timeline. `date` and `told` (of its first report) are EDTF; `guessed` says that
    either rests on reports whose own day was inferred from others; `sentence` is the one that first
    tells of it, `excerpt` the same begun late enough for one line."""

    date: str | None
    told: str | None
    basis: Basis | None
    guessed: bool
    kind: str
    status: Status
    what: str
    who: list[str]
    where: str
    sentence: str
    excerpt: str
    sources: list[str]
    disputed: bool
    id: str


def rows(record: Record) -> list[Row]:
    """The events of a record by date; one without stands where its first report does, or last. Those
    of one day, or of none, stand in the order in which the reports tell them."""
    labels = Labels(record)
    reports = {article.id: number for number, article in enumerate(record.articles)}
    inferred = {a.id for a in record.articles if a.published.basis == "inferred"}
    disputed = {dispute.event for dispute in record.disputes}
    told = {event.id: labels.told(event.articles) for event in record.events}

    def place(event: Event) -> tuple[int, int]:
        spans = ((reports.get(s.article, len(reports)), s.start) for s in event.mentions)
        return min(spans, default=(len(reports), 0))

    events = sorted(
        record.events,
        key=lambda e: (in_order(e.date or told[e.id]), not e.date, place(e), e.kind, e.id),
    )
    return [
        Row(
            date=event.date,
            told=told[event.id],
            basis=event.date_basis,
            guessed=event.date_basis in (None, "inferred")
            and bool(event.articles)
            and inferred.issuperset(event.articles),
            kind=event.kind,
            status=event.status,
            what=what(event),
            who=labels.who(event),
            where=where(event),
            sentence=labels.telling(event),
            excerpt=labels.telling(event, shown=EXCERPT),
            sources=labels.sources(event.articles),
            disputed=event.id in disputed,
            id=event.id,
        )
        for event in events
    ]
