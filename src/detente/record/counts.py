"""Two numbers of one thing in one report: « sept détenus, selon X. L'agence Y parle, elle, de six
détenus », or a number that somebody contests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from detente.language.doc import straight
from detente.model import Article, Event
from detente.record.cues import STEM, cue, patterns, sentences
from detente.record.figures import number_pattern, value_of

BACK = 2
"""Sentences before in which the first number stands."""

Part = tuple[int, int]
Clash = tuple[Event, Article, Part, Part]
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
    text, language = straight(article.text), article.language
    if not cue(language, "other_count"):
        return
    parts = list(sentences(article.text))
    two = re.compile(str(cue(language, "two_counts")).replace("NUMBER", number_pattern(language)))
    for i, part in enumerate(parts):
        here = [e for at, _, e in told if part[0] <= at < part[1]]
        for match in two.finditer(text, *part) if here else ():
            if _clash(match, language):
                yield here[0], article, (part[0], match.end("said")), match.span("other")
        other = _otherwise(text[slice(*part)], language)
        if other is None:
            continue
        differs, kinds = other
        before = parts[max(0, i - BACK) : i][::-1]
        first = next((p for p in before if differs(text[slice(*p)])), None)
        here = [e for at, _, e in told if first and first[0] <= at < first[1]]
        event = next((e for e in here if not kinds or e.kind in kinds), None)
        if first is not None and event is not None:
            yield event, article, first, part


def _otherwise(
    text: str, language: str | None
) -> tuple[Callable[[str], bool], frozenset[str]] | None:
    """What tells of a sentence before that its number is another than that of this one, and the
    kinds of event that it is of (none: any); None where this one gives none."""
    number = number_pattern(language)
    loss = _said("conceded_loss", text, language)
    if loss is not None:
        return partial(_more_lost, loss=loss, language=language), frozenset({"attack"})
    match = re.search(str(cue(language, "other_count")).replace("NUMBER", number), text)
    if match:
        return partial(_differs, match=match, language=language), frozenset()
    if any(p.search(text) for p in patterns(language, "contested")):
        return (lambda part: re.search(rf"\b{number}", part) is not None), frozenset()
    return None


def _clash(match: re.Match[str], language: str | None) -> bool:
    """Whether two numbers in one sentence are of the same thing, and differ."""
    same = match["same"] is None or match["same"][:STEM] == match["noun"][:STEM]
    return same and value_of(match["n"], language) != value_of(match["m"], language)


def _said(words: str, text: str, language: str | None) -> float | None:
    """The number in what a cue finds."""
    pattern = str(cue(language, words) or "").replace("NUMBER", number_pattern(language))
    match = re.search(pattern, text) if pattern else None
    return value_of(match["n"], language) if match else None


def _more_lost(text: str, loss: float, language: str | None) -> bool:
    """A sentence tells that other than so many were destroyed."""
    destroyed = _said("destroyed", text, language)
    return destroyed is not None and destroyed != loss


def _differs(text: str, match: re.Match[str], language: str | None) -> bool:
    """The sentence gives another number of the same thing."""
    for found in re.finditer(rf"\b(?P<n>{number_pattern(language)}) (?P<noun>\w{{4,}})", text):
        same = found["noun"][:STEM] == match["noun"][:STEM]
        if same and value_of(found["n"], language) != value_of(match["n"], language):
            return True
    return False
