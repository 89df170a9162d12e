"""Against whom a measure is, where the report says it of the measure's noun."""

from __future__ import annotations

from detente.codebook import Frame
from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.syntax import children, lemmas, preposition

OBLIQUE = ("obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "advcl", "dislocated", "conj")


def aimed_at(draft: Draft, noun: Token, frame: Frame, slots: dict[str, list[Token]]) -> None:
    """Those against whom a measure is, where they hang on its noun: « les sanctions contre X »,
    « frappant X », « imposées à X »."""
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    against = grammar.cases.against
    if frame.slots.get(against) != "target" or slots.get(against):
        return
    for child in noun.children:
        place = preposition(child) or ""
        if child.dep_ in OBLIQUE and frame.slots.get(place) == "target" and not slots.get(place):
            slots[against].append(child)
        elif child.dep_ in ("acl", "acl:relcl") and lemmas(child) & words.WEIGHS:
            slots[against] += [c for c in child.children if preposition(c) in grammar.upon]
        elif child.dep_ in ("acl", "acl:relcl") and lemmas(child) & words.AIMS:
            slots[against] += children(child, "obj")
        elif child.dep_ == "acl" and lemmas(child) & words.LAYS:
            slots[against] += [
                c for c in child.children if c.dep_ in OBLIQUE and preposition(c) in words.LAID_UPON
            ]
