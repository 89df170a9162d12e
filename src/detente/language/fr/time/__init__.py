"""The French grammar of time: `RULES`, each a pattern over folded text and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.language.fr.time import clock, days, eras, lengths, moved, relative
from detente.language.fr.time.found import Found, Rule
from detente.language.fr.time.openings import Openings
from detente.language.fr.time.words import fold

RULES: list[Rule] = [
    *days.RULES,
    *eras.RULES,
    *relative.RULES,
    *moved.RULES,
    *clock.RULES,
    *lengths.RULES,
]
_BY_PATTERN = {rule.pattern: (place, rule) for place, rule in enumerate(RULES)}
_OPENINGS = Openings(_BY_PATTERN)


def matches(folded: str) -> Iterable[tuple[re.Match[str], Rule]]:
    """Every match of every rule in folded text, rule by rule."""
    found = sorted(_OPENINGS.matches(folded), key=lambda match: _BY_PATTERN[match.re][0])
    return ((match, _BY_PATTERN[match.re][1]) for match in found)


__all__ = ["RULES", "Found", "Rule", "fold", "matches"]
