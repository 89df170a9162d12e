"""Who sat for whom at what was just told: « le gouvernement était représenté par A », « B a présidé la
séance », « C a assuré la modération »."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.slots import phrases_around
from detente.reading.events.syntax import children, is_passive, lemmas
from detente.reading.events.telling import Telling
from detente.reading.events.who import actors_in, is_person, party_of

_NEAR = 6
"""Sentences behind the one that tells of a meeting or accord in which its seats are told, at most."""


def add_seats(draft: Draft, tellings: list[Telling]) -> None:
    """Adds those who represented its parties, and those who presided, to the meeting or accord told
    last before."""
    joint = [t for t in tellings if t.kind.joint and t.status in TOLD and t.parties(draft)]
    if not joint:
        return
    words = draft.pack.module("frames")
    own = {t.trigger.token.i for t in tellings}
    for verb in draft.doc:
        if (
            verb.pos_ != "VERB"
            or verb.i in own
            or lemmas(verb).isdisjoint(words.LEAD | words.CHAIRS)
        ):
            continue
        at = verb.sent.number
        near = [t for t in joint if 0 <= at - t.sentence <= _NEAR and t.trigger.token.i < verb.i]
        for telling in near[-1:]:
            known = {p.actor for p in telling.parts}
            telling.parts += [
                part for part in _seated(draft, verb, telling, words) if part.actor not in known
            ]


def _seated(draft: Draft, verb: Token, telling: Telling, words: ModuleType) -> Iterator[Part]:
    around = phrases_around(draft, verb)
    if lemmas(verb) & words.REPRESENTS:
        whom, who = around.get("object", []), around.get("subject", [])
        whom = [h for h in whom if lemmas(h).isdisjoint(words.GROUPS)]  # details has those
        sides = [p for h in whom for a, _ in actors_in(draft, h) if (p := party_of(draft, a))]
        theirs = {p.actor for p in telling.parts} & {
            a for h in whom for a, _ in actors_in(draft, h)
        }
        side = next((s for s in sides if s in telling.parties(draft)), None)
        if side or theirs:
            yield from _people(draft, who, "head", side)
    elif not is_passive(verb):
        led = {lemma for h in children(verb, "obj") for lemma in lemmas(h)}
        chairs = lemmas(verb) & words.LEAD and led & words.SESSIONS
        if chairs or (lemmas(verb) & words.CHAIRS and led & words.CHAIRING):
            yield from _people(draft, around.get("subject", ()), "participant", None)


def _people(
    draft: Draft, heads: list[Token] | tuple[()], part: str, side: str | None
) -> Iterator[Part]:
    for head in heads:
        for actor, mention in actors_in(draft, head):
            if is_person(draft, actor):
                span = draft.span(mention.start, mention.end)
                yield Part(actor, part, span, side, aside=part != "head")
