"""Many readings to one record: copies, who is who, when, which events are one, what became of
undertakings, and where sources disagree. `build` is the way in; every join says why."""

from __future__ import annotations

from detente.record.build import build
from detente.record.changes import Change, diff
from detente.record.why import independent, why

__all__ = ["Change", "build", "diff", "independent", "why"]
