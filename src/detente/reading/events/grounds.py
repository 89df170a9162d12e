"""States that are party to an event by its place, by a post, or by whose official it was done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.draft import Draft
from detente.reading.events.couples import means_both
from detente.reading.events.homes import main_state
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.syntax import is_finite, lemmas, preposition, straight
from detente.reading.events.triggers import PACT
from detente.reading.events.who import is_person, party_of

if TYPE_CHECKING:
    from detente.reading.events.telling import Telling

_POSTED = frozenset({"appointment", "election"})
_TRIED = frozenset({"sentencing", "detention"})


def add_ground(draft: Draft, telling: Telling) -> None:
    """The state where it was, as the one that did or suffered it, where nobody else is named; that on
    whose ground an attack or arms were is always touched by them."""
    kind, place, span = telling.kind, telling.place, telling.place_span
    part = kind.of_place
    if part == "no" or place is None or span is None or place.country is None:
        return
    if part == "doer" and lemmas(telling.trigger.token) & draft.pack.module("frames").SEIZES:
        part = "target"  # kidnappers took somebody there
    by_people = not telling.trigger.nominal and bool(telling.people(draft))
    signed = place.city is not None and (telling.trigger.light is not None or by_people)
    if not telling.trigger.nominal and place.city is not None:
        heads = telling.trigger.slots.get("subject", ())
        signed = signed or any(means_both(draft, head) for head in heads)
    if kind.joint and (signed or telling.parties(draft)):
        return  # « une trêve signée à Oslo » is not Norway's
    if place.country not in draft.actors or place.country in telling.parties(draft):
        return
    if part == "target" or not any(
        p.part == part and party_of(draft, p.actor) for p in telling.parts
    ):
        telling.parts.append(Part(place.country, part, span))


def settle_states(draft: Draft, tellings: list[Telling]) -> None:
    """Gives appointments and elections of which no state is told that of the post (« a été élu président
    du parlement ghanéen »), arrests and sentences of officials that of their office, and releases by
    nobody that of their place."""
    for telling in tellings:
        if telling.kind.kind == "release":
            _held_there(draft, telling)
        if telling.kind.kind in PACT and telling.trigger.nominal:
            _with_whom(draft, telling)
        if telling.parties(draft):
            continue
        if telling.kind.kind == "withdrawal" and telling.status == "occurred":
            _from_within(draft, telling)
        if telling.kind.kind in _POSTED:
            _of_post(draft, telling)
        elif telling.kind.kind in _TRIED and telling.place is None:
            _of_office(draft, telling)


def _held_there(draft: Draft, telling: Telling) -> None:
    """« Un otage suisse a été libéré au Mali »: nobody else being told, the state where it was has to
    do with it."""
    place, span = telling.place, telling.place_span
    if place is None or span is None or place.country not in draft.actors:
        return
    if any(p.part in ("by", "to") for p in telling.parts) or telling.status != "occurred":
        return
    if place.country not in telling.parties(draft):
        telling.parts.append(Part(place.country, "participant", span))


def _from_within(draft: Draft, telling: Telling) -> None:
    """« quatre bataillons étaient partis de la province »: troops of nobody in particular that leave a
    part of the state that the report is about are its own."""
    slots, grammar = telling.trigger.slots, draft.doc.grammar
    left = [*slots.get(grammar.cases.of, ()), *slots.get("object", ())]
    words = draft.pack.module("frames")
    inner = any(lemmas(head) & (words.AREAS - words.GROUNDS) for head in left)
    troops = lexicon(draft.pack.code).classes["TROOPS"]
    if not inner or not any(lemmas(head) & troops for head in slots.get("subject", ())):
        return
    home = main_state(draft)
    if home is not None and home in draft.actors:
        telling.parts.append(Part(home, "doer", telling.span))


def _with_whom(draft: Draft, telling: Telling) -> None:
    """« l'accord de 2018 avec Lima »: where nobody else is told, of the state that the report is about."""
    parties = telling.parties(draft)
    if len(parties) != 1 or not telling.trigger.slots.get(draft.doc.grammar.cases.with_):
        return
    home = main_state(draft)
    if home is not None and home not in parties and home in draft.actors:
        telling.parts.append(Part(home, "participant", telling.span))


def _of_post(draft: Draft, telling: Telling) -> None:
    """« nommé émissaire des Etats-Unis pour le Soudan »: the first state behind the verb that « de »
    or an adjective joins to the post."""
    verb, grammar = telling.trigger.token, draft.doc.grammar
    ends = grammar.for_ | grammar.in_ | grammar.by | grammar.to
    for token in draft.doc[verb.i + 1 : verb.sent.end]:
        if token.text in ",;:()" or is_finite(token) or token.plain in ends:
            return
        mention = draft.mention_at(token)
        if mention is None:
            continue
        joined = mention.form == "people" or preposition(draft.doc[mention.head]) in grammar.of
        joined = joined or draft.doc[max(mention.first - 1, 0)].plain in grammar.of
        for actor in mention.actors:
            party = party_of(draft, actor)
            if joined and party and not is_person(draft, actor):
                telling.parts.append(Part(actor, "doer", draft.span(mention.start, mention.end)))
                return


def _of_office(draft: Draft, telling: Telling) -> None:
    """« L'ex-président sud-coréen X a été condamné »: nobody else being told, by his own state."""
    officials = lexicon(draft.pack.code).classes["OFFICIALS"]
    for part in list(telling.parts):
        if part.part != "target" or not is_person(draft, part.actor):
            continue
        person = draft.actors[part.actor]
        posts = {w for role in person.roles for w in straight(role.title).replace("-", " ").split()}
        if person.country and posts & officials:
            telling.parts.append(Part(person.country, "doer", part.span))
            return
