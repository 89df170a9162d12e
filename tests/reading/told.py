"""What the tests of events share: a text, read as a report, and the events that it tells."""

from __future__ import annotations

from detente.model import Article, Event, Published
from detente.reading import draft_of
from detente.reading.draft import Draft

THURSDAY = "2025-06-12"
"""The day that a report of these tests came out, where the test names no other."""


def report(text: str, date: str = THURSDAY) -> Article:
    """A dispatch of this text that came out on this day."""
    published = Published(date=date, basis="given")
    return Article(id="a", source="a", text=text, language="fr", outlet="AFP", published=published)


def draft(text: str, date: str = THURSDAY) -> Draft:
    """The reading of such a dispatch, as far as its events."""
    return draft_of(report(text, date), upto="events")


def events(text: str, *kinds: str, date: str = THURSDAY) -> list[Event]:
    """The events that it tells; only those of some kinds, where kinds are named."""
    return [event for event in draft(text, date).events if not kinds or event.kind in kinds]


def one(text: str, *kinds: str) -> Event:
    """The one event of these kinds; fails where there is none, or more than one."""
    found = events(text, *kinds)
    assert len(found) == 1, [(e.kind, e.status, e.parties) for e in found or events(text)]
    return found[0]
