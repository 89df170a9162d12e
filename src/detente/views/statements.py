"""Who said what: one row a statement."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.model import Record
from detente.views.labels import Labels, in_order


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A statement. `date` is EDTF: when it was said, else when the report came out."""

    date: str | None
    speaker: str
    quote: str
    kind: Literal["direct", "indirect", "dialogue"]
    addressee: str | None
    topics: list[str]
    sources: list[str]
    id: str


def rows(record: Record) -> list[Row]:
    """The statements of a record by date, then as they stand in their reports."""
    labels = Labels(record)
    found = []
    for statement in record.statements:
        where = statement.evidence[0] if statement.evidence else None
        article = labels.articles.get(where.article) if where else None
        date = statement.date or (article.published.date if article else None)
        place = (where.article, where.start) if where else ("", 0)
        row = Row(
            date=date,
            speaker=labels.actor(statement.speaker),
            quote=statement.quote,
            kind=statement.kind,
            addressee=labels.actor(statement.addressee) if statement.addressee else None,
            topics=list(statement.topics),
            sources=labels.cited(statement.evidence),
            id=statement.id,
        )
        found.append((in_order(date), place, row))
    found.sort(key=lambda item: item[:2])
    return [row for *_, row in found]
