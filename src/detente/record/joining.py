"""Which mentions are one event: first in each report, then across reports.

Across reports only events that share a block are compared (their kind's family with their parties,
a person or a city, and the month where it is told), so that cost grows with the number of reports
and not with its square. The best pairs are joined first, each pair weighed again on what is known by then.
A mention whose time is not told is joined only where one event fits and no other. A wrong join
costs more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from detente.record.blocks import LOOSE, Block, looks, months, stands
from detente.record.disputed import better_time, one_but_for
from detente.record.mentions import Mention, Profile
from detente.record.rules import (
    JOIN,
    enough,
    join_pair,
    pointing,
    reach,
    same_bodies,
    same_sides,
    told_words,
    weigh,
)
from detente.record.within import within_report

Key = tuple[str, str, int, str]
Pair = tuple[Key, Key]
Weight = tuple[float, list[str]]
AHEAD_BY = 1.0
"""By so much the best of several fitting events must lead, where the time is not told."""


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
    board = _Board(events)
    steps = (_join_best, _join_pointing, _join_companions, _join_disputed)
    while any(step(board) for step in steps):
        pass
    return [board.current[key] for key in sorted(board.current)]


class _Board:
    """The events so far, and the pairs of them that share a block: only what a join changes is
    looked at again."""

    def __init__(self, events: Sequence[Profile]) -> None:
        self.current: dict[Key, Profile] = {}
        self.weights: dict[Pair, Weight] = {}
        """Pairs that something speaks for, the earlier event first."""
        self.enough: dict[Pair, Weight] = {}
        """Those of them that weigh enough."""
        self.differing: dict[Pair, str] = {}
        """Pairs that are the same but for one thing, and what."""
        self._near: dict[Key, set[Key]] = defaultdict(set)
        self._blocks: dict[Block, dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
        self._words: dict[tuple[str, str], set[Key]] = defaultdict(set)
        """Events by their kind and the words about them, which copies repeat."""
        for event in events:
            self._add(event)

    def join(self, a: Key, b: Key, reason: str) -> None:
        """Makes two events one."""
        self._put(join_pair(self.current[a], self.current[b], reason), a, b)

    def join_disputed(self, a: Key, b: Key, reason: str) -> None:
        """Makes one event of two whose times need not meet."""
        one, other = self.current[a], self.current[b]
        self._put(one.joined(other, better_time(one, other), reason), a, b)

    def _put(self, joined: Profile, *gone: Key) -> None:
        for key in gone:
            self._remove(key)
        self._add(joined)

    def _add(self, event: Profile) -> None:
        self.current[event.key] = event
        near: set[Key] = set()
        for words in told_words(event):
            near |= self._words[words]
            self._words[words].add(event.key)
        if reach(event) >= JOIN or pointing(event):
            when = months(event)
            for block in looks(event):
                by_month = self._blocks.get(block, {})
                for month in (*when, LOOSE) if when else list(by_month):
                    near |= by_month.get(month, set())
            for block in stands(event):
                for month in when or (LOOSE,):
                    self._blocks[block][month].add(event.key)
        for key in near - {event.key}:
            self._compare(*sorted((event.key, key)))

    def _compare(self, a: Key, b: Key) -> None:
        one, other = self.current[a], self.current[b]
        if (differs := one_but_for(one, other)) is not None:
            self.differing[(a, b)] = differs
        weight = (0.0, []) if _told_apart(one, other) else weigh(one, other)
        if weight[1]:
            self.weights[(a, b)] = weight
            if enough(one, other, weight[0]):
                self.enough[(a, b)] = weight
        if weight[1] or differs is not None:
            self._near[a].add(b)
            self._near[b].add(a)

    def _remove(self, key: Key) -> None:
        event = self.current.pop(key)
        for block in stands(event):
            for month in months(event) or (LOOSE,):
                self._blocks[block][month].discard(key)
        for words in told_words(event):
            self._words[words].discard(key)
        for other in self._near.pop(key, ()):
            self._near[other].discard(key)
            pair = (key, other) if key < other else (other, key)
            self.weights.pop(pair, None)
            self.enough.pop(pair, None)
            self.differing.pop(pair, None)


def _told_apart(a: Profile, b: Profile) -> bool:
    """One report tells of both, and has not joined them; unless they are of one day and between
    the same parties."""
    if not a.articles & b.articles:
        return False
    one_day = a.time.single and b.time.single and a.time.first == b.time.first
    return not (one_day and same_sides(a, b))


def _join_best(board: _Board) -> bool:
    """Joins the pairs that weigh enough, each event at most once; whether there were any."""
    current = board.current
    scored = sorted((-weight, a, b, reasons) for (a, b), (weight, reasons) in board.enough.items())
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
        board.join(a, b, f"across reports: {', '.join(reasons)}")
    return bool(found)


def _join_pointing(board: _Board) -> bool:
    """Joins events that a report only points at (« la première conversation ») each to the only
    event told by others that it can be."""
    current = board.current
    may_be: dict[Key, set[Key]] = defaultdict(set)
    for a, b in board.weights:
        for one, other in ((a, b), (b, a)):
            x, y = current[one], current[other]
            points = pointing(x) and not pointing(y)
            if points and (same_sides(x, y) or same_bodies(x, y)):
                may_be[one].add(other)
    single = {
        key: other
        for key, others in may_be.items()
        if len(others) == 1 and current[other := next(iter(others))].time.single
    }
    return _join_all(board, single, "pointed at as known, and no other event fits")


def _join_all(board: _Board, pairs: Mapping[Key, Key], why: str) -> bool:
    """Joins pairs in order, each event at most once; whether there were any."""
    taken: set[Key] = set()
    for a in sorted(pairs):
        if not {a, pairs[a]} & taken:
            taken |= {a, pairs[a]}
            board.join(a, pairs[a], f"across reports: {why}")
    return bool(taken)


def _join_companions(board: _Board) -> bool:
    """Joins undated events of the same city and parties that two reports tell which lead with one
    and the same other event, where no other event fits."""
    current = board.current
    companions: set[tuple[str, str]] = set()
    for event in current.values():
        leading = sorted({m.article for m in event.mentions if m.lead})
        companions |= set(combinations(leading, 2))
    fitting: dict[Key, set[Key]] = defaultdict(set)
    for a, b in board.weights:
        one, other = current[a], current[b]
        beside = any(
            (min(x, y), max(x, y)) in companions for x in one.articles for y in other.articles
        )
        alike = same_sides(one, other) and one.cities & other.cities
        if beside and alike and not (one.time.known and other.time.known):
            fitting[a].add(b)
            fitting[b].add(a)
    single = {a: next(iter(others)) for a, others in fitting.items() if len(others) == 1}
    single = {a: b for a, b in single.items() if single.get(b) == a}
    return _join_all(
        board, single, "in the same city, between the same parties, told beside the same event"
    )


def _join_disputed(board: _Board) -> bool:
    """Joins events that differ on one thing only, each to the one that most reports tell."""
    current = board.current
    may_be: dict[Key, dict[Key, str]] = defaultdict(dict)
    for (a, b), differs in board.differing.items():
        may_be[a][b] = may_be[b][a] = differs
    taken: set[Key] = set()
    found = []
    for a in sorted(may_be):
        best = min(may_be[a], key=lambda k: (-len(current[k].articles), k))
        if not {a, best} & taken:
            taken |= {a, best}
            found.append((a, best, may_be[a][best]))
    for a, b, differs in found:
        reason = f"across reports: all the same but for the {differs}, which is disputed"
        board.join_disputed(a, b, reason)
    return bool(found)


def _ambiguous(profile: Profile, fitting: Sequence[tuple[float, Profile]], weight: float) -> bool:
    """The profile's day is not told, and another event, not this one, fits it as well."""
    if profile.time.single or profile.time.lasting:
        return False
    best = [other for w, other in fitting if w > weight - AHEAD_BY]
    return any(
        one.key != other.key and not weigh(one, other)[1] for one, other in combinations(best, 2)
    )


def refers_to(mention: Mention) -> str:
    """How a report words an event, for reasons: « … »."""
    words = mention.event.mentions[0].exact if mention.event.mentions else mention.event.kind
    return f"« {words} »"
