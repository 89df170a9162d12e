"""Nouns that only name what the clause around them tells, before tellings are joined.

« ont conclu un accord de cessez-le-feu » is one ceasefire, told by the verb and by both nouns;
« des discussions sous médiation de l'ONU » one round of talks with a mediator; « libérer deux otages
en échange de la libération de dix détenus » one exchange."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.codebook import load
from detente.language.doc import Token
from detente.reading.draft import Draft
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.syntax import children, is_verb, lemmas, preposition
from detente.reading.events.telling import Telling
from detente.reading.events.triggers import PACT

"""Kinds of which the second is the finer word for the first."""


NEAR = 4
"""Words between « des discussions » and « sous médiation » at most, adjectives not counted."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The telling that says it all, and why the noun is of it."""

    into: Telling
    reason: str


def fold(draft: Draft, tellings: list[Telling]) -> dict[int, Folded]:
    """By the `id` of each telling that another one of its sentence contains, that other one; the
    latter is given the finer kind, and what the noun knows better (the mediator, the place)."""
    found: dict[int, Folded] = {}
    for telling in tellings:
        _seat(draft, telling)
        _led(draft, telling)
        _by_what_it_is_of(draft, telling)
    for telling in tellings:
        beside = [t for t in tellings if t.sentence == telling.sentence and t is not telling]
        for host in sorted(beside, key=lambda t: abs(t.span.start - telling.span.start)):
            if id(host) in found:
                continue
            reason = _pact(draft, telling, host) or _mediated(telling, host)
            reason = reason or _returned(draft, telling, host)
            if reason:
                found[id(telling)] = Folded(host, reason)
                break
    for telling in tellings:
        _whose(draft, telling, tellings)
    return found


def _pact(draft: Draft, noun: Telling, host: Telling) -> str:
    """The ceasefire that an agreement is of: « un accord de trêve », « d'accord sur une trêve »."""
    if host.kind.kind not in PACT or noun.kind.kind not in PACT or not noun.trigger.nominal:
        return ""
    token, top = noun.trigger.token, host.trigger.token
    words = draft.pack.module("frames")
    texts = words.TEXTS
    of_verb = token.dep_ == "obj" and token.head.i == top.i and host.date is None
    if not top.is_ancestor(token) or noun.ordinal is not None:
        return ""
    if noun.date is not None and not of_verb:
        return ""
    at, steps = token.head, 0
    if at.dep_ == "acl" and token.dep_ == "obj" and lemmas(at) & words.LAYS_DOWN:
        token = at  # « un accord décrétant la fin des hostilités »
        at = at.head
    while at.i != top.i and at.pos_ in ("NOUN", "PROPN", "ADJ") and steps < 3:
        if not lemmas(at) & texts and at.dep_ not in ("conj",):
            return ""
        at, steps = at.head, steps + 1
    direct = token.dep_ in (
        "nmod",
        "acl",
        "obl:arg",
        "obl:mod",
        "obj",
        "appos",
        "nmod:appos",
        "dep",
    )
    if (
        at.i != top.i
        or not direct
        or (host.trigger.nominal and not lemmas(top) & (texts | words.MAKING))
    ):
        return ""
    if noun.kind.kind == "ceasefire":
        host.kind = noun.kind
    if noun.date is not None:  # « a accepté une trêve négociée en mars »
        host.date = noun.date
        host.parts += [p for p in noun.parts if all(p.actor != q.actor for q in host.parts)]
    known = {p.actor for p in host.parts}
    host.parts += [p for p in noun.parts if p.aside and p.actor not in known]
    _yield_to(noun, host)
    return "the noun is what the agreement is of"


def _mediated(noun: Telling, host: Telling) -> str:
    """« des discussions sous médiation de X », « des pourparlers parrainés par X »."""
    if noun.kind.kind != "mediation" or host.kind.kind not in ("talks", "agreement", "ceasefire"):
        return ""
    token, top = noun.trigger.token, host.trigger.token
    between = [t for t in token.doc[top.i : token.i] if t.pos_ not in ("PUNCT", "ADJ", "CCONJ")]
    near = host.kind.kind == "talks" and 0 < len(between) <= NEAR
    if not near and token.head.i != top.i and token.head.i not in {t.i for t in top.children}:
        return ""
    if token.dep_ not in ("nmod", "obl:mod", "obl:arg", "acl", "obl"):
        return ""
    for part in noun.parts:
        brought = Part(part.actor, "mediator", part.span, side=part.side, aside=True)
        if not any(p.actor == part.actor for p in host.parts):
            host.parts.append(brought)
    if noun.place is not None and not (host.place and host.place.city):
        host.place, host.place_span = noun.place, noun.place_span
    host.date = host.date or noun.date
    noun.parts = []
    _yield_to(noun, host)
    return "who brought it about is told beside it"


def _led(draft: Draft, telling: Telling) -> None:
    """« pour des discussions avec X, parrainées par Y »: talks, though the participle tells them."""
    token = telling.trigger.token
    if telling.kind.kind != "mediation" or telling.trigger.nominal or token.dep_ != "acl":
        return
    of = [
        sense.kind
        for lemma in sorted(lemmas(token.head))
        for sense in lexicon(draft.pack.code).nouns.get(lemma, ())
    ]
    talks = next((kind for kind in of if kind.kind == "talks"), None)
    if talks is not None:
        telling.kind = talks
        telling.span = draft.tokens_span(token.head.i, token.head.i)
        for part in telling.parts:
            part.aside = part.aside or part.part == "mediator"


def _returned(draft: Draft, noun: Telling, host: Telling) -> str:
    """« libérer deux otages en échange de la libération de dix détenus », « ont été libérés dans un
    échange »: the exchange."""
    words = draft.pack.module("frames")
    if noun.kind.kind == "exchange" and host.kind.kind == "release" and noun.trigger.nominal:
        token = noun.trigger.token
        if token.head.i != host.trigger.token.i or preposition(token) not in words.DURING:
            return ""
        host.kind = noun.kind
        return "freed in that exchange"
    if not noun.kind.kind == host.kind.kind == "release" or not noun.trigger.nominal:
        return ""
    over = noun.trigger.token.head
    if preposition(noun.trigger.token) in words.IN_RETURN_FOR:
        over = noun.trigger.token
    elif not lemmas(over) & words.IN_RETURN:
        return ""
    if not host.trigger.token.is_ancestor(over):
        return ""
    host.kind = load().kinds["exchange"]
    noun.kind = host.kind
    noun.status = host.status
    return "one is freed in return for the other"


def _yield_to(noun: Telling, host: Telling) -> None:
    """What the clause says of its own event holds for the noun: who, and how it stands."""
    noun.kind, noun.status = host.kind, host.status
    if host.parts:
        noun.parts = [p for p in noun.parts if any(p.actor == q.actor for q in host.parts)]
    noun.place = noun.place_span = None


def _whose(draft: Draft, telling: Telling, tellings: list[Telling]) -> None:
    """« A et B ont conclu une trêve dans le cadre de leurs discussions »: those of A and B."""
    token = telling.trigger.token
    theirs = any(c.plain in c.doc.grammar.theirs for c in children(token, "det"))
    if not theirs or not telling.kind.joint or telling.parties(draft):
        return
    for host in tellings:
        over = host.trigger.token
        if host.sentence == telling.sentence and host.kind.joint and over.is_ancestor(token):
            telling.parts += [p for p in host.parts if p.part == "participant"]
            return


def _seat(draft: Draft, telling: Telling) -> None:
    """« le gouvernement en place à X », « le mouvement, basé à X »: X is its seat, and not where it
    met others."""
    span = telling.place_span
    if span is None or telling.kind.kind not in {"talks", "mediation", *PACT}:
        return
    before = draft.doc.plain[max(0, span.start - 40) : span.start]
    if re.search(rf"\b(?:{draft.pack.module('frames').SEATED})\b[^,.;]{{0,12}}$", before):
        telling.place = telling.place_span = None


def _by_what_it_is_of(draft: Draft, telling: Telling) -> None:
    """« cet accord a été signé », « le texte, paraphé par X »: the verb refers as its noun does."""
    if telling.trigger.nominal or telling.kind.kind not in PACT:
        return
    documents, grammar = draft.pack.module("frames").DOCUMENTS, draft.doc.grammar
    for noun in _patient(telling.trigger.token, documents):
        for child in children(noun, "det"):
            if child.plain in grammar.demonstratives - grammar.plural:
                telling.reference = "demonstrative"
            elif child.plain in grammar.definite - grammar.plural and (
                noun.dep_ == "nsubj:pass" or telling.sentence > 0
            ):
                telling.reference = "definite"


def _patient(verb: Token, documents: frozenset[str]) -> list[Token]:
    if verb.dep_ == "acl" and not is_verb(verb.head):
        return [verb.head]
    return children(verb, "nsubj:pass", "obj") or [
        c for c in children(verb, "obl:mod", "obl:arg") if lemmas(c) & documents
    ]
