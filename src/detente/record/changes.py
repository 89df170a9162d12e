"""What a later record has that an earlier one had not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from detente.model import Record

KINDS = ("articles", "actors", "events", "statements", "undertakings", "disputes")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One fact that came, went or changed. `of` is the record's key (`events`…), `fields` names
    what differs."""

    of: str
    id: str
    what: str
    """`added`, `removed`, `changed`."""
    fields: tuple[str, ...] = ()


def diff(old: Record, new: Record) -> tuple[Change, ...]:
    """The changes from one record to another, by kind of fact and id."""
    found: list[Change] = []
    for kind in KINDS:
        before, after = _by_id(getattr(old, kind)), _by_id(getattr(new, kind))
        for identifier in sorted(before.keys() | after.keys()):
            a, b = before.get(identifier), after.get(identifier)
            if a is None:
                found.append(Change(of=kind, id=identifier, what="added"))
            elif b is None:
                found.append(Change(of=kind, id=identifier, what="removed"))
            elif a != b:
                fields = tuple(f for f in a.__struct_fields__ if getattr(a, f) != getattr(b, f))
                found.append(Change(of=kind, id=identifier, what="changed", fields=fields))
    return tuple(found)


def _by_id(facts: Iterable[msgspec.Struct]) -> Mapping[str, msgspec.Struct]:
    return {fact.id: fact for fact in facts}  # type: ignore[attr-defined]
