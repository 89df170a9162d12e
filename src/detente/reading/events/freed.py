"""Who was freed by whom and handed to whom, in exchanges and releases."""

from __future__ import annotations

import re

from detente.model import Released, Span
from detente.reading.draft import Draft
from detente.reading.events.holders import captor, drop_tellers, holder, who_held
from detente.reading.events.members import settle_members
from detente.reading.events.parts import Part
from detente.reading.events.retold import TOLD
from detente.reading.events.swaps import in_return, one_exchange
from detente.reading.events.syntax import straight
from detente.reading.events.telling import Telling
from detente.reading.events.who import is_person, nation_in, party_of


def settle_freed(draft: Draft, tellings: list[Telling]) -> None:
    """Fills `released` of exchanges and releases; releases on both sides of an exchange become its
    parts."""
    _within(draft, tellings)
    settle_members(draft, tellings)
    for telling in list(tellings):
        if telling.kind.kind in ("exchange", "release") and telling in tellings:
            drop_tellers(draft, telling, tellings)
            _own(draft, telling, tellings)
    one_exchange(draft, tellings)
    who_held(draft, tellings)


def _within(draft: Draft, tellings: list[Telling]) -> None:
    """« X a été libéré samedi dans le cadre d'un échange entre A et B »: the exchange is what was done,
    and X's release its part."""
    freed_by: re.Pattern[str] = draft.pack.module("frames").FREED_BY
    for exchange in list(tellings):
        noun = exchange.trigger.token
        before = draft.doc.plain[noun.sent.start_char : noun.idx]
        if exchange.kind.kind != "exchange" or not freed_by.search(before):
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
    """Those whom a telling says to be freed, each with who held them and whose they are."""
    exchange = telling.kind.kind == "exchange"
    by = [p for p in telling.parts if p.part == "by"]
    to = [p for p in telling.parts if p.part == "to"]
    givers = {q for p in by if (q := party_of(draft, p.actor))}
    if not givers and not exchange and (taken := captor(draft, telling, tellings)):
        part, state = taken
        givers = {state}
        telling.parts.append(Part(part.actor, "by", part.span, part.side))
    giver = next(iter(givers)) if len(givers) == 1 else None
    taker = next((q for p in to if (q := party_of(draft, p.actor))), None)
    for part in [p for p in telling.parts if p.part == "released" and is_person(draft, p.actor)]:
        held_by = giver or holder(draft, part.actor, tellings)
        own = part.side or party_of(draft, part.actor)
        if held_by is None and len(givers - {own}) == 1:
            held_by = next(iter(givers - {own}))  # « A et B ont annoncé la libération de … »
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
        if exchange and not re.search(r"\d", span.exact) and len(span.exact.split()) < 2:
            continue
        own = nation_in(draft, span)
        receiver = taker or (own if own != giver else None)
        telling.released.append(
            Released(person=span.exact, by=giver, to=receiver, evidence=(span,))
        )
    in_return(draft, telling, tellings, giver, taker)


def _charge(draft: Draft, span: Span) -> tuple[str | None, str | None]:
    """« condamné pour trahison », « accusé d'avoir … », « à 12 ans de colonie » after a name."""
    text = draft.article.text[span.end : span.end + 220]
    text = re.split(r"[.;\n]", text)[0]
    low, frames = straight(text), draft.pack.module("frames")
    charge, sentence = frames.CHARGE.search(low), frames.SENTENCE.search(low)

    def words(match: re.Match[str] | None) -> str | None:
        if match is None:
            return None
        group = 1 if match.group(1) else 2
        return text[match.start(group) : match.end(group)].strip(' «»"“”') or None

    return words(charge), words(sentence) if sentence else None
