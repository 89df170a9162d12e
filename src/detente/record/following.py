"""What became of what was promised: later events that carry it out or take it up, and later words
that it was broken or withdrawn. Each step of the history has its evidence and its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from detente.model import Article, Event, HistoryStep, Span, Undertaking, UndertakingStatus
from detente.record import days
from detente.record.cues import kind_of, patterns, plain, sentences, stems, topics_in

CARRIES_OUT = frozenset(
    "talks mediation call visit exchange release restitution ceasefire withdrawal sanctions_relief "
    "agreement vote election appointment extradition aid".split()
)
"""Kinds whose occurrence is the doing of what was undertaken in their words."""
TAKES_UP = frozenset({"talks", "mediation", "vote", "agreement"})
"""Kinds that take a matter up without settling it."""
WITHIN = 400
"""Days after an undertaking in which an event still answers it."""
SHARED_STEMS = 2
"""Words that a later sentence must share with an undertaking to speak of it."""
STRONGEST: tuple[UndertakingStatus, ...] = (
    "withdrawn",
    "broken",
    "carried_out",
    "under_way",
    "open",
)


def follow(
    made: Sequence[Undertaking], events: Sequence[Event], articles: Sequence[Article]
) -> list[Undertaking]:
    """The undertakings with their history, in time's order, and the status that follows from it."""
    texts = {a.id: a for a in articles}
    return [_followed(undertaking, events, texts) for undertaking in made]


def _followed(
    made: Undertaking, events: Iterable[Event], articles: Mapping[str, Article]
) -> Undertaking:
    steps = [*made.history, *_by_events(made, events, articles), *_by_words(made, articles)]
    steps = sorted(dict.fromkeys(steps), key=lambda s: (s.date or "", s.event or "", s.status))
    statuses = [made.status, *(s.status for s in steps)]
    return msgspec.structs.replace(
        made, history=tuple(steps), status=min(statuses, key=STRONGEST.index)
    )


def _by_events(
    made: Undertaking, events: Iterable[Event], articles: Mapping[str, Article]
) -> Iterator[HistoryStep]:
    language = _language(made, articles)
    kind = kind_of(made.text, language)
    matter = topics_in(made.text, language)
    since = _made_on(made, articles)
    if since is None or not made.parties:
        return
    for event in events:
        when = days.of(event.date)
        if event.id == made.made_at or event.status not in ("occurred", "ongoing"):
            continue
        if not when.known or not 0 < (when.first - since).days <= WITHIN:
            continue
        if not set(made.parties) <= set(event.parties):
            continue
        if event.kind == kind and kind in CARRIES_OUT:
            if not made.topics or not event.topics or set(made.topics) & set(event.topics):
                yield _step(event, "carried_out", f"{event.kind} of the same parties came about")
        elif event.kind in TAKES_UP and matter & set(event.topics):
            about = ", ".join(sorted(matter & set(event.topics)))
            yield _step(event, "under_way", f"{event.kind} of the same parties took it up: {about}")


def _step(event: Event, status: UndertakingStatus, because: str) -> HistoryStep:
    return HistoryStep(
        date=event.date, status=status, event=event.id, evidence=event.mentions[:2], because=because
    )


def _by_words(made: Undertaking, articles: Mapping[str, Article]) -> Iterator[HistoryStep]:
    """Sentences of later reports that speak of the undertaking and say what became of it."""
    own = {span.article for span in made.evidence}
    since = _made_on(made, articles)
    words = stems(made.text)
    if since is None or len(words) < SHARED_STEMS:
        return
    for article in sorted(articles.values(), key=lambda a: a.id):
        published = days.of(article.published.date)
        if article.id in own or article.copy_of or not published.known or published.last <= since:
            continue
        text = plain(article.text)
        for start, end in sentences(text):
            if len(words & stems(text[start:end])) < SHARED_STEMS:
                continue
            for status in ("broken", "withdrawn", "carried_out"):
                if any(p.search(text, start, end) for p in patterns(article.language, status)):
                    span = _span(article, start, end)
                    yield HistoryStep(
                        date=article.published.date,
                        status=status,
                        evidence=(span,),
                        because="a later report says so",
                    )


def _span(article: Article, start: int, end: int) -> Span:
    while start < end and article.text[start].isspace():
        start += 1
    while end > start and article.text[end - 1].isspace():
        end -= 1
    return Span(article.id, start, end, article.text[start:end])


def _language(made: Undertaking, articles: Mapping[str, Article]) -> str | None:
    return articles[made.evidence[0].article].language if made.evidence else None


def _made_on(made: Undertaking, articles: Mapping[str, Article]) -> date | None:
    """The first day on which it can have been made: its own date, else its report's."""
    own = days.of(made.date)
    if own.known:
        return own.first
    for span in made.evidence[:1]:
        published = days.of(articles[span.article].published.date)
        if published.known:
            return published.first
    return None
