"""What talks and the accord that comes of them have in common, and an accord and what carries it out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.nominal import is_agreed_on
from detente.reading.events.syntax import is_verb, preposition
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT, Trigger


def share_outcome(draft: Draft, tellings: list[Telling]) -> None:
    """« A et B ont conclu un accord à l'issue de discussions à Lausanne »: what talks end in is made
    where they were held and by those who held them, unless another place or party is told."""
    words = draft.pack.module("frames")
    for made in tellings:
        if made.kind.kind not in PACT:
            continue
        for held in tellings:
            noun = held.trigger.token
            noun_of_talks = held.trigger.nominal and held.kind.kind == "talks"
            if held.sentence != made.sentence or not noun_of_talks:
                continue
            during = _ends_in(noun, made.trigger)
            if during not in words.OUTCOME:
                continue
            if held.place is not None and made.place is None:
                made.place, made.place_span = held.place, held.place_span
            same_day = during in words.OCCASION  # it is on the very day of the talks
            if held.date is not None and same_day and not _dated_itself(made):
                made.date = held.date
            if not held.parties(draft):
                held.parts += [p for p in made.parts if p.part == "participant" and not p.aside]


def share_opening(tellings: list[Telling]) -> None:
    """« Réunis mardi à Oslo, A et B ont signé un accord »: it was signed there and then."""
    for held in tellings:
        opening, made = held.trigger.token, held.trigger.token.head
        if held.kind.kind != "talks" or held.trigger.nominal or opening.dep_ != "advcl":
            continue
        for other in tellings:
            if other.kind.kind in PACT and other.trigger.verb is made and opening.i < made.i:
                other.date = other.date or held.date
                if other.place is None:
                    other.place, other.place_span = held.place, held.place_span


def _ends_in(noun: Token, made: Trigger) -> str:
    """The preposition by which talks are what an accord came of (« après une semaine de discussions »,
    « l'accord trouvé lors de pourparlers »), or nothing."""
    at = noun
    while preposition(at) in noun.doc.grammar.of and at.dep_ == "nmod" and at.head.pos_ == "NOUN":
        at = at.head
    place = preposition(at) or ""
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    over = at.head
    while over.dep_ == "advmod" or over.pos_ in ("ADP", "ADV"):  # « lors » by itself
        over = over.head
    hers = {t.i for t in (made.token, made.verb, *made.held)}
    verb = made.verb
    while verb.dep_ == "xcomp" and is_verb(verb.head):  # « sont parvenus à trouver un accord »
        verb = verb.head
        hers.add(verb.i)
    if made.verb.is_ancestor(over) and not any(is_verb(t) for t in _up(over, made.verb)):
        hers.add(over.i)
    return place if over.i in hers else ""


def _up(low: Token, high: Token) -> Iterator[Token]:
    """A token and those over it, up to another."""
    while low.i != high.i and low.head.i != low.i:
        yield low
        low = low.head


def _dated_itself(made: Telling) -> bool:
    """Whether an accord has a time by its own words, not by the verb that announces it."""
    return made.date is not None and not any(
        made.trigger.verb.i > t.i and made.date.span.start < made.trigger.verb.idx
        for t in made.trigger.verb.ancestors
        if is_verb(t)
    )


def share_aims(draft: Draft, tellings: list[Telling]) -> None:
    """« A et B sont convenus d'un échange de prisonniers »: what two agree on is between them."""
    words = draft.pack.module("frames")
    for made in tellings:
        if made.kind.kind not in PACT or made.trigger.nominal:
            continue
        for aim in tellings:
            hung = aim.trigger.nominal and is_agreed_on(draft, aim.trigger, words)
            hung = hung and made.trigger.token.is_ancestor(aim.trigger.token)
            if hung and aim.kind.joint and not any(p.part == "participant" for p in aim.parts):
                aim.parts += [p for p in made.parts if p.part == "participant" and not p.aside]


def share_terms(draft: Draft, tellings: list[Telling]) -> None:
    """« A et B ont échangé des prisonniers dans le cadre d'un accord »: an accord that names nobody is
    between those who carry it out in its sentence."""
    terms = draft.pack.module("frames").UNDER_TERMS
    for made in tellings:
        noun = made.trigger.token
        if made.kind.kind not in PACT or not made.trigger.nominal or made.parts:
            continue
        before = draft.doc.plain[noun.sent.start_char : noun.idx]
        if terms.search(before) is None:
            continue
        for deed in tellings:
            joint = deed.kind.joint and len({p.actor for p in deed.parts if not p.aside}) > 1
            if deed.sentence == made.sentence and joint and deed.span.start < made.span.start:
                made.parts += [p for p in deed.parts if p.part == "participant" and not p.aside]
                break
