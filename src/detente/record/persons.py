"""One person a cluster, across spellings.

Persons are joined on their full names (`detente.record.spelling`); a report that has only a family
name is joined to a full one where country and post do not speak against it and nobody else fits.
Two people who share a family name stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.model import Actor
from detente.record.cluster import Cluster, Groups, Local
from detente.record.spelling import alike, parts, same_name, skeleton
from detente.record.stable import fold


def persons(found: Sequence[tuple[Local, Actor]]) -> list[Cluster]:
    """Full names first, the best agreements before the looser ones; then lone family names."""
    full = [Cluster("person", [pair]) for pair in found if full_names(pair[1])]
    lone = [pair for pair in found if not full_names(pair[1])]
    full = _join_exact(full)
    joined = _join_loose(full)
    return _place_lone(joined, lone)


def full_names(actor: Actor) -> set[tuple[str, ...]]:
    """The names of two words or more that an actor goes by."""
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
        sorted({n for _, actor in cluster.members for n in full_names(actor)})
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
    groups = Groups(len(clusters))
    initials: dict[int, set[int]] = defaultdict(set)
    for negative, i, j in sorted(scored):
        if negative == -0.5:  # « A. Petrov »: only where one person fits
            initials[i].add(j)
            initials[j].add(i)
            continue
        groups.join(i, j)
    for i in sorted(initials):
        roots = {groups.root(j) for j in initials[i]} - {groups.root(i)}
        if len(roots) == 1:
            groups.join(i, roots.pop())
    return [
        Cluster("person", [member for i in group for member in clusters[i].members])
        for group in groups.all()
    ]


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
        for word in called(n for _, actor in cluster.members for n in full_names(actor)):
            by_word[skeleton(word)].add(i)
        for word in _nicknames(cluster):
            by_word[skeleton(word)].add(i)
    rest: dict[tuple[str, str], Cluster] = {}
    placed: list[tuple[int, tuple[Local, Actor]]] = []
    for local, actor in lone:
        word = lone_word(actor)
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


def _nicknames(cluster: Cluster) -> set[str]:
    """Single words that a person is called by and that are in no full name: « alias X »."""
    names = cluster.names()
    inside = {word for name in names for word in parts(name) if len(parts(name)) > 1}
    return {p[0] for name in names if len(p := parts(name)) == 1} - inside


def called(full: Iterable[tuple[str, ...]]) -> set[str]:
    """The words by which persons of some full names may be called alone: all but a given name that
    is no family name, too."""
    return {word for form in full for word in form[1:] + form[:1] * (len(form[0]) <= 4)}


def misspelt(word: str, actor: Actor) -> bool:
    """Whether a word is nearly the family name of a person of the same report."""
    return any(alike(word, form[-1]) >= 0.8 for form in full_names(actor))


def lone_word(actor: Actor) -> str:
    """The word that a person without a full name goes by."""
    return (parts(actor.name) or (fold(actor.name),))[-1]


def _misspelt(word: str, clusters: Sequence[Cluster], there: Iterable[int]) -> list[int]:
    """The persons of the same report (`there`) whose family name is nearly this one."""
    return [
        i for i in sorted(there) if any(misspelt(word, actor) for _, actor in clusters[i].members)
    ]


def _fits(actor: Actor, cluster: Cluster, word: str) -> bool:
    """A lone name may be this person's: the same word, no other country, and a country or a post
    in common where the report tells one."""
    words = {w for _, a in cluster.members for n in full_names(a) for w in n}
    words |= _nicknames(cluster)
    if not any(alike(word, w) >= 0.9 for w in words):
        return False
    countries = set(cluster.countries())
    if actor.country and countries:
        return actor.country in countries
    if word in _nicknames(cluster):
        return True  # « X alias Y »: posts are worded in many ways, a nickname is not
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
