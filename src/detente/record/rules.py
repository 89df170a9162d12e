"""Why two tellings may be one event, where nothing in `against` forbids it.

Each rule is a function with a docstring, which is what the user is shown; it returns a weight (0:
it has nothing to say). Weights were set by hand so that no single rule joins, and a day, a place
and the parties together do.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.record.against import AGAINST, MEETINGS, ONCE, WEEK, one_round
from detente.record.days import Days
from detente.record.mentions import Profile
from detente.record.news import (
    JUST_DONE,
    SELDOM,
    same_deed,
    same_news,
    same_plan,
    same_seldom,
    same_week,
)
from detente.record.numbers import FREED, HELD, OF, TALLY
from detente.record.signing import PACTS

Rule = Callable[[Profile, Profile], float]

JOIN = 4.0
"""Weight from which two reports' tellings are one event."""
JOIN_UNDATED = 4.5
"""The same where the time of one of them is not told at all."""
KNOWN_BY_PARTIES = frozenset({"call", "exchange", "agreement", "ceasefire", "visit", "withdrawal"})
"""Kinds that a report may point at by the parties alone; talks go on for long, and speeches are many."""
GOING_ON = frozenset({"expulsion", "sanctions", "seizure", "closure", "mobilization", "recall"})
"""Kinds that reports sum up without a time (« des expulsions mutuelles »)."""


# ---------------------------------------------------------------- for


def same_time(a: Profile, b: Profile) -> float:
    """on the same day, or in the same month or year"""
    met = a.time.meet(b.time)
    if met is None or not a.time.told or not b.time.told:
        return 0.0
    if a.time.single and b.time.single:
        return 3.0
    if not a.time.known or not b.time.known:
        numbered = a.time.day is not None and b.time.day is not None
        if numbered or (a.time.day and b.time.single) or (b.time.day and a.time.single):
            return 2.5
        bare = a.time.weekday is not None and b.time.weekday is not None
        named = any(
            (one.weekday is not None and (other.single or other.lasting))
            or (one.month is not None and other.single)
            for one, other in _both_ways(a, b)
        )
        return 1.5 if bare or named else 0.3
    wide = max(a.time.length, b.time.length)
    if wide > 7 and any(
        one.weekday is not None and other.single for one, other in _both_ways(a, b)
    ):
        return 1.5
    return 2.0 if wide <= 7 else 1.2 if wide <= 31 else 0.5 if wide <= 366 else 0.0


def _both_ways(a: Profile, b: Profile) -> tuple[tuple[Days, Days], tuple[Days, Days]]:
    return (a.time, b.time), (b.time, a.time)


def same_night(a: Profile, b: Profile) -> float:
    """in a night that one tells by its weekdays and the other by its days"""
    for one, other in ((a, b), (b, a)):
        nights = {
            (when.weekday, when.until.weekday)
            for m in one.mentions
            if (when := m.event.when) is not None and when.until is not None
            if when.unit == when.until.unit == "weekday"
        }
        time = other.time
        if not one.time.told and time.known and time.length == 1:
            return 1.5 if (time.first.weekday(), time.last.weekday()) in nights else 0.0
    return 0.0


def same_round(a: Profile, b: Profile) -> float:
    """on the next day, told as going on"""
    return 3.0 if a.time.meet(b.time) is None and one_round(a, b) else 0.0


def same_place(a: Profile, b: Profile) -> float:
    """in the same city or country"""
    return 2.0 if a.cities & b.cities else 0.7 if a.countries & b.countries else 0.0


def same_venue(a: Profile, b: Profile) -> float:
    """in the same building"""
    for words_a, states_a in a.venues:
        for words_b, states_b in b.venues:
            if words_a & words_b and states_a & states_b:
                return 1.5
            if words_a & words_b and not (states_a or states_b):
                return 1.0
    return 0.0


def same_parties(a: Profile, b: Profile) -> float:
    """between the same parties"""
    if not a.parties or not b.parties:
        return 0.0
    if a.parties == b.parties:
        return 1.5 if same_sides(a, b) else 0.8
    shared = len(a.parties & b.parties)
    return 1.2 if shared > 1 else 0.5 if shared else 0.0


def same_sides(a: Profile, b: Profile) -> bool:
    """Whether both are told to be between the same two parties or more."""
    return a.parties == b.parties and len(a.parties) > 1


def same_bodies(a: Profile, b: Profile) -> float:
    """between the same bodies of one state"""
    shared = len(a.bodies & b.bodies) if len(a.parties | b.parties) <= 1 else 0
    return 1.0 if shared > 1 else 0.7 if shared else 0.0


def same_name(a: Profile, b: Profile) -> float:
    """called by a name that one such event has"""
    return 4.0 if a.names & b.names and a.parties & b.parties else 0.0


def same_people(a: Profile, b: Profile) -> float:
    """with the same people"""
    return min(3.0, 1.5 * len(a.people & b.people))


def same_fate(a: Profile, b: Profile) -> float:
    """the same thing done to the same person, or to as many of one state's people"""
    if a.kinds & b.kinds & ONCE and a.people & b.people:
        return 2.5
    nested = a.parties <= b.parties or b.parties <= a.parties
    as_many = any(of.startswith(OF) for of, _ in a.numbers & b.numbers)
    return 2.5 if as_many and nested and a.kinds & b.kinds & HELD else 0.0


def same_released(a: Profile, b: Profile) -> float:
    """the same people were freed"""
    return 3.0 if a.released & b.released else 0.0


def same_number(a: Profile, b: Profile) -> float:
    """done to the same number of people, or by as many votes"""
    shared = a.numbers & b.numbers
    freed = any(of.startswith(FREED) for of, _ in shared) and a.kinds & b.kinds & SELDOM
    votes = any(of == TALLY for of, _ in shared)
    return 3.0 if freed or votes else 1.5 if shared else 0.0


def same_topics(a: Profile, b: Profile) -> float:
    """about the same things"""
    return min(0.6, 0.3 * len(a.topics & b.topics))


def same_words(a: Profile, b: Profile) -> float:
    """in the same words"""
    around = {words for _, words in told_words(a)}
    return 6.0 if around & {m.around for m in b.mentions} else 0.0


def told_words(profile: Profile) -> set[tuple[str, str]]:
    """The kind of each mention with the words about it, where they are enough to tell one from another."""
    return {(m.event.kind, m.around) for m in profile.mentions if len(m.around) > 60}


def same_unsigned(a: Profile, b: Profile) -> float:
    """concluded, and yet to be signed"""
    waiting = all(any(m.unsigned for m in p.mentions) for p in (a, b))
    return 3.0 if waiting and a.parties & b.parties else 0.0


def same_past(a: Profile, b: Profile) -> float:
    """told by both as long past, of the same month or year"""
    if not a.parties & b.parties or not all(map(_long_past, (a, b))):
        return 0.0
    met = a.time.meet(b.time)
    truces = "ceasefire" in a.kinds and "ceasefire" in b.kinds
    if met is None or not (truces or met == a.time == b.time):
        return 0.0
    return 2.0 if a.kinds & b.kinds & JUST_DONE else 0.0


def _long_past(profile: Profile) -> bool:
    """Of a month or a year that was over when its reports came out."""
    time = profile.time
    if not time.known or time.single or time.lasting:
        return False
    return all(m.out.known and (m.out.first - time.last).days > WEEK for m in profile.mentions)


def both_vague(a: Profile, b: Profile) -> float:
    """told by both without time, place or person, as what has gone on between the parties"""
    return 3.0 if all(map(_vague, (a, b))) and a.parties == b.parties else 0.0


def pointed_at(a: Profile, b: Profile) -> float:
    """referred to as known (« la rencontre », « cette rencontre »)"""
    return 1.0 if any(_all_definite(p) for p in (a, b)) else 0.0


FOR: tuple[Rule, ...] = (
    same_words,
    same_time,
    same_night,
    same_round,
    same_place,
    same_venue,
    same_parties,
    same_bodies,
    same_name,
    same_people,
    same_fate,
    same_released,
    same_number,
    same_topics,
    same_unsigned,
    same_past,
    both_vague,
    same_week,
    same_news,
    same_seldom,
    same_deed,
    same_plan,
    pointed_at,
)

_WORDED = tuple((rule, (rule.__doc__ or "").strip()) for rule in FOR)


def weigh(a: Profile, b: Profile) -> tuple[float, list[str]]:
    """The weight of what speaks for one event, with the reasons; 0 where something forbids it."""
    for rule in AGAINST:
        if rule(a, b):
            return 0.0, []
    weights = [(weight, words) for rule, words in _WORDED if (weight := rule(a, b))]
    return sum(weight for weight, _ in weights), [words for _, words in weights]


def enough(a: Profile, b: Profile, weight: float) -> bool:
    """Whether a weight makes one event of two. What the same people do again and again is one only
    where something tells the time of both, or a report that does not tell it points at a known one
    in the same city."""
    timeless = [p for p in (a, b) if _timeless(p)]
    fresh = same_week(a, b) or same_news(a, b)
    again = (a.kinds | b.kinds) <= MEETINGS and not fresh and not same_words(a, b)
    known = any(_all_definite(p) for p in timeless) and bool(a.cities & b.cities)
    if timeless and again and not known:
        return False
    if any(_other_pact(p, other) for p, other in ((a, b), (b, a))) and not (
        fresh or same_deed(a, b)
    ):
        return False
    return weight >= (JOIN_UNDATED if timeless and not fresh else JOIN)


def _other_pact(news: Profile, known: Profile) -> bool:
    """A report opens with a pact as done, and another tells the day of one: the same people make
    several, so that something must tell when, or where, the first was."""
    pacts = (news.kinds | known.kinds) <= PACTS and not news.cities & known.cities
    return pacts and not news.time.told and known.time.told and any(m.opens for m in news.mentions)


def _timeless(profile: Profile) -> bool:
    """Told without any time, not even one that its report's own day would settle."""
    return not profile.time.told and all(m.event.when is None for m in profile.mentions)


def pointing(profile: Profile) -> bool:
    """Whether a report only points at an event of a kind that is known by its parties, or by the body
    of one state whose it is."""
    return (
        not profile.time.told
        and (len(profile.parties) > 1 or bool(profile.bodies))
        and profile.kinds <= KNOWN_BY_PARTIES
        and _all_definite(profile)
    )


def reach(profile: Profile) -> float:
    """The most that the rules can give it, by what it tells: below `JOIN` it need not be compared."""
    return (
        3.0 * profile.time.told
        + 2.0 * bool(profile.cities or profile.countries)
        + 1.5 * bool(profile.venues)
        + 1.5 * bool(profile.parties)
        + 1.0 * bool(profile.bodies)
        + 4.0 * bool(profile.names)
        + min(3.0, 1.5 * len(profile.people))
        + 2.5 * bool((profile.people or profile.numbers) and profile.kinds & ONCE)
        + 2.0 * (profile.time.known and not profile.time.single)
        + 3.0 * bool(profile.released)
        + 3.0 * bool(profile.numbers)
        + min(0.6, 0.3 * len(profile.topics))
        + 3.0 * _vague(profile)
        + 2.0 * any(m.lead for m in profile.mentions)
        + 3.0 * any(m.unsigned for m in profile.mentions)
        + 1.0
    )


def join_pair(a: Profile, b: Profile, reason: str) -> Profile:
    """Both as one event. Raises `ValueError` where their times do not meet, which the rules
    against have seen to."""
    time = meeting_time(a, b)
    if time is None:
        raise ValueError("events of different days cannot be joined")
    return a.joined(b, time, reason)


def meeting_time(a: Profile, b: Profile) -> Days | None:
    """The days that both times allow, or those of the round that both are days of, or None."""
    return a.time.meet(b.time) or one_round(a, b)


def _vague(profile: Profile) -> bool:
    told = profile.time.told or profile.cities or profile.countries or profile.people
    return not told and len(profile.parties) > 1 and profile.kinds <= GOING_ON


def _all_definite(profile: Profile) -> bool:
    return all(m.event.reference != "new" and m.event.nominal for m in profile.mentions)
