"""Whom a relative clause goes on about: the noun or name that « qui » stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft
    from detente.reading.speech.cues import Cue


def antecedent(subject: Token, words: Lexicon) -> Token:
    """Of a relative pronoun, the noun that it stands for; any other token is its own."""
    if subject.plain in words.quantities:
        nouns = [c for c in subject.children if c.i > subject.i and c.pos_ == "NOUN"]
        return nouns[0] if nouns else subject
    grammar = subject.doc.grammar
    if subject.plain not in grammar.who and subject.plain not in grammar.which:
        return subject
    verb = subject.head
    for _ in range(4):
        if verb.dep_ == "acl:relcl":
            return _named(verb.head, words)
        verb = verb.head
    for token in reversed([subject.doc[i] for i in range(max(0, subject.i - 5), subject.i)]):
        if token.pos_ in ("NOUN", "PROPN"):
            return _named(token, words)
    return subject


def named_before(cue: Cue, draft: Draft) -> Token | None:
    """« le soutien de la ministre, Anna X, qui a écrit … »: the person named right before « , qui »."""
    for child in cue.token.children:
        if child.plain in child.doc.grammar.who and child.dep_ == "nsubj" and child.i >= 2:
            mention = draft.mention_at(child.i - 2) if child.nbor(-1).text == "," else None
            if mention is not None and mention.form == "name" and mention.last == child.i - 2:
                person = any(draft.actors[a].kind == "person" for a in mention.actors)
                return draft.doc[mention.head] if person else None
    return None


def before_comma(cue: Cue, draft: Draft, words: Lexicon) -> Token:
    """Whom « , pour qui … » goes on about: the name that ends at the comma, else what the parse has."""
    mention = draft.mention_at(cue.first - 2)
    if mention is not None and mention.form == "name":
        return draft.doc[mention.head]
    return antecedent(draft.doc[cue.last], words)


def _named(noun: Token, words: Lexicon) -> Token:
    """Of an apposition, the name that it explains: « X, un organisme qui … » is X."""
    while noun.dep_ == "nmod" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i:
        if any(c.dep_ == "case" and c.plain in words.beside for c in noun.children):
            break  # « un accord avec le gouvernement, qui … »
        noun = noun.head  # « un organisme à but non lucratif qui … »
    if noun.dep_ == "appos" and noun.head.i < noun.i:
        return noun.head
    first = noun.left_edge
    while first.is_punct and first.i < noun.i:
        first = first.nbor()
    if noun.pos_ == "NOUN" and first.i >= 2 and first.nbor(-1).text == ",":
        before = first.nbor(-2)
        if before.pos_ == "PROPN":
            while before.dep_ in ("flat:name", "flat") and before.head.i < before.i:
                before = before.head
            return before
    return noun
