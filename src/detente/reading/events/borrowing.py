"""Who has part in an event by the clause around its noun: « lors d'une réunion avec X, Y a dit »,
« ont progressé dans leurs pourparlers », « “j'ai eu une conversation avec X”, a dit Y »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.language.doc import Token
from detente.model import Span
from detente.reading.draft import Draft
from detente.reading.events.doers import who_does
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.syntax import children, clause_of, is_passive, lemmas, preposition
from detente.reading.events.triggers import Trigger
from detente.reading.events.who import actors_in, is_person

if TYPE_CHECKING:
    from detente.reading.events.telling import Telling


def speaker_of(draft: Draft, head: Token) -> list[tuple[str, Span]]:
    """Who says « j'ai eu une conversation avec X » of himself, with the word that stands for him."""
    if head.plain not in head.doc.grammar.first_person:
        return []
    for statement in draft.statements:
        if statement.speaker and any(s.start <= head.idx < s.end for s in statement.evidence):
            return [(statement.speaker, draft.tokens_span(head.i, head.i))]
    return []


def owners_of(draft: Draft, verb: Token) -> list[Token]:
    """Who does what a verb says; « elles » of « X et Y ont annoncé qu'elles progressaient » are X and Y."""
    found = who_does(draft, verb)
    unknown = all(h.pos_ == "PRON" and not actors_in(draft, h) for h in found)
    if found and unknown and verb.dep_ == "ccomp" and verb.head.i != verb.i:
        return who_does(draft, verb.head)
    return found


def from_clause(draft: Draft, trigger: Trigger, telling: Telling) -> None:
    """« Lors d'une réunion avec X, Y a dit »: Y was there; « Dans un discours, Y a dit »: Y held it."""
    if trigger.light is not None and trigger.light.dep_ not in ("acl", "acl:relcl"):
        return
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    at = trigger.token
    place = preposition(at) or ""
    for _ in range(3):
        if at.dep_ == "nmod" and place in grammar.of and at.head.pos_ == "NOUN":
            at = at.head
            place = preposition(at) or ""
    joint = trigger.kind.joint and not trigger.slots.get(grammar.cases.between)
    others = bool(trigger.slots.get(grammar.cases.with_))
    attended = place in words.SHARED | words.ONLY_WITH
    attended = attended or (others and place in grammar.since | words.FRAMEWORK)
    held_for = joint and trigger.held and place in grammar.for_
    visited = place in grammar.in_ and trigger.kind.kind == "visit"
    if not (attended or held_for or visited):
        return
    one = (grammar.definite | grammar.demonstratives) - grammar.plural
    known = any(c.plain in one for c in at.children)
    if known and place in words.FOLLOWING and not others:
        return
    if joint and place in grammar.in_ and not others and lemmas(at.head) & words.HELPS:
        return  # « s'est impliqué dans la reprise des pourparlers »: no seat at them
    if joint and place in grammar.in_ and not others and lemmas(at) & words.INTERVIEWS:
        return  # « dans un entretien paru lundi, X a dit »
    verb = clause_of(at)
    while verb.dep_ in ("acl", "acl:relcl") and verb.head.i != verb.i:
        verb = clause_of(verb.head)
    is_on = visited and bool(children(verb, "cop"))  # « X est en visite au Chili »
    if verb.i == trigger.token.i and not is_on:
        return
    if joint and is_passive(verb) and not lemmas(verb) & (words.RECEIVES | words.MOVES):
        return  # « libérés à la suite de pourparlers avec X »: they were not at them
    known_events = lexicon(draft.pack.code).events
    told = any(h.lemmas & known_events for h in children(verb, "obj"))
    long = telling.took and not told  # « après deux jours de discussions, A et B ont promis »
    if (
        joint
        and len(telling.parties(draft)) < 2
        and (others or long or place not in words.ONLY_WITH)
    ):
        part = "participant"
    elif trigger.kind.kind == "speech" and not any(p.part == "speaker" for p in telling.parts):
        part = "speaker"
    elif trigger.kind.kind == "visit" and not any(p.part == "doer" for p in telling.parts):
        part = "doer"
    elif trigger.kind.of_place == "doer" and trigger.kind.joint and not telling.parties(draft):
        part = "participant"
    else:
        return
    for head in who_does(draft, verb):
        if head.i == trigger.token.i:
            continue
        for actor, mention in actors_in(draft, head):
            if trigger.kind.of_place == "doer" and is_person(draft, actor):
                continue
            if not any(p.actor == actor for p in telling.parts):
                telling.parts.append(Part(actor, part, draft.span(mention.start, mention.end)))
