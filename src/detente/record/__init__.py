"""Many readings to one record: copies, who is who, when, which events are one, what became of
undertakings, and where sources disagree. `build` is the way in; every join says why.

Names are imported when first used: a record that is kept is shown without what built it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.record.building import build as build
    from detente.record.changes import Change as Change
    from detente.record.changes import diff as diff
    from detente.record.reasons import independent as independent
    from detente.record.reasons import why as why

_HOMES = {
    "Change": "changes",
    "build": "building",
    "diff": "changes",
    "independent": "reasons",
    "why": "reasons",
}

__all__ = ["Change", "build", "diff", "independent", "why"]


def __getattr__(name: str) -> Any:
    """A public name, from the module where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'detente.record' has no attribute {name!r}")
    value = getattr(import_module(f"detente.record.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
