"""Where sources cannot all be right about the same event.

Values of one attribute are compared after normalising: they agree, one is finer (an embassy and
its garden; May and 5 May), one is an update (a later, higher count), they differ, or one
denies the other. Only the last two are disputes. None is better than a false one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from detente.language.doc import straight
from detente.model import Actor, Article, Dispute, Event, Position, Span, Statement
from detente.record import days
from detente.record.accusations import accusations
from detente.record.actors import WhoIsWho
from detente.record.blame import blame
from detente.record.comparing import Told, compare
from detente.record.counts import counts
from detente.record.crediting import Credit
from detente.record.cues import hollow, patterns, topics_in
from detente.record.differing import differences, freed, numbers
from detente.record.figures import figures
from detente.record.mentions import FAMILIES
from detente.record.positions import position, sentence_at
from detente.record.rebuttals import rebuttals
from detente.record.stable import fold, short_hash

MEETINGS = frozenset({"talks", "call", "visit", "mediation"})
SHORTLY = 400
"""Characters after what a report told within which one of the parties denies it."""
NEAR = 1500
"""Characters within which an excluded matter is of the meeting last told."""
BY_VALUE = frozenset(
    "duration killed wounded deaths injured dead victims number count expelled arrested detained "
    "turnout participants_number released_number".split()
)
"""Attributes whose values are numbers or durations, which can be compared as such."""


def find_disputes(
    articles: Sequence[Article],
    events: Sequence[Event],
    statements: Sequence[Statement],
    who: WhoIsWho,
    credit: Credit,
) -> tuple[Dispute, ...]:
    """All disputes, by id. A report that copies another has no say of its own."""
    own = {a.id: a for a in articles if a.copy_of is None}
    actors = {a.id: a for a in who.actors}
    found = [
        *(_dispute(*difference) for difference in differences(own, events, credit)),
        *_on_agendas(own, events, who),
        *(_dispute(*denied) for denied in accusations(own, events, actors)),
        *(_dispute(*laid) for laid in blame(own, events, who.actors)),
        *(_dispute(*rebuttal) for rebuttal in rebuttals(own, events, statements, who.actors)),
        *_on_values(own, events, statements, actors, credit),
        *_on_counts(own, events),
        *_on_whether(own, events, actors),
    ]
    once = {(d.event, d.attribute): d for d in sorted(found, key=lambda d: d.id, reverse=True)}
    return tuple(sorted(once.values(), key=lambda d: d.id))


def _dispute(event: Event, attribute: str, positions: Sequence[Position]) -> Dispute:
    return Dispute(
        id="d-" + short_hash(event.id, attribute),
        event=event.id,
        attribute=attribute,
        positions=tuple(positions),
    )


# ---------------------------------------------------------------- what a meeting was about


def _on_agendas(
    articles: Mapping[str, Article], events: Sequence[Event], who: WhoIsWho
) -> Iterator[Dispute]:
    """One voice says that a matter is not spoken of at a meeting which another says it is for."""
    meetings: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in MEETINGS and event.status not in ("denied", "hypothetical"):
            for told_by in {m.article for m in event.mentions}:
                meetings[told_by].append(event)
    for article in articles.values():
        text = straight(article.text)
        for pattern in patterns(article.language, "excluded"):
            for match in pattern.finditer(text):
                meeting = _meeting_before(meetings[article.id], article.id, match.start())
                if meeting is None:
                    continue
                matter = article.text[match.start("what") : match.end("what")]
                purposes = _purposes(meeting, articles, matter, (article.id, match.start()))
                told = list({p.evidence: p for p in purposes}.values())
                if told:
                    denied = position(article, match.start(), match.end())
                    yield _dispute(meeting, "topics", [*told[:3], denied])


def _meeting_before(events: Iterable[Event], article: str, offset: int) -> Event | None:
    """Of the meetings that a report speaks of, the one of which it last spoke before an offset."""
    best: tuple[int, str, Event] | None = None
    for event in events:
        starts = [m.start for m in event.mentions if m.article == article and m.start < offset]
        if starts and offset - max(starts) <= NEAR and (best is None or max(starts) > best[0]):
            best = (max(starts), event.id, event)
    return best[2] if best else None


def _purposes(
    event: Event, articles: Mapping[str, Article], matter: str, denied: tuple[str, int]
) -> Iterator[Position]:
    """What reports say the meeting is for, where that is the excluded matter."""
    for mention in event.mentions:
        article = articles.get(mention.article)
        if article is None:
            continue
        text = straight(article.text)
        start, end = sentence_at(text, mention.start)
        if article.id == denied[0] and start <= denied[1] < end:
            continue
        if any(p.search(text, start, end) for p in patterns(article.language, "excluded")):
            continue
        for pattern in patterns(article.language, "purpose"):
            cue = pattern.search(text, mention.start, end)
            if cue and _speaks_of(article.text[cue.start() : end], matter, article.language):
                yield position(article, cue.start(), end)
                break


def _speaks_of(words: str, matter: str, language: str | None) -> bool:
    """Whether words are on a matter: all its proper names are in them, or without any, its topics
    or all its telling words."""
    said = set(fold(words).split())
    names = {fold(w) for w in re.findall(r"\b[A-ZÀ-Ý][\w-]{3,}", matter[1:] if matter else "")}
    names |= {fold(w) for w in re.findall(r"(?:^|['’\s])([A-ZÀ-Ý][\w-]{3,})", matter)}
    names -= hollow(language)
    if names:
        return names <= said
    topics = topics_in(matter, language)
    if topics:
        return topics <= topics_in(words, language)
    telling = {w for w in fold(matter).split() if len(w) > 3} - hollow(language)
    return bool(telling) and telling <= said


# ---------------------------------------------------------------- whether it is so


def _on_whether(
    articles: Mapping[str, Article], events: Sequence[Event], actors: Mapping[str, Actor]
) -> Iterator[Dispute]:
    """One report tells that something happened, another that it did not; or one voice in a report denies
    what it has just told."""
    denied: dict[tuple[str, str | None], list[Event]] = {}
    at_once: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.status == "denied" and event.mentions:
            denied.setdefault((event.kind, event.date), []).append(event)
            family = FAMILIES.get(event.kind, event.kind)
            at_once.setdefault((event.mentions[0].article, family), []).append(event)
    for event in events:
        if event.status not in ("occurred", "ongoing") or not event.mentions:
            continue
        family = FAMILIES.get(event.kind, event.kind)
        for span in event.mentions:
            for other in at_once.get((span.article, family), ()):
                article = articles.get(span.article)
                same = not _others(event, other, actors)
                if article and same and _denies_at_once(article, span, event, other):
                    told = position(article, *sentence_at(article.text, span.start))
                    start, end = sentence_at(article.text, other.mentions[0].start)
                    side = next(iter(other.parties), None)
                    yield _dispute(event, "status", [told, position(article, start, end, side)])
        for other in denied.get((event.kind, event.date), ()):
            if _one_but_denied(event, other):
                yield _dispute(
                    event,
                    "status",
                    [
                        Position(
                            value=e.status, source=_outlet(e, articles), evidence=e.mentions[:1]
                        )
                        for e in (event, other)
                    ],
                )


def _others(event: Event, other: Event, actors: Mapping[str, Actor]) -> bool:
    """Whether one event is of people, or of groups freed, of whom another is not."""
    named, told = (
        {p.actor for p in e.participants} | {r.person for r in e.released} for e in (other, event)
    )
    if any(i in actors and actors[i].kind == "person" for i in named - told):
        return True
    words, known = (
        {
            w
            for r in e.released
            for w in fold(actors[r.person].name if r.person in actors else r.person).split()
        }
        for e in (other, event)
    )
    return not words <= known


def _denies_at_once(article: Article, told: Span, event: Event, other: Event) -> bool:
    """Whether one of the parties denies, shortly after a report told it, that there was such a thing."""
    start, end = sentence_at(article.text, other.mentions[0].start)
    if not told.end <= start <= told.end + SHORTLY or other.date not in (None, event.date):
        return False
    text = straight(article.text)
    says_so = any(p.search(text, start, end) for p in patterns(article.language, "denied"))
    same = bool(other.parties) and set(other.parties) <= set(event.parties)
    return says_so and same and (event.count or 1) == (other.count or 1)


def _one_but_denied(event: Event, other: Event) -> bool:
    if event.kind != other.kind or set(event.parties) != set(other.parties):
        return False
    if len(event.parties) < 2:
        return False
    a, b = days.of(event.date), days.of(other.date)
    if not (a.single and b.single and a.first == b.first):
        return False
    cities = {fold(e.place.city) for e in (event, other) if e.place and e.place.city}
    return len(cities) <= 1 and not set(event.articles) & set(other.articles)


def _outlet(event: Event, articles: Mapping[str, Article]) -> str | None:
    article = articles.get(event.mentions[0].article)
    return (article.outlet or article.id) if article else None


# ---------------------------------------------------------------- how many, how long


def _on_values(
    articles: Mapping[str, Article],
    events: Sequence[Event],
    statements: Sequence[Statement],
    actors: Mapping[str, Actor],
    credit: Credit,
) -> Iterator[Dispute]:
    """Claims on one attribute of one event whose values differ."""
    told: dict[tuple[str, str, str], list[Told]] = {}
    """By event, attribute and whom it is told of."""
    for event in events:
        for claim in event.claims:
            article = articles.get(claim.evidence[0].article) if claim.evidence else None
            if claim.attribute in BY_VALUE and article is not None:
                source = claim.source or article.outlet or article.id
                told.setdefault((event.id, claim.attribute, ""), []).append(
                    Told(claim, article, source)
                )
    for event in events:
        if event.status in ("occurred", "ongoing"):
            counted = list(numbers(event, articles, actors))
            told.setdefault((event.id, "number", ""), []).extend(counted)
            for state, number in freed(event, articles):
                told.setdefault((event.id, "number", state), []).append(number)
    for event, figure in figures(articles, events, statements):
        told.setdefault((event.id, figure.claim.attribute, ""), []).append(figure)
    by_id = {event.id: event for event in events}
    for (identifier, attribute, _), claims in sorted(told.items()):
        if any(compare(a, b) == "difference" for a, b in combinations(claims, 2)):
            yield _dispute(by_id[identifier], attribute, _by_value(claims, credit))


def _on_counts(articles: Mapping[str, Article], events: Sequence[Event]) -> Iterator[Dispute]:
    """Two voices in one report that number one thing differently."""
    for event, article, first, second in counts(articles, events):
        yield _dispute(event, "number", [position(article, *first), position(article, *second)])


def _by_value(claims: Iterable[Told], credit: Credit) -> list[Position]:
    by_value: dict[str, list[Told]] = {}
    for told in claims:
        by_value.setdefault(told.claim.value, []).append(told)
    return [
        Position(
            value=value,
            source=same[0].source,
            evidence=tuple(span for told in same for span in told.claim.evidence),
            sources=len(credit.behind(told.claim.evidence[0] for told in same)),
        )
        for value, same in sorted(by_value.items())
    ]
