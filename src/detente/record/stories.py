"""Which reports hang together: those that may tell of one event, that repeat each other, that give
the same words of somebody of the same matter, or that may tell what became of a promise. All that is
told of events is worked out among them, and among no others: what is joined, when reports came out,
what became of undertakings, where sources disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from detente.model import Article, Dispute, Event, Reading, Statement, Undertaking
from detente.record import blocks, dating, merging, sayings
from detente.record.actors import WhoIsWho
from detente.record.aftermath import WITHIN
from detente.record.against import AGAINST, ONCE, other_place, other_status
from detente.record.components import Links
from detente.record.context import Context
from detente.record.coordinates import locate
from detente.record.crediting import Credit
from detente.record.days import Days, of
from detente.record.disputed import APART, one_but_for
from detente.record.disputes import find_disputes
from detente.record.following import follow
from detente.record.mentions import Profile, lift, profile
from detente.record.outcomes import Outcomes, after, bits, mask, outcomes, speaks_of
from detente.record.rules import JOIN, pointing, reach
from detente.record.shelf import link
from detente.record.stable import fold

FORBIDDING = tuple(rule for rule in AGAINST if rule is not other_status)
SAID_APART = 2
"""Days within which words that two reports give of somebody were said once, where both name the same
state or body besides, or none; of what hangs together otherwise, whenever they came out."""
FOR_A_TIME = 3.0
"""What a time adds to the reach of what has none yet."""


@dataclass(frozen=True, slots=True)
class Story:
    """What some reports that hang together tell, each list in the order of the record."""

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    undertakings: tuple[Undertaking, ...]
    disputes: tuple[Dispute, ...]


def tell(
    articles: Sequence[Article], readings: Sequence[Reading], who: WhoIsWho, context: Context
) -> Story:
    """The story of reports that hang together, copies marked."""
    mentions, _ = lift(articles, readings, who)
    dated, found = dating.settle(articles, readings, mentions, who, context)
    published = tuple(dating.publish(a, dated) for a in articles)
    inferred = frozenset(a.id for a in published if a.published.basis == "inferred")
    credit = Credit(articles, context.outlets)
    actors = {a.id: a for a in who.actors}
    events = merging.share_places(
        [merging.event_of(profile, credit, inferred, actors) for profile in found]
    )
    event_ids = {
        (m.article, m.event.id): event.id
        for profile, event in zip(found, events, strict=True)
        for m in profile.mentions
    }
    statements = sayings.statements(articles, readings, who, dated)
    undertakings = follow(
        sayings.undertakings(articles, readings, who, event_ids, {e.id: e.date for e in events}),
        events,
        published,
        who,
    )
    return Story(
        articles=published,
        events=tuple(map(locate, events)),
        statements=tuple(map(credit.counted, statements)),
        undertakings=tuple(map(credit.counted, undertakings)),
        disputes=find_disputes(published, events, statements, who, credit),
    )


# ---------------------------------------------------------------- what hangs together


class Telling(NamedTuple):
    """What a report tells of one event, and the blocks in which it looks and stands."""

    event: Profile
    looks: frozenset[blocks.Block]
    stands: frozenset[blocks.Block]


class Sketch(NamedTuple):
    """So much of an event that most others can be seen not to be it."""

    families: frozenset[str]
    parties: frozenset[str]
    done_to: frozenset[str]
    """Who was freed in it, or met with what is done to a person once."""
    cities: frozenset[str]
    countries: frozenset[str]
    time: Days

    @classmethod
    def of(cls, event: Profile) -> Sketch:
        once = event.people if event.kinds & ONCE else frozenset()
        return cls(
            frozenset(event.families),
            frozenset(event.parties),
            frozenset({*event.released, *once}),
            frozenset(event.cities),
            frozenset(event.countries),
            event.time,
        )

    def near(self, other: Sketch) -> bool:
        """Events of one family of nearly one day; or else of times that can be one, of which neither
        place nor parties tell that they are two (`against.other_time`, `other_place`,
        `other_parties`)."""
        if self.families.isdisjoint(other.families):
            return False
        if self.time.single and other.time.single:
            return abs((self.time.first - other.time.first).days) <= APART
        if other_place(self, other):
            return False
        within = self.parties <= other.parties or other.parties <= self.parties
        if not within and self.done_to.isdisjoint(other.done_to):
            return False
        rounds = self.time.lasting or other.time.lasting
        return bool(rounds) or self.time.meet(other.time) is not None


class Outline(NamedTuple):
    """So much of what a report tells that most others can be seen to have no part in it."""

    events: tuple[Sketch, ...]
    promises: tuple[tuple[frozenset[str], Days, tuple[int, ...]], ...]
    """Who is bound by each promise, since when, and its matter as `outcomes.bits` has it."""
    acting: tuple[tuple[frozenset[str], Days], ...]
    """The parties of each deed that may answer a promise, and its time."""
    named: frozenset[str]
    """The states and bodies that it names."""
    words: bytes
    """The stems of all its sentences that may say what became of something (`outcomes.mask`)."""
    out: Days

    def near(self, other: Outline) -> bool:
        """Whether to look closer: one may tell what became of what the other tells as undertaken, or
        they tell of events that are near each other."""
        if self._answers(other) or other._answers(self):
            return True
        return any(event.near(theirs) for event in self.events for theirs in other.events)

    def _answers(self, earlier: Outline) -> bool:
        return any(
            any(bound <= parties and after(since, at, WITHIN) for parties, at in self.acting)
            or (
                (bound <= self.named or self.named <= bound)
                and after(since, self.out, WITHIN)
                and speaks_of(self.words, matter, since.known and self.out.known)
            )
            for bound, since, matter in earlier.promises
        )


class Told(NamedTuple):
    """What a report tells, as far as its own date and words settle when."""

    events: Sequence[Telling]
    outcomes: Outcomes

    def outline(self) -> Outline:
        done = self.outcomes
        return Outline(
            events=tuple(Sketch.of(told.event) for told in self.events),
            promises=tuple((p.bound, p.since, bits(p.matter)) for p in done.promises),
            acting=tuple((frozenset(deed.parties), deed.time) for deed in done.deeds),
            named=done.named,
            words=mask(done.words),
            out=done.out,
        )


def told_by(article: Article, reading: Reading, who: WhoIsWho, context: Context) -> Told:
    """What a report tells, each mention by itself."""
    actors = {a.id: a for a in who.actors}
    own, window = of(article.published.date), context.window
    mentions, _ = lift([article], [reading], who)
    found = [profile(dating.placed(m, own, window), who, actors) for m in mentions]
    events = [
        Telling(p, frozenset(blocks.looks(p)), frozenset(blocks.stands(p)))
        for p in found
        if _reach(p) >= JOIN or pointing(p)
    ]
    return Told(events, outcomes(article, reading, found, who))


def _reach(told: Profile) -> float:
    """The most that the rules can give it, once its report is dated."""
    dated_later = not told.time.told and told.mentions[0].event.when is not None
    return reach(told) + FOR_A_TIME * dated_later


def links_of(
    article: Article, reading: Reading, head: str | None, told: Told, who: WhoIsWho
) -> Links:
    """Where a report meets others. `head` is the report that stands for it and those that repeat it,
    where there are any."""
    binds = {link("copy", head)} if head else set()
    out = of(article.published.date)
    days = out.first.toordinal() // SAID_APART
    states = {actor.id: actor.country for actor in who.actors}
    for said in reading.statements if out.known else ():
        words = fold(said.quote)
        if said.speaker and len(words.split()) >= sayings.FEWEST:
            speaker = who.of(article.id, said.speaker)
            others = told.outcomes.named - {speaker, states.get(speaker)} or {""}
            binds |= {
                link("said", speaker, words, other, n) for other in others for n in (days, days + 1)
            }
    looks, stands = told.outcomes.links()
    for event, looking, standing in told.events:
        looked, stood = blocks.seasons(event)
        looks |= {link(*block, season) for block in looking for season in looked}
        stands |= {link(*block, season) for block in standing for season in stood}
    return Links(tuple(sorted(binds)), tuple(sorted(looks)), tuple(sorted(stands)))


def order(article: Article, reading: Reading) -> tuple[Any, ...]:
    """Where a report is best put in, of many that come at once: those with promises first, which look
    among all of their years that name one who is bound, while the others look for promises of their matter; then by
    day, since what is told of one event is told in the same days."""
    return not reading.undertakings, article.published.date or ""


def touch(one: Told, other: Told) -> bool:
    """Whether two reports may tell of one event, or one of what became of a promise in the other."""
    return one.outcomes.touches(other.outcomes) or any(
        not a.looks.isdisjoint(b.stands) and _may_be_one(a.event, b.event)
        for a in one.events
        for b in other.events
    )


def _may_be_one(a: Profile, b: Profile) -> bool:
    """Nothing that is told forbids it, but that one happened and the other is denied or planned."""
    return not any(rule(a, b) for rule in FORBIDDING) or one_but_for(a, b) is not None
