"""How actors, reports and events are named wherever the record is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import PurePath

from detente.model import Actor, Article, Event, Record, Span

UNDATED = "undated"
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMM)(?<!\bDr)[.!?…][»”\"]?(?=\s)|\n")
_LONGEST = 400  # characters of a sentence on either side of the words that are cited


class Labels:
    """Names for what a record holds, looked up by id."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def articles(self) -> dict[str, Article]:
        return {article.id: article for article in self.record.articles}

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.id: event for event in self.record.events}

    def actor(self, actor: str | None) -> str:
        """An actor's preferred name; an id that is no actor's (an outlet, words) as it is."""
        if actor is None:
            return "unknown"
        known = self.actors.get(actor)
        return known.name if known else actor

    def source(self, source: str | None, evidence: Iterable[Span]) -> str:
        """Who says something: an actor, an outlet as it is named, or else the reports cited."""
        if source is None or source in self.articles:
            return listed(self.cited(evidence)) or self.actor(None)
        return self.actor(source)

    def who(self, event: Event) -> list[str]:
        """Those who take part in an event, once each: parties, then people."""
        names = [self.actor(party) for party in event.parties]
        names += [self.actor(participant.actor) for participant in event.participants]
        names += [self.actor(released.person) for released in event.released]
        return list(dict.fromkeys(names))

    def article(self, article: str) -> str:
        """A report in a few words: its outlet or else its file, and its day where it is known."""
        known = self.articles.get(article)
        if known is None:
            return article
        name = known.outlet or PurePath(known.source).name or known.source
        return f"{name}, {known.published.date}" if known.published.date else name

    def sources(self, articles: Iterable[str]) -> list[str]:
        """Reports, once each, in order."""
        return list(dict.fromkeys(self.article(article) for article in articles))

    def date_of(self, event: str | None) -> str | None:
        """The date of the event with an id, where there is one."""
        known = self.events.get(event or "")
        return known.date if known else None

    def told(self, articles: Iterable[str]) -> str | None:
        """The date of the first of some reports, None where none has one."""
        dates = (self.articles[a].published.date for a in articles if a in self.articles)
        return min((date for date in dates if date), key=in_order, default=None)

    def cited(self, evidence: Iterable[Span]) -> list[str]:
        """The reports that some evidence stands in, once each, in order."""
        return self.sources(span.article for span in evidence)

    def sentence(self, span: Span) -> tuple[str, str, str]:
        """The sentence around some words of a report: what comes before, the words, what comes
        after. Only the words themselves where the report is not in the record."""
        article = self.articles.get(span.article)
        if article is None:
            return "", span.exact, ""
        text, far = article.text, max(0, span.start - _LONGEST)
        ends = (match.end() for match in _SENTENCE_END.finditer(text, far, span.start))
        before = text[max(ends, default=far) : span.start]
        after = text[span.end : span.end + _LONGEST]
        end = _SENTENCE_END.search(after)
        tail = after[: end.end()] if end else after
        if span.exact.rstrip()[-1:] in (".", "!", "?", "…"):
            tail = ""  # the words end their sentence
        return _flat(before).lstrip(), _flat(span.exact), _flat(tail).rstrip()

    def telling(self, event: Event, *, shown: int | None = None) -> str:
        """The sentence that first tells of an event, its white space made even; where `shown` is
        told, begun so late that the words that tell stand within so many characters."""
        if not event.mentions:
            return ""
        before, words, after = self.sentence(event.mentions[0])
        if shown is not None and len(before) > shown:
            before = "…" + before[-shown:].partition(" ")[2]
        return before + words + after


def words(name: str) -> str:
    """A name of the codebook as words: `sanctions_relief` is “sanctions relief”."""
    return name.replace("_", " ")


def what(event: Event) -> str:
    """An event's kind in words, with its status where it is not simply told as having happened."""
    kind = words(event.kind)
    return kind if event.status == "occurred" else f"{kind} ({event.status})"


def where(event: Event) -> str:
    """City and country of an event, the venue where that is all that is told."""
    if event.place is None:
        return event.venue or ""
    named = [event.place.city, event.place.country]
    return ", ".join(part for part in named if part) or event.venue or ""


def when(date: str | None, told: str | None) -> str:
    """A date, or when it was told of what has none."""
    return short(date) or (f"told {short(told)}" if told else UNDATED)


def short(date: str | None) -> str:
    """An EDTF date for the eye: the end of an interval without what it shares with the start
    (`2025-04-10/11`, `2025-01-30/02-02`)."""
    start, _, end = (date or "").partition("/")
    first, last = start.split("-"), end.split("-")
    while len(first) == len(last) > 1 and first[0] == last[0]:
        del first[0], last[0]
    return "/".join(part for part in (start, "-".join(last)) if part)


def in_order(date: str | None) -> tuple[bool, str]:
    """A key that sorts EDTF dates by their first day, what has no date last."""
    return not date, (date or "").lstrip("/.").replace("~", "").replace("?", "").replace("%", "")


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names in one line; beyond `most` only their number is told."""
    if len(names) <= most:
        return ", ".join(names)
    return ", ".join(names[:most]) + f" and {len(names) - most} more"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
