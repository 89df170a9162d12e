"""What speaks for one event in the way in which reports tell their news: what they lead with is at most
a week old, and a weekday without more is that of the news."""

from __future__ import annotations

from datetime import timedelta

from detente.record.against import WEEK, planned_for
from detente.record.days import Days
from detente.record.mentions import AHEAD, Mention, Profile

SELDOM = frozenset({"exchange"})
"""What two states seldom do, so that reports that tell it as news tell of one."""
JUST_DONE = frozenset({"agreement", "ceasefire", "expulsion", "recall"})
"""What a report, as a rule, leads with on the day on which it was done, or on the next."""


def same_week(a: Profile, b: Profile) -> float:
    """news of the same days: a report leads with it within the week, without telling the day"""
    if not (_fresh(a, b) or _fresh(b, a)):
        return 0.0
    return 2.5 if _just_told(a, b) or _just_told(b, a) else 2.0


def _just_told(undated: Profile, other: Profile) -> bool:
    """Of a kind that reports lead with at once, and done on the day of the report or the day before."""
    soon = [m.out.last - other.time.first for m in undated.mentions if m.lead and m.out.single]
    known = other.time.single and bool(soon) and undated.kinds & other.kinds <= JUST_DONE
    return known and not undated.time.told and all(0 <= days.days <= 1 for days in soon)


def same_news(a: Profile, b: Profile) -> float:
    """told as news on the weekday of the other, or on the next"""
    if same_week(a, b):
        return 0.0
    for one, other in ((a, b), (b, a)):
        told = _told_on(one)
        if told is None or other.time.lasting:
            continue
        if other.time.single:
            out = [(m.out, (m.out.last - other.time.first).days) for m in one.mentions]
            soon = all(0 <= days <= WEEK for limit, days in out if limit != Days())
            return 2.0 if soon and (told - other.time.first.weekday()) % 7 <= 1 else 0.0
        bare = not other.time.known and other.time.day is None
        if bare and other.time.weekday is not None:
            return 1.5 if (told - other.time.weekday) % 7 <= 1 else 0.0
    weekdays = {_told_on(a), _told_on(b)}
    return 1.5 if len(weekdays) == 1 and None not in weekdays else 0.0


def same_seldom(a: Profile, b: Profile) -> float:
    """what these two states seldom do, told by both as news"""
    if a.parties != b.parties or len(a.parties) < 2 or not a.kinds & b.kinds & SELDOM:
        return 0.0
    return 3.0 if _may_be_news_of_one(a, b) else 0.0


def same_deed(a: Profile, b: Profile) -> float:
    """told by both as just done, on the same weekday or in the same city"""
    alike = a.parties <= b.parties or b.parties <= a.parties
    if not alike or not (a.parties & b.parties and a.kinds & b.kinds & JUST_DONE):
        return 0.0
    if a.time.known and b.time.known:
        return 0.0
    if not a.cities & b.cities and not (_weekday(a) == _weekday(b) is not None):
        return 0.0
    return 2.0 if _just_done(a) and _just_done(b) and _may_be_news_of_one(a, b) else 0.0


def same_plan(a: Profile, b: Profile) -> float:
    """planned by one for the day on which the other tells it as done"""
    if len(a.parties & b.parties) < 2 or not a.kinds & b.kinds:
        return 0.0
    plans = ((a, b), (b, a))
    return 2.0 if any(p.statuses <= AHEAD and planned_for(p, act) for p, act in plans) else 0.0


def _just_done(profile: Profile) -> bool:
    """Told as done at the head of a report: by a verb (« ont signé »), or by a noun that makes it known,
    with its time (« a annoncé lundi qu'un accord a été trouvé »)."""
    return any(
        m.lead and m.event.status == "occurred" and (not m.event.nominal or _made_known(m))
        for m in profile.mentions
    )


def _made_known(mention: Mention) -> bool:
    return mention.event.reference == "new" and mention.event.when is not None


def _may_be_news_of_one(a: Profile, b: Profile) -> bool:
    """Both are told as news, of days that may be the same, by the weekday on which it was told, too."""
    one, other = _news_days(a), _news_days(b)
    if one is None or other is None or one.meet(other) is None:
        return False
    weekdays = [_weekday(p) for p in (a, b)]
    if None in weekdays:
        return True
    ahead = ((weekdays[0] or 0) - (weekdays[1] or 0)) % 7
    return ahead in (0, 1, 6)


def _weekday(profile: Profile) -> int | None:
    """The weekday on which it was, or else on which it was told."""
    if profile.time.single:
        return profile.time.first.weekday()
    return profile.time.weekday if profile.time.told else _told_on(profile)


def _news_days(profile: Profile) -> Days | None:
    """The days on which something can have been that reports tell at their head as news; None where
    none does (« lors de l'échange de 2010 »)."""
    leads = [m for m in profile.mentions if m.lead and m.event.status in ("occurred", "ongoing")]
    out = [m.out.last for m in leads if m.out != Days()]
    time = profile.time
    if not leads or (time.told and time.weekday is None and time.day is None and not time.single):
        return None
    if time.single:
        return time if not out or (max(out) - time.first).days <= WEEK else None
    days = Days() if not time.told else time
    for day in out:
        met = days.meet(Days(day - timedelta(WEEK), day))
        if met is None:
            return None
        days = met
    return days


def _told_on(profile: Profile) -> int | None:
    """The weekday on which reports tell it as news, where they tell no time of it."""
    if profile.time.told:
        return None
    days = {m.told_on.weekday for m in profile.mentions if m.opens and m.told_on}
    return days.pop() if len(days) == 1 else None


def _fresh(undated: Profile, other: Profile) -> bool:
    """Reports lead with an event without its day, and the other is of the week before they came
    out, or is told so by reports of the same days."""
    if undated.time.told or (other.time.told and not other.time.single):
        return False
    if undated.kinds == {"speech"} == other.kinds and other.time.single:
        return all(0 <= (m.out.last - other.time.first).days <= 2 for m in undated.mentions)
    if not _leads(undated):
        return False
    out = [m.out.last for m in undated.mentions if m.lead and m.out.known]
    if other.time.single:
        return all(0 <= (day - other.time.first).days <= WEEK for day in out)
    if other.time.told or not _leads(other):
        return False
    beside = [m.out.last for m in other.mentions if m.lead and m.out.known]
    return all(abs((x - y).days) <= 1 for x in out for y in beside)


def _leads(profile: Profile) -> bool:
    """Told as news at the head of reports whose own date is known."""
    leads = [
        m
        for m in profile.mentions
        if m.lead and m.out.known and not (m.event.nominal and m.event.reference != "new")
    ]
    return bool(leads) and all(m.event.status in ("occurred", "ongoing") for m in leads)
