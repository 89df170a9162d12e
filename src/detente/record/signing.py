"""Accords that are concluded on one day and signed on another: which of the two a telling is of."""

from __future__ import annotations

from collections.abc import Sequence

from detente.language.doc import straight
from detente.model import Article, Event
from detente.record.cues import patterns

PACTS = frozenset({"agreement", "ceasefire"})
"""Kinds of what is concluded and signed."""
AFTER = 60
"""Characters from the event's word in which the word stands that says that it is signed."""


def signs(article: Article, event: Event) -> bool:
    """Whether a report tells the signing of an accord, done or to come."""
    if event.kind not in PACTS or not event.mentions:
        return False
    start, stop = event.mentions[0].start, event.mentions[0].end + AFTER
    for sentence in event.mentions[1:2]:
        stop = min(stop, max(sentence.end, event.mentions[0].end))
    text = straight(article.text[start:stop]).split("\n", 1)[0]
    return any(p.search(text) for p in patterns(article.language, "signing"))


def awaits(article: Article, events: Sequence[Event]) -> bool:
    """Whether a report tells that the accord it speaks of is yet to be signed (« l'accord, conclu hier, doit
    être signé le mois prochain »), and of no signing that was."""
    signings = [event for event in events if signs(article, event)]
    ahead = [e for e in signings if e.status == "planned" and e.reference != "new"]
    return bool(ahead) and all(e.status == "planned" for e in signings)
