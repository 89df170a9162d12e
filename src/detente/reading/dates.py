"""When: the time expressions of a report, resolved against its date where it has one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any, Literal

from detente import edtf
from detente.errors import LanguageError
from detente.language import LANGUAGES
from detente.model import DateMention, When
from detente.reading.draft import Draft

__all__ = ["FoundDate", "find", "find_dates"]

Kind = Literal["date", "duration", "set"]
_DATES: frozenset[Kind] = frozenset({"date"})


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
    kinds: Collection[Kind] = _DATES,
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
    grammar = import_module(f"detente.language.{base}.dates")
    tense = import_module(f"detente.language.{base}.tense")
    found = [f for f in grammar.find(text) if not f.vague]

    def tense_of(f: Any) -> edtf.Tense | None:
        near: edtf.Tense | None = tense.near(text, f.start, f.end)
        return near

    values = _resolved(text, found, published, tense_of)
    return [one for one in values if one.kind in kinds]


def find(draft: Draft) -> None:
    """Fills `draft.dates`, in order of the text. Where the report has no date, values that need it
    stay None; their `when` travels on."""
    grammar, tense = draft.pack.module("dates"), draft.pack.module("tense")
    text = draft.article.text
    found = grammar.find(text)

    def tense_of(f: Any) -> edtf.Tense | None:
        span = draft.doc.char_span(f.start, f.end, alignment_mode="expand")
        parsed: edtf.Tense | None = tense.governing(span) if span else None
        return parsed or tense.near(text, f.start, f.end)

    values = _resolved(text, found, draft.article.published.date, tense_of)
    outer = {(f.start, f.end) for f in found}
    draft.dates += [
        DateMention(
            span=draft.span(one.start, one.end), when=one.when, value=one.value, kind=one.kind
        )
        for one in values
        if (one.start, one.end) in outer
    ]


def _resolved(
    text: str,
    found: Iterable[Any],
    published: date | str | None,
    tense_of: Callable[[Any], edtf.Tense | None],
) -> Iterator[FoundDate]:
    """Values in order of the text, each told against those before it where it leans on them."""
    context: str | None = None
    context_end = 0
    for f in found:
        if f.kind != "date":
            yield FoundDate(f.start, f.end, f.value, f.kind, f.when)
            continue
        tense = tense_of(f)
        around = _context(text, f, context, context_end)
        value = edtf.resolve(f.when, published=published, context=around, tense=tense)
        yield FoundDate(f.start, f.end, value, "date", f.when)
        for end, edge in zip(f.ends, (0, 1), strict=False):
            point = edtf.resolve(end.when, published=published, context=around, tense=tense)
            if value and point and edtf.bounds(point)[edge] != edtf.bounds(value)[edge]:
                point = edtf.bounds(value)[edge].isoformat()
            yield FoundDate(end.start, end.end, point, "date", end.when)
        if value and not _background(f.when):
            context, context_end = value, f.end


def _context(text: str, f: Any, context: str | None, context_end: int) -> str | None:
    """The time last spoken of, for words that lean on it: a day number (« le 18 ») on one in the
    same or the previous sentence only."""
    if f.when.anchor == "published":
        between = text[context_end : f.start]
        return context if len(re.findall(r"[.!?\n]", between)) < 2 else None
    return context


def _background(when: When) -> bool:
    """Whether a time is too wide to be what « la veille » leans on (« depuis 2022 »)."""
    return when.span == "since"
