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
    straight,
    subjects,
    tense,
)
from detente.reading.undertakings.extent import extent
from detente.reading.undertakings.fate import of_pact
from detente.reading.undertakings.found import AHEAD, TOLD, Found

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.language.fr.undertakings import Lexicon


def provided(verb: Token, words: frozenset[str], lexicon: Lexicon) -> Iterator[Found]:
    """« L'accord prévoit le retrait … », « la trêve entrera en vigueur … »."""
    if not (words & lexicon.provides or words & lexicon.takes_effect) or negated(verb):
        return
    pacts = [t for t in subjects(verb) if lemmas(t) & lexicon.pacts]
    if not pacts:
        return
    if words & lexicon.provides and tense(verb) in TOLD:
        for child in children(verb, "obj", "ccomp", "xcomp"):
            if child.i > verb.i:
                yield Found(verb, (pacts[0],), *extent(child, lexicon), "agreed", together=True)
                return
    elif words & lexicon.takes_effect and tense(verb) in AHEAD:
        yield Found(verb, (pacts[0],), *extent(verb, lexicon), "agreed", together=True)


def in_return(verb: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« En contrepartie, X suspendra … »: what the other side will do."""
    sentence = verb.sent
    opening = straight(verb.doc[sentence.start : min(sentence.start + 4, sentence.end)].text)
    if verb.dep_ not in ("ROOT", "conj") or not opening.startswith(lexicon.in_return):
        return
    if tense(verb) not in AHEAD or negated(verb):
        return
    who = [t for t in subjects(verb) if t.pos_ in ("NOUN", "PROPN")]
    if who:
        start = min(t.left_edge.idx for t in who)
        yield Found(verb, tuple(who), start, extent(verb, lexicon)[1], "agreed")


def under(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« En vertu de l'accord entre X et Y, une zone … doit être … »: the clause is undertaken."""
    above = pact.head
    if not (lemmas(above) & lexicon.under) or above.i > pact.i:
        return
    clause = above.head
    if is_verb(clause) and not negated(clause) and clause.i > pact.i:
        first = pact.right_edge.i + 1
        heads = [c for c in clause.children if c.dep_.startswith("nsubj") and c.i >= first]
        if heads:
            start = heads[0].left_edge.idx
            yield Found(pact, (pact,), start, extent(clause, lexicon)[1], "agreed", together=True)


def aimed_at(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« un accord entre X et Y pour la création … », « un accord visant à … »: its aim."""
    parts = [c for c in pact.children if c.i > pact.i]
    if pact.head.pos_ in ("NOUN", "ADJ") and pact.head.i == pact.i - 1:
        parts += [c for c in pact.head.children if c.i > pact.i]  # « un récent accord … »
    partners = [c for c in parts if preposition(c) in ("entre", "avec")]
    for child in parts if partners else ():
        aimed = [child] if preposition(child) == "pour" else []
        if lemmas(child) & lexicon.aims and child.dep_ in ("acl", "amod"):
            aimed = [c for c in child.children if c.dep_ in ("xcomp", "obj", "obl:arg", "obl:mod")]
        for aim in aimed[:1]:
            if aim.i > pact.i:
                who = (pact, *partners)
                yield Found(pact, who, *extent(aim, lexicon), "agreed", together=True)
                return


def kept_or_broken(pact: Token, lexicon: Lexicon) -> Iterator[Found]:
    """« la trêve conclue par … n'a pas été respectée ». A pact that is only named is none: its
    name says nothing of what was undertaken."""
    status = of_pact(pact, lexicon)
    if status == "open":
        return
    partners = [
        part
        for child in children(pact, "acl", "amod")
        if child.i > pact.i and lemmas(child) & lexicon.concluded
        for part in child.children
        if preposition(part) in ("par", "avec", "entre")
    ]
    who = tuple(partners) or (pact,)
    yield Found(pact, who, *extent(pact, lexicon), "agreed", status, together=True)
