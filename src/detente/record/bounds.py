"""The days that an undated report's own words leave it: its dateline's, or those between what it
tells as done and what it tells as to come."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from detente.language.doc import straight
from detente.model import Article, Span, When
from detente.record.cues import patterns, sentences
from detente.record.days import Days, Years, of
from detente.record.leads import Told, below_headline, first_end
from detente.record.own_days import HEAD, counted, only, settled, this_day, years_of
from detente.record.undated import Dated

OPENING, SHORTEST = 3, 5
"""Sentences in which a report tells its news, and the words that one has at least."""
SOON = 3
"""Days after the news that a report leads with in which it can still come out with it."""
WEEK = 7
"""Days; of so many the weekday of the news settles one, and the next."""
MONTH = 31
"""Days."""
YEARS = 2
"""Years after the last day that a report tells as past in which it is taken to have come out."""
BEFORE = 16
"""Characters before a time in which the words stand that bound it."""
POST = 60
"""Characters before the day of a quoted post in which its account stands."""
LONGEST_DAY = 24
"""Characters of « mercredi 24 septembre »."""
LONGEST = 400
"""Days; a stretch longer than this says nothing about when a report came out."""
_PARTS = frozenset({"morning", "noon", "afternoon", "evening"})
_DATELINE = re.compile(
    r"[,.]?\s*(?:(?:\([^()]{2,40}\)|/[^/]{2,20}/)\s*[-–—:]{0,3}|[-–—]{1,3}(?:\s*[A-ZÀ-Þ]\w*){0,3})[.:]?\s*"
)
"""What follows the day on a dateline's line: « (Agence) - », « - Agence X. »."""


def narrowed(
    article: Article, told: Told, dated: Dated | None, window: Days, dossier: Years
) -> Dated | None:
    """A report's days as its events date it (`dated`), and as its own words do: its dateline
    before all else. A year that is not told is looked for in `window`, or, where that leaves
    several, in the years of the `dossier` (those of its reports that carry a date). None where
    nothing dates it, or its words bound it on one side only."""
    window = _later_than_told(article, told, window)
    if line := _dateline(article, told, window, dossier):
        return line
    if own := counted(article, told, window, dossier):
        return own
    if today := this_day(article, told, window, dossier) or _numbered_news(
        article, told, window, dossier
    ):
        both = dated.days.meet(today.days) if dated else None
        if dated is None or both is None:
            return today
        evidence = (*dated.evidence, *today.evidence)
        return Dated(both, f"{dated.because}. {today.because}", evidence)
    if dated is None and (quoted := _quoted_post(article, told)):
        return quoted
    dated = _narrowed_by_news(article, told, dated)
    between = _between(article, told, dossier)
    if dated is None or between is None:
        return _later(article, dated or between, told)
    days = dated.days.meet(between.days)
    if days is None or days == dated.days:
        return _later(article, dated, told)
    because = f"{dated.because}. {between.because}"
    return _later(article, Dated(days, because, (*dated.evidence, *between.evidence)), told)


def _later_than_told(article: Article, told: Told, window: Days) -> Days:
    """The days of a window in which a report can have come out that tells some days and years as
    past; a window that ends before them is moved behind them."""
    past = [
        days.first
        for when, span in told
        if when.anchor == "none" and _past(article, when, span) and (days := of(when.edtf)).known
    ]
    since = max(past, default=window.first)
    if not window.known or since <= window.first:
        return window
    ends = date(min(since.year + YEARS, date.max.year), 12, 31)
    return Days(since, max(window.last, ends))


def _later(article: Article, dated: Dated | None, told: Told) -> Dated | None:
    """Of a report's day and the next, the next, where the report tells of it by its weekday and
    the part of the day as past (« n'avait pas réagi vendredi matin »); the first, where something
    has yet to begin on it (« une trêve à compter de lundi à minuit »)."""
    if dated is None or dated.days.length != 1:
        return dated
    first, last = dated.days.first, dated.days.last
    for when, span in told:
        bare = msgspec.structs.replace(when, tense=None)
        if _bare(bare) == first.weekday() and _stands_behind("beginning", article, span):
            because = f"{dated.because}. What begins « {span.exact} » is to come"
            return Dated(Days(first, first), because, (*dated.evidence, span))
        if when.part in _PARTS and when.tense == "past" and _bare(when) == last.weekday():
            because = f"{dated.because}. It tells « {span.exact} », the day after, as past"
            return Dated(Days(last, last), because, (*dated.evidence, span))
    return dated


def _narrowed_by_news(article: Article, told: Told, dated: Dated | None) -> Dated | None:
    """Of several days in a week, that of the last weekday on which the first sentence tells something
    as past, and the next."""
    if dated is None or not 1 < dated.days.length <= WEEK:
        return dated
    start, stop = below_headline(article), first_end(article)
    last = dated.days.last
    past = [
        (last - timedelta((last.weekday() - weekday) % 7), span)
        for when, span in told
        if start <= span.start < stop and when.tense == "past"
        if (weekday := _bare(when)) is not None
    ]
    if not past:
        return dated
    day, span = max(past, key=lambda p: p[0])
    days = dated.days.meet(Days(day, day + timedelta(1)))
    because = (
        f"{dated.because}. Its first sentence tells of « {span.exact} »: out then or a day after"
    )
    return Dated(days, because, (*dated.evidence, span)) if days else dated


def _bare(when: When) -> int | None:
    """The weekday of a time that is a weekday and nothing else, told of what was."""
    plain = when.unit == "weekday" and when.anchor == "published" and not when.amount
    if not plain or when.direction != "nearest" or when.until or when.tense == "future":
        return None
    return when.weekday


# ---------------------------------------------------------------- the dateline


def _dateline(article: Article, told: Told, window: Days, dossier: Years) -> Dated | None:
    """« VILLE, 12 février (Agence) - »: the day, of the one year in which it bears the weekday of
    the news, or else of the dossier's one year."""
    found = next(((w, s) for w, s in told if _is_dateline(article, w, s)), None)
    if found is None or not window.known or found[0].day is None or found[0].month is None:
        return None
    when, span = found
    days = list(years_of(when, window))
    at_head = [(w, s) for w, s in told if s.end <= HEAD and _bare(w) is not None]
    news = next((t for t in at_head if t[1].start > span.start), at_head[0] if at_head else None)
    why = "the only such day of the dossier's years"
    evidence: tuple[Span, ...] = (span,)
    if news is not None and len(days) > 1:
        weekday = _bare(news[0])
        for back in (0, 1):  # the day's own news first, then the day before's
            named = [day for day in days if (day - timedelta(back)).weekday() == weekday]
            if named:
                break
        if named:
            days, evidence = named, (span, news[1])
            why = f"on which, or a day before which, « {news[1].exact} » was in one year only"
    if len(days) > 1:
        days = [day for day in days if dossier.bears(day)]
    if len(days) != 1:
        return None
    because = f"its dateline gives « {span.exact} », {why}: {days[0].isoformat()}"
    return Dated(Days(days[0], days[0]), because, evidence)


def _numbered_news(article: Article, told: Told, window: Days, dossier: Years) -> Dated | None:
    """« a été expulsé mardi 13 octobre », the first day that a report's opening names, of the one year
    in which it is such a weekday: out on that day or the next. Where the report tells news of one
    of the next days by its weekday alone (« ce vendredi »), on that day or the one after it."""
    start, stop = _opening(article)
    first = next(
        (
            (when, span)
            for when, span in told
            if when.anchor == "published" and when.weekday is not None
            if start <= span.start < stop and _past(article, when, span)
        ),
        None,
    )
    if first is None or not (first[0].day and first[0].month):
        return None
    when, span = first
    day = settled(when, window, dossier)
    if day is None:
        return None
    out, because = day, ""
    evidence: tuple[Span, ...] = (span,)
    for other, words in told:
        weekday = _bare(other)
        step = 0 if weekday is None else (weekday - day.weekday()) % 7
        if 0 < step <= SOON and _past(article, other, words):
            out, evidence = day + timedelta(step), (span, words)
            because = f", and it goes on to tell of « {words.exact} »"
            break
    because = f"its news was « {span.exact} », {day.isoformat()}{because}: out then or a day after"
    return Dated(Days(out, out + timedelta(1)), because, evidence)


def _quoted_post(article: Article, told: Told) -> Dated | None:
    """« — Ministère (@ministere) 2 février 2017 », the last post that a report quotes with its day: a
    report that quotes what was just said came out on that day or the next."""
    posts = [
        (of(when.edtf).first, span)
        for when, span in told
        if len(when.edtf or "") == 10 and _stands_behind("post", article, span, POST)
    ]
    if not posts:
        return None
    day, span = max(posts, key=lambda post: post[0])
    because = f"it quotes a post of « {span.exact} »: out then or a day after"
    return Dated(Days(day, day + timedelta(1)), because, (span,))


def _past(article: Article, when: When, span: Span) -> bool:
    """Whether a time is told of what was done then: not « depuis », « d'ici », « prévu »."""
    if when.tense == "future" or when.until or when.span != "point":
        return False
    return not _stands_behind("bounding", article, span)


def _stands_behind(words: str, article: Article, span: Span, back: int = BEFORE) -> bool:
    """Whether a time stands right behind words of `cues.yaml`, which are `back` characters at most."""
    before = straight(article.text[max(0, span.start - back) : span.start]).lower()
    return any(p.search(before) for p in patterns(article.language, words))


def _opening(article: Article) -> tuple[int, int]:
    """Where a report's first sentences below headline and dateline begin and end (offsets)."""
    below = below_headline(article)
    found = [
        (start, stop)
        for start, stop in sentences(article.text)
        if start >= below and len(words := article.text[start:stop].split()) >= SHORTEST
        if words[-1] not in ("-", "–", "—", "--")
    ][:OPENING]
    return (found[0][0], found[-1][1]) if found else (0, 0)


def _is_dateline(article: Article, when: When, span: Span) -> bool:
    """A day and month, without year, that with a place and an agency make the line's beginning."""
    if span.start > HEAD or when.anchor != "published" or not (when.day and when.month):
        return False
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    place = article.text[start : span.start].strip(" ,")
    rest = article.text[span.end : end if end >= 0 else len(article.text)]
    alone = not place and not rest.strip() and len(span.exact) <= LONGEST_DAY
    if alone and article.text.count("\n\n", 0, start) <= 1:
        return True  # a line at the head that is a day and nothing else
    short = len(place) <= 60 and (not place or (place[0].isupper() and len(place.split()) <= 6))
    return short and _DATELINE.fullmatch(rest) is not None


def _between(article: Article, told: Told, dossier: Years) -> Dated | None:
    """After the last day that it tells as past, before the first that it tells as to come."""
    if not dossier.known:
        return None
    coming = [
        (day, span) for w, span in told if (day := _to_come(w, span, told, dossier)) is not None
    ]
    if not coming:
        return None
    last, until = min(coming, key=lambda c: c[0])
    past = [
        (day, span)
        for w, span in told
        if w.tense == "past" and w.span != "until" and not w.until
        if _stands_behind("day_of_the_act", article, span)
        if (day := _gone(w, last, dossier)) is not None
    ]
    if not past:
        return None
    first, since = max(past, key=lambda c: c[0])
    days = _news_days(Days(first, last), told) if 0 <= (last - first).days <= LONGEST else None
    if days is None:
        return None
    because = (
        f"it tells « {since.exact} » ({first.isoformat()}) as past and « {until.exact} » "
        f"({last.isoformat()}) as to come"
    )
    return Dated(days, because, (since, until))


def _to_come(when: When, span: Span, told: Told, dossier: Years) -> date | None:
    """The last day of a time told as to come, with its year, or in the one year of the dossier; of
    « du 1er octobre au 9 janvier 2018 » the first day has the year that puts it before the second."""
    if when.tense != "future":
        return None
    if when.anchor == "none":
        days = of(when.edtf)
        return days.last if days.known else None
    if when.anchor != "published" or not (when.day and when.month) or when.amount or when.until:
        return None
    after = [
        end.first
        for w, s in told
        if w.anchor == "none" and w.span == "until" and 0 < s.start - span.end < 60
        if len(w.edtf or "") == 10 and (end := of(w.edtf)).known
    ]
    if not after:
        return only(when, dossier)
    year = Days(after[0] - timedelta(364), after[0])
    return next(iter(years_of(when, year)), None)


def _gone(when: When, last: date, dossier: Years) -> date | None:
    """The first day on which a past time of a month at most can have been spoken of: with its year, or
    in the one year of the dossier that lies before `last`."""
    if when.anchor == "none":
        days = of(when.edtf)
        fine = days.known and days.length <= MONTH
        return days.first if fine and days.first <= last else None
    if when.anchor != "published" or when.amount or not (when.day and when.month):
        return None
    fitting = [day for day in years_of(when, dossier) if day <= last]
    return fitting[0] if len(fitting) == 1 else None


def _news_days(days: Days, told: Told) -> Days | None:
    """The days that bear the weekday which the report leads with, or the day after it; that is not
    the first, which the report calls by its number."""
    lead = next((_bare(w) for w, s in told if s.end <= HEAD and _bare(w) is not None), None)
    if lead is None:
        return days
    fitting = [
        day
        for n in range(days.length + 1)
        if (day := days.first + timedelta(n)).weekday() in (lead, (lead + 1) % 7)
        if n > (day.weekday() != lead)
    ]
    return Days(fitting[0], fitting[-1]) if fitting else None
