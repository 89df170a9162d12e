"""What became of what was promised: later events that carry it out or take it up, and later words
that it was broken or withdrawn. Each step of the history has its evidence and its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

import msgspec

from detente.language.doc import straight
from detente.model import Article, Event, HistoryStep, Span, Undertaking, UndertakingStatus
from detente.record import days
from detente.record.actors import WhoIsWho
from detente.record.acts import act_of, kind_told
from detente.record.aftermath import WITHIN, by_words, numbers_in
from detente.record.cues import STEM, cue, patterns, topics_in
from detente.record.stable import fold

CARRIES_OUT = frozenset(
    "talks mediation call visit exchange release restitution ceasefire withdrawal sanctions_relief "
    "agreement vote election appointment extradition aid".split()
)
"""Kinds whose occurrence is the doing of what was undertaken in their words."""
TAKES_UP = frozenset({"talks", "mediation", "vote", "agreement"})
"""Kinds that take a matter up without settling it."""
TOGETHER = frozenset({"talks", "call", "visit", "mediation", "agreement"})
"""Kinds that take two: one party alone cannot have carried them out."""
ALIKE: dict[str, frozenset[str]] = {
    "visit": TOGETHER - {"call"},
    "release": frozenset({"exchange"}),
    "exchange": frozenset({"release"}),
}
"""Other kinds in which something of a kind may be done: who goes to a city for talks has been there."""
FREES = frozenset({"release", "exchange"})
"""Kinds at which somebody is freed, who are told by their number or name more surely than who frees."""
LASTS = frozenset({"withdrawal", "disarmament"})
"""Kinds that begin and are under way long before they are done."""
NEWS = 7
"""Days before a report from which what it tells as done may be what had been undertaken before."""
CALLED = 2
"""Words by which somebody is told from others: « pilote indien », « cinq … iraniens »."""
STRONGEST: tuple[UndertakingStatus, ...] = (
    "withdrawn",
    "broken",
    "carried_out",
    "under_way",
    "open",
)


def follow(
    made: Sequence[Undertaking],
    events: Sequence[Event],
    articles: Sequence[Article],
    who: WhoIsWho,
) -> list[Undertaking]:
    """The undertakings with their history, in time's order, and the status that follows from it."""
    texts = {a.id: a for a in articles}
    since = [_made_on(undertaking, texts) for undertaking in made]
    said = by_words(made, since, texts, who.spoken_of(), who.peoples)
    later = _Later(events, texts, who)
    return [
        _followed(undertaking, [*later.answer(undertaking, day), *said.get(n, ())])
        for n, (undertaking, day) in enumerate(zip(made, since, strict=True))
    ]


def _followed(made: Undertaking, found: Sequence[HistoryStep]) -> Undertaking:
    steps = sorted(
        dict.fromkeys([*made.history, *found]),
        key=lambda s: (s.date or "", s.event or "", s.status),
    )
    statuses = [made.status, *(s.status for s in steps if s.status != "delayed")]
    return msgspec.structs.replace(
        made, history=tuple(steps), status=min(statuses, key=STRONGEST.index)
    )


class _Later:
    """Events by their parties and days, to be looked up as answers to what was undertaken."""

    def __init__(
        self, events: Sequence[Event], articles: Mapping[str, Article], who: WhoIsWho
    ) -> None:
        self._articles = articles
        self._names = {actor.id: actor.name for actor in who.actors if actor.kind != "state"}
        self._parties = {e.id: frozenset(e.parties) for e in events}
        self._of: dict[str, list[tuple[date, str, Event]]] = defaultdict(list)
        self._freeing: dict[str, list[tuple[date, str, Event]]] = defaultdict(list)
        """Those at which somebody is freed, by a word that the undertaking has to have."""
        for event in events:
            when = days.of(event.date) if event.date else _told_on(event, articles)
            first = when.first if when.known else date.min  # answers what is not dated either
            if event.status in ("occurred", "ongoing"):
                for party in event.parties:
                    self._of[party].append((first, event.id, event))
                for name, words in self._called(event) if event.kind in FREES else ():
                    for word in {*words[:1], *numbers_in(name)}:
                        self._freeing[word].append((first, event.id, event))
        for told in (*self._of.values(), *self._freeing.values()):
            told.sort(key=lambda t: t[:2])

    def answer(self, made: Undertaking, since: date | None) -> Iterator[HistoryStep]:
        """The steps that events of the same parties, in the time after it, are in its history."""
        if not made.parties:
            return
        language = _language(made, self._articles)
        keeps = act_of(made.text, language) in (cue(language, "keeping") or ())
        kind = None if keeps else kind_told(made.text, language)
        matter = topics_in(made.text, language)
        done = False
        for event in self._after(made, since, language, kind):
            if event.id == made.made_at:
                continue
            freed = kind in FREES and event.kind in FREES and self._about_the_same(made, event)
            if not freed and not set(made.parties) <= set(event.parties):
                continue
            if freed or (kind in CARRIES_OUT and self._does(made, event, kind, language)):
                if not done:
                    begun = _begun(event, self._articles)
                    done = not begun
                    because = (
                        f"{event.kind} of the same parties {'began' if begun else 'came about'}"
                    )
                    yield _step(event, "under_way" if begun else "carried_out", because)
            elif (
                event.kind in TAKES_UP
                and matter & set(event.topics)
                and _between_both(made, event, self._parties)
            ):
                about = ", ".join(sorted(matter & set(event.topics)))
                because = f"{event.kind} of the same parties took it up: {about}"
                yield _step(event, "under_way", because)

    def _after(
        self, made: Undertaking, since: date | None, language: str | None, kind: str | None
    ) -> Iterator[Event]:
        """Events of a party, or at which those are freed whom it names, that may answer: in the time after it; on the day by which it was due or,
        of what had been undertaken before its report, about that report's day. Where it is not known
        when it was made, those of other reports that are about whom it is about."""
        told = min((self._of.get(party, []) for party in made.parties), key=len)
        if kind in FREES:
            words = {*fold(made.text).split(), *numbers_in(made.text)}
            freeing = (self._freeing.get(word, ()) for word in words)
            found = {t[1]: t for t in chain(told, *freeing)}
            told = sorted(found.values(), key=lambda t: t[:2])
        own = {span.article for span in made.evidence}
        if since is None:
            after = [
                e
                for _, _, e in told
                if own.isdisjoint(e.articles) and self._about_the_same(made, e)
            ]
        else:
            begin = since
            if (due := days.of(made.due)).known:
                begin = min(begin, due.first - timedelta(1))
            if _had_been(made, language):
                begin = min(begin, since - timedelta(NEWS))
            first = bisect_right(told, begin, key=lambda t: t[0])
            last = bisect_right(told, since + timedelta(WITHIN), key=lambda t: t[0])
            after = [e for _, _, e in told[first:last] if e.date or not own.issuperset(e.articles)]
        yield from sorted(after, key=lambda e: (e.date or "9999", e.id))

    def _does(
        self, made: Undertaking, event: Event, kind: str | None, language: str | None
    ) -> bool:
        """Whether an event is the doing of what would be of this kind."""
        if event.kind == kind and event.kind in TOGETHER and _there_or_then(made, event):
            return True
        if event.kind == kind:
            return _on_its_matter(made, event, self._parties)
        if event.kind not in ALIKE.get(kind or "", ()):
            return False
        if kind == "exchange":
            return _between_both(made, event, self._parties)
        if kind == "visit":
            city = fold((event.place.city if event.place else None) or "")
            return bool(city) and city in fold(made.text)
        return self._about_the_same(made, event)

    def _about_the_same(self, made: Undertaking, event: Event) -> bool:
        """Whether somebody freed, or who has a part in the event, is called so in the undertaking, or
        as many are."""
        text, numbers = set(fold(made.text).split()), numbers_in(made.text)
        return any(
            numbers & numbers_in(name) or (len(words) >= CALLED and text.issuperset(words))
            for name, words in self._called(event)
        )

    def _called(self, event: Event) -> list[tuple[str, list[str]]]:
        """Those who were freed or have a part in an event: their names, and the words by which they
        are told from others."""
        ids = {p.actor for p in event.participants} | {r.person for r in event.released}
        names = [self._names.get(i, i) for i in sorted(ids)]
        language = _code(event.mentions[0], self._articles) if event.mentions else None
        captives = {fold(w)[:STEM] for w in cue(language, "captives") or ()}
        return [(n, [w for w in fold(n).split() if w[:STEM] not in captives]) for n in names]


def _begun(event: Event, articles: Mapping[str, Article]) -> bool:
    """Whether reports tell of an event that lasts only that it began: « le retrait a commencé »."""
    if event.kind not in LASTS:
        return False
    told = [m for m in event.mentions if len(m.exact.split()) > 2]

    def say(*cues: str) -> bool:
        return any(
            pattern.search(straight(m.exact))
            for m in told
            for cue in cues
            for pattern in patterns(_code(m, articles), cue)
        )

    return say("begun", "begun_noun", "first_of_all") and not say("done_noun", "last_of_all")


def _had_been(made: Undertaking, language: str | None) -> bool:
    """Whether the sentence tells of it as made some time before: « X s'était engagé à … »."""
    told = straight(made.evidence[-1].exact) if made.evidence else ""
    return any(pattern.search(told) for pattern in patterns(language, "had_been"))


def _on_its_matter(made: Undertaking, event: Event, parties: Mapping[str, frozenset[str]]) -> bool:
    if event.kind in TOGETHER and not _between_both(made, event, parties):
        return False
    return not made.topics or not event.topics or bool(set(made.topics) & set(event.topics))


def _there_or_then(made: Undertaking, event: Event) -> bool:
    """Of what one party alone undertook to do with others, whether it came about in the city or at the
    time that was told."""
    if len({*made.parties, *made.towards}) > 1 or made.mode == "offered":
        return False
    city = fold((event.place.city if event.place else None) or "")
    if city:
        return f" {city} " in f" {fold(made.text)} "
    due, when = days.of(made.due), days.of(event.date)
    return due.known and when.known and due.first <= when.first and when.last <= due.last


def _told_on(event: Event, articles: Mapping[str, Article]) -> days.Days:
    """When the first report to lead with an undated event came out."""
    out = [
        days.of(articles[m.article].published.date)
        for m in event.mentions
        if m.start <= max(500, len(articles[m.article].text) // 5)
    ]
    known = [day for day in out if day.known]
    return min(known, key=lambda day: day.first) if known else days.Days()


def _between_both(made: Undertaking, event: Event, parties: Mapping[str, frozenset[str]]) -> bool:
    """The event is between those who are bound, and not something of one of them only."""
    bound = {*made.parties, *made.towards}
    if made.mode == "agreed" and made.made_at is not None:
        bound |= parties.get(made.made_at, frozenset())
    return len(bound) > 1 and bound <= set(event.parties)


def _step(event: Event, status: UndertakingStatus, because: str) -> HistoryStep:
    return HistoryStep(
        date=event.date, status=status, event=event.id, evidence=event.mentions[:2], because=because
    )


def _code(span: Span, articles: Mapping[str, Article]) -> str | None:
    return articles[span.article].language


def _language(made: Undertaking, articles: Mapping[str, Article]) -> str | None:
    return articles[made.evidence[0].article].language if made.evidence else None


def _made_on(made: Undertaking, articles: Mapping[str, Article]) -> date | None:
    """The last day on which it can have been made: its own date, else its report's."""
    own = days.of(made.date)
    if own.known:
        return own.last
    for span in made.evidence[:1]:
        published = days.of(articles[span.article].published.date)
        if published.known:
            return published.last
    return None
