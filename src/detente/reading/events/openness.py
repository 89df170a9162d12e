"""What says of an event noun that it is still to come or left open."""

from __future__ import annotations

from types import ModuleType
from typing import cast

from detente.language.doc import Token
from detente.model import Status
from detente.reading.draft import Draft
from detente.reading.events.arcs import agrees
from detente.reading.events.moods import effect_of
from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    leftmost,
    lemmas,
    preposition,
    tense,
)


def was_due(verb: Token, words: ModuleType) -> bool:
    """« le sommet, qui était prévu lundi », but not « les prisonniers du putsch, qui sont attendus lundi »."""
    due = effect_of(lemmas(verb), words.ATTITUDE) == "planned" and is_passive(verb)
    return (
        due
        and agrees(verb, verb.head)
        and any(c.plain in verb.doc.grammar.who for c in verb.children)
    )


def is_put_off(draft: Draft, participle: Token, words: ModuleType) -> bool:
    """« la rencontre, reportée à jeudi », « les négociations ajournées au 10 mars »"""
    to = participle.doc.grammar.to
    return bool(lemmas(participle) & words.PUTS_OFF) and any(
        preposition(c) in to and draft.in_date(c) for c in participle.children
    )


def will_lead(verb: Token, words: ModuleType) -> bool:
    """« entame dimanche une tournée qui le conduira à Lima »"""
    return bool(lemmas(verb) & words.LEADS_TO) and tense(verb) == "future"


def is_aimed_at(noun: Token, words: ModuleType) -> bool:
    """« ayant pour objectif la libération de », « confiant dans la conclusion d'un accord »"""
    before = noun.doc[max(noun.i - 8, noun.sent.start) : noun.i]
    for_ = noun.doc.grammar.for_
    aim = any(t.plain in words.PURPOSES and t.nbor(-1).plain in for_ for t in before[1:])
    return aim or any(lemmas(t) & words.HOPEFUL for t in before)


def is_ahead(noun: Token, words: ModuleType) -> bool:
    """« À quelques jours d'une nouvelle rencontre, », where a clause begins: « mettre fin à trois jours
    d'une visite » does not."""
    span, grammar = noun.head, noun.doc.grammar
    if not span.lemmas & words.SPANS:
        return False
    fused = any(case.plain in grammar.with_article for case in children(noun, "case"))
    if not fused and not children(noun, "det"):
        return False  # « à deux jours de discussions »
    counted = any(d.plain in grammar.indefinite or d.plain in words.NUMBERS for d in span.children)
    if not counted and not children(span, "nummod"):
        return False  # « au premier jour d'une visite »
    first = leftmost(span) - 1
    opens = first == noun.sent.start or noun.doc[max(first - 1, 0)].is_punct
    return opens and noun.doc[first].plain in grammar.to and preposition(noun) in grammar.of


def was_awaited(participle: Token, words: ModuleType) -> bool:
    """« des discussions très attendues »: wished for, which says nothing of whether they began."""
    before = participle.doc[participle.i - 1] if participle.i else participle
    return bool(lemmas(participle) & words.AWAITS) and before.plain in words.MUCH


def is_left_open(verb: Token, words: ModuleType) -> bool:
    """« la libération tarde », « la visite reste à confirmer », « l'échange demeure incertain »"""
    names = lemmas(verb)
    if names & words.REMAINS:
        told = children(verb, "xcomp")
        return any(tense(c) == "infinitive" or lemmas(c) & words.UNSURE for c in told)
    return bool(names & words.LEAVES_OPEN)


def of_instance(noun: Token, words: ModuleType) -> Status | None:
    """« ont parlé de plusieurs dossiers, dont le retrait de », « la mise en œuvre de l'accord, notamment la
    libération de »: as it stands with what the noun is an instance of; None where it is none."""
    at = noun
    while at.dep_ == "conj" and not is_verb(at.head):
        at = at.head
    before = at.doc[max(at.i - 3, at.sent.start) : at.i]
    if not any(t.plain in words.INSTANCES for t in before):
        return None
    over = at.head.head if at.head.plain in words.INSTANCES else at.head
    if lemmas(over) & words.MATTERS:
        return "hypothetical"
    if any(lemmas(text) & words.TEXTS for text in (over, *children(over, "nmod"))):
        return "planned"
    effect = effect_of(lemmas(over), words.ATTITUDE if is_verb(over) else words.NOUNS)
    return cast(Status, effect) if effect not in (None, "factive", "through") else None
