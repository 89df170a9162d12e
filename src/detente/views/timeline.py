"""What happened, in order: one row an event."""

from __future__ import annotations

import msgspec

from detente.model import Basis, Record, Status
from detente.views.labels import Labels, in_order, what, where


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the timeline. `date` and `told` (of its first report) are EDTF; `sentence` is
    the one that first tells of it."""

    date: str | None
    told: str | None
    basis: Basis | None
    kind: str
    status: Status
    what: str
    who: list[str]
    where: str
    sentence: str
    sources: list[str]
    disputed: bool
    id: str


def rows(record: Record) -> list[Row]:
    """The events of a record by date; one without stands where its first report does, or last."""
    labels = Labels(record)
    disputed = {dispute.event for dispute in record.disputes}
    told = {event.id: labels.told(event.articles) for event in record.events}
    events = sorted(
        record.events, key=lambda e: (in_order(e.date or told[e.id]), not e.date, e.kind, e.id)
    )
    return [
        Row(
            date=event.date,
            told=told[event.id],
            basis=event.date_basis,
            kind=event.kind,
            status=event.status,
            what=what(event),
            who=labels.who(event),
            where=where(event),
            sentence=labels.telling(event),
            sources=labels.sources(event.articles),
            disputed=event.id in disputed,
            id=event.id,
        )
        for event in events
    ]
