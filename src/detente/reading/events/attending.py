"""Who was at what was just told: « X a assisté à la cérémonie », « Y était présent », « Z a supervisé la
signature », « A, B et C sont arrivés dans un hôtel de la ville »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.brokers import mediates
from detente.reading.events.enumerating import listed
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.rows import has_person
from detente.reading.events.slots import phrases_around
from detente.reading.events.syntax import children, is_passive, lemmas, negated, tense
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT
from detente.reading.events.who import actors_in, is_person, party_of

_NEAR = 3
"""Sentences behind the one that tells of a meeting or accord in which those who were there are told."""
_UNTOLD = frozenset({"future", "conditional", "infinitive", "subjunctive", "gerund"})
"""Tenses that do not say that somebody was there."""


def add_attending(draft: Draft, tellings: Sequence[Telling]) -> None:
    """Adds those who were there to the meeting or accord told last before; they are no party to it but
    for their state's part in it."""
    joint = [t for t in tellings if t.kind.joint and t.status in TOLD and t.parts]
    words = draft.pack.module("frames")
    ways = words.ATTENDS | words.PRESENT | words.MEDIATE | words.ARRIVES
    visits = {t.trigger.token.i: t for t in tellings if t.kind.kind == "visit"}
    own = {t.trigger.token.i for t in tellings} - visits.keys()
    for verb in draft.doc if joint else ():
        if verb.lemmas.isdisjoint(ways) or verb.i in own or verb.pos_ not in ("VERB", "ADJ"):
            continue
        if tense(verb) in _UNTOLD or negated(verb) or is_passive(verb):
            continue
        telling = _what(draft, verb, joint, visits, words)
        if telling is not None:
            known = {p.actor for p in telling.parts}
            overseen = bool(verb.lemmas & words.MEDIATE)
            found = _people(draft, verb, telling, overseen=overseen)
            telling.parts += [part for part in found if part.actor not in known]


def _what(
    draft: Draft,
    verb: Token,
    joint: Sequence[Telling],
    visits: Mapping[int, Telling],
    words: ModuleType,
) -> Telling | None:
    """The meeting or accord at which somebody was by a verb, None where it says nothing of the kind."""
    before = [
        t
        for t in joint
        if t.trigger.token.i < verb.i and 0 <= verb.sent.number - t.sentence <= _NEAR
    ]
    around = phrases_around(draft, verb)
    at = [h for place in ("object", draft.doc.grammar.cases.to) for h in around.get(place, ())]
    itself = next((t for h in at for t in joint if t.trigger.token.i == h.i), None)
    if itself is not None and verb.pos_ == "VERB" and not verb.lemmas & words.ARRIVES:
        return itself
    if not before:
        return None
    signed = any(lemmas(h) & words.CEREMONIES for h in at)
    pacts = [t for t in before if signed and t.kind.kind in PACT]
    last = (pacts or before)[-1]
    if verb.lemmas & words.ARRIVES:
        talks = [t for t in before if t.kind.kind == "talks"][-1:]
        return next((t for t in talks if _comes(draft, verb, t, visits.get(verb.i))), None)
    if verb.lemmas & words.PRESENT and verb.pos_ == "ADJ":
        told = bool(children(verb, "cop")) or verb.sent.root.i == verb.i
        there = [h for h in at if lemmas(h) & words.SESSIONS]
        return last if told and (there or not at or _same_city(draft, at, last)) else None
    return last if any(lemmas(h) & words.SESSIONS for h in at) else None


def _same_city(draft: Draft, at: Sequence[Token], telling: Telling) -> bool:
    city = telling.place.city if telling.place is not None else None
    return any((m := draft.mention_at(h)) and m.city and m.city == city for h in at)


def _comes(draft: Draft, verb: Token, telling: Telling, visit: Telling | None) -> bool:
    """Whether two or more of those who sit at talks come to where they are, or one « sur place »."""
    place, goal = telling.place, visit.place if visit is not None else None
    if goal is not None and goal != place:
        return False
    people = [p.actor for p in _people(draft, verb, telling)]
    sides = {p for a in people if (p := party_of(draft, a)) in telling.parties(draft)}
    on_site: str = draft.pack.module("frames").ON_SITE
    return bool(sides) and (len(people) > 1 or on_site in verb.sent.plain)


def _people(
    draft: Draft, verb: Token, telling: Telling, *, overseen: bool = False
) -> Iterator[Part]:
    parties = telling.parties(draft)
    heads = phrases_around(draft, verb).get("subject", ()) or children(verb, "nsubj")
    found = {a: m for head in heads for a, m in actors_in(draft, head)}
    if any(has_person(draft, m) for m in found.values()):  # a list that the parse tore apart
        row = listed(draft, verb.sent.start, end=verb.i)
        found = {**{m.actors[0]: m for m in row}, **found} if len(row) > 1 else found
    for actor, mention in found.items():
        if is_person(draft, actor):
            side = party_of(draft, actor) in parties
            comes = bool(verb.lemmas & draft.pack.module("frames").ARRIVES)
            part = "participant" if side or comes else "witness"
            part = "mediator" if overseen or mediates(draft, actor) else part
            span = draft.span(mention.start, mention.end)
            yield Part(actor, part, span, aside=not side)
