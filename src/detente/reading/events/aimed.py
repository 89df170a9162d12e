"""Against whom a measure is, where the report says it of the measure's noun."""

from __future__ import annotations

from detente.codebook import Frame
from detente.language.doc import Token
from detente.reading.events.syntax import children, lemmas, preposition

OBLIQUE = ("obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "advcl", "dislocated", "conj")
_AIMED = frozenset({"viser", "frapper", "toucher", "cibler", "concerner"})
_LAID = frozenset(
    "imposer infliger décréter adopter prendre instaurer prononcer appliquer voter édicter".split()
)
"""« sanctions visant X », « imposées à X »: what participles say of those it was done to."""


def aimed_at(noun: Token, frame: Frame, slots: dict[str, list[Token]]) -> None:
    """Those against whom a measure is, where they hang on its noun: « les sanctions contre X »,
    « frappant X », « imposées à X »."""
    if frame.slots.get("contre") != "target" or slots.get("contre"):
        return
    for child in noun.children:
        place = preposition(child) or ""
        if child.dep_ in OBLIQUE and frame.slots.get(place) == "target" and not slots.get(place):
            slots["contre"].append(child)
        elif child.dep_ in ("acl", "acl:relcl") and "peser" in lemmas(child):
            slots["contre"] += [c for c in child.children if preposition(c) == "sur"]
        elif child.dep_ in ("acl", "acl:relcl") and lemmas(child) & _AIMED:
            slots["contre"] += children(child, "obj")
        elif child.dep_ == "acl" and lemmas(child) & _LAID:
            slots["contre"] += [
                c
                for c in child.children
                if c.dep_ in OBLIQUE and preposition(c) in ("à", "contre", "sur", "à l'encontre de")
            ]
