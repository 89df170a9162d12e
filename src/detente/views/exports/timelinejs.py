"""A timeline for TimelineJS 3 (Knight Lab), in its JSON: a slide for each event that has a date.

A date is as fine as the record has it: a month is `year` and `month` with no day, an interval has a
start and an end, and `display_date` shows it as the record tells it. An event that has none stands
where its first report does, and `display_date` says so (« told 2025-02-12 »). Texts are HTML, escaped.
"""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from detente.edtf import parse
from detente.model import Event, Record
from detente.views import wording
from detente.views.exports.exported import Exported, Span, days, left_out, pretty
from detente.views.labels import Labels


def export(record: Record, language: str) -> Exported:
    """The timeline. An event that is not dated, nor its reports, is left out."""
    labels, words = Labels(record), wording.of(language)
    dated = [
        (event, span)
        for event in record.events
        if (span := days(event.date or labels.told(event.articles)))
    ]
    slides = [
        _slide(labels, words, event, span) for event, span in dated if span.first and span.last
    ]
    slides.sort(key=lambda slide: (slide["sort"], slide["unique_id"]))
    for slide in slides:
        del slide["sort"]
    timeline = {"scale": "human", "events": slides}
    without = left_out(len(record.events) - len(slides), "event", "without a date")
    return Exported.one(pretty(timeline), without)


def _slide(labels: Labels, words: wording.Wording, event: Event, span: Span) -> dict[str, Any]:
    assert span.first and span.last
    start, end = _dates(span)
    headline = words.what(event.kind, event.status)
    place = words.where(event)
    who = ", ".join(labels.who(event))
    told = labels.telling(event)
    sources = "; ".join(labels.sources(event.articles))
    parts = [
        escape(who),
        escape(told).join(words.quotes) if told else "",
        f"<small>{escape(sources)}</small>" if sources else "",
    ]
    found: dict[str, Any] = {
        "sort": span.first.isoformat(),
        "unique_id": event.id,
        "start_date": start,
        "display_date": words.when(event.date, span.edtf),
        "text": {
            "headline": escape(f"{headline}, {place}" if place else headline),
            "text": "".join(f"<p>{part}</p>" for part in parts if part),
        },
    }
    if end:
        found["end_date"] = end
    return found


def _dates(span: Span) -> tuple[dict[str, int], dict[str, int] | None]:
    """Start and end; a plain month or year is one date with no day, and no end."""
    assert span.first and span.last
    precision = parse(span.edtf).precision
    if precision in ("day", "month", "year"):
        return _parts(span.first, precision), None
    return _parts(span.first, "day"), _parts(span.last, "day")


def _parts(day: date, precision: str) -> dict[str, int]:
    found = {"year": day.year}
    if precision != "year":
        found["month"] = day.month
    if precision == "day":
        found["day"] = day.day
    return found
