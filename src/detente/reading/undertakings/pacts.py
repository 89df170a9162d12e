"""Undertakings that a pact lays down: what it provides, aims at, brings in return."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.reading.events.syntax import (
    children,
    is_verb,
    lemmas,
    negated,
    preposition,
    subjects,
    tense,
)
from detente.reading.undertakings.extent import brought_in, clause_from, object_of, phrase_of
from detente.reading.undertakings.fate import of_noun
from detente.reading.undertakings.found import AHEAD, TOLD, Found

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Lexicon

SUBJECT = 12
"""Tokens of a pact's own phrase before « doit entrer en vigueur », from which the verb tells enough."""


def provided(verb: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« L'accord prévoit le retrait … », « il prévoit … », « la trêve entrera en vigueur … »."""
    if negated(verb):
        return
    pacts = [t for t in subjects(verb) if is_pact(t, lexicon) or _stands_for_one(t, verb, lexicon)]
    if not pacts and verb.dep_ == "acl:relcl":
        pacts = _before_who(verb, lexicon)
    if not pacts and tense(verb) == "gerund":  # « une "déclaration" prévoyant … »
        before = verb.doc[max(verb.sent.start, verb.i - 5) : verb.i]
        pacts = [t for t in before if is_pact(t, lexicon)]
    if not pacts:
        return
    if words & lexicon.obliges and tense(verb) in TOLD:
        content = brought_in(verb, lexicon.brings.obliged, lexicon, acts=True)
        if content and words & lexicon.forbids:
            content = (verb.idx, content[1])
        if content:
            on = [c for c in children(verb, "obl:arg", "obl:mod", "obj") if c.pos_ == "PROPN"]
            yield Found(verb, (pacts[0], *on), *content, "agreed", together=True)
            return
    if words & lexicon.must:  # « un accord qui doit permettre … »
        given = next(iter(children(verb, "xcomp")), verb)
        noun = given.nbor().plain not in given.doc.grammar.just_of
        gives = lemmas(given) & (lexicon.grants | (lexicon.lets if noun else frozenset()))
        if gives and (content := object_of(given, lexicon, acts=True)):
            last = given.right_edge
            end = max(content[0] + 1, min(content[1], last.idx + len(last.text)))
            yield Found(verb, (pacts[0],), content[0], end, "agreed", together=True)
            return
    lays = words & lexicon.provides and tense(verb) in TOLD
    grants = not lays and words & lexicon.grants and tense(verb) in TOLD | {"future"}
    if lays or grants or (words & lexicon.offers and tense(verb) == "conditional"):
        # « offrait » is read as a conditional
        if content := object_of(verb, lexicon, acts=bool(grants or words & lexicon.offers)):
            to = [
                c
                for c in children(verb, "obl:arg", "obl:mod")
                if preposition(c) in verb.doc.grammar.to
            ]
            yield Found(verb, (pacts[0], *to), *content, "agreed", together=True)
    elif words & lexicon.takes_effect and tense(verb) in AHEAD | {"infinitive"}:
        first = pacts[0].left_edge.i if pacts[0].i < verb.i else verb.left_edge.i
        if verb.i - first > SUBJECT and tense(verb) == "infinitive":
            first = verb.i
        if content := clause_from(first, verb, lexicon):
            yield Found(verb, (pacts[0],), *content, "agreed", together=True)


def concluded(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« Un accord a été conclu sur le retrait … »: what it is about."""
    if negated(verb) or tense(verb) not in TOLD:
        return
    pacts = [t for t in children(verb, "nsubj:pass", "nsubj") if is_pact(t, lexicon)]
    if pacts and (content := brought_in(verb, lexicon.brings.concluded, lexicon, acts=True)):
        yield Found(verb, (pacts[0],), *content, "agreed", together=True)


def in_return(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« En contrepartie, X suspendra … »: what the other side will do."""
    sentence = verb.sent
    opening = verb.doc.words(sentence.start, min(sentence.start + 4, sentence.end)).plain
    if not opening.startswith(lexicon.in_return):
        return
    if negated(verb) != bool(lemmas(verb) & lexicon.harms):
        return
    who = [t for t in subjects(verb) if t.pos_ in ("NOUN", "PROPN")]
    if who and (content := clause_from(min(t.left_edge.i for t in who), verb, lexicon)):
        yield Found(verb, tuple(who), *content, "agreed")


def under(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« En vertu de l'accord entre X et Y, une zone … doit être … »: the clause is undertaken."""
    above = pact.head
    if not (lemmas(above) & lexicon.under) or above.i > pact.i:
        return
    clause = above.head
    if is_verb(clause) and not negated(clause) and clause.i > pact.i:
        first = pact.right_edge.i + 1
        heads = [c for c in clause.children if c.dep_.startswith("nsubj") and c.i >= first]
        if heads and (content := clause_from(heads[0].left_edge.i, clause, lexicon)):
            yield Found(pact, (pact,), *content, "agreed", together=True)


def by_which(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« un accord en vertu duquel X libérera … », « … par lequel … », « … selon lequel … »."""
    which = pact.doc.grammar.which | pact.doc.grammar.of_which
    for clause in children(pact, "acl:relcl"):
        opening = clause.doc[pact.i + 1 : clause.i]
        if not any(t.plain in which for t in opening) or negated(clause):
            continue
        heads = [t for t in children(clause, "nsubj", "nsubj:pass") if t.plain not in which]
        if heads and (content := clause_from(heads[0].left_edge.i, clause, lexicon)):
            yield Found(pact, (pact,), *content, "agreed", together=True)
            return


def aimed_at(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« un accord entre X et Y pour la création … », « un accord visant à … »: its aim."""
    grammar = pact.doc.grammar
    parts = [c for c in pact.children if c.i > pact.i]
    if pact.head.pos_ in ("NOUN", "ADJ") and pact.head.i == pact.i - 1:
        parts += [c for c in pact.head.children if c.i > pact.i]  # « un récent accord … »
    partners = [c for c in parts if preposition(c) in grammar.between | grammar.with_]
    for child in parts if partners else ():
        aimed = [child] if preposition(child) in grammar.for_ else []
        if lemmas(child) & lexicon.aims and child.dep_ in ("acl", "amod"):
            aimed = [c for c in child.children if c.dep_ in ("xcomp", "obj", "obl:arg", "obl:mod")]
        for aim in aimed[:1]:
            if aim.i > pact.i and (content := phrase_of(aim, lexicon)):
                yield Found(pact, (pact, *partners), *content, "agreed", together=True)
                return


def about(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« ont signé un accord d'échange de prisonniers »: what the pact's own name says is to be done."""
    verb = pact.head
    made = is_verb(verb) and lemmas(verb) & (lexicon.concluded | lexicon.reaches)
    if not made or negated(verb) or tense(verb) not in TOLD:
        return
    for child in children(pact, "nmod"):
        deed = lemmas(child) & lexicon.deeds and preposition(child) in pact.doc.grammar.of
        told = deed and child.i == pact.i + 2 and any(c.i > child.i for c in child.children)
        if told and (content := phrase_of(child, lexicon)):
            yield Found(verb, (pact, *subjects(verb)), *content, "agreed", together=True)


def kept_or_broken(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« la trêve conclue par … n'a pas été respectée »: a truce, whose name says that nobody shoots.
    That of another pact says nothing of what was undertaken."""
    if pact.lemmas.isdisjoint(lexicon.truces):
        return
    status = of_noun(pact, lexicon)
    above = pact.head if pact.head.lemmas.isdisjoint(lexicon.pacts) else pact.head.head
    if above.lemmas & lexicon.breach and preposition(above) in pact.doc.grammar.in_:
        status = "broken"  # « en violation de l'accord de cessez-le-feu »
    if status == "open":
        return
    grammar = pact.doc.grammar
    sides = grammar.by | grammar.with_ | grammar.between
    partners = [
        part
        for child in children(pact, "acl", "amod")
        if child.i > pact.i and lemmas(child) & lexicon.concluded
        for part in child.children
        if preposition(part) in sides
    ]
    who = tuple(partners) or (pact,)
    if content := phrase_of(pact, lexicon):
        yield Found(pact, who, *content, "agreed", status, together=True)


# ---------------------------------------------------------------- what stands for a pact


def is_pact(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is one for what parties have agreed."""
    return token.pos_ in ("NOUN", "PROPN") and not token.lemmas.isdisjoint(lexicon.pacts)


def is_pronoun(token: Token) -> bool:
    """Whether a word is a pronoun that may stand for a party or a pact."""
    grammar = token.doc.grammar
    return token.plain in grammar.personal or token.plain in grammar.this_one


def _before_who(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Of « un accord avec les rebelles, qui prévoit … », the accord, where the parse takes « qui »
    for the rebels, of whom there are several."""
    several = "Plur" in verb.head.morph.get("Number", [])
    if not several or "Plur" in verb.morph.get("Number", []):
        return []
    return [t for t in verb.head.ancestors if is_pact(t, lexicon)][:1]


def _stands_for_one(token: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether « il prévoit » goes on about a pact of this sentence or the one before."""
    if not is_pronoun(token) or not lemmas(verb) & lexicon.provides_surely:
        return False
    start = verb.sent.start
    if start:
        start = verb.doc[start - 1].sent.start
    wanted = token.morph.get("Gender", [])
    return any(
        is_pact(t, lexicon) and (not wanted or t.morph.get("Gender", wanted) == wanted)
        for t in verb.doc[start : token.i]
    )
