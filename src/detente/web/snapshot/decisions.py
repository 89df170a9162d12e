"""What people decided, as lines of a snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.model import Event, Record, Ruling
from detente.views.labels import Labels
from detente.web.snapshot.fact import Fact

_STANDING = ("stands", "conflict")
_NO_JUDGEMENT = ("undo", "annotate")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A decision. `what` is the fact in a few words, `was` what the machine read."""

    when: str
    by: str
    act: str
    of: str
    fact: str | None
    what: str
    attribute: str | None
    value: str
    was: str
    why: str
    state: str
    id: str


def reviews(record: Record) -> dict[str, str]:
    """The facts that a person has judged, by id, with the last act that stands."""
    return {
        ruling.fact: ruling.decision.act
        for ruling in record.decisions
        if ruling.fact and ruling.state in _STANDING and ruling.decision.act not in _NO_JUDGEMENT
    }


def decided(labels: Labels, record: Record) -> Iterator[Fact]:
    """The decisions, in the order in which they were taken."""
    gone = {event.id: event for event in record.rejected.events} if record.rejected else {}
    for ruling in record.decisions:
        decision = ruling.decision
        row = Row(
            when=decision.when,
            by=decision.by,
            act=decision.act,
            of=decision.about.of,
            fact=ruling.fact,
            what=_what(labels, gone, ruling),
            attribute=decision.attribute,
            value=_plain(labels, decision.value),
            was=_plain(labels, ruling.was),
            why=decision.why or ruling.because,
            state=ruling.state,
            id=decision.id,
        )
        yield Fact(
            noun="decisions",
            id=decision.id,
            row=row,
            body=decision,
            show={"there": ruling.fact in labels.events},
            kind=decision.act,
            status=ruling.state,
            tags=[("fact", ruling.fact)] if ruling.fact else [],
        )


def _what(labels: Labels, gone: dict[str, Event], ruling: Ruling) -> str:
    identifier = ruling.fact or ""
    event = labels.events.get(identifier) or gone.get(identifier)
    if event:
        return " ".join(part for part in (event.date, ", ".join(labels.who(event)[:4])) if part)
    if identifier in labels.actors:
        return labels.actor(identifier)
    return identifier


def _plain(labels: Labels, value: Any) -> str:
    """A value of a decision in words: names for ids, parts of a place side by side."""
    if value is None:
        return ""
    if isinstance(value, str):
        return labels.actor(value)
    if isinstance(value, dict):
        return ", ".join(_plain(labels, v) for v in value.values() if v)
    if isinstance(value, (list, tuple)):
        return ", ".join(_plain(labels, v) for v in value)
    return str(value)
