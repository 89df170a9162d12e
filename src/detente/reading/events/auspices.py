"""Under whose mediation: « sous l'égide de l'ONU », « négocié par l'entremise du Qatar »."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.events.parts import Part
from detente.reading.events.telling import Telling

MEDIATED = frozenset({"talks", "call", "agreement", "ceasefire", "exchange", "release"})
"""Kinds that a third party may bring about."""


def add_mediators(draft: Draft, tellings: list[Telling]) -> None:
    """Adds those under whose auspices a meeting, accord, truce or exchange is told to have come
    about to its telling, the nearest in the sentence, and those in whose presence it was; they are
    no party to it."""
    words = draft.pack.module("frames")
    mediated: dict[int, list[Telling]] = {}
    for telling in tellings:
        if telling.kind.kind in MEDIATED:
            mediated.setdefault(telling.trigger.token.sent.number, []).append(telling)
    for number, told in sorted(mediated.items()):
        sent = draft.doc.sents[number]
        for match in re.finditer(words.AUSPICES, sent.plain):
            at = sent.start_char + match.start()
            nearest = min(told, key=lambda t: abs(t.span.start - at))
            for part in _named(draft, sent.start_char + match.end(), sent.end_char):
                if all(p.actor != part.actor for p in nearest.parts):
                    nearest.parts.append(part)
        for match in re.finditer(words.PRESENCE, sent.plain):
            at = sent.start_char + match.start()
            nearest = min(told, key=lambda t: abs(t.span.start - at))
            for part in _named(draft, sent.start_char + match.end(), sent.end_char):
                if all(p.actor != part.actor for p in nearest.parts) and _is_somebody(draft, part):
                    part.part = "participant"
                    nearest.parts.append(part)


def _is_somebody(draft: Draft, part: Part) -> bool:
    """A person or a body, not a state."""
    return part.actor in draft.actors and draft.actors[part.actor].kind != "state"


def _named(draft: Draft, start: int, end: int) -> list[Part]:
    """Those named right after the words, as far as commas, « et » and « de » join them."""
    found: list[Part] = []
    for mention in sorted(draft.mentions, key=lambda m: (m.start, -m.end)):
        if not start <= mention.start < end or mention.form in ("people", "pronoun"):
            continue
        between = draft.doc.plain[start : mention.start]
        if not re.fullmatch(r"(?:[ ,]|et|de|du|des|d'|la|le|les|l')*", between):
            break
        span = draft.span(mention.start, mention.end)
        found += [Part(a, "mediator", span, aside=True) for a in mention.actors]
        start = mention.end
        if len(draft.article.text[start:end]) == 0 or len(found) > 4:
            break
    return found
