"""Who is who: one actor for one person, body or state, whatever the reports call it.

Persons are joined in `detente.record.persons`, bodies in `detente.record.bodies`, states by their
code. A person's posts are collected: a post held earlier and a new one are a succession, not a
dispute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.model import Actor, Role
from detente.record.bodies import Peoples, join_bodies
from detente.record.cluster import Cluster, Local
from detente.record.persons import persons
from detente.record.posts import place_posts
from detente.record.spelling import parts
from detente.record.stable import fold, short_hash, slug, unique_spans


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The record's actors, what each reading's local id stands for, and words for peoples."""

    actors: tuple[Actor, ...]
    ids: Mapping[Local, str]
    peoples: Peoples

    def of(self, article: str, local: str) -> str:
        """The record's id of an actor of a reading; an id that it does not name is kept."""
        return self.ids.get((article, local), local)

    def spoken_of(self) -> dict[str, frozenset[str]]:
        """Of each report the actors that it names, and their states."""
        states = {actor.id: actor.country for actor in self.actors}
        found: dict[str, set[str]] = defaultdict(set)
        for (article, _), actor in self.ids.items():
            found[article].add(actor)
            if (state := states.get(actor)) is not None:
                found[article].add(state)
        return {article: frozenset(named) for article, named in found.items()}


def identify(
    found: Sequence[tuple[Local, Actor]], heads: Mapping[str, str], peoples: Peoples
) -> WhoIsWho:
    """Joins actors of readings, those of earlier reports first. `heads` are the reports that stand
    for those that repeat them."""
    people = persons([pair for pair in found if pair[1].kind == "person"], peoples)
    unnamed = place_posts(people, [pair for pair in found if pair[1].kind == "group"], peoples)
    clusters = [
        *_states(found),
        *people,
        *_cluster_bodies([p for p in found if p[1].kind == "organisation"], peoples),
        *_groups(unnamed, heads),
    ]
    return _settle(clusters, peoples)


# ---------------------------------------------------------------- who goes with whom


def _states(found: Iterable[tuple[Local, Actor]]) -> list[Cluster]:
    by_id: dict[str, Cluster] = {}
    for local, actor in found:
        if actor.kind == "state":
            by_id.setdefault(actor.id, Cluster("state")).members.append((local, actor))
    return list(by_id.values())


def _groups(found: Iterable[tuple[Local, Actor]], heads: Mapping[str, str]) -> list[Cluster]:
    """A group with a proper name is one across reports; « des diplomates » are each report's own
    (and that of its copies)."""
    by_key: dict[tuple[str, ...], Cluster] = {}
    for local, actor in found:
        proper = actor.name[:1].isupper()
        where = "" if proper else heads.get(local[0], local[0])
        key = (fold(actor.name), actor.country or "", where)
        by_key.setdefault(key, Cluster("group")).members.append((local, actor))
    return list(by_key.values())


def _cluster_bodies(found: Sequence[tuple[Local, Actor]], peoples: Peoples) -> list[Cluster]:
    groups = join_bodies([actor for _, actor in found], peoples)
    return [Cluster("organisation", [found[i] for i in group]) for group in groups]


# ---------------------------------------------------------------- the actor that comes out


def _settle(clusters: Sequence[Cluster], peoples: Peoples) -> WhoIsWho:
    """Names, ids and posts of the clusters; a shared id gets a number, in the clusters' order."""
    shared = Counter(
        word
        for cluster in clusters
        if cluster.kind == "person"
        for word in {fold(n) for n in cluster.names() if len(parts(n)) == 1}
    )
    actors: dict[str, Actor] = {}
    ids: dict[Local, str] = {}
    for cluster in clusters:
        actor = _actor(cluster, {word for word, n in shared.items() if n > 1})
        if actor.id in actors:
            first = cluster.members[0][0]
            actor = _renamed(actor, f"{actor.id}-{short_hash(*first)[:4]}")
        actors[actor.id] = actor
        ids.update({local: actor.id for local, _ in cluster.members})
    known = tuple(actors[i] for i in sorted(actors))
    return WhoIsWho(known, ids, peoples)


def _actor(cluster: Cluster, ambiguous: set[str]) -> Actor:
    first_local, first = cluster.members[0]
    name = preferred(cluster.names(), cluster.kind)
    aliases = {
        alias
        for alias in cluster.names()
        if alias != name and not (len(parts(alias)) == 1 and fold(alias) in ambiguous)
    }
    if cluster.kind == "state":
        identifier = first.id
    else:
        identifier = slug(first.name)
        if cluster.kind == "group" and not first.name[:1].isupper():
            identifier += "-" + short_hash(first_local[0])[:4]
    wikidata = Counter(a.wikidata for _, a in cluster.members if a.wikidata)
    return Actor(
        id=identifier,
        kind=first.kind,
        name=name,
        aliases=tuple(sorted(aliases)),
        country=first.id if cluster.kind == "state" else cluster.country(),
        country_basis="stated" if cluster.kind == "state" else cluster.country_basis(),
        wikidata=min(wikidata, key=lambda q: (-wikidata[q], q)) if wikidata else None,
        roles=_roles(actor for _, actor in cluster.members),
        evidence=unique_spans(s for _, a in cluster.members for s in a.evidence),
    )


def _renamed(actor: Actor, identifier: str) -> Actor:
    return Actor(**{**{f: getattr(actor, f) for f in actor.__struct_fields__}, "id": identifier})


def preferred(names: Mapping[str, int], kind: str) -> str:
    """The most frequent full form; of equals the longest, then the first in the alphabet. A
    person's full form has two words at least, none of them an initial."""

    def full(name: str) -> bool:
        own = parts(name)
        return kind != "person" or (len(own) > 1 and all(len(word) > 1 for word in own))

    return min(names, key=lambda n: (not full(n), -names[n], -len(n), n))


def _roles(actors: Iterable[Actor]) -> tuple[Role, ...]:
    """Each post once, in the words of the report that comes first, with all evidence."""
    found: dict[tuple[str, ...], list[Role]] = {}
    for actor in actors:
        for role in actor.roles:
            key = (fold(role.title), fold(role.organisation or ""), role.country or "")
            found.setdefault((*key, role.standing), []).append(role)
    return tuple(
        Role(
            title=same[0].title,
            organisation=same[0].organisation,
            country=same[0].country,
            standing=same[0].standing,
            start=min((r.start for r in same if r.start), default=None),
            end=max((r.end for r in same if r.end), default=None),
            evidence=unique_spans(s for r in same for s in r.evidence),
        )
        for same in found.values()
    )
