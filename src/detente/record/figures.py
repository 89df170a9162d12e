"""Numbers that reports give of an event, each with who gives it: dead, wounded, turnout…

Only a number whose sentence says who gives it is taken: two sources that differ are a dispute, a
report that corrects itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from detente.language.doc import straight
from detente.model import Article, Claim, Event, Span, Statement
from detente.record.comparing import Told
from detente.record.cues import cue, sentences, words_for

NEAR = 1500
"""Characters after an event was told in which a number is still of it."""
BETWEEN = 4
"""Words that may stand between a number and what it counts."""


def figures(
    articles: Mapping[str, Article], events: Iterable[Event], statements: Iterable[Statement]
) -> Iterator[tuple[Event, Told]]:
    """All numbers found, with the event that each is of."""
    told: dict[str, list[tuple[int, Event]]] = {}
    for event in events:
        if event.status in ("denied", "hypothetical"):
            continue
        for span in event.mentions:
            told.setdefault(span.article, []).append((span.start, event))
    speakers: dict[str, list[tuple[Span, str]]] = {}
    for statement in statements:
        for span in statement.evidence:
            if statement.speaker:
                speakers.setdefault(span.article, []).append((span, statement.speaker))
    for identifier in sorted(told.keys() & articles.keys()):
        article = articles[identifier]
        for kind in cue(article.language, "figures") or ():
            near = [(start, e) for start, e in told[identifier] if e.kind in kind["kinds"]]
            if near:
                yield from _in_report(article, kind, near, speakers.get(identifier, []))


def _in_report(
    article: Article,
    figure: Mapping[str, Any],
    near: list[tuple[int, Event]],
    speakers: list[tuple[Span, str]],
) -> Iterator[tuple[Event, Told]]:
    text = straight(article.text)
    who = re.compile(str(cue(article.language, "sourced")))
    for start, end in sentences(text):
        if "not" in figure and re.search(figure["not"], text[start:end]):
            continue
        number = number_in(text, start, end, figure, article.language)
        source = who.search(text, start, end)
        if number is None or source is None:
            continue
        event = _last_told(near, end)
        if event is None:
            continue
        speaker = next((s for span, s in speakers if span.start < end and start < span.end), None)
        named = speaker or _named(article, source)
        words = article.text[start:end]
        first = start + len(words) - len(words.lstrip())
        span = Span(article.id, first, first + len(words.strip()), words.strip())
        claim = Claim(attribute=figure["attribute"], value=number, source=named, evidence=(span,))
        yield event, Told(claim, article, named)


def _last_told(near: list[tuple[int, Event]], offset: int) -> Event | None:
    """The event last told before an offset; the only one of the report from anywhere."""
    if len({event.id for _, event in near}) == 1:
        return near[0][1]
    before = [(start, event.id, event) for start, event in near if 0 <= offset - start <= NEAR]
    return max(before)[2] if before else None


def _named(article: Article, source: re.Match[str]) -> str:
    """Who gives the number, in the report's words, else its outlet."""
    for name in ("who", "poll"):
        if source[name]:
            return article.text[source.start(name) : source.end(name)].strip()
    return article.outlet or article.id


def number_in(
    text: str, start: int, end: int, figure: Mapping[str, Any], language: str | None
) -> str | None:
    """The number (or range) that a sentence gives of what is counted; None for none or several."""
    number, unit = number_pattern(language), figure.get("unit")
    noun = figure["noun"]
    if unit:
        if not re.search(noun, text[start:end]):
            return None
        other = rf"(?: (?:{words_for(language, 'up_to')}) (?P<m>{number}))?"
        pattern = rf"(?P<n>{number})(?:\s?{unit})?{other}\s?{unit}"
        found = list(re.finditer(pattern, text[start:end]))
    else:
        between = rf"(?: [\w'-]+){{0,{BETWEEN}}}? "
        found = list(re.finditer(rf"\b(?P<n>{number})(?P<m>){between}{noun}", text[start:end]))
        if not found and "verb" in figure:
            counted = words_for(language, "counted").replace("NUMBER", number)
            after = f"{figure['verb']} {counted}"
            found = list(re.finditer(after, text[start:end]))
    if len(found) != 1:
        return None
    values = [value_of(found[0][name], language) for name in ("n", "m") if found[0][name]]
    return (
        "-".join(f"{value:.10g}" for value in values)
        if all(v is not None for v in values)
        else None
    )


@cache
def number_pattern(language: str | None) -> str:
    """An expression for numbers in figures (« 1.027 », « 1 027 ») and words."""
    words = "|".join(sorted(cue(language, "numbers") or (), key=len, reverse=True))
    return rf"(?:\d{{1,3}}(?:[ .]\d{{3}})+|\d+(?:,\d+)?|(?:{words})\b)"


def value_of(text: str, language: str | None) -> float | None:
    """The number that figures or a word stand for."""
    known: Mapping[str, int] = cue(language, "numbers") or {}
    if text in known:
        return float(known[text])
    return float(re.sub(r"[ .]", "", text).replace(",", "."))


def told_in(words: str, language: str | None) -> float | None:
    """The one number that some words say (« douze diplomates »), None where they say none or several."""
    found = re.findall(rf"\b{number_pattern(language)}(?= )", straight(words))
    return value_of(found[0], language) if len(found) == 1 else None
