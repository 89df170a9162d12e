"""Whether a report speaks of somebody as of a man or a woman."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.reading.speech.naming import TITLES

if TYPE_CHECKING:
    from detente.reading.draft import Draft

DETERMINERS = {"le": "Masc", "un": "Masc", "la": "Fem", "une": "Fem", "ce": "Masc", "cette": "Fem"}


_HE = re.compile(r"(?:ien|[^s]teur|cier|tier|ant|ois|ais|ain)$")
_SHE = re.compile(r"(?:ienne|trice|euse|cière|tière|ante|oise|aise|aine)$")
"""Ends of nouns for people that tell a man from a woman."""


def gender_told(draft: Draft, actor: str) -> str | None:
    """`Masc` or `Fem`, by a first name or by what stands before the name; None where not told."""
    doc = draft.doc
    one = draft.actors[actor]
    if apposed := _apposed(draft, actor):
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
            if found := TITLES.get(doc[i].plain):
                return found
            article = i <= mention.first and doc[i].pos_ == "DET"
            if article and (found := DETERMINERS.get(doc[i].plain)):
                return found
    return None


def _apposed(draft: Draft, actor: str) -> str | None:
    """« Jean X, mécanicien de 42 ans », « Dominique Y, une infirmière »: by the noun behind a name."""
    doc = draft.doc
    for mention in draft.mentions:
        if mention.form != "name" or mention.actors != (actor,):
            continue
        at = mention.last + 1
        if at + 2 >= len(doc) or doc[at].text != ",":
            continue
        noun = doc[at + 2] if doc[at + 1].pos_ == "DET" else doc[at + 1]
        if noun.pos_ == "NOUN" and noun.plain not in ("restant", "pendant", "instant"):
            if _SHE.search(noun.plain):
                return "Fem"
            if _HE.search(noun.plain):
                return "Masc"
    return None
