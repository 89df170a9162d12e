"""The record as other programs get it: one JSON object as `docs/record.md` describes it, and its
JSON Schema. What the rooms only tell each other (how a report words a time, how it refers to an
event) is left out."""

from __future__ import annotations

from typing import Any

import msgspec

from detente.model import Record

INTERNAL = {
    "events": frozenset({"when", "ordinal", "reference", "count", "nominal", "earlier"}),
    "statements": frozenset({"when"}),
    "undertakings": frozenset({"when"}),
}
"""Fields of the nouns in each list of the record that are no part of the contract."""
_NOUNS = {"events": "Event", "statements": "Statement", "undertakings": "Undertaking"}


def to_builtins(record: Record) -> dict[str, Any]:
    """The record in dicts, tuples and strings, with the keys of the contract."""
    data: dict[str, Any] = msgspec.to_builtins(record)
    for name, internal in INTERNAL.items():
        for item in (*data[name], *data["rejected"][name]):
            for key in internal:
                del item[key]
    return data


def to_json(record: Record) -> bytes:
    """The record in JSON, UTF-8, indented by two, ending in a line feed."""
    return msgspec.json.format(msgspec.json.encode(to_builtins(record)), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` gives."""
    found = msgspec.json.schema(Record)
    parts = found["$defs"]
    for name, internal in INTERNAL.items():
        part = parts[_NOUNS[name]]
        part["properties"] = {k: v for k, v in part["properties"].items() if k not in internal}
    version = parts["Record"]["properties"]["version"]
    version |= {"const": version["default"]}
    reachable = _reachable("Record", parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The record of a diplomatic process",
        "version": version["default"],
        "$ref": found["$ref"],
        "$defs": {name: parts[name] for name in sorted(reachable)},
    }


def _reachable(name: str, parts: dict[str, Any]) -> set[str]:
    """The names of the parts that a part leads to, its own among them."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(_references(parts[current]))
    return found


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        here = [part["$ref"].rsplit("/", 1)[-1]] if "$ref" in part else []
        return here + [name for value in part.values() for name in _references(value)]
    if isinstance(part, list):
        return [name for value in part for name in _references(value)]
    return []
