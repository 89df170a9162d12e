"""Who says that an attack was his: « X a revendiqué l'attentat », « une attaque revendiquée par X »."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.draft import Draft
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.slots import phrases_around
from detente.reading.events.syntax import lemmas, negated, tense
from detente.reading.events.telling import Telling
from detente.reading.events.who import actors_in, is_state

_NEAR = 3
"""Sentences behind an attack in which it is claimed, at most."""


def add_claimants(draft: Draft, tellings: Sequence[Telling]) -> None:
    """Adds who claims an attack to it, as who did it; it has been, whatever « revendiquer » says."""
    attacks = [t for t in tellings if t.kind.kind == "attack"]
    claims = draft.pack.module("frames").CLAIMS
    strikes = lexicon(draft.pack.code).classes["STRIKES"]
    for verb in draft.doc if attacks else ():
        if verb.pos_ != "VERB" or verb.lemmas.isdisjoint(claims) or negated(verb):
            continue
        around = phrases_around(draft, verb)
        claimed = [h for h in around.get("object", ()) if lemmas(h) & strikes]
        if not claimed or tense(verb) in ("future", "conditional"):
            continue
        own = [t for t in attacks if t.trigger.token.i == claimed[0].i]
        told = [t for t in attacks if t.status in TOLD and t.trigger.token.i < verb.i]
        near = [t for t in told if verb.sent.number - t.sentence <= _NEAR]
        for telling in own or near[-1:]:
            telling.status = "occurred" if telling.status == "proposed" else telling.status
            known = {p.actor for p in telling.parts if p.part == "doer"}
            telling.parts += [
                Part(actor, "doer", draft.span(mention.start, mention.end))
                for place in ("subject", draft.doc.grammar.cases.by)
                for head in around.get(place, ())
                for actor, mention in actors_in(draft, head)
                if actor not in known and not is_state(draft, actor)
            ]
