"""Relative clauses that the parse hangs on the last name, set back on the event that they tell of."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.arcs import hang
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.syntax import children, feature, lemmas, straight
from detente.reading.events.triggers import takes_place


def settle_relatives(draft: Draft, known: Lexicon) -> None:
    """« les discussions entre envoyés de X, de Y et de Z qui se sont déroulées mercredi »: what took
    place is no person and no state, but the nearest event before that agrees with the verb."""
    words = draft.pack.module("frames")
    for verb in draft.doc:
        if verb.dep_ != "acl:relcl" or not takes_place(verb, words):
            continue
        who = next((c for c in verb.children if straight(c.text) == "qui" and c.i < verb.i), None)
        if who is None or lemmas(verb.head) & known.nouns.keys():
            continue
        for noun in reversed(draft.doc[verb.sent.start : who.i]):
            if noun.pos_ == "NOUN" and lemmas(noun) & known.nouns.keys() and _agrees(verb, noun):
                hang(verb, noun, "acl:relcl")
                break


def _agrees(verb: Token, noun: Token) -> bool:
    """Whether a verb or its auxiliary has the number of a noun, and its participle the gender."""
    finite = children(verb, "aux:tense", "aux:pass", "aux") or [verb]
    number = feature(noun, "Number")
    if number and feature(finite[0], "Number") and feature(finite[0], "Number") != number:
        return False
    own = feature(verb, "Gender")
    moved = any(lemmas(aux) & {"être"} for aux in finite)
    return not (moved and own and feature(noun, "Gender")) or own == feature(noun, "Gender")
