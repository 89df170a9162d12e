"""Where the sources cannot all be right: one row a dispute."""

from __future__ import annotations

import msgspec

from detente.model import Position, Record
from detente.views.labels import UNDATED, Labels, in_order, what, words


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One position: the value, who says so, and in which reports."""

    value: str
    by: str
    independent: int
    sources: list[str]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute about one attribute of one event or actor."""

    about: str
    attribute: str
    positions: list[Held]
    event: str | None
    id: str


def rows(record: Record) -> list[Row]:
    """The disputes of a record, by the date of what they are about."""
    labels = Labels(record)
    found = []
    for dispute in record.disputes:
        row = Row(
            about=_about(labels, dispute.event, dispute.actor),
            attribute=words(dispute.attribute),
            positions=[_held(labels, position) for position in dispute.positions],
            event=dispute.event,
            id=dispute.id,
        )
        found.append((in_order(labels.date_of(dispute.event)), row.id, row))
    found.sort(key=lambda item: item[:2])
    return [row for *_, row in found]


def _about(labels: Labels, event_id: str | None, actor: str | None) -> str:
    event = labels.events.get(event_id or "")
    if event is None:
        return labels.actor(actor)
    who = ", ".join(labels.who(event)[:4])
    return " ".join(part for part in (event.date or UNDATED, what(event), who) if part)


def _held(labels: Labels, position: Position) -> Held:
    return Held(
        value=position.value,
        by=labels.source(position.source, position.evidence),
        independent=position.sources,
        sources=labels.cited(position.evidence),
    )
