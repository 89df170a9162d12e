"""When: dates of events, and of reports that carry none, solved together.

A report's own date, the weekdays and relative words it uses, the days and months it names, and
the events that it shares with other reports are constraints. They are worked through in turns
(events joined on what is known so far, then reports dated by the events they share) until nothing
changes. Where nothing settles a date, there is none.

Rules of news that are used, each named in the chain of reasons: a bare weekday told as news is
the day of the report or the day before, elsewhere one of the last seven days; a report calls its
own day by its name, so that « le 10 avril » was written later; what a report leads with, without
a time, is of that week.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from detente import edtf
from detente.model import Actor, Article, Published, Reading, Span, When
from detente.record.actors import WhoIsWho
from detente.record.days import Days, of, of_event, of_words
from detente.record.joining import join, refers_to
from detente.record.mentions import Mention, Profile, profile, timed

ROUNDS = 8
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YEARS = 2
"""Years before the first and after the last dated report in which a year may be settled."""
NEWS_WEEK = 7
"""Days after an event in which a report leads with it."""
OPENING = 400
"""Characters in which a report tells its news."""
REACH = 45
"""Days before and after an event in which a report's own date is looked for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report's own days, why, and the words they rest on."""

    days: Days
    because: str = ""
    evidence: tuple[Span, ...] = ()


def settle(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    mentions: Sequence[Mention],
    who: WhoIsWho,
) -> tuple[dict[str, Dated], list[Profile]]:
    """The days of each report that could be dated, and the events."""
    actors = {actor.id: actor for actor in who.actors}
    known = {a.id: Dated(of(a.published.date)) for a in articles if a.published.date}
    spans = {r.article: [(d.when, d.span) for d in r.dates] for r in readings}
    undated = [a.id for a in articles if a.id not in known]
    named = {r.article: day for r in readings if r.article in undated and (day := _only_day(r))}
    leads = {a.id: max(500, len(a.text) // 5) for a in articles}
    news = {i for i, dates in spans.items() if any(_is_news(w, s, leads[i]) for w, s in dates)}
    events: list[Profile] = []
    for _ in range(ROUNDS):
        window = _window(known, YEARS)
        events = _events(mentions, known, window, who, actors)
        _name_days(events, named, _window(known, 0))
        by_article = _by_article(events)
        found = {
            article: dated
            for article in undated
            if (
                dated := _date(article, by_article.get(article, []), window, spans, article in news)
            )
        }
        if all(known.get(a) and known[a].days == d.days for a, d in found.items()):
            break
        known.update(found)
    for event in events:
        _news_week(event)
    return known, events


def _events(
    mentions: Sequence[Mention],
    known: Mapping[str, Dated],
    window: Days,
    who: WhoIsWho,
    actors: Mapping[str, Actor],
) -> list[Profile]:
    """The events as joined on the times that are known by now."""
    profiles = []
    for mention in mentions:
        own = known[mention.article].days if mention.article in known else Days()
        time = of_event(mention.event, own).only(window)
        limit = Days(last=own.last)
        profiles.append(profile(timed(mention, time, limit), who, actors))
    events = join(profiles)
    for event in events:
        event.time = event.time.only(window)
    return events


def _only_day(reading: Reading) -> Days | None:
    """The one day that a report names by number, with or without its year, and gives to no event;
    None where it names several, or none."""
    given = [event.when for event in reading.events]
    found = set()
    for mention in reading.dates:
        when, words = mention.when, of_words(mention.when)
        numbered = when.day and when.month and when.weekday is None and when.anchor == "published"
        if (numbered or words.single) and when.tense != "future" and when not in given:
            found.add((words.first, words.last, words.month, words.day))
    if len(found) != 1:
        return None
    first, last, month, day = found.pop()
    return Days(first, last, month=month, day=day)


def _name_days(events: Sequence[Profile], named: Mapping[str, Days], window: Days) -> None:
    """The day that a report names by number is that of the event it leads with, where another
    report gives that event the weekday which that day has in one of the dossier's years only."""
    for event in events:
        if event.time.known or event.time.weekday is None:
            continue
        for i, mention in enumerate(event.mentions):
            if mention.lead and mention.article in named:
                day = event.time.meet(named[mention.article])
                day = day.only(window) if day else None
                if day is not None and day.single:
                    event.time = day
                    event.mentions[i] = replace(mention, time=day)
                    event.reasons.append("dated by the only day that a report names")


def _news_week(event: Profile) -> None:
    """What a report opens with as done, without a day, was in the week before it came out."""
    if event.time.told or not event.statuses <= {"occurred", "ongoing"}:
        return
    days = Days()
    for mention in event.mentions:
        out = mention.not_after.last
        if mention.start <= OPENING and not mention.event.nominal and out != date.max:
            met = days.meet(Days(out - timedelta(NEWS_WEEK), out))
            if met is None:
                return
            days = met
    if days.known:
        event.time = days
        event.reasons.append("dated by the week before the report that opens with it")


def _window(known: Mapping[str, Dated], years: int) -> Days:
    """The days in which a year may be looked for: so many years about the dated reports."""
    days = [d.days for d in known.values() if d.days.known]
    if not days:
        return Days()
    first = min(d.first for d in days).year - years
    last = max(d.last for d in days).year + years
    return Days(date(first, 1, 1), date(last, 12, 31))


def _by_article(events: Sequence[Profile]) -> dict[str, list[tuple[Profile, Mention]]]:
    found: dict[str, list[tuple[Profile, Mention]]] = {}
    for event in events:
        for mention in event.mentions:
            found.setdefault(mention.article, []).append((event, mention))
    for pairs in found.values():
        pairs.sort(key=lambda pair: pair[1].order)
    return found


# ---------------------------------------------------------------- one report without a date


def _date(
    article: str,
    told: Sequence[tuple[Profile, Mention]],
    window: Days,
    spans: Mapping[str, Sequence[tuple[When, Span]]],
    other_news: bool,
) -> Dated | None:
    """A report's days from the events that it shares with others, or None. `other_news`: it leads
    with something that it tells by a weekday or « today »."""
    found = []
    for event, mention in told:
        day = _day_of(event, article, window)
        allowed = day and _published(mention, day.first)
        if day and allowed:
            words = [s for when, s in spans.get(article, ()) if when == mention.event.when][:1]
            evidence = (*words, *mention.event.mentions[:1], *_foreign(event, article))
            because = f"{_source(event, mention, article, day)}; {allowed[1]}"
            found.append(Dated(allowed[0], because, evidence))
    if not found:
        return None if other_news else _from_named_day(article, told, window, spans)
    return _agreed(found)


def _agreed(found: Sequence[Dated]) -> Dated | None:
    """The days that most constraints allow; None where two lots of days are as well supported."""
    days = sorted({d for c in found for d in (c.days.first, c.days.last)})
    support = {day: sum(c.days.bears(day) for c in found) for day in days}
    most = max(support.values())
    holding = [c for c in found if any(support[d] == most and c.days.bears(d) for d in days)]
    met = Days()
    for constraint in holding:
        both = met.meet(constraint.days)
        if both is None:
            return None
        met = both
    used: list[Dated] = []
    narrowed = Days()
    for constraint in holding:
        both = narrowed.meet(constraint.days)
        if both is not None and both != narrowed:
            narrowed = both
            used.append(constraint)
    chain = ". ".join(c.because for c in used)
    return Dated(met, chain, tuple(dict.fromkeys(s for c in used for s in c.evidence)))


def _day_of(event: Profile, article: str, window: Days) -> Days | None:
    """The day of an event by what does not lean on this report's own date; None where it is not
    one day. What the report's words name (a weekday, a day and month) still counts."""
    time = Days()
    for mention in event.mentions:
        leans = mention.article == article and _leans(mention)
        met = time.meet(of_words(mention.event.when) if leans else mention.time)
        if met is None:
            return None
        time = met
    time = time.only(window)
    return time if time.single else None


def _leans(mention: Mention) -> bool:
    when = mention.event.when
    return when is not None and when.anchor != "none" and not mention.event.date


def _published(mention: Mention, day: date) -> tuple[Days, str] | None:
    """The days on which a report may have come out that words this day so, and the rule."""
    when, event = mention.event.when, mention.event
    if when is None or when.anchor != "published" or event.date:
        return None
    if event.status not in ("occurred", "ongoing"):
        return None
    fitting = [
        p
        for n in range(-REACH, REACH + 1)
        if (value := edtf.resolve(when, published=(p := day + timedelta(n)), tense="past"))
        and edtf.bounds(value) == (day, day)
    ]
    if not fitting or fitting[-1] == day + timedelta(REACH):
        return None  # the words fit any later day too
    bare = when.weekday is not None and when.day is None and not when.amount
    if bare and when.direction == "nearest":
        if not event.nominal or event.reference == "new":
            fitting = [p for p in fitting if day <= p <= day + timedelta(1)]
            rule = "a weekday told as news is the day of the report or the day before"
        else:
            rule = "a bare weekday is one of the last seven days"
    else:
        rule = "its words count from the day of the report"
    return (Days(fitting[0], fitting[-1]), rule) if fitting else None


def _from_named_day(
    article: str,
    told: Sequence[tuple[Profile, Mention]],
    window: Days,
    spans: Mapping[str, Sequence[tuple[When, Span]]],
) -> Dated | None:
    """A report that leads with an event of a known day but does not call that day « today » or by
    its weekday: out in the week after it, and not on the day itself."""
    lead = [(e, m) for e, m in told if m.lead and m.event.status in ("occurred", "ongoing")]
    for event, mention in lead:
        day = _day_of(event, article, window)
        if day is None or len(event.articles) < 2:
            continue
        later = [d for e, _ in told if (d := _day_of(e, article, window)) and d.first > day.first]
        if later:
            continue
        named = [
            span
            for when, span in spans.get(article, ())
            if (when.day, when.month) == (day.first.day, day.first.month) and when.weekday is None
        ]
        if not named:
            continue
        because = (
            f"{_source(event, mention, article, day)}; it calls the day « {named[0].exact} » and not "
            f"by its weekday, so it came out later; a report leads with what is at most a week old"
        )
        evidence = (*named[:1], *mention.event.mentions[:1], *_foreign(event, article))
        days = Days(day.first + timedelta(1), day.first + timedelta(NEWS_WEEK))
        return Dated(days, because, evidence)
    return None


def _is_news(when: When, span: Span, lead: int) -> bool:
    """A bare weekday or « yesterday » at the head of a report: how it tells what is new."""
    near = when.unit in ("weekday", "day") and when.day is None and when.anchor == "published"
    return near and when.tense != "future" and span.start <= lead


def _source(event: Profile, mention: Mention, article: str, day: Days) -> str:
    """Where the day of an event comes from, in words."""
    others = sorted({m.label for m in event.mentions if m.article != article and m.time.told})
    from_where = f"by {', '.join(others)}" if others else "by its own words"
    return f"{refers_to(mention)} was on {WEEKDAYS[day.first.weekday()]} {day.first.isoformat()} {from_where}"


def _foreign(event: Profile, article: str) -> list[Span]:
    """The other report's words that the day rests on."""
    for mention in event.mentions:
        if mention.article != article and mention.time.told:
            return list(mention.event.mentions[:1])
    return []


def publish(article: Article, dated: Mapping[str, Dated]) -> Article:
    """The report with its inferred date, where it states none and one could be inferred."""
    found = dated.get(article.id)
    if article.published.date or found is None or not found.evidence:
        return article
    return msgspec.structs.replace(
        article,
        published=Published(
            date=found.days.edtf(),
            basis="inferred",
            evidence=found.evidence,
            because=found.because,
        ),
    )
