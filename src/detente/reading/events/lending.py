"""Whose a meeting or an accord is that names nobody: of those told beside it or before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.couples import is_they, means_both
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.syntax import lemmas
from detente.reading.events.telling import Telling
from detente.reading.events.who import is_person, party_of

REACH = 3
"""Sentences before a pronoun (« ils », « les deux parties ») in which those it means are told of."""


def lend_parties(draft: Draft, tellings: Sequence[Telling]) -> None:
    """A meeting told with its time or place beside another (« la deuxième rencontre entre X et Y,
    après un entretien le 3 mars ») is between the same, where it names nobody."""
    for telling in tellings:
        if telling.trigger.nominal and telling.kind.joint and len(telling.parties(draft)) == 1:
            telling.parts += _prepared_for(draft, telling, tellings)
        if not telling.kind.joint or telling.parts or not _anchored(telling):
            continue
        others = [
            t
            for t in tellings
            if t.sentence == telling.sentence
            and t.kind.joint
            and (len(t.parties(draft)) >= 2 or len(_bodies(draft, t)) >= 2)
            and t.status in TOLD
        ]
        if others and telling.status in TOLD:
            nearest = min(others, key=lambda t: abs(t.span.start - telling.span.start))
            states = nearest.parties(draft)
            theirs = states if len(states) >= 2 else _bodies(draft, nearest)
            telling.parts += [p for p in nearest.parts if p.actor in theirs]
            if not telling.parts:
                telling.parts += [
                    Part(s, "participant", p.span)
                    for s in states
                    for p in nearest.parts[:1]
                    if s in draft.actors
                ]


def _bodies(draft: Draft, telling: Telling) -> set[str]:
    """Those in an event who are no people: a government and the rebels of one state."""
    return {p.actor for p in telling.parts if not is_person(draft, p.actor)}


def _prepared_for(draft: Draft, meeting: Telling, tellings: Iterable[Telling]) -> list[Part]:
    """The states of a visit that is made to prepare a meeting (« se rendra à Lima pour préparer un
    sommet »), of which only the visitor's is told."""
    over = meeting.trigger.token.ancestors[:3]
    planning = draft.pack.module("frames").PLANNING
    if all(lemmas(verb).isdisjoint(planning) for verb in over[:2]):
        return []
    visits = [t for t in tellings if t.kind.kind == "visit" and t.trigger.token in over]
    states = {s: v for v in visits for s in v.parties(draft) if s in draft.actors}
    if not {*meeting.parties(draft)} < states.keys():
        return []
    return [Part(s, "participant", v.span) for s, v in states.items()]


CAPTIVE = frozenset({"detention", "release", "exchange", "extradition", "sentencing"})
"""Kinds done to people who may be told of by a pronoun."""


def lend_captives(tellings: Sequence[Telling]) -> None:
    """« Ils avaient été capturés en mai par X »: those of whom the sentences before tell that they were held
    or freed."""
    for at, telling in enumerate(tellings):
        if telling.kind.kind not in CAPTIVE or telling.trigger.nominal:
            continue
        slots = telling.trigger.frame.slots
        theirs = (
            h for s, heads in telling.trigger.slots.items() if slots.get(s) in _HELD for h in heads
        )
        if not any(is_they(head) for head in theirs) or any(p.part in _HELD for p in telling.parts):
            continue
        for before in reversed(tellings[:at]):
            held = [p for p in before.parts if p.part in _HELD]
            near = 0 < telling.sentence - before.sentence <= REACH
            if near and held and before.kind.kind in CAPTIVE:
                telling.parts += held
                break


_HELD = frozenset({"target", "released"})


@dataclass(frozen=True, slots=True)
class _Sides:
    """Those between whom an event was, as told in a sentence."""

    sentence: int
    parts: tuple[Part, ...]
    parties: frozenset[str]


def lend_sides(draft: Draft, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those that mean the sides of an event told before (« ils s'étaient déjà rencontrés
    en mai », « un premier accord avait été signé à Lima ») with these as parts; without those whose
    pronoun means nobody told of."""
    kept, before = [], list[_Sides]()
    for telling in tellings:
        if telling.kind.joint and not telling.parts:
            heads = tuple(_named(draft, telling))
            if heads and all(means_both(draft, head) for head in heads):
                near = [s for s in before if telling.sentence - s.sentence <= REACH]
                if telling.kind.kind == "agreement" and not _anchored(telling):
                    near = []  # « les deux pays ont aussi convenu d'un calendrier »
                telling.parts += near[-1].parts if near else ()
                if not telling.parts and any(is_they(head) for head in heads):
                    continue
            elif not heads and _of_them(draft, telling) and len({s.parties for s in before}) == 1:
                telling.parts += _parties_only(draft, before[-1].parts)
        kept.append(telling)
        sides = _sides(draft, telling)
        if sides is not None:
            before.append(sides)
    return kept


def _anchored(telling: Telling) -> bool:
    return telling.date is not None or telling.place is not None


def _named(draft: Draft, telling: Telling) -> Iterator[Token]:
    """The heads in the places of those between whom an event is."""
    frame, events = telling.trigger.frame, lexicon(draft.pack.code).events
    for slot, heads in telling.trigger.slots.items():
        if frame.slots.get(slot) == "participant" and slot != "adjective":
            yield from (head for head in heads if events.isdisjoint(lemmas(head)))


def _of_them(draft: Draft, telling: Telling) -> bool:
    """Whether a noun without names, but with a time or city of its own, may be of those told before."""
    trigger = telling.trigger
    city = telling.place is not None and telling.place.city is not None
    if telling.status not in (*TOLD, "planned") or not (telling.date is not None or city):
        return False
    known = (
        telling.reference == "definite" and lemmas(trigger.token) & draft.pack.module("frames").WIDE
    )
    return trigger.nominal and not telling.headline and not (known and telling.kind.kind == "talks")


def _parties_only(draft: Draft, parts: Iterable[Part]) -> list[Part]:
    """The same without people: those who met need not have signed what was signed before."""
    found: dict[str, Part] = {}
    for part in parts:
        party = part.side or party_of(draft, part.actor)
        if party is not None and party in draft.actors:
            found.setdefault(party, Part(party, part.part, part.span))
        if not is_person(draft, part.actor):
            found.setdefault(part.actor, part)
    return list(found.values())


def _sides(draft: Draft, telling: Telling) -> _Sides | None:
    """Those between whom a told event is, where two or more can be told."""
    if not telling.kind.joint or telling.status not in (*TOLD, "planned"):
        return None
    parts = tuple(p for p in telling.parts if p.part in ("participant", "host") and not p.aside)
    parties = telling.parties(draft)
    if len(parties) < 2 and len({p.actor for p in parts}) < 2:
        return None
    return _Sides(telling.sentence, parts, frozenset(parties))
