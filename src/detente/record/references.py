"""Where facts name each other by id, and what becomes of that when one is renamed or taken out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from detente.model import Decision
from detente.record.anchoring import Facts

ACTORS = frozenset("parties towards actor side person by to speaker addressee source".split())
"""Fields that can hold the id of an actor."""
EVENTS = frozenset({"event", "made_at"})
NAMING = frozenset({"parties", "participants", "released"})
"""Attributes of which a claim's value is the id of an actor."""


def rename(facts: Facts, part: str, names: Mapping[str, str]) -> None:
    """Puts new ids for old ones of a part (`actors` or `events`) wherever facts name them."""
    fields = ACTORS if part == "actors" else EVENTS
    for other in ("actors", "events", "statements", "undertakings", "disputes"):
        for fact in list(facts.parts[other].values()):
            new = renamed(fact, names, fields)
            if new is not fact:
                facts.put(other, new)


def renamed(value: Any, names: Mapping[str, str], fields: frozenset[str]) -> Any:
    """A noun with new ids in some fields, wherever in it they stand; itself where none is."""
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        if isinstance(old, str):
            new: Any = names.get(old, old) if _holds_id(value, name, fields) else old
        elif isinstance(old, tuple) and old:
            new = tuple(_item(item, names, fields, name) for item in old)
            if name in fields:
                new = tuple(dict.fromkeys(new))
        elif isinstance(old, msgspec.Struct):
            new = renamed(old, names, fields)
        else:
            continue
        if new != old:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _holds_id(value: Any, name: str, fields: frozenset[str]) -> bool:
    claimed = name == "value" and fields is ACTORS and getattr(value, "attribute", None) in NAMING
    return claimed or name in fields


def _item(item: Any, names: Mapping[str, str], fields: frozenset[str], name: str) -> Any:
    if isinstance(item, str):
        return names.get(item, item) if name in fields else item
    return renamed(item, names, fields) if isinstance(item, msgspec.Struct) else item


def forget(facts: Facts, part: str, gone: str) -> None:
    """Takes a fact that is no more out of what the others say: an event's parties and people, who
    spoke, where an undertaking was made."""
    for event in list(facts.parts["events"].values()) if part == "actors" else ():
        kept = {
            "parties": tuple(p for p in event.parties if p != gone),
            "participants": tuple(p for p in event.participants if p.actor != gone),
            "released": tuple(r for r in event.released if r.person != gone),
        }
        if any(getattr(event, name) != value for name, value in kept.items()):
            facts.put("events", msgspec.structs.replace(event, **kept))
    for said in list(facts.parts["statements"].values()) if part == "actors" else ():
        if gone in (said.speaker, said.addressee):
            facts.put("statements", _without(said, gone, ("speaker", "addressee")))
    for made in list(facts.parts["undertakings"].values()):
        if part == "events" and made.made_at == gone:
            facts.put("undertakings", _without(made, gone, ("made_at",)))
        elif part == "actors" and gone in (*made.parties, *made.towards):
            parties = tuple(p for p in made.parties if p != gone)
            towards = tuple(p for p in made.towards if p != gone)
            facts.put(
                "undertakings", msgspec.structs.replace(made, parties=parties, towards=towards)
            )


def _without(fact: Any, gone: str, names: tuple[str, ...]) -> Any:
    changes = {name: None for name in names if getattr(fact, name) == gone}
    return msgspec.structs.replace(fact, **changes)


def mapped(facts: Facts, decision: Decision) -> Any:
    """The value of a decision, with the ids that the actors it names have in this record."""
    names = {
        target.id: found
        for target in decision.others
        if decision.act != "join" and (found := facts.find(target)) is not None
    }
    return _mapped(decision.value, names) if names else decision.value


def _mapped(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_mapped(item, names) for item in value]
    if isinstance(value, dict):
        return {key: _mapped(item, names) for key, item in value.items()}
    return value
