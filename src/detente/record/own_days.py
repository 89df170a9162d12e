"""Days that a report says are its own, or counts from its own: « ce mercredi 14 mai », « hier dimanche
7 mai »."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from detente.model import Article, When
from detente.record.cues import cue, opens_with
from detente.record.days import Days, of, of_words
from detente.record.leads import Told
from detente.record.undated import Dated

HEAD = 600
"""Characters in which a dateline stands, and a report tells what is new."""


def counted(article: Article, told: Told, window: Days, dossier: Days) -> Dated | None:
    """« hier dimanche 7 mai », « aujourd'hui 7 mai »: the report's day by that which it counts from
    it, of the one year in which it is such a weekday; without weekday in the dossier's one year."""
    for when, span in told:
        if when.anchor != "published" or not (when.day and when.month):
            continue
        words = span.exact.lower()
        counts = cue(article.language, "counted_days") or {}
        after = next((n for start, n in counts.items() if words.startswith(start)), None)
        day = only(when, window if when.weekday is not None else dossier)
        if after is not None and day is not None:
            out = day + timedelta(after)
            because = f"« {span.exact} » is {day.isoformat()}, counted from the report's own day"
            return Dated(Days(out, out), because, (span,))
    return None


def this_day(article: Article, told: Told, window: Days, dossier: Days) -> Dated | None:
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
        if (day := only(when, window) if when.weekday is not None else bare) is not None:
            because = f"« {span.exact} » is {day.isoformat()}; a day called « this » is that of the report"
            return Dated(Days(day, day), because, (span,))
    return _this_evening(article, told)


def _this_evening(article: Article, told: Told) -> Dated | None:
    """« le 28 juillet 2025, ce soir »: a day told whole that is said to be today."""
    for one, other in pairwise(sorted(told, key=lambda t: t[1].start)):
        if article.text[one[1].end : other[1].start].strip() not in (",", "", "("):
            continue
        for (whole, before), (this, after) in ((one, other), (other, one)):
            day = of(whole.edtf)
            bare = this.anchor == "published" and this.month is this.weekday is None
            today = opens_with(article.language, "this_day", after.exact.lower())
            if whole.anchor == "none" and day.single and bare and today:
                because = f"« {before.exact} » is « {after.exact} », the report's own day"
                return Dated(day, because, (one[1], other[1]))
    return None


def only(when: When, window: Days) -> date | None:
    """The one day of a window that bears a day and month (and weekday); None of several, or none."""
    days = list(years_of(when, window)) if window.known else []
    return days[0] if len(days) == 1 else None


def years_of(when: When, window: Days) -> Iterable[date]:
    """The days of a window that bear a day and month (and weekday)."""
    words = of_words(when)
    for year in range(window.first.year, window.last.year + 1):
        try:
            day = date(year, when.month or 1, when.day or 1)
        except ValueError:
            continue
        if words.bears(day) and window.bears(day):
            yield day
