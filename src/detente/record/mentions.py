"""Mentions of events as the record compares them: record-wide ids, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from detente.model import (
    Actor,
    Article,
    Claim,
    Event,
    Participant,
    Place,
    Reading,
    Released,
    Span,
    When,
)
from detente.record.actors import WhoIsWho
from detente.record.cues import once_named
from detente.record.days import UNKNOWN, Days
from detente.record.leads import counted, just_over, not_out_in, opens_with, told_on
from detente.record.numbers import FREED, HELD, TALLY, goes_on, numbers_of
from detente.record.signing import PACTS, awaits, signs
from detente.record.spelling import key, tokens
from detente.record.stable import fold, rank

FAMILIES = {
    "talks": "meeting",
    "mediation": "meeting",
    "visit": "meeting",
    "speech": "meeting",
    "exchange": "release",
    "release": "release",
    "agreement": "pact",
    "ceasefire": "pact",
}
"""Kinds that two reports may use for one event; any other kind is a family of its own."""

TOGETHER = frozenset({"talks", "call", "visit", "mediation", "agreement"})
"""Kinds whose people act for their states."""
GONE = frozenset({"denied", "hypothetical"})
AHEAD = frozenset({"planned", "proposed"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of an event in one report. `order` sorts mentions as their reports were stated
    to come out; `around` is the folded text about the trigger."""

    id: str
    event: Event
    article: str
    order: tuple[str, str, int, str]
    label: str = ""
    """The report in words that a user knows: its outlet, title or source."""
    around: str = ""
    lead: bool = False
    told_on: When | None = None
    """The weekday on which the first sentence of the report tells its news."""
    counted: int | None = None
    """The weekday to which « la veille » comes, counted from one told before."""
    opens: bool = False
    """What the report opens with as done, without a time of its own."""
    goes_on: bool = False
    """Told as a day of something that takes several (« se sont poursuivis »)."""
    signing: bool = False
    """The signing of an accord."""
    unsigned: bool = False
    """The conclusion of an accord that its report tells to be yet unsigned."""
    names: frozenset[str] = frozenset()
    """The word that names it, where one such event has that name (« l'invasion »)."""
    numbers: frozenset[tuple[str, float]] = frozenset()
    """How many it was done to: of a group that is expelled, of the dead."""
    time: Days = UNKNOWN
    out: Days = UNKNOWN
    """The days on which its report may have come out."""
    not_out: frozenset[int] = frozenset()
    """The months in which its report, which carries no date, cannot have come out."""
    window: Days = UNKNOWN
    """The days in which a year that it does not tell may be looked for."""

    @property
    def fresh(self) -> bool:
        """Told by a verb as what a report has to tell, without a time of its own: of the week before
        it came out."""
        told = self.event
        done = told.status in ("occurred", "ongoing") and not (told.nominal or told.earlier)
        return done and self.lead and told.when is None and self.out.known

    @property
    def start(self) -> int:
        """Offset of the trigger."""
        return self.order[2]

    @property
    def span(self) -> Span:
        """The words of the trigger; nothing at the report's start where none are told."""
        return self.event.mentions[0] if self.event.mentions else Span(self.article, 0, 0, "")


@dataclass(slots=True)
class Profile:
    """What is known of an event from the mentions joined so far."""

    mentions: list[Mention]
    time: Days
    kinds: set[str]
    statuses: set[str]
    parties: set[str]
    people: set[str]
    released: set[str]
    givers: set[str]
    """States that freed somebody."""
    targets: set[str]
    """States to whose people it was done."""
    cities: set[str]
    countries: set[str]
    venues: list[tuple[frozenset[str], frozenset[str]]]
    topics: set[str]
    numbers: set[tuple[str, float]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    """Bodies of states that take part: an army, a movement."""
    names: set[str] = field(default_factory=set)
    """Words that name one such event between two parties (« l'invasion »)."""
    goes_on: bool = False
    reasons: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, int, str]:
        """The earliest mention's order, which does not change when a later one is joined."""
        return self.mentions[0].order

    @property
    def articles(self) -> set[str]:
        return {m.article for m in self.mentions}

    @property
    def settled(self) -> dict[str, set[float]]:
        """The numbers of people that do not grow with time, as that of the dead does."""
        found: dict[str, set[float]] = {}
        for attribute, value in self.numbers:
            if attribute == "number" or attribute.startswith((FREED, TALLY)):
                found.setdefault(attribute, set()).add(value)
        return found

    @property
    def families(self) -> set[str]:
        return {FAMILIES.get(kind, kind) for kind in self.kinds}

    def joined(self, other: Profile, time: Days, reason: str) -> Profile:
        """Both as one event."""
        first, second = sorted((self, other), key=lambda p: p.key)
        return Profile(
            mentions=sorted(first.mentions + second.mentions, key=lambda m: m.order),
            time=time,
            kinds=self.kinds | other.kinds,
            statuses=self.statuses | other.statuses,
            parties=self.parties | other.parties,
            people=self.people | other.people,
            released=self.released | other.released,
            givers=self.givers | other.givers,
            targets=self.targets | other.targets,
            cities=self.cities | other.cities,
            countries=self.countries | other.countries,
            venues=first.venues + second.venues,
            topics=self.topics | other.topics,
            numbers=self.numbers | other.numbers,
            bodies=self.bodies | other.bodies,
            names=self.names | other.names,
            goes_on=self.goes_on or other.goes_on,
            reasons=[*first.reasons, *second.reasons, reason],
        )


def lift(
    articles: Sequence[Article], readings: Iterable[Reading], who: WhoIsWho
) -> tuple[list[Mention], dict[tuple[str, str], str]]:
    """All mentions in order, actors named by the record's ids; and (article, local event id) to
    the mention's id."""
    texts = {a.id: a for a in articles}
    actors = {a.id: a for a in who.actors}
    found: list[Mention] = []
    ids: dict[tuple[str, str], str] = {}
    for reading in readings:
        article = texts[reading.article]
        news = told_on(article, reading)
        unsigned = awaits(article, reading.events)
        not_out = frozenset() if article.published.date else not_out_in(reading)
        for event in reading.events:
            start = event.mentions[0].start if event.mentions else 0
            lead = start <= max(500, len(article.text) // 5)
            opens = opens_with(article, reading.events, event) or (
                lead and news is not None and just_over(article, event)
            )
            identifier = f"{article.id}#{event.id}"
            ids[(article.id, event.id)] = identifier
            event = rename(event, article.id, who)
            found.append(
                Mention(
                    id=identifier,
                    event=event,
                    article=article.id,
                    order=(*rank(article), start, event.id),
                    label=" ".join(w for w in (article.outlet, f"“{article.title}”") if w)
                    if article.title
                    else article.outlet or article.source,
                    around=fold(article.text[max(0, start - 40) : start + 60]),
                    lead=lead,
                    told_on=news,
                    counted=counted(event, reading),
                    opens=opens,
                    goes_on=goes_on(event, article),
                    signing=signs(article, event),
                    unsigned=unsigned and event.kind in PACTS and event.status == "occurred",
                    names=_names(event, article),
                    numbers=numbers_of(event, article, actors),
                    not_out=not_out,
                )
            )
    return sorted(found, key=lambda m: m.order), ids


def rename(event: Event, article: str, who: WhoIsWho) -> Event:
    """An event of a reading with the record's actor ids in it."""

    def of(local: str | None) -> str | None:
        return None if local is None else who.of(article, local)

    def named(local: str) -> str:
        return who.of(article, local)

    return msgspec.structs.replace(
        event,
        parties=tuple(dict.fromkeys(map(named, event.parties))),
        participants=tuple(
            Participant(actor=named(p.actor), part=p.part, side=of(p.side), evidence=p.evidence)
            for p in event.participants
        ),
        released=tuple(
            Released(
                person=named(r.person),
                by=of(r.by),
                to=of(r.to),
                charge=r.charge,
                sentence=r.sentence,
                evidence=r.evidence,
            )
            for r in event.released
        ),
        claims=tuple(
            Claim(attribute=c.attribute, value=c.value, source=of(c.source), evidence=c.evidence)
            for c in event.claims
        ),
        articles=(article,),
    )


def sides(parties: Iterable[str], actors: Mapping[str, Actor]) -> set[str]:
    """The parties to compare by: a state for a body or group of it; groups of no state are left
    out, since each report words them in its own way."""
    found = set()
    for party in parties:
        actor = actors.get(party)
        if actor is None or actor.kind == "state" or (actor.kind != "group" and not actor.country):
            found.add(party)
        elif actor.country:
            found.add(actor.country)
    return found


def profile(mention: Mention, who: WhoIsWho, actors: Mapping[str, Actor]) -> Profile:
    """What one mention tells. `actors` is the record's actors by id."""
    kinds = {i: actors[i].kind for i in _named(mention.event) if i in actors}
    event = mention.event
    place = event.place
    persons = {p.actor for p in event.participants if kinds.get(p.actor) == "person"}
    freed = {r.person for r in event.released if kinds.get(r.person) == "person"}
    targets = _targets(event, actors)
    return Profile(
        mentions=[mention],
        time=mention.time,
        kinds={event.kind},
        statuses={event.status},
        parties=parties_of(event, actors) | (targets if event.kind in HELD else set()),
        people=persons | freed,
        released=freed,
        targets=targets,
        givers=sides((r.by for r in event.released if r.by), actors),
        cities=_city(place),
        countries={place.country} if place and place.country else set(),
        venues=[_venue(event.venue, place, who)] if event.venue else [],
        topics=set(event.topics),
        numbers=set(mention.numbers),
        bodies={i for i in _named(event) if kinds.get(i) == "organisation" and actors[i].country},
        names=set(mention.names),
        goes_on=mention.goes_on,
        reasons=[f"in one report: {reason}" for reason in event.reasons],
    )


def parties_of(
    event: Event, actors: Mapping[str, Actor], *, without: frozenset[str] = frozenset()
) -> set[str]:
    """The sides of an event; where none is named, or only one of what people hold together, the
    states of its people as well, but for those with parts of `without`."""
    found = sides(event.parties, actors)
    if not found or (event.kind in TOGETHER and len(found) < 2):
        found |= _states_of_people(event, actors, {"target", "released", *without})
    return found


def _targets(event: Event, actors: Mapping[str, Actor]) -> set[str]:
    found = set()
    for participant in event.participants:
        actor = actors.get(participant.actor)
        if participant.part == "target" and (participant.side or actor):
            state = participant.side or (actor.country if actor else None)
            found |= {state} if state else set()
    return found


def _states_of_people(event: Event, actors: Mapping[str, Actor], without: set[str]) -> set[str]:
    found = {
        p.side or (actors[p.actor].country if p.actor in actors else None)
        for p in event.participants
        if p.part not in without
    }
    return {state for state in found if state}


def _venue(venue: str, place: Place | None, who: WhoIsWho) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of a venue and the states that it belongs to (« consulat de Suède à
    Tunis » belongs to Sweden, and not to where it stands)."""
    words, states = who.peoples.split(venue)
    if place is not None:
        words -= set(fold(place.city or "").split())
        states = states - {place.country} if len(states) > 1 and place.country else states
    return words, frozenset(states)


def _city(place: Place | None) -> set[str]:
    """A city by its name across spellings (« Bichkek », “Bishkek”), and by where it lies."""
    if place is None or not place.city:
        return set()
    found = {" ".join(key(word) for word in tokens(place.city))}
    if place.latitude is not None and place.longitude is not None:
        found.add(f"{place.latitude:.1f} {place.longitude:.1f}")
    return found


def _names(event: Event, article: Article) -> frozenset[str]:
    word = fold(event.mentions[0].exact) if event.mentions else ""
    named = event.nominal and event.reference != "new" and (event.count or 1) == 1
    return frozenset({word} if named and word in once_named(article.language) else ())


def _named(event: Event) -> set[str]:
    return {p.actor for p in event.participants} | {r.person for r in event.released}


def timed(mention: Mention, time: Days, out: Days, window: Days) -> Mention:
    """The mention with its time as now known."""
    return replace(mention, time=time, out=out, window=window)
