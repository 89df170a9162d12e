"""Whether an event that a noun names happened: its adjectives, and what the noun depends on."""

from __future__ import annotations

from types import ModuleType
from typing import cast

from detente.language.doc import Token
from detente.model import Status
from detente.reading.draft import Draft
from detente.reading.events.carriers import follows
from detente.reading.events.doubled import is_sought
from detente.reading.events.moods import OF_TENSE, effect_of, of_verb, weaker
from detente.reading.events.openness import (
    is_ahead,
    is_aimed_at,
    is_left_open,
    is_put_off,
    of_instance,
    was_awaited,
    was_due,
    will_lead,
)
from detente.reading.events.syntax import (
    children,
    is_passive,
    is_verb,
    lemmas,
    negated,
    preposition,
    straight,
    tense,
)
from detente.reading.events.triggers import PACT, Trigger

ACTS = frozenset(
    "expulsion sanctions release appointment dismissal closure recall seizure detention resignation withdrawal aid "
    "sanctions_relief agreement ceasefire extradition exchange".split()
)
"""Kinds that whoever announces them does by that."""
_HELD = frozenset({"talks", "call"})
"""Kinds that are held for a time, and broken off."""
AGREED = frozenset({"exchange", "release", "withdrawal", "restitution", "extradition"})
"""Kinds that « un accord d'échange », « un plan de retrait » only promise."""
_OPEN = frozenset({"planned", "proposed", "denied", "hypothetical"})
"""What a word may say of an event that did not happen."""
UNDONE = AGREED | {"sanctions_relief"}
"""Kinds that are talked of as long as they are not done."""


def by_announcing(trigger: Trigger, words: ModuleType) -> bool:
    """« annoncer l'expulsion », « annoncer l'arrivée », « annoncer la fin des pourparlers » tell that it
    is so; « annoncer la visite », that it will be."""
    noun = trigger.token
    told = noun.dep_ == "nmod" and bool(lemmas(noun.head) & words.ONCE_SO)
    return trigger.kind.kind in ACTS or bool(lemmas(noun) & words.ARRIVALS) or told


def of_noun(draft: Draft, trigger: Trigger, words: ModuleType, headline: bool) -> Status | None:
    noun, grammar = trigger.token, trigger.token.doc.grammar
    found: Status = "occurred"
    outer = (
        noun.head
        if noun.dep_ == "nmod" and words.NOUNS.get(straight(noun.head.lemma_)) == "through"
        else None
    )
    for child in (*noun.children, *(outer.children if outer is not None else ())):
        if child.dep_ in ("amod", "acl", "appos") or (
            child.pos_ == "ADJ" and abs(child.i - noun.i) <= 3
        ):
            effect = effect_of(lemmas(child), words.ADJECTIVES)
            if effect and not (
                (lemmas(child) & words.ANNOUNCES and trigger.kind.kind in ACTS)
                or was_awaited(child, words)
            ):
                found = weaker(found, cast(Status, effect))
        if child.dep_ == "acl" and is_put_off(draft, child, words):
            found = weaker(found, "planned")
        if child.dep_ == "acl:relcl" and (was_due(child, words) or will_lead(child, words)):
            found = weaker(found, "planned")
        if child.dep_ in ("det", "advmod"):
            if child.plain in grammar.none:
                found = weaker(found, "denied")
            elif child.plain in grammar.every - grammar.each:
                found = weaker(found, "hypothetical")
    if is_aimed_at(noun, words) or is_ahead(noun, words):
        found = weaker(found, "planned")
    if trigger.kind.kind in UNDONE and trigger.light is None and trigger.reference_date is None:
        found = weaker(found, of_instance(noun, words) or found)
    if trigger.light is not None:
        carried = _carried(draft, trigger, words, found, headline)
        ahead = trigger.light.dep_ == "acl" and trigger.reference_date is None and _for_what(noun)
        above = of_verb(draft, noun.head, words, headline) if carried and ahead else None
        return weaker(carried, "planned") if carried and above == "planned" else carried
    return _above_noun(draft, trigger, noun, words, found, headline, 0)


def _for_what(noun: Token) -> bool:
    """« devaient se retrouver pour un sommet organisé par X »"""
    return preposition(noun) in noun.doc.grammar.for_ and is_verb(noun.head)


_OVER = frozenset({"past", "pluperfect", "imperfect"})


def _carried(
    draft: Draft, trigger: Trigger, words: ModuleType, found: Status, headline: bool
) -> Status | None:
    """An event noun with its light verb: the verb's own status, which every chain weakens."""
    verb = trigger.light
    assert verb is not None
    names = lemmas(verb)
    above = of_verb(draft, verb, words, headline)
    if above is None:
        return None
    if names & words.PLANNING and not names & words.LIGHT:
        above = weaker(above, cast(Status, effect_of(names, words.ATTITUDE) or "planned"))
    if (trigger.kind.kind in PACT or trigger.frame.generic) and names & words.BREAKS:
        return None  # it was made before, which is not what this tells
    if names & words.DATES_BACK and trigger.happens:
        return found
    if trigger.kind.kind in PACT and trigger.happens and names & words.SUSTAINED - words.APPROVES:
        return found  # « l'accord de 2015 n'a jamais été appliqué »
    if names & words.FAILS and trigger.happens:
        return weaker(found, above)
    if above == "denied" and trigger.happens and names & words.YIELDS and tense(verb) in _OVER:
        return found  # « les pourparlers n'ont pas permis de … »: they were held
    if names & words.DATES_BACK and above == "ongoing":
        above = "occurred"
    if trigger.kind.kind in PACT and names & words.TURNS_UP and above == "ongoing":
        above = "occurred"  # « cet accord intervient après … »
    if names & words.DECIDED and trigger.kind.kind not in ACTS:
        above = weaker(above, "proposed")
    if names & words.ANNOUNCES and not by_announcing(trigger, words):
        above = weaker(above, "planned")
    if names & words.ARRANGES and above == "ongoing":
        above = "planned"
    sought = trigger.kind.kind == "agreement" and tense(verb) != "participle"
    if names & words.SEEKS and (sought or is_sought(verb, words)):
        above = weaker(above, "hypothetical")
    if (
        tense(verb) == "present"
        and above == "ongoing"
        and trigger.kind.kind not in ("talks", "visit", "call", "speech")
    ):
        above = "ongoing"
    return weaker(found, above)


def _above_noun(
    draft: Draft,
    trigger: Trigger,
    at: Token,
    words: ModuleType,
    found: Status,
    headline: bool,
    depth: int,
) -> Status | None:
    """What an event noun depends on: « lors de », « projet de », « espérer », « condamner »."""
    place, grammar = preposition(at), at.doc.grammar
    head = at.head
    if children(at, "cop"):
        if OF_TENSE[tense(at)] == "planned":
            return weaker(found, "planned")  # « ce sera la première rencontre »
        for subject in children(at, "nsubj"):  # « l'objectif est la signature d'un accord »
            effect = effect_of(lemmas(subject), words.NOUNS)
            if effect in _OPEN:
                return weaker(found, cast(Status, effect))
    if depth > 6 or head.i == at.i:
        return found
    if (
        place in grammar.before and lemmas(trigger.token) & words.ARRIVALS
    ):  # told as near, not as over
        return weaker(found, "planned")
    if _agreed_on(draft, trigger, at, words):
        return weaker(found, "planned")
    wished = place in words.IN_FAVOUR and any(
        t.plain in grammar.in_ for t in at.doc[max(at.i - 5, at.sent.start) : at.i]
    )
    if wished or (place in words.ABOUT and trigger.reference_date is None):
        return weaker(found, "hypothetical")
    ahead = words.TOWARDS.get(place)
    if ahead is not None and (is_verb(head) or place not in grammar.against):
        sought = trigger.kind.kind in ACTS and bool(lemmas(head) & words.EFFORTS)
        aim = is_verb(head) or place not in grammar.for_ or sought
        return weaker(found, cast(Status, ahead)) if aim else found
    if at.dep_ == "conj" and not is_verb(head):
        return _above_noun(draft, trigger, head, words, found, headline, depth + 1)
    if place in words.OCCASION and head.dep_ in ("obj", "advmod") and is_verb(head.head):
        head = head.head  # « signeront cet accord lors d'une rencontre »
    if not is_verb(head):
        if any(c.dep_ == "cop" for c in head.children):
            return _copula(trigger, at, head, words, found, place)
        effect = effect_of(lemmas(head), words.NOUNS)
        of_it = place in grammar.of or place in grammar.upon
        if trigger.kind.kind in AGREED and lemmas(head) & words.TEXTS and of_it:
            return found if _carried_out(head, words) else weaker(found, "planned")
        if lemmas(head) & words.ANNOUNCEMENTS and by_announcing(trigger, words):
            return found
        built = effect == "through" and place in words.DURING and place not in words.BESIDE
        towards = place in grammar.in_ and head.pos_ == "ADJ"  # « confiant dans la conclusion de »
        own = of_it or place is None or place in grammar.to
        if effect is None or not (built or towards or own):
            return found
        if effect == "through":
            return _above_noun(draft, trigger, head, words, found, headline, depth + 1)
        if trigger.kind.kind == "talks" and lemmas(head) & words.BROKEN_OFF:
            return found
        return weaker(found, cast(Status, effect))
    return _under_verb(draft, trigger, at, head, words, found, headline, place)


def _agreed_on(draft: Draft, trigger: Trigger, at: Token, words: ModuleType) -> bool:
    """« se sont mis d'accord sur un échange », « sont convenus d'une rencontre », « un accord sur la
    libération de … »: to be done."""
    place, grammar = preposition(at), at.doc.grammar
    if place not in grammar.upon | grammar.of | grammar.for_:
        return False
    names, kinds = lemmas(at.head), AGREED | _HELD | {"visit"}
    if trigger.kind.kind not in kinds:
        return False
    if is_verb(at.head):
        by = not names & words.AGREED or follows(draft, at.head, words.IN_AGREEMENT)
        return bool(names & words.AGREEING) and by
    if trigger.kind.kind in _HELD:
        return False  # « un accord sur les discussions à venir »
    return place in grammar.upon and bool(names & words.TEXTS)


def is_agreed_on(draft: Draft, trigger: Trigger, words: ModuleType) -> bool:
    """Whether a noun, or what it is the time of (« la tenue d'un sommet »), is what somebody agrees on."""
    at = trigger.token
    while at.dep_ == "nmod" and lemmas(at.head) & words.THROUGH:
        at = at.head
    return _agreed_on(draft, trigger, at, words)


def _carried_out(text: Token, words: ModuleType) -> bool:
    """« en application d'un accord d'échange »: what the text promises was done."""
    before = text.doc[max(text.i - 4, text.sent.start) : text.i]
    return any(t.plain in words.CARRIES_OUT for t in before)


def _copula(
    trigger: Trigger, at: Token, head: Token, words: ModuleType, found: Status, place: str | None
) -> Status | None:
    when = OF_TENSE.get(tense(head), "occurred")
    if at.dep_ not in ("nsubj", "nsubj:pass"):
        beside = place in words.BESIDE or place in words.ABOUT
        return found if beside or when not in ("planned", "hypothetical") else weaker(found, when)
    if negated(head) and trigger.kind.kind in UNDONE and trigger.reference_date is None:
        return weaker(found, "hypothetical")  # « la libération de X n'est pas acquise »
    named = [
        head,
        *(c for c in children(head, "nmod") if lemmas(head) & head.doc.grammar.indefinite),
    ]
    if trigger.kind.kind in UNDONE and any(lemmas(n) & words.MATTERS for n in named):
        return weaker(found, "hypothetical")  # « est l'un des points en discussion »
    effect = effect_of(lemmas(head), {**words.NOUNS, **words.ADJECTIVES})
    if effect in _OPEN:
        return weaker(found, cast(Status, effect))
    return weaker(found, when) if when in ("planned", "hypothetical") else found


def _unsettled(trigger: Trigger, verb: Token, effect: str | None) -> bool:
    """« X lie la levée des sanctions à la libération de Y »: an act without a time of its own, under a verb
    in the present that does not say that it was done."""
    if trigger.kind.kind not in UNDONE or trigger.reference_date is not None:
        return False
    if is_passive(verb):
        return negated(verb)  # « la libération de X n'est pas encore acquise »
    return effect is None and tense(verb) == "present"


def _under_verb(
    draft: Draft,
    trigger: Trigger,
    at: Token,
    head: Token,
    words: ModuleType,
    found: Status,
    headline: bool,
    place: str | None,
) -> Status | None:
    names = lemmas(head)
    if place in head.doc.grammar.by and is_passive(head) and tense(head) == "participle":
        return found  # « dans un climat facilité par l'élection de X »
    text = head.dep_ == "acl" and lemmas(head.head) & words.TEXTS
    if text and trigger.kind.kind in UNDONE and tense(head) == "gerund":
        return weaker(found, "planned")  # « un accord prévoyant le retrait de »
    if names & words.LACKS and place in head.doc.grammar.to:
        return found  # « il fallait à la visite une fin heureuse »
    effect = effect_of(names, words.ATTITUDE)
    mood = OF_TENSE.get(tense(head), "occurred")
    aim = trigger.kind.kind in UNDONE and place in head.doc.grammar.to and effect in _OPEN
    if aim:
        return weaker(found, cast(Status, effect))  # « travaille à la libération de »
    if place in words.DURING or at.dep_ in ("obl:mod", "dislocated", "parataxis"):
        over = of_verb(draft, head, words, headline)
        within = at is not trigger.token and bool(lemmas(at) & words.TIMES)
        if within and mood != "planned":  # « dit vouloir la paix, au premier jour d'une visite »
            return found
        dated = trigger.reference_date is not None and place not in words.OCCASION
        if tense(head) == "infinitive" and dated:
            over = mood  # « veut parler de la réunion de mardi »: that day is told for itself
        elif tense(head) == "infinitive" and over == "denied":
            over = "hypothetical"
        if place in head.doc.grammar.before:
            to_come = mood in ("planned", "hypothetical") or effect == "planned"
            return weaker(found, "planned") if to_come else found
        if place in words.PRESUMED:
            return found
        if mood == "planned":
            return weaker(found, "planned")
        apart = any(t.text == "," for t in at.doc[max(at.i - 4, at.sent.start) : at.i])
        if place in words.OCCASION and apart and tense(head.head) in _OVER and is_verb(head.head):
            return found  # « ont décidé de rouvrir la frontière, lors d'une rencontre »
        open_yet = tense(head) in ("infinitive", "conditional", "future")
        if open_yet and over in ("planned", "hypothetical"):
            return weaker(found, over)
        return found
    if at.dep_ in ("nsubj", "nsubj:pass"):
        if is_passive(head) and trigger.kind.kind in _HELD and names & words.INTERRUPTS:
            return found  # « les pourparlers ont été suspendus »
        if is_passive(head) and effect in _OPEN:
            if trigger.kind.kind == "talks" and names & words.INTERRUPTS:
                return found  # « les pourparlers ont été suspendus »
            return weaker(found, cast(Status, effect))
        if is_left_open(head, words) or _unsettled(trigger, head, effect):
            return weaker(found, "hypothetical")
        return weaker(found, mood) if mood in ("planned", "hypothetical") else found
    if names & words.BRINGS and tense(head) in _OVER and not negated(head):
        return found
    if trigger.kind.kind in PACT and names & words.SUSTAINED and trigger.reference_date is not None:
        return found  # « ne veut pas sauver l'accord de 2015 »
    if effect in _OPEN:
        if effect == "denied" and names & words.INTERRUPTS:
            return found if trigger.kind.kind == "talks" else weaker(found, "denied")
        if names & words.DISCUSSES and trigger.kind.kind in ("talks", "call"):
            return weaker(found, "hypothetical") if tense(head) == "infinitive" else found
        return weaker(found, cast(Status, effect))
    if names & words.ANNOUNCES and not by_announcing(trigger, words):
        return weaker(found, "planned")
    if names & words.LINKS and is_passive(head) and mood in ("planned", "hypothetical"):
        return weaker(found, mood)  # « le sommet sera suivi d'une rencontre »
    over = of_verb(draft, head, words, headline)
    if effect == "factive":
        return found
    if at.dep_ in ("obj", "obl:arg") and _unsettled(trigger, head, effect):
        return weaker(found, "hypothetical")
    if at.dep_ == "obj" and any(
        preposition(c) in head.doc.grammar.as_ and effect_of(lemmas(c), words.NOUNS) in _OPEN
        for c in head.children
    ):
        return weaker(found, "hypothetical")  # « a posé comme condition le retrait de … »
    if over in ("planned", "hypothetical", "proposed"):
        return weaker(found, over)
    if over == "denied" and at.dep_ in ("obj", "obl:arg"):
        return weaker(found, "denied")
    return found
