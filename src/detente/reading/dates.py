"""When: the time expressions of a report, resolved against its date where it has one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from itertools import pairwise
from typing import Any, Literal

import msgspec

from detente import edtf
from detente.errors import LanguageError
from detente.language import LANGUAGES
from detente.language.doc import Token
from detente.model import DateMention, When
from detente.reading.draft import Draft

__all__ = ["FoundDate", "find", "find_dates"]

Kind = Literal["date", "duration", "set"]
_ANNIVERSARY = 10
"""Days around the day of a report in which a day named without a year is likely this year's."""
_FAR = 1500
"""Characters after which a time is no longer the one that « la veille » leans on."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A time expression of a text: characters `start` to `end`, and what it means.

    `value` is EDTF (of a duration or set ISO 8601), None where it cannot be told."""

    start: int
    end: int
    value: str | None
    kind: Kind
    when: When


def find_dates(
    text: str,
    *,
    published: date | str | None = None,
    language: str = "fr",
    kinds: tuple[Kind, ...] = ("date",),
) -> list[FoundDate]:
    """The dates of a text, in order; an interval (« du 3 au 5 juin ») is followed by its two ends,
    whose characters lie inside it.

    `published` is the day the text came out, or an EDTF value it lies in: « jeudi » is told from
    it, and has no value without. `kinds` may ask for durations and sets as well. What can never
    have a date (« récemment ») is left out. Raises `LanguageError` where there is no grammar for
    the language, `DateError` where `published` is no EDTF value.
    """
    base = language.split("-")[0].lower()
    if base not in LANGUAGES:
        raise LanguageError(f"no dates can be read in {language!r} yet")
    if isinstance(published, datetime):
        published = published.date()
    grammar = import_module(f"detente.language.{base}.dates")
    tense = import_module(f"detente.language.{base}.tense")
    found = [f for f in grammar.find(text) if not f.vague]

    def tense_of(f: Any) -> edtf.Tense | None:
        near: edtf.Tense | None = tense.near(text, f.start, f.end)
        return near

    values = _resolved(text, found, published, tense_of, grammar.ALSO)
    return [one for one in values if one.kind in kinds]


def find(draft: Draft) -> None:
    """Fills `draft.dates`, in order of the text. Where the report has no date, values that need it
    stay None; their `when` travels on."""
    grammar, tense = draft.pack.module("dates"), draft.pack.module("tense")
    text = draft.article.text
    found = grammar.find(text)

    def tense_of(f: Any) -> edtf.Tense | None:
        span = draft.doc.char_span(f.start, f.end, alignment_mode="expand")
        parsed = tense.governing(span) if span else None
        told: edtf.Tense | None = tense.agreed(parsed, tense.near(text, f.start, f.end))
        return told

    def aside(one: FoundDate) -> bool:
        span = draft.doc.char_span(one.start, one.end, alignment_mode="expand")
        return span is not None and span.root.head.dep_ == "acl"

    says = draft.pack.module("frames").SAYS_SO

    def said(one: FoundDate) -> bool:
        span = draft.doc.char_span(one.start, one.end, alignment_mode="expand")
        return span is not None and _said_before(span.root, says)

    day = draft.article.published.date
    values = _glossed(text, _resolved(text, found, day, tense_of, grammar.ALSO, aside, said))
    outer = {(f.start, f.end) for f in found}
    draft.dates += [
        DateMention(
            span=draft.span(one.start, one.end), when=one.when, value=one.value, kind=one.kind
        )
        for one in values
        if (one.start, one.end) in outer
    ]


def _glossed(text: str, values: Iterable[FoundDate]) -> list[FoundDate]:
    """« dès aujourd'hui (mercredi) »: the day of who speaks is the one that a report tells in brackets."""
    found = list(values)
    for n, (one, told) in enumerate(pairwise(found)):
        named = text[one.end : told.start].strip() == "(" and text[told.end : told.end + 1] == ")"
        if named and one.when.unit == "day" and one.when.anchor == "published":
            found[n] = replace(one, value=told.value, when=told.when)
    return found


def _resolved(
    text: str,
    found: Iterable[Any],
    published: date | str | None,
    tense_of: Callable[[Any], edtf.Tense | None],
    also: re.Pattern[str],
    aside: Callable[[FoundDate], bool] = lambda _: False,
    said: Callable[[FoundDate], bool] = lambda _: False,
) -> Iterator[FoundDate]:
    """Values in order of the text, each told against those before it where it leans on them. In a
    report without a date a day told with its year has a tense too: the report came out after it
    or before. `also` is what stands between two times of one clause. `aside` tells whether a time
    only describes a noun (« l'accord signé le 3 mai »): « le même jour » is of what the sentences
    tell, where they tell a day. `said` tells whether it is only that of words said before (« avait
    indiqué la veille le ministre »), of which « dans la matinée » is not."""
    found = list(found)
    years = _years_told(found)
    told: list[FoundDate] = []
    for f in found:
        if f.kind != "date":
            yield FoundDate(f.start, f.end, f.value, f.kind, f.when)
            continue
        before = _done(told, published) if _told_after(f, tense_of) else told
        if f.when.anchor == "context" and not f.when.amount and not f.when.part:
            before = [one for one in before if not aside(one)] or before
        of_news = f.when.amount < 0 and text[f.start].islower()
        if f.when.anchor == "context" and f.when.part and not f.when.amount:
            told_of = [one for one in before if not said(one)]
            of_news, before = len(told_of) < len(before), told_of
        when = _with_year(_same_day(f.when, before, f.start), years, published)
        if when is f.when and (_needs_tense(when) or (published is None and when.edtf)):
            tense = _coordinated(text, f, told, also) or tense_of(f)
            # « de lundi à jeudi »: the end follows the beginning, whatever the tense
            end = None if when.until and when.until.unit == "weekday" else tense
            until = when.until and msgspec.structs.replace(when.until, tense=end)
            when = msgspec.structs.replace(when, tense=tense, until=until)
        around = _context(text, when, before, f.start)
        if around is None and of_news:
            around = _day_of_news(when, before, published)
        value = edtf.resolve(when, published=published, context=around)
        told.append(FoundDate(f.start, f.end, value, "date", when))
        yield told[-1]
        for end, edge in zip(f.ends, (0, 1), strict=False):
            yield _end(end, edge, when.until if edge else when, value, published)


def _said_before(time: Token, says: frozenset[str]) -> bool:
    """« avait indiqué la veille le ministre »: of a verb of saying in the pluperfect."""
    verb = time
    while verb.pos_ != "VERB" and verb.head.i != verb.i:
        verb = verb.head
    past = (c for c in verb.children if c.dep_ == "aux:tense")
    return not says.isdisjoint(verb.lemmas) and any("Imp" in c.morph.get("Tense", []) for c in past)


def _told_after(f: Any, tense_of: Callable[[Any], edtf.Tense | None]) -> bool:
    """« s'est entretenu le même jour », « conclu la veille »: told as past, or not as to come, so
    that the day it leans on is past too. An hour (« à 9 h ») may be of a programme, without verb."""
    if f.when.anchor != "context":
        return False
    tense = tense_of(f)
    return tense == "past" if f.when.part else tense != "future"


def _done(told: list[FoundDate], published: date | str | None) -> list[FoundDate]:
    """The times that were told as past: no deadline, nothing to come."""
    day = edtf.bounds(str(published))[1] if published else None
    return [
        one
        for one in told
        if one.when.tense != "future" and one.when.span != "until"
        if day is None or one.value is None or edtf.bounds(one.value)[0] <= day
    ]


def _years_told(found: Iterable[Any]) -> dict[tuple[int, int], set[str]]:
    """The days of the year that a report names with their year, and which years."""
    years: dict[tuple[int, int], set[str]] = {}
    for f in found:
        for when in (f.when, *(end.when for end in f.ends)):
            if when.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", when.edtf):
                year, month, day = when.edtf.split("-")
                years.setdefault((int(month), int(day)), set()).add(year)
    return years


def _with_year(
    when: When, years: dict[tuple[int, int], set[str]], published: date | str | None
) -> When:
    """« depuis le 7 octobre », where the same report has « le 7 octobre 2023 »: that day, unless
    the report came out on an anniversary of it."""
    if when.anchor != "published" or when.unit or when.until or when.amount:
        return when
    if when.month is None or when.day is None or when.weekday is not None:
        return when
    told = years.get((when.month, when.day), set())
    if len(told) != 1 or when.direction != "nearest":
        return when
    nearest = edtf.resolve(when, published=published)
    if published and nearest and _apart(str(published), nearest) <= _ANNIVERSARY:
        return when
    value = f"{next(iter(told))}-{when.month:02}-{when.day:02}"
    return msgspec.structs.replace(when, edtf=value, anchor="none", month=None, day=None)


def _apart(one: str, other: str) -> int:
    """Days between two EDTF values."""
    (a, b), (c, d) = edtf.bounds(one), edtf.bounds(other)
    return max((c - b).days, (a - d).days, 0)


def _needs_tense(when: When) -> bool:
    """Whether the words leave open which of several Thursdays or Junes is meant."""
    if when.anchor != "published" or when.tense or when.direction != "nearest":
        return False
    named = when.month or when.day or when.weekday is not None or when.part in ("weekend", "easter")
    return bool(named or when.unit == "season")


def _end(f: Any, edge: int, when: When | None, whole: str | None, published: Any) -> FoundDate:
    """One end (0 or 1) of an interval, in agreement with the value of the whole."""
    only = msgspec.structs.replace(when or f.when, until=None)
    value = edtf.resolve(only, published=published)
    if value and whole and edtf.bounds(value)[edge] != edtf.bounds(whole)[edge]:
        value = edtf.bounds(whole)[edge].isoformat()
    return FoundDate(f.start, f.end, value, "date", only)


def _same_day(when: When, told: list[FoundDate], start: int) -> When:
    """« à 16h25 », « ce jour-là », « la veille »: the day last told, moved where need be, so that
    it can be resolved with it once the report's date is known."""
    if when.anchor != "context" or when.unit != "day":
        return when
    found = _last_day(told, start)
    if found is None:
        return when
    day = found.when
    if (
        day.anchor == "context"
    ):  # « la veille … dans la soirée »: of that day, not the one before it
        return when
    if not when.amount:
        return msgspec.structs.replace(day, part=when.part or day.part, span=when.span)
    if day.anchor == "published" and (day.unit == "day" or (day.day and day.unit is None)):
        moved = day.amount + when.amount
        weekday = None if day.day else day.weekday
        return msgspec.structs.replace(
            day, amount=moved, weekday=weekday, part=when.part, span=when.span
        )
    return when


def _coordinated(
    text: str, f: Any, told: list[FoundDate], also: re.Pattern[str]
) -> edtf.Tense | None:
    """« lundi et mardi »: the second has the tense of the first."""
    last = told[-1] if told else None
    if last and also.fullmatch(text, last.end, f.start):
        return last.when.tense
    return None


def _context(text: str, when: When, told: list[FoundDate], start: int) -> str | None:
    """The time last spoken of, for words that lean on it (EDTF): of days for a day, else any. A
    day number (« le 18 ») leans on the same or the previous sentence only."""
    if when.anchor == "context" and when.unit in ("day", "weekday"):
        day = _last_day(told, start)
        return day.value if day else None
    last = next((one for one in reversed(told) if one.value and one.when.span != "since"), None)
    if last is None or start - last.start > _FAR:
        return None
    if when.anchor == "published" and len(re.findall(r"[.!?\n]", text[last.end : start])) > 1:
        return None
    return last.value


def _day_of_news(when: When, told: list[FoundDate], published: date | str | None) -> str | None:
    """The report's own day, for « la veille » or « dans la soirée » before which no day is told."""
    leans = when.anchor == "context" and when.unit == "day" and when.amount <= 0
    if not leans or not published or _last_day(told, 0) is not None:
        return None
    return published if isinstance(published, str) else published.isoformat()


def _last_day(told: list[FoundDate], start: int) -> FoundDate | None:
    """The last single day told not too far before `start`."""
    for one in reversed(told):
        if start - one.end > _FAR:
            return None
        when = one.when
        named = when.day or when.unit in ("day", "weekday") or len(when.edtf or "") == 10
        if when.span == "since":
            continue
        if named and when.until is None and when.anchor != "context":
            return one
        if named and one.value:
            return one
    return None
