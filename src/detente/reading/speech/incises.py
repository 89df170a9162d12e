"""An incise inside the quotation marks: « Nous partirons, a dit X, mais pas demain. »"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.speech.cues import Cue, find_cues
from detente.reading.speech.postposed import PLAIN
from detente.reading.speech.subjects import find_subject

if TYPE_CHECKING:
    from detente.reading.speech.marks import Quote
    from detente.reading.speech.scene import Scene
    from detente.reading.speech.speakers import Speakers

FAMILIES = PLAIN | {"denounce", "warn", "promise", "praise"}


@dataclass(slots=True)
class Wedged:
    """The incise, and the parts of the quotation that are left without it (characters)."""

    cue: Cue
    parts: list[tuple[int, int]]


def incise_within(scene: Scene, quote: Quote, speakers: Speakers) -> Wedged | None:
    """The incise between commas in a quotation that no words outside it give to anybody."""
    text, doc = scene.text, scene.draft.doc
    first, last = scene.tokens(quote.inner_start, quote.inner_end)
    line = [doc[i] for i in range(first, last + 1) if not doc[i].is_space]
    place = {token.i: n for n, token in enumerate(line)}
    for cue in find_cues(line, place, scene.words):
        if cue.mode != "finite" or not cue.families() & FAMILIES:
            continue
        before = text[quote.inner_start : cue.start].rstrip()
        grammar, leans = doc.grammar, doc[cue.first].plain
        own = leans in grammar.reflexives and leans not in grammar.oneself  # « …, nous dit X »
        if before[-1:] not in (",", "–", "—") or own:
            continue
        find_subject(cue, line, place, True, True, speakers)
        if not cue.inverted or not (cue.clitic or speakers.can_speak(cue.subject)):
            continue
        start = quote.inner_start + len(before)
        end = min(
            (at for at in (text.find(",", cue.end), text.find(".", cue.end)) if at >= 0), default=-1
        )
        if end < 0 or end >= quote.inner_end:
            return Wedged(cue, [(quote.inner_start, start - 1)])
        in_, doing, *_ = [*text[end + 1 : quote.inner_end].split(), "", ""]
        gerund = in_ in doc.grammar.in_ and doing.endswith(scene.words.ends.gerund)
        if not quote.closed and gerund:
            return Wedged(cue, [(quote.inner_start, start)])  # what the speaker did in saying it
        return Wedged(cue, [(quote.inner_start, start), (end + 1, quote.inner_end)])
    return None
