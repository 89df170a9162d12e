"""Which mentions are one event: first in each report, then across reports.

Across reports only events that share a block are compared (their kind's family with their parties,
a person or a city, and the month where it is told), so that cost grows with the number of reports
and not with its square. The best pairs are joined first, each pair weighed again on what is known by then.
A mention whose time is not told is joined only where one event fits and no other. A wrong join
costs more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from detente.record.mentions import Mention, Profile
from detente.record.rules import (
    AGAINST,
    JOIN,
    JOIN_UNDATED,
    meeting_time,
    reach,
    same_people,
    same_place,
    same_time,
    weigh,
)

Key = tuple[str, str, int, str]
AHEAD_BY = 1.0
"""By so much the best of several fitting events must lead, where the time is not told."""
ONE_PASSAGE = 600
"""Characters within which a report takes an exchange apart into its releases."""
DATED = 62
"""Days up to which a time is fine enough to be blocked by its months."""


def join(profiles: Sequence[Profile]) -> list[Profile]:
    """The events that some single-mention profiles tell of, by their earliest mention."""
    by_article: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.key):
        by_article[profile.mentions[0].article].append(profile)
    events = [event for mentions in by_article.values() for event in within_report(mentions)]
    return across_reports(events)


# ---------------------------------------------------------------- in one report


def within_report(mentions: Iterable[Profile]) -> list[Profile]:
    """Joins each mention of a report, in the order of the text, to the nearest earlier event that
    it refers to, or that it agrees with."""
    events: list[Profile] = []
    for mention in mentions:
        best: tuple[float, int, int, str] | None = None
        for i, event in enumerate(events):
            weight, reasons = _weigh_within(event, mention)
            near = max(m.start for m in event.mentions)
            if weight and (best is None or (weight, near) > best[:2]):
                best = (weight, near, i, f"in one report: {', '.join(reasons)}")
        if best is None:
            events.append(mention)
        else:
            _, _, i, reason = best
            events[i] = _join(events[i], mention, reason)
    return events


def _weigh_within(event: Profile, mention: Profile) -> tuple[float, list[str]]:
    """How well a mention fits an earlier event of the same report; 0 where it does not."""
    weight, reasons = weigh(event, mention)
    told = mention.mentions[0].event
    if any(rule(event, mention) for rule in AGAINST):
        return 0.0, []
    refers = told.nominal and told.reference != "new"
    if refers and _nothing_new(event, mention):
        return weight + 3.0, [*reasons, "referred to by « the » or « this »"]
    if (told.kind == "release" and "exchange" in event.kinds) or (
        told.kind == "exchange" and event.kinds == {"release"}
    ):
        apart = min(abs(m.start - mention.mentions[0].start) for m in event.mentions)
        if apart <= ONE_PASSAGE:
            return weight + 3.0, [*reasons, "the releases that an exchange is made of"]
    headline = any(m.start < 200 for m in event.mentions) and mention.mentions[0].lead
    needed = JOIN - 1.0 if headline else JOIN
    agrees = same_time(event, mention) or same_place(event, mention) or same_people(event, mention)
    return (weight, reasons) if weight >= needed and agrees else (0.0, [])


def _nothing_new(event: Profile, mention: Profile) -> bool:
    """The mention tells no time, place or person that the event does not have."""
    timed = mention.time.told and not event.time.told
    placed = bool(mention.cities and not event.cities and event.countries)
    peopled = bool(mention.people - event.people and event.people)
    return not (timed and placed) and not peopled


# ---------------------------------------------------------------- across reports


def across_reports(events: Sequence[Profile]) -> list[Profile]:
    """Joins events of different reports, best pairs first, until no pair is left that fits."""
    current = {event.key: event for event in events}
    seen: dict[tuple[Key, Key, int, int], tuple[float, list[str]]] = {}
    while True:
        scored = []
        for a, b in _candidates([e for e in current.values() if reach(e) >= JOIN]):
            state = (a, b, len(current[a].mentions), len(current[b].mentions))
            if state not in seen:
                seen[state] = weigh(current[a], current[b])
            weight, reasons = seen[state]
            if reasons and _enough(current[a], current[b], weight):
                scored.append((-weight, a, b, reasons))
        scored.sort()
        fitting: dict[Key, list[tuple[float, Profile]]] = defaultdict(list)
        for negative, a, b, _ in scored:
            fitting[a].append((-negative, current[b]))
            fitting[b].append((-negative, current[a]))
        taken: set[Key] = set()
        for negative, a, b, reasons in scored:
            if a in taken or b in taken:
                continue
            if any(_ambiguous(current[k], fitting[k], -negative) for k in (a, b)):
                continue
            joined = _join(current[a], current[b], f"across reports: {', '.join(reasons)}")
            taken |= {a, b}
            del current[a], current[b]
            current[joined.key] = joined
        if not taken:
            return [current[key] for key in sorted(current)]


def _join(a: Profile, b: Profile, reason: str) -> Profile:
    time = meeting_time(a, b)
    if time is None:  # the rules against have seen to it that there is one
        raise ValueError("events of different days cannot be joined")
    return a.joined(b, time, reason)


def _enough(a: Profile, b: Profile, weight: float) -> bool:
    undated = any(not p.time.told and all(m.event.when is None for m in p.mentions) for p in (a, b))
    return weight >= (JOIN_UNDATED if undated else JOIN)


def _ambiguous(profile: Profile, fitting: Sequence[tuple[float, Profile]], weight: float) -> bool:
    """The profile's day is not told, and another event, not this one, fits it as well."""
    if profile.time.single:
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
    """The months that a fine time touches; empty where it is not told or too wide."""
    time = event.time
    if not time.known or time.length > DATED:
        return []
    first, last = time.first, time.last
    count = (last.year - first.year) * 12 + last.month - first.month
    return [
        f"{first.year + (first.month - 1 + n) // 12}-{(first.month - 1 + n) % 12 + 1:02}"
        for n in range(count + 1)
    ]


def refers_to(mention: Mention) -> str:
    """How a report words an event, for reasons: « … »."""
    words = mention.event.mentions[0].exact if mention.event.mentions else mention.event.kind
    return f"« {words} »"
