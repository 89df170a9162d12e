"""What the later steps ask of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.reading.draft import Draft

APPOSED = ("appos", "flat", "flat:name", "flat:title", "name")


def actors_of(draft: Draft, token: Token) -> tuple[str, ...]:
    """The ids of the actors that the noun phrase headed by `token` stands for, in text order,
    with those coordinated to it (“Washington et Moscou”). Titles, posts and appositions are looked
    through: for « le chef de la diplomatie turque X » it is X. Empty where nobody is known.

    A city or a capital gives its state, a nationality adjective (as a noun or as a modifier) its
    people's; ask `draft.mention_at(token)` for the form where that matters."""
    found: list[str] = []
    for one in (token, *_conjuncts(token)):
        for actor in _own(draft, one):
            if actor not in found:
                found.append(actor)
    return tuple(found)


def states_of(draft: Draft, token: Token) -> tuple[str, ...]:
    """The states (ISO codes) of the actors of a noun phrase: the state itself, or the side of a
    person, body or group. In text order, each once."""
    found: list[str] = []
    for actor in actors_of(draft, token):
        side = side_of(draft, actor)
        if side and side not in found:
            found.append(side)
    return tuple(found)


def side_of(draft: Draft, actor_id: str) -> str | None:
    """The state (ISO code) that an actor is or belongs to, as the report tells it, or None."""
    actor = draft.actors.get(actor_id)
    return actor.country if actor else None


def _own(draft: Draft, token: Token) -> tuple[str, ...]:
    mention = draft.mention_at(token)
    if mention is not None and mention.form in ("name", "post", "description", "pronoun"):
        return mention.actors
    for child in token.children:
        if child.dep_ in APPOSED and (inner := draft.mention_at(child)) and inner.form == "name":
            return inner.actors
    if mention is not None:
        return mention.actors
    return ()


def _conjuncts(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found += [child, *_conjuncts(child)]
    return found
