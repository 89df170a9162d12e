"""One line of a snapshot, before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from detente.edtf import bounds
from detente.errors import DateError
from detente.model import Span
from detente.views.labels import Labels

MANY = 20
"""Sources that a row of a list names; the fact's own page has them all."""


@dataclass(slots=True)
class Fact:
    """A fact with what one finds it by. `date` is EDTF, `told` that of its first report; `spans` are
    pairs of a layer and a place in a report; `title` and `text` are for the full-text search."""

    noun: str
    id: str
    row: Any
    body: msgspec.Struct
    show: dict[str, Any]
    kind: str | None = None
    status: str | None = None
    date: str | None = None
    told: str | None = None
    disputed: bool = False
    doubt: float = 0.0
    scale: float | None = None
    tags: list[tuple[str, str]] = field(default_factory=list)
    spans: list[tuple[str, Span]] = field(default_factory=list)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)
    title: str = ""
    text: str = ""

    @property
    def days(self) -> tuple[int | None, int | None]:
        """First and last day, as ordinals; of the first report where it has no date of its own."""
        for date in (self.date, self.told):
            if date:
                try:
                    first, last = bounds(date)
                except DateError:
                    continue
                return first.toordinal(), last.toordinal()
        return None, None


def people(labels: Labels, ids: Iterable[str]) -> list[dict[str, str | None]]:
    """Actors as the page links them: id (None where the words name nobody in the record), name,
    kind and country."""
    return [_one(labels, identifier) for identifier in dict.fromkeys(ids)]


def _one(labels: Labels, identifier: str) -> dict[str, str | None]:
    known = labels.actors.get(identifier)
    if known is None:
        return {"id": None, "name": identifier, "kind": None, "country": None}
    return {"id": known.id, "name": known.name, "kind": known.kind, "country": known.country}


def reports(labels: Labels, ids: Iterable[str], most: int = MANY) -> list[dict[str, str | None]]:
    """Reports as the page links them, no more than `most`."""
    found = []
    for identifier in list(dict.fromkeys(ids))[:most]:
        known = labels.articles.get(identifier)
        name = labels.article(identifier).removesuffix(f", {known.published.date}") if known else ""
        date = known.published.date if known else None
        title = known.title if known else ""
        found.append({"id": identifier, "name": name or identifier, "date": date, "title": title})
    return found


def outlets(labels: Labels, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The tags of the outlets and reports that something stands in."""
    for identifier in dict.fromkeys(articles):
        yield "report", identifier
        known = labels.articles.get(identifier)
        if known and known.outlet:
            yield "outlet", known.outlet


def cut(row: Any) -> Any:
    """A row with no more sources than a list shows."""
    return msgspec.structs.replace(row, sources=row.sources[:MANY])


def innermost(spans: Sequence[Span]) -> list[Span]:
    """Spans that hold no other of them, in their order: the words that tell of something, and not
    the sentences that they stand in."""
    found: set[Span] = set()
    ends: dict[str, int] = {}
    for span in sorted(spans, key=lambda s: (-s.start, s.end)):
        if ends.get(span.article, span.end + 1) > span.end:  # what it would hold starts later
            found.add(span)
            ends[span.article] = span.end
    return [span for span in dict.fromkeys(spans) if span in found]
