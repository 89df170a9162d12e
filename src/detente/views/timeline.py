"""What happened, in order: one row an event."""

from __future__ import annotations

import msgspec

from detente.model import Basis, Record, Status
from detente.views.labels import Labels, in_order, what, where


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the timeline. `date` is EDTF, `told` the sentence that first tells of it."""

    date: str | None
    basis: Basis | None
    kind: str
    status: Status
    what: str
    who: list[str]
    where: str
    told: str
    sources: list[str]
    disputed: bool
    id: str


def rows(record: Record) -> list[Row]:
    """The events of a record by date; undated ones last, by their first report's."""
    labels = Labels(record)
    disputed = {dispute.event for dispute in record.disputes}
    events = sorted(
        record.events,
        key=lambda e: (in_order(e.date), labels.first_told(e), e.kind, e.id),
    )
    return [
        Row(
            date=event.date,
            basis=event.date_basis,
            kind=event.kind,
            status=event.status,
            what=what(event),
            who=labels.who(event),
            where=where(event),
            told=labels.telling(event),
            sources=labels.sources(event.articles),
            disputed=event.id in disputed,
            id=event.id,
        )
        for event in events
    ]
