"""« Selon X, dirigeant de Y, … »: where the speaker is named, and where what is said begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.reading.speech.ends import after_token
from detente.reading.speech.groups import has

if TYPE_CHECKING:
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.hosts import Host
    from detente.reading.speech.scene import Scene


def at_edge(scene: Scene, host: Host, cue: Cue) -> bool:
    """Whether a phrase opens its sentence, or a comma sets it off."""
    before = scene.text[host.start : cue.start].rstrip()
    return not before or before.endswith(",") or cue.token.text[0].isupper()


def past_speaker(scene: Scene, host: Host, cue: Cue) -> int | None:
    """Where what is said begins, after the comma that ends « selon X, dirigeant de Y, »."""
    assert cue.subject is not None
    text = scene.text
    commas = [
        m.start()
        for m in re.finditer(",", text[: host.end])
        if m.start() >= after_token(cue.subject)
        and not any(quote.start <= m.start() < quote.end for quote in host.quotes)
    ]
    for n, comma in enumerate(commas):
        close = commas[n + 1] if n + 1 < len(commas) else None
        if close is None or not _apposed(scene, comma + 1, close):
            return comma + 1
    return None


def _apposed(scene: Scene, start: int, end: int) -> bool:
    """Whether words between commas still tell who the speaker is: « dont X », « qui …», « ministre »."""
    doc = scene.draft.doc
    words = [t for t in (doc[i] for i in range(*_bounds(scene, start, end))) if not t.is_space]
    if not words or words[0].plain in doc.grammar.relatives | doc.grammar.which:
        return True
    if words[0].pos_ in ("ADP", "ADV", "SCONJ", "CCONJ"):
        return False
    return not any(t.pos_ in ("VERB", "AUX") and has(t, "VerbForm", "Fin") for t in words)


def _bounds(scene: Scene, start: int, end: int) -> tuple[int, int]:
    first, last = scene.tokens(start, end)
    return first, last + 1
