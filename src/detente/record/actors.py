"""Who is who: one actor for one person, body or state, whatever the reports call it.

Persons are joined on their full names across spellings (`detente.record.spelling`); a report that
has only a family name is joined to a full one where country and post do not speak against it and
nobody else fits. Two people who share a family name stay two. A person's posts are collected: a
post held earlier and a new one are a succession, not a dispute.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from detente.model import Actor, Article, Reading, Role
from detente.record.bodies import Peoples, join_bodies
from detente.record.spelling import alike, parts, same_name, skeleton
from detente.record.stable import fold, rank, short_hash, slug, unique_spans

Local = tuple[str, str]
"""An actor in one reading: article id, local id."""


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
        found = self.countries()
        return min(found, key=lambda c: (-found[c], c)) if found else None

    def titles(self) -> set[str]:
        return {fold(role.title) for _, actor in self.members for role in actor.roles}


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The record's actors, what each reading's local id stands for, and words for peoples."""

    actors: tuple[Actor, ...]
    ids: Mapping[Local, str]
    peoples: Peoples

    def of(self, article: str, local: str) -> str:
        """The record's id of an actor of a reading; an id that it does not name is kept."""
        return self.ids.get((article, local), local)


def identify(articles: Sequence[Article], readings: Sequence[Reading]) -> WhoIsWho:
    """Joins the actors of all readings."""
    order = {a.id: rank(a) for a in articles}
    found = [
        ((reading.article, actor.id), actor) for reading in readings for actor in reading.actors
    ]
    found.sort(key=lambda pair: (order.get(pair[0][0], ("9999", pair[0][0])), pair[0][1]))
    peoples = Peoples.learn(actor for _, actor in found)
    clusters = [
        *_states(found),
        *_persons([pair for pair in found if pair[1].kind == "person"]),
        *_cluster_bodies([p for p in found if p[1].kind == "organisation"], peoples),
        *_groups([pair for pair in found if pair[1].kind == "group"]),
    ]
    return _settle(clusters, peoples)


# ---------------------------------------------------------------- who goes with whom


def _states(found: Iterable[tuple[Local, Actor]]) -> list[Cluster]:
    by_id: dict[str, Cluster] = {}
    for local, actor in found:
        if actor.kind == "state":
            by_id.setdefault(actor.id, Cluster("state")).members.append((local, actor))
    return list(by_id.values())


def _groups(found: Iterable[tuple[Local, Actor]]) -> list[Cluster]:
    """A group with a proper name is one across reports; « des diplomates » are each report's own."""
    by_key: dict[tuple[str, ...], Cluster] = {}
    for local, actor in found:
        proper = actor.name[:1].isupper()
        where = "" if proper else local[0]
        key = (fold(actor.name), actor.country or "", where)
        by_key.setdefault(key, Cluster("group")).members.append((local, actor))
    return list(by_key.values())


def _cluster_bodies(found: Sequence[tuple[Local, Actor]], peoples: Peoples) -> list[Cluster]:
    groups = join_bodies([actor for _, actor in found], peoples)
    return [Cluster("organisation", [found[i] for i in group]) for group in groups]


def _persons(found: Sequence[tuple[Local, Actor]]) -> list[Cluster]:
    """Full names first, the best agreements before the looser ones; then lone family names."""
    full = [Cluster("person", [pair]) for pair in found if _full_names(pair[1])]
    lone = [pair for pair in found if not _full_names(pair[1])]
    full = _join_exact(full)
    joined = _join_loose(full)
    return _place_lone(joined, lone)


def _full_names(actor: Actor) -> set[tuple[str, ...]]:
    return {p for name in (actor.name, *actor.aliases) if len(p := parts(name)) > 1}


def _join_exact(clusters: Iterable[Cluster]) -> list[Cluster]:
    by_name: dict[tuple[str, ...], Cluster] = {}
    for cluster in clusters:
        own = parts(cluster.members[0][1].name)
        by_name.setdefault(own, Cluster("person")).members.extend(cluster.members)
    return [by_name[name] for name in sorted(by_name)]


def _join_loose(clusters: list[Cluster]) -> list[Cluster]:
    """Joins clusters whose names are spellings of one, blocked by the consonants of their words."""
    names = [
        sorted({n for _, actor in cluster.members for n in _full_names(actor)})
        for cluster in clusters
    ]
    blocks: dict[str, set[int]] = defaultdict(set)
    for i, forms in enumerate(names):
        for form in forms:
            for word in form:
                blocks[skeleton(word)].add(i)
    scored = []
    pairs = {(i, j) for block in blocks.values() for i in block for j in block if i < j}
    for i, j in sorted(pairs):
        score = max(same_name(a, b) for a in names[i] for b in names[j])
        if score and _may_be_one(clusters[i], clusters[j], score):
            scored.append((-score, i, j))
    parent = list(range(len(clusters)))
    initials: dict[int, set[int]] = defaultdict(set)
    for negative, i, j in sorted(scored):
        if negative == -0.5:  # « A. Petrov »: only where one person fits
            initials[i].add(j)
            initials[j].add(i)
            continue
        _union(parent, i, j)
    for i in sorted(initials):
        roots = {_root(parent, j) for j in initials[i]} - {_root(parent, i)}
        if len(roots) == 1:
            _union(parent, i, roots.pop())
    merged: dict[int, Cluster] = {}
    for i, cluster in enumerate(clusters):
        merged.setdefault(_root(parent, i), Cluster("person")).members.extend(cluster.members)
    return list(merged.values())


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        i = parent[i]
    return i


def _union(parent: list[int], i: int, j: int) -> None:
    a, b = sorted((_root(parent, i), _root(parent, j)))
    parent[b] = a


def _may_be_one(one: Cluster, other: Cluster, score: float) -> bool:
    """Names that agree only loosely need the same country, where both tell one."""
    if score == 1.0:
        return True
    a, b = set(one.countries()), set(other.countries())
    return not a or not b or bool(a & b)


def _place_lone(clusters: list[Cluster], lone: Sequence[tuple[Local, Actor]]) -> list[Cluster]:
    """Family names (or given names) that stand alone in a report, to the one person who fits."""
    by_word: dict[str, set[int]] = defaultdict(set)
    by_article: dict[str, set[int]] = defaultdict(set)
    for i, cluster in enumerate(clusters):
        for (article, _), _ in cluster.members:
            by_article[article].add(i)
        for form in {n for _, actor in cluster.members for n in _full_names(actor)}:
            for word in form[1:] + form[:1] * (len(form[0]) <= 4):
                by_word[skeleton(word)].add(i)
    rest: dict[tuple[str, str], Cluster] = {}
    placed: list[tuple[int, tuple[Local, Actor]]] = []
    for local, actor in lone:
        word = (parts(actor.name) or (fold(actor.name),))[-1]
        fitting = [
            i for i in sorted(by_word.get(skeleton(word), ())) if _fits(actor, clusters[i], word)
        ] or _misspelt(word, clusters, by_article[local[0]])
        if len(fitting) > 1:
            fitting = [i for i in fitting if _same_post(actor, clusters[i])]
        if len(fitting) == 1:
            placed.append((fitting[0], (local, actor)))
        else:
            key = (skeleton(word), actor.country or local[0])
            rest.setdefault(key, Cluster("person")).members.append((local, actor))
    for i, pair in placed:
        clusters[i].members.append(pair)
    return clusters + [rest[key] for key in sorted(rest)]


def _misspelt(word: str, clusters: Sequence[Cluster], there: Iterable[int]) -> list[int]:
    """The persons of the same report (`there`) whose family name is nearly this one."""
    return [
        i
        for i in sorted(there)
        if any(
            alike(word, form[-1]) >= 0.8
            for _, actor in clusters[i].members
            for form in _full_names(actor)
        )
    ]


def _fits(actor: Actor, cluster: Cluster, word: str) -> bool:
    """A lone name may be this person's: the same word, no other country, and a country or a post
    in common where the report tells one."""
    words = {w for _, a in cluster.members for n in _full_names(a) for w in n}
    if not any(alike(word, w) >= 0.9 for w in words):
        return False
    countries = set(cluster.countries())
    if actor.country and countries:
        return actor.country in countries
    if actor.roles and cluster.titles():
        return _same_post(actor, cluster)
    return True


def _same_post(actor: Actor, cluster: Cluster) -> bool:
    """Whether a post that the report gives is one that the person is known by, in like words."""
    known = [set(title.split()) for title in cluster.titles()]
    return any(
        own and (own <= title or title <= own)
        for role in actor.roles
        for own in [set(fold(role.title).split())]
        for title in known
    )


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
