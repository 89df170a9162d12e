"""« le ministre kényan des Affaires étrangères »: a post that stands for the one person who holds it.

A report that does not name the person leaves an unnamed actor with the words of the post; another
report, or another sentence, says who holds it. Where the record knows two holders, the one of the
same report is meant, and where that does not settle it, nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from detente.model import Actor
from detente.record.bodies import Peoples
from detente.record.cluster import Cluster, Local

Post = tuple[frozenset[str], str]
"""The telling words of a post and the state that it is a post of."""


def place_posts(
    people: Sequence[Cluster], unnamed: Sequence[tuple[Local, Actor]], peoples: Peoples
) -> list[tuple[Local, Actor]]:
    """Adds unnamed actors to the persons whose posts they are worded as; gives back the others."""
    holders: dict[Post, set[int]] = defaultdict(set)
    present: dict[str, set[int]] = defaultdict(set)
    for i, cluster in enumerate(people):
        for local, actor in cluster.members:
            present[local[0]].add(i)
            for role in actor.roles:
                if role.standing != "current":
                    continue
                for post in posts_in(role.title, role.country or cluster.country(), peoples):
                    holders[post].add(i)
    rest = []
    for local, actor in unnamed:
        worded = posts_in(actor.name, actor.country, peoples)
        found = {i for post in worded for i in holders[post]}
        if len(found) > 1:
            found &= present[local[0]]
        if len(found) == 1:
            (i,) = found
            people[i].members.append((local, _as_person(actor, people[i])))
        else:
            rest.append((local, actor))
    return rest


def posts_in(words: str, country: str | None, peoples: Peoples) -> list[Post]:
    """A post in words as what is compared; nothing without a state or without telling words."""
    content, states = peoples.split(words)
    state = min(states) if len(states) == 1 else country
    return [(content, state)] if state and content and not any(w.isdigit() for w in content) else []


def posts_held(actor: Actor, peoples: Peoples) -> set[Post]:
    """The posts that a person holds now, by one report."""
    return {
        post
        for role in actor.roles
        if role.standing == "current"
        for post in posts_in(role.title, role.country or actor.country, peoples)
    }


def _as_person(actor: Actor, person: Cluster) -> Actor:
    """The post as one more alias of the person."""
    named = person.members[0][1]
    return msgspec.structs.replace(actor, kind="person", name=named.name, aliases=(actor.name,))
