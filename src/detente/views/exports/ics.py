"""A calendar (iCalendar, RFC 5545) of what was and what is planned: all-day events, one for each
event of the record that has a date.

A calendar holds days only. A date that is known to the month or the year becomes all its days, shown
as free time, and both its title and its description say how the record has it. The file bears the
day of the last report, so that the same record gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from detente.model import Event, Record
from detente.views import wording
from detente.views.exports.exported import Exported, Span, days, last_day, left_out
from detente.views.labels import Labels, short

_STATUS = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "planned": "TENTATIVE"}
"""What is only proposed, denied or hypothetical has no place in a calendar."""
_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""


def export(record: Record, language: str) -> Exported:
    """The calendar, its titles in a language."""
    labels, words = Labels(record), wording.of(language)
    stamp = last_day(record).strftime("%Y%m%dT000000Z")
    meant = [event for event in record.events if event.status in _STATUS]
    dated = [
        (event, span)
        for event in meant
        if (span := days(event.date)) and span.first and span.last and span.last.year < 9999
    ]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Détente//record//EN",
        "CALSCALE:GREGORIAN",
    ]
    for event, span in dated:
        lines += _event(labels, words, event, span, stamp)
    lines.append("END:VCALENDAR")
    text = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return Exported.one(
        text,
        left_out(len(record.events) - len(meant), "event", "neither past nor planned"),
        left_out(len(meant) - len(dated), "event", "without a date"),
    )


def _event(
    labels: Labels, words: wording.Wording, event: Event, span: Span, stamp: str
) -> Iterator[str]:
    assert span.first and span.last
    title = words.what(event.kind, event.status)
    who = ", ".join(labels.who(event))
    told = "" if span.precision == 1 or "/" in span.edtf else f" ({short(event.date)})"
    about = [
        who,
        f"« {labels.telling(event)} »" if event.mentions else "",
        f"{words['sources']}: {'; '.join(labels.sources(event.articles))}"
        if event.articles
        else "",
        f"{words['date']}: {event.date} ({words.precision(span.precision)})",
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@detente.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{span.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{span.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(title + (f'{words.colon} {who}' if who else '') + told)}"
    yield f"DESCRIPTION:{_text(chr(10).join(part for part in about if part))}"
    if place := words.where(event):
        yield f"LOCATION:{_text(place)}"
    if event.place and event.place.latitude is not None:
        yield f"GEO:{event.place.latitude:.6f};{event.place.longitude:.6f}"
    yield f"CATEGORIES:{','.join(map(_text, [event.kind, *event.topics]))}"
    yield f"STATUS:{_STATUS[event.status]}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-DETENTE-EDTF:{_text(span.edtf)}"
    yield f"X-DETENTE-TIME-PRECISION:{span.precision}"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11): control characters dropped, the rest escaped."""
    plain = "".join(c for c in value.replace("\r", "") if c >= " " or c in "\n\t")
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, "\\" + mark)
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of 75 octets at most, never cut inside a character; those after the first
    begin with a space."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _OCTETS:
            yield piece.decode()
            piece = b" "
        piece += octets
    yield piece.decode()
