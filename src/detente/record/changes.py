"""What a later record has that an earlier one had not, and the record as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from detente import edtf
from detente.model import Article, Decision, Reading, Record, Span
from detente.record.building import build
from detente.record.decided import decide

KINDS = ("articles", "actors", "events", "statements", "undertakings", "disputes")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One fact that came, went or changed. `of` is the record's key (`events`…), `fields` names
    what differs."""

    of: str
    id: str
    what: Literal["added", "removed", "changed"]
    fields: tuple[str, ...] = ()
    was: str | None = None
    """The id that the fact had in the earlier record, where it is another: an event goes by the
    report that told it first."""


def diff(old: Record, new: Record) -> tuple[Change, ...]:
    """The changes from one record to another, by kind of fact and id. Facts are the same where
    their ids are, else where they share evidence."""
    found: list[Change] = []
    events: dict[str, str] = {}
    for kind in KINDS:
        before, after = _by_id(getattr(old, kind)), _by_id(getattr(new, kind))
        moved = _moved(kind, before, after, events)
        if kind == "events":
            events = {was: now for now, was in moved.items()}
        gone = before.keys() - after.keys() - set(moved.values())
        found += [Change(of=kind, id=identifier, what="removed") for identifier in sorted(gone)]
        for identifier in sorted(after):
            was = moved.get(identifier, identifier)
            if was not in before:
                found.append(Change(of=kind, id=identifier, what="added"))
                continue
            fields = _differing(before[was], after[identifier], events)
            if fields:
                earlier = was if was != identifier else None
                found.append(
                    Change(of=kind, id=identifier, what="changed", fields=fields, was=earlier)
                )
    return tuple(found)


def record_before(
    day: str,
    record: Record,
    articles: Iterable[Article],
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
) -> Record:
    """The record of the reports that came out before a day (EDTF: before its first day), with
    what people decided on them. `record` is that of all reports: it knows the days of those that
    carry none; a report without a day is taken for an earlier one. Raises `DateError`."""
    first = edtf.bounds(day)[0]
    later = {
        a.id
        for a in record.articles
        if a.published.date and edtf.bounds(a.published.date)[1] >= first
    }
    kept = [a for a in articles if a.id not in later]
    there = {a.id for a in kept}
    return decide(build(kept, [r for r in readings if r.article in there]), decisions)


def _by_id(facts: Iterable[Any]) -> Mapping[str, Any]:
    return {fact.id: fact for fact in facts}


def _moved(
    kind: str, before: Mapping[str, Any], after: Mapping[str, Any], events: Mapping[str, str]
) -> dict[str, str]:
    """The later id of a fact whose id is new to its earlier one, each used once."""
    gone = {key: i for i in sorted(before.keys() - after.keys()) for key in _keys(kind, before[i])}
    found: dict[str, str] = {}
    for identifier in sorted(after.keys() - before.keys()):
        fact = after[identifier]
        if kind == "disputes":
            named = {now: was for was, now in events.items()}
            keys: Iterator[Any] = iter([(named.get(fact.event, fact.event), fact.attribute)])
        else:
            keys = _keys(kind, fact)
        was = next((gone[k] for k in keys if k in gone and gone[k] not in found.values()), None)
        if was is not None:
            found[identifier] = was
    return found


def _keys(kind: str, fact: Any) -> Iterator[Any]:
    """What a fact is known by beside its id."""
    if kind == "disputes":
        yield (fact.event, fact.attribute)
        return
    spans: tuple[Span, ...] = getattr(fact, "mentions", ()) or getattr(fact, "evidence", ())
    own = getattr(fact, "kind", None)
    yield from ((own, s.article, s.start, s.end) for s in spans)


def _differing(old: Any, new: Any, events: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that differ, apart from ids that have only moved."""
    found = []
    for name in old.__struct_fields__:
        a, b = getattr(old, name), getattr(new, name)
        moved = name == "id" or (name in ("event", "made_at") and events.get(a, a) == b)
        if a != b and not moved:
            found.append(name)
    return tuple(found)
