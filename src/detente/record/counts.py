"""Two numbers of one thing in one report: « sept détenus, selon X. L'agence Y parle, elle, de six
détenus », or a number that somebody contests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from detente.model import Article, Event
from detente.record.cues import STEM, cue, patterns, plain, sentences
from detente.record.figures import number_pattern, value_of

BACK = 2
"""Sentences before in which the first number stands."""

Clash = tuple[Event, Article, tuple[int, int], tuple[int, int]]
"""The event, the report, and the offsets of the two sentences."""


def counts(articles: Mapping[str, Article], events: Iterable[Event]) -> Iterator[Clash]:
    """Pairs of sentences of one report, the first of which tells an event, that number one thing
    of it differently."""
    told: dict[str, list[tuple[int, str, Event]]] = {}
    for event in events:
        if event.status in ("occurred", "ongoing"):
            for span in event.mentions:
                told.setdefault(span.article, []).append((span.start, event.id, event))
    for identifier in sorted(told.keys() & articles.keys()):
        yield from _in_report(articles[identifier], sorted(told[identifier], key=lambda t: t[:2]))


def _in_report(article: Article, told: list[tuple[int, str, Event]]) -> Iterator[Clash]:
    other = str(cue(article.language, "other_count") or "")
    if not other:
        return
    text = plain(article.text)
    number = number_pattern(article.language)
    parts = list(sentences(text))
    for i, (start, end) in enumerate(parts):
        before = parts[max(0, i - BACK) : i][::-1]
        match = re.search(other.replace("NUMBER", number), text[start:end])
        if match:
            first = next((p for p in before if _differs(text, p, match, article.language)), None)
        elif any(p.search(text, start, end) for p in patterns(article.language, "contested")):
            first = next((p for p in before if re.search(rf"\b{number}", text[slice(*p)])), None)
        else:
            continue
        event = next((e for at, _, e in told if first and first[0] <= at < first[1]), None)
        if first is not None and event is not None:
            yield event, article, first, (start, end)


def _differs(text: str, part: tuple[int, int], match: re.Match[str], language: str | None) -> bool:
    """The sentence gives another number of the same thing."""
    for found in re.finditer(
        rf"\b(?P<n>{number_pattern(language)}) (?P<noun>\w{{4,}})", text[slice(*part)]
    ):
        same = found["noun"][:STEM] == match["noun"][:STEM]
        if same and value_of(found["n"], language) != value_of(match["n"], language):
            return True
    return False
