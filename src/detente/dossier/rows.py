"""Reports, readings and decisions as rows of the store, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from detente.dossier import store, tables
from detente.dossier.reports import WHOLE, Read, made_with
from detente.model import Article, Decision, Reading

T = TypeVar("T")
MANY = 5000
"""Ids asked for at once; a store takes some ten thousand parameters."""


def keep(connection: sa.Connection, reads: Iterable[Read]) -> None:
    """Keeps reports with their readings, in the place of those with the same ids."""
    kept = {read.article.id: read for read in reads}
    if not kept:
        return
    own, table = store.of(connection), tables.articles
    for ids in in_lots(list(kept)):
        connection.execute(table.delete().where(table.c.id.in_(ids)))
    own.insert_many(connection, table, [_article(read) for read in kept.values()])
    own.insert_many(connection, tables.readings, [_reading(read) for read in kept.values()])
    _changed(connection, kept)


def remove(connection: sa.Connection, article: str) -> bool:
    """Takes a report out with its reading; whether it was there."""
    table = tables.articles
    gone = connection.execute(table.delete().where(table.c.id == article)).rowcount
    if gone:
        _changed(connection, [article])
    return bool(gone)


def articles(connection: sa.Connection) -> tuple[Article, ...]:
    """All reports, by source."""
    bodies = _in_order(connection, tables.articles)
    return tuple(msgspec.json.decode(body, type=Article) for body in bodies)


def readings(connection: sa.Connection) -> tuple[Reading, ...]:
    """All readings, by their reports' source."""
    bodies = _in_order(connection, tables.readings)
    return tuple(msgspec.json.decode(body, type=Reading) for body in bodies)


def reports(connection: sa.Connection, ids: Sequence[str]) -> Iterator[tuple[Article, Reading]]:
    """Some reports with their readings, in no order."""
    table, own = tables.articles, tables.articles.c
    query = sa.select(own.body, tables.readings.c.body).join_from(table, tables.readings)
    for some in in_lots(ids):
        for article, reading in connection.execute(query.where(own.id.in_(some))):
            yield (
                msgspec.json.decode(article, type=Article),
                msgspec.json.decode(reading, type=Reading),
            )


def outlets(connection: sa.Connection, ids: Iterable[str]) -> dict[str, str | None]:
    """Where some reports came out, by their ids."""
    own = tables.articles.c
    query = sa.select(own.id, own.outlet)
    lots = in_lots(sorted(ids))
    return {i: out for some in lots for i, out in connection.execute(query.where(own.id.in_(some)))}


def there(connection: sa.Connection, ids: Iterable[str] | None = None) -> set[str]:
    """The ids of all reports; or those of some that there are."""
    own = tables.articles.c.id
    if ids is None:
        return set(connection.scalars(sa.select(own)))
    lots = in_lots(sorted(ids))
    return {i for some in lots for i in connection.scalars(sa.select(own).where(own.in_(some)))}


def due(connection: sa.Connection) -> set[str]:
    """The reports that came, went or were changed since the record was last worked out."""
    return set(connection.scalars(sa.select(tables.due.c.article)))


def standing(connection: sa.Connection, article: str | None = None) -> dict[str, tuple[str, str]]:
    """Of each report kept, or of one: its digest and what it was read with, by its id."""
    table = tables.readings.c
    query = sa.select(table.article, table.digest, table.made_with)
    if article is not None:
        query = query.where(table.article == article)
    return {i: (mark, version) for i, mark, version in connection.execute(query)}


def stale(connection: sa.Connection) -> Iterator[Article]:
    """The reports whose reading another version made."""
    table = tables.articles.c
    query = sa.select(table.body, table.language, tables.readings.c.made_with)
    for body, language, version in connection.execute(
        query.join_from(tables.articles, tables.readings)
    ):
        if version.removesuffix(WHOLE) != made_with(language, whole=False):
            yield msgspec.json.decode(body, type=Article)


def decisions(connection: sa.Connection) -> tuple[Decision, ...]:
    """All decisions, in the order in which they were taken."""
    bodies = connection.scalars(sa.select(tables.decisions.c.body))
    found = (msgspec.json.decode(body, type=Decision) for body in bodies)
    return tuple(sorted(found, key=lambda d: (d.when, d.id)))


def keep_decisions(connection: sa.Connection, taken: Sequence[Decision]) -> None:
    """Appends decisions. One on when a report came out, or that undoes one, makes another record as
    read, too: what the report tells is dated by it."""
    from detente.record.decided import dates_a_report  # only who decides pays for it

    if not taken:
        return
    rows = [{"id": d.id, "body": _json(d)} for d in taken]
    connection.execute(tables.decisions.insert(), rows)
    count(connection, "decisions")
    undone = any(d.act == "undo" for d in taken)
    dating = decisions(connection) if undone else taken
    if dated := {d.about.id for d in dating if dates_a_report(d)}:
        _changed(connection, dated)


def _changed(connection: sa.Connection, reports: Iterable[str]) -> None:
    """Notes that reports came, went or are others now."""
    rows = [{"article": report} for report in reports]
    store.of(connection).put_many(connection, tables.due, rows)
    count(connection, "readings")


def counts(connection: sa.Connection) -> dict[str, int]:
    """How often the `readings` and the `decisions` were changed."""
    rows = connection.execute(sa.select(tables.changes).order_by(tables.changes.c.what))
    return {row.what: row.number for row in rows}


def count(connection: sa.Connection, what: str) -> None:
    """One change more."""
    table = tables.changes
    more = table.update().where(table.c.what == what).values(number=table.c.number + 1)
    connection.execute(more)


def in_lots(items: Iterable[T], most: int = MANY) -> Iterator[list[T]]:
    """Things in order, so many at once: of ids and numbers as many as a store takes."""
    left = iter(items)
    while lot := list(islice(left, most)):
        yield lot


def _article(read: Read) -> dict[str, str | None]:
    article = read.article
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "published": article.published.date,
        "unread": article.unread,
        "digest": read.digest,
        "body": _json(article),
    }


def _reading(read: Read) -> dict[str, str]:
    return {
        "article": read.article.id,
        "digest": read.digest,
        "made_with": read.reading.made_with,
        "body": _json(read.reading),
    }


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()


def _in_order(connection: sa.Connection, table: sa.Table) -> list[str]:
    """The bodies of reports or of their readings, by source; stores sort letters differently."""
    article = tables.articles.c
    query = sa.select(article.source, article.id, table.c.body)
    if table is not tables.articles:
        query = query.join_from(tables.articles, table)
    return [body for _, _, body in sorted(map(tuple, connection.execute(query)))]
