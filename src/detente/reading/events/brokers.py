"""Who brought about an accord, truce or meeting, and between whom it then is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.couples import couple_at
from detente.reading.events.parts import Part
from detente.reading.events.syntax import lemmas, preposition, straight
from detente.reading.events.triggers import PACT, Trigger
from detente.reading.events.who import actors_in

if TYPE_CHECKING:
    from detente.reading.events.telling import Telling

BROKERED = frozenset({"exchange", "release", "ceasefire", "agreement"})
"""Kinds of which whoever « négocie » or « parraine » them is no side."""


def broker_part(draft: Draft, trigger: Trigger, head: Token, slot: str) -> str | None:
    """The part of one in a slot of an event noun who brought it about: `none` where the words are of
    his help (« avec la médiation de X », whom `auspices` adds), `mediator` for a « médiateur » and for
    the one by whom alone it was negotiated (« une trêve négociée par X »); else None."""
    words, cases = draft.pack.module("frames"), draft.doc.grammar.cases
    if slot in (cases.with_, cases.by) and lemmas(head) & words.BROKERAGE:
        return "none"
    made = head.head
    by = slot in ("subject", cases.by) and made.dep_ == "acl" and preposition(head) == cases.by
    if not by:
        return None
    if lemmas(head) & words.BROKERS:
        return "mediator"
    negotiated = trigger.kind.kind in BROKERED and lemmas(made) & words.MEDIATE
    return "mediator" if negotiated and len(actors_in(draft, head)) == 1 else None


def mediates(draft: Draft, actor: str) -> bool:
    """Whether somebody is told to mediate: « le médiateur X », « la facilitatrice Y »."""
    title: re.Pattern[str] = draft.pack.module("frames").MEDIATES
    found = draft.actors.get(actor)
    roles = found.roles if found is not None and found.kind == "person" else ()
    return any(r.standing == "current" and title.search(straight(r.title)) for r in roles)


def settle_mediators(draft: Draft, tellings: list[Telling]) -> None:
    """Whoever is told to mediate and is named among those at a meeting or accord of others mediated
    it, and his state has no part in it."""
    for telling in tellings:
        if telling.kind.joint and len({p.actor for p in telling.parts}) > 1:
            for part in telling.parts:
                if part.part in ("participant", "witness", "host") and mediates(draft, part.actor):
                    part.part, part.aside = "mediator", True


def add_fighting_sides(draft: Draft, tellings: list[Telling]) -> None:
    """« Une trêve négociée par X a mis fin aux combats entre A et B », « un cessez-le-feu à la suite d'une
    guerre entre A et B »: a truce of which no sides are told, or one, is between those who fought."""
    words, between = draft.pack.module("frames"), draft.doc.grammar.between
    for telling in tellings:
        known = telling.parties(draft)
        if telling.kind.kind not in PACT or len(known) > 1:
            continue
        token = telling.trigger.token
        for noun in token.doc[token.i + 1 : token.sent.end]:
            if noun.pos_ != "NOUN" or noun.lemmas.isdisjoint(words.FIGHTS):
                continue
            behind = next(
                (t for t in noun.doc[noun.i + 1 :] if t.pos_ != "ADJ" and t.dep_ != "amod"), noun
            )
            if behind.plain not in between or behind.head.i < behind.i:
                continue
            sides = [
                Part(actor, "participant", draft.span(mention.start, mention.end))
                for actor, mention in actors_in(draft, behind.head)
            ]
            sides += [
                Part(party, "participant", span) for party, span in couple_at(draft, behind.head)
            ]
            if len(sides) > 1 and all(k in {s.actor for s in sides} for k in known):
                there = {p.actor for p in telling.parts}
                telling.parts += [s for s in sides if s.actor not in there]
                break
