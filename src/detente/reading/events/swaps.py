"""Exchanges: what one side frees in return for what the other frees."""

from __future__ import annotations

import msgspec

from detente.codebook import Kind, load
from detente.language.doc import Token
from detente.model import Released
from detente.reading.draft import Draft
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.syntax import is_verb, lemmas, preposition, straight
from detente.reading.events.telling import Telling, phrase_of
from detente.reading.events.who import actors_in, is_person, party_of


def in_return(
    draft: Draft, telling: Telling, tellings: list[Telling], giver: str | None, taker: str | None
) -> None:
    """Makes a release « en échange de … » an exchange, and gives each side what the other frees."""
    exchange = telling.kind.kind == "exchange"
    for noun in _in_exchange(draft, telling):
        head = _freed_by(draft, noun)
        if suits_prisoners(draft, head):
            first = next((r for r in telling.released if r.to), None)
            other = taker or (first.to if first else None)
            if (by := _by(draft, noun)) is not None:
                other = party_of(draft, by.actor)
                telling.parts.append(by)
            _returned(draft, telling, head, giver, other)
            exchange = True
            retold = (noun, head, head.head)
            tellings[:] = [t for t in tellings if t is telling or t.trigger.token not in retold]
    if exchange:
        _two_sides(draft, telling)


def _in_exchange(draft: Draft, telling: Telling) -> list[Token]:
    """The heads of « en échange de … » after a release in its sentence."""
    token = telling.trigger.token
    if telling.kind.kind != "release":
        return []
    in_return = draft.pack.module("frames").IN_RETURN_FOR
    return [
        t
        for t in token.doc[token.i + 1 : token.sent.end]
        if t.pos_ in ("NOUN", "PROPN")
        and t.dep_ != "conj"
        and preposition(t) in in_return
        and not t.dep_.startswith("flat")
    ]


def _freed_by(draft: Draft, noun: Token) -> Token:
    """« la libération de dix soldats », « la grâce par X de Y »: the soldiers, Y."""
    grammar = noun.doc.grammar
    if lemmas(noun) & draft.pack.module("frames").FREEING:
        for token in noun.doc[noun.i + 1 : min(noun.i + 10, noun.sent.end)]:
            if token.text in ",;:" or is_verb(token):
                break
            phrase = token.pos_ in ("NOUN", "PROPN") and not token.dep_.startswith("flat")
            if phrase and token.dep_ != "conj" and preposition(token) in grammar.of:
                return token
    return noun


def _by(draft: Draft, noun: Token) -> Part | None:
    """Who frees, where « la grâce par X », « la libération par X » says so."""
    grammar = noun.doc.grammar
    for token in noun.doc[noun.i + 1 : min(noun.i + 5, noun.sent.end)]:
        if preposition(token) in grammar.by and token.pos_ in ("NOUN", "PROPN"):
            for actor, mention in actors_in(draft, token):
                if party_of(draft, actor):
                    return Part(actor, "by", draft.span(mention.start, mention.end))
    return None


def suits_prisoners(draft: Draft, head: Token) -> bool:
    """Whether a noun is of people who can be handed over."""
    people = any(is_person(draft, a) for a, _ in actors_in(draft, head))
    mention = draft.mention_at(head)
    people = people or (mention is not None and mention.form == "people" and head.pos_ == "NOUN")
    return people or bool(lemmas(head) & lexicon(draft.pack.code).classes["PRISONERS"])


def _returned(
    draft: Draft, telling: Telling, head: Token, giver: str | None, taker: str | None
) -> None:
    """« A a remis X à B, en échange de Y »: Y went the other way, and it was an exchange."""
    telling.kind = exchange_kind()
    telling.parts = [
        Part(p.actor, "participant" if p.part in ("by", "to") else p.part, p.span)
        for p in telling.parts
    ]
    people = [(a, m) for a, m in actors_in(draft, head) if is_person(draft, a)]
    for actor, mention in people:
        span = draft.span(mention.start, mention.end)
        telling.parts.append(Part(actor, "released", span))
        telling.released.append(Released(person=actor, by=taker, to=giver, evidence=(span,)))
    if not people:
        span = phrase_of(draft, head)
        telling.released.append(Released(person=span.exact, by=taker, to=giver, evidence=(span,)))


def exchange_kind() -> Kind:
    return load().kinds["exchange"]


def _two_sides(draft: Draft, telling: Telling) -> None:
    """In an exchange what one side lacks is the other: who holds A's people is B."""
    sides = [p for p in dict.fromkeys(r.by for r in telling.released) if p]
    parties = list(dict.fromkeys([*telling.parties(draft), *sides]))
    if len(parties) < 2:
        return
    fixed = []
    pair = set(parties[:2])
    givers = {r.by for r in telling.released if r.by in pair}
    for freed in telling.released:
        by, to = freed.by, freed.to
        if by is None and to in pair:
            by = next(iter(pair - {to}))
        if by is None and len(givers) == 1 and len(telling.released) == 2:
            by = next(iter(pair - givers))
        if by in pair and (to is None or to not in pair or to == by):
            to = next(iter(pair - {by}))
        fixed.append(msgspec.structs.replace(freed, by=by, to=to))
    telling.released[:] = fixed


def one_exchange(draft: Draft, tellings: list[Telling]) -> None:
    """Releases by two sides, beside an exchange or « en contrepartie » of one another, are its parts."""
    releases = [t for t in tellings if t.kind.kind == "release" and t.status in TOLD and t.released]
    exchanges = [t for t in tellings if t.kind.kind == "exchange" and t.status in TOLD]
    meanwhile = draft.pack.module("frames").MEANWHILE
    for one in releases:
        before = [e for e in exchanges if 0 <= one.sentence - e.sentence <= 1 and not e.released]
        here = [e for e in before if e.sentence == one.sentence]
        alone = all(o is one or abs(o.sentence - one.sentence) > 2 for o in releases)
        if here or (before and alone):
            _beside(draft, one, (here or before)[0])
        for other in releases:
            if one is other or not 0 <= other.sentence - one.sentence <= 2:
                continue
            said = any(meanwhile.search(straight(t.around.exact)) for t in (one, other))
            near = [e for e in exchanges if abs(e.sentence - one.sentence) <= 4]
            if said or near:
                _cross(one, other)
                _cross(other, one)
            givers = {r.by for r in one.released} | {r.by for r in other.released}
            if (said or near) and None not in givers and len(givers) == 2:
                _into(draft, one, other, near)
    for one in releases:
        if one.kind.kind == "release":
            _half(draft, one, tellings)


def _cross(one: Telling, other: Telling) -> None:
    """« Quatre Belges ont été libérés et Bruxelles a libéré deux Maliens »: the Belges by the Malians,
    since it is those that Bruxelles gives back."""
    ours = {r.to for r in one.released}
    if {r.by for r in one.released} != {None} or len(ours) != 1 or None in ours:
        return
    theirs = {r.to for r in other.released}
    if {r.by for r in other.released} == ours and len(theirs) == 1 and None not in theirs:
        giver = theirs.pop()
        one.released[:] = [msgspec.structs.replace(r, by=giver) for r in one.released]


def _half(draft: Draft, release: Telling, tellings: list[Telling]) -> None:
    """« “Nous ramenons aujourd'hui à la maison A et B”, a dit le président », « la libération de A par X »,
    in a report on one exchange between his state and another: those whom the other freed in it."""
    told = [t for t in tellings if t.kind.kind == "exchange" and t.status in TOLD]
    told = [t for t in told if len(t.parties(draft)) == 2]
    pair = set(told[0].parties(draft)) if told else set()
    if any(set(t.parties(draft)) != pair for t in told) or not _of_no_other_day(release):
        return
    givers = {r.by for r in release.released} - {None}
    takers = {r.to for r in release.released} - {None}
    named = release.people(draft) and not givers
    if not givers | takers or not givers | takers <= pair:
        return
    if release.reference == "new" and not named:
        return  # « 172 prisonniers ont été libérés depuis mai »
    _as_part(release, told[0])
    release.parts += [
        Part(p.actor, "participant", p.span, p.side)
        for p in told[0].parts
        if p.part == "participant" and party_of(draft, p.actor)
    ]
    _two_sides(draft, release)


def _of_no_other_day(release: Telling) -> bool:
    """Whether it has no date, or « aujourd'hui », which in somebody's words is the day he spoke."""
    date = release.date
    return date is None or (date.when.unit == "day" and not date.when.amount and not date.when.day)


def _as_part(release: Telling, exchange: Telling) -> None:
    """A release told as part of an exchange: who gives and who takes are its two sides. What somebody
    tells of « aujourd'hui » has the exchange's day."""
    release.kind, release.reference = exchange.kind, "demonstrative"
    if release.status == "ongoing":
        release.status, release.date = exchange.status, None
    release.parts = [
        Part(p.actor, "participant" if p.part in ("by", "to") else p.part, p.span, p.side)
        for p in release.parts
    ]


def _beside(draft: Draft, release: Telling, exchange: Telling) -> None:
    """The one release told after « un échange a eu lieu » is a half of it."""
    states = exchange.parties(draft)
    givers = {r.by for r in release.released} - {None}
    if states and not givers & set(states):
        return
    _as_part(release, exchange)
    if states:
        _two_sides(draft, release)


def _into(draft: Draft, one: Telling, other: Telling, exchanges: list[Telling]) -> None:
    """Two releases, by the two sides of one exchange."""
    kind = exchanges[0].kind if exchanges else exchange_kind()
    givers = [one.released[0].by, other.released[0].by]
    sides = [p for t in (one, other) for p in t.parts if party_of(draft, p.actor) in givers]
    for telling, to in ((one, givers[1]), (other, givers[0])):
        telling.kind = kind
        _as_part(telling, telling)
        known = {party_of(draft, p.actor) for p in telling.parts}
        telling.parts += [
            Part(p.actor, "participant", p.span)
            for p in sides
            if party_of(draft, p.actor) not in known
        ]
        telling.released[:] = [
            msgspec.structs.replace(r, to=r.to if r.to and r.to != r.by else to)
            for r in telling.released
        ]
