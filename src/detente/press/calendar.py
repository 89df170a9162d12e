"""Days as sites and agencies stamp them on a report: “27/02/2025 à 16:25”, “27 fév 2025”."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from detente.press.patterns import load

EARLIEST = 1800
"""No report is older than this year."""
_TIME = (
    r"(?:[\s,]*(?:à|at|-|–|—|\||T|,)?\s*\d{1,2}\s?(?:[:hH]\s?\d{2}(?::\d{2}(?:\.\d+)?)?|[hH]\b)"
    r"(?:\s?(?:min\b|heures\b|Z|GMT|UTC|CET|CEST|[+-]\d{2}:?\d{2}|heure de \w+|\(.{3,20}\)))?)?"
)


@cache
def day_pattern() -> re.Pattern[str]:
    """A full date, with its weekday and time of day where they stand beside it.

    Groups: `day`, `month`, `year` of a date in words; `a`, `b`, `c` of `27/02/2025`; `iso`."""
    known = load()
    months = "|".join(sorted(map(re.escape, known.months), key=len, reverse=True))
    worded = rf"(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.)?\s+(?P<month>{months})\.?,?\s+(?P<year>\d{{4}}))"
    english = (
        rf"(?:(?P<month2>{months})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}}))"
    )
    figures = (
        r"(?:(?P<a>\d{1,2})(?P<sep>[/.-]| [/.-] )(?P<b>\d{1,2})(?P=sep)"
        r"(?P<c>\d{4}|\d{2}(?=\s*(?:à|-|$))))"
    )
    iso = r"(?P<iso>\d{4}-\d{2}-\d{2})"
    return re.compile(
        rf"(?:(?<![\w/])|(?<=\d:\d\d))(?:(?:(?:{known.before_day})\s+)?(?:{known.weekdays}|{known.weekdays_short})\.?,?\s+)?"
        rf"(?:{worded}|{english}|{iso}|{figures}){_TIME}(?!\d|/\d|(?-i:[a-zà-ÿ]))",
        re.IGNORECASE,
    )


def day_of(found: re.Match[str]) -> str | None:
    """The day (ISO) of a match of `day_pattern`, None where there is no such day.

    `27/02/2025` is read day first, as French does."""
    parts = found.groupdict()
    if parts["iso"]:
        return sensible(parts["iso"])
    if parts["a"]:
        year, month, day = parts["c"], parts["b"], parts["a"]
        year = year if len(year) == 4 else f"20{year}"
    else:
        name = (parts["month"] or parts["month2"]).casefold()
        month = str(load().months[name])
        day, year = parts["day"] or parts["day2"], parts["year"] or parts["year2"]
    return sensible(f"{int(year):04}-{int(month):02}-{int(day):02}")


def sensible(value: str) -> str | None:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` back where a report can have come out then, else None."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    if not found:
        return None
    try:
        first = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    tomorrow = date.today() + timedelta(days=1)  # a report may come from an earlier time zone
    return value if first.year >= EARLIEST and first <= tomorrow else None


def given(value: object) -> str | None:
    """The day of a publication date given as data: ISO 8601, RFC 2822, seconds since 1970, or as
    sites write it. EDTF (a day, a month or a year); None where it makes no sense.

    The day is the one that the words name, whatever their time zone."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_seconds(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    if iso := re.match(r"(\d{4}(?:-\d{2}){0,2})(?:$|[T ]\d)", text):
        return sensible(iso[1])
    if compact := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text):
        return sensible("-".join(compact.groups()))
    if found := day_pattern().search(text):
        return day_of(found)
    try:
        return sensible(parsedate_to_datetime(text).date().isoformat())
    except (ValueError, TypeError, IndexError):
        return None


def _from_seconds(value: float) -> str | None:
    if 1000 <= value <= 9999 and value == int(value):
        return sensible(str(int(value)))
    seconds = value / 1000 if abs(value) > 1e11 else value  # milliseconds, as JavaScript counts
    try:
        return sensible((date(1970, 1, 1) + timedelta(seconds=seconds)).isoformat())
    except OverflowError:
        return None
