"""What became of what was promised: later events that carry it out or take it up, and later words
that it was broken or withdrawn. Each step of the history has its evidence and its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from detente.model import Article, Event, HistoryStep, Undertaking, UndertakingStatus
from detente.record import days
from detente.record.actors import WhoIsWho
from detente.record.aftermath import by_words
from detente.record.cues import kind_of, topics_in

CARRIES_OUT = frozenset(
    "talks mediation call visit exchange release restitution ceasefire withdrawal sanctions_relief "
    "agreement vote election appointment extradition aid".split()
)
"""Kinds whose occurrence is the doing of what was undertaken in their words."""
TAKES_UP = frozenset({"talks", "mediation", "vote", "agreement"})
"""Kinds that take a matter up without settling it."""
TOGETHER = frozenset({"talks", "call", "visit", "mediation", "agreement"})
"""Kinds that take two: one party alone cannot have carried them out."""
WITHIN = 400
"""Days after an undertaking in which an event still answers it."""
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
    later = _Later(events, texts)
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

    def __init__(self, events: Sequence[Event], articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._parties = {e.id: frozenset(e.parties) for e in events}
        self._of: dict[str, list[tuple[date, str, Event]]] = defaultdict(list)
        for event in events:
            when = days.of(event.date) if event.date else _told_on(event, articles)
            if when.known and event.status in ("occurred", "ongoing"):
                for party in event.parties:
                    self._of[party].append((when.first, event.id, event))
        for told in self._of.values():
            told.sort(key=lambda t: t[:2])

    def answer(self, made: Undertaking, since: date | None) -> Iterator[HistoryStep]:
        """The steps that events of the same parties, in the time after it, are in its history."""
        if since is None or not made.parties:
            return
        language = _language(made, self._articles)
        kind = kind_of(made.text, language)
        matter = topics_in(made.text, language)
        told = min((self._of.get(party, []) for party in made.parties), key=len)
        first = bisect_right(told, since, key=lambda t: t[0])
        last = bisect_right(told, since + timedelta(WITHIN), key=lambda t: t[0])
        done = False
        for event in sorted(
            (e for _, _, e in told[first:last]), key=lambda e: (e.date or "9999", e.id)
        ):
            if event.id == made.made_at or not set(made.parties) <= set(event.parties):
                continue
            if event.kind == kind and kind in CARRIES_OUT:
                if not done and _on_its_matter(made, event, self._parties):
                    done = True
                    because = f"{event.kind} of the same parties came about"
                    yield _step(event, "carried_out", because)
            elif (
                event.kind in TAKES_UP
                and matter & set(event.topics)
                and _between_both(made, event, self._parties)
            ):
                about = ", ".join(sorted(matter & set(event.topics)))
                because = f"{event.kind} of the same parties took it up: {about}"
                yield _step(event, "under_way", because)


def _on_its_matter(made: Undertaking, event: Event, parties: Mapping[str, frozenset[str]]) -> bool:
    if event.kind in TOGETHER and not _between_both(made, event, parties):
        return False
    return not made.topics or not event.topics or bool(set(made.topics) & set(event.topics))


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
