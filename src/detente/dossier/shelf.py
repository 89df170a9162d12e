"""What the builder of records keeps between two changes, in the dossier (`detente.record.shelf`).

What was asked for or put stays at hand, and goes into the store all at once: at the end, or when there
is more of it than memory is to hold. As long as the store has nothing it is not asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from detente.dossier import store, tables
from detente.dossier.rows import in_lots
from detente.record.shelf import Memory, Row

AT_HAND = 10_000_000
"""Links and rows that are at hand at most, some 150 bytes each: those of a hundred thousand reports."""
LOT = 100_000
"""Links or rows that are written at once."""
Key = tuple[str, int | str, str]
"""A space, a link or a group there, and what stands under it."""


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
        self._known: set[Key] = set()
        """What the store was asked for: links, groups (`within`) and members, in their spaces."""
        self._links: dict[Key, bool] = {}
        """Which links were put (true) or dropped since the last flush; nothing while it is empty."""
        self._rows: dict[Key, bool] = {}

    def linked(self, space: str, links: Iterable[int]) -> set[str]:
        wanted = list(links)
        columns = tables.shelf_links.c
        for some in self._unknown(space, "link", wanted):
            query = sa.select(columns.link, columns.item)
            query = query.where(columns.space == space, columns.link.in_(some))
            for key, item in self._connection.execute(query):
                if (space, key, item) not in self._links:
                    self._memory.put_links(space, item, [key])
        return self._memory.linked(space, wanted)

    def put_links(self, space: str, item: str, links: Iterable[int]) -> None:
        self._make_room()
        keys = list(links)
        self._memory.put_links(space, item, keys)
        self._changed(self._links, [(space, key, item) for key in keys], put=True)

    def drop_links(self, space: str, item: str, links: Iterable[int]) -> None:
        self._make_room()
        keys = list(links)
        self._memory.drop_links(space, item, keys)
        self._changed(self._links, [(space, key, item) for key in keys], put=False)

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
        self._changed(self._rows, [(space, *row[:2]) for row in put], put=True)

    def drop_rows(self, space: str, rows: Sequence[Row]) -> None:
        self._make_room()
        self._memory.drop_rows(space, rows)
        self._changed(self._rows, [(space, *row[:2]) for row in rows], put=False)

    def clear(self) -> None:
        """Takes everything out."""
        for table in (tables.shelf_links, tables.shelf_rows):
            self._connection.execute(table.delete())
        self._forget()
        self._empty = True

    def flush(self) -> None:
        """Writes what was changed. Nothing is at hand any more."""
        _drop(self._connection, tables.shelf_links, self._links)
        _drop(self._connection, tables.shelf_rows, self._rows)
        anew, links, rows = self._empty, self._links, self._rows
        own = store.of(self._connection)
        put = own.insert_many if anew else own.put_many
        told = (key for key in self._memory.all_links() if anew or links.get(key))
        for lot in in_lots(told, LOT):
            named = [dict(zip(("space", "link", "item"), key, strict=True)) for key in lot]
            put(self._connection, tables.shelf_links, named)
        kept = (row for row in self._memory.all_rows() if anew or rows.get(row[:3]))
        for some in in_lots(kept, LOT):
            names = ("space", "within", "member", "body")
            named = [dict(zip(names, row, strict=True)) for row in some]
            put(self._connection, tables.shelf_rows, named)
        self._forget()
        self._empty = False

    def _changed(self, changes: dict[Key, bool], keys: Iterable[Key], *, put: bool) -> None:
        if not self._empty:
            changes.update(dict.fromkeys(keys, put))

    def _make_room(self) -> None:
        at_hand = len(self._memory) + len(self._known) + len(self._links) + len(self._rows)
        if at_hand > self._most:
            self.flush()

    def _unknown(
        self, space: str, sort: str, wanted: Iterable[int | str]
    ) -> Iterable[Sequence[int | str]]:
        """Those that the store has to be asked for, by lots; they are known then."""
        self._make_room()
        if self._empty:
            return []
        new = [w for w in dict.fromkeys(wanted) if (space, w, sort) not in self._known]
        self._known.update((space, w, sort) for w in new)
        return in_lots(new)

    def _fetch(self, space: str, by: str, wanted: Iterable[str]) -> None:
        columns = tables.shelf_rows.c
        for some in self._unknown(space, by, wanted):
            query = sa.select(columns.within, columns.member, columns.body)
            query = query.where(columns.space == space, columns[by].in_(some))
            for group, member, body in self._connection.execute(query):
                if (space, group, member) not in self._rows:
                    self._memory.put_rows(space, [(group, member, body)])


def _drop(connection: sa.Connection, table: sa.Table, changes: dict[Key, bool]) -> None:
    """Takes out what was dropped."""
    gone = sorted((key for key, put in changes.items() if not put), key=str)
    if gone:
        names = [column.name for column in table.primary_key]
        same = (table.c[name] == sa.bindparam(f"own_{name}") for name in names)
        keys = [dict(zip([f"own_{name}" for name in names], key, strict=True)) for key in gone]
        connection.execute(table.delete().where(*same), keys)
