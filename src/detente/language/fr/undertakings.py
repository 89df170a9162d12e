"""What makes words an undertaking in French."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from detente.language import undertakings
from detente.language.fr.grammar import GRAMMAR
from detente.language.undertakings import Lexicon

CONDITION = re.compile(
    r"\b(à (?:la )?condition (?:que|qu['’]|de|d['’])|en échange (?:de|d['’]|du|des)|en contrepartie (?:de|d['’]|du|des)"
    r"|moyennant|sous réserve (?:de|d['’]|que|qu['’])|pourvu qu(?:e|['’])"
    r"|(?<![\w’'])s(?:i|['’]ils?)(?= ))\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""What an undertaking hangs on, told behind it."""


@cache
def lexicon() -> Lexicon:
    """The words of `undertakings.yaml`, read once per process."""
    return undertakings.lexicon(files("detente.language.fr") / "undertakings.yaml", GRAMMAR.times)
