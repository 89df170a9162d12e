"""Days that a report says are its own, or counts from its own: « ce mercredi 14 mai », « hier dimanche
7 mai »."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from detente.model import Article, When
from detente.record.cues import cue, opens_with
from detente.record.days import Days, Years, of, of_words
from detente.record.leads import Told
from detente.record.undated import Dated

HEAD = 600
"""Characters in which a dateline stands, and a report tells what is new."""


def counted(article: Article, told: Told, window: Days, dossier: Years) -> Dated | None:
    """« hier dimanche 7 mai », « aujourd'hui 7 mai »: the report's day by that which it counts from
    it, of the one year in which it is such a weekday; without weekday in the dossier's one year."""
    for when, span in told:
        if when.anchor != "published" or not (when.day and when.month):
            continue
        words = span.exact.lower()
        counts = cue(article.language, "counted_days") or {}
        after = next((n for start, n in counts.items() if words.startswith(start)), None)
        day = settled(when, window, dossier)
        if after is not None and day is not None:
            out = day + timedelta(after)
            because = f"« {span.exact} » is {day.isoformat()}, counted from the report's own day"
            return Dated(Days(out, out), because, (span,))
    return None


def this_day(article: Article, told: Told, window: Days, dossier: Years) -> Dated | None:
    """« a annoncé ce mercredi 14 mai »: the day of the report, of the one year in which it is such a
    weekday; « ce 14 mai » that of the day which the report tells with its year, or else of the
    dossier's one year."""
    reach = max(HEAD, len(article.text) // 2)
    whole = {days.first for w, _ in told if (days := of(w.edtf)).single}
    for when, span in told:
        numbered = when.anchor == "published" and when.day and when.month
        if not numbered or span.start > reach or when.tense == "future":
            continue
        if not opens_with(article.language, "this_day", span.exact.lower()):
            continue
        same = {day for day in whole if (day.month, day.day) == (when.month, when.day)}
        bare = same.pop() if len(same) == 1 else only(when, dossier)
        if (day := bare if when.weekday is None else settled(when, window, dossier)) is not None:
            because = f"« {span.exact} » is {day.isoformat()}; a day called « this » is that of the report"
            return Dated(Days(day, day), because, (span,))
    return _this_evening(article, told, dossier)


def _this_evening(article: Article, told: Told, dossier: Years) -> Dated | None:
    """« le 28 juillet 2025, ce soir », « ce soir du 28 juillet »: a day that is said to be today, with
    its year, or in the dossier's one year."""
    joints = cue(article.language, "today_of") or ()
    for one, other in pairwise(sorted(told, key=lambda t: t[1].start)):
        if article.text[one[1].end : other[1].start].strip() not in joints:
            continue
        for (named, before), (this, after) in ((one, other), (other, one)):
            bare = this.anchor == "published" and this.month is this.weekday is None
            today = opens_with(article.language, "this_day", after.exact.lower())
            day = _named(named, dossier) if bare and today else None
            if day is not None:
                because = f"« {before.exact} » is « {after.exact} », the report's own day"
                return Dated(day, because, (one[1], other[1]))
    return None


def _named(when: When, dossier: Years) -> Days | None:
    """The day that a time names by its number, with its year or in the dossier's one year."""
    if when.anchor == "none":
        day = of(when.edtf)
        return day if day.single else None
    numbered = when.anchor == "published" and when.day and when.month
    found = only(when, dossier) if numbered and not when.until else None
    return Days(found, found) if found else None


def only(when: When, window: Days | Years) -> date | None:
    """The one day of a window that bears a day and month (and weekday); None of several, or none."""
    days = list(years_of(when, window)) if window.known else []
    return days[0] if len(days) == 1 else None


def settled(when: When, window: Days, dossier: Years) -> date | None:
    """The one day of a window that bears a weekday and number; of several, or without a weekday, the
    one in the dossier's years."""
    if when.weekday is None:
        return only(when, dossier)
    return only(when, window) or only(when, dossier)


def years_of(when: When, window: Days | Years) -> Iterable[date]:
    """The days of a window that bear a day and month (and weekday)."""
    words = of_words(when)
    for year in window.years:
        try:
            day = date(year, when.month or 1, when.day or 1)
        except ValueError:
            continue
        if words.bears(day) and window.bears(day):
            yield day
