"""One telling of an event: a trigger with all that its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType

from detente.codebook import Kind
from detente.language.doc import Token
from detente.model import DateMention, Place, Released, Span, Status
from detente.reading.draft import Draft, Mention
from detente.reading.events.borrowing import from_clause, owners_of, speaker_of
from detente.reading.events.brokers import BROKERED, broker_part
from detente.reading.events.couples import couple_at
from detente.reading.events.fitting import measures
from detente.reading.events.grounds import add_ground
from detente.reading.events.lexicon import Lexicon
from detente.reading.events.owned import owned
from detente.reading.events.parts import Part
from detente.reading.events.referring import mutual, refer, topics_in
from detente.reading.events.status import of_known_decision, status_of
from detente.reading.events.syntax import (
    children,
    clause_tokens,
    lemmas,
    preposition,
)
from detente.reading.events.triggers import PACT, Trigger
from detente.reading.events.when import Times, to_be
from detente.reading.events.where import Where, names_place, place_of, where_is
from detente.reading.events.who import actors_in, is_person, is_state, nation_of, party_of
from detente.reading.events.within import took

OF_ONE = frozenset({"detention", "sentencing", "extradition"})
"""Kinds done to one person, whose own state takes no part in them by that."""


@dataclass(slots=True)
class Telling:
    """What one clause says of an event; `sentence` counts from 0."""

    kind: Kind
    status: Status
    trigger: Trigger
    sentence: int
    span: Span
    around: Span
    parts: list[Part] = field(default_factory=list)
    date: DateMention | None = None
    place: Place | None = None
    place_span: Span | None = None
    venue: str | None = None
    venue_span: Span | None = None
    duration: DateMention | None = None
    topics: dict[str, Span] = field(default_factory=dict)
    released: list[Released] = field(default_factory=list)
    loose: list[tuple[str, Span]] = field(default_factory=list)
    """Freed people without a name, by their words (“900 prisonniers talibans”)."""
    reference: str = "new"
    ordinal: int | None = None
    count: int | None = None
    headline: bool = False
    private: bool = False
    took: bool = False
    """Whether its word follows how long it took: « trois jours de dialogue »."""

    @property
    def generic(self) -> bool:
        """Whether the word only takes up what is told elsewhere: « le dialogue », but not « le dialogue
        s'est ouvert en mai à Mexico », « A et B ont renoué lundi le dialogue »."""
        trigger = self.trigger
        carried = not trigger.nominal or trigger.light is not None or bool(trigger.held)
        sides = self.kind.kind == "talks" and len({part.actor for part in self.parts}) > 1
        known = sides or (carried and (self.place is not None or self.kind.kind == "attack"))
        dated = self.date is not None and (carried or self.date.when.span != "since")
        return trigger.frame.generic and not (dated and known) and not self.measured

    @property
    def measured(self) -> bool:
        """« trois jours de dialogue », « une semaine de négociations »: talks that took that long."""
        return self.kind.kind == "talks" and self.took

    def parties(self, draft: Draft) -> tuple[str, ...]:
        """States and bodies that take part, each once, in order of the text."""
        found: list[str] = []
        for part in self.parts:
            if part.part == "target" and self.kind.kind in OF_ONE and is_person(draft, part.actor):
                continue
            party = part.side or party_of(draft, part.actor)
            if part.part == "to" and party == part.actor and not is_state(draft, party):
                continue
            if party and not part.aside and party not in found and part.part != "none":
                found.append(party)
        return tuple(found)

    def bodies(self, draft: Draft) -> frozenset[str]:
        """The bodies named that are no states: « le gouvernement », « la guérilla »."""
        found = (p.actor for p in self.parts if p.actor in draft.actors)
        return frozenset(a for a in found if draft.actors[a].kind == "organisation")

    def people(self, draft: Draft) -> frozenset[str]:
        """Who is named, but for those who only brought it about or gave it room."""
        return frozenset(
            p.actor
            for p in self.parts
            if is_person(draft, p.actor) and p.part not in ("mediator", "host", "witness")
        )


def tell(
    draft: Draft,
    lexicon: Lexicon,
    trigger: Trigger,
    times: Times,
    owners: frozenset[int],
    sentence: int,
    headline: bool,
) -> Telling | None:
    """What the clause of a trigger says, or None where it tells of no event."""
    date = times.of(trigger)
    words = draft.pack.module("frames")
    status = status_of(draft, trigger, headline=headline, date=date)
    if status is None:
        return None
    token = trigger.token
    telling = Telling(
        kind=trigger.kind,
        status=status,
        trigger=trigger,
        sentence=sentence,
        span=draft.tokens_span(token.i, token.i),
        around=draft.span(token.sent.start_char, token.sent.end_char),
        headline=headline,
        took=took(token, words),
    )
    telling.date = to_be(draft, date, trigger.verb) if status == "planned" else date
    telling.duration = times.duration(trigger)
    where = where_is(draft, trigger, owners)
    telling.place, telling.place_span = where.place, where.span
    telling.venue, telling.venue_span = where.venue, where.venue_span
    _fill(draft, trigger, telling, where)
    if not trigger.nominal and _repeated(token, words):
        telling.count = 2
    if not trigger.nominal and of_known_decision(token, words):
        telling.reference = "demonstrative"
    if trigger.nominal:
        from_clause(draft, trigger, telling)
        refer(draft, trigger, telling)
        mutual(draft, trigger, telling)
    if where.about is not None and not any(is_state(draft, p) for p in telling.parties(draft)):
        span = draft.span(where.about.start, where.about.end)
        telling.parts += [Part(a, "participant", span) for a in where.about.actors]
    add_ground(draft, telling)
    doers = {party_of(draft, p.actor) for p in telling.parts if p.part in ("doer", "by", "speaker")}
    telling.parts += owned(draft, trigger, frozenset(filter(None, doers)))
    telling.topics = topics_in(draft, telling.around)
    return telling


def _repeated(verb: Token, words: ModuleType) -> bool:
    """« ont parlé trois fois », « à plusieurs reprises »."""
    sentence = verb.sent.plain
    if not any(word in sentence for word in words.REPEATS):
        return False
    return words.REPEATEDLY.search(" ".join(t.plain for t in clause_tokens(verb))) is not None


def _fill(draft: Draft, trigger: Trigger, telling: Telling, where: Where) -> None:
    """Gives every actor in a slot its part; a place where the event was is no party."""
    slots, frame = trigger.slots, trigger.frame
    words, grammar = draft.pack.module("frames"), draft.doc.grammar
    by = grammar.cases.by
    carried = trigger.light is not None and not trigger.happens
    for slot, heads in slots.items():
        part = frame.slots.get(slot) or trigger.folded.get(slot)
        if part is None and slot in grammar.to and carried and trigger.kind.joint:
            part = "participant" if lemmas(trigger.verb) & words.OFFER else None
        if slot == by and part is None:
            part = frame.slots.get("subject")
        if part is None or part == "none":
            continue
        if carried and slot in ("subject", by) and trigger.light is not None:
            hosts = lemmas(trigger.light) & words.HOST - words.CONVENES
            if hosts and trigger.kind.joint and part == "participant":
                part = "host"
            with_side = any(actors_in(draft, h) for h in slots.get(grammar.cases.with_, ()))
            brought = lemmas(trigger.light) & words.MEDIATE and trigger.kind.kind in BROKERED
            if brought and not (
                with_side and trigger.kind.kind in PACT
            ):  # but « a négocié une trêve avec X »
                part = "mediator"
        if slot == "possessive" and not any(actors_in(draft, head) for head in heads):
            grammar = draft.doc.grammar
            others = slots.get(grammar.cases.with_)  # « ses pourparlers avec X »
            whose = grammar.possessives if others else grammar.theirs
            theirs = part == "participant" and any(h.plain in whose for h in heads)
            own = theirs or part in ("doer", "speaker", "target")
            heads = owners_of(draft, trigger.verb) if heads and own else []
        for head in heads:
            here = part
            if slot == "subject" and trigger.light and lemmas(trigger.light) & words.UNDERGOES:
                here = "target" if part == "doer" else part
            elif slot in ("subject", by) and part == "participant" and _hosts(head, words):
                here = "host"
            elif part == "participant" and trigger.nominal:
                here = broker_part(draft, trigger, head, slot) or part
            if here != "none":
                _place_in(draft, trigger, telling, head, slot, here)
    goes = {p.actor for p in telling.parts if p.part == "doer"}
    telling.parts = [p for p in telling.parts if p.part != "place" or p.actor not in goes]


def _hosts(agent: Token, words: ModuleType) -> bool:
    """« des pourparlers accueillis par X »: whoever gives an event its room is no side of it."""
    verb = agent.head
    return verb.dep_ == "acl" and bool(lemmas(verb) & words.HOST - words.CONVENES)


def _place_in(
    draft: Draft, trigger: Trigger, telling: Telling, head: Token, slot: str, part: str
) -> None:
    grammar, sent_by = draft.doc.grammar, draft.pack.module("frames").SENT_TO
    sent_to = part == "target" and trigger.kind.kind in (
        "expulsion",
        "recall",
        "closure",
        "appointment",
        "dismissal",
    )
    actors = actors_in(draft, head, posted=sent_to)
    if slot == "subject" and (trigger.kind.joint or part == "to") and not actors:
        telling.parts += [Part(actor, part, span) for actor, span in speaker_of(draft, head)]
    token = trigger.token
    if not trigger.nominal and token.dep_ == "acl" and head.i < token.i:
        # « le journaliste X, condamné en mai, et le pasteur Y » tells it of X alone
        before = [(a, m) for a, m in actors if m.first < token.i]
        actors = before if any(is_person(draft, a) for a, _ in before) else actors
    if part == "participant" and not any(party_of(draft, a) for a, _ in actors):
        for party, span in couple_at(draft, head):
            if not any(p.actor == party for p in telling.parts):
                telling.parts.append(Part(party, part, span))
    if part == "released" and not any(is_person(draft, a) for a, _ in actors):
        telling.loose.append((slot, phrase_of(draft, head)))
    for actor, mention in actors:
        mapped = slot in sent_by and part != "none"
        if (
            part not in ("place", "to")
            and not sent_to
            and not mapped
            and _is_where(draft, telling, mention)
        ):
            continue
        part_here = "target" if part == "released" and not is_person(draft, actor) else part
        if (
            slot in grammar.to
            and part == "target"
            and trigger.nominal
            and trigger.kind.kind == "sanctions"
            and (trigger.light is None or not _laid_on(head, trigger))
        ):
            continue
        if (
            part == "target"
            and trigger.kind.kind == "attack"
            and mention.city
            and mention.head == head.i
            and telling.place is None
        ):
            telling.place, telling.place_span = _destination(draft, mention)
        if part == "place":
            goal, goal_span = _destination(draft, mention)
            there = telling.place
            # « est arrivé à Alger, après un mois au Maroc »: a journey is where it goes
            goes = trigger.kind.kind == "visit" and not trigger.nominal
            moved = goes and goal is not None and goal.city is not None
            if there is None or (moved and goal is not None and there.country != goal.country):
                telling.place, telling.place_span = goal, goal_span
        if (
            part == "host"
            and not is_person(draft, actor)
            and mention.form == "place"
            and trigger.nominal
        ):
            if telling.place is None:
                telling.place, telling.place_span = _destination(draft, mention)
            if trigger.kind.joint:
                continue
        if not any(p.actor == actor and p.part == part_here for p in telling.parts):
            brought = part_here in ("host", "mediator") and trigger.kind.kind != "mediation"
            aside = brought and trigger.nominal
            span = draft.span(mention.start, mention.end)
            freed = part_here == "released" and party_of(draft, actor) is None
            side = nation_of(draft, head) if freed else None
            telling.parts.append(Part(actor, part_here, span, side, aside))


def _laid_on(head: Token, trigger: Trigger) -> bool:
    """« a imposé des sanctions à douze responsables »: a complement of the verb that lays them on."""
    light = trigger.light
    return light is not None and head.head.i in (light.i, trigger.token.i)


def _destination(draft: Draft, mention: Mention) -> tuple[Place | None, Span | None]:
    return place_of(draft, mention), draft.span(mention.start, mention.end)


def _is_where(draft: Draft, telling: Telling, mention: Mention) -> bool:
    """A city or country after à, en, dans is where it was."""
    if not names_place(draft, mention):
        return False
    at = telling.place_span
    if at is not None and at.start <= mention.start < at.end:
        return True
    before = draft.doc[mention.first - 1] if mention.first else None
    grammar, slots = draft.doc.grammar, telling.trigger.slots
    own = mention.city or slots.get(grammar.cases.between) or slots.get(grammar.cases.with_)
    if (
        own
        and telling.kind.joint
        and telling.trigger.nominal
        and before is not None
        and before.plain in grammar.just_of
        and draft.doc[mention.head].head.i == telling.trigger.token.i
    ):
        if telling.place is None:
            telling.place, telling.place_span = _destination(draft, mention)
        return True
    return before is not None and before.plain == grammar.cases.in_ and mention.city is None


def phrase_of(draft: Draft, head: Token) -> Span:
    """The words of a phrase without its clauses: « 900 prisonniers talibans »."""
    first = last = head.i
    some, of = draft.pack.module("frames").SOME, draft.doc.grammar.of
    while first > head.sent.start and (
        head.doc[first - 1].pos_ in ("NUM", "ADJ") or head.doc[first - 1].plain in some
    ):
        first -= 1
    for child in head.children:
        if child.dep_ in ("amod", "flat", "flat:name") and child.i > head.i:
            last = max(last, child.i)
        if (
            child.dep_ == "nmod"
            and preposition(child) in of
            and (measures(draft, head) or abs(child.i - head.i) <= 3)
        ):
            last = max(last, child.i, *(g.i for g in children(child, "amod")))
    return draft.tokens_span(first, last)
