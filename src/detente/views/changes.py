"""What a later record has that an earlier one had not: added, changed, put in doubt, gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Protocol

import msgspec

from detente.model import Dispute, Event, Record, Undertaking
from detente.views.labels import Labels, listed, short, what, when, where, words

SHOWN = {
    "events": ("date", "status", "kind", "place", "parties", "participants", "released", "topics"),
    "undertakings": ("status", "due"),
    "actors": ("roles",),
}
"""Fields of a fact of which a change is worth a line; another report that says the same is told by
its number."""


class Changed(Protocol):
    """A change as `detente.record.diff` gives it."""

    @property
    def of(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def fields(self) -> tuple[str, ...]: ...
    @property
    def was(self) -> str | None: ...


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One change. `details` has what differs, a field a line; `id` is that of the later record,
    or of the earlier where the fact is gone."""

    what: Literal["added", "changed", "in doubt", "gone"]
    of: str
    text: str
    details: list[str]
    sources: list[str]
    id: str


ORDER = ("in doubt", "added", "changed", "gone")


def rows(old: Record, new: Record, changes: Iterable[Changed]) -> list[Row]:
    """The changes that a reader should know of: what is in doubt first, then what is new."""
    before, after = Labels(old), Labels(new)
    facts = {"old": _facts(old), "new": _facts(new)}
    found = []
    for change in changes:
        earlier = facts["old"].get((change.of, change.was or change.id))
        later = facts["new"].get((change.of, change.id))
        row = _row(before, after, change, earlier, later)
        if row is not None:
            found.append(row)
    return sorted(found, key=lambda r: (ORDER.index(r.what), r.of, r.text, r.id))


def _facts(record: Record) -> dict[tuple[str, str], Any]:
    parts = ("articles", "actors", "events", "statements", "undertakings", "disputes")
    return {(part, fact.id): fact for part in parts for fact in getattr(record, part)}


def _row(before: Labels, after: Labels, change: Changed, earlier: Any, later: Any) -> Row | None:
    if change.of == "actors" and change.what != "changed":
        return None  # whoever is new is named by the events
    gone = change.what == "removed"
    labels, fact = (before, earlier) if gone else (after, later)
    doubt = change.of == "disputes" and not gone
    details = (
        [] if change.what != "changed" else list(_details(before, after, change, earlier, later))
    )
    if change.what == "changed" and not details and not doubt:
        return None
    kind: Any = "in doubt" if doubt else "gone" if gone else change.what
    return Row(
        what=kind,
        of=change.of,
        text=_text(labels, fact),
        details=details,
        sources=_sources(labels, fact),
        id=change.id,
    )


def _text(labels: Labels, fact: Any) -> str:
    """A fact in one line."""
    if isinstance(fact, Event):
        date = when(fact.date, labels.told(fact.articles))
        return " ".join(p for p in (date, what(fact), listed(labels.who(fact)), where(fact)) if p)
    if isinstance(fact, Dispute):
        event = labels.events.get(fact.event or "")
        about = _text(labels, event) if event else labels.actor(fact.actor)
        held = "; ".join(
            f"“{p.value}” ({labels.source(p.source, p.evidence)})" for p in fact.positions
        )
        return f"{words(fact.attribute)} of {about}: {held}"
    if isinstance(fact, Undertaking):
        return (
            f"{listed([labels.actor(p) for p in fact.parties])}: {fact.text} ({words(fact.status)})"
        )
    if hasattr(fact, "quote"):
        return f"{labels.actor(fact.speaker)}: “{fact.quote}”"
    return str(labels.article(fact.id) if hasattr(fact, "source") else fact.name)


def _sources(labels: Labels, fact: Any) -> list[str]:
    if isinstance(fact, Dispute):
        return labels.cited(s for p in fact.positions for s in p.evidence)
    spans = getattr(fact, "mentions", None) or getattr(fact, "evidence", None) or ()
    return labels.cited(spans)


def _details(before: Labels, after: Labels, change: Changed, old: Any, new: Any) -> Iterator[str]:
    for name in SHOWN.get(change.of, ()):
        if name in change.fields:
            a, b = _value(before, name, old), _value(after, name, new)
            if a != b:
                yield f"{words(name)}: {a or '–'} → {b or '–'}"
    if change.of == "events":
        more = len(set(new.articles) - set(old.articles))
        if more:
            yield f"told by {more} more report{'s' if more > 1 else ''}"
    if change.of == "disputes":
        known = {p.value for p in old.positions}
        for position in new.positions:
            if position.value not in known:
                who = after.source(position.source, position.evidence)
                yield f"also: “{position.value}” ({who})"
    if change.of == "articles" and "published" in change.fields:
        a, b = old.published.date, new.published.date
        if a != b:
            yield f"came out: {short(a) or '–'} → {short(b) or '–'}"


def _value(labels: Labels, name: str, fact: Any) -> str:
    """The value of a field in words."""
    value = getattr(fact, name)
    if name == "place":
        return where(fact)
    if name == "date":
        return short(value)
    if name == "parties":
        return ", ".join(sorted(labels.actor(p) for p in value))
    if name == "participants":
        return ", ".join(sorted(labels.actor(p.actor) for p in value))
    if name == "released":
        return ", ".join(sorted(labels.actor(r.person) for r in value))
    if name == "roles":
        return ", ".join(sorted({role.title for role in value}))
    if name == "topics":
        return ", ".join(map(words, value))
    return words(value) if isinstance(value, str) else ""
