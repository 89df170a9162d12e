"""A report laid out for reading speech: its quotations, the sentences around them, the cues in those."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.reading.speech.cues import Cue, find_cues
from detente.reading.speech.hosts import Host, find_hosts
from detente.reading.speech.marks import Quote, find_quotes
from detente.reading.speech.subjects import find_subject

if TYPE_CHECKING:
    from detente.language.fr.speech import Lexicon
    from detente.reading.draft import Draft


@dataclass(slots=True)
class Scene:
    draft: Draft
    words: Lexicon
    quotes: list[Quote]
    hosts: list[Host]
    shut: set[int]
    """Tokens inside quotation marks, marks included."""
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    """By the index of a host."""
    starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.draft.article.text

    def token(self, at: int) -> int:
        """The token that holds a character (or the one before it, where it is white space)."""
        return max(0, bisect_right(self.starts, at) - 1)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and last token of a stretch of characters."""
        first = self.token(start)
        doc = self.draft.doc
        if doc[first].idx + len(doc[first].text) <= start and first + 1 < len(doc):
            first += 1
        return first, max(first, self.token(end - 1))


def lay_out(draft: Draft, words: Lexicon) -> Scene:
    """The scene of a draft; needs its doc only."""
    text = draft.article.text
    quotes = find_quotes(text)
    scene = Scene(draft, words, quotes, find_hosts(text, quotes), set())
    scene.starts = [token.idx for token in draft.doc]
    for quote in quotes:
        first, last = scene.tokens(quote.start, quote.end)
        scene.shut.update(range(first, last + 1))
    for n, host in enumerate(scene.hosts):
        scene.cues[n] = cues_of(scene, host)
    return scene


def cues_of(scene: Scene, host: Host) -> list[Cue]:
    """The cues of one host, with their subjects."""
    first, last = scene.tokens(host.start, host.end)
    doc = scene.draft.doc
    cues = find_cues(doc, first, last, scene.shut, scene.words)
    for cue in cues:
        before = scene.text[host.start : cue.start].rstrip()
        ends = {q.end for q in host.quotes}
        incise = (
            before[-1:] in ",–—"
            or (host.start + len(before)) in ends
            or (not before and bool(host.quotes) is False)
        )
        find_subject(cue, doc, first, last, scene.shut, incise and bool(before))
    return cues
