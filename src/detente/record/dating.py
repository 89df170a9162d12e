"""When: dates of events, and of reports that carry none, solved together.

A report's own date, the weekdays and relative words it uses, the days and months it names, and
the events that it shares with other reports are constraints. They are worked through in turns
(events joined on what is known so far, then reports dated by the events they share) until nothing
changes. Where nothing settles a date, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import msgspec

from detente import edtf
from detente.model import Actor, Article, Published, Reading
from detente.record import bounds
from detente.record.actors import WhoIsWho
from detente.record.context import Context
from detente.record.days import Days, Years, of, of_event, of_words
from detente.record.joining import across_reports, join
from detente.record.leads import Told, below_headline, first_end, is_news
from detente.record.mentions import Mention, Profile, profile, timed
from detente.record.undated import NEWS_WEEK, Dated, date_report, pieced

ROUNDS = 8
FRESH = 2
"""Days after one called by its number within which a report still tells of it as its news."""
HALF_A_YEAR = 182
"""Days about one that a report calls by its number without the year in which others are that it
calls so."""
OPENING = 400
"""Characters in which a report tells its news."""


def settle(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    mentions: Sequence[Mention],
    who: WhoIsWho,
    context: Context,
) -> tuple[dict[str, Dated], list[Profile]]:
    """The days of each report that could be dated, and the events."""
    actors = {actor.id: actor for actor in who.actors}
    known = {a.id: Dated(of(a.published.date)) for a in articles if a.published.date}
    spans = {r.article: [(d.when, d.span) for d in r.dates] for r in readings}
    undated = [a.id for a in articles if a.id not in known]
    named = {r.article: day for r in readings if r.article in undated and (day := _only_day(r))}
    leads = {a.id: max(500, len(a.text) // 5) for a in articles}
    news = {i for i, dates in spans.items() if any(is_news(w, s, leads[i]) for w, s in dates)}
    texts = {a.id: a for a in articles}
    windows = dict.fromkeys(texts, context.window)
    years = context.years
    events: list[Profile] = []
    for _ in range(ROUNDS):
        events = _events(mentions, known, windows, years, who, actors)
        _name_days(events, named, years)
        _news_days(events)
        by_article = _by_article(events)
        found = {}
        for article in undated:
            told, window = by_article.get(article, []), windows[article]
            language = texts[article].language
            dated = date_report(article, told, window, spans, article in news, language)
            own = bounds.narrowed(texts[article], spans.get(article, ()), dated, window, years)
            if own is not None:
                found[article] = own
        changed = {a: d for a, d in found.items() if a not in known or known[a].days != d.days}
        nearer = {a: _about(by_article.get(a, ()), windows[a]) for a in undated}
        if not changed and nearer.items() <= windows.items():
            break
        known.update(changed)
        windows.update(nearer)
    fine = {i: d.days for i, d in known.items() if d.days.known and d.days.length <= 1}
    before = {(m.article, m.event.when) for m in mentions if m.event.earlier}
    news_times = {i: [t for t in spans.get(i, ()) if (i, t[0]) not in before] for i in fine}
    lead_days = {i: day for i in fine if (day := _lead_day(texts[i], news_times[i], fine[i]))}
    openings = {
        article: min(mention.start for _, mention in told)
        for article, told in _by_article(events).items()
    }
    for event in events:
        _headline_day(event, lead_days, openings, texts)
        _news_week(event, fine)
    return known, across_reports(events)


def _events(
    mentions: Sequence[Mention],
    known: Mapping[str, Dated],
    windows: Mapping[str, Days],
    years: Years,
    who: WhoIsWho,
    actors: Mapping[str, Actor],
) -> list[Profile]:
    """The events as joined on the times that are known by now. `windows`: the days in which a year
    that a report does not tell may be looked for; `years`: those in which reports say that they came
    out, where a weekday and a number that two of them give must fit."""
    profiles = []
    for mention in mentions:
        own = known[mention.article].days if mention.article in known else Days()
        profiles.append(profile(placed(mention, own, windows[mention.article]), who, actors))
    events = join(profiles)
    for event in events:
        window = windows[event.mentions[0].article]
        event.time = event.time.only(years if pieced(event.time, event) else window)
    return events


def _about(told: Iterable[tuple[Profile, Mention]], window: Days) -> Days:
    """A window, narrowed for a report that calls the known day of an event by its number without the
    year: it came out in the months after, and other days that it calls so are near that one."""
    for event, mention in told:
        when = mention.event.when
        if when is None or not (when.day and when.month) or when.anchor != "published":
            continue
        if event.time.single and when.tense != "future":
            day, near = event.time.first, timedelta(HALF_A_YEAR)
            window = window.meet(Days(day - near, day + near)) or window
    return window


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


def _name_days(events: Sequence[Profile], named: Mapping[str, Days], window: Years) -> None:
    """The day that a report names by number is that of the event it leads with, where another
    report gives that event the weekday which that day has in one of the dossier's years only."""
    for event in events:
        if event.time.known or event.time.weekday is None or event.statuses != {"occurred"}:
            continue
        for i, mention in enumerate(event.mentions):
            if mention.lead and mention.article in named:
                day = event.time.meet(named[mention.article])
                day = day.only(window) if day else None
                if day is not None and day.single:
                    event.time = day
                    event.mentions[i] = replace(mention, time=day)
                    event.reasons.append("dated by the only day that a report names")


def _news_days(events: Sequence[Profile]) -> None:
    """The weekday that one report gives to an event is that of the week before another came out, whose
    day is known, and which leads with it as its news."""
    for event in events:
        weekday = event.time.weekday
        if event.time.known or weekday is None or event.statuses != {"occurred"}:
            continue
        for i, mention in enumerate(event.mentions):
            if mention.out.single and _is_news(mention, weekday):
                out = mention.out.last
                day = event.time.meet(Days(out - timedelta(NEWS_WEEK - 1), out))
                if day is not None and day.single:
                    event.time = day
                    event.mentions[i] = replace(mention, time=day)
                    event.reasons.append("dated by the week before the report that leads with it")
                    break


def _is_news(mention: Mention, weekday: int) -> bool:
    """Whether a report leads with an event, of which it tells no time itself: by a verb, or by a noun
    where its first sentence tells its news on that weekday."""
    told = mention.event
    if not mention.lead or told.when is not None or told.status != "occurred" or told.earlier:
        return False
    return not told.nominal or (mention.told_on is not None and mention.told_on.weekday == weekday)


def _lead_day(article: Article, told: Told, out: Days) -> Days | None:
    """The day that a report's first sentence below the headline tells as past, where it tells one
    only: by its weekday, or by its number where the report came out within two days of it. `told`:
    its times but those of what is told as done before its news."""
    start, stop = below_headline(article), first_end(article)
    days = set()
    for when, span in told:
        if not start <= span.start < stop or when.tense == "future" or when.until:
            continue
        day = of(edtf.resolve(when, published=out.edtf(), tense="past"))
        numbered = day.single and when.span == "point" and 0 <= (out.last - day.first).days <= FRESH
        if numbered or (is_news(when, span, stop) and when.anchor == "published"):
            days.add((day.first, day.last))
    met = Days(*days.pop()) if len(days) == 1 else None
    return met if met is not None and met.known and met.first <= out.last else None


def _headline_day(
    event: Profile,
    lead_days: Mapping[str, Days],
    openings: Mapping[str, int],
    texts: Mapping[str, Article],
) -> None:
    """What a headline, or the report's first sentence before all else, tells as done, without a day
    of its own, was on the day that this sentence tells (« …, a annoncé vendredi le ministère »).
    `openings`: where the first event of each report is told."""
    if event.time.told or event.statuses != {"occurred"}:
        return
    for mention in event.mentions:
        day = lead_days.get(mention.article)
        if day is None or mention.start >= first_end(article := texts[mention.article]):
            continue
        if mention.start > max(openings[mention.article], below_headline(article) - 1):
            continue
        if not mention.event.nominal:
            event.time = day
            event.reasons.append("dated by the day that the report's first sentence tells")
            return


def _news_week(event: Profile, fine: Mapping[str, Days]) -> None:
    """What a report opens with as done, without a day, was in the week before it came out. `fine`
    are the days of the reports whose day is known."""
    if event.time.told or event.statuses != {"occurred"}:
        return
    days = Days()
    for mention in event.mentions:
        new = not (mention.event.nominal or mention.event.earlier)
        if mention.start <= OPENING and new and mention.article in fine:
            out = fine[mention.article].last
            met = days.meet(Days(out - timedelta(NEWS_WEEK), out))
            if met is None:
                return
            days = met
    if days.known:
        event.time = days
        event.reasons.append("dated by the week before the report that opens with it")


def placed(mention: Mention, own: Days, window: Days) -> Mention:
    """The mention with the time that it has where its report came out on these days."""
    time = of_event(mention.event, own).only(window)
    if not time.told and mention.counted is not None:
        time = Days(weekday=mention.counted)
    return timed(mention, time, own, window)


def _by_article(events: Sequence[Profile]) -> dict[str, list[tuple[Profile, Mention]]]:
    found: dict[str, list[tuple[Profile, Mention]]] = {}
    for event in events:
        for mention in event.mentions:
            found.setdefault(mention.article, []).append((event, mention))
    for pairs in found.values():
        pairs.sort(key=lambda pair: pair[1].order)
    return found


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
