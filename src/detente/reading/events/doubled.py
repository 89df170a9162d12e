"""Of several triggers that say the same, the one that stays."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.carriers import under_modal
from detente.reading.events.fitting import measures
from detente.reading.events.moods import mark_of
from detente.reading.events.syntax import children, feature, lemmas, tense
from detente.reading.events.triggers import PACT, Trigger


def one_each(draft: Draft, found: list[Trigger]) -> list[Trigger]:
    """Drops what another trigger says already: the verb that only carries an event noun (« a
    négocié cet échange »), the noun of a verb of its own kind (« a signé un accord »)."""
    words, cases = draft.pack.module("frames"), draft.doc.grammar.cases
    of, by = cases.of, cases.by
    verbs = {t.token.i: t for t in found if not t.nominal}
    dropped: set[int] = set()
    eased = {
        head.i: relief
        for relief in found
        if relief.kind.kind == "sanctions_relief"
        for head in relief.slots.get(of if relief.nominal else "object", ())
        for head in (head, *(children(head, "nmod") if measures(draft, head) else ()))
    }
    for trigger in found:
        if (
            trigger.token.i in eased
            and trigger.kind.kind == "sanctions"
            and (trigger.light is None or trigger.happens)
            and not _dated(draft, trigger)
        ):
            _fold(trigger, eased[trigger.token.i])
            dropped.add(id(trigger))
        if trigger.kind.kind in PACT and trigger.light is not None and trigger.happens:
            dropped |= {id(t) for t in _lasting(trigger, verbs, words)}
        if (
            trigger.kind.kind in PACT and trigger.nominal
        ):  # « l'accord, négocié par A et B, a été signé »
            told = (verbs.get(c.i) for c in children(trigger.token, "acl"))
            dropped |= {id(t) for t in told if t is not None and t.kind.kind == "talks"}
        above = _same_above(trigger, verbs, words)
        if above is None and not _dated(draft, trigger):
            above = _aimed_from(trigger, verbs, words)
        if above is not None:
            _fold(trigger, above)
            dropped.add(id(trigger))
            continue
        if trigger.light is None:
            over = [verbs[t.i].kind for t in trigger.held if t.i in verbs]
            if trigger.kind in over:  # « se sont retrouvés pour des pourparlers »
                dropped.add(id(trigger))
            agreed = verbs.get(trigger.token.head.i) if trigger.nominal else None
            if agreed is not None and _object_of(trigger, agreed):
                _fold(trigger, agreed)
                agreed.held += (trigger.token,)
                dropped.add(id(trigger))
            continue
        carrier = verbs.get(trigger.light.i)
        if carrier is None or carrier is trigger:
            continue
        wanted = carrier.frame.needs.get("object", ())
        if trigger.happens and carrier.kind.kind == "mediation":
            dropped.add(id(carrier))  # « la trêve parrainée par X »: X is a mediator of the truce
            if by not in trigger.frame.slots:
                trigger.slots[by], trigger.folded[by] = carrier.slots[by], "mediator"
        elif carrier.kind is trigger.kind or lemmas(trigger.token) & set(wanted):
            _fold(trigger, carrier)
            dropped.add(id(trigger))
        elif lemmas(carrier.token) & (words.LIGHT | words.MEDIATE) and not is_sought(
            carrier.token, words
        ):
            dropped.add(id(carrier))
    return [t for t in found if id(t) not in dropped]


def _same_above(noun: Trigger, verbs: dict[int, Trigger], words: ModuleType) -> Trigger | None:
    """« la trêve entre A et B doit entrer en vigueur lundi »: the verb of the noun's own kind that
    tells of it, under a modal or not."""
    if noun.kind.kind not in PACT or not noun.nominal or noun.light is not None:
        return None
    if not noun.token.dep_.startswith("nsubj"):
        return None
    verb = verbs.get(under_modal(noun.token.head, words).i)
    return verb if verb is not None and verb.kind is noun.kind else None


def _aimed_from(trigger: Trigger, verbs: dict[int, Trigger], words: ModuleType) -> Trigger | None:
    """« se sont réunis pour poursuivre les négociations », « sont convenus de reprendre leurs
    relations »: the verb that tells of what the infinitive only gives the aim or the matter of."""
    verb = trigger.verb
    names = lemmas(verb)
    if tense(verb) != "infinitive" or names & (words.PLANNING | words.ARRANGES | words.SIGNS):
        return None
    mark, grammar = mark_of(verb, words), verb.doc.grammar
    aim = words.MARKS.get(mark) == "planned"
    pact = trigger.kind.kind in PACT
    if not (aim and (pact or trigger.kind.kind == "talks")) and not (pact and mark in grammar.of):
        return None
    above = verbs.get(verb.head.i)
    return above if above is not None and above.kind is trigger.kind else None


def _lasting(noun: Trigger, verbs: dict[int, Trigger], words: ModuleType) -> Iterator[Trigger]:
    """« veulent prolonger la trêve signée en juin »: only the truce of June is told as an event."""
    over = verbs.get(noun.token.head.i)
    if over is None or noun.token.dep_ != "obj" or over.kind.kind not in PACT:
        return
    if lemmas(over.token) & words.SUSTAINED and "Inf" in feature(over.token, "VerbForm"):
        noun.slots["subject"] = noun.slots["subject"] or over.slots["subject"]
        yield over


def is_sought(verb: Token, words: ModuleType) -> bool:
    """« négociaient lundi un échange »: what is told as done is the negotiating."""
    return bool(lemmas(verb) & words.SEEKS) and tense(verb) in ("present", "imperfect", "future")


def _object_of(noun: Trigger, verb: Trigger) -> bool:
    """« ont convenu d'une trêve », « sont parvenus à un accord »: what the verb of agreeing agrees on,
    by any preposition, is what the verb tells."""
    if noun.kind is not verb.kind or noun.kind.kind not in PACT:
        return False
    complements = (heads for place, heads in verb.slots.items() if place != "subject")
    return any(noun.token.i == head.i for heads in complements for head in heads)


def _dated(draft: Draft, trigger: Trigger) -> bool:
    """« les sanctions imposées en 2012 » were laid on at a time of their own."""
    return any(draft.in_date(token) for token in trigger.token.subtree)


def _fold(noun: Trigger, verb: Trigger) -> None:
    """Gives a verb what stands around the noun it carries (« a reçu une aide américaine »)."""
    for slot, heads in noun.slots.items():
        if noun.frame.slots.get(slot, "none") == "none" or verb.slots.get(slot):
            continue
        if slot not in verb.frame.slots:
            verb.folded[slot] = noun.frame.slots[slot]
        verb.slots[slot] = heads
