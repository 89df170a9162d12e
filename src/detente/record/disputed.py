"""Two tellings that are of one event, though they differ on where, when or by whom it was done.

Such a join rests on everything else: the same people, on the same day, between the same parties, in
reports that tell of one such event each. It is made last, and what differs becomes a dispute. Day and
place both different: two events.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.record.against import AGAINST, other_parties, other_place, other_time
from detente.record.days import Days
from detente.record.mentions import Profile

FREED = frozenset({"exchange", "release"})
"""Kinds that a person goes through once in some days."""
PLACED = frozenset({"talks", "mediation", "agreement", "exchange", "release", "ceasefire"})
"""Kinds of which the same people hold one a day, as a rule."""
APART = 3
"""Days by which reports may be wrong about when somebody was freed."""
SIGNED_APART = 2
"""The same of an agreement, signed by the same people in the same city."""
Against = Callable[[Profile, Profile], bool]


def one_but_for(a: Profile, b: Profile) -> str | None:
    """What two tellings differ on that are of one event all the same: `place`, `date` or `doer`;
    None where they do not differ, or are two events."""
    if a.articles & b.articles or not a.kinds & b.kinds:
        return None
    for name, rule, holds in DIFFERENCES:
        if holds(a, b) and rule(a, b) and not any(r(a, b) for r in AGAINST if r is not rule):
            return name
    return None


def elsewhere(a: Profile, b: Profile) -> bool:
    """The same people on the same day."""
    one_day = a.time.single and b.time.single and a.time.first == b.time.first
    if not one_day or not (a.kinds | b.kinds) <= PLACED or not _both_sides(a, b):
        return False
    return bool(a.released & b.released) or len(a.people & b.people) > 1


def another_day(a: Profile, b: Profile) -> bool:
    """The same people freed some days apart, or signing in the same city the day before or after."""
    if not (a.time.single and b.time.single) or not _both_sides(a, b):
        return False
    apart = abs((a.time.first - b.time.first).days)
    if (a.kinds | b.kinds) <= FREED:
        return apart <= APART and a.released == b.released != set()
    signed = a.kinds == b.kinds == {"agreement"} and bool(a.cities & b.cities)
    return signed and apart <= SIGNED_APART and len(a.people & b.people) > 1


def another_doer(a: Profile, b: Profile) -> bool:
    """The same number of dead in the same city on the same day."""
    one_day = a.time.single and b.time.single and a.time.first == b.time.first
    attack = a.kinds == b.kinds == {"attack"}
    return attack and one_day and bool(a.cities & b.cities) and bool(a.numbers & b.numbers)


DIFFERENCES: tuple[tuple[str, Against, Against], ...] = (
    ("place", other_place, elsewhere),
    ("date", other_time, another_day),
    ("doer", other_parties, another_doer),
)


def _both_sides(a: Profile, b: Profile) -> bool:
    return a.parties == b.parties and len(a.parties) > 1


def better_time(a: Profile, b: Profile) -> Days:
    """The day that more reports give; of equals that of the earlier report."""
    return min((a, b), key=lambda p: (-len(p.articles), p.key)).time
