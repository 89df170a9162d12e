"""Times that lean on another date (« jeudi », « la veille ») to EDTF. Knows no language: words become
a `When` in `detente.language`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from detente.edtf.values import (
    Days,
    bounds,
    easter_sunday,
    format_days,
    granule,
    season_days,
    shift,
    shift_months,
)
from detente.errors import DateError
from detente.model import When

Tense = Literal["past", "present", "future"]

_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_LONGEST = 400
"""A publication date vaguer than this many days settles nothing that leans on it."""


def resolve(
    when: When,
    *,
    published: date | str | None,
    context: str | None = None,
    tense: Tense | None = None,
) -> str | None:
    """The EDTF value of a time as worded, or None where what it needs is not known.

    `published` is the report's own date, or an EDTF value it lies in: the answer is then that of
    each of its days where they agree, else the interval from the earliest to the latest.
    `context` is the time last spoken of (EDTF). `tense` is that of the verb the words go with; it
    decides which Thursday or which June is meant where the words don't; a past or future that the
    words carry themselves (`when.tense`) goes before it.
    Raises `DateError` where `published` or `context` is no EDTF value.
    """
    around = bounds(context) if context else None
    if isinstance(published, datetime):
        published = published.date()
    if published is None or isinstance(published, date):
        return _resolve(when, published, around, tense)
    first, last = bounds(published)
    if date.min in (first, last) or (last - first).days > _LONGEST:
        return _resolve(when, None, around, tense)
    values = {
        _resolve(when, first + timedelta(days=n), around, tense)
        for n in range((last - first).days + 1)
    }
    if len(values) == 1 or None in values:
        return values.pop() if len(values) == 1 else None
    days = [bounds(value) for value in values if value]
    return format_days(min(a for a, _ in days), max(b for _, b in days))


def _resolve(
    when: When, published: date | None, around: Days | None, tense: Tense | None
) -> str | None:
    """`resolve` for one day of publication."""
    try:
        start = _settle(when, published, around, tense)
        if start is None or when.until is None:
            return start
        first = bounds(start)[0]
        end = _resolve(when.until, published, bounds(start), tense)
        if end and bounds(end)[1] < first and when.until.anchor == "published":
            end = _resolve(when.until, first, None, "future")  # « de lundi à vendredi »
        if end is None or bounds(end)[1] < first:
            return None
        return format_days(first, bounds(end)[1])
    except (ValueError, OverflowError, DateError):  # beyond the years 1 to 9999
        return None


def _settle(
    when: When, published: date | None, around: Days | None, tense: Tense | None
) -> str | None:
    """A point or the first end of an interval."""
    if when.anchor == "none":
        plain = when.edtf and not re.search(r"[~?%/]", when.edtf)
        return f"{when.edtf}~" if plain and when.approximate else when.edtf
    if when.anchor == "context":
        days = _from_context(when, around)
    elif published is None:
        return None
    else:
        if tense is None or when.tense in ("past", "future"):
            tense = when.tense
        if when.span == "until" and tense != "past":
            tense = "future"
        days = _from_day(when, published, tense, around)
    if days is None:
        return None
    if when.unit == "season" and when.part in _SEASON_CODES:
        mark = "~" if when.approximate else ""
        return f"{days[0].year:04}-{_SEASON_CODES[when.part]}{mark}"
    return format_days(*days, approximate=when.approximate)


def _from_context(when: When, around: Days | None) -> Days | None:
    """« la veille », « deux ans plus tôt », « le jeudi suivant »: against the time spoken of."""
    if around is None or date.min in around or date.max in around:
        return None
    if when.unit == "weekday" and when.weekday is not None:
        if around[0] != around[1]:
            return None
        step = (when.weekday - around[0].weekday()) % 7
        if when.direction == "past":
            step = step - 7 if step else -7
        elif when.direction == "future" and step == 0:
            step = 7
        found = around[0] + timedelta(days=step)
        return found, found
    if when.unit == "season":
        return None
    first, last = (granule(day, when.unit or "day") for day in around)
    if first != last:
        return None
    return _part_of(shift(first[0], when.unit or "day", when.amount), when)


def _part_of(days: Days, when: When) -> Days:
    """The month, the day or the week-end of a year, month or week that was moved to."""
    if when.unit == "week" and when.part == "weekend":
        return days[0] + timedelta(days=5), days[1]
    if when.unit == "week" and when.weekday is not None:
        found = days[0] + timedelta(days=when.weekday)
        return found, found
    if when.unit == "year" and when.month:
        return granule(
            date(days[0].year, when.month, when.day or 1), "day" if when.day else "month"
        )
    if when.unit == "month" and when.day:
        return granule(days[0].replace(day=when.day), "day")
    return days


def _from_day(when: When, day: date, tense: Tense | None, around: Days | None) -> Days | None:
    """Against the report's own date."""
    if when.unit == "weekday" or (when.weekday is not None and when.unit != "week"):
        # A name and a number settle it together.
        tense = None if when.day else tense or "past"
        found = _choose(_weekdays(when, day), day, when.direction, tense)
        if found and when.amount:
            return shift(found[0], "day", 7 * when.amount)
        return found
    if when.unit == "season":
        code = _SEASON_CODES.get(when.part or "")
        if code is None:
            return None
        seasons = [season_days(day.year + n, code) for n in (-2, -1, 0, 1, 2)]
        return _choose(seasons, day, when.direction, tense)
    if when.part == "easter":
        sundays = (easter_sunday(day.year + n) for n in (-1, 0, 1))
        near = [shift(sunday, "day", when.amount) for sunday in sundays]
        return _choose(near, day, when.direction, tense)
    if when.unit == "week" and when.part == "weekend" and not when.amount:
        weeks = [shift(day, "week", n) for n in (-1, 0, 1)]
        return _choose([_part_of(week, when) for week in weeks], day, when.direction, tense)
    named = when.month or (when.day and when.unit is None)
    if named and when.unit != "year":
        return _named(when, day, tense, around)
    if when.unit in ("day", "week", "month", "year", "decade"):
        return _part_of(shift(day, when.unit, when.amount), when)
    return (day, day) if when.part else None


def _named(when: When, day: date, tense: Tense | None, around: Days | None) -> Days | None:
    """« le 6 mai », « le 18 », « en mai », « la semaine du 10 mai », « la veille du 6 mai »."""
    if not when.month and around and granule(around[0], "month") == granule(around[1], "month"):
        return granule(around[0].replace(day=when.day or 1), "day")
    found = _choose(_calendar(when, day), day, when.direction, tense)
    if found and when.unit == "week":
        return granule(found[0], "week")
    if found and when.amount and when.day:
        return shift(found[0], "day", when.amount)
    return found


def _weekdays(when: When, day: date) -> list[Days]:
    """The days that bear this name (and number, and month), near `day`."""
    if when.day:
        named = (days for days in _calendar(when, day) if days[0].weekday() == when.weekday)
        # « jeudi 21 » alone is of this month or the next to it
        return [days for days in named if when.month or abs((days[0] - day).days) <= 45]
    step = ((when.weekday or 0) - day.weekday()) % 7
    found = [day + timedelta(days=step + 7 * n) for n in (-2, -1, 0, 1)]
    return [(one, one) for one in found]


def _calendar(when: When, day: date) -> list[Days]:
    """The days (or months) with this number near `day`, in order."""
    if when.month is None:
        firsts: Iterable[date] = (shift_months(day.replace(day=1), n) for n in range(-12, 13))
    else:
        month = when.month
        years = 8 if (month, when.day) == (2, 29) else 1
        firsts = (date(day.year + n, month, 1) for n in range(-years, years + 1))
    return list(_numbered(firsts, when.day))


def _numbered(firsts: Iterable[date], day: int | None) -> Iterator[Days]:
    for first in firsts:
        if day is None:
            yield granule(first, "month")
        elif day <= monthrange(first.year, first.month)[1]:
            yield granule(first.replace(day=day), "day")


def _choose(candidates: list[Days], day: date, direction: str, tense: Tense | None) -> Days | None:
    """Which of several days or months is meant. « dernier », « prochain » leave out the one that
    holds the report's day, a tense does not; of the present, the nearest; with no tense, the
    nearest too, one to come only where it is nearer by half than the last."""
    past = [days for days in candidates if days[1] < day]
    coming = [days for days in candidates if days[0] > day]
    now = [days for days in candidates if days[0] <= day <= days[1]]
    if direction == "past":
        return past[-1] if past else None
    if direction == "future":
        return coming[0] if coming else None
    if now:
        return now[0]
    if tense == "past" and past:
        return past[-1]
    if tense == "future" and coming:
        return coming[0]
    if not coming:
        return past[-1] if past else None
    if not past:
        return coming[0]
    before, after = (day - past[-1][1]).days, (coming[0][0] - day).days
    if tense is None:  # news tells more of what was than of what will be
        after *= 2
    return coming[0] if after < before else past[-1]
