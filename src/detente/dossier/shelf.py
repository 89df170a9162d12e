"""What the builder of records keeps between two changes, in the dossier (`detente.record.shelf`).

What was asked for or put stays at hand, and goes into the store all at once: at the end, or when there
is more of it than memory is to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from detente.dossier import store, tables
from detente.dossier.rows import in_lots
from detente.record.shelf import Memory, Row

AT_HAND = 2_000_000
"""Links and rows that are at hand at most, some 500 bytes each."""
Changes = dict[tuple[Any, ...], bytes | None]
"""What was put (its body; a link has none) or dropped (None) since the last flush, by its key."""


class Kept:
    """A shelf in the tables `shelf_links` and `shelf_rows`. It sees what is in them as the transaction
    of its connection does, and `flush` writes what was changed."""

    def __init__(self, connection: sa.Connection, at_hand: int = AT_HAND) -> None:
        self._connection, self._most = connection, at_hand
        self._empty = all(
            connection.execute(sa.select(table).limit(1)).first() is None
            for table in (tables.shelf_links, tables.shelf_rows)
        )
        self._forget()

    def _forget(self) -> None:
        self._memory = Memory()
        self._known: set[tuple[str, str, int | str]] = set()
        """What the store was asked for: the links, groups (`within`) and members of each space."""
        self._links: Changes = {}
        self._rows: Changes = {}
        self._count = 0

    def linked(self, space: str, links: Iterable[int]) -> set[str]:
        wanted = list(links)
        for some in self._unknown(space, "link", wanted):
            columns = tables.shelf_links.c
            query = sa.select(columns.link, columns.item)
            query = query.where(columns.space == space, columns.link.in_(some))
            for key, item in self._connection.execute(query):
                self._count += 1
                if (space, key, item) not in self._links:
                    self._memory.put_links(space, item, [key])
        return self._memory.linked(space, wanted)

    def put_links(self, space: str, item: str, links: Iterable[int]) -> None:
        self._make_room()
        keys = list(links)
        self._memory.put_links(space, item, keys)
        self._change(self._links, {(space, key, item): b"" for key in keys})

    def drop_links(self, space: str, item: str, links: Iterable[int]) -> None:
        self._make_room()
        keys = list(links)
        self._memory.drop_links(space, item, keys)
        self._change(self._links, {(space, key, item): None for key in keys})

    def rows(self, space: str, groups: Iterable[str]) -> list[Row]:
        wanted = list(groups)
        self._fetch(space, "within", wanted)
        return self._memory.rows(space, wanted)

    def rows_of(self, space: str, members: Iterable[str]) -> list[Row]:
        wanted = list(members)
        self._fetch(space, "member", wanted)
        return self._memory.rows_of(space, wanted)

    def put_rows(self, space: str, rows: Iterable[Row]) -> None:
        self._make_room()
        put = list(rows)
        self._memory.put_rows(space, put)
        self._change(self._rows, {(space, *row[:2]): row[2] for row in put})

    def drop_rows(self, space: str, rows: Sequence[Row]) -> None:
        self._make_room()
        self._memory.drop_rows(space, rows)
        self._change(self._rows, {(space, *row[:2]): None for row in rows})

    def clear(self) -> None:
        """Takes everything out."""
        for table in (tables.shelf_links, tables.shelf_rows):
            self._connection.execute(table.delete())
        self._forget()
        self._empty = True

    def flush(self) -> None:
        """Writes what was changed. Nothing is at hand any more."""
        links, rows = tables.shelf_links, tables.shelf_rows
        self._write(links, [links.c.space, links.c.link, links.c.item], self._links)
        self._write(rows, [rows.c.space, rows.c.within, rows.c.member, rows.c.body], self._rows)
        self._forget()
        self._empty = False

    def _change(self, changes: Changes, more: Changes) -> None:
        changes.update(more)
        self._count += len(more)

    def _make_room(self) -> None:
        if self._count > self._most:
            self.flush()

    def _unknown(
        self, space: str, sort: str, wanted: Sequence[int | str]
    ) -> Iterable[Sequence[int | str]]:
        """Those that the store has to be asked for, by lots; they are known then."""
        self._make_room()
        if self._empty:
            return []
        new = [w for w in dict.fromkeys(wanted) if (space, sort, w) not in self._known]
        self._known.update((space, sort, w) for w in new)
        self._count += len(new)
        return in_lots(new)

    def _fetch(self, space: str, by: str, wanted: Sequence[str]) -> None:
        columns = tables.shelf_rows.c
        for some in self._unknown(space, by, wanted):
            query = sa.select(columns.within, columns.member, columns.body)
            query = query.where(columns.space == space, columns[by].in_(some))
            for group, member, body in self._connection.execute(query):
                self._count += 1
                if (space, group, member) not in self._rows:
                    self._memory.put_rows(space, [(group, member, body)])

    def _write(self, table: sa.Table, columns: Sequence[sa.Column[Any]], changes: Changes) -> None:
        """Takes out what was dropped, and puts in what was put, with its body where there is one."""
        names = [column.name for column in columns]
        gone = sorted(key for key, body in changes.items() if body is None)
        if gone and not self._empty:
            same = (column == sa.bindparam(f"own_{column.name}") for column in columns[:3])
            keys = [dict(zip([f"own_{name}" for name in names], key, strict=False)) for key in gone]
            self._connection.execute(table.delete().where(*same), keys)
        put = sorted((*key, body) for key, body in changes.items() if body is not None)
        rows = [dict(zip(names, row, strict=False)) for row in put]
        own = store.of(self._connection)
        (own.insert_many if self._empty else own.put_many)(self._connection, table, rows)
