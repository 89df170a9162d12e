"""Blocks: what mentions of one event have in common, so that only those that share one are compared:
their kind's family with their parties, a person, a city or how many were held, in the months that their
time touches."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations

from detente.record.disputed import APART
from detente.record.mentions import Profile
from detente.record.numbers import OF

Block = tuple[str, ...]
ALL = "*"
LOOSE = ""
"""The month of what has no fine time."""
NAMED = 3
"""Parties of a pact up to which one of them finds it: who mediates it may be told as one."""
DATED = 62
"""Days up to which a time is fine enough to be blocked by its months."""


def stands(event: Profile) -> set[Block]:
    """The blocks in which an event is found: those that it has with any like it, and that of its
    city with its parties, and with all."""
    return _shared(event) | {
        (family, "city", city, party)
        for family in event.families
        for city in event.cities
        for party in (*(event.parties or ("",)), ALL)
    }


def looks(event: Profile) -> set[Block]:
    """The blocks in which it looks for others: of those of its city, with its parties and among
    those that have none; one without parties, or an attack, which reports may lay to different
    doers, with all. Of two events each looks where the other stands, or neither."""
    return _shared(event) | {
        (family, "city", city, party)
        for family in event.families
        for city in event.cities
        for party in ((*event.parties, "") if event.parties and family != "attack" else (ALL,))
    }


def _shared(event: Profile) -> set[Block]:
    found: set[Block] = set()
    for family in event.families:
        parties = sorted(event.parties)
        found |= {(family, "parties", a, b) for a, b in combinations(parties, 2)}
        alone = len(parties) == 1 or (family == "pact" and len(parties) <= NAMED)
        found |= {(family, "party", party) for party in parties} if alone else set()
        found |= {(family, "person", person) for person in event.people}
        found |= {(family, of, f"{n:g}") for of, n in event.numbers if of.startswith(OF)}
    return found


def months(event: Profile) -> list[str]:
    """The months that a fine time touches, or nearly (`2024-03`); empty where it is not told or too
    wide."""
    time = event.time
    if not time.known or time.length > DATED:
        return []
    first, last = time.first - timedelta(APART), time.last + timedelta(APART)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [
        f"{first.year + (first.month - 1 + n) // 12}-{(first.month - 1 + n) % 12 + 1:02}"
        for n in range(count + 1)
    ]


def seasons(event: Profile) -> tuple[set[str], set[str]]:
    """Where in time an event looks for others in a block, and where it stands: in its months; where
    only a month without its year is told, in that month of all years; else in all time. Of two
    events each looks where the other stands, or neither."""
    fine, month = months(event), event.time.month
    if fine:
        years = {m[-2:] for m in fine}
        return {*fine, LOOSE, *(f"~{m}" for m in years)}, {*fine, ALL, *years}
    if month:
        return {f"{month:02}", LOOSE, f"~{month:02}"}, {f"~{month:02}", "~"}
    return {ALL, LOOSE, "~"}, {LOOSE}
