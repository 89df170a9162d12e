"""Under whose mediation: « sous l'égide de l'ONU », « négocié par l'entremise du Qatar »."""

from __future__ import annotations

import re

from detente.reading.draft import Draft
from detente.reading.events.parts import Part
from detente.reading.events.syntax import lemmas
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT
from detente.reading.events.who import actors_in, is_state, party_of

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
                known = [p for p in nearest.parts if p.actor == part.actor]
                if not known:
                    nearest.parts.append(part)
                elif match.group().split()[0] in draft.doc.grammar.with_:
                    for same in known:  # « avec comme médiateur le Qatar »
                        same.part, same.aside = part.part, part.aside
        for match in re.finditer(words.PRESENCE, sent.plain):
            at = sent.start_char + match.start()
            before = [t for t in told if t.span.start < at]
            nearest = min(before or told, key=lambda t: abs(t.span.start - at))
            for part in _named(draft, sent.start_char + match.end(), sent.end_char):
                if all(p.actor != part.actor for p in nearest.parts) and _is_somebody(draft, part):
                    side = party_of(draft, part.actor) in nearest.parties(draft)
                    part.part = "participant" if side else "witness"
                    nearest.parts.append(part)


def _is_somebody(draft: Draft, part: Part) -> bool:
    """A person or a body, not a state."""
    return part.actor in draft.actors and draft.actors[part.actor].kind != "state"


def _named(draft: Draft, start: int, end: int) -> list[Part]:
    """Those named right after the words, as far as commas, « et » and « de » join them."""
    joined = re.compile(draft.pack.module("frames").JOINS_NAMES)
    found: list[Part] = []
    for mention in sorted(draft.mentions, key=lambda m: (m.start, -m.end)):
        opens = mention.start < start < mention.end and mention.form == "post"  # « du président X »
        if not (opens or start <= mention.start < end) or mention.form == "pronoun":
            continue
        if mention.form == "people":  # « flanqué du Grec X »
            if joined.fullmatch(draft.doc.plain, start, mention.start):
                start = mention.end
            continue
        if not opens and not joined.fullmatch(draft.doc.plain, start, mention.start):
            break
        span = draft.span(mention.start, mention.end)
        found += [Part(a, "mediator", span, aside=True) for a in mention.actors]
        start = mention.end
        if len(draft.article.text[start:end]) == 0 or len(found) > 4:
            break
    return found


def drop_announcers(draft: Draft, tellings: list[Telling]) -> None:
    """« Riyad et Washington annoncent une trêve au Soudan »: who makes known what is between others is
    no party to it; those of the country that it is in are."""
    tells = draft.pack.module("frames").TELLS
    for telling in tellings:
        light, place = telling.trigger.light, telling.place
        if telling.kind.kind not in PACT or light is None or telling.trigger.happens:
            continue
        if place is None or place.city or not place.country or lemmas(light).isdisjoint(tells):
            continue
        slots = telling.trigger.slots
        heads = slots.get("subject", ())
        tellers = {a for head in heads for a, _ in actors_in(draft, head)}
        if not tellers or not all(is_state(draft, a) and a != place.country for a in tellers):
            continue
        telling.parts = [p for p in telling.parts if p.actor not in tellers]
        if place.country in draft.actors and telling.place_span and not telling.parties(draft):
            telling.parts.append(Part(place.country, "participant", telling.place_span))
