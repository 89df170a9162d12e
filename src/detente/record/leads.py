"""How a report opens: its first sentence, and the day on which that tells its news (« …, a annoncé
vendredi le ministère »)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from detente.language.doc import straight
from detente.model import Article, Event, Reading, Span, When
from detente.record.cues import patterns
from detente.record.days import Days, of

BEFORE = 50
"""Characters before a meeting in which the words stand that say that it is over."""
NEAR = 8
"""Months by which one of another year is told without it (« le tsunami du 26 décembre », said in July)."""
Told = Sequence[tuple[When, Span]]
"""The times of a report as it words them, in order."""


_END = re.compile(
    r"[.!?…][»”\"]?(?:\s*\n|\s+[A-ZÀ-Þ«“\"])|(?<=[a-zà-ÿ])[.!?…](?:[»”]?[A-ZÀ-Þ][a-zà-ÿ'’ ]|[\"«“][A-ZÀ-Þ])"
)
"""Where a sentence ends: with the line, where a full stop does, and also one behind which a blank is missing (« …, dit-il.Paris »)."""


def is_news(when: When, span: Span, lead: int) -> bool:
    """A bare weekday or « yesterday » at the head of a report: how it tells what is new."""
    near = when.unit in ("weekday", "day") and when.day is None and when.anchor == "published"
    return near and when.span == "point" and when.tense != "future" and span.start <= lead


def below_headline(article: Article) -> int:
    """Where the report's first sentence begins (offset)."""
    titled = article.title and article.text.startswith(article.title)
    return len(article.title) if titled else 0


def first_end(article: Article) -> int:
    """Where it ends (offset)."""
    start = below_headline(article)
    end = _END.search(article.text, start)
    return end.start() if end else len(article.text)


def opens_with(article: Article, events: Iterable[Event], event: Event) -> bool:
    """Whether an event of the report is what its headline, or its first sentence before all else,
    tells as done without a time of its own, but « today »; by a noun only where the headline makes it known
    (« Mali : échange de prisonniers »)."""
    if (event.when is not None and not _today(event.when)) or event.date or not event.mentions:
        return False
    start = event.mentions[0].start
    if event.nominal and (event.reference != "new" or start >= below_headline(article)):
        return False
    first = min(e.mentions[0].start for e in events if e.mentions)
    done = event.status in ("occurred", "ongoing")
    return done and start < first_end(article) and start <= max(first, below_headline(article) - 1)


def just_over(article: Article, event: Event) -> bool:
    """Whether the report tells something said or done at the end of an event (« …, a-t-il déclaré à
    l'issue de leur réunion »), of which it tells no time."""
    if not event.nominal or not event.mentions or event.earlier or (event.when or event.date):
        return False
    start = event.mentions[0].start
    before = straight(article.text[max(0, start - BEFORE) : start])
    done = event.status in ("occurred", "ongoing")
    return done and any(p.search(before) for p in patterns(article.language, "just_over"))


def not_out_in(reading: Reading) -> frozenset[int]:
    """The months in which a report cannot have come out that tells others without the year: those are of
    the report's own, or near it (« en juillet », told as past, is not said in April; nor is « avant
    juillet », told as to come, in October). What it tells after a year may be of that."""
    found: set[int] = set()
    for mention in sorted(reading.dates, key=lambda d: d.span.start):
        when = mention.when
        if when.anchor == "none" and when.edtf:
            break
        if when.anchor != "published" or when.month is None or when.amount or when.until:
            continue
        if when.span != "point" or when.direction != "nearest":
            continue
        if when.tense == "past":
            found |= set(range(max(1, when.month + NEAR - 11), when.month))
        elif when.tense == "future":
            found |= set(range(when.month + 1, min(12, when.month + 11 - NEAR) + 1))
    return frozenset(found)


def _today(when: When) -> bool:
    return when.unit == "day" and when.anchor == "published" and not (when.amount or when.day)


def _by_weekday(when: When, out: Days) -> When:
    """« aujourd'hui » in a report whose day is known is the weekday of that."""
    if when.unit != "day" or not out.single:
        return when
    day = out.first + timedelta(when.amount)
    return When(anchor="published", unit="weekday", weekday=day.weekday(), tense=when.tense)


def counted(event: Event, reading: Reading) -> int | None:
    """The weekday of an event told by « la veille », « deux jours plus tôt »: counted from the time that
    the report told last before, where that is a weekday."""
    when = event.when
    if when is None or event.date or when.anchor != "context" or when.unit != "day":
        return None
    at = next((d.span.start for d in reading.dates if d.when == when), None)
    before = [d for d in reading.dates if at is not None and d.span.start < at]
    last = max(before, key=lambda d: d.span.start).when if before else None
    bare = last is not None and last.unit == "weekday" and last.anchor == "published"
    if last is None or not bare or last.weekday is None or last.amount or last.until:
        return None
    return (last.weekday + when.amount) % 7


def told_on(article: Article, reading: Reading) -> When | None:
    """The one weekday on which the first sentence of a report tells its news, or None; of « dans la
    nuit de samedi à dimanche » the second."""
    start, stop = below_headline(article), first_end(article)
    out = of(article.published.date)
    found = [
        _by_weekday(mention.when.until or mention.when, out)
        for mention in reading.dates
        if start <= mention.span.start < stop and is_news(mention.when, mention.span, stop)
    ]
    days = {(when.weekday, when.amount) for when in found}
    when = found[0] if len(days) == 1 else None
    return when if when is not None and when.weekday is not None and not when.amount else None
