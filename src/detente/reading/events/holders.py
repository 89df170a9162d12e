"""Which state held those who are freed, and so frees them."""

from __future__ import annotations

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.syntax import lemmas
from detente.reading.events.telling import Telling
from detente.reading.events.who import actors_in, is_state, nation_of, party_of

_HELD = ("detention", "sentencing", "accusation", "extradition")


def drop_tellers(draft: Draft, telling: Telling, tellings: list[Telling]) -> None:
    """« Paris a annoncé la libération par Bamako de X », « d'un Français détenu au Mali »: whoever tells
    of a release frees nobody where another is said to do it, or to hold them, or where they are his
    own people; nor does a body that is of no state."""
    light = telling.trigger.light
    if light is None or not lemmas(light) & draft.pack.module("frames").TELLS:
        return
    slots, cases = telling.trigger.slots, draft.doc.grammar.cases
    telling_of_it = {a for head in slots.get("subject", ()) for a, _ in actors_in(draft, head)}
    others = {a for head in slots.get(cases.by, ()) for a, _ in actors_in(draft, head)}
    freed = [p for p in telling.parts if p.part in ("released", "target")]
    theirs = {p.side or party_of(draft, p.actor) for p in freed}
    theirs |= {nation_of(draft, head) for head in slots.get(cases.of, ())}
    holders = {holder(draft, p.actor, tellings) for p in freed} | _held_by(telling, tellings)

    def only_tells(part: Part) -> bool:
        if part.part != "by" or part.actor not in telling_of_it - others:
            return False
        state = party_of(draft, part.actor)
        if others or state in theirs or state is None or not is_state(draft, state):
            return True
        return bool(holders - {None, state})

    telling.parts = [part for part in telling.parts if not only_tells(part)]


def captor(draft: Draft, telling: Telling, tellings: list[Telling]) -> tuple[Part, str] | None:
    """« Deux marins capturés en mars par X ont été libérés »: who took them, told of the same words;
    or the state in whose prisons they were (« incarcérés depuis 2016 au Mali »)."""
    freed = {h.i for head in _whom(telling) for h in head.subtree}
    by = draft.doc.grammar.cases.by
    for other in tellings:
        taken = {head.i for head in other.trigger.slots.get("object", ())}
        held = other.kind.kind in ("detention", "sentencing") and other.status in TOLD
        if not held or not taken & freed:
            continue
        tried = other.kind.kind == "sentencing" or bool(other.trigger.slots.get(by))
        country = _jailed_in(draft, other)
        for part in other.parts:
            state = party_of(draft, part.actor) if part.part == "doer" else None
            if state and (tried or state == country):
                return part, state
    return None


def _whom(telling: Telling) -> list[Token]:
    return [
        head
        for slot, part in telling.trigger.frame.slots.items()
        if part == "released"
        for head in telling.trigger.slots.get(slot, ())
    ]


def _jailed_in(draft: Draft, held: Telling) -> str | None:
    """The state where somebody is told to be in prison, not in the hands of kidnappers."""
    jailed = lemmas(held.trigger.token) & draft.pack.module("frames").JAILED
    return held.place.country if jailed and held.place is not None else None


def _held_by(telling: Telling, tellings: list[Telling]) -> set[str | None]:
    """Where those who are freed are told to have been held: « un Français détenu au Mali »."""
    freed = {h.i for head in _whom(telling) for h in head.subtree}
    return {
        other.place.country
        for other in tellings
        if other.kind.kind == "detention"
        and other.place is not None
        and freed & {head.i for head in other.trigger.slots.get("object", ())}
    }


def holder(draft: Draft, person: str, tellings: list[Telling]) -> str | None:
    """The state that held a person, from what the report tells of arrest, charge or sentence."""
    for other in tellings:
        if other.kind.kind not in _HELD or other.status not in TOLD:
            continue
        if not any(p.actor == person and p.part == "target" for p in other.parts):
            continue
        part = "to" if other.kind.kind == "extradition" else "doer"
        for one in other.parts:
            state = party_of(draft, one.actor) if one.part == part else None
            if state:
                return state
        seized = lemmas(other.trigger.token) & draft.pack.module("frames").SEIZES
        if part == "doer" and not seized and other.place is not None and other.place.country:
            return other.place.country
    return None


def who_held(draft: Draft, tellings: list[Telling]) -> None:
    """A state that frees somebody is the one whose court or police held them, where the same
    sentence names no other."""
    tried = [t for t in tellings if t.kind.kind in ("detention", "sentencing")]
    for freeing in tellings:
        for freed in freeing.released:
            for held in tried:
                if held.sentence != freeing.sentence or not freed.by or held.parties(draft):
                    continue
                if not any(p.actor == freed.person for p in held.parts):
                    continue
                by = (p for p in freeing.parts if party_of(draft, p.actor) == freed.by)
                part = next(by, None)
                if part is not None:
                    held.parts.append(Part(part.actor, "doer", part.span, freed.by))
