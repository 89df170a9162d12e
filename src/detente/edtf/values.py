"""EDTF level 1 dates and intervals as this package writes them (Library of Congress, ISO 8601-2).

Read and written: days, months, years, seasons (`2021-22`), decades (`199X`), centuries (`18XX`),
the marks `~`, `?` and `%`, intervals (`2014/2018`), open ends (`2022/..`). A time of day is cut
off. Every value stands for the days from its first to its last, both included; an open end is
`date.min` or `date.max`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from detente.errors import DateError

Days = tuple[date, date]
"""First and last, both included."""
Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T[0-9:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?P<mark>[~?%]?)"
)
SEASONS = {21: (3, 1, 6, 21), 22: (6, 1, 9, 22), 23: (9, 1, 12, 21), 24: (12, 1, 3, 20)}
"""Code: first month and day, last month and day, northern half of the world. Between the
meteorologists' seasons and the astronomers': news uses both. 24 runs into the next year."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A parsed value: its days, how fine it is, and whether it is marked `~` or `?`."""

    first: date
    last: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@lru_cache(maxsize=10_000)
def parse(text: str) -> Edtf:
    """Reads an EDTF level 1 value. Raises `DateError` where `text` is none."""
    if "/" not in text:
        return _point(text)
    start, _, end = text.partition("/")
    a = None if start in ("", "..") else _point(start)
    b = None if end in ("", "..") else _point(end)
    first, last = a.first if a else date.min, b.last if b else date.max
    if first > last:
        raise DateError(f"{text!r} ends before it starts")
    ends = [end for end in (a, b) if end]
    return Edtf(
        first,
        last,
        "interval",
        any(end.approximate for end in ends),
        any(end.uncertain for end in ends),
    )


def _point(text: str) -> Edtf:
    match = _POINT.fullmatch(text)
    if not match:
        raise DateError(f"{text!r} is no EDTF level 1 date")
    try:
        first, last, precision = _days(match["year"], match["month"], match["day"])
    except ValueError as error:
        raise DateError(f"{text!r} is no date: {error}") from error
    return Edtf(first, last, precision, match["mark"] in ("~", "%"), match["mark"] in ("?", "%"))


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if "X" in year:
        if month:
            raise ValueError("a month of an unspecified year")
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        precision: Precision = "century" if year.endswith("XX") else "decade"
        return date(max(low, 1), 1, 1), date(high, 12, 31), precision
    number = int(year)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError("a day of an unspecified month")
        return date(number, 1, 1), date(number, 12, 31), "year"
    code = int(month or 0)
    if code in SEASONS:
        if day:
            raise ValueError("a day of a season")
        return *season_days(number, code), "season"
    if day in (None, "XX"):
        return date(number, code, 1), date(number, code, monthrange(number, code)[1]), "month"
    only = date(number, code, int(day or 0))
    return only, only, "day"


def season_days(year: int, code: int) -> tuple[date, date]:
    """First and last day of a season (21 spring … 24 winter, which ends the year after)."""
    month, day, last_month, last_day = SEASONS[code]
    return date(year, month, day), date(year + (last_month < month), last_month, last_day)


def bounds(text: str) -> tuple[date, date]:
    """First and last day of an EDTF value, both included. Raises `DateError`."""
    value = parse(text)
    return value.first, value.last


def format_days(first: date, last: date, *, approximate: bool = False) -> str:
    """The shortest EDTF value for the days `first` to `last`, both included.

    `date.min` and `date.max` are open ends. Raises `DateError` where it ends before it starts."""
    if first > last:
        raise DateError(f"{first} to {last} ends before it starts")
    mark = "~" if approximate else ""
    whole = _whole(first, last)
    if whole:
        return whole + mark
    starts = [".."] if first == date.min else _granules(first, start=True)
    ends = [".."] if last == date.max else _granules(last, start=False)
    for a, b in zip(starts, ends, strict=False):
        if a and b:
            return "/".join(end if end == ".." else end + mark for end in (a, b))
    # One end is open: the other is as coarse as it can be.
    a, b = (next(value for value in values if value) for values in (starts, ends))
    return "/".join(end if end == ".." else end + mark for end in (a, b))


def _whole(first: date, last: date) -> str | None:
    """The one day, month, year, decade or century that these days are."""
    if date.min in (first, last) or date.max in (first, last):
        return None
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return f"{first.year:04}"
        if first.year % 100 == 0 and last.year == first.year + 99:
            return f"{first.year // 100:02}XX"
        if first.year % 10 == 0 and last.year == first.year + 9:
            return f"{first.year // 10:03}X"
    same = (first.year, first.month) == (last.year, last.month)
    if same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first:%Y-%m}" if first.year > 999 else f"{first.year:04}-{first.month:02}"
    return None


def _granules(day: date, *, start: bool) -> list[str | None]:
    """An end of an interval as a year, a month and a day; None where that is not exact."""
    month = f"{day.year:04}-{day.month:02}"
    edge = 1 if start else monthrange(day.year, day.month)[1]
    whole_month = day.day == edge
    whole_year = whole_month and day.month == (1 if start else 12)
    return [
        f"{day.year:04}" if whole_year else None,
        month if whole_month else None,
        day.isoformat(),
    ]


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` is one of `outer`."""
    a, b = parse(outer), parse(inner)
    return a.first <= b.first and b.last <= a.last


def overlaps(one: str, other: str) -> bool:
    """Whether the two values share a day."""
    a, b = parse(one), parse(other)
    return a.first <= b.last and b.first <= a.last


def intersect(one: str, other: str) -> str | None:
    """The days that both values hold, or None. It is marked `~` where both are."""
    a, b = parse(one), parse(other)
    first, last = max(a.first, b.first), min(a.last, b.last)
    if first > last:
        return None
    for value, text in ((a, one), (b, other)):  # a season, say, keeps its own name
        if (value.first, value.last) == (first, last) and value.precision == "season":
            mark = "~" if a.approximate and b.approximate else ""
            return re.sub(r"[~?%]", "", text) + mark
    return format_days(first, last, approximate=a.approximate and b.approximate)


def shift_months(day: date, months: int) -> date:
    """The same day some months later (or its month's last day)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def granule(day: date, unit: str) -> Days:
    """First and last day of the day, week, month, year or decade that holds `day`."""
    if unit == "week":
        return monday(day), monday(day) + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if unit == "decade":
        start = day.year - day.year % 10
        return date(start, 1, 1), date(start + 9, 12, 31)
    return day, day


def shift(day: date, unit: str, amount: int) -> Days:
    """The `unit` that lies `amount` of them from the one that holds `day`."""
    if unit in ("day", "weekday"):
        return granule(day + timedelta(days=amount), "day")
    if unit == "week":
        return granule(day + timedelta(weeks=amount), "week")
    months = amount * {"month": 1, "year": 12, "decade": 120}[unit]
    return granule(shift_months(day.replace(day=1), months), unit)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    century, rest = divmod(year, 100)
    moon = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
