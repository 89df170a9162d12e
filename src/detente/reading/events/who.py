"""Who stands in a phrase: the actors that its head and what belongs to its head name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from types import ModuleType

from detente.language.doc import Token, once
from detente.model import Actor, Span
from detente.reading.draft import Draft, Mention
from detente.reading.events.enumerating import among
from detente.reading.events.rows import beside, freed_behind, further_on, has_person, in_row
from detente.reading.events.syntax import (
    CLAUSES,
    children,
    lemmas,
    preposition,
    preposition_of_own,
    straight,
)

_INSIDE = frozenset(
    {"amod", "flat:name", "flat", "flat:foreign", "appos", "nmod:appos", "nummod", "compound"}
)


def mentions_in(draft: Draft, head: Token, *, posted: bool = False) -> list[Mention]:
    """The mentions of those whom the phrase of `head` speaks of, each once, in order.

    A person's own title (« l'ambassadeur du Rwanda Jean Bosco ») does not bring its state along;
    the person does. With `posted` the state that an envoy is sent to comes too (« l'ambassadeur
    en Inde »)."""
    found: list[Mention] = []
    named = _apposed_to(draft, head)
    for mention in [named] if named is not None else _walk(draft, head, 0):
        if mention not in found:
            found.append(mention)
    found += [m for m in _bracketed(draft, head) if m not in found]
    for mention in list(found):
        found += [m for m in beside(draft, mention) if m not in found]
    for mention in list(found):
        found += [m for m in in_row(draft, mention) if m not in found]
    found += [m for m in among(draft, head) if m not in found]
    found += [m for m in (*further_on(draft, head), *freed_behind(draft, head)) if m not in found]
    if posted and lemmas(head) & draft.pack.module("frames").POSTED:
        found += [m for m in _sent_to(draft, head) if m not in found]
    return sorted((m for m in found if not cut_off(draft, m)), key=lambda m: m.start)


def cut_off(draft: Draft, mention: Mention) -> bool:
    """« Lima » of « le pont Lima Torres »: a place that is the first word of another name."""
    if mention.form != "place" or mention.last + 1 >= len(draft.doc):
        return False
    after = draft.doc[mention.last + 1]
    return after.pos_ == "PROPN" and after.dep_ == "flat:name" and draft.mention_at(after) is None


def _apposed_to(draft: Draft, head: Token) -> Mention | None:
    """The person whom « X, un citoyen belge » is about, for its noun."""
    if head.pos_ != "NOUN":
        return None
    first, grammar = head.i, head.doc.grammar
    while first > head.sent.start and head.doc[first - 1].pos_ in ("DET", "ADJ", "NUM"):
        first -= 1
    if first < 2 or head.doc[first - 1].text != ",":
        return None
    if head.doc[first].plain in grammar.definite | grammar.possessives:
        return None
    mention = draft.mention_at(first - 2)
    if (
        mention is None
        or mention.form != "name"
        or not any(is_person(draft, a) for a in mention.actors)
    ):
        return None
    return mention


def _bracketed(draft: Draft, head: Token) -> list[Mention]:
    """« les présidents (américain X et russe Y) »: those named in the brackets."""
    doc, found = head.doc, []
    at = head.i + 1
    while at < min(head.i + 7, head.sent.end) and doc[at].text != "(":
        if not head.is_ancestor(doc[at]) or draft.mention_at(at) is not None:
            return []
        at += 1  # « les puissances du groupe 5+1 (A, B et C) »
    if at >= head.sent.end or doc[at].text != "(":
        return []
    for token in doc[at + 1 : min(at + 15, head.sent.end)]:
        if token.text == ")":
            break
        mention = draft.mention_at(token)
        if mention is not None and mention not in found:
            found.append(mention)
    return found if at == head.i + 1 or len(found) > 1 else []


def _sent_to(draft: Draft, head: Token) -> list[Mention]:
    sent_to = draft.pack.module("frames").SENT_TO
    return [
        mention
        for child in head.subtree
        if preposition(child) in sent_to
        and (mention := mention_of(draft, child))
        and child.i > head.i
        and child.i <= head.i + 8
    ]


def mention_of(draft: Draft, token: Token) -> Mention | None:
    """The mention whose head a token is, the shortest where there are several; else the one that
    holds it."""
    own = draft.headed_by(token)
    if own:
        return min(own, key=lambda m: m.end - m.start)
    return draft.mention_at(token)


def _walk(draft: Draft, head: Token, depth: int) -> Iterator[Mention]:
    own = mention_of(draft, head)
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    if own is not None and own.form == "people" and (person := _renamed(draft, head)):
        own = person
    if own is not None:
        yield own
    people = own is not None and any(is_person(draft, a) for a in own.actors)
    named = [] if people else _names_of(draft, head)
    yield from named
    for child in head.children:
        if depth > 6 or (child.dep_ in CLAUSES and not lemmas(child) & words.MADE_OF):
            continue
        if own is not None and _other_than(draft, own, child):
            continue  # « libérés par le Mali, A et B »
        if child.dep_ == "conj" and child.pos_ != "VERB":
            if _shares(child):
                yield from _walk(draft, child, depth + 1)
        elif people or named:
            if child.dep_ in _INSIDE:
                for other in child.children:
                    if other.dep_ == "conj" and other.pos_ != "VERB":
                        yield from _walk(draft, other, depth + 1)
            continue
        elif child.dep_ == "acl" and lemmas(child) & words.MADE_OF:
            for member in child.children:
                if preposition(member) in grammar.of and member.i > child.i:
                    yield from _walk(draft, member, depth + 1)
        elif child.dep_ in _INSIDE or (
            child.dep_ in ("nmod", "obl:arg", "obl:mod", "det") and _in_phrase(child, words)
        ):
            if own is not None and own.form == "place" and child.dep_ == "nmod":
                continue
            sent = bool(lemmas(head) & words.STANDS_FOR) and preposition(child) in grammar.of
            for mention in _walk(draft, child, depth + 1):
                yield from [mention] if not sent else _sender(draft, mention)


def _shares(noun: Token) -> bool:
    """Whether a conjunct has no preposition of its own, or « de », « entre », « avec », « à », or that
    of the first (« signé par A et par B »)."""
    place, grammar = preposition_of_own(noun), noun.doc.grammar
    if place in grammar.by and preposition(noun.head) == place:
        return True
    if place is None or place in grammar.of or place in grammar.to:
        return True
    if place in grammar.in_ and preposition(noun.head) in grammar.to:
        return True  # « aux États-Unis et en Australie »
    return place in grammar.between or place in grammar.with_


def _in_phrase(noun: Token, words: ModuleType) -> bool:
    """Whether a phrase stands by itself or behind « de », « entre », « en provenance de »."""
    place, grammar = preposition(noun), noun.doc.grammar
    if place is None or place in grammar.of or place in grammar.between:
        return True
    return place in words.FROM_AND_TO


def _sender(draft: Draft, mention: Mention) -> Iterator[Mention]:
    """« l'envoyé du président américain X »: it is not X who came, though X's state is party."""
    people = [draft.actors[a] for a in mention.actors if a in draft.actors]
    if not any(actor.kind in ("person", "group") for actor in people):
        yield mention
        return
    states = tuple(c for c in dict.fromkeys(a.country for a in people) if c in draft.actors and c)
    if states:
        yield dataclasses.replace(mention, actors=states, form="people")


def _other_than(draft: Draft, own: Mention, child: Token) -> bool:
    """Whether what stands behind the comma behind a state names persons, who cannot be that state, or
    the « de » behind it people (« la libération par le Mali de dix soldats »)."""
    named = mention_of(draft, child)
    if own.form not in ("name", "place") or has_person(draft, own):
        return False
    of_state = all(is_state(draft, actor) for actor in own.actors)
    if (
        of_state
        and child.dep_ == "nmod"
        and child.i > own.last
        and preposition(child) in child.doc.grammar.of
    ):
        return child.pos_ == "NOUN" or (named is not None and has_person(draft, named))
    if named is None:
        return False
    apart = named.first > own.last and draft.doc[own.last + 1].text == ","
    return apart and has_person(draft, named)


def _renamed(draft: Draft, head: Token) -> Mention | None:
    """« le Français détenu, Jean Dupont »: the person that a people's name is put for."""
    for child in head.children:
        mention = (
            mention_of(draft, child)
            if child.dep_ in ("appos", "flat:name") and child.i > head.i
            else None
        )
        if mention is not None and any(is_person(draft, a) for a in mention.actors):
            return mention
    return None


def _names_of(draft: Draft, head: Token) -> list[Mention]:
    """Persons named right by a common noun and its adjectives (« le ministre turc Hakan Fidan »)."""
    doc = head.doc
    for at in range(head.i + 1, min(head.sent.end, head.i + 5)):
        if doc[at].plain in doc.grammar.of:  # « l'envoyé du président X »
            return []
        mention = draft.mention_at(at)
        if mention is not None and any(is_person(draft, a) for a in mention.actors):
            return [mention]
        if doc[at].pos_ not in ("ADJ", "PROPN") and mention is None:
            return []
    return []


@once
def actors_in(draft: Draft, head: Token, *, posted: bool = False) -> list[tuple[str, Mention]]:
    """Actor ids of a phrase with the mention that names each, once."""
    found: dict[str, Mention] = {}
    for mention in mentions_in(draft, head, posted=posted):
        for actor in mention.actors:
            found.setdefault(actor, mention)
    return list(found.items())


def heads_actors(draft: Draft, head: Token) -> tuple[str, ...]:
    """The actors that the head of a phrase itself names or that are named right by it, without
    those of its complements (« la direction de X »)."""
    named = _apposed_to(draft, head)
    own = named or mention_of(draft, head)
    beside = _names_of(draft, head) if own is None else []
    return tuple(a for m in ([own] if own else []) + beside for a in m.actors)


def is_person(draft: Draft, actor_id: str) -> bool:
    found = draft.actors.get(actor_id)
    return found is not None and found.kind == "person"


def is_state(draft: Draft, actor_id: str) -> bool:
    found = draft.actors.get(actor_id)
    return found is not None and found.kind == "state"


def party_of(draft: Draft, actor_id: str) -> str | None:
    """The party that an actor stands for: a state's code, else the body itself; a person whose
    state is not told stands for none."""
    found = draft.actors.get(actor_id)
    if found is None:
        return actor_id if len(actor_id) == 2 and actor_id.isupper() else None
    if found.kind == "state":
        return found.id
    if found.country and not (found.roles and _acts_for_body(draft, found)):
        return found.country
    if found.kind in ("person", "group"):
        return None
    first = found.name.lower().split()[:1]
    return None if draft.pack.module("frames").BUILDINGS.intersection(first) else found.id


def _acts_for_body(draft: Draft, person: Actor) -> bool:
    """Whether somebody is the envoy or mediator of a body of no state (« l'émissaire de l'ONU, l'ancien
    président chilien X »), whatever his own state."""
    words = draft.pack.module("frames")
    envoys = words.STANDS_FOR | words.BROKERS
    bodies = {
        role.organisation
        for role in person.roles
        if role.organisation
        and role.standing == "current"
        and not envoys.isdisjoint(straight(role.title).split())
    }
    return bool(bodies) and any(
        actor.kind == "organisation" and actor.country is None and actor.name in bodies
        for actor in draft.actors.values()
    )


def nation_of(draft: Draft, noun: Token | None) -> str | None:
    """The state of a group that its noun or adjective names: « les Belges », « les otages belges »."""
    for token in () if noun is None else (noun, *children(noun, "amod")):
        mention = draft.mention_at(token)
        if mention is not None and mention.form in ("people", "description"):
            found = next((p for a in mention.actors if (p := party_of(draft, a))), None)
            if found:
                return found
    return None


def nation_in(draft: Draft, span: Span) -> str | None:
    """The state of « 39 prisonniers palestiniens », by their adjective or name."""
    for mention in draft.mentions:
        if mention.form == "people" and span.start <= mention.start < span.end:
            return next((p for a in mention.actors if (p := party_of(draft, a))), None)
    return None
