"""What an export gives back, and small things that several formats need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

import msgspec

from detente import edtf
from detente.errors import DateError, DetenteError
from detente.model import Article, Event, Record

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Exported:
    """Content by file name; the name of a format of one file is empty. `notes` say in words what
    the format could not hold."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()

    @classmethod
    def one(cls, content: bytes | str, *notes: str) -> Exported:
        """A format of one file. Empty notes are dropped."""
        data = content.encode() if isinstance(content, str) else content
        return cls({"": data}, tuple(note for note in notes if note))


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date stands for. `first` or `last` is None where that end is open.

    `precision` is ACLED's `time_precision`: 1 the day, 2 within a week, 3 within a month; and 4,
    which ACLED has not, for what is wider. `words` says how fine the date is."""

    edtf: str
    first: date | None
    last: date | None
    precision: int
    words: str


def days(value: str | None) -> Span | None:
    """The days of an EDTF date, None where there is none."""
    if not value:
        return None
    try:
        parsed = edtf.parse(value)
    except DateError:
        return None
    first = None if parsed.first == date.min else parsed.first
    last = None if parsed.last == date.max else parsed.last
    length = (parsed.last - parsed.first).days + 1
    if length == 1 and not (parsed.approximate or parsed.uncertain):
        precision = 1
    elif length <= 7:
        precision = 2
    else:
        precision = 3 if length <= 31 else 4
    marks = {"approximately": parsed.approximate, "uncertain": parsed.uncertain}
    words = ", ".join([parsed.precision, *(word for word, there in marks.items() if there)])
    return Span(value, first, last, precision, words)


def geo_precision(event: Event) -> int | None:
    """ACLED's `geo_precision`: 1 a town; and 4, which ACLED has not, where only the country is
    told. Détente tells no provinces (2, 3). None where no place is told."""
    if event.place is None:
        return None
    if event.place.city:
        return 1
    return 4 if event.place.country else None


def json_lines(items: list[dict[str, Any]]) -> bytes:
    """One JSON object a line."""
    return b"".join(msgspec.json.encode(item) + b"\n" for item in items)


def pretty(value: Any) -> bytes:
    """JSON indented by two, ending in a line feed."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def for_xml(text: str) -> str:
    """Text without the characters that no XML document may hold."""
    return _NOT_XML.sub("", text)


def url_of(article: Article) -> str | None:
    """The address of a report, None where it was read from a file."""
    return article.source if article.source.startswith(("http://", "https://")) else None


def last_day(record: Record) -> date:
    """The last day on which a report of the record came out, 1970-01-01 where none is dated: the
    date that an export bears, so that the same record gives the same bytes."""
    spans = (days(article.published.date) for article in record.articles)
    return max((s.last for s in spans if s and s.last), default=date(1970, 1, 1))


def left_out(number: int, what: str, why: str) -> str:
    """A note on what a format has no room for, empty where there is nothing."""
    if not number:
        return ""
    return f"{number} {what}{'s' if number != 1 else ''} left out: {why}"


def needed(library: str, extra: str) -> ModuleType:
    """A library of an extra. Raises `DetenteError` that says what to install."""
    try:
        return import_module(library)
    except ImportError as error:
        name = library.partition(".")[0]
        raise DetenteError(
            f"this format needs {name}, which is not installed: pip install 'detente[{extra}]'"
        ) from error
