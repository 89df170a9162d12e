"""Who issued a document that says something: « le communiqué du ministère », « le texte signé par X »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.naming import name_of

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.reading.speech.speakers import Speakers

BACK = 120
"""Tokens back, some four sentences, in which « le texte » was told of by its name."""


def issuer(speakers: Speakers, token: Token) -> str | None:
    """Who issued a document: « le communiqué du ministère », else the body named before it."""
    titled = token.text[0].isupper() and not token.is_sent_start
    if other := _document_before(speakers, token):
        return issuer(speakers, other)
    if token.lemma_.lower() in speakers.words.pacts or titled:
        return speakers.make(token)
    if _common(speakers, token):
        return speakers.make(token)
    if found := _writer(speakers, token):
        return found
    own = [c for c in token.children if c.dep_ == "nmod" and c.i > token.i]
    for child in [t for c in own for t in (c, *c.children) if t.dep_ == "nmod"]:
        if child.lemma_.lower() not in speakers.words.audience:  # « un communiqué de presse »
            found = speakers.mentioned(child)
            if found or child.lemma_.lower() in speakers.words.posts | speakers.words.bodies:
                return found or speakers.of(child)
    lemma = token.lemma_.lower()
    whole = name_of(token, speakers.words).lower() == lemma and speakers.definite(token)
    if whole:  # « la déclaration », named in full before
        named = [one for key, one in speakers.made.items() if key.startswith(f"{lemma} ")]
        if named:
            return named[-1]
    definite = speakers.definite(token)
    return (
        speakers.body_before(token) or (speakers.last if definite else None) or speakers.make(token)
    )


def _document_before(speakers: Speakers, token: Token) -> Token | None:
    """Of a bare « le texte », the communiqué or accord of a sentence shortly before."""
    if token.lemma_.lower() not in speakers.words.generic or not speakers.definite(token):
        return None
    if len(name_of(token, speakers.words).split()) > 1:
        return None
    for other in reversed(token.doc[max(0, token.i - BACK) : token.sent.start]):
        if other.pos_ == "NOUN" and other.lemma_.lower() in speakers.words.taken_up:
            return other
    return None


def _writer(speakers: Speakers, token: Token) -> str | None:
    """« X a publié un communiqué indiquant que … », « a dit X dans un message saluant … », « selon
    la déclaration lue par X »."""
    by = token.doc.grammar.by
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_ in speakers.words.issuing:
            agents = [c for c in child.children if any(g.plain in by for g in c.children)]
            if agents and speakers.can_speak(agents[0]) and (one := speakers.of(agents[0])):
                return one
    in_it = any(c.plain in speakers.words.carrying for c in token.children)
    said = token.dep_.startswith("obl") and in_it and token.head.plain in speakers.words.verbs
    if token.dep_ != "obj" and not said:
        return None
    for child in token.head.children:
        subject = child.dep_ == "nsubj" or (said and child.dep_ == "obj")
        if subject and child != token and speakers.can_speak(child) and (one := speakers.of(child)):
            return one
    return None


def _common(speakers: Speakers, token: Token) -> bool:
    """« une déclaration commune »: of several, none of whom says it alone."""
    return any(c.lemma_ in speakers.words.common for c in token.children)
