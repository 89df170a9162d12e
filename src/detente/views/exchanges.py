"""Who was freed, by whom, for whom: one row an event in which people were freed."""

from __future__ import annotations

import msgspec

from detente.model import Record, Released, Status
from detente.views import timeline
from detente.views.labels import Labels


class Freed(msgspec.Struct, frozen=True, kw_only=True):
    """One person, or an unnamed group in the report's words."""

    person: str
    by: str | None
    to: str | None
    charge: str | None
    sentence: str | None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A release or an exchange; `date` and `told` as in the timeline, `event` its id."""

    date: str | None
    told: str | None
    kind: str
    status: Status
    where: str
    freed: list[Freed]
    sources: list[str]
    event: str


def rows(record: Record) -> list[Row]:
    """The events of a record in which somebody was freed, in the order of the timeline."""
    labels = Labels(record)
    return [
        Row(
            date=row.date,
            told=row.told,
            kind=row.kind,
            status=row.status,
            where=row.where,
            freed=[_freed(labels, one) for one in labels.events[row.id].released],
            sources=row.sources,
            event=row.id,
        )
        for row in timeline.rows(record)
        if labels.events[row.id].released
    ]


def _freed(labels: Labels, released: Released) -> Freed:
    return Freed(
        person=labels.actor(released.person),
        by=labels.actor(released.by) if released.by else None,
        to=labels.actor(released.to) if released.to else None,
        charge=released.charge,
        sentence=released.sentence,
    )
