"""Which mentions are one event: first in each report, then across reports.

Across reports only events that share a block are compared (their kind's family with their parties,
a person or a city, and the month where it is told), so that cost grows with the number of reports
and not with its square. The best pairs are joined first, each pair weighed again on what is known by then.
A mention whose time is not told is joined only where one event fits and no other. A wrong join
costs more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from detente.record.disputed import APART, better_time, one_but_for
from detente.record.mentions import Mention, Profile
from detente.record.rules import (
    JOIN,
    JOIN_UNDATED,
    join_pair,
    pointing,
    reach,
    same_parties,
    same_week,
    weigh,
)
from detente.record.within import within_report

Key = tuple[str, str, int, str]
Weight = tuple[float, list[str]]
AHEAD_BY = 1.0
"""By so much the best of several fitting events must lead, where the time is not told."""
DATED = 62
"""Days up to which a time is fine enough to be blocked by its months."""


def join(profiles: Sequence[Profile]) -> list[Profile]:
    """The events that some single-mention profiles tell of, by their earliest mention."""
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.key):
        by_article[profile.mentions[0].article].append(profile)
    events = [event for mentions in by_article.values() for event in within_report(mentions)]
    return across_reports(events)


# ---------------------------------------------------------------- across reports


def across_reports(events: Sequence[Profile]) -> list[Profile]:
    """Joins events of different reports, best pairs first, until no pair is left that fits."""
    current = {event.key: event for event in events}
    seen: dict[tuple[Key, Key, int, int], Weight] = {}
    while True:
        pairs: dict[tuple[Key, Key], Weight] = {}
        candidates = _candidates([e for e in current.values() if reach(e) >= JOIN or pointing(e)])
        for a, b in candidates:
            if _told_apart(current[a], current[b]):
                continue
            state = (a, b, len(current[a].mentions), len(current[b].mentions))
            if state not in seen:
                seen[state] = weigh(current[a], current[b])
            if seen[state][1]:
                pairs[(a, b)] = seen[state]
        if any(step(current, pairs) for step in (_join_best, _join_pointing, _join_companions)):
            continue
        if not _join_disputed(current, candidates):
            return [current[key] for key in sorted(current)]


def _told_apart(a: Profile, b: Profile) -> bool:
    """One report tells of both, and has not joined them; unless they are of one day and between
    the same parties."""
    if not a.articles & b.articles:
        return False
    one_day = a.time.single and b.time.single and a.time.first == b.time.first
    return not (one_day and same_parties(a, b) > 1.0)


def _join_best(current: dict[Key, Profile], pairs: Mapping[tuple[Key, Key], Weight]) -> set[Key]:
    """Joins the pairs that weigh enough, each event at most once; the events that were joined."""
    scored = sorted(
        (-weight, a, b, reasons)
        for (a, b), (weight, reasons) in pairs.items()
        if _enough(current[a], current[b], weight)
    )
    fitting: dict[Key, list[tuple[float, Profile]]] = defaultdict(list)
    for negative, a, b, _ in scored:
        fitting[a].append((-negative, current[b]))
        fitting[b].append((-negative, current[a]))
    taken: set[Key] = set()
    found = []
    for negative, a, b, reasons in scored:
        if a in taken or b in taken:
            continue
        if any(_ambiguous(current[k], fitting[k], -negative) for k in (a, b)):
            continue
        found.append((a, b, reasons))
        taken |= {a, b}
    for a, b, reasons in found:
        _replace(current, a, b, f"across reports: {', '.join(reasons)}")
    return taken


def _join_pointing(
    current: dict[Key, Profile], pairs: Mapping[tuple[Key, Key], Weight]
) -> set[Key]:
    """Joins each event that a report only points at (« la première conversation ») to the only
    event told by others that it can be."""
    may_be: dict[Key, set[Key]] = defaultdict(set)
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            points = pointing(current[one]) and not pointing(current[other])
            if points and same_parties(current[one], current[other]) >= 1.0:
                may_be[one].add(other)
    found: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(may_be):
        if len(may_be[key]) == 1 and current[next(iter(may_be[key]))].time.single:
            found[next(iter(may_be[key]))].append(key)
    taken: set[Key] = set()
    for known, pointers in sorted(found.items()):
        joined = known
        for key in pointers:
            taken |= {key, joined}
            reason = "across reports: pointed at as known, and no other event fits"
            joined = _replace(current, key, joined, reason)
    return taken


def _join_companions(
    current: dict[Key, Profile], pairs: Mapping[tuple[Key, Key], Weight]
) -> set[Key]:
    """Joins undated events of the same city and parties that two reports tell which lead with one
    and the same other event, where no other event fits."""
    companions: set[tuple[str, str]] = set()
    for event in current.values():
        leading = sorted({m.article for m in event.mentions if m.lead})
        companions |= set(combinations(leading, 2))
    fitting = []
    for a, b in sorted(pairs):
        one, other = current[a], current[b]
        beside = any(
            (min(x, y), max(x, y)) in companions for x in one.articles for y in other.articles
        )
        alike = same_parties(one, other) > 1.0 and one.cities & other.cities
        if beside and alike and not (one.time.known and other.time.known):
            fitting.append((a, b))
    for a, b in fitting:
        if sum(a in pair or b in pair for pair in fitting) == 1:
            reason = "across reports: in the same city, between the same parties, told beside the same event"
            _replace(current, a, b, reason)
            return {a, b}
    return set()


def _join_disputed(current: dict[Key, Profile], candidates: Iterable[tuple[Key, Key]]) -> set[Key]:
    """Joins events that differ on one thing only, each to the one that most reports tell."""
    may_be: dict[Key, dict[Key, str]] = defaultdict(dict)
    for a, b in candidates:
        differs = one_but_for(current[a], current[b])
        if differs is not None:
            may_be[a][b] = may_be[b][a] = differs
    taken: set[Key] = set()
    for a in sorted(may_be):
        best = min(may_be[a], key=lambda k: (-len(current[k].articles), k))
        if {a, best} & taken:
            continue
        taken |= {a, best}
        one, other = current.pop(a), current.pop(best)
        reason = f"across reports: all the same but for the {may_be[a][best]}, which is disputed"
        joined = one.joined(other, better_time(one, other), reason)
        current[joined.key] = joined
    return taken


def _replace(current: dict[Key, Profile], a: Key, b: Key, reason: str) -> Key:
    """Puts both as one event in their place; its key."""
    joined = join_pair(current.pop(a), current.pop(b), reason)
    current[joined.key] = joined
    return joined.key


def _enough(a: Profile, b: Profile, weight: float) -> bool:
    undated = any(not p.time.told and all(m.event.when is None for m in p.mentions) for p in (a, b))
    return weight >= (JOIN_UNDATED if undated and not same_week(a, b) else JOIN)


def _ambiguous(profile: Profile, fitting: Sequence[tuple[float, Profile]], weight: float) -> bool:
    """The profile's day is not told, and another event, not this one, fits it as well."""
    if profile.time.single or profile.time.lasting:
        return False
    best = [other for w, other in fitting if w > weight - AHEAD_BY]
    return any(
        one.key != other.key and not weigh(one, other)[1] for one, other in combinations(best, 2)
    )


def _candidates(
    events: Sequence[Profile],
) -> set[tuple[Key, Key]]:
    """Pairs of events that share a block, each pair once, the earlier first."""
    dated: dict[tuple[str, ...], dict[str, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    loose: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for event in events:
        for block in _blocks(event):
            months = _months(event)
            if months:
                for month in months:
                    dated[block][month].append(event)
            else:
                loose[block].append(event)
    pairs = set()
    for block in set(dated) | set(loose):
        groups = [*dated[block].values(), loose[block]] if block in dated else [loose[block]]
        for group in groups:
            pairs |= {_pair(a, b) for a, b in combinations(group, 2)}
        for event in loose.get(block, ()):
            for group in dated.get(block, {}).values():
                pairs |= {_pair(event, other) for other in group}
    return {(a, b) for a, b in pairs if a != b}


def _pair(a: Profile, b: Profile) -> tuple[Key, Key]:
    return (a.key, b.key) if a.key < b.key else (b.key, a.key)


def _blocks(event: Profile) -> set[tuple[str, ...]]:
    blocks: set[tuple[str, ...]] = set()
    for family in event.families:
        parties = sorted(event.parties)
        blocks |= {(family, "parties", a, b) for a, b in combinations(parties, 2)}
        blocks |= {(family, "party", parties[0])} if len(parties) == 1 else set()
        blocks |= {(family, "person", person) for person in event.people}
        blocks |= {(family, "city", city) for city in event.cities}
    return blocks


def _months(event: Profile) -> list[str]:
    """The months that a fine time touches, or nearly; empty where it is not told or too wide."""
    time = event.time
    if not time.known or time.length > DATED:
        return []
    first, last = time.first - timedelta(APART), time.last + timedelta(APART)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [
        f"{first.year + (first.month - 1 + n) // 12}-{(first.month - 1 + n) % 12 + 1:02}"
        for n in range(count + 1)
    ]


def refers_to(mention: Mention) -> str:
    """How a report words an event, for reasons: « … »."""
    words = mention.event.mentions[0].exact if mention.event.mentions else mention.event.kind
    return f"« {words} »"
