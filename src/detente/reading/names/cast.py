"""The actors of one report while they are being found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from detente.language.gazetteer import countries, fold
from detente.model import Actor, ActorKind, Role, Span

if TYPE_CHECKING:
    from detente.reading.draft import Draft

Gender = Literal["m", "f"]
PREFIX: dict[ActorKind, str] = {"person": "p", "organisation": "o", "group": "g", "state": "s"}


@dataclass(slots=True)
class Part:
    """One actor in the making. `words` are the folded words of a person's full name."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    press: bool = False
    peoples: bool = False
    """A noun of a people went with the name, be it of two."""
    owned: bool = False
    """The post is somebody's (“son ministre”)."""
    titled: bool = False
    """Some mention has a title (“M. X”)."""
    inferred: bool = False
    """The country is not from the report's words."""
    rebel: bool = False
    """The rebels of a state, who go by no name."""
    stateless: bool = False
    """Acts for a body of states, whatever the own nationality."""

    @property
    def basis(self) -> Literal["stated", "inferred"] | None:
        """Whether the report tells the country."""
        if self.country is None:
            return None
        return "inferred" if self.inferred else "stated"

    def call(self, name: str) -> None:
        """Adds another form of the name."""
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)


@dataclass(slots=True)
class Cast:
    """All actors of one report, by id and by what they are called; states in its `language`."""

    language: str
    parts: dict[str, Part] = field(default_factory=dict)
    _by_name: dict[tuple[ActorKind, str], str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def state(self, code: str) -> Part:
        """The state of an ISO code; its id is the code."""
        if code not in self.parts:
            country = countries().get(code)
            name = country.names[self.language] if country else code
            self.parts[code] = Part(code, "state", name, code)
        return self.parts[code]

    def named(self, kind: ActorKind, name: str, country: str | None = None) -> Part:
        """The actor of a kind that bears a name, made where there is none yet."""
        key = (kind, fold(name) + ("/" + country if kind != "person" and country else ""))
        if key not in self._by_name:
            prefix = PREFIX[kind]
            self._counts[prefix] = self._counts.get(prefix, 0) + 1
            part = Part(f"{prefix}{self._counts[prefix]}", kind, name, country)
            self.parts[part.id] = part
            self._by_name[key] = part.id
        return self.parts[self._by_name[key]]

    def drop(self, part: Part) -> None:
        """Takes out an actor who turned out to be another."""
        del self.parts[part.id]
        self._by_name = {key: id_ for key, id_ in self._by_name.items() if id_ != part.id}

    def people(self) -> list[Part]:
        """All persons, in order of appearance."""
        return [part for part in self.parts.values() if part.kind == "person"]

    def settle(self, draft: Draft) -> None:
        """Writes all actors into the draft."""
        for part in self.parts.values():
            if not part.evidence:
                continue
            draft.actors[part.id] = Actor(
                id=part.id,
                kind=part.kind,
                name=part.name,
                aliases=tuple(part.aliases),
                country=part.country,
                country_basis=part.basis,
                roles=tuple(part.roles),
                evidence=tuple(part.evidence),
            )
