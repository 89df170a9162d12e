"""Who has which part in a telling."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model import Span


@dataclass(slots=True)
class Part:
    """An actor in an event, with the words that put it there."""

    actor: str
    part: str
    span: Span
    side: str | None = None
    """The state it acts for, where the telling says so apart from who it is."""
    aside: bool = False
    """It brought the event about or gave it room, and is no party to it."""
