"""« l'expulsion de deux de ses diplomates »: what is done to people of whom the sentence says whose they
are by « ses », « leurs ». They are those of whoever does what the sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.borrowing import owners_of
from detente.reading.events.parts import Part
from detente.reading.events.syntax import children, clause_of, preposition
from detente.reading.events.triggers import Trigger
from detente.reading.events.who import actors_in, is_state, party_of

DONE_TO = frozenset({"expulsion", "detention", "release", "exchange"})
"""Kinds that are done to people of another state than who does them."""
_PARTS = {"target": "target", "released": "to"}
"""What their state is in it, by what they are."""


def owned(draft: Draft, trigger: Trigger, doers: frozenset[str]) -> Iterator[Part]:
    """The state of those whom an event is done to, where it is none of the states that do it."""
    if trigger.kind.kind not in DONE_TO:
        return
    for slot, heads in trigger.slots.items():
        part = _PARTS.get(trigger.frame.slots.get(slot) or "")
        for head in heads if part else ():
            people = _with_possessive(head)
            if part is None or people is None or _known(draft, head):
                continue
            whose = {
                state
                for owner in owners_of(draft, _main_verb(head))
                for actor, _ in actors_in(draft, owner)
                if (state := party_of(draft, actor)) and is_state(draft, state)
            }
            if len(whose) == 1 and whose.isdisjoint(doers):
                state = whose.pop()
                span = draft.tokens_span(head.i, people.i)
                yield Part(state, part, span, state)


def _known(draft: Draft, head: Token) -> bool:
    """Whether they are told to be of a state otherwise (« ses diplomates péruviens »)."""
    return any(party_of(draft, actor) for actor, _ in actors_in(draft, head))


def _with_possessive(head: Token) -> Token | None:
    """« ses diplomates », « deux de ses diplomates »: the noun behind the possessive."""
    within = [c for c in children(head, "nmod") if preposition(c) in head.doc.grammar.of]
    for noun in (head, *within):
        if noun.i >= head.i and any(c.plain in noun.doc.grammar.possessives for c in noun.children):
            return noun
    return None


def _main_verb(head: Token) -> Token:
    """The verb of the clause in which they are named, above participles (« ses soldats détenus »)."""
    verb = clause_of(head)
    while verb.dep_ == "acl" and verb.head.i != verb.i:
        verb = clause_of(verb.head)
    return verb
