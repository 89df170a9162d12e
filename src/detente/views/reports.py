"""The reports of a record: one row a report."""

from __future__ import annotations

import msgspec

from detente.model import Basis, Record
from detente.views.labels import in_order


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A report. `copy_of` is the id of the report that it repeats, `unread` why it was not read."""

    date: str | None
    basis: Basis | None
    outlet: str | None
    title: str
    source: str
    language: str | None
    copy_of: str | None
    unread: str | None
    id: str


def rows(record: Record) -> list[Row]:
    """The reports of a record by the day on which they came out, undated ones last."""
    articles = sorted(record.articles, key=lambda a: (in_order(a.published.date), a.source, a.id))
    return [
        Row(
            date=article.published.date,
            basis=article.published.basis,
            outlet=article.outlet,
            title=article.title,
            source=article.source,
            language=article.language,
            copy_of=article.copy_of,
            unread=article.unread,
            id=article.id,
        )
        for article in articles
    ]
