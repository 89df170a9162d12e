"""Components: what hangs together, directly or by a third, as things come and go.

Two things hang together where they share a link that binds, or where one stands under a link that
the other looks at and the two touch. That depends on the two alone, so that the components are those
of all things that are there, in whatever order they came; and a component that has no part in what
comes or goes stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import msgspec

from detente.record.shelf import Row, Shelf


class Links(msgspec.Struct, frozen=True, array_like=True):
    """Where one thing meets others. Of two things that touch each looks where the other stands.
    `mark` stands for all else that decides whether it touches them."""

    binds: tuple[int, ...] = ()
    looks: tuple[int, ...] = ()
    stands: tuple[int, ...] = ()
    mark: int = 0


_packed = msgspec.msgpack.encode
_decoder = msgspec.msgpack.Decoder(Links)


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a change did: the components that are no more as they were, and those that there are in
    their place, with their members. A component goes by the first of its members."""

    gone: Set[str]
    formed: Mapping[str, Set[str]]


@dataclass(slots=True)
class _Work:
    """Components in the making. Until they are done each goes by a member that it began with."""

    formed: dict[str, set[str]] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    """Things to the component in the making that they are in."""
    bodies: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    """Things to the component that they are kept in."""

    def put(self, name: str, members: Set[str]) -> None:
        self.formed[name] = set(members)
        self.home.update(dict.fromkeys(members, name))

    def unite(self, names: Set[str]) -> str:
        """Makes components one; the largest takes the others in."""
        first = max(sorted(names), key=lambda n: len(self.formed[n]))
        for name in names - {first}:
            members = self.formed.pop(name)
            self.formed[first] |= members
            self.home.update(dict.fromkeys(members, first))
        return first


class Components:
    """The components of all things of one kind. `touch` says whether two things hang together that
    meet under a link; what `near` gives for one and many says of each of these whether the two may
    touch, where that can be told more cheaply."""

    def __init__(
        self,
        shelf: Shelf,
        name: str,
        touch: Callable[[str, str], bool],
        near: Callable[[str, Sequence[str]], Callable[[str], bool]] = lambda one, others: (
            lambda other: True
        ),
    ) -> None:
        self._shelf, self._name, self._bound = shelf, name, f"{name} bound"
        self._touch, self._near = touch, near

    def change(
        self,
        gone: Set[str],
        come: Set[str],
        links_of: Callable[[Sequence[str]], Iterable[Links]],
        order: Mapping[str, tuple[Any, ...]] = MappingProxyType({}),
    ) -> Regrouped:
        """Takes things out and puts things in; one that is there already is put in anew, unless
        its links are as they were: then its component is given as it is. `links_of` gives the links of
        some things, one by one. `order` says in which order they cost least; those without a place in
        it go first."""
        kept = self._shelf.rows_of(self._name, {*gone, *come})
        again = sorted(item for _, item, _ in kept if item in come)
        new = dict(zip(again, links_of(again), strict=True))
        same = {item: group for group, item, body in kept if body == _packed(new.get(item))}
        dissolved = {group for group, item, _ in kept if item not in same}
        rows = self._shelf.rows(self._name, dissolved)
        was = {item: _decoder.decode(body) for _, item, body in rows}
        self._remove(rows, was)
        links = {item: own for item, own in (was | new).items() if item not in gone}
        work = _Work()
        items = sorted(
            {*was, *come} - gone - same.keys() | same.keys() & was.keys(),
            key=lambda item: (order.get(item, ()), item),
        )
        asked = iter(links_of([item for item in items if item not in links]))
        for item in items:
            own = links[item] if item in links else next(asked)
            work.bodies[item] = _packed(own)
            self._place(item, own, work)
        for name in {*same.values()} - dissolved - {*work.before.values()}:
            self._fetch(name, work)
        formed = {min(members): members for members in work.formed.values()}
        self._keep(formed, work)
        return Regrouped({*dissolved, *work.before.values()}, formed)

    def _remove(self, rows: list[Row], links: Mapping[str, Links]) -> None:
        self._shelf.drop_rows(self._name, rows)
        for member, own in links.items():
            self._shelf.drop_links(self._bound, member, own.binds)
            self._shelf.drop_links(self._name, member, own.stands)

    def _place(self, item: str, links: Links, work: _Work) -> None:
        """Puts a thing in, and makes one of the components that it hangs together with."""
        bound = self._shelf.linked(self._bound, links.binds)
        met = self._shelf.linked(self._name, links.looks)
        kept = [other for other in bound | met if other not in work.home]
        groups = {other: group for group, other, _ in self._shelf.rows_of(self._name, kept)}
        homes = {other: work.home.get(other) or groups[other] for other in bound | met}
        joined = {homes[other] for other in bound}
        apart = [other for other in met if homes[other] not in joined]
        near = self._near(item, apart)
        for other in apart:
            if homes[other] not in joined and near(other) and self._touch(item, other):
                joined.add(homes[other])
        work.put(item, {item})
        for name in joined:
            if name not in work.formed:  # `joined - work.formed.keys()` goes through all of these
                self._fetch(name, work)
        work.unite({item, *joined})
        self._shelf.put_links(self._bound, item, links.binds)
        self._shelf.put_links(self._name, item, links.stands)

    def _fetch(self, name: str, work: _Work) -> None:
        """Takes up a component that is kept."""
        rows = self._shelf.rows(self._name, [name])
        work.put(name, {member for _, member, _ in rows})
        work.bodies.update({member: body for _, member, body in rows})
        work.before.update({member: name for _, member, _ in rows})

    def _keep(self, formed: Mapping[str, Set[str]], work: _Work) -> None:
        """Writes down what is another than before."""
        homes = {member: name for name, members in formed.items() for member in members}
        moved = [m for m, name in homes.items() if work.before.get(m) != name]
        left = [(work.before[m], m, b"") for m in moved if m in work.before]
        self._shelf.drop_rows(self._name, left)
        self._shelf.put_rows(self._name, [(homes[m], m, work.bodies[m]) for m in moved])
