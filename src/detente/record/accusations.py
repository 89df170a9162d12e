"""Accusations that the accused does not let stand: in doubt is what he is accused of, where the report
tells that as an act of its own (« cette attaque »), else the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from detente.codebook import load
from detente.language.doc import straight
from detente.model import Actor, Article, Event, Position
from detente.record.cues import STEM, patterns
from detente.record.positions import position, sentence_at
from detente.record.stable import fold

LONG = 200
"""Characters from which a sentence is too long for a position."""
NEAR = 350
"""Characters after an accusation in which it is denied."""
BACK = 600
"""Characters before an accusation in which the act that it is of is told."""
TOLD = frozenset({"occurred", "ongoing"})
VERBAL = frozenset({"accusation", "demand", "threat", "rejection"})

Denied = tuple[Event, str, list[Position]]
"""The event in doubt, what of it, and the two positions."""


def accusations(
    articles: Mapping[str, Article], events: Sequence[Event], actors: Mapping[str, Actor]
) -> Iterator[Denied]:
    """Accusations between two sides that the accused denies in the sentence that tells it, or the
    one after. One who denies what he is charged with stands before a court, and is no side."""
    acts: dict[str, list[tuple[int, str, Event]]] = {}
    for event in events:
        if event.status in TOLD and hostile(event):
            for span in event.mentions[:1]:
                acts.setdefault(span.article, []).append((span.start, fold(span.exact), event))
    for event in events:
        accuser = _accuser(event)
        accused = _accused(event, accuser, actors)
        if event.kind != "accusation" or event.status not in TOLD or not accused:
            continue
        for mention in event.mentions:
            article = articles.get(mention.article)
            found = _denied(article, mention.start) if article is not None else None
            if article is None or found is None:
                continue
            said, reply = found
            positions = [position(article, *said, accuser), position(article, *reply, accused)]
            words = article.text[slice(*said)]
            act = _act(words, said[0], acts.get(article.id, ()), article.language)
            yield (act, "doer", positions) if act else (event, "status", positions)
            break


def _denied(article: Article, offset: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The clauses that tell an accusation and its denial; None where it is not denied."""
    text = straight(article.text)
    start, end = sentence_at(article.text, offset)
    stop = sentence_at(article.text, end + 1)[1] if end + 1 < len(text) else end
    cue = _first(article, "accusation", text, start, end)
    denial = cue and _first(article, "denied", text, cue.end(), min(stop, cue.end() + NEAR))
    if not cue or not denial:
        return None
    said = _clause(article.text, cue)
    reply = _clause(article.text, denial)
    if said[1] > reply[0]:
        said = (said[0], max(cue.end(), text.rfind(",", cue.end(), denial.start())))
        reply = (said[1] + 1, reply[1])
    return said, reply


def _act(
    words: str, at: int, acts: Sequence[tuple[int, str, Event]], language: str | None
) -> Event | None:
    """The act told shortly before that an accusation names again (« d'avoir mené cette attaque »)."""
    named = {
        fold(match["act"])[:STEM]
        for pattern in patterns(language, "same_act")
        for match in pattern.finditer(straight(words).lower())
    }
    before = [
        (start, e.id, e) for start, act, e in acts if act[:STEM] in named if 0 <= at - start <= BACK
    ]
    return max(before)[2] if before else None


def hostile(event: Event) -> bool:
    """Whether an event is an act, not of speech, that worsens relations."""
    kind = load().kinds.get(event.kind)
    return kind is not None and kind.scale.value < 0 and event.kind not in VERBAL


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The sentence of some words; of a long one the stretch between commas in which they stand."""
    start, end = sentence_at(text, match.start())
    if end - start <= LONG:
        return start, end
    before, after = text.rfind(",", start, match.start()), text.find(",", match.end(), end)
    return (before + 1 if before >= 0 else start), (after if after >= 0 else end)


def _first(article: Article, cue: str, text: str, start: int, end: int) -> re.Match[str] | None:
    found = [m for p in patterns(article.language, cue) if (m := p.search(text, start, end))]
    return min(found, key=lambda m: m.start(), default=None)


def _accused(event: Event, accuser: str | None, actors: Mapping[str, Actor]) -> str | None:
    """Another party; of one state, the body or group that the accusation is aimed at."""
    party = next((p for p in event.parties if p != accuser), None)
    aimed_at = (p.actor for p in event.participants if p.part == "target")
    bodies = (i for i in aimed_at if i in actors and actors[i].kind != "person")
    return party or next(bodies, None)


def _accuser(event: Event) -> str | None:
    """Who accuses: the side of one who takes part and is no target, else the first party."""
    for participant in event.participants:
        if participant.part not in ("target", "released"):
            sided = participant.side in event.parties
            return participant.side if sided else participant.actor
    return event.parties[0] if event.parties else None
