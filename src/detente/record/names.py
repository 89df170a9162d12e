"""Which names of actors hang together: those that a person, body or group may go by in several reports.
Who is who is worked out among them, and among no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from detente.model import Actor
from detente.record.bodies import Peoples, keys_of
from detente.record.components import Links
from detente.record.persons import called, full_names, given, lone_word, misspelt
from detente.record.posts import Post, posts_held, posts_in
from detente.record.shelf import link
from detente.record.spelling import nearly, parts, same_name, skeleton, sounds_like
from detente.record.stable import slug


class Face(msgspec.Struct, frozen=True, array_like=True):
    """What a name is known by, in one report or in all."""

    full: frozenset[tuple[str, ...]] = frozenset()
    """The full names of persons who go by it."""
    called: frozenset[str] = frozenset()
    """The words (their skeletons) by which these may be called alone."""
    given: frozenset[str] = frozenset()
    """The given names among them (their skeletons), which stand alone beside a post."""
    alone: frozenset[str] = frozenset()
    """The words (their skeletons) that do stand alone."""
    held: frozenset[int] = frozenset()
    """The posts that persons of this name hold."""
    worded: frozenset[int] = frozenset()
    """The posts as which unnamed actors are worded."""
    binds: frozenset[int] = frozenset()
    """What it has in common with names that are taken for one actor's in any case."""

    def with_(self, *others: Face) -> Face:
        """What it and others tell."""
        fields = zip(*map(msgspec.structs.astuple, (self, *others)), strict=True)
        return Face(*(frozenset().union(*own) for own in fields))

    def touches(self, other: Face) -> bool:
        """Whether one person may go by both names."""
        if self.alone & (other.alone | other.called) or other.alone & self.called:
            return True
        if self.held & other.worded or self.worded & other.held:
            return True
        if self.held & other.held:
            if self.alone & other.given or self.given & other.alone:
                return True
            if any(sounds_like(one, two) for one in self.full for two in other.full):
                return True
        return any(
            same_name(one, two) or nearly(one, two) for one in self.full for two in other.full
        )

    def links(self) -> Links:
        """Where it meets the names that it may touch."""
        words = {skeleton(word) for form in self.full for word in form}
        words |= self.called | self.alone
        shared = {link("word", word) for word in words} | _of("bears", self.held)
        return Links(
            binds=tuple(sorted(self.binds)),
            looks=_sorted(shared, _of("held", self.worded), _of("worded", self.held)),
            stands=_sorted(shared, _of("held", self.held), _of("worded", self.worded)),
            mark=link(
                *sorted(self.full),
                "called",
                *sorted(self.called),
                "given",
                *sorted(self.given),
                "alone",
                *sorted(self.alone),
            ),
        )


def name_of(actor: Actor) -> str:
    """The name that an actor goes by, of which its id is made: the same for all reports that write
    it in the same letters."""
    return f"={actor.id}" if actor.kind == "state" else slug(actor.name)


def faces(article: str, actors: Sequence[Actor], peoples: Peoples) -> dict[str, Face]:
    """The faces that names have in one report."""
    found: dict[str, Face] = {}
    for actor in actors:
        own = _face(actor, peoples)
        if actor.kind == "person" and not own.full:
            near = [a for a in actors if a.kind == "person" and misspelt(lone_word(actor), a)]
            meant = Face(binds=frozenset({link("misspelt", article, actor.id)} if near else ()))
            for other in (actor, *near):
                name = name_of(other)
                found[name] = found.get(name, Face()).with_(meant)
        name = name_of(actor)
        found[name] = found.get(name, Face()).with_(own)
    return found


def _face(actor: Actor, peoples: Peoples) -> Face:
    if actor.kind == "organisation":
        forms, _ = keys_of(actor, peoples)
        return Face(binds=frozenset(link("body", *sorted(form)) for form in forms))
    if actor.kind == "group":
        return Face(worded=frozenset(_posts(actor.name, actor.country, peoples)))
    if actor.kind == "state":
        return Face()
    full = full_names(actor)
    words = [parts(name) for name in (actor.name, *actor.aliases)]
    alone = {skeleton(w[0]) for w in words if len(w) == 1 and full} | (
        {skeleton(lone_word(actor))} if not full else set()
    )
    return Face(
        full=frozenset(full),
        called=frozenset(map(skeleton, called(actor))),
        given=frozenset(map(skeleton, given(actor))),
        alone=frozenset(alone),
        held=frozenset(map(_linked, posts_held(actor, peoples))),
    )


def _posts(words: str, country: str | None, peoples: Peoples) -> Iterator[int]:
    return map(_linked, posts_in(words, country, peoples))


def _linked(post: Post) -> int:
    content, state = post
    return link("post", state, *sorted(content))


def _of(sort: str, posts: Iterable[int]) -> set[int]:
    return {link(sort, post) for post in posts}


def _sorted(*links: set[int]) -> tuple[int, ...]:
    return tuple(sorted(set().union(*links)))
