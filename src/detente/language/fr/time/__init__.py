"""The French grammar of time: `RULES`, each a pattern over folded text and what it means."""

from __future__ import annotations

from detente.language.fr.time import clock, days, eras, lengths, moved, relative
from detente.language.fr.time.found import Found, Rule
from detente.language.fr.time.words import fold

RULES: list[Rule] = [
    *days.RULES,
    *eras.RULES,
    *relative.RULES,
    *moved.RULES,
    *clock.RULES,
    *lengths.RULES,
]

__all__ = ["RULES", "Found", "Rule", "fold"]
