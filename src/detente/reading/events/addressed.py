"""The other side of a talk of two, which the report names only as the one spoken to."""

from __future__ import annotations

from detente.reading.draft import Draft, Mention
from detente.reading.events.parts import Part
from detente.reading.events.slots import phrases_around
from detente.reading.events.syntax import clause_of, lemmas, preposition
from detente.reading.events.telling import Telling
from detente.reading.events.who import actors_in, is_person


def add_addressed(draft: Draft, tellings: list[Telling]) -> None:
    """« Lors d'un entretien téléphonique, X a demandé à Y de … », « X a assuré Y de … »: in a talk of
    two, of which one side is told, whoever that side speaks to is the other."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    within = words.WITHIN | grammar.during
    for telling in tellings:
        trigger = telling.trigger
        if telling.kind.kind not in ("talks", "call") or not trigger.nominal:
            continue
        if not lemmas(trigger.token) & words.OF_TWO or preposition(trigger.token) not in within:
            continue
        slots = trigger.slots
        if slots.get(grammar.cases.with_) or slots.get(grammar.cases.between):
            continue
        verb = clause_of(trigger.token)
        people = telling.people(draft)
        if not people or verb.i == trigger.token.i or not lemmas(verb) & words.ADDRESS:
            continue
        around = phrases_around(draft, verb)
        for place in ("object", *words.SPOKEN_TO):
            for head in around.get(place, ()):
                for actor, mention in actors_in(draft, head):
                    if is_person(draft, actor) and actor not in people and _named(mention):
                        span = draft.span(mention.start, mention.end)
                        telling.parts.append(Part(actor, "participant", span))


def _named(mention: Mention) -> bool:
    return mention.form in ("name", "post", "description")
