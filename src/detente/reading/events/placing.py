"""Places that a sentence leaves to what stands before it: the dateline, or a journey just told."""

from __future__ import annotations

import re

from detente.language.gazetteer import cities
from detente.model import Place, Span
from detente.reading.draft import Draft
from detente.reading.events.belonging import cities_of
from detente.reading.events.carriers import takes_place
from detente.reading.events.homes import main_state
from detente.reading.events.parts import Part
from detente.reading.events.syntax import PAST, children, lemmas, preposition, tense
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT, Trigger
from detente.reading.events.where import place_of
from detente.reading.events.who import cut_off, party_of

MET = frozenset({"talks", "agreement", "vote", "mediation"})
"""Kinds that an agency reports from where they are; calls, sanctions, attacks it tells from afar."""
_LINE = re.compile(
    r"(?P<city>[A-ZÀ-Þ][A-Za-zÀ-ÿ'’ -]{1,30}[A-Za-zÀ-ÿ])(?: \((?P<land>[^)\n]{3,40})\))?"
    r"(?:,[^\n]{0,40})?[ \u00a0]*(?:\([^)\n]{2,20}\))?[ \u00a0]*[-–—]{1,3}[ \u00a0]*(?=\n)"
)
_LINES = 4
"""A dateline is one of the first lines."""


def lend_place(draft: Draft, tellings: list[Telling]) -> None:
    """Gives the dateline's city to the meeting, agreement or vote that the main clause of the first
    sentence after it tells without a place."""
    found = _dateline(draft)
    if found is None:
        return
    place, span, end = found
    lead = next((s for s in draft.doc.sents if s.start_char >= end and s.text.strip()), None)
    if lead is None:
        return
    for telling in tellings:
        trigger = telling.trigger
        main = {trigger.token.i, trigger.light.i if trigger.light is not None else trigger.token.i}
        if (
            lead.root.i in main
            and telling.kind.kind in MET
            and telling.status == "occurred"
            and telling.place is None
        ):
            telling.place, telling.place_span = place, span


def at_ceremony(draft: Draft, tellings: list[Telling]) -> None:
    """« ont signé un accord. La cérémonie a eu lieu à Doha »: where the accord was signed of which one of
    the two sentences before tells without a place."""
    words = draft.pack.module("frames")
    bare = [
        made
        for made in tellings
        if made.kind.kind in PACT
        and made.status == "occurred"
        and made.place is None
        and not made.headline
    ]
    behind = {made.sentence + n for made in bare for n in (1, 2)}
    for sent in (s for s in draft.doc.sents if s.number in behind):
        verb = sent.root
        held = [c for c in children(verb, "nsubj", "nsubj:pass") if lemmas(c) & words.CEREMONIES]
        if not held or not takes_place(verb, words) or tense(verb) not in PAST:
            continue
        of = held[0].i
        city = next(cities_of(draft, sent, {verb.i, of}, frozenset({of})), None)
        if city is None:
            continue
        for made in bare:
            if 0 < sent.number - made.sentence <= 2 and made.place is None:
                made.place, made.place_span = (
                    place_of(draft, city),
                    draft.span(city.start, city.end),
                )


def at_visit(draft: Draft, tellings: list[Telling]) -> None:
    """« En visite lundi à Lima, X a rencontré Y », « X, arrivé lundi à Lima, a été reçu par Y »: whoever
    meets somebody on a visit told in the same sentence meets him there, and on the visit's day where
    no other is told."""
    for met in tellings:
        if met.kind.kind != "talks" or met.trigger.nominal:
            continue
        for made in tellings:
            if made.kind.kind != "visit" or made.place is None:
                continue
            alike = made.status == met.status
            on_it = alike and met.status == "occurred"
            on_it = on_it and _on_visit(draft, made.trigger, met.trigger)
            aim = met.status == "planned" and made.status in ("planned", "occurred")
            aim = aim and _is_aim(made.trigger, met.trigger)
            if made.sentence == met.sentence and (on_it or aim):
                goes = {p.actor for p in made.parts if p.part == "doer"}
                if goes.isdisjoint(p.actor for p in met.parts):
                    continue
                if met.place is None:
                    met.place, met.place_span = made.place, made.place_span
                if met.date is None and alike and (made.trigger.nominal or aim):
                    met.date = made.date


def _is_aim(visit: Trigger, met: Trigger) -> bool:
    """« se rendra mardi à Lima pour rencontrer X »: what somebody goes somewhere for."""
    marks = children(met.verb, "mark")
    to_do = any(c.plain in met.verb.doc.grammar.for_ for c in marks)
    return to_do and met.verb.head.i == visit.verb.i


def _on_visit(draft: Draft, visit: Trigger, met: Trigger) -> bool:
    """Whether a visit is told in an adjunct or participle of the verb of a meeting."""
    words = draft.pack.module("frames")
    if visit.nominal:
        return met.token in visit.token.ancestors and preposition(visit.token) in (
            words.ON_VISIT | words.ON_THE_SPOT
        )
    over = visit.token
    if over.dep_ not in ("acl", "advcl") or tense(over) != "participle":
        return False
    return met.token in over.ancestors


def of_target(draft: Draft, tellings: list[Telling]) -> None:
    """« une attaque contre une caserne de Gao », « la prise de la ville de Gao »: where the thing
    is to which it was done."""
    for telling in tellings:
        if telling.kind.kind not in ("attack", "seizure") or telling.place is not None:
            continue
        frame = telling.trigger.frame
        heads = [
            h
            for slot, found in telling.trigger.slots.items()
            if frame.slots.get(slot) in ("target", "place")
            for h in found
        ]
        for head in heads:
            last = max(t.i for t in head.subtree)
            for mention in draft.mentions:
                if (
                    mention.city
                    and not cut_off(draft, mention)
                    and head.i < mention.first <= last
                    and head.pos_ == "NOUN"
                ):
                    place = place_of(draft, mention)
                    if place is not None and telling.place is None:
                        telling.place = place
                        telling.place_span = draft.span(mention.start, mention.end)


def of_home(draft: Draft, tellings: list[Telling]) -> None:
    """« lors des élections de 2016 »: an election of nobody is of the state that the report is about."""
    home = main_state(draft)
    for telling in tellings:
        if telling.kind.kind in ("election", "coup") and home and not telling.parties(draft):
            telling.parts.append(Part(home, "participant", telling.span, aside=False))


def host_at_home(draft: Draft, tellings: list[Telling]) -> None:
    """« Le président X a reçu Y à Alger »: who receives, and is told no state of, does so at home."""
    for telling in tellings:
        place = telling.place
        if telling.kind.kind != "talks" or place is None or not place.country:
            continue
        for part in telling.parts:
            if part.part == "host" and part.side is None and party_of(draft, part.actor) is None:
                part.side = place.country


def own_ground(draft: Draft, tellings: list[Telling]) -> None:
    """« X a fermé son espace aérien »: what a state closes of its own is where that state is."""
    words = draft.pack.module("frames")
    for telling in tellings:
        trigger = telling.trigger
        doers = [p for p in telling.parts if p.part == "doer"]
        if telling.kind.kind != "closure" or trigger.nominal or telling.place or len(doers) != 1:
            continue
        state = draft.actors.get(party_of(draft, doers[0].actor) or "")
        if state is None or state.kind != "state":
            continue
        for thing in trigger.slots.get("object", ()):
            own = any(c.plain in draft.doc.grammar.possessives for c in children(thing, "det"))
            own = own or any(t.plain in words.COUNTRY for t in thing.subtree if t.head.i == thing.i)
            if own and lemmas(thing) & words.GROUNDS:
                telling.place, telling.place_span = Place(country=state.id), doers[0].span


def _dateline(draft: Draft) -> tuple[Place, Span, int] | None:
    text, start = draft.article.text, 0
    for _ in range(_LINES):
        match = _LINE.match(text, start)
        if match is not None and (place := _place(draft, match)) is not None:
            return place, draft.span(*match.span("city")), match.end()
        start = text.find("\n", start) + 1
        if not start:
            break
    return None


def _place(draft: Draft, match: re.Match[str]) -> Place | None:
    """The city of a dateline: as names found it, else the one in the country in its brackets."""
    first, last = match.span("city")
    for mention in draft.mentions:
        if mention.start == first and mention.end == last:
            place = place_of(draft, mention)
            if place is not None and place.country:
                return Place(city=_as_name(match["city"]), country=place.country)
    lands = {
        draft.actors[actor].country
        for mention in draft.mentions
        if match["land"] and match.start("land") <= mention.start < match.end("land")
        for actor in mention.actors
        if actor in draft.actors
    }
    known = cities(match["city"])
    city = next((c for c in known if c.country in lands or c.capital), None)
    if city is None and len({c.country for c in known}) == 1:
        city = known[0]
    return Place(city=_as_name(match["city"]), country=city.country) if city else None


def _as_name(city: str) -> str:
    """« LA HAVANE » as a text writes it."""
    return city.title() if city.isupper() else city
