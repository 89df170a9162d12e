"""Actors of several readings that are one, and how things are put into groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from detente.model import Actor
from detente.record.stable import fold

Local = tuple[str, str]
"""An actor in one reading: article id, local id."""


class Groups:
    """Things numbered from 0, joined two by two; each group goes by its lowest number."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, i: int) -> int:
        """The lowest number of the group that `i` is in."""
        while self._parent[i] != i:
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Makes the groups of `i` and `j` one."""
        low, high = sorted((self.root(i), self.root(j)))
        self._parent[high] = low

    def all(self) -> list[list[int]]:
        """The groups, each in order, by their lowest numbers."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._parent)):
            found.setdefault(self.root(i), []).append(i)
        return [found[i] for i in sorted(found)]


@dataclass(slots=True)
class Cluster:
    """Actors of several readings that are one. `names` counts the forms it is given by report."""

    kind: str
    members: list[tuple[Local, Actor]] = field(default_factory=list)

    def names(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for _, actor in self.members:
            found.update({actor.name, *actor.aliases})
            found[actor.name] += 1  # the name counts for more than an alias
        return found

    def countries(self) -> Counter[str]:
        return Counter(a.country for _, a in self.members if a.country)

    def country(self) -> str | None:
        """The country that most reports tell; where none does, that most infer."""
        told = {a.country for _, a in self.members if a.country_basis != "inferred"}
        found = self.countries()
        return min(found, key=lambda c: (c not in told, -found[c], c)) if found else None

    def country_basis(self) -> Literal["stated", "inferred"] | None:
        """Whether some report tells that country."""
        country = self.country()
        if country is None:
            return None
        told = any(a.country == country and a.country_basis != "inferred" for _, a in self.members)
        return "stated" if told else "inferred"

    def titles(self) -> set[str]:
        return {fold(role.title) for _, actor in self.members for role in actor.roles}
