"""The days of one report that carries no date, from the events that it shares with others and from
the way it tells the days.

Rules of news that are used, each named in the chain of reasons: a bare weekday told as news is
the day of the report or the day before, elsewhere one of the last seven days; a report calls its
own day by its name, so that « le 3 juin » was written later; what a report leads with, without
a time, is of that week; a day called by weekday and number is of the days just before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from detente import edtf
from detente.model import Span, When
from detente.record.cues import opens_with
from detente.record.days import Days, of_words
from detente.record.joining import refers_to
from detente.record.mentions import Mention, Profile

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEWS_WEEK = 7
"""Days after an event in which a report leads with it."""
OLD = 6
"""Days after it in which a report that tells no weekday opens with an event."""
SOON = 3
"""Days after what a report leads with on which it tells something else as its news."""
BESIDE = 40
"""Characters after an event's word in which « la veille » is its time."""
REACH = 45
"""Days before and after an event in which a report's own date is looked for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report's own days, why, and the words they rest on."""

    days: Days
    because: str = ""
    evidence: tuple[Span, ...] = ()


def date_report(
    article: str,
    told: Sequence[tuple[Profile, Mention]],
    window: Days,
    spans: Mapping[str, Sequence[tuple[When, Span]]],
    other_news: bool,
    language: str | None = None,
) -> Dated | None:
    """A report's days from the events that it shares with others, or None. `other_news`: it leads
    with something that it tells by a weekday or « today »."""
    found = []
    for event, mention in told:
        day = _day_of(event, article, window)
        times = spans.get(article, ())
        allowed = day and (
            _published(mention, day)
            or _beside(mention, day, times)
            or _named_too(mention, day, times)
        )
        if day and allowed:
            words = [s for when, s in spans.get(article, ()) if when == mention.event.when][:1]
            evidence = (*words, *mention.event.mentions[:1], *_foreign(event, article))
            because = f"{_source(event, mention, article, day)}; {allowed[1]}"
            found.append(Dated(allowed[0], because, evidence))
    if not found:
        numbered = _from_numbered(article, told, window, spans)
        opening = _from_opening(article, told, window)
        if numbered or other_news:
            return numbered or opening
        return _from_named_day(article, told, window, spans, language) or opening
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
    """The day or night of an event by what does not lean on this report's own date; None where it
    is not one. What the report's words name (a weekday, a day and month) still counts."""
    if event.time.lasting:
        return _day_within(event, article)
    time = Days()
    for mention in event.mentions:
        leans = mention.article == article and _leans(mention)
        met = time.meet(of_words(mention.event.when) if leans else mention.time)
        if met is None:
            return None
        time = met
    time = event.time if pieced(time, event) else time.only(window)
    return time if time.known and time.length <= 1 else None


def pieced(time: Days, event: Profile) -> bool:
    """Whether one telling of an event gives its weekday and another its number: they may be of two."""

    def whole(days: Days) -> bool:
        return days.weekday is not None and days.day is not None

    return whole(time) and not any(whole(mention.time) for mention in event.mentions)


def _day_within(event: Profile, article: str) -> Days | None:
    """The day of a round of several that a report's own words name, where one of them fits."""
    fitting = {
        day
        for mention in event.mentions
        if mention.article == article and (words := of_words(mention.event.when)).told
        for n in range(event.time.lasting + 1)
        if event.time.known and words.bears(day := event.time.first + timedelta(n))
    }
    return Days(day := fitting.pop(), day) if len(fitting) == 1 else None


def _leans(mention: Mention) -> bool:
    when = mention.event.when
    return when is not None and when.anchor != "none" and not mention.event.date


def _published(mention: Mention, days: Days) -> tuple[Days, str] | None:
    """The days on which a report may have come out that words this day (or this night, the two
    days of it) so, and the rule."""
    when, event = mention.event.when, mention.event
    if when is None and days.single and event.status in ("occurred", "ongoing"):
        return _led_with(mention, days)
    if when is None or when.anchor != "published" or event.date:
        return None
    if event.status == "planned" and days.single and _bare_to_come(when):
        rule = "a bare weekday to come is one of the next seven days"
        return Days(days.first - timedelta(6), days.first), rule
    if event.status not in ("occurred", "ongoing"):
        return None
    day = days.last
    fitting = _worded_so(when, days)
    if not fitting or fitting[-1] == day + timedelta(REACH):
        return None  # the words fit any later day too
    bare = when.weekday is not None and when.day is None and not when.amount
    if bare and when.direction == "nearest":
        if not event.nominal or event.reference == "new":
            fitting = tuple(p for p in fitting if day <= p <= day + timedelta(1))
            rule = "a weekday told as news is the day of the report or the day before"
        else:
            rule = "a bare weekday is one of the last seven days"
    else:
        rule = "its words count from the day of the report"
    return (Days(fitting[0], fitting[-1]), rule) if fitting else None


@lru_cache(maxsize=65_536)  # asked again in each turn of `dating.settle`
def _worded_so(when: When, days: Days) -> tuple[date, ...]:
    """The days about on which such words mean these days."""
    return tuple(
        p
        for n in range(-REACH, REACH + 1)
        if (value := edtf.resolve(when, published=(p := days.last + timedelta(n)), tense="past"))
        and edtf.bounds(value) == (days.first, days.last)
    )


def _led_with(mention: Mention, days: Days) -> tuple[Days, str] | None:
    """« …, a annoncé samedi le ministère »: told on the day itself or the next, what a verb tells in
    the days after it too, in a report of that day or the one after."""
    told, event = mention.told_on, mention.event
    if told is None:
        return None
    late = 1 if event.nominal or mention.opens else SOON
    ahead = ((told.weekday or 0) - days.first.weekday()) % 7
    new = not event.earlier and (event.reference == "new" or not ahead)
    leads = mention.opens or (mention.lead and new)
    if not leads or ahead > late:
        return None
    day = days.first + timedelta(ahead)
    rule = f"told on {WEEKDAYS[day.weekday()]}, {'that day or the day before' if late == 1 else 'in the days before'}"
    return Days(day, day + timedelta(1)), f"{rule}, which is that of the report or the day before"


def _beside(
    mention: Mention, days: Days, spans: Sequence[tuple[When, Span]]
) -> tuple[Days, str] | None:
    """« signé la veille », after « mardi »: the weekday told before is the day after, and the
    report came out on it or the day after."""
    own = mention.event.when
    near = [
        (words, span.start)
        for words, span in spans
        if words.anchor == "context" and words.unit == "day" and words.amount
        if words == own or (own is None and 0 <= span.start - mention.start <= BESIDE)
    ]
    if not near or not days.single:
        return None
    when, at = near[0]
    told = [w for w, s in spans if s.start < at and w.weekday is not None]
    context = days.first - timedelta(when.amount)
    if not told or told[-1].day or told[-1].weekday != context.weekday():
        return None
    rule = (
        f"told of {WEEKDAYS[context.weekday()]}, a day {'after' if when.amount < 0 else 'before'}"
    )
    return Days(context, context + timedelta(1)), rule


def _named_too(
    mention: Mention, day: Days, spans: Sequence[tuple[When, Span]]
) -> tuple[Days, str] | None:
    """« une trêve à compter de lundi […] le 28 juillet 2014 », which is a Monday: a report that leads with
    what it dates in full, and calls that day by its weekday first, came out on it, or on the day after
    where it tells of it as past."""
    event = mention.event
    done = event.status == "occurred" and not (event.nominal or event.earlier)
    if not (day.single and done and mention.lead and event.when and event.when.anchor == "none"):
        return None
    first = next((when for when, span in spans if span.start >= mention.start), None)
    if first is None or not _bare(msgspec.structs.replace(first, tense=None)):
        return None
    if first.weekday != day.first.weekday():
        return None
    last = day.first if first.tense == "future" else day.first + timedelta(1)
    return Days(day.first, last), "it leads with it, and calls the day by its weekday"


def _from_numbered(
    article: str,
    told: Sequence[tuple[Profile, Mention]],
    window: Days,
    spans: Mapping[str, Sequence[tuple[When, Span]]],
) -> Dated | None:
    """A report that calls a day by its weekday and number (« mardi 5 mai ») tells of the days
    before it came out: the weekday of its news is the first such day after."""
    numbered = [
        (day, span)
        for when, span in spans.get(article, ())
        if when.weekday is not None and when.day and when.month and when.tense != "future"
        if (day := of_words(when).only(window)).single
    ]
    news = [
        mention
        for _, mention in told
        if mention.lead and mention.event.status in ("occurred", "ongoing")
        if mention.event.when and _bare(mention.event.when)
    ]
    if len({day.first for day, _ in numbered}) != 1 or not news:
        return None
    (day, span), first = numbered[0], news[0]
    weekday = first.event.when.weekday if first.event.when else None
    if weekday is None or weekday == day.first.weekday():
        return None
    step = (weekday - day.first.weekday()) % 7
    out = day.first + timedelta(step)
    because = (
        f"{refers_to(first)} was on the {WEEKDAYS[weekday]} after « {span.exact} », which is a "
        f"{WEEKDAYS[day.first.weekday()]} in {day.first.year} only; a weekday told as news is the "
        "day of the report or the day before"
    )
    return Dated(Days(out, out + timedelta(1)), because, (span, *first.event.mentions[:1]))


def _bare(when: When) -> bool:
    """A weekday and nothing else, not « next » or « last »."""
    return (
        when.weekday is not None
        and when.anchor == "published"
        and when.day is None
        and not when.amount
        and when.direction == "nearest"
        and when.tense != "future"
    )


def _bare_to_come(when: When) -> bool:
    """« se réuniront dimanche »: a weekday and nothing else, told as to come."""
    return _bare(msgspec.structs.replace(when, tense=None)) and when.tense == "future"


def _from_named_day(
    article: str,
    told: Sequence[tuple[Profile, Mention]],
    window: Days,
    spans: Mapping[str, Sequence[tuple[When, Span]]],
    language: str | None,
) -> Dated | None:
    """A report that leads with an event of a known day but does not call that day « today » or by
    its weekday: out in the week after it, and not on the day itself, unless it calls it « this »."""
    lead = [(e, m) for e, m in told if m.lead and m.event.status in ("occurred", "ongoing")]
    for event, mention in lead:
        day = _day_of(event, article, window)
        if day is None or not day.single or len(event.articles) < 2:
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
        this = [s for s in named if opens_with(language, "this_day", s.exact.lower())]
        if this:
            because = (
                f"{_source(event, mention, article, day)}; it calls the day « {this[0].exact} »"
            )
            return Dated(day, because, (*this[:1], *_foreign(event, article)))
        because = (
            f"{_source(event, mention, article, day)}; it calls the day « {named[0].exact} » and not "
            f"by its weekday, so it came out later; a report leads with what is at most a week old"
        )
        evidence = (*named[:1], *mention.event.mentions[:1], *_foreign(event, article))
        days = Days(day.first + timedelta(1), day.first + timedelta(NEWS_WEEK))
        return Dated(days, because, evidence)
    return None


def _from_opening(
    article: str, told: Sequence[tuple[Profile, Mention]], window: Days
) -> Dated | None:
    """A report that opens with an event of a known day, which it does not tell: of the week after."""
    for event, mention in told:
        day = _day_of(event, article, window) if mention.opens else None
        if day is not None and day.single and len(event.articles) > 1:
            because = (
                f"{_source(event, mention, article, day)}; what it opens with is at most a week old"
            )
            evidence = (*mention.event.mentions[:1], *_foreign(event, article))
            return Dated(Days(day.first, day.first + timedelta(OLD)), because, evidence)
    return None


def _source(event: Profile, mention: Mention, article: str, day: Days) -> str:
    """Where the day of an event comes from, in words."""
    others = sorted({m.label for m in event.mentions if m.article != article and m.time.told})
    from_where = f"by {', '.join(others)}" if others else "by its own words"
    first = f"{WEEKDAYS[day.first.weekday()]} {day.first.isoformat()}"
    on = f"on {first}" if day.single else f"in the night of {first}"
    return f"{refers_to(mention)} was {on} {from_where}"


def _foreign(event: Profile, article: str) -> list[Span]:
    """The other report's words that the day rests on."""
    for mention in event.mentions:
        if mention.article != article and mention.time.told:
            return list(mention.event.mentions[:1])
    return []
