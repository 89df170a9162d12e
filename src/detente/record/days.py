"""What is known of when something was, while not everything is known yet.

A time is a stretch of days and, where the words tell no year, a weekday or a day and month that
its days must bear. Two times meet in what both allow; a window settles the year where only one of
its years fits. What took all days of a stretch (a round of talks) meets any day of it.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    lasting: int = 0
    """Days by which it went on after the first; month and day are then those of the first."""

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
        return (
            self.weekday is not None
            or self.month is not None
            or self.day is not None
            or self.first != date.min
            or self.last != date.max
        )

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
        """What both allow, or None where nothing is left; of what lasted and a day of it, what
        lasted."""
        if self.lasting or other.lasting:
            return _meet_lasting(self, other)
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
        if not self.known or self.length > 800 or self.lasting:
            return self
        if self.weekday is None and self.month is None and self.day is None:
            return self
        fitting = [d for n in range(self.length + 1) if self.bears(d := self.first + timedelta(n))]
        if not fitting:
            return None
        if len(fitting) == 1:
            return Days(fitting[0], fitting[0])
        return replace(self, first=fitting[0], last=fitting[-1])

    @property
    def years(self) -> Iterable[int]:
        """The years that it touches; both ends are told."""
        return range(self.first.year, self.last.year + 1)

    def only(self, window: Days | Years) -> Days:
        """The one day in the window that fits, where there is one only, else itself."""
        if self.known or self.day is None or self.month is None or not window.known:
            return self
        fitting = self.within(window)
        return lasting(fitting[0], self.lasting) if len(fitting) == 1 else self

    def within(self, window: Days | Years) -> list[date]:
        """The days of a window, which is known, that bear the month and the day."""
        return [d for d in self._starts(window) if self.bears(d) and window.bears(d)]

    def _starts(self, window: Days | Years) -> list[date]:
        """The days of a window's years that bear the month and the day."""
        if self.month is None or self.day is None:
            return []
        return [
            date(year, self.month, self.day)
            for year in window.years
            if self.day < 29 or _exists(year, self.month, self.day)
        ]

    def edtf(self) -> str | None:
        """As EDTF, or None where an end is open."""
        return edtf.format_days(self.first, self.last) if self.known else None


@dataclass(frozen=True, slots=True)
class Years:
    """Some years, in order, which need not follow one on another."""

    years: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there are any."""
        return bool(self.years)

    def bears(self, day: date) -> bool:
        """Whether a day is in one of them."""
        return day.year in self.years


def lasting(first: date, days: int) -> Days:
    """A day and as many more, all of which something took; one day where there are no more."""
    return Days(first, first + timedelta(days), lasting=days)


def _meet_lasting(one: Days, other: Days) -> Days | None:
    """Where one at least is known to have lasted."""
    if not one.lasting or (other.lasting and other.known and not one.known):
        one, other = other, one
    if other.lasting:
        if one.known and other.known:
            if one.first > other.last or other.first > one.last:
                return None
            first, last = min(one.first, other.first), max(one.last, other.last)
            return lasting(first, (last - first).days)
        start = one.first if one.known else None
        same = (other.month, other.day) == (
            (start.month, start.day) if start else (one.month, one.day)
        )
        return one if same else None
    if one.known:
        fits = any(other.bears(one.first + timedelta(n)) for n in range(one.lasting + 1))
        return one if fits else None
    if not other.known:
        return one
    starts = [
        start
        for start in one._starts(Days(other.first - timedelta(one.lasting), other.last))
        if any(other.bears(start + timedelta(n)) for n in range(one.lasting + 1))
    ]
    if not starts:
        return None
    return lasting(starts[0], one.lasting) if len(starts) == 1 else one


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
        return _stretch(when, of(when.edtf))
    if when.until is not None and _nights(when) and when.day and when.month:
        return Days(month=when.month, day=when.day, lasting=_nights(when))
    if when.anchor == "context" or when.amount or when.until:
        return Days()
    return Days(weekday=when.weekday, month=when.month, day=when.day)


NOT_YET = ("planned", "proposed", "hypothetical")
"""Statuses of what has not been."""
LONGEST = 31
"""Days that something can have gone on for which « du 3 au 5 mars » is said; a longer stretch is
taken for one within which it was."""


def _nights(when: When) -> int:
    """How many nights « du 3 au 5 mars » takes in; 0 where it is no such stretch, or a night."""
    end = when.until
    if end is None or when.part or not (when.day and when.month and end.day and end.month):
        return 0
    year = 2000 + (end.month < when.month)  # any year will do: a leap day is one too many at most
    try:
        nights = (date(year, end.month, end.day) - date(2000, when.month, when.day)).days
    except ValueError:
        return 0
    return nights if 0 < nights <= LONGEST else 0


def _stretch(when: When, start: Days) -> Days:
    """The days of « du 3 au 5 mars 2021 », where it is such a stretch; else its start."""
    end = of(when.until.edtf) if when.until else UNKNOWN
    if not (start.single and end.single) or when.part:
        return start if when.until is None else Days(start.first, end.last)
    nights = (end.last - start.first).days
    return lasting(start.first, nights) if 0 < nights <= LONGEST else Days(start.first, end.last)


def of_event(event: Event, published: Days) -> Days:
    """When a mentioned event was, against when its report came out."""
    words = of_words(event.when)
    if event.date:
        return _went_on(of(event.date), words)
    if event.when is None or not published.known:
        return words
    ahead = ("planned", "proposed") if event.when.tense == "past" else NOT_YET
    tense = "future" if event.status in ahead else "past"
    value = edtf.resolve(event.when, published=published.edtf(), tense=tense)  # type: ignore[arg-type]
    if not value:
        return words
    if words.lasting:
        return _went_on(of(value), words)
    # of a report out on one of several days, « lundi » is still a Monday
    return of(value) if published.single else of(value).meet(words) or of(value)


def _went_on(days: Days, words: Days) -> Days:
    """A stretch that the words say something took all of, as one that lasted."""
    return lasting(days.first, days.length) if days.length == words.lasting else days
