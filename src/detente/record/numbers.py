"""What the words about a mention say of how many it was done to, and whether it takes several days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from detente.language.doc import straight
from detente.model import Actor, Article, Event
from detente.record.cues import cue, patterns
from detente.record.figures import number_in, number_pattern, told_in, value_of
from detente.record.positions import sentence_at

HELD = frozenset({"detention", "sentencing", "extradition"})
"""Kinds done to people whose own state is none of the sides, but tells one from another."""
DONE_TO = frozenset({"expulsion", "sanctions", "release", "detention", "recall", "sentencing"})
"""Kinds of which the number of people that it was done to is settled when it is done."""
FREED = "freed"
"""What the number of those who were freed is called, before the state that they went to."""
OF = "of "
"""What the number of those who were held is called, before their state."""
TALLY = "tally"
"""What the votes for and against something are called."""
AGAINST = 10_000
"""What the votes for are counted by in one number with those against."""
BEFORE, AFTER = 60, 100
"""Characters about the trigger in which a cue says that it goes on."""


def numbers_of(
    event: Event, article: Article, actors: Mapping[str, Actor]
) -> frozenset[tuple[str, float]]:
    """The numbers that one telling gives: (attribute, value). Of those who were freed, by the state
    to which they went (`freed US`)."""
    found = {("number", value) for value, _ in groups(event, actors, article.language)}
    found |= set(_freed(event, actors, article)) | set(_figures(event, article))
    return frozenset(found | set(_held(event, actors, article)) | set(_tally(event, article)))


def _held(
    event: Event, actors: Mapping[str, Actor], article: Article
) -> Iterator[tuple[str, float]]:
    """How many of one state's people were held: those of a group that its report numbers, or those that
    it names."""
    if event.kind not in HELD:
        return
    for value, group in groups(event, actors, article.language):
        if actors[group].country:
            yield f"{OF}{actors[group].country}", value
    named = Counter(
        actor.country
        for p in event.participants
        if p.part == "target" and (actor := actors.get(p.actor)) and actor.kind == "person"
    )
    yield from ((f"{OF}{country}", float(n)) for country, n in named.items() if country and n > 1)


def _freed(
    event: Event, actors: Mapping[str, Actor], article: Article
) -> Iterator[tuple[str, float]]:
    """How many were freed of a group that its report numbers (« sept prisonniers français »)."""
    for freed in event.released:
        if freed.to and freed.person not in actors:
            value = told_in(freed.person, article.language)
            if value is not None and value > 1:
                yield f"{FREED} {freed.to}", value


def groups(
    event: Event, actors: Mapping[str, Actor], language: str | None
) -> Iterator[tuple[float, str]]:
    """Of the groups that something was done to (« douze diplomates »), the number and the actor's
    id; none where several groups are told."""
    if event.kind not in DONE_TO:
        return
    for participant in event.participants:
        actor = actors.get(participant.actor)
        if participant.part not in ("target", "released") or actor is None or actor.kind != "group":
            continue
        value = told_in(actor.name, language)
        if value is not None and value > 1:
            yield value, actor.id


def _figures(event: Event, article: Article) -> Iterator[tuple[str, float]]:
    """The dead and the wounded that the sentence of the event numbers."""
    sentence = max(event.mentions[1:2], key=lambda s: s.end - s.start, default=None)
    if sentence is None:
        return
    text = straight(article.text)
    for figure in cue(article.language, "figures") or ():
        if event.kind in figure["kinds"] and "unit" not in figure:
            number = number_in(text, sentence.start, sentence.end, figure, article.language)
            if number is not None and "-" not in number:
                yield figure["attribute"], float(number)


def _tally(event: Event, article: Article) -> Iterator[tuple[str, float]]:
    """« par soixante voix contre dix », in the sentence of a vote."""
    words = cue(article.language, "tally")
    if event.kind != "vote" or not event.mentions or not words:
        return
    start, end = sentence_at(article.text, event.mentions[0].start)
    pattern = str(words).replace("NUMBER", number_pattern(article.language))
    for match in re.finditer(pattern, straight(article.text)[start:end]):
        votes, against = (value_of(match[name], article.language) or 0 for name in ("n", "m"))
        yield TALLY, votes * AGAINST + against


def goes_on(event: Event, article: Article) -> bool:
    """Whether the words about the trigger tell of one day of several."""
    if not event.mentions or event.kind not in ("talks", "mediation"):
        return False
    text = straight(article.text)
    at = event.mentions[0]
    start, end = max(0, at.start - BEFORE), at.end + AFTER
    for span in event.mentions[1:2]:  # the sentence that the trigger stands in
        start, end = max(start, span.start), min(end, max(span.end, at.end))
    return any(p.search(text, start, end) for p in patterns(article.language, "goes_on"))
