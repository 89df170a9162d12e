"""How sure the record is of an event, for the order of the review: reasons, each with a weight.

The weights only order the queue (what a person should look at first); they are no probabilities."""

from __future__ import annotations

from detente.model import Event

WEIGHTS = {
    "disputed": 0.35,
    "undated": 0.3,
    "nobody": 0.25,
    "one_source": 0.2,
    "inferred_date": 0.15,
    "vague_date": 0.1,
    "not_told_as_fact": 0.1,
    "no_place": 0.05,
}
_DAY = len("2025-02-27")


def doubts(event: Event, disputed: bool) -> list[str]:
    """The reasons, keys of `WEIGHTS`, to doubt an event, the gravest first."""
    date = event.date or ""
    found = {
        "disputed": disputed,
        "undated": not date,
        "nobody": not event.parties and not event.participants,
        "one_source": event.sources < 2,
        "inferred_date": event.date_basis == "inferred",
        "vague_date": bool(date) and ("/" in date or len(date) < _DAY),
        "not_told_as_fact": event.status not in ("occurred", "ongoing"),
        "no_place": event.place is None and event.venue is None,
    }
    return [reason for reason in WEIGHTS if found[reason]]


def weigh(reasons: list[str]) -> float:
    """The sum of some reasons' weights."""
    return round(sum(WEIGHTS[reason] for reason in reasons), 3)
