"""One person a cluster, across spellings.

Persons are joined on their full names (`detente.record.spelling`); a report that has only a family
name is joined to a full one where country and post do not speak against it and nobody else fits.
Two people who share a family name stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from detente.model import Actor
from detente.record.bodies import Peoples
from detente.record.cluster import Cluster, Groups, Local
from detente.record.posts import Post, posts_held
from detente.record.spelling import (
    SONS,
    alike,
    fathers,
    forms,
    key,
    nearly,
    parts,
    same_name,
    skeleton,
    sounds_like,
    tokens,
)
from detente.record.stable import fold

_SON = min(SONS)
"""What stands before a father's name in the word that a person goes by."""


def persons(found: Sequence[tuple[Local, Actor]], peoples: Peoples) -> list[Cluster]:
    """Full names first, the best agreements before the looser ones; then lone family names."""
    full = [Cluster("person", [pair]) for pair in found if full_names(pair[1])]
    lone = [pair for pair in found if not full_names(pair[1])]
    full = _join_exact(full)
    joined = _join_by_post(_join_loose(full), peoples)
    return _place_lone(joined, lone)


def full_names(actor: Actor) -> set[tuple[str, ...]]:
    """The names of two words or more that an actor goes by."""
    return {p for name in (actor.name, *actor.aliases) for p in forms(name) if len(p) > 1}


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
    for i, own in enumerate(names):
        for form in own:
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


def _join_by_post(clusters: list[Cluster], peoples: Peoples) -> list[Cluster]:
    """Joins persons of one post in one state whose names sound alike, and persons of one state
    whose long names differ by a letter or two; where one report has both, only with one given name."""
    by_post: dict[Post, set[int]] = defaultdict(set)
    by_state: dict[str, set[int]] = defaultdict(set)
    names = [{n for _, a in cluster.members for n in full_names(a)} for cluster in clusters]
    for i, cluster in enumerate(clusters):
        for post in {p for _, a in cluster.members for p in posts_held(a, peoples)}:
            by_post[post].add(i)
        for state in cluster.countries():
            by_state[state].add(i)
    reports = [{article for (article, _), _ in cluster.members} for cluster in clusters]
    groups = Groups(len(clusters))
    for alike_enough, held in ((sounds_like, by_post), (nearly, by_state)):
        for holders in held.values():
            for i, j in combinations(sorted(holders), 2):
                together = not reports[i].isdisjoint(reports[j])
                if any(
                    alike_enough(a, b) and not (together and key(a[0]) != key(b[0]))
                    for a in names[i]
                    for b in names[j]
                ):
                    groups.join(i, j)
    return [
        Cluster("person", [member for i in group for member in clusters[i].members])
        for group in groups.all()
    ]


def _place_lone(clusters: list[Cluster], lone: Sequence[tuple[Local, Actor]]) -> list[Cluster]:
    """Family names (or given names) that stand alone in a report, to the one person who fits."""
    by_word: dict[str, set[int]] = defaultdict(set)
    by_article: dict[str, set[int]] = defaultdict(set)
    for i, cluster in enumerate(clusters):
        for (article, _), _ in cluster.members:
            by_article[article].add(i)
        for word in _called(cluster) | _given(cluster) | _nicknames(cluster):
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
            own = (skeleton(word), actor.country or local[0])
            rest.setdefault(own, Cluster("person")).members.append((local, actor))
    for i, pair in placed:
        clusters[i].members.append(pair)
    return clusters + _by_word_and_post(rest)


def _by_word_and_post(lone: dict[tuple[str, str], Cluster]) -> list[Cluster]:
    """Lone names that are left, by their word and state (or report); one of no state goes to the
    one person of that word and of like post who has a state."""
    placed: dict[tuple[str, str], tuple[str, str]] = {}
    for own, cluster in lone.items():
        if cluster.country() is None:
            fitting = [
                other
                for other, known in lone.items()
                if other[0] == own[0] and known.country()
                if all(_same_post(actor, known) for _, actor in cluster.members)
            ]
            if len(fitting) == 1:
                placed[own] = fitting[0]
    for own, home in placed.items():
        lone[home].members += lone[own].members
    return [lone[own] for own in sorted(lone) if own not in placed]


def _nicknames(cluster: Cluster) -> set[str]:
    """Single words that a person is called by and that are in no full name: « alias X »."""
    names = cluster.names()
    inside = {word for name in names for word in parts(name) if len(parts(name)) > 1}
    return {p[0] for name in names if len(p := parts(name)) == 1} - inside


def called(actor: Actor) -> set[str]:
    """The words by which a person of a full name may be called alone: all but a given name that
    is no family name, too, and the father's name without “son of”."""
    found = set()
    for name in (actor.name, *actor.aliases):
        own, theirs = parts(name), fathers(name)
        if len(own) > 1:
            found |= {_SON + word if word in theirs else word for word in own[1:]}
            found |= {*own[:1]} if len(own[0]) <= 4 else set()
    return found


def given(actor: Actor) -> set[str]:
    """The given names of a person: peoples without family names call by them, with the post."""
    return {form[0] for form in full_names(actor)}


def _called(cluster: Cluster) -> set[str]:
    return {word for _, actor in cluster.members for word in called(actor)}


def _given(cluster: Cluster) -> set[str]:
    return {word for _, actor in cluster.members for word in given(actor)}


def misspelt(word: str, actor: Actor) -> bool:
    """Whether a word is nearly the family name of a person of the same report."""
    return any(
        alike(word, own[-1]) >= 0.8
        for name in (actor.name, *actor.aliases)
        if len(own := parts(name)) > 1 and own[-1] not in fathers(name)
    )


def lone_word(actor: Actor) -> str:
    """The word that a person without a full name goes by, with “son of” before it."""
    word = (parts(actor.name) or (fold(actor.name),))[-1]
    return _SON + word if SONS.intersection(tokens(actor.name)[:-1]) else word


def _misspelt(word: str, clusters: Sequence[Cluster], there: Iterable[int]) -> list[int]:
    """The persons of the same report (`there`) whose family name is nearly this one."""
    return [
        i for i in sorted(there) if any(misspelt(word, actor) for _, actor in clusters[i].members)
    ]


def _fits(actor: Actor, cluster: Cluster, word: str) -> bool:
    """A lone name may be this person's: the same word, no other country, and a country or a post
    in common where the report tells one."""
    if not any(alike(word, w) >= 0.9 for w in _called(cluster) | _nicknames(cluster)):
        first = any(alike(word, w) >= 0.9 for w in _given(cluster))
        own = actor.country and actor.country in cluster.countries()
        return bool(first and own and actor.roles and _same_post(actor, cluster))
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
