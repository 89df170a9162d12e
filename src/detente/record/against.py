"""Why two tellings cannot be one event. Each rule says in its docstring what it holds against."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import timedelta
from typing import Protocol

from detente.record.days import Days, lasting
from detente.record.mentions import AHEAD, GONE, Mention, Profile
from detente.record.signing import PACTS

ANSWERED = frozenset({"expulsion", "sanctions", "seizure", "closure", "recall"})
"""Kinds that one state does and another answers with."""
WEEK = 7
"""Days before a report came out in which the news is that it leads with."""
MONTH = 31
"""Days."""
HEADLINE = 200
"""Characters from the start in which the headline or the first sentence stands."""
MEETINGS = frozenset({"talks", "call", "visit", "mediation", "speech"})
"""Kinds that the same people hold again and again, so that when it was tells one from another."""
OF_TWO = frozenset({"call", "visit"})
"""Kinds that are between two: who telephones two on one day telephones twice."""
ONCE = frozenset(
    {"sentencing", "extradition", "detention", "appointment", "dismissal", "resignation", "coup"}
)
"""What is done to a person once, as a rule, so that the person tells the event."""


def other_kind(a: Profile, b: Profile) -> bool:
    """They are of kinds that nobody takes for each other."""
    if not a.families & b.families:
        return True
    kinds = a.kinds | b.kinds
    if len(kinds) == 1:
        return False
    if kinds == PACTS:  # an accord to hold fire
        told_alike = a.topics & b.topics or not (a.topics and b.topics)
        one_day = (
            (same_day(a, b) or _one_month(a, b)) and told_alike and not a.articles & b.articles
        )
        return "ceasefire" not in a.topics & b.topics and not one_day
    if "visit" in kinds and a.kinds != b.kinds:  # one may visit and meet: two events
        return True
    if "speech" in kinds:  # « une réunion », at which one speaks
        return not (a.people & b.people and same_day(a, b))
    return False


def other_status(a: Profile, b: Profile) -> bool:
    """One happened, the other is denied, only supposed, or planned for a time not told."""
    gone = [bool(p.statuses & GONE) for p in (a, b)]
    if gone[0] != gone[1] or (gone[0] and a.statuses != b.statuses):
        return True
    ahead = [p.statuses <= AHEAD for p in (a, b)]
    if ahead[0] == ahead[1]:
        return False
    fine = a.time.known and b.time.known and a.time.length <= 7 and b.time.length <= 7
    return not (fine or (planned_for(a, b) if ahead[0] else planned_for(b, a)))


def planned_for(plan: Profile, act: Profile) -> bool:
    """Whether one is planned for the day of the other, where the day of one is not known: by its
    number, or by its city and month (a meeting between the same sides); or, of what is not held again
    and again, by its weekday (« sera libéré vendredi »), or by its city and people where the act's
    report tells its day by its own (« ont signé hier »)."""
    known, words = (act.time, plan.time) if act.time.single else (plan.time, act.time)
    if not known.single or known.meet(words) is None:
        return False
    city = bool(plan.cities & act.cities)
    if words.day is not None and not words.known:
        return True
    if plan.kinds <= MEETINGS:
        of_sides = len(plan.parties & act.parties) > 1 and words == plan.time
        return city and of_sides and words.known and words.length <= MONTH
    if words.weekday is not None and not words.known:
        return True
    placed = plan.time.single and city
    if words.known:
        return placed and words.length <= MONTH
    return placed and bool(plan.people & act.people)


def other_time(a: Profile, b: Profile) -> bool:
    """Their days are not the same, or none of the dossier's years has them (8 September is no Friday),
    or a report of the one would tell months of the other's year as those of another."""
    met = a.time.meet(b.time)
    if met is None:
        return one_round(a, b) is None
    if met.weekday is not None and met.day is not None and not met.known:
        windows = {m.window for p in (a, b) for m in p.mentions}
        if all(window.known and not met.within(window) for window in windows):
            return True
    for one, other in ((a, b), (b, a)):
        if any(_too_early(m, other.time) for m in one.mentions):
            return True
        done = [m.out.last for m in one.mentions if m.event.status in ("occurred", "ongoing")]
        last = max if one.time.lasting else min  # of a round its last day may be told as well
        if other.time.first > last(done, default=Days().last):
            return True
    return False


def _too_early(mention: Mention, day: Days) -> bool:
    """Its report, which tells it as of its own days, cannot have come out in those after that day."""
    when = mention.event.when
    news = mention.lead if when is None else when.anchor == "published" and when.month is None
    if not mention.not_out or not news or not day.known or day.length > WEEK:
        return False
    return {day.first.month, (day.last + timedelta(WEEK)).month} <= mention.not_out


class Placed(Protocol):
    """What is known to have been in some cities and countries."""

    @property
    def cities(self) -> Set[str]: ...
    @property
    def countries(self) -> Set[str]: ...


def other_act(a: Profile, b: Profile) -> bool:
    """One is the conclusion of an accord that is yet to be signed, the other its signing."""
    return any(
        any(m.unsigned for m in one.mentions)
        and any(m.signing and m.event.status == "occurred" for m in other.mentions)
        for one, other in ((a, b), (b, a))
    )


def other_place(a: Placed, b: Placed) -> bool:
    """They are in different cities or countries."""
    if a.cities and b.cities and not a.cities & b.cities:
        return True
    return bool(a.countries and b.countries and not a.countries & b.countries)


def other_venue(a: Profile, b: Profile) -> bool:
    """They are in places that belong to different states, and not known to be on one day."""
    states_a = {s for _, states in a.venues for s in states}
    states_b = {s for _, states in b.venues for s in states}
    if not states_a or not states_b or states_a & states_b:
        return False
    return not (same_day(a, b) and a.cities & b.cities)


def other_parties(a: Profile, b: Profile) -> bool:
    """Each has a party that the other has not, and no party with a day and a city or a person
    joins them; nor was it done to one and the same person."""
    if not a.parties or not b.parties or a.parties <= b.parties or b.parties <= a.parties:
        return False
    if same_person(a, b):
        return False
    if not a.parties & b.parties or (a.kinds | b.kinds) <= OF_TWO:
        return True
    return not (same_day(a, b) and (a.cities & b.cities or a.people & b.people))


def same_person(a: Profile, b: Profile) -> bool:
    """Whether the same person was freed, or met with what is done to a person once."""
    return bool(a.released & b.released or (a.kinds & b.kinds & ONCE and a.people & b.people))


def other_released(a: Profile, b: Profile) -> bool:
    """Different people were freed, and not by one exchange that a report takes apart."""
    if not a.released or not b.released or a.released & b.released:
        return False
    halves = a.articles == b.articles and len(a.articles) == 1 and not a.givers & b.givers
    return not halves


def other_people(a: Profile, b: Profile) -> bool:
    """Two reports name other people in it, and it is not known to be of one day."""
    if not (a.kinds | b.kinds) <= MEETINGS or a.articles & b.articles:
        return False
    return bool(a.people and b.people) and not a.people & b.people and not same_day(a, b)


def other_target(a: Profile, b: Profile) -> bool:
    """It was done to the people of different states (an expulsion and the answer to it)."""
    return bool(a.targets and b.targets and not a.targets & b.targets)


def answered(a: Profile, b: Profile) -> bool:
    """One report tells each by a verb of its own, and its reader has not taken them for one (« A a
    fermé son ciel. B a aussitôt fermé le sien »); but a headline tells what its report tells again."""
    if not (a.kinds | b.kinds) <= ANSWERED:
        return False
    shared = a.articles & b.articles
    told = [m for p in (a, b) for m in p.mentions if m.article in shared]
    return bool(told) and not any(m.event.nominal or m.start <= HEADLINE for m in told)


def several(a: Profile, b: Profile) -> bool:
    """One speaks of one event, the other of several."""
    return len({m.event.count or 1 for p in (a, b) for m in p.mentions}) > 1


def other_number(a: Profile, b: Profile) -> bool:
    """It was done to different numbers of people, and not known to be on one day."""
    mine, others = a.settled, b.settled
    differ = any(mine[of].isdisjoint(others[of]) for of in mine.keys() & others.keys())
    return differ and not same_day(a, b)


def other_ordinal(a: Profile, b: Profile) -> bool:
    """One report counts them as the first and the second."""
    return any(
        m.article == n.article
        and m.event.ordinal
        and n.event.ordinal
        and m.event.ordinal != n.event.ordinal
        for m in a.mentions
        for n in b.mentions
    )


def other_news(a: Profile, b: Profile) -> bool:
    """Two reports tell each by a verb as what they have to tell, weeks apart."""
    weeks = [[m.out for m in p.mentions if m.fresh] for p in (a, b)]
    return any(
        max((one.first - other.last).days, (other.first - one.last).days) > WEEK
        for one in weeks[0]
        for other in weeks[1]
    )


AGAINST: tuple[Callable[[Profile, Profile], bool], ...] = (
    other_kind,
    other_act,
    other_place,
    other_parties,
    other_released,
    other_people,
    other_target,
    answered,
    several,
    other_ordinal,
    other_status,
    other_number,
    other_venue,
    other_news,
    other_time,  # what costs most comes last
)


def one_round(a: Profile, b: Profile) -> Days | None:
    """The days of a round of talks, where one of two tells of its going on the day after the
    other, between the same parties in the same city; in one report some of them will do. Else None."""
    if not (a.goes_on or b.goes_on) or not a.kinds == b.kinds == {"talks"}:
        return None
    same = a.parties == b.parties and len(a.parties) > 1
    some = a.parties & b.parties in (a.parties, b.parties) and a.articles == b.articles
    if not a.parties & b.parties or not (same or some) or not a.cities & b.cities:
        return None
    first, second = sorted((a.time, b.time), key=lambda t: t.first)
    whole = all(t.known and (t.single or t.lasting) for t in (first, second))
    if not whole or (second.first - first.last).days != 1:
        return None
    return lasting(first.first, (second.last - first.first).days)


def _one_month(a: Profile, b: Profile) -> bool:
    """In one city, or by the same two people, in the same month."""
    met = a.time.meet(b.time)
    fine = all(time.known and time.length <= MONTH for time in (a.time, b.time))
    alike = a.cities & b.cities or len(a.people & b.people) > 1
    return bool(fine and met is not None and alike)


def same_day(a: Profile, b: Profile) -> bool:
    return a.time.single and b.time.single and a.time.first == b.time.first
