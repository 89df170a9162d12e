"""Who made talks fail: two sides that lay it on each other, in one report or in two; and a ransom that
some say was paid and others not. What is said is found by the words of a language pack's `cues.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.language.doc import straight
from detente.model import Actor, Article, Event, Position
from detente.record.cues import patterns, sentences
from detente.record.positions import position

BACK = 3
"""Sentences before in which the event is told that failed."""
NEAR = 1500
"""Characters after a release in which a ransom is still that of it."""
JOINT = frozenset({"talks", "mediation", "agreement", "ceasefire", "exchange"})
"""What two sides do together, so that its failure can be laid on one."""
FREED = frozenset({"release", "exchange"})

Sentence = tuple[int, int]
Told = Sequence[tuple[int, Event]]
"""The events that a report tells, with the offsets where it does, in order."""
Named = Mapping[str, Sequence[tuple[int, Actor]]]
"""The actors that each report names, with the offsets."""
Laid = tuple[Event, str, list[Position]]
"""The event, the attribute in doubt, the positions."""


def blame(
    articles: Mapping[str, Article], events: Sequence[Event], actors: Sequence[Actor]
) -> Iterator[Laid]:
    """Failures that are laid on two sides, and ransoms both paid and not paid. `articles` are those that
    have a say of their own."""
    told: dict[str, list[tuple[int, Event]]] = {}
    for event in events:
        for span in event.mentions:
            if span.article in articles:
                told.setdefault(span.article, []).append((span.start, event))
    named: dict[str, list[tuple[int, Actor]]] = {}
    for actor in actors:
        for span in actor.evidence:
            if span.article in told:
                named.setdefault(span.article, []).append((span.start, actor))
    on: dict[str, dict[str, Position]] = {}
    paid: dict[str, dict[str, Position]] = {}
    for identifier in sorted(told):
        article = articles[identifier]
        of_report = sorted(told[identifier], key=lambda t: (t[0], t[1].id))
        for event, side, part, who in _failures(article, of_report, named.get(identifier, ())):
            on.setdefault(event.id, {}).setdefault(side, position(article, *part, who))
        for event, words, part in _ransoms(article, of_report):
            paid.setdefault(event.id, {}).setdefault(words, position(article, *part))
    for event in events:
        for attribute, held in (("responsibility", on), ("ransom", paid)):
            positions = list(held.get(event.id, {}).values())
            if len(positions) > 1:
                yield event, attribute, positions


def _failures(
    article: Article, told: Told, named: Sequence[tuple[int, Actor]]
) -> Iterator[tuple[Event, str, Sentence, str | None]]:
    """Who is said to have made what fail, the sentence and who says it, where that is plain: « par la
    faute de X », « a accusé X d'avoir fait échouer les discussions »; of « se rejettent la responsabilité »
    both sides."""
    text = straight(article.text)
    parts = list(sentences(article.text))
    for number, (start, end) in enumerate(parts):
        for words in ("blamed", "blame_each_other"):
            for pattern in patterns(article.language, words):
                match = pattern.search(text, start, end)
                event = match and _failed(told, parts[max(0, number - BACK)][0], end)
                if not match or not event:
                    continue
                if words == "blamed":
                    who = [a for at, a in named if match.start("who") <= at < match.end("who")]
                    if who:
                        yield event, who[0].country or who[0].id, (start, end), None
                else:
                    for side, other in zip(event.parties[:2], event.parties[1::-1], strict=True):
                        yield event, side, (start, end), other


def _failed(told: Told, start: int, end: int) -> Event | None:
    """The joint event last told in a stretch."""
    found = [e for at, e in told if start <= at < end and e.kind in JOINT and e.status != "denied"]
    return found[-1] if found else None


def _ransoms(article: Article, told: Told) -> Iterator[tuple[Event, str, Sentence]]:
    """Sentences that tell a ransom paid, or none, for somebody freed shortly before."""
    text, language = straight(article.text), article.language
    for start, end in sentences(article.text):
        for words in ("no_ransom", "ransom"):
            if any(p.search(text, start, end) for p in patterns(language, words)):
                freed = [e for at, e in told if end - NEAR <= at < end and _is_freed(e)]
                if freed:
                    yield freed[-1], words, (start, end)
                break


def _is_freed(event: Event) -> bool:
    return event.kind in FREED and event.status in ("occurred", "ongoing")
