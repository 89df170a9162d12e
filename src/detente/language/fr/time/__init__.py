"""The French grammar of time: `RULES`, each a pattern over folded text and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

from detente.language.fr.time import clock, days, eras, lengths, moved, relative
from detente.language.fr.time.found import Found, Rule
from detente.language.fr.time.words import fold
from detente.language.openings import Openings

RULES: list[Rule] = [
    *days.RULES,
    *eras.RULES,
    *relative.RULES,
    *moved.RULES,
    *clock.RULES,
    *lengths.RULES,
]
_OPENINGS = Openings({place: rule.pattern for place, rule in enumerate(RULES)})


def matches(folded: str) -> Iterable[tuple[re.Match[str], Rule]]:
    """Every match of every rule in folded text, rule by rule."""
    found = sorted(_OPENINGS.matches(folded), key=itemgetter(1))
    return ((match, RULES[place]) for match, place in found)


__all__ = ["RULES", "Found", "Rule", "fold", "matches"]
