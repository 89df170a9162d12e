"""What a builder of records keeps between two changes: links to find things by, and rows.

`Memory` keeps it as long as the program runs; whatever else keeps rows and links can be a `Shelf`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

Row = tuple[str, str, bytes]
"""A group, a member of it, and what is told of the member there."""


@lru_cache(maxsize=131_072)  # what one report tells, the next may tell too
def link(*parts: object) -> int:
    """A number of 63 bits that stands for some values; things that share one may be compared."""
    told = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8)
    return int.from_bytes(told.digest(), "big") >> 1


class Shelf(Protocol):
    """Links and rows, each in named spaces that have nothing to do with each other."""

    def linked(self, space: str, links: Iterable[int]) -> set[str]:
        """What stands under some links."""

    def put_links(self, space: str, item: str, links: Iterable[int]) -> None:
        """Puts something under some links."""

    def drop_links(self, space: str, item: str, links: Iterable[int]) -> None:
        """Takes it away from there."""

    def rows(self, space: str, groups: Iterable[str]) -> list[Row]:
        """The rows of some groups, in no order."""

    def rows_of(self, space: str, members: Iterable[str]) -> list[Row]:
        """The rows of some members in whatever group, in no order."""

    def put_rows(self, space: str, rows: Iterable[Row]) -> None:
        """Puts rows there, in the place of those of the same group and member."""

    def drop_rows(self, space: str, rows: Sequence[Row]) -> None:
        """Takes the rows of the same groups and members out."""


class Memory:
    """A shelf that lasts as long as the program."""

    def __init__(self) -> None:
        self._links: defaultdict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
        self._groups: defaultdict[tuple[str, str], dict[str, bytes]] = defaultdict(dict)
        self._of: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._count = 0

    def __len__(self) -> int:
        """How many links and rows there are, or have been."""
        return self._count

    def all_links(self) -> Iterator[tuple[str, int, str]]:
        """Each space, link and what stands under it, in order."""
        for space, links in sorted(self._links.items()):
            for key in sorted(links):
                yield from ((space, key, item) for item in sorted(links[key]))

    def all_rows(self) -> Iterator[tuple[str, str, str, bytes]]:
        """Each space, group and member, and what is told of it there, in order."""
        for space, group in sorted(self._groups):
            for member, body in sorted(self._groups[(space, group)].items()):
                yield space, group, member, body

    def linked(self, space: str, links: Iterable[int]) -> set[str]:
        there = self._links[space]
        return {item for key in links for item in there.get(key, ())}

    def put_links(self, space: str, item: str, links: Iterable[int]) -> None:
        there = self._links[space]
        for key in links:
            there[key] = (*there.get(key, ()), item)
            self._count += 1

    def drop_links(self, space: str, item: str, links: Iterable[int]) -> None:
        there = self._links[space]
        for key in links:
            if left := tuple(other for other in there.get(key, ()) if other != item):
                there[key] = left
            else:
                there.pop(key, None)

    def rows(self, space: str, groups: Iterable[str]) -> list[Row]:
        return [
            (group, member, body)
            for group in set(groups)
            for member, body in self._groups.get((space, group), {}).items()
        ]

    def rows_of(self, space: str, members: Iterable[str]) -> list[Row]:
        return [
            (group, member, self._groups[(space, group)][member])
            for member in set(members)
            for group in self._of.get((space, member), ())
        ]

    def put_rows(self, space: str, rows: Iterable[Row]) -> None:
        for group, member, body in rows:
            self._groups[(space, group)][member] = body
            self._of[(space, member)].add(group)
            self._count += 1

    def drop_rows(self, space: str, rows: Sequence[Row]) -> None:
        for group, member, _ in rows:
            self._groups[(space, group)].pop(member, None)
            self._of[(space, member)].discard(group)
