"""A statement in the making, and what it becomes: the words with time, addressee, topics and cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.edtf import bounds
from detente.model import Basis, DateMention, Plover, Span, Statement
from detente.reading.events.lexicon import lexicon
from detente.reading.speech import circumstances
from detente.reading.speech.naming import extent

if TYPE_CHECKING:
    from detente.reading.draft import Draft
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.scene import Scene

Kind = Literal["direct", "indirect", "dialogue"]


@dataclass(slots=True)
class Found:
    """A statement in the making."""

    speaker: str
    parts: list[tuple[int, int]]
    kind: Kind
    cue: Cue | None = None
    plover: Plover | None = None
    host: int = 0


def words_of(scene: Scene, found: Found) -> str:
    """The words on one line."""
    return " ".join(" ".join(scene.text[a:b].split()) for a, b in found.parts)


def statement(scene: Scene, name: str, found: Found) -> Statement:
    """The statement, with an id."""
    draft, words = scene.draft, words_of(scene, found)
    time = spoken_to = None
    if found.cue is not None:
        host = scene.hosts[found.host]
        taken = [*found.parts, *((q.start, q.end) for q in host.quotes)]
        time = circumstances.time_of(draft, found.cue, host, taken, scene.words)
        time = time if time is not None and _past(draft, time) else None
        spoken_to = circumstances.addressee(draft, found.cue, scene.words)
    return Statement(
        id=name,
        speaker=found.speaker,
        quote=words,
        kind=found.kind,
        date=time.value if time else None,
        date_basis=_basis(time) if time else None,
        when=time.when if time else None,
        addressee=spoken_to if spoken_to != found.speaker else None,
        topics=tuple(lexicon(draft.pack.code).topics_in(words.lower().replace("’", "'"))),
        plover=found.plover,
        evidence=tuple(draft.span(a, b) for a, b in found.parts),
        cue=tuple(_cue_spans(scene, found.cue)),
    )


def _past(draft: Draft, time: DateMention) -> bool:
    """Whether a time may be that of something said: none after the report's own day is."""
    published = draft.article.published.date
    if not published or not time.value:
        return True
    return bounds(time.value)[0] <= bounds(published)[1]


def _cue_spans(scene: Scene, cue: Cue | None) -> Iterator[Span]:
    if cue is None:
        return
    draft = scene.draft
    yield draft.span(cue.start, cue.end)
    if cue.subject is not None and not cue.first <= cue.subject.i <= cue.last:
        yield draft.tokens_span(*extent(cue.subject, scene.words))


def _basis(time: DateMention) -> Basis | None:
    """What a date rests on: its own words, or the report's date with them."""
    if time.value is None:
        return None
    return "stated" if time.when.anchor == "none" else "inferred"


def repeated(scene: Scene, found: Found, words: str, all_found: list[Found]) -> bool:
    """Whether words that nobody brings in are said again by another who does: a heading."""
    return any(
        other.cue is not None and other.speaker != found.speaker and words in words_of(scene, other)
        for other in all_found
    )
