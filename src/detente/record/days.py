"""What is known of when something was, while not everything is known yet.

A time is a stretch of days and, where the words tell no year, a weekday or a day and month that
its days must bear. Two times meet in what both allow; a window settles the year where only one of
its years fits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente import edtf
from detente.errors import DateError
from detente.model import Event, When


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last` (both included) that bear the weekday (0 is Monday), month
    and day of the month given. Without any bound: nothing is known."""

    first: date = date.min
    last: date = date.max
    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are told."""
        return self.first != date.min and self.last != date.max

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def told(self) -> bool:
        """Whether anything at all is told."""
        return self != UNKNOWN

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    def bears(self, day: date) -> bool:
        """Whether a day is one of these."""
        return (
            self.first <= day <= self.last
            and self.weekday in (None, day.weekday())
            and self.month in (None, day.month)
            and self.day in (None, day.day)
        )

    def meet(self, other: Days) -> Days | None:
        """What both allow, or None where nothing is left."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        weekday, month, day = (
            (a, b) if a is None or b is None or a == b else None
            for a, b in (
                (self.weekday, other.weekday),
                (self.month, other.month),
                (self.day, other.day),
            )
        )
        if first > last or weekday is None or month is None or day is None:
            return None
        met = Days(first, last, _either(*weekday), _either(*month), _either(*day))
        return met.settled() if met.known and met.length <= 800 else met

    def settled(self) -> Days | None:
        """The narrowest stretch that holds all fitting days; None where none fits. A stretch of
        more than eight hundred days, or an open one, stays as it is."""
        if not self.known or self.length > 800:
            return self
        if self.weekday is None and self.month is None and self.day is None:
            return self
        fitting = [d for n in range(self.length + 1) if self.bears(d := self.first + timedelta(n))]
        if not fitting:
            return None
        if len(fitting) == 1:
            return Days(fitting[0], fitting[0])
        return replace(self, first=fitting[0], last=fitting[-1])

    def only(self, window: Days) -> Days:
        """The one day in the window that fits, where there is one only, else itself."""
        if self.known or self.day is None or self.month is None or not window.known:
            return self
        days = [
            date(year, self.month, self.day)
            for year in range(window.first.year, window.last.year + 1)
            if self.day < 29 or _exists(year, self.month, self.day)
        ]
        fitting = [d for d in days if self.bears(d) and window.bears(d)]
        return Days(fitting[0], fitting[0]) if len(fitting) == 1 else self

    def edtf(self) -> str | None:
        """As EDTF, or None where an end is open."""
        return edtf.format_days(self.first, self.last) if self.known else None


def _either(a: int | None, b: int | None) -> int | None:
    return b if a is None else a


UNKNOWN = Days()
"""Nothing is known."""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def of(value: str | None) -> Days:
    """The days of an EDTF value; nothing known where there is none or it is none."""
    try:
        return Days(*edtf.bounds(value)) if value else Days()
    except DateError:
        return Days()


def of_words(when: When | None) -> Days:
    """What the words alone allow: their date, or the weekday, day and month that they name."""
    if when is None:
        return Days()
    if when.anchor == "none":
        return of(when.edtf)
    if when.anchor == "context" or when.amount or when.until:
        return Days()
    return Days(weekday=when.weekday, month=when.month, day=when.day)


def of_event(event: Event, published: Days) -> Days:
    """When a mentioned event was, against when its report came out."""
    if event.date:
        return of(event.date)
    if event.when is None:
        return Days()
    words = of_words(event.when)
    if not published.known:
        return words
    tense = "future" if event.status in ("planned", "proposed") else "past"
    value = edtf.resolve(event.when, published=published.edtf(), tense=tense)  # type: ignore[arg-type]
    if not value:
        return words
    # of a report out on one of several days, « lundi » is still a Monday
    return of(value) if published.single else of(value).meet(words) or of(value)
