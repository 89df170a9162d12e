"""Whether a report speaks of somebody as of a man or a woman."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech.naming import pronoun

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.grammar import Grammar
    from detente.language.speech import Lexicon
    from detente.reading.draft import Draft


def gender(token: Token) -> str | None:
    """`Masc` or `Fem`, by a pronoun of the third person in the singular; None for other words."""
    form, grammar = pronoun(token), token.doc.grammar
    return "Masc" if form in grammar.he else "Fem" if form in grammar.she else None


def gender_of_determiner(word: str, grammar: Grammar) -> str | None:
    """`Masc` or `Fem`, by a word before a noun; None where it tells none."""
    return "Masc" if word in grammar.masculine else "Fem" if word in grammar.feminine else None


def gender_told(draft: Draft, actor: str, words: Lexicon) -> str | None:
    """`Masc` or `Fem`, by a first name or by what stands before the name; None where not told."""
    doc = draft.doc
    one = draft.actors[actor]
    if apposed := _apposed(draft, actor, words):
        return apposed
    if one.kind == "person" and " " in one.name:
        likely = draft.pack.module("names").likely_gender(one.name.split()[0])
        if likely:
            return "Fem" if likely == "f" else "Masc"
    for mention in draft.mentions:
        if actor not in mention.actors or mention.form in ("pronoun", "people"):
            continue
        # « la ministre Anna X » tells by what stands before the name
        first = mention.first
        bare = doc[first].pos_ != "DET"
        while bare and first > 0 and doc[first - 1].pos_ in ("NOUN", "ADJ"):
            first -= 1
        for i in range(max(0, first - 1), mention.last + 1):
            if found := words.titles.get(doc[i].plain):
                return found
            article = i <= mention.first and doc[i].pos_ == "DET"
            if article and (found := gender_of_determiner(doc[i].plain, doc.grammar)):
                return found
    return None


def _apposed(draft: Draft, actor: str, words: Lexicon) -> str | None:
    """« Jean X, mécanicien de 42 ans », « Dominique Y, une infirmière »: by the noun behind a name."""
    doc = draft.doc
    for mention in draft.mentions:
        if mention.form != "name" or mention.actors != (actor,):
            continue
        at = mention.last + 1
        if at + 2 >= len(doc) or doc[at].text != ",":
            continue
        noun = doc[at + 2] if doc[at + 1].pos_ == "DET" else doc[at + 1]
        if noun.pos_ == "NOUN":
            if words.patterns.woman.search(noun.plain):
                return "Fem"
            if words.patterns.man.search(noun.plain):
                return "Masc"
    return None
