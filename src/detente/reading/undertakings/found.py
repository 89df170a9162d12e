"""An undertaking before its parties are known, and the tenses in which one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detente.model import UndertakingStatus

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.undertakings import Mode

TOLD = frozenset({"past", "pluperfect", "present", "imperfect", "participle", "gerund"})
"""Tenses in which an undertaking is told as made."""
AHEAD = frozenset({"future", "conditional", "past-future"})
"""Tenses of what is undertaken."""


class Found(NamedTuple):
    """Who undertakes something, in what words (character offsets), and how bound."""

    trigger: Token
    who: tuple[Token, ...]
    start: int
    end: int
    mode: Mode
    status: UndertakingStatus = "open"
    together: bool = False
    """Several parties are bound: those of the meeting where it was agreed."""
