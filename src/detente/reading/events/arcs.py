"""Changing a parse: which arc a verb stands over, and hanging a token elsewhere."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.events.syntax import children, feature, is_verb, lemmas

AUXILIARIES = ("aux:tense", "aux:pass", "aux", "cop")


def verb_over(token: Token) -> Token | None:
    at = token
    for _ in range(10):
        if is_verb(at) and at.dep_ not in AUXILIARIES:
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def hang(token: Token, head: Token, label: str) -> None:
    """Hangs a token on another, unless that one hangs on it: a parse has no circles."""
    if head.i == token.i or token.is_ancestor(head):
        return
    token.hang(head, label)


def agrees(verb: Token, noun: Token) -> bool:
    """Whether a verb or its auxiliary has the number of a noun, and its participle the gender."""
    finite = children(verb, "aux:tense", "aux:pass", "aux") or [verb]
    number = feature(noun, "Number")
    if number and feature(finite[0], "Number") and feature(finite[0], "Number") != number:
        return False
    own = feature(verb, "Gender")
    moved = any(lemmas(aux) & aux.doc.grammar.being for aux in finite)
    return not (moved and own and feature(noun, "Gender")) or own == feature(noun, "Gender")
