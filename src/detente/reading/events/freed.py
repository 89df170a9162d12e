"""Who was freed by whom and handed to whom, in exchanges and releases."""

from __future__ import annotations

import re

from detente.codebook import Kind
from detente.language.doc import Token
from detente.model import Released, Span
from detente.reading.draft import Draft
from detente.reading.events.lexicon import lexicon
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.syntax import lemmas, preposition, straight
from detente.reading.events.telling import Telling, phrase_of
from detente.reading.events.who import actors_in, is_person, party_of

_IN_RETURN = re.compile(
    r"en (?:contrepartie|échange|retour)|de (?:son|leur) côté|dans le même temps|parallèlement"
)
_WITHIN = re.compile(
    r"(?:dans le cadre|à la faveur|lors|au cours|en vertu|à l'occasion) d(?:e |u |'|es )"
    r"(?:l'|un |cet |(?:un |l')?accord d')?(?:\w+ )?$"
)
"""What stands before the exchange by which somebody is freed."""
_HELD = ("detention", "sentencing", "accusation", "extradition")


def settle_freed(draft: Draft, tellings: list[Telling]) -> None:
    """Fills `released` of exchanges and releases; releases on both sides of an exchange become its
    parts."""
    _within(draft, tellings)
    for telling in list(tellings):
        if telling.kind.kind in ("exchange", "release") and telling in tellings:
            _own(draft, telling, tellings)
    _one_exchange(draft, tellings)
    _who_held(draft, tellings)


def _within(draft: Draft, tellings: list[Telling]) -> None:
    """« X a été libéré samedi dans le cadre d'un échange entre A et B »: the exchange is what was done,
    and X's release its part."""
    for exchange in list(tellings):
        noun = exchange.trigger.token
        before = draft.doc.plain[noun.sent.start_char : noun.idx]
        if exchange.kind.kind != "exchange" or not _WITHIN.search(before):
            continue
        releases = [
            t
            for t in tellings
            if t.kind.kind == "release"
            and t.status in TOLD
            and t.trigger.token.is_ancestor(noun)
            and not t.trigger.nominal
            and exchange.date in (None, t.date)
        ]
        if releases:
            release = max(releases, key=lambda t: t.trigger.token.i)
            known = {p.actor for p in release.parts}
            release.kind = exchange.kind
            release.parts += [p for p in exchange.parts if p.actor not in known]
            release.topics |= exchange.topics
            tellings.remove(exchange)


def _own(draft: Draft, telling: Telling, tellings: list[Telling]) -> None:
    exchange = telling.kind.kind == "exchange"
    by = [p for p in telling.parts if p.part == "by"]
    to = [p for p in telling.parts if p.part == "to"]
    givers = {q for p in by if (q := party_of(draft, p.actor))}
    giver = givers.pop() if len(givers) == 1 else None
    taker = next((q for p in to if (q := party_of(draft, p.actor))), None)
    freed = [p for p in telling.parts if p.part == "released" and is_person(draft, p.actor)]
    for part in freed:
        held_by = giver or _holder(draft, part.actor, tellings)
        own = party_of(draft, part.actor)
        if (
            held_by is None and len(givers - {own}) == 1
        ):  # « A et B ont annoncé la libération de … »
            held_by = next(iter(givers - {own}))
        receiver = taker or (own if own != held_by else None)
        if held_by in draft.actors and held_by and not by and not exchange:
            telling.parts.append(Part(held_by, "by", part.span))
        charge, sentence = _charge(draft, part.span)
        telling.released.append(
            Released(
                person=part.actor,
                by=held_by,
                to=receiver,
                charge=charge,
                sentence=sentence,
                evidence=(part.span,),
            )
        )
    for _, span in telling.loose:
        if giver is None and not givers and (captor := _captor(draft, telling, tellings)):
            giver = party_of(draft, captor.actor)
            telling.parts.append(Part(captor.actor, "by", captor.span))
        if exchange and not re.search(r"\d", span.exact) and len(span.exact.split()) < 2:
            continue
        own = _nation(draft, span)
        receiver = taker or (own if own != giver else None)
        telling.released.append(
            Released(person=span.exact, by=giver, to=receiver, evidence=(span,))
        )
    returned = _in_exchange(telling)
    for head in returned:
        if suits_prisoners(draft, head):
            first = next((r for r in telling.released if r.to), None)
            _returned(draft, telling, head, giver, taker or (first.to if first else None))
            exchange = True
            retold = (head, head.head)
            tellings[:] = [t for t in tellings if t is telling or t.trigger.token not in retold]
    if exchange:
        _two_sides(draft, telling)


def _in_exchange(telling: Telling) -> list[Token]:
    """The heads of « en échange de … » after a release in its sentence; of « en échange de la
    libération de … » those who are freed."""
    token = telling.trigger.token
    if telling.kind.kind != "release":
        return []
    heads = [
        t
        for t in token.doc[token.i + 1 : token.sent.end]
        if t.pos_ in ("NOUN", "PROPN")
        and t.dep_ != "conj"
        and preposition(t) in ("en échange de", "contre")
        and not t.dep_.startswith("flat")
    ]
    return [_freed_by(head) for head in heads]


def _freed_by(head: Token) -> Token:
    """« la libération de dix soldats »: the soldiers."""
    if not lemmas(head) & {"libération", "remise", "élargissement", "retour", "grâce", "clémence"}:
        return head
    return next((c for c in head.children if c.i > head.i and preposition(c) == "de"), head)


def _nation(draft: Draft, span: Span) -> str | None:
    """The state of « 39 prisonniers palestiniens », by their adjective or name."""
    for mention in draft.mentions:
        if mention.form == "people" and span.start <= mention.start < span.end:
            return next((p for a in mention.actors if (p := party_of(draft, a))), None)
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
    telling.kind = exchange_kind(draft)
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


def exchange_kind(draft: Draft) -> Kind:
    return next(k for k, _ in lexicon(draft.pack.code).nouns["échange"] if k.kind == "exchange")


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
        fixed.append(
            Released(
                person=freed.person,
                by=by,
                to=to,
                charge=freed.charge,
                sentence=freed.sentence,
                evidence=freed.evidence,
            )
        )
    telling.released[:] = fixed


def _captor(draft: Draft, telling: Telling, tellings: list[Telling]) -> Part | None:
    """« Deux marins capturés en mars par X ont été libérés »: who took them, told of the same words."""
    freed = {h.i for head in telling.trigger.slots.get("object", ()) for h in head.subtree}
    for other in tellings:
        taken = {head.i for head in other.trigger.slots.get("object", ())}
        held = other.kind.kind in ("detention", "sentencing") and other.status in TOLD
        if held and taken & freed:
            doers = [p for p in other.parts if p.part == "doer" and party_of(draft, p.actor)]
            tried = other.kind.kind == "sentencing" or bool(other.trigger.slots.get("par"))
            return doers[0] if doers and tried else None
    return None


def _holder(draft: Draft, person: str, tellings: list[Telling]) -> str | None:
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
        if part == "doer" and other.place is not None and other.place.country:
            return other.place.country
    return None


def _who_held(draft: Draft, tellings: list[Telling]) -> None:
    """A state that frees somebody is the one whose court or police held them, where the same
    sentence names no other."""
    for freeing in tellings:
        for freed in freeing.released:
            for held in tellings:
                if (
                    held.kind.kind not in ("detention", "sentencing")
                    or held.sentence != freeing.sentence
                    or not freed.by
                ):
                    continue
                if held.parties(draft) or not any(p.actor == freed.person for p in held.parts):
                    continue
                part = next(
                    (p for p in freeing.parts if party_of(draft, p.actor) == freed.by), None
                )
                if part is not None:
                    held.parts.append(Part(part.actor, "doer", part.span, freed.by))


def _charge(draft: Draft, span: Span) -> tuple[str | None, str | None]:
    """« condamné pour trahison », « accusé d'avoir … », « à 12 ans de colonie » after a name."""
    text = draft.article.text[span.end : span.end + 220]
    text = re.split(r"[.;\n]", text)[0]
    low = straight(text)
    charge = re.search(
        r"(?:accusée?s?|inculpée?s?|soupçonnée?s?) (?:par [^,]+? )?(?:de|d')\s?([^,]+)|(?:condamnée?s?|détenue?s?|arrêtée?s?|emprisonnée?s?|incarcérée?s?|poursuivie?s?)[^,]{0,60}? (?:pour|dans une affaire de|dans une affaire d') ?([^,]+)",
        low,
    )
    sentence = re.search(
        r"condamnée?s? (?:[^,]{0,30} )?à ((?:la |une |\w+ )?(?:\S+ ){0,3}?(?:ans?|mois|perpétuité|mort|peine)(?: de \S+| à vie| avec sursis)?)",
        low,
    )

    def words(match: re.Match[str] | None) -> str | None:
        if match is None:
            return None
        group = 1 if match.group(1) else 2
        return text[match.start(group) : match.end(group)].strip(' «»"“”') or None

    return words(charge), words(sentence) if sentence else None


def _one_exchange(draft: Draft, tellings: list[Telling]) -> None:
    """Releases by two sides, beside an exchange or « en contrepartie » of one another, are its parts."""
    releases = [t for t in tellings if t.kind.kind == "release" and t.status in TOLD and t.released]
    exchanges = [t for t in tellings if t.kind.kind == "exchange" and t.status in TOLD]
    for one in releases:
        before = [e for e in exchanges if 0 <= one.sentence - e.sentence <= 1 and not e.released]
        if before and not any(
            o is not one and abs(o.sentence - one.sentence) <= 2 for o in releases
        ):
            _beside(draft, one, before[0])
        for other in releases:
            if one is other or not 0 <= other.sentence - one.sentence <= 2:
                continue
            givers = {r.by for r in one.released} | {r.by for r in other.released}
            if None in givers or len(givers) != 2:
                continue
            said = _IN_RETURN.search(straight(other.around.exact)) or _IN_RETURN.search(
                straight(one.around.exact)
            )
            near = [e for e in exchanges if abs(e.sentence - one.sentence) <= 4]
            if said or near:
                _into(draft, one, other, near)


def _beside(draft: Draft, release: Telling, exchange: Telling) -> None:
    """The one release told after « un échange a eu lieu » is a half of it."""
    states = exchange.parties(draft)
    givers = {r.by for r in release.released} - {None}
    if states and not givers & set(states):
        return
    release.kind, release.reference = exchange.kind, "demonstrative"
    release.parts = [
        Part(p.actor, "participant" if p.part in ("by", "to") else p.part, p.span)
        for p in release.parts
    ]
    if states:
        _two_sides(draft, release)


def _into(draft: Draft, one: Telling, other: Telling, exchanges: list[Telling]) -> None:
    kind = exchanges[0].kind if exchanges else exchange_kind(draft)
    givers = [one.released[0].by, other.released[0].by]
    sides = [p for t in (one, other) for p in t.parts if party_of(draft, p.actor) in givers]
    for telling, to in ((one, givers[1]), (other, givers[0])):
        telling.kind = kind
        telling.reference = "demonstrative"
        telling.parts = [
            Part(p.actor, "participant" if p.part in ("by", "to") else p.part, p.span)
            for p in telling.parts
        ]
        known = {party_of(draft, p.actor) for p in telling.parts}
        telling.parts += [
            Part(p.actor, "participant", p.span)
            for p in sides
            if party_of(draft, p.actor) not in known
        ]
        telling.released[:] = [
            Released(
                person=r.person,
                by=r.by,
                to=r.to if r.to and r.to != r.by else to,
                charge=r.charge,
                sentence=r.sentence,
                evidence=r.evidence,
            )
            for r in telling.released
        ]
