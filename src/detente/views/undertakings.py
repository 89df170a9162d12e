"""What was promised and what became of it: one row an undertaking."""

from __future__ import annotations

import msgspec

from detente.model import HistoryStep, Record, UndertakingStatus
from detente.views.labels import Labels, in_order, what, words


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking. `date` is when it was made, itself or the event that it was made at; `told`
    that of its first report; `since` what is known of it after that."""

    date: str | None
    told: str | None
    parties: list[str]
    text: str
    due: str | None
    status: UndertakingStatus
    since: list[str]
    sources: list[str]
    id: str


def rows(record: Record) -> list[Row]:
    """The undertakings of a record by date; one without stands where its first report does."""
    labels = Labels(record)
    made = {u.id: u.date or labels.date_of(u.made_at) for u in record.undertakings}
    told = {u.id: labels.told(s.article for s in u.evidence) for u in record.undertakings}
    ordered = sorted(
        record.undertakings,
        key=lambda u: (in_order(made[u.id] or told[u.id]), not made[u.id], u.id),
    )
    return [
        Row(
            date=made[undertaking.id],
            told=told[undertaking.id],
            parties=[labels.actor(party) for party in undertaking.parties],
            text=undertaking.text,
            due=undertaking.due,
            status=undertaking.status,
            since=list(dict.fromkeys(step(labels, s) for s in undertaking.history)),
            sources=labels.cited(undertaking.evidence),
            id=undertaking.id,
        )
        for undertaking in ordered
    ]


def step(labels: Labels, taken: HistoryStep) -> str:
    """One step of an undertaking's history in a line, with its source."""
    event = labels.events.get(taken.event or "")
    parts = [taken.date or "", words(taken.status), f"by the {what(event)}" if event else ""]
    sources = "; ".join(labels.cited(taken.evidence))
    return " ".join(part for part in parts if part) + (f" [{sources}]" if sources else "")
