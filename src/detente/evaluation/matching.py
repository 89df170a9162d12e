"""Which event of a record answers which event of a reference record."""

from __future__ import annotations

from detente.evaluation.names import Book, any_of, bounds, date_fits
from detente.evaluation.reference import Reference, Wanted
from detente.model import Event

HELD = (None, "occurred", "ongoing")
"""Statuses of what is told as having happened."""


def alike(book: Book, event: Event, want: Wanted) -> float:
    """How well an event answers a wanted one, 0 where it cannot be the same: the kind has to be one
    of those wanted, and the days, a party, a freed person, the state and a report must not differ."""
    if event.kind not in any_of(want.kind):
        return 0.0
    score = 1.0
    found, wanted = bounds(event.date), bounds(want.date)
    if found and wanted:
        if found[1] < wanted[0] or found[0] > wanted[1]:
            return 0.0
        score += 1.0 if date_fits(event.date, want.date) else 0.3
    parties = book.parties(event)
    if want.parties and parties:
        shared = set(want.parties) & parties
        if not shared:
            return 0.0
        score += len(shared) / len(set(want.parties) | parties)
    if want.participants:
        there = sum(book.is_one_of(book.people(event), p) for p in want.participants)
        score += there / len(want.participants)
        if want.released and not there:
            return 0.0
    if want.place and event.place:
        same = (event.place.country or "").upper() == want.place.country
        if event.place.country and not same:
            return 0.0
        score += 0.5 * same
    if want.articles:
        told = set(want.articles) & book.sources(event)
        if not told:
            return 0.0
        score += len(told) / len(want.articles)
    return score


def match(book: Book, reference: Reference) -> dict[int, int]:
    """The best pairs first, each event in one pair at most: index of the found event to that of the
    wanted one."""
    pairs = sorted(
        (
            (alike(book, event, want), want.core, i, j)
            for i, event in enumerate(book.record.events)
            for j, want in enumerate(reference.events)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in pairs:
        if score > 0 and i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found
